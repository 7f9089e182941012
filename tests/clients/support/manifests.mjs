/**
 * The manifests of trusted documents as three builds write them. `node support/manifests.mjs FOLDER` puts them into
 * `FOLDER/manifests/`, each from the same operations, and the other files that the builds write.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { blocks } from './docs.mjs';

const CLIENTS = fileURLToPath(new URL('..', import.meta.url));
const SCHEMA = fileURLToPath(new URL('../../../schema.graphql', import.meta.url));

export const QUERY = 'query AppCourseQuery($key: CourseKey!) { course(key: $key) { id title } }';
export const MUTATION = `mutation AppGoalMutation($course: CourseKey!) {
  setCourseGoal(input: { course: $course, daysPerWeek: 3, subscribedToReminders: false }) {
    course { id goals { selectedGoal { daysPerWeek } } }
    userErrors { code }
  }
}`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2]);
  mkdirSync(join(folder, 'manifests'), { recursive: true });
  apollo(folder);
  codegen(folder);
  relay(folder);
}

function apollo(folder) {
  const source = `import { gql } from '@apollo/client';\nexport default [gql\`${QUERY}\`, gql\`${MUTATION}\`];\n`;
  const config = {
    documents: [write(folder, 'apollo/operations.js', source)],
    output: join(folder, 'manifests/persisted-query-manifest.json'),
  };
  const file = write(folder, 'apollo/config.json', JSON.stringify(config));
  run('@apollo/generate-persisted-query-manifest/cli.js', ['--config', file]);
}

function codegen(folder) {
  const source = `import { graphql } from './gql';\nexport default [graphql(\`${QUERY}\`), graphql(\`${MUTATION}\`)];\n`;
  const config = {
    schema: SCHEMA,
    documents: [write(folder, 'codegen/operations.ts', source)],
    generates: { [`${join(folder, 'codegen/gql')}/`]: { preset: 'client', presetConfig: { persistedDocuments: true } } },
  };
  run('@graphql-codegen/cli/cjs/bin.js', ['--config', write(folder, 'codegen/codegen.json', JSON.stringify(config))]);
  const manifest = readFileSync(join(folder, 'codegen/gql/persisted-documents.json'), 'utf8');
  write(folder, 'manifests/web/persisted-documents.json', manifest);
  const typed = readFileSync(join(folder, 'codegen/gql/graphql.ts'), 'utf8');
  const options = { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } };
  write(folder, 'codegen/gql/graphql.mjs', ts.transpileModule(typed, options).outputText);
}

function relay(folder) {
  const source = `import { graphql } from 'relay-runtime';\ngraphql\`${QUERY}\`;\ngraphql\`${MUTATION}\`;\n`;
  write(folder, 'relay/src/App.js', source);
  write(folder, 'relay/artifacts/package.json', '{"type": "module"}');
  const [documented] = blocks('Persisted queries', 'json');
  const config = {
    ...JSON.parse(documented),
    schema: SCHEMA,
    eagerEsModules: true,
    artifactDirectory: 'artifacts',
    persistConfig: { file: join(folder, 'manifests/persisted_queries.json') },
  };
  write(folder, 'manifests/persisted_queries.json', '{}');
  const file = write(folder, 'relay/relay.config.json', JSON.stringify(config));
  run('relay-compiler/cli.js', [file], join(folder, 'relay'));
}

function write(folder, name, text) {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function run(script, options, cwd = CLIENTS) {
  try {
    execFileSync(process.execPath, [join(CLIENTS, 'node_modules', script), ...options], { cwd, stdio: 'pipe' });
  } catch (error) {
    throw new Error(`${script} failed:\n${error.stdout}${error.stderr}`);
  }
}
