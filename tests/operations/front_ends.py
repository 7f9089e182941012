"""What the Open edX front ends ask the LMS themselves for what each query shows, as read from their code.

Milliseconds are the medians of warm calls of a live LMS: an endpoint's weight, or a measurement of one that the gateway
never asks.
"""

from typing import NamedTuple

from loaders.endpoint import Auth, Endpoint
from loaders.endpoints.account import (
    ENTERPRISE_LEARNER,
    IDENTITY_CHECK,
    LINKED_ACCOUNTS,
    REGISTRATION_FORM,
    TIME_ZONES,
    VERIFIED_NAMES,
)
from loaders.endpoints.block import BLOCKS
from loaders.endpoints.bookmark import BOOKMARKS
from loaders.endpoints.catalog import CATALOG_COURSE, CATALOG_SEARCH, COURSE_RUNS
from loaders.endpoints.certificate import CERTIFICATES
from loaders.endpoints.course import (
    COURSE_METADATA,
    COURSE_MODES,
    COURSEWARE_COURSE,
    COURSEWARE_SEARCH,
    NAVIGATION_SIDEBAR,
)
from loaders.endpoints.course import LEARNING_SEQUENCES as SEQUENCES
from loaders.endpoints.course_live import LIVE
from loaders.endpoints.credit import CREDIT_ELIGIBILITY, CREDIT_PROVIDERS
from loaders.endpoints.dates import DATES
from loaders.endpoints.discussion import (
    ACTIVITY_STATS,
    COMMENT,
    COMMENTS,
    DISCUSSION,
    LEARNER_THREADS,
    REPLIES,
    THREAD,
    THREADS,
    TOPIC_CATEGORIES,
    TOPIC_TREE,
    TOPICS,
)
from loaders.endpoints.enrollment import ENROLLMENT, ENROLLMENTS
from loaders.endpoints.exam import EXAM_REVIEW_POLICY, EXAM_SETTINGS, EXAM_STATE, ONBOARDING
from loaders.endpoints.gradebook import GRADEBOOK, GRADING_INFO
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_BLOCKS, MOBILE_ENROLLMENTS, MOBILE_POSITION, MOBILE_UPDATES
from loaders.endpoints.notification import NOTIFICATION_COUNT, NOTIFICATION_SETTINGS_3, NOTIFICATIONS
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.pathways import PATHWAYS
from loaders.endpoints.people import ACCOUNTS
from loaders.endpoints.programs import (
    PROGRAM_COURSE_ENROLLMENTS,
    PROGRAM_COURSE_GRADES,
    PROGRAM_ENROLLMENTS,
    PROGRAM_OVERVIEW,
    PROGRAM_PROGRESS,
    PROGRAMS,
)
from loaders.endpoints.progress import PROGRESS
from loaders.endpoints.resume import RESUME
from loaders.endpoints.roles import ROLES
from loaders.endpoints.sequence import SEQUENCE
from loaders.endpoints.team import TEAM, TEAM_ASSIGNMENTS, TEAM_MEMBERSHIPS, TEAM_SET, TEAM_SETS, TEAMS
from loaders.endpoints.viewer import ACCOUNT, DISCUSSION_TOURS, PREFERENCES, TOUR, VERIFICATION

WEB, APP = Auth.JS, Auth.JWT
"""How front ends sign in: those on the web by session and by a JWT in cookies, the apps by a JWT."""


class Other(NamedTuple):
    """An endpoint that the gateway never asks."""

    name: str
    weight: int


_COHORTS = Other("cohorts", 20)
_APP_COURSE = Other("mobile/enrollment_details", 61)
_APP_HANDOUTS = Other("mobile/handouts", 40)

CARDS = 25
"""Courses of the catalogue's cards: a page of them asks for each by itself."""

Calls = list[Endpoint | Other]

# The list of bookmarks is a page of its own today.
_UNIT: Calls = [
    COURSEWARE_COURSE,
    SEQUENCES,
    COURSE_METADATA,
    NAVIGATION_SIDEBAR,
    RESUME,
    SEQUENCE,
    NAVIGATION,
    TOUR,
    DISCUSSION,
]
_UNIT += [TOPICS, BOOKMARKS]

# The page asks for all blocks of the course, only to name the sections and units of topics.
_DISCUSSIONS: Calls = [DISCUSSION, COURSE_METADATA, BLOCKS, TOPIC_TREE]
_ACCOUNT: Calls = [ACCOUNT, PREFERENCES, LINKED_ACCOUNTS, TIME_ZONES, REGISTRATION_FORM, VERIFIED_NAMES]
_ACCOUNT += [NOTIFICATION_SETTINGS_3]

FRONT_ENDS: dict[str, tuple[Auth, Calls]] = {
    "pages/course_home:CourseHomePage": (WEB, [COURSE_METADATA, OUTLINE, TOUR, COURSEWARE_SEARCH]),
    "pages/dates:DatesPage": (WEB, [COURSE_METADATA, DATES, TOUR]),
    # One call more for each subsection, to ask for exams: left out, as it depends on the course.
    "pages/progress:ProgressPage": (WEB, [COURSE_METADATA, PROGRESS, TOUR]),
    "pages/courseware:CoursewarePage": (
        WEB,
        _UNIT,
    ),
    "pages/dashboard:DashboardPage": (WEB, [LEARNER_HOME]),
    "pages/records:MyCertificates": (WEB, [CERTIFICATES]),
    "pages/records:CreditPage": (WEB, [CREDIT_ELIGIBILITY, CREDIT_PROVIDERS]),
    "pages/course_about:CourseCards": (WEB, [*[CATALOG_COURSE] * CARDS, COURSE_RUNS]),
    "pages/course_about:CourseAbout": (WEB, [CATALOG_COURSE, COURSE_MODES, ENROLLMENT]),
    "pages/course_about:CatalogSearch": (APP, [CATALOG_SEARCH]),
    # The gallery, the list of courses in progress, and the account.
    "mobile/app:MobileDashboard": (APP, [MOBILE_ENROLLMENTS, MOBILE_ENROLLMENTS, ACCOUNT]),
    "mobile/app:MobileCourse": (APP, [_APP_COURSE, MOBILE_BLOCKS, MOBILE_POSITION, _APP_HANDOUTS, MOBILE_UPDATES]),
    "mobile/app:MobileProfile": (APP, [ACCOUNT, PREFERENCES, VERIFICATION]),
    "mobile/app:MobileDiscussion": (APP, [DISCUSSION, TOPIC_CATEGORIES, THREADS]),
    "mobile/app:MobileTopics": (APP, [DISCUSSION, TOPIC_CATEGORIES]),
    "mobile/app:MobileCategories": (APP, [DISCUSSION, TOPIC_CATEGORIES]),
    "mobile/app:MobilePosition": (APP, [_APP_COURSE, MOBILE_POSITION]),
    "mobile/app:MobileDiscussionSearch": (APP, [THREADS]),
    "mobile/app:MobileThread": (APP, [THREAD, COMMENTS]),
    "pages/discussions:DiscussionsPage": (WEB, [*_DISCUSSIONS, THREADS]),
    # One call for each response with replies: of a page of ten, all.
    "pages/discussions:DiscussionThread": (WEB, [THREAD, COMMENTS, *[REPLIES] * 10]),
    # A link to a response opens the thread's screen first: its list of responses is where the apps have the picture of
    # the author from, as the response alone comes without it.
    "discussions/discussions:DiscussionComment": (APP, [THREAD, COMMENTS, COMMENT, REPLIES]),
    "pages/discussions:DiscussionLearners": (WEB, [DISCUSSION, COURSE_METADATA, ACTIVITY_STATS, ACCOUNTS]),
    "pages/discussions:DiscussionLearnerPosts": (WEB, [DISCUSSION, COURSE_METADATA, LEARNER_THREADS, ACCOUNTS]),
    "pages/discussions:DiscussionTopics": (WEB, _DISCUSSIONS),
    "programs/programs:Programs": (WEB, [PROGRAMS]),
    "programs/programs:ProgramPage": (WEB, [PROGRAM_OVERVIEW, PROGRAM_PROGRESS]),
    "programs/programs:ProgramRoster": (WEB, [PROGRAM_ENROLLMENTS, PROGRAM_COURSE_ENROLLMENTS, PROGRAM_COURSE_GRADES]),
    "programs/programs:Pathways": (WEB, [PATHWAYS]),
    "pages/exams:ExamPage": (WEB, [COURSE_METADATA, EXAM_STATE]),
    "pages/exams:ExamInstructions": (WEB, [COURSE_METADATA, EXAM_STATE, EXAM_SETTINGS, EXAM_REVIEW_POLICY]),
    "exams/exams:RunningExam": (WEB, [COURSE_METADATA, EXAM_STATE]),
    "exams/exams:ProctoringPanel": (WEB, [COURSE_METADATA, OUTLINE, ONBOARDING]),
    "pages/people:ProfilePage": (WEB, [ACCOUNT, CERTIFICATES, REGISTRATION_FORM, PREFERENCES]),
    # And the page of identity verification, which asks for the names again.
    "pages/people:AccountSettingsPage": (WEB, [*_ACCOUNT, IDENTITY_CHECK, ENROLLMENTS, VERIFIED_NAMES]),
    "pages/notifications:NotificationTray": (WEB, [NOTIFICATION_COUNT, NOTIFICATIONS]),
    "notifications/notifications:NotificationCounts": (WEB, [NOTIFICATION_COUNT]),
    "people/people:SuggestedTimeZones": (WEB, [TIME_ZONES]),
    "people/people:ManagedAccount": (WEB, [ACCOUNT, ENTERPRISE_LEARNER, VERIFIED_NAMES]),
    "people/people:MobilePerson": (APP, [ACCOUNT]),
    "pages/shell:CourseShell": (WEB, [COURSE_METADATA, NAVIGATION_SIDEBAR, COURSEWARE_SEARCH]),
    "pages/shell:LiveTab": (WEB, [COURSE_METADATA, LIVE]),
    "shell/shell:DiscussionTours": (WEB, [DISCUSSION_TOURS]),
    "dashboard/dashboard:DashboardShell": (WEB, [LEARNER_HOME]),
    # The page of each of five team-sets.
    "pages/teams:TeamsPage": (WEB, [COURSE_METADATA, TEAM_SETS, *[TEAMS] * 5]),
    "teams/teams:ViewerTeams": (WEB, [COURSE_METADATA, TEAM_MEMBERSHIPS]),
    "pages/teams:TeamPage": (WEB, [TEAM, TEAM_SET, TEAM_ASSIGNMENTS, THREADS]),
    "staff/gradebook:Gradebook": (WEB, [ROLES, GRADEBOOK, COURSE_MODES, _COHORTS, GRADING_INFO]),
}
"""Each query's calls, and how they are signed in."""
