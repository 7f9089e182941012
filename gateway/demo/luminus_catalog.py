"""The catalogue rows of the LumiNUS API, computed from the courses of the demo LMS."""

from __future__ import annotations

import re
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from gateway.demo.world.clock import iso
from gateway.demo.world.course import Course
from gateway.demo.world.world import World

_HOURS = re.compile(r"(\d+)(?:\s*[-to]+\s*(\d+))?")
_HOURS_A_CREDIT = 40


def course_runs(world: World) -> list[dict[str, Any]]:
    """`CourseRunSync` of every run that is open to the public and not over, by course key."""
    courses = [
        course
        for course in world.courses.values()
        if not course.settings.get("hidden") and not course.has_ended(world.now)
    ]
    return [_course_run(world, course) for course in courses]


def _course_run(world: World, course: Course) -> dict[str, Any]:
    """Dates are ISO 8601 UTC, effort is hours a week, price a decimal text; what is unknown is null."""
    low, high = _effort(course)
    weeks = course.settings.get("weeks")
    mode = course.verified_mode
    return {
        "id": str(uuid5(NAMESPACE_URL, course.key)),
        "courserunKey": course.key,
        "uuid": str(uuid5(NAMESPACE_URL, f"{course.org}+{course.number}")),
        "startDate": iso(course.start),
        "endDate": iso(course.end),
        "enrollmentStart": iso(course.enrollment_start),
        "enrollmentEnd": iso(course.enrollment_end),
        "minEffort": low,
        "maxEffort": high,
        "pacingType": "self_paced" if course.self_paced else "instructor_paced",
        "weeksToComplete": weeks,
        "availability": "Current" if course.has_started(world.now) else "Upcoming",
        "marketingUrl": f"https://www.demo.example/course/{course.number.lower()}",
        "enrollmentUrl": f"{world.site.base_url}/courses/{course.key}/about",
        "price": f"{mode.min_price if mode else 0}.00",
        "type": "verified" if mode else "audit",
        "modularCredit": round(weeks * high / _HOURS_A_CREDIT) if weeks and high else None,
    }


def _effort(course: Course) -> tuple[int | None, int | None]:
    """`"3 hours"` or `"2-4 hours"` a week."""
    match = _HOURS.search(course.settings.get("effort") or "")
    if match is None:
        return None, None
    return int(match[1]), int(match[2] or match[1])
