"""The outline of a course: sections, sequences, units."""

from typing import Any

import strawberry

from loaders.endpoints.block import BLOCKS
from loaders.endpoints.course import LEARNING_SEQUENCES
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.sequence import SEQUENCE
from resolvers.declare.source import (
    Source,
    around,
    at,
    by_key,
    carried,
    child_blocks,
    here,
    known,
    named,
    optional,
    present,
)
from resolvers.sequence import from_outline, scheduled_sequences
from schema.declare import field, identified
from schema.relay import Node
from schema.scalars import URL, DateTime, UsageKey
from schema.sequence import OpenSequenceFields, OpenUnitFields, unit_title

OUTLINE_BLOCKS = "course_blocks.blocks"
NAVIGATION_BLOCKS = "blocks"


def _block(name: str) -> tuple[Source, ...]:
    """A property of a block, with the same meaning in the outline, the navigation and (for `asUser`) the blocks."""
    return at(OUTLINE, name), at(NAVIGATION, name), at(BLOCKS, name)


def _further(description: str, *sources: Source) -> Any:
    """A field that needs a call of its own if the sequence is not read from an outline."""
    return field(description, *sources, further=from_outline)


def _is_lock(kind: Any) -> bool:
    return bool(kind == "lock")


@strawberry.type(description="Completion of a unit.")
class UnitCompletion(Node):
    id: strawberry.ID = identified(around("key"), around("block"), optional("learner"))
    completed: float = field("Number of completed blocks.", here("completion"))
    completable: int = field("Number of blocks that can be completed.", here("completable_children"))


@strawberry.type(description="Completion of a section or sequence, as the LMS counts it.")
class OutlineCompletion(Node):
    id: strawberry.ID = identified(around("key"), around("block"), optional("learner"))
    completed: float = field("Number of completed blocks.", here("completion"))
    completable: float = field("Number of blocks that can be completed.", here("completable_children"))


@strawberry.type(description="A unit (a vertical): one page of a sequence.")
class Unit(OpenUnitFields, Node):
    id: strawberry.ID = identified(
        around("key"), named("block", *_block("id")[1:], at(SEQUENCE, "id")), optional("learner")
    )
    key: UsageKey = field("Key of the unit.", *_block("id")[1:], at(SEQUENCE, "id"))
    title: str = field(
        "Name of the unit.", *_block("display_name")[1:], at(SEQUENCE, "page_title", "display_name", via=unit_title)
    )
    complete: bool | None = field(
        "Whether the viewer has completed the unit; null for a visitor.",
        *_block("complete")[1:],
        at(SEQUENCE, "complete"),
    )
    type: str | None = field(
        "Kind of content, which determines the icon. Known values: `video`, `problem`, `other`; `vertical` behind a "
        "prerequisite that is not met.",
        at(NAVIGATION, "icon"),
        at(SEQUENCE, "type"),
    )
    icon: str | None = field("The same as `type`.", at(NAVIGATION, "icon"), at(SEQUENCE, "type"))
    completion: UnitCompletion | None = field(
        "Completion by the viewer.", at(NAVIGATION, "completion_stat"), further=from_outline
    )


@strawberry.type(
    description="A sequence (a subsection). Some fields come only from the sequence's own endpoint, and others "
    "only from the outline; to select both kinds takes a further call."
)
class Sequence(OpenSequenceFields, Node):
    id: strawberry.ID = identified(
        around("key"), named("block", *_block("id"), at(SEQUENCE, "item_id")), optional("learner")
    )
    key: UsageKey = field("Key of the sequence.", *_block("id"), at(SEQUENCE, "item_id"))
    title: str = field(
        "Name of the sequence. As in the LMS, the number of graded problems is appended.",
        *_block("display_name"),
        known("sequence_title"),
        at(SEQUENCE, "display_name"),
    )
    name: str | None = _further(
        "Name as the course team wrote it, without the number of problems.",
        at(LEARNING_SEQUENCES, "title"),
        at(SEQUENCE, "display_name"),
    )
    is_locked: bool | None = _further(
        "Whether the sequence is behind an unmet prerequisite; null with `asUser`, because the LMS reports it for the "
        "viewer only. See `accessible`.",
        at(OUTLINE, "type", via=_is_lock),
        at(NAVIGATION, "type", via=_is_lock),
        at(BLOCKS, "type", via=lambda kind: True if kind == "lock" else None),
    )
    complete: bool | None = _further("Whether the viewer has completed it.", *_block("complete"))
    resume_block: bool | None = _further("Whether it contains the viewer's last position.", *_block("resume_block"))
    hide_from_toc: bool | None = _further("Whether it is hidden from tables of contents.", *_block("hide_from_toc"))
    due: DateTime | None = _further("When the sequence is due for the viewer.", *_block("due"))
    icon: str | None = _further("Icon of the assignment type.", at(OUTLINE, "icon"), at(NAVIGATION, "icon"))
    description: str | None = _further(
        "Assignment type, or the conditions of an exam.", at(OUTLINE, "description"), at(NAVIGATION, "description")
    )
    effort_time: int | None = _further("Estimated time in seconds.", *_block("effort_time"))
    effort_activities: int | None = _further("Estimated number of activities.", *_block("effort_activities"))
    show_link: bool | None = _further(
        "Whether the viewer may open the sequence.",
        present(at(OUTLINE, "lms_web_url")),
        present(at(BLOCKS, "lms_web_url")),
    )
    web_url: URL | None = _further(
        "URL of the sequence; null if it cannot be opened.", at(OUTLINE, "lms_web_url"), at(BLOCKS, "lms_web_url")
    )
    accessible: bool | None = _further(
        "Whether schedule and prerequisites allow the viewer to open it.", at(LEARNING_SEQUENCES, "accessible")
    )
    start: DateTime | None = _further(
        "Release date; null if it is inherited from the section.", at(LEARNING_SEQUENCES, "start")
    )
    effective_start: DateTime | None = _further(
        "Release date, including inherited ones.", at(LEARNING_SEQUENCES, "effective_start")
    )
    special_exam_info: str | None = _further(
        "Kind of special exam, in the viewer's language, such as `Timed Exam`; null if it is none.",
        at(NAVIGATION, "special_exam_info"),
    )
    completion: OutlineCompletion | None = _further("Completion by the viewer.", at(NAVIGATION, "completion_stat"))
    units: list[Unit] | None = field(
        "The units, in order.",
        child_blocks(NAVIGATION, NAVIGATION_BLOCKS, "vertical"),
        child_blocks(BLOCKS, NAVIGATION_BLOCKS, "vertical"),
        at(SEQUENCE, "items"),
    )


@strawberry.type(description="A section (a chapter) of a course.")
class Section(Node):
    id: strawberry.ID = identified(around("key"), named("block", *_block("id")), optional("learner"))
    key: UsageKey = field("Key of the section.", *_block("id"))
    title: str = field("Name of the section.", *_block("display_name"))
    complete: bool | None = field("Whether the viewer has completed it.", *_block("complete"))
    resume_block: bool | None = field("Whether it contains the viewer's last position.", *_block("resume_block"))
    hide_from_toc: bool | None = field("Whether it is hidden from tables of contents.", *_block("hide_from_toc"))
    completion: OutlineCompletion | None = field("Completion by the viewer.", at(NAVIGATION, "completion_stat"))
    sequences: list[Sequence] = field(
        "The sequences, in order. `isLocked` is true for one with an unmet prerequisite.",
        child_blocks(OUTLINE, OUTLINE_BLOCKS, "sequential", "lock"),
        child_blocks(NAVIGATION, NAVIGATION_BLOCKS, "sequential", "lock"),
        child_blocks(BLOCKS, NAVIGATION_BLOCKS, "sequential"),
        by_key(NAVIGATION, NAVIGATION_BLOCKS),
        by_key(LEARNING_SEQUENCES, "outline.sequences"),
    )


@strawberry.type(description="A sequence that is not released yet.")
class ScheduledSequence(Node):
    id: strawberry.ID = identified(around("key"), here("id"), optional("learner"))
    key: UsageKey = field("Key of the sequence.", here("id"))
    title: str = field("Name of the sequence.", here("title"))
    effective_start: DateTime = field("Release date, including inherited ones.", here("effective_start"))


@strawberry.type(description="The outline of a course as the viewer may see it.")
class Outline(Node):
    id: strawberry.ID = identified(around("key"), optional("learner"))
    key: UsageKey = field("Key of the course block.", *_block("id"))
    title: str = field("Name of the course.", *_block("display_name"))
    has_scheduled_content: bool | None = field(
        "Whether some content is not released yet.",
        at(OUTLINE, "has_scheduled_content"),
        at(NAVIGATION, "has_scheduled_content"),
    )
    scheduled_sequences: list[ScheduledSequence] | None = field(
        "Sequences that the viewer cannot open before their release date, by that date; the sections do not have them.",
        at(LEARNING_SEQUENCES, "outline.sequences", via=scheduled_sequences),
    )
    sections: list[Section] = field(
        "The sections, in order.",
        child_blocks(OUTLINE, OUTLINE_BLOCKS, "chapter"),
        child_blocks(NAVIGATION, NAVIGATION_BLOCKS, "chapter"),
        child_blocks(BLOCKS, NAVIGATION_BLOCKS, "chapter"),
        by_key(NAVIGATION, NAVIGATION_BLOCKS),
        carried(LEARNING_SEQUENCES),
    )
