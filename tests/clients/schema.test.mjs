/** GraphQL Code Generator with the schema of a running gateway, and with that of the npm package. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const CODEGEN = fileURLToPath(new URL('node_modules/@graphql-codegen/cli/cjs/bin.js', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

test('a build reads /schema.graphql of the gateway', () => {
  inFolder((folder) => generates(folder, `${process.env.GATEWAY_URL}/schema.graphql`));
});

test('a build reads the schema of the npm package', () => {
  inFolder((folder) => {
    execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT, stdio: 'pipe' });
    const [packed] = readdirSync(folder);
    const app = join(folder, 'app');
    mkdirSync(app);
    writeFileSync(join(app, 'package.json'), '{ "private": true }');
    const options = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', ['install', ...options, join(folder, packed)], { cwd: app, stdio: 'pipe' });
    const installed = join(app, 'node_modules/lectern-schema');
    assert.deepEqual(readdirSync(installed).sort(), ['LICENSE', 'README.md', 'package.json', 'schema.graphql']);
    generates(folder, join(installed, 'schema.graphql'));
  });
});

function inFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  try {
    use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function generates(folder, schema) {
  const operations = join(folder, 'course.ts');
  writeFileSync(operations, 'export default graphql(`query Course($key: CourseKey!) { course(key: $key) { title } }`);');
  const config = { schema, documents: [operations], generates: { [`${join(folder, 'gql')}/`]: { preset: 'client' } } };
  writeFileSync(join(folder, 'codegen.json'), JSON.stringify(config));
  execFileSync(process.execPath, [CODEGEN, '--config', join(folder, 'codegen.json')], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    stdio: 'pipe',
  });
  assert.match(readFileSync(join(folder, 'gql/graphql.ts'), 'utf8'), /title\??: string/);
}
