/** Streamed lists: the first part has the first items, and everything is in the cache in the end. */

import assert from 'node:assert/strict';
import { withIds } from './queries.mjs';
import { DEMO, LMS_URL } from './servers.mjs';

export const STREAMED = [
  withIds(`query App_StreamQuery { course(key: "${DEMO}") { title ...App_lists } }`),
  withIds(
    `fragment App_lists on Course { tabs @stream(initialCount: 1, label: "tabs") { title url } outline { sections @stream(initialCount: 0, label: "sections") { title sequences { title position } } } }`,
  ),
];

/** The query as one document. */
export const STREAM_QUERY = STREAMED.join('\n');

/** The same query without `@stream`. */
export const UNSTREAMED_QUERY = STREAM_QUERY.replaceAll(/@stream\(.*?\)/g, '');

/** Makes slow what the streamed sections ask for. */
export async function slowSequences(milliseconds = 400) {
  const faults = { '/api/courseware/sequence': { latency_ms: milliseconds } };
  await fetch(`${LMS_URL}/__faults`, { method: 'PUT', body: JSON.stringify(faults) });
}

/** What comes first has the first items, what comes last has all, in their order. */
export function assertStreamed(shown) {
  assert.ok(shown.length > 1, 'everything came at once');
  assert.deepEqual([shown[0].course.tabs.length, shown[0].course.outline.sections.length], [1, 0]);
  const { tabs, outline } = shown.at(-1).course;
  assert.ok(tabs.length > 1);
  assert.ok(outline.sections.length > 2);
  assert.ok(tabs.every(({ title }) => title));
  assert.ok(outline.sections.every(({ sequences }) => sequences.length > 0));
}
