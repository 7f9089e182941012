"""Enrolments."""

from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from loaders.endpoints.course import COURSE_METADATA, COURSEWARE_COURSE
from loaders.endpoints.enrollment import ENROLLMENT, ENROLLMENTS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENT, MOBILE_ENROLLMENTS
from loaders.endpoints.outline import OUTLINE
from resolvers.declare.source import Source, around, at, by_key, joined, known, made, named, when_loaded
from schema.course.parts import CoursewareAccess
from schema.dates import CourseDate
from schema.declare import field, identified, relation
from schema.learner_home import (
    EnrollmentCredit,
    EnrollmentProgram,
    Entitlement,
    GradeData,
    certificate_status,
)
from schema.relay import Node, PageInfo
from schema.resume import LastVisited, visited
from schema.scalars import URL, DateTime

if TYPE_CHECKING:
    from schema.course.course import Course


def _mobile(*paths: str, gate: str | None = None, via: Any = None) -> tuple[Source, Source]:
    """Sources in the mobile API, for a list of enrolments and for one enrolment."""
    return at(MOBILE_ENROLLMENTS, *paths, gate=gate, via=via), at(MOBILE_ENROLLMENT, *paths, gate=gate, via=via)


def _or_none(value: Any) -> Any:
    """Converts an empty object, which the LMS sends for "none", to None."""
    return value or None


@strawberry.type(description="Status of the viewer's certificate, in a list of enrolments.")
class EnrollmentCertificate(Node):
    id: strawberry.ID = identified(around("key"))
    status: str | None = field(
        "Known values: `downloadable`, `earned_but_not_available`, `notpassing`, `restricted`.",
        at(LEARNER_HOME, "isRestricted", "isDownloadable", "isEarned", via=certificate_status),
    )
    is_earned: bool | None = field("Whether the viewer has earned the certificate.", at(LEARNER_HOME, "isEarned"))
    is_downloadable: bool | None = field(
        "Whether the certificate can be downloaded.", at(LEARNER_HOME, "isDownloadable")
    )
    is_restricted: bool | None = field(
        "Whether the viewer is barred from certificates.", at(LEARNER_HOME, "isRestricted")
    )
    available_date: DateTime | None = field(
        "When the certificate becomes available; null if it is not announced.", at(LEARNER_HOME, "availableDate")
    )
    preview_url: URL | None = field("URL of the certificate's page.", at(LEARNER_HOME, "certPreviewUrl"))
    download_url: URL | None = field(
        "URL of the certificate for the mobile apps; null if there is none.", *_mobile("url")
    )


@strawberry.type(description="Numbers of graded subsections of a course, and the dates of some.")
class EnrollmentAssignments(Node):
    id: strawberry.ID = identified(around("key"))
    completed: int = field("Number of completed subsections.", *_mobile("course_progress.assignments_completed"))
    total: int = field("Number of subsections.", *_mobile("course_progress.total_assignments_count"))
    upcoming: list[CourseDate] | None = field(
        "Assignments due on the next day with deadlines. Available for the primary enrolment only.",
        *_mobile("course_assignments.future_assignments"),
    )
    past: list[CourseDate] | None = field(
        "Assignments that were due. Available for the primary enrolment only.",
        *_mobile("course_assignments.past_assignments"),
    )


@strawberry.type(
    description="The viewer's enrolment in a course. Fields that only the mobile API has are null for courses "
    "that the apps cannot show."
)
class Enrollment(Node):
    id: strawberry.ID = identified(
        named(
            "key",
            when_loaded(at(LEARNER_HOME, "courseRun.courseId")),
            when_loaded(at(MOBILE_ENROLLMENTS, "course.id")),
            when_loaded(at(ENROLLMENTS, "course_details.course_id")),
        )
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
        "Whether the enrolment is active.",
        at(COURSE_METADATA, "is_enrolled"),
        at(COURSEWARE_COURSE, "is_active"),
        at(ENROLLMENTS, "is_active"),
        at(ENROLLMENT, "is_active"),
        when_loaded(at(LEARNER_HOME, "enrollment.isEnrolled")),
        when_loaded(at(MOBILE_ENROLLMENTS, "is_active")),
    )
    mode: str | None = field(
        "Known values: `audit`, `honor`, `verified`, `professional`, `no-id-professional`, `credit`, `masters`, "
        "`executive-education`.",
        at(OUTLINE, "enrollment_mode"),
        at(COURSEWARE_COURSE, "mode"),
        at(ENROLLMENTS, "mode"),
        at(ENROLLMENT, "mode"),
        when_loaded(at(LEARNER_HOME, "enrollment.mode")),
        when_loaded(at(MOBILE_ENROLLMENTS, "mode")),
    )
    created: DateTime | None = field(
        "When the viewer first enrolled.",
        at(ENROLLMENTS, "created"),
        at(ENROLLMENT, "created"),
        when_loaded(at(LEARNER_HOME, "enrollment.lastEnrolled")),
        when_loaded(at(MOBILE_ENROLLMENTS, "created")),
    )
    access_expiration_date: DateTime | None = field(
        "When the viewer's audit access expires; null if it does not.",
        at(LEARNER_HOME, "enrollment.accessExpirationDate"),
        at(MOBILE_ENROLLMENTS, "audit_access_expires"),
    )
    upgrade_deadline: DateTime | None = field(
        "Deadline for an upgrade, which may depend on the day of the enrolment; null if the viewer cannot upgrade.",
        *_mobile("course.dynamic_upgrade_deadline"),
    )
    is_verified: bool | None = field("Whether the mode is a verified one.", at(LEARNER_HOME, "enrollment.isVerified"))
    is_audit: bool | None = field("Whether the mode is a free one.", at(LEARNER_HOME, "enrollment.isAudit"))
    is_audit_access_expired: bool | None = field(
        "Whether the viewer's audit access has expired.", at(LEARNER_HOME, "enrollment.isAuditAccessExpired")
    )
    can_upgrade: bool | None = field(
        "Whether the viewer can upgrade to a paid mode.", at(LEARNER_HOME, "enrollment.canUpgrade")
    )
    upgrade_url: URL | None = field("URL for the upgrade.", at(LEARNER_HOME, "courseRun.upgradeUrl"))
    unenroll_url: URL | None = field(
        "URL of the LMS's refund information for unenrolling.", at(LEARNER_HOME, "courseRun.unenrollUrl")
    )
    has_started: bool | None = field(
        "Whether the viewer has started the course.", at(LEARNER_HOME, "enrollment.hasStarted")
    )
    resume_url: URL | None = field(
        "URL where the viewer resumes; null before the viewer has started.", at(LEARNER_HOME, "courseRun.resumeUrl")
    )
    is_email_enabled: bool | None = field(
        "Whether the course team can send e-mail to its learners.", at(LEARNER_HOME, "enrollment.isEmailEnabled")
    )
    has_opted_out_of_email: bool | None = field(
        "Whether the viewer has opted out of the course team's e-mails.",
        at(LEARNER_HOME, "enrollment.hasOptedOutOfEmail"),
    )
    has_unmet_prerequisites: bool | None = field(
        "Whether a prerequisite course is not completed.",
        at(LEARNER_HOME, "enrollment.coursewareAccess.hasUnmetPrerequisites"),
    )
    is_too_early: bool | None = field(
        "Whether the course has not started yet.", at(LEARNER_HOME, "enrollment.coursewareAccess.isTooEarly")
    )
    is_staff: bool | None = field(
        "Whether the viewer has staff access.", at(LEARNER_HOME, "enrollment.coursewareAccess.isStaff")
    )
    courseware_access: CoursewareAccess | None = field(
        "Whether the viewer may enter the course in the mobile apps, which have separate rules, and the reason if not.",
        *_mobile("course.courseware_access"),
    )
    facebook_share_parameters: str | None = field(
        "Query parameters of a link that is shared on Facebook.",
        *_mobile("course.course_sharing_utm_parameters.facebook"),
    )
    twitter_share_parameters: str | None = field(
        "Query parameters of a link that is shared on X (Twitter).",
        *_mobile("course.course_sharing_utm_parameters.twitter"),
    )
    discussion_api_url: URL | None = field(
        "URL of the LMS's discussion API for the course, as the apps read it; null if the viewer has no discussions.",
        *_mobile("course.discussion_url"),
    )
    certificate: EnrollmentCertificate | None = field(
        "Status of the viewer's certificate, even before there is one.",
        at(LEARNER_HOME, "certificate"),
        at(MOBILE_ENROLLMENTS, "certificate"),
        joined(at(MOBILE_ENROLLMENT, "certificate")),
    )
    grade_data: GradeData | None = field("The viewer's result in the course.", at(LEARNER_HOME, "gradeData"))
    programs: list[EnrollmentProgram] | None = field(
        "Programs that the course belongs to.", at(LEARNER_HOME, "programs.relatedPrograms")
    )
    entitlement: Entitlement | None = field(
        "The entitlement that the viewer enrolled with; null if there is none.",
        at(LEARNER_HOME, gate="entitlement.uuid"),
    )
    credit: EnrollmentCredit | None = field(
        "Academic credit for the course; null if the viewer is not eligible.",
        at(LEARNER_HOME, "credit", via=_or_none),
    )
    last_visited: LastVisited | None = field(
        "The block that the viewer completed last. Available for the primary enrolment only; null before the first.",
        *_mobile("course_status", via=visited),
    )
    assignments: EnrollmentAssignments | None = field(
        "Numbers of completed and all assignments.", *_mobile(gate="course_progress")
    )


@strawberry.type(description="An edge in `EnrollmentConnection`.")
class EnrollmentEdge:
    id: strawberry.ID = identified(around("page"), made("cursor"))
    cursor: str = field("Cursor of the edge, for `after`.", made("cursor"))
    node: Enrollment = field(
        "The enrolment at the end of the edge.",
        made("node"),
        joined(at(LEARNER_HOME)),
        joined(at(MOBILE_ENROLLMENTS)),
        joined(at(MOBILE_ENROLLMENT)),
    )


@strawberry.type(description="A page of enrolments.")
class EnrollmentConnection:
    id: strawberry.ID = identified(around("page"))
    edges: list[EnrollmentEdge] = field(
        "The edges of this page.",
        made("edges"),
        by_key(LEARNER_HOME, "rows"),
        by_key(MOBILE_ENROLLMENTS, "rows"),
    )
    page_info: PageInfo = field("Information about this page.", made("page_info"))
    total_count: int | None = field("Total number of enrolments.", made("total_count"))
