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
  /** Key of a course run, at most 255 characters: `course-v1:{org}+{number}+{run}`, `ccx-v1:{org}+{number}+{run}+ccx@{id}`, or `{org}/{number}/{run}` of an old course. Letters are those of any script. The key of a library (`library-v1:{org}+{library}`, `lib:{org}:{slug}`) stands here where the LMS names one in place of a course; no course has it. */
  CourseKey: { input: string; output: string; }
  /** A calendar day, ISO 8601: `2026-09-24`. */
  Date: { input: string; output: string; }
  /** An instant in UTC, ISO 8601, always with the offset `Z`: `2026-09-24T00:00:00Z`. */
  DateTime: { input: string; output: string; }
  /** A fragment of HTML as the course team wrote it: sanitise it before showing it. */
  HTML: { input: string; output: string; }
  /** An absolute URL, `http` or `https`. Relative ones of the LMS are joined to its address; one of another scheme is not given out. */
  URL: { input: string; output: string; }
  /** A UUID in its canonical form, lower case with hyphens. */
  UUID: { input: string; output: string; }
  /** Key of a block, at most 255 characters: `block-v1:{org}+{number}+{run}+type@{type}+block@{id}` in a course, `ccx-block-v1:…` in a custom course, `i4x://{org}/{number}/{type}/{id}` in an old course, `lib-block-v1:…` and `lb:…` in a library. */
  UsageKey: { input: string; output: string; }
};

/** The end of an audit learner's access. */
export type AccessExpiration = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * When access ends.
   *
   * Source: `expiration_date`.
   */
  expirationDate: Scalars['DateTime']['output'];
  /**
   * Whether a staff member looks as a learner whose access has ended.
   *
   * Source: `masquerading_expired_course`.
   */
  masqueradingExpiredCourse: Scalars['Boolean']['output'];
  /**
   * Until when an upgrade is possible.
   *
   * Source: `upgrade_deadline`.
   */
  upgradeDeadline: Maybe<Scalars['DateTime']['output']>;
  /**
   * Where to upgrade.
   *
   * Source: `upgrade_url`.
   */
  upgradeUrl: Maybe<Scalars['URL']['output']>;
};

/** Which block to bookmark. */
export type AddBookmarkInput = {
  /** Key of the block. */
  block: Scalars['UsageKey']['input'];
};

/** What came of bookmarking a block. */
export type AddBookmarkPayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** The viewer as they are now; null when nothing was done. */
  viewer: Maybe<Viewer>;
  /** The course as it is now; null when nothing was done, and when the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * The bookmark; adding it again keeps its date.
   *
   * Source: `bookmarks/add`.
   */
  bookmark: Maybe<Bookmark>;
  /**
   * The same as the first entry of the course's bookmarks, for lists that a client keeps itself.
   *
   * Source: `bookmarks/add`.
   */
  bookmarkEdge: Maybe<BookmarkEdge>;
};

/** How assignments of one type count. */
export type AssignmentPolicy = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The type as the course team named it.
   *
   * Source: `type`.
   */
  type: Scalars['String']['output'];
  /**
   * Its abbreviation.
   *
   * Source: `short_label`.
   */
  shortLabel: Maybe<Scalars['String']['output']>;
  /**
   * Its share of the grade, 0 to 1.
   *
   * Source: `weight`.
   */
  weight: Scalars['Float']['output'];
  /**
   * How many of the lowest scores are left out.
   *
   * Source: `num_droppable`.
   */
  numDroppable: Scalars['Int']['output'];
  /**
   * How many there are.
   *
   * Source: `num_total`.
   */
  numTotal: Maybe<Scalars['Float']['output']>;
};

/** How assignments of one type count, as the course team set it. */
export type AssignmentTypePolicy = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The type as the course team named it.
   *
   * Source: `assignment_type`.
   */
  assignmentType: Scalars['String']['output'];
  /**
   * How many of them count.
   *
   * Source: `count`.
   */
  count: Scalars['Int']['output'];
  /**
   * How many of the lowest scores are left out.
   *
   * Source: `dropped`.
   */
  dropped: Scalars['Int']['output'];
  /**
   * Its share of the grade, 0 to 1.
   *
   * Source: `weight`.
   */
  weight: Scalars['Float']['output'];
};

/** Why a block is closed to the viewer. */
export type AuthorizationDenial = Node & {
  /** Global, opaque identifier, unique over all types. */
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

/** A block of a course as the viewer sees it. What the LMS has no data for is null. */
export type Block = Node & {
  /** Global, opaque identifier, unique over all types. */
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
   * The blocks right below it, in order, whether they are listed or not; with `types` the nearest of these types.
   *
   * Source: `children`.
   */
  childKeys: Array<Scalars['UsageKey']['output']>;
  /**
   * Whether it counts towards the grade.
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
   * When it opens.
   *
   * Source: `start`.
   */
  start: Maybe<Scalars['DateTime']['output']>;
  /**
   * When it is due for the viewer; null when it is not.
   *
   * Source: `due`.
   */
  due: Maybe<Scalars['DateTime']['output']>;
  /**
   * How far the viewer is, 0 to 1; blocks that hold others are at 0 or 1.
   *
   * Source: `completion`.
   */
  completion: Maybe<Scalars['Float']['output']>;
  /**
   * How many points it is worth, where the course team says so.
   *
   * Source: `weight`.
   */
  weight: Maybe<Scalars['Float']['output']>;
  /**
   * Whether it can be scored.
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
   * Where it is on the LMS.
   *
   * Source: `lms_web_url`.
   */
  webUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The block alone, for a web view.
   *
   * Source: `student_view_url`.
   */
  studentViewUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether that view fits small screens.
   *
   * Source: `student_view_multi_device`.
   */
  studentViewMultiDevice: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether something in it lies behind the paywall.
   *
   * Source: `contains_gated_content + id`.
   */
  containsGatedContent: Scalars['Boolean']['output'];
  /**
   * What kind of special exam it is, in the viewer's language; null for others.
   *
   * Source: `special_exam_info.short_description`.
   */
  specialExamInfo: Maybe<Scalars['String']['output']>;
  /**
   * Why it is closed to the viewer; null when it is open.
   *
   * Source: `mobile/blocks`; or `courses/blocks`.
   */
  authorizationDenial: Maybe<AuthorizationDenial>;
  /**
   * How many blocks of each type lie below.
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
   * The discussion's topic; null for other types.
   *
   * Source: `student_view_data.topic_id`.
   */
  discussionTopicId: Maybe<Scalars['ID']['output']>;
};


/** A block of a course as the viewer sees it. What the LMS has no data for is null. */
export type BlockChildKeysArgs = {
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};


/** A block of a course as the viewer sees it. What the LMS has no data for is null. */
export type BlockCountsArgs = {
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** How far a block is done. */
export type BlockCompletionInput = {
  /** Key of the block. */
  key: Scalars['UsageKey']['input'];
  /** How much of it is done, 0 to 1. */
  completion?: Scalars['Float']['input'];
};

/** How many blocks of one type lie below. */
export type BlockCount = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The type.
   *
   * Source: `key`.
   */
  type: Scalars['String']['output'];
  /**
   * How many.
   *
   * Source: `value`.
   */
  count: Scalars['Int']['output'];
};

/** A block of a course, named and not opened. */
export type BlockReference = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the block.
   *
   * Source: `courseware/resume, key`; or `bookmarks/bookmarks, usage_key`; or `bookmarks/add, usage_key`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Its type, as the key says it. Known values: `chapter`, `sequential`, `vertical`, `html`, `video`, `problem`.
   *
   * Source: `courseware/resume, key`; or `bookmarks/bookmarks, usage_key`; or `bookmarks/add, usage_key`.
   */
  type: Scalars['String']['output'];
  /**
   * Name of the block; null when the viewer may not see it.
   *
   * Source: `bookmarks/bookmarks, display_name`; or `bookmarks/add, display_name`; or `mobile/blocks, display_name`; or `courses/blocks, display_name`.
   */
  displayName: Maybe<Scalars['String']['output']>;
};

/** What an app needs to play a video. */
export type BlockVideo = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the apps have to leave it to the browser.
   *
   * Source: `only_on_web`.
   */
  onlyOnWeb: Scalars['Boolean']['output'];
  /**
   * Length in seconds; null when it is not known.
   *
   * Source: `duration`.
   */
  duration: Maybe<Scalars['Float']['output']>;
  /**
   * Its files.
   *
   * Source: `encoded_videos`.
   */
  encodings: Maybe<Array<VideoEncoding>>;
  /**
   * Its text, by language.
   *
   * Source: `transcripts`.
   */
  transcripts: Maybe<Array<VideoTranscript>>;
  /**
   * Where the browser may find it.
   *
   * Source: `all_sources`.
   */
  sources: Maybe<Array<Scalars['URL']['output']>>;
};

/** A block that the viewer bookmarked. */
export type Bookmark = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the block.
   *
   * Source: `usage_id`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Its type. Known values: `vertical`, `sequential`, `chapter`.
   *
   * Source: `block_type`.
   */
  blockType: Scalars['String']['output'];
  /**
   * Its name.
   *
   * Source: `display_name`.
   */
  displayName: Maybe<Scalars['String']['output']>;
  /**
   * When it was bookmarked.
   *
   * Source: `created`.
   */
  created: Scalars['DateTime']['output'];
  /**
   * The blocks above it, from the section down.
   *
   * Source: `path`.
   */
  path: Maybe<Array<BlockReference>>;
};

/** A page of a long list. */
export type BookmarkConnection = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** The entries of this page, in order. */
  edges: Array<BookmarkEdge>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** Number of entries in the whole; null where the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** One entry of a connection. */
export type BookmarkEdge = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** Where this entry lies, for `after`. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Bookmark;
};

/** A page of the course catalogue. */
export type CatalogConnection = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** The courses of this page, in order. */
  edges: Array<CatalogEdge>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** Number of courses that match. With `search` the LMS estimates it: later pages may make it smaller. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A course that was found. */
export type CatalogEdge = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** Where this entry lies, for `after`. */
  cursor: Scalars['String']['output'];
  /** The course. */
  node: Course;
};

/** Estimated effort in hours a week. */
export type CatalogEffort = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * At least.
   *
   * Source: `minEffort`.
   */
  min: Maybe<Scalars['Int']['output']>;
  /**
   * At most.
   *
   * Source: `maxEffort`.
   */
  max: Maybe<Scalars['Int']['output']>;
};

/** A course run in the LumiNUS catalogue. */
export type CatalogRun = Node & {
  /** Global, opaque identifier, unique over all types. */
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
   * From when learners can enrol.
   *
   * Source: `enrollmentStart`.
   */
  enrollmentStart: Maybe<Scalars['DateTime']['output']>;
  /**
   * Until when learners can enrol.
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
   * Where the course is advertised.
   *
   * Source: `marketingUrl`.
   */
  marketingUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Where to enrol.
   *
   * Source: `enrollmentUrl`.
   */
  enrollmentUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Price of the verified track, as the catalogue writes it.
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
   * Worth in modular credits.
   *
   * Source: `modularCredit`.
   */
  modularCredit: Maybe<Scalars['Int']['output']>;
};

/** A page of a long list. */
export type CatalogRunConnection = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** The entries of this page, in order. */
  edges: Array<CatalogRunEdge>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** Number of entries in the whole; null where the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** One entry of a connection. */
export type CatalogRunEdge = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** Where this entry lies, for `after`. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: CatalogRun;
};

/** Which celebrations to show now. Each streak is told to its first reader only. */
export type Celebrations = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether finishing the first section is to be celebrated.
   *
   * Source: `first_section`.
   */
  firstSection: Scalars['Boolean']['output'];
  /**
   * Length in days of the streak to celebrate now; null when there is none.
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
   * Whether reaching the weekly goal is to be celebrated.
   *
   * Source: `weekly_goal`.
   */
  weeklyGoal: Scalars['Boolean']['output'];
};

/** A certificate that the learner has passed for and that can be seen. */
export type Certificate = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The course it was earned in.
   *
   * Source: `certificates/certificates, course_id`; or `certificates/certificates`.
   */
  course: Maybe<Course>;
  /**
   * The mode it was earned in. Known values: `honor`, `verified`, `professional`, `no-id-professional`, `masters`.
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
   * Whether the grade was enough to pass.
   *
   * Source: `is_passing`.
   */
  isPassing: Scalars['Boolean']['output'];
  /**
   * The course grade, 0 to 1; null when none was kept.
   *
   * Source: `grade`.
   */
  grade: Maybe<Scalars['Float']['output']>;
  /**
   * Where the certificate is.
   *
   * Source: `download_url`.
   */
  downloadUrl: Maybe<Scalars['URL']['output']>;
  /**
   * When it was made.
   *
   * Source: `created_date`.
   */
  created: Scalars['DateTime']['output'];
  /**
   * When it was changed last.
   *
   * Source: `modified_date`.
   */
  modified: Maybe<Scalars['DateTime']['output']>;
  /**
   * Identifier under which anybody can verify it.
   *
   * Source: `uuid`.
   */
  uuid: Maybe<Scalars['UUID']['output']>;
};

/** A response to a thread, or a reply to a response. */
export type Comment = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's id.
   *
   * Source: `id`.
   */
  lmsId: Scalars['ID']['output'];
  /**
   * Username of the author; null for an anonymous one.
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
   * The author's picture, 120 pixels square; null for an anonymous one.
   *
   * Source: `author + users`.
   */
  authorImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * When it was posted.
   *
   * Source: `created_at`.
   */
  created: Scalars['DateTime']['output'];
  /**
   * When it was changed last.
   *
   * Source: `updated_at`.
   */
  updated: Scalars['DateTime']['output'];
  /**
   * The text as it was written, in Markdown.
   *
   * Source: `raw_body`.
   */
  rawBody: Maybe<Scalars['String']['output']>;
  /**
   * The text as HTML.
   *
   * Source: `rendered_body`.
   */
  renderedBodyHtml: Maybe<Scalars['HTML']['output']>;
  /**
   * How many voted for it.
   *
   * Source: `vote_count`.
   */
  voteCount: Scalars['Int']['output'];
  /**
   * Whether the viewer voted for it.
   *
   * Source: `voted`.
   */
  voted: Scalars['Boolean']['output'];
  /**
   * Whether the viewer reported it.
   *
   * Source: `abuse_flagged`.
   */
  abuseFlagged: Scalars['Boolean']['output'];
  /**
   * Whether the viewer may delete it.
   *
   * Source: `can_delete`.
   */
  canDelete: Scalars['Boolean']['output'];
  /**
   * What the viewer may change, by the LMS's names.
   *
   * Source: `editable_fields`.
   */
  editableFields: Array<Scalars['String']['output']>;
  /**
   * Whether nobody sees the author.
   *
   * Source: `anonymous`.
   */
  isAnonymous: Scalars['Boolean']['output'];
  /**
   * Whether learners do not see the author.
   *
   * Source: `anonymous_to_peers`.
   */
  isAnonymousToPeers: Scalars['Boolean']['output'];
  /**
   * Whether it was marked as a good answer.
   *
   * Source: `endorsed`.
   */
  endorsed: Scalars['Boolean']['output'];
  /**
   * Username of who marked it.
   *
   * Source: `endorsed_by`.
   */
  endorsedBy: Maybe<Scalars['String']['output']>;
  /**
   * Role of who marked it.
   *
   * Source: `endorsed_by_label`.
   */
  endorsedByLabel: Maybe<Scalars['String']['output']>;
  /**
   * When it was marked.
   *
   * Source: `endorsed_at`.
   */
  endorsedAt: Maybe<Scalars['DateTime']['output']>;
  /**
   * Number of replies.
   *
   * Source: `child_count`.
   */
  childCount: Scalars['Int']['output'];
  /**
   * The replies, oldest first. One call for each comment.
   *
   * Source: `discussion/comment`.
   */
  replies: Maybe<CommentConnection>;
};


/** A response to a thread, or a reply to a response. */
export type CommentRepliesArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of a long list. */
export type CommentConnection = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** The entries of this page, in order. */
  edges: Array<CommentEdge>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** Number of entries in the whole; null where the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** One entry of a connection. */
export type CommentEdge = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** Where this entry lies, for `after`. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Comment;
};

/** Which blocks are done. */
export type CompleteBlocksInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** 1 to 100 blocks of this course. */
  blocks: Array<BlockCompletionInput>;
};

/** What came of marking blocks as done. */
export type CompleteBlocksPayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** The viewer as they are now; null when nothing was done. */
  viewer: Maybe<Viewer>;
  /** The course as it is now; null when nothing was done, and when the LMS does not know the course. */
  course: Maybe<Course>;
};

/** How many units are done, open and locked. */
export type CompletionSummary = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Units done.
   *
   * Source: `complete_count`.
   */
  completeCount: Scalars['Int']['output'];
  /**
   * Units open.
   *
   * Source: `incomplete_count`.
   */
  incompleteCount: Scalars['Int']['output'];
  /**
   * Units the learner may not enter.
   *
   * Source: `locked_count`.
   */
  lockedCount: Scalars['Int']['output'];
};

/** A course run, as the viewer sees it. */
export type Course = Node & {
  /**
   * Whether the course is over, as its pages tell it; null where they are closed to the viewer.
   *
   * Source: `course_home/outline, has_ended`; or `course_home/dates, has_ended`.
   */
  hasEnded: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer has staff access; follows a masquerade.
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
   * Whether a staff member sees the course as somebody else.
   *
   * Source: `course_home/course_metadata, original_user_is_staff + is_staff`.
   */
  isMasquerading: Maybe<Scalars['Boolean']['output']>;
  /**
   * Username of the learner as whom a staff member sees the course; in a masquerade as a group of learners the staff member's own. Null without a masquerade.
   *
   * Source: `course_home/course_metadata, original_user_is_staff + is_staff + username`.
   */
  masqueradeUsername: Maybe<Scalars['String']['output']>;
  /**
   * Whether certificates of this course can be seen at all.
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
   * Whether the viewer may change the course; follows a masquerade.
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
   * All ways to take the course by name, those that ended included; `modes` has those that can be chosen now.
   *
   * Source: `course_home/course_metadata, course_modes`.
   */
  allModes: Maybe<Array<CourseModeName>>;
  /**
   * Whether the course has proctored exams.
   *
   * Source: `course_home/outline, enable_proctored_exams`.
   */
  enableProctoredExams: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer may enter, and if not, why.
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
   * What to celebrate now. Asking for it consumes a streak's celebration.
   *
   * Source: `course_home/course_metadata, celebrations`; or `courseware/course, celebrations`.
   */
  celebrations: Maybe<Celebrations>;
  /**
   * The viewer's active enrolment; null when there is none. In a masquerade that of the learner, as far as the LMS tells it.
   *
   * Source: `course_home/course_metadata`; or `courseware/course, enrollment`; or `enrollment/enrollment`; or `learner_home/init`; or `course_home/outline`; or `mobile/course_enrollments`.
   */
  enrollment: Maybe<Enrollment>;
  /**
   * Whether the viewer could enrol.
   *
   * Source: `course_home/outline, enroll_alert`.
   */
  enrollAlert: Maybe<EnrollAlert>;
  /**
   * When the viewer's access ends; null when it does not.
   *
   * Source: `course_home/outline, access_expiration`; or `courseware/course, access_expiration`.
   */
  accessExpiration: Maybe<AccessExpiration>;
  /**
   * A discount for the viewer; null when there is none. Asking for it starts the discount's clock.
   *
   * Source: `course_home/outline, offer`; or `courseware/course, offer`.
   */
  offer: Maybe<Offer>;
  /**
   * The mode the viewer can upgrade to; null when there is none.
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
   * The viewer's certificate; null when there is nothing to show.
   *
   * Source: `course_home/outline, cert_data`; or `courseware/course, certificate_data`.
   */
  certificate: Maybe<CourseCertificate>;
  /**
   * Whether the viewer's grade is enough to pass.
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
   * Where the viewer left off; all of it is null where the course's pages are closed to the viewer.
   *
   * Source: `course_home/outline, resume_course`; or `courseware/resume`.
   */
  resume: Maybe<Resume>;
  /**
   * The course's handouts; null when there are none.
   *
   * Source: `course_home/outline, handouts_html`.
   */
  handoutsHtml: Maybe<Scalars['HTML']['output']>;
  /**
   * The newest update that the viewer has not dismissed; null when there is none.
   *
   * Source: `course_home/outline, welcome_message_html`.
   */
  welcomeMessageHtml: Maybe<Scalars['HTML']['output']>;
  /**
   * Missed deadlines and gated content.
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
   * Whether the viewer has access to graded content behind the paywall.
   *
   * Source: `course_home/dates, learner_is_full_access`.
   */
  learnerIsFullAccess: Maybe<Scalars['Boolean']['output']>;
  /**
   * All dates; null when the viewer may not enter the course.
   *
   * Source: `course_home/dates`.
   */
  dates: Maybe<CourseDates>;
  /**
   * The outline; null when the viewer may not see it.
   *
   * Source: `course_home/outline, course_blocks.blocks[]`; or `course_home/navigation, blocks[]`; or `learning_sequences/course_outline`.
   */
  outline: Maybe<Outline>;
  /**
   * The learner's progress; null when the viewer may not enter the course.
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
   * The exam that opens the course.
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
   * Programs that the course belongs to; null when the viewer is in none.
   *
   * Source: `courseware/course, related_programs`.
   */
  relatedPrograms: Maybe<Array<RelatedProgram>>;
  /**
   * Whether the course ends with a page of its own.
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
   * Whether the learning assistant is on.
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
   * Whether the calculator is on.
   *
   * Source: `courseware/course, show_calculator`.
   */
  showCalculator: Maybe<Scalars['Boolean']['output']>;
  /**
   * Where the course is advertised; null when nowhere.
   *
   * Source: `courseware/course, marketing_url`; or `learner_home/init, courseRun.marketingUrl`.
   */
  marketingUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether the viewer has yet to promise to work honestly.
   *
   * Source: `courseware/course, user_needs_integrity_signature`.
   */
  needsIntegritySignature: Maybe<Scalars['Boolean']['output']>;
  /**
   * The promise the viewer signed; null when it is not signed.
   *
   * Source: `agreements/integrity_signature`.
   */
  integritySignature: Maybe<IntegritySignature>;
  /**
   * Where to verify one's identity; null when the viewer's mode needs it not.
   *
   * Source: `courseware/course, verify_identity_url`.
   */
  verifyIdentityUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The viewer's identity verification. Known values: `none`, `expired`, `approved`, `pending`, `must_reverify`; `none` in modes that need it not.
   *
   * Source: `courseware/course, verification_status`.
   */
  verificationStatus: Maybe<Scalars['String']['output']>;
  /**
   * Where to add the certificate to a LinkedIn profile; null without a certificate.
   *
   * Source: `courseware/course, linkedin_add_to_profile_url`.
   */
  linkedinAddToProfileUrl: Maybe<Scalars['URL']['output']>;
  /**
   * A sequence opened at this key; null when there is none or it is not open yet.
   *
   * Source: `courseware/sequence, after course_home/navigation for other keys than a sequence's`.
   */
  sequence: Maybe<Sequence>;
  /**
   * The viewer's bookmarks in the course, newest first. The LMS takes no JWT for them: sign in with a session or a bearer token.
   *
   * Source: `bookmarks/bookmarks`.
   */
  bookmarks: Maybe<BookmarkConnection>;
  /**
   * The course's discussions; null when they are off, or not open to the viewer.
   *
   * Source: `discussion/courses; and discussion/course_topics`.
   */
  discussion: Maybe<Discussion>;
  /**
   * The course's image for a card.
   *
   * Source: `courses/course, media.course_image.uri`; or `courses/courses, media.course_image.uri`; or `courseware/course, media.course_image.uri`; or `learner_home/init, course.bannerImgSrc`; or `mobile/course_enrollments, course_image`.
   */
  bannerImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Where the course's home page is.
   *
   * Source: `course_home/course_metadata, tabs`; or `learner_home/init, courseRun.homeUrl`.
   */
  homeUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Where the viewer's progress is; null where the course has no such page for the viewer.
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
   * Where the course is described to everybody: the LMS's own page, or the marketing site's in lists of enrolments.
   *
   * Source: `courses/course, id`; or `courses/courses, id`; or `learner_home/init, course.socialShareUrl`; or `mobile/course_enrollments, course_about`.
   */
  aboutUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The address for learners to share; null where sharing is off, and for who is not enrolled.
   *
   * Source: `learner_home/init, course.socialShareUrl`.
   */
  socialShareUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether the course has begun.
   *
   * Source: `courses/course, start + id`; or `courses/courses, start + id`; or `courseware/course, start + id`; or `learner_home/init, courseRun.isStarted`; or `mobile/course_enrollments, start + id`.
   */
  isStarted: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the end of the course has passed, told of closed courses too, unlike `hasEnded`.
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
   * News from the course team, newest first; null when the viewer may not enter the course.
   *
   * Source: `mobile/updates`.
   */
  updates: Maybe<Array<CourseUpdate>>;
  /**
   * Where the viewer left off; null before anything was completed.
   *
   * Source: `course_home/outline`; or `course_home/navigation`.
   */
  lastVisited: Maybe<LastVisited>;
  /**
   * The blocks of the course in its order, as one list; null when the viewer may not see them.
   *
   * Source: `mobile/blocks; courses/blocks for a visitor, or where the mobile API fails`.
   */
  blocks: Maybe<Array<Block>>;
  /**
   * What the gradebook is made of; for course staff.
   *
   * Source: `grades/grading-info`.
   */
  gradingInfo: Maybe<GradingInfo>;
  /**
   * How assignment types count; for course staff. Learners read `progress.gradingPolicy`.
   *
   * Source: `grades/policy`.
   */
  gradingPolicy: Maybe<Array<AssignmentTypePolicy>>;
  /**
   * Learners with their grades; for course staff.
   *
   * Source: `grades/gradebook`.
   */
  gradebook: Maybe<GradebookConnection>;
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** Key of the course run. */
  key: Scalars['CourseKey']['output'];
  /**
   * Name of the course.
   *
   * Source: `course_home/course_metadata, title`; or `courses/course, name`; or `courses/courses, name`; or `courseware/course, name`; or `learning_sequences/course_outline, title`; or `course_home/outline, course_blocks.blocks + display_name[]`; or `course_home/navigation, blocks + display_name[]`; or `learner_home/init, course.courseName`; or `mobile/course_enrollments, name`; or `certificates/certificates, course_display_name`.
   */
  title: Maybe<Scalars['String']['output']>;
  /**
   * Number of the course, as the course team wants it shown.
   *
   * Source: `course_home/course_metadata, number`; or `courses/course, number`; or `courses/courses, number`; or `learner_home/init, course.courseNumber`; or `mobile/course_enrollments, number`.
   */
  number: Maybe<Scalars['String']['output']>;
  /**
   * Organisation, as the course team wants it shown.
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
   * When the course ends; null when it does not.
   *
   * Source: `courses/course, end`; or `courses/courses, end`; or `courseware/course, end`; or `learning_sequences/course_outline, course_end`; or `enrollment/course, course_end`; or `course_home/progress, end`; or `learner_home/init, courseRun.endDate`; or `mobile/course_enrollments, end`.
   */
  end: Maybe<Scalars['DateTime']['output']>;
  /**
   * From when learners can enrol.
   *
   * Source: `courses/course, enrollment_start`; or `courses/courses, enrollment_start`; or `courseware/course, enrollment_start`; or `enrollment/course, enrollment_start`.
   */
  enrollmentStart: Maybe<Scalars['DateTime']['output']>;
  /**
   * Until when learners can enrol.
   *
   * Source: `courses/course, enrollment_end`; or `courses/courses, enrollment_end`; or `courseware/course, enrollment_end`; or `enrollment/course, enrollment_end`.
   */
  enrollmentEnd: Maybe<Scalars['DateTime']['output']>;
  /**
   * The start as the course team wants it shown.
   *
   * Source: `courses/course, start_display`; or `courses/courses, start_display`; or `courseware/course, start_display`; or `mobile/course_enrollments, start_display`.
   */
  startDisplay: Maybe<Scalars['String']['output']>;
  /**
   * What `startDisplay` is.
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
   * From when certificates can be seen; null when it is not announced.
   *
   * Source: `courses/course, certificate_available_date`.
   */
  certificateAvailableDate: Maybe<Scalars['DateTime']['output']>;
  /**
   * What the LumiNUS catalogue says of this run; null when it lacks it, or is not connected.
   *
   * Source: `edx_course_runs`.
   */
  catalogRun: Maybe<CatalogRun>;
  /**
   * The ways to take the course that can be chosen now, with prices.
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

/** Whether the viewer may enter the course, and if not, why. */
export type CourseAccess = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the viewer may see the course's content.
   *
   * Source: `has_access`.
   */
  hasAccess: Scalars['Boolean']['output'];
  /**
   * Why not, null when access is granted. Known values: `course_not_started`, `unfulfilled_milestones`, `not_visible_to_user`, `mobile_unavailable`, `incorrect_user_group`, `enrollment_required`, `authentication_required`, `data_sharing_access_required`, `audit_expired`, `survey_required`, `old_mongo`.
   *
   * Source: `error_code`.
   */
  errorCode: Maybe<Scalars['String']['output']>;
  /**
   * The reason, for developers; not for users.
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

/** The viewer's certificate as the course page shows it. */
export type CourseCertificate = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `downloadable`, `audit_passing`, `honor_passing`, `earned_but_not_available`, `not_earned_but_available_date`, `generating`, `requesting`, `unverified`, `invalidated`, `notpassing`.
   *
   * Source: `cert_status`.
   */
  status: Scalars['String']['output'];
  /**
   * Where the certificate is shown.
   *
   * Source: `cert_web_view_url`.
   */
  webViewUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Where its file is.
   *
   * Source: `download_url`.
   */
  downloadUrl: Maybe<Scalars['URL']['output']>;
  /**
   * From when it can be seen.
   *
   * Source: `certificate_available_date`.
   */
  availableDate: Maybe<Scalars['DateTime']['output']>;
};

/** One date of a course as this learner has it. */
export type CourseDate = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * When.
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
   * What happens, in the viewer's language.
   *
   * Source: `title`.
   */
  title: Scalars['String']['output'];
  /**
   * More about it, in the viewer's language.
   *
   * Source: `description`.
   */
  description: Maybe<Scalars['HTML']['output']>;
  /**
   * Where it leads; null when there is nothing to open yet.
   *
   * Source: `link`.
   */
  link: Maybe<Scalars['URL']['output']>;
  /**
   * The link's text, in the viewer's language.
   *
   * Source: `link_text`.
   */
  linkText: Maybe<Scalars['String']['output']>;
  /**
   * A remark on the date.
   *
   * Source: `extra_info`.
   */
  extraInfo: Maybe<Scalars['String']['output']>;
  /**
   * The assignment's type as the course team named it.
   *
   * Source: `assignment_type`.
   */
  assignmentType: Maybe<Scalars['String']['output']>;
  /**
   * Whether the assignment is done; null for other dates.
   *
   * Source: `complete`.
   */
  complete: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the learner may open it.
   *
   * Source: `learner_has_access`.
   */
  learnerHasAccess: Scalars['Boolean']['output'];
  /**
   * The first block of the assignment, for apps that open it directly.
   *
   * Source: `first_component_block_id`.
   */
  firstComponentBlockKey: Maybe<Scalars['UsageKey']['output']>;
};

/** All dates of a course, past and future. */
export type CourseDates = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The learner's time zone; null when none is set.
   *
   * Source: `user_timezone`.
   */
  userTimezone: Maybe<Scalars['String']['output']>;
  /**
   * The dates in order of time.
   *
   * Source: `course_date_blocks`.
   */
  blocks: Array<CourseDate>;
};

/** The viewer's weekly learning goal. */
export type CourseGoals = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether goals can be set in this course.
   *
   * Source: `weekly_learning_goal_enabled`.
   */
  weeklyLearningGoalEnabled: Scalars['Boolean']['output'];
  /**
   * The goal; null when none is set.
   *
   * Source: `selected_goal`.
   */
  selectedGoal: Maybe<SelectedGoal>;
};

/** The learner's grade in the course, from the grades that the learner may see. */
export type CourseGrade = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The letter; null when not passing.
   *
   * Source: `letter_grade`.
   */
  letterGrade: Maybe<Scalars['String']['output']>;
  /**
   * 0 to 1.
   *
   * Source: `percent`.
   */
  percent: Scalars['Float']['output'];
  /**
   * Whether it is enough to pass.
   *
   * Source: `is_passing`.
   */
  isPassing: Scalars['Boolean']['output'];
};

/** Which tour of the course home page is still to be shown. */
export type CourseHomeTourStatus =
  /** The tour for a new learner. */
  | 'SHOW_NEW_USER_TOUR'
  /** The tour for a learner who knows the older pages. */
  | 'SHOW_EXISTING_USER_TOUR'
  /** None. */
  | 'NO_TOUR';

/** An image in three sizes. The mobile API's lists of enrolments have it as uploaded only. */
export type CourseImage = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * As uploaded.
   *
   * Source: `mobile/course_enrollments, uri`; or `raw`.
   */
  raw: Maybe<Scalars['URL']['output']>;
  /**
   * Small.
   *
   * Source: `mobile/course_enrollments, uri`; or `small`.
   */
  small: Maybe<Scalars['URL']['output']>;
  /**
   * Large.
   *
   * Source: `mobile/course_enrollments, uri`; or `large`.
   */
  large: Maybe<Scalars['URL']['output']>;
};

/** Images and video of a course. */
export type CourseMedia = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The course's image.
   *
   * Source: `mobile/course_enrollments, media.course_image`; or `image`.
   */
  image: Maybe<CourseImage>;
  /**
   * The banner.
   *
   * Source: `courses/course, banner_image.uri_absolute`; or `courses/courses, banner_image.uri_absolute`.
   */
  bannerImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The card's image.
   *
   * Source: `courses/course, course_image.uri`; or `courses/courses, course_image.uri`; or `mobile/course_enrollments, course_image`.
   */
  courseImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The about video.
   *
   * Source: `courses/course, course_video.uri`; or `courses/courses, course_video.uri`.
   */
  courseVideoUrl: Maybe<Scalars['URL']['output']>;
};

/** A way to take the course: audit, verified, … with its price. */
export type CourseMode = Node & {
  /** Global, opaque identifier, unique over all types. */
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
   * What the mode gives.
   *
   * Source: `description`.
   */
  description: Maybe<Scalars['String']['output']>;
  /**
   * Until when it can be chosen.
   *
   * Source: `expiration_datetime`.
   */
  expires: Maybe<Scalars['DateTime']['output']>;
};

/** The name of a way to take a course. */
export type CourseModeName = Node & {
  /** Global, opaque identifier, unique over all types. */
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
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether notes can be taken in this course.
   *
   * Source: `enabled`.
   */
  enabled: Scalars['Boolean']['output'];
  /**
   * Whether the viewer has them shown.
   *
   * Source: `visible`.
   */
  visible: Scalars['Boolean']['output'];
};

/** A role of the viewer in a course, or in all courses of an organisation. */
export type CourseRole = Node & {
  /** Global, opaque identifier, unique over all types. */
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
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Which tab. Known values: `courseware`, `progress`, `dates`, `discussion`, `wiki`, `instructor`, `external_link`.
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
   * Where the tab leads; null when that is no page of the web.
   *
   * Source: `url`.
   */
  url: Maybe<Scalars['URL']['output']>;
};

/** A tool linked from the course's page, such as bookmarks. */
export type CourseTool = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Stable name of the tool, such as `edx.bookmarks`.
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
   * Where the tool is.
   *
   * Source: `url`.
   */
  url: Maybe<Scalars['URL']['output']>;
};

/** A piece of news from the course team. */
export type CourseUpdate = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's number of the update, unique within its course.
   *
   * Source: `id`.
   */
  lmsId: Scalars['ID']['output'];
  /**
   * The day, as the course team's page shows it: text, not a date.
   *
   * Source: `date`.
   */
  date: Scalars['String']['output'];
  /**
   * What it says.
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

/** Whether the viewer may enter the course in the apps, and if not, why. */
export type CoursewareAccess = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the viewer may see the course's content.
   *
   * Source: `has_access`.
   */
  hasAccess: Scalars['Boolean']['output'];
  /**
   * Why not, null when access is granted. Known values: `course_not_started`, `unfulfilled_milestones`, `not_visible_to_user`, `mobile_unavailable`, `incorrect_user_group`, `enrollment_required`, `authentication_required`, `data_sharing_access_required`, `audit_expired`, `survey_required`, `old_mongo`.
   *
   * Source: `error_code`.
   */
  errorCode: Maybe<Scalars['String']['output']>;
  /**
   * The reason, for developers; not for users.
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

/** The right to buy academic credit for a course. */
export type CreditEligibility = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The course.
   *
   * Source: `credit/eligibility, course_key`.
   */
  course: Maybe<Course>;
  /**
   * Until when the credit can be bought.
   *
   * Source: `deadline`.
   */
  deadline: Maybe<Scalars['DateTime']['output']>;
};

/** An institution that gives academic credit. */
export type CreditProvider = Node & {
  /** Global, opaque identifier, unique over all types. */
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
   * Where credit is asked for.
   *
   * Source: `url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * Where the state of a request is shown.
   *
   * Source: `status_url`.
   */
  statusUrl: Maybe<Scalars['URL']['output']>;
  /**
   * About the provider.
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
   * What the learner has to do, as HTML or text.
   *
   * Source: `fulfillment_instructions`.
   */
  fulfillmentInstructions: Maybe<Scalars['String']['output']>;
  /**
   * The provider's logo.
   *
   * Source: `thumbnail_url`.
   */
  thumbnailUrl: Maybe<Scalars['URL']['output']>;
};

/** What a learner has to meet for academic credit. */
export type CreditRequirement = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Kind of requirement: `grade`, `proctored_exam`, …
   *
   * Source: `namespace`.
   */
  namespace: Scalars['String']['output'];
  /**
   * Stable name within its kind.
   *
   * Source: `name`.
   */
  name: Scalars['String']['output'];
  /**
   * Name in the viewer's language.
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
   * When the status changed last.
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
};

/** The learner's way to academic credit. */
export type CreditRequirements = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `eligible`, `not_eligible`, `partial_eligible`.
   *
   * Source: `eligibility_status`.
   */
  eligibilityStatus: Scalars['String']['output'];
  /**
   * The single requirements.
   *
   * Source: `requirements`.
   */
  requirements: Array<CreditRequirement>;
};

/** What the dates banner has to say. */
export type DatesBanner = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the learner missed a deadline.
   *
   * Source: `missed_deadlines`.
   */
  missedDeadlines: Scalars['Boolean']['output'];
  /**
   * Whether what was missed lies behind the paywall.
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
   * Where to upgrade.
   *
   * Source: `verified_upgrade_link`.
   */
  verifiedUpgradeLink: Maybe<Scalars['URL']['output']>;
};

/** The discussions of a course as the viewer has them. */
export type Discussion = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Who runs them. Known values: `openedx`, `legacy`, and names of external tools.
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
   * Whether they are to be shown at all.
   *
   * Source: `discussion/courses, show_discussions`.
   */
  showDiscussions: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether topics are to be shown beside their units.
   *
   * Source: `discussion/courses, enable_in_context`.
   */
  enableInContext: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether posts can be anonymous to everybody.
   *
   * Source: `discussion/courses, allow_anonymous`.
   */
  allowAnonymous: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether posts can be anonymous to learners.
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
   * When posting is closed.
   *
   * Source: `discussion/courses, blackouts`.
   */
  blackouts: Maybe<Array<DiscussionBlackout>>;
  /**
   * All topics, in the order of the course; null when the viewer may not see them.
   *
   * Source: `discussion/course_topics`.
   */
  topics: Maybe<Array<DiscussionTopic>>;
  /**
   * Threads, pinned ones first, then by their latest activity.
   *
   * Source: `discussion/threads`.
   */
  threads: Maybe<ThreadConnection>;
};


/** The discussions of a course as the viewer has them. */
export type DiscussionThreadsArgs = {
  topicIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  following?: Scalars['Boolean']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A time in which nobody but moderators can post. */
export type DiscussionBlackout = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * From when.
   *
   * Source: `start`.
   */
  start: Scalars['DateTime']['output'];
  /**
   * Until when.
   *
   * Source: `end`.
   */
  end: Scalars['DateTime']['output'];
};

/** A topic of a course's discussions. */
export type DiscussionTopic = Node & {
  /** Global, opaque identifier, unique over all types. */
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
   * The unit it belongs to; null for a topic of the whole course.
   *
   * Source: `usage_key`.
   */
  usageKey: Maybe<Scalars['UsageKey']['output']>;
  /**
   * Whether it is to be shown beside its unit.
   *
   * Source: `enabled_in_context`.
   */
  enabledInContext: Scalars['Boolean']['output'];
  /**
   * How many threads it has.
   *
   * Source: `thread_counts`.
   */
  threadCounts: Maybe<ThreadCounts>;
};

/** Which course's welcome message to hide. */
export type DismissWelcomeMessageInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
};

/** What came of dismissing the welcome message. */
export type DismissWelcomeMessagePayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** The viewer as they are now; null when nothing was done. */
  viewer: Maybe<Viewer>;
  /** The course as it is now; null when nothing was done, and when the LMS does not know the course. */
  course: Maybe<Course>;
};

/** Whether the viewer's e-mail address is still to be confirmed. */
export type EmailConfirmation = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the viewer is to be asked for it.
   *
   * Source: `isNeeded`.
   */
  isNeeded: Scalars['Boolean']['output'];
  /**
   * Where to have the message sent again.
   *
   * Source: `sendEmailUrl`.
   */
  sendEmailUrl: Maybe<Scalars['URL']['output']>;
};

/** Whether the viewer could enrol now. */
export type EnrollAlert = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether enrolling is possible.
   *
   * Source: `can_enroll`.
   */
  canEnroll: Scalars['Boolean']['output'];
  /**
   * More for the viewer, in their language.
   *
   * Source: `extra_text`.
   */
  extraText: Maybe<Scalars['String']['output']>;
};

/** Which course to enrol in. */
export type EnrollInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** The way to take it; the course's free one when null. Learners choose `audit` or `honor`: the others are bought. */
  mode?: InputMaybe<Scalars['String']['input']>;
};

/** What came of enrolling. */
export type EnrollPayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** The viewer as they are now; null when nothing was done. */
  viewer: Maybe<Viewer>;
  /** The course as it is now; null when nothing was done, and when the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * The viewer's enrolment.
   *
   * Source: `enrollment/enroll`.
   */
  enrollment: Maybe<Enrollment>;
  /**
   * The same as the first entry of the viewer's enrolments, for lists that a client keeps itself.
   *
   * Source: `enrollment/enroll`.
   */
  enrollmentEdge: Maybe<EnrollmentEdge>;
};

/** The viewer's enrolment in a course. What only the mobile API knows is null in courses that the apps cannot show. */
export type Enrollment = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The course.
   *
   * Source: `learner_home/init, courseRun.courseId`; or `mobile/course_enrollments, course.id`; or `enrollment/enrollment, course_details.course_id`; or `learner_home/init`; or `mobile/course_enrollments, course`.
   */
  course: Maybe<Course>;
  /**
   * Whether the enrolment holds.
   *
   * Source: `course_home/course_metadata, is_enrolled`; or `courseware/course, is_active`; or `enrollment/enrollment, is_active`; or `learner_home/init, enrollment.isEnrolled`; or `mobile/course_enrollments, is_active`.
   */
  isActive: Scalars['Boolean']['output'];
  /**
   * Known values: `audit`, `honor`, `verified`, `professional`, `no-id-professional`, `credit`, `masters`, `executive-education`.
   *
   * Source: `course_home/outline, enrollment_mode`; or `courseware/course, mode`; or `enrollment/enrollment, mode`; or `learner_home/init, enrollment.mode`; or `mobile/course_enrollments, mode`.
   */
  mode: Maybe<Scalars['String']['output']>;
  /**
   * When the viewer first enrolled; enrolling again keeps it.
   *
   * Source: `enrollment/enrollment, created`; or `learner_home/init, enrollment.lastEnrolled`; or `mobile/course_enrollments, created`.
   */
  created: Maybe<Scalars['DateTime']['output']>;
  /**
   * When the viewer's audit access ends; null when it does not.
   *
   * Source: `learner_home/init, enrollment.accessExpirationDate`; or `mobile/course_enrollments, audit_access_expires`.
   */
  accessExpirationDate: Maybe<Scalars['DateTime']['output']>;
  /**
   * Whether the viewer takes the course in a verified mode.
   *
   * Source: `learner_home/init, enrollment.isVerified`.
   */
  isVerified: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer takes it for free.
   *
   * Source: `learner_home/init, enrollment.isAudit`.
   */
  isAudit: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer's audit access has ended.
   *
   * Source: `learner_home/init, enrollment.isAuditAccessExpired`.
   */
  isAuditAccessExpired: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer can change to a paid mode.
   *
   * Source: `learner_home/init, enrollment.canUpgrade`.
   */
  canUpgrade: Maybe<Scalars['Boolean']['output']>;
  /**
   * Where to upgrade.
   *
   * Source: `learner_home/init, courseRun.upgradeUrl`.
   */
  upgradeUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Where the LMS tells what leaving the course gives back.
   *
   * Source: `learner_home/init, courseRun.unenrollUrl`.
   */
  unenrollUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether the viewer has begun: there is a place to resume at.
   *
   * Source: `learner_home/init, enrollment.hasStarted`.
   */
  hasStarted: Maybe<Scalars['Boolean']['output']>;
  /**
   * Where to go on; null before the viewer has begun.
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
   * Whether the viewer wants no e-mail of the course.
   *
   * Source: `learner_home/init, enrollment.hasOptedOutOfEmail`.
   */
  hasOptedOutOfEmail: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether another course has to be finished first.
   *
   * Source: `learner_home/init, enrollment.coursewareAccess.hasUnmetPrerequisites`.
   */
  hasUnmetPrerequisites: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the course has not begun yet.
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
   * Whether the viewer may enter the course in the apps, which have rules of their own, and if not, why.
   *
   * Source: `mobile/course_enrollments, course.courseware_access`.
   */
  coursewareAccess: Maybe<CoursewareAccess>;
  /**
   * How the viewer's certificate stands, also before there is one.
   *
   * Source: `learner_home/init, certificate`; or `mobile/course_enrollments, certificate`.
   */
  certificate: Maybe<EnrollmentCertificate>;
  /**
   * The viewer's result.
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
   * The entitlement by which the viewer enrolled; null when there is none.
   *
   * Source: `learner_home/init, entitlement + course + courseProvider + programs.relatedPrograms`.
   */
  entitlement: Maybe<Entitlement>;
  /**
   * Academic credit for the course; null when the viewer is not eligible.
   *
   * Source: `learner_home/init, credit`.
   */
  credit: Maybe<EnrollmentCredit>;
  /**
   * Where the viewer left off; told of the primary enrolment only. Null before anything was completed.
   *
   * Source: `mobile/course_enrollments, course_status`.
   */
  lastVisited: Maybe<LastVisited>;
  /**
   * How many assignments are done.
   *
   * Source: `mobile/course_enrollments`.
   */
  assignments: Maybe<EnrollmentAssignments>;
};

/** The graded subsections of a course, counted, and the dates of some. */
export type EnrollmentAssignments = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * How many are done.
   *
   * Source: `mobile/course_enrollments, course_progress.assignments_completed`.
   */
  completed: Scalars['Int']['output'];
  /**
   * How many there are.
   *
   * Source: `mobile/course_enrollments, course_progress.total_assignments_count`.
   */
  total: Scalars['Int']['output'];
  /**
   * What is due on the next day with deadlines; told of the primary enrolment only.
   *
   * Source: `mobile/course_enrollments, course_assignments.future_assignments`.
   */
  upcoming: Maybe<Array<CourseDate>>;
  /**
   * What was due; told of the primary enrolment only.
   *
   * Source: `mobile/course_enrollments, course_assignments.past_assignments`.
   */
  past: Maybe<Array<CourseDate>>;
};

/** How the viewer's certificate stands, as lists of enrolments show it. */
export type EnrollmentCertificate = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `downloadable`, `earned_but_not_available`, `notpassing`, `restricted`.
   *
   * Source: `learner_home/init, isRestricted + isDownloadable + isEarned`.
   */
  status: Maybe<Scalars['String']['output']>;
  /**
   * Whether it was earned.
   *
   * Source: `learner_home/init, isEarned`.
   */
  isEarned: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether it can be had now.
   *
   * Source: `learner_home/init, isDownloadable`.
   */
  isDownloadable: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer may not have one.
   *
   * Source: `learner_home/init, isRestricted`.
   */
  isRestricted: Maybe<Scalars['Boolean']['output']>;
  /**
   * From when it can be seen; null when nothing is announced.
   *
   * Source: `learner_home/init, availableDate`.
   */
  availableDate: Maybe<Scalars['DateTime']['output']>;
  /**
   * Where it is shown.
   *
   * Source: `learner_home/init, certPreviewUrl`.
   */
  previewUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Where the apps open it; null when there is none to open.
   *
   * Source: `mobile/course_enrollments, url`.
   */
  downloadUrl: Maybe<Scalars['URL']['output']>;
};

/** A page of a list of enrolments. */
export type EnrollmentConnection = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The entries of this page, in order.
   *
   * Source: `learner_home/init, rows[]`; or `mobile/course_enrollments, rows[]`.
   */
  edges: Array<EnrollmentEdge>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** Number of entries in the whole. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** Academic credit for a course the viewer is eligible for. */
export type EnrollmentCredit = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Always true: the LMS tells of credit to eligible learners only.
   *
   * Source: `purchased`.
   */
  isEligible: Scalars['Boolean']['output'];
  /**
   * Whether the viewer bought it.
   *
   * Source: `purchased`.
   */
  purchased: Scalars['Boolean']['output'];
  /**
   * How the request stands; null before there is one. Known values: `pending`, `approved`, `rejected`.
   *
   * Source: `requestStatus`.
   */
  requestStatus: Maybe<Scalars['String']['output']>;
  /**
   * The LMS's id of the provider; null before one was chosen.
   *
   * Source: `providerId`.
   */
  providerId: Maybe<Scalars['String']['output']>;
  /**
   * Who gives the credit; null before one was chosen.
   *
   * Source: `providerName`.
   */
  providerName: Maybe<Scalars['String']['output']>;
  /**
   * Where the provider tells how it stands.
   *
   * Source: `providerStatusUrl`.
   */
  providerStatusUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether the LMS could not ask the provider.
   *
   * Source: `error`.
   */
  error: Scalars['Boolean']['output'];
};

/** One entry of a list of enrolments. */
export type EnrollmentEdge = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** Where this entry lies, for `after`. */
  cursor: Scalars['String']['output'];
  /**
   * The entry.
   *
   * Source: `learner_home/init`; or `mobile/course_enrollments`.
   */
  node: Enrollment;
};

/** A program that the course of an enrolment belongs to. */
export type EnrollmentProgram = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Identifier of the program, as its address has it.
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
   * Where it is shown.
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
   * Who offers it.
   *
   * Source: `provider`.
   */
  provider: Maybe<Scalars['String']['output']>;
  /**
   * Number of its courses.
   *
   * Source: `numberOfCourses`.
   */
  courseCount: Maybe<Scalars['Int']['output']>;
  /**
   * Its banner.
   *
   * Source: `bannerImgSrc`.
   */
  bannerImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Its provider's logo.
   *
   * Source: `logoImgSrc`.
   */
  logoImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The program itself; null when the viewer may not see it.
   *
   * Source: `program_enrollments/programs, and what its fields say`.
   */
  program: Maybe<Program>;
};

/** How far a course is, as the mobile apps sort enrolments. */
export type EnrollmentStatus =
  /** Begun, not over, and no certificate yet. */
  | 'IN_PROGRESS'
  /** The viewer has a certificate. */
  | 'COMPLETED'
  /** The course is over, or the viewer's access to it. */
  | 'EXPIRED';

/** The enterprise that the viewer learns for. */
export type EnterpriseDashboard = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Identifier of the enterprise.
   *
   * Source: `uuid`.
   */
  uuid: Maybe<Scalars['UUID']['output']>;
  /**
   * Its name.
   *
   * Source: `label`.
   */
  label: Maybe<Scalars['String']['output']>;
  /**
   * Where its own dashboard is.
   *
   * Source: `url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * Its identifier at sign-in.
   *
   * Source: `authOrgId`.
   */
  authOrgId: Maybe<Scalars['String']['output']>;
  /**
   * Whether it has a dashboard for learners.
   *
   * Source: `isLearnerPortalEnabled`.
   */
  isLearnerPortalEnabled: Maybe<Scalars['Boolean']['output']>;
};

/** The right to take one run of a course, bought before the run was chosen. */
export type Entitlement = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Identifier of the entitlement.
   *
   * Source: `uuid`.
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
   * Source: `provider.name`.
   */
  courseOrg: Maybe<Scalars['String']['output']>;
  /**
   * Image of the course.
   *
   * Source: `course.bannerImgSrc`.
   */
  courseBannerImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether a run was chosen.
   *
   * Source: `isFulfilled`.
   */
  isFulfilled: Scalars['Boolean']['output'];
  /**
   * Whether it can no longer be used.
   *
   * Source: `isExpired`.
   */
  isExpired: Scalars['Boolean']['output'];
  /**
   * Whether it can be given back.
   *
   * Source: `isRefundable`.
   */
  isRefundable: Scalars['Boolean']['output'];
  /**
   * Until which day another run can be chosen.
   *
   * Source: `changeDeadline`.
   */
  changeDeadline: Maybe<Scalars['Date']['output']>;
  /**
   * The day on which it ends.
   *
   * Source: `expirationDate`.
   */
  expirationDate: Maybe<Scalars['Date']['output']>;
  /**
   * Whether there is a course to view: one was chosen. A course that was chosen stays open when the right to choose has ended.
   *
   * Source: `isFulfilled`.
   */
  canViewCourse: Scalars['Boolean']['output'];
  /**
   * The runs to choose from.
   *
   * Source: `availableSessions`.
   */
  availableSessions: Array<EntitlementSession>;
  /**
   * Programs that the course belongs to.
   *
   * Source: `programs`.
   */
  programs: Array<EnrollmentProgram>;
};

/** A course run that an entitlement can be used for. */
export type EntitlementSession = Node & {
  /** Global, opaque identifier, unique over all types. */
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

/** The exam that opens the course. */
export type EntranceExam = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the course has one.
   *
   * Source: `entrance_exam_enabled`.
   */
  enabled: Scalars['Boolean']['output'];
  /**
   * Whether the viewer has passed it; true when there is none.
   *
   * Source: `entrance_exam_passed`.
   */
  passed: Scalars['Boolean']['output'];
  /**
   * Key of the exam; null when there is none.
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

/** What has to be passed before a sequence opens. */
export type GatedContent = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the sequence is closed until the prerequisite is met.
   *
   * Source: `gated`.
   */
  gated: Scalars['Boolean']['output'];
  /**
   * Where the prerequisite is; null when there is none.
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
   * Name of the sequence that waits.
   *
   * Source: `gated_section_name`.
   */
  gatedSectionName: Maybe<Scalars['String']['output']>;
};

/** A letter and the lowest grade that earns it. */
export type GradeCutoff = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The letter as the course team wrote it.
   *
   * Source: `key`.
   */
  letter: Scalars['String']['output'];
  /**
   * The lowest grade that earns it, 0 to 1.
   *
   * Source: `value`.
   */
  cutoff: Scalars['Float']['output'];
};

/** The viewer's result in a course. */
export type GradeData = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the grade is enough to pass.
   *
   * Source: `isPassing`.
   */
  isPassing: Scalars['Boolean']['output'];
};

/** A grade set by staff in place of the earned one. */
export type GradeOverride = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * What set it.
   *
   * Source: `system`.
   */
  system: Maybe<Scalars['String']['output']>;
  /**
   * Why.
   *
   * Source: `reason`.
   */
  reason: Maybe<Scalars['String']['output']>;
};

/** An assignment type of the gradebook. */
export type GradebookAssignmentType = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The type as the course team named it.
   *
   * Source: `value.type`.
   */
  type: Scalars['String']['output'];
  /**
   * Its abbreviation.
   *
   * Source: `value.short_label`.
   */
  shortLabel: Maybe<Scalars['String']['output']>;
  /**
   * How many of them count.
   *
   * Source: `value.min_count`.
   */
  minCount: Maybe<Scalars['Int']['output']>;
  /**
   * How many of the lowest scores are left out.
   *
   * Source: `value.drop_count`.
   */
  dropCount: Maybe<Scalars['Int']['output']>;
  /**
   * Its share of the grade, 0 to 1.
   *
   * Source: `value.weight`.
   */
  weight: Maybe<Scalars['Float']['output']>;
};

/** A page of the gradebook. */
export type GradebookConnection = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** The entries of this page, in order. */
  edges: Array<GradebookEntryEdge>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** Number of entries in the whole; null where the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
  /**
   * Number of learners in the course.
   *
   * Source: `total_users`.
   */
  totalUsers: Maybe<Scalars['Int']['output']>;
  /**
   * Number of learners that the filters let through.
   *
   * Source: `filtered_users`.
   */
  filteredUsers: Maybe<Scalars['Int']['output']>;
};

/** One learner's row of the gradebook. */
export type GradebookEntry = Node & {
  /** Global, opaque identifier, unique over all types. */
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
   * Full name, where the LMS shows it.
   *
   * Source: `full_name`.
   */
  fullName: Maybe<Scalars['String']['output']>;
  /**
   * E-mail address, where the LMS shows it.
   *
   * Source: `email`.
   */
  email: Maybe<Scalars['String']['output']>;
  /**
   * The learner's key in a program; null outside.
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

/** One entry of a connection. */
export type GradebookEntryEdge = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** Where this entry lies, for `after`. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: GradebookEntry;
};

/** A learner's score in one graded subsection (a sequence). */
export type GradebookSection = Node & {
  /** Global, opaque identifier, unique over all types. */
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
   * Its short name in the gradebook, such as `HW 01`.
   *
   * Source: `label`.
   */
  label: Maybe<Scalars['String']['output']>;
  /**
   * Its assignment type as the course team named it.
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
   * Points earned.
   *
   * Source: `score_earned`.
   */
  pointsEarned: Scalars['Float']['output'];
  /**
   * Points possible; 0 before the first attempt.
   *
   * Source: `score_possible`.
   */
  pointsPossible: Scalars['Float']['output'];
  /**
   * Whether the learner tried it.
   *
   * Source: `attempted`.
   */
  attempted: Scalars['Boolean']['output'];
};

/** A graded subsection of the course. */
export type GradedSubsection = Node & {
  /** Global, opaque identifier, unique over all types. */
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
   * Its assignment type.
   *
   * Source: `assignment_type`.
   */
  assignmentType: Maybe<Scalars['String']['output']>;
  /**
   * Its short name in the gradebook.
   *
   * Source: `short_label`.
   */
  shortLabel: Maybe<Scalars['String']['output']>;
};

/** What the gradebook is made of. */
export type GradingInfo = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The letters and their cutoffs.
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
   * Whether grades can no longer be changed.
   *
   * Source: `grades_frozen`.
   */
  isFrozen: Scalars['Boolean']['output'];
  /**
   * Whether the viewer may change many grades at once.
   *
   * Source: `can_see_bulk_management`.
   */
  canSeeBulkManagement: Maybe<Scalars['Boolean']['output']>;
};

/** How the course grade is made. */
export type GradingPolicy = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The assignment types.
   *
   * Source: `assignment_policies`.
   */
  assignmentPolicies: Array<AssignmentPolicy>;
  /**
   * The letters and their cutoffs.
   *
   * Source: `grade_range`.
   */
  gradeRange: Array<GradeCutoff>;
};

/** A person's identity verification. */
export type IdentityVerification = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the identity is verified now.
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
   * Until when it holds; null when it never held.
   *
   * Source: `expiration_datetime`.
   */
  expiration: Maybe<Scalars['DateTime']['output']>;
};

/** The viewer's promise to work honestly in a course. */
export type IntegritySignature = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Who signed.
   *
   * Source: `username`.
   */
  username: Scalars['String']['output'];
  /**
   * When it was signed.
   *
   * Source: `created_at`.
   */
  createdAt: Scalars['DateTime']['output'];
};

/** A language that a person knows. */
export type LanguageProficiency = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * ISO 639-1 code, such as `es`.
   *
   * Source: `code`.
   */
  code: Scalars['String']['output'];
};

/** The block that the viewer completed last, and the blocks above it. */
export type LastVisited = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The block completed last.
   *
   * Source: `course_home/outline, resume_course.url`; or `mobile/course_enrollments, last_visited_block_id`.
   */
  blockKey: Maybe<Scalars['UsageKey']['output']>;
  /**
   * The course, the section and the sequence that hold it, from the top down.
   *
   * Source: `course_home/outline, course_blocks.blocks`; or `mobile/course_enrollments, last_visited_module_path`.
   */
  path: Maybe<Array<Scalars['UsageKey']['output']>>;
  /**
   * Name of the unit that holds it.
   *
   * Source: `course_home/navigation, blocks`; or `mobile/course_enrollments, last_visited_unit_display_name`.
   */
  unitTitle: Maybe<Scalars['String']['output']>;
};

/** A learner pathway: steps that lead through courses and programs. */
export type LearningPathway = Node & {
  /** Global, opaque identifier, unique over all types. */
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
   * About the pathway.
   *
   * Source: `overview`.
   */
  overview: Maybe<Scalars['HTML']['output']>;
  /**
   * Its banner.
   *
   * Source: `banner_image`.
   */
  bannerImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Its image.
   *
   * Source: `card_image`.
   */
  cardImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Its steps, in order.
   *
   * Source: `steps`.
   */
  steps: Array<PathwayStep>;
};

/** Which celebrations were shown; at least one is to be named. */
export type MarkCelebrationSeenInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** True when finishing the first section was celebrated; false to have it celebrated; null to leave it as it is. */
  firstSection?: InputMaybe<Scalars['Boolean']['input']>;
  /** True when reaching the weekly goal was celebrated; false to have it celebrated; null to leave it as it is. */
  weeklyGoal?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What came of marking celebrations as seen. */
export type MarkCelebrationSeenPayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** The viewer as they are now; null when nothing was done. */
  viewer: Maybe<Viewer>;
  /** The course as it is now; null when nothing was done, and when the LMS does not know the course. */
  course: Maybe<Course>;
};

/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type Mutation = {
  /**
   * Enrols the viewer; who is enrolled already stays so.
   *
   * Source: `enrollment/enroll`.
   */
  enroll: Maybe<EnrollPayload>;
  /**
   * Ends the viewer's enrolment. Only a session of the LMS can do it, with its CSRF pair.
   *
   * Source: `change_enrollment`.
   */
  unenroll: Maybe<UnenrollPayload>;
  /**
   * Sets the viewer's weekly learning goal. Takes a JWT or a session.
   *
   * Source: `course_home/save_course_goal`.
   */
  setCourseGoal: Maybe<SetCourseGoalPayload>;
  /**
   * Ends the e-mail reminders of a goal; the token of a reminder is enough, nobody has to be signed in.
   *
   * Source: `course_home/unsubscribe_from_course_goal`.
   */
  unsubscribeFromCourseGoal: Maybe<UnsubscribeFromCourseGoalPayload>;
  /**
   * Hides the newest update of a course from the viewer. Takes a JWT or a session.
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
   * Marks blocks of one course as done, all of them or none.
   *
   * Source: `completion/completion-batch`.
   */
  completeBlocks: Maybe<CompleteBlocksPayload>;
  /**
   * Stores that a celebration was shown.
   *
   * Source: `courseware/celebration`.
   */
  markCelebrationSeen: Maybe<MarkCelebrationSeenPayload>;
  /**
   * Signs the promise to work honestly. Takes a JWT or a session.
   *
   * Source: `agreements/sign_integrity`.
   */
  signIntegrityAgreement: Maybe<SignIntegrityAgreementPayload>;
  /**
   * Stores where in a course the viewer is.
   *
   * Source: `mobile/course_status_info`.
   */
  recordLastVisited: Maybe<RecordLastVisitedPayload>;
  /**
   * Turns the course team's e-mails on or off. Only a session of the LMS can do it, with its CSRF pair.
   *
   * Source: `change_email_settings`.
   */
  setCourseEmails: Maybe<SetCourseEmailsPayload>;
  /**
   * Bookmarks a block. Takes a bearer token or a session, no JWT.
   *
   * Source: `bookmarks/add`.
   */
  addBookmark: Maybe<AddBookmarkPayload>;
  /**
   * Removes a bookmark. Takes a bearer token or a session, no JWT.
   *
   * Source: `bookmarks/remove`.
   */
  removeBookmark: Maybe<RemoveBookmarkPayload>;
  /**
   * Stores which product tours are still to be shown. Takes a JWT or a session.
   *
   * Source: `user_tours/change`.
   */
  updateTour: Maybe<UpdateTourPayload>;
  /**
   * Sets or deletes a preference of the viewer.
   *
   * Source: `user/change_preferences`.
   */
  setPreference: Maybe<SetPreferencePayload>;
  /**
   * Writes learners of a program, each for itself: some may be written and others not. For its staff.
   *
   * Source: `program_enrollments/create or program_enrollments/update or program_enrollments/upsert`.
   */
  writeProgramEnrollments: Maybe<WriteProgramEnrollmentsPayload>;
  /**
   * Writes who takes a course run through a program, each for itself: some may be written and others not. For its staff.
   *
   * Source: `program_enrollments/create_course or program_enrollments/update_course or program_enrollments/upsert_course`.
   */
  writeProgramCourseEnrollments: Maybe<WriteProgramCourseEnrollmentsPayload>;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationEnrollArgs = {
  input: EnrollInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationUnenrollArgs = {
  input: UnenrollInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationSetCourseGoalArgs = {
  input: SetCourseGoalInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationUnsubscribeFromCourseGoalArgs = {
  input: UnsubscribeFromCourseGoalInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationDismissWelcomeMessageArgs = {
  input: DismissWelcomeMessageInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationResetCourseDeadlinesArgs = {
  input: ResetCourseDeadlinesInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationCompleteBlocksArgs = {
  input: CompleteBlocksInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationMarkCelebrationSeenArgs = {
  input: MarkCelebrationSeenInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationSignIntegrityAgreementArgs = {
  input: SignIntegrityAgreementInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationRecordLastVisitedArgs = {
  input: RecordLastVisitedInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationSetCourseEmailsArgs = {
  input: SetCourseEmailsInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationAddBookmarkArgs = {
  input: AddBookmarkInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationRemoveBookmarkArgs = {
  input: RemoveBookmarkInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationUpdateTourArgs = {
  input: UpdateTourInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationSetPreferenceArgs = {
  input: SetPreferenceInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationWriteProgramEnrollmentsArgs = {
  input: WriteProgramEnrollmentsInput;
};


/** What can be written. Mutations of one document run one after the other, and each reads what it tells afresh. A write is sent once and never repeated. A sign-in by cookies needs the client's own CSRF pair: the cookie `csrftoken` and the header `X-CSRFToken`. */
export type MutationWriteProgramCourseEnrollmentsArgs = {
  input: WriteProgramCourseEnrollmentsInput;
};

/** An object that `node` finds again by its `id`. */
export type Node = {
  /** Global, opaque identifier, unique over all types: hand it back to `node`. */
  id: Scalars['ID']['output'];
};

/** A first-purchase discount for the viewer. */
export type Offer = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The discount code.
   *
   * Source: `code`.
   */
  code: Scalars['String']['output'];
  /**
   * Until when it holds.
   *
   * Source: `expiration_date`.
   */
  expirationDate: Scalars['DateTime']['output'];
  /**
   * The price without it, as text with its currency.
   *
   * Source: `original_price`.
   */
  originalPrice: Scalars['String']['output'];
  /**
   * The price with it, as text with its currency.
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
   * Where to buy.
   *
   * Source: `upgrade_url`.
   */
  upgradeUrl: Maybe<Scalars['URL']['output']>;
};

/** The outline of a course as the viewer may see it. */
export type Outline = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the course's own block.
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
   * Whether content is still to be released.
   *
   * Source: `course_home/outline, has_scheduled_content`; or `course_home/navigation, has_scheduled_content`.
   */
  hasScheduledContent: Maybe<Scalars['Boolean']['output']>;
  /**
   * The sections, in order.
   *
   * Source: `course_home/outline, course_blocks.blocks[]`; or `course_home/navigation, blocks[]`; or `courses/blocks, blocks[]`; or `learning_sequences/course_outline`.
   */
  sections: Array<Section>;
};

/** How much of a section or sequence is done, as the LMS counts it. */
export type OutlineCompletion = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Completable blocks that are done.
   *
   * Source: `completion`.
   */
  completed: Scalars['Float']['output'];
  /**
   * Blocks that can be completed.
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

/** Where a page of a connection lies in the whole. */
export type PageInfo = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** Whether more edges follow. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether edges come before. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null on an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
  /** Cursor of the last edge, for `after`; null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
};

/** A course of a pathway: all of its runs together. */
export type PathwayCourse = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Organisation and number, such as `edX+DemoX`: no key of one run.
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
   * One or two sentences about it.
   *
   * Source: `short_description`.
   */
  shortDescription: Maybe<Scalars['String']['output']>;
  /**
   * Its image.
   *
   * Source: `card_image_url`.
   */
  cardImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * How far the viewer is.
   *
   * Source: `status`.
   */
  status: PathwayItemStatus;
};

/** A course as pathways name it: all of its runs together. */
export type PathwayCourseKey = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Organisation and number, such as `edX+DemoX`: no key of one run.
   *
   * Source: `key`.
   */
  key: Scalars['String']['output'];
};

/** How far the viewer is in a part of a pathway. */
export type PathwayItemStatus =
  /** Nothing of it was begun. */
  | 'NOT_STARTED'
  /** It was begun. */
  | 'IN_PROGRESS'
  /** It is done. */
  | 'COMPLETE';

/** A program of a pathway. */
export type PathwayProgram = Node & {
  /** Global, opaque identifier, unique over all types. */
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
   * One or two sentences about it.
   *
   * Source: `short_description`.
   */
  shortDescription: Maybe<Scalars['String']['output']>;
  /**
   * Its image.
   *
   * Source: `card_image_url`.
   */
  cardImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * How far the viewer is.
   *
   * Source: `status`.
   */
  status: PathwayItemStatus;
  /**
   * Its courses.
   *
   * Source: `courses`.
   */
  courses: Array<PathwayCourseKey>;
  /**
   * The program itself; null when the viewer may not see it.
   *
   * Source: `program_enrollments/programs, and what its fields say`.
   */
  program: Maybe<Program>;
};

/** A step of a pathway. */
export type PathwayStep = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Identifier of the step.
   *
   * Source: `uuid`.
   */
  uuid: Scalars['UUID']['output'];
  /**
   * How many of its courses and programs have to be complete.
   *
   * Source: `min_requirement`.
   */
  minRequirement: Scalars['Int']['output'];
  /**
   * How much of that is done, in percent, 0 to 100.
   *
   * Source: `status`.
   */
  status: Scalars['Float']['output'];
  /**
   * Its courses.
   *
   * Source: `courses`.
   */
  courses: Array<PathwayCourse>;
  /**
   * Its programs.
   *
   * Source: `programs`.
   */
  programs: Array<PathwayProgram>;
};

/** What the dashboard shows of the whole LMS. */
export type PlatformSettings = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Address for questions.
   *
   * Source: `supportEmail`.
   */
  supportEmail: Maybe<Scalars['String']['output']>;
  /**
   * Address for questions about payments.
   *
   * Source: `billingEmail`.
   */
  billingEmail: Maybe<Scalars['String']['output']>;
  /**
   * Where to look for courses.
   *
   * Source: `courseSearchUrl`.
   */
  courseSearchUrl: Maybe<Scalars['URL']['output']>;
};

/** One setting of the viewer. */
export type Preference = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Which. Known values: `pref-lang`, `time_zone`, `account_privacy`, `visibility.*`.
   *
   * Source: `key`.
   */
  key: Scalars['String']['output'];
  /**
   * Its value, as text.
   *
   * Source: `value`.
   */
  value: Maybe<Scalars['String']['output']>;
};

/** The score of one problem. */
export type ProblemScore = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Points earned.
   *
   * Source: `earned`.
   */
  earned: Scalars['Float']['output'];
  /**
   * Points possible.
   *
   * Source: `possible`.
   */
  possible: Scalars['Float']['output'];
};

/** A program: several courses that lead to one credential. */
export type Program = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Identifier of the program.
   *
   * Source: `program_enrollments/programs, uuid`.
   */
  uuid: Scalars['UUID']['output'];
  /**
   * Name of the program in addresses; null when it is not among the viewer's.
   *
   * Source: `program_enrollments/programs, slug`.
   */
  slug: Maybe<Scalars['String']['output']>;
  /**
   * The program's course runs that the viewer takes, 25 a page at most; null for who is not in the program.
   *
   * Source: `program_enrollments/user_courses, or program_enrollments/overview where the LMS lacks it`.
   */
  courseRuns: Maybe<ProgramCourseRunConnection>;
  /**
   * How far the viewer is; null when the LMS's course catalogue does not know the program. Takes a JWT or a session.
   *
   * Source: `programs/progress_details`.
   */
  progress: Maybe<ProgramProgress>;
  /**
   * The roster; null for who is not the program's staff.
   *
   * Source: `program_enrollments/enrollments`.
   */
  enrollments: Maybe<ProgramEnrollmentConnection>;
  /**
   * Who takes a course run through the program; null for who is not its staff, and for a run of no course of it.
   *
   * Source: `program_enrollments/course_enrollments`.
   */
  courseEnrollments: Maybe<ProgramCourseEnrollmentConnection>;
  /**
   * Grades of those with an account who take a course run through the program; null for who is not its staff, and for a run of no course of it.
   *
   * Source: `program_enrollments/course_grades`.
   */
  courseGrades: Maybe<ProgramCourseGradeConnection>;
};


/** A program: several courses that lead to one credential. */
export type ProgramCourseRunsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A program: several courses that lead to one credential. */
export type ProgramEnrollmentsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A program: several courses that lead to one credential. */
export type ProgramCourseEnrollmentsArgs = {
  course: Scalars['CourseKey']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A program: several courses that lead to one credential. */
export type ProgramCourseGradesArgs = {
  course: Scalars['CourseKey']['input'];
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** How many courses of a program are done, begun and open. */
export type ProgramCourseCounts = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Courses done.
   *
   * Source: `programs/progress_details, completed`; or `completed`.
   */
  completed: Scalars['Int']['output'];
  /**
   * Courses begun.
   *
   * Source: `programs/progress_details, in_progress`; or `in_progress`.
   */
  inProgress: Scalars['Int']['output'];
  /**
   * Courses not begun.
   *
   * Source: `programs/progress_details, not_started`; or `not_started`.
   */
  notStarted: Scalars['Int']['output'];
};

/** A learner who takes a course run through a program. */
export type ProgramCourseEnrollment = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The partner's key of the learner.
   *
   * Source: `student_key`.
   */
  studentKey: Scalars['String']['output'];
  /**
   * How the learner is enrolled.
   *
   * Source: `status`.
   */
  status: ProgramCourseEnrollmentStatus;
  /**
   * Whether the learner has an account of the LMS.
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
   * Whether the learner is, or will be, staff of the course.
   *
   * Source: `course_staff`.
   */
  courseStaff: Scalars['Boolean']['output'];
};

/** A page of a long list. */
export type ProgramCourseEnrollmentConnection = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** The entries of this page, in order. */
  edges: Array<ProgramCourseEnrollmentEdge>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** Number of entries in the whole; null where the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** One entry of a connection. */
export type ProgramCourseEnrollmentEdge = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** Where this entry lies, for `after`. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: ProgramCourseEnrollment;
};

/** A learner who takes a course run through a program. */
export type ProgramCourseEnrollmentInput = {
  /** The partner's key of the learner. */
  studentKey: Scalars['String']['input'];
  /** Whether the learner is to take the run. */
  status: ProgramCourseEnrollmentStatus;
  /** Whether the learner is to be staff of the course; null leaves it as it is. */
  courseStaff?: InputMaybe<Scalars['Boolean']['input']>;
};

/** How a learner is enrolled in a course run through a program. */
export type ProgramCourseEnrollmentStatus =
  /** Takes the run. */
  | 'ACTIVE'
  /** Does not take it. */
  | 'INACTIVE';

/** The grade of a learner who takes a course run through a program. */
export type ProgramCourseGrade = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The partner's key of the learner.
   *
   * Source: `student_key`.
   */
  studentKey: Scalars['String']['output'];
  /**
   * The letter; null when none is reached or on an error.
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
   * Whether it is enough to pass; null on an error.
   *
   * Source: `passed`.
   */
  passed: Maybe<Scalars['Boolean']['output']>;
  /**
   * Why the grade could not be worked out; null when it was.
   *
   * Source: `error`.
   */
  error: Maybe<Scalars['String']['output']>;
};

/** A page of a long list. */
export type ProgramCourseGradeConnection = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** The entries of this page, in order. */
  edges: Array<ProgramCourseGradeEdge>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** Number of entries in the whole; null where the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** One entry of a connection. */
export type ProgramCourseGradeEdge = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** Where this entry lies, for `after`. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: ProgramCourseGrade;
};

/** A course run of a program that the viewer takes. */
export type ProgramCourseRun = Node & {
  /** Global, opaque identifier, unique over all types. */
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
   * The course's home page.
   *
   * Source: `program_enrollments/user_courses, course_run_url`; or `program_enrollments/overview, course_run_url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * How far it is.
   *
   * Source: `program_enrollments/user_courses, course_run_status`; or `program_enrollments/overview, course_run_status`.
   */
  status: ProgramCourseRunStatus;
  /**
   * When it begins.
   *
   * Source: `program_enrollments/user_courses, start_date`; or `program_enrollments/overview, start_date`.
   */
  startDate: Maybe<Scalars['DateTime']['output']>;
  /**
   * When it ends; null when it does not.
   *
   * Source: `program_enrollments/user_courses, end_date`; or `program_enrollments/overview, end_date`.
   */
  endDate: Maybe<Scalars['DateTime']['output']>;
  /**
   * Whether the viewer gets the course team's e-mails; null where the team sends none.
   *
   * Source: `program_enrollments/user_courses, emails_enabled`; or `program_enrollments/overview, emails_enabled`.
   */
  emailsEnabled: Maybe<Scalars['Boolean']['output']>;
  /**
   * What is due; empty unless it is in progress.
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
   * The viewer's certificate; null without one.
   *
   * Source: `program_enrollments/user_courses, certificate_download_url`; or `program_enrollments/overview, certificate_download_url`.
   */
  certificateDownloadUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Where the viewer left off; null before the first visit.
   *
   * Source: `program_enrollments/user_courses, resume_course_run_url`; or `program_enrollments/overview, resume_course_run_url`.
   */
  resumeUrl: Maybe<Scalars['URL']['output']>;
};

/** A page of a long list. */
export type ProgramCourseRunConnection = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** The entries of this page, in order. */
  edges: Array<ProgramCourseRunEdge>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** Number of entries in the whole; null where the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** One entry of a connection. */
export type ProgramCourseRunEdge = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** Where this entry lies, for `after`. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: ProgramCourseRun;
};

/** How far a course run is for the viewer. */
export type ProgramCourseRunStatus =
  /** It has begun and is not over. */
  | 'IN_PROGRESS'
  /** It has not begun. */
  | 'UPCOMING'
  /** It is over; one without fixed dates, a month after the certificate. */
  | 'COMPLETED';

/** Something that is due in a course run. */
export type ProgramDueDate = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * What is due.
   *
   * Source: `name`.
   */
  name: Scalars['String']['output'];
  /**
   * Where it is.
   *
   * Source: `url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * When it is due.
   *
   * Source: `date`.
   */
  date: Scalars['DateTime']['output'];
};

/** A learner on the roster of a program. */
export type ProgramEnrollment = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The partner's key of the learner.
   *
   * Source: `student_key`.
   */
  studentKey: Scalars['String']['output'];
  /**
   * How the learner is enrolled.
   *
   * Source: `status`.
   */
  status: ProgramEnrollmentStatus;
  /**
   * Whether the learner has an account of the LMS.
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

/** A page of a long list. */
export type ProgramEnrollmentConnection = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** The entries of this page, in order. */
  edges: Array<ProgramEnrollmentEdge>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** Number of entries in the whole; null where the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** One entry of a connection. */
export type ProgramEnrollmentEdge = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** Where this entry lies, for `after`. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: ProgramEnrollment;
};

/** A learner of a program. */
export type ProgramEnrollmentInput = {
  /** The partner's key of the learner. */
  studentKey: Scalars['String']['input'];
  /** How the learner is to be enrolled. */
  status: ProgramEnrollmentStatus;
  /** Identifier of the curriculum; needed unless the mode is `UPDATE`, which keeps it. */
  curriculumUuid?: InputMaybe<Scalars['UUID']['input']>;
};

/** How a learner is enrolled in a program. */
export type ProgramEnrollmentStatus =
  /** Takes part. */
  | 'ENROLLED'
  /** Will take part. */
  | 'PENDING'
  /** Is out for a while. */
  | 'SUSPENDED'
  /** Never took part after all. */
  | 'CANCELED'
  /** Took part. */
  | 'ENDED';

/** How far the viewer is in a program. */
export type ProgramProgress = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The courses, counted.
   *
   * Source: `programs/progress_details, course_data`.
   */
  courses: ProgramCourseCounts;
};

/** How learners are written. */
export type ProgramWriteMode =
  /** Only learners who are not there yet; the others are a `conflict`. */
  | 'CREATE'
  /** Only learners who are there; the others are `not-in-program` or `not-found`. */
  | 'UPDATE'
  /** Both. */
  | 'UPSERT';

/** What the LMS says of one learner. */
export type ProgramWriteResult = {
  /**
   * The partner's key of the learner.
   *
   * Source: `student_key`.
   */
  studentKey: Scalars['String']['output'];
  /**
   * The status that was written, in the LMS's words, or why it was not: `duplicated` (the key stands twice in the input), `conflict`, `invalid-status`, `illegal-operation`, `not-in-program`, `not-found` (not in the course run), `internal-error`.
   *
   * Source: `status`.
   */
  status: Scalars['String']['output'];
  /**
   * Whether it was written.
   *
   * Source: `ok`.
   */
  ok: Scalars['Boolean']['output'];
};

/** One learner's progress in one course. */
export type Progress = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Whose progress this is.
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
   * Mode of the enrolment, given even when it is no longer active.
   *
   * Source: `enrollment_mode`.
   */
  enrollmentMode: Maybe<Scalars['String']['output']>;
  /**
   * Whether content is still to be released.
   *
   * Source: `has_scheduled_content`.
   */
  hasScheduledContent: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the learner passes.
   *
   * Source: `user_has_passing_grade`.
   */
  userHasPassingGrade: Scalars['Boolean']['output'];
  /**
   * Where staff edit the grading.
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
   * End of audit access of the person who asks; null when it does not end.
   *
   * Source: `access_expiration`.
   */
  accessExpiration: Maybe<AccessExpiration>;
  /**
   * The certificate; null when there is none.
   *
   * Source: `certificate_data`.
   */
  certificate: Maybe<CourseCertificate>;
  /**
   * Units done, open and locked.
   *
   * Source: `completion_summary`.
   */
  completion: CompletionSummary;
  /**
   * The grade.
   *
   * Source: `course_grade`.
   */
  courseGrade: CourseGrade;
  /**
   * Requirements for academic credit; null when the course gives none.
   *
   * Source: `credit_course_requirements`.
   */
  creditRequirements: Maybe<CreditRequirements>;
  /**
   * How the grade is made.
   *
   * Source: `grading_policy`.
   */
  gradingPolicy: GradingPolicy;
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
   * The mode to upgrade to; null when there is none.
   *
   * Source: `verified_mode`.
   */
  verifiedMode: Maybe<VerifiedMode>;
  /**
   * Content is locked, and no graded subsection that shows its grades is open to the learner.
   *
   * Source: `completion_summary.locked_count + section_scores[].subsections[].has_graded_assignment + section_scores[].subsections[].learner_has_access + section_scores[].subsections[].show_grades`.
   */
  gradesFeatureIsFullyLocked: Maybe<Scalars['Boolean']['output']>;
  /**
   * Content is locked, but some graded subsection that shows its grades is open to the learner.
   *
   * Source: `completion_summary.locked_count + section_scores[].subsections[].has_graded_assignment + section_scores[].subsections[].learner_has_access + section_scores[].subsections[].show_grades`.
   */
  gradesFeatureIsPartiallyLocked: Maybe<Scalars['Boolean']['output']>;
};

/** The doors into the graph. Everything is seen as the viewer sees it. */
export type Query = {
  /** The person who asks; a visitor has `isAuthenticated: false`. */
  viewer: Viewer;
  /** The course with this key; null when it is unknown or invisible. */
  course: Maybe<Course>;
  /** The courses with these keys, in the order asked; null where one is unknown or invisible. */
  courses: Array<Maybe<Course>>;
  /** The object with this `id`; null when there is none any more. */
  node: Maybe<Node>;
  /** The objects with these `id`s, in the order asked. */
  nodes: Array<Maybe<Node>>;
  /**
   * Courses of the LMS's catalogue, as any visitor sees it.
   *
   * Source: `courses/search`.
   */
  catalog: Maybe<CatalogConnection>;
  /**
   * All course runs of the LumiNUS catalogue, for administrators of the LMS; null when it is not connected.
   *
   * Source: `edx_course_runs, after enrollment/roles`.
   */
  catalogRuns: Maybe<CatalogRunConnection>;
  /**
   * Institutions that give academic credit.
   *
   * Source: `credit/providers`.
   */
  creditProviders: Maybe<Array<CreditProvider>>;
  /** The program with this identifier; null when the viewer may not see it. */
  program: Maybe<Program>;
  /**
   * The LMS's clock, for countdowns.
   *
   * Source: `the `Date` header of the LMS's answers`.
   */
  serverTime: Maybe<Scalars['DateTime']['output']>;
  /**
   * The thread with this `id`; null when there is none that the viewer may see.
   *
   * Source: `discussion/thread`.
   */
  thread: Maybe<Thread>;
};


/** The doors into the graph. Everything is seen as the viewer sees it. */
export type QueryCourseArgs = {
  key: Scalars['CourseKey']['input'];
};


/** The doors into the graph. Everything is seen as the viewer sees it. */
export type QueryCoursesArgs = {
  keys: Array<Scalars['CourseKey']['input']>;
};


/** The doors into the graph. Everything is seen as the viewer sees it. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** The doors into the graph. Everything is seen as the viewer sees it. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** The doors into the graph. Everything is seen as the viewer sees it. */
export type QueryCatalogArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  search?: InputMaybe<Scalars['String']['input']>;
  org?: InputMaybe<Scalars['String']['input']>;
  mobile?: InputMaybe<Scalars['Boolean']['input']>;
  activeOnly?: InputMaybe<Scalars['Boolean']['input']>;
};


/** The doors into the graph. Everything is seen as the viewer sees it. */
export type QueryCatalogRunsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The doors into the graph. Everything is seen as the viewer sees it. */
export type QueryCreditProvidersArgs = {
  ids?: InputMaybe<Array<Scalars['String']['input']>>;
};


/** The doors into the graph. Everything is seen as the viewer sees it. */
export type QueryProgramArgs = {
  uuid: Scalars['UUID']['input'];
};


/** The doors into the graph. Everything is seen as the viewer sees it. */
export type QueryThreadArgs = {
  id: Scalars['ID']['input'];
};

/** Where the viewer is. */
export type RecordLastVisitedInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** Key of the block. */
  block: Scalars['UsageKey']['input'];
};

/** What came of storing a position. */
export type RecordLastVisitedPayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** The viewer as they are now; null when nothing was done. */
  viewer: Maybe<Viewer>;
  /** The course as it is now; null when nothing was done, and when the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * The course, the section and the sequence that hold the stored position, from the top down. `lastVisited` of the course is another thing: the block that was completed last.
   *
   * Source: `mobile/course_status_info, last_visited_module_path`.
   */
  path: Maybe<Array<Scalars['UsageKey']['output']>>;
};

/** A program that the course belongs to. */
export type RelatedProgram = {
  /** Global, opaque identifier, unique over all types. */
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
   * Name of its type in addresses, such as `micromasters`.
   *
   * Source: `slug`.
   */
  slug: Maybe<Scalars['String']['output']>;
  /**
   * Where the program is.
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
   * The program itself; null when the viewer may not see it.
   *
   * Source: `program_enrollments/programs, and what its fields say`.
   */
  program: Maybe<Program>;
};

/** Which bookmark to remove. */
export type RemoveBookmarkInput = {
  /** Key of the block, or the bookmark's `id`. */
  block: Scalars['UsageKey']['input'];
};

/** What came of removing a bookmark. */
export type RemoveBookmarkPayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** The viewer as they are now; null when nothing was done. */
  viewer: Maybe<Viewer>;
  /** The course as it is now; null when nothing was done, and when the LMS does not know the course. */
  course: Maybe<Course>;
  /** `id` of the bookmark that is no longer there; null when nothing was done, and for an old block that was named by its key, which names no course run. */
  deletedBookmarkId: Maybe<Scalars['ID']['output']>;
  /** Key of the block that is no longer bookmarked. */
  removedKey: Maybe<Scalars['UsageKey']['output']>;
};

/** Which course's due dates to move. */
export type ResetCourseDeadlinesInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** Where the viewer asked for it, such as `dates-tab`: the LMS keeps it for research. */
  location?: InputMaybe<Scalars['String']['input']>;
};

/** What came of moving the due dates. The LMS also says that it is done where it moves nothing: where gated content was missed, or without an enrolment. `course.dates` tells. */
export type ResetCourseDeadlinesPayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** The viewer as they are now; null when nothing was done. */
  viewer: Maybe<Viewer>;
  /** The course as it is now; null when nothing was done, and when the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * What was done, in the viewer's language.
   *
   * Source: `course_experience/reset_course_deadlines, header`.
   */
  header: Maybe<Scalars['String']['output']>;
  /**
   * More about it, in the viewer's language.
   *
   * Source: `course_experience/reset_course_deadlines, body`.
   */
  body: Maybe<Scalars['HTML']['output']>;
  /**
   * Where the dates are.
   *
   * Source: `course_experience/reset_course_deadlines, link`.
   */
  link: Maybe<Scalars['URL']['output']>;
  /**
   * The link's text, in the viewer's language.
   *
   * Source: `course_experience/reset_course_deadlines, link_text`.
   */
  linkText: Maybe<Scalars['String']['output']>;
};

/** Where the viewer left off in a course. */
export type Resume = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Whether the viewer has been there at all.
   *
   * Source: `course_home/outline, has_visited_course`.
   */
  hasVisitedCourse: Maybe<Scalars['Boolean']['output']>;
  /**
   * Where to go on; the first unit when the course was never visited.
   *
   * Source: `course_home/outline, url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * The block completed last; null before the first.
   *
   * Source: `courseware/resume, block_id`.
   */
  block: Maybe<BlockReference>;
  /**
   * The sequence that holds it, which the LMS calls a section here.
   *
   * Source: `courseware/resume, section_id`.
   */
  section: Maybe<BlockReference>;
  /**
   * The unit that holds it.
   *
   * Source: `courseware/resume, unit_id`.
   */
  unit: Maybe<BlockReference>;
};

/** A section (a chapter) of a course. */
export type Section = Node & {
  /** Global, opaque identifier, unique over all types. */
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
   * Whether the viewer has done it.
   *
   * Source: `course_home/outline, complete`; or `course_home/navigation, complete`; or `courses/blocks, complete`.
   */
  complete: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer's last position is in it.
   *
   * Source: `course_home/outline, resume_block`; or `course_home/navigation, resume_block`; or `courses/blocks, resume_block`.
   */
  resumeBlock: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether it is left out of tables of contents.
   *
   * Source: `course_home/outline, hide_from_toc`; or `course_home/navigation, hide_from_toc`; or `courses/blocks, hide_from_toc`.
   */
  hideFromToc: Maybe<Scalars['Boolean']['output']>;
  /**
   * When it is released; null when it inherits the course's date.
   *
   * Source: `learning_sequences/course_outline, start`.
   */
  start: Maybe<Scalars['DateTime']['output']>;
  /**
   * When it is released, inherited dates included.
   *
   * Source: `learning_sequences/course_outline, effective_start`.
   */
  effectiveStart: Maybe<Scalars['DateTime']['output']>;
  /**
   * How much of it is done.
   *
   * Source: `course_home/navigation, completion_stat`.
   */
  completion: Maybe<OutlineCompletion>;
  /**
   * Its sequences, in order; one behind an unmet prerequisite is marked `isLocked`.
   *
   * Source: `course_home/outline, course_blocks.blocks[]`; or `course_home/navigation, blocks[]`; or `courses/blocks, blocks[]`; or `learning_sequences/course_outline, outline.sequences[]`.
   */
  sequences: Array<Sequence>;
};

/** The scores of one section (a chapter). */
export type SectionScore = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Name of the section.
   *
   * Source: `display_name`.
   */
  title: Scalars['String']['output'];
  /**
   * Its subsections, in order.
   *
   * Source: `subsections`.
   */
  subsections: Array<SubsectionScore>;
};

/** How often a week the learner wants to study. */
export type SelectedGoal = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Days a week, 1 to 7; 0 stands for no goal.
   *
   * Source: `days_per_week`.
   */
  daysPerWeek: Scalars['Int']['output'];
  /**
   * Whether e-mail reminders are on.
   *
   * Source: `subscribed_to_reminders`.
   */
  subscribedToReminders: Scalars['Boolean']['output'];
};

/** A sequence (a subsection): what a learner works through in one go. What only the open sequence or only the outline tells is asked for apart where the other one led here. */
export type Sequence = Node & {
  /**
   * Its assignment type as the course team named it; null when ungraded.
   *
   * Source: `courseware/sequence, format`.
   */
  format: Maybe<Scalars['String']['output']>;
  /**
   * Number of the unit opened last, from 1; null when none was opened yet.
   *
   * Source: `courseware/sequence, position`.
   */
  position: Maybe<Scalars['Int']['output']>;
  /**
   * The next sequence, where the LMS tells it.
   *
   * Source: `courseware/sequence, next_url`.
   */
  nextUrl: Maybe<Scalars['URL']['output']>;
  /**
   * The sequence before, where the LMS tells it.
   *
   * Source: `courseware/sequence, prev_url`.
   */
  prevUrl: Maybe<Scalars['URL']['output']>;
  /**
   * A remark of the LMS, for staff.
   *
   * Source: `courseware/sequence, banner_text`.
   */
  bannerText: Maybe<Scalars['String']['output']>;
  /**
   * Whether it is a timed exam.
   *
   * Source: `courseware/sequence, is_time_limited`.
   */
  isTimeLimited: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether it is a proctored exam.
   *
   * Source: `courseware/sequence, is_proctored`.
   */
  isProctored: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether it is closed because it is past due.
   *
   * Source: `courseware/sequence, is_hidden_after_due`.
   */
  isHiddenAfterDue: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether completion is to be shown.
   *
   * Source: `courseware/sequence, show_completion`.
   */
  showCompletion: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the position is kept for the viewer.
   *
   * Source: `courseware/sequence, save_position`.
   */
  savePosition: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the LMS leaves the units' content out.
   *
   * Source: `courseware/sequence, exclude_units`.
   */
  excludeUnits: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether one unit leads to no other.
   *
   * Source: `courseware/sequence, navigation_disabled`.
   */
  navigationDisabled: Maybe<Scalars['Boolean']['output']>;
  /**
   * What to show instead of a timed exam behind the paywall; null otherwise.
   *
   * Source: `courseware/sequence, gated_sequence_paywall`.
   */
  paywallHtml: Maybe<Scalars['HTML']['output']>;
  /**
   * What has to be passed before.
   *
   * Source: `courseware/sequence, gated_content`.
   */
  gatedContent: Maybe<GatedContent>;
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Key of the sequence.
   *
   * Source: `course_home/outline, id`; or `course_home/navigation, id`; or `courses/blocks, id`; or `courseware/sequence, item_id`.
   */
  key: Scalars['UsageKey']['output'];
  /**
   * Name; with graded problems their number is appended, as the LMS's outline does.
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
   * Whether it stands for content behind a prerequisite that is not met; null with `asUser`, since the LMS does not tell it of others: see `accessible`.
   *
   * Source: `course_home/outline, type`; or `course_home/navigation, type`; or `courses/blocks, type`.
   */
  isLocked: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer has done it.
   *
   * Source: `course_home/outline, complete`; or `course_home/navigation, complete`; or `courses/blocks, complete`.
   */
  complete: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer's last position is in it.
   *
   * Source: `course_home/outline, resume_block`; or `course_home/navigation, resume_block`; or `courses/blocks, resume_block`.
   */
  resumeBlock: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether it is left out of tables of contents.
   *
   * Source: `course_home/outline, hide_from_toc`; or `course_home/navigation, hide_from_toc`; or `courses/blocks, hide_from_toc`.
   */
  hideFromToc: Maybe<Scalars['Boolean']['output']>;
  /**
   * When it is due for the viewer.
   *
   * Source: `course_home/outline, due`; or `course_home/navigation, due`; or `courses/blocks, due`.
   */
  due: Maybe<Scalars['DateTime']['output']>;
  /**
   * Icon of its kind of assignment.
   *
   * Source: `course_home/outline, icon`; or `course_home/navigation, icon`.
   */
  icon: Maybe<Scalars['String']['output']>;
  /**
   * Its assignment type, or the exam's conditions.
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
   * Whether the viewer may open it.
   *
   * Source: `course_home/outline, lms_web_url`; or `courses/blocks, lms_web_url`.
   */
  showLink: Maybe<Scalars['Boolean']['output']>;
  /**
   * Where it is; null when it cannot be opened.
   *
   * Source: `course_home/outline, lms_web_url`; or `courses/blocks, lms_web_url`.
   */
  webUrl: Maybe<Scalars['URL']['output']>;
  /**
   * Whether the viewer may enter it by schedule and prerequisites.
   *
   * Source: `learning_sequences/course_outline, accessible`.
   */
  accessible: Maybe<Scalars['Boolean']['output']>;
  /**
   * When it is released; null when it inherits the section's date.
   *
   * Source: `learning_sequences/course_outline, start`.
   */
  start: Maybe<Scalars['DateTime']['output']>;
  /**
   * When it is released, inherited dates included.
   *
   * Source: `learning_sequences/course_outline, effective_start`.
   */
  effectiveStart: Maybe<Scalars['DateTime']['output']>;
  /**
   * What kind of exam it is, in the viewer's language, such as `Timed Exam`; null when it is none.
   *
   * Source: `course_home/navigation, special_exam_info`.
   */
  specialExamInfo: Maybe<Scalars['String']['output']>;
  /**
   * How much of it is done.
   *
   * Source: `course_home/navigation, completion_stat`.
   */
  completion: Maybe<OutlineCompletion>;
  /**
   * Its units, in order.
   *
   * Source: `course_home/navigation, blocks[]`; or `courses/blocks, blocks[]`; or `courseware/sequence, items`.
   */
  units: Maybe<Array<Unit>>;
};

/** Whether the course team may write to the viewer. */
export type SetCourseEmailsInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** Whether e-mails are wanted. */
  receive: Scalars['Boolean']['input'];
};

/** What came of turning e-mails on or off. */
export type SetCourseEmailsPayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** The viewer as they are now; null when nothing was done. */
  viewer: Maybe<Viewer>;
  /** The course as it is now; null when nothing was done, and when the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * The viewer's enrolment as it is now; null without one.
   *
   * Source: `learner_home/init`.
   */
  enrollment: Maybe<Enrollment>;
};

/** How often a week to study. */
export type SetCourseGoalInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
  /** Days a week, 1 to 7; 0 stands for no goal. */
  daysPerWeek: Scalars['Int']['input'];
  /** Whether to be reminded by e-mail. */
  subscribedToReminders: Scalars['Boolean']['input'];
};

/** What came of setting a goal. The LMS stores one of a course that it does not know, too: then `course` is null, and `userErrors` empty. */
export type SetCourseGoalPayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** The viewer as they are now; null when nothing was done. */
  viewer: Maybe<Viewer>;
  /** The course as it is now; null when nothing was done, and when the LMS does not know the course. */
  course: Maybe<Course>;
};

/** Which preference to set. */
export type SetPreferenceInput = {
  /** Name of the preference, such as `time_zone` or `pref-lang`. */
  key: Scalars['String']['input'];
  /** The value; null deletes the preference. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** What came of setting a preference. */
export type SetPreferencePayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** The viewer as they are now; null when nothing was done. */
  viewer: Maybe<Viewer>;
};

/** For which course to promise to work honestly. */
export type SignIntegrityAgreementInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
};

/** What came of signing the promise to work honestly. */
export type SignIntegrityAgreementPayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** The viewer as they are now; null when nothing was done. */
  viewer: Maybe<Viewer>;
  /** The course as it is now; null when nothing was done, and when the LMS does not know the course. */
  course: Maybe<Course>;
  /**
   * When the viewer signed; signing again keeps it.
   *
   * Source: `agreements/sign_integrity, created_at`.
   */
  signedAt: Maybe<Scalars['DateTime']['output']>;
};

/** A person's page somewhere else. */
export type SocialLink = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `facebook`, `linkedin`, `twitter`.
   *
   * Source: `platform`.
   */
  platform: Scalars['String']['output'];
  /**
   * The page.
   *
   * Source: `social_link`.
   */
  url: Maybe<Scalars['URL']['output']>;
};

/** How courses can be shared on one social network. */
export type SocialShare = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `facebook`, `twitter`.
   *
   * Source: `key`.
   */
  network: Scalars['String']['output'];
  /**
   * Whether sharing is on.
   *
   * Source: `value.isEnabled`.
   */
  isEnabled: Scalars['Boolean']['output'];
  /**
   * The brand that the shared text names.
   *
   * Source: `value.socialBrand`.
   */
  socialBrand: Maybe<Scalars['String']['output']>;
  /**
   * Parameters to add to the shared address.
   *
   * Source: `value.utmParams`.
   */
  utmParams: Maybe<Scalars['String']['output']>;
};

/** What the shown start of a course is. */
export type StartType =
  /** The start date, formatted. */
  | 'TIMESTAMP'
  /** A text of the course team. */
  | 'STRING'
  /** Nothing: the start is not announced. */
  | 'EMPTY';

/** The learner's score in one subsection (a sequence). */
export type SubsectionScore = Node & {
  /** Global, opaque identifier, unique over all types. */
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
   * The assignment's type; null when not graded.
   *
   * Source: `assignment_type`.
   */
  assignmentType: Maybe<Scalars['String']['output']>;
  /**
   * Whether it counts towards the grade.
   *
   * Source: `has_graded_assignment`.
   */
  hasGradedAssignment: Scalars['Boolean']['output'];
  /**
   * Whether the learner may enter it.
   *
   * Source: `learner_has_access`.
   */
  learnerHasAccess: Scalars['Boolean']['output'];
  /**
   * Points earned.
   *
   * Source: `num_points_earned`.
   */
  pointsEarned: Scalars['Float']['output'];
  /**
   * Points possible.
   *
   * Source: `num_points_possible`.
   */
  pointsPossible: Scalars['Float']['output'];
  /**
   * Share of the graded points earned, 0 to 1.
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
   * Where the sequence is; null when the learner may not enter.
   *
   * Source: `url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * A grade set by staff; null when there is none.
   *
   * Source: `override`.
   */
  override: Maybe<GradeOverride>;
  /**
   * The scores of its problems.
   *
   * Source: `problem_scores`.
   */
  problemScores: Array<ProblemScore>;
};

/** A thread of a course's discussions. */
export type Thread = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The LMS's id.
   *
   * Source: `id`.
   */
  lmsId: Scalars['ID']['output'];
  /**
   * Username of the author; null for an anonymous one.
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
   * The author's picture, 120 pixels square; null for an anonymous one.
   *
   * Source: `author + users`.
   */
  authorImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * When it was posted.
   *
   * Source: `created_at`.
   */
  created: Scalars['DateTime']['output'];
  /**
   * When it was changed last.
   *
   * Source: `updated_at`.
   */
  updated: Scalars['DateTime']['output'];
  /**
   * The text as it was written, in Markdown.
   *
   * Source: `raw_body`.
   */
  rawBody: Maybe<Scalars['String']['output']>;
  /**
   * The text as HTML.
   *
   * Source: `rendered_body`.
   */
  renderedBodyHtml: Maybe<Scalars['HTML']['output']>;
  /**
   * How many voted for it.
   *
   * Source: `vote_count`.
   */
  voteCount: Scalars['Int']['output'];
  /**
   * Whether the viewer voted for it.
   *
   * Source: `voted`.
   */
  voted: Scalars['Boolean']['output'];
  /**
   * Whether the viewer reported it.
   *
   * Source: `abuse_flagged`.
   */
  abuseFlagged: Scalars['Boolean']['output'];
  /**
   * Whether the viewer may delete it.
   *
   * Source: `can_delete`.
   */
  canDelete: Scalars['Boolean']['output'];
  /**
   * What the viewer may change, by the LMS's names.
   *
   * Source: `editable_fields`.
   */
  editableFields: Array<Scalars['String']['output']>;
  /**
   * Whether nobody sees the author.
   *
   * Source: `anonymous`.
   */
  isAnonymous: Scalars['Boolean']['output'];
  /**
   * Whether learners do not see the author.
   *
   * Source: `anonymous_to_peers`.
   */
  isAnonymousToPeers: Scalars['Boolean']['output'];
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
   * The course it belongs to.
   *
   * Source: `course_id`.
   */
  course: Maybe<Course>;
  /**
   * The LMS's id of its topic.
   *
   * Source: `topic_id`.
   */
  topicId: Scalars['ID']['output'];
  /**
   * The beginning of the text, without markup.
   *
   * Source: `preview_body`.
   */
  previewBody: Maybe<Scalars['String']['output']>;
  /**
   * Number of posts in it, its own text included.
   *
   * Source: `comment_count`.
   */
  commentCount: Scalars['Int']['output'];
  /**
   * Number of posts that the viewer has not read.
   *
   * Source: `unread_comment_count`.
   */
  unreadCommentCount: Scalars['Int']['output'];
  /**
   * Whether the viewer is told of news in it.
   *
   * Source: `following`.
   */
  following: Scalars['Boolean']['output'];
  /**
   * Whether the viewer has read it. Asking for it does not mark it.
   *
   * Source: `read`.
   */
  read: Scalars['Boolean']['output'];
  /**
   * Whether it stays on top of the list.
   *
   * Source: `pinned`.
   */
  pinned: Scalars['Boolean']['output'];
  /**
   * Whether nobody can respond any more.
   *
   * Source: `closed`.
   */
  closed: Scalars['Boolean']['output'];
  /**
   * Whether one of its responses was marked as a good answer.
   *
   * Source: `has_endorsed`.
   */
  hasEndorsed: Scalars['Boolean']['output'];
  /**
   * The responses: oldest first; in a question those marked as good answers first.
   *
   * Source: `discussion/comments`.
   */
  comments: Maybe<CommentConnection>;
};


/** A thread of a course's discussions. */
export type ThreadCommentsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A page of a long list. */
export type ThreadConnection = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** The entries of this page, in order. */
  edges: Array<ThreadEdge>;
  /** Where this page lies in the whole. */
  pageInfo: PageInfo;
  /** Number of entries in the whole; null where the LMS does not count them. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** How many threads a topic has. */
export type ThreadCounts = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Threads that discuss.
   *
   * Source: `discussion`.
   */
  discussion: Scalars['Int']['output'];
  /**
   * Threads that ask.
   *
   * Source: `question`.
   */
  question: Scalars['Int']['output'];
};

/** One entry of a connection. */
export type ThreadEdge = {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /** Where this entry lies, for `after`. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: Thread;
};

/** Which product tours the viewer still has to see. */
export type Tour = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * The tour of the course home page.
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

/** Which course to leave. */
export type UnenrollInput = {
  /** Key of the course run. */
  course: Scalars['CourseKey']['input'];
};

/** What came of leaving a course. */
export type UnenrollPayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** The viewer as they are now; null when nothing was done. */
  viewer: Maybe<Viewer>;
  /** The course as it is now; null when nothing was done, and when the LMS does not know the course. */
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
   * Whether it counts towards the grade.
   *
   * Source: `courseware/sequence, graded`.
   */
  graded: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether the viewer bookmarked it.
   *
   * Source: `courseware/sequence, bookmarked`.
   */
  bookmarked: Maybe<Scalars['Boolean']['output']>;
  /**
   * Names of section, sequence and unit, with ` > ` between them.
   *
   * Source: `courseware/sequence, path`.
   */
  path: Maybe<Scalars['String']['output']>;
  /**
   * Whether some of it is behind the paywall for this viewer.
   *
   * Source: `courseware/sequence, contains_content_type_gated_content`.
   */
  containsContentTypeGatedContent: Maybe<Scalars['Boolean']['output']>;
  /**
   * Whether it is behind a prerequisite that is not met; then only its key and title are told.
   *
   * Source: `courseware/sequence, is_gated + id`.
   */
  isGated: Maybe<Scalars['Boolean']['output']>;
  /** Global, opaque identifier, unique over all types. */
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
   * Whether the viewer has done it; null for a visitor.
   *
   * Source: `course_home/navigation, complete`; or `courses/blocks, complete`; or `courseware/sequence, complete`.
   */
  complete: Maybe<Scalars['Boolean']['output']>;
  /**
   * What it holds, which its icon shows. Known values: `video`, `problem`, `other`; `vertical` behind a prerequisite that is not met.
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
   * How much of it is done.
   *
   * Source: `course_home/navigation, completion_stat`.
   */
  completion: Maybe<UnitCompletion>;
};

/** How much of a unit is done. */
export type UnitCompletion = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Completable blocks that are done.
   *
   * Source: `completion`.
   */
  completed: Scalars['Float']['output'];
  /**
   * Blocks that can be completed.
   *
   * Source: `completable_children`.
   */
  completable: Scalars['Int']['output'];
};

/** Whose reminders to end. */
export type UnsubscribeFromCourseGoalInput = {
  /** The token in the link of a reminder. */
  token: Scalars['String']['input'];
};

/** What came of ending a goal's reminders. */
export type UnsubscribeFromCourseGoalPayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /**
   * Name of the course.
   *
   * Source: `course_home/unsubscribe_from_course_goal, course_title`.
   */
  courseTitle: Maybe<Scalars['String']['output']>;
};

/** The next dates of a course, as its home page shows them. */
export type UpcomingDates = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Future dates only, with one assignment at most; every one says that the learner has access.
   *
   * Source: `course_date_blocks`.
   */
  blocks: Array<CourseDate>;
  /**
   * Where all dates are.
   *
   * Source: `dates_tab_link`.
   */
  tabLink: Maybe<Scalars['URL']['output']>;
  /**
   * The learner's time zone; null when none is set.
   *
   * Source: `user_timezone`.
   */
  userTimezone: Maybe<Scalars['String']['output']>;
};

/** Which product tours are still to be shown; what is null stays as it is. */
export type UpdateTourInput = {
  /** The tour of the course home page: a value of `CourseHomeTourStatus` or the LMS's word for it: `NO_TOUR` or `no-tour`. */
  courseHomeTourStatus?: InputMaybe<Scalars['String']['input']>;
  /** Whether to show the tour of the unit page. */
  showCoursewareTour?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What came of storing which tours are to be shown. */
export type UpdateTourPayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** The viewer as they are now; null when nothing was done. */
  viewer: Maybe<Viewer>;
  /**
   * The tours as they are now.
   *
   * Source: `user_tours/user`.
   */
  tour: Maybe<Tour>;
};

/** Why a mutation did not do what was asked, for the user who asked. */
export type UserError = {
  /** The kind of refusal. */
  code: UserErrorCode;
  /** The LMS's own words where it has some to show, in the viewer's language. */
  message: Scalars['String']['output'];
  /** Path of the argument it is about, such as `["input", "course"]`; null when it is about all of them. */
  field: Maybe<Array<Scalars['String']['output']>>;
};

/** Why a mutation did not do what was asked. */
export type UserErrorCode =
  /** A value, or several together, cannot be accepted. */
  | 'INVALID'
  /** The viewer may not do this. */
  | 'FORBIDDEN'
  /** What it is about does not exist, or not for the viewer. */
  | 'NOT_FOUND'
  /** It is in conflict with what is there. */
  | 'CONFLICT'
  /** More things at once than can be taken, or none at all. */
  | 'TOO_MANY'
  /** Nothing is stored while the viewer looks at the course as somebody else. */
  | 'MASQUERADING';

/** The learner's identity verification. */
export type VerificationData = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Known values: `none`, `expired`, `approved`, `pending`, `must_reverify`.
   *
   * Source: `status`.
   */
  status: Scalars['String']['output'];
  /**
   * Where to verify.
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
  /** Global, opaque identifier, unique over all types. */
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
   * Where to upgrade.
   *
   * Source: `upgrade_url`.
   */
  upgradeUrl: Maybe<Scalars['URL']['output']>;
  /**
   * When the viewer's audit access ends.
   *
   * Source: `access_expiration_date`.
   */
  accessExpirationDate: Maybe<Scalars['DateTime']['output']>;
};

/** One file of a video. */
export type VideoEncoding = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Which encoding. Known values: `youtube`, `fallback`, `hls`, `desktop_mp4`, `mobile_high`, `mobile_low`.
   *
   * Source: `key`.
   */
  profile: Scalars['String']['output'];
  /**
   * Where the file is.
   *
   * Source: `value.url`.
   */
  url: Maybe<Scalars['URL']['output']>;
  /**
   * Size in bytes; null when it is not known.
   *
   * Source: `value.file_size`.
   */
  fileSize: Maybe<Scalars['Float']['output']>;
};

/** The text of a video in one language. */
export type VideoTranscript = Node & {
  /** Global, opaque identifier, unique over all types. */
  id: Scalars['ID']['output'];
  /**
   * Code of the language, such as `en`.
   *
   * Source: `key`.
   */
  language: Scalars['String']['output'];
  /**
   * Where the text is.
   *
   * Source: `value`.
   */
  url: Maybe<Scalars['URL']['output']>;
};

/** The person who asks. For a visitor everything but `isAuthenticated` is null. */
export type Viewer = Node & {
  /**
   * Certificates of all courses that the viewer passed.
   *
   * Source: `certificates/certificates`.
   */
  certificates: Maybe<Array<Certificate>>;
  /**
   * The right to academic credit in a course; null when there is none.
   *
   * Source: `credit/eligibility`.
   */
  creditEligibility: Maybe<CreditEligibility>;
  /**
   * Whether the viewer is staff of the whole LMS.
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
   * Programs the viewer is enrolled in or teaches; all master's programs for global staff.
   *
   * Source: `program_enrollments/programs`.
   */
  programs: Maybe<Array<Program>>;
  /**
   * The viewer's pathways; null where the LMS lacks the plugin for them. Takes a JWT or a session.
   *
   * Source: `learner_pathway_progress/progress`.
   */
  learningPathways: Maybe<Array<LearningPathway>>;
  /** Global, opaque identifier: hand it back to `node`. */
  id: Scalars['ID']['output'];
  /**
   * Whether the LMS knows who asks; null when it could not be asked.
   *
   * Source: `course_home/course_metadata, username`; or `user/account, username`; or `user/me, username`.
   */
  isAuthenticated: Maybe<Scalars['Boolean']['output']>;
  /**
   * Username; null for a visitor, and with an error where the LMS does not take the sign-in. Staff who look at a course as a learner keep their own.
   *
   * Source: `course_home/course_metadata, username`; or `user/account, username`; or `user/me, username`.
   */
  username: Maybe<Scalars['String']['output']>;
  /**
   * Time zone the viewer chose, such as `America/Bogota`; null when none is set.
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
   * Product tours still to be shown; null when the LMS has them off.
   *
   * Source: `user_tours/user`.
   */
  tour: Maybe<Tour>;
  /**
   * The viewer's picture, 500 pixels square; a drawing where none was uploaded.
   *
   * Source: `user/account, profile_image.image_url_full`.
   */
  profileImageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * What the viewer writes about themselves.
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
   * Languages the viewer knows.
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
   * Where else the viewer can be found.
   *
   * Source: `user/account, social_links`.
   */
  socialLinks: Maybe<Array<SocialLink>>;
  /**
   * Who sees the profile. Known values: `all_users`, `private`, `custom`.
   *
   * Source: `user/account, account_privacy`.
   */
  accountPrivacy: Maybe<Scalars['String']['output']>;
  /**
   * When the account was made.
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
   * The viewer's settings, by key.
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
   * What the dashboard shows of the whole LMS.
   *
   * Source: `learner_home/init, platformSettings`.
   */
  platformSettings: Maybe<PlatformSettings>;
  /**
   * How courses can be shared.
   *
   * Source: `learner_home/init, socialShareSettings`.
   */
  socialShareSettings: Maybe<Array<SocialShare>>;
  /**
   * The enterprise that the viewer learns for; null when there is none.
   *
   * Source: `learner_home/init, enterpriseDashboard`.
   */
  enterpriseDashboard: Maybe<EnterpriseDashboard>;
  /**
   * The viewer's enrolments. Without `status` all active ones, newest first; with it those that the mobile API lists so.
   *
   * Source: `learner_home/init, or mobile/course_enrollments with a `status` and for what only it knows`.
   */
  enrollments: Maybe<EnrollmentConnection>;
  /**
   * The enrolment in the course that was used last; null without any.
   *
   * Source: `mobile/course_enrollments, primary`.
   */
  primaryEnrollment: Maybe<Enrollment>;
  /**
   * Entitlements without a run yet: the viewer has bought a course and is still to choose its run. The others stand on their enrolments.
   *
   * Source: `learner_home/init, courses`.
   */
  entitlements: Maybe<Array<Entitlement>>;
};


/** The person who asks. For a visitor everything but `isAuthenticated` is null. */
export type ViewerCreditEligibilityArgs = {
  course: Scalars['CourseKey']['input'];
};


/** The person who asks. For a visitor everything but `isAuthenticated` is null. */
export type ViewerLearningPathwaysArgs = {
  uuids?: InputMaybe<Array<Scalars['UUID']['input']>>;
};


/** The person who asks. For a visitor everything but `isAuthenticated` is null. */
export type ViewerEnrollmentsArgs = {
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<EnrollmentStatus>;
};

/** Learners of a course run of a program to write. */
export type WriteProgramCourseEnrollmentsInput = {
  /** Identifier of the program. */
  program: Scalars['UUID']['input'];
  /** Key of a course run of the program. */
  course: Scalars['CourseKey']['input'];
  /** How to write them. */
  mode: ProgramWriteMode;
  /** 1 to 25 learners. */
  enrollments: Array<ProgramCourseEnrollmentInput>;
};

/** What came of writing learners of a course run. */
export type WriteProgramCourseEnrollmentsPayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** One for each learner, in the order of the input; empty when the LMS refused all of it. */
  results: Array<ProgramWriteResult>;
  /** The program as it is now; null when nothing was done. */
  program: Maybe<Program>;
  /** The course run as it is now; null when nothing was done, and when the LMS does not know it. */
  course: Maybe<Course>;
};

/** Learners of a program to write. */
export type WriteProgramEnrollmentsInput = {
  /** Identifier of the program. */
  program: Scalars['UUID']['input'];
  /** How to write them. */
  mode: ProgramWriteMode;
  /** 1 to 25 learners. */
  enrollments: Array<ProgramEnrollmentInput>;
};

/** What came of writing learners of a program. */
export type WriteProgramEnrollmentsPayload = {
  /** Why nothing was done; empty when it was. Failures of the gateway or of the LMS are `errors` instead. */
  userErrors: Array<UserError>;
  /** The doors into the graph again, to read whatever else the write changed, in the same request and afresh. */
  query: Query;
  /** One for each learner, in the order of the input; empty when the LMS refused all of it. */
  results: Array<ProgramWriteResult>;
  /** The program as it is now; null when nothing was done. */
  program: Maybe<Program>;
};
