"""A learner's records: certificates and credit."""

from typing import Annotated, Any

import strawberry

import resolvers.credit
from loaders.certificates import CERTIFICATES
from loaders.credit import CREDIT_ELIGIBILITY
from loaders.roles import ROLES
from resolvers import steps
from resolvers.context import Info
from resolvers.normalize import number
from resolvers.row import Pending, Row
from resolvers.source import at, here, named
from schema.declare import field, identified, relation, resolved
from schema.relay import Node
from schema.roles import CourseRole
from schema.scalars import URL, UUID, CourseKey, DateTime


def _grade(text: Any) -> Any:
    return None if text == "" else number(text)


def _uuid(text: Any) -> Any:
    return text or None


@strawberry.type(description="A certificate that the learner has passed for and that can be seen.")
class Certificate(Node):
    id: strawberry.ID = identified(here("course_id"))
    course: Annotated["Course", strawberry.lazy("schema.course")] | None = relation(  # type: ignore[name-defined]  # noqa: F821
        "The course it was earned in.", at(CERTIFICATES), key=(at(CERTIFICATES, "course_id"),)
    )
    type: str = field(
        "The mode it was earned in. Known values: `honor`, `verified`, `professional`, `no-id-professional`, "
        "`masters`.",
        here("certificate_type"),
    )
    status: str = field(
        "Known values: `downloadable`, `generating`, `regenerating`, `unverified`, `unavailable`, `notpassing`.",
        here("status"),
    )
    is_passing: bool = field("Whether the grade was enough to pass.", here("is_passing"))
    grade: float | None = field("The course grade, 0 to 1; null when none was kept.", here("grade", via=_grade))
    download_url: URL | None = field("Where the certificate is.", here("download_url"))
    created: DateTime = field("When it was made.", here("created_date"))
    modified: DateTime | None = field("When it was changed last.", here("modified_date"))
    uuid: UUID | None = field("Identifier under which anybody can verify it.", here("uuid", via=_uuid))


@strawberry.type(description="The right to buy academic credit for a course.")
class CreditEligibility(Node):
    id: strawberry.ID = identified(named("key", here("course_key")))
    course: Annotated["Course", strawberry.lazy("schema.course")] | None = relation(  # type: ignore[name-defined]  # noqa: F821
        "The course.", key=(at(CREDIT_ELIGIBILITY, "course_key"),)
    )
    deadline: DateTime | None = field("Until when the credit can be bought.", here("deadline"))


@strawberry.type(description="An institution that gives academic credit.")
class CreditProvider(Node):
    id: strawberry.ID = identified(here("id"))
    key: str = field("The LMS's id of the provider, such as `asu`.", here("id"))
    display_name: str = field("Name of the provider.", here("display_name"))
    url: URL | None = field("Where credit is asked for.", here("url"))
    status_url: URL | None = field("Where the state of a request is shown.", here("status_url"))
    description: str | None = field("About the provider.", here("description"))
    enable_integration: bool | None = field(
        "Whether the LMS sends requests to the provider.", here("enable_integration")
    )
    fulfillment_instructions: str | None = field(
        "What the learner has to do, as HTML or text.", here("fulfillment_instructions")
    )
    thumbnail_url: URL | None = field("The provider's logo.", here("thumbnail_url"))


def _credit_eligibility(
    root: Row,
    info: Info,
    course: Annotated[CourseKey, strawberry.argument(description="Key of the course run.")],
) -> Pending:
    return resolvers.credit.credit_eligibility(info, course)


def list_credit_providers(
    root: None,
    info: Info,
    ids: Annotated[
        list[str] | None,
        strawberry.argument(
            description="`id`s or `key`s of providers, 100 at most; unknown ones are left out. Null: all."
        ),
    ] = None,
) -> Any:
    """`Query.creditProviders`."""
    return resolvers.credit.credit_providers(info, ids)


@strawberry.type(description="The viewer's records and roles.")
class ViewerRecordsFields:
    certificates: list[Certificate] | None = field(
        "Certificates of all courses that the viewer passed.", at(CERTIFICATES)
    )
    credit_eligibility: CreditEligibility | None = resolved(
        "The right to academic credit in a course; null when there is none.",
        _credit_eligibility,
        steps=steps.viewer.credit_eligibility,
        source="credit/eligibility",
    )
    is_global_staff: bool | None = field("Whether the viewer is staff of the whole LMS.", at(ROLES, "is_staff"))
    course_roles: list[CourseRole] | None = field("Roles in courses and organisations.", at(ROLES, "roles"))
