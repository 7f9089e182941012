"""Enrolment v1: lists, single rows, enrolling, roles; and the old unenrol form."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.errors import CrashError
from gateway.demo.http.route import ABSENT, Answer, Call, Route, Slash
from gateway.demo.views.pages import login_page_guard
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Course, Mode
from gateway.demo.world.keys import is_course_key, org_of
from gateway.demo.world.people import Enrollment, User
from gateway.demo.world.world import World

_LEARNER_MODES = ("audit", "honor")


def enrollment_course(world: World, course: Course, *, include_expired: bool = False) -> dict[str, Any]:
    """`EnrollmentCourse`: the course as enrolment sees it, with its unexpired modes."""
    modes = [m for m in course.modes if include_expired or m.expires is None or world.now < m.expires]
    return {
        "course_id": course.key,
        "course_name": course.name,
        "enrollment_start": iso(course.enrollment_start),
        "enrollment_end": iso(course.enrollment_end),
        "course_start": iso(course.start),
        "course_end": iso(course.end),
        "invite_only": bool(course.settings.get("invitation_only", False)),
        "course_modes": [_mode(mode) for mode in modes],
        "pacing_type": "Self Paced" if course.self_paced else "Instructor Paced",
    }


def _mode(mode: Mode) -> dict[str, Any]:
    return {
        "slug": mode.slug,
        "name": mode.name,
        "min_price": mode.min_price,
        "suggested_prices": "",
        "currency": mode.currency,
        "expiration_datetime": iso(mode.expires),
        "description": mode.description,
        "sku": mode.sku,
        "bulk_sku": mode.bulk_sku,
    }


def enrollment_row(world: World, row: Enrollment) -> dict[str, Any]:
    return {
        "created": iso(row.created),
        "mode": row.mode,
        "is_active": row.is_active,
        "course_details": enrollment_course(world, row.course),
        "user": row.user.username,
    }


def enrollment_list(call: Call) -> Answer:
    """Active enrolments, oldest first; of somebody else only what the caller has staff rights for."""
    name = call.arg("user") or call.me.username
    user = call.world.users.get(name)
    rows = [row for row in call.world.enrollments_of(user) if row.is_active] if user else []
    if name != call.me.username and not call.me.is_staff:
        staffed = {key for key, role in call.me.roles if role in ("staff", "instructor")}
        rows = [row for row in rows if row.course.key in staffed]
    return Answer([enrollment_row(call.world, row) for row in rows])


def enrollment_one(call: Call) -> Answer:
    """One row, inactive too. Never enrolled is 200 with an empty body; somebody else's is an empty 404."""
    name, key = call.params.get("username"), call.params["course"]
    if name is not None and name != call.me.username and not call.me.is_staff:
        return Answer(status=404)
    if not is_course_key(key):
        raise CrashError
    user = call.world.users.get(name) if name is not None else call.me
    course = call.world.course(key)
    row = call.world.enrollment(user, course, active=False) if course is not None else None
    return Answer(ABSENT if row is None else enrollment_row(call.world, row))


def course_detail(call: Call) -> Answer:
    key = call.params["course"]
    if not is_course_key(key):
        raise CrashError
    course = call.world.course(key)
    if course is None:
        return Answer({"message": f"No course found for course ID '{key}'"}, 400)
    expired = (call.arg("include_expired") or "") in ("1", "true", "True")
    return Answer(enrollment_course(call.world, course, include_expired=expired))


def enroll(call: Call) -> Answer:
    """Enrols the caller, or another person for staff. A learner's `is_active: false` is ignored."""
    body = fields(call)
    details = body.get("course_details")
    key = details.get("course_id") if isinstance(details, dict) else None
    if not key:
        return Answer({"message": "Course ID must be specified to create a new enrollment."}, 400)
    name = body.get("user") or call.me.username
    if name != call.me.username and not call.me.is_staff:
        return Answer(status=404)
    mode = body.get("mode")
    if mode not in (None, *_LEARNER_MODES) and not call.me.is_staff:
        return Answer({"message": f"User does not have permission to create enrollment with mode [{mode}]."}, 403)
    user = call.world.users.get(name)
    if user is None:
        return Answer({"message": f"The user {name} does not exist."}, 406)
    course = call.world.course(str(key))
    if course is None:
        return Answer({"message": f"No course '{key}' found for enrollment"}, 400)
    return _enroll(call, user, course, mode, body.get("is_active"))


def _enroll(call: Call, user: User, course: Course, mode: str | None, is_active: object) -> Answer:
    world = call.world
    row = world.enrollment(user, course, active=False)
    if row is not None and row.is_active and (mode is None or mode == row.mode or not call.me.is_staff):
        if is_active is False and call.me.is_staff:
            row.is_active = False
        return Answer(enrollment_row(world, row))
    default = next((m.slug for m in course.modes if m.slug in _LEARNER_MODES), course.modes[0].slug)
    wanted = mode or (row.mode if row is not None else default)
    if wanted not in {m.slug for m in course.modes if m.expires is None or world.now < m.expires}:
        text = f"The [{wanted}] course mode is expired or otherwise unavailable for course run [{course.key}]."
        return Answer({"message": text, "course_details": enrollment_course(world, course)}, 400)
    if course.enrollment_end is not None and world.now > course.enrollment_end:
        return Answer({"message": "Enrollment is closed", "localizedMessage": "Enrollment is closed"}, 403)
    return Answer(enrollment_row(world, world.enroll(user, course, wanted)))


def roles(call: Call) -> Answer:
    key = call.arg("course_id")
    rows = [
        {"org": org_of(key_of), "course_id": key_of, "role": role}
        for key_of, role in call.me.roles
        if key is None or key == key_of
    ]
    return Answer({"roles": rows, "is_staff": call.me.is_staff})


def change_enrollment(call: Call) -> Answer:
    """The form behind the old enrol and unenrol buttons: session and CSRF, answers are plain text."""
    refused = login_page_guard(call)
    if refused is not None:
        return Answer("", 403, content_type="text/html; charset=utf-8") if call.user is None else refused
    form = fields(call)
    action, course = form.get("enrollment_action"), call.world.course(str(form.get("course_id", "")))
    if action is None:
        return _text("Enrollment action not specified", 400)
    if "course_id" not in form:
        return _text("Course id not specified", 400)
    if course is None:
        return _text("Course id is invalid", 400)
    if action == "enroll":
        call.world.enroll(call.me, course, course.modes[0].slug)
        return _text("")
    row = call.world.enrollment(call.me, course)
    if action != "unenroll":
        return _text("Enrollment action is invalid", 400)
    if row is None:
        return _text("You are not enrolled in this course", 400)
    row.is_active = False
    return _text("")


def _text(text: str, status: int = 200) -> Answer:
    return Answer(text, status, content_type="text/html; charset=utf-8")


_V1 = "/api/enrollment/v1"
ROUTES = (
    Route(
        "enrollment.list",
        (f"{_V1}/enrollment",),
        {"GET": enrollment_list, "POST": enroll},
        Slash.NEVER,
        Schemes.JBS,
        login=True,
        throttle="enrollment",
        sets_csrf=True,
    ),
    Route(
        "enrollment.one",
        (f"{_V1}/enrollment/{{username}},{{course}}", f"{_V1}/enrollment/{{course}}"),
        {"GET": enrollment_one},
        Slash.NEVER,
        Schemes.JBS,
        login=True,
        throttle="enrollment",
        sets_csrf=True,
    ),
    Route(
        "enrollment.course_detail",
        (f"{_V1}/course/{{course}}",),
        {"GET": course_detail},
        Slash.NEVER,
        Schemes.NONE,
        throttle="enrollment",
    ),
    Route(
        "enrollment.roles",
        (f"{_V1}/roles",),
        {"GET": roles},
        Slash.MUST,
        Schemes.JBS,
        login=True,
        throttle="enrollment",
        sets_csrf=True,
    ),
    Route(
        "change_enrollment",
        ("/change_enrollment",),
        {"POST": change_enrollment},
        Slash.NEVER,
        Schemes.SESSION,
        page=True,
    ),
)
