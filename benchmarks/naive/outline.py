"""The outline: sections and sequences from the LMS's flat map of blocks."""

from typing import Any

import strawberry

from benchmarks.naive.lms import absolute
from benchmarks.naive.parts import URL, DateTime, UsageKey


@strawberry.type
class Sequence:
    key: UsageKey
    title: str
    complete: bool
    resume_block: bool
    hide_from_toc: bool | None
    due: DateTime | None
    icon: str | None
    description: str | None
    effort_time: int | None
    effort_activities: int | None
    show_link: bool
    web_url: URL | None

    @classmethod
    def from_json(cls, block: dict[str, Any]) -> "Sequence":
        return cls(
            key=block["id"],
            title=block["display_name"],
            complete=block["complete"],
            resume_block=block["resume_block"],
            hide_from_toc=block.get("hide_from_toc"),
            due=block.get("due"),
            icon=block.get("icon"),
            description=block.get("description"),
            effort_time=block.get("effort_time"),
            effort_activities=block.get("effort_activities"),
            show_link=block["lms_web_url"] is not None,
            web_url=absolute(block["lms_web_url"]),  # type: ignore[arg-type]
        )


@strawberry.type
class Section:
    key: UsageKey
    title: str
    complete: bool
    resume_block: bool
    hide_from_toc: bool | None
    sequences: list[Sequence]

    @classmethod
    def from_json(cls, block: dict[str, Any], blocks: dict[str, Any]) -> "Section":
        return cls(
            key=block["id"],
            title=block["display_name"],
            complete=block["complete"],
            resume_block=block["resume_block"],
            hide_from_toc=block.get("hide_from_toc"),
            sequences=[
                Sequence.from_json(blocks[key])
                for key in block["children"]
                if blocks[key]["type"] in {"sequential", "lock"}
            ],
        )


@strawberry.type
class Outline:
    has_scheduled_content: bool | None
    sections: list[Section]

    @classmethod
    def from_json(cls, data: dict[str, Any] | None) -> "Outline | None":
        if data is None:
            return None
        blocks = data["blocks"]
        course = next(block for block in blocks.values() if block["type"] == "course")
        return cls(
            has_scheduled_content=course["has_scheduled_content"],
            sections=[Section.from_json(blocks[key], blocks) for key in course["children"]],
        )
