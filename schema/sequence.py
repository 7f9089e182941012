"""The sequence that a learner has open, and its units."""

from typing import Any

import strawberry

from resolvers.source import around, here, named
from schema.declare import field, identified
from schema.scalars import HTML, URL, UsageKey


def _first(title: Any, other: Any) -> Any:
    return title if title is not None else other


@strawberry.type(description="What has to be passed before a sequence opens.")
class GatedContent:
    id: strawberry.ID = identified(around("block"))
    gated: bool = field("Whether the sequence is closed until the prerequisite is met.", here("gated"))
    prereq_url: URL | None = field("Where the prerequisite is; null when there is none.", here("prereq_url"))
    prereq_key: UsageKey | None = field("Key of the prerequisite sequence.", here("prereq_id"))
    prereq_section_name: str | None = field("Name of the prerequisite sequence.", here("prereq_section_name"))
    gated_section_name: str | None = field("Name of the sequence that waits.", here("gated_section_name"))


@strawberry.type(description="A unit of the open sequence.")
class SequenceUnit:
    id: strawberry.ID = identified(here("id"))
    key: UsageKey = field("Key of the unit.", here("id"))
    title: str | None = field("Name of the unit.", here("page_title", "display_name", via=_first))
    type: str = field(
        "What it holds, which its icon shows. Known values: `video`, `problem`, `other`; `vertical` behind a "
        "prerequisite that is not met.",
        here("type"),
    )
    complete: bool | None = field("Whether the viewer has done it; null for a visitor.", here("complete"))
    graded: bool | None = field("Whether it counts towards the grade.", here("graded"))
    bookmarked: bool | None = field("Whether the viewer bookmarked it.", here("bookmarked"))
    path: str | None = field("Names of section, sequence and unit, with ` > ` between them.", here("path"))
    contains_content_type_gated_content: bool | None = field(
        "Whether some of it is behind the paywall for this viewer.", here("contains_content_type_gated_content")
    )
    is_gated: bool = field(
        "Whether it is behind a prerequisite that is not met; then only its key and title are told.",
        here("is_gated", "id", via=lambda gated, _: bool(gated)),
    )


@strawberry.type(
    description="A sequence that the viewer has open. The LMS tells of it without asking for an enrolment: "
    "`Course.access` says whether the viewer may be there."
)
class SequenceContent:
    id: strawberry.ID = identified(named("block", here("item_id")))
    key: UsageKey = field("Key of the sequence, also when it was asked by the key of a unit.", here("item_id"))
    title: str | None = field("Name of the sequence.", here("display_name"))
    format: str | None = field("Its assignment type as the course team named it; null when ungraded.", here("format"))
    position: int | None = field(
        "Number of the unit opened last, from 1; null when none was opened yet.", here("position")
    )
    next_url: URL | None = field("The next sequence, where the LMS tells it.", here("next_url"))
    prev_url: URL | None = field("The sequence before, where the LMS tells it.", here("prev_url"))
    banner_text: str | None = field("A remark of the LMS, for staff.", here("banner_text"))
    is_time_limited: bool = field("Whether it is a timed exam.", here("is_time_limited"))
    is_proctored: bool = field("Whether it is a proctored exam.", here("is_proctored"))
    is_hidden_after_due: bool | None = field(
        "Whether it is closed because it is past due.", here("is_hidden_after_due")
    )
    show_completion: bool = field("Whether completion is to be shown.", here("show_completion"))
    save_position: bool = field("Whether the position is kept for the viewer.", here("save_position"))
    exclude_units: bool = field("Whether the LMS leaves the units' content out.", here("exclude_units"))
    navigation_disabled: bool | None = field("Whether one unit leads to no other.", here("navigation_disabled"))
    paywall_html: HTML | None = field(
        "What to show instead of a timed exam behind the paywall; null otherwise.", here("gated_sequence_paywall")
    )
    gated_content: GatedContent | None = field("What has to be passed before.", here("gated_content"))
    units: list[SequenceUnit] = field("Its units, in order.", here("items"))
