/** What every client with a normalised cache has to get right, with its cache as it is by default. */

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { parse } from 'graphql';
import { differences } from './compare.mjs';
import { pages, randomQuery } from './queries.mjs';
import { BOTANY, DEMO, GATED, reset } from './servers.mjs';

/** One random query of each root field for each seed; `SEEDS=50` looks further than the tests do every day. */
const SEEDS = Array.from({ length: Number(process.env.SEEDS ?? 6) }, (_, index) => index + 1);
const PROGRAM = '8c4d2b6e-0f13-4c7a-9d55-2a61e7b9c304';
const FOR_STAFF = ['Course.gradebook', 'Course.gradingInfo', 'Course.gradingPolicy', 'Course.assignmentTypePolicies'];
const SEQUENCES = {
  [DEMO]: 'block-v1:OpenedX+DemoX+DemoCourse+type@sequential+block@a9a1dc70c0465d710f6df05c9af42db8',
  [BOTANY]: 'block-v1:OpenedX+BotanyX+2026+type@sequential+block@soil',
};

/** Each team of a list has calls of its own. */
const FEW_TEAMS = { 'TeamSet.teams': '(first: 2)', 'Team.threads': '(first: 1)' };

/** Arguments: of several, a query has one by chance. */
const GIVEN = {
  'Viewer.enrollments': ['(first: 3)', `(first: 2, after: "${encoded('offset:1')}")`, '(first: 3, status: IN_PROGRESS)'],
  'Course.bookmarks': ['', '(first: 1)'],
  'Course.blocks': ['', '(types: ["vertical"])'],
  'Discussion.threads': ['', '(first: 1)', '(following: true)'],
  ...FEW_TEAMS,
};
const LISTED = { given: GIVEN, flat: ['Course'], density: 0.4 };
/** Fields of a learner's outline that the LMS shows to staff. */
const OF_LEARNERS = {
  Outline: ['title', 'sections'],
  Section: ['key', 'title', 'complete', 'resumeBlock', 'hideFromToc', 'sequences'],
  Sequence: ['key', 'title', 'complete', 'resumeBlock', 'due', 'effortTime', 'webUrl', 'accessible', 'start', 'units'],
  Unit: ['key', 'title', 'complete'],
};
const AS_SAM = { ...FEW_TEAMS, 'Course.outline': '(asUser: "sam")', 'Course.progress': '(asUser: "sam")' };

/** The fields of the root, and how much is selected below each. */
const ROOTS = {
  DemoX: [`course(key: "${DEMO}")`, { given: given(DEMO) }],
  BotanyX: [`course(key: "${BOTANY}")`, { given: given(BOTANY) }],
  Node: [`node(id: "${encoded(`Course:${DEMO}`)}")`, { given: given(DEMO), on: 'Course' }],
  Courses: [`courses(keys: ["${DEMO}", "${BOTANY}"])`, LISTED],
  Viewer: ['viewer', LISTED],
  Catalog: ['catalog(first: 3)', LISTED],
  Providers: ['creditProviders', {}],
  Program: [`program(uuid: "${PROGRAM}")`, LISTED],
  Thread: ['thread(id: "1")', LISTED],
};

/** Staff read data of one learner and of themselves. */
const STAFF_ROOTS = {
  AsSam: [`course(key: "${DEMO}")`, { given: AS_SAM, only: OF_LEARNERS }],
};

function given(key) {
  return { ...GIVEN, 'Course.sequence': `(key: "${SEQUENCES[key]}")` };
}

function encoded(text) {
  return Buffer.from(text).toString('base64url');
}

/** Of the same lists, one query wants one thing of each object, the next another, and the last both. */
const HALVES = [
  ['Keys', 'key', 'lmsId'],
  ['Titles', 'title', 'date'],
  ['Both', 'key title', 'lmsId date'],
].map(([name, fields, ofUpdates]) => {
  const sections = `sections { id ${fields} sequences { id ${fields} units { id ${fields} } } }`;
  const lists = `tabs { id ${fields} } updates { id ${ofUpdates} } outline { id ${sections} }`;
  return `query App_lists${name}Query { course(key: "${DEMO}") { id ${lists} } }`;
});

/** Fields of one object that two endpoints have, in a course that is closed to the viewer. */
const CLOSED = [
  ['Address', 'hasVisitedCourse url'],
  ['Block', 'block { id key } unit { id key }'],
].map(([name, fields]) => `query App_closed${name}Query { course(key: "${GATED}") { id title resume { id ${fields} } } }`);

const USERS = ['alex', 'taylor'];

/**
 * Queries with their variables, whose names suit Relay: GraphiQL's pages, for two courses where they take any, and
 * random ones of all roots, those of one root not next to each other.
 */
function queries(user) {
  const isStaff = user === 'taylor';
  const roots = isStaff ? { ...ROOTS, ...STAFF_ROOTS } : ROOTS;
  const random = SEEDS.flatMap((seed) =>
    Object.entries(roots).map(([root, [field, options]]) => {
      const without = isStaff ? [] : FOR_STAFF;
      const text = randomQuery(`App_${user}_${root}${seed}Query`, field, seed, { ...options, without });
      return { text, variables: {} };
    }),
  );
  const shown = pages().flatMap(({ text, variables }) =>
    Object.keys(variables).join() === 'key' ? [DEMO, BOTANY].map((key) => ({ text, variables: { key } })) : [{ text, variables }],
  );
  return [...shown, ...random];
}

/** The texts of all of them, for clients that compile beforehand. */
export function documents() {
  return [...HALVES, ...CLOSED, ...new Set(USERS.flatMap(queries).map(({ text }) => text))];
}

/** Many queries, answered one after the other: each is still whole in the cache when all of them were answered. */
export function everythingIsKept(name, connect) {
  before(reset);

  test(`${name} puts lists together by the ids of their objects`, async () => {
    const client = connect('alex');
    const [keys, titles, both] = HALVES.map((text) => parse(text));
    await client.ask(keys, {});
    assert.equal(client.read(both, {}), null);
    await client.ask(titles, {});
    const { course } = client.read(both, {});
    assert.ok(course.tabs.length > 1);
    const sequences = course.outline.sections.flatMap((section) => section.sequences);
    for (const one of [...course.tabs, ...course.outline.sections, ...sequences, ...sequences.flatMap(({ units }) => units)]) {
      assert.ok(one.key && one.title);
    }
  });

  test(`${name} keeps what one query has of an object when the next asks for the rest`, async () => {
    const client = connect('alex');
    const asked = CLOSED.map((text) => parse(text));
    for (const document of [...asked, ...asked]) {
      await client.ask(document, {});
    }
    for (const document of asked) {
      assert.ok(client.read(document, {})?.course.resume, document.definitions[0].name.value);
    }
  });

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
