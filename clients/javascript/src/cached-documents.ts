/** Documents for clients whose cache keeps objects by their `id`: those with `id` and `__typename` of every object. */

import { parse, print, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { Document } from './document.js';
import { cached } from './generated/cached.js';
import { sha256 } from './hash.js';

/** A document of graphql-js that knows the types of its result and variables, as Apollo Client and urql read them. */
export interface TypedNode<Result, Variables> extends DocumentNode {
  __apiType?: (variables: Variables) => Result;
}

const nodes = new Map<string, DocumentNode>();

/** A document of this package for Apollo Client, urql or any client that takes parsed documents. */
export function documentNode<Result, Variables>(document: Document<Result, Variables>): TypedNode<Result, Variables> {
  let node = nodes.get(document.name);
  if (!node) {
    node = parse(textOf(document.name), { noLocation: true });
    nodes.set(document.name, node);
  }
  return node as TypedNode<Result, Variables>;
}

function textOf(name: string): string {
  const found = cached[name];
  if (!found) {
    throw new Error(`This package has no document ${name}.`);
  }
  return found[1];
}

/** The hash of a document as the manifest has it; worked out for documents that are not this package's. */
export async function hashOf(document: DocumentNode): Promise<string> {
  const text = print(document);
  const [hash, listed] = cached[nameOf(document) ?? ''] ?? [];
  return hash !== undefined && text === listed ? hash : sha256(text);
}

function nameOf(document: DocumentNode): string | undefined {
  const operation = document.definitions.find((one): one is OperationDefinitionNode => one.kind === 'OperationDefinition');
  return operation?.name?.value;
}
