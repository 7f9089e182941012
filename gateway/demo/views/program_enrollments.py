"""Program enrolments v1 for staff: the roster of a program and of its course runs, and grades."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.pagination import cursor_page
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.program_common import PAGE_SIZE, V1, staff_program, staff_program_course
from gateway.demo.views.program_writes import write_course, write_program
from gateway.demo.world.course import Course
from gateway.demo.world.grades import course_grade
from gateway.demo.world.programs import Program, ProgramEnrollment


def readonly_access(call: Call) -> Answer:
    """Staff: all programs of `?type=` (masters); everybody else: those of courses they teach or are enrolled in."""
    programs = [program for program in call.world.programs.by_uuid.values() if _may_read(call, program)]
    return Answer([{"uuid": program.uuid, "slug": program.slug} for program in programs])


def _may_read(call: Call, program: Program) -> bool:
    if call.me.is_staff:
        return program.type.lower() == (call.arg("type") or "masters").lower()
    taught = {key for key, role in call.me.roles if role in ("staff", "instructor")}
    return program.enrollment_of(call.me, active=True) is not None or any(
        course.key in taught for course in program.curriculum
    )


def roster(call: Call) -> Answer:
    """P3 in the order of enrolling."""
    rows = list(staff_program(call).roster.values())
    return Answer(cursor_page(call, rows, _row, size=PAGE_SIZE))


def _row(row: ProgramEnrollment) -> dict[str, Any]:
    return {
        "student_key": row.student_key,
        "status": row.status,
        "account_exists": row.user is not None,
        "curriculum_uuid": row.curriculum_uuid,
        "username": row.user.username if row.user else "",
        "email": row.user.email if row.user else "",
    }


def _of_course(program: Program, course: Course) -> list[ProgramEnrollment]:
    return [row for row in program.roster.values() if course.key in row.courses]


def course_roster(call: Call) -> Answer:
    """P3 of the learners who take the run through the program."""
    program, course = staff_program_course(call)

    def show(row: ProgramEnrollment) -> dict[str, Any]:
        staff = row.user is not None and (course.key, "staff") in row.user.roles
        return {
            "student_key": row.student_key,
            "status": row.courses[course.key],
            "account_exists": row.user is not None,
            "curriculum_uuid": row.curriculum_uuid,
            "course_staff": staff or row.student_key in call.world.programs.pending_staff.get(course.key, ()),
        }

    return Answer(cursor_page(call, _of_course(program, course), show, size=PAGE_SIZE))


def course_grades(call: Call) -> Answer:
    """P3 of learners with an account: 200, 204 without any, 207 when some grades and 422 when all failed."""
    program, course = staff_program_course(call)
    rows = [row for row in _of_course(program, course) if row.user is not None]
    if not rows:
        return Answer(status=204)

    def show(row: ProgramEnrollment) -> dict[str, Any]:
        failure = call.world.programs.grade_errors.get(row.student_key)
        if failure is not None:
            return {"student_key": row.student_key, "error": failure}
        grade = course_grade(course, call.world.learner(row.user, course))
        return {
            "student_key": row.student_key,
            "passed": grade.passed,
            "percent": grade.percent,
            "letter_grade": grade.letter,
        }

    page = cursor_page(call, rows, show, size=PAGE_SIZE)
    failed = sum("error" in row for row in page["results"])
    status = 200 if not failed else 422 if failed == len(page["results"]) else 207
    return Answer(page, status)


ROUTES = (
    Route(
        "program_enrollments.readonly_access",
        (f"{V1}/programs/enrollments", f"{V1}/programs/readonly_access"),
        {"GET": readonly_access},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
        login=True,
    ),
    Route(
        "program_enrollments.enrollments",
        (f"{V1}/programs/{{program:word}}/enrollments",),
        {"GET": roster, "POST": write_program, "PUT": write_program, "PATCH": write_program},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
        login=True,
    ),
    Route(
        "program_enrollments.course_enrollments",
        (f"{V1}/programs/{{program:word}}/courses/{{course}}/enrollments",),
        {"GET": course_roster, "POST": write_course, "PUT": write_course, "PATCH": write_course},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
        login=True,
    ),
    Route(
        "program_enrollments.course_grades",
        (f"{V1}/programs/{{program:word}}/courses/{{course}}/grades",),
        {"GET": course_grades},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
        login=True,
    ),
)
