/** urql with Graphcache as it is without options. */

import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { fetchAs, ENDPOINT } from './servers.mjs';

/**
 * A client of the gateway: `ask` answers from the network, `read` from the cache alone, or null where it lacks
 * something. `show` keeps a page open, whose `data` follows the cache. `requests` and `answers` have the bodies of all
 * so far.
 */
export function urql(user = 'alex') {
  const requests = [];
  const answers = [];
  const client = new Client({
    url: ENDPOINT,
    exchanges: [cacheExchange(), fetchExchange],
    fetch: fetchAs(user, requests, answers),
    preferGetMethod: false,
  });
  return {
    client,
    requests,
    answers,
    async ask(query, variables) {
      const { data, error } = await client.query(query, variables, { requestPolicy: 'network-only' });
      if (error) {
        throw error;
      }
      return data;
    },
    async mutate(mutation, variables) {
      const { data, error } = await client.mutation(mutation, variables);
      if (error) {
        throw error;
      }
      return data;
    },
    show(query) {
      return new Promise((resolve, reject) => {
        const shown = { data: undefined, close: () => subscription.unsubscribe() };
        const subscription = client.query(query, {}).subscribe(({ data, error }) => {
          if (error) {
            reject(error);
          }
          shown.data = structuredClone(data);
          resolve(shown);
        });
      });
    },
    read: (query, variables) => client.readQuery(query, variables, { requestPolicy: 'cache-only' })?.data ?? null,
  };
}
