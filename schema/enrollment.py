"""Enrolments."""

from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from loaders.endpoints.course import COURSE_METADATA, COURSEWARE_COURSE
from loaders.endpoints.enrollment import ENROLLMENTS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENT, MOBILE_ENROLLMENTS
from loaders.endpoints.outline import OUTLINE
from resolvers.source import Source, around, at, beside, by_key, joined, known, made, named
from schema.course.parts import CoursewareAccess
from schema.dates import CourseDate
from schema.declare import field, identified, relation
from schema.learner_home import (
    EnrollmentCredit,
    EnrollmentProgram,
    Entitlement,
    GradeData,
    certificate_status,
    entitlement_of,
)
from schema.relay import Node, PageInfo
from schema.resume import LastVisited, visited
from schema.scalars import URL, DateTime

if TYPE_CHECKING:
    from schema.course.course import Course


def _mobile(*paths: str, gate: str | None = None, via: Any = None) -> tuple[Source, Source]:
    """What only the mobile API tells, in a list of enrolments and of a single one."""
    return at(MOBILE_ENROLLMENTS, *paths, gate=gate, via=via), at(MOBILE_ENROLLMENT, *paths, gate=gate, via=via)


def _or_none(value: Any) -> Any:
    """None for the empty object by which the LMS says that there is none."""
    return value or None


@strawberry.type(description="How the viewer's certificate stands, as lists of enrolments show it.")
class EnrollmentCertificate(Node):
    id: strawberry.ID = identified(around("key"))
    status: str | None = field(
        "Known values: `downloadable`, `earned_but_not_available`, `notpassing`, `restricted`.",
        at(LEARNER_HOME, "isRestricted", "isDownloadable", "isEarned", via=certificate_status),
    )
    is_earned: bool | None = field("Whether it was earned.", at(LEARNER_HOME, "isEarned"))
    is_downloadable: bool | None = field("Whether it can be had now.", at(LEARNER_HOME, "isDownloadable"))
    is_restricted: bool | None = field("Whether the viewer may not have one.", at(LEARNER_HOME, "isRestricted"))
    available_date: DateTime | None = field(
        "From when it can be seen; null when nothing is announced.", at(LEARNER_HOME, "availableDate")
    )
    preview_url: URL | None = field("Where it is shown.", at(LEARNER_HOME, "certPreviewUrl"))
    download_url: URL | None = field("Where the apps open it; null when there is none to open.", *_mobile("url"))


@strawberry.type(description="The graded subsections of a course, counted, and the dates of some.")
class EnrollmentAssignments(Node):
    id: strawberry.ID = identified(around("key"))
    completed: int = field("How many are done.", *_mobile("course_progress.assignments_completed"))
    total: int = field("How many there are.", *_mobile("course_progress.total_assignments_count"))
    upcoming: list[CourseDate] | None = field(
        "What is due on the next day with deadlines; told of the primary enrolment only.",
        *_mobile("course_assignments.future_assignments"),
    )
    past: list[CourseDate] | None = field(
        "What was due; told of the primary enrolment only.",
        *_mobile("course_assignments.past_assignments"),
    )


@strawberry.type(
    description="The viewer's enrolment in a course. What only the mobile API knows is null in courses that the apps "
    "cannot show."
)
class Enrollment(Node):
    id: strawberry.ID = identified(
        named("key", beside(at(LEARNER_HOME, "courseRun.courseId")), beside(at(MOBILE_ENROLLMENTS, "course.id")))
    )
    course: Annotated["Course", strawberry.lazy("schema.course.course")] | None = relation(
        "The course.",
        at(LEARNER_HOME),
        at(MOBILE_ENROLLMENTS, "course"),
        key=(
            at(LEARNER_HOME, "courseRun.courseId"),
            at(MOBILE_ENROLLMENTS, "course.id"),
            at(ENROLLMENTS, "course_details.course_id"),
            known("key"),
        ),
    )
    is_active: bool = field(
        "Whether the enrolment holds.",
        at(COURSE_METADATA, "is_enrolled"),
        at(COURSEWARE_COURSE, "is_active"),
        at(ENROLLMENTS, "is_active"),
        beside(at(LEARNER_HOME, "enrollment.isEnrolled")),
        beside(at(MOBILE_ENROLLMENTS, "is_active")),
    )
    mode: str | None = field(
        "Known values: `audit`, `honor`, `verified`, `professional`, `no-id-professional`, `credit`, `masters`, "
        "`executive-education`.",
        at(OUTLINE, "enrollment_mode"),
        at(COURSEWARE_COURSE, "mode"),
        at(ENROLLMENTS, "mode"),
        beside(at(LEARNER_HOME, "enrollment.mode")),
        beside(at(MOBILE_ENROLLMENTS, "mode")),
    )
    created: DateTime | None = field(
        "When the viewer first enrolled; enrolling again keeps it.",
        at(ENROLLMENTS, "created"),
        beside(at(LEARNER_HOME, "enrollment.lastEnrolled")),
        beside(at(MOBILE_ENROLLMENTS, "created")),
    )
    access_expiration_date: DateTime | None = field(
        "When the viewer's audit access ends; null when it does not.",
        at(LEARNER_HOME, "enrollment.accessExpirationDate"),
        at(MOBILE_ENROLLMENTS, "audit_access_expires"),
    )
    is_verified: bool | None = field(
        "Whether the viewer takes the course in a verified mode.", at(LEARNER_HOME, "enrollment.isVerified")
    )
    is_audit: bool | None = field("Whether the viewer takes it for free.", at(LEARNER_HOME, "enrollment.isAudit"))
    is_audit_access_expired: bool | None = field(
        "Whether the viewer's audit access has ended.", at(LEARNER_HOME, "enrollment.isAuditAccessExpired")
    )
    can_upgrade: bool | None = field(
        "Whether the viewer can change to a paid mode.", at(LEARNER_HOME, "enrollment.canUpgrade")
    )
    upgrade_url: URL | None = field("Where to upgrade.", at(LEARNER_HOME, "courseRun.upgradeUrl"))
    unenroll_url: URL | None = field(
        "Where the LMS tells what leaving the course gives back.", at(LEARNER_HOME, "courseRun.unenrollUrl")
    )
    has_started: bool | None = field(
        "Whether the viewer has begun: there is a place to resume at.", at(LEARNER_HOME, "enrollment.hasStarted")
    )
    resume_url: URL | None = field(
        "Where to go on; null before the viewer has begun.", at(LEARNER_HOME, "courseRun.resumeUrl")
    )
    is_email_enabled: bool | None = field(
        "Whether the course team can send e-mail to its learners.", at(LEARNER_HOME, "enrollment.isEmailEnabled")
    )
    has_opted_out_of_email: bool | None = field(
        "Whether the viewer wants no e-mail of the course.", at(LEARNER_HOME, "enrollment.hasOptedOutOfEmail")
    )
    has_unmet_prerequisites: bool | None = field(
        "Whether another course has to be finished first.",
        at(LEARNER_HOME, "enrollment.coursewareAccess.hasUnmetPrerequisites"),
    )
    is_too_early: bool | None = field(
        "Whether the course has not begun yet.", at(LEARNER_HOME, "enrollment.coursewareAccess.isTooEarly")
    )
    is_staff: bool | None = field(
        "Whether the viewer has staff access.", at(LEARNER_HOME, "enrollment.coursewareAccess.isStaff")
    )
    courseware_access: CoursewareAccess | None = field(
        "Whether the viewer may enter the course in the apps, which have rules of their own, and if not, why.",
        *_mobile("course.courseware_access"),
    )
    certificate: EnrollmentCertificate | None = field(
        "How the viewer's certificate stands, also before there is one.",
        at(LEARNER_HOME, "certificate"),
        at(MOBILE_ENROLLMENTS, "certificate"),
        joined(at(MOBILE_ENROLLMENT, "certificate")),
    )
    grade_data: GradeData | None = field("The viewer's result.", at(LEARNER_HOME, "gradeData"))
    programs: list[EnrollmentProgram] | None = field(
        "Programs that the course belongs to.", at(LEARNER_HOME, "programs.relatedPrograms")
    )
    entitlement: Entitlement | None = field(
        "The entitlement by which the viewer enrolled; null when there is none.",
        at(LEARNER_HOME, "entitlement", "course", "courseProvider", "programs.relatedPrograms", via=entitlement_of),
    )
    credit: EnrollmentCredit | None = field(
        "Academic credit for the course; null when the viewer is not eligible.",
        at(LEARNER_HOME, "credit", via=_or_none),
    )
    last_visited: LastVisited | None = field(
        "Where the viewer left off; told of the primary enrolment only. Null before anything was completed.",
        *_mobile("course_status", via=visited),
    )
    assignments: EnrollmentAssignments | None = field(
        "How many assignments are done.", *_mobile(gate="course_progress")
    )


@strawberry.type(description="One entry of a list of enrolments.")
class EnrollmentEdge:
    id: strawberry.ID = identified(around("page"), made("cursor"))
    cursor: str = field("Where this entry lies, for `after`.", made("cursor"))
    node: Enrollment = field(
        "The entry.",
        made("node"),
        joined(at(LEARNER_HOME)),
        joined(at(MOBILE_ENROLLMENTS)),
        joined(at(MOBILE_ENROLLMENT)),
    )


@strawberry.type(description="A page of a list of enrolments.")
class EnrollmentConnection:
    id: strawberry.ID = identified(around("page"))
    edges: list[EnrollmentEdge] = field(
        "The entries of this page, in order.",
        made("edges"),
        by_key(LEARNER_HOME, "rows"),
        by_key(MOBILE_ENROLLMENTS, "rows"),
    )
    page_info: PageInfo = field("Where this page lies in the whole.", made("page_info"))
    total_count: int | None = field("Number of entries in the whole.", made("total_count"))
