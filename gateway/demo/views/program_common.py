"""Shared by the program views: finding the program and its course, and permissions."""

from __future__ import annotations

from gateway.demo.http.errors import NotFoundError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call
from gateway.demo.views.pages import HTML
from gateway.demo.world.course import Course
from gateway.demo.world.programs import Program

PAGE_SIZE = 100
V1 = "/api/program_enrollments/v1"
_FORBIDDEN = """
<!doctype html>
<html lang="en">
<head>
  <title>403 Forbidden</title>
</head>
<body>
  <h1>403 Forbidden</h1><p></p>
</body>
</html>
"""


def existing_program(call: Call) -> Program:
    """404 `program_does_not_exist` otherwise."""
    program = call.world.programs.by_uuid.get(call.params["program"].lower())
    if program is None:
        raise NotFoundError("no program exists with given key", code="program_does_not_exist")
    return program


def staff_program(call: Call) -> Program:
    """Rosters are for global staff (and service users, of which the stand-in has none)."""
    if not call.me.is_staff:
        raise PermissionDeniedError
    return existing_program(call)


def staff_program_course(call: Call) -> tuple[Program, Course]:
    """404 `course_does_not_exist` or `course_not_in_program` for a run outside the curriculum."""
    program = staff_program(call)
    course = call.world.course(call.params["course"])
    if course is None:
        raise NotFoundError("no course exists with given key", code="course_does_not_exist")
    if course not in program.curriculum:
        text = "the program's curriculum does not contain the given course"
        raise NotFoundError(text, code="course_not_in_program")
    return program, course


def forbidden_page() -> Answer:
    """The web framework's own 403 page: these views refuse outside the REST framework."""
    return Answer(_FORBIDDEN, 403, content_type=HTML)
