/** Apollo Client with its default cache, of either version: `packages` is what its entry points export. */

import { fetchAs, ENDPOINT } from './servers.mjs';

/**
 * A client of the gateway: `ask` answers from the network, `read` from the cache alone, or null where it lacks
 * something. `show` keeps a page open, whose `data` follows the cache. `requests` and `answers` have the bodies of all
 * so far.
 */
export function apollo({ ApolloClient, HttpLink, InMemoryCache }, user = 'alex', options = {}) {
  const requests = [];
  const answers = [];
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new HttpLink({ uri: ENDPOINT, fetch: fetchAs(user, requests, answers) }),
    ...options,
  });
  return {
    client,
    requests,
    answers,
    async ask(query, variables) {
      const { data } = await client.query({ query, variables, fetchPolicy: 'network-only' });
      return data;
    },
    async mutate(mutation, variables) {
      const { data } = await client.mutate({ mutation, variables });
      return data;
    },
    show(query) {
      return new Promise((resolve, reject) => {
        const shown = { data: undefined, close: () => subscription.unsubscribe() };
        const subscription = client.watchQuery({ query }).subscribe({
          next({ data, loading }) {
            if (!loading) {
              shown.data = data;
              resolve(shown);
            }
          },
          error: reject,
        });
      });
    },
    read: (query, variables) => client.readQuery({ query, variables }),
    missing(query, variables) {
      const { missing } = client.cache.diff({ query, variables, optimistic: false, returnPartialData: true });
      return messages((Array.isArray(missing) ? missing[0] : missing)?.missing);
    },
  };
}

/** Apollo Client warns of every list that becomes shorter, also where it is right: an entry was removed. */
export const SHORTER = /when replacing the \w+ field of a \w+ object[^]*existing: (\[|\{\s*['"]0['"]:)/;

/** The texts in a tree of what is missing. */
function messages(tree) {
  return typeof tree === 'string' ? [tree] : Object.values(tree ?? {}).flatMap(messages);
}
