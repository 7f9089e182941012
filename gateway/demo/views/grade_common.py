"""Shared by the grades views: finding course and learner, permissions, and numbered assignments."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gateway.demo.http.errors import ApiError, AuthenticationError, NotFoundError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call
from gateway.demo.world.access import is_course_staff
from gateway.demo.world.course import Block, Course
from gateway.demo.world.keys import is_course_key
from gateway.demo.world.people import Enrollment, User

PAGE_SIZE = 50


def signed_in(view: Callable[[Call], Answer]) -> Callable[[Call], Answer]:
    """Grades views refuse visitors with a text of their own."""

    def guarded(call: Call) -> Answer:
        if call.user is None:
            raise AuthenticationError("Incorrect authentication credentials.")
        return view(call)

    return guarded


def require_own_or_staff(call: Call) -> None:
    """Global staff, or the caller's own name in `?username=`."""
    own = (call.arg("username") or "").lower() == call.me.username.lower()
    if not call.me.is_staff and not own:
        raise PermissionDeniedError


def existing_course(call: Call, key: str) -> Course:
    """404 `course_does_not_exist` or `invalid_course_key` otherwise."""
    if not is_course_key(key):
        raise NotFoundError("The provided course key cannot be parsed.", code="invalid_course_key")
    course = call.world.course(key)
    if course is None:
        raise NotFoundError(f"Requested grade for unknown course {key}", code="course_does_not_exist")
    return course


def require_author(call: Call, course: Course) -> None:
    """403 `user_permissions` for everybody but the course team."""
    if not is_course_staff(call.me, course):
        text = "The requesting user does not have course author permissions."
        raise ApiError(text, status=403, code="user_permissions")


def enrolled_user(call: Call, course: Course) -> User:
    """The user of `?username=`. 404 `user_does_not_exist` or `user_not_enrolled` otherwise."""
    name = (call.arg("username") or "").lower()
    user = next((user for user in call.world.users.values() if user.username.lower() == name), None)
    if user is None:
        raise NotFoundError("The user matching the requested username does not exist.", code="user_does_not_exist")
    if call.world.enrollment(user, course) is None:
        text = "The user matching the requested username is not enrolled in this course"
        raise NotFoundError(text, code="user_not_enrolled")
    return user


def roster(call: Call, course: Course) -> list[Enrollment]:
    """Active enrolments of a course in the order they were made."""
    rows = [row for row in call.world.enrollments.values() if row.course is course and row.is_active]
    return sorted(rows, key=lambda row: row.id)


def graded_subsections(course: Course) -> Iterator[tuple[Block, str]]:
    """Graded sequentials in course order, each with its label: short name and number within its type (`HW 01`)."""
    short = {policy.type: policy.short_label for policy in course.policies}
    seen: dict[str, int] = {}
    for block in course.sequentials():
        if block.graded and block.format in short:
            seen[block.format] = seen.get(block.format, 0) + 1
            yield block, f"{short[block.format]} {seen[block.format]:02d}"
