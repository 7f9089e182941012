/** What every client with a normalised cache has to get right, with its cache as it is by default. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { parse } from 'graphql';
import { BOTANY, DEMO, reset } from './servers.mjs';

/** Two queries of two courses: each is still whole in the cache when all were answered. */
export function everythingIsKept(name, connect) {
  beforeEach(reset);

  test(`${name} keeps two courses apart`, async () => {
    const client = connect('alex');
    const query = parse('query Title($key: CourseKey!) { course(key: $key) { id key title } }');
    const answers = new Map();
    for (const key of [DEMO, BOTANY]) {
      answers.set(key, await client.ask(query, { key }));
    }
    for (const [key, answer] of answers) {
      assert.deepEqual(client.read(query, { key }), answer);
    }
  });
}
