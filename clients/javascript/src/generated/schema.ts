/* Written by "npm run generate" from the gateway's schema and operations. Do not edit. */

export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Key of a course run, at most 255 characters: `course-v1:{org}+{number}+{run}`, `ccx-v1:{org}+{number}+{run}+ccx@{id}`, or `{org}/{number}/{run}` of an old course. Letters of any script are allowed. If the LMS names a library in place of a course, it is the key of the library (`library-v1:{org}+{library}`, `lib:{org}:{slug}`). */
  CourseKey: { input: string; output: string; }
  /** A calendar day, ISO 8601: `2026-09-24`. */
  Date: { input: string; output: string; }
  /** An instant in UTC, ISO 8601, always with the offset `Z`: `2026-09-24T00:00:00Z`. */
  DateTime: { input: string; output: string; }
  /** A fragment of HTML as the course team wrote it: sanitise it before showing it. */
  HTML: { input: string; output: string; }
  /** An absolute URL, `http` or `https`. Relative URLs of the LMS are resolved against its address; URLs of other schemes are not returned. */
  URL: { input: string; output: string; }
  /** A UUID in its canonical form, lower case with hyphens. */
  UUID: { input: string; output: string; }
  /** Key of a block, at most 255 characters: `block-v1:{org}+{number}+{run}+type@{type}+block@{id}` in a course, `ccx-block-v1:…` in a custom course, `i4x://{org}/{number}/{type}/{id}` in an old course, `lib-block-v1:…` and `lb:…` in a library. */
  UsageKey: { input: string; output: string; }
};

/** When an audit learner's access expires. */
export type AccessExpiration = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * When access expires.
   *
   * Source: `expiration_date`.
   */
  expirationDate: Scalars['DateTime']['output'];
  /**
   * Whether a staff member masquerades as a learner whose access has expired.
   *
   * Source: `masquerading_expired_course`.
   */
  masqueradingExpiredCourse: Scalars['Boolean']['output'];
  /**
   * Deadline for an upgrade.
   *
   * Source: `upgrade_deadline`.
   */
  upgradeDeadline: Maybe<Scalars['DateTime']['output']>;
  /**
   * URL for the upgrade.
   *
   * Source: `upgrade_url`.
   */
  upgradeUrl: Maybe<Scalars['URL']['output']>;
};

/** The enterprise that manages the viewer's account. */
export type AccountManager = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Name of the enterprise.
   *
   * Source: `name`.
   */
  name: Maybe<Scalars['String']['output']>;
  /**
   * Whether the enterprise sets the fields of the profile, so that the viewer cannot.
   *
   * Source: `sync_learner_profile_data`.
   */
  syncsProfile: Maybe<Scalars['Boolean']['output']>;
};

/** The audience of a profile. */
export type AccountPrivacy =
  /** Others see the username and the picture. */
  | 'PRIVATE'
  /** Everybody who is signed in. */
  | 'ALL_USERS'
  /** Each field has its own visibility. */
  | 'CUSTOM';

/** Input of the mutation `addBookmark`. */
export type AddBookmarkInput = {
  /** Key of the block. */
  block: Scalars['UsageKey']['input'];
};

/** Payload of the mutation `addBookmark`. */
export type AddBookmarkPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * The bookmark. An existing one keeps its date.
   *
   * Source: `bookmarks/add`.
   */
  bookmark: Maybe<Bookmark>;
  /**
   * The bookmark as the first edge of `Course.bookmarks`, for clients that update lists themselves.
   *
   * Source: `bookmarks/add`.
   */
  bookmarkEdge: Maybe<BookmarkEdge>;
};

/** Grading policy for one assignment type. */
export type AssignmentPolicy = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Assignment type, as the course team named it.
   *
   * Source: `type`.
   */
  type: Scalars['String']['output'];
  /**
   * Abbreviation of the type.
   *
   * Source: `short_label`.
   */
  shortLabel: Maybe<Scalars['String']['output']>;
  /**
   * Share of the grade, 0 to 1.
   *
   * Source: `weight`.
   */
  weight: Scalars['Float']['output'];
  /**
   * Number of lowest scores that are dropped.
   *
   * Source: `num_droppable`.
   */
  numDroppable: Scalars['Int']['output'];
  /**
   * Number of assignments.
   *
   * Source: `num_total`.
   */
  numTotal: Maybe<Scalars['Float']['output']>;
};

/** The viewer's points in a sequence. */
export type AssignmentProgress = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Assignment type; null if it is not graded.
   *
   * Source: `assignment_type`.
   */
  assignmentType: Maybe<Scalars['String']['output']>;
  /**
   * Abbreviation of the type; null if the LMS sends none.
   *
   * Source: `short_label`.
   */
  shortLabel: Maybe<Scalars['String']['output']>;
  /**
   * Earned points; 0 if it is not graded.
   *
   * Source: `num_points_earned`.
   */
  pointsEarned: Scalars['Float']['output'];
  /**
   * Possible points; 0 if it is not graded.
   *
   * Source: `num_points_possible`.
   */
  pointsPossible: Scalars['Float']['output'];
};

/** Grading policy for one assignment type, as set by the course team. */
export type AssignmentTypePolicy = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Assignment type, as the course team named it.
   *
   * Source: `assignment_type`.
   */
  assignmentType: Scalars['String']['output'];
  /**
   * Number of assignments that count.
   *
   * Source: `count`.
   */
  count: Scalars['Int']['output'];
  /**
   * Number of lowest scores that are dropped.
   *
   * Source: `dropped`.
   */
  dropped: Scalars['Int']['output'];
  /**
   * Share of the grade, 0 to 1.
   *
   * Source: `weight`.
   */
  weight: Scalars['Float']['output'];
};

/** The learner's grade in the assignments of one type. If the LMS does not send it, it is computed from the scores and the grading policy as newer releases do. */
export type AssignmentTypeSummary = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Assignment type, as the course team named it.
   *
   * Source: `type`.
   */
  type: Scalars['String']['output'];
  /**
   * Abbreviation of the type.
   *
   * Source: `short_label`.
   */
  shortLabel: Maybe<Scalars['String']['output']>;
  /**
   * Share of the grade, 0 to 1.
   *
   * Source: `weight`.
   */
  weight: Scalars['Float']['output'];
  /**
   * Number of lowest scores that are dropped.
   *
   * Source: `num_droppable`.
   */
  droppedCount: Scalars['Int']['output'];
  /**
   * Average of the visible scores, 0 to 1.
   *
   * Source: `average_grade`.
   */
  averageGrade: Scalars['Float']['output'];
  /**
   * The average times the weight.
   *
   * Source: `weighted_grade`.
   */
  weightedGrade: Scalars['Float']['output'];
  /**
   * When the last hidden score becomes visible; null if there is no date or the LMS sends none.
   *
   * Source: `last_grade_publish_date`.
   */
  lastGradePublishDate: Maybe<Scalars['DateTime']['output']>;
  /**
   * How many of the scores that count are hidden from the learner.
   *
   * Source: `has_hidden_contribution`.
   */
  hiddenContribution: HiddenContribution;
};

/** The audience of a field of a profile. */
export type Audience =
  /** Everybody who is signed in. */
  | 'ALL_USERS'
  /** Only the person. */
  | 'PRIVATE';

/** Why the viewer may not open a block. */
export type AuthorizationDenial = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `Feature-based Enrollments`, `Enrollment Track`, `Experiment Group`.
   *
   * Source: `authorization_denial_reason`.
   */
  reason: Scalars['String']['output'];
  /**
   * The reason in the viewer's language.
   *
   * Source: `authorization_denial_message`.
   */
  message: Maybe<Scalars['String']['output']>;
};

/** A block of a course, as the viewer sees it. Fields are null if the LMS has no data for them. */
export type Block = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the block.
   *
   * Source: `id`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Known values: `course`, `chapter`, `sequential`, `vertical`, `html`, `problem`, `video`, `discussion`, and names of plugins.
   *
   * Source: `type`.
   */
  type: Scalars['String']['output'];
  /**
   * Name of the block.
   *
   * Source: `display_name`.
   */
  displayName: Maybe<Scalars['String']['output']>;
  /**
   * Keys of the direct children, in order, whether the list contains them or not; with `types`, keys of the nearest descendants of these types.
   *
   * Source: `children`.
   */
  childKeys: Array<Scalars['UsageKey']['output']>;
  /**
   * Whether the block counts towards the grade.
   *
   * Source: `graded`.
   */
  graded: Maybe<Scalars['Boolean']['output']>;
  /**
   * Type of the assignment, as the course team named it.
   *
   * Source: `format`.
   */
  format: Maybe<Scalars['String']['output']>;
  /**
   * When the block is released.
   *
   * Source: `start`.
   */
  start: Maybe<Scalars['DateTime']['output']>;
  /**
   * When the block is due for the viewer; null if it has no due date.
   *
   * Source: `due`.
   */
  due: Maybe<Scalars['DateTime']['output']>;
  /**
   * Completion by the viewer, 0 to 1; either 0 or 1 for blocks that contain others.
   *
   * Source: `completion`.
   */
  completion: Maybe<Scalars['Float']['output']>;
  /**
   * Weight of the problem in points, if the course team set one.
   *
   * Source: `weight`.
   */
  weight: Maybe<Scalars['Float']['output']>;
  /**
   * Whether the block can be scored.
   *
   * Source: `has_score`.
   */
  hasScore: Maybe<Scalars['Boolean']['output']>;
  /**
   * When correctness is shown. Known values: `always`, `never`, `past_due`, `never_but_include_grade`.
   *
   * Source: `show_correctness`.
   */
  showCorrectness: Maybe<Scalars['String']['output']>;
  /**
   * URL of the block on the LMS.
   *
   * Source: `lms_web_url`.
   */
  webUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the block alone, for a web view.
   *
   * Source: `student_view_url`.
   */
  studentViewUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether `studentViewUrl` is suitable for small screens.
   *
   * Source: `student_view_multi_device`.
   */
  studentViewMultiDevice: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the block contains content for verified learners only.
   *
   * Source: `contains_gated_content + id`.
   */
  containsGatedContent: Scalars['Boolean']['output'];
  /**
   * Kind of special exam, in the viewer's language; null for other blocks.
   *
   * Source: `special_exam_info.short_description`.
   */
  specialExamInfo: Maybe<Scalars['String']['output']>;
  /**
   * The viewer's points in the sequence; null for other blocks, and for a visitor.
   *
   * Source: `assignment_progress`.
   */
  assignmentProgress: Maybe<AssignmentProgress>;
  /**
   * The block as a file for offline use; null if the LMS does not provide one.
   *
   * Source: `offline_download`.
   */
  offlineDownload: Maybe<OfflineDownload>;
  /**
   * Why the viewer may not open the block; null if they may.
   *
   * Source: `mobile/blocks, authorization_denial_reason`; or `courses/blocks, authorization_denial_reason`.
   */
  authorizationDenial: Maybe<AuthorizationDenial>;
  /**
   * Numbers of descendants by type.
   *
   * Source: `block_counts`.
   */
  counts: Maybe<Array<BlockCount>>;
  /**
   * The video; null for other types.
   *
   * Source: `student_view_data`.
   */
  video: Maybe<BlockVideo>;
  /**
   * The LMS's id of the discussion topic; null for other types.
   *
   * Source: `student_view_data.topic_id`.
   */
  discussionTopicId: Maybe<Scalars['ID']['output']>;
};


/** A block of a course, as the viewer sees it. Fields are null if the LMS has no data for them. */
export type BlockChildKeysArgs = {
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};


/** A block of a course, as the viewer sees it. Fields are null if the LMS has no data for them. */
export type BlockCountsArgs = {
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Completion of one block. */
export type BlockCompletionInput = {
  /** Key of the block. */
  key: Scalars['UsageKey']['input'];
  /** Completion of the block, 0 to 1. */
  completion?: Scalars['Float']['input'];
};

/** Number of descendants of one block type. */
export type BlockCount = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The block type.
   *
   * Source: `name of the member`.
   */
  type: Scalars['String']['output'];
  /**
   * Number of blocks of this type.
   *
   * Source: `value of the member`.
   */
  count: Scalars['Int']['output'];
};

/** A reference to a block: its key and its name. */
export type BlockReference = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the block.
   *
   * Source: `courseware/resume, key`; or `bookmarks/bookmarks, usage_key`; or `bookmarks/add, usage_key`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Type of the block, taken from the key. Known values: `chapter`, `sequential`, `vertical`, `html`, `video`, `problem`.
   *
   * Source: `courseware/resume, key`; or `bookmarks/bookmarks, usage_key`; or `bookmarks/add, usage_key`.
   */
  type: Scalars['String']['output'];
  /**
   * Name of the block; null if the viewer may not see it.
   *
   * Source: `bookmarks/bookmarks, display_name`; or `bookmarks/add, display_name`; or `mobile/blocks, display_name`; or `courses/blocks, display_name`.
   */
  displayName: Maybe<Scalars['String']['output']>;
};

/** Data that an app needs to play a video. */
export type BlockVideo = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the video can be played in a browser only.
   *
   * Source: `only_on_web`.
   */
  onlyOnWeb: Scalars['Boolean']['output'];
  /**
   * Length in seconds; null if it is not known.
   *
   * Source: `duration`.
   */
  duration: Maybe<Scalars['Float']['output']>;
  /**
   * Files of the video.
   *
   * Source: `encoded_videos`.
   */
  encodings: Maybe<Array<VideoEncoding>>;
  /**
   * Transcripts of the video, by language.
   *
   * Source: `transcripts`.
   */
  transcripts: Maybe<Array<VideoTranscript>>;
  /**
   * URLs of the video for browsers.
   *
   * Source: `all_sources`.
   */
  sources: Maybe<Array<Scalars['URL']['output']>>;
};

/** A bookmark of the viewer. */
export type Bookmark = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the bookmarked block.
   *
   * Source: `usage_id`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Type of the block. Known values: `vertical`, `sequential`, `chapter`.
   *
   * Source: `block_type`.
   */
  blockType: Scalars['String']['output'];
  /**
   * Name of the block.
   *
   * Source: `display_name`.
   */
  displayName: Maybe<Scalars['String']['output']>;
  /**
   * When the bookmark was created.
   *
   * Source: `created`.
   */
  created: Scalars['DateTime']['output'];
  /**
   * The blocks that contain the block, starting with the section.
   *
   * Source: `path`.
   */
  path: Maybe<Array<BlockReference>>;
};

/** A page of a list. */
export type BookmarkConnection = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** The edges of this page. */
  edges: Array<BookmarkEdge>;
  /** Information about this page. */
  pageInfo: PageInfo;
  /** Total number of edges; null if the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** An edge of a connection. */
export type BookmarkEdge = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Cursor of the edge, for `after`. */
  cursor: Scalars['String']['output'];
  /** The object at the end of the edge. */
  node: Bookmark;
};

/** A page of the course catalogue. */
export type CatalogConnection = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** The edges of this page. */
  edges: Array<CatalogEdge>;
  /** Information about this page. */
  pageInfo: PageInfo;
  /** Number of courses that match. With `search` the LMS estimates it: later pages may make it smaller. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** An edge in `CatalogConnection`. */
export type CatalogEdge = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Cursor of the edge, for `after`. */
  cursor: Scalars['String']['output'];
  /** The course at the end of the edge. */
  node: Course;
};

/** Estimated effort in hours a week. */
export type CatalogEffort = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Minimum.
   *
   * Source: `minEffort`.
   */
  min: Maybe<Scalars['Int']['output']>;
  /**
   * Maximum.
   *
   * Source: `maxEffort`.
   */
  max: Maybe<Scalars['Int']['output']>;
};

/** A course run in the LumiNUS catalogue. */
export type CatalogRun = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the course run.
   *
   * Source: `courserunKey`.
   */
  key: Scalars['CourseKey']['output'];
  /**
   * The catalogue's identifier of the run.
   *
   * Source: `id`.
   */
  uuid: Maybe<Scalars['UUID']['output']>;
  /**
   * The catalogue's identifier of the course.
   *
   * Source: `uuid`.
   */
  courseUuid: Maybe<Scalars['UUID']['output']>;
  /**
   * When the run begins.
   *
   * Source: `startDate`.
   */
  start: Maybe<Scalars['DateTime']['output']>;
  /**
   * When the run ends.
   *
   * Source: `endDate`.
   */
  end: Maybe<Scalars['DateTime']['output']>;
  /**
   * When enrolment opens.
   *
   * Source: `enrollmentStart`.
   */
  enrollmentStart: Maybe<Scalars['DateTime']['output']>;
  /**
   * When enrolment closes.
   *
   * Source: `enrollmentEnd`.
   */
  enrollmentEnd: Maybe<Scalars['DateTime']['output']>;
  /** Estimated effort. */
  effort: Maybe<CatalogEffort>;
  /**
   * Known values: `self_paced`, `instructor_paced`.
   *
   * Source: `pacingType`.
   */
  pacingType: Maybe<Scalars['String']['output']>;
  /**
   * Estimated duration in weeks.
   *
   * Source: `weeksToComplete`.
   */
  weeksToComplete: Maybe<Scalars['Int']['output']>;
  /**
   * Known values: `Current`, `Upcoming`.
   *
   * Source: `availability`.
   */
  availability: Maybe<Scalars['String']['output']>;
  /**
   * URL of the marketing page.
   *
   * Source: `marketingUrl`.
   */
  marketingUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL for enrolment.
   *
   * Source: `enrollmentUrl`.
   */
  enrollmentUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Price of the verified track, in the catalogue's notation.
   *
   * Source: `price`.
   */
  price: Maybe<Scalars['String']['output']>;
  /**
   * Known values: `Audit`, `verified`, `professional`.
   *
   * Source: `type`.
   */
  trackType: Maybe<Scalars['String']['output']>;
  /**
   * Number of modular credits.
   *
   * Source: `modularCredit`.
   */
  modularCredit: Maybe<Scalars['Int']['output']>;
};

/** A page of a list. */
export type CatalogRunConnection = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** The edges of this page. */
  edges: Array<CatalogRunEdge>;
  /** Information about this page. */
  pageInfo: PageInfo;
  /** Total number of edges; null if the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** An edge of a connection. */
export type CatalogRunEdge = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Cursor of the edge, for `after`. */
  cursor: Scalars['String']['output'];
  /** The object at the end of the edge. */
  node: CatalogRun;
};

/** Celebrations to show now. A streak is reported to its first reader only. */
export type Celebrations = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether to celebrate the completion of the first section.
   *
   * Source: `first_section`.
   */
  firstSection: Scalars['Boolean']['output'];
  /**
   * Length of the streak to celebrate, in days; null if there is none.
   *
   * Source: `streak_length_to_celebrate`.
   */
  streakLengthToCelebrate: Maybe<Scalars['Int']['output']>;
  /**
   * Whether a streak earns a discount.
   *
   * Source: `streak_discount_enabled`.
   */
  streakDiscountEnabled: Scalars['Boolean']['output'];
  /**
   * Whether to celebrate the weekly goal.
   *
   * Source: `weekly_goal`.
   */
  weeklyGoal: Scalars['Boolean']['output'];
};

/** A visible certificate of a course that the viewer has passed. */
export type Certificate = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The course.
   *
   * Source: `certificates/certificates, course_id`; or `certificates/certificates`.
   */
  course: Maybe<Course>;
  /**
   * Enrolment mode of the certificate. Known values: `honor`, `verified`, `professional`, `no-id-professional`, `masters`.
   *
   * Source: `certificate_type`.
   */
  type: Scalars['String']['output'];
  /**
   * Known values: `downloadable`, `generating`, `regenerating`, `unverified`, `unavailable`, `notpassing`.
   *
   * Source: `status`.
   */
  status: Scalars['String']['output'];
  /**
   * Whether the grade is a passing grade.
   *
   * Source: `is_passing`.
   */
  isPassing: Scalars['Boolean']['output'];
  /**
   * The course grade, 0 to 1; null if none was stored.
   *
   * Source: `grade`.
   */
  grade: Maybe<Scalars['Float']['output']>;
  /**
   * URL of the certificate.
   *
   * Source: `download_url`.
   */
  downloadUrl: Maybe<Scalars['URL']['output']>;
  /**
   * When the certificate was issued.
   *
   * Source: `created_date`.
   */
  created: Scalars['DateTime']['output'];
  /**
   * When the certificate was last modified.
   *
   * Source: `modified_date`.
   */
  modified: Maybe<Scalars['DateTime']['output']>;
  /**
   * Identifier for public verification.
   *
   * Source: `uuid`.
   */
  uuid: Maybe<Scalars['UUID']['output']>;
};

/** Input of the mutation `chooseEntitlementRun`. */
export type ChooseEntitlementRunInput = {
  /** `id` or `uuid` of the entitlement. */
  entitlement: Scalars['ID']['input'];
  /** Key of one of its runs. */
  course: Scalars['CourseKey']['input'];
};

/** Payload of the mutation `chooseEntitlementRun`. */
export type ChooseEntitlementRunPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * The enrolment in the run, with its entitlement.
   *
   * Source: `learner_home/init`.
   */
  enrollment: Maybe<Enrollment>;
};

/** A cohort: a group of a course's learners. */
export type Cohort = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's number of the cohort.
   *
   * Source: `id`.
   */
  lmsId: Scalars['ID']['output'];
  /**
   * Name of the cohort.
   *
   * Source: `name`.
   */
  name: Scalars['String']['output'];
  /**
   * Number of its learners.
   *
   * Source: `user_count`.
   */
  userCount: Maybe<Scalars['Int']['output']>;
  /**
   * How learners get into the cohort. Known values: `manual`, `random`.
   *
   * Source: `assignment_type`.
   */
  assignmentType: Maybe<Scalars['String']['output']>;
};

/** A response to a thread, or a reply to a response. */
export type Comment = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's id of the post.
   *
   * Source: `id`.
   */
  lmsId: Scalars['ID']['output'];
  /**
   * Username of the author; null if the author is anonymous.
   *
   * Source: `author`.
   */
  author: Maybe<Scalars['String']['output']>;
  /**
   * The author's role. Known values: `Staff`, `Moderator`, `Community TA`.
   *
   * Source: `author_label`.
   */
  authorLabel: Maybe<Scalars['String']['output']>;
  /**
   * URL of the author's picture, 120 pixels square; null if the author is anonymous.
   *
   * Source: `discussion/threads, author + users`; or `discussion/thread, author + users`; or `discussion/learner, author + users`; or `discussion/comments, author + users`; or `discussion/replies, author + users`; or `user/accounts, profile_image.image_url_large`.
   */
  authorImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * When the post was created.
   *
   * Source: `created_at`.
   */
  created: Scalars['DateTime']['output'];
  /**
   * When the post was last modified.
   *
   * Source: `updated_at`.
   */
  updated: Scalars['DateTime']['output'];
  /**
   * Text of the post, in Markdown.
   *
   * Source: `raw_body`.
   */
  rawBody: Maybe<Scalars['String']['output']>;
  /**
   * Text of the post, as HTML.
   *
   * Source: `rendered_body`.
   */
  renderedBodyHtml: Maybe<Scalars['HTML']['output']>;
  /**
   * Number of votes.
   *
   * Source: `vote_count`.
   */
  voteCount: Scalars['Int']['output'];
  /**
   * Whether the viewer has voted for the post.
   *
   * Source: `voted`.
   */
  voted: Scalars['Boolean']['output'];
  /**
   * Whether the viewer has reported the post; for moderators, whether anybody has.
   *
   * Source: `abuse_flagged`.
   */
  abuseFlagged: Scalars['Boolean']['output'];
  /**
   * Whether the viewer may delete the post.
   *
   * Source: `can_delete`.
   */
  canDelete: Scalars['Boolean']['output'];
  /**
   * Names of the LMS's fields that the viewer may edit.
   *
   * Source: `editable_fields`.
   */
  editableFields: Array<Scalars['String']['output']>;
  /**
   * Whether the post is anonymous to everybody.
   *
   * Source: `anonymous`.
   */
  isAnonymous: Scalars['Boolean']['output'];
  /**
   * Whether the post is anonymous to learners.
   *
   * Source: `anonymous_to_peers`.
   */
  isAnonymousToPeers: Scalars['Boolean']['output'];
  /**
   * The latest edit of the text, for its author and moderators; null if there is none.
   *
   * Source: `last_edit`.
   */
  lastEdit: Maybe<PostEdit>;
  /**
   * Role of the person who last edited the text, for its author and moderators.
   *
   * Source: `edit_by_label`.
   */
  editByLabel: Maybe<Scalars['String']['output']>;
  /**
   * The thread that the comment belongs to; null if the viewer may not see it any more.
   *
   * Source: `discussion/thread`.
   */
  thread: Maybe<Thread>;
  /**
   * The response that a reply belongs to; null for a response.
   *
   * Source: `discussion/comment/parent`.
   */
  parent: Maybe<Comment>;
  /**
   * Whether the response is endorsed.
   *
   * Source: `endorsed`.
   */
  endorsed: Scalars['Boolean']['output'];
  /**
   * Username of the person who endorsed it.
   *
   * Source: `discussion/comments, endorsed_by`; or `discussion/replies, endorsed_by`; or `discussion/comment, endorsed_by`; or `discussion/comment/parent, endorsed_by`; or `discussion/create_comment, endorsed_by`.
   */
  endorsedBy: Maybe<Scalars['String']['output']>;
  /**
   * Role of the person who endorsed it.
   *
   * Source: `discussion/comments, endorsed_by_label`; or `discussion/replies, endorsed_by_label`; or `discussion/comment, endorsed_by_label`; or `discussion/comment/parent, endorsed_by_label`; or `discussion/create_comment, endorsed_by_label`.
   */
  endorsedByLabel: Maybe<Scalars['String']['output']>;
  /**
   * When it was endorsed.
   *
   * Source: `discussion/comments, endorsed_at`; or `discussion/replies, endorsed_at`; or `discussion/comment, endorsed_at`; or `discussion/comment/parent, endorsed_at`; or `discussion/create_comment, endorsed_at`.
   */
  endorsedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * Number of replies.
   *
   * Source: `child_count`.
   */
  childCount: Scalars['Int']['output'];
  /**
   * Whether anybody has reported the comment; null for people who may not moderate.
   *
   * Source: `abuse_flagged_any_user`.
   */
  abuseFlaggedByAnyone: Maybe<Scalars['Boolean']['output']>;
  /**
   * The replies, oldest first. One call for each comment that has any, four at a time.
   *
   * Source: `discussion/replies`.
   */
  replies: Maybe<CommentConnection>;
};


/** A response to a thread, or a reply to a response. */
export type CommentRepliesArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  newestFirst?: Scalars['Boolean']['input'];
};

/** A page of a list. */
export type CommentConnection = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** The edges of this page. */
  edges: Array<CommentEdge>;
  /** Information about this page. */
  pageInfo: PageInfo;
  /** Total number of edges; null if the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** An edge of a connection. */
export type CommentEdge = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Cursor of the edge, for `after`. */
  cursor: Scalars['String']['output'];
  /** The object at the end of the edge. */
  node: Comment;
};

/** Input of the mutation `completeBlocks`. */
export type CompleteBlocksInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** 1 to 100 blocks of this course. */
  blocks: Array<BlockCompletionInput>;
};

/** Payload of the mutation `completeBlocks`. */
export type CompleteBlocksPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
};

/** Numbers of units by completion. */
export type CompletionSummary = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Completed units.
   *
   * Source: `complete_count`.
   */
  completeCount: Scalars['Int']['output'];
  /**
   * Incomplete units.
   *
   * Source: `incomplete_count`.
   */
  incompleteCount: Scalars['Int']['output'];
  /**
   * Units that the learner may not open.
   *
   * Source: `locked_count`.
   */
  lockedCount: Scalars['Int']['output'];
};

/** A country. */
export type Country = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * ISO 3166-1 alpha-2 code.
   *
   * Source: `user/registration, value`.
   */
  code: Scalars['String']['output'];
  /**
   * Name, in the visitor's language.
   *
   * Source: `user/registration, name`.
   */
  name: Maybe<Scalars['String']['output']>;
};

/** A course run, as the viewer sees it. */
export type Course = Node & {
  /**
   * Whether the course has ended; null if its pages are closed to the viewer.
   *
   * Source: `course_home/outline, has_ended`; or `course_home/dates, has_ended`.
   */
  hasEnded: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer has staff access, as seen in a masquerade.
   *
   * Source: `course_home/course_metadata, is_staff`.
   */
  isStaff: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer has staff access when not masquerading.
   *
   * Source: `course_home/course_metadata, original_user_is_staff`.
   */
  originalUserIsStaff: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer is a staff member in a masquerade.
   *
   * Source: `course_home/course_metadata, original_user_is_staff + is_staff`.
   */
  isMasquerading: Maybe<Scalars['Boolean']['output']>;
  /**
   * Username that a staff member views the course as: the learner's, or the staff member's own in a masquerade as a group of learners. Null without a masquerade.
   *
   * Source: `course_home/course_metadata, original_user_is_staff + is_staff + username`.
   */
  masqueradeUsername: Maybe<Scalars['String']['output']>;
  /**
   * Whether certificates of the course are visible.
   *
   * Source: `course_home/course_metadata, can_view_certificate`.
   */
  canViewCertificate: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer may open the course in Studio.
   *
   * Source: `course_home/course_metadata, studio_access`.
   */
  studioAccess: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer may edit the course, as seen in a masquerade.
   *
   * Source: `course_home/course_metadata, has_course_author_access`.
   */
  hasCourseAuthorAccess: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the unit page shows discussions in its newer sidebar.
   *
   * Source: `course_home/course_metadata, is_new_discussion_sidebar_view_enabled`.
   */
  isNewDiscussionSidebarViewEnabled: Maybe<Scalars['Boolean']['output']>;
  /**
   * The live session of the course; null if there is none.
   *
   * Source: `course_live/iframe, iframe`.
   */
  live: Maybe<LiveSession>;
  /**
   * Names of all enrolment modes of the course, including expired ones; `modes` has the modes that can be chosen now.
   *
   * Source: `course_home/course_metadata, course_modes`.
   */
  allModes: Maybe<Array<CourseModeName>>;
  /**
   * The theme that the course's pages are shown in; null if the LMS sends none.
   *
   * Source: `course_home/course_metadata, course_theme_variant`.
   */
  themeVariant: Maybe<Scalars['String']['output']>;
  /**
   * Settings of the navigation sidebar of the unit page; null if the LMS has none.
   *
   * Source: `courseware/navigation_sidebar`.
   */
  navigationSidebar: Maybe<NavigationSidebar>;
  /**
   * Whether learners can search the course's content.
   *
   * Source: `courseware/search_enabled, enabled`.
   */
  searchEnabled: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the course has proctored exams.
   *
   * Source: `course_home/outline, enable_proctored_exams`.
   */
  enableProctoredExams: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer may enter the course, and the reason if not.
   *
   * Source: `course_home/course_metadata, course_access`.
   */
  access: Maybe<CourseAccess>;
  /**
   * The tabs of the course's navigation, in order.
   *
   * Source: `course_home/course_metadata, tabs`.
   */
  tabs: Maybe<Array<CourseTab>>;
  /**
   * Celebrations to show now. Reading it consumes the celebration of a streak.
   *
   * Source: `course_home/course_metadata, celebrations`; or `courseware/course, celebrations`.
   */
  celebrations: Maybe<Celebrations>;
  /**
   * The viewer's active enrolment; null if there is none. In a masquerade, the learner's, as far as the LMS shows it.
   *
   * Source: `course_home/course_metadata, is_enrolled`; or `courseware/course, enrollment`; or `enrollment/enrollment`; or `enrollment/enrollment/course, is_active`; or `learner_home/init`; or `course_home/outline`; or `mobile/course_enrollments`.
   */
  enrollment: Maybe<Enrollment>;
  /**
   * Mode of the viewer's enrolment, even if it is no longer active; null if there was none. See `enrollment`.
   *
   * Source: `course_home/outline, enrollment_mode`; or `course_home/progress, enrollment_mode`.
   */
  enrollmentMode: Maybe<Scalars['String']['output']>;
  /**
   * Whether the viewer can enrol.
   *
   * Source: `course_home/outline, enroll_alert`.
   */
  enrollAlert: Maybe<EnrollAlert>;
  /**
   * When the viewer's access expires; null if it does not.
   *
   * Source: `course_home/outline, access_expiration`; or `courseware/course, access_expiration`.
   */
  accessExpiration: Maybe<AccessExpiration>;
  /**
   * A discount for the viewer; null if there is none. Reading it starts the discount period.
   *
   * Source: `course_home/outline, offer`; or `courseware/course, offer`.
   */
  offer: Maybe<Offer>;
  /**
   * The mode that the viewer can upgrade to; null if there is none.
   *
   * Source: `course_home/course_metadata, verified_mode`; or `course_home/outline, verified_mode`.
   */
  verifiedMode: Maybe<VerifiedMode>;
  /**
   * The viewer's weekly learning goal.
   *
   * Source: `course_home/outline, course_goals`; or `courseware/course, course_goals`.
   */
  goals: Maybe<CourseGoals>;
  /**
   * The viewer's certificate; null if there is nothing to show.
   *
   * Source: `course_home/outline, cert_data`; or `courseware/course, certificate_data`.
   */
  certificate: Maybe<CourseCertificate>;
  /**
   * Whether the viewer's grade is a passing grade.
   *
   * Source: `course_home/outline, user_has_passing_grade`; or `courseware/course, user_has_passing_grade`.
   */
  userHasPassingGrade: Maybe<Scalars['Boolean']['output']>;
  /**
   * Tools linked from the course's home page.
   *
   * Source: `course_home/outline, course_tools`.
   */
  tools: Maybe<Array<CourseTool>>;
  /**
   * Where the viewer left off; all of its fields are null if the course's pages are closed to the viewer.
   *
   * Source: `course_home/outline, resume_course`; or `courseware/resume`.
   */
  resume: Maybe<Resume>;
  /**
   * The course's handouts; null if there are none.
   *
   * Source: `course_home/outline, handouts_html`.
   */
  handoutsHtml: Maybe<Scalars['HTML']['output']>;
  /**
   * The newest update that the viewer has not dismissed; null if there is none.
   *
   * Source: `course_home/outline, welcome_message_html`.
   */
  welcomeMessageHtml: Maybe<Scalars['HTML']['output']>;
  /**
   * Data of the dates banner: missed deadlines and gated content.
   *
   * Source: `course_home/outline, dates_banner_info`; or `course_home/dates, dates_banner_info`.
   */
  datesBanner: Maybe<DatesBanner>;
  /**
   * The next dates.
   *
   * Source: `course_home/outline, dates_widget`.
   */
  upcomingDates: Maybe<UpcomingDates>;
  /**
   * Whether the viewer has access to content for verified learners.
   *
   * Source: `course_home/dates, learner_is_full_access`.
   */
  learnerIsFullAccess: Maybe<Scalars['Boolean']['output']>;
  /**
   * All dates of the course; null if the viewer may not enter it.
   *
   * Source: `course_home/dates`.
   */
  dates: Maybe<CourseDates>;
  /**
   * The outline; null if the viewer may not see it.
   *
   * Source: `course_home/outline, course_blocks.blocks[]`; or `course_home/navigation, blocks[]`; or `learning_sequences/course_outline`.
   */
  outline: Maybe<Outline>;
  /**
   * The learner's progress; null if the viewer may not enter the course.
   *
   * Source: `course_home/progress`.
   */
  progress: Maybe<Progress>;
  /**
   * Licence of the content, such as `creative-commons: ver=4.0 BY`.
   *
   * Source: `courseware/course, license`.
   */
  license: Maybe<Scalars['String']['output']>;
  /**
   * Language of the course, as a code such as `en`.
   *
   * Source: `courseware/course, language`.
   */
  language: Maybe<Scalars['String']['output']>;
  /**
   * The entrance exam.
   *
   * Source: `courseware/course, entrance_exam_data`.
   */
  entranceExam: Maybe<EntranceExam>;
  /**
   * The viewer's notes.
   *
   * Source: `courseware/course, notes`.
   */
  notes: Maybe<CourseNotes>;
  /**
   * Programs that the course belongs to; null if the viewer is in none.
   *
   * Source: `courseware/course, related_programs`.
   */
  relatedPrograms: Maybe<Array<RelatedProgram>>;
  /**
   * Whether the course has an exit page.
   *
   * Source: `courseware/course, course_exit_page_is_active`.
   */
  courseExitPageIsActive: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether graded content is for verified learners only.
   *
   * Source: `courseware/course, content_type_gating_enabled`; or `course_home/outline, dates_banner_info.content_type_gating_enabled`; or `course_home/dates, dates_banner_info.content_type_gating_enabled`.
   */
  contentTypeGatingEnabled: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the learning assistant is enabled.
   *
   * Source: `courseware/course, learning_assistant_enabled`.
   */
  learningAssistantEnabled: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer's mode allows proctored exams.
   *
   * Source: `courseware/course, can_access_proctored_exams`.
   */
  canAccessProctoredExams: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the calculator is enabled.
   *
   * Source: `courseware/course, show_calculator`.
   */
  showCalculator: Maybe<Scalars['Boolean']['output']>;
  /**
   * URL of the marketing page; null if there is none.
   *
   * Source: `courseware/course, marketing_url`; or `learner_home/init, courseRun.marketingUrl`.
   */
  marketingUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether the viewer still has to sign the integrity agreement.
   *
   * Source: `courseware/course, user_needs_integrity_signature`.
   */
  needsIntegritySignature: Maybe<Scalars['Boolean']['output']>;
  /**
   * The integrity agreement that the viewer signed; null if it is not signed.
   *
   * Source: `agreements/integrity_signature`.
   */
  integritySignature: Maybe<IntegritySignature>;
  /**
   * URL for identity verification; null if the viewer's mode does not require it.
   *
   * Source: `courseware/course, verify_identity_url`.
   */
  verifyIdentityUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The viewer's identity verification. Known values: `none`, `expired`, `approved`, `pending`, `must_reverify`; `none` in modes that do not require it.
   *
   * Source: `courseware/course, verification_status`.
   */
  verificationStatus: Maybe<Scalars['String']['output']>;
  /**
   * URL that adds the certificate to a LinkedIn profile; null without a certificate.
   *
   * Source: `courseware/course, linkedin_add_to_profile_url`.
   */
  linkedinAddToProfileUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The sequence with this key; null if it does not exist or is not open to the viewer.
   *
   * Source: `courseware/sequence, after course_home/navigation for other keys than a sequence's`.
   */
  sequence: Maybe<Sequence>;
  /**
   * The viewer's bookmarks in the course, newest first. Requires a session or a bearer token; the LMS does not accept a JWT here.
   *
   * Source: `bookmarks/bookmarks`.
   */
  bookmarks: Maybe<BookmarkConnection>;
  /**
   * The first 100 cohorts; null for people without a role in the course's discussions.
   *
   * Source: `cohorts/cohorts`.
   */
  cohorts: Maybe<Array<Cohort>>;
  /**
   * The course's discussions; null if they are disabled or not open to the viewer.
   *
   * Source: `discussion/courses; and those of the fields below`.
   */
  discussion: Maybe<Discussion>;
  /**
   * URL of the image for a course card.
   *
   * Source: `courses/course, media.course_image.uri`; or `courses/courses, media.course_image.uri`; or `courseware/course, media.course_image.uri`; or `learner_home/init, course.bannerImgSrc`; or `mobile/course_enrollments, course_image`.
   */
  cardImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the image for a course card.
   *
   * Source: `courses/course, media.course_image.uri`; or `courses/courses, media.course_image.uri`; or `courseware/course, media.course_image.uri`; or `learner_home/init, course.bannerImgSrc`; or `mobile/course_enrollments, course_image`.
   * @deprecated 2026-11-30: read `cardImageUrl`. `media.bannerImageUrl` is another picture.
   */
  bannerImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the logo of the organisation. Available in lists of enrolments of the mobile API.
   *
   * Source: `mobile/course_enrollments, org_logo`.
   */
  orgLogoUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the course's home page.
   *
   * Source: `course_home/course_metadata, tabs`; or `learner_home/init, courseRun.homeUrl`.
   */
  homeUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the viewer's progress page; null if the course has none for the viewer.
   *
   * Source: `course_home/course_metadata, tabs`; or `learner_home/init, courseRun.progressUrl`.
   */
  progressUrl: Maybe<Scalars['URL']['output']>;
  /**
   * When the course begins, as the course team wants it shown in place of the date: a text, or a date as text.
   *
   * Source: `learner_home/init, courseRun.advertisedStart`.
   */
  advertisedStart: Maybe<Scalars['String']['output']>;
  /**
   * URL of the public about page: the LMS's own, or the marketing site's in lists of enrolments.
   *
   * Source: `courses/course, id`; or `courses/courses, id`; or `learner_home/init, course.socialShareUrl`; or `mobile/course_enrollments, course_about`.
   */
  aboutUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL for sharing; null if sharing is disabled or the viewer is not enrolled.
   *
   * Source: `learner_home/init, course.socialShareUrl`.
   */
  socialShareUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether the course has started.
   *
   * Source: `courses/course, start + id`; or `courses/courses, start + id`; or `courseware/course, start + id`; or `learner_home/init, courseRun.isStarted`; or `mobile/course_enrollments, start + id`.
   */
  isStarted: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the end of the course has passed. Unlike `hasEnded`, it is known for closed courses too.
   *
   * Source: `courses/course, end + id`; or `courses/courses, end + id`; or `courseware/course, end + id`; or `learner_home/init, courseRun.isArchived`; or `mobile/course_enrollments, end + id`.
   */
  isArchived: Maybe<Scalars['Boolean']['output']>;
  /**
   * The lowest grade that passes, 0 to 1.
   *
   * Source: `course_home/progress, grading_policy.grade_range`; or `learner_home/init, courseRun.minPassingGrade`.
   */
  minPassingGrade: Maybe<Scalars['Float']['output']>;
  /**
   * Updates from the course team, newest first; null if the viewer may not enter the course.
   *
   * Source: `mobile/updates`.
   */
  updates: Maybe<Array<CourseUpdate>>;
  /**
   * The block that the viewer completed last; null before the first.
   *
   * Source: `course_home/outline, resume_course.has_visited_course`; or `course_home/navigation`.
   */
  lastVisited: Maybe<LastVisited>;
  /**
   * The course, the section and the sequence that hold the position that `recordLastVisited` stores, from the top down; the first ones if none is stored.
   *
   * Source: `mobile/position, last_visited_module_path`.
   */
  storedPath: Maybe<Array<Scalars['UsageKey']['output']>>;
  /**
   * The blocks of the course as a flat list, in course order; null if the viewer may not see them.
   *
   * Source: `mobile/blocks; courses/blocks for a visitor, or where the mobile API fails`.
   */
  blocks: Maybe<Array<Block>>;
  /**
   * The exam of a sequence, and the viewer's active attempt. Requires a session or a JWT. Reading it may end an attempt.
   *
   * Source: `proctoring/state`.
   */
  examState: Maybe<ExamState>;
  /**
   * The viewer's onboarding for proctored exams; null if the course has no onboarding exam. Requires a session or a JWT.
   *
   * Source: `proctoring/onboarding`.
   */
  proctoringOnboarding: Maybe<ProctoringOnboarding>;
  /**
   * Team-sets that the viewer may see, 100 at most; null if the course has no teams. Requires a session or a bearer token; the LMS does not accept a JWT here.
   *
   * Source: `team/topics`.
   */
  teamSets: Maybe<Array<TeamSet>>;
  /**
   * The viewer's teams in the course. Requires a session or a bearer token.
   *
   * Source: `team/memberships`.
   */
  viewerTeams: Maybe<Array<TeamMembership>>;
  /**
   * The structure of the gradebook, for course staff.
   *
   * Source: `grades/grading-info`.
   */
  gradingInfo: Maybe<GradingInfo>;
  /**
   * Grading policies of the assignment types, for course staff. Learners read `progress.gradingPolicy`.
   *
   * Source: `grades/policy`.
   */
  assignmentTypePolicies: Maybe<Array<AssignmentTypePolicy>>;
  /**
   * Grading policies of the assignment types, for course staff.
   *
   * Source: `grades/policy`.
   * @deprecated 2026-11-30: read `assignmentTypePolicies`. `progress.gradingPolicy` has another type.
   */
  gradingPolicy: Maybe<Array<AssignmentTypePolicy>>;
  /**
   * Learners with their grades, for course staff.
   *
   * Source: `grades/gradebook`.
   */
  gradebook: Maybe<GradebookConnection>;
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Key of the course run. */
  key: Scalars['CourseKey']['output'];
  /**
   * Name of the course.
   *
   * Source: `course_home/course_metadata, title`; or `courses/course, name`; or `courses/courses, name`; or `courseware/course, name`; or `learning_sequences/course_outline, title`; or `course_home/outline, course_blocks.blocks[].display_name`; or `course_home/navigation, blocks[].display_name`; or `learner_home/init, course.courseName`; or `mobile/course_enrollments, name`; or `certificates/certificates, course_display_name`.
   */
  title: Maybe<Scalars['String']['output']>;
  /**
   * Number of the course, in the form that the course team displays.
   *
   * Source: `course_home/course_metadata, number`; or `courses/course, number`; or `courses/courses, number`; or `learner_home/init, course.courseNumber`; or `mobile/course_enrollments, number`.
   */
  number: Maybe<Scalars['String']['output']>;
  /**
   * Organisation, in the form that the course team displays.
   *
   * Source: `course_home/course_metadata, org`; or `courses/course, org`; or `courses/courses, org`; or `learner_home/init, courseProvider.name`; or `mobile/course_enrollments, org`; or `certificates/certificates, course_organization`.
   */
  org: Maybe<Scalars['String']['output']>;
  /**
   * When the course begins.
   *
   * Source: `course_home/course_metadata, start`; or `courses/course, start`; or `courses/courses, start`; or `courseware/course, start`; or `learning_sequences/course_outline, course_start`; or `enrollment/course, course_start`; or `learner_home/init, courseRun.startDate`; or `mobile/course_enrollments, start`.
   */
  start: Maybe<Scalars['DateTime']['output']>;
  /**
   * When the course ends; null if it has no end.
   *
   * Source: `courses/course, end`; or `courses/courses, end`; or `courseware/course, end`; or `learning_sequences/course_outline, course_end`; or `enrollment/course, course_end`; or `course_home/progress, end`; or `learner_home/init, courseRun.endDate`; or `mobile/course_enrollments, end`.
   */
  end: Maybe<Scalars['DateTime']['output']>;
  /**
   * When enrolment opens.
   *
   * Source: `courses/course, enrollment_start`; or `courses/courses, enrollment_start`; or `courseware/course, enrollment_start`; or `enrollment/course, enrollment_start`.
   */
  enrollmentStart: Maybe<Scalars['DateTime']['output']>;
  /**
   * When enrolment closes.
   *
   * Source: `courses/course, enrollment_end`; or `courses/courses, enrollment_end`; or `courseware/course, enrollment_end`; or `enrollment/course, enrollment_end`.
   */
  enrollmentEnd: Maybe<Scalars['DateTime']['output']>;
  /**
   * The start, in the form that the course team displays.
   *
   * Source: `courses/course, start_display`; or `courses/courses, start_display`; or `courseware/course, start_display`; or `mobile/course_enrollments, start_display`.
   */
  startDisplay: Maybe<Scalars['String']['output']>;
  /**
   * Form of `startDisplay`.
   *
   * Source: `courses/course, start_type`; or `courses/courses, start_type`; or `courseware/course, start_type`; or `mobile/course_enrollments, start_type`.
   */
  startType: Maybe<StartType>;
  /**
   * Who sets the pace.
   *
   * Source: `courses/course, pacing`; or `courses/courses, pacing`; or `courseware/course, pacing`; or `course_home/course_metadata, is_self_paced`; or `learning_sequences/course_outline, self_paced`; or `mobile/course_enrollments, is_self_paced`.
   */
  pacing: Maybe<Pacing>;
  /**
   * Whether learners set the pace.
   *
   * Source: `course_home/course_metadata, is_self_paced`; or `courses/course, pacing`; or `courses/courses, pacing`; or `courseware/course, pacing`; or `learning_sequences/course_outline, self_paced`; or `mobile/course_enrollments, is_self_paced`.
   */
  isSelfPaced: Maybe<Scalars['Boolean']['output']>;
  /**
   * One or two sentences about the course.
   *
   * Source: `courses/course, short_description`; or `courses/courses, short_description`; or `courseware/course, short_description`.
   */
  shortDescription: Maybe<Scalars['String']['output']>;
  /**
   * The about page, as the course team wrote it.
   *
   * Source: `courses/course, overview`.
   */
  overviewHtml: Maybe<Scalars['HTML']['output']>;
  /**
   * Estimated effort, as the course team wrote it.
   *
   * Source: `courses/course, effort`; or `courses/courses, effort`; or `courseware/course, effort`.
   */
  effort: Maybe<Scalars['String']['output']>;
  /**
   * Whether only invited learners can enrol.
   *
   * Source: `courses/course, invitation_only`; or `courses/courses, invitation_only`; or `enrollment/course, invite_only`.
   */
  invitationOnly: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the course is left out of listings.
   *
   * Source: `courses/course, hidden`; or `courses/courses, hidden`.
   */
  hidden: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the course can be taken in the mobile apps.
   *
   * Source: `courses/course, mobile_available`; or `courses/courses, mobile_available`.
   */
  mobileAvailable: Maybe<Scalars['Boolean']['output']>;
  /**
   * Images and video.
   *
   * Source: `courses/course, media`; or `courses/courses, media`; or `mobile/course_enrollments`.
   */
  media: Maybe<CourseMedia>;
  /**
   * When certificates become available; null if it is not announced.
   *
   * Source: `courses/course, certificate_available_date`.
   */
  certificateAvailableDate: Maybe<Scalars['DateTime']['output']>;
  /**
   * The course run in the LumiNUS catalogue; null if the catalogue does not have it or is not configured.
   *
   * Source: `edx_course_runs`.
   */
  catalogRun: Maybe<CatalogRun>;
  /**
   * Enrolment modes that can be chosen now, with prices.
   *
   * Source: `enrollment/course, course_modes`.
   */
  modes: Maybe<Array<CourseMode>>;
};


/** A course run, as the viewer sees it. */
export type CourseOutlineArgs = {
  asUser?: InputMaybe<Scalars['String']['input']>;
};


/** A course run, as the viewer sees it. */
export type CourseProgressArgs = {
  studentId?: InputMaybe<Scalars['ID']['input']>;
  asUser?: InputMaybe<Scalars['String']['input']>;
};


/** A course run, as the viewer sees it. */
export type CourseSequenceArgs = {
  key: Scalars['UsageKey']['input'];
};


/** A course run, as the viewer sees it. */
export type CourseBookmarksArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A course run, as the viewer sees it. */
export type CourseBlocksArgs = {
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};


/** A course run, as the viewer sees it. */
export type CourseExamStateArgs = {
  sequence?: InputMaybe<Scalars['UsageKey']['input']>;
};


/** A course run, as the viewer sees it. */
export type CourseGradebookArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  userContains?: InputMaybe<Scalars['String']['input']>;
  cohort?: InputMaybe<Scalars['ID']['input']>;
  enrollmentMode?: InputMaybe<Scalars['String']['input']>;
  assignment?: InputMaybe<Scalars['UsageKey']['input']>;
  assignmentGradeMin?: InputMaybe<Scalars['Float']['input']>;
  assignmentGradeMax?: InputMaybe<Scalars['Float']['input']>;
  courseGradeMin?: InputMaybe<Scalars['Float']['input']>;
  courseGradeMax?: InputMaybe<Scalars['Float']['input']>;
};

/** Whether the viewer may enter the course, and the reason if not. */
export type CourseAccess = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the viewer may see the content.
   *
   * Source: `has_access`.
   */
  hasAccess: Scalars['Boolean']['output'];
  /**
   * Why access is denied; null if it is granted. Known values: `course_not_started`, `unfulfilled_milestones`, `not_visible_to_user`, `mobile_unavailable`, `incorrect_user_group`, `enrollment_required`, `authentication_required`, `data_sharing_access_required`, `audit_expired`, `survey_required`, `old_mongo`.
   *
   * Source: `error_code`.
   */
  errorCode: Maybe<Scalars['String']['output']>;
  /**
   * The reason, in English, for developers.
   *
   * Source: `developer_message`.
   */
  developerMessage: Maybe<Scalars['String']['output']>;
  /**
   * The reason in the viewer's language.
   *
   * Source: `user_message`.
   */
  userMessage: Maybe<Scalars['String']['output']>;
  /**
   * More about the reason in the viewer's language.
   *
   * Source: `additional_context_user_message`.
   */
  additionalContextUserMessage: Maybe<Scalars['String']['output']>;
  /**
   * The reason as HTML.
   *
   * Source: `user_fragment`.
   */
  userFragment: Maybe<Scalars['HTML']['output']>;
};

/** The viewer's certificate on the course page. */
export type CourseCertificate = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `downloadable`, `audit_passing`, `honor_passing`, `earned_but_not_available`, `not_earned_but_available_date`, `generating`, `requesting`, `unverified`, `invalidated`, `notpassing`.
   *
   * Source: `cert_status`.
   */
  status: Scalars['String']['output'];
  /**
   * URL of the certificate's page.
   *
   * Source: `cert_web_view_url`.
   */
  webViewUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the certificate's file.
   *
   * Source: `download_url`.
   */
  downloadUrl: Maybe<Scalars['URL']['output']>;
  /**
   * When the certificate becomes available.
   *
   * Source: `certificate_available_date`.
   */
  availableDate: Maybe<Scalars['DateTime']['output']>;
};

/** A date of a course, as it applies to the learner. */
export type CourseDate = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The date.
   *
   * Source: `date`.
   */
  date: Scalars['DateTime']['output'];
  /**
   * Known values: `assignment-due-date`, `course-start-date`, `course-end-date`, `course-expired-date`, `certificate-available-date`, `verified-upgrade-deadline`, `verification-deadline-date`.
   *
   * Source: `date_type`.
   */
  dateType: Scalars['String']['output'];
  /**
   * Title, in the viewer's language.
   *
   * Source: `title`.
   */
  title: Scalars['String']['output'];
  /**
   * Description, in the viewer's language.
   *
   * Source: `description`.
   */
  description: Maybe<Scalars['HTML']['output']>;
  /**
   * URL of the page that the date refers to; null if it is not open yet.
   *
   * Source: `link`.
   */
  link: Maybe<Scalars['URL']['output']>;
  /**
   * Text of the link, in the viewer's language.
   *
   * Source: `link_text`.
   */
  linkText: Maybe<Scalars['String']['output']>;
  /**
   * Additional remark.
   *
   * Source: `extra_info`.
   */
  extraInfo: Maybe<Scalars['String']['output']>;
  /**
   * Assignment type, as the course team named it.
   *
   * Source: `assignment_type`.
   */
  assignmentType: Maybe<Scalars['String']['output']>;
  /**
   * Whether the assignment is complete; null for other dates.
   *
   * Source: `complete`.
   */
  complete: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the learner has access to it.
   *
   * Source: `learner_has_access`.
   */
  learnerHasAccess: Scalars['Boolean']['output'];
  /**
   * Key of the first block of the assignment, for apps that open it directly.
   *
   * Source: `first_component_block_id`.
   */
  firstComponentBlockKey: Maybe<Scalars['UsageKey']['output']>;
};

/** All dates of a course, past and future. */
export type CourseDates = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The learner's time zone; null if none is set.
   *
   * Source: `user_timezone`.
   */
  userTimezone: Maybe<Scalars['String']['output']>;
  /**
   * The dates, in chronological order.
   *
   * Source: `course_date_blocks`.
   */
  blocks: Array<CourseDate>;
};

/** The viewer's weekly learning goal. */
export type CourseGoals = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether goals are enabled in the course.
   *
   * Source: `weekly_learning_goal_enabled`.
   */
  weeklyLearningGoalEnabled: Scalars['Boolean']['output'];
  /**
   * The goal; null if none is set.
   *
   * Source: `selected_goal`.
   */
  selectedGoal: Maybe<SelectedGoal>;
};

/** The learner's grade in the course, computed from visible grades. */
export type CourseGrade = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The letter grade; null if it is not a passing grade.
   *
   * Source: `letter_grade`.
   */
  letterGrade: Maybe<Scalars['String']['output']>;
  /**
   * The grade, 0 to 1.
   *
   * Source: `percent`.
   */
  percent: Scalars['Float']['output'];
  /**
   * Whether the grade is a passing grade.
   *
   * Source: `is_passing`.
   */
  isPassing: Scalars['Boolean']['output'];
};

/** Tour of the course home page to show. */
export type CourseHomeTourStatus =
  /** Tour for a new learner. */
  | 'SHOW_NEW_USER_TOUR'
  /** Tour for a learner who knows the earlier pages. */
  | 'SHOW_EXISTING_USER_TOUR'
  /** No tour. */
  | 'NO_TOUR';

/** An image in three sizes. Lists of enrolments of the mobile API have `raw` only. */
export type CourseImage = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * URL of the image as uploaded.
   *
   * Source: `mobile/course_enrollments, uri`; or `raw`.
   */
  raw: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the small image.
   *
   * Source: `mobile/course_enrollments, uri`; or `small`.
   */
  small: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the large image.
   *
   * Source: `mobile/course_enrollments, uri`; or `large`.
   */
  large: Maybe<Scalars['URL']['output']>;
};

/** Images and video of a course. */
export type CourseMedia = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Image of the course.
   *
   * Source: `mobile/course_enrollments, media.course_image`; or `image`.
   */
  image: Maybe<CourseImage>;
  /**
   * URL of the banner above the about page.
   *
   * Source: `courses/course, banner_image.uri_absolute`; or `courses/courses, banner_image.uri_absolute`.
   */
  bannerImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the image for a course card.
   *
   * Source: `courses/course, course_image.uri`; or `courses/courses, course_image.uri`; or `mobile/course_enrollments, course_image`.
   */
  courseImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the about video.
   *
   * Source: `courses/course, course_video.uri`; or `courses/courses, course_video.uri`.
   */
  courseVideoUrl: Maybe<Scalars['URL']['output']>;
};

/** An enrolment mode with its price. */
export type CourseMode = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `audit`, `honor`, `verified`, `professional`, `no-id-professional`, `credit`, `masters`, `executive-education`.
   *
   * Source: `slug`.
   */
  slug: Scalars['String']['output'];
  /**
   * The mode's name in the viewer's language.
   *
   * Source: `name`.
   */
  displayName: Maybe<Scalars['String']['output']>;
  /**
   * Lowest price in whole units of the currency; 0 when free.
   *
   * Source: `min_price`.
   */
  minPrice: Scalars['Int']['output'];
  /**
   * ISO 4217 code of the currency, lower case.
   *
   * Source: `currency`.
   */
  currency: Scalars['String']['output'];
  /**
   * The product's SKU.
   *
   * Source: `sku`.
   */
  sku: Maybe<Scalars['String']['output']>;
  /**
   * Description of the mode.
   *
   * Source: `description`.
   */
  description: Maybe<Scalars['String']['output']>;
  /**
   * When the mode can no longer be chosen.
   *
   * Source: `expiration_datetime`.
   */
  expires: Maybe<Scalars['DateTime']['output']>;
};

/** The name of an enrolment mode. */
export type CourseModeName = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `audit`, `honor`, `verified`, `professional`, `no-id-professional`, `credit`, `masters`, `executive-education`.
   *
   * Source: `slug`.
   */
  slug: Scalars['String']['output'];
  /**
   * The mode's name in the viewer's language.
   *
   * Source: `name`.
   */
  displayName: Maybe<Scalars['String']['output']>;
};

/** The viewer's notes in the course. */
export type CourseNotes = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether notes are enabled in the course.
   *
   * Source: `enabled`.
   */
  enabled: Scalars['Boolean']['output'];
  /**
   * Whether the viewer displays their notes.
   *
   * Source: `visible`.
   */
  visible: Scalars['Boolean']['output'];
};

/** A role of the viewer in a course or an organisation. */
export type CourseRole = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `instructor`, `staff`, `limited_staff`, `beta_testers`, `ccx_coach`, `data_researcher`, `org_course_creator_group`.
   *
   * Source: `role`.
   */
  role: Scalars['String']['output'];
  /**
   * The organisation.
   *
   * Source: `org`.
   */
  org: Maybe<Scalars['String']['output']>;
  /**
   * The course; null for a role in the whole organisation.
   *
   * Source: `enrollment/roles, course_id`.
   */
  course: Maybe<Course>;
};

/** A tab of the course's navigation. */
export type CourseTab = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Identifier of the tab. Known values: `courseware`, `progress`, `dates`, `discussion`, `wiki`, `instructor`, `external_link`.
   *
   * Source: `tab_id`.
   */
  key: Scalars['String']['output'];
  /**
   * The tab's title in the viewer's language.
   *
   * Source: `title`.
   */
  title: Scalars['String']['output'];
  /**
   * URL of the tab; null if it is not an HTTP URL.
   *
   * Source: `url`.
   */
  url: Maybe<Scalars['URL']['output']>;
};

/** A tool linked from the course's page, such as bookmarks. */
export type CourseTool = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Stable identifier of the tool, such as `edx.bookmarks`.
   *
   * Source: `analytics_id`.
   */
  analyticsId: Scalars['String']['output'];
  /**
   * The tool's title in the viewer's language.
   *
   * Source: `title`.
   */
  title: Scalars['String']['output'];
  /**
   * URL of the tool.
   *
   * Source: `url`.
   */
  url: Maybe<Scalars['URL']['output']>;
};

/** An update from the course team. */
export type CourseUpdate = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's number of the update, unique within its course.
   *
   * Source: `id`.
   */
  lmsId: Scalars['ID']['output'];
  /**
   * Day of the update, as text in the form that the course page shows.
   *
   * Source: `date`.
   */
  date: Scalars['String']['output'];
  /**
   * Content of the update.
   *
   * Source: `content`.
   */
  contentHtml: Scalars['HTML']['output'];
  /**
   * Known values: `visible`, `deleted`.
   *
   * Source: `status`.
   */
  status: Maybe<Scalars['String']['output']>;
};

/** Whether the viewer may enter the course in the mobile apps, and the reason if not. */
export type CoursewareAccess = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the viewer may see the content.
   *
   * Source: `has_access`.
   */
  hasAccess: Scalars['Boolean']['output'];
  /**
   * Why access is denied; null if it is granted. Known values: `course_not_started`, `unfulfilled_milestones`, `not_visible_to_user`, `mobile_unavailable`, `incorrect_user_group`, `enrollment_required`, `authentication_required`, `data_sharing_access_required`, `audit_expired`, `survey_required`, `old_mongo`.
   *
   * Source: `error_code`.
   */
  errorCode: Maybe<Scalars['String']['output']>;
  /**
   * The reason, in English, for developers.
   *
   * Source: `developer_message`.
   */
  developerMessage: Maybe<Scalars['String']['output']>;
  /**
   * The reason in the viewer's language.
   *
   * Source: `user_message`.
   */
  userMessage: Maybe<Scalars['String']['output']>;
  /**
   * More about the reason in the viewer's language.
   *
   * Source: `additional_context_user_message`.
   */
  additionalContextUserMessage: Maybe<Scalars['String']['output']>;
  /**
   * The reason as HTML.
   *
   * Source: `user_fragment`.
   */
  userFragment: Maybe<Scalars['HTML']['output']>;
};

/** Input of the mutation `createComment`. */
export type CreateCommentInput = {
  /** `id` or `lmsId` of the thread. */
  thread: Scalars['ID']['input'];
  /** `id` or `lmsId` of the response to reply to; null for a response to the thread. */
  parent?: InputMaybe<Scalars['ID']['input']>;
  /** Text of the comment, in Markdown. */
  rawBody: Scalars['String']['input'];
  /** Whether the post is anonymous to everybody; only where the course allows it. */
  isAnonymous?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the post is anonymous to learners; only where the course allows it. */
  isAnonymousToPeers?: InputMaybe<Scalars['Boolean']['input']>;
  /** Token of the solved captcha, where `Discussion.captcha` is enabled. */
  captchaToken?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of the mutation `createComment`. */
export type CreateCommentPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /**
   * The new comment.
   *
   * Source: `discussion/create_comment`.
   */
  comment: Maybe<Comment>;
};

/** Input of the mutation `createExamAttempt`. */
export type CreateExamAttemptInput = {
  /** `id` of the exam. */
  exam: Scalars['ID']['input'];
  /** Whether to start the clock at once. */
  startClock: Scalars['Boolean']['input'];
  /** Whether the attempt is proctored. `false` permanently declines the proctoring of a proctored exam. */
  isProctored: Scalars['Boolean']['input'];
};

/** Payload of the mutation `createExamAttempt`. */
export type CreateExamAttemptPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * The exam with its attempt, and the active attempt, after the write; null if it was refused.
   *
   * Source: `proctoring/state`.
   */
  examState: Maybe<ExamState>;
};

/** Input of the mutation `createTeam`. */
export type CreateTeamInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** `id` or `key` of the team-set. */
  teamSet: Scalars['ID']['input'];
  /** Name, 255 characters at most. */
  name: Scalars['String']['input'];
  /** Description, 300 characters at most. */
  description: Scalars['String']['input'];
  /** Country, ISO 3166-1 alpha-2. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** Language, as a code. */
  language?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of the mutation `createTeam`. */
export type CreateTeamPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * The team; null if the mutation was refused.
   *
   * Source: `team/team`.
   */
  team: Maybe<Team>;
};

/** Input of the mutation `createThread`. */
export type CreateThreadInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** `id` or `lmsId` of the topic. */
  topic: Scalars['ID']['input'];
  /** Type of the thread. */
  type: ThreadType;
  /** Title of the thread, 1024 characters at most. */
  title: Scalars['String']['input'];
  /** Text of the thread, in Markdown. */
  rawBody: Scalars['String']['input'];
  /** Whether the viewer follows the thread. */
  following?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the post is anonymous to everybody; only where the course allows it. */
  isAnonymous?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the post is anonymous to learners; only where the course allows it. */
  isAnonymousToPeers?: InputMaybe<Scalars['Boolean']['input']>;
  /** The group that may see the thread, by the `id` or `lmsId` of a group or cohort. For moderators. */
  group?: InputMaybe<Scalars['ID']['input']>;
  /** Whether to notify all learners. For the course team. */
  notifyAllLearners?: InputMaybe<Scalars['Boolean']['input']>;
  /** Token of the solved captcha, where `Discussion.captcha` is enabled. */
  captchaToken?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of the mutation `createThread`. */
export type CreateThreadPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * The new thread.
   *
   * Source: `discussion/create_thread`.
   */
  thread: Maybe<Thread>;
};

/** The viewer's eligibility to buy academic credit for a course. */
export type CreditEligibility = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The course.
   *
   * Source: `credit/eligibility, course_key`.
   */
  course: Maybe<Course>;
  /**
   * Deadline for buying the credit.
   *
   * Source: `deadline`.
   */
  deadline: Maybe<Scalars['DateTime']['output']>;
};

/** An institution that grants academic credit. */
export type CreditProvider = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's id of the provider, such as `asu`.
   *
   * Source: `id`.
   */
  key: Scalars['String']['output'];
  /**
   * Name of the provider.
   *
   * Source: `display_name`.
   */
  displayName: Scalars['String']['output'];
  /**
   * URL for requesting credit.
   *
   * Source: `url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * URL that shows the status of a request.
   *
   * Source: `status_url`.
   */
  statusUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Description of the provider.
   *
   * Source: `description`.
   */
  description: Maybe<Scalars['String']['output']>;
  /**
   * Whether the LMS sends requests to the provider.
   *
   * Source: `enable_integration`.
   */
  enableIntegration: Maybe<Scalars['Boolean']['output']>;
  /**
   * Instructions for the learner, as HTML or text.
   *
   * Source: `fulfillment_instructions`.
   */
  fulfillmentInstructions: Maybe<Scalars['String']['output']>;
  /**
   * URL of the provider's logo.
   *
   * Source: `thumbnail_url`.
   */
  thumbnailUrl: Maybe<Scalars['URL']['output']>;
};

/** A field of a form. */
export type CreditRequestParameter = {
  /**
   * Name of the field.
   *
   * Source: `name of the member`.
   */
  name: Scalars['String']['output'];
  /**
   * Value of the field.
   *
   * Source: `value of the member`.
   */
  value: Maybe<Scalars['String']['output']>;
};

/** A requirement for academic credit. */
export type CreditRequirement = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Kind of requirement: `grade`, `proctored_exam`, …
   *
   * Source: `namespace`.
   */
  namespace: Scalars['String']['output'];
  /**
   * Identifier within its namespace.
   *
   * Source: `name`.
   */
  name: Scalars['String']['output'];
  /**
   * Name, in the viewer's language.
   *
   * Source: `display_name`.
   */
  displayName: Scalars['String']['output'];
  /**
   * Known values: `satisfied`, `failed`, `declined`, `submitted`.
   *
   * Source: `status`.
   */
  status: Maybe<Scalars['String']['output']>;
  /**
   * When the status last changed.
   *
   * Source: `status_date`.
   */
  statusDate: Maybe<Scalars['DateTime']['output']>;
  /**
   * Position among the requirements.
   *
   * Source: `order`.
   */
  order: Maybe<Scalars['Int']['output']>;
  /**
   * The lowest course grade that satisfies it, 0 to 1; null if it is not about the grade.
   *
   * Source: `criteria.min_grade`.
   */
  minGrade: Maybe<Scalars['Float']['output']>;
  /**
   * The course grade that decided the status, 0 to 1; null if there is none.
   *
   * Source: `reason.final_grade`.
   */
  finalGrade: Maybe<Scalars['Float']['output']>;
  /**
   * The end of the course, if the learner failed because it had passed; null otherwise.
   *
   * Source: `reason.deadline`.
   */
  missedDeadline: Maybe<Scalars['DateTime']['output']>;
};

/** The learner's progress towards academic credit. */
export type CreditRequirements = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `eligible`, `not_eligible`, `partial_eligible`.
   *
   * Source: `eligibility_status`.
   */
  eligibilityStatus: Scalars['String']['output'];
  /**
   * The requirements.
   *
   * Source: `requirements`.
   */
  requirements: Array<CreditRequirement>;
};

/** Data of the dates banner. */
export type DatesBanner = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the learner has missed a deadline.
   *
   * Source: `missed_deadlines`.
   */
  missedDeadlines: Scalars['Boolean']['output'];
  /**
   * Whether the learner has missed content for verified learners only.
   *
   * Source: `missed_gated_content`.
   */
  missedGatedContent: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether graded content is for verified learners only.
   *
   * Source: `content_type_gating_enabled`.
   */
  contentTypeGatingEnabled: Scalars['Boolean']['output'];
  /**
   * URL for the upgrade.
   *
   * Source: `verified_upgrade_link`.
   */
  verifiedUpgradeLink: Maybe<Scalars['URL']['output']>;
};

/** Input of the mutation `deleteComment`. */
export type DeleteCommentInput = {
  /** `id` or `lmsId` of the comment. */
  comment: Scalars['ID']['input'];
};

/** Payload of the mutation `deleteComment`. */
export type DeleteCommentPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** `id` of the deleted comment; null if the mutation was refused. */
  deletedId: Maybe<Scalars['ID']['output']>;
};

/** Input of the mutation `deleteTeam`. */
export type DeleteTeamInput = {
  /** `id` or `key` of the team. */
  team: Scalars['ID']['input'];
};

/** Payload of the mutation `deleteTeam`. */
export type DeleteTeamPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** `id` of the deleted team; null if the mutation was refused. */
  deletedTeamId: Maybe<Scalars['ID']['output']>;
};

/** Input of the mutation `deleteThread`. */
export type DeleteThreadInput = {
  /** `id` or `lmsId` of the thread. */
  thread: Scalars['ID']['input'];
};

/** Payload of the mutation `deleteThread`. */
export type DeleteThreadPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** `id` of the deleted thread; null if the mutation was refused. */
  deletedId: Maybe<Scalars['ID']['output']>;
};

/** The discussions of a course, as the viewer sees them. */
export type Discussion = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Provider of the discussions. Known values: `openedx`, `legacy`, and names of external tools.
   *
   * Source: `discussion/courses, provider`.
   */
  provider: Maybe<Scalars['String']['output']>;
  /**
   * Whether the viewer can post now.
   *
   * Source: `discussion/courses, is_posting_enabled`.
   */
  isPostingEnabled: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether to show the discussions.
   *
   * Source: `discussion/courses, show_discussions`.
   */
  showDiscussions: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether to show topics next to their units.
   *
   * Source: `discussion/courses, enable_in_context`.
   */
  enableInContext: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether posts may be anonymous to everybody.
   *
   * Source: `discussion/courses, allow_anonymous`.
   */
  allowAnonymous: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether posts may be anonymous to learners.
   *
   * Source: `discussion/courses, allow_anonymous_to_peers`.
   */
  allowAnonymousToPeers: Maybe<Scalars['Boolean']['output']>;
  /**
   * The viewer's roles. Known values: `Student`, `Community TA`, `Group Moderator`, `Moderator`, `Administrator`.
   *
   * Source: `discussion/courses, user_roles`.
   */
  userRoles: Maybe<Array<Scalars['String']['output']>>;
  /**
   * Whether the viewer may moderate.
   *
   * Source: `discussion/courses, has_moderation_privileges`.
   */
  hasModerationPrivileges: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer may moderate the posts of their own group.
   *
   * Source: `discussion/courses, is_group_ta`.
   */
  isGroupTa: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer is global staff.
   *
   * Source: `discussion/courses, is_user_admin`.
   */
  isUserAdmin: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer is on the course's staff.
   *
   * Source: `discussion/courses, is_course_staff`.
   */
  isCourseStaff: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer is an administrator of the course.
   *
   * Source: `discussion/courses, is_course_admin`.
   */
  isCourseAdmin: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether to show topics by subsection instead of by unit.
   *
   * Source: `discussion/courses, group_at_subsection`.
   */
  groupAtSubsection: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether a new thread can notify all learners.
   *
   * Source: `discussion/courses, is_notify_all_learners_enabled`.
   */
  canNotifyAllLearners: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer's e-mail address is confirmed; null on older releases.
   *
   * Source: `discussion/courses, is_email_verified`.
   */
  isEmailVerified: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether posting requires a confirmed e-mail address; null on older releases.
   *
   * Source: `discussion/courses, only_verified_users_can_post`.
   */
  onlyVerifiedUsersCanPost: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the number of new posts is limited; null on older releases.
   *
   * Source: `discussion/courses, content_creation_rate_limited`.
   */
  isRateLimited: Maybe<Scalars['Boolean']['output']>;
  /**
   * The captcha of new posts; null on older releases.
   *
   * Source: `discussion/courses, captcha_settings`.
   */
  captcha: Maybe<DiscussionCaptcha>;
  /**
   * Reasons that a moderator can give for an edit.
   *
   * Source: `discussion/courses, edit_reasons`.
   */
  editReasons: Maybe<Array<DiscussionReason>>;
  /**
   * Reasons that a moderator can give for closing a thread.
   *
   * Source: `discussion/courses, post_close_reasons`.
   */
  closeReasons: Maybe<Array<DiscussionReason>>;
  /**
   * Settings for the division of the discussions into groups; null for people without a role in them. Select them for moderators only, because the call returns nothing for others.
   *
   * Source: `discussion/settings`.
   */
  settings: Maybe<DiscussionSettings>;
  /**
   * Periods in which posting is closed.
   *
   * Source: `discussion/courses, blackouts`.
   */
  blackouts: Maybe<Array<DiscussionBlackout>>;
  /**
   * All topics, in course order; null if the viewer may not see them.
   *
   * Source: `discussion/course_topics`.
   */
  topics: Maybe<Array<DiscussionTopic>>;
  /**
   * Topics of the whole course; null if the viewer may not see them.
   *
   * Source: `discussion/topic_tree`.
   */
  courseWideTopics: Maybe<Array<DiscussionTopic>>;
  /**
   * Sections of the course with the topics of their units; null if the viewer may not see them.
   *
   * Source: `discussion/topic_tree`.
   */
  topicSections: Maybe<Array<DiscussionTopicSection>>;
  /**
   * Topics of units that are no longer in the course; null if the viewer may not see them.
   *
   * Source: `discussion/topic_tree`.
   */
  archivedTopics: Maybe<Array<DiscussionTopic>>;
  /**
   * Topics of units by category, for providers other than `openedx`, which leave the other lists of topics empty; null if the viewer may not see them.
   *
   * Source: `discussion/topic_categories, courseware_topics`.
   */
  categories: Maybe<Array<DiscussionCategory>>;
  /**
   * Topics of the whole course, for providers other than `openedx`; null if the viewer may not see them.
   *
   * Source: `discussion/topic_categories, non_courseware_topics`.
   */
  generalTopics: Maybe<Array<DiscussionCategoryTopic>>;
  /**
   * Learners with posts in the discussions.
   *
   * Source: `discussion/activity_stats`.
   */
  learners: Maybe<DiscussionLearnerConnection>;
  /**
   * The learner with this username, with or without posts.
   *
   * Source: `discussion/activity_stats`.
   */
  learner: Maybe<DiscussionLearner>;
  /**
   * The threads, pinned ones first.
   *
   * Source: `discussion/threads, or discussion/threads/reported for moderators`.
   */
  threads: Maybe<ThreadConnection>;
};


/** The discussions of a course, as the viewer sees them. */
export type DiscussionLearnersArgs = {
  orderBy?: DiscussionLearnerOrder;
  search?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The discussions of a course, as the viewer sees them. */
export type DiscussionLearnerArgs = {
  username: Scalars['String']['input'];
};


/** The discussions of a course, as the viewer sees them. */
export type DiscussionThreadsArgs = {
  topicIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  following?: Scalars['Boolean']['input'];
  orderBy?: ThreadOrder;
  status?: InputMaybe<ThreadStatus>;
  type?: InputMaybe<ThreadType>;
  search?: InputMaybe<Scalars['String']['input']>;
  group?: InputMaybe<Scalars['ID']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A period in which only moderators can post. */
export type DiscussionBlackout = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Start of the period.
   *
   * Source: `start`.
   */
  start: Scalars['DateTime']['output'];
  /**
   * End of the period.
   *
   * Source: `end`.
   */
  end: Scalars['DateTime']['output'];
};

/** The captcha that posting requires. */
export type DiscussionCaptcha = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether a new post needs the token of a solved captcha.
   *
   * Source: `enabled`.
   */
  isEnabled: Maybe<Scalars['Boolean']['output']>;
  /**
   * Site key of the captcha.
   *
   * Source: `site_key`.
   */
  siteKey: Maybe<Scalars['String']['output']>;
};

/** A category of topics, as the course team named it. */
export type DiscussionCategory = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Name of the category.
   *
   * Source: `name`.
   */
  name: Scalars['String']['output'];
  /**
   * Topics of the category.
   *
   * Source: `children`.
   */
  topics: Array<DiscussionCategoryTopic>;
};

/** A topic of an older provider of discussions, which does not name the topic's unit. */
export type DiscussionCategoryTopic = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's id of the topic, unique within its course.
   *
   * Source: `id`.
   */
  lmsId: Scalars['ID']['output'];
  /**
   * Name of the topic.
   *
   * Source: `name`.
   */
  name: Scalars['String']['output'];
  /**
   * Numbers of threads, by type.
   *
   * Source: `thread_counts`.
   */
  threadCounts: Maybe<ThreadCounts>;
};

/** A group of learners, such as a cohort, that a thread is limited to. */
export type DiscussionGroup = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's number of the group.
   *
   * Source: `group_id`.
   */
  lmsId: Scalars['ID']['output'];
  /**
   * Name of the group.
   *
   * Source: `group_name`.
   */
  name: Maybe<Scalars['String']['output']>;
};

/** A learner in a course's discussions. */
export type DiscussionLearner = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Username.
   *
   * Source: `discussion/activity_stats, username`.
   */
  username: Scalars['String']['output'];
  /**
   * URL of the learner's picture, 120 pixels square. One call for all learners of a page.
   *
   * Source: `user/accounts, profile_image.image_url_large`.
   */
  imageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Number of threads; null if the learner has no posts.
   *
   * Source: `discussion/activity_stats, threads`.
   */
  threads: Maybe<Scalars['Int']['output']>;
  /**
   * Number of responses.
   *
   * Source: `discussion/activity_stats, responses`.
   */
  responses: Maybe<Scalars['Int']['output']>;
  /**
   * Number of replies.
   *
   * Source: `discussion/activity_stats, replies`.
   */
  replies: Maybe<Scalars['Int']['output']>;
  /**
   * Number of reported posts; null for people who may not moderate.
   *
   * Source: `discussion/activity_stats, active_flags`.
   */
  activeFlags: Maybe<Scalars['Int']['output']>;
  /**
   * Number of posts whose reports were dismissed; null for people who may not moderate.
   *
   * Source: `discussion/activity_stats, inactive_flags`.
   */
  inactiveFlags: Maybe<Scalars['Int']['output']>;
  /**
   * Threads that the learner posted in. Not available to a bearer token or a session of an unconfirmed account.
   *
   * Source: `discussion/learner`.
   */
  posts: Maybe<ThreadConnection>;
};


/** A learner in a course's discussions. */
export type DiscussionLearnerPostsArgs = {
  orderBy?: ThreadOrder;
  status?: InputMaybe<ThreadStatus>;
  type?: InputMaybe<ThreadType>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of a list. */
export type DiscussionLearnerConnection = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** The edges of this page. */
  edges: Array<DiscussionLearnerEdge>;
  /** Information about this page. */
  pageInfo: PageInfo;
  /** Total number of edges; null if the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** An edge of a connection. */
export type DiscussionLearnerEdge = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Cursor of the edge, for `after`. */
  cursor: Scalars['String']['output'];
  /** The object at the end of the edge. */
  node: DiscussionLearner;
};

/** Order of the learners in a course's discussions. */
export type DiscussionLearnerOrder =
  /** Learners with the most posts first. */
  | 'ACTIVITY'
  /** Learners with the most reported posts first. Requires the right to moderate. */
  | 'FLAGGED'
  /** Learners with the latest posts first. */
  | 'RECENCY';

/** A reason for editing a post or closing a thread. */
export type DiscussionReason = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Code of the reason.
   *
   * Source: `code`.
   */
  code: Scalars['String']['output'];
  /**
   * Text of the reason, in the viewer's language.
   *
   * Source: `label`.
   */
  label: Scalars['String']['output'];
};

/** Settings for the division of a course's discussions into groups. */
export type DiscussionSettings = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `none`, `cohort`, `enrollment_track`.
   *
   * Source: `division_scheme`.
   */
  divisionScheme: Maybe<Scalars['String']['output']>;
  /**
   * Whether the topics of all units are divided.
   *
   * Source: `always_divide_inline_discussions`.
   */
  alwaysDivideInlineDiscussions: Maybe<Scalars['Boolean']['output']>;
  /**
   * The LMS's ids of the divided topics of units.
   *
   * Source: `divided_inline_discussions`.
   */
  dividedInlineTopics: Maybe<Array<Scalars['ID']['output']>>;
  /**
   * The LMS's ids of the divided topics of the whole course.
   *
   * Source: `divided_course_wide_discussions`.
   */
  dividedCourseWideTopics: Maybe<Array<Scalars['ID']['output']>>;
};

/** A topic of a course's discussions. */
export type DiscussionTopic = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's id of the topic, unique within its course.
   *
   * Source: `id`.
   */
  lmsId: Scalars['ID']['output'];
  /**
   * Name of the topic.
   *
   * Source: `name`.
   */
  name: Scalars['String']['output'];
  /**
   * Key of the topic's unit; null for a topic of the whole course.
   *
   * Source: `usage_key`.
   */
  usageKey: Maybe<Scalars['UsageKey']['output']>;
  /**
   * Whether to show the topic next to its unit.
   *
   * Source: `enabled_in_context`.
   */
  enabledInContext: Scalars['Boolean']['output'];
  /**
   * Numbers of threads, by type.
   *
   * Source: `thread_counts`.
   */
  threadCounts: Maybe<ThreadCounts>;
};

/** A section of a course with the topics of its units. */
export type DiscussionTopicSection = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the section.
   *
   * Source: `id`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Name of the section.
   *
   * Source: `display_name`.
   */
  title: Maybe<Scalars['String']['output']>;
  /**
   * URL of the section in the LMS.
   *
   * Source: `lms_web_url`.
   */
  webUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Its sequences that have topics.
   *
   * Source: `children`.
   */
  sequences: Array<DiscussionTopicSequence>;
};

/** A sequence of a course with the topics of its units. */
export type DiscussionTopicSequence = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the sequence.
   *
   * Source: `id`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Name of the sequence.
   *
   * Source: `display_name`.
   */
  title: Maybe<Scalars['String']['output']>;
  /**
   * URL of the sequence in the LMS.
   *
   * Source: `lms_web_url`.
   */
  webUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Numbers of threads in all of its topics, by type.
   *
   * Source: `thread_counts`.
   */
  threadCounts: Maybe<ThreadCounts>;
  /**
   * Topics of its units.
   *
   * Source: `children`.
   */
  topics: Array<DiscussionTopic>;
};

/** A tour of the discussions page. */
export type DiscussionTour = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's number of the tour.
   *
   * Source: `id`.
   */
  lmsId: Scalars['Int']['output'];
  /**
   * The LMS's name of the tour, such as `not_responded_filter`.
   *
   * Source: `tour_name`.
   */
  name: Scalars['String']['output'];
  /**
   * Whether to show the tour.
   *
   * Source: `show_tour`.
   */
  isShown: Scalars['Boolean']['output'];
};

/** Input of the mutation `dismissWelcomeMessage`. */
export type DismissWelcomeMessageInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
};

/** Payload of the mutation `dismissWelcomeMessage`. */
export type DismissWelcomeMessagePayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
};

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

/** Whether the viewer still has to confirm their e-mail address. */
export type EmailConfirmation = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether to ask the viewer for a confirmation.
   *
   * Source: `isNeeded`.
   */
  isNeeded: Scalars['Boolean']['output'];
  /**
   * URL that sends the confirmation e-mail again.
   *
   * Source: `sendEmailUrl`.
   */
  sendEmailUrl: Maybe<Scalars['URL']['output']>;
};

/** Whether the viewer can enrol now. */
export type EnrollAlert = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether enrolment is possible.
   *
   * Source: `can_enroll`.
   */
  canEnroll: Scalars['Boolean']['output'];
  /**
   * Additional text, in the viewer's language.
   *
   * Source: `extra_text`.
   */
  extraText: Maybe<Scalars['String']['output']>;
};

/** Input of the mutation `enroll`. */
export type EnrollInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** Enrolment mode; null means the course's free one. Learners can choose `audit` or `honor`; other modes are bought. */
  mode?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of the mutation `enroll`. */
export type EnrollPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * The viewer's enrolment.
   *
   * Source: `enrollment/enroll`.
   */
  enrollment: Maybe<Enrollment>;
  /**
   * The enrolment as the first edge of `Viewer.enrollments`, for clients that update lists themselves.
   *
   * Source: `enrollment/enroll`.
   */
  enrollmentEdge: Maybe<EnrollmentEdge>;
};

/** The viewer's enrolment in a course. Fields that only the mobile API has are null for courses that the apps cannot show. */
export type Enrollment = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The course.
   *
   * Source: `learner_home/init, courseRun.courseId`; or `mobile/course_enrollments, course.id`; or `enrollment/enrollment, course_details.course_id`; or `learner_home/init`; or `mobile/course_enrollments, course`.
   */
  course: Maybe<Course>;
  /**
   * Whether the enrolment is active.
   *
   * Source: `course_home/course_metadata, is_enrolled`; or `courseware/course, is_active`; or `enrollment/enrollment, is_active`; or `enrollment/enrollment/course, is_active`; or `learner_home/init, enrollment.isEnrolled`; or `mobile/course_enrollments, is_active`.
   */
  isActive: Scalars['Boolean']['output'];
  /**
   * Known values: `audit`, `honor`, `verified`, `professional`, `no-id-professional`, `credit`, `masters`, `executive-education`.
   *
   * Source: `course_home/outline, enrollment_mode`; or `courseware/course, mode`; or `enrollment/enrollment, mode`; or `enrollment/enrollment/course, mode`; or `learner_home/init, enrollment.mode`; or `mobile/course_enrollments, mode`.
   */
  mode: Maybe<Scalars['String']['output']>;
  /**
   * When the viewer first enrolled.
   *
   * Source: `enrollment/enrollment, created`; or `enrollment/enrollment/course, created`; or `learner_home/init, enrollment.lastEnrolled`; or `mobile/course_enrollments, created`.
   */
  created: Maybe<Scalars['DateTime']['output']>;
  /**
   * When the viewer's audit access expires; null if it does not.
   *
   * Source: `learner_home/init, enrollment.accessExpirationDate`; or `mobile/course_enrollments, audit_access_expires`.
   */
  accessExpirationDate: Maybe<Scalars['DateTime']['output']>;
  /**
   * Deadline for an upgrade, which may depend on the day of the enrolment; null if the viewer cannot upgrade.
   *
   * Source: `mobile/course_enrollments, course.dynamic_upgrade_deadline`.
   */
  upgradeDeadline: Maybe<Scalars['DateTime']['output']>;
  /**
   * Whether the mode is a verified one.
   *
   * Source: `learner_home/init, enrollment.isVerified`.
   */
  isVerified: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the mode is a free one.
   *
   * Source: `learner_home/init, enrollment.isAudit`.
   */
  isAudit: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer's audit access has expired.
   *
   * Source: `learner_home/init, enrollment.isAuditAccessExpired`.
   */
  isAuditAccessExpired: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer can upgrade to a paid mode.
   *
   * Source: `learner_home/init, enrollment.canUpgrade`.
   */
  canUpgrade: Maybe<Scalars['Boolean']['output']>;
  /**
   * URL for the upgrade.
   *
   * Source: `learner_home/init, courseRun.upgradeUrl`.
   */
  upgradeUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the LMS's refund information for unenrolling.
   *
   * Source: `learner_home/init, courseRun.unenrollUrl`.
   */
  unenrollUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether the viewer has started the course.
   *
   * Source: `learner_home/init, enrollment.hasStarted`.
   */
  hasStarted: Maybe<Scalars['Boolean']['output']>;
  /**
   * URL where the viewer resumes; null before the viewer has started.
   *
   * Source: `learner_home/init, courseRun.resumeUrl`.
   */
  resumeUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether the course team can send e-mail to its learners.
   *
   * Source: `learner_home/init, enrollment.isEmailEnabled`.
   */
  isEmailEnabled: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer has opted out of the course team's e-mails.
   *
   * Source: `learner_home/init, enrollment.hasOptedOutOfEmail`.
   */
  hasOptedOutOfEmail: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether a prerequisite course is not completed.
   *
   * Source: `learner_home/init, enrollment.coursewareAccess.hasUnmetPrerequisites`.
   */
  hasUnmetPrerequisites: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the course has not started yet.
   *
   * Source: `learner_home/init, enrollment.coursewareAccess.isTooEarly`.
   */
  isTooEarly: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer has staff access.
   *
   * Source: `learner_home/init, enrollment.coursewareAccess.isStaff`.
   */
  isStaff: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer may enter the course in the mobile apps, which have separate rules, and the reason if not.
   *
   * Source: `mobile/course_enrollments, course.courseware_access`.
   */
  coursewareAccess: Maybe<CoursewareAccess>;
  /**
   * Query parameters of a link that is shared on Facebook.
   *
   * Source: `mobile/course_enrollments, course.course_sharing_utm_parameters.facebook`.
   */
  facebookShareParameters: Maybe<Scalars['String']['output']>;
  /**
   * Query parameters of a link that is shared on X (Twitter).
   *
   * Source: `mobile/course_enrollments, course.course_sharing_utm_parameters.twitter`.
   */
  twitterShareParameters: Maybe<Scalars['String']['output']>;
  /**
   * URL of the LMS's discussion API for the course, as the apps read it; null if the viewer has no discussions.
   *
   * Source: `mobile/course_enrollments, course.discussion_url`.
   */
  discussionApiUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Status of the viewer's certificate, even before there is one.
   *
   * Source: `learner_home/init, certificate`; or `mobile/course_enrollments, certificate`.
   */
  certificate: Maybe<EnrollmentCertificate>;
  /**
   * The viewer's result in the course.
   *
   * Source: `learner_home/init, gradeData`.
   */
  gradeData: Maybe<GradeData>;
  /**
   * Programs that the course belongs to.
   *
   * Source: `learner_home/init, programs.relatedPrograms`.
   */
  programs: Maybe<Array<EnrollmentProgram>>;
  /**
   * The entitlement that the viewer enrolled with; null if there is none.
   *
   * Source: `learner_home/init, entitlement.uuid`.
   */
  entitlement: Maybe<Entitlement>;
  /**
   * Academic credit for the course; null if the viewer is not eligible.
   *
   * Source: `learner_home/init, credit`.
   */
  credit: Maybe<EnrollmentCredit>;
  /**
   * The block that the viewer completed last. Available for the primary enrolment only; null before the first.
   *
   * Source: `mobile/course_enrollments, course_status`.
   */
  lastVisited: Maybe<LastVisited>;
  /**
   * Numbers of completed and all assignments.
   *
   * Source: `mobile/course_enrollments, course_progress`.
   */
  assignments: Maybe<EnrollmentAssignments>;
};

/** Numbers of graded subsections of a course, and the dates of some. */
export type EnrollmentAssignments = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Number of completed subsections.
   *
   * Source: `mobile/course_enrollments, course_progress.assignments_completed`.
   */
  completed: Scalars['Int']['output'];
  /**
   * Number of subsections.
   *
   * Source: `mobile/course_enrollments, course_progress.total_assignments_count`.
   */
  total: Scalars['Int']['output'];
  /**
   * Assignments due on the next day with deadlines. Available for the primary enrolment only.
   *
   * Source: `mobile/course_enrollments, course_assignments.future_assignments`.
   */
  upcoming: Maybe<Array<CourseDate>>;
  /**
   * Assignments that were due. Available for the primary enrolment only.
   *
   * Source: `mobile/course_enrollments, course_assignments.past_assignments`.
   */
  past: Maybe<Array<CourseDate>>;
};

/** Status of the viewer's certificate, in a list of enrolments. */
export type EnrollmentCertificate = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `downloadable`, `earned_but_not_available`, `notpassing`, `restricted`.
   *
   * Source: `learner_home/init, isRestricted + isDownloadable + isEarned`.
   */
  status: Maybe<Scalars['String']['output']>;
  /**
   * Whether the viewer has earned the certificate.
   *
   * Source: `learner_home/init, isEarned`.
   */
  isEarned: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the certificate can be downloaded.
   *
   * Source: `learner_home/init, isDownloadable`.
   */
  isDownloadable: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer is barred from certificates.
   *
   * Source: `learner_home/init, isRestricted`.
   */
  isRestricted: Maybe<Scalars['Boolean']['output']>;
  /**
   * When the certificate becomes available; null if it is not announced.
   *
   * Source: `learner_home/init, availableDate`.
   */
  availableDate: Maybe<Scalars['DateTime']['output']>;
  /**
   * URL of the certificate's page.
   *
   * Source: `learner_home/init, certPreviewUrl`.
   */
  previewUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the certificate for the mobile apps; null if there is none.
   *
   * Source: `mobile/course_enrollments, url`.
   */
  downloadUrl: Maybe<Scalars['URL']['output']>;
};

/** A page of enrolments. */
export type EnrollmentConnection = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The edges of this page.
   *
   * Source: `learner_home/init, rows[]`; or `mobile/course_enrollments, rows[]`.
   */
  edges: Array<EnrollmentEdge>;
  /** Information about this page. */
  pageInfo: PageInfo;
  /** Total number of enrolments. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** Academic credit that the viewer is eligible for. */
export type EnrollmentCredit = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Always true; the LMS sends this object to eligible learners only.
   *
   * Source: `purchased`.
   */
  isEligible: Scalars['Boolean']['output'];
  /**
   * Whether the viewer has bought the credit.
   *
   * Source: `purchased`.
   */
  purchased: Scalars['Boolean']['output'];
  /**
   * Status of the request; null before there is one. Known values: `pending`, `approved`, `rejected`.
   *
   * Source: `requestStatus`.
   */
  requestStatus: Maybe<Scalars['String']['output']>;
  /**
   * The LMS's id of the provider; null before one is chosen.
   *
   * Source: `providerId`.
   */
  providerId: Maybe<Scalars['String']['output']>;
  /**
   * Name of the provider; null before one is chosen.
   *
   * Source: `providerName`.
   */
  providerName: Maybe<Scalars['String']['output']>;
  /**
   * URL of the provider's status page.
   *
   * Source: `providerStatusUrl`.
   */
  providerStatusUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether the LMS failed to reach the provider.
   *
   * Source: `error`.
   */
  error: Scalars['Boolean']['output'];
};

/** An edge in `EnrollmentConnection`. */
export type EnrollmentEdge = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Cursor of the edge, for `after`. */
  cursor: Scalars['String']['output'];
  /**
   * The enrolment at the end of the edge.
   *
   * Source: `learner_home/init`; or `mobile/course_enrollments`.
   */
  node: Enrollment;
};

/** A program that the course of an enrolment belongs to. */
export type EnrollmentProgram = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Identifier of the program, taken from its URL.
   *
   * Source: `programUrl`.
   */
  uuid: Maybe<Scalars['UUID']['output']>;
  /**
   * Name of the program.
   *
   * Source: `title`.
   */
  title: Scalars['String']['output'];
  /**
   * URL of the program.
   *
   * Source: `programUrl`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * Known values: `MicroMasters`, `Professional Certificate`, `XSeries`, `Masters`, `MicroBachelors`.
   *
   * Source: `programType`.
   */
  type: Maybe<Scalars['String']['output']>;
  /**
   * Institution that offers the program.
   *
   * Source: `provider`.
   */
  provider: Maybe<Scalars['String']['output']>;
  /**
   * Number of courses in the program.
   *
   * Source: `numberOfCourses`.
   */
  courseCount: Maybe<Scalars['Int']['output']>;
  /**
   * URL of the banner.
   *
   * Source: `bannerImgSrc`.
   */
  bannerImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the provider's logo.
   *
   * Source: `logoImgSrc`.
   */
  logoImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The program itself; null if the viewer may not see it.
   *
   * Source: `program_enrollments/programs, and what its fields say`.
   */
  program: Maybe<Program>;
};

/** Status of an enrolment, as the mobile apps group them. */
export type EnrollmentStatus =
  /** The course has started and not ended, and there is no certificate yet. */
  | 'IN_PROGRESS'
  /** The viewer has a certificate. */
  | 'COMPLETED'
  /** The course has ended, or the viewer's access has expired. */
  | 'EXPIRED';

/** The enterprise that the viewer belongs to. */
export type EnterpriseDashboard = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Identifier of the enterprise.
   *
   * Source: `uuid`.
   */
  uuid: Maybe<Scalars['UUID']['output']>;
  /**
   * Name of the enterprise.
   *
   * Source: `label`.
   */
  label: Maybe<Scalars['String']['output']>;
  /**
   * URL of the enterprise's dashboard.
   *
   * Source: `url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * Identifier of the enterprise for sign-in.
   *
   * Source: `authOrgId`.
   */
  authOrgId: Maybe<Scalars['String']['output']>;
  /**
   * Whether the learner portal is enabled.
   *
   * Source: `isLearnerPortalEnabled`.
   */
  isLearnerPortalEnabled: Maybe<Scalars['Boolean']['output']>;
};

/** The right to take one run of a course, bought before a run is chosen. */
export type Entitlement = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Identifier of the entitlement.
   *
   * Source: `entitlement.uuid`.
   */
  uuid: Scalars['UUID']['output'];
  /**
   * Name of the course.
   *
   * Source: `course.courseName`.
   */
  courseTitle: Maybe<Scalars['String']['output']>;
  /**
   * Number of the course.
   *
   * Source: `course.courseNumber`.
   */
  courseNumber: Maybe<Scalars['String']['output']>;
  /**
   * Organisation of the course.
   *
   * Source: `courseProvider.name`.
   */
  courseOrg: Maybe<Scalars['String']['output']>;
  /**
   * Image of the course.
   *
   * Source: `course.bannerImgSrc`.
   */
  courseBannerImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether a run has been chosen.
   *
   * Source: `entitlement.isFulfilled`.
   */
  isFulfilled: Scalars['Boolean']['output'];
  /**
   * Whether the entitlement has expired.
   *
   * Source: `entitlement.isExpired`.
   */
  isExpired: Scalars['Boolean']['output'];
  /**
   * Whether the entitlement can be refunded.
   *
   * Source: `entitlement.isRefundable`.
   */
  isRefundable: Scalars['Boolean']['output'];
  /**
   * Last day on which another run can be chosen.
   *
   * Source: `entitlement.changeDeadline`.
   */
  changeDeadline: Maybe<Scalars['Date']['output']>;
  /**
   * Day on which the entitlement expires.
   *
   * Source: `entitlement.expirationDate`.
   */
  expirationDate: Maybe<Scalars['Date']['output']>;
  /**
   * Whether the viewer can view a course: a run has been chosen. It stays available after the right to choose has expired.
   *
   * Source: `entitlement.isFulfilled`.
   */
  canViewCourse: Scalars['Boolean']['output'];
  /**
   * The runs to choose from.
   *
   * Source: `entitlement.availableSessions`.
   */
  availableSessions: Array<EntitlementSession>;
  /**
   * Programs that the course belongs to.
   *
   * Source: `programs.relatedPrograms`.
   */
  programs: Array<EnrollmentProgram>;
};

/** A course run that an entitlement can be used for. */
export type EntitlementSession = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * When the run begins.
   *
   * Source: `startDate`.
   */
  start: Maybe<Scalars['DateTime']['output']>;
  /**
   * When the run ends.
   *
   * Source: `endDate`.
   */
  end: Maybe<Scalars['DateTime']['output']>;
  /**
   * The run.
   *
   * Source: `learner_home/init, courseId`.
   */
  course: Maybe<Course>;
};

/** The entrance exam of a course. */
export type EntranceExam = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the course has an entrance exam.
   *
   * Source: `entrance_exam_enabled`.
   */
  enabled: Scalars['Boolean']['output'];
  /**
   * Whether the viewer has passed it; true if there is no exam.
   *
   * Source: `entrance_exam_passed`.
   */
  passed: Scalars['Boolean']['output'];
  /**
   * Key of the exam; null if there is none.
   *
   * Source: `entrance_exam_id`.
   */
  key: Maybe<Scalars['UsageKey']['output']>;
  /**
   * The viewer's score, 0 to 1.
   *
   * Source: `entrance_exam_current_score`.
   */
  currentScore: Scalars['Float']['output'];
  /**
   * The lowest score that passes, 0 to 1.
   *
   * Source: `entrance_exam_minimum_score_pct`.
   */
  minimumScorePercent: Scalars['Float']['output'];
};

/** A sequence that is an exam. */
export type Exam = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's number of the exam.
   *
   * Source: `id`.
   */
  lmsId: Scalars['Int']['output'];
  /**
   * Key of the sequence.
   *
   * Source: `content_id`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Name of the exam.
   *
   * Source: `exam_name`.
   */
  name: Scalars['String']['output'];
  /**
   * Known values: `timed`, `proctored`, `practice`, `onboarding`.
   *
   * Source: `type`.
   */
  type: Maybe<Scalars['String']['output']>;
  /**
   * Minutes that learners have.
   *
   * Source: `time_limit_mins`.
   */
  timeLimitMinutes: Scalars['Int']['output'];
  /**
   * Time that the viewer has, as a text in their language; null after the first attempt.
   *
   * Source: `total_time`.
   */
  totalTimeText: Maybe<Scalars['String']['output']>;
  /**
   * Whether the exam is proctored.
   *
   * Source: `is_proctored`.
   */
  isProctored: Scalars['Boolean']['output'];
  /**
   * Whether the exam is for practice.
   *
   * Source: `is_practice_exam`.
   */
  isPractice: Scalars['Boolean']['output'];
  /**
   * Whether the exam is in use.
   *
   * Source: `is_active`.
   */
  isActive: Scalars['Boolean']['output'];
  /**
   * When the exam is due; null if it has no due date.
   *
   * Source: `due_date`.
   */
  due: Maybe<Scalars['DateTime']['output']>;
  /**
   * Whether the due date has passed.
   *
   * Source: `passed_due_date`.
   */
  isPastDue: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the content is hidden after the due date.
   *
   * Source: `hide_after_due`.
   */
  hideAfterDue: Scalars['Boolean']['output'];
  /**
   * The LMS's name of the proctoring provider.
   *
   * Source: `backend`.
   */
  backend: Maybe<Scalars['String']['output']>;
  /**
   * URL of the onboarding exam.
   *
   * Source: `onboarding_link`.
   */
  onboardingUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether attempts are kept by the separate exams service.
   *
   * Source: `use_legacy_attempt_api`.
   */
  usesExamsService: Maybe<Scalars['Boolean']['output']>;
  /**
   * Conditions for taking the exam; null if it is not proctored.
   *
   * Source: `prerequisite_status`.
   */
  prerequisites: Maybe<ExamPrerequisites>;
  /**
   * The viewer's latest attempt; null before the first.
   *
   * Source: `attempt`.
   */
  attempt: Maybe<ExamAttempt>;
  /**
   * Information about the proctoring and its provider; null if the exam is not proctored.
   *
   * Source: `proctoring/settings`.
   */
  proctoring: Maybe<ExamProctoring>;
  /**
   * The aids that learners may use; null if the exam is not proctored.
   *
   * Source: `proctoring/review_policy`.
   */
  reviewPolicy: Maybe<ExamReviewPolicy>;
};

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

/** An attempt of the viewer at an exam. */
export type ExamAttempt = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's number of the attempt.
   *
   * Source: `attempt_id`.
   */
  lmsId: Scalars['Int']['output'];
  /**
   * Known values: `created`, `download_software_clicked`, `ready_to_start`, `started`, `ready_to_submit`, `declined`, `timed_out`, `submitted`, `second_review_required`, `verified`, `rejected`, `error`, `expired`, `onboarding_missing`, `onboarding_pending`, `onboarding_failed`, `onboarding_expired`, `onboarding_reset`.
   *
   * Source: `attempt_status`.
   */
  status: Scalars['String']['output'];
  /**
   * Code to enter in the proctoring software; null if the exam is not proctored.
   *
   * Source: `attempt_code`.
   */
  code: Maybe<Scalars['String']['output']>;
  /**
   * The proctoring provider's identifier of the attempt.
   *
   * Source: `external_id`.
   */
  externalId: Maybe<Scalars['String']['output']>;
  /**
   * Kind of the exam, in the viewer's language.
   *
   * Source: `exam_type`.
   */
  examType: Maybe<Scalars['String']['output']>;
  /**
   * Name of the exam.
   *
   * Source: `exam_display_name`.
   */
  examDisplayName: Maybe<Scalars['String']['output']>;
  /**
   * URL that leads to the exam.
   *
   * Source: `exam_url_path`.
   */
  examUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The course of the exam.
   *
   * Source: `proctoring/state, course_id`.
   */
  course: Maybe<Course>;
  /**
   * Seconds that are left, counted by the LMS. `Query.serverTime` is the LMS's clock at that moment.
   *
   * Source: `time_remaining_seconds`.
   */
  secondsRemaining: Maybe<Scalars['Float']['output']>;
  /**
   * Time that is left, as a text for screen readers in the viewer's language.
   *
   * Source: `accessibility_time_string`.
   */
  remainingTimeText: Maybe<Scalars['String']['output']>;
  /**
   * Time allowed, as a text in the viewer's language.
   *
   * Source: `total_time`.
   */
  totalTimeText: Maybe<Scalars['String']['output']>;
  /**
   * Remaining seconds at which to warn the viewer.
   *
   * Source: `low_threshold_sec`.
   */
  lowThresholdSeconds: Maybe<Scalars['Int']['output']>;
  /**
   * Remaining seconds at which to warn the viewer urgently.
   *
   * Source: `critically_low_threshold_sec`.
   */
  criticallyLowThresholdSeconds: Maybe<Scalars['Int']['output']>;
  /**
   * Whether the attempt is proctored.
   *
   * Source: `taking_as_proctored`.
   */
  takenAsProctored: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether course staff have allowed the viewer to continue an attempt that ended in an error.
   *
   * Source: `attempt_ready_to_resume`.
   */
  isReadyToResume: Maybe<Scalars['Boolean']['output']>;
  /**
   * Seconds between two checks of the proctoring software; null if the exam is not proctored.
   *
   * Source: `ping_interval`.
   */
  pingIntervalSeconds: Maybe<Scalars['Int']['output']>;
  /**
   * URL of the script that communicates with the proctoring software.
   *
   * Source: `desktop_application_js_url`.
   */
  desktopApplicationScriptUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the proctoring software.
   *
   * Source: `software_download_url`.
   */
  softwareDownloadUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether the attempt is kept by the separate exams service. Its clock and actions are then in that service.
   *
   * Source: `use_legacy_attempt_api`.
   */
  usesExamsService: Maybe<Scalars['Boolean']['output']>;
};

/** A link of the page about proctoring. */
export type ExamLink = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `contact_us`, `faq`, `online_proctoring_rules`, `tech_requirements`.
   *
   * Source: `name of the member`.
   */
  name: Scalars['String']['output'];
  /**
   * URL of the link.
   *
   * Source: `value of the member`.
   */
  url: Maybe<Scalars['URL']['output']>;
};

/** A condition for taking a proctored exam. */
export type ExamPrerequisite = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Name of the condition.
   *
   * Source: `display_name`.
   */
  displayName: Maybe<Scalars['String']['output']>;
  /**
   * URL that leads to it.
   *
   * Source: `jumpto_url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * Known values: `satisfied`, `failed`, `pending`, `declined`.
   *
   * Source: `status`.
   */
  status: Maybe<Scalars['String']['output']>;
};

/** The conditions for taking a proctored exam. */
export type ExamPrerequisites = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the viewer has met all conditions.
   *
   * Source: `are_prerequisites_satisifed`.
   */
  areSatisfied: Maybe<Scalars['Boolean']['output']>;
  /**
   * Conditions that are met.
   *
   * Source: `satisfied_prerequisites`.
   */
  satisfied: Maybe<Array<ExamPrerequisite>>;
  /**
   * Conditions that are still to be met.
   *
   * Source: `pending_prerequisites`.
   */
  pending: Maybe<Array<ExamPrerequisite>>;
  /**
   * Conditions that the viewer failed.
   *
   * Source: `failed_prerequisites`.
   */
  failed: Maybe<Array<ExamPrerequisite>>;
  /**
   * Conditions that the viewer declined.
   *
   * Source: `declined_prerequisites`.
   */
  declined: Maybe<Array<ExamPrerequisite>>;
};

/** Information for learners about the proctoring of an exam and its provider. */
export type ExamProctoring = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Name of the LMS.
   *
   * Source: `platform_name`.
   */
  platformName: Maybe<Scalars['String']['output']>;
  /**
   * Address for questions: a URL or an e-mail address.
   *
   * Source: `contact_us`.
   */
  contactUrl: Maybe<Scalars['String']['output']>;
  /**
   * Links for learners, by name.
   *
   * Source: `link_urls`.
   */
  links: Maybe<Array<ExamLink>>;
  /**
   * Name of the provider.
   *
   * Source: `provider_name`.
   */
  providerName: Maybe<Scalars['String']['output']>;
  /**
   * The provider's e-mail address.
   *
   * Source: `provider_tech_support_email`.
   */
  techSupportEmail: Maybe<Scalars['String']['output']>;
  /**
   * The provider's phone number.
   *
   * Source: `provider_tech_support_phone`.
   */
  techSupportPhone: Maybe<Scalars['String']['output']>;
  /**
   * E-mail address from which the provider writes to learners.
   *
   * Source: `learner_notification_from_email`.
   */
  learnerNotificationEmail: Maybe<Scalars['String']['output']>;
  /**
   * E-mail address of the integration.
   *
   * Source: `integration_specific_email`.
   */
  integrationEmail: Maybe<Scalars['String']['output']>;
  /**
   * E-mail address of the course team for complaints.
   *
   * Source: `proctoring_escalation_email`.
   */
  escalationEmail: Maybe<Scalars['String']['output']>;
  /**
   * URL of the proctoring software.
   *
   * Source: `exam_proctoring_backend.download_url`.
   */
  softwareDownloadUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Instructions, step by step.
   *
   * Source: `exam_proctoring_backend.instructions`.
   */
  instructions: Maybe<Array<Scalars['String']['output']>>;
  /**
   * The provider's rules.
   *
   * Source: `exam_proctoring_backend.rules`.
   */
  rules: Maybe<Array<ExamRule>>;
};

/** The aids that learners may use in a proctored exam. */
export type ExamReviewPolicy = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Text of the course team; null if there is none.
   *
   * Source: `review_policy`.
   */
  text: Maybe<Scalars['String']['output']>;
};

/** A rule of the proctoring provider. */
export type ExamRule = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Name of the rule.
   *
   * Source: `name of the member`.
   */
  key: Scalars['String']['output'];
  /**
   * Value of the rule, as text.
   *
   * Source: `value of the member`.
   */
  value: Maybe<Scalars['String']['output']>;
};

/** The exam of a sequence, and the viewer's active attempt. Reading it ends an attempt whose time is over, as every page of the LMS does. Both are read by one call, which is never repeated. */
export type ExamState = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The exam; null without a `sequence`, and if the sequence is not an exam.
   *
   * Source: `proctoring/state, exam`.
   */
  exam: Maybe<Exam>;
  /**
   * The viewer's active attempt, which may be in another course; null if there is none.
   *
   * Source: `proctoring/state, active_attempt`.
   */
  activeAttempt: Maybe<ExamAttempt>;
};

/** A further field of the viewer's account, which the operator has added. */
export type ExtendedProfileField = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's name of the field.
   *
   * Source: `field_name`.
   */
  name: Scalars['String']['output'];
  /**
   * Value of the field.
   *
   * Source: `field_value`.
   */
  value: Maybe<Scalars['String']['output']>;
};

/** A further field of the account. */
export type ExtendedProfileInput = {
  /** The LMS's name of the field. */
  name: Scalars['String']['input'];
  /** Its value. */
  value: Scalars['String']['input'];
};

/** The audience of a field of a profile. */
export type FieldVisibility = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's name of the field. Known values: `bio`, `country`, `course_certificates`, `date_joined`, `language_proficiencies`, `level_of_education`, `name`, `social_links`, `time_zone`.
   *
   * Source: `field`.
   */
  fieldName: Scalars['String']['output'];
  /**
   * Known values: `all_users`, `private`.
   *
   * Source: `audience`.
   */
  audience: Scalars['String']['output'];
};

/** The audience of a field of the profile. */
export type FieldVisibilityInput = {
  /** The LMS's name of the field, such as `bio`. */
  fieldName: Scalars['String']['input'];
  /** The audience of the field. */
  audience: Audience;
};

/** Input of the mutation `finishDiscussionTour`. */
export type FinishDiscussionTourInput = {
  /** `id` or `lmsId` of the tour. */
  tour: Scalars['ID']['input'];
};

/** Payload of the mutation `finishDiscussionTour`. */
export type FinishDiscussionTourPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /**
   * The tour after the change.
   *
   * Source: `user_tours/finish_discussion_tour`.
   */
  tour: Maybe<DiscussionTour>;
};

/** A prerequisite of a sequence. */
export type GatedContent = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the sequence is locked until the prerequisite is met.
   *
   * Source: `gated`.
   */
  gated: Scalars['Boolean']['output'];
  /**
   * URL of the prerequisite; null if there is none.
   *
   * Source: `prereq_url`.
   */
  prereqUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Key of the prerequisite sequence.
   *
   * Source: `prereq_id`.
   */
  prereqKey: Maybe<Scalars['UsageKey']['output']>;
  /**
   * Name of the prerequisite sequence.
   *
   * Source: `prereq_section_name`.
   */
  prereqSectionName: Maybe<Scalars['String']['output']>;
  /**
   * Name of the locked sequence.
   *
   * Source: `gated_section_name`.
   */
  gatedSectionName: Maybe<Scalars['String']['output']>;
};

/** A letter grade and its lowest score. */
export type GradeCutoff = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The letter grade, as the course team wrote it.
   *
   * Source: `name of the member`.
   */
  letter: Scalars['String']['output'];
  /**
   * The lowest score for the letter grade, 0 to 1.
   *
   * Source: `value of the member`.
   */
  cutoff: Scalars['Float']['output'];
};

/** The viewer's result in a course. */
export type GradeData = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the grade is a passing grade.
   *
   * Source: `isPassing`.
   */
  isPassing: Scalars['Boolean']['output'];
};

/** A grade set by staff that overrides the earned one. */
export type GradeOverride = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * System that set the override.
   *
   * Source: `system`.
   */
  system: Maybe<Scalars['String']['output']>;
  /**
   * Reason of the override.
   *
   * Source: `reason`.
   */
  reason: Maybe<Scalars['String']['output']>;
};

/** An assignment type of the gradebook. */
export type GradebookAssignmentType = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Assignment type, as the course team named it.
   *
   * Source: `*.type`.
   */
  type: Scalars['String']['output'];
  /**
   * Abbreviation of the type.
   *
   * Source: `*.short_label`.
   */
  shortLabel: Maybe<Scalars['String']['output']>;
  /**
   * Number of assignments that count.
   *
   * Source: `*.min_count`.
   */
  minCount: Maybe<Scalars['Int']['output']>;
  /**
   * Number of lowest scores that are dropped.
   *
   * Source: `*.drop_count`.
   */
  dropCount: Maybe<Scalars['Int']['output']>;
  /**
   * Share of the grade, 0 to 1.
   *
   * Source: `*.weight`.
   */
  weight: Maybe<Scalars['Float']['output']>;
};

/** A page of the gradebook. */
export type GradebookConnection = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** The edges of this page. */
  edges: Array<GradebookEntryEdge>;
  /** Information about this page. */
  pageInfo: PageInfo;
  /** Total number of edges; null if the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
  /**
   * Number of learners in the course.
   *
   * Source: `total_users`.
   */
  totalUsers: Maybe<Scalars['Int']['output']>;
  /**
   * Number of learners that match the filters.
   *
   * Source: `filtered_users`.
   */
  filteredUsers: Maybe<Scalars['Int']['output']>;
};

/** One learner's row of the gradebook. */
export type GradebookEntry = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Numeric id of the learner.
   *
   * Source: `user_id`.
   */
  userId: Scalars['ID']['output'];
  /**
   * Username of the learner.
   *
   * Source: `username`.
   */
  username: Scalars['String']['output'];
  /**
   * Full name, if the LMS shows it.
   *
   * Source: `full_name`.
   */
  fullName: Maybe<Scalars['String']['output']>;
  /**
   * E-mail address, if the LMS shows it.
   *
   * Source: `email`.
   */
  email: Maybe<Scalars['String']['output']>;
  /**
   * The learner's key in a program; null if the learner is in none.
   *
   * Source: `external_user_key`.
   */
  externalUserKey: Maybe<Scalars['String']['output']>;
  /**
   * Course grade, 0 to 1.
   *
   * Source: `percent`.
   */
  percent: Scalars['Float']['output'];
  /**
   * Scores by graded subsection.
   *
   * Source: `section_breakdown`.
   */
  sections: Array<GradebookSection>;
};

/** An edge of a connection. */
export type GradebookEntryEdge = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Cursor of the edge, for `after`. */
  cursor: Scalars['String']['output'];
  /** The object at the end of the edge. */
  node: GradebookEntry;
};

/** A learner's score in one graded subsection (a sequence). */
export type GradebookSection = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the subsection.
   *
   * Source: `module_id`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Name of the subsection.
   *
   * Source: `subsection_name`.
   */
  subsectionTitle: Maybe<Scalars['String']['output']>;
  /**
   * Short name of the subsection in the gradebook, such as `HW 01`.
   *
   * Source: `label`.
   */
  label: Maybe<Scalars['String']['output']>;
  /**
   * Assignment type, as the course team named it.
   *
   * Source: `category`.
   */
  category: Maybe<Scalars['String']['output']>;
  /**
   * Share of the points earned, 0 to 1.
   *
   * Source: `percent`.
   */
  percent: Scalars['Float']['output'];
  /**
   * Earned points.
   *
   * Source: `score_earned`.
   */
  pointsEarned: Scalars['Float']['output'];
  /**
   * Possible points; 0 before the first attempt.
   *
   * Source: `score_possible`.
   */
  pointsPossible: Scalars['Float']['output'];
  /**
   * Whether the learner has attempted the subsection.
   *
   * Source: `attempted`.
   */
  attempted: Scalars['Boolean']['output'];
};

/** A graded subsection of the course. */
export type GradedSubsection = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the subsection.
   *
   * Source: `module_id`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Name of the subsection.
   *
   * Source: `display_name`.
   */
  title: Maybe<Scalars['String']['output']>;
  /**
   * Assignment type.
   *
   * Source: `assignment_type`.
   */
  assignmentType: Maybe<Scalars['String']['output']>;
  /**
   * Short name of the subsection in the gradebook.
   *
   * Source: `short_label`.
   */
  shortLabel: Maybe<Scalars['String']['output']>;
};

/** The structure of the gradebook. */
export type GradingInfo = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Letter grades and their cutoffs.
   *
   * Source: `grade_cutoffs`.
   */
  cutoffs: Array<GradeCutoff>;
  /**
   * The assignment types.
   *
   * Source: `assignment_types`.
   */
  assignmentTypes: Array<GradebookAssignmentType>;
  /**
   * The graded subsections, in order.
   *
   * Source: `subsections`.
   */
  subsections: Array<GradedSubsection>;
  /**
   * Whether grades are frozen.
   *
   * Source: `grades_frozen`.
   */
  isFrozen: Scalars['Boolean']['output'];
  /**
   * Whether the viewer may use bulk grade management.
   *
   * Source: `can_see_bulk_management`.
   */
  canSeeBulkManagement: Maybe<Scalars['Boolean']['output']>;
};

/** How the course grade is computed. */
export type GradingPolicy = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The assignment types.
   *
   * Source: `assignment_policies`.
   */
  assignmentPolicies: Array<AssignmentPolicy>;
  /**
   * Letter grades and their cutoffs.
   *
   * Source: `grade_range`.
   */
  gradeRange: Array<GradeCutoff>;
  /**
   * CSS colours for the assignment types; null if the LMS sends none.
   *
   * Source: `assignment_colors`.
   */
  assignmentColors: Maybe<Array<Scalars['String']['output']>>;
};

/** How many of the scores that count are hidden from the learner. */
export type HiddenContribution =
  /** None is hidden. */
  | 'NONE'
  /** Some are hidden. */
  | 'SOME'
  /** All are hidden. */
  | 'ALL';

/** Whether the viewer can verify their identity. */
export type IdentityCheck = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `none`, `expired`, `approved`, `pending`, `must_reverify`.
   *
   * Source: `status`.
   */
  status: Maybe<Scalars['String']['output']>;
  /**
   * When the verification expires.
   *
   * Source: `expires`.
   */
  expiration: Maybe<Scalars['DateTime']['output']>;
  /**
   * Whether the viewer can verify their identity now.
   *
   * Source: `can_verify`.
   */
  canVerify: Maybe<Scalars['Boolean']['output']>;
};

/** The viewer's identity verification. */
export type IdentityVerification = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the viewer's identity is currently verified.
   *
   * Source: `is_verified`.
   */
  isVerified: Scalars['Boolean']['output'];
  /**
   * Known values: `expired`, `approved`, `pending`, `must_reverify`.
   *
   * Source: `status`.
   */
  status: Scalars['String']['output'];
  /**
   * When the verification expires; null if there never was one.
   *
   * Source: `expiration_datetime`.
   */
  expiration: Maybe<Scalars['DateTime']['output']>;
};

/** The integrity agreement that the viewer signed. */
export type IntegritySignature = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Username of the viewer who signed.
   *
   * Source: `username`.
   */
  username: Scalars['String']['output'];
  /**
   * When the agreement was signed.
   *
   * Source: `created_at`.
   */
  createdAt: Scalars['DateTime']['output'];
};

/** Input of the mutation `joinTeam`. */
export type JoinTeamInput = {
  /** `id` or `key` of the team. */
  team: Scalars['ID']['input'];
  /** The learner who joins, for the course team and moderators. If null, the viewer. */
  username?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of the mutation `joinTeam`. */
export type JoinTeamPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /**
   * The team after the write; null if it was refused.
   *
   * Source: `team/team`.
   */
  team: Maybe<Team>;
};

/** A language that a person knows. */
export type LanguageProficiency = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * ISO 639-1 code, such as `es`.
   *
   * Source: `code`.
   */
  code: Scalars['String']['output'];
};

/** The block that the viewer completed last, and the blocks that contain it. */
export type LastVisited = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the block that was completed last.
   *
   * Source: `course_home/outline, resume_course.url`; or `mobile/course_enrollments, last_visited_block_id`.
   */
  blockKey: Maybe<Scalars['UsageKey']['output']>;
  /**
   * The course, section and sequence that contain the block, in that order.
   *
   * Source: `course_home/outline, course_blocks.blocks`; or `mobile/course_enrollments, last_visited_module_path`.
   */
  path: Maybe<Array<Scalars['UsageKey']['output']>>;
  /**
   * Name of the unit that contains the block.
   *
   * Source: `course_home/navigation, blocks`; or `mobile/course_enrollments, last_visited_unit_display_name`.
   */
  unitTitle: Maybe<Scalars['String']['output']>;
};

/** A learner pathway: a sequence of steps with courses and programs. */
export type LearningPathway = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Identifier of the pathway.
   *
   * Source: `uuid`.
   */
  uuid: Scalars['UUID']['output'];
  /**
   * Name of the pathway.
   *
   * Source: `title`.
   */
  title: Scalars['String']['output'];
  /**
   * Known values: `active`, `inactive`.
   *
   * Source: `status`.
   */
  status: Maybe<Scalars['String']['output']>;
  /**
   * Description of the pathway.
   *
   * Source: `overview`.
   */
  overview: Maybe<Scalars['HTML']['output']>;
  /**
   * URL of the banner.
   *
   * Source: `banner_image`.
   */
  bannerImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the image.
   *
   * Source: `card_image`.
   */
  cardImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The steps, in order.
   *
   * Source: `steps`.
   */
  steps: Array<PathwayStep>;
};

/** Input of the mutation `leaveEntitlementRun`. */
export type LeaveEntitlementRunInput = {
  /** `id` or `uuid` of the entitlement. */
  entitlement: Scalars['ID']['input'];
  /** Whether to refund the entitlement; otherwise another run can be chosen. */
  refund?: Scalars['Boolean']['input'];
};

/** Payload of the mutation `leaveEntitlementRun`. `viewer.entitlements` has the remaining entitlements. */
export type LeaveEntitlementRunPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
};

/** Input of the mutation `leaveTeam`. */
export type LeaveTeamInput = {
  /** `id` or `key` of the team. */
  team: Scalars['ID']['input'];
  /** The learner who leaves, for the course team and moderators. If null, the viewer. */
  username?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of the mutation `leaveTeam`. */
export type LeaveTeamPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /**
   * The team after the write; null if it was refused.
   *
   * Source: `team/team`.
   */
  team: Maybe<Team>;
};

/** An identity provider, and whether the viewer's account is linked with it. */
export type LinkedAccount = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's id of the provider.
   *
   * Source: `id`.
   */
  key: Scalars['String']['output'];
  /**
   * Name of the provider.
   *
   * Source: `name`.
   */
  name: Scalars['String']['output'];
  /**
   * Whether the account is linked.
   *
   * Source: `connected`.
   */
  isConnected: Scalars['Boolean']['output'];
  /**
   * Whether the viewer can sign in with the provider.
   *
   * Source: `accepts_logins`.
   */
  acceptsSignIn: Scalars['Boolean']['output'];
  /**
   * URL of the page that links the account.
   *
   * Source: `connect_url`.
   */
  connectUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL for a POST request that unlinks the account.
   *
   * Source: `disconnect_url`.
   */
  disconnectUrl: Maybe<Scalars['URL']['output']>;
};

/** The live session of a course. */
export type LiveSession = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The frame with the session.
   *
   * Source: `iframe`.
   */
  iframeHtml: Scalars['HTML']['output'];
};

/** Input of the mutation `markCelebrationSeen`. At least one celebration is required. */
export type MarkCelebrationSeenInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** True if the first section was celebrated, false to celebrate it again, null to keep the state. */
  firstSection?: InputMaybe<Scalars['Boolean']['input']>;
  /** True if the weekly goal was celebrated, false to celebrate it again, null to keep the state. */
  weeklyGoal?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Payload of the mutation `markCelebrationSeen`. */
export type MarkCelebrationSeenPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
};

/** Input of the mutation `markNotificationsRead`: a notification or an app. */
export type MarkNotificationsReadInput = {
  /** `id` or `lmsId` of the notification. */
  notification?: InputMaybe<Scalars['ID']['input']>;
  /** The app, for all of its notifications. */
  app?: InputMaybe<NotificationApp>;
};

/** Payload of the mutation `markNotificationsRead`. */
export type MarkNotificationsReadPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /**
   * The notifications after the write; null if it was refused.
   *
   * Source: `notifications/count`.
   */
  notifications: Maybe<Notifications>;
};

/** Input of the mutation `markNotificationsSeen`. */
export type MarkNotificationsSeenInput = {
  /** The app whose notifications were seen. */
  app: NotificationApp;
};

/** Payload of the mutation `markNotificationsSeen`. */
export type MarkNotificationsSeenPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /**
   * The notifications after the write; null if it was refused.
   *
   * Source: `notifications/count`.
   */
  notifications: Maybe<Notifications>;
};

/** Input of the mutation `markThreadRead`. */
export type MarkThreadReadInput = {
  /** `id` or `lmsId` of the thread. */
  thread: Scalars['ID']['input'];
};

/** Payload of the mutation `markThreadRead`. */
export type MarkThreadReadPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /**
   * The thread after the change.
   *
   * Source: `discussion/read_thread`.
   */
  thread: Maybe<Thread>;
};

/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type Mutation = {
  /**
   * Enrols the viewer. Succeeds if the viewer is already enrolled.
   *
   * Source: `enrollment/enroll`.
   */
  enroll: Maybe<EnrollPayload>;
  /**
   * Ends the viewer's enrolment. Requires a session of the LMS with its CSRF token.
   *
   * Source: `change_enrollment`.
   */
  unenroll: Maybe<UnenrollPayload>;
  /**
   * Sets the viewer's weekly learning goal. Requires a JWT or a session.
   *
   * Source: `course_home/save_course_goal`.
   */
  setCourseGoal: Maybe<SetCourseGoalPayload>;
  /**
   * Stops the e-mail reminders of a goal. Requires only the token, not a sign-in.
   *
   * Source: `course_home/unsubscribe_from_course_goal`.
   */
  unsubscribeFromCourseGoal: Maybe<UnsubscribeFromCourseGoalPayload>;
  /**
   * Hides the newest update of a course from the viewer. Requires a JWT or a session.
   *
   * Source: `course_home/dismiss_welcome_message`.
   */
  dismissWelcomeMessage: Maybe<DismissWelcomeMessagePayload>;
  /**
   * Moves the viewer's missed due dates in a self-paced course.
   *
   * Source: `course_experience/reset_course_deadlines`.
   */
  resetCourseDeadlines: Maybe<ResetCourseDeadlinesPayload>;
  /**
   * Marks blocks of one course as completed: all of them or none.
   *
   * Source: `completion/completion-batch`.
   */
  completeBlocks: Maybe<CompleteBlocksPayload>;
  /**
   * Records that a celebration was shown.
   *
   * Source: `courseware/celebration`.
   */
  markCelebrationSeen: Maybe<MarkCelebrationSeenPayload>;
  /**
   * Signs the integrity agreement. Requires a JWT or a session.
   *
   * Source: `agreements/sign_integrity`.
   */
  signIntegrityAgreement: Maybe<SignIntegrityAgreementPayload>;
  /**
   * Records the viewer's position in a course.
   *
   * Source: `mobile/course_status_info`.
   */
  recordLastVisited: Maybe<RecordLastVisitedPayload>;
  /**
   * Turns the course team's e-mails on or off. Requires a session of the LMS with its CSRF token.
   *
   * Source: `change_email_settings`.
   */
  setCourseEmails: Maybe<SetCourseEmailsPayload>;
  /**
   * Bookmarks a block. Requires a bearer token or a session; a JWT is not accepted.
   *
   * Source: `bookmarks/add`.
   */
  addBookmark: Maybe<AddBookmarkPayload>;
  /**
   * Removes a bookmark. Requires a bearer token or a session; a JWT is not accepted.
   *
   * Source: `bookmarks/remove`.
   */
  removeBookmark: Maybe<RemoveBookmarkPayload>;
  /**
   * Updates which product tours to show. Requires a JWT or a session.
   *
   * Source: `user_tours/change`.
   */
  updateTour: Maybe<UpdateTourPayload>;
  /**
   * Records that a tour of the discussions page was seen. Requires a JWT or a session.
   *
   * Source: `user_tours/finish_discussion_tour`.
   */
  finishDiscussionTour: Maybe<FinishDiscussionTourPayload>;
  /**
   * Sets or deletes a preference of the viewer.
   *
   * Source: `user/change_preferences`.
   */
  setPreference: Maybe<SetPreferencePayload>;
  /**
   * Changes the viewer's account and the visibility of its fields. These are two writes; the second may fail after the first was stored.
   *
   * Source: `user/change_account or user/change_preferences`.
   */
  updateAccount: Maybe<UpdateAccountPayload>;
  /**
   * Removes the viewer's picture. A picture is uploaded to the LMS itself.
   *
   * Source: `user/remove_image`.
   */
  removeProfileImage: Maybe<RemoveProfileImagePayload>;
  /**
   * Requests a change of the name on the account, which is pending until the identity is verified. Requires a JWT or a session.
   *
   * Source: `user/name_change`.
   */
  requestNameChange: Maybe<RequestNameChangePayload>;
  /**
   * Submits a name for verification; each submission creates a new record. Requires a JWT or a session.
   *
   * Source: `name_affirmation/submit`.
   */
  submitVerifiedName: Maybe<SubmitVerifiedNamePayload>;
  /**
   * Chooses the name on the viewer's certificates. Requires a JWT or a session.
   *
   * Source: `name_affirmation/config`.
   */
  setNameOnCertificates: Maybe<SetNameOnCertificatesPayload>;
  /**
   * Sends the account activation e-mail again. Requires a session.
   *
   * Source: `user/send_activation_email`.
   */
  sendActivationEmail: Maybe<SendActivationEmailPayload>;
  /**
   * Marks all notifications of an app as seen.
   *
   * Source: `notifications/mark_seen`.
   */
  markNotificationsSeen: Maybe<MarkNotificationsSeenPayload>;
  /**
   * Marks a notification as read, or all notifications of an app.
   *
   * Source: `notifications/mark_read`.
   */
  markNotificationsRead: Maybe<MarkNotificationsReadPayload>;
  /**
   * Changes the viewer's notification settings for a type. `isEnabled` and `emailCadence` together take two writes, of which the second may fail alone.
   *
   * Source: `notifications/v3/change or notifications/v2/change or notifications/update_all`.
   */
  setNotificationPreference: Maybe<SetNotificationPreferencePayload>;
  /**
   * Creates or updates enrolments in a program, each one separately: some may succeed and others fail. For program staff.
   *
   * Source: `program_enrollments/create or program_enrollments/update or program_enrollments/upsert`.
   */
  writeProgramEnrollments: Maybe<WriteProgramEnrollmentsPayload>;
  /**
   * Creates or updates enrolments in a course run through a program, each one separately: some may succeed and others fail. For program staff.
   *
   * Source: `program_enrollments/create_course or program_enrollments/update_course or program_enrollments/upsert_course`.
   */
  writeProgramCourseEnrollments: Maybe<WriteProgramCourseEnrollmentsPayload>;
  /**
   * Creates the viewer's attempt at an exam. Each exam allows one attempt. Requires a session or a JWT.
   *
   * Source: `proctoring/create_attempt`.
   */
  createExamAttempt: Maybe<CreateExamAttemptPayload>;
  /**
   * Starts, stops, submits or resets the viewer's attempt. Requires a session or a JWT.
   *
   * Source: `proctoring/update_attempt`.
   */
  updateExamAttempt: Maybe<UpdateExamAttemptPayload>;
  /**
   * Creates a team, which the viewer joins unless they belong to the course team. Requires a session or a bearer token.
   *
   * Source: `team/create`.
   */
  createTeam: Maybe<CreateTeamPayload>;
  /**
   * Changes a team, for the course team and moderators. Requires a session or a bearer token.
   *
   * Source: `team/change`.
   */
  updateTeam: Maybe<UpdateTeamPayload>;
  /**
   * Deletes a team, for the course team and moderators. Requires a session or a bearer token.
   *
   * Source: `team/delete`.
   */
  deleteTeam: Maybe<DeleteTeamPayload>;
  /**
   * Joins a team. A learner can be in only one team of a team-set. Requires a session or a bearer token.
   *
   * Source: `team/join`.
   */
  joinTeam: Maybe<JoinTeamPayload>;
  /**
   * Leaves a team. Requires a session or a bearer token.
   *
   * Source: `team/leave`.
   */
  leaveTeam: Maybe<LeaveTeamPayload>;
  /**
   * Posts a new thread. A repeated request posts it again.
   *
   * Source: `discussion/create_thread`.
   */
  createThread: Maybe<CreateThreadPayload>;
  /**
   * Votes for, follows, reports, pins, closes or edits a thread. Either all changes are applied or none.
   *
   * Source: `discussion/update_thread`.
   */
  updateThread: Maybe<UpdateThreadPayload>;
  /**
   * Marks a thread and its comments as read.
   *
   * Source: `discussion/read_thread`.
   */
  markThreadRead: Maybe<MarkThreadReadPayload>;
  /**
   * Deletes a thread with its comments.
   *
   * Source: `discussion/delete_thread`.
   */
  deleteThread: Maybe<DeleteThreadPayload>;
  /**
   * Responds to a thread, or replies to a response. A repeated request posts it again.
   *
   * Source: `discussion/create_comment`.
   */
  createComment: Maybe<CreateCommentPayload>;
  /**
   * Votes for, reports, endorses or edits a comment. Either all changes are applied or none.
   *
   * Source: `discussion/update_comment`.
   */
  updateComment: Maybe<UpdateCommentPayload>;
  /**
   * Deletes a comment with its replies.
   *
   * Source: `discussion/delete_comment`.
   */
  deleteComment: Maybe<DeleteCommentPayload>;
  /**
   * Chooses the course run of an entitlement, or changes it. Requires a JWT or a session.
   *
   * Source: `entitlements/choose`.
   */
  chooseEntitlementRun: Maybe<ChooseEntitlementRunPayload>;
  /**
   * Leaves the course run of an entitlement, or refunds the entitlement. Requires a JWT or a session.
   *
   * Source: `entitlements/leave`.
   */
  leaveEntitlementRun: Maybe<LeaveEntitlementRunPayload>;
  /**
   * Requests academic credit from a provider. The request is complete after the browser has submitted the form.
   *
   * Source: `credit/request`.
   */
  requestCredit: Maybe<RequestCreditPayload>;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationEnrollArgs = {
  input: EnrollInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationUnenrollArgs = {
  input: UnenrollInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationSetCourseGoalArgs = {
  input: SetCourseGoalInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationUnsubscribeFromCourseGoalArgs = {
  input: UnsubscribeFromCourseGoalInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationDismissWelcomeMessageArgs = {
  input: DismissWelcomeMessageInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationResetCourseDeadlinesArgs = {
  input: ResetCourseDeadlinesInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationCompleteBlocksArgs = {
  input: CompleteBlocksInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationMarkCelebrationSeenArgs = {
  input: MarkCelebrationSeenInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationSignIntegrityAgreementArgs = {
  input: SignIntegrityAgreementInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationRecordLastVisitedArgs = {
  input: RecordLastVisitedInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationSetCourseEmailsArgs = {
  input: SetCourseEmailsInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationAddBookmarkArgs = {
  input: AddBookmarkInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationRemoveBookmarkArgs = {
  input: RemoveBookmarkInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationUpdateTourArgs = {
  input: UpdateTourInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationFinishDiscussionTourArgs = {
  input: FinishDiscussionTourInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationSetPreferenceArgs = {
  input: SetPreferenceInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationUpdateAccountArgs = {
  input: UpdateAccountInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationRequestNameChangeArgs = {
  input: RequestNameChangeInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationSubmitVerifiedNameArgs = {
  input: SubmitVerifiedNameInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationSetNameOnCertificatesArgs = {
  input: SetNameOnCertificatesInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationMarkNotificationsSeenArgs = {
  input: MarkNotificationsSeenInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationMarkNotificationsReadArgs = {
  input: MarkNotificationsReadInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationSetNotificationPreferenceArgs = {
  input: SetNotificationPreferenceInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationWriteProgramEnrollmentsArgs = {
  input: WriteProgramEnrollmentsInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationWriteProgramCourseEnrollmentsArgs = {
  input: WriteProgramCourseEnrollmentsInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationCreateExamAttemptArgs = {
  input: CreateExamAttemptInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationUpdateExamAttemptArgs = {
  input: UpdateExamAttemptInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationCreateTeamArgs = {
  input: CreateTeamInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationUpdateTeamArgs = {
  input: UpdateTeamInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationDeleteTeamArgs = {
  input: DeleteTeamInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationJoinTeamArgs = {
  input: JoinTeamInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationLeaveTeamArgs = {
  input: LeaveTeamInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationCreateThreadArgs = {
  input: CreateThreadInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationUpdateThreadArgs = {
  input: UpdateThreadInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationMarkThreadReadArgs = {
  input: MarkThreadReadInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationDeleteThreadArgs = {
  input: DeleteThreadInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationCreateCommentArgs = {
  input: CreateCommentInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationUpdateCommentArgs = {
  input: UpdateCommentInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationDeleteCommentArgs = {
  input: DeleteCommentInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationChooseEntitlementRunArgs = {
  input: ChooseEntitlementRunInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationLeaveEntitlementRunArgs = {
  input: LeaveEntitlementRunInput;
};


/** The mutation root. Mutations of one document run one after the other, and each payload is read after its write. A write is sent once and never retried. A sign-in with cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationRequestCreditArgs = {
  input: RequestCreditInput;
};

/** Settings of the navigation sidebar of the unit page. */
export type NavigationSidebar = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the sidebar is shown.
   *
   * Source: `enable_navigation_sidebar`.
   */
  isEnabled: Scalars['Boolean']['output'];
  /**
   * Whether the sidebar next to the content, such as discussions, is open from the start.
   *
   * Source: `always_open_auxiliary_sidebar`.
   */
  isAlwaysOpen: Scalars['Boolean']['output'];
  /**
   * Whether the sidebar shows completion; null if the LMS does not send this setting.
   *
   * Source: `enable_completion_tracking`.
   */
  isCompletionTracked: Maybe<Scalars['Boolean']['output']>;
};

/** An object with a global `id`. */
export type Node = {
  /** Global, opaque identifier, unique across all types; an argument of `node`. */
  id: Scalars['ID']['output'];
};

/** A notification. */
export type Notification = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's number of the notification.
   *
   * Source: `id`.
   */
  lmsId: Scalars['Int']['output'];
  /**
   * Known values: `discussion`, `updates`, `grading`.
   *
   * Source: `app_name`.
   */
  app: Scalars['String']['output'];
  /**
   * Known values: `new_comment_on_response`, `new_comment`, `new_response`, `new_discussion_post`, `new_question_post`, `response_on_followed_post`, `comment_on_followed_post`, `content_reported`, `response_endorsed_on_thread`, `response_endorsed`, `course_updates`, `ora_staff_notifications`, `ora_grade_assigned`, `new_instructor_all_learners_post`.
   *
   * Source: `notification_type`.
   */
  type: Scalars['String']['output'];
  /**
   * The text, in the viewer's language.
   *
   * Source: `content`.
   */
  contentHtml: Scalars['HTML']['output'];
  /**
   * URL of the page that the notification is about.
   *
   * Source: `content_url`.
   */
  contentUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The course that the notification is about; null if there is none.
   *
   * Source: `notifications/list, course_id`.
   */
  course: Maybe<Course>;
  /**
   * The values that the text contains.
   *
   * Source: `content_context`.
   */
  context: Maybe<Array<NotificationContext>>;
  /**
   * When the notification was created.
   *
   * Source: `created`.
   */
  created: Scalars['DateTime']['output'];
  /**
   * When the viewer read it; null before.
   *
   * Source: `last_read`.
   */
  lastRead: Maybe<Scalars['DateTime']['output']>;
  /**
   * When the viewer saw it in the list; null before.
   *
   * Source: `last_seen`.
   */
  lastSeen: Maybe<Scalars['DateTime']['output']>;
};

/** The part of the LMS that a notification is from. */
export type NotificationApp =
  /** Discussions. */
  | 'DISCUSSION'
  /** Updates of courses. */
  | 'UPDATES'
  /** Grades. */
  | 'GRADING';

/** Number of unseen notifications of an app. */
export type NotificationAppCount = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: those of `Notification.app`.
   *
   * Source: `name of the member`.
   */
  app: Scalars['String']['output'];
  /**
   * Number of unseen notifications.
   *
   * Source: `value of the member`.
   */
  count: Scalars['Int']['output'];
};

/** The viewer's notification settings for one app. */
export type NotificationAppSettings = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Known values: those of `Notification.app`. */
  app: Scalars['String']['output'];
  /** Whether notifications of the app are enabled. */
  isEnabled: Maybe<Scalars['Boolean']['output']>;
  /** Types that share one setting. */
  groupedTypes: Array<Scalars['String']['output']>;
  /** Settings by type. */
  types: Array<NotificationTypeSettings>;
};

/** A way to be notified. */
export type NotificationChannel =
  /** On the web. */
  | 'WEB'
  /** In the mobile apps. */
  | 'PUSH'
  /** By e-mail. */
  | 'EMAIL';

/** A page of a list. */
export type NotificationConnection = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** The edges of this page. */
  edges: Array<NotificationEdge>;
  /** Information about this page. */
  pageInfo: PageInfo;
  /** Total number of edges; null if the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A value that a notification is about. */
export type NotificationContext = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's name of the value, such as `post_title` or `replier_name`.
   *
   * Source: `name of the member`.
   */
  key: Scalars['String']['output'];
  /**
   * The value as text; JSON if it is not a text.
   *
   * Source: `value of the member`.
   */
  value: Maybe<Scalars['String']['output']>;
};

/** An edge of a connection. */
export type NotificationEdge = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Cursor of the edge, for `after`. */
  cursor: Scalars['String']['output'];
  /** The object at the end of the edge. */
  node: Notification;
};

/** The viewer's notification settings. They have the same form for all three generations of the LMS's API. */
export type NotificationSettings = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Whether to show the settings; null in older releases. */
  isShown: Maybe<Scalars['Boolean']['output']>;
  /** Whether to show the settings of e-mails; null in older releases. */
  isEmailShown: Maybe<Scalars['Boolean']['output']>;
  /** Settings by app. */
  apps: Array<NotificationAppSettings>;
};

/** The viewer's notification settings for one type. */
export type NotificationTypeSettings = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Known values: those of `Notification.type`, and `grouped_notification` for all types in `NotificationAppSettings.groupedTypes`. Releases before Verawood call the latter `core`. */
  type: Scalars['String']['output'];
  /** Whether these settings apply to the grouped types. */
  isGrouped: Scalars['Boolean']['output'];
  /** Whether the viewer is notified on the web. */
  web: Maybe<Scalars['Boolean']['output']>;
  /** Whether the viewer is notified in the mobile apps. */
  push: Maybe<Scalars['Boolean']['output']>;
  /** Whether the viewer is notified by e-mail. */
  email: Maybe<Scalars['Boolean']['output']>;
  /** How often e-mails are sent. Known values: `Immediately`, `Daily`, `Weekly`, `Never`. */
  emailCadence: Maybe<Scalars['String']['output']>;
  /** Explanation, in the viewer's language. */
  info: Maybe<Scalars['String']['output']>;
  /** Channels that the viewer cannot change. */
  lockedChannels: Array<Scalars['String']['output']>;
};

/** The viewer's notifications. */
export type Notifications = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether notifications are shown at all.
   *
   * Source: `notifications/count, show_notifications_tray`.
   */
  isEnabled: Maybe<Scalars['Boolean']['output']>;
  /**
   * Number of unseen notifications.
   *
   * Source: `notifications/count, count`.
   */
  unseenCount: Maybe<Scalars['Int']['output']>;
  /**
   * Numbers of unseen notifications, by app.
   *
   * Source: `notifications/count, count_by_app_name`.
   */
  counts: Maybe<Array<NotificationAppCount>>;
  /**
   * Days after which a notification is deleted.
   *
   * Source: `notifications/count, notification_expiry_days`.
   */
  expiryDays: Maybe<Scalars['Int']['output']>;
  /**
   * Notifications of the last 60 days, newest first.
   *
   * Source: `notifications/list`.
   */
  list: Maybe<NotificationConnection>;
};


/** The viewer's notifications. */
export type NotificationsListArgs = {
  app?: InputMaybe<NotificationApp>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A first-purchase discount for the viewer. */
export type Offer = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The discount code.
   *
   * Source: `code`.
   */
  code: Scalars['String']['output'];
  /**
   * When the discount expires.
   *
   * Source: `expiration_date`.
   */
  expirationDate: Scalars['DateTime']['output'];
  /**
   * Price without the discount, as text with its currency.
   *
   * Source: `original_price`.
   */
  originalPrice: Scalars['String']['output'];
  /**
   * Price with the discount, as text with its currency.
   *
   * Source: `discounted_price`.
   */
  discountedPrice: Scalars['String']['output'];
  /**
   * The discount in percent, 0 to 100.
   *
   * Source: `percentage`.
   */
  percentage: Scalars['Int']['output'];
  /**
   * URL for the upgrade.
   *
   * Source: `upgrade_url`.
   */
  upgradeUrl: Maybe<Scalars['URL']['output']>;
};

/** A block as a file for offline use. */
export type OfflineDownload = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * URL of the file; null while it is being created.
   *
   * Source: `file_url`.
   */
  fileUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Size in bytes; null if it is not known.
   *
   * Source: `file_size`.
   */
  fileSize: Maybe<Scalars['Float']['output']>;
  /**
   * When the file was created.
   *
   * Source: `last_modified`.
   */
  lastModified: Maybe<Scalars['DateTime']['output']>;
};

/** The outline of a course as the viewer may see it. */
export type Outline = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the course block.
   *
   * Source: `course_home/outline, id`; or `course_home/navigation, id`; or `courses/blocks, id`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Name of the course.
   *
   * Source: `course_home/outline, display_name`; or `course_home/navigation, display_name`; or `courses/blocks, display_name`.
   */
  title: Scalars['String']['output'];
  /**
   * Whether some content is not released yet.
   *
   * Source: `course_home/outline, has_scheduled_content`; or `course_home/navigation, has_scheduled_content`.
   */
  hasScheduledContent: Maybe<Scalars['Boolean']['output']>;
  /**
   * Sequences that the viewer cannot open before their release date, by that date; the sections do not have them.
   *
   * Source: `learning_sequences/course_outline, outline.sequences`.
   */
  scheduledSequences: Maybe<Array<ScheduledSequence>>;
  /**
   * The sections, in order.
   *
   * Source: `course_home/outline, course_blocks.blocks[]`; or `course_home/navigation, blocks[]`; or `courses/blocks, blocks[]`; or `learning_sequences/course_outline`.
   */
  sections: Array<Section>;
};

/** Completion of a section or sequence, as the LMS counts it. */
export type OutlineCompletion = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Number of completed blocks.
   *
   * Source: `completion`.
   */
  completed: Scalars['Float']['output'];
  /**
   * Number of blocks that can be completed.
   *
   * Source: `completable_children`.
   */
  completable: Scalars['Float']['output'];
};

/** Who sets the pace of a course. */
export type Pacing =
  /** Content and deadlines follow the course team's dates. */
  | 'INSTRUCTOR'
  /** Each learner sets the pace. */
  | 'SELF';

/** Information about a page of a connection. */
export type PageInfo = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Whether there are edges after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there are edges before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null on an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
  /** Cursor of the last edge, for `after`; null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
};

/** A course (not a course run) of a pathway. */
export type PathwayCourse = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the course: organisation and number, such as `edX+DemoX`.
   *
   * Source: `key`.
   */
  key: Scalars['String']['output'];
  /**
   * Name of the course.
   *
   * Source: `title`.
   */
  title: Scalars['String']['output'];
  /**
   * One or two sentences of description.
   *
   * Source: `short_description`.
   */
  shortDescription: Maybe<Scalars['String']['output']>;
  /**
   * URL of the image.
   *
   * Source: `card_image_url`.
   */
  cardImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The viewer's progress.
   *
   * Source: `status`.
   */
  status: PathwayItemStatus;
};

/** Key of a course (not of a course run) in a pathway. */
export type PathwayCourseKey = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the course: organisation and number, such as `edX+DemoX`.
   *
   * Source: `key`.
   */
  key: Scalars['String']['output'];
};

/** The viewer's progress in a part of a pathway. */
export type PathwayItemStatus =
  /** Not started. */
  | 'NOT_STARTED'
  /** In progress. */
  | 'IN_PROGRESS'
  /** Complete. */
  | 'COMPLETE';

/** A program of a pathway. */
export type PathwayProgram = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Identifier of the program.
   *
   * Source: `uuid`.
   */
  uuid: Scalars['UUID']['output'];
  /**
   * Name of the program.
   *
   * Source: `title`.
   */
  title: Scalars['String']['output'];
  /**
   * One or two sentences of description.
   *
   * Source: `short_description`.
   */
  shortDescription: Maybe<Scalars['String']['output']>;
  /**
   * URL of the image.
   *
   * Source: `card_image_url`.
   */
  cardImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The viewer's progress.
   *
   * Source: `status`.
   */
  status: PathwayItemStatus;
  /**
   * The courses.
   *
   * Source: `courses`.
   */
  courses: Array<PathwayCourseKey>;
  /**
   * The program itself; null if the viewer may not see it.
   *
   * Source: `program_enrollments/programs, and what its fields say`.
   */
  program: Maybe<Program>;
};

/** A step of a pathway. */
export type PathwayStep = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Identifier of the step.
   *
   * Source: `uuid`.
   */
  uuid: Scalars['UUID']['output'];
  /**
   * Number of courses and programs that have to be completed.
   *
   * Source: `min_requirement`.
   */
  minRequirement: Scalars['Int']['output'];
  /**
   * Completion in percent, 0 to 100.
   *
   * Source: `status`.
   */
  status: Scalars['Float']['output'];
  /**
   * The courses.
   *
   * Source: `courses`.
   */
  courses: Array<PathwayCourse>;
  /**
   * The programs.
   *
   * Source: `programs`.
   */
  programs: Array<PathwayProgram>;
};

/** Settings of the LMS for the dashboard. */
export type PlatformSettings = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * E-mail address for questions.
   *
   * Source: `supportEmail`.
   */
  supportEmail: Maybe<Scalars['String']['output']>;
  /**
   * E-mail address for questions about payments.
   *
   * Source: `billingEmail`.
   */
  billingEmail: Maybe<Scalars['String']['output']>;
  /**
   * URL of the course search.
   *
   * Source: `courseSearchUrl`.
   */
  courseSearchUrl: Maybe<Scalars['URL']['output']>;
};

/** The latest edit of a post. */
export type PostEdit = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Code of the reason; `editReasons` has their labels.
   *
   * Source: `reason_code`.
   */
  reasonCode: Maybe<Scalars['String']['output']>;
  /**
   * Username of the editor.
   *
   * Source: `editor_username`.
   */
  editor: Maybe<Scalars['String']['output']>;
  /**
   * When the post was edited.
   *
   * Source: `created_at`.
   */
  created: Maybe<Scalars['DateTime']['output']>;
  /**
   * Text before the edit, in Markdown.
   *
   * Source: `original_body`.
   */
  originalBody: Maybe<Scalars['String']['output']>;
};

/** A preference of the viewer. */
export type Preference = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Name of the preference. Known values: `pref-lang`, `time_zone`, `account_privacy`, `visibility.*`.
   *
   * Source: `name of the member`.
   */
  key: Scalars['String']['output'];
  /**
   * Value of the preference, as text.
   *
   * Source: `value of the member`.
   */
  value: Maybe<Scalars['String']['output']>;
};

/** The score of one problem. */
export type ProblemScore = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Earned points.
   *
   * Source: `earned`.
   */
  earned: Scalars['Float']['output'];
  /**
   * Possible points.
   *
   * Source: `possible`.
   */
  possible: Scalars['Float']['output'];
};

/** The viewer's onboarding for the proctored exams of a course. */
export type ProctoringOnboarding = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Status of the onboarding attempt; null before it. Known values: those of `ExamAttempt.status`, and `other_course_approved`.
   *
   * Source: `onboarding_status`.
   */
  status: Maybe<Scalars['String']['output']>;
  /**
   * URL of the onboarding exam.
   *
   * Source: `onboarding_link`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * When the onboarding expires.
   *
   * Source: `expiration_date`.
   */
  expiration: Maybe<Scalars['DateTime']['output']>;
  /**
   * Whether the onboarding exam is past its due date.
   *
   * Source: `onboarding_past_due`.
   */
  isPastDue: Maybe<Scalars['Boolean']['output']>;
  /**
   * When the onboarding exam opens.
   *
   * Source: `onboarding_release_date`.
   */
  releaseDate: Maybe<Scalars['DateTime']['output']>;
  /**
   * URL of the requirements.
   *
   * Source: `review_requirements_url`.
   */
  reviewRequirementsUrl: Maybe<Scalars['URL']['output']>;
};

/** The profile of a person, as the viewer may see it. Fields that the person does not share are null. Reading a profile changes nothing. */
export type Profile = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Username.
   *
   * Source: `user/account, username`.
   */
  username: Maybe<Scalars['String']['output']>;
  /** Whether it is the viewer's own profile. */
  isViewer: Maybe<Scalars['Boolean']['output']>;
  /**
   * Full name.
   *
   * Source: `user/account, name`.
   */
  name: Maybe<Scalars['String']['output']>;
  /**
   * Biography.
   *
   * Source: `user/account, bio`.
   */
  bio: Maybe<Scalars['String']['output']>;
  /**
   * Country, ISO 3166-1 alpha-2.
   *
   * Source: `user/account, country`.
   */
  country: Maybe<Scalars['String']['output']>;
  /**
   * Known values: those of `Viewer.levelOfEducation`.
   *
   * Source: `user/account, level_of_education`.
   */
  levelOfEducation: Maybe<Scalars['String']['output']>;
  /**
   * Languages that the person knows.
   *
   * Source: `user/account, language_proficiencies`.
   */
  languageProficiencies: Maybe<Array<LanguageProficiency>>;
  /**
   * Links to social networks.
   *
   * Source: `user/account, social_links`.
   */
  socialLinks: Maybe<Array<SocialLink>>;
  /**
   * Whether the person has uploaded a picture.
   *
   * Source: `user/account, profile_image.has_image`.
   */
  hasImage: Maybe<Scalars['Boolean']['output']>;
  /**
   * URL of the picture, 500 pixels square; a placeholder if none was uploaded.
   *
   * Source: `user/account, profile_image.image_url_full`.
   */
  imageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * When the account was created.
   *
   * Source: `user/account, date_joined`.
   */
  dateJoined: Maybe<Scalars['DateTime']['output']>;
  /**
   * Year of birth.
   *
   * Source: `user/account, year_of_birth`.
   */
  yearOfBirth: Maybe<Scalars['Int']['output']>;
  /**
   * Whether a parent has to consent, because the person is too young or has not entered a year of birth. Only a part of their profile is shown.
   *
   * Source: `user/account, requires_parental_consent`.
   */
  requiresParentalConsent: Maybe<Scalars['Boolean']['output']>;
  /**
   * The audience of the profile. Known values: `all_users`, `private`, `custom`.
   *
   * Source: `user/account, account_privacy`.
   */
  accountPrivacy: Maybe<Scalars['String']['output']>;
  /**
   * The audience of each field, for a profile with the privacy `custom`; null in other people's profiles.
   *
   * Source: `user/preferences`.
   */
  visibility: Maybe<Array<FieldVisibility>>;
  /**
   * Certificates; null if the person does not share them.
   *
   * Source: `certificates/certificates`.
   */
  certificates: Maybe<Array<ProfileCertificate>>;
};

/** A certificate on a profile. */
export type ProfileCertificate = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The course.
   *
   * Source: `certificates/certificates, course_id`; or `certificates/certificates`.
   */
  course: Maybe<Course>;
  /**
   * Enrolment mode of the certificate. Known values: those of `Certificate.type`.
   *
   * Source: `certificate_type`.
   */
  type: Maybe<Scalars['String']['output']>;
  /**
   * When the certificate was last modified.
   *
   * Source: `modified_date`.
   */
  modified: Maybe<Scalars['DateTime']['output']>;
  /**
   * URL of the certificate.
   *
   * Source: `download_url`.
   */
  downloadUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Identifier for public verification.
   *
   * Source: `uuid`.
   */
  uuid: Maybe<Scalars['UUID']['output']>;
};

/** A program: courses that lead to one credential. */
export type Program = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Identifier of the program.
   *
   * Source: `program_enrollments/programs, uuid`.
   */
  uuid: Scalars['UUID']['output'];
  /**
   * Slug of the program; null if it is not one of the viewer's programs.
   *
   * Source: `program_enrollments/programs, slug`.
   */
  slug: Maybe<Scalars['String']['output']>;
  /**
   * The viewer's course runs of the program, 25 a page at most; null if the viewer is not in the program.
   *
   * Source: `program_enrollments/user_courses, or program_enrollments/overview where the LMS lacks it`.
   */
  courseRuns: Maybe<ProgramCourseRunConnection>;
  /**
   * The viewer's progress; null if the LMS's course catalogue does not know the program. Requires a JWT or a session.
   *
   * Source: `programs/progress_details`.
   */
  progress: Maybe<ProgramProgress>;
  /**
   * The roster; null if the viewer is not staff of the program.
   *
   * Source: `program_enrollments/enrollments`.
   */
  enrollments: Maybe<ProgramEnrollmentConnection>;
  /**
   * The roster of a course run; null if the viewer is not staff of the program or the run is not part of it.
   *
   * Source: `program_enrollments/course_enrollments`.
   */
  courseEnrollments: Maybe<ProgramCourseEnrollmentConnection>;
  /**
   * Grades of the learners with an account in a course run; null if the viewer is not staff of the program or the run is not part of it.
   *
   * Source: `program_enrollments/course_grades`.
   */
  courseGrades: Maybe<ProgramCourseGradeConnection>;
};


/** A program: courses that lead to one credential. */
export type ProgramCourseRunsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A program: courses that lead to one credential. */
export type ProgramEnrollmentsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A program: courses that lead to one credential. */
export type ProgramCourseEnrollmentsArgs = {
  course: Scalars['CourseKey']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A program: courses that lead to one credential. */
export type ProgramCourseGradesArgs = {
  course: Scalars['CourseKey']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Numbers of courses of a program by progress. */
export type ProgramCourseCounts = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Courses completed.
   *
   * Source: `programs/progress_details, completed`; or `completed`.
   */
  completed: Scalars['Int']['output'];
  /**
   * Courses in progress.
   *
   * Source: `programs/progress_details, in_progress`; or `in_progress`.
   */
  inProgress: Scalars['Int']['output'];
  /**
   * Courses not started.
   *
   * Source: `programs/progress_details, not_started`; or `not_started`.
   */
  notStarted: Scalars['Int']['output'];
};

/** A learner's enrolment in a course run of a program. */
export type ProgramCourseEnrollment = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The partner's key of the learner.
   *
   * Source: `student_key`.
   */
  studentKey: Scalars['String']['output'];
  /**
   * Status of the enrolment.
   *
   * Source: `status`.
   */
  status: ProgramCourseEnrollmentStatus;
  /**
   * Whether the learner has an account on the LMS.
   *
   * Source: `account_exists`.
   */
  accountExists: Scalars['Boolean']['output'];
  /**
   * Identifier of the curriculum.
   *
   * Source: `curriculum_uuid`.
   */
  curriculumUuid: Scalars['UUID']['output'];
  /**
   * Whether the learner is, or will be, course staff.
   *
   * Source: `course_staff`.
   */
  courseStaff: Scalars['Boolean']['output'];
};

/** A page of a list. */
export type ProgramCourseEnrollmentConnection = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** The edges of this page. */
  edges: Array<ProgramCourseEnrollmentEdge>;
  /** Information about this page. */
  pageInfo: PageInfo;
  /** Total number of edges; null if the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** An edge of a connection. */
export type ProgramCourseEnrollmentEdge = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Cursor of the edge, for `after`. */
  cursor: Scalars['String']['output'];
  /** The object at the end of the edge. */
  node: ProgramCourseEnrollment;
};

/** Enrolment of one learner in a course run of a program. */
export type ProgramCourseEnrollmentInput = {
  /** The partner's key of the learner. */
  studentKey: Scalars['String']['input'];
  /** Status of the enrolment. */
  status: ProgramCourseEnrollmentStatus;
  /** Whether the learner is course staff; null keeps the current value. */
  courseStaff?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Status of an enrolment in a course run of a program. */
export type ProgramCourseEnrollmentStatus =
  /** The learner is enrolled. */
  | 'ACTIVE'
  /** The learner is not enrolled. */
  | 'INACTIVE';

/** The grade of a learner in a course run of a program. */
export type ProgramCourseGrade = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The partner's key of the learner.
   *
   * Source: `student_key`.
   */
  studentKey: Scalars['String']['output'];
  /**
   * The letter grade; null if none is reached, or on an error.
   *
   * Source: `letter_grade`.
   */
  letterGrade: Maybe<Scalars['String']['output']>;
  /**
   * The grade, 0 to 1; null on an error.
   *
   * Source: `percent`.
   */
  percent: Maybe<Scalars['Float']['output']>;
  /**
   * Whether the grade is a passing grade; null on an error.
   *
   * Source: `passed`.
   */
  passed: Maybe<Scalars['Boolean']['output']>;
  /**
   * The reason why the grade could not be computed; null if it was computed.
   *
   * Source: `error`.
   */
  error: Maybe<Scalars['String']['output']>;
};

/** A page of a list. */
export type ProgramCourseGradeConnection = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** The edges of this page. */
  edges: Array<ProgramCourseGradeEdge>;
  /** Information about this page. */
  pageInfo: PageInfo;
  /** Total number of edges; null if the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** An edge of a connection. */
export type ProgramCourseGradeEdge = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Cursor of the edge, for `after`. */
  cursor: Scalars['String']['output'];
  /** The object at the end of the edge. */
  node: ProgramCourseGrade;
};

/** A course run of a program that the viewer takes. */
export type ProgramCourseRun = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The course.
   *
   * Source: `program_enrollments/user_courses, course_run_id`; or `program_enrollments/overview, course_run_id`; or `program_enrollments/user_courses`; or `program_enrollments/overview`.
   */
  course: Maybe<Course>;
  /**
   * Name of the course.
   *
   * Source: `program_enrollments/user_courses, display_name`; or `program_enrollments/overview, display_name`.
   */
  displayName: Scalars['String']['output'];
  /**
   * URL of the course's home page.
   *
   * Source: `program_enrollments/user_courses, course_run_url`; or `program_enrollments/overview, course_run_url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * Progress of the run.
   *
   * Source: `program_enrollments/user_courses, course_run_status`; or `program_enrollments/overview, course_run_status`.
   */
  status: ProgramCourseRunStatus;
  /**
   * When the run starts.
   *
   * Source: `program_enrollments/user_courses, start_date`; or `program_enrollments/overview, start_date`.
   */
  startDate: Maybe<Scalars['DateTime']['output']>;
  /**
   * When the run ends; null if it has no end.
   *
   * Source: `program_enrollments/user_courses, end_date`; or `program_enrollments/overview, end_date`.
   */
  endDate: Maybe<Scalars['DateTime']['output']>;
  /**
   * Whether the viewer receives the course team's e-mails; null if the team cannot send any.
   *
   * Source: `program_enrollments/user_courses, emails_enabled`; or `program_enrollments/overview, emails_enabled`.
   */
  emailsEnabled: Maybe<Scalars['Boolean']['output']>;
  /**
   * Due dates; empty unless the run is in progress.
   *
   * Source: `program_enrollments/user_courses, due_dates`; or `program_enrollments/overview, due_dates`.
   */
  dueDates: Array<ProgramDueDate>;
  /**
   * Name of the MicroMasters program; null in other programs.
   *
   * Source: `program_enrollments/user_courses, micromasters_title`; or `program_enrollments/overview, micromasters_title`.
   */
  micromastersTitle: Maybe<Scalars['String']['output']>;
  /**
   * URL of the viewer's certificate; null without one.
   *
   * Source: `program_enrollments/user_courses, certificate_download_url`; or `program_enrollments/overview, certificate_download_url`.
   */
  certificateDownloadUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL where the viewer resumes; null before the first visit.
   *
   * Source: `program_enrollments/user_courses, resume_course_run_url`; or `program_enrollments/overview, resume_course_run_url`.
   */
  resumeUrl: Maybe<Scalars['URL']['output']>;
};

/** A page of a list. */
export type ProgramCourseRunConnection = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** The edges of this page. */
  edges: Array<ProgramCourseRunEdge>;
  /** Information about this page. */
  pageInfo: PageInfo;
  /** Total number of edges; null if the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** An edge of a connection. */
export type ProgramCourseRunEdge = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Cursor of the edge, for `after`. */
  cursor: Scalars['String']['output'];
  /** The object at the end of the edge. */
  node: ProgramCourseRun;
};

/** Progress of a course run. */
export type ProgramCourseRunStatus =
  /** The run has started and not ended. */
  | 'IN_PROGRESS'
  /** The run has not started. */
  | 'UPCOMING'
  /** The run has ended; a self-paced run, a month after the certificate. */
  | 'COMPLETED';

/** A due date in a course run. */
export type ProgramDueDate = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Name of the assignment.
   *
   * Source: `name`.
   */
  name: Scalars['String']['output'];
  /**
   * URL of the assignment.
   *
   * Source: `url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * The due date.
   *
   * Source: `date`.
   */
  date: Scalars['DateTime']['output'];
};

/** A learner on the roster of a program. */
export type ProgramEnrollment = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The partner's key of the learner.
   *
   * Source: `student_key`.
   */
  studentKey: Scalars['String']['output'];
  /**
   * Status of the enrolment.
   *
   * Source: `status`.
   */
  status: ProgramEnrollmentStatus;
  /**
   * Whether the learner has an account on the LMS.
   *
   * Source: `account_exists`.
   */
  accountExists: Scalars['Boolean']['output'];
  /**
   * Identifier of the curriculum.
   *
   * Source: `curriculum_uuid`.
   */
  curriculumUuid: Scalars['UUID']['output'];
  /**
   * Username; null without an account.
   *
   * Source: `username`.
   */
  username: Maybe<Scalars['String']['output']>;
  /**
   * E-mail address; null without an account.
   *
   * Source: `email`.
   */
  email: Maybe<Scalars['String']['output']>;
};

/** A page of a list. */
export type ProgramEnrollmentConnection = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** The edges of this page. */
  edges: Array<ProgramEnrollmentEdge>;
  /** Information about this page. */
  pageInfo: PageInfo;
  /** Total number of edges; null if the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** An edge of a connection. */
export type ProgramEnrollmentEdge = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Cursor of the edge, for `after`. */
  cursor: Scalars['String']['output'];
  /** The object at the end of the edge. */
  node: ProgramEnrollment;
};

/** Enrolment of one learner in a program. */
export type ProgramEnrollmentInput = {
  /** The partner's key of the learner. */
  studentKey: Scalars['String']['input'];
  /** Status of the enrolment. */
  status: ProgramEnrollmentStatus;
  /** Identifier of the curriculum; required unless the mode is `UPDATE`, which keeps it. */
  curriculumUuid?: InputMaybe<Scalars['UUID']['input']>;
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

/** The viewer's progress in a program. */
export type ProgramProgress = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Numbers of courses by progress.
   *
   * Source: `programs/progress_details, course_data`.
   */
  courses: ProgramCourseCounts;
};

/** Whether to create or update enrolments. */
export type ProgramWriteMode =
  /** Create enrolments; existing ones are a `conflict`. */
  | 'CREATE'
  /** Update enrolments; missing ones are `not-in-program` or `not-found`. */
  | 'UPDATE'
  /** Create or update enrolments. */
  | 'UPSERT';

/** Result for one learner. */
export type ProgramWriteResult = {
  /**
   * The partner's key of the learner.
   *
   * Source: `student_key`.
   */
  studentKey: Scalars['String']['output'];
  /**
   * The written status, as the LMS names it, or the reason for the failure: `duplicated` (the key occurs twice in the input), `conflict`, `invalid-status`, `illegal-operation`, `not-in-program`, `not-found` (not in the course run), `internal-error`.
   *
   * Source: `status`.
   */
  status: Scalars['String']['output'];
  /**
   * Whether the enrolment was written.
   *
   * Source: `ok`.
   */
  ok: Scalars['Boolean']['output'];
};

/** One learner's progress in one course. */
export type Progress = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Username of the learner.
   *
   * Source: `username`.
   */
  username: Maybe<Scalars['String']['output']>;
  /**
   * When the course ends.
   *
   * Source: `end`.
   */
  end: Maybe<Scalars['DateTime']['output']>;
  /**
   * Enrolment mode, even if the enrolment is no longer active.
   *
   * Source: `enrollment_mode`.
   */
  enrollmentMode: Maybe<Scalars['String']['output']>;
  /**
   * Whether some content is not released yet.
   *
   * Source: `has_scheduled_content`.
   */
  hasScheduledContent: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the learner's grade is a passing grade.
   *
   * Source: `user_has_passing_grade`.
   */
  userHasPassingGrade: Scalars['Boolean']['output'];
  /**
   * URL of the grading settings in Studio, for staff.
   *
   * Source: `studio_url`.
   */
  studioUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether the course team hides the completion graph.
   *
   * Source: `disable_progress_graph`.
   */
  disableProgressGraph: Scalars['Boolean']['output'];
  /**
   * When the viewer's own audit access expires; null if it does not.
   *
   * Source: `access_expiration`.
   */
  accessExpiration: Maybe<AccessExpiration>;
  /**
   * The certificate; null if there is none.
   *
   * Source: `certificate_data`.
   */
  certificate: Maybe<CourseCertificate>;
  /**
   * Numbers of units by completion.
   *
   * Source: `completion_summary`.
   */
  completion: CompletionSummary;
  /**
   * The course grade.
   *
   * Source: `course_grade`.
   */
  courseGrade: CourseGrade;
  /**
   * Requirements for academic credit; null if the course grants none.
   *
   * Source: `credit_course_requirements`.
   */
  creditRequirements: Maybe<CreditRequirements>;
  /**
   * How the course grade is computed.
   *
   * Source: `grading_policy`.
   */
  gradingPolicy: GradingPolicy;
  /**
   * The sum of the weighted grades of all assignment types, 0 to 1, including hidden scores that count. `courseGrade.percent` is the grade that the LMS has stored.
   *
   * Source: `final_grades + section_scores + grading_policy.assignment_policies`.
   */
  finalGrade: Scalars['Float']['output'];
  /**
   * The grades by assignment type, lowest weight first.
   *
   * Source: `assignment_type_grade_summary + section_scores + grading_policy.assignment_policies`.
   */
  assignmentTypeSummaries: Array<AssignmentTypeSummary>;
  /**
   * Scores by section, in order.
   *
   * Source: `section_scores`.
   */
  sections: Array<SectionScore>;
  /**
   * Identity verification.
   *
   * Source: `verification_data`.
   */
  verification: VerificationData;
  /**
   * The mode that the learner can upgrade to; null if there is none.
   *
   * Source: `verified_mode`.
   */
  verifiedMode: Maybe<VerifiedMode>;
  /**
   * Whether content is locked and no graded subsection with visible grades is open to the learner.
   *
   * Source: `completion_summary.locked_count + section_scores[].subsections[].has_graded_assignment + section_scores[].subsections[].learner_has_access + section_scores[].subsections[].show_grades`.
   */
  gradesFeatureIsFullyLocked: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether content is locked but some graded subsection with visible grades is open to the learner.
   *
   * Source: `completion_summary.locked_count + section_scores[].subsections[].has_graded_assignment + section_scores[].subsections[].learner_has_access + section_scores[].subsections[].show_grades`.
   */
  gradesFeatureIsPartiallyLocked: Maybe<Scalars['Boolean']['output']>;
};

/** The query root. Every field returns what the viewer may see. */
export type Query = {
  /** The signed-in person, or a visitor with `isAuthenticated: false`. */
  viewer: Viewer;
  /** The course with this key; null if it does not exist or is not visible to the viewer. */
  course: Maybe<Course>;
  /** The courses with these keys, in order; null for one that does not exist or is not visible. */
  courses: Array<Maybe<Course>>;
  /** The object with this `id`; null if it no longer exists. */
  node: Maybe<Node>;
  /** The objects with these `id`s, in order. */
  nodes: Array<Maybe<Node>>;
  /**
   * Courses of the LMS's catalogue, as a visitor sees it.
   *
   * Source: `courses/search`.
   */
  catalog: Maybe<CatalogConnection>;
  /**
   * All course runs of the LumiNUS catalogue, for global staff; null if the catalogue is not configured.
   *
   * Source: `edx_course_runs, after enrollment/roles`.
   */
  catalogRuns: Maybe<CatalogRunConnection>;
  /**
   * Institutions that grant academic credit.
   *
   * Source: `credit/providers`.
   */
  creditProviders: Maybe<Array<CreditProvider>>;
  /** The program with this identifier; null if the viewer may not see it. */
  program: Maybe<Program>;
  /**
   * The profile of this person, as the LMS shows it to the viewer; null if there is none. Requires a sign-in.
   *
   * Source: `user/account; and certificates/certificates, user/preferences`.
   */
  profile: Maybe<Profile>;
  /**
   * The team with this `id`; null if it does not exist or the viewer may not see it. Requires a session or a bearer token.
   *
   * Source: `team/team`.
   */
  team: Maybe<Team>;
  /**
   * Countries that an account can have.
   *
   * Source: `user/registration, fields[name=country].options`.
   */
  countries: Maybe<Array<Country>>;
  /**
   * Time zones of one country, or of all countries.
   *
   * Source: `user/time_zones`.
   */
  timeZones: Maybe<Array<TimeZone>>;
  /**
   * Current time of the LMS, for countdowns.
   *
   * Source: `the `Date` header of the LMS's answers`.
   */
  serverTime: Maybe<Scalars['DateTime']['output']>;
  /**
   * The thread with this `id`; null if it does not exist or the viewer may not see it.
   *
   * Source: `discussion/thread`.
   */
  thread: Maybe<Thread>;
  /**
   * The comment with this `id`; null if it does not exist or the viewer may not see it. A sign-in with cookies needs the CSRF pair of a mutation: the LMS reads a single comment by a PATCH that changes nothing.
   *
   * Source: `discussion/comment`.
   */
  comment: Maybe<Comment>;
};


/** The query root. Every field returns what the viewer may see. */
export type QueryCourseArgs = {
  key: Scalars['CourseKey']['input'];
};


/** The query root. Every field returns what the viewer may see. */
export type QueryCoursesArgs = {
  keys: Array<Scalars['CourseKey']['input']>;
};


/** The query root. Every field returns what the viewer may see. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** The query root. Every field returns what the viewer may see. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** The query root. Every field returns what the viewer may see. */
export type QueryCatalogArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  org?: InputMaybe<Scalars['String']['input']>;
  mobile?: InputMaybe<Scalars['Boolean']['input']>;
  activeOnly?: InputMaybe<Scalars['Boolean']['input']>;
};


/** The query root. Every field returns what the viewer may see. */
export type QueryCatalogRunsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The query root. Every field returns what the viewer may see. */
export type QueryCreditProvidersArgs = {
  ids?: InputMaybe<Array<Scalars['String']['input']>>;
};


/** The query root. Every field returns what the viewer may see. */
export type QueryProgramArgs = {
  uuid: Scalars['UUID']['input'];
};


/** The query root. Every field returns what the viewer may see. */
export type QueryProfileArgs = {
  username: Scalars['String']['input'];
};


/** The query root. Every field returns what the viewer may see. */
export type QueryTeamArgs = {
  id: Scalars['ID']['input'];
};


/** The query root. Every field returns what the viewer may see. */
export type QueryTimeZonesArgs = {
  country?: InputMaybe<Scalars['String']['input']>;
};


/** The query root. Every field returns what the viewer may see. */
export type QueryThreadArgs = {
  id: Scalars['ID']['input'];
};


/** The query root. Every field returns what the viewer may see. */
export type QueryCommentArgs = {
  id: Scalars['ID']['input'];
};

/** Input of the mutation `recordLastVisited`. */
export type RecordLastVisitedInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** Key of the block. */
  block: Scalars['UsageKey']['input'];
};

/** Payload of the mutation `recordLastVisited`. */
export type RecordLastVisitedPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * The course, the section and the sequence that contain the stored position, from the top down. `Course.lastVisited` is different: the block that was completed last.
   *
   * Source: `mobile/course_status_info, last_visited_module_path`.
   */
  path: Maybe<Array<Scalars['UsageKey']['output']>>;
};

/** A program that the course belongs to. */
export type RelatedProgram = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Identifier of the program.
   *
   * Source: `uuid`.
   */
  uuid: Scalars['UUID']['output'];
  /**
   * Name of the program.
   *
   * Source: `title`.
   */
  title: Scalars['String']['output'];
  /**
   * Slug of the program's type, such as `micromasters`.
   *
   * Source: `slug`.
   */
  slug: Maybe<Scalars['String']['output']>;
  /**
   * URL of the program.
   *
   * Source: `url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * The viewer's progress.
   *
   * Source: `progress`.
   */
  progress: Maybe<ProgramCourseCounts>;
  /**
   * The program itself; null if the viewer may not see it.
   *
   * Source: `program_enrollments/programs, and what its fields say`.
   */
  program: Maybe<Program>;
};

/** Input of the mutation `removeBookmark`. */
export type RemoveBookmarkInput = {
  /** Key of the block, or the bookmark's `id`. */
  block: Scalars['UsageKey']['input'];
};

/** Payload of the mutation `removeBookmark`. */
export type RemoveBookmarkPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
  /** `id` of the removed bookmark; null if nothing was removed, and for a block of an old course that was given by its key, which contains no course run. */
  deletedBookmarkId: Maybe<Scalars['ID']['output']>;
  /** Key of the block whose bookmark was removed. */
  removedKey: Maybe<Scalars['UsageKey']['output']>;
};

/** Payload of the mutation `removeProfileImage`. */
export type RemoveProfileImagePayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /**
   * The viewer's profile after the write; null if nothing was stored.
   *
   * Source: `user/account`.
   */
  profile: Maybe<Profile>;
};

/** Input of the mutation `requestCredit`. */
export type RequestCreditInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** `id` or `key` of the provider. */
  provider: Scalars['ID']['input'];
};

/** Payload of the mutation `requestCredit`: the form that the browser sends to the provider. */
export type RequestCreditPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * URL to send the form to.
   *
   * Source: `credit/request, url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * HTTP method of the form. Known values: `POST`, `GET`.
   *
   * Source: `credit/request, method`.
   */
  method: Maybe<Scalars['String']['output']>;
  /**
   * Fields of the form.
   *
   * Source: `credit/request, parameters`.
   */
  parameters: Maybe<Array<CreditRequestParameter>>;
};

/** Input of the mutation `requestNameChange`. */
export type RequestNameChangeInput = {
  /** The new name, 255 characters at most. */
  name: Scalars['String']['input'];
};

/** Payload of the mutation `requestNameChange`. */
export type RequestNameChangePayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
};

/** Input of the mutation `resetCourseDeadlines`. */
export type ResetCourseDeadlinesInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** Place in the front end that requested it, such as `dates-tab`; the LMS stores it for research. */
  location?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of the mutation `resetCourseDeadlines`. The LMS reports success even if it moves nothing, because gated content was missed or there is no enrolment; `course.dates` has the dates after the write. */
export type ResetCourseDeadlinesPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * Message for the viewer, in their language.
   *
   * Source: `course_experience/reset_course_deadlines, header`.
   */
  header: Maybe<Scalars['String']['output']>;
  /**
   * Text of the message, in the viewer's language.
   *
   * Source: `course_experience/reset_course_deadlines, body`.
   */
  body: Maybe<Scalars['HTML']['output']>;
  /**
   * URL of the dates page.
   *
   * Source: `course_experience/reset_course_deadlines, link`.
   */
  link: Maybe<Scalars['URL']['output']>;
  /**
   * Text of the link, in the viewer's language.
   *
   * Source: `course_experience/reset_course_deadlines, link_text`.
   */
  linkText: Maybe<Scalars['String']['output']>;
};

/** The viewer's last position in a course. */
export type Resume = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the viewer has visited the course.
   *
   * Source: `course_home/outline, has_visited_course`.
   */
  hasVisitedCourse: Maybe<Scalars['Boolean']['output']>;
  /**
   * URL where the viewer resumes; the first unit if the course was never visited.
   *
   * Source: `course_home/outline, url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * The block that was completed last; null before the first.
   *
   * Source: `courseware/resume, block_id`.
   */
  block: Maybe<BlockReference>;
  /**
   * The sequence that contains the block (the LMS calls it a section here).
   *
   * Source: `courseware/resume, section_id`.
   */
  section: Maybe<BlockReference>;
  /**
   * The unit that contains the block.
   *
   * Source: `courseware/resume, unit_id`.
   */
  unit: Maybe<BlockReference>;
};

/** A sequence that is not released yet. */
export type ScheduledSequence = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the sequence.
   *
   * Source: `id`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Name of the sequence.
   *
   * Source: `title`.
   */
  title: Scalars['String']['output'];
  /**
   * Release date, including inherited ones.
   *
   * Source: `effective_start`.
   */
  effectiveStart: Scalars['DateTime']['output'];
};

/** A section (a chapter) of a course. */
export type Section = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the section.
   *
   * Source: `course_home/outline, id`; or `course_home/navigation, id`; or `courses/blocks, id`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Name of the section.
   *
   * Source: `course_home/outline, display_name`; or `course_home/navigation, display_name`; or `courses/blocks, display_name`.
   */
  title: Scalars['String']['output'];
  /**
   * Whether the viewer has completed it.
   *
   * Source: `course_home/outline, complete`; or `course_home/navigation, complete`; or `courses/blocks, complete`.
   */
  complete: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether it contains the viewer's last position.
   *
   * Source: `course_home/outline, resume_block`; or `course_home/navigation, resume_block`; or `courses/blocks, resume_block`.
   */
  resumeBlock: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether it is hidden from tables of contents.
   *
   * Source: `course_home/outline, hide_from_toc`; or `course_home/navigation, hide_from_toc`; or `courses/blocks, hide_from_toc`.
   */
  hideFromToc: Maybe<Scalars['Boolean']['output']>;
  /**
   * Completion by the viewer.
   *
   * Source: `course_home/navigation, completion_stat`.
   */
  completion: Maybe<OutlineCompletion>;
  /**
   * The sequences, in order. `isLocked` is true for one with an unmet prerequisite.
   *
   * Source: `course_home/outline, course_blocks.blocks[]`; or `course_home/navigation, blocks[]`; or `courses/blocks, blocks[]`; or `learning_sequences/course_outline, outline.sequences[]`.
   */
  sequences: Array<Sequence>;
};

/** The scores of one section (a chapter). */
export type SectionScore = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Name of the section.
   *
   * Source: `display_name`.
   */
  title: Scalars['String']['output'];
  /**
   * The subsections, in order.
   *
   * Source: `subsections`.
   */
  subsections: Array<SubsectionScore>;
};

/** The number of days a week that a learner wants to study. */
export type SelectedGoal = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Days a week, 1 to 7; 0 means no goal.
   *
   * Source: `days_per_week`.
   */
  daysPerWeek: Scalars['Int']['output'];
  /**
   * Whether the learner receives e-mail reminders.
   *
   * Source: `subscribed_to_reminders`.
   */
  subscribedToReminders: Scalars['Boolean']['output'];
};

/** Payload of the mutation `sendActivationEmail`. */
export type SendActivationEmailPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
};

/** A sequence (a subsection). Some fields come only from the sequence's own endpoint, and others only from the outline; to select both kinds takes a further call. */
export type Sequence = Node & {
  /**
   * Assignment type, as the course team named it; null if ungraded.
   *
   * Source: `courseware/sequence, format`.
   */
  format: Maybe<Scalars['String']['output']>;
  /**
   * Position of the unit that was opened last, starting with 1; null if none was opened yet.
   *
   * Source: `courseware/sequence, position`.
   */
  position: Maybe<Scalars['Int']['output']>;
  /**
   * URL of the next sequence, if the LMS sends it.
   *
   * Source: `courseware/sequence, next_url`.
   */
  nextUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the previous sequence, if the LMS sends it.
   *
   * Source: `courseware/sequence, prev_url`.
   */
  prevUrl: Maybe<Scalars['URL']['output']>;
  /**
   * A note of the LMS for staff.
   *
   * Source: `courseware/sequence, banner_text`.
   */
  bannerText: Maybe<Scalars['String']['output']>;
  /**
   * Whether the sequence is a timed exam.
   *
   * Source: `courseware/sequence, is_time_limited`.
   */
  isTimeLimited: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the sequence is a proctored exam.
   *
   * Source: `courseware/sequence, is_proctored`.
   */
  isProctored: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the sequence is hidden because it is past due.
   *
   * Source: `courseware/sequence, is_hidden_after_due`.
   */
  isHiddenAfterDue: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether to show completion.
   *
   * Source: `courseware/sequence, show_completion`.
   */
  showCompletion: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the LMS stores the viewer's position.
   *
   * Source: `courseware/sequence, save_position`.
   */
  savePosition: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the LMS omits the content of the units.
   *
   * Source: `courseware/sequence, exclude_units`.
   */
  excludeUnits: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether navigation between units is disabled.
   *
   * Source: `courseware/sequence, navigation_disabled`.
   */
  navigationDisabled: Maybe<Scalars['Boolean']['output']>;
  /**
   * HTML to show instead of a timed exam for verified learners; null otherwise.
   *
   * Source: `courseware/sequence, gated_sequence_paywall`.
   */
  paywallHtml: Maybe<Scalars['HTML']['output']>;
  /**
   * The prerequisite.
   *
   * Source: `courseware/sequence, gated_content`.
   */
  gatedContent: Maybe<GatedContent>;
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the sequence.
   *
   * Source: `course_home/outline, id`; or `course_home/navigation, id`; or `courses/blocks, id`; or `courseware/sequence, item_id`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Name of the sequence. As in the LMS, the number of graded problems is appended.
   *
   * Source: `course_home/outline, display_name`; or `course_home/navigation, display_name`; or `courses/blocks, display_name`; or `courseware/sequence, display_name`.
   */
  title: Scalars['String']['output'];
  /**
   * Name as the course team wrote it, without the number of problems.
   *
   * Source: `learning_sequences/course_outline, title`; or `courseware/sequence, display_name`.
   */
  name: Maybe<Scalars['String']['output']>;
  /**
   * Whether the sequence is behind an unmet prerequisite; null with `asUser`, because the LMS reports it for the viewer only. See `accessible`.
   *
   * Source: `course_home/outline, type`; or `course_home/navigation, type`; or `courses/blocks, type`.
   */
  isLocked: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer has completed it.
   *
   * Source: `course_home/outline, complete`; or `course_home/navigation, complete`; or `courses/blocks, complete`.
   */
  complete: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether it contains the viewer's last position.
   *
   * Source: `course_home/outline, resume_block`; or `course_home/navigation, resume_block`; or `courses/blocks, resume_block`.
   */
  resumeBlock: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether it is hidden from tables of contents.
   *
   * Source: `course_home/outline, hide_from_toc`; or `course_home/navigation, hide_from_toc`; or `courses/blocks, hide_from_toc`.
   */
  hideFromToc: Maybe<Scalars['Boolean']['output']>;
  /**
   * When the sequence is due for the viewer.
   *
   * Source: `course_home/outline, due`; or `course_home/navigation, due`; or `courses/blocks, due`.
   */
  due: Maybe<Scalars['DateTime']['output']>;
  /**
   * Icon of the assignment type.
   *
   * Source: `course_home/outline, icon`; or `course_home/navigation, icon`.
   */
  icon: Maybe<Scalars['String']['output']>;
  /**
   * Assignment type, or the conditions of an exam.
   *
   * Source: `course_home/outline, description`; or `course_home/navigation, description`.
   */
  description: Maybe<Scalars['String']['output']>;
  /**
   * Estimated time in seconds.
   *
   * Source: `course_home/outline, effort_time`; or `course_home/navigation, effort_time`; or `courses/blocks, effort_time`.
   */
  effortTime: Maybe<Scalars['Int']['output']>;
  /**
   * Estimated number of activities.
   *
   * Source: `course_home/outline, effort_activities`; or `course_home/navigation, effort_activities`; or `courses/blocks, effort_activities`.
   */
  effortActivities: Maybe<Scalars['Int']['output']>;
  /**
   * Whether the viewer may open the sequence.
   *
   * Source: `course_home/outline, lms_web_url`; or `courses/blocks, lms_web_url`.
   */
  showLink: Maybe<Scalars['Boolean']['output']>;
  /**
   * URL of the sequence; null if it cannot be opened.
   *
   * Source: `course_home/outline, lms_web_url`; or `courses/blocks, lms_web_url`.
   */
  webUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether schedule and prerequisites allow the viewer to open it.
   *
   * Source: `learning_sequences/course_outline, accessible`.
   */
  accessible: Maybe<Scalars['Boolean']['output']>;
  /**
   * Release date; null if it is inherited from the section.
   *
   * Source: `learning_sequences/course_outline, start`.
   */
  start: Maybe<Scalars['DateTime']['output']>;
  /**
   * Release date, including inherited ones.
   *
   * Source: `learning_sequences/course_outline, effective_start`.
   */
  effectiveStart: Maybe<Scalars['DateTime']['output']>;
  /**
   * Kind of special exam, in the viewer's language, such as `Timed Exam`; null if it is none.
   *
   * Source: `course_home/navigation, special_exam_info`.
   */
  specialExamInfo: Maybe<Scalars['String']['output']>;
  /**
   * Completion by the viewer.
   *
   * Source: `course_home/navigation, completion_stat`.
   */
  completion: Maybe<OutlineCompletion>;
  /**
   * The units, in order.
   *
   * Source: `course_home/navigation, blocks[]`; or `courses/blocks, blocks[]`; or `courseware/sequence, items`.
   */
  units: Maybe<Array<Unit>>;
};

/** Input of the mutation `setCourseEmails`. */
export type SetCourseEmailsInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** Whether the viewer wants the course team's e-mails. */
  receive: Scalars['Boolean']['input'];
};

/** Payload of the mutation `setCourseEmails`. */
export type SetCourseEmailsPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * The viewer's enrolment after the change; null if there is none.
   *
   * Source: `learner_home/init`.
   */
  enrollment: Maybe<Enrollment>;
};

/** Input of the mutation `setCourseGoal`. */
export type SetCourseGoalInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** Days a week, 1 to 7; 0 means no goal. */
  daysPerWeek: Scalars['Int']['input'];
  /** Whether to send reminders by e-mail. */
  subscribedToReminders: Scalars['Boolean']['input'];
};

/** Payload of the mutation `setCourseGoal`. The LMS accepts a goal for an unknown course as well; then `course` is null and `userErrors` is empty. */
export type SetCourseGoalPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
};

/** Input of the mutation `setNameOnCertificates`. */
export type SetNameOnCertificatesInput = {
  /** Whether certificates have the verified name. */
  useVerifiedName: Scalars['Boolean']['input'];
};

/** Payload of the mutation `setNameOnCertificates`. */
export type SetNameOnCertificatesPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
};

/** Input of the mutation `setNotificationPreference`. */
export type SetNotificationPreferenceInput = {
  /** The app. */
  app: NotificationApp;
  /** The type, as `NotificationTypeSettings.type` has it. */
  type: Scalars['String']['input'];
  /** The way to be notified. */
  channel: NotificationChannel;
  /** Whether to be notified by this channel; null keeps the current value. */
  isEnabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** How often e-mails are sent, for the channel `EMAIL`; null keeps the current value. */
  emailCadence?: InputMaybe<EmailCadence>;
};

/** Payload of the mutation `setNotificationPreference`. If only the first write was stored, `userErrors` has the reason, and `viewer` and `notificationSettings` have the stored state. */
export type SetNotificationPreferencePayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /**
   * All settings after the write; null if nothing was stored.
   *
   * Source: `notifications/v3/configurations, or notifications/v2/configurations, or notifications/configurations`.
   */
  notificationSettings: Maybe<NotificationSettings>;
};

/** Input of the mutation `setPreference`. */
export type SetPreferenceInput = {
  /** Name of the preference, such as `time_zone` or `pref-lang`. */
  key: Scalars['String']['input'];
  /** The value; null deletes the preference. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of the mutation `setPreference`. */
export type SetPreferencePayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
};

/** Input of the mutation `signIntegrityAgreement`. */
export type SignIntegrityAgreementInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
};

/** Payload of the mutation `signIntegrityAgreement`. */
export type SignIntegrityAgreementPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * When the viewer first signed.
   *
   * Source: `agreements/sign_integrity, created_at`.
   */
  signedAt: Maybe<Scalars['DateTime']['output']>;
};

/** A link to a person's profile on a social network. */
export type SocialLink = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `facebook`, `linkedin`, `twitter`.
   *
   * Source: `platform`.
   */
  platform: Scalars['String']['output'];
  /**
   * URL of the profile.
   *
   * Source: `social_link`.
   */
  url: Maybe<Scalars['URL']['output']>;
};

/** A link to a social network. */
export type SocialLinkInput = {
  /** The LMS's name of the network, such as `linkedin`. */
  platform: Scalars['String']['input'];
  /** URL of the profile there; null removes the link. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** Settings for sharing on one social network. */
export type SocialShare = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `facebook`, `twitter`.
   *
   * Source: `name of the member`.
   */
  network: Scalars['String']['output'];
  /**
   * Whether sharing is enabled.
   *
   * Source: `*.isEnabled`.
   */
  isEnabled: Scalars['Boolean']['output'];
  /**
   * Brand name for the shared text.
   *
   * Source: `*.socialBrand`.
   */
  socialBrand: Maybe<Scalars['String']['output']>;
  /**
   * Query parameters to add to the shared URL.
   *
   * Source: `*.utmParams`.
   */
  utmParams: Maybe<Scalars['String']['output']>;
};

/** Form of `startDisplay`. */
export type StartType =
  /** The start date, formatted. */
  | 'TIMESTAMP'
  /** A text by the course team. */
  | 'STRING'
  /** Empty: the start is not announced. */
  | 'EMPTY';

/** Input of the mutation `submitVerifiedName`. */
export type SubmitVerifiedNameInput = {
  /** Name as on an identity card, 255 characters at most. */
  verifiedName: Scalars['String']['input'];
  /** Name on the profile, 255 characters at most. */
  profileName: Scalars['String']['input'];
};

/** Payload of the mutation `submitVerifiedName`. */
export type SubmitVerifiedNamePayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
};

/** The learner's score in one subsection (a sequence). */
export type SubsectionScore = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the sequence.
   *
   * Source: `block_key`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Name of the sequence.
   *
   * Source: `display_name`.
   */
  title: Scalars['String']['output'];
  /**
   * Assignment type; null if it is not graded.
   *
   * Source: `assignment_type`.
   */
  assignmentType: Maybe<Scalars['String']['output']>;
  /**
   * Whether it contains a graded assignment.
   *
   * Source: `has_graded_assignment`.
   */
  hasGradedAssignment: Scalars['Boolean']['output'];
  /**
   * Whether the learner has access to it.
   *
   * Source: `learner_has_access`.
   */
  learnerHasAccess: Scalars['Boolean']['output'];
  /**
   * Earned points.
   *
   * Source: `num_points_earned`.
   */
  pointsEarned: Scalars['Float']['output'];
  /**
   * Possible points.
   *
   * Source: `num_points_possible`.
   */
  pointsPossible: Scalars['Float']['output'];
  /**
   * Share of graded points earned, 0 to 1.
   *
   * Source: `percent_graded`.
   */
  percentGraded: Scalars['Float']['output'];
  /**
   * Whether the learner may see the score now.
   *
   * Source: `show_grades`.
   */
  showGrades: Scalars['Boolean']['output'];
  /**
   * When correctness is shown. Known values: `always`, `never`, `past_due`, `never_but_include_grade`.
   *
   * Source: `show_correctness`.
   */
  showCorrectness: Scalars['String']['output'];
  /**
   * URL of the sequence; null if the learner has no access.
   *
   * Source: `url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * When it is due; null if it is not, or if the LMS sends no date.
   *
   * Source: `due`.
   */
  due: Maybe<Scalars['DateTime']['output']>;
  /**
   * A grade set by staff; null if there is none.
   *
   * Source: `override`.
   */
  override: Maybe<GradeOverride>;
  /**
   * Scores of the problems.
   *
   * Source: `problem_scores`.
   */
  problemScores: Array<ProblemScore>;
};

/** A course that the LMS suggests to the viewer. */
export type SuggestedCourse = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Name of the course.
   *
   * Source: `courseName`.
   */
  title: Scalars['String']['output'];
  /**
   * URL of the page that presents the course.
   *
   * Source: `courseUrl`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the banner.
   *
   * Source: `bannerImgSrc`.
   */
  bannerImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * URL of the institution's logo; null if there is none.
   *
   * Source: `logoImgSrc`.
   */
  logoImageUrl: Maybe<Scalars['URL']['output']>;
};

/** A team of learners. */
export type Team = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's id of the team.
   *
   * Source: `id`.
   */
  key: Scalars['String']['output'];
  /**
   * Name of the team.
   *
   * Source: `name`.
   */
  name: Scalars['String']['output'];
  /**
   * Description of the team.
   *
   * Source: `description`.
   */
  description: Maybe<Scalars['String']['output']>;
  /**
   * Country, ISO 3166-1 alpha-2; empty if none was given.
   *
   * Source: `country`.
   */
  country: Maybe<Scalars['String']['output']>;
  /**
   * Language, as a code; empty if none was given.
   *
   * Source: `language`.
   */
  language: Maybe<Scalars['String']['output']>;
  /**
   * When the team was created.
   *
   * Source: `date_created`.
   */
  created: Maybe<Scalars['DateTime']['output']>;
  /**
   * The latest activity.
   *
   * Source: `last_activity_at`.
   */
  lastActivity: Maybe<Scalars['DateTime']['output']>;
  /**
   * Whether only learners of an institution can join the team.
   *
   * Source: `organization_protected`.
   */
  isOrganizationProtected: Maybe<Scalars['Boolean']['output']>;
  /**
   * The LMS's id of the team's topic in the course's discussions, for `Discussion.threads`.
   *
   * Source: `discussion_topic_id`.
   */
  discussionTopicId: Maybe<Scalars['String']['output']>;
  /**
   * The LMS's id of the team-set.
   *
   * Source: `topic_id`.
   */
  teamSetKey: Maybe<Scalars['String']['output']>;
  /**
   * The course.
   *
   * Source: `team/team, course_id`; or `team/teams, course_id`; or `team/memberships, course_id`.
   */
  course: Maybe<Course>;
  /**
   * The team-set; null if the viewer may not see it.
   *
   * Source: `team/topic`.
   */
  teamSet: Maybe<TeamSet>;
  /**
   * Members of the team.
   *
   * Source: `team/team, membership`; or `team/teams, membership`.
   */
  members: Maybe<Array<TeamMember>>;
  /**
   * Assignments that the team answers together. Null with an error if the LMS has disabled them.
   *
   * Source: `team/assignments`.
   */
  assignments: Maybe<Array<TeamAssignment>>;
  /**
   * Threads of the team's topic in the course's discussions; null if the viewer may not see them.
   *
   * Source: `discussion/threads`.
   */
  threads: Maybe<ThreadConnection>;
};


/** A team of learners. */
export type TeamThreadsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An assignment that a team answers together. */
export type TeamAssignment = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Name of the assignment.
   *
   * Source: `display_name`.
   */
  displayName: Maybe<Scalars['String']['output']>;
  /**
   * URL of the assignment.
   *
   * Source: `location`.
   */
  url: Maybe<Scalars['URL']['output']>;
};

/** A page of a list. */
export type TeamConnection = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** The edges of this page. */
  edges: Array<TeamEdge>;
  /** Information about this page. */
  pageInfo: PageInfo;
  /** Total number of edges; null if the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** An edge of a connection. */
export type TeamEdge = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Cursor of the edge, for `after`. */
  cursor: Scalars['String']['output'];
  /** The object at the end of the edge. */
  node: Team;
};

/** A member of a team. */
export type TeamMember = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Username.
   *
   * Source: `user.username`.
   */
  username: Maybe<Scalars['String']['output']>;
  /**
   * URL of the member's picture, 500 pixels square.
   *
   * Source: `user.profile_image.image_url_full`.
   */
  imageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Country; null if the member does not share it.
   *
   * Source: `user.country`.
   */
  country: Maybe<Scalars['String']['output']>;
  /**
   * Languages; null if the member does not share them.
   *
   * Source: `user.language_proficiencies`.
   */
  languageProficiencies: Maybe<Array<LanguageProficiency>>;
  /**
   * When the member joined.
   *
   * Source: `date_joined`.
   */
  joined: Maybe<Scalars['DateTime']['output']>;
  /**
   * The member's latest activity in the team.
   *
   * Source: `last_activity_at`.
   */
  lastActivity: Maybe<Scalars['DateTime']['output']>;
};

/** The viewer's membership in a team. */
export type TeamMembership = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The team.
   *
   * Source: `team/memberships, team`.
   */
  team: Team;
  /**
   * When the viewer joined.
   *
   * Source: `date_joined`.
   */
  joined: Maybe<Scalars['DateTime']['output']>;
  /**
   * The viewer's latest activity in the team.
   *
   * Source: `last_activity_at`.
   */
  lastActivity: Maybe<Scalars['DateTime']['output']>;
};

/** Order of teams. */
export type TeamOrder =
  /** By name. */
  | 'NAME'
  /** Teams with the most free places first. */
  | 'OPEN_SLOTS'
  /** Teams with the latest activity first. */
  | 'LAST_ACTIVITY';

/** A set of teams. A learner may be in one team of each set. */
export type TeamSet = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's id of the team-set.
   *
   * Source: `id`.
   */
  key: Scalars['String']['output'];
  /**
   * Name of the team-set.
   *
   * Source: `name`.
   */
  name: Scalars['String']['output'];
  /**
   * Description of the team-set.
   *
   * Source: `description`.
   */
  description: Maybe<Scalars['String']['output']>;
  /**
   * Whether learners or the course team create the teams. Known values: `open`, `open_managed`, `public_managed`, `private_managed`; in the managed ones the course team creates them.
   *
   * Source: `type`.
   */
  type: Maybe<Scalars['String']['output']>;
  /**
   * Maximum number of members of a team; null if there is none.
   *
   * Source: `max_team_size`.
   */
  maxTeamSize: Maybe<Scalars['Int']['output']>;
  /**
   * Number of teams.
   *
   * Source: `team_count`.
   */
  teamCount: Maybe<Scalars['Int']['output']>;
  /**
   * Teams of the set.
   *
   * Source: `team/teams`.
   */
  teams: Maybe<TeamConnection>;
};


/** A set of teams. A learner may be in one team of each set. */
export type TeamSetTeamsArgs = {
  orderBy?: TeamOrder;
  search?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A thread of a course's discussions. */
export type Thread = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's id of the post.
   *
   * Source: `id`.
   */
  lmsId: Scalars['ID']['output'];
  /**
   * Username of the author; null if the author is anonymous.
   *
   * Source: `author`.
   */
  author: Maybe<Scalars['String']['output']>;
  /**
   * The author's role. Known values: `Staff`, `Moderator`, `Community TA`.
   *
   * Source: `author_label`.
   */
  authorLabel: Maybe<Scalars['String']['output']>;
  /**
   * URL of the author's picture, 120 pixels square; null if the author is anonymous.
   *
   * Source: `discussion/threads, author + users`; or `discussion/thread, author + users`; or `discussion/learner, author + users`; or `discussion/comments, author + users`; or `discussion/replies, author + users`; or `user/accounts, profile_image.image_url_large`.
   */
  authorImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * When the post was created.
   *
   * Source: `created_at`.
   */
  created: Scalars['DateTime']['output'];
  /**
   * When the post was last modified.
   *
   * Source: `updated_at`.
   */
  updated: Scalars['DateTime']['output'];
  /**
   * Text of the post, in Markdown.
   *
   * Source: `raw_body`.
   */
  rawBody: Maybe<Scalars['String']['output']>;
  /**
   * Text of the post, as HTML.
   *
   * Source: `rendered_body`.
   */
  renderedBodyHtml: Maybe<Scalars['HTML']['output']>;
  /**
   * Number of votes.
   *
   * Source: `vote_count`.
   */
  voteCount: Scalars['Int']['output'];
  /**
   * Whether the viewer has voted for the post.
   *
   * Source: `voted`.
   */
  voted: Scalars['Boolean']['output'];
  /**
   * Whether the viewer has reported the post; for moderators, whether anybody has.
   *
   * Source: `abuse_flagged`.
   */
  abuseFlagged: Scalars['Boolean']['output'];
  /**
   * Whether the viewer may delete the post.
   *
   * Source: `can_delete`.
   */
  canDelete: Scalars['Boolean']['output'];
  /**
   * Names of the LMS's fields that the viewer may edit.
   *
   * Source: `editable_fields`.
   */
  editableFields: Array<Scalars['String']['output']>;
  /**
   * Whether the post is anonymous to everybody.
   *
   * Source: `anonymous`.
   */
  isAnonymous: Scalars['Boolean']['output'];
  /**
   * Whether the post is anonymous to learners.
   *
   * Source: `anonymous_to_peers`.
   */
  isAnonymousToPeers: Scalars['Boolean']['output'];
  /**
   * The latest edit of the text, for its author and moderators; null if there is none.
   *
   * Source: `last_edit`.
   */
  lastEdit: Maybe<PostEdit>;
  /**
   * Role of the person who last edited the text, for its author and moderators.
   *
   * Source: `edit_by_label`.
   */
  editByLabel: Maybe<Scalars['String']['output']>;
  /**
   * Title of the thread.
   *
   * Source: `title`.
   */
  title: Scalars['String']['output'];
  /**
   * Known values: `discussion`, `question`.
   *
   * Source: `type`.
   */
  type: Scalars['String']['output'];
  /**
   * The course that the thread belongs to.
   *
   * Source: `course_id`.
   */
  course: Maybe<Course>;
  /**
   * The LMS's id of the topic.
   *
   * Source: `topic_id`.
   */
  topicId: Scalars['ID']['output'];
  /**
   * Beginning of the text, without markup.
   *
   * Source: `preview_body`.
   */
  previewBody: Maybe<Scalars['String']['output']>;
  /**
   * Number of posts, including the thread's own text.
   *
   * Source: `comment_count`.
   */
  commentCount: Scalars['Int']['output'];
  /**
   * Number of posts that the viewer has not read.
   *
   * Source: `discussion/threads, unread_comment_count`; or `discussion/thread, unread_comment_count`; or `discussion/learner, unread_comment_count`; or `discussion/create_thread, unread_comment_count`; or `discussion/read_thread, unread_comment_count`.
   */
  unreadCommentCount: Scalars['Int']['output'];
  /**
   * Whether the viewer follows the thread.
   *
   * Source: `following`.
   */
  following: Scalars['Boolean']['output'];
  /**
   * Whether the viewer has read the thread. Reading this field does not mark it as read.
   *
   * Source: `discussion/threads, read`; or `discussion/thread, read`; or `discussion/learner, read`; or `discussion/create_thread, read`; or `discussion/read_thread, read`.
   */
  read: Scalars['Boolean']['output'];
  /**
   * The group that may see the thread; null if everybody may.
   *
   * Source: `group_id`.
   */
  group: Maybe<DiscussionGroup>;
  /**
   * Whether the thread is pinned to the top of the list.
   *
   * Source: `discussion/threads, pinned`; or `discussion/thread, pinned`; or `discussion/create_thread, pinned`; or `discussion/read_thread, pinned`; or `discussion/update_thread, pinned`.
   */
  pinned: Scalars['Boolean']['output'];
  /**
   * Whether the thread is closed for responses.
   *
   * Source: `closed`.
   */
  closed: Scalars['Boolean']['output'];
  /**
   * Username of the person who closed the thread, for its author and moderators.
   *
   * Source: `closed_by`.
   */
  closedBy: Maybe<Scalars['String']['output']>;
  /**
   * Role of the person who closed the thread.
   *
   * Source: `closed_by_label`.
   */
  closedByLabel: Maybe<Scalars['String']['output']>;
  /**
   * Why the thread was closed, for its author and moderators.
   *
   * Source: `close_reason`.
   */
  closeReason: Maybe<Scalars['String']['output']>;
  /**
   * Whether one of the responses is endorsed.
   *
   * Source: `has_endorsed`.
   */
  hasEndorsed: Scalars['Boolean']['output'];
  /**
   * The responses, oldest first; endorsed responses to a question come first.
   *
   * Source: `discussion/comments`.
   */
  comments: Maybe<CommentConnection>;
};


/** A thread of a course's discussions. */
export type ThreadCommentsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  newestFirst?: Scalars['Boolean']['input'];
};

/** A page of threads. */
export type ThreadConnection = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** The edges of this page. */
  edges: Array<ThreadEdge>;
  /** Information about this page. */
  pageInfo: PageInfo;
  /** Total number of edges; null if the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
  /** The words that were searched for instead of `search`, which matched nothing. */
  searchRewrite: Maybe<Scalars['String']['output']>;
};

/** Numbers of threads in a topic, by type. */
export type ThreadCounts = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Number of threads of type `discussion`.
   *
   * Source: `discussion`.
   */
  discussion: Scalars['Int']['output'];
  /**
   * Number of threads of type `question`.
   *
   * Source: `question`.
   */
  question: Scalars['Int']['output'];
};

/** An edge in `ThreadConnection`. */
export type ThreadEdge = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /** Cursor of the edge, for `after`. */
  cursor: Scalars['String']['output'];
  /** The object at the end of the edge. */
  node: Thread;
  /** Number of reported posts in the thread. Requires the right to moderate; otherwise the LMS refuses the whole list. */
  abuseFlaggedCount: Maybe<Scalars['Int']['output']>;
};

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

/** A time zone. */
export type TimeZone = {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Name in the IANA database, such as `America/Bogota`.
   *
   * Source: `user/time_zones, time_zone`.
   */
  name: Scalars['String']['output'];
  /**
   * Name with the current offset, such as `America/Bogota (-05, UTC-0500)`.
   *
   * Source: `user/time_zones, description`.
   */
  description: Maybe<Scalars['String']['output']>;
};

/** Product tours to show to the viewer. */
export type Tour = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Tour of the course home page.
   *
   * Source: `course_home_tour_status`.
   */
  courseHomeTourStatus: CourseHomeTourStatus;
  /**
   * Whether to show the tour of the unit page.
   *
   * Source: `show_courseware_tour`.
   */
  showCoursewareTour: Scalars['Boolean']['output'];
};

/** Input of the mutation `unenroll`. */
export type UnenrollInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
};

/** Payload of the mutation `unenroll`. */
export type UnenrollPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * The enrolment, no longer active.
   *
   * Source: `enrollment/enrollment/course`.
   */
  enrollment: Maybe<Enrollment>;
};

/** A unit (a vertical): one page of a sequence. */
export type Unit = Node & {
  /**
   * Whether the unit counts towards the grade.
   *
   * Source: `courseware/sequence, graded`.
   */
  graded: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer has bookmarked the unit.
   *
   * Source: `courseware/sequence, bookmarked`.
   */
  bookmarked: Maybe<Scalars['Boolean']['output']>;
  /**
   * Names of section, sequence and unit, separated by ` > `.
   *
   * Source: `courseware/sequence, path`.
   */
  path: Maybe<Scalars['String']['output']>;
  /**
   * Whether the viewer may not see some of the content, which is for verified learners.
   *
   * Source: `courseware/sequence, contains_content_type_gated_content`.
   */
  containsContentTypeGatedContent: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the unit is behind an unmet prerequisite; then the LMS sends its key and title only.
   *
   * Source: `courseware/sequence, is_gated + id`.
   */
  isGated: Maybe<Scalars['Boolean']['output']>;
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the unit.
   *
   * Source: `course_home/navigation, id`; or `courses/blocks, id`; or `courseware/sequence, id`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Name of the unit.
   *
   * Source: `course_home/navigation, display_name`; or `courses/blocks, display_name`; or `courseware/sequence, page_title + display_name`.
   */
  title: Scalars['String']['output'];
  /**
   * Whether the viewer has completed the unit; null for a visitor.
   *
   * Source: `course_home/navigation, complete`; or `courses/blocks, complete`; or `courseware/sequence, complete`.
   */
  complete: Maybe<Scalars['Boolean']['output']>;
  /**
   * Kind of content, which determines the icon. Known values: `video`, `problem`, `other`; `vertical` behind a prerequisite that is not met.
   *
   * Source: `course_home/navigation, icon`; or `courseware/sequence, type`.
   */
  type: Maybe<Scalars['String']['output']>;
  /**
   * The same as `type`.
   *
   * Source: `course_home/navigation, icon`; or `courseware/sequence, type`.
   */
  icon: Maybe<Scalars['String']['output']>;
  /**
   * Completion by the viewer.
   *
   * Source: `course_home/navigation, completion_stat`.
   */
  completion: Maybe<UnitCompletion>;
};

/** Completion of a unit. */
export type UnitCompletion = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Number of completed blocks.
   *
   * Source: `completion`.
   */
  completed: Scalars['Float']['output'];
  /**
   * Number of blocks that can be completed.
   *
   * Source: `completable_children`.
   */
  completable: Scalars['Int']['output'];
};

/** Input of the mutation `unsubscribeFromCourseGoal`. */
export type UnsubscribeFromCourseGoalInput = {
  /** Token in the unsubscribe link of a reminder. */
  token: Scalars['String']['input'];
};

/** Payload of the mutation `unsubscribeFromCourseGoal`. */
export type UnsubscribeFromCourseGoalPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /**
   * Name of the course.
   *
   * Source: `course_home/unsubscribe_from_course_goal, course_title`.
   */
  courseTitle: Maybe<Scalars['String']['output']>;
};

/** The next dates of a course, as shown on its home page. */
export type UpcomingDates = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Future dates, with at most one assignment. `learnerHasAccess` is always true here.
   *
   * Source: `course_date_blocks`.
   */
  blocks: Array<CourseDate>;
  /**
   * URL of the dates page.
   *
   * Source: `dates_tab_link`.
   */
  tabLink: Maybe<Scalars['URL']['output']>;
  /**
   * The learner's time zone; null if none is set.
   *
   * Source: `user_timezone`.
   */
  userTimezone: Maybe<Scalars['String']['output']>;
};

/** Input of the mutation `updateAccount`. Omitted fields keep their values; null deletes a value, unless the field says that it keeps it. */
export type UpdateAccountInput = {
  /** Full name. A person with a verified certificate uses `requestNameChange` instead. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Biography, 300 characters at most. */
  bio?: InputMaybe<Scalars['String']['input']>;
  /** Country, ISO 3166-1 alpha-2. Leaving the United States deletes the state. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** State, for the United States. */
  state?: InputMaybe<Scalars['String']['input']>;
  /** One of the values of `Viewer.levelOfEducation`. */
  levelOfEducation?: InputMaybe<Scalars['String']['input']>;
  /** One of the values of `Viewer.gender`. */
  gender?: InputMaybe<Scalars['String']['input']>;
  /** Year of birth. */
  yearOfBirth?: InputMaybe<Scalars['Int']['input']>;
  /** ISO 639-1 codes of languages; they replace all others. */
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Links to set or to remove; others stay, and null keeps all. */
  socialLinks?: InputMaybe<Array<SocialLinkInput>>;
  /** Further fields to set; others stay, and null keeps all. */
  extendedProfile?: InputMaybe<Array<ExtendedProfileInput>>;
  /** A new address. It takes effect when the e-mail that is sent to it is confirmed. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** A new address for recovery; it takes effect when it is confirmed. */
  secondaryEmail?: InputMaybe<Scalars['String']['input']>;
  /** The audience of the profile; null keeps it. */
  accountPrivacy?: InputMaybe<AccountPrivacy>;
  /** Visibility of fields; others stay, and null keeps all. It is stored after all other changes, and sets `accountPrivacy` to `CUSTOM` unless another one is given. */
  visibility?: InputMaybe<Array<FieldVisibilityInput>>;
};

/** Payload of the mutation `updateAccount`. If only the first write was stored, `userErrors` has the reason, and `viewer` and `profile` have the stored state. */
export type UpdateAccountPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /**
   * The viewer's profile after the write; null if nothing was stored.
   *
   * Source: `user/account`.
   */
  profile: Maybe<Profile>;
};

/** Input of the mutation `updateComment`. Null keeps the current value; `editableFields` says what the viewer may change. */
export type UpdateCommentInput = {
  /** `id` or `lmsId` of the comment. */
  comment: Scalars['ID']['input'];
  /** Whether the viewer votes for the comment. */
  voted?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the viewer reports the comment. A moderator's `false` removes everybody's reports. */
  abuseFlagged?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the response is endorsed. For moderators and the author of a question. */
  endorsed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Text of the comment, in Markdown. */
  rawBody?: InputMaybe<Scalars['String']['input']>;
  /** Code of the reason for a moderator's edit: one of `Discussion.editReasons`. */
  editReasonCode?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of the mutation `updateComment`. */
export type UpdateCommentPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /**
   * The comment after the change.
   *
   * Source: `discussion/update_comment`.
   */
  comment: Maybe<Comment>;
};

/** Input of the mutation `updateExamAttempt`. */
export type UpdateExamAttemptInput = {
  /** `id` of the attempt. */
  attempt: Scalars['ID']['input'];
  /** The action to perform. */
  action: ExamAction;
  /** Details of an error, 1000 characters at most. */
  detail?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of the mutation `updateExamAttempt`. */
export type UpdateExamAttemptPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /** The course after the write; null if the mutation was refused or the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * The exam with its attempt, and the active attempt, after the write; null if it was refused.
   *
   * Source: `proctoring/state`.
   */
  examState: Maybe<ExamState>;
};

/** Input of the mutation `updateTeam`. Null keeps the current value. */
export type UpdateTeamInput = {
  /** `id` or `key` of the team. */
  team: Scalars['ID']['input'];
  /** Name, 255 characters at most. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Description, 300 characters at most. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Country, ISO 3166-1 alpha-2; an empty text deletes it. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** Language, as a code; an empty text deletes it. */
  language?: InputMaybe<Scalars['String']['input']>;
};

/** Payload of the mutation `updateTeam`. */
export type UpdateTeamPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /**
   * The team after the write; null if it was refused.
   *
   * Source: `team/team`.
   */
  team: Maybe<Team>;
};

/** Input of the mutation `updateThread`. Null keeps the current value; `editableFields` lists the fields that the viewer may change. */
export type UpdateThreadInput = {
  /** `id` or `lmsId` of the thread. */
  thread: Scalars['ID']['input'];
  /** Whether the viewer votes for the thread. */
  voted?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the viewer follows the thread. */
  following?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the viewer reports the thread. A moderator's `false` removes everybody's reports. */
  abuseFlagged?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the thread is pinned. For moderators. */
  pinned?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the thread is closed. For moderators. */
  closed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Code of the reason for closing it: one of `Discussion.closeReasons`. */
  closeReasonCode?: InputMaybe<Scalars['String']['input']>;
  /** Title of the thread, 1024 characters at most. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Text of the thread, in Markdown. */
  rawBody?: InputMaybe<Scalars['String']['input']>;
  /** Code of the reason for a moderator's edit: one of `Discussion.editReasons`. */
  editReasonCode?: InputMaybe<Scalars['String']['input']>;
  /** `id` or `lmsId` of the topic. */
  topic?: InputMaybe<Scalars['ID']['input']>;
  /** Type of the thread. */
  type?: InputMaybe<ThreadType>;
  /** The group that may see the thread, by the `id` or `lmsId` of a group or cohort. For moderators. */
  group?: InputMaybe<Scalars['ID']['input']>;
};

/** Payload of the mutation `updateThread`. */
export type UpdateThreadPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /**
   * The thread after the change.
   *
   * Source: `discussion/update_thread`.
   */
  thread: Maybe<Thread>;
};

/** Input of the mutation `updateTour`. Null keeps the current value. */
export type UpdateTourInput = {
  /** The tour of the course home page: a value of `CourseHomeTourStatus` or the LMS's word for it: `NO_TOUR` or `no-tour`. */
  courseHomeTourStatus?: InputMaybe<Scalars['String']['input']>;
  /** Whether to show the tour of the unit page. */
  showCoursewareTour?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Payload of the mutation `updateTour`. */
export type UpdateTourPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** The viewer after the write; null if the mutation was refused. */
  viewer: Maybe<Viewer>;
  /**
   * The tours after the change.
   *
   * Source: `user_tours/user`.
   */
  tour: Maybe<Tour>;
};

/** A reason, for the user, why a mutation was refused. */
export type UserError = {
  /** Code of the error. */
  code: UserErrorCode;
  /** Message for the user; the LMS's own, in the viewer's language, if it has one. */
  message: Scalars['String']['output'];
  /** Path of the invalid argument, such as `["input", "course"]`; null if the error is about the whole input. */
  field: Maybe<Array<Scalars['String']['output']>>;
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

/** The learner's identity verification. */
export type VerificationData = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `none`, `expired`, `approved`, `pending`, `must_reverify`.
   *
   * Source: `status`.
   */
  status: Scalars['String']['output'];
  /**
   * URL for the verification.
   *
   * Source: `link`.
   */
  link: Maybe<Scalars['URL']['output']>;
  /**
   * When the status changed last; null for `none`.
   *
   * Source: `status_date`.
   */
  statusDate: Maybe<Scalars['DateTime']['output']>;
};

/** The verified mode that the viewer can upgrade to. */
export type VerifiedMode = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Price in whole units of the currency.
   *
   * Source: `price`.
   */
  price: Scalars['Int']['output'];
  /**
   * ISO 4217 code of the currency, such as `USD`.
   *
   * Source: `currency`.
   */
  currency: Maybe<Scalars['String']['output']>;
  /**
   * Symbol of the currency.
   *
   * Source: `currency_symbol`.
   */
  currencySymbol: Scalars['String']['output'];
  /**
   * The product's SKU.
   *
   * Source: `sku`.
   */
  sku: Maybe<Scalars['String']['output']>;
  /**
   * URL for the upgrade.
   *
   * Source: `upgrade_url`.
   */
  upgradeUrl: Maybe<Scalars['URL']['output']>;
  /**
   * When the viewer's audit access expires.
   *
   * Source: `access_expiration_date`.
   */
  accessExpirationDate: Maybe<Scalars['DateTime']['output']>;
};

/** A name of the viewer that is verified or waits for verification. */
export type VerifiedName = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * The name, as on an identity card.
   *
   * Source: `verified_name`.
   */
  name: Scalars['String']['output'];
  /**
   * The name of the profile at that time.
   *
   * Source: `profile_name`.
   */
  profileName: Maybe<Scalars['String']['output']>;
  /**
   * Known values: `pending`, `submitted`, `approved`, `denied`.
   *
   * Source: `status`.
   */
  status: Scalars['String']['output'];
  /**
   * When the name was submitted.
   *
   * Source: `created`.
   */
  created: Scalars['DateTime']['output'];
  /**
   * Whether a proctored exam verified it.
   *
   * Source: `proctored_exam_attempt_id`.
   */
  isFromProctoredExam: Maybe<Scalars['Boolean']['output']>;
};

/** One file of a video. */
export type VideoEncoding = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Name of the encoding. Known values: `youtube`, `fallback`, `hls`, `desktop_mp4`, `mobile_high`, `mobile_low`.
   *
   * Source: `name of the member`.
   */
  profile: Scalars['String']['output'];
  /**
   * URL of the file.
   *
   * Source: `*.url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * Size in bytes; null if it is not known.
   *
   * Source: `*.file_size`.
   */
  fileSize: Maybe<Scalars['Float']['output']>;
  /**
   * Position in the order in which a player should try the encodings, lowest first; null if it has none.
   *
   * Source: `*.stream_priority`.
   */
  streamPriority: Maybe<Scalars['Int']['output']>;
};

/** The transcript of a video in one language. */
export type VideoTranscript = Node & {
  /** Global, opaque identifier, unique across all types. */
  id: Scalars['ID']['output'];
  /**
   * Code of the language, such as `en`.
   *
   * Source: `name of the member`.
   */
  language: Scalars['String']['output'];
  /**
   * URL of the transcript.
   *
   * Source: `value of the member`.
   */
  url: Maybe<Scalars['URL']['output']>;
};

/** The signed-in person. For a visitor, all fields except `isAuthenticated` are null. */
export type Viewer = Node & {
  /**
   * Certificates of all courses that the viewer has passed.
   *
   * Source: `certificates/certificates`.
   */
  certificates: Maybe<Array<Certificate>>;
  /**
   * Eligibility for academic credit in a course; null if there is none.
   *
   * Source: `credit/eligibility`.
   */
  creditEligibility: Maybe<CreditEligibility>;
  /**
   * Whether the viewer is global staff of the LMS.
   *
   * Source: `enrollment/roles, is_staff`.
   */
  isGlobalStaff: Maybe<Scalars['Boolean']['output']>;
  /**
   * Roles in courses and organisations.
   *
   * Source: `enrollment/roles, roles`.
   */
  courseRoles: Maybe<Array<CourseRole>>;
  /**
   * The LMS's number of the viewer's account.
   *
   * Source: `user/account, id`.
   */
  lmsId: Maybe<Scalars['ID']['output']>;
  /**
   * Name that waits for verification; null if there is none.
   *
   * Source: `user/account, pending_name_change`.
   */
  pendingName: Maybe<Scalars['String']['output']>;
  /**
   * Whether the viewer has confirmed the e-mail address.
   *
   * Source: `user/account, is_active`.
   */
  isActive: Maybe<Scalars['Boolean']['output']>;
  /**
   * E-mail address for recovery.
   *
   * Source: `user/account, secondary_email`.
   */
  secondaryEmail: Maybe<Scalars['String']['output']>;
  /**
   * Whether the LMS supports e-mail addresses for recovery; null if this is unknown.
   *
   * Source: `user/account, secondary_email_enabled`.
   */
  secondaryEmailEnabled: Maybe<Scalars['Boolean']['output']>;
  /**
   * Year of birth.
   *
   * Source: `user/account, year_of_birth`.
   */
  yearOfBirth: Maybe<Scalars['Int']['output']>;
  /**
   * Known values: `m`, `f`, `o`.
   *
   * Source: `user/account, gender`.
   */
  gender: Maybe<Scalars['String']['output']>;
  /**
   * State, for the United States.
   *
   * Source: `user/account, state`.
   */
  state: Maybe<Scalars['String']['output']>;
  /**
   * Phone number.
   *
   * Source: `user/account, phone_number`.
   */
  phoneNumber: Maybe<Scalars['String']['output']>;
  /**
   * Whether a parent has to consent to a public profile.
   *
   * Source: `user/account, requires_parental_consent`.
   */
  requiresParentalConsent: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer has uploaded a picture.
   *
   * Source: `user/account, profile_image.has_image`.
   */
  hasProfileImage: Maybe<Scalars['Boolean']['output']>;
  /**
   * Further fields that the operator has added.
   *
   * Source: `user/account, extended_profile`.
   */
  extendedProfile: Maybe<Array<ExtendedProfileField>>;
  /**
   * The enterprise that manages the account; null if there is none. Null with an error if the LMS does not support enterprises. Requires a JWT or a session.
   *
   * Source: `enterprise/learner, results`.
   */
  managedBy: Maybe<AccountManager>;
  /**
   * Identity providers, and which of them are linked.
   *
   * Source: `third_party_auth/user_status`.
   */
  linkedAccounts: Maybe<Array<LinkedAccount>>;
  /**
   * The latest approved name; null if there is none. Requires a JWT or a session.
   *
   * Source: `name_affirmation/verified_name`; or `name_affirmation/history, results`.
   */
  verifiedName: Maybe<VerifiedName>;
  /**
   * Verified names, and names that wait for verification, newest first. Requires a JWT or a session.
   *
   * Source: `name_affirmation/history, results`.
   */
  verifiedNames: Maybe<Array<VerifiedName>>;
  /**
   * Whether certificates have the verified name.
   *
   * Source: `name_affirmation/history, use_verified_name_for_certs`.
   */
  useVerifiedNameOnCertificates: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer can verify their identity now. Requires a JWT or a session.
   *
   * Source: `verify_student/status`.
   */
  identityCheck: Maybe<IdentityCheck>;
  /**
   * The viewer's notifications.
   *
   * Source: `notifications/count`.
   */
  notifications: Maybe<Notifications>;
  /**
   * The viewer's notification settings; null if the LMS has none.
   *
   * Source: `notifications/v3/configurations, or notifications/v2/configurations, or notifications/configurations`.
   */
  notificationSettings: Maybe<NotificationSettings>;
  /**
   * Programs the viewer is enrolled in or teaches; all master's programs for global staff.
   *
   * Source: `program_enrollments/programs`.
   */
  programs: Maybe<Array<Program>>;
  /**
   * The viewer's pathways; null if the LMS does not have the plugin. Requires a JWT or a session.
   *
   * Source: `learner_pathway_progress/progress`.
   */
  learningPathways: Maybe<Array<LearningPathway>>;
  /** Global, opaque identifier; an argument of `node`. */
  id: Scalars['ID']['output'];
  /**
   * Whether the viewer is signed in; null if the LMS could not be reached.
   *
   * Source: `course_home/course_metadata, username`; or `user/account, username`; or `user/me, username`.
   */
  isAuthenticated: Maybe<Scalars['Boolean']['output']>;
  /**
   * Username; null for a visitor, and null with an error if the LMS does not accept the sign-in. In a masquerade, it is the staff member's.
   *
   * Source: `course_home/course_metadata, username`; or `user/account, username`; or `user/me, username`.
   */
  username: Maybe<Scalars['String']['output']>;
  /**
   * Time zone the viewer chose, such as `America/Bogota`; null if none is set.
   *
   * Source: `course_home/course_metadata, user_timezone`; or `user/preferences, time_zone`.
   */
  timezone: Maybe<Scalars['String']['output']>;
  /**
   * Full name.
   *
   * Source: `user/account, name`.
   */
  name: Maybe<Scalars['String']['output']>;
  /**
   * E-mail address.
   *
   * Source: `user/account, email`.
   */
  email: Maybe<Scalars['String']['output']>;
  /**
   * Product tours to show; null if the LMS has disabled them.
   *
   * Source: `user_tours/user`.
   */
  tour: Maybe<Tour>;
  /**
   * Tours of the discussions page; null if the LMS has disabled them. Reading them creates missing ones. Requires a JWT or a session.
   *
   * Source: `user_tours/discussion_tours`.
   */
  discussionTours: Maybe<Array<DiscussionTour>>;
  /**
   * URL of the viewer's picture, 500 pixels square; a placeholder if none was uploaded.
   *
   * Source: `user/account, profile_image.image_url_full`.
   */
  profileImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The viewer's biography.
   *
   * Source: `user/account, bio`.
   */
  bio: Maybe<Scalars['String']['output']>;
  /**
   * Country, ISO 3166-1 alpha-2.
   *
   * Source: `user/account, country`.
   */
  country: Maybe<Scalars['String']['output']>;
  /**
   * Languages that the viewer knows.
   *
   * Source: `user/account, language_proficiencies`.
   */
  languageProficiencies: Maybe<Array<LanguageProficiency>>;
  /**
   * Known values: `p` (doctorate), `m` (master's), `b` (bachelor's), `a` (associate), `hs`, `jhs`, `el`, `none`, `other`.
   *
   * Source: `user/account, level_of_education`.
   */
  levelOfEducation: Maybe<Scalars['String']['output']>;
  /**
   * Links to the viewer's profiles on social networks.
   *
   * Source: `user/account, social_links`.
   */
  socialLinks: Maybe<Array<SocialLink>>;
  /**
   * The audience of the profile. Known values: `all_users`, `private`, `custom`.
   *
   * Source: `user/account, account_privacy`.
   */
  accountPrivacy: Maybe<Scalars['String']['output']>;
  /**
   * When the account was created.
   *
   * Source: `user/account, date_joined`.
   */
  dateJoined: Maybe<Scalars['DateTime']['output']>;
  /**
   * The viewer's identity verification; null before the first attempt.
   *
   * Source: `user/verification_status`.
   */
  verification: Maybe<IdentityVerification>;
  /**
   * The viewer's preferences, by key.
   *
   * Source: `user/preferences`.
   */
  preferences: Maybe<Array<Preference>>;
  /**
   * Whether the e-mail address is still to be confirmed.
   *
   * Source: `learner_home/init, emailConfirmation`.
   */
  emailConfirmation: Maybe<EmailConfirmation>;
  /**
   * Settings of the LMS for the dashboard.
   *
   * Source: `learner_home/init, platformSettings`.
   */
  platformSettings: Maybe<PlatformSettings>;
  /**
   * Settings for sharing, by social network.
   *
   * Source: `learner_home/init, socialShareSettings`.
   */
  socialShareSettings: Maybe<Array<SocialShare>>;
  /**
   * The enterprise that the viewer belongs to; null if there is none.
   *
   * Source: `learner_home/init, enterpriseDashboard`.
   */
  enterpriseDashboard: Maybe<EnterpriseDashboard>;
  /**
   * Courses that the LMS suggests. Empty if the LMS has no recommendation service.
   *
   * Source: `learner_home/init, suggestedCourses`.
   */
  suggestedCourses: Maybe<Array<SuggestedCourse>>;
  /**
   * The viewer's enrolments. Without `status`, all active ones, newest first; with it, those that the mobile API lists with this status.
   *
   * Source: `learner_home/init, or mobile/course_enrollments with a `status` and for what only it knows`.
   */
  enrollments: Maybe<EnrollmentConnection>;
  /**
   * The enrolment in the course that the viewer used last; null without one.
   *
   * Source: `mobile/course_enrollments, primary`.
   */
  primaryEnrollment: Maybe<Enrollment>;
  /**
   * Entitlements without a course run: the viewer has bought a course and has not chosen a run yet. Other entitlements are fields of their enrolments.
   *
   * Source: `learner_home/init, courses`.
   */
  entitlements: Maybe<Array<Entitlement>>;
};


/** The signed-in person. For a visitor, all fields except `isAuthenticated` are null. */
export type ViewerCreditEligibilityArgs = {
  course: Scalars['CourseKey']['input'];
};


/** The signed-in person. For a visitor, all fields except `isAuthenticated` are null. */
export type ViewerLearningPathwaysArgs = {
  uuids?: InputMaybe<Array<Scalars['UUID']['input']>>;
};


/** The signed-in person. For a visitor, all fields except `isAuthenticated` are null. */
export type ViewerEnrollmentsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<EnrollmentStatus>;
};

/** Input of the mutation `writeProgramCourseEnrollments`. */
export type WriteProgramCourseEnrollmentsInput = {
  /** Identifier of the program. */
  program: Scalars['UUID']['input'];
  /** Key of a course run of the program. */
  course: Scalars['CourseKey']['input'];
  /** Whether to create or update the enrolments. */
  mode: ProgramWriteMode;
  /** 1 to 25 learners. */
  enrollments: Array<ProgramCourseEnrollmentInput>;
};

/** Payload of the mutation `writeProgramCourseEnrollments`. */
export type WriteProgramCourseEnrollmentsPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** One result per learner, in the order of the input; empty if the LMS refused the whole request. */
  results: Array<ProgramWriteResult>;
  /** The program after the write; null if nothing was written. */
  program: Maybe<Program>;
  /** The course run after the write; null if nothing was written or the LMS does not know the run. */
  course: Maybe<Course>;
};

/** Input of the mutation `writeProgramEnrollments`. */
export type WriteProgramEnrollmentsInput = {
  /** Identifier of the program. */
  program: Scalars['UUID']['input'];
  /** Whether to create or update the enrolments. */
  mode: ProgramWriteMode;
  /** 1 to 25 learners. */
  enrollments: Array<ProgramEnrollmentInput>;
};

/** Payload of the mutation `writeProgramEnrollments`. */
export type WriteProgramEnrollmentsPayload = {
  /** Reasons why the mutation was refused; empty if it succeeded. Failures of the gateway or the LMS are in `errors`. */
  userErrors: Array<UserError>;
  /** The query root, to read other data after the write in the same request. */
  query: Query;
  /** One result per learner, in the order of the input; empty if the LMS refused the whole request. */
  results: Array<ProgramWriteResult>;
  /** The program after the write; null if nothing was written. */
  program: Maybe<Program>;
};
