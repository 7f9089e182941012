/** TanStack Query: hooks that take a document of this package. */

import {
  queryOptions,
  useMutation,
  useQuery,
  type UseMutationOptions,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import { createContext, createElement, useContext, type FunctionComponent, type PropsWithChildren } from 'react';
import { request, type Answer, type Client } from './client.js';
import type { Document } from './document.js';
import { isPassing, retryAfter } from './errors.js';

const Context = createContext<Client | null>(null);

/** Provides a client to the hooks below it. Its `QueryClient` is TanStack Query's own, around it or inside. */
export const LecternProvider: FunctionComponent<PropsWithChildren<{ client: Client }>> = ({ client, children }) =>
  createElement(Context.Provider, { value: client }, children);

export function useLecternClient(): Client {
  const client = useContext(Context);
  if (!client) {
    throw new Error('There is no LecternProvider around this component.');
  }
  return client;
}

/** The key under which TanStack Query keeps an answer: to read it, to set it, or to refetch it. */
export function lecternKey<Variables>(document: Document<unknown, Variables>, variables?: Variables) {
  return variables === undefined ? (['lectern', document.name] as const) : (['lectern', document.name, variables] as const);
}

const RETRIES = 2;
const MOST_SECONDS = 30;

/** Options of a query, for `useQuery`, `useSuspenseQuery`, `prefetchQuery` and loaders of routes. */
export function lecternQuery<Result, Variables>(client: Client, document: Document<Result, Variables>, variables: Variables) {
  return queryOptions({
    queryKey: lecternKey(document, variables),
    queryFn: ({ signal }) => request(client, document, variables, { signal }),
    retry: (count: number, error: Error) => count < RETRIES && isPassing(error),
    retryDelay: (count: number, error: Error) => 1000 * Math.min(retryAfter(error) ?? 2 ** count, MOST_SECONDS),
  });
}

type QueryOptions<Result, Selected> = Omit<UseQueryOptions<Answer<Result>, Error, Selected>, 'queryKey' | 'queryFn'>;

/** One query, kept by its document and variables. `data` has `data` and `errors`: some fields may have failed. */
export function useLecternQuery<Result, Variables, Selected = Answer<Result>>(
  document: Document<Result, Variables>,
  variables: Variables,
  options: QueryOptions<Result, Selected> = {},
): UseQueryResult<Selected, Error> {
  const client = useLecternClient();
  const { queryKey, queryFn, retry, retryDelay } = lecternQuery(client, document, variables);
  return useQuery({ queryKey, queryFn, retry, retryDelay, ...options } as unknown as UseQueryOptions<Answer<Result>, Error, Selected>);
}

/** One write. Its payload may have `userErrors`. */
export function useLecternMutation<Result, Variables>(
  document: Document<Result, Variables>,
  options: Omit<UseMutationOptions<Answer<Result>, Error, Variables>, 'mutationFn'> = {},
): UseMutationResult<Answer<Result>, Error, Variables> {
  const client = useLecternClient();
  return useMutation({
    ...options,
    mutationFn: (variables: Variables) => request(client, document, variables),
  });
}
