/** Bodies of the LMS's endpoints for a unit page, made from one query's answer. */

import type { CourseHomeTourStatus, CoursewarePageQuery } from '../generated/operations.js';
import {
  accessExpirationBody,
  celebrationsBody,
  certificateBody,
  goalsBody,
  offerBody,
  relative,
  type LmsOptions,
} from './shared.js';

/** `GET courseware/course/{course}`; null if the course does not exist. */
export function coursewareBody({ viewer, course }: CoursewarePageQuery, options: LmsOptions = {}) {
  return course && {
    id: course.key,
    name: course.title,
    access_expiration: accessExpirationBody(course.accessExpiration, options),
    can_access_proctored_exams: course.canAccessProctoredExams,
    celebrations: celebrationsBody(course.celebrations),
    certificate_data: certificateBody(course.certificate, options),
    content_type_gating_enabled: course.contentTypeGatingEnabled,
    course_exit_page_is_active: course.courseExitPageIsActive,
    course_goals: goalsBody(course.goals),
    effort: course.effort,
    end: course.end,
    enrollment: { mode: course.enrollment?.mode ?? null, is_active: course.enrollment?.isActive ?? false },
    enrollment_end: course.enrollmentEnd,
    enrollment_start: course.enrollmentStart,
    entrance_exam_data: course.entranceExam && {
      entrance_exam_current_score: course.entranceExam.currentScore,
      entrance_exam_enabled: course.entranceExam.enabled,
      entrance_exam_id: course.entranceExam.key ?? '',
      entrance_exam_minimum_score_pct: course.entranceExam.minimumScorePercent,
      entrance_exam_passed: course.entranceExam.passed,
    },
    language: course.language,
    learning_assistant_enabled: course.learningAssistantEnabled,
    license: course.license,
    linkedin_add_to_profile_url: course.linkedinAddToProfileUrl,
    marketing_url: course.marketingUrl,
    notes: course.notes && { enabled: course.notes.enabled, visible: course.notes.visible },
    offer: offerBody(course.offer, options),
    pacing: course.pacing?.toLowerCase() ?? null,
    related_programs: course.relatedPrograms?.map((program) => ({
      progress: program.progress && {
        completed: program.progress.completed,
        in_progress: program.progress.inProgress,
        not_started: program.progress.notStarted,
      },
      slug: program.slug,
      title: program.title,
      url: program.url,
      uuid: program.uuid,
    })) ?? null,
    show_calculator: course.showCalculator,
    start: course.start,
    user_has_passing_grade: course.userHasPassingGrade,
    user_needs_integrity_signature: course.needsIntegritySignature,
    user_timezone: viewer.timezone,
    verification_status: course.verificationStatus,
    verify_identity_url: relative(course.verifyIdentityUrl, options),
  };
}

/** `GET learning_sequences/v1/course_outline/{course}`; null where the outline is closed to the viewer. */
export function learningSequencesBody({ course }: CoursewarePageQuery) {
  if (!course?.outline) {
    return null;
  }
  const sections = course.outline.sections.map((section) => ({
    ...section,
    // Only the other endpoint has these.
    sequences: section.sequences.filter(({ name }) => name !== null),
  }));
  const sequences = sections.flatMap((section) => section.sequences);
  return {
    course_key: course.key,
    course_end: course.end,
    course_start: course.start,
    title: course.title,
    self_paced: course.isSelfPaced,
    outline: {
      sections: sections.map((section) => ({
        id: section.key,
        title: section.title,
        sequence_ids: section.sequences.map(({ key }) => key),
      })),
      sequences: Object.fromEntries(
        sequences.map((sequence) => [
          sequence.key,
          {
            id: sequence.key,
            title: sequence.name,
            accessible: sequence.accessible,
            start: sequence.start,
            effective_start: sequence.effectiveStart,
          },
        ]),
      ),
    },
  };
}

type Units = NonNullable<NonNullable<NonNullable<CoursewarePageQuery['course']>['sequence']>['units']>;

export interface UnitBody {
  id: string;
  type: string | null;
  content: string;
  page_title?: string;
  display_name?: string;
  is_gated?: boolean;
  bookmarked?: boolean | null;
  complete?: boolean;
  contains_content_type_gated_content?: boolean | null;
  graded?: boolean | null;
  href?: string;
  path?: string | null;
}

/** A unit of an open sequence. Behind an unmet prerequisite the LMS sends only its name; visitors have no completion. */
function unitBody(unit: Units[number]): UnitBody {
  if (unit.isGated) {
    return { id: unit.key, type: unit.type, display_name: unit.title, is_gated: true, content: '' };
  }
  return {
    bookmarked: unit.bookmarked,
    ...(unit.complete === null ? {} : { complete: unit.complete }),
    contains_content_type_gated_content: unit.containsContentTypeGatedContent,
    content: '',
    graded: unit.graded,
    href: '',
    id: unit.key,
    page_title: unit.title,
    path: unit.path,
    type: unit.type,
  };
}

/** `GET courseware/sequence/{sequence}`; null if it is not open, or does not exist. */
export function sequenceBody({ course }: CoursewarePageQuery, options: LmsOptions = {}) {
  const sequence = course?.sequence;
  return sequence ? {
    items: (sequence.units ?? []).map(unitBody),
    banner_text: sequence.bannerText,
    display_name: sequence.name,
    element_id: sequence.key.split('@').at(-1),
    exclude_units: sequence.excludeUnits,
    format: sequence.format,
    gated_content: sequence.gatedContent && {
      gated: sequence.gatedContent.gated,
      gated_section_name: sequence.gatedContent.gatedSectionName,
      prereq_id: sequence.gatedContent.prereqKey,
      prereq_section_name: sequence.gatedContent.prereqSectionName,
      prereq_url: relative(sequence.gatedContent.prereqUrl, options),
    },
    is_hidden_after_due: sequence.isHiddenAfterDue,
    is_proctored: sequence.isProctored,
    is_time_limited: sequence.isTimeLimited,
    item_id: sequence.key,
    navigation_disabled: sequence.navigationDisabled,
    next_url: sequence.nextUrl,
    position: sequence.position,
    prev_url: sequence.prevUrl,
    save_position: sequence.savePosition,
    sequence_name: sequence.name,
    show_completion: sequence.showCompletion,
    tag: 'sequential',
  } : null;
}

type Outline = NonNullable<NonNullable<CoursewarePageQuery['course']>['outline']>;
type Completion = Outline['sections'][number]['completion'];

/** `GET course_home/v1/navigation/{course}`; null where the LMS refuses it, as to visitors of a public course. */
export function navigationBody({ course }: CoursewarePageQuery) {
  const sequences = course?.outline?.sections.flatMap((section) => section.sequences) ?? [];
  // Another endpoint has the outline too, without units.
  const isRefused = sequences.length > 0 && sequences.every(({ units }) => units === null);
  if (!course?.outline || isRefused) {
    return null;
  }
  return { blocks: Object.fromEntries(navigationBlocks(course.outline).map((one) => [one.id, one])) };
}

function navigationBlocks(outline: Outline) {
  const root = {
    ...block(outline, 'course'),
    children: outline.sections.map(({ key }) => key),
    has_scheduled_content: outline.hasScheduledContent,
  };
  const below = outline.sections.flatMap((section) => [
    {
      ...block(section, 'chapter'),
      ...counted(section.complete, section.completion),
      children: section.sequences.map(({ key }) => key),
    },
    ...section.sequences.flatMap((sequence) => [
      {
        ...block(sequence, sequence.isLocked ? 'lock' : 'sequential'),
        ...counted(sequence.complete, sequence.completion),
        children: (sequence.units ?? []).map(({ key }) => key),
        due: sequence.due,
        hide_from_toc: sequence.hideFromToc,
        icon: sequence.icon,
        ...(sequence.specialExamInfo === null ? {} : { special_exam_info: sequence.specialExamInfo }),
      },
      ...(sequence.units ?? []).map((unit) => ({
        ...block(unit, 'vertical'),
        ...counted(unit.complete, unit.completion),
        children: [],
        icon: unit.icon,
      })),
    ]),
  ]);
  return [root, ...below];
}

function block({ key, title }: { key: string; title: string }, type: string) {
  return { id: key, display_name: title, type, lms_web_url: null };
}

function counted(complete: boolean | null, completion: Completion) {
  const stat = completion && { completion: completion.completed, completable_children: completion.completable };
  return { complete, completion_stat: stat };
}

/** `GET courseware/resume/{course}`, of a query that selects it. */
export function resumeBody({ course }: CoursewarePageQuery) {
  return course?.resume ? {
    block_id: course.resume.block?.key ?? null,
    section_id: course.resume.section?.key ?? null,
    unit_id: course.resume.unit?.key ?? null,
  } : null;
}

const TOURS: Record<CourseHomeTourStatus, string> = {
  SHOW_NEW_USER_TOUR: 'show-new-user-tour',
  SHOW_EXISTING_USER_TOUR: 'show-existing-user-tour',
  NO_TOUR: 'no-tour',
};

export interface TourSource {
  readonly username: string | null;
  readonly tour?: { courseHomeTourStatus: CourseHomeTourStatus; showCoursewareTour: boolean } | null;
}

/** `GET user_tours/v1/{username}`; null when tours are off, and of a query that does not select them. */
export function tourBody({ viewer }: { viewer: TourSource }) {
  return !viewer.tour ? null : {
    course_home_tour_status: TOURS[viewer.tour.courseHomeTourStatus],
    show_courseware_tour: viewer.tour.showCoursewareTour,
  };
}

/** `GET discussion/v1/courses/{course}`; null when discussions are off. */
export function discussionBody({ course }: CoursewarePageQuery) {
  return course?.discussion ? {
    id: course.key,
    is_posting_enabled: course.discussion.isPostingEnabled,
    provider: course.discussion.provider,
    show_discussions: course.discussion.showDiscussions,
  } : null;
}

/** `GET discussion/v2/course_topics/{course}`; null when they are not open to the viewer. */
export function topicsBody({ course }: CoursewarePageQuery) {
  return course?.discussion?.topics?.map((topic) => ({
    id: topic.lmsId,
    usage_key: topic.usageKey,
    name: topic.name,
    thread_counts: topic.threadCounts && {
      discussion: topic.threadCounts.discussion,
      question: topic.threadCounts.question,
    },
    enabled_in_context: topic.enabledInContext,
  })) ?? null;
}
