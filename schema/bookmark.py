"""Bookmarks."""

import strawberry

from resolvers.source import here, named
from schema.declare import field, identified
from schema.reference import BlockReference
from schema.relay import Node
from schema.scalars import DateTime, UsageKey


@strawberry.type(description="A block that the viewer bookmarked.")
class Bookmark(Node):
    id: strawberry.ID = identified(named("key", here("course_id")), here("usage_id"))
    key: UsageKey = field("Key of the block.", here("usage_id"))
    block_type: str = field("Its type. Known values: `vertical`, `sequential`, `chapter`.", here("block_type"))
    display_name: str | None = field("Its name.", here("display_name"))
    created: DateTime = field("When it was bookmarked.", here("created"))
    path: list[BlockReference] | None = field("The blocks above it, from the section down.", here("path"))
