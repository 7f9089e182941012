"""The filters of the gradebook."""

from __future__ import annotations

from gateway.demo.http.errors import BadRequestError
from gateway.demo.http.route import Call
from gateway.demo.world.course import Course
from gateway.demo.world.grades import course_grade, subsection_grade
from gateway.demo.world.people import Enrollment


def matches(call: Call, course: Course, row: Enrollment) -> bool:
    """Whether a learner passes every filter of the query."""
    return _named(call, course, row) and _grouped(call, course, row) and _graded(call, course, row)


def _named(call: Call, course: Course, row: Enrollment) -> bool:
    user = row.user
    text = (call.arg("user_contains") or "").lower()
    student_key = call.world.programs.student_key(user, course) or ""
    if text and not any(text in name.lower() for name in (user.username, user.email, student_key)):
        return False
    return (call.arg("username_contains") or "").lower() in user.username.lower()


def _grouped(call: Call, course: Course, row: Enrollment) -> bool:
    """Cohort, mode and course roles. An unknown cohort has no members."""
    cohort = call.arg("cohort_id")
    if cohort and row.user.username not in call.world.institution.cohorts.get(course.key, {}).get(cohort, ()):
        return False
    if (mode := call.arg("enrollment_mode")) and row.mode != mode:
        return False
    excluded = call.query.get("excluded_course_roles", [])
    roles = [role for key, role in row.user.roles if key == course.key]
    return not any(role in excluded or "all" in excluded for role in roles)


def _graded(call: Call, course: Course, row: Enrollment) -> bool:
    """Grade ranges, in percent. A subsection counts only once it was attempted."""
    learner = call.world.learner(row.user, course)
    low, high = _percent(call, "course_grade_min"), _percent(call, "course_grade_max")
    if not _within(course_grade(course, learner).percent, low, high):
        return False
    block = course.blocks.get(call.arg("assignment") or "")
    low, high = _percent(call, "assignment_grade_min"), _percent(call, "assignment_grade_max")
    if block is None or (low is None and high is None):
        return True
    grade = subsection_grade(block, learner)
    attempted = grade.override is not None or any(leaf.usage in learner.attempted for leaf in block.leaves)
    return attempted and _within(grade.percent, low, high)


def _within(value: float, low: float | None, high: float | None) -> bool:
    return (low is None or value >= low) and (high is None or value <= high)


def _percent(call: Call, name: str) -> float | None:
    """A bound given in percent, as 0..1."""
    text = call.arg(name)
    if not text:
        return None
    try:
        return float(text) / 100
    except ValueError as error:
        raise BadRequestError(f"{name}: not a number: {text}") from error
