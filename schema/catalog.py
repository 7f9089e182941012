"""The course catalogue of the LMS, and course runs of the LumiNUS catalogue."""

from typing import Annotated

import strawberry

from resolvers.catalog import LONGEST_WORDS
from resolvers.declare.source import around, here, made, named
from schema.declare import field, identified, relation
from schema.relay import After, First, Node, PageInfo
from schema.scalars import URL, UUID, CourseKey, DateTime


@strawberry.type(description="Estimated effort in hours a week.")
class CatalogEffort(Node):
    id: strawberry.ID = identified(around("run"))
    min: int | None = field("Minimum.", here("minEffort"))
    max: int | None = field("Maximum.", here("maxEffort"))


@strawberry.type(description="A course run in the LumiNUS catalogue.")
class CatalogRun(Node):
    id: strawberry.ID = identified(named("run", here("courserunKey")))
    key: CourseKey = field("Key of the course run.", here("courserunKey"))
    uuid: UUID | None = field("The catalogue's identifier of the run.", here("id"))
    course_uuid: UUID | None = field("The catalogue's identifier of the course.", here("uuid"))
    start: DateTime | None = field("When the run begins.", here("startDate"))
    end: DateTime | None = field("When the run ends.", here("endDate"))
    enrollment_start: DateTime | None = field("When enrolment opens.", here("enrollmentStart"))
    enrollment_end: DateTime | None = field("When enrolment closes.", here("enrollmentEnd"))
    effort: CatalogEffort | None = field("Estimated effort.", here())
    pacing_type: str | None = field("Known values: `self_paced`, `instructor_paced`.", here("pacingType"))
    weeks_to_complete: int | None = field("Estimated duration in weeks.", here("weeksToComplete"))
    availability: str | None = field("Known values: `Current`, `Upcoming`.", here("availability"))
    marketing_url: URL | None = field("URL of the marketing page.", here("marketingUrl"))
    enrollment_url: URL | None = field("URL for enrolment.", here("enrollmentUrl"))
    price: str | None = field("Price of the verified track, in the catalogue's notation.", here("price"))
    track_type: str | None = field("Known values: `Audit`, `verified`, `professional`.", here("type"))
    modular_credit: int | None = field("Number of modular credits.", here("modularCredit"))


@strawberry.type(description="An edge in `CatalogConnection`.")
class CatalogEdge:
    id: strawberry.ID = identified(around("page"), made("cursor"))
    cursor: str = field("Cursor of the edge, for `after`.", made("cursor"))
    node: Annotated["Course", strawberry.lazy("schema.course.course")] = relation(  # type: ignore[name-defined]  # noqa: F821
        "The course at the end of the edge.", made("node"), key=(made("node.id"),)
    )


@strawberry.type(description="A page of the course catalogue.")
class CatalogConnection:
    id: strawberry.ID = identified(around("page"))
    edges: list[CatalogEdge] = field("The edges of this page.", made("edges"))
    page_info: PageInfo = field("Information about this page.", made("page_info"))
    total_count: int | None = field(
        "Number of courses that match. With `search` the LMS estimates it: later pages may make it smaller.",
        made("total_count"),
    )


def search_arguments(
    first: First = 20,
    after: After = None,
    search: Annotated[
        str | None,
        strawberry.argument(
            description=f"Words to look for in names, numbers and descriptions, {LONGEST_WORDS} characters at most."
        ),
    ] = None,
    org: Annotated[
        str | None,
        strawberry.argument(description=f"Only courses of this organisation, {LONGEST_WORDS} characters at most."),
    ] = None,
    mobile: Annotated[
        bool | None, strawberry.argument(description="Only courses that are, or are not, available in the mobile apps.")
    ] = None,
    active_only: Annotated[
        bool | None, strawberry.argument(description="Only courses that have not ended. False is the same as null.")
    ] = None,
) -> None:
    """The arguments of `Query.catalog`."""
