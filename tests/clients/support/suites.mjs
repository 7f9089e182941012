/** What every client with a normalised cache has to get right, with its cache as it is by default. */

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { parse } from 'graphql';
import { differences } from './compare.mjs';
import { pages, randomQuery } from './queries.mjs';
import { BOTANY, DEMO, reset } from './servers.mjs';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const PROGRAM = '8c4d2b6e-0f13-4c7a-9d55-2a61e7b9c304';
const FOR_STAFF = ['Course.gradebook', 'Course.gradingInfo', 'Course.gradingPolicy'];
const GIVEN = { 'Viewer.enrollments': '(first: 3)' };
const ALL = { given: GIVEN, flat: [] };
const LISTED = { given: GIVEN, flat: ['Course'], density: 0.4 };

/** The fields of the root, and how much is selected below each. */
const DOORS = {
  DemoX: [`course(key: "${DEMO}")`, ALL],
  BotanyX: [`course(key: "${BOTANY}")`, ALL],
  Courses: [`courses(keys: ["${DEMO}", "${BOTANY}"])`, LISTED],
  Viewer: ['viewer', LISTED],
  Catalog: ['catalog(first: 3)', LISTED],
  Providers: ['creditProviders', ALL],
  Program: [`program(uuid: "${PROGRAM}")`, LISTED],
  Thread: ['thread(id: "1")', LISTED],
};

const USERS = ['alex', 'taylor'];

/**
 * Queries with their variables, whose names suit Relay: GraphiQL's pages, for two courses where they take any, and
 * random ones of all doors, those of one door not next to each other.
 */
function queries(user) {
  const without = user === 'taylor' ? [] : FOR_STAFF;
  const random = SEEDS.flatMap((seed) =>
    Object.entries(DOORS).map(([door, [field, options]]) => ({
      text: randomQuery(`App_${user}_${door}${seed}Query`, field, seed, { ...options, without }),
      variables: {},
    })),
  );
  const shown = pages().flatMap(({ text, variables }) =>
    Object.keys(variables).join() === 'key' ? [DEMO, BOTANY].map((key) => ({ text, variables: { key } })) : [{ text, variables }],
  );
  return [...shown, ...random];
}

/** The texts of all of them, for clients that compile beforehand. */
export function documents() {
  return [...new Set(USERS.flatMap(queries).map(({ text }) => text))];
}

/** Many queries, answered one after the other: each is still whole in the cache when all of them were answered. */
export function everythingIsKept(name, connect) {
  before(reset);

  for (const user of USERS) {
    test(`${name} mixes and loses nothing of ${user}'s`, async (t) => {
      const client = connect(user);
      const asked = [];
      for (const { text, variables } of queries(user)) {
        const document = parse(text);
        await client.ask(document, variables);
        const { data, errors } = client.answers.at(-1);
        assert.deepEqual(errors ?? [], [], text);
        asked.push([document, variables, data]);
      }
      for (const [document, variables, data] of asked) {
        await t.test(`${document.definitions[0].name.value} ${variables.key ?? ''}`, () => {
          const kept = client.read(document, variables);
          assert.notEqual(kept, null, `missing in the cache: ${client.missing?.(document, variables).join('; ')}`);
          assert.deepEqual(differences(kept, data), []);
        });
      }
    });
  }
}
