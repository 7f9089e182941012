/** Apollo Client: one link for persisted queries, request ids and errors by code. */

import { ApolloLink, HttpLink } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { defer, mergeMap, tap } from 'rxjs';
import { hashOf } from './cached-documents.js';
import { handle, type Handlers } from './handlers.js';
import { newRequestId } from './request-id.js';

export { documentNode } from './cached-documents.js';
export { possibleTypes } from './generated/possible-types.js';

export interface LinkOptions {
  /** The gateway's endpoint, such as `https://lms.example.com/graphql`. */
  readonly url: string;
  readonly credentials?: RequestCredentials;
  readonly headers?: Record<string, string>;
  readonly fetch?: typeof fetch;
  /** `listed`: documents are sent by their hash only, to gateways that have this package's manifest. */
  readonly persisted?: 'automatic' | 'listed';
  /** The CSRF token of the LMS, for writes with a session: `getToken` of frontend-platform's CSRF service. */
  readonly csrfToken?: () => Promise<string> | string;
  /** Called for the errors of each answer, once a code. */
  readonly on?: Handlers;
}

/** The link of an Apollo Client: `new ApolloClient({ link: lecternLink({ url }), cache: … })`. */
export function lecternLink({ persisted = 'automatic', on = {}, csrfToken, ...http }: LinkOptions): ApolloLink {
  const { url, credentials = 'include', headers, fetch: send } = http;
  const listed = persisted === 'listed' ? { retry: () => false, disable: () => false } : {};
  return ApolloLink.from([
    requestIdLink(),
    errorLink(on),
    ...(csrfToken ? [csrfLink(csrfToken)] : []),
    new PersistedQueryLink({ generateHash: hashOf, ...listed }),
    new HttpLink({ uri: url, credentials, ...(headers ? { headers } : {}), ...(send ? { fetch: send } : {}) }),
  ]);
}

/** Gives each request an id of its own. */
export function requestIdLink(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    operation.setContext(({ headers }: { headers?: Record<string, string> }) => ({
      headers: { 'X-Request-ID': newRequestId(), ...headers },
    }));
    return forward(operation);
  });
}

/** Adds the CSRF token to mutations. */
export function csrfLink(csrfToken: () => Promise<string> | string): ApolloLink {
  return new ApolloLink((operation, forward) => {
    if (operation.operationType !== 'mutation') {
      return forward(operation);
    }
    return defer(async () => csrfToken()).pipe(
      mergeMap((token) => {
        operation.setContext(({ headers }: { headers?: Record<string, string> }) => ({
          headers: { ...headers, 'X-CSRFToken': token },
        }));
        return forward(operation);
      }),
    );
  });
}

/** Calls a handler by the code of an error. */
export function errorLink(on: Handlers): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap({
        next: (result) => handle(on, result, operation.operationName),
        error: (error: unknown) => handle(on, error, operation.operationName),
      }),
    ),
  );
}
