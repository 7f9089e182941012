/** What clients say on the console: each of their warnings is about something that somebody would have to configure. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format } from 'node:util';

const heard = new Set();

for (const method of ['warn', 'error']) {
  console[method] = (...words) => heard.add(format(...words).slice(0, 1000));
}

/** To be declared after all other tests of the file. Warnings that match `except` are in order. */
export function nothingIsWarnedOf({ except = /^$/ } = {}) {
  test('nothing is warned of', () => assert.deepEqual([...heard].filter((text) => !except.test(text)), []));
}
