/** What clients say on the console: each of their warnings is about something that somebody would have to configure. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

const heard = new Set();

for (const method of ['warn', 'error']) {
  console[method] = (...words) => heard.add(words.map(String).join(' ').slice(0, 400));
}

/** To be declared after all other tests of the file. */
export function nothingIsWarnedOf() {
  test('nothing is warned of', () => assert.deepEqual([...heard], []));
}
