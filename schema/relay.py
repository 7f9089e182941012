"""Global object identification and connections, as in the Relay specifications."""

from collections.abc import Callable
from typing import Annotated, Generic, TypeVar

import strawberry

from resolvers.declare.source import around, made
from schema.declare import field, identified

T = TypeVar("T")

First = Annotated[int, strawberry.argument(description="Maximum number of edges, 1 to 100.")]
After = Annotated[str | None, strawberry.argument(description="The `endCursor` of the previous page.")]


def page_of(size: int) -> Callable[..., None]:
    """The arguments of a connection with this default number of edges per page."""

    def arguments(first: First = size, after: After = None) -> None: ...

    return arguments


@strawberry.interface(description="An object with a global `id`.")
class Node:
    id: strawberry.ID = strawberry.field(
        description="Global, opaque identifier, unique across all types; an argument of `node`."
    )


@strawberry.type(description="Information about a page of a connection.")
class PageInfo:
    id: strawberry.ID = identified(around("page"))
    has_next_page: bool = field("Whether there are edges after this page.", made("has_next_page"))
    has_previous_page: bool = field("Whether there are edges before this page.", made("has_previous_page"))
    start_cursor: str | None = field("Cursor of the first edge; null on an empty page.", made("start_cursor"))
    end_cursor: str | None = field("Cursor of the last edge, for `after`; null on an empty page.", made("end_cursor"))


@strawberry.type(description="An edge of a connection.")
class Edge(Generic[T]):
    id: strawberry.ID = identified(around("page"), made("cursor"))
    cursor: str = field("Cursor of the edge, for `after`.", made("cursor"))
    node: T = field("The object at the end of the edge.", made("node"))


@strawberry.type(description="A page of a list.")
class Connection(Generic[T]):
    id: strawberry.ID = identified(around("page"))
    edges: list[Edge[T]] = field("The edges of this page.", made("edges"))
    page_info: PageInfo = field("Information about this page.", made("page_info"))
    total_count: int | None = field("Total number of edges; null if the LMS does not count them.", made("total_count"))
