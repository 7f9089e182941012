/** The adapters against the rules, for people and courses that differ, over HTTP. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CourseHomePageDocument,
  CoursewarePageDocument,
  DashboardPageDocument,
  DatesPageDocument,
  ProgressPageDocument,
  allPages,
  toCourseHomeMetadata,
  toCourseOutlineSidebar,
  toCourseware,
  toDatesTab,
  toLearnerDashboard,
  toOutlineTab,
  toProgressTab,
  toSequence,
} from '../src/index.js';
import * as rules from './rules/models.js';
import { withMoments } from './support/moments.js';
import { BOTANY, CODE, DEMO, GATED, LMS_URL, NOT_STARTED, PUBLIC, clientOf, faults, features, reset, rest, signIn } from './support/servers.js';

const OPTIONS = { lmsUrl: LMS_URL };
const USERS = ['alex', 'sam', 'taylor', 'anonymous'];
const COURSES = [DEMO, BOTANY, GATED, NOT_STARTED, PUBLIC, CODE];
const CASES = [
  ...USERS.flatMap((user) => COURSES.map((key) => ({ user, key }))),
  ...['jordan', 'robin'].flatMap((user) => [DEMO, BOTANY, PUBLIC].map((key) => ({ user, key }))),
];
const BLOCK = '+type@sequential+block@';
const SEQUENCES: Record<string, string[]> = {
  [DEMO]: ['a9a1dc70c0465d710f6df05c9af42db8', 'a72147a79c9820be313a4941f8f8301e'],
  [BOTANY]: ['soil', 'midterm', 'grafting'],
  [PUBLIC]: ['s1'],
};

/** Has a streak to celebrate, which the LMS reports once. */
const CELEBRATING = 'alex';

/** The model of a REST answer; empty where the LMS refuses it and the page goes on. */
async function modelOf(path: string, user: string, rule: (body: any) => unknown): Promise<unknown> {
  const restart = async () => user === CELEBRATING && reset();
  await restart();
  const { status, body } = await rest(path, user);
  await restart();
  return status === 200 ? rule(body) : {};
}

/** As JSON has them: without what is undefined, keys in any order. */
function same(actual: unknown, expected: unknown): void {
  const [left, right] = [actual, expected].map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  expect(withMoments(left, right)).toEqual(right);
}

beforeAll(reset);
afterAll(reset);

describe.each(CASES)('$key as $user', ({ user, key }) => {
  const ask = async <Result>(document: any): Promise<Result> => (await clientOf(user).ask(document, { key } as never)).data as Result;
  const metadata = (slug: string) =>
    modelOf(`api/course_home/course_metadata/${key}`, user, (body) => rules.courseHomeMetadata(body, slug));

  test('course home', async () => {
    const meta = await metadata('outline');
    const outline = await modelOf(`api/course_home/outline/${key}`, user, (body) => rules.outlineTab(key, body));
    const data = await ask<Parameters<typeof toOutlineTab>[0]>(CourseHomePageDocument);
    same(toCourseHomeMetadata(data, OPTIONS), meta);
    const { timeOffsetMillis = 0, ...tab } = toOutlineTab(data, OPTIONS) as Record<string, unknown>;
    same(tab, outline);
    expect(Math.abs(timeOffsetMillis as number)).toBeLessThan(60_000);
  });

  test('dates', async () => {
    const meta = await metadata('outline');
    const dates = await modelOf(`api/course_home/dates/${key}`, user, rules.datesTab);
    const data = await ask<Parameters<typeof toDatesTab>[0]>(DatesPageDocument);
    same(toCourseHomeMetadata(data, OPTIONS), meta);
    same(toDatesTab(data, OPTIONS), dates);
  });

  test('progress', async () => {
    const meta = await metadata('outline');
    const path = `api/course_home/progress/${key}`;
    await features({ grade_summary: true });
    const { body: newer } = await rest(path, user);
    await features({ grade_summary: false });
    const progress = await modelOf(path, user, (body) => rules.progressTab(body, newer));
    const data = await ask<Parameters<typeof toProgressTab>[0]>(ProgressPageDocument);
    same(toCourseHomeMetadata(data, OPTIONS), meta);
    same(toProgressTab(data, OPTIONS), progress);
  });
});

const UNITS = USERS.flatMap((user) =>
  Object.entries(SEQUENCES).flatMap(([key, all]) =>
    all.map((block) => ({ user, key, sequence: key.replace('course-v1:', 'block-v1:') + BLOCK + block })),
  ),
);

test.each(UNITS)('unit page of $sequence as $user', async ({ user, key, sequence }) => {
  const now = Date.now();
  const meta = (await modelOf(`api/course_home/course_metadata/${key}`, user, (body) => rules.courseHomeMetadata(body, 'courseware'))) as any;
  const courseware = (await modelOf(`api/courseware/course/${key}`, user, rules.courseware)) as any;
  const outline = await modelOf(`api/learning_sequences/v1/course_outline/${key}`, user, (body) => rules.learningSequences(body, now));
  const navigation = await modelOf(`api/course_home/v1/navigation/${key}`, user, rules.sidebar);
  const open = await modelOf(`api/courseware/sequence/${sequence}`, user, rules.sequence);
  const { data } = await clientOf(user).ask(CoursewarePageDocument, { key, sequence, withBookmarks: false, withResume: false });
  same(toCourseHomeMetadata(data, { ...OPTIONS, rootSlug: 'courseware' }), meta);
  const model = toCourseware(data, { ...OPTIONS, now });
  const { timeOffsetMillis, ...shown } = model!.metadata;
  // A streak is reported once, by the endpoint that is called first: the query has the value of `course_metadata`.
  same(shown, { ...courseware, celebrations: meta.celebrations });
  expect(Math.abs(timeOffsetMillis)).toBeLessThan(60_000);
  if (meta.courseAccess.hasAccess && data.course?.outline) {
    const { courses, sections, sequences } = model!;
    same({ courses, sections, sequences }, outline);
    same(toCourseOutlineSidebar(data) ?? {}, navigation);
  } else {
    expect(toCourseOutlineSidebar(data)).toBeNull();
  }
  same(toSequence(data, OPTIONS) ?? {}, open);
});

test.each(['alex', 'sam', 'taylor', 'jordan'])('dashboard of %s', async (user) => {
  const { body } = await rest('api/learner_home/init', user);
  await reset();
  const { data } = await clientOf(user).ask(DashboardPageDocument, { first: 100 });
  expect(data.viewer.enrollments?.pageInfo.hasNextPage).toBe(false);
  same(toLearnerDashboard(data, OPTIONS), body);
});

test('a dashboard from several pages of enrolments', async () => {
  const { body } = await rest('api/learner_home/init', 'alex');
  await reset();
  const client = clientOf('alex');
  const { data } = await client.ask(DashboardPageDocument, { first: 1 });
  const nodes = await allPages(async (after) => (await client.ask(DashboardPageDocument, { first: 2, after })).data.viewer.enrollments);
  expect(nodes.length).toBeGreaterThan(2);
  const enrollments = { edges: nodes.map((node) => ({ node })) };
  same(toLearnerDashboard({ viewer: { ...data.viewer, enrollments } }, OPTIONS), body);
});

test('a visitor has no dashboard', async () => {
  const { data } = await clientOf('anonymous').ask(DashboardPageDocument);
  expect(toLearnerDashboard(data)).toBeNull();
});

test('without the address of the LMS its links stay whole', async () => {
  const { data } = await clientOf('sam').ask(CourseHomePageDocument, { key: DEMO });
  expect(toCourseHomeMetadata(data)?.verifiedMode?.upgradeUrl).toBe(`${LMS_URL}/dashboard`);
  expect(toCourseHomeMetadata(data, OPTIONS)?.verifiedMode?.upgradeUrl).toBe('/dashboard');
});

test('a course that is not there is null, and its tabs are empty', async () => {
  const { data } = await clientOf('alex').ask(CourseHomePageDocument, { key: 'course-v1:No+Such+Run' });
  expect(toCourseHomeMetadata(data)).toBeNull();
  expect(toOutlineTab(data)).toEqual({});
});

test('staff who look as a learner have the learner\'s page, marked as such', async () => {
  const masquerade = { role: 'student', user_name: 'sam', user_partition_id: null, group_id: null };
  const headers = { 'Content-Type': 'application/json', ...signIn('taylor') };
  const body = JSON.stringify(masquerade);
  await fetch(`${LMS_URL}/courses/${DEMO}/masquerade`, { method: 'POST', headers, body });
  const { body: expected } = await rest(`api/course_home/course_metadata/${DEMO}`, 'taylor');
  const { data } = await clientOf('taylor').ask(DatesPageDocument, { key: DEMO });
  const model = toCourseHomeMetadata(data, OPTIONS);
  same(model, rules.courseHomeMetadata(expected, 'outline'));
  expect(model).toMatchObject({ isMasquerading: true, username: 'sam' });
  await reset();
});

test('the header of a newer release', async () => {
  await features({ theme_variant: true });
  const { body } = await rest(`api/course_home/course_metadata/${BOTANY}`, 'sam');
  expect(body.course_theme_variant).toBe('light');
  const { data } = await clientOf('sam').ask(DatesPageDocument, { key: BOTANY });
  same(toCourseHomeMetadata(data, OPTIONS), rules.courseHomeMetadata(body, 'outline'));
  await reset();
});

test('progress of a newer release', async () => {
  await features({ grade_summary: true });
  const { body } = await rest(`api/course_home/progress/${BOTANY}`, 'alex');
  expect(body.assignment_type_grade_summary.some((row: any) => row.last_grade_publish_date)).toBe(true);
  const { data } = await clientOf('alex').ask(ProgressPageDocument, { key: BOTANY });
  same(toProgressTab(data, OPTIONS), rules.progressTab(body, body));
  await reset();
});

test('what a failed call leaves null stays null', async () => {
  await faults({ '/api/course_home/outline': { status: 500 } });
  const answer = await clientOf('alex').ask(CourseHomePageDocument, { key: DEMO });
  expect(answer.errors.length).toBeGreaterThan(0);
  expect(toCourseHomeMetadata(answer.data)?.title).toBe('Urban Beekeeping');
  expect(toOutlineTab(answer.data)).toEqual({});
});
