"""Objects of the learner's dashboard, other than enrolments and courses."""

import re
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.keys import canonical_uuid
from resolvers.declare.source import around, at, entry_name, entry_value, here, named, or_empty
from resolvers.programs import named_program
from schema.declare import field, found, identified, relation
from schema.relay import Node
from schema.scalars import URL, UUID, Date, DateTime

if TYPE_CHECKING:
    from schema.course.course import Course
    from schema.programs import Program

_UUID = re.compile(r"(?<![\w-])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})(?![\w-])", re.IGNORECASE)


def open_entitlements(cards: list[Any]) -> list[Any]:
    """The cards of entitlements without a run: nothing was chosen yet."""
    return [card for card in cards if card["courseRun"] is None and card["entitlement"]]


def certificate_status(restricted: Any, downloadable: Any, earned: Any) -> str:
    """The certificate status, in the vocabulary of the course pages, from the booleans of learner home."""
    if restricted:
        return "restricted"
    if downloadable:
        return "downloadable"
    return "earned_but_not_available" if earned else "notpassing"


def _uuid_of(url: str) -> str | None:
    found = _UUID.search(url)
    return canonical_uuid(found.group()) if found else None


@strawberry.type(description="Whether the viewer still has to confirm their e-mail address.")
class EmailConfirmation(Node):
    id: strawberry.ID = identified()
    is_needed: bool = field("Whether to ask the viewer for a confirmation.", here("isNeeded"))
    send_email_url: URL | None = field("URL that sends the confirmation e-mail again.", here("sendEmailUrl"))


@strawberry.type(description="Settings of the LMS for the dashboard.")
class PlatformSettings(Node):
    id: strawberry.ID = identified()
    support_email: str | None = field("E-mail address for questions.", here("supportEmail"))
    billing_email: str | None = field("E-mail address for questions about payments.", here("billingEmail"))
    course_search_url: URL | None = field("URL of the course search.", here("courseSearchUrl"))


@strawberry.type(description="Settings for sharing on one social network.")
class SocialShare(Node):
    id: strawberry.ID = identified(entry_name())
    network: str = field("Known values: `facebook`, `twitter`.", entry_name())
    is_enabled: bool = field("Whether sharing is enabled.", entry_value("isEnabled"))
    social_brand: str | None = field("Brand name for the shared text.", entry_value("socialBrand"))
    utm_params: str | None = field("Query parameters to add to the shared URL.", entry_value("utmParams"))


@strawberry.type(description="The enterprise that the viewer belongs to.")
class EnterpriseDashboard(Node):
    id: strawberry.ID = identified()
    uuid: UUID | None = field("Identifier of the enterprise.", here("uuid"))
    label: str | None = field("Name of the enterprise.", here("label"))
    url: URL | None = field("URL of the enterprise's dashboard.", here("url"))
    auth_org_id: str | None = field("Identifier of the enterprise for sign-in.", here("authOrgId"))
    is_learner_portal_enabled: bool | None = field(
        "Whether the learner portal is enabled.", here("isLearnerPortalEnabled")
    )


@strawberry.type(description="A course that the LMS suggests to the viewer.")
class SuggestedCourse(Node):
    id: strawberry.ID = identified(here("courseName"), here("courseUrl"))
    title: str = field("Name of the course.", here("courseName"))
    url: URL | None = field("URL of the page that presents the course.", here("courseUrl"))
    banner_image_url: URL | None = field("URL of the banner.", here("bannerImgSrc"))
    logo_image_url: URL | None = field("URL of the institution's logo; null if there is none.", here("logoImgSrc"))


@strawberry.type(description="The viewer's result in a course.")
class GradeData(Node):
    id: strawberry.ID = identified(around("key"))
    is_passing: bool = field("Whether the grade is a passing grade.", here("isPassing"))


@strawberry.type(description="A program that the course of an enrolment belongs to.")
class EnrollmentProgram:
    id: strawberry.ID = identified(named("uuid", here("programUrl", via=_uuid_of), here("programUrl"), here("title")))
    uuid: UUID | None = field("Identifier of the program, taken from its URL.", here("programUrl", via=_uuid_of))
    title: str = field("Name of the program.", here("title"))
    url: URL | None = field("URL of the program.", here("programUrl"))
    type: str | None = field(
        "Known values: `MicroMasters`, `Professional Certificate`, `XSeries`, `Masters`, `MicroBachelors`.",
        here("programType"),
    )
    provider: str | None = field("Institution that offers the program.", here("provider"))
    course_count: int | None = field("Number of courses in the program.", here("numberOfCourses"))
    banner_image_url: URL | None = field("URL of the banner.", here("bannerImgSrc"))
    logo_image_url: URL | None = field("URL of the provider's logo.", here("logoImgSrc"))
    program: Annotated["Program", strawberry.lazy("schema.programs")] | None = found(
        "The program itself; null if the viewer may not see it.",
        named_program,
        source="program_enrollments/programs, and what its fields say",
    )


@strawberry.type(description="Academic credit that the viewer is eligible for.")
class EnrollmentCredit(Node):
    id: strawberry.ID = identified(around("key"))
    is_eligible: bool = field(
        "Always true; the LMS sends this object to eligible learners only.", here("purchased", via=lambda value: True)
    )
    purchased: bool = field("Whether the viewer has bought the credit.", here("purchased"))
    request_status: str | None = field(
        "Status of the request; null before there is one. Known values: `pending`, `approved`, `rejected`.",
        here("requestStatus"),
    )
    provider_id: str | None = field("The LMS's id of the provider; null before one is chosen.", here("providerId"))
    provider_name: str | None = field("Name of the provider; null before one is chosen.", here("providerName"))
    provider_status_url: URL | None = field("URL of the provider's status page.", here("providerStatusUrl"))
    error: bool = field("Whether the LMS failed to reach the provider.", here("error"))


@strawberry.type(description="A course run that an entitlement can be used for.")
class EntitlementSession(Node):
    id: strawberry.ID = identified(around("entitlement"), here("courseId"))
    start: DateTime | None = field("When the run begins.", here("startDate"))
    end: DateTime | None = field("When the run ends.", here("endDate"))
    course: Annotated["Course", strawberry.lazy("schema.course.course")] | None = relation(
        "The run.", key=(at(LEARNER_HOME, "courseId"),)
    )


@strawberry.type(description="The right to take one run of a course, bought before a run is chosen.")
class Entitlement(Node):
    id: strawberry.ID = identified(named("entitlement", here("entitlement.uuid", via=canonical_uuid)))
    uuid: UUID = field("Identifier of the entitlement.", here("entitlement.uuid"))
    course_title: str | None = field("Name of the course.", here("course.courseName"))
    course_number: str | None = field("Number of the course.", here("course.courseNumber"))
    course_org: str | None = field("Organisation of the course.", here("courseProvider.name"))
    course_banner_image_url: URL | None = field("Image of the course.", here("course.bannerImgSrc"))
    is_fulfilled: bool = field("Whether a run has been chosen.", here("entitlement.isFulfilled"))
    is_expired: bool = field("Whether the entitlement has expired.", here("entitlement.isExpired"))
    is_refundable: bool = field("Whether the entitlement can be refunded.", here("entitlement.isRefundable"))
    change_deadline: Date | None = field(
        "Last day on which another run can be chosen.", here("entitlement.changeDeadline")
    )
    expiration_date: Date | None = field("Day on which the entitlement expires.", here("entitlement.expirationDate"))
    can_view_course: bool = field(
        "Whether the viewer can view a course: a run has been chosen. It stays available after the right to "
        "choose has expired.",
        here("entitlement.isFulfilled"),
    )
    available_sessions: list[EntitlementSession] = field(
        "The runs to choose from.", here("entitlement.availableSessions")
    )
    programs: list[EnrollmentProgram] = field(
        "Programs that the course belongs to.", or_empty(here("programs.relatedPrograms"))
    )
