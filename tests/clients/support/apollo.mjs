/** Apollo Client with its default cache, of either version: `packages` is what its entry points export. */

import { fetchAs, ENDPOINT } from './servers.mjs';

/**
 * A client of the gateway: `ask` answers from the network, `read` from the cache alone, or null where it lacks
 * something. `requests` has the bodies of all requests so far.
 */
export function apollo({ ApolloClient, HttpLink, InMemoryCache }, user = 'alex', options = {}) {
  const requests = [];
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new HttpLink({ uri: ENDPOINT, fetch: fetchAs(user, requests) }),
    ...options,
  });
  return {
    client,
    requests,
    async ask(query, variables) {
      const { data } = await client.query({ query, variables, fetchPolicy: 'network-only' });
      return data;
    },
    async mutate(mutation, variables) {
      const { data } = await client.mutate({ mutation, variables });
      return data;
    },
    read: (query, variables) => client.readQuery({ query, variables }),
  };
}
