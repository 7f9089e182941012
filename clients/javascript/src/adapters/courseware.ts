/** The models of the learning micro-frontend's data layer for a unit page, made from one query's answer. */

import type { CoursewarePageQuery } from '../generated/operations.js';
import { coursewareBody, learningSequencesBody, navigationBody, sequenceBody } from '../rest/courseware.js';
import type { LmsOptions } from '../rest/shared.js';
import { camelCased } from './camel.js';

export interface CoursewareOptions extends LmsOptions {
  /** The moment, in milliseconds, at which content counts as released. */
  readonly now?: number;
}

/**
 * Model `coursewareMeta` as `metadata`, and the models `courses`, `sections` and `sequences` of the course's outline,
 * which the page merges into it. Null if the course does not exist.
 */
export function toCourseware(data: CoursewarePageQuery, { now = Date.now(), ...options }: CoursewareOptions = {}) {
  const body = coursewareBody(data, options);
  const outline = learningSequencesBody(data);
  if (!body) {
    return null;
  }
  // Sequences that are not released yet are not in the query's outline, which says only whether there are any.
  const isMore = data.course?.outline?.hasScheduledContent === true;
  return { metadata: metadataOf(body, data.serverTime, now), ...(outline ? outlineModels(outline, now, isMore) : NO_MODELS) };
}

type Body = NonNullable<ReturnType<typeof coursewareBody>>;

function metadataOf(body: Body, serverTime: string | null, now: number) {
  return {
    accessExpiration: camelCased(body.access_expiration),
    contentTypeGatingEnabled: body.content_type_gating_enabled,
    courseGoals: camelCased(body.course_goals),
    id: body.id,
    title: body.name,
    offer: camelCased(body.offer),
    enrollmentStart: body.enrollment_start,
    enrollmentEnd: body.enrollment_end,
    end: body.end,
    start: body.start,
    enrollmentMode: body.enrollment.mode,
    isEnrolled: body.enrollment.is_active,
    license: body.license,
    userTimezone: body.user_timezone,
    showCalculator: body.show_calculator,
    notes: camelCased(body.notes),
    marketingUrl: body.marketing_url,
    celebrations: camelCased(body.celebrations),
    userHasPassingGrade: body.user_has_passing_grade,
    courseExitPageIsActive: body.course_exit_page_is_active,
    certificateData: camelCased(body.certificate_data),
    entranceExamData: camelCased(body.entrance_exam_data),
    language: body.language,
    timeOffsetMillis: serverTime === null ? 0 : Date.parse(serverTime) - now,
    verifyIdentityUrl: body.verify_identity_url,
    verificationStatus: body.verification_status,
    linkedinAddToProfileUrl: body.linkedin_add_to_profile_url,
    relatedPrograms: camelCased(body.related_programs),
    userNeedsIntegritySignature: body.user_needs_integrity_signature,
    canAccessProctoredExams: body.can_access_proctored_exams,
  };
}

type LearningSequences = NonNullable<ReturnType<typeof learningSequencesBody>>;
type Sequence = LearningSequences['outline']['sequences'][string];

const NO_MODELS = { courses: {}, sections: {}, sequences: {} } as ReturnType<typeof outlineModels>;

function outlineModels({ course_key: courseId, title, outline }: LearningSequences, now: number, isMore: boolean) {
  const isReleased = ({ accessible, effective_start: start }: Sequence) => accessible || !start || Date.parse(start) <= now;
  const all = Object.values(outline.sequences);
  const open = new Set(all.filter(isReleased).map(({ id }) => id));
  const sections = outline.sections
    .map((section) => ({ section, sequenceIds: section.sequence_ids.filter((key) => open.has(key)) }))
    // The outline has no data about a section that is not released.
    .filter(({ section, sequenceIds }) => sequenceIds.length > 0 || section.sequence_ids.length === 0)
    .map(({ section, sequenceIds }) => ({ id: section.id, title: section.title, sequenceIds, courseId }));
  const sectionOf = new Map(sections.flatMap(({ id, sequenceIds }) => sequenceIds.map((key) => [key, id] as const)));
  const sequences = all.filter(({ id }) => open.has(id)).map((one) => ({
    id: one.id,
    title: one.title,
    ...(sectionOf.has(one.id) ? { sectionId: sectionOf.get(one.id) } : {}),
  }));
  return {
    courses: {
      [courseId]: {
        id: courseId,
        title,
        sectionIds: sections.map(({ id }) => id),
        hasScheduledContent: isMore || open.size < all.length,
      },
    },
    sections: Object.fromEntries(sections.map((section) => [section.id, section])),
    sequences: Object.fromEntries(sequences.map((sequence) => [sequence.id, sequence])),
  };
}

/** Models `sequence` and `units` of the open sequence; null if it is not open, or does not exist. */
export function toSequence(data: CoursewarePageQuery, options: LmsOptions = {}) {
  const body = sequenceBody(data, options);
  return body && {
    sequence: {
      id: body.item_id,
      blockType: body.tag,
      unitIds: body.items.map(({ id }) => id),
      bannerText: body.banner_text,
      format: body.format,
      title: body.display_name,
      gatedContent: camelCased(body.gated_content),
      isTimeLimited: body.is_time_limited,
      isProctored: body.is_proctored,
      isHiddenAfterDue: body.is_hidden_after_due,
      activeUnitIndex: body.position ? body.position - 1 : 0,
      saveUnitPosition: body.save_position,
      showCompletion: body.show_completion,
      // No LMS sends it.
      allowProctoringOptOut: undefined,
      navigationDisabled: body.navigation_disabled,
    },
    units: body.items.map((unit) => ({
      id: unit.id,
      sequenceId: body.item_id,
      bookmarked: unit.bookmarked,
      complete: unit.complete,
      title: unit.page_title,
      contentType: unit.type,
      graded: unit.graded,
      containsContentTypeGatedContent: unit.contains_content_type_gated_content,
    })),
  };
}

/** The state of the outline sidebar of a unit page; null where the outline is closed to the viewer. */
export function toCourseOutlineSidebar(data: CoursewarePageQuery) {
  const body = navigationBody(data);
  if (!body) {
    return null;
  }
  const blocks: SidebarBlock[] = Object.values(body.blocks);
  const of = (...types: string[]) => blocks.filter(({ type }) => types.includes(type));
  const sections = of('chapter').map((block) => ({
    complete: block.complete,
    id: block.id,
    title: block.display_name,
    sequenceIds: block.children,
    completionStat: completionStat(block),
  }));
  const sequences = of('sequential', 'lock').map((block) => ({
    complete: block.complete,
    id: block.id,
    title: block.display_name,
    type: block.type,
    specialExamInfo: block.special_exam_info,
    unitIds: block.children,
    completionStat: completionStat(block),
  }));
  const units = of('vertical').map((block) => ({
    complete: block.complete,
    icon: block.icon,
    id: block.id,
    title: block.display_name,
    type: block.type,
  }));
  return { sections: byId(sections), sequences: byId(sequences), units: byId(units) };
}

interface SidebarBlock {
  id: string;
  type: string;
  display_name: string;
  children: string[];
  complete?: boolean | null;
  icon?: string | null;
  special_exam_info?: string;
  completion_stat?: { completion: number; completable_children: number } | null;
}

function completionStat({ completion_stat: stat }: SidebarBlock) {
  return { completed: stat?.completion, total: stat?.completable_children };
}

function byId<One extends { id: string }>(all: One[]): Record<string, One> {
  return Object.fromEntries(all.map((one) => [one.id, one]));
}
