/** TypeScript over the schema: the documentation's code with the types of GraphQL Code Generator, and gql.tada's. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { blocks } from './support/docs.mjs';

const MODULES = new URL('./node_modules/', import.meta.url);
const SCHEMA = fileURLToPath(new URL('../../schema.graphql', import.meta.url));
const PROJECT = new URL(`.types-${process.pid}/`, MODULES); // next to the packages that the code imports

/** The compiler of TypeScript 7. gql.tada's own command line still needs version 6, as a library. */
const TSC = 'typescript7/bin/tsc';

const COMPILER = {
  strict: true,
  noEmit: true,
  target: 'es2023',
  lib: ['es2023', 'dom'],
  module: 'esnext',
  moduleResolution: 'bundler',
  skipLibCheck: true,
  types: [],
};

/** What the documentation's code takes from around it. */
const AROUND = `
declare const key: string;
`;

const FORMAT = 'apollo-persisted-query-manifest';

const TADA = `
import { graphql } from './graphql';

const COURSE = graphql(\`
  query Course($key: CourseKey!, $first: Int) {
    course(key: $key) { id title start outline { sections { title } } bookmarks(first: $first) { totalCount } }
  }
\`);
const ADD = graphql(\`
  mutation Add($block: UsageKey!) { addBookmark(input: { block: $block }) { userErrors { code } query { serverTime } } }
\`);

type Result<T> = T extends { __apiType?: (variables: never) => infer R } ? R : never;
const title: string | null | undefined = ({} as Result<typeof COURSE>).course?.title;
const code: 'INVALID' | 'FORBIDDEN' | 'INCOMPLETE' | 'NOT_FOUND' | 'CONFLICT' | 'TOO_MANY' | 'MASQUERADING' | undefined =
  ({} as Result<typeof ADD>).addBookmark?.userErrors[0]?.code;
// @ts-expect-error: the schema has no such field
const none = ({} as Result<typeof COURSE>).course?.none;
export { title, code, none };
`;

before(() => {
  mkdirSync(PROJECT);
});

process.on('exit', () => rmSync(PROJECT, { recursive: true, force: true }));

test('the code of the documentation compiles with the types of GraphQL Code Generator', () => {
  const [client] = blocks('Apollo Client', 'ts');
  const [config] = blocks('TypeScript', 'ts');
  const [listed, ask] = blocks('Persisted queries', 'ts');
  const files = { 'client.ts': client, 'listed.ts': listed, 'ask.ts': ask, 'around.d.ts': AROUND };
  project('codegen', {
    ...Object.fromEntries(Object.entries(files).map(([name, code]) => [`src/${name}`, code])),
    'src/persisted-query-manifest.json': JSON.stringify({ format: FORMAT, version: 1, operations: [] }),
  });
  write('codegen/codegen.ts', config.replace('./schema.graphql', SCHEMA));
  run('codegen', '@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.ts');
  run('codegen', TSC, '--project', '.');
});

test('the code of the documentation for urql compiles', () => {
  const files = blocks('urql', 'ts').map((code, place) => [`src/urql${place}.ts`, code]);
  project('urql', { ...Object.fromEntries(files), 'src/around.d.ts': AROUND });
  run('urql', TSC, '--project', '.');
});

test('gql.tada reads the schema, set up as the documentation says', () => {
  const [, graphql] = blocks('TypeScript', 'ts');
  const [config] = blocks('TypeScript', 'json');
  const { compilerOptions } = JSON.parse(config.replace('./schema.graphql', SCHEMA));
  project('tada', { 'src/course.ts': TADA, 'src/graphql.ts': graphql }, compilerOptions);
  run('tada', 'gql.tada/bin/cli.js', 'generate-output');
  run('tada', TSC, '--project', '.');
});

function project(name, files, options = {}) {
  mkdirSync(new URL(`${name}/src/`, PROJECT), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    write(`${name}/${file}`, text);
  }
  write(`${name}/tsconfig.json`, JSON.stringify({ compilerOptions: { ...COMPILER, ...options }, include: ['src'] }));
}

function write(file, text) {
  writeFileSync(new URL(file, PROJECT), text);
}

function run(name, script, ...options) {
  const cwd = fileURLToPath(new URL(name, PROJECT));
  try {
    execFileSync(process.execPath, [fileURLToPath(new URL(script, MODULES)), ...options], { cwd, stdio: 'pipe' });
  } catch (error) {
    throw new Error(`${script} failed:\n${error.stdout}${error.stderr}`);
  }
}
