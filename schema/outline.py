"""The outline of a course: sections, sequences, units."""

import strawberry

from loaders.blocks import BLOCKS
from loaders.course import LEARNING_SEQUENCES
from loaders.outline import NAVIGATION, OUTLINE
from resolvers.source import Source, around, at, by_key, carried, child_blocks, here, named, perhaps, present
from schema.declare import field, identified
from schema.scalars import URL, DateTime, UsageKey

OUTLINE_BLOCKS = "course_blocks.blocks"
NAVIGATION_BLOCKS = "blocks"


def _block(name: str) -> tuple[Source, ...]:
    """A property of a block, which the outline, the navigation and (for `asUser`) the blocks tell alike."""
    return at(OUTLINE, name), at(NAVIGATION, name), at(BLOCKS, name)


@strawberry.type(description="How much of a unit is done.")
class UnitCompletion:
    id: strawberry.ID = identified(around("block"), perhaps("learner"))
    completed: float = field("Completable blocks that are done.", here("completion"))
    completable: int = field("Blocks that can be completed.", here("completable_children"))


@strawberry.type(description="A unit (a vertical): one page of a sequence.")
class Unit:
    id: strawberry.ID = identified(named("block", *_block("id")[1:]), perhaps("learner"))
    key: UsageKey = field("Key of the unit.", at(NAVIGATION, "id"), at(BLOCKS, "id"))
    title: str = field("Name of the unit.", at(NAVIGATION, "display_name"), at(BLOCKS, "display_name"))
    complete: bool | None = field("Whether the viewer has done it.", *_block("complete")[1:])
    icon: str | None = field("What it holds. Known values: `video`, `problem`, `other`.", at(NAVIGATION, "icon"))
    completion: UnitCompletion | None = field("How much of it is done.", at(NAVIGATION, "completion_stat"))


@strawberry.type(description="A sequence (a subsection): what a learner works through in one go.")
class Sequence:
    id: strawberry.ID = identified(named("block", *_block("id")), perhaps("learner"))
    key: UsageKey = field("Key of the sequence.", *_block("id"))
    title: str = field("Name; with graded problems their number is appended, as the LMS does.", *_block("display_name"))
    is_locked: bool | None = field(
        "Whether it stands for content behind a prerequisite that is not met; null with `asUser`, since the LMS does "
        "not tell it of others: see `accessible`.",
        at(OUTLINE, "type", via=lambda kind: kind == "lock"),
        at(NAVIGATION, "type", via=lambda kind: kind == "lock"),
        at(BLOCKS, "type", via=lambda kind: True if kind == "lock" else None),
    )
    complete: bool | None = field("Whether the viewer has done it.", *_block("complete"))
    resume_block: bool | None = field("Whether the viewer's last position is in it.", *_block("resume_block"))
    hide_from_toc: bool | None = field("Whether it is left out of tables of contents.", *_block("hide_from_toc"))
    due: DateTime | None = field("When it is due for the viewer.", *_block("due"))
    icon: str | None = field("Icon of its kind of assignment.", at(OUTLINE, "icon"), at(NAVIGATION, "icon"))
    description: str | None = field(
        "Its assignment type, or the exam's conditions.", at(OUTLINE, "description"), at(NAVIGATION, "description")
    )
    effort_time: int | None = field("Estimated time in seconds.", *_block("effort_time"))
    effort_activities: int | None = field("Estimated number of activities.", *_block("effort_activities"))
    show_link: bool = field(
        "Whether the viewer may open it.",
        present(at(OUTLINE, "lms_web_url")),
        present(at(BLOCKS, "lms_web_url")),
    )
    web_url: URL | None = field(
        "Where it is; null when it cannot be opened.", at(OUTLINE, "lms_web_url"), at(BLOCKS, "lms_web_url")
    )
    accessible: bool | None = field(
        "Whether the viewer may enter it by schedule and prerequisites.", at(LEARNING_SEQUENCES, "accessible")
    )
    start: DateTime | None = field(
        "When it is released; null when it inherits the section's date.", at(LEARNING_SEQUENCES, "start")
    )
    effective_start: DateTime | None = field(
        "When it is released, inherited dates included.", at(LEARNING_SEQUENCES, "effective_start")
    )
    units: list[Unit] | None = field(
        "Its units, in order.",
        child_blocks(NAVIGATION, NAVIGATION_BLOCKS, "vertical"),
        child_blocks(BLOCKS, NAVIGATION_BLOCKS, "vertical"),
    )


@strawberry.type(description="A section (a chapter) of a course.")
class Section:
    id: strawberry.ID = identified(named("block", *_block("id")), perhaps("learner"))
    key: UsageKey = field("Key of the section.", *_block("id"))
    title: str = field("Name of the section.", *_block("display_name"))
    complete: bool | None = field("Whether the viewer has done it.", *_block("complete"))
    resume_block: bool | None = field("Whether the viewer's last position is in it.", *_block("resume_block"))
    hide_from_toc: bool | None = field("Whether it is left out of tables of contents.", *_block("hide_from_toc"))
    sequences: list[Sequence] = field(
        "Its sequences, in order; one behind an unmet prerequisite is marked `isLocked`.",
        child_blocks(OUTLINE, OUTLINE_BLOCKS, "sequential", "lock"),
        child_blocks(NAVIGATION, NAVIGATION_BLOCKS, "sequential", "lock"),
        child_blocks(BLOCKS, NAVIGATION_BLOCKS, "sequential"),
        by_key(NAVIGATION, NAVIGATION_BLOCKS),
        by_key(LEARNING_SEQUENCES, "outline.sequences"),
    )


@strawberry.type(description="The outline of a course as the viewer may see it.")
class Outline:
    id: strawberry.ID = identified(around("key"), perhaps("learner"))
    title: str = field("Name of the course.", *_block("display_name"))
    has_scheduled_content: bool | None = field(
        "Whether content is still to be released.", at(OUTLINE, "has_scheduled_content")
    )
    sections: list[Section] = field(
        "The sections, in order.",
        child_blocks(OUTLINE, OUTLINE_BLOCKS, "chapter"),
        child_blocks(NAVIGATION, NAVIGATION_BLOCKS, "chapter"),
        child_blocks(BLOCKS, NAVIGATION_BLOCKS, "chapter"),
        by_key(NAVIGATION, NAVIGATION_BLOCKS),
        carried(LEARNING_SEQUENCES),
    )
