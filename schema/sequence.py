"""Fields of a sequence and its units that are read from the sequence endpoint."""

from typing import Any

import strawberry

from loaders.endpoints.sequence import SEQUENCE
from resolvers.declare.source import around, at, here
from resolvers.sequence import from_sequence, unit_from_sequence
from schema.declare import field, identified
from schema.relay import Node
from schema.scalars import HTML, URL, UsageKey


def unit_title(title: Any, other: Any) -> Any:
    """A unit's name, also if it is behind a prerequisite."""
    return title if title is not None else other


@strawberry.type(description="A prerequisite of a sequence.")
class GatedContent(Node):
    id: strawberry.ID = identified(around("key"), around("block"))
    gated: bool = field("Whether the sequence is locked until the prerequisite is met.", here("gated"))
    prereq_url: URL | None = field("URL of the prerequisite; null if there is none.", here("prereq_url"))
    prereq_key: UsageKey | None = field("Key of the prerequisite sequence.", here("prereq_id"))
    prereq_section_name: str | None = field("Name of the prerequisite sequence.", here("prereq_section_name"))
    gated_section_name: str | None = field("Name of the locked sequence.", here("gated_section_name"))


def _unit(description: str, *paths: str, via: Any = None) -> Any:
    return field(description, at(SEQUENCE, *paths, via=via), further=unit_from_sequence)


@strawberry.type(description="Fields of a unit from the sequence endpoint.")
class OpenUnitFields:
    graded: bool | None = _unit("Whether the unit counts towards the grade.", "graded")
    bookmarked: bool | None = _unit("Whether the viewer has bookmarked the unit.", "bookmarked")
    path: str | None = _unit("Names of section, sequence and unit, separated by ` > `.", "path")
    contains_content_type_gated_content: bool | None = _unit(
        "Whether the viewer may not see some of the content, which is for verified learners.",
        "contains_content_type_gated_content",
    )
    is_gated: bool | None = _unit(
        "Whether the unit is behind an unmet prerequisite; then the LMS sends its key and title only.",
        "is_gated",
        "id",
        via=lambda gated, _: bool(gated),
    )


def _open(description: str, path: str) -> Any:
    return field(description, at(SEQUENCE, path), further=from_sequence)


@strawberry.type(description="Fields of a sequence from the sequence endpoint.")
class OpenSequenceFields:
    format: str | None = _open("Assignment type, as the course team named it; null if ungraded.", "format")
    position: int | None = _open(
        "Position of the unit that was opened last, starting with 1; null if none was opened yet.", "position"
    )
    next_url: URL | None = _open("URL of the next sequence, if the LMS sends it.", "next_url")
    prev_url: URL | None = _open("URL of the previous sequence, if the LMS sends it.", "prev_url")
    banner_text: str | None = _open("A note of the LMS for staff.", "banner_text")
    is_time_limited: bool | None = _open("Whether the sequence is a timed exam.", "is_time_limited")
    is_proctored: bool | None = _open("Whether the sequence is a proctored exam.", "is_proctored")
    is_hidden_after_due: bool | None = _open(
        "Whether the sequence is hidden because it is past due.", "is_hidden_after_due"
    )
    show_completion: bool | None = _open("Whether to show completion.", "show_completion")
    save_position: bool | None = _open("Whether the LMS stores the viewer's position.", "save_position")
    exclude_units: bool | None = _open("Whether the LMS omits the content of the units.", "exclude_units")
    navigation_disabled: bool | None = _open("Whether navigation between units is disabled.", "navigation_disabled")
    paywall_html: HTML | None = _open(
        "HTML to show instead of a timed exam for verified learners; null otherwise.", "gated_sequence_paywall"
    )
    gated_content: GatedContent | None = _open("The prerequisite.", "gated_content")
