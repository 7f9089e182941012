"""References to blocks."""

from typing import Any

import strawberry

from loaders.endpoints.block import BLOCKS
from loaders.endpoints.bookmark import BOOKMARKS
from loaders.endpoints.mobile import MOBILE_BLOCKS
from loaders.endpoints.resume import RESUME
from loaders.endpoints.viewer_writes import ADD_BOOKMARK
from loaders.keys import block_type_of
from resolvers.block import named_block
from resolvers.declare.source import Source, around, at, named
from schema.declare import field, identified
from schema.relay import Node
from schema.scalars import UsageKey


def _key(via: Any = None) -> tuple[Source, ...]:
    return at(RESUME, "key", via=via), at(BOOKMARKS, "usage_key", via=via), at(ADD_BOOKMARK, "usage_key", via=via)


@strawberry.type(description="A reference to a block: its key and its name.")
class BlockReference(Node):
    id: strawberry.ID = identified(around("key"), named("block", *_key()))
    key: UsageKey = field("Key of the block.", *_key())
    type: str = field(
        "Type of the block, taken from the key. Known values: `chapter`, `sequential`, `vertical`, `html`, `video`, "
        "`problem`.",
        *_key(via=block_type_of),
    )
    display_name: str | None = field(
        "Name of the block; null if the viewer may not see it.",
        at(BOOKMARKS, "display_name"),
        at(ADD_BOOKMARK, "display_name"),
        at(MOBILE_BLOCKS, "display_name"),
        at(BLOCKS, "display_name"),
        further=named_block,
    )


def reference(key: Any) -> Any:
    """The reference for a key; none for an empty one."""
    return {"key": key} if key else None
