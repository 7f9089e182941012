/** The REST calls of each page, and the parts of the query's answer that are their bodies. */

import type { CourseHomePageQuery, CoursewarePageQuery, DatesPageQuery, ProgressPageQuery } from '../generated/operations.js';
import {
  CourseHomePageDocument,
  CoursewarePageDocument,
  DatesPageDocument,
  ProgressPageDocument,
} from '../generated/documents.js';
import { courseMetadataBody, datesBody, outlineBody, progressBody, type MetadataSource } from '../rest/course-home.js';
import {
  coursewareBody,
  discussionBody,
  learningSequencesBody,
  navigationBody,
  sequenceBody,
  topicsBody,
  tourBody,
  type TourSource,
} from '../rest/courseware.js';
import type { LmsOptions } from '../rest/shared.js';

/** One of a page's calls: `metadata` belongs to every page of a course. */
export interface Call {
  readonly part: string;
  /** Key of the course; null for data of the viewer. */
  readonly course: string | null;
  /** Further identification: the sequence, the learner or the viewer. */
  readonly subject?: string;
}

interface Route {
  readonly part: string;
  readonly pattern: RegExp;
  /** Parameters of the query string that do not change the body. */
  readonly accepts?: Readonly<Record<string, RegExp>>;
}

const KEY = '([^/]+)';
const ROUTES: readonly Route[] = [
  route('metadata', `api/course_home/(?:v1/)?course_metadata/${KEY}`, { browser_timezone: /./ }),
  route('outline', `api/course_home/(?:v1/)?outline/${KEY}`),
  route('dates', `api/course_home/(?:v1/)?dates/${KEY}`),
  route('progress', `api/course_home/(?:v1/)?progress/${KEY}(?:/(\\d+)/)?`),
  route('course', `api/courseware/course/${KEY}`, { browser_timezone: /./ }),
  route('sequences', `api/learning_sequences/v1/course_outline/${KEY}`),
  route('navigation', `api/course_home/v1/navigation/${KEY}`),
  route('discussion', `api/discussion/v1/courses/${KEY}`),
  route('topics', `api/discussion/v2/course_topics/${KEY}`),
  route('sequence', `api/courseware/sequence/${KEY}`, { preview: /^0$/ }),
  route('tour', `api/user_tours/v1/${KEY}`),
];

function route(part: string, path: string, accepts: Route['accepts'] = {}): Route {
  return { part, pattern: new RegExp(`^/${path}$`), accepts };
}

/** The call that a path and its parameters stand for; null if it is not a call of a page. */
export function callOf(path: string, parameters: URLSearchParams): Call | null {
  for (const { part, pattern, accepts = {} } of ROUTES) {
    const [found, first = '', second] = pattern.exec(path) ?? [];
    if (found !== undefined) {
      const isPlain = [...parameters].every(([name, value]) => accepts[name]?.test(value));
      return isPlain ? named(part, decodeURIComponent(first), second) : null;
    }
  }
  return null;
}

function named(part: string, first: string, second: string | undefined): Call | null {
  if (part === 'tour') {
    return { part, course: null, subject: first };
  }
  if (part === 'sequence') {
    const course = courseOf(first);
    return course === null ? null : { part, course, subject: first };
  }
  return second === undefined ? { part, course: first } : { part, course: first, subject: second };
}

/** The course of a block's key. Keys of other forms are left to the LMS. */
function courseOf(block: string): string | null {
  const [, run] = /^block-v1:([^+]+\+[^+]+\+[^+]+)\+type@/.exec(block) ?? [];
  return run === undefined ? null : `course-v1:${run}`;
}

type Body = object | null;
type Parts<Data> = Readonly<Record<string, (data: Data, call: Call, options: LmsOptions) => Body>>;

/** A page: its query, and the bodies made from the answer. A null is left to the LMS. */
export interface Page<Data = any> {
  readonly document: { readonly hash: string; readonly text: string };
  readonly parts: Parts<Data>;
  readonly variables: (calls: readonly Call[]) => Record<string, unknown> | null;
}

const metadata = (data: MetadataSource, _: Call, options: LmsOptions): Body =>
  data.course?.access && data.course.tabs ? courseMetadataBody(data, options) : null;

function page<Data>(document: Page['document'], parts: Parts<Data>, variables: Page['variables']): Page<Data> {
  return { document, parts, variables };
}

const courseKey = (calls: readonly Call[]) => calls.find(({ course }) => course !== null)?.course ?? null;
const byKey = (calls: readonly Call[]) => ({ key: courseKey(calls), withTour: true });
const tour = (data: { viewer: TourSource }, call: Call): Body => (data.viewer.username === call.subject ? tourBody(data) : null);
const find = (calls: readonly Call[], part: string) => calls.find((call) => call.part === part);

const HOME = page<CourseHomePageQuery>(
  CourseHomePageDocument,
  { metadata, tour, outline: (data, _, options) => outlineBody(data, options) },
  byKey,
);
const DATES = page<DatesPageQuery>(
  DatesPageDocument,
  { metadata, tour, dates: (data, _, options) => datesBody(data, options) },
  byKey,
);
const PROGRESS = page<ProgressPageQuery>(
  ProgressPageDocument,
  { metadata, tour, progress: (data, _, options) => progressBody(data, options) },
  (calls) => ({ ...byKey(calls), studentId: find(calls, 'progress')?.subject ?? null }),
);
const UNIT = page<CoursewarePageQuery>(
  CoursewarePageDocument,
  {
    metadata,
    // The LMS may send more about an enrolment that has ended.
    course: (data, _, options) => (data.course?.enrollment ? coursewareBody(data, options) : null),
    // The LMS sends more about content that is not released yet.
    sequences: (data) => (data.course?.outline?.hasScheduledContent ? null : learningSequencesBody(data)),
    navigation: (data) => navigationBody(data),
    sequence: (data, call, options) =>
      data.course?.sequence?.units && data.course.sequence.key === call.subject ? sequenceBody(data, options) : null,
    tour,
    discussion: (data) => discussionBody(data),
    topics: (data) => topicsBody(data),
  },
  (calls) => {
    const sequence = find(calls, 'sequence')?.subject;
    const isPage = find(calls, 'course') ?? find(calls, 'sequences');
    return sequence && isPage ? { key: courseKey(calls), sequence, withResume: false, withBookmarks: false } : null;
  },
);

/** The page that a single call identifies. Other pages are identified by several calls together. */
export function pageOf(calls: readonly Call[]): Page | null {
  const tabs: [string, Page][] = [['outline', HOME], ['dates', DATES], ['progress', PROGRESS]];
  const tab = tabs.find(([part]) => find(calls, part));
  return tab ? tab[1] : (UNIT.variables(calls) && UNIT);
}
