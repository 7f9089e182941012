// The benchmarked part of the gateway's schema, as a newcomer would write it by hand.
export const typeDefs = /* GraphQL */ `
  scalar CourseKey
  scalar UsageKey
  scalar DateTime
  scalar URL
  scalar HTML

  type Query {
    serverTime: DateTime
    viewer: Viewer!
    course(key: CourseKey!): Course
  }

  type Viewer {
    username: String
    timezone: String
    isAuthenticated: Boolean
    emailConfirmation: EmailConfirmation
    enrollments(first: Int = 25, after: String): EnrollmentConnection!
  }
  type EmailConfirmation { isNeeded: Boolean! sendEmailUrl: URL }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type EnrollmentConnection { pageInfo: PageInfo! totalCount: Int edges: [EnrollmentEdge!]! }
  type EnrollmentEdge { cursor: String! node: Enrollment! }
  type Enrollment {
    mode: String
    isActive: Boolean!
    isVerified: Boolean
    isAudit: Boolean
    isAuditAccessExpired: Boolean
    canUpgrade: Boolean
    hasStarted: Boolean
    created: DateTime
    accessExpirationDate: DateTime
    isEmailEnabled: Boolean
    resumeUrl: URL
    course: Course
    certificate: CourseCertificate
    gradeData: GradeData
    programs: [RelatedProgram!]
    entitlement: Entitlement
    credit: Credit
  }
  type GradeData { isPassing: Boolean! }
  type RelatedProgram { uuid: String title: String! url: URL type: String }
  type Entitlement { uuid: String! isFulfilled: Boolean! isExpired: Boolean! expirationDate: DateTime canViewCourse: Boolean }
  type Credit { isEligible: Boolean purchased: Boolean requestStatus: String providerName: String error: Boolean }

  type Course {
    id: ID!
    key: CourseKey!
    title: String
    number: String
    org: String
    start: DateTime
    end: DateTime
    bannerImageUrl: URL
    homeUrl: URL
    socialShareUrl: URL
    isStarted: Boolean
    isArchived: Boolean
    minPassingGrade: Float
    hasEnded: Boolean
    isSelfPaced: Boolean
    isStaff: Boolean
    originalUserIsStaff: Boolean
    isMasquerading: Boolean
    canViewCertificate: Boolean
    access: CourseAccess
    tabs: [CourseTab!]
    celebrations: Celebrations
    enrollment: Enrollment
    enrollAlert: EnrollAlert
    accessExpiration: AccessExpiration
    offer: Offer
    verifiedMode: VerifiedMode
    goals: CourseGoals
    certificate: CourseCertificate
    userHasPassingGrade: Boolean
    tools: [CourseTool!]
    resume: Resume
    handoutsHtml: HTML
    welcomeMessageHtml: HTML
    datesBanner: DatesBanner
    outline: Outline
    upcomingDates: UpcomingDates
    progress(studentId: ID): Progress
  }
  type CourseAccess {
    hasAccess: Boolean!
    errorCode: String
    developerMessage: String
    userMessage: String
    additionalContextUserMessage: String
    userFragment: HTML
  }
  type CourseTab { key: String! title: String! url: URL! }
  type Celebrations { firstSection: Boolean! streakLengthToCelebrate: Int streakDiscountEnabled: Boolean! weeklyGoal: Boolean! }
  type EnrollAlert { canEnroll: Boolean! extraText: String }
  type AccessExpiration { expirationDate: DateTime! masqueradingExpiredCourse: Boolean! upgradeDeadline: DateTime upgradeUrl: URL }
  type Offer {
    code: String!
    expirationDate: DateTime!
    originalPrice: String!
    discountedPrice: String!
    percentage: Int!
    upgradeUrl: URL!
  }
  type VerifiedMode {
    price: Int!
    currency: String
    currencySymbol: String!
    sku: String
    upgradeUrl: URL
    accessExpirationDate: DateTime
  }
  type CourseGoals { weeklyLearningGoalEnabled: Boolean! selectedGoal: SelectedGoal }
  type SelectedGoal { daysPerWeek: Int! subscribedToReminders: Boolean! }
  type CourseCertificate {
    status: String
    webViewUrl: URL
    downloadUrl: URL
    availableDate: DateTime
    isEarned: Boolean
    isDownloadable: Boolean
    isRestricted: Boolean
    previewUrl: URL
  }
  type CourseTool { analyticsId: String! title: String! url: URL! }
  type Resume { hasVisitedCourse: Boolean url: URL }
  type DatesBanner {
    missedDeadlines: Boolean!
    missedGatedContent: Boolean
    contentTypeGatingEnabled: Boolean!
    verifiedUpgradeLink: URL
  }
  type UpcomingDates { blocks: [CourseDate!]! tabLink: URL! }
  type CourseDate { date: DateTime! dateType: String! title: String! link: URL linkText: String complete: Boolean }
  type Outline { hasScheduledContent: Boolean sections: [Section!]! }
  type Section {
    key: UsageKey!
    title: String!
    complete: Boolean!
    resumeBlock: Boolean!
    hideFromToc: Boolean
    sequences: [Sequence!]!
  }
  type Sequence {
    key: UsageKey!
    title: String!
    complete: Boolean!
    resumeBlock: Boolean!
    hideFromToc: Boolean
    due: DateTime
    icon: String
    description: String
    effortTime: Int
    effortActivities: Int
    showLink: Boolean!
    webUrl: URL
  }

  type Progress {
    username: String
    end: DateTime
    enrollmentMode: String
    hasScheduledContent: Boolean
    userHasPassingGrade: Boolean!
    studioUrl: URL
    accessExpiration: AccessExpiration
    certificate: CourseCertificate
    completion: CompletionSummary!
    courseGrade: CourseGrade!
    creditRequirements: CreditRequirements
    gradingPolicy: GradingPolicy!
    sections: [SectionScore!]!
    verification: Verification!
    verifiedMode: VerifiedMode
    gradesFeatureIsFullyLocked: Boolean!
    gradesFeatureIsPartiallyLocked: Boolean!
  }
  type CompletionSummary { completeCount: Int! incompleteCount: Int! lockedCount: Int! }
  type CourseGrade { letterGrade: String percent: Float! isPassing: Boolean! }
  type CreditRequirements { eligibilityStatus: String! requirements: [CreditRequirement!]! }
  type CreditRequirement {
    namespace: String!
    name: String!
    displayName: String!
    status: String
    statusDate: DateTime
    order: Int
  }
  type GradingPolicy { assignmentPolicies: [AssignmentPolicy!]! gradeRange: [GradeCutoff!]! }
  type AssignmentPolicy { type: String! shortLabel: String weight: Float! numDroppable: Int! }
  type GradeCutoff { letter: String! cutoff: Float! }
  type SectionScore { title: String! subsections: [SubsectionScore!]! }
  type SubsectionScore {
    key: UsageKey!
    title: String!
    assignmentType: String
    hasGradedAssignment: Boolean!
    learnerHasAccess: Boolean!
    pointsEarned: Float!
    pointsPossible: Float!
    percentGraded: Float!
    showGrades: Boolean!
    showCorrectness: String!
    url: URL
    override: GradeOverride
    problemScores: [ProblemScore!]!
  }
  type GradeOverride { system: String reason: String }
  type ProblemScore { earned: Float! possible: Float! }
  type Verification { status: String! link: URL statusDate: DateTime }
`;
