/** The client over `fetch`, and the helpers. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeEach, expect, test, vi } from 'vitest';
import { sha256 } from '../src/hash.js';
import {
  CourseHomePageDocument,
  DatesPageDocument,
  ERROR_CODES,
  LecternError,
  ProgressPageDocument,
  SetGoalDocument,
  accessOf,
  allPages,
  clockOffset,
  codesOf,
  createClient,
  documentOf,
  errorsAt,
  hasCode,
  isPassing,
  needsSignIn,
  requestIdOf,
  retryAfter,
  type Document,
} from '../src/index.js';
import { DEMO, ENDPOINT, GATED, clientOf, faults, fetchAs, reset, signIn, type Sent } from './support/servers.js';

beforeEach(reset);

/** A document that no gateway has seen. */
function fresh(): Document<{ course: { title: string } | null }, { key: string }> {
  const text = `query Fresh${Date.now()}($key: CourseKey!) { course(key: $key) { title } }`;
  return { name: 'Fresh', keyword: 'query', hash: hashOf(text), text };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

test('pages without HTTPS have the same hashes', async () => {
  const texts = ['', 'ü', ...[55, 56, 63, 64, 65, 200, 5000].map((length) => 'q'.repeat(length))];
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes });
  expect(await Promise.all(texts.map(sha256))).toEqual(texts.map(hashOf));
  vi.unstubAllGlobals();
});

test('a query is sent by its hash, with its text when the gateway does not know it yet', async () => {
  const sent: Sent = [];
  const client = createClient({ url: ENDPOINT, fetch: fetchAs('alex', sent) });
  const document = fresh();
  const { data, errors, requestId } = await client.ask(document, { key: DEMO });
  expect(data.course?.title).toBe('Urban Beekeeping');
  expect(errors).toEqual([]);
  expect(requestId).toMatch(/^[0-9a-f]{32}$/);
  await client.ask(document, { key: DEMO });
  expect(sent.map((body) => 'query' in body)).toEqual([false, true, false]);
});

test('a client of listed documents sends the name that the manifest has', async () => {
  const sent: Sent = [];
  const client = createClient({ url: ENDPOINT, persisted: 'listed', fetch: fetchAs('alex', sent) });
  const unknown = fresh();
  const refused = await client.ask(unknown, { key: DEMO }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(LecternError);
  expect(codesOf(refused)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  expect(sent).toEqual([{ documentId: unknown.hash, variables: { key: DEMO } }]);
  const listed = JSON.parse(readFileSync(new URL('../persisted-query-manifest.json', import.meta.url), 'utf8'));
  expect(listed.operations.map(({ id }: { id: string }) => id)).toContain(DatesPageDocument.hash);
  for (const { id, body } of listed.operations) {
    expect(hashOf(body)).toBe(id);
  }
});

test('the time zone of the browser goes along', async () => {
  const seen: unknown[] = [];
  const noting: typeof fetch = (url, init) => {
    seen.push(new Headers(init?.headers).get('X-Browser-Timezone'));
    return fetch(url, init);
  };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  await createClient({ url: ENDPOINT, fetch: noting, browserTimezone: zone }).ask(DatesPageDocument, { key: DEMO });
  await createClient({ url: ENDPOINT, fetch: noting }).ask(DatesPageDocument, { key: DEMO });
  expect(new Set(seen)).toEqual(new Set([zone, null]));
});

test('a write takes the CSRF token along', async () => {
  const { Cookie = '' } = signIn('alex');
  const send: typeof fetch = (url, init) =>
    fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), Cookie } });
  const options = { url: ENDPOINT, fetch: send };
  const variables = { key: DEMO, days: 5, remind: true };
  const without = await createClient(options).ask(SetGoalDocument, variables);
  expect(without.errors.length).toBeGreaterThan(0);
  const client = createClient({ ...options, csrfToken: () => 'A'.repeat(32) });
  const { data, errors } = await client.ask(SetGoalDocument, variables);
  expect(errors).toEqual([]);
  expect(data.setCourseGoal?.course?.goals?.selectedGoal?.daysPerWeek).toBe(5);
});

test('a sign-in that is not taken is renewed once, for several queries together', async () => {
  let renewed = 0;
  let isFresh = false;
  const client = createClient({
    url: ENDPOINT,
    fetch: (url, init) => fetch(url, init),
    headers: () => ({ Authorization: isFresh ? 'JWT demo-alex' : 'JWT forged' }),
    refresh: async () => {
      renewed += 1;
      await Promise.resolve();
      isFresh = true;
    },
  });
  const [home, dates] = await Promise.all([
    client.ask(CourseHomePageDocument, { key: DEMO }),
    client.ask(DatesPageDocument, { key: DEMO }),
  ]);
  expect(home.data.viewer.username).toBe('alex');
  expect(dates.errors).toEqual([]);
  expect(renewed).toBe(1);
});

test.each([false, null])('a renewal that results in %s leaves the answer as it was', async (renewed) => {
  const sent: Sent = [];
  const headers = { Authorization: 'JWT forged' };
  const client = clientOf('anonymous', { headers, refresh: async () => renewed, fetch: fetchAs('anonymous', sent), persisted: 'text' });
  const answer = await client.ask(DatesPageDocument, { key: DEMO });
  expect(needsSignIn(answer)).toBe(true);
  expect(sent).toHaveLength(1);
});

test.each(['automatic', 'text'] as const)('a document of the application\'s own, sent as %s', async (persisted) => {
  const Own = documentOf<{ course: { title: string } | null }, { key: string }>(`
    # query Other
    fragment Title on Course { title }
    query OwnTitle($key: CourseKey!) { course(key: $key) { ...Title } }
  `);
  expect([Own.keyword, Own.name]).toEqual(['query', 'OwnTitle']);
  const { data } = await clientOf('alex', { persisted }).ask(Own, { key: DEMO });
  expect(data.course?.title).toBe('Urban Beekeeping');
  expect(() => documentOf('{ serverTime }')).toThrow('name');
});

test.each(['null', '{"errors": {"query": ["No."]}}', '{"detail": "No."}', '"No."'])('%s of a proxy is an error of its status', async (text) => {
  const client = createClient({ url: ENDPOINT, fetch: async () => new Response(text, { status: 401 }) });
  const error = await client.ask(DatesPageDocument, { key: DEMO }).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(LecternError);
  expect(error).toMatchObject({ status: 401, errors: [] });
});

test('errors say what failed, and when to retry', async () => {
  await faults({ '/api/course_home/progress': { status: 429, retry_after: 7 } });
  const answer = await clientOf('alex').ask(ProgressPageDocument, { key: DEMO });
  expect(answer.data.course?.progress).toBeNull();
  expect(codesOf(answer)).toEqual(['RATE_LIMITED']);
  expect(hasCode(answer, 'RATE_LIMITED', 'OVERLOADED')).toBe(true);
  expect(errorsAt(answer, 'course', 'progress')).toHaveLength(1);
  expect(errorsAt(answer, 'course', 'title')).toHaveLength(0);
  expect(retryAfter(answer)).toBe(7);
  expect(isPassing(answer)).toBe(true);
  expect(requestIdOf(answer)).toBe(answer.requestId);
});

test('a gateway that is not there is an error without a status', async () => {
  const client = createClient({ url: 'http://127.0.0.1:9/graphql', fetch });
  const error = await client.ask(DatesPageDocument, { key: DEMO }).catch((one: unknown) => one);
  expect(error).toMatchObject({ name: 'LecternError', status: null, errors: [] });
});

test('a proxy without JSON is an error with its status', async () => {
  const send: typeof fetch = async () => new Response('<h1>Bad gateway</h1>', { status: 502 });
  const client = createClient({ url: ENDPOINT, fetch: send });
  await expect(client.ask(DatesPageDocument, { key: DEMO })).rejects.toMatchObject({ status: 502 });
});

test('a query that is no longer wanted is given up', async () => {
  const controller = new AbortController();
  controller.abort();
  const asked = clientOf('alex').ask(DatesPageDocument, { key: DEMO }, { signal: controller.signal });
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});

test('access says whether a course is open, closed, missing or unknown', async () => {
  const client = clientOf('alex');
  const access = async (key: string) => {
    const { data, errors } = await client.ask(DatesPageDocument, { key });
    return accessOf(data.course, errors);
  };
  expect(await access(DEMO)).toEqual({ state: 'open' });
  expect(await access(GATED)).toMatchObject({ state: 'closed', errorCode: 'unfulfilled_milestones' });
  expect(await access('course-v1:No+Such+Run')).toEqual({ state: 'missing' });
  await faults({ '/': { status: 500 } });
  expect(await access(DEMO)).toEqual({ state: 'unknown' });
});

test('the clock is ahead by what lies between the question and the answer', () => {
  const asked = Date.parse('2026-09-24T00:00:00Z');
  expect(clockOffset('2026-09-24T00:00:11Z', asked, asked + 2000)).toBe(10_000);
  expect(clockOffset(null, asked)).toBe(0);
});

test('a list is asked for page by page', async () => {
  const pages = [
    { pageInfo: { hasNextPage: true, endCursor: 'a' }, edges: [{ node: 1 }, { node: 2 }] },
    { pageInfo: { hasNextPage: false, endCursor: null }, edges: [{ node: 3 }] },
  ];
  const asked: (string | null)[] = [];
  const nodes = await allPages(async (after) => {
    asked.push(after);
    return pages[asked.length - 1];
  });
  expect(nodes).toEqual([1, 2, 3]);
  expect(asked).toEqual([null, 'a']);
  await expect(allPages(async () => pages[0], 3)).rejects.toThrow('3 pages');
});

test('the codes are those of the documentation', () => {
  const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
  const listed = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect([...new Set(listed)].sort()).toEqual([...ERROR_CODES].sort());
});
