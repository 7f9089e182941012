"""Academic credit."""

from typing import Annotated

import strawberry

from loaders.endpoints.credit import CREDIT_ELIGIBILITY
from resolvers.declare.source import at, here, named
from schema.declare import field, identified, relation
from schema.relay import Node
from schema.scalars import URL, CourseKey, DateTime


@strawberry.type(description="The viewer's eligibility to buy academic credit for a course.")
class CreditEligibility(Node):
    id: strawberry.ID = identified(named("key", here("course_key")))
    course: Annotated["Course", strawberry.lazy("schema.course.course")] | None = relation(  # type: ignore[name-defined]  # noqa: F821
        "The course.", key=(at(CREDIT_ELIGIBILITY, "course_key"),)
    )
    deadline: DateTime | None = field("Deadline for buying the credit.", here("deadline"))


@strawberry.type(description="An institution that grants academic credit.")
class CreditProvider(Node):
    id: strawberry.ID = identified(here("id"))
    key: str = field("The LMS's id of the provider, such as `asu`.", here("id"))
    display_name: str = field("Name of the provider.", here("display_name"))
    url: URL | None = field("URL for requesting credit.", here("url"))
    status_url: URL | None = field("URL that shows the status of a request.", here("status_url"))
    description: str | None = field("Description of the provider.", here("description"))
    enable_integration: bool | None = field(
        "Whether the LMS sends requests to the provider.", here("enable_integration")
    )
    fulfillment_instructions: str | None = field(
        "Instructions for the learner, as HTML or text.", here("fulfillment_instructions")
    )
    thumbnail_url: URL | None = field("URL of the provider's logo.", here("thumbnail_url"))


def eligibility_arguments(
    course: Annotated[CourseKey, strawberry.argument(description="Key of the course run.")],
) -> None:
    """The arguments of `Viewer.creditEligibility`."""


def provider_arguments(
    ids: Annotated[
        list[str] | None,
        strawberry.argument(
            description="`id`s or `key`s of providers, 100 at most. Unknown ones are ignored. If null, all."
        ),
    ] = None,
) -> None:
    """The arguments of `Query.creditProviders`."""
