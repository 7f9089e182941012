/** The models of the learning micro-frontend's data layer for `course_home`, made from one query's answer. */

import type { CourseHomePageQuery, DatesPageQuery, ProgressPageQuery } from '../generated/operations.js';
import { courseMetadataBody, datesBody, outlineBody, progressBody, type MetadataSource } from '../rest/course-home.js';
import type { LmsOptions } from '../rest/shared.js';
import { camelCased } from './camel.js';

export interface MetadataOptions extends LmsOptions {
  /** Name of the tab `courseware`: `outline` on the pages of a course's home, `courseware` on its unit pages. */
  readonly rootSlug?: 'outline' | 'courseware';
}

/** Model `courseHomeMeta`, of any of the four pages of a course; null if the course does not exist. */
export function toCourseHomeMetadata(data: MetadataSource, { rootSlug = 'outline', ...options }: MetadataOptions = {}) {
  const body = courseMetadataBody(data, options);
  if (!body) {
    return null;
  }
  const metadata = camelCased(body);
  return {
    ...metadata,
    tabs: metadata.tabs.map(({ tabId, title, url }) => ({ slug: tabId === 'courseware' ? rootSlug : tabId, title, url })),
    isMasquerading: metadata.originalUserIsStaff === true && !metadata.isStaff,
  };
}

export interface OutlineOptions extends LmsOptions {
  /** When the query was sent and answered, in milliseconds: the clock's offset is computed from them. */
  readonly requestTime?: number;
  readonly responseTime?: number;
}

/** Model `outline`; empty where the LMS refuses the outline. */
export function toOutlineTab(data: CourseHomePageQuery, options: OutlineOptions = {}) {
  const body = outlineBody(data, options);
  if (!body || !data.course) {
    return {};
  }
  const blocks = body.course_blocks?.blocks;
  return {
    accessExpiration: camelCased(body.access_expiration),
    certData: camelCased(body.cert_data),
    courseBlocks: blocks ? outlineModels(data.course.key, Object.values(blocks)) : {},
    courseGoals: camelCased(body.course_goals),
    courseTools: camelCased(body.course_tools),
    datesBannerInfo: camelCased(body.dates_banner_info),
    datesWidget: camelCased(body.dates_widget),
    enrollAlert: camelCased(body.enroll_alert),
    enrollmentMode: body.enrollment_mode,
    enableProctoredExams: body.enable_proctored_exams,
    handoutsHtml: body.handouts_html,
    // No LMS sends it.
    hasScheduledContent: undefined,
    hasEnded: body.has_ended,
    offer: camelCased(body.offer),
    resumeCourse: camelCased(body.resume_course),
    timeOffsetMillis: clock(data.serverTime, options),
    userHasPassingGrade: body.user_has_passing_grade,
    verifiedMode: camelCased(body.verified_mode),
    welcomeMessageHtml: body.welcome_message_html ?? '',
  };
}

function clock(serverTime: string | null, { requestTime, responseTime = Date.now() }: OutlineOptions): number {
  if (serverTime === null) {
    return 0;
  }
  const halfWay = ((requestTime ?? responseTime) - responseTime) / 2;
  return Date.parse(serverTime) - (responseTime - halfWay);
}

type Blocks = NonNullable<NonNullable<ReturnType<typeof outlineBody>>['course_blocks']>['blocks'];
type Block = Blocks[string] & Partial<Record<'complete' | 'resume_block' | 'hide_from_toc', boolean | null>> & {
  lms_web_url?: string | null;
  children: readonly string[];
};

function outlineModels(courseId: string, blocks: readonly Block[]) {
  const of = (type: string) => blocks.filter((block) => block.type === type);
  const sectionOf = new Map(of('chapter').flatMap((section) => section.children.map((key) => [key, section.id] as const)));
  const courses = of('course').map((block) => ({
    id: courseId,
    title: block.display_name,
    sectionIds: block.children,
    hasScheduledContent: block.has_scheduled_content,
    block: block.id,
  }));
  const sections = of('chapter').map((block) => ({
    complete: block.complete,
    courseId,
    id: block.id,
    title: block.display_name,
    resumeBlock: block.resume_block,
    sequenceIds: block.children,
    hideFromTOC: block.hide_from_toc,
  }));
  // Sequences behind an unmet prerequisite have another type, which this page omits.
  const sequences = of('sequential').map((block) => ({
    complete: block.complete,
    description: block.description,
    due: block.due,
    effortActivities: block.effort_activities,
    effortTime: block.effort_time,
    icon: block.icon,
    id: block.id,
    sectionId: sectionOf.get(block.id),
    showLink: Boolean(block.lms_web_url),
    title: block.display_name,
    hideFromTOC: block.hide_from_toc,
    // No LMS sends it.
    navigationDisabled: undefined,
  }));
  return {
    courses: Object.fromEntries(courses.map(({ block, ...course }) => [block, course])),
    sections: Object.fromEntries(sections.map((section) => [section.id, section])),
    sequences: Object.fromEntries(sequences.map((sequence) => [sequence.id, sequence])),
  };
}

/** Model `dates`; empty where the LMS refuses the dates. */
export function toDatesTab(data: DatesPageQuery, options: LmsOptions = {}) {
  const body = datesBody(data, options);
  return body ? camelCased(body) : {};
}

/** Model `progress`; empty where the LMS refuses the progress. */
export function toProgressTab(data: ProgressPageQuery, options: LmsOptions = {}) {
  const body = progressBody(data, options);
  if (!body) {
    return {};
  }
  const progress = camelCased(body);
  const isLocked = body.completion_summary.locked_count > 0;
  const isPartlyOpen = isLocked && body.section_scores.some(({ subsections }) => subsections.some(isOpenAndGraded));
  return {
    ...progress,
    // The letters are kept as the course team wrote them.
    gradingPolicy: { ...progress.gradingPolicy, gradeRange: body.grading_policy.grade_range },
    gradesFeatureIsFullyLocked: isLocked && !isPartlyOpen,
    gradesFeatureIsPartiallyLocked: isPartlyOpen,
  };
}

type Subsection = NonNullable<ReturnType<typeof progressBody>>['section_scores'][number]['subsections'][number];

function isOpenAndGraded(one: Subsection): boolean {
  const hasPoints = one.num_points_possible > 0 || one.num_points_earned > 0;
  return one.assignment_type !== null && one.has_graded_assignment && one.show_grades && hasPoints && one.learner_has_access;
}
