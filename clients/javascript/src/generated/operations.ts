/* Written by "npm run generate" from the gateway's schema and operations. Do not edit. */

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** The audience of a profile. */
export type AccountPrivacy =
  /** Others see the username and the picture. */
  | 'PRIVATE'
  /** Everybody who is signed in. */
  | 'ALL_USERS'
  /** Each field has its own visibility. */
  | 'CUSTOM';

/** The audience of a field of a profile. */
export type Audience =
  /** Everybody who is signed in. */
  | 'ALL_USERS'
  /** Only the person. */
  | 'PRIVATE';

/** Completion of one block. */
export type BlockCompletionInput = {
  /** Key of the block. */
  key: string;
  /** Completion of the block, 0 to 1. */
  completion?: number;
};

/** Tour of the course home page to show. */
export type CourseHomeTourStatus =
  /** Tour for a new learner. */
  | 'SHOW_NEW_USER_TOUR'
  /** Tour for a learner who knows the earlier pages. */
  | 'SHOW_EXISTING_USER_TOUR'
  /** No tour. */
  | 'NO_TOUR';

/** Order of the learners in a course's discussions. */
export type DiscussionLearnerOrder =
  /** Learners with the most posts first. */
  | 'ACTIVITY'
  /** Learners with the most reported posts first. Requires the right to moderate. */
  | 'FLAGGED'
  /** Learners with the latest posts first. */
  | 'RECENCY';

/** How often e-mails about notifications are sent. */
export type EmailCadence =
  /** One e-mail for each notification. */
  | 'IMMEDIATELY'
  /** Once a day. */
  | 'DAILY'
  /** Once a week. */
  | 'WEEKLY'
  /** Never. */
  | 'NEVER';

/** An action on an exam attempt. */
export type ExamAction =
  /** Start the clock. */
  | 'START'
  /** Stop working on the exam, before submitting it. */
  | 'STOP'
  /** Submit the exam. */
  | 'SUBMIT'
  /** Record that the proctoring software is being downloaded. */
  | 'CLICK_DOWNLOAD_SOFTWARE'
  /** Restart a practice or onboarding exam. */
  | 'RESET_ATTEMPT'
  /** Take a proctored exam without proctoring. */
  | 'DECLINE'
  /** Report that the proctoring software failed. */
  | 'ERROR';

/** A further field of the account. */
export type ExtendedProfileInput = {
  /** The LMS's name of the field. */
  name: string;
  /** Its value. */
  value: string;
};

/** The audience of a field of the profile. */
export type FieldVisibilityInput = {
  /** The LMS's name of the field, such as `bio`. */
  fieldName: string;
  /** The audience of the field. */
  audience: Audience;
};

/** How many of the scores that count are hidden from the learner. */
export type HiddenContribution =
  /** None is hidden. */
  | 'NONE'
  /** Some are hidden. */
  | 'SOME'
  /** All are hidden. */
  | 'ALL';

/** The part of the LMS that a notification is from. */
export type NotificationApp =
  /** Discussions. */
  | 'DISCUSSION'
  /** Updates of courses. */
  | 'UPDATES'
  /** Grades. */
  | 'GRADING';

/** A way to be notified. */
export type NotificationChannel =
  /** On the web. */
  | 'WEB'
  /** In the mobile apps. */
  | 'PUSH'
  /** By e-mail. */
  | 'EMAIL';

/** Who sets the pace of a course. */
export type Pacing =
  /** Content and deadlines follow the course team's dates. */
  | 'INSTRUCTOR'
  /** Each learner sets the pace. */
  | 'SELF';

/** The viewer's progress in a part of a pathway. */
export type PathwayItemStatus =
  /** Not started. */
  | 'NOT_STARTED'
  /** In progress. */
  | 'IN_PROGRESS'
  /** Complete. */
  | 'COMPLETE';

/** Enrolment of one learner in a course run of a program. */
export type ProgramCourseEnrollmentInput = {
  /** The partner's key of the learner. */
  studentKey: string;
  /** Status of the enrolment. */
  status: ProgramCourseEnrollmentStatus;
  /** Whether the learner is course staff; null keeps the current value. */
  courseStaff?: boolean | null | undefined;
};

/** Status of an enrolment in a course run of a program. */
export type ProgramCourseEnrollmentStatus =
  /** The learner is enrolled. */
  | 'ACTIVE'
  /** The learner is not enrolled. */
  | 'INACTIVE';

/** Progress of a course run. */
export type ProgramCourseRunStatus =
  /** The run has started and not ended. */
  | 'IN_PROGRESS'
  /** The run has not started. */
  | 'UPCOMING'
  /** The run has ended; a self-paced run, a month after the certificate. */
  | 'COMPLETED';

/** Enrolment of one learner in a program. */
export type ProgramEnrollmentInput = {
  /** The partner's key of the learner. */
  studentKey: string;
  /** Status of the enrolment. */
  status: ProgramEnrollmentStatus;
  /** Identifier of the curriculum; required unless the mode is `UPDATE`, which keeps it. */
  curriculumUuid?: string | null | undefined;
};

/** Status of an enrolment in a program. */
export type ProgramEnrollmentStatus =
  /** The learner is enrolled. */
  | 'ENROLLED'
  /** The enrolment is pending. */
  | 'PENDING'
  /** The enrolment is suspended. */
  | 'SUSPENDED'
  /** The enrolment was cancelled. */
  | 'CANCELED'
  /** The learner has left the program. */
  | 'ENDED';

/** Whether to create or update enrolments. */
export type ProgramWriteMode =
  /** Create enrolments; existing ones are a `conflict`. */
  | 'CREATE'
  /** Update enrolments; missing ones are `not-in-program` or `not-found`. */
  | 'UPDATE'
  /** Create or update enrolments. */
  | 'UPSERT';

/** A link to a social network. */
export type SocialLinkInput = {
  /** The LMS's name of the network, such as `linkedin`. */
  platform: string;
  /** URL of the profile there; null removes the link. */
  url?: string | null | undefined;
};

/** Form of `startDisplay`. */
export type StartType =
  /** The start date, formatted. */
  | 'TIMESTAMP'
  /** A text by the course team. */
  | 'STRING'
  /** Empty: the start is not announced. */
  | 'EMPTY';

/** Order of teams. */
export type TeamOrder =
  /** By name. */
  | 'NAME'
  /** Teams with the most free places first. */
  | 'OPEN_SLOTS'
  /** Teams with the latest activity first. */
  | 'LAST_ACTIVITY';

/** Order of threads. Pinned threads always come first. Each order is descending. */
export type ThreadOrder =
  /** By the time of the latest activity. */
  | 'LAST_ACTIVITY'
  /** By the number of comments. */
  | 'COMMENTS'
  /** By the number of votes. */
  | 'VOTES';

/** Which threads of a list to show. */
export type ThreadStatus =
  /** Threads with posts that the viewer has not read. */
  | 'UNREAD'
  /** Questions without an endorsed response. */
  | 'UNANSWERED'
  /** Threads without a response. */
  | 'UNRESPONDED'
  /** Threads with reported posts. Requires the right to moderate. */
  | 'FLAGGED';

/** Type of a thread. */
export type ThreadType =
  /** A discussion. */
  | 'DISCUSSION'
  /** A question, whose author can endorse a response. */
  | 'QUESTION';

/** Input of the mutation `updateAccount`. Omitted fields keep their values; null deletes a value, unless the field says that it keeps it. */
export type UpdateAccountInput = {
  /** Full name. A person with a verified certificate uses `requestNameChange` instead. */
  name?: string | null | undefined;
  /** Biography, 300 characters at most. */
  bio?: string | null | undefined;
  /** Country, ISO 3166-1 alpha-2. Leaving the United States deletes the state. */
  country?: string | null | undefined;
  /** State, for the United States. */
  state?: string | null | undefined;
  /** One of the values of `Viewer.levelOfEducation`. */
  levelOfEducation?: string | null | undefined;
  /** One of the values of `Viewer.gender`. */
  gender?: string | null | undefined;
  /** Year of birth. */
  yearOfBirth?: number | null | undefined;
  /** ISO 639-1 codes of languages; they replace all others. */
  languages?: Array<string> | null | undefined;
  /** Links to set or to remove; others stay, and null keeps all. */
  socialLinks?: Array<SocialLinkInput> | null | undefined;
  /** Further fields to set; others stay, and null keeps all. */
  extendedProfile?: Array<ExtendedProfileInput> | null | undefined;
  /** A new address. It takes effect when the e-mail that is sent to it is confirmed. */
  email?: string | null | undefined;
  /** A new address for recovery; it takes effect when it is confirmed. */
  secondaryEmail?: string | null | undefined;
  /** The audience of the profile; null keeps it. */
  accountPrivacy?: AccountPrivacy | null | undefined;
  /** Visibility of fields; others stay, and null keeps all. It is stored after all other changes, and sets `accountPrivacy` to `CUSTOM` unless another one is given. */
  visibility?: Array<FieldVisibilityInput> | null | undefined;
};

/** Why a mutation was refused. */
export type UserErrorCode =
  /** A value, or a combination of values, is invalid. */
  | 'INVALID'
  /** The viewer does not have permission. */
  | 'FORBIDDEN'
  /** The object does not exist or is not visible to the viewer. */
  | 'NOT_FOUND'
  /** The change conflicts with the current state. */
  | 'CONFLICT'
  /** The input has too many items, or none; or the viewer has written too often. */
  | 'TOO_MANY'
  /** Nothing is stored during a masquerade. */
  | 'MASQUERADING'
  /** Only a part of the change was stored. */
  | 'INCOMPLETE';

export type AccountSettingsPageQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountSettingsPageQuery = { viewer: { id: string, username: string | null, name: string | null, pendingName: string | null, email: string | null, isActive: boolean | null, secondaryEmail: string | null, secondaryEmailEnabled: boolean | null, yearOfBirth: number | null, country: string | null, state: string | null, levelOfEducation: string | null, gender: string | null, dateJoined: string | null, timezone: string | null, useVerifiedNameOnCertificates: boolean | null, languageProficiencies: Array<{ id: string, code: string }> | null, socialLinks: Array<{ id: string, platform: string, url: string | null }> | null, extendedProfile: Array<{ id: string, name: string, value: string | null }> | null, preferences: Array<{ id: string, key: string, value: string | null }> | null, linkedAccounts: Array<{ id: string, name: string, isConnected: boolean, acceptsSignIn: boolean, connectUrl: string | null, disconnectUrl: string | null }> | null, verifiedNames: Array<{ id: string, name: string, profileName: string | null, status: string, created: string, isFromProctoredExam: boolean | null }> | null, identityCheck: { id: string, status: string | null, expiration: string | null, canVerify: boolean | null } | null, notificationSettings: { id: string, isShown: boolean | null, isEmailShown: boolean | null, apps: Array<{ id: string, app: string, isEnabled: boolean | null, groupedTypes: Array<string>, types: Array<{ id: string, type: string, isGrouped: boolean, web: boolean | null, push: boolean | null, email: boolean | null, emailCadence: string | null, info: string | null, lockedChannels: Array<string> }> }> } | null, enrollments: { edges: Array<{ node: { id: string, mode: string | null } }> } | null }, countries: Array<{ id: string, code: string, name: string | null }> | null, timeZones: Array<{ id: string, name: string, description: string | null }> | null };

export type AddBookmarkMutationVariables = Exact<{
  block: string;
}>;


export type AddBookmarkMutation = { addBookmark: { bookmark: { key: string, created: string } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type CatalogSearchQueryVariables = Exact<{
  search?: string | null | undefined;
  org?: string | null | undefined;
  mobile?: boolean | null | undefined;
  activeOnly?: boolean | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CatalogSearchQuery = { catalog: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { key: string, title: string | null, org: string | null, startDisplay: string | null } }> } | null };

export type CelebrateMutationVariables = Exact<{
  key: string;
  firstSection?: boolean | null | undefined;
  weeklyGoal?: boolean | null | undefined;
}>;


export type CelebrateMutation = { markCelebrationSeen: { course: { celebrations: { firstSection: boolean, weeklyGoal: boolean } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type ChooseEntitlementRunMutationVariables = Exact<{
  entitlement: string;
  course: string;
}>;


export type ChooseEntitlementRunMutation = { chooseEntitlementRun: { enrollment: { id: string, mode: string | null, isActive: boolean, course: { id: string, key: string } | null, entitlement: { id: string, uuid: string, isFulfilled: boolean } | null } | null, viewer: { id: string, entitlements: Array<{ id: string, uuid: string }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type CompleteMutationVariables = Exact<{
  key: string;
  blocks: Array<BlockCompletionInput> | BlockCompletionInput;
}>;


export type CompleteMutation = { completeBlocks: { course: { progress: { completion: { completeCount: number } } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type CourseAboutQueryVariables = Exact<{
  key: string;
}>;


export type CourseAboutQuery = { course: { key: string, title: string | null, overviewHtml: string | null, shortDescription: string | null, certificateAvailableDate: string | null, enrollment: { isActive: boolean, mode: string | null } | null, modes: Array<{ slug: string, displayName: string | null, minPrice: number, currency: string, sku: string | null }> | null } | null };

export type CourseCardsQueryVariables = Exact<{
  keys: Array<string> | string;
}>;


export type CourseCardsQuery = { courses: Array<{ key: string, title: string | null, number: string | null, org: string | null, shortDescription: string | null, effort: string | null, start: string | null, startDisplay: string | null, startType: StartType | null, end: string | null, enrollmentStart: string | null, enrollmentEnd: string | null, pacing: Pacing | null, invitationOnly: boolean | null, hidden: boolean | null, mobileAvailable: boolean | null, media: { bannerImageUrl: string | null, courseImageUrl: string | null, courseVideoUrl: string | null, image: { raw: string | null, small: string | null, large: string | null } | null } | null, catalogRun: { price: string | null, weeksToComplete: number | null, availability: string | null, marketingUrl: string | null, enrollmentUrl: string | null, trackType: string | null, modularCredit: number | null, effort: { min: number | null, max: number | null } | null } | null } | null> };

export type CourseHomePageQueryVariables = Exact<{
  key: string;
  withTour?: boolean | null | undefined;
}>;


export type CourseHomePageQuery = { serverTime: string | null, viewer: { username: string | null, timezone: string | null, isAuthenticated: boolean | null, tour?: { courseHomeTourStatus: CourseHomeTourStatus, showCoursewareTour: boolean } | null }, course: { id: string, key: string, title: string | null, number: string | null, org: string | null, start: string | null, hasEnded: boolean | null, isSelfPaced: boolean | null, isStaff: boolean | null, originalUserIsStaff: boolean | null, isMasquerading: boolean | null, masqueradeUsername: string | null, studioAccess: boolean | null, hasCourseAuthorAccess: boolean | null, isNewDiscussionSidebarViewEnabled: boolean | null, enableProctoredExams: boolean | null, canViewCertificate: boolean | null, themeVariant: string | null, enrollmentMode: string | null, userHasPassingGrade: boolean | null, handoutsHtml: string | null, welcomeMessageHtml: string | null, allModes: Array<{ slug: string, displayName: string | null }> | null, access: { hasAccess: boolean, errorCode: string | null, developerMessage: string | null, userMessage: string | null, additionalContextUserMessage: string | null, userFragment: string | null } | null, tabs: Array<{ key: string, title: string, url: string | null }> | null, celebrations: { firstSection: boolean, streakLengthToCelebrate: number | null, streakDiscountEnabled: boolean, weeklyGoal: boolean } | null, enrollment: { isActive: boolean, mode: string | null } | null, enrollAlert: { canEnroll: boolean, extraText: string | null } | null, accessExpiration: { expirationDate: string, masqueradingExpiredCourse: boolean, upgradeDeadline: string | null, upgradeUrl: string | null } | null, offer: { code: string, expirationDate: string, originalPrice: string, discountedPrice: string, percentage: number, upgradeUrl: string | null } | null, verifiedMode: { price: number, currency: string | null, currencySymbol: string, sku: string | null, upgradeUrl: string | null, accessExpirationDate: string | null } | null, goals: { weeklyLearningGoalEnabled: boolean, selectedGoal: { daysPerWeek: number, subscribedToReminders: boolean } | null } | null, certificate: { status: string, webViewUrl: string | null, downloadUrl: string | null, availableDate: string | null } | null, tools: Array<{ analyticsId: string, title: string, url: string | null }> | null, resume: { hasVisitedCourse: boolean | null, url: string | null } | null, datesBanner: { missedDeadlines: boolean, missedGatedContent: boolean | null, contentTypeGatingEnabled: boolean, verifiedUpgradeLink: string | null } | null, outline: { key: string, title: string, hasScheduledContent: boolean | null, sections: Array<{ key: string, title: string, complete: boolean | null, resumeBlock: boolean | null, hideFromToc: boolean | null, sequences: Array<{ key: string, title: string, complete: boolean | null, resumeBlock: boolean | null, hideFromToc: boolean | null, due: string | null, icon: string | null, description: string | null, effortTime: number | null, effortActivities: number | null, showLink: boolean | null, webUrl: string | null, isLocked: boolean | null }> }> } | null, upcomingDates: { tabLink: string | null, userTimezone: string | null, blocks: Array<{ date: string, dateType: string, title: string, description: string | null, link: string | null, linkText: string | null, extraInfo: string | null, assignmentType: string | null, complete: boolean | null, learnerHasAccess: boolean, firstComponentBlockKey: string | null }> } | null } | null };

export type CourseShellQueryVariables = Exact<{
  key: string;
}>;


export type CourseShellQuery = { course: { id: string, key: string, title: string | null, studioAccess: boolean | null, hasCourseAuthorAccess: boolean | null, isNewDiscussionSidebarViewEnabled: boolean | null, themeVariant: string | null, searchEnabled: boolean | null, navigationSidebar: { id: string, isEnabled: boolean, isAlwaysOpen: boolean, isCompletionTracked: boolean | null } | null } | null };

export type CoursewarePageQueryVariables = Exact<{
  key: string;
  sequence: string;
  withResume?: boolean | null | undefined;
  withBookmarks?: boolean | null | undefined;
}>;


export type CoursewarePageQuery = { serverTime: string | null, viewer: { username: string | null, timezone: string | null, isAuthenticated: boolean | null, tour: { courseHomeTourStatus: CourseHomeTourStatus, showCoursewareTour: boolean } | null }, course: { key: string, title: string | null, number: string | null, org: string | null, start: string | null, end: string | null, pacing: Pacing | null, effort: string | null, license: string | null, language: string | null, enrollmentStart: string | null, enrollmentEnd: string | null, isSelfPaced: boolean | null, isStaff: boolean | null, originalUserIsStaff: boolean | null, isMasquerading: boolean | null, masqueradeUsername: string | null, studioAccess: boolean | null, hasCourseAuthorAccess: boolean | null, isNewDiscussionSidebarViewEnabled: boolean | null, canViewCertificate: boolean | null, themeVariant: string | null, showCalculator: boolean | null, canAccessProctoredExams: boolean | null, marketingUrl: string | null, userHasPassingGrade: boolean | null, courseExitPageIsActive: boolean | null, contentTypeGatingEnabled: boolean | null, learningAssistantEnabled: boolean | null, needsIntegritySignature: boolean | null, verifyIdentityUrl: string | null, verificationStatus: string | null, linkedinAddToProfileUrl: string | null, allModes: Array<{ slug: string, displayName: string | null }> | null, access: { hasAccess: boolean, errorCode: string | null, developerMessage: string | null, userMessage: string | null, additionalContextUserMessage: string | null, userFragment: string | null } | null, tabs: Array<{ key: string, title: string, url: string | null }> | null, verifiedMode: { price: number, currency: string | null, currencySymbol: string, sku: string | null, upgradeUrl: string | null, accessExpirationDate: string | null } | null, accessExpiration: { expirationDate: string, masqueradingExpiredCourse: boolean, upgradeDeadline: string | null, upgradeUrl: string | null } | null, offer: { code: string, expirationDate: string, originalPrice: string, discountedPrice: string, percentage: number, upgradeUrl: string | null } | null, enrollment: { mode: string | null, isActive: boolean } | null, celebrations: { firstSection: boolean, streakLengthToCelebrate: number | null, streakDiscountEnabled: boolean, weeklyGoal: boolean } | null, goals: { weeklyLearningGoalEnabled: boolean, selectedGoal: { daysPerWeek: number, subscribedToReminders: boolean } | null } | null, certificate: { status: string, webViewUrl: string | null, downloadUrl: string | null, availableDate: string | null } | null, entranceExam: { enabled: boolean, passed: boolean, key: string | null, currentScore: number, minimumScorePercent: number } | null, notes: { enabled: boolean, visible: boolean } | null, relatedPrograms: Array<{ uuid: string, title: string, slug: string | null, url: string | null, progress: { completed: number, inProgress: number, notStarted: number } | null }> | null, resume?: { block: { key: string } | null, section: { key: string } | null, unit: { key: string } | null } | null, outline: { key: string, title: string, hasScheduledContent: boolean | null, sections: Array<{ key: string, title: string, complete: boolean | null, completion: { completed: number, completable: number } | null, sequences: Array<{ key: string, title: string, name: string | null, accessible: boolean | null, start: string | null, effectiveStart: string | null, due: string | null, complete: boolean | null, hideFromToc: boolean | null, icon: string | null, isLocked: boolean | null, specialExamInfo: string | null, completion: { completed: number, completable: number } | null, units: Array<{ key: string, title: string, complete: boolean | null, icon: string | null, completion: { completed: number, completable: number } | null }> | null }> }> } | null, sequence: { key: string, title: string, name: string | null, format: string | null, position: number | null, nextUrl: string | null, prevUrl: string | null, bannerText: string | null, isTimeLimited: boolean | null, isProctored: boolean | null, isHiddenAfterDue: boolean | null, showCompletion: boolean | null, savePosition: boolean | null, excludeUnits: boolean | null, navigationDisabled: boolean | null, gatedContent: { gated: boolean, prereqUrl: string | null, prereqKey: string | null, prereqSectionName: string | null, gatedSectionName: string | null } | null, units: Array<{ key: string, title: string, type: string | null, complete: boolean | null, graded: boolean | null, bookmarked: boolean | null, path: string | null, isGated: boolean | null, containsContentTypeGatedContent: boolean | null }> | null } | null, bookmarks?: { totalCount: number | null, edges: Array<{ node: { key: string, displayName: string | null, created: string, path: Array<{ key: string, displayName: string | null }> | null } }> } | null, discussion: { provider: string | null, isPostingEnabled: boolean | null, showDiscussions: boolean | null, topics: Array<{ lmsId: string, name: string, usageKey: string | null, enabledInContext: boolean, threadCounts: { discussion: number, question: number } | null }> | null } | null } | null };

export type CreateCommentMutationVariables = Exact<{
  thread: string;
  parent?: string | null | undefined;
  rawBody: string;
  anonymous?: boolean | null | undefined;
  anonymousToPeers?: boolean | null | undefined;
  captchaToken?: string | null | undefined;
}>;


export type CreateCommentMutation = { createComment: { comment: { id: string, author: string | null, authorLabel: string | null, created: string, rawBody: string | null, renderedBodyHtml: string | null, voted: boolean, voteCount: number, childCount: number, editableFields: Array<string>, canDelete: boolean, thread: { id: string } | null, parent: { id: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type CreateExamAttemptMutationVariables = Exact<{
  exam: string;
  start: boolean;
  proctored: boolean;
}>;


export type CreateExamAttemptMutation = { createExamAttempt: { examState: { exam: { id: string, attempt: { id: string, status: string, secondsRemaining: number | null } | null } | null, activeAttempt: { id: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type CreateTeamMutationVariables = Exact<{
  course: string;
  teamSet: string;
  name: string;
  description: string;
  country?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type CreateTeamMutation = { createTeam: { team: { id: string, name: string, description: string | null, country: string | null, language: string | null, members: Array<{ id: string, username: string | null }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type CreateThreadMutationVariables = Exact<{
  course: string;
  topic: string;
  type: ThreadType;
  title: string;
  rawBody: string;
  following?: boolean | null | undefined;
  anonymous?: boolean | null | undefined;
  anonymousToPeers?: boolean | null | undefined;
  group?: string | null | undefined;
  notifyAllLearners?: boolean | null | undefined;
  captchaToken?: string | null | undefined;
}>;


export type CreateThreadMutation = { createThread: { thread: { id: string, topicId: string, type: string, title: string, renderedBodyHtml: string | null, author: string | null, authorLabel: string | null, created: string, following: boolean, voted: boolean, voteCount: number, commentCount: number, editableFields: Array<string>, canDelete: boolean, group: { id: string, name: string | null } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type CreditPageQueryVariables = Exact<{
  key: string;
}>;


export type CreditPageQuery = { viewer: { creditEligibility: { deadline: string | null, course: { key: string } | null } | null }, creditProviders: Array<{ id: string, displayName: string, url: string | null, statusUrl: string | null, description: string | null, fulfillmentInstructions: string | null, thumbnailUrl: string | null }> | null };

export type DashboardPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DashboardPageQuery = { viewer: { emailConfirmation: { isNeeded: boolean, sendEmailUrl: string | null } | null, platformSettings: { supportEmail: string | null, billingEmail: string | null, courseSearchUrl: string | null } | null, socialShareSettings: Array<{ network: string, isEnabled: boolean, socialBrand: string | null, utmParams: string | null }> | null, enterpriseDashboard: { uuid: string | null, label: string | null, url: string | null, authOrgId: string | null, isLearnerPortalEnabled: boolean | null } | null, suggestedCourses: Array<{ title: string, url: string | null, bannerImageUrl: string | null, logoImageUrl: string | null }> | null, entitlements: Array<{ uuid: string, courseTitle: string | null, courseNumber: string | null, courseOrg: string | null, courseBannerImageUrl: string | null, isFulfilled: boolean, isExpired: boolean, isRefundable: boolean, changeDeadline: string | null, expirationDate: string | null, availableSessions: Array<{ start: string | null, end: string | null, course: { key: string } | null }>, programs: Array<{ title: string, url: string | null, type: string | null, provider: string | null, courseCount: number | null, bannerImageUrl: string | null, logoImageUrl: string | null }> }> | null, enrollments: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ cursor: string, node: { mode: string | null, isActive: boolean, isVerified: boolean | null, isAudit: boolean | null, isAuditAccessExpired: boolean | null, canUpgrade: boolean | null, hasStarted: boolean | null, created: string | null, accessExpirationDate: string | null, isEmailEnabled: boolean | null, hasOptedOutOfEmail: boolean | null, hasUnmetPrerequisites: boolean | null, isTooEarly: boolean | null, isStaff: boolean | null, resumeUrl: string | null, upgradeUrl: string | null, unenrollUrl: string | null, course: { key: string, title: string | null, number: string | null, org: string | null, start: string | null, end: string | null, advertisedStart: string | null, isStarted: boolean | null, isArchived: boolean | null, minPassingGrade: number | null, cardImageUrl: string | null, homeUrl: string | null, progressUrl: string | null, marketingUrl: string | null, socialShareUrl: string | null } | null, certificate: { status: string | null, isEarned: boolean | null, isDownloadable: boolean | null, isRestricted: boolean | null, availableDate: string | null, previewUrl: string | null } | null, gradeData: { isPassing: boolean } | null, programs: Array<{ uuid: string | null, title: string, url: string | null, type: string | null, provider: string | null, courseCount: number | null, bannerImageUrl: string | null, logoImageUrl: string | null }> | null, entitlement: { uuid: string, isFulfilled: boolean, isExpired: boolean, isRefundable: boolean, changeDeadline: string | null, expirationDate: string | null, canViewCourse: boolean, availableSessions: Array<{ start: string | null, end: string | null, course: { key: string } | null }> } | null, credit: { isEligible: boolean, purchased: boolean, requestStatus: string | null, providerId: string | null, providerName: string | null, providerStatusUrl: string | null, error: boolean } | null } }> } | null } };

export type DashboardShellQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardShellQuery = { viewer: { id: string, emailConfirmation: { id: string, isNeeded: boolean, sendEmailUrl: string | null } | null, enterpriseDashboard: { id: string, label: string | null, url: string | null, uuid: string | null, authOrgId: string | null, isLearnerPortalEnabled: boolean | null } | null, platformSettings: { id: string, supportEmail: string | null, billingEmail: string | null, courseSearchUrl: string | null } | null, socialShareSettings: Array<{ id: string, network: string, isEnabled: boolean, socialBrand: string | null, utmParams: string | null }> | null, suggestedCourses: Array<{ id: string, title: string, url: string | null, bannerImageUrl: string | null, logoImageUrl: string | null }> | null, entitlements: Array<{ id: string, uuid: string, courseTitle: string | null, courseNumber: string | null, courseOrg: string | null, isFulfilled: boolean, isExpired: boolean, isRefundable: boolean, canViewCourse: boolean, changeDeadline: string | null, expirationDate: string | null, availableSessions: Array<{ id: string, start: string | null, end: string | null, course: { id: string, key: string } | null }> }> | null } };

export type DatesPageQueryVariables = Exact<{
  key: string;
  withTour?: boolean | null | undefined;
}>;


export type DatesPageQuery = { serverTime: string | null, viewer: { username: string | null, timezone: string | null, isAuthenticated: boolean | null, tour?: { courseHomeTourStatus: CourseHomeTourStatus, showCoursewareTour: boolean } | null }, course: { key: string, title: string | null, hasEnded: boolean | null, number: string | null, org: string | null, start: string | null, isSelfPaced: boolean | null, isStaff: boolean | null, originalUserIsStaff: boolean | null, isMasquerading: boolean | null, masqueradeUsername: string | null, studioAccess: boolean | null, hasCourseAuthorAccess: boolean | null, isNewDiscussionSidebarViewEnabled: boolean | null, canViewCertificate: boolean | null, themeVariant: string | null, learnerIsFullAccess: boolean | null, allModes: Array<{ slug: string, displayName: string | null }> | null, access: { hasAccess: boolean, errorCode: string | null, developerMessage: string | null, userMessage: string | null, additionalContextUserMessage: string | null, userFragment: string | null } | null, tabs: Array<{ key: string, title: string, url: string | null }> | null, celebrations: { firstSection: boolean, streakLengthToCelebrate: number | null, streakDiscountEnabled: boolean, weeklyGoal: boolean } | null, enrollment: { isActive: boolean } | null, verifiedMode: { price: number, currency: string | null, currencySymbol: string, sku: string | null, upgradeUrl: string | null, accessExpirationDate: string | null } | null, datesBanner: { missedDeadlines: boolean, missedGatedContent: boolean | null, contentTypeGatingEnabled: boolean, verifiedUpgradeLink: string | null } | null, dates: { userTimezone: string | null, blocks: Array<{ date: string, dateType: string, title: string, description: string | null, link: string | null, linkText: string | null, extraInfo: string | null, assignmentType: string | null, complete: boolean | null, learnerHasAccess: boolean, firstComponentBlockKey: string | null }> } | null } | null };

export type DeleteCommentMutationVariables = Exact<{
  comment: string;
}>;


export type DeleteCommentMutation = { deleteComment: { deletedId: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeleteTeamMutationVariables = Exact<{
  team: string;
}>;


export type DeleteTeamMutation = { deleteTeam: { deletedTeamId: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type DeleteThreadMutationVariables = Exact<{
  thread: string;
}>;


export type DeleteThreadMutation = { deleteThread: { deletedId: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type DiscussionCommentQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DiscussionCommentQuery = { comment: { id: string, rawBody: string | null, renderedBodyHtml: string | null, author: string | null, authorLabel: string | null, authorImageUrl: string | null, isAnonymous: boolean, isAnonymousToPeers: boolean, created: string, updated: string, voted: boolean, voteCount: number, abuseFlagged: boolean, abuseFlaggedByAnyone: boolean | null, editByLabel: string | null, editableFields: Array<string>, canDelete: boolean, childCount: number, endorsed: boolean, endorsedBy: string | null, endorsedByLabel: string | null, endorsedAt: string | null, lastEdit: { reasonCode: string | null, editor: string | null, created: string | null } | null, thread: { id: string, title: string, course: { key: string } | null } | null, parent: { id: string } | null, replies: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, rawBody: string | null, renderedBodyHtml: string | null, author: string | null, authorLabel: string | null, authorImageUrl: string | null, isAnonymous: boolean, isAnonymousToPeers: boolean, created: string, updated: string, voted: boolean, voteCount: number, abuseFlagged: boolean, abuseFlaggedByAnyone: boolean | null, editByLabel: string | null, editableFields: Array<string>, canDelete: boolean, lastEdit: { reasonCode: string | null, editor: string | null, created: string | null } | null } }> } | null } | null };

export type DiscussionLearnerPostsQueryVariables = Exact<{
  key: string;
  username: string;
  status?: ThreadStatus | null | undefined;
  type?: ThreadType | null | undefined;
  orderBy?: ThreadOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DiscussionLearnerPostsQuery = { course: { discussion: { learner: { id: string, username: string, imageUrl: string | null, posts: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, topicId: string, type: string, title: string, previewBody: string | null, author: string | null, authorLabel: string | null, authorImageUrl: string | null, created: string, read: boolean, following: boolean, voted: boolean, voteCount: number, commentCount: number, unreadCommentCount: number, hasEndorsed: boolean, closed: boolean, abuseFlagged: boolean, group: { id: string, name: string | null } | null } }> } | null } | null } | null } | null };

export type DiscussionLearnersQueryVariables = Exact<{
  key: string;
  orderBy?: DiscussionLearnerOrder | null | undefined;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DiscussionLearnersQuery = { course: { title: string | null, discussion: { hasModerationPrivileges: boolean | null, learners: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, username: string, imageUrl: string | null, threads: number | null, responses: number | null, replies: number | null, activeFlags: number | null, inactiveFlags: number | null } }> } | null } | null } | null };

export type DiscussionThreadQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  newestFirst?: boolean | null | undefined;
  replies?: number | null | undefined;
}>;


export type DiscussionThreadQuery = { thread: { id: string, type: string, title: string, rawBody: string | null, renderedBodyHtml: string | null, topicId: string, author: string | null, authorLabel: string | null, authorImageUrl: string | null, isAnonymous: boolean, isAnonymousToPeers: boolean, created: string, updated: string, read: boolean, following: boolean, voted: boolean, voteCount: number, abuseFlagged: boolean, pinned: boolean, hasEndorsed: boolean, commentCount: number, unreadCommentCount: number, closed: boolean, closedBy: string | null, closedByLabel: string | null, closeReason: string | null, editByLabel: string | null, editableFields: Array<string>, canDelete: boolean, course: { key: string } | null, lastEdit: { reasonCode: string | null, editor: string | null, created: string | null, originalBody: string | null } | null, group: { id: string, name: string | null } | null, comments: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, rawBody: string | null, renderedBodyHtml: string | null, author: string | null, authorLabel: string | null, authorImageUrl: string | null, isAnonymous: boolean, isAnonymousToPeers: boolean, created: string, updated: string, voted: boolean, voteCount: number, abuseFlagged: boolean, abuseFlaggedByAnyone: boolean | null, editByLabel: string | null, editableFields: Array<string>, canDelete: boolean, childCount: number, endorsed: boolean, endorsedBy: string | null, endorsedByLabel: string | null, endorsedAt: string | null, lastEdit: { reasonCode: string | null, editor: string | null, created: string | null } | null, replies: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, rawBody: string | null, renderedBodyHtml: string | null, author: string | null, authorLabel: string | null, authorImageUrl: string | null, isAnonymous: boolean, isAnonymousToPeers: boolean, created: string, updated: string, voted: boolean, voteCount: number, abuseFlagged: boolean, abuseFlaggedByAnyone: boolean | null, editByLabel: string | null, editableFields: Array<string>, canDelete: boolean, lastEdit: { reasonCode: string | null, editor: string | null, created: string | null } | null } }> } | null } }> } | null } | null };

export type DiscussionTopicsQueryVariables = Exact<{
  key: string;
}>;


export type DiscussionTopicsQuery = { course: { discussion: { isPostingEnabled: boolean | null, blackouts: Array<{ start: string, end: string }> | null, courseWideTopics: Array<{ id: string, name: string, threadCounts: { discussion: number, question: number } | null }> | null, topicSections: Array<{ key: string, title: string | null, sequences: Array<{ key: string, title: string | null, webUrl: string | null, threadCounts: { discussion: number, question: number } | null, topics: Array<{ id: string, name: string, usageKey: string | null, enabledInContext: boolean, threadCounts: { discussion: number, question: number } | null }> }> }> | null, archivedTopics: Array<{ id: string, name: string, threadCounts: { discussion: number, question: number } | null }> | null } | null } | null };

export type DiscussionToursQueryVariables = Exact<{ [key: string]: never; }>;


export type DiscussionToursQuery = { viewer: { id: string, discussionTours: Array<{ id: string, name: string, isShown: boolean }> | null } };

export type DiscussionsPageQueryVariables = Exact<{
  key: string;
  topics?: Array<string> | string | null | undefined;
  orderBy?: ThreadOrder | null | undefined;
  status?: ThreadStatus | null | undefined;
  type?: ThreadType | null | undefined;
  search?: string | null | undefined;
  following?: boolean | null | undefined;
  group?: string | null | undefined;
  withTopics?: boolean | null | undefined;
  moderates?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DiscussionsPageQuery = { viewer: { username: string | null }, course: { key: string, title: string | null, org: string | null, number: string | null, isStaff: boolean | null, originalUserIsStaff: boolean | null, access: { hasAccess: boolean, errorCode: string | null, userMessage: string | null } | null, enrollment: { isActive: boolean } | null, tabs: Array<{ id: string, title: string, url: string | null }> | null, cohorts?: Array<{ id: string, name: string }> | null, discussion: { provider: string | null, isPostingEnabled: boolean | null, allowAnonymous: boolean | null, allowAnonymousToPeers: boolean | null, userRoles: Array<string> | null, hasModerationPrivileges: boolean | null, isGroupTa: boolean | null, isUserAdmin: boolean | null, isCourseStaff: boolean | null, isCourseAdmin: boolean | null, groupAtSubsection: boolean | null, canNotifyAllLearners: boolean | null, isEmailVerified: boolean | null, onlyVerifiedUsersCanPost: boolean | null, isRateLimited: boolean | null, blackouts: Array<{ start: string, end: string }> | null, captcha: { isEnabled: boolean | null, siteKey: string | null } | null, editReasons: Array<{ code: string, label: string }> | null, closeReasons: Array<{ code: string, label: string }> | null, settings?: { divisionScheme: string | null, alwaysDivideInlineDiscussions: boolean | null, dividedInlineTopics: Array<string> | null, dividedCourseWideTopics: Array<string> | null } | null, threads: { totalCount: number | null, searchRewrite: string | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ abuseFlaggedCount?: number | null, node: { id: string, topicId: string, type: string, title: string, previewBody: string | null, author: string | null, authorLabel: string | null, authorImageUrl: string | null, created: string, read: boolean, following: boolean, voted: boolean, voteCount: number, commentCount: number, unreadCommentCount: number, hasEndorsed: boolean, pinned: boolean, closed: boolean, abuseFlagged: boolean, group: { id: string, name: string | null } | null } }> } | null } & { courseWideTopics?: Array<{ id: string, name: string, threadCounts: { discussion: number, question: number } | null }> | null, topicSections?: Array<{ key: string, title: string | null, sequences: Array<{ key: string, title: string | null, webUrl: string | null, threadCounts: { discussion: number, question: number } | null, topics: Array<{ id: string, name: string, usageKey: string | null, enabledInContext: boolean, threadCounts: { discussion: number, question: number } | null }> }> }> | null, archivedTopics?: Array<{ id: string, name: string, threadCounts: { discussion: number, question: number } | null }> | null } | null } | null };

export type DismissWelcomeMutationVariables = Exact<{
  key: string;
}>;


export type DismissWelcomeMutation = { dismissWelcomeMessage: { course: { welcomeMessageHtml: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type EmailSettingsMutationVariables = Exact<{
  key: string;
  receive: boolean;
}>;


export type EmailSettingsMutation = { setCourseEmails: { enrollment: { isEmailEnabled: boolean | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type EnrollMutationVariables = Exact<{
  key: string;
  mode?: string | null | undefined;
}>;


export type EnrollMutation = { enroll: { enrollment: { mode: string | null, isActive: boolean } | null, course: { key: string, access: { hasAccess: boolean } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type ExamInstructionsQueryVariables = Exact<{
  key: string;
  sequence: string;
}>;


export type ExamInstructionsQuery = { course: { examState: { exam: { id: string, isProctored: boolean, reviewPolicy: { id: string, text: string | null } | null, proctoring: { id: string, platformName: string | null, contactUrl: string | null, providerName: string | null, techSupportEmail: string | null, techSupportPhone: string | null, learnerNotificationEmail: string | null, integrationEmail: string | null, escalationEmail: string | null, softwareDownloadUrl: string | null, instructions: Array<string> | null, links: Array<{ id: string, name: string, url: string | null }> | null, rules: Array<{ id: string, key: string, value: string | null }> | null } | null } | null } | null } | null };

export type ExamPageQueryVariables = Exact<{
  key: string;
  sequence: string;
}>;


export type ExamPageQuery = { serverTime: string | null, course: { id: string, key: string, examState: { id: string, exam: { id: string, key: string, name: string, type: string | null, timeLimitMinutes: number, totalTimeText: string | null, isProctored: boolean, isPractice: boolean, isActive: boolean, due: string | null, isPastDue: boolean | null, hideAfterDue: boolean, onboardingUrl: string | null, backend: string | null, usesExamsService: boolean | null, prerequisites: { id: string, areSatisfied: boolean | null, pending: Array<{ id: string, displayName: string | null, url: string | null }> | null, failed: Array<{ id: string, displayName: string | null, url: string | null }> | null } | null, attempt: { id: string, lmsId: number, status: string, code: string | null, examType: string | null, examDisplayName: string | null, examUrl: string | null, secondsRemaining: number | null, totalTimeText: string | null, lowThresholdSeconds: number | null, criticallyLowThresholdSeconds: number | null, takenAsProctored: boolean | null, isReadyToResume: boolean | null, pingIntervalSeconds: number | null, desktopApplicationScriptUrl: string | null, softwareDownloadUrl: string | null, externalId: string | null, usesExamsService: boolean | null, course: { id: string, key: string } | null } | null } | null, activeAttempt: { id: string, lmsId: number, status: string, code: string | null, examType: string | null, examDisplayName: string | null, examUrl: string | null, secondsRemaining: number | null, totalTimeText: string | null, lowThresholdSeconds: number | null, criticallyLowThresholdSeconds: number | null, takenAsProctored: boolean | null, isReadyToResume: boolean | null, pingIntervalSeconds: number | null, desktopApplicationScriptUrl: string | null, softwareDownloadUrl: string | null, externalId: string | null, usesExamsService: boolean | null, course: { id: string, key: string } | null } | null } | null } | null };

export type FinishDiscussionTourMutationVariables = Exact<{
  tour: string;
}>;


export type FinishDiscussionTourMutation = { finishDiscussionTour: { tour: { id: string, isShown: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type GradebookQueryVariables = Exact<{
  key: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  user?: string | null | undefined;
  cohort?: string | null | undefined;
}>;


export type GradebookQuery = { course: { key: string, title: string | null, gradingInfo: { isFrozen: boolean, cutoffs: Array<{ letter: string, cutoff: number }>, assignmentTypes: Array<{ type: string, shortLabel: string | null, minCount: number | null, dropCount: number | null, weight: number | null }> } | null, assignmentTypePolicies: Array<{ assignmentType: string, count: number, dropped: number, weight: number }> | null, gradebook: { totalUsers: number | null, filteredUsers: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { userId: string, username: string, email: string | null, percent: number, sections: Array<{ key: string, subsectionTitle: string | null, label: string | null, category: string | null, percent: number, pointsEarned: number, pointsPossible: number, attempted: boolean }> } }> } | null } | null };

export type JoinTeamMutationVariables = Exact<{
  team: string;
  username?: string | null | undefined;
}>;


export type JoinTeamMutation = { joinTeam: { team: { id: string, members: Array<{ id: string, username: string | null, imageUrl: string | null }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type LeaveEntitlementRunMutationVariables = Exact<{
  entitlement: string;
  refund?: boolean | null | undefined;
}>;


export type LeaveEntitlementRunMutation = { leaveEntitlementRun: { viewer: { id: string, entitlements: Array<{ id: string, uuid: string, isFulfilled: boolean }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type LeaveTeamMutationVariables = Exact<{
  team: string;
  username?: string | null | undefined;
}>;


export type LeaveTeamMutation = { leaveTeam: { team: { id: string, members: Array<{ id: string, username: string | null }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type LiveTabQueryVariables = Exact<{
  key: string;
}>;


export type LiveTabQuery = { course: { id: string, key: string, title: string | null, access: { id: string, hasAccess: boolean, errorCode: string | null, userMessage: string | null } | null, tabs: Array<{ id: string, title: string, url: string | null }> | null, live: { id: string, iframeHtml: string } | null } | null };

export type ManagedAccountQueryVariables = Exact<{ [key: string]: never; }>;


export type ManagedAccountQuery = { viewer: { id: string, lmsId: string | null, managedBy: { id: string, name: string | null, syncsProfile: boolean | null } | null, verifiedName: { id: string, name: string, profileName: string | null, status: string, created: string } | null } };

export type MarkNotificationsReadMutationVariables = Exact<{
  notification?: string | null | undefined;
  app?: NotificationApp | null | undefined;
}>;


export type MarkNotificationsReadMutation = { markNotificationsRead: { notifications: { id: string, unseenCount: number | null, list: { edges: Array<{ node: { id: string, lastRead: string | null } }> } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type MarkNotificationsSeenMutationVariables = Exact<{
  app: NotificationApp;
}>;


export type MarkNotificationsSeenMutation = { markNotificationsSeen: { notifications: { id: string, unseenCount: number | null, counts: Array<{ id: string, app: string, count: number }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type MarkThreadReadMutationVariables = Exact<{
  thread: string;
}>;


export type MarkThreadReadMutation = { markThreadRead: { thread: { id: string, read: boolean, unreadCommentCount: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type MobileCategoriesQueryVariables = Exact<{
  key: string;
}>;


export type MobileCategoriesQuery = { course: { discussion: { isPostingEnabled: boolean | null, provider: string | null, blackouts: Array<{ start: string, end: string }> | null, categories: Array<{ id: string, name: string, topics: Array<{ id: string, name: string, threadCounts: { discussion: number, question: number } | null }> }> | null, generalTopics: Array<{ id: string, lmsId: string, name: string, threadCounts: { discussion: number, question: number } | null }> | null } | null } | null };

export type MobileCourseQueryVariables = Exact<{
  key: string;
}>;


export type MobileCourseQuery = { course: { key: string, title: string | null, handoutsHtml: string | null, access: { hasAccess: boolean, errorCode: string | null, userMessage: string | null } | null, certificate: { downloadUrl: string | null } | null, updates: Array<{ id: string, date: string, contentHtml: string, status: string | null }> | null, lastVisited: { blockKey: string | null, path: Array<string> | null } | null, blocks: Array<{ key: string, type: string, displayName: string | null, childKeys: Array<string>, graded: boolean | null, format: string | null, due: string | null, completion: number | null, webUrl: string | null, studentViewUrl: string | null, studentViewMultiDevice: boolean | null, containsGatedContent: boolean, specialExamInfo: string | null, authorizationDenial: { reason: string, message: string | null } | null, counts: Array<{ type: string, count: number }> | null, video: { duration: number | null, onlyOnWeb: boolean, encodings: Array<{ profile: string, url: string | null, fileSize: number | null }> | null, transcripts: Array<{ language: string, url: string | null }> | null } | null }> | null } | null };

export type MobileDashboardQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MobileDashboardQuery = { viewer: { id: string, username: string | null, name: string | null, email: string | null, profileImageUrl: string | null, primaryEnrollment: { course: { key: string, title: string | null, org: string | null, media: { image: { large: string | null, small: string | null } | null } | null } | null, certificate: { downloadUrl: string | null } | null, lastVisited: { blockKey: string | null, path: Array<string> | null, unitTitle: string | null } | null, assignments: { completed: number, total: number, upcoming: Array<{ title: string, date: string, firstComponentBlockKey: string | null }> | null, past: Array<{ title: string, date: string, complete: boolean | null }> | null } | null } | null, enrollments: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { mode: string | null, isActive: boolean, created: string | null, accessExpirationDate: string | null, course: { key: string, title: string | null, number: string | null, org: string | null, start: string | null, end: string | null, startDisplay: string | null, startType: StartType | null, isSelfPaced: boolean | null, aboutUrl: string | null, media: { image: { small: string | null } | null } | null } | null, coursewareAccess: { hasAccess: boolean, errorCode: string | null, userMessage: string | null } | null, certificate: { downloadUrl: string | null } | null, assignments: { completed: number, total: number } | null } }> } | null } };

export type MobileDiscussionQueryVariables = Exact<{
  key: string;
  topics?: Array<string> | string | null | undefined;
  first: number;
}>;


export type MobileDiscussionQuery = { course: { discussion: { allowAnonymous: boolean | null, userRoles: Array<string> | null, hasModerationPrivileges: boolean | null, topics: Array<{ id: string, name: string, threadCounts: { discussion: number, question: number } | null }> | null, threads: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, title: string, type: string, author: string | null, authorLabel: string | null, created: string, updated: string, commentCount: number, voteCount: number, voted: boolean, following: boolean, read: boolean, pinned: boolean, closed: boolean, abuseFlagged: boolean, renderedBodyHtml: string | null } }> } | null } | null } | null };

export type MobileDiscussionSearchQueryVariables = Exact<{
  key: string;
  text: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MobileDiscussionSearchQuery = { course: { discussion: { threads: { searchRewrite: string | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, title: string, type: string, author: string | null, authorLabel: string | null, authorImageUrl: string | null, created: string, updated: string, commentCount: number, unreadCommentCount: number, voteCount: number, voted: boolean, following: boolean, read: boolean, pinned: boolean, closed: boolean, abuseFlagged: boolean, renderedBodyHtml: string | null } }> } | null } | null } | null };

export type MobilePersonQueryVariables = Exact<{
  username: string;
}>;


export type MobilePersonQuery = { profile: { id: string, username: string | null, name: string | null, bio: string | null, country: string | null, imageUrl: string | null, accountPrivacy: string | null, languageProficiencies: Array<{ id: string, code: string }> | null } | null };

export type MobilePositionQueryVariables = Exact<{
  key: string;
}>;


export type MobilePositionQuery = { course: { id: string, storedPath: Array<string> | null } | null };

export type MobileProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type MobileProfileQuery = { viewer: { username: string | null, name: string | null, bio: string | null, country: string | null, levelOfEducation: string | null, profileImageUrl: string | null, accountPrivacy: string | null, dateJoined: string | null, languageProficiencies: Array<{ code: string }> | null, verification: { status: string, expiration: string | null } | null, preferences: Array<{ key: string, value: string | null }> | null } };

export type MobileThreadQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type MobileThreadQuery = { thread: { id: string, title: string, type: string, author: string | null, authorLabel: string | null, authorImageUrl: string | null, created: string, renderedBodyHtml: string | null, voted: boolean, voteCount: number, following: boolean, abuseFlagged: boolean, closed: boolean, pinned: boolean, comments: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, author: string | null, authorLabel: string | null, authorImageUrl: string | null, created: string, renderedBodyHtml: string | null, endorsed: boolean, voteCount: number, voted: boolean, childCount: number } }> } | null } | null };

export type MobileTopicsQueryVariables = Exact<{
  key: string;
}>;


export type MobileTopicsQuery = { course: { discussion: { isPostingEnabled: boolean | null, blackouts: Array<{ start: string, end: string }> | null, topics: Array<{ id: string, name: string, usageKey: string | null, threadCounts: { discussion: number, question: number } | null }> | null } | null } | null };

export type MyCertificatesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCertificatesQuery = { viewer: { certificates: Array<{ type: string, status: string, isPassing: boolean, grade: number | null, downloadUrl: string | null, created: string, modified: string | null, course: { key: string, title: string | null, org: string | null } | null }> | null } };

export type NotificationCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationCountsQuery = { viewer: { id: string, notifications: { id: string, isEnabled: boolean | null, unseenCount: number | null, expiryDays: number | null, counts: Array<{ id: string, app: string, count: number }> | null } | null } };

export type NotificationTrayQueryVariables = Exact<{
  app?: NotificationApp | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type NotificationTrayQuery = { viewer: { id: string, notifications: { id: string, isEnabled: boolean | null, unseenCount: number | null, expiryDays: number | null, counts: Array<{ id: string, app: string, count: number }> | null, list: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, app: string, type: string, contentHtml: string, contentUrl: string | null, created: string, lastRead: string | null, lastSeen: string | null, course: { id: string, key: string } | null, context: Array<{ id: string, key: string, value: string | null }> | null } }> } | null } | null } };

export type PathwaysQueryVariables = Exact<{
  uuids?: Array<string> | string | null | undefined;
}>;


export type PathwaysQuery = { viewer: { learningPathways: Array<{ uuid: string, title: string, status: string | null, overview: string | null, steps: Array<{ uuid: string, minRequirement: number, status: number, courses: Array<{ key: string, title: string, status: PathwayItemStatus }>, programs: Array<{ uuid: string, title: string, status: PathwayItemStatus, courses: Array<{ key: string }> }> }> }> | null } };

export type PositionMutationVariables = Exact<{
  key: string;
  block: string;
}>;


export type PositionMutation = { recordLastVisited: { course: { lastVisited: { blockKey: string | null, path: Array<string> | null } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type PreferenceMutationVariables = Exact<{
  key: string;
  value?: string | null | undefined;
}>;


export type PreferenceMutation = { setPreference: { viewer: { timezone: string | null, preferences: Array<{ key: string, value: string | null }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type ProctoringPanelQueryVariables = Exact<{
  key: string;
}>;


export type ProctoringPanelQuery = { course: { enableProctoredExams: boolean | null, proctoringOnboarding: { id: string, status: string | null, url: string | null, expiration: string | null, isPastDue: boolean | null, releaseDate: string | null, reviewRequirementsUrl: string | null } | null } | null };

export type ProfilePageQueryVariables = Exact<{
  username: string;
}>;


export type ProfilePageQuery = { profile: { id: string, username: string | null, isViewer: boolean | null, name: string | null, bio: string | null, country: string | null, levelOfEducation: string | null, hasImage: boolean | null, imageUrl: string | null, dateJoined: string | null, yearOfBirth: number | null, requiresParentalConsent: boolean | null, accountPrivacy: string | null, languageProficiencies: Array<{ id: string, code: string }> | null, socialLinks: Array<{ id: string, platform: string, url: string | null }> | null, visibility: Array<{ id: string, fieldName: string, audience: string }> | null, certificates: Array<{ id: string, type: string | null, modified: string | null, downloadUrl: string | null, uuid: string | null, course: { id: string, key: string, title: string | null, org: string | null } | null }> | null } | null, countries: Array<{ id: string, code: string, name: string | null }> | null };

export type ProgramPageQueryVariables = Exact<{
  uuid: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ProgramPageQuery = { program: { uuid: string, courseRuns: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { displayName: string, url: string | null, status: ProgramCourseRunStatus, startDate: string | null, endDate: string | null, emailsEnabled: boolean | null, micromastersTitle: string | null, certificateDownloadUrl: string | null, resumeUrl: string | null, course: { key: string } | null, dueDates: Array<{ name: string, url: string | null, date: string }> } }> } | null, progress: { courses: { completed: number, inProgress: number, notStarted: number } } | null } | null };

export type ProgramRosterQueryVariables = Exact<{
  uuid: string;
  course: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ProgramRosterQuery = { program: { enrollments: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { studentKey: string, status: ProgramEnrollmentStatus, accountExists: boolean, curriculumUuid: string, username: string | null, email: string | null } }> } | null, courseEnrollments: { edges: Array<{ node: { studentKey: string, status: ProgramCourseEnrollmentStatus, accountExists: boolean, curriculumUuid: string, courseStaff: boolean } }> } | null, courseGrades: { edges: Array<{ node: { studentKey: string, letterGrade: string | null, percent: number | null, passed: boolean | null, error: string | null } }> } | null } | null };

export type ProgramsQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgramsQuery = { viewer: { programs: Array<{ uuid: string, slug: string | null }> | null } };

export type ProgressPageQueryVariables = Exact<{
  key: string;
  studentId?: string | null | undefined;
  withTour?: boolean | null | undefined;
}>;


export type ProgressPageQuery = { viewer: { username: string | null, timezone: string | null, isAuthenticated: boolean | null, tour?: { courseHomeTourStatus: CourseHomeTourStatus, showCoursewareTour: boolean } | null }, course: { key: string, title: string | null, number: string | null, org: string | null, start: string | null, isSelfPaced: boolean | null, isStaff: boolean | null, originalUserIsStaff: boolean | null, isMasquerading: boolean | null, masqueradeUsername: string | null, studioAccess: boolean | null, hasCourseAuthorAccess: boolean | null, isNewDiscussionSidebarViewEnabled: boolean | null, canViewCertificate: boolean | null, themeVariant: string | null, allModes: Array<{ slug: string, displayName: string | null }> | null, access: { hasAccess: boolean, errorCode: string | null, developerMessage: string | null, userMessage: string | null, additionalContextUserMessage: string | null, userFragment: string | null } | null, tabs: Array<{ key: string, title: string, url: string | null }> | null, celebrations: { firstSection: boolean, streakLengthToCelebrate: number | null, streakDiscountEnabled: boolean, weeklyGoal: boolean } | null, enrollment: { isActive: boolean } | null, verifiedMode: { price: number, currency: string | null, currencySymbol: string, sku: string | null, upgradeUrl: string | null, accessExpirationDate: string | null } | null, progress: { username: string | null, end: string | null, enrollmentMode: string | null, hasScheduledContent: boolean | null, userHasPassingGrade: boolean, studioUrl: string | null, disableProgressGraph: boolean, finalGrade: number, gradesFeatureIsFullyLocked: boolean | null, gradesFeatureIsPartiallyLocked: boolean | null, accessExpiration: { expirationDate: string, masqueradingExpiredCourse: boolean, upgradeDeadline: string | null, upgradeUrl: string | null } | null, certificate: { status: string, webViewUrl: string | null, downloadUrl: string | null, availableDate: string | null } | null, completion: { completeCount: number, incompleteCount: number, lockedCount: number }, courseGrade: { letterGrade: string | null, percent: number, isPassing: boolean }, creditRequirements: { eligibilityStatus: string, requirements: Array<{ namespace: string, name: string, displayName: string, status: string | null, statusDate: string | null, order: number | null, minGrade: number | null, finalGrade: number | null }> } | null, gradingPolicy: { assignmentColors: Array<string> | null, assignmentPolicies: Array<{ type: string, shortLabel: string | null, weight: number, numDroppable: number, numTotal: number | null }>, gradeRange: Array<{ letter: string, cutoff: number }> }, assignmentTypeSummaries: Array<{ type: string, shortLabel: string | null, weight: number, droppedCount: number, averageGrade: number, weightedGrade: number, lastGradePublishDate: string | null, hiddenContribution: HiddenContribution }>, sections: Array<{ title: string, subsections: Array<{ key: string, title: string, assignmentType: string | null, hasGradedAssignment: boolean, learnerHasAccess: boolean, pointsEarned: number, pointsPossible: number, percentGraded: number, showGrades: boolean, showCorrectness: string, url: string | null, due: string | null, override: { system: string | null, reason: string | null } | null, problemScores: Array<{ earned: number, possible: number }> }> }>, verification: { status: string, link: string | null, statusDate: string | null }, verifiedMode: { price: number, currency: string | null, currencySymbol: string, sku: string | null, upgradeUrl: string | null, accessExpirationDate: string | null } | null } | null } | null };

export type RemoveBookmarkMutationVariables = Exact<{
  block: string;
}>;


export type RemoveBookmarkMutation = { removeBookmark: { removedKey: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type RemoveProfileImageMutationVariables = Exact<{ [key: string]: never; }>;


export type RemoveProfileImageMutation = { removeProfileImage: { profile: { id: string, hasImage: boolean | null, imageUrl: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type RequestCreditMutationVariables = Exact<{
  course: string;
  provider: string;
}>;


export type RequestCreditMutation = { requestCredit: { url: string | null, method: string | null, parameters: Array<{ name: string, value: string | null }> | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type RequestNameChangeMutationVariables = Exact<{
  name: string;
}>;


export type RequestNameChangeMutation = { requestNameChange: { viewer: { id: string, name: string | null, pendingName: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type ResetDeadlinesMutationVariables = Exact<{
  key: string;
  location?: string | null | undefined;
}>;


export type ResetDeadlinesMutation = { resetCourseDeadlines: { header: string | null, body: string | null, link: string | null, linkText: string | null, course: { dates: { blocks: Array<{ date: string, title: string }> } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type RunningExamQueryVariables = Exact<{
  key: string;
}>;


export type RunningExamQuery = { serverTime: string | null, course: { examState: { activeAttempt: { id: string, status: string, secondsRemaining: number | null, remainingTimeText: string | null, lowThresholdSeconds: number | null, criticallyLowThresholdSeconds: number | null, examUrl: string | null } | null } | null } | null };

export type SendActivationEmailMutationVariables = Exact<{ [key: string]: never; }>;


export type SendActivationEmailMutation = { sendActivationEmail: { viewer: { id: string, emailConfirmation: { id: string, isNeeded: boolean } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type SetGoalMutationVariables = Exact<{
  key: string;
  days: number;
  remind: boolean;
}>;


export type SetGoalMutation = { setCourseGoal: { course: { goals: { selectedGoal: { daysPerWeek: number, subscribedToReminders: boolean } | null } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type SetNameOnCertificatesMutationVariables = Exact<{
  useVerifiedName: boolean;
}>;


export type SetNameOnCertificatesMutation = { setNameOnCertificates: { viewer: { id: string, useVerifiedNameOnCertificates: boolean | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type SetNotificationPreferenceMutationVariables = Exact<{
  app: NotificationApp;
  type: string;
  channel: NotificationChannel;
  enabled?: boolean | null | undefined;
  cadence?: EmailCadence | null | undefined;
}>;


export type SetNotificationPreferenceMutation = { setNotificationPreference: { notificationSettings: { id: string, apps: Array<{ id: string, app: string, isEnabled: boolean | null, types: Array<{ id: string, type: string, web: boolean | null, push: boolean | null, email: boolean | null, emailCadence: string | null }> }> } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type SignMutationVariables = Exact<{
  key: string;
}>;


export type SignMutation = { signIntegrityAgreement: { signedAt: string | null, course: { needsIntegritySignature: boolean | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type SubmitVerifiedNameMutationVariables = Exact<{
  verifiedName: string;
  profileName: string;
}>;


export type SubmitVerifiedNameMutation = { submitVerifiedName: { viewer: { id: string, verifiedNames: Array<{ id: string, name: string, profileName: string | null, status: string, created: string }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type SuggestedTimeZonesQueryVariables = Exact<{
  country: string;
}>;


export type SuggestedTimeZonesQuery = { timeZones: Array<{ id: string, name: string, description: string | null }> | null };

export type TeamPageQueryVariables = Exact<{
  team: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TeamPageQuery = { team: { id: string, key: string, name: string, description: string | null, country: string | null, language: string | null, created: string | null, lastActivity: string | null, isOrganizationProtected: boolean | null, discussionTopicId: string | null, teamSet: { id: string, key: string, name: string, type: string | null, maxTeamSize: number | null } | null, members: Array<{ id: string, username: string | null, imageUrl: string | null, country: string | null, joined: string | null, lastActivity: string | null, languageProficiencies: Array<{ id: string, code: string }> | null }> | null, assignments: Array<{ id: string, displayName: string | null, url: string | null }> | null, threads: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, title: string, type: string, previewBody: string | null, author: string | null, authorLabel: string | null, authorImageUrl: string | null, created: string, commentCount: number, read: boolean, voteCount: number } }> } | null } | null };

export type TeamsPageQueryVariables = Exact<{
  key: string;
  orderBy?: TeamOrder | null | undefined;
  search?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TeamsPageQuery = { course: { id: string, key: string, title: string | null, teamSets: Array<{ id: string, key: string, name: string, description: string | null, type: string | null, maxTeamSize: number | null, teamCount: number | null, teams: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, name: string, description: string | null, country: string | null, language: string | null, created: string | null, lastActivity: string | null, members: Array<{ id: string, username: string | null, imageUrl: string | null }> | null } }> } | null }> | null } | null };

export type TourMutationVariables = Exact<{
  status?: string | null | undefined;
  courseware?: boolean | null | undefined;
}>;


export type TourMutation = { updateTour: { tour: { courseHomeTourStatus: CourseHomeTourStatus, showCoursewareTour: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type UnenrollMutationVariables = Exact<{
  key: string;
}>;


export type UnenrollMutation = { unenroll: { enrollment: { isActive: boolean } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type UnsubscribeGoalMutationVariables = Exact<{
  token: string;
}>;


export type UnsubscribeGoalMutation = { unsubscribeFromCourseGoal: { courseTitle: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type UpdateAccountMutationVariables = Exact<{
  input: UpdateAccountInput;
}>;


export type UpdateAccountMutation = { updateAccount: { viewer: { id: string, username: string | null, name: string | null, pendingName: string | null, email: string | null, secondaryEmail: string | null, bio: string | null, country: string | null, state: string | null, levelOfEducation: string | null, gender: string | null, yearOfBirth: number | null, accountPrivacy: string | null, languageProficiencies: Array<{ id: string, code: string }> | null, socialLinks: Array<{ id: string, platform: string, url: string | null }> | null, extendedProfile: Array<{ id: string, name: string, value: string | null }> | null, preferences: Array<{ id: string, key: string, value: string | null }> | null } | null, profile: { id: string, username: string | null, accountPrivacy: string | null, bio: string | null, visibility: Array<{ id: string, fieldName: string, audience: string }> | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type UpdateCommentMutationVariables = Exact<{
  comment: string;
  voted?: boolean | null | undefined;
  abuseFlagged?: boolean | null | undefined;
  endorsed?: boolean | null | undefined;
  rawBody?: string | null | undefined;
  editReason?: string | null | undefined;
}>;


export type UpdateCommentMutation = { updateComment: { comment: { id: string, rawBody: string | null, renderedBodyHtml: string | null, voted: boolean, voteCount: number, abuseFlagged: boolean, endorsed: boolean, editByLabel: string | null, editableFields: Array<string>, lastEdit: { reasonCode: string | null, editor: string | null, created: string | null } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type UpdateExamAttemptMutationVariables = Exact<{
  attempt: string;
  action: ExamAction;
  detail?: string | null | undefined;
}>;


export type UpdateExamAttemptMutation = { updateExamAttempt: { examState: { exam: { attempt: { id: string, status: string, secondsRemaining: number | null, examUrl: string | null, softwareDownloadUrl: string | null, code: string | null } | null } | null, activeAttempt: { id: string } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type UpdateTeamMutationVariables = Exact<{
  team: string;
  name?: string | null | undefined;
  description?: string | null | undefined;
  country?: string | null | undefined;
  language?: string | null | undefined;
}>;


export type UpdateTeamMutation = { updateTeam: { team: { id: string, name: string, description: string | null, country: string | null, language: string | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type UpdateThreadMutationVariables = Exact<{
  thread: string;
  voted?: boolean | null | undefined;
  following?: boolean | null | undefined;
  abuseFlagged?: boolean | null | undefined;
  pinned?: boolean | null | undefined;
  closed?: boolean | null | undefined;
  closeReason?: string | null | undefined;
  title?: string | null | undefined;
  rawBody?: string | null | undefined;
  editReason?: string | null | undefined;
  topic?: string | null | undefined;
  type?: ThreadType | null | undefined;
  group?: string | null | undefined;
}>;


export type UpdateThreadMutation = { updateThread: { thread: { id: string, topicId: string, type: string, title: string, rawBody: string | null, renderedBodyHtml: string | null, voted: boolean, voteCount: number, following: boolean, abuseFlagged: boolean, pinned: boolean, closed: boolean, closedBy: string | null, closeReason: string | null, editByLabel: string | null, editableFields: Array<string>, canDelete: boolean, lastEdit: { reasonCode: string | null, editor: string | null, created: string | null } | null, group: { id: string, name: string | null } | null } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type ViewerTeamsQueryVariables = Exact<{
  key: string;
}>;


export type ViewerTeamsQuery = { course: { id: string, key: string, viewerTeams: Array<{ id: string, joined: string | null, lastActivity: string | null, team: { id: string, name: string, teamSetKey: string | null } }> | null } | null };

export type WriteProgramMutationVariables = Exact<{
  uuid: string;
  mode: ProgramWriteMode;
  rows: Array<ProgramEnrollmentInput> | ProgramEnrollmentInput;
}>;


export type WriteProgramMutation = { writeProgramEnrollments: { results: Array<{ studentKey: string, status: string, ok: boolean }>, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };

export type WriteProgramCourseMutationVariables = Exact<{
  uuid: string;
  course: string;
  mode: ProgramWriteMode;
  rows: Array<ProgramCourseEnrollmentInput> | ProgramCourseEnrollmentInput;
}>;


export type WriteProgramCourseMutation = { writeProgramCourseEnrollments: { results: Array<{ studentKey: string, status: string, ok: boolean }>, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> | null }> } | null };
