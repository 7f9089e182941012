"""Bookmarks."""

import strawberry

from resolvers.declare.source import here, named
from schema.declare import field, identified
from schema.reference import BlockReference
from schema.relay import Node
from schema.scalars import DateTime, UsageKey


@strawberry.type(description="A bookmark of the viewer.")
class Bookmark(Node):
    id: strawberry.ID = identified(named("key", here("course_id")), here("usage_id"))
    key: UsageKey = field("Key of the bookmarked block.", here("usage_id"))
    block_type: str = field("Type of the block. Known values: `vertical`, `sequential`, `chapter`.", here("block_type"))
    display_name: str | None = field("Name of the block.", here("display_name"))
    created: DateTime = field("When the bookmark was created.", here("created"))
    path: list[BlockReference] | None = field(
        "The blocks that contain the block, starting with the section.", here("path")
    )
