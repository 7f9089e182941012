/** The documents as code, and the lists that clients and gateways read. */

import { isAbstractType, isObjectType } from 'graphql';

const HEAD = '/* Written by "npm run generate" from the gateway\'s schema and operations. Do not edit. */\n';

export function writeDocuments(operations) {
  const imports = operations.flatMap(({ name, keyword, hasVariables }) => typesOf(name, keyword, hasVariables)).sort();
  const documents = operations.map(({ name, keyword, hasVariables, plain }) => {
    const [result, variables = 'NoVariables'] = typesOf(name, keyword, hasVariables);
    return [
      `export const ${name}Document: Document<${result}, ${variables}> = /* @__PURE__ */ document(`,
      `  '${name}',`,
      `  '${keyword}',`,
      `  '${plain.hash}',`,
      `  ${literal(plain.text)},`,
      ');',
    ].join('\n');
  });
  return [
    HEAD,
    "import { document, type Document, type NoVariables } from '../document.js';",
    `import type {\n${imports.map((one) => `  ${one},\n`).join('')}} from './operations.js';\n`,
    ...documents.map((one) => `${one}\n`),
  ].join('\n');
}

/** The texts with `id` and `__typename`, by name: apart, so that who does not need them does not load them. */
export function writeCached(operations) {
  const entries = operations.map(
    ({ name, cached }) => `  ${name}: [\n    '${cached.hash}',\n    ${literal(cached.text)},\n  ],\n`,
  );
  return `${HEAD}\n/** Hash and text of each document with the \`id\` and \`__typename\` of every object. */\nexport const cached: Record<string, readonly [hash: string, text: string]> = {\n${entries.join('')}};\n`;
}

/** Apollo's format of a manifest, which gateways take as `GATEWAY_TRUSTED_DOCUMENTS`: both documents of each operation. */
export function manifest(operations) {
  const entries = operations.flatMap(({ name, keyword, plain, cached }) => {
    const different = cached.hash === plain.hash ? [plain] : [plain, cached];
    return different.map(({ hash, text }) => ({ id: hash, name, type: keyword, body: text }));
  });
  return { format: 'apollo-persisted-query-manifest', version: 1, operations: entries };
}

/** The object types of each interface and union, in the form that Apollo Client's cache takes as `possibleTypes`. */
export function possibleTypes(schema) {
  const types = Object.values(schema.getTypeMap()).filter((type) => isAbstractType(type));
  const names = (type) => schema.getPossibleTypes(type).filter((one) => isObjectType(one)).map(({ name }) => name).sort();
  return Object.fromEntries(types.map((type) => [type.name, names(type)]));
}

export function writePossibleTypes(schema) {
  const types = JSON.stringify(possibleTypes(schema), null, 2);
  return `${HEAD}\n/** The object types of each interface and union, for the cache of Apollo Client. */\nexport const possibleTypes: Record<string, string[]> = ${types};\n`;
}

function typesOf(name, keyword, hasVariables) {
  const kind = keyword === 'mutation' ? 'Mutation' : 'Query';
  return hasVariables ? [`${name}${kind}`, `${name}${kind}Variables`] : [`${name}${kind}`];
}

function literal(text) {
  return `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``;
}
