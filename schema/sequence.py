"""What a sequence and its units show when a learner has the sequence open."""

from typing import Any

import strawberry

from loaders.endpoints.sequence import SEQUENCE
from resolvers import steps
from resolvers.sequence import opened, opened_unit
from resolvers.source import around, at, here
from schema.declare import field, identified
from schema.relay import Node
from schema.scalars import HTML, URL, UsageKey


def unit_title(title: Any, other: Any) -> Any:
    """A unit's name: one behind a prerequisite has it in another place."""
    return title if title is not None else other


@strawberry.type(description="What has to be passed before a sequence opens.")
class GatedContent(Node):
    id: strawberry.ID = identified(around("key"), around("block"))
    gated: bool = field("Whether the sequence is closed until the prerequisite is met.", here("gated"))
    prereq_url: URL | None = field("Where the prerequisite is; null when there is none.", here("prereq_url"))
    prereq_key: UsageKey | None = field("Key of the prerequisite sequence.", here("prereq_id"))
    prereq_section_name: str | None = field("Name of the prerequisite sequence.", here("prereq_section_name"))
    gated_section_name: str | None = field("Name of the sequence that waits.", here("gated_section_name"))


def _unit(description: str, *paths: str, via: Any = None) -> Any:
    return field(description, at(SEQUENCE, *paths, via=via), further=opened_unit, steps=steps.sequence.opened)


@strawberry.type(description="What a unit shows of itself in the open sequence.")
class OpenUnitFields:
    graded: bool | None = _unit("Whether it counts towards the grade.", "graded")
    bookmarked: bool | None = _unit("Whether the viewer bookmarked it.", "bookmarked")
    path: str | None = _unit("Names of section, sequence and unit, with ` > ` between them.", "path")
    contains_content_type_gated_content: bool | None = _unit(
        "Whether some of it is behind the paywall for this viewer.", "contains_content_type_gated_content"
    )
    is_gated: bool | None = _unit(
        "Whether it is behind a prerequisite that is not met; then only its key and title are told.",
        "is_gated",
        "id",
        via=lambda gated, _: bool(gated),
    )


def _open(description: str, path: str) -> Any:
    return field(description, at(SEQUENCE, path), further=opened, steps=steps.sequence.opened)


@strawberry.type(description="What a sequence shows of itself when it is open.")
class OpenSequenceFields:
    format: str | None = _open("Its assignment type as the course team named it; null when ungraded.", "format")
    position: int | None = _open("Number of the unit opened last, from 1; null when none was opened yet.", "position")
    next_url: URL | None = _open("The next sequence, where the LMS tells it.", "next_url")
    prev_url: URL | None = _open("The sequence before, where the LMS tells it.", "prev_url")
    banner_text: str | None = _open("A remark of the LMS, for staff.", "banner_text")
    is_time_limited: bool | None = _open("Whether it is a timed exam.", "is_time_limited")
    is_proctored: bool | None = _open("Whether it is a proctored exam.", "is_proctored")
    is_hidden_after_due: bool | None = _open("Whether it is closed because it is past due.", "is_hidden_after_due")
    show_completion: bool | None = _open("Whether completion is to be shown.", "show_completion")
    save_position: bool | None = _open("Whether the position is kept for the viewer.", "save_position")
    exclude_units: bool | None = _open("Whether the LMS leaves the units' content out.", "exclude_units")
    navigation_disabled: bool | None = _open("Whether one unit leads to no other.", "navigation_disabled")
    paywall_html: HTML | None = _open(
        "What to show instead of a timed exam behind the paywall; null otherwise.", "gated_sequence_paywall"
    )
    gated_content: GatedContent | None = _open("What has to be passed before.", "gated_content")
