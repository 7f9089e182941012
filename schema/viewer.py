"""The viewer: whoever the request's credentials say it is."""

from dataclasses import replace
from enum import Enum
from typing import Annotated

import strawberry

import resolvers.enrollments
from loaders.endpoints.certificate import CERTIFICATES
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.roles import ROLES
from loaders.endpoints.viewer import ACCOUNT, ME, PREFERENCES, TOUR, VERIFICATION
from resolvers import steps
from resolvers.context import Info
from resolvers.row import Pending, Row
from resolvers.source import at, beside, entries, known, present
from schema.account import IdentityVerification, LanguageProficiency, Preference, SocialLink
from schema.certificate import Certificate
from schema.credit import CreditEligibility, credit_eligibility
from schema.declare import field, resolved
from schema.enrollment import Enrollment, EnrollmentConnection
from schema.learner_home import (
    EmailConfirmation,
    EnterpriseDashboard,
    Entitlement,
    PlatformSettings,
    SocialShare,
    open_entitlements,
)
from schema.pathways import PathwayFields
from schema.programs import ProgramFields
from schema.relay import After, First, Node
from schema.roles import CourseRole
from schema.scalars import URL, DateTime
from schema.tour import Tour


@strawberry.enum(description="How far a course is, as the mobile apps sort enrolments.")
class EnrollmentStatus(Enum):
    IN_PROGRESS = strawberry.enum_value("in_progress", description="Begun, not over, and no certificate yet.")
    COMPLETED = strawberry.enum_value("completed", description="The viewer has a certificate.")
    EXPIRED = strawberry.enum_value("expired", description="The course is over, or the viewer's access to it.")


Status = Annotated[
    EnrollmentStatus | None,
    strawberry.argument(
        description="Only enrolments that are so far, of courses that the apps can show; null means all enrolments."
    ),
]


def _enrollments(
    root: Row, info: Info, first: First = 25, after: After = None, status: Status = None
) -> Pending | None:
    word = None if status is None else str(status.value)
    return resolvers.enrollments.enrollments(root, info, first, after, word)


@strawberry.type(description="The viewer's records and roles.")
class ViewerRecordsFields:
    certificates: list[Certificate] | None = field(
        "Certificates of all courses that the viewer passed.", at(CERTIFICATES)
    )
    credit_eligibility: CreditEligibility | None = resolved(
        "The right to academic credit in a course; null when there is none.",
        credit_eligibility,
        steps=steps.viewer.credit_eligibility,
        source="credit/eligibility",
    )
    is_global_staff: bool | None = field("Whether the viewer is staff of the whole LMS.", at(ROLES, "is_staff"))
    course_roles: list[CourseRole] | None = field("Roles in courses and organisations.", at(ROLES, "roles"))


@strawberry.type(description="The person who asks. For a visitor everything but `isAuthenticated` is null.")
class Viewer(ViewerRecordsFields, ProgramFields, PathwayFields, Node):
    id: strawberry.ID = field("Global, opaque identifier: hand it back to `node`.", known("id"))
    is_authenticated: bool | None = field(
        "Whether the LMS knows who asks; null when it could not be asked.",
        known("is_authenticated"),
        beside(present(at(COURSE_METADATA, "username"))),
        beside(present(at(ACCOUNT, "username"))),
        present(at(ME, "username")),
    )
    username: str | None = field(
        "Username; null for a visitor, and with an error where the LMS does not take the sign-in. Staff who look at a "
        "course as a learner keep their own.",
        beside(at(COURSE_METADATA, "username")),
        beside(at(ACCOUNT, "username")),
        at(ME, "username"),
    )
    timezone: str | None = field(
        "Time zone the viewer chose, such as `America/Bogota`; null when none is set.",
        beside(at(COURSE_METADATA, "user_timezone")),
        at(PREFERENCES, "time_zone"),
    )
    name: str | None = field("Full name.", at(ACCOUNT, "name"))
    email: str | None = field("E-mail address.", at(ACCOUNT, "email"))
    tour: Tour | None = field("Product tours still to be shown; null when the LMS has them off.", at(TOUR))
    profile_image_url: URL | None = field(
        "The viewer's picture, 500 pixels square; a drawing where none was uploaded.",
        at(ACCOUNT, "profile_image.image_url_full"),
    )
    bio: str | None = field("What the viewer writes about themselves.", at(ACCOUNT, "bio"))
    country: str | None = field("Country, ISO 3166-1 alpha-2.", at(ACCOUNT, "country"))
    language_proficiencies: list[LanguageProficiency] | None = field(
        "Languages the viewer knows.", at(ACCOUNT, "language_proficiencies")
    )
    level_of_education: str | None = field(
        "Known values: `p` (doctorate), `m` (master's), `b` (bachelor's), `a` (associate), `hs`, `jhs`, `el`, `none`, "
        "`other`.",
        at(ACCOUNT, "level_of_education"),
    )
    social_links: list[SocialLink] | None = field("Where else the viewer can be found.", at(ACCOUNT, "social_links"))
    account_privacy: str | None = field(
        "Who sees the profile. Known values: `all_users`, `private`, `custom`.", at(ACCOUNT, "account_privacy")
    )
    date_joined: DateTime | None = field("When the account was made.", at(ACCOUNT, "date_joined"))
    verification: IdentityVerification | None = field(
        "The viewer's identity verification; null before the first attempt.", at(VERIFICATION)
    )
    preferences: list[Preference] | None = field(
        "The viewer's settings, by key.",
        # Read as it is: `timezone` reads one of its keys.
        replace(entries(PREFERENCES, ""), via=dict),
    )
    email_confirmation: EmailConfirmation | None = field(
        "Whether the e-mail address is still to be confirmed.", at(LEARNER_HOME, "emailConfirmation")
    )
    platform_settings: PlatformSettings | None = field(
        "What the dashboard shows of the whole LMS.", at(LEARNER_HOME, "platformSettings")
    )
    social_share_settings: list[SocialShare] | None = field(
        "How courses can be shared.", entries(LEARNER_HOME, "socialShareSettings")
    )
    enterprise_dashboard: EnterpriseDashboard | None = field(
        "The enterprise that the viewer learns for; null when there is none.", at(LEARNER_HOME, "enterpriseDashboard")
    )
    enrollments: EnrollmentConnection | None = resolved(
        "The viewer's enrolments. Without `status` all active ones, newest first; with it those that the mobile API "
        "lists so.",
        _enrollments,
        steps=steps.enrollment.enrollments,
        source="learner_home/init, or mobile/course_enrollments with a `status` and for what only it knows",
    )
    primary_enrollment: Enrollment | None = resolved(
        "The enrolment in the course that was used last; null without any.",
        resolvers.enrollments.primary_enrollment,
        steps=steps.enrollment.primary_enrollment,
        source="mobile/course_enrollments, primary",
    )
    entitlements: list[Entitlement] | None = field(
        "Entitlements without a run yet: the viewer has bought a course and is still to choose its run. The others "
        "stand on their enrolments.",
        at(LEARNER_HOME, "courses", via=open_entitlements),
    )
