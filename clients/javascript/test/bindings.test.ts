/** Apollo Client, urql and TanStack Query with this package's documents. */

import { ApolloClient, InMemoryCache } from '@apollo/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Client, cacheExchange, fetchExchange, gql } from '@urql/core';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeEach, expect, test } from 'vitest';
import * as apollo from '../src/apollo.js';
import { CourseHomePageDocument, ProgressPageDocument, SetGoalDocument, type ErrorCode } from '../src/index.js';
import {
  LecternProvider,
  lecternKey,
  lecternQuery,
  useLecternMutation,
  useLecternQuery,
} from '../src/react-query.js';
import * as urql from '../src/urql.js';
import { cached } from '../src/generated/cached.js';
import { DEMO, ENDPOINT, clientOf, faults, fetchAs, reset, signIn, type Sent } from './support/servers.js';

beforeEach(reset);

function hashesOf(sent: Sent): unknown[] {
  return sent.map(({ extensions }) => (extensions as any)?.persistedQuery?.sha256Hash);
}

test('Apollo Client sends the hashes of the manifest, and keeps objects', async () => {
  const sent: Sent = [];
  const called: [ErrorCode, string | undefined][] = [];
  const on = { UPSTREAM_UNAVAILABLE: (_: unknown, operation?: string) => called.push(['UPSTREAM_UNAVAILABLE', operation]) };
  const client = new ApolloClient({
    link: apollo.lecternLink({ url: ENDPOINT, fetch: fetchAs('alex', sent), on }),
    cache: new InMemoryCache({ possibleTypes: apollo.possibleTypes }),
  });
  const query = apollo.documentNode(CourseHomePageDocument);
  const { data } = await client.query({ query, variables: { key: DEMO } });
  expect(data?.course?.title).toBe('Urban Beekeeping');
  const hash = cached.CourseHomePage?.[0];
  expect(hashesOf(sent).every((one) => one === hash)).toBe(true);
  expect(client.readQuery({ query, variables: { key: DEMO } })?.course?.title).toBe('Urban Beekeeping');
  const mutation = apollo.documentNode(SetGoalDocument);
  await client.mutate({ mutation, variables: { key: DEMO, days: 5, remind: true } });
  expect(client.readQuery({ query, variables: { key: DEMO } })?.course?.goals?.selectedGoal?.daysPerWeek).toBe(5);
  await faults({ '/api/course_home/progress': { status: 500 } });
  await client.query({
    query: apollo.documentNode(ProgressPageDocument),
    variables: { key: DEMO },
    errorPolicy: 'all',
  });
  expect(called).toEqual([['UPSTREAM_UNAVAILABLE', 'ProgressPage']]);
});

test('urql sends the hashes of the manifest', async () => {
  const sent: Sent = [];
  const called: (string | undefined)[] = [];
  const client = new Client({
    url: ENDPOINT,
    preferGetMethod: false,
    exchanges: [
      cacheExchange,
      ...urql.lecternExchanges({ on: { UPSTREAM_UNAVAILABLE: (_, operation) => called.push(operation) } }),
      fetchExchange,
    ],
    fetch: fetchAs('alex', sent),
  });
  const { data } = await client.query(urql.documentNode(CourseHomePageDocument), { key: DEMO });
  expect(data?.course?.title).toBe('Urban Beekeeping');
  expect(hashesOf(sent).every((one) => one === cached.CourseHomePage?.[0])).toBe(true);
  await faults({ '/api/course_home/progress': { status: 500 } });
  const failed = await client.query(urql.documentNode(ProgressPageDocument), { key: DEMO });
  expect(failed.data?.course?.title).toBe('Urban Beekeeping');
  expect(called).toEqual(['ProgressPage']);
});

/** Like a browser: cookies go with requests that include credentials, and the CSRF token comes from the application. */
function browser(user: string, methods: (string | undefined)[] = []): typeof fetch {
  return (url, init = {}) => {
    methods.push(init.method);
    const { 'X-CSRFToken': _, ...cookies } = signIn(user);
    const carried = init.credentials === 'include' ? cookies : {};
    return fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...carried } });
  };
}

const csrfToken = async () => signIn('alex')['X-CSRFToken']!;
const GOAL = { key: DEMO, days: 5, remind: true };

test('urql asks and writes with cookies, also with documents of its own', async () => {
  const methods: string[] = [];
  const exchanges = [cacheExchange, ...urql.lecternExchanges({ csrfToken }), fetchExchange];
  const client = new Client({ url: ENDPOINT, exchanges, fetch: browser('alex', methods) });
  const { data, error } = await client.query(gql`query Own { viewer { username } }`, {});
  expect(error).toBeUndefined();
  expect(data.viewer.username).toBe('alex');
  const written = await client.mutation(urql.documentNode(SetGoalDocument), GOAL);
  expect(written.error).toBeUndefined();
  expect(methods).not.toContain('GET');
});

test('Apollo Client writes with cookies', async () => {
  const link = apollo.lecternLink({ url: ENDPOINT, fetch: browser('alex'), csrfToken });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const { error } = await client.mutate({ mutation: apollo.documentNode(SetGoalDocument), variables: GOAL, errorPolicy: 'all' });
  expect(error).toBeUndefined();
});

test('TanStack Query keeps an answer by its document and variables, and hooks read it', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const client = clientOf('alex');
  await queries.prefetchQuery(lecternQuery(client, CourseHomePageDocument, { key: DEMO }));
  expect(queries.getQueryData(lecternKey(CourseHomePageDocument, { key: DEMO }))).toMatchObject({ errors: [] });
  const Title = () => {
    const { data } = useLecternQuery(CourseHomePageDocument, { key: DEMO }, { select: ({ data: one }) => one.course?.title });
    const { mutate } = useLecternMutation(SetGoalDocument);
    return createElement('h1', { 'data-write': typeof mutate }, data);
  };
  const page = createElement(LecternProvider, { client, children: createElement(Title) });
  const html = renderToString(createElement(QueryClientProvider, { client: queries, children: page }));
  expect(html).toBe('<h1 data-write="function">Urban Beekeeping</h1>');
  expect(() => renderToString(createElement(QueryClientProvider, { client: queries, children: createElement(Title) }))).toThrow(
    'LecternProvider',
  );
});

test('TanStack Query asks again only for what passes', async () => {
  const { retry, retryDelay } = lecternQuery(clientOf('alex'), CourseHomePageDocument, { key: DEMO });
  const failure = (code: string, seconds?: number) =>
    Object.assign(new Error(code), { errors: [{ message: code, extensions: { code, retryAfter: seconds } }] });
  const again = retry as (count: number, error: Error) => boolean;
  const wait = retryDelay as (count: number, error: Error) => number;
  expect(again(0, failure('OVERLOADED'))).toBe(true);
  expect(again(2, failure('OVERLOADED'))).toBe(false);
  expect(again(0, failure('BAD_USER_INPUT'))).toBe(false);
  expect(wait(0, failure('RATE_LIMITED', 7))).toBe(7000);
  expect(wait(0, failure('RATE_LIMITED', 900))).toBe(30_000);
});
