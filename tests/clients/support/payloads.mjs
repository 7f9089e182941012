/** What a payload brings into a client's store: pages on the screen show the new values without another request. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'graphql';
import { differences } from './compare.mjs';
import { withIds } from './queries.mjs';
import { DEMO, PUBLIC, reset } from './servers.mjs';

const BLOCK = `block-v1:${DEMO.replace('course-v1:', '')}+type@`;
export const UNIT = `${BLOCK}vertical+block@e935a58b66f8f5b851811fe71dde8c56`;
const HTML = `${BLOCK}html+block@5f20f7a53ec761287b7fa3f08e73ffa6`;
const SEQUENCE = `${BLOCK}sequential+block@a9a1dc70c0465d710f6df05c9af42db8`;

const BOOKMARKS = `
  bookmarks(first: 10) { totalCount edges { node { key displayName } } }
  sequence(key: "${SEQUENCE}") { units { bookmarked } }
`;
const ENROLLMENTS = `
  enrollments(first: 50) { totalCount edges { node { mode isActive hasOptedOutOfEmail course { key } } } }
`;
const ENROLLMENT = 'enrollment { mode isActive hasOptedOutOfEmail }';

/**
 * The writes: the course that the page shows, what it selects of the course and of the viewer, and the input. `first`
 * are writes that happen before the page is opened.
 */
const WRITES = {
  addBookmark: { course: BOOKMARKS, input: `block: "${UNIT}"` },
  removeBookmark: { course: BOOKMARKS, input: `block: "${UNIT}"`, first: ['addBookmark'] },
  enroll: { key: PUBLIC, course: ENROLLMENT, viewer: ENROLLMENTS, input: `course: "${PUBLIC}"` },
  unenroll: { course: ENROLLMENT, viewer: ENROLLMENTS, input: `course: "${DEMO}"` },
  completeBlocks: {
    course: 'outline { sections { complete sequences { complete } } } progress { completion { completeCount } }',
    input: `course: "${DEMO}", blocks: [{ key: "${HTML}" }]`,
  },
  setCourseGoal: {
    course: 'goals { selectedGoal { daysPerWeek subscribedToReminders } }',
    input: `course: "${DEMO}", daysPerWeek: 2, subscribedToReminders: true`,
  },
  dismissWelcomeMessage: { course: 'welcomeMessageHtml', input: `course: "${DEMO}"` },
  resetCourseDeadlines: { course: 'dates { blocks { date title } }', input: `course: "${DEMO}"` },
  signIntegrityAgreement: { course: 'needsIntegritySignature', input: `course: "${DEMO}"` },
  setCourseEmails: { course: ENROLLMENT, viewer: ENROLLMENTS, input: `course: "${DEMO}", receive: false` },
  recordLastVisited: {
    course: `sequence(key: "${SEQUENCE}") { position }`,
    input: `course: "${DEMO}", block: "${UNIT}"`,
  },
  updateTour: { viewer: 'tour { showCoursewareTour }', input: 'showCoursewareTour: false' },
  setPreference: { viewer: 'timezone preferences { key value }', input: 'key: "time_zone", value: "Asia/Tokyo"' },
};

const root = ({ key = DEMO, course, viewer }) =>
  [viewer && `viewer { ${viewer} }`, course && `course(key: "${key}") { ${course} }`].filter(Boolean).join(' ');

const page = (name) => withIds(`query App_${name}Query { ${root(WRITES[name])} }`);

const direct = (name) => {
  const { course, viewer, input } = WRITES[name];
  const selected = [viewer && `viewer { ${viewer} }`, course && `course { ${course} }`].filter(Boolean).join(' ');
  return withIds(`mutation App_${name}Mutation { ${name}(input: { ${input} }) { userErrors { code message } ${selected} } }`);
};

const byRoot = (name) =>
  withIds(`mutation App_${name}_rootMutation {
    ${name}(input: { ${WRITES[name].input} }) { userErrors { code message } query { ${root(WRITES[name])} } }
  }`);

const names = Object.keys(WRITES);

/** All documents, for clients that compile them beforehand. */
export const payloadDocuments = names.flatMap((name) => [page(name), direct(name), byRoot(name)]);

/** Writes, and looks at what the page shows then. */
export function payloadsReachThePage(client_name, connect) {
  for (const [way, mutation] of Object.entries({ course: direct, query: byRoot })) {
    for (const name of names) {
      test(`${client_name}: ${name} reaches the page by ${way}`, async () => {
        await reset();
        const client = connect('alex');
        const document = parse(page(name));
        for (const first of WRITES[name].first ?? []) {
          await connect('alex').mutate(parse(direct(first)));
        }
        const shown = await client.show(document);
        const before = shown.data;
        await client.mutate(parse(mutation(name)));
        const [, written] = client.answers;
        assert.deepEqual(written.errors ?? [], []);
        assert.deepEqual(written.data[name].userErrors, []);
        const other = connect('alex');
        await other.ask(document);
        assert.deepEqual(differences(shown.data, other.answers.at(-1).data), []);
        assert.notDeepEqual(differences(shown.data, before), [], 'the write changes something on the page');
        assert.equal(client.requests.length, 2, 'the page was asked again');
        shown.close();
      });
    }
  }
}
