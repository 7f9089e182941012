"""The fields of one block in the blocks API. A field that has no data is left out, never null."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from gateway.demo.http.route import Call
from gateway.demo.views.block_completion import Marks
from gateway.demo.world.access import Viewer
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Block
from gateway.demo.world.keys import in_path

_MULTI_DEVICE = frozenset({"html", "problem", "discussion"})


def exam_info(block: Block) -> dict[str, Any] | None:
    """What a timed exam says of itself; null for other blocks."""
    if "exam" not in block.attributes:
        return None
    return {
        "suggested_icon": "fa-clock-o",
        "short_description": "Timed Exam",
        "in_completed_state": False,
        "status": None,
    }


# Fields that depend on the block alone.
_PLAIN: dict[str, Callable[[Block], Any]] = {
    "graded": lambda block: block.graded,
    "format": lambda block: block.format,
    "start": lambda block: iso(block.start),
    "weight": lambda block: block.attributes.get("weight"),
    "has_score": lambda block: block.has_score,
    "show_correctness": lambda block: block.attributes.get("show_correctness", "always"),
    "hide_from_toc": lambda block: bool(block.attributes.get("hide_from_toc", False)),
    "student_view_multi_device": lambda block: block.type in _MULTI_DEVICE,
    "special_exam_info": exam_info,
    "effort_time": lambda block: block.attributes.get("effort_time"),
    "effort_activities": lambda block: block.attributes.get("effort_activities"),
    "visible_to_staff_only": lambda block: block.staff_only,
}


class FieldReader:
    """Reads blocks for one call: requested fields, counts and student view data are worked out once."""

    def __init__(self, viewer: Viewer, call: Call, *, all_blocks: bool) -> None:
        self.viewer = viewer
        self.all_blocks = all_blocks
        self.fields = frozenset(call.args("requested_fields"))
        self.counts = call.args("block_counts")
        self.view_data = frozenset(call.args("student_view_data"))
        self._learner = viewer.learner
        self._dues = viewer.dues() if "due" in self.fields and not all_blocks else {}
        self._gated = viewer.gated and "contains_gated_content" in self.fields
        self._marks: Marks | None = None
        self._static = static_fields(viewer)
        self._readers: dict[str, Callable[[Block], Any]] = {
            "due": self._due,
            "has_scheduled_content": self._scheduled,
            "contains_gated_content": self._contains_gated,
            **_PLAIN,
        }
        self._wanted = [name for name in self._readers if name in self.fields]

    def read(self, block: Block, children: list[str]) -> dict[str, Any]:
        """The fields of a block; `children` are those that stay in the answer."""
        values = {name: value for name, value in self._values(block) if value is not None}
        fields = self._static[block.usage] | values
        if self.counts:
            fields["block_counts"] = {name: block.counts.get(name, 0) for name in self.counts}
        if "children" in self.fields and children:
            fields["children"] = children
        if "completion" in self.fields and block.completable and not self.all_blocks:
            fields["completion"] = float(self._learner.completion.get(block.usage, 0.0))
        if self._marks is not None:
            if "complete" in self.fields and block.usage in self._marks.complete:
                fields["complete"] = True
            if "resume_block" in self.fields and block.usage in self._marks.resume:
                fields["resume_block"] = True
        return fields

    def mark(self, order: list[Block], children: dict[str, list[str]]) -> None:
        """Works out what is complete within these blocks, where `completion` is asked for: nothing is, without it."""
        if "completion" in self.fields and not self.all_blocks:
            self._marks = Marks(self._learner, order, children)

    def _values(self, block: Block) -> Iterator[tuple[str, Any]]:
        """Requested fields by name; None says that the block has no such data."""
        readers = self._readers
        for name in self._wanted:
            yield name, readers[name](block)
        if block.type in self.view_data:
            yield "student_view_data", self._student_view(block)

    @property
    def _is_learner(self) -> bool:
        return self.viewer.enrollment is not None and not self.viewer.is_staff

    def _due(self, block: Block) -> str | None:
        if self.all_blocks:
            return None if self.viewer.course.self_paced else iso(block.due)
        return iso(self._dues.get(block.usage))

    def _scheduled(self, block: Block) -> bool | None:
        return has_scheduled_content(self.viewer) if block.parent is None and self._is_learner else None

    def _contains_gated(self, block: Block) -> bool | None:
        gated = self._gated and (block.graded or any(leaf.graded for leaf in block.leaves))
        return gated or None

    def _student_view(self, block: Block) -> dict[str, Any] | None:
        if block.type == "discussion":
            return {"topic_id": block.attributes.get("topic", block.block_id)}
        if block.type != "video":
            return None
        if block.attributes.get("web_only"):
            return {"only_on_web": True}
        return self._video(block)

    def _video(self, block: Block) -> dict[str, Any]:
        attributes = block.attributes
        download = (
            f"{self.viewer.world.site.base_url}/courses/{in_path(self.viewer.course.key)}/xblock/{in_path(block.usage)}"
            "/handler_noauth/transcript/download?lang="
        )
        encoded: dict[str, Any] = {}
        if mp4 := attributes.get("mp4"):
            encoded["fallback"] = {"url": mp4, "file_size": 0, "stream_priority": 6}
        if youtube := attributes.get("youtube"):
            url = f"https://www.youtube.com/watch?v={youtube}"
            encoded["youtube"] = {"url": url, "file_size": 0, "stream_priority": 0}
        return {
            "only_on_web": False,
            "duration": attributes.get("duration"),
            "transcripts": {language: download + language for language in attributes.get("transcripts", ())},
            "encoded_videos": encoded,
            "all_sources": [mp4] if (mp4 := attributes.get("mp4")) else [],
        }


def has_scheduled_content(viewer: Viewer) -> bool:
    """Is anything of the course still to be released to learners?"""
    now = viewer.world.now
    return any(block.effective_start is not None and block.effective_start > now for block in viewer.course.post_order)


def static_fields(viewer: Viewer) -> dict[str, dict[str, Any]]:
    """The keys every answer has, by usage key; they never change, so they are built once a course."""
    course, site = viewer.course, viewer.world.site
    if "blocks" not in course.static:
        course.static["blocks"] = {
            block.usage: {
                "id": block.usage,
                "block_id": block.block_id,
                "lms_web_url": site.jump_to(course.key, block.usage),
                "legacy_web_url": f"{site.jump_to(course.key, block.usage)}?experience=legacy",
                "student_view_url": f"{site.base_url}/xblock/{block.usage}",
                "type": block.type,
                "display_name": block.name,
            }
            for block in course.post_order
        }
    fields: dict[str, dict[str, Any]] = course.static["blocks"]
    return fields
