/** The operations of the front ends, as the gateway's repository has them: one file each, or several in one. */

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { Kind, TypeInfo, parse, print, validate, visit, visitWithTypeInfo } from 'graphql';

const ROOT = new URL('../../../', import.meta.url);
const FOLDERS = ['gateway/graphiql/examples/', 'tests/operations/'];

/**
 * Every operation: `name`, `keyword`, what its file says of it, and its two documents. `plain` is the operation as it
 * stands. `cached` also selects `__typename`, and the `id` of every object, for clients whose cache is normalised.
 */
export function readOperations(schema) {
  const found = FOLDERS.flatMap((folder) => filesIn(new URL(folder, ROOT))).flatMap((file) => operationsOf(file, schema));
  const names = new Set();
  for (const { name } of found) {
    if (names.has(name)) {
      throw new Error(`there are two operations ${name}`);
    }
    names.add(name);
  }
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => new URL(name, folder));
}

function operationsOf(file, schema) {
  const document = parse(readFileSync(file, 'utf8'));
  const errors = validate(schema, document);
  if (errors.length > 0) {
    throw new Error(`${file.pathname}: ${errors.map(({ message }) => message).join(' ')}`);
  }
  if (document.definitions.some(({ kind }) => kind !== Kind.OPERATION_DEFINITION)) {
    throw new Error(`${file.pathname} has fragments, which this script does not know`);
  }
  return document.definitions.map((definition) => {
    const plain = { kind: Kind.DOCUMENT, definitions: [definition] };
    return {
      name: definition.name.value,
      keyword: definition.operation,
      document: plain,
      hasVariables: definition.variableDefinitions.length > 0,
      needsVariables: definition.variableDefinitions.some(
        ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue,
      ),
      plain: text(plain),
      cached: text(withIds(schema, plain)),
    };
  });
}

function text(document) {
  const printed = print(document);
  return { text: printed, hash: createHash('sha256').update(printed).digest('hex') };
}

/** The document with `id` first and `__typename` last in every selection of an object, as Apollo Client would have it. */
function withIds(schema, document) {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        enter(node, _key, parent) {
          if (parent.kind === Kind.OPERATION_DEFINITION) {
            return undefined;
          }
          const fields = types.getParentType()?.getFields?.() ?? {};
          const has = (name) => node.selections.some((one) => one.kind === Kind.FIELD && one.name.value === name && !one.alias);
          const selections = [...node.selections];
          if (fields.id && !has('id')) {
            selections.unshift(field('id'));
          }
          if (!has('__typename')) {
            selections.push(field('__typename'));
          }
          return { ...node, selections };
        },
      },
    }),
  );
}

function field(name) {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } };
}
