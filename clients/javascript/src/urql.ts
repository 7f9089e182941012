/** urql: exchanges for persisted queries, request ids and errors by code. */

import { makeOperation, mapExchange, type Exchange, type Operation } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import type { DocumentNode } from 'graphql';
import { hashOf } from './cached-documents.js';
import { handle, type Handlers } from './handlers.js';
import { sha256 } from './hash.js';
import { newRequestId } from './request-id.js';

export { documentNode } from './cached-documents.js';

export interface ExchangeOptions {
  /** Called for the errors of each answer, once a code. */
  readonly on?: Handlers;
  /** The CSRF token of the LMS, for writes with a session: `getToken` of frontend-platform's CSRF service. */
  readonly csrfToken?: () => Promise<string> | string;
}

/** urql's default, which sends short queries with GET. A GET with cookies is refused. */
const BY_LENGTH: readonly unknown[] = [undefined, true, 'within-url-limit'];

/**
 * The exchanges before `fetchExchange`, after a cache: `[cacheExchange, ...lecternExchanges(), fetchExchange]`.
 * Cookies are sent by default, as micro-frontends need it.
 */
export function lecternExchanges({ on = {}, csrfToken }: ExchangeOptions = {}): Exchange[] {
  const common = mapExchange({
    onOperation(operation) {
      return operation.kind === 'mutation' && csrfToken
        ? Promise.resolve().then(csrfToken).then((token) => prepared(operation, { 'X-CSRFToken': token }), () => prepared(operation))
        : prepared(operation);
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

function prepared(operation: Operation, extra: Record<string, string> = {}): Operation {
  const { fetchOptions, preferGetMethod } = operation.context;
  const { headers, ...given } = typeof fetchOptions === 'function' ? fetchOptions() : (fetchOptions ?? {});
  return makeOperation(operation.kind, operation, {
    ...operation.context,
    fetchOptions: {
      credentials: 'include',
      ...given,
      headers: { 'X-Request-ID': newRequestId(), ...extra, ...(headers as Record<string, string> | undefined) },
    },
    preferGetMethod: BY_LENGTH.includes(preferGetMethod) ? false : preferGetMethod,
  });
}

function nameOf(document: DocumentNode): string | undefined {
  const named = document.definitions.find((one) => one.kind === 'OperationDefinition');
  return named?.kind === 'OperationDefinition' ? named.name?.value : undefined;
}
