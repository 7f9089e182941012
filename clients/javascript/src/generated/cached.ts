/* Written by "npm run generate" from the gateway's schema and operations. Do not edit. */

/** Hash and text of each document with the `id` and `__typename` of every object. */
export const cached: Record<string, readonly [hash: string, text: string]> = {
  AccountSettingsPage: [
    '6a96d9f228f78a4d3f6b1439b6d5199cfc7b0546baaee7c800674fdaeaf76d2c',
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
      __typename
    }
    socialLinks {
      id
      platform
      url
      __typename
    }
    extendedProfile {
      id
      name
      value
      __typename
    }
    preferences {
      id
      key
      value
      __typename
    }
    timezone
    linkedAccounts {
      id
      name
      isConnected
      acceptsSignIn
      connectUrl
      disconnectUrl
      __typename
    }
    useVerifiedNameOnCertificates
    verifiedNames {
      id
      name
      profileName
      status
      created
      isFromProctoredExam
      __typename
    }
    identityCheck {
      id
      status
      expiration
      canVerify
      __typename
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
          __typename
        }
        __typename
      }
      __typename
    }
    enrollments(first: 100) {
      id
      edges {
        id
        node {
          id
          mode
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
  countries {
    id
    code
    name
    __typename
  }
  timeZones {
    id
    name
    description
    __typename
  }
}`,
  ],
  AddBookmark: [
    '699bca2b1af9aea436702f14406dac976fbc33287f3c3ec002701d09389cc105',
    `mutation AddBookmark($block: UsageKey!) {
  addBookmark(input: {block: $block}) {
    bookmark {
      id
      key
      created
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  CatalogSearch: [
    'e0db408a345090c5c5f34c6647a98cf380429560ff8e2b583b2dc8abfa0a8ad9',
    `query CatalogSearch($search: String, $org: String, $mobile: Boolean, $activeOnly: Boolean, $first: Int!, $after: String) {
  catalog(
    search: $search
    org: $org
    mobile: $mobile
    activeOnly: $activeOnly
    first: $first
    after: $after
  ) {
    id
    totalCount
    pageInfo {
      id
      hasNextPage
      endCursor
      __typename
    }
    edges {
      id
      node {
        id
        key
        title
        org
        startDisplay
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  Celebrate: [
    '9dea20dad561c7c50687cf6772a7bf1c7dc42d24a603260c3c7b890a17ce67a9',
    `mutation Celebrate($key: CourseKey!, $firstSection: Boolean, $weeklyGoal: Boolean) {
  markCelebrationSeen(
    input: {course: $key, firstSection: $firstSection, weeklyGoal: $weeklyGoal}
  ) {
    course {
      id
      celebrations {
        id
        firstSection
        weeklyGoal
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  ChooseEntitlementRun: [
    '0807b10953fc4b8b10c2de627c7fa71cfa010be62ac0c4f473e9a1f9b7e9d577',
    `mutation ChooseEntitlementRun($entitlement: ID!, $course: CourseKey!) {
  chooseEntitlementRun(input: {entitlement: $entitlement, course: $course}) {
    enrollment {
      id
      mode
      isActive
      course {
        id
        key
        __typename
      }
      entitlement {
        id
        uuid
        isFulfilled
        __typename
      }
      __typename
    }
    viewer {
      id
      entitlements {
        id
        uuid
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  Complete: [
    '5fe51ea6e461e6b19a33223e8d66844c2c87388053b024377646aeb984064225',
    `mutation Complete($key: CourseKey!, $blocks: [BlockCompletionInput!]!) {
  completeBlocks(input: {course: $key, blocks: $blocks}) {
    course {
      id
      progress {
        id
        completion {
          id
          completeCount
          __typename
        }
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  CourseAbout: [
    '2efc1630ff239bc55925073a9dbcc1459ab5ac15cb75a8ff6c676f0a131fe8dc',
    `query CourseAbout($key: CourseKey!) {
  course(key: $key) {
    id
    key
    title
    overviewHtml
    shortDescription
    certificateAvailableDate
    enrollment {
      id
      isActive
      mode
      __typename
    }
    modes {
      id
      slug
      displayName
      minPrice
      currency
      sku
      __typename
    }
    __typename
  }
}`,
  ],
  CourseCards: [
    '12bc0cd3038ed2ce938e6a2e1bb9bf24a1b685f43d78e78ceff92879f90b9c7a',
    `query CourseCards($keys: [CourseKey!]!) {
  courses(keys: $keys) {
    id
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
      id
      image {
        id
        raw
        small
        large
        __typename
      }
      bannerImageUrl
      courseImageUrl
      courseVideoUrl
      __typename
    }
    catalogRun {
      id
      price
      effort {
        id
        min
        max
        __typename
      }
      weeksToComplete
      availability
      marketingUrl
      enrollmentUrl
      trackType
      modularCredit
      __typename
    }
    __typename
  }
}`,
  ],
  CourseHomePage: [
    'ca73f1eb83b7faabae40232189ddc2cf70adf5080f23a3c9dcac533dfc684d6d',
    `query CourseHomePage($key: CourseKey!, $withTour: Boolean = false) {
  serverTime
  viewer {
    id
    username
    timezone
    isAuthenticated
    tour @include(if: $withTour) {
      id
      courseHomeTourStatus
      showCoursewareTour
      __typename
    }
    __typename
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
      id
      slug
      displayName
      __typename
    }
    canViewCertificate
    themeVariant
    access {
      id
      hasAccess
      errorCode
      developerMessage
      userMessage
      additionalContextUserMessage
      userFragment
      __typename
    }
    tabs {
      id
      key
      title
      url
      __typename
    }
    celebrations {
      id
      firstSection
      streakLengthToCelebrate
      streakDiscountEnabled
      weeklyGoal
      __typename
    }
    enrollment {
      id
      isActive
      mode
      __typename
    }
    enrollmentMode
    enrollAlert {
      id
      canEnroll
      extraText
      __typename
    }
    accessExpiration {
      id
      expirationDate
      masqueradingExpiredCourse
      upgradeDeadline
      upgradeUrl
      __typename
    }
    offer {
      id
      code
      expirationDate
      originalPrice
      discountedPrice
      percentage
      upgradeUrl
      __typename
    }
    verifiedMode {
      id
      price
      currency
      currencySymbol
      sku
      upgradeUrl
      accessExpirationDate
      __typename
    }
    goals {
      id
      weeklyLearningGoalEnabled
      selectedGoal {
        id
        daysPerWeek
        subscribedToReminders
        __typename
      }
      __typename
    }
    certificate {
      id
      status
      webViewUrl
      downloadUrl
      availableDate
      __typename
    }
    userHasPassingGrade
    tools {
      id
      analyticsId
      title
      url
      __typename
    }
    resume {
      id
      hasVisitedCourse
      url
      __typename
    }
    handoutsHtml
    welcomeMessageHtml
    datesBanner {
      id
      missedDeadlines
      missedGatedContent
      contentTypeGatingEnabled
      verifiedUpgradeLink
      __typename
    }
    outline {
      id
      key
      title
      hasScheduledContent
      sections {
        id
        key
        title
        complete
        resumeBlock
        hideFromToc
        sequences {
          id
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
          __typename
        }
        __typename
      }
      __typename
    }
    upcomingDates {
      id
      blocks {
        id
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
        __typename
      }
      tabLink
      userTimezone
      __typename
    }
    __typename
  }
}`,
  ],
  CourseShell: [
    'aad6b3075b7b2076228c66c448d74038aae7a7d0dddfdf5a0432f5c95a3f0644',
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
      __typename
    }
    searchEnabled
    __typename
  }
}`,
  ],
  CoursewarePage: [
    '17158dd68b0e2dec22b06bc3cd1e1543f30de23cdaf84cfd16791123bf4cfe55',
    `query CoursewarePage($key: CourseKey!, $sequence: UsageKey!, $withResume: Boolean = true, $withBookmarks: Boolean = true) {
  serverTime
  viewer {
    id
    username
    timezone
    isAuthenticated
    tour {
      id
      courseHomeTourStatus
      showCoursewareTour
      __typename
    }
    __typename
  }
  course(key: $key) {
    id
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
      id
      slug
      displayName
      __typename
    }
    access {
      id
      hasAccess
      errorCode
      developerMessage
      userMessage
      additionalContextUserMessage
      userFragment
      __typename
    }
    tabs {
      id
      key
      title
      url
      __typename
    }
    verifiedMode {
      id
      price
      currency
      currencySymbol
      sku
      upgradeUrl
      accessExpirationDate
      __typename
    }
    accessExpiration {
      id
      expirationDate
      masqueradingExpiredCourse
      upgradeDeadline
      upgradeUrl
      __typename
    }
    offer {
      id
      code
      expirationDate
      originalPrice
      discountedPrice
      percentage
      upgradeUrl
      __typename
    }
    enrollment {
      id
      mode
      isActive
      __typename
    }
    celebrations {
      id
      firstSection
      streakLengthToCelebrate
      streakDiscountEnabled
      weeklyGoal
      __typename
    }
    goals {
      id
      weeklyLearningGoalEnabled
      selectedGoal {
        id
        daysPerWeek
        subscribedToReminders
        __typename
      }
      __typename
    }
    certificate {
      id
      status
      webViewUrl
      downloadUrl
      availableDate
      __typename
    }
    entranceExam {
      id
      enabled
      passed
      key
      currentScore
      minimumScorePercent
      __typename
    }
    notes {
      id
      enabled
      visible
      __typename
    }
    relatedPrograms {
      id
      uuid
      title
      slug
      url
      progress {
        id
        completed
        inProgress
        notStarted
        __typename
      }
      __typename
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
      id
      block {
        id
        key
        __typename
      }
      section {
        id
        key
        __typename
      }
      unit {
        id
        key
        __typename
      }
      __typename
    }
    outline {
      id
      key
      title
      hasScheduledContent
      sections {
        id
        key
        title
        complete
        completion {
          id
          completed
          completable
          __typename
        }
        sequences {
          id
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
            id
            completed
            completable
            __typename
          }
          units {
            id
            key
            title
            complete
            icon
            completion {
              id
              completed
              completable
              __typename
            }
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    sequence(key: $sequence) {
      id
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
        id
        gated
        prereqUrl
        prereqKey
        prereqSectionName
        gatedSectionName
        __typename
      }
      units {
        id
        key
        title
        type
        complete
        graded
        bookmarked
        path
        isGated
        containsContentTypeGatedContent
        __typename
      }
      __typename
    }
    bookmarks(first: 100) @include(if: $withBookmarks) {
      id
      totalCount
      edges {
        id
        node {
          id
          key
          displayName
          created
          path {
            id
            key
            displayName
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    discussion {
      id
      provider
      isPostingEnabled
      showDiscussions
      topics {
        id
        lmsId
        name
        usageKey
        enabledInContext
        threadCounts {
          id
          discussion
          question
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  CreateComment: [
    '171f15630d967419571e78bee652e4fe02647f943f2405d4e413b42019d7468d',
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
        __typename
      }
      parent {
        id
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  CreateExamAttempt: [
    '9e62b597b9e3673651a9b254e8a6e53c54ad0c488a000606f4664b87d6a926cd',
    `mutation CreateExamAttempt($exam: ID!, $start: Boolean!, $proctored: Boolean!) {
  createExamAttempt(
    input: {exam: $exam, startClock: $start, isProctored: $proctored}
  ) {
    examState {
      id
      exam {
        id
        attempt {
          id
          status
          secondsRemaining
          __typename
        }
        __typename
      }
      activeAttempt {
        id
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  CreateTeam: [
    'e1de981f063939901ccdd9ecaa16251106004622ce99d53df7340b8021613c58',
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
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  CreateThread: [
    '425c855c62a92e18d10cc2096bc0af1b70a7222feec36a67abc3336658a1530f',
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
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  CreditPage: [
    'a4b288aa8142864a33dd37b12cbd50552911d40efc820fceabaf484d828eac77',
    `query CreditPage($key: CourseKey!) {
  viewer {
    id
    creditEligibility(course: $key) {
      id
      course {
        id
        key
        __typename
      }
      deadline
      __typename
    }
    __typename
  }
  creditProviders {
    id
    displayName
    url
    statusUrl
    description
    fulfillmentInstructions
    thumbnailUrl
    __typename
  }
}`,
  ],
  DashboardPage: [
    'b84aac4eabf720deb047170073677c3ceb562a778cc2b1c2aeeeb5aedfc24a82',
    `query DashboardPage($first: Int = 25, $after: String) {
  viewer {
    id
    emailConfirmation {
      id
      isNeeded
      sendEmailUrl
      __typename
    }
    platformSettings {
      id
      supportEmail
      billingEmail
      courseSearchUrl
      __typename
    }
    socialShareSettings {
      id
      network
      isEnabled
      socialBrand
      utmParams
      __typename
    }
    enterpriseDashboard {
      id
      uuid
      label
      url
      authOrgId
      isLearnerPortalEnabled
      __typename
    }
    suggestedCourses {
      id
      title
      url
      bannerImageUrl
      logoImageUrl
      __typename
    }
    entitlements {
      id
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
        id
        start
        end
        course {
          id
          key
          __typename
        }
        __typename
      }
      programs {
        id
        title
        url
        type
        provider
        courseCount
        bannerImageUrl
        logoImageUrl
        __typename
      }
      __typename
    }
    enrollments(first: $first, after: $after) {
      id
      pageInfo {
        id
        hasNextPage
        endCursor
        __typename
      }
      totalCount
      edges {
        id
        cursor
        node {
          id
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
            id
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
            __typename
          }
          certificate {
            id
            status
            isEarned
            isDownloadable
            isRestricted
            availableDate
            previewUrl
            __typename
          }
          gradeData {
            id
            isPassing
            __typename
          }
          programs {
            id
            uuid
            title
            url
            type
            provider
            courseCount
            bannerImageUrl
            logoImageUrl
            __typename
          }
          entitlement {
            id
            uuid
            isFulfilled
            isExpired
            isRefundable
            changeDeadline
            expirationDate
            canViewCourse
            availableSessions {
              id
              start
              end
              course {
                id
                key
                __typename
              }
              __typename
            }
            __typename
          }
          credit {
            id
            isEligible
            purchased
            requestStatus
            providerId
            providerName
            providerStatusUrl
            error
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  DashboardShell: [
    'fff3f805adec9fad0bb0e4f1b784a24210b7457c42ec4361c94428a48114e548',
    `query DashboardShell {
  viewer {
    id
    emailConfirmation {
      id
      isNeeded
      sendEmailUrl
      __typename
    }
    enterpriseDashboard {
      id
      label
      url
      uuid
      authOrgId
      isLearnerPortalEnabled
      __typename
    }
    platformSettings {
      id
      supportEmail
      billingEmail
      courseSearchUrl
      __typename
    }
    socialShareSettings {
      id
      network
      isEnabled
      socialBrand
      utmParams
      __typename
    }
    suggestedCourses {
      id
      title
      url
      bannerImageUrl
      logoImageUrl
      __typename
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
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  DatesPage: [
    'e174836ea42a37eeea96bf1d5be1b8ce6faa4dbf5c9dfc200dada209e4969516',
    `query DatesPage($key: CourseKey!, $withTour: Boolean = false) {
  serverTime
  viewer {
    id
    username
    timezone
    isAuthenticated
    tour @include(if: $withTour) {
      id
      courseHomeTourStatus
      showCoursewareTour
      __typename
    }
    __typename
  }
  course(key: $key) {
    id
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
      id
      slug
      displayName
      __typename
    }
    access {
      id
      hasAccess
      errorCode
      developerMessage
      userMessage
      additionalContextUserMessage
      userFragment
      __typename
    }
    tabs {
      id
      key
      title
      url
      __typename
    }
    celebrations {
      id
      firstSection
      streakLengthToCelebrate
      streakDiscountEnabled
      weeklyGoal
      __typename
    }
    enrollment {
      id
      isActive
      __typename
    }
    verifiedMode {
      id
      price
      currency
      currencySymbol
      sku
      upgradeUrl
      accessExpirationDate
      __typename
    }
    learnerIsFullAccess
    datesBanner {
      id
      missedDeadlines
      missedGatedContent
      contentTypeGatingEnabled
      verifiedUpgradeLink
      __typename
    }
    dates {
      id
      userTimezone
      blocks {
        id
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
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  DeleteComment: [
    '3a240dc9b86c13746206414ce7745362f10aaa6e36c050c5d4d3a475190a7696',
    `mutation DeleteComment($comment: ID!) {
  deleteComment(input: {comment: $comment}) {
    deletedId
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  DeleteTeam: [
    'a0add9926b3cd1526c26d66d3bb72dbbd6e8717bcab481064afe314eaa9376a2',
    `mutation DeleteTeam($team: ID!) {
  deleteTeam(input: {team: $team}) {
    deletedTeamId
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  DeleteThread: [
    '1e394bc7e614a5a927ec9b0fa986b6efe877e12a4c8c7a3b922896c5744ef3bd',
    `mutation DeleteThread($thread: ID!) {
  deleteThread(input: {thread: $thread}) {
    deletedId
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  DiscussionComment: [
    '89e27a26ac8b43729cc8583f466b5f16f73d35493b41ab3581584835d446116b',
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
      id
      reasonCode
      editor
      created
      __typename
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
        id
        key
        __typename
      }
      __typename
    }
    parent {
      id
      __typename
    }
    replies(first: $first, after: $after) {
      id
      pageInfo {
        id
        hasNextPage
        endCursor
        __typename
      }
      totalCount
      edges {
        id
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
            id
            reasonCode
            editor
            created
            __typename
          }
          editableFields
          canDelete
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  DiscussionLearnerPosts: [
    '4147abc9e17d11c861e34d00b51e7a457253dec550ff386f494a78c99aa2b37d',
    `query DiscussionLearnerPosts($key: CourseKey!, $username: String!, $status: ThreadStatus, $type: ThreadType, $orderBy: ThreadOrder = LAST_ACTIVITY, $first: Int = 10, $after: String) {
  course(key: $key) {
    id
    discussion {
      id
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
          id
          pageInfo {
            id
            hasNextPage
            endCursor
            __typename
          }
          edges {
            id
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
                __typename
              }
              __typename
            }
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  DiscussionLearners: [
    '2c7ed05b02969d0bdf4d5142c428ae5c8734e690d71ddd62121f81a4455f2add',
    `query DiscussionLearners($key: CourseKey!, $orderBy: DiscussionLearnerOrder = ACTIVITY, $search: String, $first: Int = 10, $after: String) {
  course(key: $key) {
    id
    title
    discussion {
      id
      hasModerationPrivileges
      learners(orderBy: $orderBy, search: $search, first: $first, after: $after) {
        id
        pageInfo {
          id
          hasNextPage
          endCursor
          __typename
        }
        totalCount
        edges {
          id
          node {
            id
            username
            imageUrl
            threads
            responses
            replies
            activeFlags
            inactiveFlags
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  DiscussionThread: [
    '54ef0ba2759d7aa9a31bdf1788d70fba8738e4e842d17b50813b7ff9aae950d2',
    `query DiscussionThread($id: ID!, $first: Int = 10, $after: String, $newestFirst: Boolean = false, $replies: Int = 5) {
  thread(id: $id) {
    id
    type
    title
    rawBody
    renderedBodyHtml
    topicId
    course {
      id
      key
      __typename
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
      id
      reasonCode
      editor
      created
      originalBody
      __typename
    }
    group {
      id
      name
      __typename
    }
    editableFields
    canDelete
    comments(first: $first, after: $after, newestFirst: $newestFirst) {
      id
      pageInfo {
        id
        hasNextPage
        endCursor
        __typename
      }
      totalCount
      edges {
        id
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
            id
            reasonCode
            editor
            created
            __typename
          }
          editableFields
          canDelete
          childCount
          endorsed
          endorsedBy
          endorsedByLabel
          endorsedAt
          replies(first: $replies) {
            id
            pageInfo {
              id
              hasNextPage
              endCursor
              __typename
            }
            totalCount
            edges {
              id
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
                  id
                  reasonCode
                  editor
                  created
                  __typename
                }
                editableFields
                canDelete
                __typename
              }
              __typename
            }
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  DiscussionTopics: [
    '948023bf6466a0f2472ff59c980a1b46771b424f9f7991093b97f81e5ed72286',
    `query DiscussionTopics($key: CourseKey!) {
  course(key: $key) {
    id
    discussion {
      id
      blackouts {
        id
        start
        end
        __typename
      }
      isPostingEnabled
      courseWideTopics {
        id
        name
        threadCounts {
          id
          discussion
          question
          __typename
        }
        __typename
      }
      topicSections {
        id
        key
        title
        sequences {
          id
          key
          title
          webUrl
          threadCounts {
            id
            discussion
            question
            __typename
          }
          topics {
            id
            name
            usageKey
            enabledInContext
            threadCounts {
              id
              discussion
              question
              __typename
            }
            __typename
          }
          __typename
        }
        __typename
      }
      archivedTopics {
        id
        name
        threadCounts {
          id
          discussion
          question
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  DiscussionTours: [
    'bea51947911d968dbeaccd919cb9c8ea4bfe90fe2e07a9a75edb4f22b19ca7da',
    `query DiscussionTours {
  viewer {
    id
    discussionTours {
      id
      name
      isShown
      __typename
    }
    __typename
  }
}`,
  ],
  DiscussionsPage: [
    'bb8c66d1ec40df7342cba9a14bdac580aa0c17282cd611bc61abf895e8f3c4a5',
    `query DiscussionsPage($key: CourseKey!, $topics: [ID!], $orderBy: ThreadOrder = LAST_ACTIVITY, $status: ThreadStatus, $type: ThreadType, $search: String, $following: Boolean = false, $group: ID, $withTopics: Boolean = true, $moderates: Boolean = false, $first: Int = 10, $after: String) {
  viewer {
    id
    username
    __typename
  }
  course(key: $key) {
    id
    key
    title
    org
    number
    isStaff
    originalUserIsStaff
    access {
      id
      hasAccess
      errorCode
      userMessage
      __typename
    }
    enrollment {
      id
      isActive
      __typename
    }
    tabs {
      id
      title
      url
      __typename
    }
    cohorts @include(if: $moderates) {
      id
      name
      __typename
    }
    discussion {
      id
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
        id
        start
        end
        __typename
      }
      groupAtSubsection
      canNotifyAllLearners
      isEmailVerified
      onlyVerifiedUsersCanPost
      isRateLimited
      captcha {
        id
        isEnabled
        siteKey
        __typename
      }
      editReasons {
        id
        code
        label
        __typename
      }
      closeReasons {
        id
        code
        label
        __typename
      }
      settings @include(if: $moderates) {
        id
        divisionScheme
        alwaysDivideInlineDiscussions
        dividedInlineTopics
        dividedCourseWideTopics
        __typename
      }
      ... @include(if: $withTopics) {
        id
        courseWideTopics {
          id
          name
          threadCounts {
            id
            discussion
            question
            __typename
          }
          __typename
        }
        topicSections {
          id
          key
          title
          sequences {
            id
            key
            title
            webUrl
            threadCounts {
              id
              discussion
              question
              __typename
            }
            topics {
              id
              name
              usageKey
              enabledInContext
              threadCounts {
                id
                discussion
                question
                __typename
              }
              __typename
            }
            __typename
          }
          __typename
        }
        archivedTopics {
          id
          name
          threadCounts {
            id
            discussion
            question
            __typename
          }
          __typename
        }
        __typename
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
        id
        pageInfo {
          id
          hasNextPage
          endCursor
          __typename
        }
        totalCount
        searchRewrite
        edges {
          id
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
              __typename
            }
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  DismissWelcome: [
    '36b7c1db6cf2cd5f5772ebd9588c352d72569b4e94a0a88d2af53bc1f482e80f',
    `mutation DismissWelcome($key: CourseKey!) {
  dismissWelcomeMessage(input: {course: $key}) {
    course {
      id
      welcomeMessageHtml
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  EmailSettings: [
    '5a7a25e8264287368599133183cba539beaef51182b88588b962d27a3213623b',
    `mutation EmailSettings($key: CourseKey!, $receive: Boolean!) {
  setCourseEmails(input: {course: $key, receive: $receive}) {
    enrollment {
      id
      isEmailEnabled
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  Enroll: [
    '556c5b744064ab2d28e6f81ed5c06f61f6dbd80b3f7a1c08bb093cb806b159a3',
    `mutation Enroll($key: CourseKey!, $mode: String) {
  enroll(input: {course: $key, mode: $mode}) {
    enrollment {
      id
      mode
      isActive
      __typename
    }
    course {
      id
      key
      access {
        id
        hasAccess
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  ExamInstructions: [
    '38c1f5a7484f83670af3d9d7a027443de7b0909716e1350b47f80c74b00f51f9',
    `query ExamInstructions($key: CourseKey!, $sequence: UsageKey!) {
  course(key: $key) {
    id
    examState(sequence: $sequence) {
      id
      exam {
        id
        isProctored
        reviewPolicy {
          id
          text
          __typename
        }
        proctoring {
          id
          platformName
          contactUrl
          links {
            id
            name
            url
            __typename
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
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  ExamPage: [
    '519725f124d8cfd590d4ab1bd992fe6f8424d9bbf95884411825ce9afe6b046f',
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
            __typename
          }
          failed {
            id
            displayName
            url
            __typename
          }
          __typename
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
            __typename
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
          __typename
        }
        __typename
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
          __typename
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
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  FinishDiscussionTour: [
    'dea0de4ff1a69584b50c6e45cf6a52d4dafeb061527c7aca9dc294f037244806',
    `mutation FinishDiscussionTour($tour: ID!) {
  finishDiscussionTour(input: {tour: $tour}) {
    tour {
      id
      isShown
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  Gradebook: [
    '69dd6a3681fd7d16e00dc0f030a83edf06be11851b714f972cf5260cc11ad4cc',
    `query Gradebook($key: CourseKey!, $first: Int = 50, $after: String, $user: String, $cohort: ID) {
  course(key: $key) {
    id
    key
    title
    gradingInfo {
      id
      cutoffs {
        id
        letter
        cutoff
        __typename
      }
      assignmentTypes {
        id
        type
        shortLabel
        minCount
        dropCount
        weight
        __typename
      }
      isFrozen
      __typename
    }
    assignmentTypePolicies {
      id
      assignmentType
      count
      dropped
      weight
      __typename
    }
    gradebook(first: $first, after: $after, userContains: $user, cohort: $cohort) {
      id
      totalUsers
      filteredUsers
      pageInfo {
        id
        hasNextPage
        endCursor
        __typename
      }
      edges {
        id
        node {
          id
          userId
          username
          email
          percent
          sections {
            id
            key
            subsectionTitle
            label
            category
            percent
            pointsEarned
            pointsPossible
            attempted
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  JoinTeam: [
    '70c39f9c2f4302d813cc8f8d8dd452ac50cde49005a4ed039260e057fc25163f',
    `mutation JoinTeam($team: ID!, $username: String) {
  joinTeam(input: {team: $team, username: $username}) {
    team {
      id
      members {
        id
        username
        imageUrl
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  LeaveEntitlementRun: [
    'f0eb11f435f3161ec710373fd27feb4a1fcc5f95e0c255e918823e64f8e87188',
    `mutation LeaveEntitlementRun($entitlement: ID!, $refund: Boolean = false) {
  leaveEntitlementRun(input: {entitlement: $entitlement, refund: $refund}) {
    viewer {
      id
      entitlements {
        id
        uuid
        isFulfilled
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  LeaveTeam: [
    '2c53592e437f46be1d98e10cd7f7c35002e381f16916f69ecd5b94bc32e7f38f',
    `mutation LeaveTeam($team: ID!, $username: String) {
  leaveTeam(input: {team: $team, username: $username}) {
    team {
      id
      members {
        id
        username
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  LiveTab: [
    'acb5b2295242f16ae2e7bf7d6e62e49b7b9595b0371128962959dc71f7f7a0fd',
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
      __typename
    }
    tabs {
      id
      title
      url
      __typename
    }
    live {
      id
      iframeHtml
      __typename
    }
    __typename
  }
}`,
  ],
  ManagedAccount: [
    '870fb5598fae103ea64d25e83d88a29625cf35087ab99f9be999a57bcac547af',
    `query ManagedAccount {
  viewer {
    id
    lmsId
    managedBy {
      id
      name
      syncsProfile
      __typename
    }
    verifiedName {
      id
      name
      profileName
      status
      created
      __typename
    }
    __typename
  }
}`,
  ],
  MarkNotificationsRead: [
    '64de7496e2d8e5f032d08cc303216a31f4cf1aeaabdbf44036f6e18294011711',
    `mutation MarkNotificationsRead($notification: ID, $app: NotificationApp) {
  markNotificationsRead(input: {notification: $notification, app: $app}) {
    notifications {
      id
      unseenCount
      list(first: 10) {
        id
        edges {
          id
          node {
            id
            lastRead
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  MarkNotificationsSeen: [
    'd3d113d6813aebdf0f5893c7482ebafcbd9a480b16edf6274436f1be8c00a462',
    `mutation MarkNotificationsSeen($app: NotificationApp!) {
  markNotificationsSeen(input: {app: $app}) {
    notifications {
      id
      unseenCount
      counts {
        id
        app
        count
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  MarkThreadRead: [
    'f79fe5071a8c0d5886f9f778a71be6283c1cf7c48686963431b8c19d89232ed3',
    `mutation MarkThreadRead($thread: ID!) {
  markThreadRead(input: {thread: $thread}) {
    thread {
      id
      read
      unreadCommentCount
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  MobileCategories: [
    '5fc270903f345a06d5a659f21fc721222a0700f92a3ab81e287cce846a9d1624',
    `query MobileCategories($key: CourseKey!) {
  course(key: $key) {
    id
    discussion {
      id
      blackouts {
        id
        start
        end
        __typename
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
            id
            discussion
            question
            __typename
          }
          __typename
        }
        __typename
      }
      generalTopics {
        id
        lmsId
        name
        threadCounts {
          id
          discussion
          question
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  MobileCourse: [
    '542c55f9adf3aad0662971f2812465f6819d1fd3ea581e9e8fdae0db03949d5f',
    `query MobileCourse($key: CourseKey!) {
  course(key: $key) {
    id
    key
    title
    access {
      id
      hasAccess
      errorCode
      userMessage
      __typename
    }
    certificate {
      id
      downloadUrl
      __typename
    }
    handoutsHtml
    updates {
      id
      date
      contentHtml
      status
      __typename
    }
    lastVisited {
      id
      blockKey
      path
      __typename
    }
    blocks(
      types: ["chapter", "sequential", "vertical", "html", "problem", "video", "discussion"]
    ) {
      id
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
        id
        reason
        message
        __typename
      }
      counts {
        id
        type
        count
        __typename
      }
      video {
        id
        duration
        onlyOnWeb
        encodings {
          id
          profile
          url
          fileSize
          __typename
        }
        transcripts {
          id
          language
          url
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  MobileDashboard: [
    '95c9db9fc8f2b1a1f22f0da271bc20dd117bcfc1044d1ea38408088937627cb6',
    `query MobileDashboard($first: Int = 10, $after: String) {
  viewer {
    id
    username
    name
    email
    profileImageUrl
    primaryEnrollment {
      id
      course {
        id
        key
        title
        org
        media {
          id
          image {
            id
            large
            small
            __typename
          }
          __typename
        }
        __typename
      }
      certificate {
        id
        downloadUrl
        __typename
      }
      lastVisited {
        id
        blockKey
        path
        unitTitle
        __typename
      }
      assignments {
        id
        completed
        total
        upcoming {
          id
          title
          date
          firstComponentBlockKey
          __typename
        }
        past {
          id
          title
          date
          complete
          __typename
        }
        __typename
      }
      __typename
    }
    enrollments(first: $first, after: $after, status: IN_PROGRESS) {
      id
      pageInfo {
        id
        hasNextPage
        endCursor
        __typename
      }
      totalCount
      edges {
        id
        node {
          id
          mode
          isActive
          created
          accessExpirationDate
          course {
            id
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
              id
              image {
                id
                small
                __typename
              }
              __typename
            }
            aboutUrl
            __typename
          }
          coursewareAccess {
            id
            hasAccess
            errorCode
            userMessage
            __typename
          }
          certificate {
            id
            downloadUrl
            __typename
          }
          assignments {
            id
            completed
            total
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  MobileDiscussion: [
    '7e8b89f8f0bfbaed24d59af3e54435d751e20623a941500a0669caa80cfcec92',
    `query MobileDiscussion($key: CourseKey!, $topics: [ID!], $first: Int!) {
  course(key: $key) {
    id
    discussion {
      id
      allowAnonymous
      userRoles
      hasModerationPrivileges
      topics {
        id
        name
        threadCounts {
          id
          discussion
          question
          __typename
        }
        __typename
      }
      threads(topicIds: $topics, first: $first) {
        id
        pageInfo {
          id
          hasNextPage
          endCursor
          __typename
        }
        edges {
          id
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
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  MobileDiscussionSearch: [
    'ea71f5dd88220c8d5b299e0471de4640857cf50b206c1c33c2a3e52188679107',
    `query MobileDiscussionSearch($key: CourseKey!, $text: String!, $first: Int = 10, $after: String) {
  course(key: $key) {
    id
    discussion {
      id
      threads(search: $text, first: $first, after: $after) {
        id
        pageInfo {
          id
          hasNextPage
          endCursor
          __typename
        }
        searchRewrite
        edges {
          id
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
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  MobilePerson: [
    '4e9d416416e7c98401f7c7018b3a5572c1a9797c3d9f65980510c9a24a4183af',
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
      __typename
    }
    __typename
  }
}`,
  ],
  MobilePosition: [
    'abcba0c20cb52e9680cd8f2ac48eeefedb4f25855d6e7b493b4c4ceabd015e3c',
    `query MobilePosition($key: CourseKey!) {
  course(key: $key) {
    id
    storedPath
    __typename
  }
}`,
  ],
  MobileProfile: [
    '087b8fc4bb905c4cbabf9e3e2b7857f2b659b0f53b6101d339c33d93f23eed57',
    `query MobileProfile {
  viewer {
    id
    username
    name
    bio
    country
    languageProficiencies {
      id
      code
      __typename
    }
    levelOfEducation
    profileImageUrl
    accountPrivacy
    dateJoined
    verification {
      id
      status
      expiration
      __typename
    }
    preferences {
      id
      key
      value
      __typename
    }
    __typename
  }
}`,
  ],
  MobileThread: [
    'ddf547a0a9e9199d3dbc47e0929c7491a2742e9a4daf5066d3f03e91c87d472f',
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
      id
      pageInfo {
        id
        hasNextPage
        endCursor
        __typename
      }
      totalCount
      edges {
        id
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
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  MobileTopics: [
    'd7366de57c2caf377cb96122c34299f8e31cf59fd02ea4f7bfb7d5d0f6f78b11',
    `query MobileTopics($key: CourseKey!) {
  course(key: $key) {
    id
    discussion {
      id
      blackouts {
        id
        start
        end
        __typename
      }
      isPostingEnabled
      topics {
        id
        name
        usageKey
        threadCounts {
          id
          discussion
          question
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  MyCertificates: [
    'c46a0adefb617126323961a6ab7aa3aeda185d9d1bcfe89a20ccc9b022b2342d',
    `query MyCertificates {
  viewer {
    id
    certificates {
      id
      course {
        id
        key
        title
        org
        __typename
      }
      type
      status
      isPassing
      grade
      downloadUrl
      created
      modified
      __typename
    }
    __typename
  }
}`,
  ],
  NotificationCounts: [
    'bb77fd366ebcf43393d86b835d990febdb79af99ab234ba564fdec3ae20689e2',
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
        __typename
      }
      expiryDays
      __typename
    }
    __typename
  }
}`,
  ],
  NotificationTray: [
    '8f6048b42f65576632737856770e77492fed51c38226b68275bac2eb11997dca',
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
        __typename
      }
      list(app: $app, first: $first, after: $after) {
        id
        pageInfo {
          id
          hasNextPage
          endCursor
          __typename
        }
        totalCount
        edges {
          id
          node {
            id
            app
            type
            contentHtml
            contentUrl
            course {
              id
              key
              __typename
            }
            context {
              id
              key
              value
              __typename
            }
            created
            lastRead
            lastSeen
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  Pathways: [
    'c8f5c18d789b5c27990c175b61797e4eb6ba6c34149c30020786fab7c4e8f3b1',
    `query Pathways($uuids: [UUID!]) {
  viewer {
    id
    learningPathways(uuids: $uuids) {
      id
      uuid
      title
      status
      overview
      steps {
        id
        uuid
        minRequirement
        status
        courses {
          id
          key
          title
          status
          __typename
        }
        programs {
          id
          uuid
          title
          status
          courses {
            id
            key
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  Position: [
    'eac1fca0ee52800f8d578f7b03ccebf9ef77d9f69bb02fbe98cfc2e3243adbaf',
    `mutation Position($key: CourseKey!, $block: UsageKey!) {
  recordLastVisited(input: {course: $key, block: $block}) {
    course {
      id
      lastVisited {
        id
        blockKey
        path
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  Preference: [
    '317affead41caa76338f7f4e93f80a6de5bffbfd7bf9561ff10acffac2696b9d',
    `mutation Preference($key: String!, $value: String) {
  setPreference(input: {key: $key, value: $value}) {
    viewer {
      id
      timezone
      preferences {
        id
        key
        value
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  ProctoringPanel: [
    '44048fd21cc463c9d107b2432da1ee81fffc3362c86844b28e3d60aa6499bb1c',
    `query ProctoringPanel($key: CourseKey!) {
  course(key: $key) {
    id
    enableProctoredExams
    proctoringOnboarding {
      id
      status
      url
      expiration
      isPastDue
      releaseDate
      reviewRequirementsUrl
      __typename
    }
    __typename
  }
}`,
  ],
  ProfilePage: [
    '08b7406646f217ed0af47c03a6791b86636f70616cab6993da6d394ebc9d5ea2',
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
      __typename
    }
    socialLinks {
      id
      platform
      url
      __typename
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
      __typename
    }
    certificates {
      id
      course {
        id
        key
        title
        org
        __typename
      }
      type
      modified
      downloadUrl
      uuid
      __typename
    }
    __typename
  }
  countries {
    id
    code
    name
    __typename
  }
}`,
  ],
  ProgramPage: [
    'e620645e3813f1c59f86fdd3b831a7296860417735fc88067296270240e85731',
    `query ProgramPage($uuid: UUID!, $first: Int = 10, $after: String) {
  program(uuid: $uuid) {
    id
    uuid
    courseRuns(first: $first, after: $after) {
      id
      pageInfo {
        id
        hasNextPage
        endCursor
        __typename
      }
      edges {
        id
        node {
          id
          course {
            id
            key
            __typename
          }
          displayName
          url
          status
          startDate
          endDate
          emailsEnabled
          dueDates {
            id
            name
            url
            date
            __typename
          }
          micromastersTitle
          certificateDownloadUrl
          resumeUrl
          __typename
        }
        __typename
      }
      __typename
    }
    progress {
      id
      courses {
        id
        completed
        inProgress
        notStarted
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  ProgramRoster: [
    '8297c37410363a1946186be6066d796552ffc88142ee3223dd31f3ab846d91e8',
    `query ProgramRoster($uuid: UUID!, $course: CourseKey!, $first: Int = 100, $after: String) {
  program(uuid: $uuid) {
    id
    enrollments(first: $first, after: $after) {
      id
      pageInfo {
        id
        hasNextPage
        endCursor
        __typename
      }
      edges {
        id
        node {
          id
          studentKey
          status
          accountExists
          curriculumUuid
          username
          email
          __typename
        }
        __typename
      }
      __typename
    }
    courseEnrollments(course: $course, first: $first) {
      id
      edges {
        id
        node {
          id
          studentKey
          status
          accountExists
          curriculumUuid
          courseStaff
          __typename
        }
        __typename
      }
      __typename
    }
    courseGrades(course: $course, first: $first) {
      id
      edges {
        id
        node {
          id
          studentKey
          letterGrade
          percent
          passed
          error
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  Programs: [
    '5bb7f39e9cc0c131db0a2a928c4050d19b2a6df83f338923ae9c107f1a6ad6a2',
    `query Programs {
  viewer {
    id
    programs {
      id
      uuid
      slug
      __typename
    }
    __typename
  }
}`,
  ],
  ProgressPage: [
    '7ca05204985bab38093615ef5e7339fe78194eac7541a2c9460cc60226281a7e',
    `query ProgressPage($key: CourseKey!, $studentId: ID, $withTour: Boolean = false) {
  viewer {
    id
    username
    timezone
    isAuthenticated
    tour @include(if: $withTour) {
      id
      courseHomeTourStatus
      showCoursewareTour
      __typename
    }
    __typename
  }
  course(key: $key) {
    id
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
      id
      slug
      displayName
      __typename
    }
    access {
      id
      hasAccess
      errorCode
      developerMessage
      userMessage
      additionalContextUserMessage
      userFragment
      __typename
    }
    tabs {
      id
      key
      title
      url
      __typename
    }
    celebrations {
      id
      firstSection
      streakLengthToCelebrate
      streakDiscountEnabled
      weeklyGoal
      __typename
    }
    enrollment {
      id
      isActive
      __typename
    }
    verifiedMode {
      id
      price
      currency
      currencySymbol
      sku
      upgradeUrl
      accessExpirationDate
      __typename
    }
    progress(studentId: $studentId) {
      id
      username
      end
      enrollmentMode
      hasScheduledContent
      userHasPassingGrade
      studioUrl
      disableProgressGraph
      accessExpiration {
        id
        expirationDate
        masqueradingExpiredCourse
        upgradeDeadline
        upgradeUrl
        __typename
      }
      certificate {
        id
        status
        webViewUrl
        downloadUrl
        availableDate
        __typename
      }
      completion {
        id
        completeCount
        incompleteCount
        lockedCount
        __typename
      }
      courseGrade {
        id
        letterGrade
        percent
        isPassing
        __typename
      }
      creditRequirements {
        id
        eligibilityStatus
        requirements {
          id
          namespace
          name
          displayName
          status
          statusDate
          order
          minGrade
          finalGrade
          __typename
        }
        __typename
      }
      gradingPolicy {
        id
        assignmentPolicies {
          id
          type
          shortLabel
          weight
          numDroppable
          numTotal
          __typename
        }
        gradeRange {
          id
          letter
          cutoff
          __typename
        }
        assignmentColors
        __typename
      }
      finalGrade
      assignmentTypeSummaries {
        id
        type
        shortLabel
        weight
        droppedCount
        averageGrade
        weightedGrade
        lastGradePublishDate
        hiddenContribution
        __typename
      }
      sections {
        id
        title
        subsections {
          id
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
            id
            system
            reason
            __typename
          }
          problemScores {
            id
            earned
            possible
            __typename
          }
          __typename
        }
        __typename
      }
      verification {
        id
        status
        link
        statusDate
        __typename
      }
      verifiedMode {
        id
        price
        currency
        currencySymbol
        sku
        upgradeUrl
        accessExpirationDate
        __typename
      }
      gradesFeatureIsFullyLocked
      gradesFeatureIsPartiallyLocked
      __typename
    }
    __typename
  }
}`,
  ],
  RemoveBookmark: [
    'cd93359f21f3913db4d489b9dbb11a86c7ab3eaffebc63b4b397a05888a94dbb',
    `mutation RemoveBookmark($block: UsageKey!) {
  removeBookmark(input: {block: $block}) {
    removedKey
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  RemoveProfileImage: [
    'b3a18bd34f44e35ca8a88700b1f36d0cade1c0f3bd2eeff738caa208f7154e75',
    `mutation RemoveProfileImage {
  removeProfileImage {
    profile {
      id
      hasImage
      imageUrl
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  RequestCredit: [
    '5a8c0f1ad8a71fb35256a5d402895ccc407ee4afc28e84953f6295854a2cd59f',
    `mutation RequestCredit($course: CourseKey!, $provider: ID!) {
  requestCredit(input: {course: $course, provider: $provider}) {
    url
    method
    parameters {
      name
      value
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  RequestNameChange: [
    'e6671c91d7ea8896d20ab5f38ef973352b388814cff75a78792a2e1dabcac0b5',
    `mutation RequestNameChange($name: String!) {
  requestNameChange(input: {name: $name}) {
    viewer {
      id
      name
      pendingName
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  ResetDeadlines: [
    '654bba5b8e129f15e5b93465b0eea52e4a602dc18ce3603f64efc6850641c9b5',
    `mutation ResetDeadlines($key: CourseKey!, $location: String) {
  resetCourseDeadlines(input: {course: $key, location: $location}) {
    header
    body
    link
    linkText
    course {
      id
      dates {
        id
        blocks {
          id
          date
          title
          __typename
        }
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  RunningExam: [
    '091522028ce073286126e62bfc53311813537c0c0c24e70fcf89b48b3eed2c03',
    `query RunningExam($key: CourseKey!) {
  serverTime
  course(key: $key) {
    id
    examState {
      id
      activeAttempt {
        id
        status
        secondsRemaining
        remainingTimeText
        lowThresholdSeconds
        criticallyLowThresholdSeconds
        examUrl
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  SendActivationEmail: [
    'e4df2fbbdb356ed2bfc43d2ff9482bcc58cc9d6e8f3081e05cf206a06a21b24b',
    `mutation SendActivationEmail {
  sendActivationEmail {
    viewer {
      id
      emailConfirmation {
        id
        isNeeded
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  SetGoal: [
    '796287e8edd87ae3ca1725c12ba2036830563944675d3f1c44749be15980d06c',
    `mutation SetGoal($key: CourseKey!, $days: Int!, $remind: Boolean!) {
  setCourseGoal(
    input: {course: $key, daysPerWeek: $days, subscribedToReminders: $remind}
  ) {
    course {
      id
      goals {
        id
        selectedGoal {
          id
          daysPerWeek
          subscribedToReminders
          __typename
        }
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  SetNameOnCertificates: [
    '351a650acd0868142f353083f37ed493f6cd094d7bec8e48393d621b49a6bed9',
    `mutation SetNameOnCertificates($useVerifiedName: Boolean!) {
  setNameOnCertificates(input: {useVerifiedName: $useVerifiedName}) {
    viewer {
      id
      useVerifiedNameOnCertificates
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  SetNotificationPreference: [
    '7cdeb40c3927a222467ac77131954d5c6212800d61afe6fa9737465f38987530',
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
          __typename
        }
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  Sign: [
    '99569bdfa7add2598a4b74cf256669a107d4a6abbb08f356bad360e906c0c19b',
    `mutation Sign($key: CourseKey!) {
  signIntegrityAgreement(input: {course: $key}) {
    signedAt
    course {
      id
      needsIntegritySignature
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  SubmitVerifiedName: [
    'b3c687ec97134b8f4147af9aaf68c515f6cd3980d4218b953fab215511584504',
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
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  SuggestedTimeZones: [
    'fd7909f24049db09b412afe95b02e80557a8e8d6dfb75910d29d099a29914ea4',
    `query SuggestedTimeZones($country: String!) {
  timeZones(country: $country) {
    id
    name
    description
    __typename
  }
}`,
  ],
  TeamPage: [
    '177e7aa4ae94cec89dc451c78d7ab28fad6a0333a8a97de1f19318ab22eeda5e',
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
      __typename
    }
    members {
      id
      username
      imageUrl
      country
      languageProficiencies {
        id
        code
        __typename
      }
      joined
      lastActivity
      __typename
    }
    assignments {
      id
      displayName
      url
      __typename
    }
    threads(first: $first, after: $after) {
      id
      pageInfo {
        id
        hasNextPage
        endCursor
        __typename
      }
      edges {
        id
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
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  TeamsPage: [
    '1f7ab805a95fd7651889389172df0255a713f5f000c2e35b555aeb90e4bc8aac',
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
        id
        pageInfo {
          id
          hasNextPage
          endCursor
          __typename
        }
        totalCount
        edges {
          id
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
              __typename
            }
            __typename
          }
          __typename
        }
        __typename
      }
      __typename
    }
    __typename
  }
}`,
  ],
  Tour: [
    'f6086e547f164d8f708f8ce1e88ddfec466da3be7bddfdfa89117250a5f3817f',
    `mutation Tour($status: String, $courseware: Boolean) {
  updateTour(
    input: {courseHomeTourStatus: $status, showCoursewareTour: $courseware}
  ) {
    tour {
      id
      courseHomeTourStatus
      showCoursewareTour
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  Unenroll: [
    '2691fc3a69b801105edab23eb19aabc2e37978bbbe817e27f880507e99df11dc',
    `mutation Unenroll($key: CourseKey!) {
  unenroll(input: {course: $key}) {
    enrollment {
      id
      isActive
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  UnsubscribeGoal: [
    'b6bc4e0566c66a2c9cc999b69aca02c5236073dc9049046158fef1212f021eff',
    `mutation UnsubscribeGoal($token: String!) {
  unsubscribeFromCourseGoal(input: {token: $token}) {
    courseTitle
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  UpdateAccount: [
    'c933206a980244e483b6fd70fe6c4e407370b8cb79676edd57ae8984bc179dd9',
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
        __typename
      }
      socialLinks {
        id
        platform
        url
        __typename
      }
      extendedProfile {
        id
        name
        value
        __typename
      }
      preferences {
        id
        key
        value
        __typename
      }
      __typename
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
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  UpdateComment: [
    '818d5c252aba4f5ff9ed02cdf86414222fd79cabc880331d26bf6bbcde5b0f9b',
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
        id
        reasonCode
        editor
        created
        __typename
      }
      editableFields
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  UpdateExamAttempt: [
    '5c81c58214a76c38825ce09f4c821d0f6fbfe84e18b6547310eb715d8481415a',
    `mutation UpdateExamAttempt($attempt: ID!, $action: ExamAction!, $detail: String) {
  updateExamAttempt(input: {attempt: $attempt, action: $action, detail: $detail}) {
    examState {
      id
      exam {
        id
        attempt {
          id
          status
          secondsRemaining
          examUrl
          softwareDownloadUrl
          code
          __typename
        }
        __typename
      }
      activeAttempt {
        id
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  UpdateTeam: [
    '06e8754a56bd8528c62e2ea340b26fb52ce50152820ff2a2371a11910168191d',
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
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  UpdateThread: [
    '52839aa978da38ff92753dc48704041da915d34496caeb75d9388d742de81432',
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
        id
        reasonCode
        editor
        created
        __typename
      }
      editableFields
      canDelete
      group {
        id
        name
        __typename
      }
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  ViewerTeams: [
    'd201c12735a369579e2e35a2f492c38ce8ba4d490db7ec9d9f68a2e6796f60fc',
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
        __typename
      }
      joined
      lastActivity
      __typename
    }
    __typename
  }
}`,
  ],
  WriteProgram: [
    '2978c71442644c98ef07804f544499b85bebda1fdecea473e0c6a644eca1c59e',
    `mutation WriteProgram($uuid: UUID!, $mode: ProgramWriteMode!, $rows: [ProgramEnrollmentInput!]!) {
  writeProgramEnrollments(
    input: {program: $uuid, mode: $mode, enrollments: $rows}
  ) {
    results {
      studentKey
      status
      ok
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
  WriteProgramCourse: [
    '01c71bec51e76434ffb893a33619a28bd70a6fea02186d97fda2970265853814',
    `mutation WriteProgramCourse($uuid: UUID!, $course: CourseKey!, $mode: ProgramWriteMode!, $rows: [ProgramCourseEnrollmentInput!]!) {
  writeProgramCourseEnrollments(
    input: {program: $uuid, course: $course, mode: $mode, enrollments: $rows}
  ) {
    results {
      studentKey
      status
      ok
      __typename
    }
    userErrors {
      code
      message
      field
      __typename
    }
    __typename
  }
}`,
  ],
};
