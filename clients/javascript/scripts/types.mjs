/** The types of the schema and of the operations, by GraphQL Code Generator. */

import { readFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse, printSchema } from 'graphql';

const SCHEMA = new URL('../../../schema.graphql', import.meta.url);
const HEAD = '/* Written by "npm run generate" from the gateway\'s schema and operations. Do not edit. */\n\n';

/** Scalars as JSON has them. */
const SCALARS = {
  CourseKey: 'string',
  Date: 'string',
  DateTime: 'string',
  HTML: 'string',
  ID: { input: 'string', output: 'string' },
  JSON: 'unknown',
  URL: 'string',
  UUID: 'string',
  UsageKey: 'string',
};
const CONFIG = {
  scalars: SCALARS,
  enumsAsTypes: true,
  skipTypename: true,
  useTypeImports: true,
  avoidOptionals: { field: true, inputValue: false },
  strictScalars: true,
};

export function readSchema() {
  return buildSchema(readFileSync(SCHEMA, 'utf8'));
}

export function writeSchemaTypes(schema) {
  return write(schema, [], { typescript: CONFIG });
}

export function writeOperationTypes(schema, operations) {
  const documents = operations.map(({ name, document }) => ({ location: name, document }));
  return write(schema, documents, { 'typescript-operations': { ...CONFIG, preResolveTypes: true } });
}

async function write(schema, documents, plugins) {
  const written = await codegen({
    filename: 'generated.ts',
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents,
    plugins: Object.entries(plugins).map(([name, config]) => ({ [name]: config })),
    pluginMap: { typescript, 'typescript-operations': typescriptOperations },
    config: {},
  });
  return HEAD + written.replaceAll(/[ \t]+$/gm, '').trimEnd() + '\n';
}
