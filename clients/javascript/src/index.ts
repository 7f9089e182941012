/** Queries, types, adapters and helpers for front ends that ask the Lectern gateway. */

export { accessOf, clockOffset, type Access } from './access.js';
export * from './adapters/index.js';
export { createClient, type Answer, type Client, type Options } from './client.js';
export { documentOf, type Document, type NoVariables, type ResultOf, type TypedText, type VariablesOf } from './document.js';
export * from './errors.js';
export * from './generated/documents.js';
export type * from './generated/operations.js';
export { possibleTypes } from './generated/possible-types.js';
export type * as schema from './generated/schema.js';
export { allPages } from './pages.js';
