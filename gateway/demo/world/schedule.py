"""When things are due and released for one learner."""

from __future__ import annotations

from datetime import datetime, timedelta

from gateway.demo.world.course import Block, Course
from gateway.demo.world.people import Enrollment

_MIN_WEEKS, _MAX_WEEKS = 4, 18


def access_duration(course: Course) -> timedelta:
    """How long an audit learner keeps access, also the length over which relative due dates are spread."""
    weeks = int(course.settings.get("weeks", _MIN_WEEKS))
    return timedelta(weeks=min(max(weeks, _MIN_WEEKS), _MAX_WEEKS))


def due_dates(course: Course, enrollment: Enrollment | None) -> dict[str, datetime]:
    """Due date by usage key, only blocks that have one.

    Self-paced courses ignore authored dates: section i of n is due i/n of the course's length after the learner's
    start, and people without an enrolment have no dates. Otherwise the authored dates hold for everybody.
    """
    if not course.self_paced:
        authored: dict[str, datetime] = course.static.setdefault(
            "due", {block.usage: block.due for block in course.post_order if block.due is not None}
        )
        return authored
    if not course.relative_dates or enrollment is None:
        return {}
    length, sections = access_duration(course), len(course.chapters)
    dates: dict[str, datetime] = {}
    for place, graded in _graded_by_section(course):
        due = enrollment.schedule + length * (place / sections)
        dates.update(dict.fromkeys(graded, due))
    return dates


def _graded_by_section(course: Course) -> list[tuple[int, list[str]]]:
    """Section number (from 1) and the usage keys of every graded sequential in it with all that is below."""
    if "graded_by_section" not in course.static:
        course.static["graded_by_section"] = [
            (place, [block.usage for seq in chapter.children if seq.graded for block in seq.walk()])
            for place, chapter in enumerate(course.chapters, 1)
        ]
    sections: list[tuple[int, list[str]]] = course.static["graded_by_section"]
    return sections


def is_released(block: Block, now: datetime) -> bool:
    return block.effective_start is None or now >= block.effective_start
