/** urql: exchanges for persisted queries, request ids and errors by code. */

import { makeOperation, mapExchange, type Exchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import type { DocumentNode } from 'graphql';
import { hashOf, sha256 } from './cached-documents.js';
import { handle, type Handlers } from './handlers.js';
import { newRequestId } from './request-id.js';

export { documentNode } from './cached-documents.js';

export interface ExchangeOptions {
  /** Called for the errors of each answer, once a code. */
  readonly on?: Handlers;
}

/** The exchanges before `fetchExchange`, after a cache: `[cacheExchange, ...lecternExchanges(), fetchExchange]`. */
export function lecternExchanges({ on = {} }: ExchangeOptions = {}): Exchange[] {
  const common = mapExchange({
    onOperation(operation) {
      const { fetchOptions } = operation.context;
      const given = typeof fetchOptions === 'function' ? fetchOptions() : (fetchOptions ?? {});
      const headers = { 'X-Request-ID': newRequestId(), ...(given.headers as Record<string, string> | undefined) };
      return makeOperation(operation.kind, operation, { ...operation.context, fetchOptions: { ...given, headers } });
    },
    onResult(result) {
      handle(on, result, nameOf(result.operation.query as DocumentNode));
    },
  });
  const persisted = persistedExchange({
    preferGetForPersistedQueries: false,
    enableForMutation: true,
    generateHash: (text, document) => (document ? hashOf(document as DocumentNode) : sha256(text)),
  });
  return [common, persisted];
}

function nameOf(document: DocumentNode): string | undefined {
  const named = document.definitions.find((one) => one.kind === 'OperationDefinition');
  return named?.kind === 'OperationDefinition' ? named.name?.value : undefined;
}
