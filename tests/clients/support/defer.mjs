/** Deferred fragments: the first part does not wait for what is slow, and everything is in the cache in the end. */

import assert from 'node:assert/strict';
import { withIds } from './queries.mjs';
import { DEMO, LMS_URL } from './servers.mjs';

export const DEFERRED = [
  withIds(`query App_DeferQuery { course(key: "${DEMO}") { title ...App_outline @defer(label: "outline") ...App_progress @defer(label: "progress") } }`),
  withIds(`fragment App_outline on Course { outline { sections { title sequences { title } } } }`),
  withIds(`fragment App_progress on Course { progress { courseGrade { percent } completion { completeCount } } }`),
];

/** The query as one document. */
export const DEFER_QUERY = [DEFERRED[0], DEFERRED[1], DEFERRED[2]].join('\n');

/** The same query without `@defer`. */
export const WHOLE_QUERY = DEFER_QUERY.replaceAll(/@defer\(.*?\)/g, '');

/** Makes one endpoint slow, so that the parts come one after the other. */
export async function slow(milliseconds = 400) {
  const faults = { '/api/course_home/progress': { latency_ms: milliseconds } };
  await fetch(`${LMS_URL}/__faults`, { method: 'PUT', body: JSON.stringify(faults) });
}

/** What comes first has no progress, what comes last has it. */
export function assertDelivered(shown) {
  assert.ok(shown.length > 1, 'everything came at once');
  assert.equal(shown[0].course.title, 'Urban Beekeeping');
  assert.equal(shown[0].course.progress, undefined);
  const last = shown.at(-1).course;
  assert.ok(last.outline.sections.length > 0);
  assert.equal(typeof last.progress.courseGrade.percent, 'number');
}
