"""Global object identification and connections, as the Relay specifications have them."""

import strawberry

from schema.declare import field


@strawberry.interface(description="An object that `node` finds again by its `id`.")
class Node:
    id: strawberry.ID = strawberry.field(description="Global, opaque identifier: hand it back to `node`.")


@strawberry.type(description="Where a page of a connection lies in the whole.")
class PageInfo:
    has_next_page: bool = field("Whether more edges follow.")
    has_previous_page: bool = field("Whether edges come before.")
    start_cursor: str | None = field("Cursor of the first edge; null on an empty page.")
    end_cursor: str | None = field("Cursor of the last edge, for `after`; null on an empty page.")
