"""Each endpoint that is read, with a query that needs few other endpoints."""

from dataclasses import dataclass

from tests.support.people import BOTANY, CODE, KEY, PUBLIC

SEQUENCE = "block-v1:OpenedX+DemoX+DemoCourse+type@sequential+block@a9a1dc70c0465d710f6df05c9af42db8"
EXAM = "block-v1:OpenedX+BotanyX+2026+type@sequential+block@quiz2"
PROGRAM = "8c4d2b6e-0f13-4c7a-9d55-2a61e7b9c304"
PATHWAY = "1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b"


@dataclass(frozen=True, slots=True)
class Read:
    """A query that asks an endpoint at paths that begin with `prefix`, as this user.

    Another endpoint has the fields of the `replaced` ones.
    """

    endpoint: str
    prefix: str
    query: str
    user: str = "alex"
    scheme: str = "JWT"

    @property
    def replaced(self) -> bool:
        return self.endpoint in {
            "enrollment/enrollment",
            "enrollment/enrollment/course",
            "mobile/blocks",
            "program_enrollments/user_courses",
        }


EMPTY_IS_NONE = frozenset({"enrollment/enrollment/course"})
"""Endpoints whose empty body says that there is nothing."""


def _course(
    endpoint: str, prefix: str, selection: str, user: str = "alex", scheme: str = "JWT", key: str = KEY
) -> Read:
    return Read(endpoint, prefix, f'{{ course(key: "{key}") {{ {selection} }} }}', user, scheme)


def _viewer(endpoint: str, prefix: str, selection: str, user: str = "alex", scheme: str = "JWT") -> Read:
    return Read(endpoint, prefix, f"{{ viewer {{ {selection} }} }}", user, scheme)


def _program(endpoint: str, prefix: str, selection: str, user: str = "taylor") -> Read:
    return Read(endpoint, prefix, f'{{ program(uuid: "{PROGRAM}") {{ {selection} }} }}', user)


_PROGRAMS = "/api/program_enrollments/v1"
_TEAM = "/api/team/v0/teams/green-roofs-1a2b"
_EXAMS = "/api/edx_proctoring/v1/proctored_exam"
READS = (
    _course("agreements/integrity_signature", "/api/agreements/", "integritySignature { createdAt }"),
    _course(
        "bookmarks/bookmarks", "/api/bookmarks/", "bookmarks(first: 5) { edges { node { key } } }", scheme="session"
    ),
    _viewer("certificates/certificates", "/api/certificates/", "certificates { status course { key } }"),
    _course("course_home/course_metadata", "/api/course_home/course_metadata/", "isStaff tabs { id }"),
    _course("course_home/dates", "/api/course_home/dates/", "dates { blocks { title date } }"),
    _course("course_home/navigation", "/api/course_home/v1/", "outline { sections { sequences { units { title } } } }"),
    _course("course_home/outline", "/api/course_home/outline/", "tools { url } upcomingDates { blocks { title } }"),
    _course("course_home/progress", "/api/course_home/progress/", "progress { completion { completeCount } }"),
    _course(
        "course_home/progress/student", "/api/course_home/progress/", 'progress(studentId: "12") { username }', "taylor"
    ),
    _course("course_live/iframe", "/api/course_live/", "live { iframeHtml }", key=BOTANY),
    _course("courses/blocks", "/api/courses/v2/blocks/", "blocks { key childKeys }", "anonymous", key=PUBLIC),
    _course("courses/blocks", "/api/courses/v2/blocks/", 'outline(asUser: "alex") { sections { title } }', "taylor"),
    _course("courses/course", f"/api/courses/v1/courses/{KEY}", "overviewHtml"),
    Read("courses/courses", "/api/courses/v1/courses/", f'{{ courses(keys: ["{KEY}", "{PUBLIC}"]) {{ effort }} }}'),
    Read("courses/search", "/api/courses/v1/courses/", "{ catalog(first: 5) { edges { node { key title } } } }"),
    _course("courseware/course", "/api/courseware/course/", "notes { enabled } entranceExam { enabled }"),
    _course(
        "courseware/navigation_sidebar", f"/courses/{KEY}/courseware-navigation", "navigationSidebar { isEnabled }"
    ),
    _course("courseware/search_enabled", f"/courses/{KEY}/courseware-search/", "searchEnabled"),
    _course("courseware/resume", "/api/courseware/resume/", "resume { block { key } unit { key } }"),
    _course(
        "courseware/sequence",
        "/api/courseware/sequence/",
        f'sequence(key: "{SEQUENCE}") {{ position units {{ key }} }}',
    ),
    _viewer("credit/eligibility", "/api/credit/v1/eligibility/", f'creditEligibility(course: "{KEY}") {{ deadline }}'),
    Read("credit/providers", "/api/credit/v1/providers/", "{ creditProviders { displayName } }"),
    _course("discussion/courses", "/api/discussion/v1/courses/", "discussion { provider userRoles }"),
    _course("discussion/course_topics", "/api/discussion/v2/", "discussion { topics { name } }"),
    _course("discussion/topic_categories", "/api/discussion/v1/course_topics/", "discussion { categories { name } }"),
    _course(
        "discussion/threads",
        "/api/discussion/v1/threads/",
        "discussion { threads(first: 5) { edges { node { title } } } }",
    ),
    _course("discussion/topic_tree", "/api/discussion/v3/", "discussion { topicSections { title } }"),
    _course(
        "discussion/settings",
        f"/api/discussion/v1/courses/{KEY}/settings",
        "discussion { settings { divisionScheme } }",
        "taylor",
    ),
    _course(
        "discussion/threads/reported",
        "/api/discussion/v1/threads/",
        "discussion { threads(first: 5, status: FLAGGED) { edges { node { title } } } }",
        "taylor",
    ),
    _course("cohorts/cohorts", "/api/cohorts/", "cohorts { name }", "taylor"),
    _course(
        "discussion/activity_stats",
        f"/api/discussion/v1/courses/{KEY}/activity_stats",
        "discussion { learners(first: 5) { edges { node { username threads } } } }",
    ),
    _course(
        "discussion/learner",
        f"/api/discussion/v1/courses/{KEY}/learner/",
        'discussion { learner(username: "sam") { username posts(first: 5) { edges { node { title } } } } }',
    ),
    Read("discussion/thread", "/api/discussion/v1/threads/1/", '{ thread(id: "1") { title author } }'),
    Read(
        "discussion/comments",
        "/api/discussion/v1/comments/?",
        '{ thread(id: "1") { title comments(first: 5) { edges { node { author } } } } }',
    ),
    Read("discussion/comment", "/api/discussion/v1/comments/2/", '{ comment(id: "2") { author rawBody } }'),
    Read(
        "discussion/comment/parent",
        "/api/discussion/v1/comments/2/",
        '{ comment(id: "3") { author parent { author rawBody } } }',
    ),
    Read("user/accounts", "/api/user/v1/accounts", '{ comment(id: "2") { author authorImageUrl } }'),
    Read(
        "discussion/replies",
        "/api/discussion/v1/comments/",
        '{ thread(id: "2") { comments(first: 1) { edges { node { lmsId replies { edges { node { author } } } } } } } }',
    ),
    _course("enrollment/course", "/api/enrollment/v1/course/", "modes { slug minPrice }"),
    Read(
        "enrollment/enrollment",
        "/api/enrollment/v1/enrollment",
        f'{{ courses(keys: ["{KEY}", "{PUBLIC}"]) {{ enrollment {{ created mode }} }} }}',
    ),
    _course("enrollment/enrollment/course", "/api/enrollment/v1/enrollment/", "enrollment { created mode }"),
    _viewer("enrollment/roles", "/api/enrollment/v1/roles/", "isGlobalStaff courseRoles { role }", "taylor"),
    _course("grades/gradebook", "/api/grades/", "gradebook(first: 5) { edges { node { username } } }", "taylor"),
    _course("grades/grading-info", "/api/grades/", "gradingInfo { cutoffs { letter } }", "taylor"),
    _course("grades/policy", "/api/grades/", "assignmentTypePolicies { assignmentType }", "taylor"),
    _viewer("learner_home/init", "/api/learner_home/", "emailConfirmation { isNeeded }"),
    _viewer("learner_home/init", "/api/learner_home/", "enrollments(first: 5) { edges { node { canUpgrade } } }"),
    _viewer("learner_pathway_progress/progress", "/api/learner-pathway-progress/", "learningPathways { title }"),
    _course(
        "learning_sequences/course_outline",
        "/api/learning_sequences/",
        "outline { sections { sequences { accessible } } }",
    ),
    _course("mobile/blocks", "/api/mobile/v4/course_info/blocks/", "blocks { key displayName }"),
    _viewer(
        "mobile/course_enrollments",
        "/api/mobile/v4/users/",
        "enrollments(first: 5, status: IN_PROGRESS) { edges { node { mode } } }",
    ),
    _viewer("mobile/course_enrollments", "/api/mobile/v4/users/", "primaryEnrollment { mode course { key } }"),
    _course("mobile/position", "/api/mobile/v1/users/", "storedPath"),
    _course("mobile/updates", "/api/mobile/v4/course_info/", "updates { date contentHtml }"),
    _viewer("program_enrollments/programs", f"{_PROGRAMS}/programs/enrollments/", "programs { slug }"),
    _program(
        "program_enrollments/user_courses", f"{_PROGRAMS}/users/", "courseRuns { edges { node { url } } }", "alex"
    ),
    _program("program_enrollments/enrollments", f"{_PROGRAMS}/programs/", "enrollments { edges { node { status } } }"),
    _program(
        "program_enrollments/course_enrollments",
        f"{_PROGRAMS}/programs/{PROGRAM}/courses/{BOTANY}/",
        f'courseEnrollments(course: "{BOTANY}") {{ edges {{ node {{ status }} }} }}',
    ),
    _program(
        "program_enrollments/course_grades",
        f"{_PROGRAMS}/programs/{PROGRAM}/courses/{BOTANY}/",
        f'courseGrades(course: "{BOTANY}") {{ edges {{ node {{ passed }} }} }}',
    ),
    _program("programs/progress_details", "/api/dashboard/", "progress { courses { completed } }", "alex"),
    _course("proctoring/state", f"{_EXAMS}/attempt/", "examState { activeAttempt { status } }"),
    _course(
        "proctoring/settings",
        f"{_EXAMS}/settings/",
        f'examState(sequence: "{EXAM}") {{ exam {{ proctoring {{ providerName }} }} }}',
        key=BOTANY,
    ),
    _course(
        "proctoring/review_policy",
        f"{_EXAMS}/review_policy/",
        f'examState(sequence: "{EXAM}") {{ exam {{ reviewPolicy {{ text }} }} }}',
        key=BOTANY,
    ),
    _course(
        "proctoring/onboarding", "/api/edx_proctoring/v1/user_onboarding/", "proctoringOnboarding { url }", key=BOTANY
    ),
    _viewer("user/account", "/api/user/v1/accounts/alex", "name email"),
    Read("user/account", "/api/user/v1/accounts/sam", '{ profile(username: "sam") { username bio } }'),
    _viewer("notifications/count", "/api/notifications/count/", "notifications { unseenCount }"),
    _viewer(
        "notifications/list", "/api/notifications/?", "notifications { list(first: 5) { edges { node { type } } } }"
    ),
    _viewer("notifications/v3/configurations", "/api/notifications/v3/", "notificationSettings { apps { app } }"),
    _course("team/topics", "/api/team/v0/topics/?", "teamSets { name }", scheme="session", key=BOTANY),
    _course(
        "team/teams",
        "/api/team/v0/teams/?",
        "teamSets { teams(first: 5) { edges { node { name } } } }",
        "taylor",
        scheme="session",
        key=CODE,
    ),
    _course(
        "team/memberships", "/api/team/v0/team_membership/", "viewerTeams { joined }", scheme="session", key=BOTANY
    ),
    Read("team/team", f"{_TEAM}?", '{ team(id: "green-roofs-1a2b") { name } }', scheme="session"),
    Read(
        "team/assignments",
        f"{_TEAM}/assignments",
        '{ team(id: "green-roofs-1a2b") { assignments { displayName } } }',
        scheme="session",
    ),
    Read(
        "team/topic",
        "/api/team/v0/topics/garden,",
        '{ team(id: "green-roofs-1a2b") { teamSet { name } } }',
        scheme="session",
    ),
    _viewer("third_party_auth/user_status", "/api/third_party_auth/", "linkedAccounts { isConnected }"),
    _viewer("name_affirmation/history", "/api/edx_name_affirmation/", "verifiedNames { status }"),
    _viewer("name_affirmation/verified_name", "/api/edx_name_affirmation/", "verifiedName { status }", "morgan"),
    _viewer("enterprise/learner", "/enterprise/", "managedBy { name }", "morgan"),
    _viewer("verify_student/status", "/verify_student/", "identityCheck { canVerify }"),
    Read("user/registration", "/api/user/v1/account/registration/", "{ countries { code name } }"),
    Read("user/time_zones", "/api/user/v1/preferences/time_zones/", "{ timeZones { name description } }"),
    _viewer("user/me", "/api/user/v1/me", "username"),
    _viewer("user/preferences", "/api/user/v1/preferences/", "preferences { key } timezone"),
    _viewer("user/verification_status", "/api/user/v1/accounts/alex/verification_status/", "verification { status }"),
    _viewer("user_tours/discussion_tours", "/api/user_tours/discussion_tours/", "discussionTours { isShown }"),
    _viewer("user_tours/user", "/api/user_tours/", "tour { showCoursewareTour }"),
)
ELSEWHERE = frozenset(
    {
        "csrf/token",
        "edx_course_runs",
        "grades/gradebook-entry",
        "notifications/configurations",
        "notifications/v2/configurations",
        "program_enrollments/overview",
    }
)
"""What is relayed as it is, the other service, what is asked after a write or for an id only, what stands in for
another, and what only older releases have."""
