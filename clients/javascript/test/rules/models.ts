/**
 * What the micro-frontends' data layers make of REST answers, as rules that were written down from reading them:
 * `target: source` names where a value lies in the LMS's JSON, and `...` that everything is taken over in camelCase.
 * Nothing here is shared with the package: the expected values of its adapters come from here.
 */

type Json = any;

/** Everything in camelCase. */
export function camel(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map(camel);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  const named = Object.keys(value).map((name) => {
    const [head = '', ...tail] = name.split('_');
    return [head + tail.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''), camel(value[name])];
  });
  return Object.fromEntries(named);
}

/** `{ target: 'source' }` applied to an object; `*source` is taken over in camelCase. */
function pick(from: Json, rules: Record<string, string>): Json {
  const entries = Object.entries(rules).map(([target, source]) =>
    source.startsWith('*') ? [target, camel(from[source.slice(1)])] : [target, from[source]],
  );
  return Object.fromEntries(entries);
}

function keyed(all: Json[]): Json {
  return Object.fromEntries(all.map((one) => [one.id, one]));
}

/** `courseHomeMeta`: all of it, tabs with their slug, and whether staff look as somebody else. */
export function courseHomeMetadata(body: Json, rootSlug: string): Json {
  const tabs = body.tabs.map((tab: Json) => ({
    slug: tab.tab_id === 'courseware' ? rootSlug : tab.tab_id,
    ...pick(tab, { title: 'title', url: 'url' }),
  }));
  return { ...camel(body), tabs, isMasquerading: body.original_user_is_staff && !body.is_staff };
}

const OUTLINE = {
  accessExpiration: '*access_expiration',
  certData: '*cert_data',
  courseGoals: '*course_goals',
  courseTools: '*course_tools',
  datesBannerInfo: '*dates_banner_info',
  datesWidget: '*dates_widget',
  enableProctoredExams: 'enable_proctored_exams',
  enrollAlert: '*enroll_alert',
  enrollmentMode: 'enrollment_mode',
  handoutsHtml: 'handouts_html',
  hasScheduledContent: 'has_scheduled_content',
  hasEnded: 'has_ended',
  offer: '*offer',
  resumeCourse: '*resume_course',
  userHasPassingGrade: 'user_has_passing_grade',
  verifiedMode: '*verified_mode',
};
const SECTION = { complete: 'complete', id: 'id', title: 'display_name', resumeBlock: 'resume_block', hideFromTOC: 'hide_from_toc' };
const SEQUENCE = {
  complete: 'complete',
  description: 'description',
  due: 'due',
  effortActivities: 'effort_activities',
  effortTime: 'effort_time',
  icon: 'icon',
  id: 'id',
  title: 'display_name',
  hideFromTOC: 'hide_from_toc',
  navigationDisabled: 'navigation_disabled',
};

/** `outline`, without the clock's offset. Sequences of the type `lock` are left out; their sections name them. */
export function outlineTab(courseId: string, body: Json): Json {
  const blocks: Json[] = Object.values(body.course_blocks?.blocks ?? {});
  const sections = blocks.filter(({ type }) => type === 'chapter');
  const models = {
    courses: Object.fromEntries(
      blocks.filter(({ type }) => type === 'course').map((block) => [
        block.id,
        { id: courseId, title: block.display_name, sectionIds: block.children, hasScheduledContent: block.has_scheduled_content },
      ]),
    ),
    sections: keyed(sections.map((block) => ({ ...pick(block, SECTION), courseId, sequenceIds: block.children }))),
    sequences: keyed(
      blocks.filter(({ type }) => type === 'sequential').map((block) => ({
        ...pick(block, SEQUENCE),
        showLink: Boolean(block.lms_web_url),
        sectionId: sections.find(({ children }) => children.includes(block.id))?.id,
      })),
    ),
  };
  const courseBlocks = body.course_blocks ? models : {};
  return { ...pick(body, OUTLINE), courseBlocks, welcomeMessageHtml: body.welcome_message_html || '' };
}

/** `dates`: all of it. */
export function datesTab(body: Json): Json {
  return camel(body);
}

/**
 * `progress`: all of it, the letters of the grades as they are, and whether content is locked. The grades by assignment
 * type are those of a newer release, whatever the LMS's; an older one does not know when hidden grades are published.
 */
export function progressTab(body: Json, newer: Json): Json {
  const isNew = 'final_grades' in body;
  const subsections = body.section_scores.flatMap((section: Json) => section.subsections);
  const isLocked = body.completion_summary.locked_count > 0;
  const isOpen = (one: Json) =>
    one.assignment_type !== null &&
    one.has_graded_assignment &&
    one.show_grades &&
    (one.num_points_possible > 0 || one.num_points_earned > 0) &&
    one.learner_has_access;
  return {
    ...camel(body),
    gradingPolicy: { ...camel(body.grading_policy), gradeRange: body.grading_policy.grade_range },
    assignmentTypeGradeSummary: newer.assignment_type_grade_summary.map((row: Json) => ({
      ...camel(row),
      lastGradePublishDate: isNew ? row.last_grade_publish_date : null,
    })),
    finalGrades: newer.final_grades,
    gradesFeatureIsFullyLocked: isLocked && !subsections.some(isOpen),
    gradesFeatureIsPartiallyLocked: isLocked && subsections.some(isOpen),
  };
}

const COURSEWARE = {
  accessExpiration: '*access_expiration',
  contentTypeGatingEnabled: 'content_type_gating_enabled',
  courseGoals: '*course_goals',
  id: 'id',
  title: 'name',
  offer: '*offer',
  enrollmentStart: 'enrollment_start',
  enrollmentEnd: 'enrollment_end',
  end: 'end',
  start: 'start',
  license: 'license',
  userTimezone: 'user_timezone',
  showCalculator: 'show_calculator',
  notes: '*notes',
  marketingUrl: 'marketing_url',
  celebrations: '*celebrations',
  userHasPassingGrade: 'user_has_passing_grade',
  courseExitPageIsActive: 'course_exit_page_is_active',
  certificateData: '*certificate_data',
  entranceExamData: '*entrance_exam_data',
  language: 'language',
  verifyIdentityUrl: 'verify_identity_url',
  verificationStatus: 'verification_status',
  linkedinAddToProfileUrl: 'linkedin_add_to_profile_url',
  relatedPrograms: '*related_programs',
  userNeedsIntegritySignature: 'user_needs_integrity_signature',
  canAccessProctoredExams: 'can_access_proctored_exams',
};

/** `coursewareMeta`, without the clock's offset. */
export function courseware(body: Json): Json {
  return {
    ...pick(body, COURSEWARE),
    enrollmentMode: body.enrollment.mode,
    isEnrolled: body.enrollment.is_active,
  };
}

/** The models of `learning_sequences`: what is not released yet is left out, unless the viewer may enter it. */
export function learningSequences(body: Json, now: number): Json {
  const isReleased = (one: Json) => one.accessible || !one.effective_start || Date.parse(one.effective_start) <= now;
  const all: Json[] = Object.values(body.outline.sequences);
  const shown = new Set(all.filter(isReleased).map(({ id }) => id));
  const sections = body.outline.sections
    .map((section: Json) => ({ ...section, sequence_ids: section.sequence_ids.filter((id: string) => shown.has(id)) }))
    .filter((section: Json) => isReleased(section) || section.sequence_ids.length > 0);
  const sectionOf = (id: string) => sections.find((section: Json) => section.sequence_ids.includes(id))?.id;
  const course = {
    id: body.course_key,
    title: body.title,
    sectionIds: sections.map(({ id }: Json) => id),
    hasScheduledContent: all.some((one) => !isReleased(one)),
  };
  return {
    courses: { [body.course_key]: course },
    sections: keyed(sections.map((one: Json) => ({ ...pick(one, { id: 'id', title: 'title', sequenceIds: 'sequence_ids' }), courseId: body.course_key }))),
    sequences: keyed(all.filter(({ id }) => shown.has(id)).map(({ id, title }) => ({ id, title, sectionId: sectionOf(id) }))),
  };
}

const OPEN_SEQUENCE = {
  id: 'item_id',
  blockType: 'tag',
  bannerText: 'banner_text',
  format: 'format',
  title: 'display_name',
  gatedContent: '*gated_content',
  isTimeLimited: 'is_time_limited',
  isProctored: 'is_proctored',
  isHiddenAfterDue: 'is_hidden_after_due',
  saveUnitPosition: 'save_position',
  showCompletion: 'show_completion',
  allowProctoringOptOut: 'allow_proctoring_opt_out',
  navigationDisabled: 'navigation_disabled',
};
const UNIT = {
  id: 'id',
  bookmarked: 'bookmarked',
  complete: 'complete',
  title: 'page_title',
  contentType: 'type',
  graded: 'graded',
  containsContentTypeGatedContent: 'contains_content_type_gated_content',
};

/** `sequence` and `units`: the position counts from 1 at the LMS and from 0 here. */
export function sequence(body: Json): Json {
  return {
    sequence: {
      ...pick(body, OPEN_SEQUENCE),
      unitIds: body.items.map(({ id }: Json) => id),
      activeUnitIndex: body.position ? body.position - 1 : 0,
    },
    units: body.items.map((unit: Json) => ({ ...pick(unit, UNIT), sequenceId: body.item_id })),
  };
}

/** The state of the outline sidebar. */
export function sidebar(body: Json): Json {
  if (!body.blocks) {
    return null;
  }
  const of = (...types: string[]) => (Object.values(body.blocks) as Json[]).filter(({ type }) => types.includes(type));
  const stat = (block: Json) => ({ completed: block.completion_stat?.completion, total: block.completion_stat?.completable_children });
  const common = { complete: 'complete', id: 'id', title: 'display_name' };
  return {
    sections: keyed(of('chapter').map((one) => ({ ...pick(one, { ...common, sequenceIds: 'children' }), completionStat: stat(one) }))),
    sequences: keyed(
      of('sequential', 'lock').map((one) => ({
        ...pick(one, { ...common, type: 'type', unitIds: 'children', specialExamInfo: 'special_exam_info' }),
        completionStat: stat(one),
      })),
    ),
    units: keyed(of('vertical').map((one) => pick(one, { ...common, type: 'type', icon: 'icon' }))),
  };
}
