"""Generated courses: one large block tree, and many small courses, for load and paging."""

from __future__ import annotations

from typing import Any

LARGE_KEY = "course-v1:Demo+Large+{blocks}"
GENERATED_KEY = "course-v1:Demo+Gen{index}+2026"

_PER_CHAPTER_SEQUENTIALS = 4
_PER_SEQUENTIAL_UNITS = 4
_LEAVES = ("html", "video", "problem")


def large_course(blocks: int) -> dict[str, Any]:
    """A course of about `blocks` blocks: two components a unit, four units a sequential, four sequentials a chapter."""
    per_chapter = 1 + _PER_CHAPTER_SEQUENTIALS * (1 + _PER_SEQUENTIAL_UNITS * 3)
    count = max(1, round((blocks - 1) / per_chapter))
    return {
        **_settings(LARGE_KEY.format(blocks=blocks), f"Large Course of {blocks} Blocks"),
        "weeks": 12,
        "chapters": [_chapter(chapter) for chapter in range(1, count + 1)],
    }


def generated_course(index: int) -> dict[str, Any]:
    """The `index`-th small generated course (one chapter)."""
    return {
        **_settings(GENERATED_KEY.format(index=index), f"Generated Course {index}"),
        "chapters": [_chapter(1)],
    }


def _settings(key: str, name: str) -> dict[str, Any]:
    return {
        "key": key,
        "name": name,
        "start": "-60d 00:00",
        "end": "+200d 00:00",
        "pacing": "self",
        "short_description": "Generated content.",
        "effort": "2 hours",
        "overview": "<p>Generated content.</p>",
        "certificates": True,
        "modes": [
            {"slug": "audit", "name": "Audit"},
            {"slug": "verified", "name": "Verified Certificate", "min_price": 49, "sku": "GEN0001"},
        ],
        "grading": {
            "cutoffs": {"Pass": 0.6},
            "policies": [{"type": "Homework", "short_label": "HW", "min_count": 1, "drop_count": 0, "weight": 1.0}],
        },
    }


def _chapter(chapter: int) -> dict[str, Any]:
    sequentials = [_sequential(chapter, number) for number in range(1, _PER_CHAPTER_SEQUENTIALS + 1)]
    return {"type": "chapter", "id": f"c{chapter}", "name": f"Section {chapter}", "children": sequentials}


def _sequential(chapter: int, number: int) -> dict[str, Any]:
    graded = number == _PER_CHAPTER_SEQUENTIALS
    where = f"c{chapter}s{number}"
    units = []
    for unit in range(1, _PER_SEQUENTIAL_UNITS + 1):
        types = ("problem", "problem") if graded else (_LEAVES[unit % 3], "html")
        units.append(
            {
                "type": "vertical",
                "id": f"{where}u{unit}",
                "name": f"Unit {chapter}.{number}.{unit}",
                "children": [
                    {"type": kind, "id": f"{where}u{unit}b{place}", "name": kind.title()}
                    for place, kind in enumerate(types, 1)
                ],
            }
        )
    block: dict[str, Any] = {
        "type": "sequential",
        "id": where,
        "name": f"{'Homework' if graded else 'Lesson'} {chapter}.{number}",
        "children": units,
    }
    if graded:
        block |= {"format": "Homework", "graded": True}
    return block
