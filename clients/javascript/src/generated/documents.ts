/* Written by "npm run generate" from the gateway's schema and operations. Do not edit. */

import { document, type Document, type NoVariables } from '../document.js';
import type {
  AccountSettingsPageQuery,
  AddBookmarkMutation,
  AddBookmarkMutationVariables,
  CatalogSearchQuery,
  CatalogSearchQueryVariables,
  CelebrateMutation,
  CelebrateMutationVariables,
  ChooseEntitlementRunMutation,
  ChooseEntitlementRunMutationVariables,
  CompleteMutation,
  CompleteMutationVariables,
  CourseAboutQuery,
  CourseAboutQueryVariables,
  CourseCardsQuery,
  CourseCardsQueryVariables,
  CourseHomePageQuery,
  CourseHomePageQueryVariables,
  CourseShellQuery,
  CourseShellQueryVariables,
  CoursewarePageQuery,
  CoursewarePageQueryVariables,
  CreateCommentMutation,
  CreateCommentMutationVariables,
  CreateExamAttemptMutation,
  CreateExamAttemptMutationVariables,
  CreateTeamMutation,
  CreateTeamMutationVariables,
  CreateThreadMutation,
  CreateThreadMutationVariables,
  CreditPageQuery,
  CreditPageQueryVariables,
  DashboardPageQuery,
  DashboardPageQueryVariables,
  DashboardShellQuery,
  DatesPageQuery,
  DatesPageQueryVariables,
  DeleteCommentMutation,
  DeleteCommentMutationVariables,
  DeleteTeamMutation,
  DeleteTeamMutationVariables,
  DeleteThreadMutation,
  DeleteThreadMutationVariables,
  DiscussionCommentQuery,
  DiscussionCommentQueryVariables,
  DiscussionLearnerPostsQuery,
  DiscussionLearnerPostsQueryVariables,
  DiscussionLearnersQuery,
  DiscussionLearnersQueryVariables,
  DiscussionThreadQuery,
  DiscussionThreadQueryVariables,
  DiscussionTopicsQuery,
  DiscussionTopicsQueryVariables,
  DiscussionToursQuery,
  DiscussionsPageQuery,
  DiscussionsPageQueryVariables,
  DismissWelcomeMutation,
  DismissWelcomeMutationVariables,
  EmailSettingsMutation,
  EmailSettingsMutationVariables,
  EnrollMutation,
  EnrollMutationVariables,
  ExamInstructionsQuery,
  ExamInstructionsQueryVariables,
  ExamPageQuery,
  ExamPageQueryVariables,
  FinishDiscussionTourMutation,
  FinishDiscussionTourMutationVariables,
  GradebookQuery,
  GradebookQueryVariables,
  JoinTeamMutation,
  JoinTeamMutationVariables,
  LeaveEntitlementRunMutation,
  LeaveEntitlementRunMutationVariables,
  LeaveTeamMutation,
  LeaveTeamMutationVariables,
  LiveTabQuery,
  LiveTabQueryVariables,
  ManagedAccountQuery,
  MarkNotificationsReadMutation,
  MarkNotificationsReadMutationVariables,
  MarkNotificationsSeenMutation,
  MarkNotificationsSeenMutationVariables,
  MarkThreadReadMutation,
  MarkThreadReadMutationVariables,
  MobileCategoriesQuery,
  MobileCategoriesQueryVariables,
  MobileCourseQuery,
  MobileCourseQueryVariables,
  MobileDashboardQuery,
  MobileDashboardQueryVariables,
  MobileDiscussionQuery,
  MobileDiscussionQueryVariables,
  MobileDiscussionSearchQuery,
  MobileDiscussionSearchQueryVariables,
  MobilePersonQuery,
  MobilePersonQueryVariables,
  MobilePositionQuery,
  MobilePositionQueryVariables,
  MobileProfileQuery,
  MobileThreadQuery,
  MobileThreadQueryVariables,
  MobileTopicsQuery,
  MobileTopicsQueryVariables,
  MyCertificatesQuery,
  NotificationCountsQuery,
  NotificationTrayQuery,
  NotificationTrayQueryVariables,
  PathwaysQuery,
  PathwaysQueryVariables,
  PositionMutation,
  PositionMutationVariables,
  PreferenceMutation,
  PreferenceMutationVariables,
  ProctoringPanelQuery,
  ProctoringPanelQueryVariables,
  ProfilePageQuery,
  ProfilePageQueryVariables,
  ProgramPageQuery,
  ProgramPageQueryVariables,
  ProgramRosterQuery,
  ProgramRosterQueryVariables,
  ProgramsQuery,
  ProgressPageQuery,
  ProgressPageQueryVariables,
  RemoveBookmarkMutation,
  RemoveBookmarkMutationVariables,
  RemoveProfileImageMutation,
  RequestCreditMutation,
  RequestCreditMutationVariables,
  RequestNameChangeMutation,
  RequestNameChangeMutationVariables,
  ResetDeadlinesMutation,
  ResetDeadlinesMutationVariables,
  RunningExamQuery,
  RunningExamQueryVariables,
  SendActivationEmailMutation,
  SetGoalMutation,
  SetGoalMutationVariables,
  SetNameOnCertificatesMutation,
  SetNameOnCertificatesMutationVariables,
  SetNotificationPreferenceMutation,
  SetNotificationPreferenceMutationVariables,
  SignMutation,
  SignMutationVariables,
  SubmitVerifiedNameMutation,
  SubmitVerifiedNameMutationVariables,
  SuggestedTimeZonesQuery,
  SuggestedTimeZonesQueryVariables,
  TeamPageQuery,
  TeamPageQueryVariables,
  TeamsPageQuery,
  TeamsPageQueryVariables,
  TourMutation,
  TourMutationVariables,
  UnenrollMutation,
  UnenrollMutationVariables,
  UnsubscribeGoalMutation,
  UnsubscribeGoalMutationVariables,
  UpdateAccountMutation,
  UpdateAccountMutationVariables,
  UpdateCommentMutation,
  UpdateCommentMutationVariables,
  UpdateExamAttemptMutation,
  UpdateExamAttemptMutationVariables,
  UpdateTeamMutation,
  UpdateTeamMutationVariables,
  UpdateThreadMutation,
  UpdateThreadMutationVariables,
  ViewerTeamsQuery,
  ViewerTeamsQueryVariables,
  WriteProgramCourseMutation,
  WriteProgramCourseMutationVariables,
  WriteProgramMutation,
  WriteProgramMutationVariables,
} from './operations.js';

export const AccountSettingsPageDocument: Document<AccountSettingsPageQuery, NoVariables> = /* @__PURE__ */ document(
  'AccountSettingsPage',
  'query',
  '675e92030e3e351e501a114d7e3534e97ce42d079be3459f1474c293a4c89dea',
  `query AccountSettingsPage {
  viewer {
    id
    username
    name
    pendingName
    email
    isActive
    secondaryEmail
    secondaryEmailEnabled
    yearOfBirth
    country
    state
    levelOfEducation
    gender
    dateJoined
    languageProficiencies {
      id
      code
    }
    socialLinks {
      id
      platform
      url
    }
    extendedProfile {
      id
      name
      value
    }
    preferences {
      id
      key
      value
    }
    timezone
    linkedAccounts {
      id
      name
      isConnected
      acceptsSignIn
      connectUrl
      disconnectUrl
    }
    useVerifiedNameOnCertificates
    verifiedNames {
      id
      name
      profileName
      status
      created
      isFromProctoredExam
    }
    identityCheck {
      id
      status
      expiration
      canVerify
    }
    notificationSettings {
      id
      isShown
      isEmailShown
      apps {
        id
        app
        isEnabled
        groupedTypes
        types {
          id
          type
          isGrouped
          web
          push
          email
          emailCadence
          info
          lockedChannels
        }
      }
    }
    enrollments(first: 100) {
      edges {
        node {
          id
          mode
        }
      }
    }
  }
  countries {
    id
    code
    name
  }
  timeZones {
    id
    name
    description
  }
}`,
);

export const AddBookmarkDocument: Document<AddBookmarkMutation, AddBookmarkMutationVariables> = /* @__PURE__ */ document(
  'AddBookmark',
  'mutation',
  'b0d8aa0a864bd1f4a66acbb1ea5b1e94cc0bb86793d50e69b8b7a0a5d7ce0b4b',
  `mutation AddBookmark($block: UsageKey!) {
  addBookmark(input: {block: $block}) {
    bookmark {
      key
      created
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const CatalogSearchDocument: Document<CatalogSearchQuery, CatalogSearchQueryVariables> = /* @__PURE__ */ document(
  'CatalogSearch',
  'query',
  '141863fb4fc1dafbdb44f550766b2f8c698f001371a62eaddbf17081d271a711',
  `query CatalogSearch($search: String, $org: String, $mobile: Boolean, $activeOnly: Boolean, $first: Int!, $after: String) {
  catalog(
    search: $search
    org: $org
    mobile: $mobile
    activeOnly: $activeOnly
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        key
        title
        org
        startDisplay
      }
    }
  }
}`,
);

export const CelebrateDocument: Document<CelebrateMutation, CelebrateMutationVariables> = /* @__PURE__ */ document(
  'Celebrate',
  'mutation',
  '8202eb0ca24b5f5d4f79bad73d1c9a0e2370baf361d7c48c931815ce1979d3bd',
  `mutation Celebrate($key: CourseKey!, $firstSection: Boolean, $weeklyGoal: Boolean) {
  markCelebrationSeen(
    input: {course: $key, firstSection: $firstSection, weeklyGoal: $weeklyGoal}
  ) {
    course {
      celebrations {
        firstSection
        weeklyGoal
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const ChooseEntitlementRunDocument: Document<ChooseEntitlementRunMutation, ChooseEntitlementRunMutationVariables> = /* @__PURE__ */ document(
  'ChooseEntitlementRun',
  'mutation',
  '54a42e52f3c4c3ebfbb31b2125356468e2c4e2ab795b9c6329684ba8860f0ffb',
  `mutation ChooseEntitlementRun($entitlement: ID!, $course: CourseKey!) {
  chooseEntitlementRun(input: {entitlement: $entitlement, course: $course}) {
    enrollment {
      id
      mode
      isActive
      course {
        id
        key
      }
      entitlement {
        id
        uuid
        isFulfilled
      }
    }
    viewer {
      id
      entitlements {
        id
        uuid
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const CompleteDocument: Document<CompleteMutation, CompleteMutationVariables> = /* @__PURE__ */ document(
  'Complete',
  'mutation',
  '46289c4f701b70d6a9d04e295c982eef21d6874ba1456199907854939bb69d97',
  `mutation Complete($key: CourseKey!, $blocks: [BlockCompletionInput!]!) {
  completeBlocks(input: {course: $key, blocks: $blocks}) {
    course {
      progress {
        completion {
          completeCount
        }
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const CourseAboutDocument: Document<CourseAboutQuery, CourseAboutQueryVariables> = /* @__PURE__ */ document(
  'CourseAbout',
  'query',
  '09b48af5b015c493f095063c654a6d04cf7ae8d2fba101e8293f8caf98bdca44',
  `query CourseAbout($key: CourseKey!) {
  course(key: $key) {
    key
    title
    overviewHtml
    shortDescription
    certificateAvailableDate
    enrollment {
      isActive
      mode
    }
    modes {
      slug
      displayName
      minPrice
      currency
      sku
    }
  }
}`,
);

export const CourseCardsDocument: Document<CourseCardsQuery, CourseCardsQueryVariables> = /* @__PURE__ */ document(
  'CourseCards',
  'query',
  '83c4400f218c08fb193151dfb247b94b8cb656c21c3a8a28a03f415a6dd7c0e2',
  `query CourseCards($keys: [CourseKey!]!) {
  courses(keys: $keys) {
    key
    title
    number
    org
    shortDescription
    effort
    start
    startDisplay
    startType
    end
    enrollmentStart
    enrollmentEnd
    pacing
    invitationOnly
    hidden
    mobileAvailable
    media {
      image {
        raw
        small
        large
      }
      bannerImageUrl
      courseImageUrl
      courseVideoUrl
    }
    catalogRun {
      price
      effort {
        min
        max
      }
      weeksToComplete
      availability
      marketingUrl
      enrollmentUrl
      trackType
      modularCredit
    }
  }
}`,
);

export const CourseHomePageDocument: Document<CourseHomePageQuery, CourseHomePageQueryVariables> = /* @__PURE__ */ document(
  'CourseHomePage',
  'query',
  '94415c4afff877d6c34a5d0f057420d54ece99196a1932011bd64e46ce06ad0d',
  `query CourseHomePage($key: CourseKey!, $withTour: Boolean = false) {
  serverTime
  viewer {
    username
    timezone
    isAuthenticated
    tour @include(if: $withTour) {
      courseHomeTourStatus
      showCoursewareTour
    }
  }
  course(key: $key) {
    id
    key
    title
    number
    org
    start
    hasEnded
    isSelfPaced
    isStaff
    originalUserIsStaff
    isMasquerading
    masqueradeUsername
    studioAccess
    hasCourseAuthorAccess
    isNewDiscussionSidebarViewEnabled
    enableProctoredExams
    allModes {
      slug
      displayName
    }
    canViewCertificate
    themeVariant
    access {
      hasAccess
      errorCode
      developerMessage
      userMessage
      additionalContextUserMessage
      userFragment
    }
    tabs {
      key
      title
      url
    }
    celebrations {
      firstSection
      streakLengthToCelebrate
      streakDiscountEnabled
      weeklyGoal
    }
    enrollment {
      isActive
      mode
    }
    enrollmentMode
    enrollAlert {
      canEnroll
      extraText
    }
    accessExpiration {
      expirationDate
      masqueradingExpiredCourse
      upgradeDeadline
      upgradeUrl
    }
    offer {
      code
      expirationDate
      originalPrice
      discountedPrice
      percentage
      upgradeUrl
    }
    verifiedMode {
      price
      currency
      currencySymbol
      sku
      upgradeUrl
      accessExpirationDate
    }
    goals {
      weeklyLearningGoalEnabled
      selectedGoal {
        daysPerWeek
        subscribedToReminders
      }
    }
    certificate {
      status
      webViewUrl
      downloadUrl
      availableDate
    }
    userHasPassingGrade
    tools {
      analyticsId
      title
      url
    }
    resume {
      hasVisitedCourse
      url
    }
    handoutsHtml
    welcomeMessageHtml
    datesBanner {
      missedDeadlines
      missedGatedContent
      contentTypeGatingEnabled
      verifiedUpgradeLink
    }
    outline {
      key
      title
      hasScheduledContent
      sections {
        key
        title
        complete
        resumeBlock
        hideFromToc
        sequences {
          key
          title
          complete
          resumeBlock
          hideFromToc
          due
          icon
          description
          effortTime
          effortActivities
          showLink
          webUrl
          isLocked
        }
      }
    }
    upcomingDates {
      blocks {
        date
        dateType
        title
        description
        link
        linkText
        extraInfo
        assignmentType
        complete
        learnerHasAccess
        firstComponentBlockKey
      }
      tabLink
      userTimezone
    }
  }
}`,
);

export const CourseShellDocument: Document<CourseShellQuery, CourseShellQueryVariables> = /* @__PURE__ */ document(
  'CourseShell',
  'query',
  '9a19f3fe66c0a90d9e4cf5568e557dfddcd1697a228d3ec4b362adb999b2f0a5',
  `query CourseShell($key: CourseKey!) {
  course(key: $key) {
    id
    key
    title
    studioAccess
    hasCourseAuthorAccess
    isNewDiscussionSidebarViewEnabled
    themeVariant
    navigationSidebar {
      id
      isEnabled
      isAlwaysOpen
      isCompletionTracked
    }
    searchEnabled
  }
}`,
);

export const CoursewarePageDocument: Document<CoursewarePageQuery, CoursewarePageQueryVariables> = /* @__PURE__ */ document(
  'CoursewarePage',
  'query',
  '57927ef1d590f41e1a63d89ceaa99e96f60158acb421e3ba431ee469c196a081',
  `query CoursewarePage($key: CourseKey!, $sequence: UsageKey!, $withResume: Boolean = true, $withBookmarks: Boolean = true) {
  serverTime
  viewer {
    username
    timezone
    isAuthenticated
    tour {
      courseHomeTourStatus
      showCoursewareTour
    }
  }
  course(key: $key) {
    key
    title
    number
    org
    start
    end
    pacing
    effort
    license
    language
    enrollmentStart
    enrollmentEnd
    isSelfPaced
    isStaff
    originalUserIsStaff
    isMasquerading
    masqueradeUsername
    studioAccess
    hasCourseAuthorAccess
    isNewDiscussionSidebarViewEnabled
    canViewCertificate
    themeVariant
    showCalculator
    canAccessProctoredExams
    marketingUrl
    allModes {
      slug
      displayName
    }
    access {
      hasAccess
      errorCode
      developerMessage
      userMessage
      additionalContextUserMessage
      userFragment
    }
    tabs {
      key
      title
      url
    }
    verifiedMode {
      price
      currency
      currencySymbol
      sku
      upgradeUrl
      accessExpirationDate
    }
    accessExpiration {
      expirationDate
      masqueradingExpiredCourse
      upgradeDeadline
      upgradeUrl
    }
    offer {
      code
      expirationDate
      originalPrice
      discountedPrice
      percentage
      upgradeUrl
    }
    enrollment {
      mode
      isActive
    }
    celebrations {
      firstSection
      streakLengthToCelebrate
      streakDiscountEnabled
      weeklyGoal
    }
    goals {
      weeklyLearningGoalEnabled
      selectedGoal {
        daysPerWeek
        subscribedToReminders
      }
    }
    certificate {
      status
      webViewUrl
      downloadUrl
      availableDate
    }
    entranceExam {
      enabled
      passed
      key
      currentScore
      minimumScorePercent
    }
    notes {
      enabled
      visible
    }
    relatedPrograms {
      uuid
      title
      slug
      url
      progress {
        completed
        inProgress
        notStarted
      }
    }
    userHasPassingGrade
    courseExitPageIsActive
    contentTypeGatingEnabled
    learningAssistantEnabled
    needsIntegritySignature
    verifyIdentityUrl
    verificationStatus
    linkedinAddToProfileUrl
    resume @include(if: $withResume) {
      block {
        key
      }
      section {
        key
      }
      unit {
        key
      }
    }
    outline {
      key
      title
      hasScheduledContent
      sections {
        key
        title
        complete
        completion {
          completed
          completable
        }
        sequences {
          key
          title
          name
          accessible
          start
          effectiveStart
          due
          complete
          hideFromToc
          icon
          isLocked
          specialExamInfo
          completion {
            completed
            completable
          }
          units {
            key
            title
            complete
            icon
            completion {
              completed
              completable
            }
          }
        }
      }
    }
    sequence(key: $sequence) {
      key
      title
      name
      format
      position
      nextUrl
      prevUrl
      bannerText
      isTimeLimited
      isProctored
      isHiddenAfterDue
      showCompletion
      savePosition
      excludeUnits
      navigationDisabled
      gatedContent {
        gated
        prereqUrl
        prereqKey
        prereqSectionName
        gatedSectionName
      }
      units {
        key
        title
        type
        complete
        graded
        bookmarked
        path
        isGated
        containsContentTypeGatedContent
      }
    }
    bookmarks(first: 100) @include(if: $withBookmarks) {
      totalCount
      edges {
        node {
          key
          displayName
          created
          path {
            key
            displayName
          }
        }
      }
    }
    discussion {
      provider
      isPostingEnabled
      showDiscussions
      topics {
        lmsId
        name
        usageKey
        enabledInContext
        threadCounts {
          discussion
          question
        }
      }
    }
  }
}`,
);

export const CreateCommentDocument: Document<CreateCommentMutation, CreateCommentMutationVariables> = /* @__PURE__ */ document(
  'CreateComment',
  'mutation',
  '57d906ee0ee8da5d6e1b891cac1c0d2e87b4384be02c13a9de3014124450d03e',
  `mutation CreateComment($thread: ID!, $parent: ID, $rawBody: String!, $anonymous: Boolean, $anonymousToPeers: Boolean, $captchaToken: String) {
  createComment(
    input: {thread: $thread, parent: $parent, rawBody: $rawBody, isAnonymous: $anonymous, isAnonymousToPeers: $anonymousToPeers, captchaToken: $captchaToken}
  ) {
    comment {
      id
      author
      authorLabel
      created
      rawBody
      renderedBodyHtml
      voted
      voteCount
      childCount
      editableFields
      canDelete
      thread {
        id
      }
      parent {
        id
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const CreateExamAttemptDocument: Document<CreateExamAttemptMutation, CreateExamAttemptMutationVariables> = /* @__PURE__ */ document(
  'CreateExamAttempt',
  'mutation',
  '9f20ab14e1a19362f9dbf9ffe615465cf334a6dd6f772acd07eea5f433df9b40',
  `mutation CreateExamAttempt($exam: ID!, $start: Boolean!, $proctored: Boolean!) {
  createExamAttempt(
    input: {exam: $exam, startClock: $start, isProctored: $proctored}
  ) {
    examState {
      exam {
        id
        attempt {
          id
          status
          secondsRemaining
        }
      }
      activeAttempt {
        id
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const CreateTeamDocument: Document<CreateTeamMutation, CreateTeamMutationVariables> = /* @__PURE__ */ document(
  'CreateTeam',
  'mutation',
  '130f5352e7979616b10367ff20854d7123c0d789ab6278d9905ca9cf4b7f0ea0',
  `mutation CreateTeam($course: CourseKey!, $teamSet: ID!, $name: String!, $description: String!, $country: String, $language: String) {
  createTeam(
    input: {course: $course, teamSet: $teamSet, name: $name, description: $description, country: $country, language: $language}
  ) {
    team {
      id
      name
      description
      country
      language
      members {
        id
        username
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const CreateThreadDocument: Document<CreateThreadMutation, CreateThreadMutationVariables> = /* @__PURE__ */ document(
  'CreateThread',
  'mutation',
  '2418f8254ee99782549ce49ea249af9a5899bc181b21d287d45ebf1a06bcee6b',
  `mutation CreateThread($course: CourseKey!, $topic: ID!, $type: ThreadType!, $title: String!, $rawBody: String!, $following: Boolean, $anonymous: Boolean, $anonymousToPeers: Boolean, $group: ID, $notifyAllLearners: Boolean, $captchaToken: String) {
  createThread(
    input: {course: $course, topic: $topic, type: $type, title: $title, rawBody: $rawBody, following: $following, isAnonymous: $anonymous, isAnonymousToPeers: $anonymousToPeers, group: $group, notifyAllLearners: $notifyAllLearners, captchaToken: $captchaToken}
  ) {
    thread {
      id
      topicId
      type
      title
      renderedBodyHtml
      author
      authorLabel
      created
      following
      voted
      voteCount
      commentCount
      editableFields
      canDelete
      group {
        id
        name
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const CreditPageDocument: Document<CreditPageQuery, CreditPageQueryVariables> = /* @__PURE__ */ document(
  'CreditPage',
  'query',
  '5715f9fc58460555a6759736d127a12b9397c58f85f47ae338ffdc24cdee4e52',
  `query CreditPage($key: CourseKey!) {
  viewer {
    creditEligibility(course: $key) {
      course {
        key
      }
      deadline
    }
  }
  creditProviders {
    id
    displayName
    url
    statusUrl
    description
    fulfillmentInstructions
    thumbnailUrl
  }
}`,
);

export const DashboardPageDocument: Document<DashboardPageQuery, DashboardPageQueryVariables> = /* @__PURE__ */ document(
  'DashboardPage',
  'query',
  '95eda8dff4d41fa100bbdb3c83e1314b978cced633ea7b650896d7a89325c503',
  `query DashboardPage($first: Int = 25, $after: String) {
  viewer {
    emailConfirmation {
      isNeeded
      sendEmailUrl
    }
    platformSettings {
      supportEmail
      billingEmail
      courseSearchUrl
    }
    socialShareSettings {
      network
      isEnabled
      socialBrand
      utmParams
    }
    enterpriseDashboard {
      uuid
      label
      url
      authOrgId
      isLearnerPortalEnabled
    }
    suggestedCourses {
      title
      url
      bannerImageUrl
      logoImageUrl
    }
    entitlements {
      uuid
      courseTitle
      courseNumber
      courseOrg
      courseBannerImageUrl
      isFulfilled
      isExpired
      isRefundable
      changeDeadline
      expirationDate
      availableSessions {
        start
        end
        course {
          key
        }
      }
      programs {
        title
        url
        type
        provider
        courseCount
        bannerImageUrl
        logoImageUrl
      }
    }
    enrollments(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      edges {
        cursor
        node {
          mode
          isActive
          isVerified
          isAudit
          isAuditAccessExpired
          canUpgrade
          hasStarted
          created
          accessExpirationDate
          isEmailEnabled
          hasOptedOutOfEmail
          hasUnmetPrerequisites
          isTooEarly
          isStaff
          resumeUrl
          upgradeUrl
          unenrollUrl
          course {
            key
            title
            number
            org
            start
            end
            advertisedStart
            isStarted
            isArchived
            minPassingGrade
            cardImageUrl
            homeUrl
            progressUrl
            marketingUrl
            socialShareUrl
          }
          certificate {
            status
            isEarned
            isDownloadable
            isRestricted
            availableDate
            previewUrl
          }
          gradeData {
            isPassing
          }
          programs {
            uuid
            title
            url
            type
            provider
            courseCount
            bannerImageUrl
            logoImageUrl
          }
          entitlement {
            uuid
            isFulfilled
            isExpired
            isRefundable
            changeDeadline
            expirationDate
            canViewCourse
            availableSessions {
              start
              end
              course {
                key
              }
            }
          }
          credit {
            isEligible
            purchased
            requestStatus
            providerId
            providerName
            providerStatusUrl
            error
          }
        }
      }
    }
  }
}`,
);

export const DashboardShellDocument: Document<DashboardShellQuery, NoVariables> = /* @__PURE__ */ document(
  'DashboardShell',
  'query',
  '382da3e7ac6fb4a1d00ee5a65ca739f6fc08d9a3ff345671b3a43194748ac9da',
  `query DashboardShell {
  viewer {
    id
    emailConfirmation {
      id
      isNeeded
      sendEmailUrl
    }
    enterpriseDashboard {
      id
      label
      url
      uuid
      authOrgId
      isLearnerPortalEnabled
    }
    platformSettings {
      id
      supportEmail
      billingEmail
      courseSearchUrl
    }
    socialShareSettings {
      id
      network
      isEnabled
      socialBrand
      utmParams
    }
    suggestedCourses {
      id
      title
      url
      bannerImageUrl
      logoImageUrl
    }
    entitlements {
      id
      uuid
      courseTitle
      courseNumber
      courseOrg
      isFulfilled
      isExpired
      isRefundable
      canViewCourse
      changeDeadline
      expirationDate
      availableSessions {
        id
        start
        end
        course {
          id
          key
        }
      }
    }
  }
}`,
);

export const DatesPageDocument: Document<DatesPageQuery, DatesPageQueryVariables> = /* @__PURE__ */ document(
  'DatesPage',
  'query',
  '52092e451fb4d8b45991861d9cb389ae004c9f7c1edd58019bde9ff083624912',
  `query DatesPage($key: CourseKey!, $withTour: Boolean = false) {
  serverTime
  viewer {
    username
    timezone
    isAuthenticated
    tour @include(if: $withTour) {
      courseHomeTourStatus
      showCoursewareTour
    }
  }
  course(key: $key) {
    key
    title
    hasEnded
    number
    org
    start
    isSelfPaced
    isStaff
    originalUserIsStaff
    isMasquerading
    masqueradeUsername
    studioAccess
    hasCourseAuthorAccess
    isNewDiscussionSidebarViewEnabled
    canViewCertificate
    themeVariant
    allModes {
      slug
      displayName
    }
    access {
      hasAccess
      errorCode
      developerMessage
      userMessage
      additionalContextUserMessage
      userFragment
    }
    tabs {
      key
      title
      url
    }
    celebrations {
      firstSection
      streakLengthToCelebrate
      streakDiscountEnabled
      weeklyGoal
    }
    enrollment {
      isActive
    }
    verifiedMode {
      price
      currency
      currencySymbol
      sku
      upgradeUrl
      accessExpirationDate
    }
    learnerIsFullAccess
    datesBanner {
      missedDeadlines
      missedGatedContent
      contentTypeGatingEnabled
      verifiedUpgradeLink
    }
    dates {
      userTimezone
      blocks {
        date
        dateType
        title
        description
        link
        linkText
        extraInfo
        assignmentType
        complete
        learnerHasAccess
        firstComponentBlockKey
      }
    }
  }
}`,
);

export const DeleteCommentDocument: Document<DeleteCommentMutation, DeleteCommentMutationVariables> = /* @__PURE__ */ document(
  'DeleteComment',
  'mutation',
  '0d95efc16727e703058903f95e36ac88c9c08d7dd47f436673b9cf03a30c1cd8',
  `mutation DeleteComment($comment: ID!) {
  deleteComment(input: {comment: $comment}) {
    deletedId
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const DeleteTeamDocument: Document<DeleteTeamMutation, DeleteTeamMutationVariables> = /* @__PURE__ */ document(
  'DeleteTeam',
  'mutation',
  'e46337548be8f466870870973a0ce1aed296e0d30981ec0d39119b3522553635',
  `mutation DeleteTeam($team: ID!) {
  deleteTeam(input: {team: $team}) {
    deletedTeamId
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const DeleteThreadDocument: Document<DeleteThreadMutation, DeleteThreadMutationVariables> = /* @__PURE__ */ document(
  'DeleteThread',
  'mutation',
  '3c5b4e25e35932c86044e01a96e55b8962cf6b426f95a8a320a95373d7fb7e47',
  `mutation DeleteThread($thread: ID!) {
  deleteThread(input: {thread: $thread}) {
    deletedId
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const DiscussionCommentDocument: Document<DiscussionCommentQuery, DiscussionCommentQueryVariables> = /* @__PURE__ */ document(
  'DiscussionComment',
  'query',
  '38a33d67ecb2460f6696cbb0ef9bd2b9e466d36417dba1aa26b76281eeb7361c',
  `query DiscussionComment($id: ID!, $first: Int = 20, $after: String) {
  comment(id: $id) {
    id
    rawBody
    renderedBodyHtml
    author
    authorLabel
    authorImageUrl
    isAnonymous
    isAnonymousToPeers
    created
    updated
    voted
    voteCount
    abuseFlagged
    abuseFlaggedByAnyone
    editByLabel
    lastEdit {
      reasonCode
      editor
      created
    }
    editableFields
    canDelete
    childCount
    endorsed
    endorsedBy
    endorsedByLabel
    endorsedAt
    thread {
      id
      title
      course {
        key
      }
    }
    parent {
      id
    }
    replies(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      edges {
        node {
          id
          rawBody
          renderedBodyHtml
          author
          authorLabel
          authorImageUrl
          isAnonymous
          isAnonymousToPeers
          created
          updated
          voted
          voteCount
          abuseFlagged
          abuseFlaggedByAnyone
          editByLabel
          lastEdit {
            reasonCode
            editor
            created
          }
          editableFields
          canDelete
        }
      }
    }
  }
}`,
);

export const DiscussionLearnerPostsDocument: Document<DiscussionLearnerPostsQuery, DiscussionLearnerPostsQueryVariables> = /* @__PURE__ */ document(
  'DiscussionLearnerPosts',
  'query',
  '944cfe73cfee05d1066f66d6b0f74d99d245fb465752e91bc11f391e0d169e5d',
  `query DiscussionLearnerPosts($key: CourseKey!, $username: String!, $status: ThreadStatus, $type: ThreadType, $orderBy: ThreadOrder = LAST_ACTIVITY, $first: Int = 10, $after: String) {
  course(key: $key) {
    discussion {
      learner(username: $username) {
        id
        username
        imageUrl
        posts(
          status: $status
          type: $type
          orderBy: $orderBy
          first: $first
          after: $after
        ) {
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              topicId
              type
              title
              previewBody
              author
              authorLabel
              authorImageUrl
              created
              read
              following
              voted
              voteCount
              commentCount
              unreadCommentCount
              hasEndorsed
              closed
              abuseFlagged
              group {
                id
                name
              }
            }
          }
        }
      }
    }
  }
}`,
);

export const DiscussionLearnersDocument: Document<DiscussionLearnersQuery, DiscussionLearnersQueryVariables> = /* @__PURE__ */ document(
  'DiscussionLearners',
  'query',
  'e702a87fc54157402f8f25a1725641aaf9a27d6b3e825a64ba6eb062d0311002',
  `query DiscussionLearners($key: CourseKey!, $orderBy: DiscussionLearnerOrder = ACTIVITY, $search: String, $first: Int = 10, $after: String) {
  course(key: $key) {
    title
    discussion {
      hasModerationPrivileges
      learners(orderBy: $orderBy, search: $search, first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        edges {
          node {
            id
            username
            imageUrl
            threads
            responses
            replies
            activeFlags
            inactiveFlags
          }
        }
      }
    }
  }
}`,
);

export const DiscussionThreadDocument: Document<DiscussionThreadQuery, DiscussionThreadQueryVariables> = /* @__PURE__ */ document(
  'DiscussionThread',
  'query',
  '560f47db50fd4030c8fd8c445db5b5084db7d0b4c76d561c66a5f05773e80c94',
  `query DiscussionThread($id: ID!, $first: Int = 10, $after: String, $newestFirst: Boolean = false, $replies: Int = 5) {
  thread(id: $id) {
    id
    type
    title
    rawBody
    renderedBodyHtml
    topicId
    course {
      key
    }
    author
    authorLabel
    authorImageUrl
    isAnonymous
    isAnonymousToPeers
    created
    updated
    read
    following
    voted
    voteCount
    abuseFlagged
    pinned
    hasEndorsed
    commentCount
    unreadCommentCount
    closed
    closedBy
    closedByLabel
    closeReason
    editByLabel
    lastEdit {
      reasonCode
      editor
      created
      originalBody
    }
    group {
      id
      name
    }
    editableFields
    canDelete
    comments(first: $first, after: $after, newestFirst: $newestFirst) {
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      edges {
        node {
          id
          rawBody
          renderedBodyHtml
          author
          authorLabel
          authorImageUrl
          isAnonymous
          isAnonymousToPeers
          created
          updated
          voted
          voteCount
          abuseFlagged
          abuseFlaggedByAnyone
          editByLabel
          lastEdit {
            reasonCode
            editor
            created
          }
          editableFields
          canDelete
          childCount
          endorsed
          endorsedBy
          endorsedByLabel
          endorsedAt
          replies(first: $replies) {
            pageInfo {
              hasNextPage
              endCursor
            }
            totalCount
            edges {
              node {
                id
                rawBody
                renderedBodyHtml
                author
                authorLabel
                authorImageUrl
                isAnonymous
                isAnonymousToPeers
                created
                updated
                voted
                voteCount
                abuseFlagged
                abuseFlaggedByAnyone
                editByLabel
                lastEdit {
                  reasonCode
                  editor
                  created
                }
                editableFields
                canDelete
              }
            }
          }
        }
      }
    }
  }
}`,
);

export const DiscussionTopicsDocument: Document<DiscussionTopicsQuery, DiscussionTopicsQueryVariables> = /* @__PURE__ */ document(
  'DiscussionTopics',
  'query',
  'f467f9236aa26dbb5f6b1b2253200f1c7605723c86dd77204c6442915fff4fcf',
  `query DiscussionTopics($key: CourseKey!) {
  course(key: $key) {
    discussion {
      blackouts {
        start
        end
      }
      isPostingEnabled
      courseWideTopics {
        id
        name
        threadCounts {
          discussion
          question
        }
      }
      topicSections {
        key
        title
        sequences {
          key
          title
          webUrl
          threadCounts {
            discussion
            question
          }
          topics {
            id
            name
            usageKey
            enabledInContext
            threadCounts {
              discussion
              question
            }
          }
        }
      }
      archivedTopics {
        id
        name
        threadCounts {
          discussion
          question
        }
      }
    }
  }
}`,
);

export const DiscussionToursDocument: Document<DiscussionToursQuery, NoVariables> = /* @__PURE__ */ document(
  'DiscussionTours',
  'query',
  '8ada722a8414fa9b33d2e34f6fdbc6f4b8b37802784fe5cc7f9ae79e83fc5064',
  `query DiscussionTours {
  viewer {
    id
    discussionTours {
      id
      name
      isShown
    }
  }
}`,
);

export const DiscussionsPageDocument: Document<DiscussionsPageQuery, DiscussionsPageQueryVariables> = /* @__PURE__ */ document(
  'DiscussionsPage',
  'query',
  '571814e2a85cf611cf0c58ef78dd4a50afeb00782ab7d847e01f81204b13bb00',
  `query DiscussionsPage($key: CourseKey!, $topics: [ID!], $orderBy: ThreadOrder = LAST_ACTIVITY, $status: ThreadStatus, $type: ThreadType, $search: String, $following: Boolean = false, $group: ID, $withTopics: Boolean = true, $moderates: Boolean = false, $first: Int = 10, $after: String) {
  viewer {
    username
  }
  course(key: $key) {
    key
    title
    org
    number
    isStaff
    originalUserIsStaff
    access {
      hasAccess
      errorCode
      userMessage
    }
    enrollment {
      isActive
    }
    tabs {
      id
      title
      url
    }
    cohorts @include(if: $moderates) {
      id
      name
    }
    discussion {
      provider
      isPostingEnabled
      allowAnonymous
      allowAnonymousToPeers
      userRoles
      hasModerationPrivileges
      isGroupTa
      isUserAdmin
      isCourseStaff
      isCourseAdmin
      blackouts {
        start
        end
      }
      groupAtSubsection
      canNotifyAllLearners
      isEmailVerified
      onlyVerifiedUsersCanPost
      isRateLimited
      captcha {
        isEnabled
        siteKey
      }
      editReasons {
        code
        label
      }
      closeReasons {
        code
        label
      }
      settings @include(if: $moderates) {
        divisionScheme
        alwaysDivideInlineDiscussions
        dividedInlineTopics
        dividedCourseWideTopics
      }
      ... @include(if: $withTopics) {
        courseWideTopics {
          id
          name
          threadCounts {
            discussion
            question
          }
        }
        topicSections {
          key
          title
          sequences {
            key
            title
            webUrl
            threadCounts {
              discussion
              question
            }
            topics {
              id
              name
              usageKey
              enabledInContext
              threadCounts {
                discussion
                question
              }
            }
          }
        }
        archivedTopics {
          id
          name
          threadCounts {
            discussion
            question
          }
        }
      }
      threads(
        topicIds: $topics
        orderBy: $orderBy
        status: $status
        type: $type
        search: $search
        following: $following
        group: $group
        first: $first
        after: $after
      ) {
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        searchRewrite
        edges {
          abuseFlaggedCount @include(if: $moderates)
          node {
            id
            topicId
            type
            title
            previewBody
            author
            authorLabel
            authorImageUrl
            created
            read
            following
            voted
            voteCount
            commentCount
            unreadCommentCount
            hasEndorsed
            pinned
            closed
            abuseFlagged
            group {
              id
              name
            }
          }
        }
      }
    }
  }
}`,
);

export const DismissWelcomeDocument: Document<DismissWelcomeMutation, DismissWelcomeMutationVariables> = /* @__PURE__ */ document(
  'DismissWelcome',
  'mutation',
  'b57603255ffee5bd69756481d7a5c33e26af5a6d912f83b230d5df31afa9cf61',
  `mutation DismissWelcome($key: CourseKey!) {
  dismissWelcomeMessage(input: {course: $key}) {
    course {
      welcomeMessageHtml
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const EmailSettingsDocument: Document<EmailSettingsMutation, EmailSettingsMutationVariables> = /* @__PURE__ */ document(
  'EmailSettings',
  'mutation',
  '318dcf842d07e426c49dc5b6e607d76a0f43c00c923450d1783f7111d093bd5e',
  `mutation EmailSettings($key: CourseKey!, $receive: Boolean!) {
  setCourseEmails(input: {course: $key, receive: $receive}) {
    enrollment {
      isEmailEnabled
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const EnrollDocument: Document<EnrollMutation, EnrollMutationVariables> = /* @__PURE__ */ document(
  'Enroll',
  'mutation',
  '265ea4ae5198fc345a97233022553ccf91622eff351bf33ff6b217aed140b510',
  `mutation Enroll($key: CourseKey!, $mode: String) {
  enroll(input: {course: $key, mode: $mode}) {
    enrollment {
      mode
      isActive
    }
    course {
      key
      access {
        hasAccess
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const ExamInstructionsDocument: Document<ExamInstructionsQuery, ExamInstructionsQueryVariables> = /* @__PURE__ */ document(
  'ExamInstructions',
  'query',
  'd6d87668706e15971ed56a4513b3eb54c804b560b2e92fa097f47d4be9616d37',
  `query ExamInstructions($key: CourseKey!, $sequence: UsageKey!) {
  course(key: $key) {
    examState(sequence: $sequence) {
      exam {
        id
        isProctored
        reviewPolicy {
          id
          text
        }
        proctoring {
          id
          platformName
          contactUrl
          links {
            id
            name
            url
          }
          providerName
          techSupportEmail
          techSupportPhone
          learnerNotificationEmail
          integrationEmail
          escalationEmail
          softwareDownloadUrl
          instructions
          rules {
            id
            key
            value
          }
        }
      }
    }
  }
}`,
);

export const ExamPageDocument: Document<ExamPageQuery, ExamPageQueryVariables> = /* @__PURE__ */ document(
  'ExamPage',
  'query',
  '2c63325612d66dd9c96e2eac1c2fd1dd28ffa645696b2538697f60c3670dc13f',
  `query ExamPage($key: CourseKey!, $sequence: UsageKey!) {
  serverTime
  course(key: $key) {
    id
    key
    examState(sequence: $sequence) {
      id
      exam {
        id
        key
        name
        type
        timeLimitMinutes
        totalTimeText
        isProctored
        isPractice
        isActive
        due
        isPastDue
        hideAfterDue
        onboardingUrl
        backend
        usesExamsService
        prerequisites {
          id
          areSatisfied
          pending {
            id
            displayName
            url
          }
          failed {
            id
            displayName
            url
          }
        }
        attempt {
          id
          lmsId
          status
          code
          examType
          examDisplayName
          examUrl
          course {
            id
            key
          }
          secondsRemaining
          totalTimeText
          lowThresholdSeconds
          criticallyLowThresholdSeconds
          takenAsProctored
          isReadyToResume
          pingIntervalSeconds
          desktopApplicationScriptUrl
          softwareDownloadUrl
          externalId
          usesExamsService
        }
      }
      activeAttempt {
        id
        lmsId
        status
        code
        examType
        examDisplayName
        examUrl
        course {
          id
          key
        }
        secondsRemaining
        totalTimeText
        lowThresholdSeconds
        criticallyLowThresholdSeconds
        takenAsProctored
        isReadyToResume
        pingIntervalSeconds
        desktopApplicationScriptUrl
        softwareDownloadUrl
        externalId
        usesExamsService
      }
    }
  }
}`,
);

export const FinishDiscussionTourDocument: Document<FinishDiscussionTourMutation, FinishDiscussionTourMutationVariables> = /* @__PURE__ */ document(
  'FinishDiscussionTour',
  'mutation',
  '10825548c0a812d78ba923848947c4135384890032b34aa971ff1640cded7067',
  `mutation FinishDiscussionTour($tour: ID!) {
  finishDiscussionTour(input: {tour: $tour}) {
    tour {
      id
      isShown
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const GradebookDocument: Document<GradebookQuery, GradebookQueryVariables> = /* @__PURE__ */ document(
  'Gradebook',
  'query',
  'b77683dcae274ae81ea3c474c3f94f9e13d3e72c11c3848d956c264a70e0f387',
  `query Gradebook($key: CourseKey!, $first: Int = 50, $after: String, $user: String, $cohort: ID) {
  course(key: $key) {
    key
    title
    gradingInfo {
      cutoffs {
        letter
        cutoff
      }
      assignmentTypes {
        type
        shortLabel
        minCount
        dropCount
        weight
      }
      isFrozen
    }
    assignmentTypePolicies {
      assignmentType
      count
      dropped
      weight
    }
    gradebook(first: $first, after: $after, userContains: $user, cohort: $cohort) {
      totalUsers
      filteredUsers
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          userId
          username
          email
          percent
          sections {
            key
            subsectionTitle
            label
            category
            percent
            pointsEarned
            pointsPossible
            attempted
          }
        }
      }
    }
  }
}`,
);

export const JoinTeamDocument: Document<JoinTeamMutation, JoinTeamMutationVariables> = /* @__PURE__ */ document(
  'JoinTeam',
  'mutation',
  '78114d6c8e82ed05976b73adc50add0bb248c8e36b59c459ad2fbbff7c32eb09',
  `mutation JoinTeam($team: ID!, $username: String) {
  joinTeam(input: {team: $team, username: $username}) {
    team {
      id
      members {
        id
        username
        imageUrl
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const LeaveEntitlementRunDocument: Document<LeaveEntitlementRunMutation, LeaveEntitlementRunMutationVariables> = /* @__PURE__ */ document(
  'LeaveEntitlementRun',
  'mutation',
  'e0357b038680ca2adcd0abbeaf42103fd60f365563143dbf60127721cc60bb3c',
  `mutation LeaveEntitlementRun($entitlement: ID!, $refund: Boolean = false) {
  leaveEntitlementRun(input: {entitlement: $entitlement, refund: $refund}) {
    viewer {
      id
      entitlements {
        id
        uuid
        isFulfilled
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const LeaveTeamDocument: Document<LeaveTeamMutation, LeaveTeamMutationVariables> = /* @__PURE__ */ document(
  'LeaveTeam',
  'mutation',
  'bf28322b715516395569f8ced9c58256f5f620e455cd2e056715bf5cee898eb7',
  `mutation LeaveTeam($team: ID!, $username: String) {
  leaveTeam(input: {team: $team, username: $username}) {
    team {
      id
      members {
        id
        username
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const LiveTabDocument: Document<LiveTabQuery, LiveTabQueryVariables> = /* @__PURE__ */ document(
  'LiveTab',
  'query',
  '752a8a98304ebcbc289b78d02d2369441f350e6751f97e262323b0a252bc5dfb',
  `query LiveTab($key: CourseKey!) {
  course(key: $key) {
    id
    key
    title
    access {
      id
      hasAccess
      errorCode
      userMessage
    }
    tabs {
      id
      title
      url
    }
    live {
      id
      iframeHtml
    }
  }
}`,
);

export const ManagedAccountDocument: Document<ManagedAccountQuery, NoVariables> = /* @__PURE__ */ document(
  'ManagedAccount',
  'query',
  'd6b08150d12e46d37ff8d994c5dc61f985935fc4d4e7850ad16de759ce1102ac',
  `query ManagedAccount {
  viewer {
    id
    lmsId
    managedBy {
      id
      name
      syncsProfile
    }
    verifiedName {
      id
      name
      profileName
      status
      created
    }
  }
}`,
);

export const MarkNotificationsReadDocument: Document<MarkNotificationsReadMutation, MarkNotificationsReadMutationVariables> = /* @__PURE__ */ document(
  'MarkNotificationsRead',
  'mutation',
  'de757316af4ac7bfbe32315f4d8d2b51d59662e1ac5526f6131f38da20dd753b',
  `mutation MarkNotificationsRead($notification: ID, $app: NotificationApp) {
  markNotificationsRead(input: {notification: $notification, app: $app}) {
    notifications {
      id
      unseenCount
      list(first: 10) {
        edges {
          node {
            id
            lastRead
          }
        }
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const MarkNotificationsSeenDocument: Document<MarkNotificationsSeenMutation, MarkNotificationsSeenMutationVariables> = /* @__PURE__ */ document(
  'MarkNotificationsSeen',
  'mutation',
  '896644ff0cd1f9f3393abd0010cc344b78387235bf3213ddb35d3e153a12eaf1',
  `mutation MarkNotificationsSeen($app: NotificationApp!) {
  markNotificationsSeen(input: {app: $app}) {
    notifications {
      id
      unseenCount
      counts {
        id
        app
        count
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const MarkThreadReadDocument: Document<MarkThreadReadMutation, MarkThreadReadMutationVariables> = /* @__PURE__ */ document(
  'MarkThreadRead',
  'mutation',
  'd1488bfbc867395c8aae946cb0fcd282523b5a1d6e81d1ca6e63f69ffdfe2f69',
  `mutation MarkThreadRead($thread: ID!) {
  markThreadRead(input: {thread: $thread}) {
    thread {
      id
      read
      unreadCommentCount
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const MobileCategoriesDocument: Document<MobileCategoriesQuery, MobileCategoriesQueryVariables> = /* @__PURE__ */ document(
  'MobileCategories',
  'query',
  '39c730f5ebb34f97c2c75bd5c13948e72733dfd54e86385abc40cb5f00c1c929',
  `query MobileCategories($key: CourseKey!) {
  course(key: $key) {
    discussion {
      blackouts {
        start
        end
      }
      isPostingEnabled
      provider
      categories {
        id
        name
        topics {
          id
          name
          threadCounts {
            discussion
            question
          }
        }
      }
      generalTopics {
        id
        lmsId
        name
        threadCounts {
          discussion
          question
        }
      }
    }
  }
}`,
);

export const MobileCourseDocument: Document<MobileCourseQuery, MobileCourseQueryVariables> = /* @__PURE__ */ document(
  'MobileCourse',
  'query',
  '99ef41bca176ed44efd074fd1d816ff8ba6365bf5b3929edf52aa268e2d83eb1',
  `query MobileCourse($key: CourseKey!) {
  course(key: $key) {
    key
    title
    access {
      hasAccess
      errorCode
      userMessage
    }
    certificate {
      downloadUrl
    }
    handoutsHtml
    updates {
      id
      date
      contentHtml
      status
    }
    lastVisited {
      blockKey
      path
    }
    blocks(
      types: ["chapter", "sequential", "vertical", "html", "problem", "video", "discussion"]
    ) {
      key
      type
      displayName
      childKeys
      graded
      format
      due
      completion
      webUrl
      studentViewUrl
      studentViewMultiDevice
      containsGatedContent
      specialExamInfo
      authorizationDenial {
        reason
        message
      }
      counts {
        type
        count
      }
      video {
        duration
        onlyOnWeb
        encodings {
          profile
          url
          fileSize
        }
        transcripts {
          language
          url
        }
      }
    }
  }
}`,
);

export const MobileDashboardDocument: Document<MobileDashboardQuery, MobileDashboardQueryVariables> = /* @__PURE__ */ document(
  'MobileDashboard',
  'query',
  '2c65a0716ccf9800c15d56046d3ddb638eace1a2dbeefba3d6cf523275ab7b0a',
  `query MobileDashboard($first: Int = 10, $after: String) {
  viewer {
    id
    username
    name
    email
    profileImageUrl
    primaryEnrollment {
      course {
        key
        title
        org
        media {
          image {
            large
            small
          }
        }
      }
      certificate {
        downloadUrl
      }
      lastVisited {
        blockKey
        path
        unitTitle
      }
      assignments {
        completed
        total
        upcoming {
          title
          date
          firstComponentBlockKey
        }
        past {
          title
          date
          complete
        }
      }
    }
    enrollments(first: $first, after: $after, status: IN_PROGRESS) {
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      edges {
        node {
          mode
          isActive
          created
          accessExpirationDate
          course {
            key
            title
            number
            org
            start
            end
            startDisplay
            startType
            isSelfPaced
            media {
              image {
                small
              }
            }
            aboutUrl
          }
          coursewareAccess {
            hasAccess
            errorCode
            userMessage
          }
          certificate {
            downloadUrl
          }
          assignments {
            completed
            total
          }
        }
      }
    }
  }
}`,
);

export const MobileDiscussionDocument: Document<MobileDiscussionQuery, MobileDiscussionQueryVariables> = /* @__PURE__ */ document(
  'MobileDiscussion',
  'query',
  'c689e2f89b5ade2e2b5709ecfd383a73664cd8baa5b3b8ef763026159615df98',
  `query MobileDiscussion($key: CourseKey!, $topics: [ID!], $first: Int!) {
  course(key: $key) {
    discussion {
      allowAnonymous
      userRoles
      hasModerationPrivileges
      topics {
        id
        name
        threadCounts {
          discussion
          question
        }
      }
      threads(topicIds: $topics, first: $first) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            title
            type
            author
            authorLabel
            created
            updated
            commentCount
            voteCount
            voted
            following
            read
            pinned
            closed
            abuseFlagged
            renderedBodyHtml
          }
        }
      }
    }
  }
}`,
);

export const MobileDiscussionSearchDocument: Document<MobileDiscussionSearchQuery, MobileDiscussionSearchQueryVariables> = /* @__PURE__ */ document(
  'MobileDiscussionSearch',
  'query',
  '4f3bd01656ed3a743f5565b35cfc474c90e35a682ce7db3232ced32310c4088b',
  `query MobileDiscussionSearch($key: CourseKey!, $text: String!, $first: Int = 10, $after: String) {
  course(key: $key) {
    discussion {
      threads(search: $text, first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        searchRewrite
        edges {
          node {
            id
            title
            type
            author
            authorLabel
            authorImageUrl
            created
            updated
            commentCount
            unreadCommentCount
            voteCount
            voted
            following
            read
            pinned
            closed
            abuseFlagged
            renderedBodyHtml
          }
        }
      }
    }
  }
}`,
);

export const MobilePersonDocument: Document<MobilePersonQuery, MobilePersonQueryVariables> = /* @__PURE__ */ document(
  'MobilePerson',
  'query',
  'd1cd9f0d8318108891b1f6b044989cc08403d78cf9131ae443075c4a6b9a0f1d',
  `query MobilePerson($username: String!) {
  profile(username: $username) {
    id
    username
    name
    bio
    country
    imageUrl
    accountPrivacy
    languageProficiencies {
      id
      code
    }
  }
}`,
);

export const MobilePositionDocument: Document<MobilePositionQuery, MobilePositionQueryVariables> = /* @__PURE__ */ document(
  'MobilePosition',
  'query',
  '7754872b97f956c2e87a44c050bdd67309f43c251c2b4ab62da1d15fcc36446d',
  `query MobilePosition($key: CourseKey!) {
  course(key: $key) {
    id
    storedPath
  }
}`,
);

export const MobileProfileDocument: Document<MobileProfileQuery, NoVariables> = /* @__PURE__ */ document(
  'MobileProfile',
  'query',
  '0ff0e1fac4e1901a8f6609e552cc6a76f5d5dd6d0eb066ee1dd6e7cd8282f8f6',
  `query MobileProfile {
  viewer {
    username
    name
    bio
    country
    languageProficiencies {
      code
    }
    levelOfEducation
    profileImageUrl
    accountPrivacy
    dateJoined
    verification {
      status
      expiration
    }
    preferences {
      key
      value
    }
  }
}`,
);

export const MobileThreadDocument: Document<MobileThreadQuery, MobileThreadQueryVariables> = /* @__PURE__ */ document(
  'MobileThread',
  'query',
  'eccf55ae22f853999d1525defdf09d2d524cb7eef25660c246b3d8e716388b63',
  `query MobileThread($id: ID!, $first: Int!, $after: String) {
  thread(id: $id) {
    id
    title
    type
    author
    authorLabel
    authorImageUrl
    created
    renderedBodyHtml
    voted
    voteCount
    following
    abuseFlagged
    closed
    pinned
    comments(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      edges {
        node {
          id
          author
          authorLabel
          authorImageUrl
          created
          renderedBodyHtml
          endorsed
          voteCount
          voted
          childCount
        }
      }
    }
  }
}`,
);

export const MobileTopicsDocument: Document<MobileTopicsQuery, MobileTopicsQueryVariables> = /* @__PURE__ */ document(
  'MobileTopics',
  'query',
  '1ed7c1ea75fb0b47fc344c76a2305f430532e65bd947a037c34cb348ceeca554',
  `query MobileTopics($key: CourseKey!) {
  course(key: $key) {
    discussion {
      blackouts {
        start
        end
      }
      isPostingEnabled
      topics {
        id
        name
        usageKey
        threadCounts {
          discussion
          question
        }
      }
    }
  }
}`,
);

export const MyCertificatesDocument: Document<MyCertificatesQuery, NoVariables> = /* @__PURE__ */ document(
  'MyCertificates',
  'query',
  '6fc211d8a588fab8f63143c678fb2ca50e384bf71d2c5c608d4d3e4a47c75419',
  `query MyCertificates {
  viewer {
    certificates {
      course {
        key
        title
        org
      }
      type
      status
      isPassing
      grade
      downloadUrl
      created
      modified
    }
  }
}`,
);

export const NotificationCountsDocument: Document<NotificationCountsQuery, NoVariables> = /* @__PURE__ */ document(
  'NotificationCounts',
  'query',
  '4c63694c5e7500126d1945b7c5ba4c8d481a97e35ee577b29c64180e0f1affe7',
  `query NotificationCounts {
  viewer {
    id
    notifications {
      id
      isEnabled
      unseenCount
      counts {
        id
        app
        count
      }
      expiryDays
    }
  }
}`,
);

export const NotificationTrayDocument: Document<NotificationTrayQuery, NotificationTrayQueryVariables> = /* @__PURE__ */ document(
  'NotificationTray',
  'query',
  'e71cba7d7fb9461b46f4bb91b06e5a551502253af77cd381995f6170fed517ad',
  `query NotificationTray($app: NotificationApp, $first: Int = 10, $after: String) {
  viewer {
    id
    notifications {
      id
      isEnabled
      unseenCount
      expiryDays
      counts {
        id
        app
        count
      }
      list(app: $app, first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        edges {
          node {
            id
            app
            type
            contentHtml
            contentUrl
            course {
              id
              key
            }
            context {
              id
              key
              value
            }
            created
            lastRead
            lastSeen
          }
        }
      }
    }
  }
}`,
);

export const PathwaysDocument: Document<PathwaysQuery, PathwaysQueryVariables> = /* @__PURE__ */ document(
  'Pathways',
  'query',
  '22cec8880979045352e811f56a9c4fe4370de1516aa3017cd2997928c8506edb',
  `query Pathways($uuids: [UUID!]) {
  viewer {
    learningPathways(uuids: $uuids) {
      uuid
      title
      status
      overview
      steps {
        uuid
        minRequirement
        status
        courses {
          key
          title
          status
        }
        programs {
          uuid
          title
          status
          courses {
            key
          }
        }
      }
    }
  }
}`,
);

export const PositionDocument: Document<PositionMutation, PositionMutationVariables> = /* @__PURE__ */ document(
  'Position',
  'mutation',
  '60be597beeb8081ffe5a373987f0cbdd416c7988dc5e310f10f8b39e03440abb',
  `mutation Position($key: CourseKey!, $block: UsageKey!) {
  recordLastVisited(input: {course: $key, block: $block}) {
    course {
      lastVisited {
        blockKey
        path
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const PreferenceDocument: Document<PreferenceMutation, PreferenceMutationVariables> = /* @__PURE__ */ document(
  'Preference',
  'mutation',
  '02735d43904194e5b003c8e106a88d835fe14e719c284f1ae1203f4000d3c25a',
  `mutation Preference($key: String!, $value: String) {
  setPreference(input: {key: $key, value: $value}) {
    viewer {
      timezone
      preferences {
        key
        value
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const ProctoringPanelDocument: Document<ProctoringPanelQuery, ProctoringPanelQueryVariables> = /* @__PURE__ */ document(
  'ProctoringPanel',
  'query',
  'd43299063131caae50d5eb673264881cbc0503bcd88bbb4ba6f0f84f6daaa25f',
  `query ProctoringPanel($key: CourseKey!) {
  course(key: $key) {
    enableProctoredExams
    proctoringOnboarding {
      id
      status
      url
      expiration
      isPastDue
      releaseDate
      reviewRequirementsUrl
    }
  }
}`,
);

export const ProfilePageDocument: Document<ProfilePageQuery, ProfilePageQueryVariables> = /* @__PURE__ */ document(
  'ProfilePage',
  'query',
  '57b59d738ef69f61ddb65e34fab825ba773b9d347f24c063ad4f67cee212f420',
  `query ProfilePage($username: String!) {
  profile(username: $username) {
    id
    username
    isViewer
    name
    bio
    country
    levelOfEducation
    languageProficiencies {
      id
      code
    }
    socialLinks {
      id
      platform
      url
    }
    hasImage
    imageUrl
    dateJoined
    yearOfBirth
    requiresParentalConsent
    accountPrivacy
    visibility {
      id
      fieldName
      audience
    }
    certificates {
      id
      course {
        id
        key
        title
        org
      }
      type
      modified
      downloadUrl
      uuid
    }
  }
  countries {
    id
    code
    name
  }
}`,
);

export const ProgramPageDocument: Document<ProgramPageQuery, ProgramPageQueryVariables> = /* @__PURE__ */ document(
  'ProgramPage',
  'query',
  '8a8594a7cc8cec8f5e5c76e64432f5957341afa56ce6fddd61e31f2563241a0a',
  `query ProgramPage($uuid: UUID!, $first: Int = 10, $after: String) {
  program(uuid: $uuid) {
    uuid
    courseRuns(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          course {
            key
          }
          displayName
          url
          status
          startDate
          endDate
          emailsEnabled
          dueDates {
            name
            url
            date
          }
          micromastersTitle
          certificateDownloadUrl
          resumeUrl
        }
      }
    }
    progress {
      courses {
        completed
        inProgress
        notStarted
      }
    }
  }
}`,
);

export const ProgramRosterDocument: Document<ProgramRosterQuery, ProgramRosterQueryVariables> = /* @__PURE__ */ document(
  'ProgramRoster',
  'query',
  '87374da539d66ee60d68b5908b022ad3c48202c0bbd895bec6efff73daa98daf',
  `query ProgramRoster($uuid: UUID!, $course: CourseKey!, $first: Int = 100, $after: String) {
  program(uuid: $uuid) {
    enrollments(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          studentKey
          status
          accountExists
          curriculumUuid
          username
          email
        }
      }
    }
    courseEnrollments(course: $course, first: $first) {
      edges {
        node {
          studentKey
          status
          accountExists
          curriculumUuid
          courseStaff
        }
      }
    }
    courseGrades(course: $course, first: $first) {
      edges {
        node {
          studentKey
          letterGrade
          percent
          passed
          error
        }
      }
    }
  }
}`,
);

export const ProgramsDocument: Document<ProgramsQuery, NoVariables> = /* @__PURE__ */ document(
  'Programs',
  'query',
  '08c245674c3ff86a9eaafddd17bb7530049064d2676e4e8a031c33ae25169a9d',
  `query Programs {
  viewer {
    programs {
      uuid
      slug
    }
  }
}`,
);

export const ProgressPageDocument: Document<ProgressPageQuery, ProgressPageQueryVariables> = /* @__PURE__ */ document(
  'ProgressPage',
  'query',
  '2851b5ebce82cc395334323872545a39f38b91098adbd62e00b13d925a3421dd',
  `query ProgressPage($key: CourseKey!, $studentId: ID, $withTour: Boolean = false) {
  viewer {
    username
    timezone
    isAuthenticated
    tour @include(if: $withTour) {
      courseHomeTourStatus
      showCoursewareTour
    }
  }
  course(key: $key) {
    key
    title
    number
    org
    start
    isSelfPaced
    isStaff
    originalUserIsStaff
    isMasquerading
    masqueradeUsername
    studioAccess
    hasCourseAuthorAccess
    isNewDiscussionSidebarViewEnabled
    canViewCertificate
    themeVariant
    allModes {
      slug
      displayName
    }
    access {
      hasAccess
      errorCode
      developerMessage
      userMessage
      additionalContextUserMessage
      userFragment
    }
    tabs {
      key
      title
      url
    }
    celebrations {
      firstSection
      streakLengthToCelebrate
      streakDiscountEnabled
      weeklyGoal
    }
    enrollment {
      isActive
    }
    verifiedMode {
      price
      currency
      currencySymbol
      sku
      upgradeUrl
      accessExpirationDate
    }
    progress(studentId: $studentId) {
      username
      end
      enrollmentMode
      hasScheduledContent
      userHasPassingGrade
      studioUrl
      disableProgressGraph
      accessExpiration {
        expirationDate
        masqueradingExpiredCourse
        upgradeDeadline
        upgradeUrl
      }
      certificate {
        status
        webViewUrl
        downloadUrl
        availableDate
      }
      completion {
        completeCount
        incompleteCount
        lockedCount
      }
      courseGrade {
        letterGrade
        percent
        isPassing
      }
      creditRequirements {
        eligibilityStatus
        requirements {
          namespace
          name
          displayName
          status
          statusDate
          order
          minGrade
          finalGrade
        }
      }
      gradingPolicy {
        assignmentPolicies {
          type
          shortLabel
          weight
          numDroppable
          numTotal
        }
        gradeRange {
          letter
          cutoff
        }
        assignmentColors
      }
      finalGrade
      assignmentTypeSummaries {
        type
        shortLabel
        weight
        droppedCount
        averageGrade
        weightedGrade
        lastGradePublishDate
        hiddenContribution
      }
      sections {
        title
        subsections {
          key
          title
          assignmentType
          hasGradedAssignment
          learnerHasAccess
          pointsEarned
          pointsPossible
          percentGraded
          showGrades
          showCorrectness
          url
          due
          override {
            system
            reason
          }
          problemScores {
            earned
            possible
          }
        }
      }
      verification {
        status
        link
        statusDate
      }
      verifiedMode {
        price
        currency
        currencySymbol
        sku
        upgradeUrl
        accessExpirationDate
      }
      gradesFeatureIsFullyLocked
      gradesFeatureIsPartiallyLocked
    }
  }
}`,
);

export const RemoveBookmarkDocument: Document<RemoveBookmarkMutation, RemoveBookmarkMutationVariables> = /* @__PURE__ */ document(
  'RemoveBookmark',
  'mutation',
  '11462468244620192f6004e4ff5a3f82aebe577f581f7b5652c57fae2abb4ae3',
  `mutation RemoveBookmark($block: UsageKey!) {
  removeBookmark(input: {block: $block}) {
    removedKey
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const RemoveProfileImageDocument: Document<RemoveProfileImageMutation, NoVariables> = /* @__PURE__ */ document(
  'RemoveProfileImage',
  'mutation',
  '1bbaa54f4f90d28f3c936d117be59303d816411494536cf843b975e04c5395c7',
  `mutation RemoveProfileImage {
  removeProfileImage {
    profile {
      id
      hasImage
      imageUrl
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const RequestCreditDocument: Document<RequestCreditMutation, RequestCreditMutationVariables> = /* @__PURE__ */ document(
  'RequestCredit',
  'mutation',
  '1ab7bd534b9c156c7dd391b1d90c41da4a2aaea332994fb94325590e479e21f8',
  `mutation RequestCredit($course: CourseKey!, $provider: ID!) {
  requestCredit(input: {course: $course, provider: $provider}) {
    url
    method
    parameters {
      name
      value
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const RequestNameChangeDocument: Document<RequestNameChangeMutation, RequestNameChangeMutationVariables> = /* @__PURE__ */ document(
  'RequestNameChange',
  'mutation',
  'f30f1982b6dea05736c3e5d65a4581fb54f7bff5af638f8a97aad345c7b52e65',
  `mutation RequestNameChange($name: String!) {
  requestNameChange(input: {name: $name}) {
    viewer {
      id
      name
      pendingName
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const ResetDeadlinesDocument: Document<ResetDeadlinesMutation, ResetDeadlinesMutationVariables> = /* @__PURE__ */ document(
  'ResetDeadlines',
  'mutation',
  'fd95252b568f601d1ff3f815ee46a522ece5e944b07bb483f53ba0a232e8340d',
  `mutation ResetDeadlines($key: CourseKey!, $location: String) {
  resetCourseDeadlines(input: {course: $key, location: $location}) {
    header
    body
    link
    linkText
    course {
      dates {
        blocks {
          date
          title
        }
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const RunningExamDocument: Document<RunningExamQuery, RunningExamQueryVariables> = /* @__PURE__ */ document(
  'RunningExam',
  'query',
  '550cd3e9b144011740c1a1f288b2275405d714bc5e8d42779a50e792abb804d8',
  `query RunningExam($key: CourseKey!) {
  serverTime
  course(key: $key) {
    examState {
      activeAttempt {
        id
        status
        secondsRemaining
        remainingTimeText
        lowThresholdSeconds
        criticallyLowThresholdSeconds
        examUrl
      }
    }
  }
}`,
);

export const SendActivationEmailDocument: Document<SendActivationEmailMutation, NoVariables> = /* @__PURE__ */ document(
  'SendActivationEmail',
  'mutation',
  'cf80dfdbecfaa0af8c767c8aececd6b7b718acc53e7b6a2cce10f58edc0a279d',
  `mutation SendActivationEmail {
  sendActivationEmail {
    viewer {
      id
      emailConfirmation {
        id
        isNeeded
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const SetGoalDocument: Document<SetGoalMutation, SetGoalMutationVariables> = /* @__PURE__ */ document(
  'SetGoal',
  'mutation',
  '97703d8bcc70dc825b7f86bf4b8e5b8585026a1886a2580aaa9400c4bdff9cac',
  `mutation SetGoal($key: CourseKey!, $days: Int!, $remind: Boolean!) {
  setCourseGoal(
    input: {course: $key, daysPerWeek: $days, subscribedToReminders: $remind}
  ) {
    course {
      goals {
        selectedGoal {
          daysPerWeek
          subscribedToReminders
        }
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const SetNameOnCertificatesDocument: Document<SetNameOnCertificatesMutation, SetNameOnCertificatesMutationVariables> = /* @__PURE__ */ document(
  'SetNameOnCertificates',
  'mutation',
  '07a92ef9dd0ad3832dbb27840b77568503c3188b19f7be757a20ff2025397bda',
  `mutation SetNameOnCertificates($useVerifiedName: Boolean!) {
  setNameOnCertificates(input: {useVerifiedName: $useVerifiedName}) {
    viewer {
      id
      useVerifiedNameOnCertificates
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const SetNotificationPreferenceDocument: Document<SetNotificationPreferenceMutation, SetNotificationPreferenceMutationVariables> = /* @__PURE__ */ document(
  'SetNotificationPreference',
  'mutation',
  '6c0baceac781b87064f5bce702d3e3110ad9e86347a6da55d91c31c852f5c341',
  `mutation SetNotificationPreference($app: NotificationApp!, $type: String!, $channel: NotificationChannel!, $enabled: Boolean, $cadence: EmailCadence) {
  setNotificationPreference(
    input: {app: $app, type: $type, channel: $channel, isEnabled: $enabled, emailCadence: $cadence}
  ) {
    notificationSettings {
      id
      apps {
        id
        app
        isEnabled
        types {
          id
          type
          web
          push
          email
          emailCadence
        }
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const SignDocument: Document<SignMutation, SignMutationVariables> = /* @__PURE__ */ document(
  'Sign',
  'mutation',
  'fe7568a658c0482322e4be18d714d91247e1f36ae29e8b40c9665094fab45bbe',
  `mutation Sign($key: CourseKey!) {
  signIntegrityAgreement(input: {course: $key}) {
    signedAt
    course {
      needsIntegritySignature
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const SubmitVerifiedNameDocument: Document<SubmitVerifiedNameMutation, SubmitVerifiedNameMutationVariables> = /* @__PURE__ */ document(
  'SubmitVerifiedName',
  'mutation',
  '78cac83b5b8fdf94e2490184918ec455c0c4e22b8a7a58988bab67f30c31c4be',
  `mutation SubmitVerifiedName($verifiedName: String!, $profileName: String!) {
  submitVerifiedName(
    input: {verifiedName: $verifiedName, profileName: $profileName}
  ) {
    viewer {
      id
      verifiedNames {
        id
        name
        profileName
        status
        created
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const SuggestedTimeZonesDocument: Document<SuggestedTimeZonesQuery, SuggestedTimeZonesQueryVariables> = /* @__PURE__ */ document(
  'SuggestedTimeZones',
  'query',
  'df6eb484c5e60aacfcba36cfdfd20421701a42f29d673830beff40d6da89cc3e',
  `query SuggestedTimeZones($country: String!) {
  timeZones(country: $country) {
    id
    name
    description
  }
}`,
);

export const TeamPageDocument: Document<TeamPageQuery, TeamPageQueryVariables> = /* @__PURE__ */ document(
  'TeamPage',
  'query',
  '2e0a1c4c288aa9f1947f7a831769fea3bc6e0ff3f2070d6bef28e9aaeffe1b27',
  `query TeamPage($team: ID!, $first: Int = 10, $after: String) {
  team(id: $team) {
    id
    key
    name
    description
    country
    language
    created
    lastActivity
    isOrganizationProtected
    discussionTopicId
    teamSet {
      id
      key
      name
      type
      maxTeamSize
    }
    members {
      id
      username
      imageUrl
      country
      languageProficiencies {
        id
        code
      }
      joined
      lastActivity
    }
    assignments {
      id
      displayName
      url
    }
    threads(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          title
          type
          previewBody
          author
          authorLabel
          authorImageUrl
          created
          commentCount
          read
          voteCount
        }
      }
    }
  }
}`,
);

export const TeamsPageDocument: Document<TeamsPageQuery, TeamsPageQueryVariables> = /* @__PURE__ */ document(
  'TeamsPage',
  'query',
  '38d5f88c7293fa3db9a080f5ac9958c8ca6a594f77129d89b476f7be92383819',
  `query TeamsPage($key: CourseKey!, $orderBy: TeamOrder = LAST_ACTIVITY, $search: String, $first: Int = 12, $after: String) {
  course(key: $key) {
    id
    key
    title
    teamSets {
      id
      key
      name
      description
      type
      maxTeamSize
      teamCount
      teams(orderBy: $orderBy, search: $search, first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        edges {
          node {
            id
            name
            description
            country
            language
            created
            lastActivity
            members {
              id
              username
              imageUrl
            }
          }
        }
      }
    }
  }
}`,
);

export const TourDocument: Document<TourMutation, TourMutationVariables> = /* @__PURE__ */ document(
  'Tour',
  'mutation',
  'ff521379c393dd163fdad2d339a02542002301b36a0c9261be197c5d6eee264e',
  `mutation Tour($status: String, $courseware: Boolean) {
  updateTour(
    input: {courseHomeTourStatus: $status, showCoursewareTour: $courseware}
  ) {
    tour {
      courseHomeTourStatus
      showCoursewareTour
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const UnenrollDocument: Document<UnenrollMutation, UnenrollMutationVariables> = /* @__PURE__ */ document(
  'Unenroll',
  'mutation',
  '49547e528b3faf55fd4ceed74f46210c502c6cbe721ded103f6d0d307c8ea10d',
  `mutation Unenroll($key: CourseKey!) {
  unenroll(input: {course: $key}) {
    enrollment {
      isActive
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const UnsubscribeGoalDocument: Document<UnsubscribeGoalMutation, UnsubscribeGoalMutationVariables> = /* @__PURE__ */ document(
  'UnsubscribeGoal',
  'mutation',
  'd9813258e8a87a03b44623e47d8ad54262f6800fdf0d25c8d532585ce1db8b53',
  `mutation UnsubscribeGoal($token: String!) {
  unsubscribeFromCourseGoal(input: {token: $token}) {
    courseTitle
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const UpdateAccountDocument: Document<UpdateAccountMutation, UpdateAccountMutationVariables> = /* @__PURE__ */ document(
  'UpdateAccount',
  'mutation',
  'f2607b0a17cf1c41264b44570431dfe22fb81d8671aec0eaaeefacd93b76c77e',
  `mutation UpdateAccount($input: UpdateAccountInput!) {
  updateAccount(input: $input) {
    viewer {
      id
      username
      name
      pendingName
      email
      secondaryEmail
      bio
      country
      state
      levelOfEducation
      gender
      yearOfBirth
      accountPrivacy
      languageProficiencies {
        id
        code
      }
      socialLinks {
        id
        platform
        url
      }
      extendedProfile {
        id
        name
        value
      }
      preferences {
        id
        key
        value
      }
    }
    profile {
      id
      username
      accountPrivacy
      bio
      visibility {
        id
        fieldName
        audience
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const UpdateCommentDocument: Document<UpdateCommentMutation, UpdateCommentMutationVariables> = /* @__PURE__ */ document(
  'UpdateComment',
  'mutation',
  '0076b904efb7ffb388aff331b076270c30adb5a8d96fd8eb4b2a1eb1e213ee41',
  `mutation UpdateComment($comment: ID!, $voted: Boolean, $abuseFlagged: Boolean, $endorsed: Boolean, $rawBody: String, $editReason: String) {
  updateComment(
    input: {comment: $comment, voted: $voted, abuseFlagged: $abuseFlagged, endorsed: $endorsed, rawBody: $rawBody, editReasonCode: $editReason}
  ) {
    comment {
      id
      rawBody
      renderedBodyHtml
      voted
      voteCount
      abuseFlagged
      endorsed
      editByLabel
      lastEdit {
        reasonCode
        editor
        created
      }
      editableFields
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const UpdateExamAttemptDocument: Document<UpdateExamAttemptMutation, UpdateExamAttemptMutationVariables> = /* @__PURE__ */ document(
  'UpdateExamAttempt',
  'mutation',
  'e2b05e2d4ad80992b8e5d8e330de7bb1774daaf32fa86b96b5b6476830fddb8e',
  `mutation UpdateExamAttempt($attempt: ID!, $action: ExamAction!, $detail: String) {
  updateExamAttempt(input: {attempt: $attempt, action: $action, detail: $detail}) {
    examState {
      exam {
        attempt {
          id
          status
          secondsRemaining
          examUrl
          softwareDownloadUrl
          code
        }
      }
      activeAttempt {
        id
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const UpdateTeamDocument: Document<UpdateTeamMutation, UpdateTeamMutationVariables> = /* @__PURE__ */ document(
  'UpdateTeam',
  'mutation',
  'f3365c9caad552e5966bc2f0e29c8c3adda8fc4f1dc6808ef1043253013399ea',
  `mutation UpdateTeam($team: ID!, $name: String, $description: String, $country: String, $language: String) {
  updateTeam(
    input: {team: $team, name: $name, description: $description, country: $country, language: $language}
  ) {
    team {
      id
      name
      description
      country
      language
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const UpdateThreadDocument: Document<UpdateThreadMutation, UpdateThreadMutationVariables> = /* @__PURE__ */ document(
  'UpdateThread',
  'mutation',
  '444eee576d23969eaae7f9977c72ecc9d5ccee4e8048ed3af6c77d06256c55f5',
  `mutation UpdateThread($thread: ID!, $voted: Boolean, $following: Boolean, $abuseFlagged: Boolean, $pinned: Boolean, $closed: Boolean, $closeReason: String, $title: String, $rawBody: String, $editReason: String, $topic: ID, $type: ThreadType, $group: ID) {
  updateThread(
    input: {thread: $thread, voted: $voted, following: $following, abuseFlagged: $abuseFlagged, pinned: $pinned, closed: $closed, closeReasonCode: $closeReason, title: $title, rawBody: $rawBody, editReasonCode: $editReason, topic: $topic, type: $type, group: $group}
  ) {
    thread {
      id
      topicId
      type
      title
      rawBody
      renderedBodyHtml
      voted
      voteCount
      following
      abuseFlagged
      pinned
      closed
      closedBy
      closeReason
      editByLabel
      lastEdit {
        reasonCode
        editor
        created
      }
      editableFields
      canDelete
      group {
        id
        name
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const ViewerTeamsDocument: Document<ViewerTeamsQuery, ViewerTeamsQueryVariables> = /* @__PURE__ */ document(
  'ViewerTeams',
  'query',
  '564eab787931b90fa74bb9355410963f07d76e91eefe99e3cd0d8dc5b923f013',
  `query ViewerTeams($key: CourseKey!) {
  course(key: $key) {
    id
    key
    viewerTeams {
      id
      team {
        id
        name
        teamSetKey
      }
      joined
      lastActivity
    }
  }
}`,
);

export const WriteProgramDocument: Document<WriteProgramMutation, WriteProgramMutationVariables> = /* @__PURE__ */ document(
  'WriteProgram',
  'mutation',
  '37cef0baf146f9396e17709c2d1254f1e52276ec3e5577fe1cffc089b78586a6',
  `mutation WriteProgram($uuid: UUID!, $mode: ProgramWriteMode!, $rows: [ProgramEnrollmentInput!]!) {
  writeProgramEnrollments(
    input: {program: $uuid, mode: $mode, enrollments: $rows}
  ) {
    results {
      studentKey
      status
      ok
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);

export const WriteProgramCourseDocument: Document<WriteProgramCourseMutation, WriteProgramCourseMutationVariables> = /* @__PURE__ */ document(
  'WriteProgramCourse',
  'mutation',
  '11b4c7e8d9b93d793298d37461271f2405a4252a1bb1e833770aa0eb911d809e',
  `mutation WriteProgramCourse($uuid: UUID!, $course: CourseKey!, $mode: ProgramWriteMode!, $rows: [ProgramCourseEnrollmentInput!]!) {
  writeProgramCourseEnrollments(
    input: {program: $uuid, course: $course, mode: $mode, enrollments: $rows}
  ) {
    results {
      studentKey
      status
      ok
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
);
