"""The block dictionary of the outline and of the navigation sidebar."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from gateway.demo.views.block_fields import exam_info, has_scheduled_content
from gateway.demo.world.access import Viewer
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Block


class BlockTree:
    """Serialises the course from the root down: to sequentials for the outline, to units for navigation."""

    def __init__(self, viewer: Viewer, *, links: bool, units: bool) -> None:
        self._viewer = viewer
        self._links = links
        self._units = units
        learner = viewer.learner
        self._done = learner.done
        self._completion = learner.completion
        self._dues: dict[str, datetime] = viewer.dues()
        last = learner.last
        self._resume = frozenset() if last is None else frozenset([last.usage, *(b.usage for b in last.ancestors())])
        self._now = viewer.world.now
        self._scheduled = (
            has_scheduled_content(viewer) if viewer.enrollment is not None and not viewer.is_staff else None
        )
        self.blocks: dict[str, dict[str, Any]] = {}
        self._visit(viewer.course.root)

    def _visit(self, block: Block) -> None:
        row = self._row(block)
        self.blocks[block.usage] = row
        if block.type == "sequential" and (not self._units or row["type"] == "lock"):
            return
        if block.type == "vertical":
            return
        for child in block.children:
            if self._viewer.is_visible(child, self._now):
                self._visit(child)
                row["children"].append(child.usage)
        if self._units:
            row["completion_stat"] = self._containers_stat(block, row["children"])

    def _row(self, block: Block) -> dict[str, Any]:
        sequential = block.type == "sequential"
        exam = exam_info(block) if sequential else None
        locked = sequential and self._viewer.prerequisite_unmet(block) is not None
        row: dict[str, Any] = {
            "children": [],
            "complete": block.usage in self._done,
            "description": exam["short_description"] if exam else block.format if sequential else None,
            "display_name": _title(block) if sequential else block.name,
            "due": iso(self._dues.get(block.usage)),
            "effort_activities": block.attributes.get("effort_activities"),
            "effort_time": block.attributes.get("effort_time"),
            "icon": exam["suggested_icon"] if exam else _icon(block),
            "id": block.usage,
            "lms_web_url": None,
            "resume_block": block.usage in self._resume,
            "type": "lock" if locked else block.type,
            "has_scheduled_content": self._scheduled if block.parent is None else None,
            "hide_from_toc": bool(block.attributes.get("hide_from_toc", False)),
        }
        if self._links:
            row["lms_web_url"] = self._viewer.world.site.jump_to(self._viewer.course.key, block.usage)
        if self._units:
            if exam:
                row["special_exam_info"] = exam["short_description"]
            row["completion_stat"] = _unit_stat(block, self._completion) if block.type == "vertical" else _NO_STAT
        return row

    def _containers_stat(self, block: Block, children: list[str]) -> dict[str, Any]:
        """A sequential counts its complete units, a chapter the units below it, the course its complete chapters."""
        rows = [self.blocks[usage] for usage in children]
        if block.type == "chapter":
            stats = [row["completion_stat"] for row in rows]
            return {
                "completion": sum(stat["completion"] for stat in stats),
                "completable_children": sum(stat["completable_children"] for stat in stats),
            }
        return {"completion": sum(1 for row in rows if row["complete"]), "completable_children": len(rows)}


_NO_STAT = {"completion": 0, "completable_children": 0}


def _title(block: Block) -> str:
    """Graded sequentials say how many problems they hold."""
    problems = block.counts.get("problem", 0)
    if not block.graded or not problems:
        return block.name
    return f"{block.name} ({problems} Question{'' if problems == 1 else 's'})"


def _icon(block: Block) -> str | None:
    if block.type == "vertical":
        kinds = {leaf.type for leaf in block.leaves}
        return "video" if "video" in kinds else "problem" if "problem" in kinds else "other"
    return "fa-pencil-square-o" if block.type == "sequential" and block.graded else None


def _unit_stat(block: Block, completion: dict[str, float]) -> dict[str, Any]:
    leaves = [leaf for leaf in block.leaves if leaf.completable]
    values = [completion[leaf.usage] for leaf in leaves if leaf.usage in completion]
    return {"completion": float(sum(values)) if values else 0, "completable_children": len(leaves)}
