"""Blocks that an answer only names."""

from typing import Any

import strawberry

from loaders.keys import block_type_of
from resolvers.source import around, here
from schema.declare import field, identified
from schema.scalars import UsageKey


@strawberry.type(description="A block of a course, named and not opened.")
class BlockReference:
    id: strawberry.ID = identified(around("key"), here("key"))
    key: UsageKey = field("Key of the block.", here("key"))
    type: str = field(
        "Its type, as the key says it. Known values: `chapter`, `sequential`, `vertical`, `html`, `video`, `problem`.",
        here("key", via=block_type_of),
    )


def reference(key: Any) -> Any:
    """The object of a key; none for an empty one."""
    return {"key": key} if key else None
