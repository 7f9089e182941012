"""Program enrolments v1, writes: up to 25 rows a call, and one status word a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any
from uuid import UUID

from gateway.demo.http.body import data
from gateway.demo.http.errors import BadRequestError
from gateway.demo.http.route import Answer, Call
from gateway.demo.views.program_common import staff_program, staff_program_course
from gateway.demo.world.course import Course
from gateway.demo.world.programs import COURSE_STATUSES, ENROLLMENT_STATUSES, Program, ProgramEnrollment
from gateway.demo.world.world import World

_LIMIT = 25
_REQUIRED = "This field is required."
Rows = list[dict[str, Any]]


def write_program(call: Call) -> Answer:
    """POST creates, PATCH changes, PUT does both. `{student_key, status, curriculum_uuid}` (PATCH without the last)."""
    program = staff_program(call)
    rows = _rows(call, ["student_key", "status"] + (["curriculum_uuid"] if call.method != "PATCH" else []))
    if isinstance(rows, Answer):
        return rows
    create, update = call.method != "PATCH", call.method != "POST"
    results: dict[str, str] = {}
    for row in _unique(rows, results):
        key, status = row["student_key"], row["status"]
        known = program.roster.get(key)
        refused = _refusal(call.world, key, status, ENROLLMENT_STATUSES)
        if refused is not None:
            results[key] = refused
        elif known is not None and not update:
            results[key] = "conflict"
        elif known is None and not create:
            results[key] = "not-in-program"
        else:
            if known is None:
                user = call.world.users.get(call.world.programs.accounts.get(key, ""))
                known = ProgramEnrollment(key, status, str(UUID(row["curriculum_uuid"])), user)
                program.roster[key] = known
            known.status = results[key] = status
    return _answer(results, ENROLLMENT_STATUSES)


def write_course(call: Call) -> Answer:
    """As `write_program`, for one course run: `{student_key, status, course_staff?}`."""
    program, course = staff_program_course(call)
    rows = _rows(call, ["student_key", "status"])
    if isinstance(rows, Answer):
        return rows
    results: dict[str, str] = {}
    for row in _unique(rows, results):
        key = row["student_key"]
        results[key] = _write_course_row(call, program, course, row)
        if results[key] in COURSE_STATUSES and "course_staff" in row:
            _set_staff(call.world, program.roster[key], course, is_staff=bool(row["course_staff"]))
    return _answer(results, COURSE_STATUSES)


def _write_course_row(call: Call, program: Program, course: Course, row: dict[str, Any]) -> str:
    world, key, status = call.world, row["student_key"], str(row["status"])
    refused = _refusal(world, key, status, COURSE_STATUSES)
    enrollment = program.roster.get(key)
    if refused is not None or _active_elsewhere(world, program, course, key, status):
        return refused or "conflict"
    if enrollment is None:
        return "not-in-program"
    known = enrollment.courses.get(course.key)
    if known is not None and call.method == "POST":
        return "conflict"
    if known is None and call.method == "PATCH":
        return "not-found"
    enrollment.courses[course.key] = status
    if known is None:
        _enroll(world, enrollment, course, status)
    elif known != status and enrollment.user is not None:
        taken = world.enrollment(enrollment.user, course, active=False)
        if taken is not None:
            taken.is_active = status == "active"
    return status


def _active_elsewhere(world: World, program: Program, course: Course, key: str, status: str) -> bool:
    """A learner may be active in a run through one program at a time."""
    others = (other for other in world.programs.by_uuid.values() if other is not program)
    rows = (other.roster[key] for other in others if key in other.roster)
    return status == "active" and any(row.courses.get(course.key) == "active" for row in rows)


def _enroll(world: World, enrollment: ProgramEnrollment, course: Course, status: str) -> None:
    """Somebody with an account gets a master's enrolment; a free one is converted, a paid one stays."""
    if enrollment.user is None:
        return
    taken = world.enrollment(enrollment.user, course)
    if taken is None:
        taken = world.enroll(enrollment.user, course, "masters")
    elif taken.mode in ("audit", "honor"):
        taken.mode = "masters"
    if taken.mode == "masters":
        taken.is_active = status == "active"


def _set_staff(world: World, enrollment: ProgramEnrollment, course: Course, *, is_staff: bool) -> None:
    """The course role of a user; of somebody without an account it waits."""
    role = (course.key, "staff")
    if enrollment.user is None:
        waiting = world.programs.pending_staff.setdefault(course.key, set())
        (waiting.add if is_staff else waiting.discard)(enrollment.student_key)
        return
    roles = [one for one in enrollment.user.roles if one != role]
    enrollment.user.roles = [*roles, role] if is_staff else roles


def _rows(call: Call, required: list[str]) -> Rows | Answer:
    """The rows of the body, checked for shape only. Raises BadRequestError with one object of errors a row."""
    rows = data(call)
    if not isinstance(rows, list):
        text = f'Expected a list of items but got type "{type(rows).__name__}".'
        raise BadRequestError({"non_field_errors": [text]})
    errors = [_errors(row, required) for row in rows]
    if any(errors):
        raise BadRequestError(errors)
    if len(rows) > _LIMIT:
        # The LMS swaps the two numbers.
        return Answer(f"{_LIMIT} enrollments requested, but limit is {len(rows)}.", 413)
    return rows


def _errors(row: Any, required: list[str]) -> dict[str, list[str]]:
    if not isinstance(row, dict):
        text = f"Invalid data. Expected a dictionary, but got {type(row).__name__}."
        return {"non_field_errors": [text]}
    errors = {name: [_REQUIRED] for name in required if name not in row}
    for name in ("student_key", "status"):
        if name in row and not isinstance(row[name], str):
            errors[name] = ["Not a valid string."]
        elif row.get(name) == "":
            errors[name] = ["This field may not be blank."]
    if "curriculum_uuid" in required and "curriculum_uuid" in row:
        try:
            UUID(str(row["curriculum_uuid"]))
        except ValueError:
            errors["curriculum_uuid"] = ["Must be a valid UUID."]
    return errors


def _unique(rows: Rows, results: dict[str, str]) -> Rows:
    """Rows whose key stands once; the others are `duplicated` and written not at all."""
    counts = Counter(row["student_key"] for row in rows)
    results |= {key: "duplicated" for key, count in counts.items() if count > 1}
    return [row for row in rows if counts[row["student_key"]] == 1]


def _refusal(world: World, key: str, status: object, known: Collection[str]) -> str | None:
    return world.programs.refused.get(key) or (None if status in known else "invalid-status")


def _answer(results: dict[str, str], good: Collection[str]) -> Answer:
    """200 all good, 207 some, 422 none, 204 nothing asked."""
    if not results:
        return Answer(status=204)
    passed = sum(status in good for status in results.values())
    return Answer(results, 200 if passed == len(results) else 207 if passed else 422)
