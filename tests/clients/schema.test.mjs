/** GraphQL Code Generator with the schema of a running gateway. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const CODEGEN = fileURLToPath(new URL('node_modules/@graphql-codegen/cli/cjs/bin.js', import.meta.url));

test('a build reads /schema.graphql of the gateway', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  try {
    const operations = join(folder, 'course.ts');
    writeFileSync(operations, 'export default graphql(`query Course($key: CourseKey!) { course(key: $key) { title } }`);');
    const config = {
      schema: `${process.env.GATEWAY_URL}/schema.graphql`,
      documents: [operations],
      generates: { [`${join(folder, 'gql')}/`]: { preset: 'client' } },
    };
    writeFileSync(join(folder, 'codegen.json'), JSON.stringify(config));
    execFileSync(process.execPath, [CODEGEN, '--config', join(folder, 'codegen.json')], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      stdio: 'pipe',
    });
    assert.match(readFileSync(join(folder, 'gql/graphql.ts'), 'utf8'), /title\??: string/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
