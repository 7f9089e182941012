"""Global object identification and connections, as the Relay specifications have them."""

from typing import Annotated, Generic, TypeVar

import strawberry

from resolvers.source import around, made
from schema.declare import field, identified

T = TypeVar("T")

First = Annotated[int, strawberry.argument(description="How many edges at most, 1 to 100.")]
After = Annotated[str | None, strawberry.argument(description="An `endCursor`: the page after it is given.")]


@strawberry.interface(description="An object that `node` finds again by its `id`.")
class Node:
    id: strawberry.ID = strawberry.field(
        description="Global, opaque identifier, unique over all types: hand it back to `node`."
    )


@strawberry.type(description="Where a page of a connection lies in the whole.")
class PageInfo:
    id: strawberry.ID = identified(around("page"))
    has_next_page: bool = field("Whether more edges follow.", made("has_next_page"))
    has_previous_page: bool = field("Whether edges come before.", made("has_previous_page"))
    start_cursor: str | None = field("Cursor of the first edge; null on an empty page.", made("start_cursor"))
    end_cursor: str | None = field("Cursor of the last edge, for `after`; null on an empty page.", made("end_cursor"))


@strawberry.type(description="One entry of a connection.")
class Edge(Generic[T]):
    id: strawberry.ID = identified(around("page"), made("cursor"))
    cursor: str = field("Where this entry lies, for `after`.", made("cursor"))
    node: T = field("The entry.", made("node"))


@strawberry.type(description="A page of a long list.")
class Connection(Generic[T]):
    id: strawberry.ID = identified(around("page"))
    edges: list[Edge[T]] = field("The entries of this page, in order.", made("edges"))
    page_info: PageInfo = field("Where this page lies in the whole.", made("page_info"))
    total_count: int | None = field(
        "Number of entries in the whole; null where the LMS does not count them.", made("total_count")
    )
