"""Grades v1: course grades and the grading policy."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import ApiError, NotFoundError
from gateway.demo.http.pagination import cursor_page
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.grade_common import (
    PAGE_SIZE,
    enrolled_user,
    existing_course,
    require_own_or_staff,
    roster,
    signed_in,
)
from gateway.demo.world.access import is_course_staff
from gateway.demo.world.course import Course
from gateway.demo.world.grades import course_grade
from gateway.demo.world.keys import is_course_key
from gateway.demo.world.people import User
from gateway.demo.world.world import World


@signed_in
def course_grades(call: Call) -> Answer:
    """With `?username=` an array of one, otherwise (staff) P3 over all learners of the course."""
    require_own_or_staff(call)
    course = existing_course(call, call.params.get("course") or call.arg("course_id") or "")
    if call.arg("username"):
        return Answer([_grade(call.world, enrolled_user(call, course), course)])
    page = cursor_page(call, roster(call, course), lambda row: _grade(call.world, row.user, course), size=PAGE_SIZE)
    return Answer(page)


def _grade(world: World, user: User, course: Course) -> dict[str, Any]:
    grade = course_grade(course, world.learner(user, course))
    return {
        "username": user.username,
        "email": "",
        "course_id": course.key,
        "passed": grade.passed,
        "percent": grade.percent,
        "letter_grade": grade.letter,
    }


@signed_in
def policy(call: Call) -> Answer:
    """Course staff only; everybody else reads that the course does not exist."""
    key = call.params["course"]
    if not is_course_key(key):
        raise ApiError("The provided course key cannot be parsed.", status=400, code="invalid_course_key")
    course = call.world.course(key)
    if course is None:
        raise NotFoundError("The course does not exist.", code="user_or_course_does_not_exist")
    if not is_course_staff(call.me, course):
        raise ApiError("The course does not exist.", status=403, code="user_or_course_does_not_exist")
    rows = [
        {"assignment_type": one.type, "count": one.min_count, "dropped": one.drop_count, "weight": one.weight}
        for one in course.policies
    ]
    return Answer(rows)


_V1 = "/api/grades/v1"
ROUTES = (
    Route(
        "grades.courses",
        (f"{_V1}/courses", f"{_V1}/courses/{{course}}"),
        {"GET": course_grades},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
    ),
    Route(
        "grades.policy",
        (f"{_V1}/policy/courses/{{course}}",),
        {"GET": policy},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
    ),
)
