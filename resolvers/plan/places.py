"""The places of objects that are found by id: the fields that lead to them from a course, a program or the viewer.

The parts of an id determine the course, block or person. The object is the one at its place with the same id.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

COURSE, DISCUSSION, ENTRY, PROFILE, PROGRAM, REFERENCE, VIEWER = (
    "Course",
    "Discussion",
    "GradebookEntry",
    "Profile",
    "Program",
    "BlockReference",
    "Viewer",
)


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A field on the path. `given` maps its arguments to parts of the id. If `many`, the arguments take lists."""

    name: str
    given: Mapping[str, str] = field(default_factory=dict)
    many: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """The path to the objects of a type from a `holder` type. The part `key` of their ids identifies the holder."""

    holder: str
    steps: tuple[Step, ...]
    key: str = ""


_ARGUMENTS = {
    "outline": Step("outline", {"asUser": "learner"}),
    "progress": Step("progress", {"asUser": "learner"}),
    "sequence": Step("sequence", {"key": "block"}),
    "creditEligibility": Step("creditEligibility", {"course": "key"}),
    "learningPathways": Step("learningPathways", {"uuids": "pathway"}, many=True),
    "counts": Step("counts", {"types": "type"}, many=True),
    "learner": Step("learner", {"username": "learner"}),
}
"""Fields with an argument that takes a part of the id, if the id has that part."""


def _place(holder: str, path: str, key: str) -> Place:
    return Place(holder, tuple(_ARGUMENTS.get(name, Step(name)) for name in path.split(".")), key)


def _course(*paths: str, key: str = "key") -> tuple[Place, ...]:
    return tuple(_place(COURSE, path, key) for path in paths)


def _discussion(*paths: str) -> tuple[Place, ...]:
    return tuple(_place(DISCUSSION, path, "key") for path in paths)


def _program(path: str) -> tuple[Place, ...]:
    return (_place(PROGRAM, path, "uuid"),)


def _profile(path: str) -> tuple[Place, ...]:
    return (_place(PROFILE, path, "username"),)


def _viewer(*paths: str) -> tuple[Place, ...]:
    return tuple(_place(VIEWER, path, "") for path in paths)


_UNITS = "outline.sections.sequences.units"
_SCORES = "progress.sections.subsections"
_HOME = "enrollments.edges.node.entitlement"

PLACES: Mapping[str, tuple[Place, ...]] = {
    "AccessExpiration": _course("accessExpiration", "progress.accessExpiration"),
    "AccountManager": _viewer("managedBy"),
    "AssignmentPolicy": _course("progress.gradingPolicy.assignmentPolicies"),
    "AssignmentProgress": _course("blocks.assignmentProgress"),
    "AssignmentTypeSummary": _course("progress.assignmentTypeSummaries"),
    "AssignmentTypePolicy": _course("assignmentTypePolicies"),
    "AuthorizationDenial": _course("blocks.authorizationDenial"),
    "Block": _course("blocks"),
    "BlockCount": _course("blocks.counts"),
    "BlockReference": (Place(REFERENCE, (), "key"),),
    "BlockVideo": _course("blocks.video"),
    "Bookmark": _course("bookmarks.edges.node"),
    "CatalogEffort": _course("catalogRun.effort", key="run"),
    "CatalogRun": _course("catalogRun", key="run"),
    "Celebrations": _course("celebrations"),
    "Certificate": _viewer("certificates"),
    "Cohort": _course("cohorts"),
    "CompletionSummary": _course("progress.completion"),
    "CourseAccess": _course("access"),
    "CourseCertificate": _course("certificate", "progress.certificate"),
    "CourseDate": (
        *_course("dates.blocks", "upcomingDates.blocks"),
        *_viewer("primaryEnrollment.assignments.upcoming", "primaryEnrollment.assignments.past"),
    ),
    "CourseDates": _course("dates"),
    "CourseGoals": _course("goals"),
    "CourseGrade": _course("progress.courseGrade"),
    "CourseImage": _course("media.image"),
    "CourseMedia": _course("media"),
    "CourseMode": _course("modes"),
    "CourseModeName": _course("allModes"),
    "CourseNotes": _course("notes"),
    "CourseRole": _viewer("courseRoles"),
    "CourseTab": _course("tabs"),
    "CourseTool": _course("tools"),
    "CourseUpdate": _course("updates"),
    "CoursewareAccess": _course("enrollment.coursewareAccess"),
    "CreditEligibility": _viewer("creditEligibility"),
    "CreditRequirement": _course("progress.creditRequirements.requirements"),
    "CreditRequirements": _course("progress.creditRequirements"),
    "DatesBanner": _course("datesBanner"),
    "DiscussionBlackout": _discussion("blackouts"),
    "DiscussionCaptcha": _discussion("captcha"),
    "DiscussionCategory": _discussion("categories"),
    "DiscussionCategoryTopic": _discussion("categories.topics", "generalTopics"),
    "DiscussionLearner": _discussion("learner"),
    "DiscussionReason": _discussion("editReasons", "closeReasons"),
    "DiscussionSettings": _discussion("settings"),
    "DiscussionTopic": _discussion("topics", "archivedTopics"),
    "DiscussionTopicSection": _discussion("topicSections"),
    "DiscussionTopicSequence": _discussion("topicSections.sequences"),
    "DiscussionTour": _viewer("discussionTours"),
    "EmailConfirmation": _viewer("emailConfirmation"),
    "EnrollAlert": _course("enrollAlert"),
    "EnrollmentAssignments": _course("enrollment.assignments"),
    "EnrollmentCertificate": _course("enrollment.certificate"),
    "EnrollmentCredit": _course("enrollment.credit"),
    "Entitlement": _viewer("entitlements", _HOME),
    "EntitlementSession": _viewer("entitlements.availableSessions", f"{_HOME}.availableSessions"),
    "EnterpriseDashboard": _viewer("enterpriseDashboard"),
    "EntranceExam": _course("entranceExam"),
    "ExtendedProfileField": _viewer("extendedProfile"),
    "FieldVisibility": _profile("visibility"),
    "GatedContent": _course("sequence.gatedContent"),
    "GradeCutoff": _course("progress.gradingPolicy.gradeRange", "gradingInfo.cutoffs"),
    "GradeData": _course("enrollment.gradeData"),
    "GradeOverride": _course(f"{_SCORES}.override"),
    "GradebookAssignmentType": _course("gradingInfo.assignmentTypes"),
    "GradebookEntry": (Place(ENTRY, (), "key"),),
    "GradebookSection": (_place(ENTRY, "sections", "key"),),
    "GradedSubsection": _course("gradingInfo.subsections"),
    "GradingInfo": _course("gradingInfo"),
    "GradingPolicy": _course("progress.gradingPolicy"),
    "IdentityCheck": _viewer("identityCheck"),
    "IdentityVerification": _viewer("verification"),
    "IntegritySignature": _course("integritySignature"),
    "LanguageProficiency": (*_viewer("languageProficiencies"), *_profile("languageProficiencies")),
    "LastVisited": _course("lastVisited"),
    "LearningPathway": _viewer("learningPathways"),
    "LiveSession": _course("live"),
    "NavigationSidebar": _course("navigationSidebar"),
    "LinkedAccount": _viewer("linkedAccounts"),
    "NotificationAppCount": _viewer("notifications.counts"),
    "NotificationSettings": _viewer("notificationSettings"),
    "Notifications": _viewer("notifications"),
    "Offer": _course("offer"),
    "Outline": _course("outline"),
    "OutlineCompletion": _course("outline.sections.completion", "outline.sections.sequences.completion"),
    "PathwayCourse": _viewer("learningPathways.steps.courses"),
    "PathwayCourseKey": _viewer("learningPathways.steps.programs.courses"),
    "PathwayProgram": _viewer("learningPathways.steps.programs"),
    "PathwayStep": _viewer("learningPathways.steps"),
    "PlatformSettings": _viewer("platformSettings"),
    "Preference": _viewer("preferences"),
    "ProblemScore": _course(f"{_SCORES}.problemScores"),
    "ProgramCourseCounts": _program("progress.courses"),
    "ProgramCourseRun": _program("courseRuns.edges.node"),
    "ProgramDueDate": _program("courseRuns.edges.node.dueDates"),
    "ProgramProgress": _program("progress"),
    "Profile": (Place(PROFILE, (), "username"),),
    "ProfileCertificate": _profile("certificates"),
    "ProctoringOnboarding": _course("proctoringOnboarding"),
    "Progress": _course("progress"),
    "Resume": _course("resume"),
    "ScheduledSequence": _course("outline.scheduledSequences"),
    "Section": _course("outline.sections"),
    "SectionScore": _course("progress.sections"),
    "SelectedGoal": _course("goals.selectedGoal"),
    "Sequence": _course("outline.sections.sequences", "sequence"),
    "SocialLink": (*_viewer("socialLinks"), *_profile("socialLinks")),
    "SocialShare": _viewer("socialShareSettings"),
    "SubsectionScore": _course(_SCORES),
    "SuggestedCourse": _viewer("suggestedCourses"),
    "TeamSet": _course("teamSets"),
    "ThreadCounts": _discussion(
        "topics.threadCounts",
        "topicSections.sequences.threadCounts",
        "categories.topics.threadCounts",
        "generalTopics.threadCounts",
    ),
    "Tour": _viewer("tour"),
    "Unit": _course(_UNITS, "sequence.units"),
    "UnitCompletion": _course(f"{_UNITS}.completion"),
    "UpcomingDates": _course("upcomingDates"),
    "VerificationData": _course("progress.verification"),
    "VerifiedName": _viewer("verifiedNames"),
    "VerifiedMode": _course("verifiedMode", "progress.verifiedMode"),
    "VideoEncoding": _course("blocks.video.encodings"),
    "VideoTranscript": _course("blocks.video.transcripts"),
}
"""The places of each type, the most likely one first. The next one is searched if the object is not found."""
