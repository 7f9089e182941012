"""The viewer's last position in a course."""

from typing import Any
from urllib.parse import unquote

import strawberry

from loaders.endpoints.mobile import MOBILE_ENROLLMENT, MOBILE_ENROLLMENTS
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.resume import RESUME
from loaders.keys import is_usage_key
from resolvers.declare.source import around, at
from resolvers.values.graph import Blocks, children_of
from schema.declare import field, identified
from schema.reference import BlockReference, reference
from schema.relay import Node
from schema.scalars import URL, UsageKey

_OLD = "i4x://"
"""The prefix of block keys in old courses; they contain slashes."""


def block_of(url: str) -> str | None:
    """The key of the block that a URL leads to.

    >>> block_of("https://lms.example/courses/course-v1:a+b+c/jump_to/block-v1:a+b+c+type@html+block@d")
    'block-v1:a+b+c+type@html+block@d'
    """
    path = unquote(url.partition("?")[0].partition("#")[0]).rstrip("/")
    start = path.find(_OLD)
    key = path[start:] if start >= 0 else path.rpartition("/")[2]
    return key if is_usage_key(key) else None


def resume_path(blocks: Blocks) -> list[str]:
    """The blocks that contain the viewer's last position, starting with the course."""
    path: dict[str, None] = {}
    key = next((key for key, block in blocks.items() if block["type"] == "course"), None)
    while key is not None:
        path[key] = None
        below = (child for child in children_of(blocks[key]) if child in blocks and child not in path)
        key = next((child for child in below if blocks[child].get("resume_block")), None)
    return list(path)


def resume_unit(blocks: Blocks) -> str | None:
    """Name of the unit of the viewer's last position."""
    marked = (block for block in blocks.values() if block["type"] == "vertical" and block.get("resume_block"))
    return next((block["display_name"] for block in marked), None)


def visited(status: Any) -> Any:
    """The mobile API's data of a position; None if it names no block."""
    return status if status["last_visited_block_id"] else None


def from_the_top(path: list[str]) -> list[str]:
    """A list of blocks that the LMS sends innermost first, reversed."""
    return path[::-1]


@strawberry.type(description="The viewer's last position in a course.")
class Resume(Node):
    id: strawberry.ID = identified(around("key"))
    has_visited_course: bool | None = field(
        "Whether the viewer has visited the course.", at(OUTLINE, "has_visited_course")
    )
    url: URL | None = field(
        "URL where the viewer resumes; the first unit if the course was never visited.", at(OUTLINE, "url")
    )
    block: BlockReference | None = field(
        "The block that was completed last; null before the first.", at(RESUME, "block_id", via=reference)
    )
    section: BlockReference | None = field(
        "The sequence that contains the block (the LMS calls it a section here).",
        at(RESUME, "section_id", via=reference),
    )
    unit: BlockReference | None = field("The unit that contains the block.", at(RESUME, "unit_id", via=reference))


@strawberry.type(description="The block that the viewer completed last, and the blocks that contain it.")
class LastVisited(Node):
    id: strawberry.ID = identified(around("key"))
    block_key: UsageKey | None = field(
        "Key of the block that was completed last.",
        at(OUTLINE, "resume_course.url", via=block_of),
        at(MOBILE_ENROLLMENTS, "last_visited_block_id"),
        at(MOBILE_ENROLLMENT, "last_visited_block_id"),
    )
    path: list[UsageKey] | None = field(
        "The course, section and sequence that contain the block, in that order.",
        at(OUTLINE, "course_blocks.blocks", via=resume_path),
        at(MOBILE_ENROLLMENTS, "last_visited_module_path"),
        at(MOBILE_ENROLLMENT, "last_visited_module_path"),
    )
    unit_title: str | None = field(
        "Name of the unit that contains the block.",
        at(NAVIGATION, "blocks", via=resume_unit),
        at(MOBILE_ENROLLMENTS, "last_visited_unit_display_name"),
        at(MOBILE_ENROLLMENT, "last_visited_unit_display_name"),
    )
