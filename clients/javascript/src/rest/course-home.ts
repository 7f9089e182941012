/** Bodies of the LMS's `course_home` endpoints, made from one query's answer. */

import type {
  CourseHomePageQuery,
  DatesPageQuery,
  ProgressPageQuery,
} from '../generated/operations.js';
import {
  accessExpirationBody,
  celebrationsBody,
  certificateBody,
  courseDateBody,
  datesBannerBody,
  goalsBody,
  offerBody,
  relative,
  verifiedModeBody,
  type LmsOptions,
} from './shared.js';

type Home = NonNullable<CourseHomePageQuery['course']>;
type Outline = NonNullable<Home['outline']>;

/** The selection of all four pages of a course for their header, tabs and access. */
export interface MetadataSource {
  readonly viewer: Pick<CourseHomePageQuery['viewer'], 'username' | 'timezone'>;
  readonly course:
    | (Pick<
        Home,
        | 'key'
        | 'title'
        | 'number'
        | 'org'
        | 'start'
        | 'isSelfPaced'
        | 'isStaff'
        | 'originalUserIsStaff'
        | 'masqueradeUsername'
        | 'studioAccess'
        | 'hasCourseAuthorAccess'
        | 'isNewDiscussionSidebarViewEnabled'
        | 'canViewCertificate'
        | 'themeVariant'
        | 'allModes'
        | 'access'
        | 'tabs'
        | 'celebrations'
        | 'verifiedMode'
      > & { readonly enrollment: { readonly isActive: boolean } | null })
    | null;
}

/** `GET course_home/course_metadata/{course}`; null if the course does not exist. */
export function courseMetadataBody({ viewer, course }: MetadataSource, options: LmsOptions = {}) {
  return course && {
    course_id: course.key,
    title: course.title,
    number: course.number,
    org: course.org,
    start: course.start,
    is_self_paced: course.isSelfPaced,
    is_enrolled: course.enrollment?.isActive ?? false,
    is_staff: course.isStaff,
    original_user_is_staff: course.originalUserIsStaff,
    username: course.masqueradeUsername ?? viewer.username,
    user_timezone: viewer.timezone,
    studio_access: course.studioAccess,
    has_course_author_access: course.hasCourseAuthorAccess,
    is_new_discussion_sidebar_view_enabled: course.isNewDiscussionSidebarViewEnabled,
    can_view_certificate: course.canViewCertificate,
    // Newer releases send it.
    ...(course.themeVariant === null ? {} : { course_theme_variant: course.themeVariant }),
    course_modes: course.allModes?.map(({ slug, displayName }) => ({ slug, name: displayName })) ?? [],
    course_access: course.access && {
      has_access: course.access.hasAccess,
      error_code: course.access.errorCode,
      developer_message: course.access.developerMessage,
      user_message: course.access.userMessage,
      additional_context_user_message: course.access.additionalContextUserMessage,
      user_fragment: course.access.userFragment,
    },
    tabs: course.tabs?.map(({ key, title, url }) => ({ tab_id: key, title, url })) ?? [],
    celebrations: celebrationsBody(course.celebrations),
    verified_mode: verifiedModeBody(course.verifiedMode, options),
  };
}

/** `GET course_home/outline/{course}`; null where the LMS refuses it. */
export function outlineBody({ course }: CourseHomePageQuery, options: LmsOptions = {}) {
  if (!course || course.hasEnded === null) {
    return null;
  }
  return {
    access_expiration: accessExpirationBody(course.accessExpiration, options),
    cert_data: certificateBody(course.certificate, options),
    course_blocks: course.outline && { blocks: blocksOf(course.outline) },
    course_goals: goalsBody(course.goals),
    course_tools: course.tools?.map((tool) => ({ analytics_id: tool.analyticsId, title: tool.title, url: tool.url })) ?? [],
    dates_banner_info: datesBannerBody(course.datesBanner, options),
    dates_widget: course.upcomingDates && {
      course_date_blocks: course.upcomingDates.blocks.map((block) => courseDateBody(block, options)),
      dates_tab_link: course.upcomingDates.tabLink,
      user_timezone: course.upcomingDates.userTimezone,
    },
    enroll_alert: course.enrollAlert && {
      can_enroll: course.enrollAlert.canEnroll,
      extra_text: course.enrollAlert.extraText,
    },
    enrollment_mode: course.enrollmentMode,
    enable_proctored_exams: course.enableProctoredExams,
    handouts_html: course.handoutsHtml,
    has_ended: course.hasEnded,
    offer: offerBody(course.offer, options),
    resume_course: course.resume && {
      has_visited_course: course.resume.hasVisitedCourse,
      url: course.resume.url,
    },
    user_has_passing_grade: course.userHasPassingGrade,
    verified_mode: verifiedModeBody(course.verifiedMode, options),
    welcome_message_html: course.welcomeMessageHtml,
  };
}

function blocksOf(outline: Outline) {
  const course = { ...PLAIN, ...named(outline, 'course'), has_scheduled_content: outline.hasScheduledContent };
  const sections = outline.sections.flatMap((section) => [
    { ...PLAIN, ...named(section, 'chapter'), ...done(section), children: section.sequences.map(({ key }) => key) },
    ...section.sequences.map((sequence) => ({
      ...PLAIN,
      ...named(sequence, sequence.isLocked ? 'lock' : 'sequential'),
      ...done(sequence),
      children: [],
      description: sequence.description,
      due: sequence.due,
      effort_activities: sequence.effortActivities,
      effort_time: sequence.effortTime,
      icon: sequence.icon,
      lms_web_url: sequence.webUrl,
    })),
  ]);
  const all = [{ ...course, children: outline.sections.map(({ key }) => key) }, ...sections];
  return Object.fromEntries(all.map((block) => [block.id, block]));
}

const PLAIN = {
  description: null as string | null,
  due: null as string | null,
  effort_activities: null as number | null,
  effort_time: null as number | null,
  has_scheduled_content: null as boolean | null,
  icon: null as string | null,
};

function named({ key, title }: { key: string; title: string }, type: string) {
  return { id: key, display_name: title, type };
}

interface Done {
  complete: boolean | null;
  resumeBlock: boolean | null;
  hideFromToc: boolean | null;
}

function done({ complete, resumeBlock, hideFromToc }: Done) {
  return { complete, resume_block: resumeBlock, hide_from_toc: hideFromToc };
}

/** `GET course_home/dates/{course}`; null where the LMS refuses it. */
export function datesBody({ course }: DatesPageQuery, options: LmsOptions = {}) {
  return course?.dates ? {
    course_date_blocks: course.dates.blocks.map((block) => courseDateBody(block, options)),
    dates_banner_info: datesBannerBody(course.datesBanner, options),
    has_ended: course.hasEnded,
    learner_is_full_access: course.learnerIsFullAccess,
    user_timezone: course.dates.userTimezone,
  } : null;
}

/** `GET course_home/progress/{course}[/{student}/]`; null where the LMS refuses it. */
export function progressBody({ course }: ProgressPageQuery, options: LmsOptions = {}) {
  const progress = course?.progress;
  if (!progress) {
    return null;
  }
  const { completion, courseGrade, gradingPolicy, verification } = progress;
  // Newer releases send colours and due dates. The summary is there for all: the newest pages need it.
  const isNewer = gradingPolicy.assignmentColors !== null;
  return {
    access_expiration: accessExpirationBody(progress.accessExpiration, options),
    certificate_data: certificateBody(progress.certificate, options),
    completion_summary: {
      complete_count: completion.completeCount,
      incomplete_count: completion.incompleteCount,
      locked_count: completion.lockedCount,
    },
    course_grade: {
      letter_grade: courseGrade.letterGrade,
      percent: courseGrade.percent,
      is_passing: courseGrade.isPassing,
    },
    credit_course_requirements: progress.creditRequirements && {
      eligibility_status: progress.creditRequirements.eligibilityStatus,
      requirements: progress.creditRequirements.requirements.map((one) => ({
        namespace: one.namespace,
        name: one.name,
        display_name: one.displayName,
        criteria: one.minGrade === null ? {} : { min_grade: one.minGrade },
        reason: one.finalGrade === null ? null : { final_grade: one.finalGrade },
        status: one.status,
        status_date: one.statusDate,
        order: one.order,
      })),
    },
    disable_progress_graph: progress.disableProgressGraph,
    end: progress.end,
    enrollment_mode: progress.enrollmentMode,
    grading_policy: {
      assignment_policies: gradingPolicy.assignmentPolicies.map((one) => ({
        num_droppable: one.numDroppable,
        num_total: one.numTotal,
        short_label: one.shortLabel,
        type: one.type,
        weight: one.weight,
      })),
      grade_range: Object.fromEntries(gradingPolicy.gradeRange.map(({ letter, cutoff }) => [letter, cutoff])),
      ...(isNewer ? { assignment_colors: gradingPolicy.assignmentColors } : {}),
    },
    assignment_type_grade_summary: progress.assignmentTypeSummaries.map((one) => ({
      type: one.type,
      weight: one.weight,
      average_grade: one.averageGrade,
      weighted_grade: one.weightedGrade,
      last_grade_publish_date: one.lastGradePublishDate,
      has_hidden_contribution: one.hiddenContribution.toLowerCase(),
      short_label: one.shortLabel,
      num_droppable: one.droppedCount,
    })),
    final_grades: progress.finalGrade,
    has_scheduled_content: progress.hasScheduledContent,
    section_scores: progress.sections.map((section) => ({
      display_name: section.title,
      subsections: section.subsections.map((one) => ({
        assignment_type: one.assignmentType,
        block_key: one.key,
        display_name: one.title,
        has_graded_assignment: one.hasGradedAssignment,
        learner_has_access: one.learnerHasAccess,
        num_points_earned: one.pointsEarned,
        num_points_possible: one.pointsPossible,
        override: one.override,
        percent_graded: one.percentGraded,
        problem_scores: one.problemScores,
        show_correctness: one.showCorrectness,
        show_grades: one.showGrades,
        url: one.url,
        ...(isNewer ? { due: one.due } : {}),
      })),
    })),
    studio_url: progress.studioUrl?.replace(/^https?:/, '') ?? null,
    user_has_passing_grade: progress.userHasPassingGrade,
    username: progress.username,
    verification_data: {
      link: relative(verification.link, options),
      status: verification.status,
      status_date: verification.statusDate,
    },
    verified_mode: verifiedModeBody(progress.verifiedMode, options),
  };
}

