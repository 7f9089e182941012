/**
 * `npm run generate` writes everything in this package that follows from the schema and from the operations:
 * the types, the documents, the manifest of persisted queries and the possible types.
 *
 * `node scripts/generate.mjs --check` writes nothing, and fails when a file is not what would be written.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readOperations } from './operations.mjs';
import { manifest, possibleTypes, writeCached, writeDocuments, writePossibleTypes } from './documents.mjs';
import { readSchema, writeOperationTypes, writeSchemaTypes } from './types.mjs';

const PACKAGE = new URL('../', import.meta.url);
const schema = readSchema();
const operations = readOperations(schema);

const files = {
  'src/generated/schema.ts': await writeSchemaTypes(schema),
  'src/generated/operations.ts': await writeOperationTypes(schema, operations),
  'src/generated/documents.ts': writeDocuments(operations),
  'src/generated/cached.ts': writeCached(operations),
  'src/generated/possible-types.ts': writePossibleTypes(schema),
  'possible-types.json': json(possibleTypes(schema)),
  'persisted-query-manifest.json': json(manifest(operations)),
};

const stale = Object.entries(files).filter(([name, text]) => read(name) !== text).map(([name]) => name);
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    console.error(`Not current: ${stale.join(', ')}. Run "npm run generate" in clients/javascript.`);
    process.exit(1);
  }
} else {
  for (const name of stale) {
    writeFileSync(new URL(name, PACKAGE), files[name]);
  }
  console.log(stale.length > 0 ? `Wrote ${stale.join(', ')}.` : 'Everything is current.');
}

function read(name) {
  try {
    return readFileSync(new URL(name, PACKAGE), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') {
      return null;
    }
    throw new Error(`cannot read ${fileURLToPath(new URL(name, PACKAGE))}`, { cause: error });
  }
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
