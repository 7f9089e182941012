"""The viewer: the person that the credentials of the request belong to."""

from enum import Enum
from typing import Annotated

import strawberry

from loaders.endpoints.certificate import CERTIFICATES
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.roles import ROLES
from loaders.endpoints.viewer import ACCOUNT, DISCUSSION_TOURS, ME, PREFERENCES, TOUR, VERIFICATION
from resolvers.credit import credit_eligibility
from resolvers.declare.source import at, entries, known, present, when_loaded
from resolvers.enrollment_lists import enrollments, primary_enrollment
from schema.account import AccountFields, IdentityVerification, LanguageProficiency, Preference, SocialLink
from schema.certificate import Certificate
from schema.credit import CreditEligibility, eligibility_arguments
from schema.declare import field, found
from schema.enrollment import Enrollment, EnrollmentConnection
from schema.learner_home import (
    EmailConfirmation,
    EnterpriseDashboard,
    Entitlement,
    PlatformSettings,
    SocialShare,
    SuggestedCourse,
    open_entitlements,
)
from schema.notification import NotificationFields
from schema.pathways import PathwayFields
from schema.programs import ProgramFields
from schema.relay import After, First, Node
from schema.roles import CourseRole
from schema.scalars import URL, DateTime
from schema.tour import DiscussionTour, Tour


@strawberry.enum(description="Status of an enrolment, as the mobile apps group them.")
class EnrollmentStatus(Enum):
    IN_PROGRESS = strawberry.enum_value(
        "in_progress", description="The course has started and not ended, and there is no certificate yet."
    )
    COMPLETED = strawberry.enum_value("completed", description="The viewer has a certificate.")
    EXPIRED = strawberry.enum_value("expired", description="The course has ended, or the viewer's access has expired.")


Status = Annotated[
    EnrollmentStatus | None,
    strawberry.argument(
        description="Only enrolments with this status, in courses that the mobile apps can show. If null, all "
        "enrolments."
    ),
]


def _enrollments(first: First = 25, after: After = None, status: Status = None) -> None: ...


@strawberry.type(description="Certificates, credit and roles of the viewer.")
class ViewerRecordsFields:
    certificates: list[Certificate] | None = field(
        "Certificates of all courses that the viewer has passed.", at(CERTIFICATES)
    )
    credit_eligibility: CreditEligibility | None = found(
        "Eligibility for academic credit in a course; null if there is none.",
        credit_eligibility,
        arguments=eligibility_arguments,
        source="credit/eligibility",
    )
    is_global_staff: bool | None = field("Whether the viewer is global staff of the LMS.", at(ROLES, "is_staff"))
    course_roles: list[CourseRole] | None = field("Roles in courses and organisations.", at(ROLES, "roles"))


@strawberry.type(description="The signed-in person. For a visitor, all fields except `isAuthenticated` are null.")
class Viewer(ViewerRecordsFields, AccountFields, NotificationFields, ProgramFields, PathwayFields, Node):
    id: strawberry.ID = field("Global, opaque identifier; an argument of `node`.", known("id"))
    is_authenticated: bool | None = field(
        "Whether the viewer is signed in; null if the LMS could not be reached.",
        known("is_authenticated"),
        when_loaded(present(at(COURSE_METADATA, "username"))),
        when_loaded(present(at(ACCOUNT, "username"))),
        present(at(ME, "username")),
    )
    username: str | None = field(
        "Username; null for a visitor, and null with an error if the LMS does not accept the sign-in. In a "
        "masquerade, it is the staff member's.",
        when_loaded(at(COURSE_METADATA, "username")),
        when_loaded(at(ACCOUNT, "username")),
        at(ME, "username"),
    )
    timezone: str | None = field(
        "Time zone the viewer chose, such as `America/Bogota`; null if none is set.",
        when_loaded(at(COURSE_METADATA, "user_timezone")),
        at(PREFERENCES, "time_zone"),
    )
    name: str | None = field("Full name.", at(ACCOUNT, "name"))
    email: str | None = field("E-mail address.", at(ACCOUNT, "email"))
    tour: Tour | None = field("Product tours to show; null if the LMS has disabled them.", at(TOUR))
    discussion_tours: list[DiscussionTour] | None = field(
        "Tours of the discussions page; null if the LMS has disabled them. Reading them creates missing ones."
        " Requires a JWT or a session.",
        at(DISCUSSION_TOURS),
    )
    profile_image_url: URL | None = field(
        "URL of the viewer's picture, 500 pixels square; a placeholder if none was uploaded.",
        at(ACCOUNT, "profile_image.image_url_full"),
    )
    bio: str | None = field("The viewer's biography.", at(ACCOUNT, "bio"))
    country: str | None = field("Country, ISO 3166-1 alpha-2.", at(ACCOUNT, "country"))
    language_proficiencies: list[LanguageProficiency] | None = field(
        "Languages that the viewer knows.", at(ACCOUNT, "language_proficiencies")
    )
    level_of_education: str | None = field(
        "Known values: `p` (doctorate), `m` (master's), `b` (bachelor's), `a` (associate), `hs`, `jhs`, `el`, `none`, "
        "`other`.",
        at(ACCOUNT, "level_of_education"),
    )
    social_links: list[SocialLink] | None = field(
        "Links to the viewer's profiles on social networks.", at(ACCOUNT, "social_links")
    )
    account_privacy: str | None = field(
        "The audience of the profile. Known values: `all_users`, `private`, `custom`.", at(ACCOUNT, "account_privacy")
    )
    date_joined: DateTime | None = field("When the account was created.", at(ACCOUNT, "date_joined"))
    verification: IdentityVerification | None = field(
        "The viewer's identity verification; null before the first attempt.", at(VERIFICATION)
    )
    preferences: list[Preference] | None = field(
        "The viewer's preferences, by key.",
        # Read as it is: `timezone` reads one of its keys.
        entries(PREFERENCES, "", via=dict),
    )
    email_confirmation: EmailConfirmation | None = field(
        "Whether the e-mail address is still to be confirmed.", at(LEARNER_HOME, "emailConfirmation")
    )
    platform_settings: PlatformSettings | None = field(
        "Settings of the LMS for the dashboard.", at(LEARNER_HOME, "platformSettings")
    )
    social_share_settings: list[SocialShare] | None = field(
        "Settings for sharing, by social network.", entries(LEARNER_HOME, "socialShareSettings")
    )
    enterprise_dashboard: EnterpriseDashboard | None = field(
        "The enterprise that the viewer belongs to; null if there is none.", at(LEARNER_HOME, "enterpriseDashboard")
    )
    suggested_courses: list[SuggestedCourse] | None = field(
        "Courses that the LMS suggests. Empty if the LMS has no recommendation service.",
        at(LEARNER_HOME, "suggestedCourses"),
    )
    enrollments: EnrollmentConnection | None = found(
        "The viewer's enrolments. Without `status`, all active ones, newest first; with it, those that the "
        "mobile API lists with this status.",
        enrollments,
        arguments=_enrollments,
        source="learner_home/init, or mobile/course_enrollments with a `status` and for what only it knows",
    )
    primary_enrollment: Enrollment | None = found(
        "The enrolment in the course that the viewer used last; null without one.",
        primary_enrollment,
        source="mobile/course_enrollments, primary",
    )
    entitlements: list[Entitlement] | None = field(
        "Entitlements without a course run: the viewer has bought a course and has not chosen a run yet. "
        "Other entitlements are fields of their enrolments.",
        at(LEARNER_HOME, "courses", via=open_entitlements),
    )
