// The LMS's JSON in the shape of the schema. Shared by the Node servers.
const BASE_URL = process.env.LMS_BASE_URL;

export const absolute = (url) => (url ? (url.startsWith("/") ? BASE_URL + url : url) : null);

const when = (convert) => (data) => (data == null ? null : convert(data));

export const access = when((a) => ({
  hasAccess: a.has_access,
  errorCode: a.error_code,
  developerMessage: a.developer_message,
  userMessage: a.user_message,
  additionalContextUserMessage: a.additional_context_user_message,
  userFragment: a.user_fragment,
}));

export const tabs = when((rows) => rows.map((t) => ({ key: t.tab_id, title: t.title, url: absolute(t.url) })));

export const celebrations = when((c) => ({
  firstSection: c.first_section,
  streakLengthToCelebrate: c.streak_length_to_celebrate,
  streakDiscountEnabled: c.streak_discount_enabled,
  weeklyGoal: c.weekly_goal,
}));

export const enrollAlert = when((a) => ({ canEnroll: a.can_enroll, extraText: a.extra_text }));

export const accessExpiration = when((a) => ({
  expirationDate: a.expiration_date,
  masqueradingExpiredCourse: a.masquerading_expired_course,
  upgradeDeadline: a.upgrade_deadline,
  upgradeUrl: absolute(a.upgrade_url),
}));

export const offer = when((o) => ({
  code: o.code,
  expirationDate: o.expiration_date,
  originalPrice: o.original_price,
  discountedPrice: o.discounted_price,
  percentage: o.percentage,
  upgradeUrl: absolute(o.upgrade_url),
}));

export const verifiedMode = when((m) => ({
  price: m.price,
  currency: m.currency,
  currencySymbol: m.currency_symbol,
  sku: m.sku,
  upgradeUrl: absolute(m.upgrade_url),
  accessExpirationDate: m.access_expiration_date,
}));

export const goals = when((g) => ({
  weeklyLearningGoalEnabled: g.weekly_learning_goal_enabled,
  selectedGoal: g.selected_goal && {
    daysPerWeek: g.selected_goal.days_per_week,
    subscribedToReminders: g.selected_goal.subscribed_to_reminders,
  },
}));

export const certificate = when((c) => ({
  status: c.cert_status,
  webViewUrl: absolute(c.cert_web_view_url),
  downloadUrl: absolute(c.download_url),
  availableDate: c.certificate_available_date,
}));

export const tools = when((rows) =>
  rows.map((t) => ({ analyticsId: t.analytics_id, title: t.title, url: absolute(t.url) })),
);

export const resume = when((r) => ({ hasVisitedCourse: r.has_visited_course, url: absolute(r.url) }));

export const datesBanner = when((b) => ({
  missedDeadlines: b.missed_deadlines,
  missedGatedContent: b.missed_gated_content,
  contentTypeGatingEnabled: b.content_type_gating_enabled,
  verifiedUpgradeLink: absolute(b.verified_upgrade_link),
}));

export const upcomingDates = when((w) => ({
  tabLink: absolute(w.dates_tab_link),
  blocks: w.course_date_blocks.map((d) => ({
    date: d.date,
    dateType: d.date_type,
    title: d.title,
    link: absolute(d.link),
    linkText: d.link_text,
    complete: d.complete,
  })),
}));

const sequence = (b) => ({
  key: b.id,
  title: b.display_name,
  complete: b.complete,
  resumeBlock: b.resume_block,
  hideFromToc: b.hide_from_toc,
  due: b.due,
  icon: b.icon,
  description: b.description,
  effortTime: b.effort_time,
  effortActivities: b.effort_activities,
  showLink: b.lms_web_url !== null,
  webUrl: absolute(b.lms_web_url),
});

export const outline = when(({ blocks }) => {
  const course = Object.values(blocks).find((b) => b.type === "course");
  return {
    hasScheduledContent: course.has_scheduled_content,
    sections: course.children.map((key) => {
      const b = blocks[key];
      return {
        key: b.id,
        title: b.display_name,
        complete: b.complete,
        resumeBlock: b.resume_block,
        hideFromToc: b.hide_from_toc,
        sequences: b.children
          .map((child) => blocks[child])
          .filter((child) => child.type === "sequential" || child.type === "lock")
          .map(sequence),
      };
    }),
  };
});

const subsection = (s) => ({
  key: s.block_key,
  title: s.display_name,
  assignmentType: s.assignment_type,
  hasGradedAssignment: s.has_graded_assignment,
  learnerHasAccess: s.learner_has_access,
  pointsEarned: s.num_points_earned,
  pointsPossible: s.num_points_possible,
  percentGraded: s.percent_graded,
  showGrades: s.show_grades,
  showCorrectness: s.show_correctness,
  url: absolute(s.url),
  override: s.override,
  problemScores: s.problem_scores,
});

const creditRequirements = when((c) => ({
  eligibilityStatus: c.eligibility_status,
  requirements: c.requirements.map((r) => ({
    namespace: r.namespace,
    name: r.name,
    displayName: r.display_name,
    status: r.status,
    statusDate: r.status_date,
    order: r.order,
  })),
}));

export const progress = when((p) => {
  const locked = Boolean(p.completion_summary.locked_count);
  const open = p.section_scores.some((section) =>
    section.subsections.some((s) => s.has_graded_assignment && s.learner_has_access && s.show_grades),
  );
  return {
    username: p.username,
    end: p.end,
    enrollmentMode: p.enrollment_mode,
    hasScheduledContent: p.has_scheduled_content,
    userHasPassingGrade: p.user_has_passing_grade,
    studioUrl: p.studio_url?.startsWith("//") ? `http:${p.studio_url}` : p.studio_url,
    accessExpiration: accessExpiration(p.access_expiration),
    certificate: certificate(p.certificate_data),
    completion: {
      completeCount: p.completion_summary.complete_count,
      incompleteCount: p.completion_summary.incomplete_count,
      lockedCount: p.completion_summary.locked_count,
    },
    courseGrade: {
      letterGrade: p.course_grade.letter_grade,
      percent: p.course_grade.percent,
      isPassing: p.course_grade.is_passing,
    },
    creditRequirements: creditRequirements(p.credit_course_requirements),
    gradingPolicy: {
      assignmentPolicies: p.grading_policy.assignment_policies.map((a) => ({
        type: a.type,
        shortLabel: a.short_label,
        weight: a.weight,
        numDroppable: a.num_droppable,
      })),
      gradeRange: Object.entries(p.grading_policy.grade_range).map(([letter, cutoff]) => ({ letter, cutoff })),
    },
    sections: p.section_scores.map((section) => ({
      title: section.display_name,
      subsections: section.subsections.map(subsection),
    })),
    verification: {
      status: p.verification_data.status,
      link: absolute(p.verification_data.link),
      statusDate: p.verification_data.status_date,
    },
    verifiedMode: verifiedMode(p.verified_mode),
    gradesFeatureIsFullyLocked: locked && !open,
    gradesFeatureIsPartiallyLocked: locked && open,
  };
});
