"""Enrolment v1 for staff: who may enrol without an account yet, and retiring somebody from all courses."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.errors import PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.clock import iso
from gateway.demo.world.institution import Invitation


def _staff(call: Call) -> list[Invitation]:
    if not call.me.is_staff:
        raise PermissionDeniedError
    return call.world.institution.invitations


def _row(call: Call, one: Invitation) -> dict[str, Any]:
    user = next((user for user in call.world.users.values() if user.email == one.email), None)
    return {
        "email": one.email,
        "course_id": one.course_key,
        "auto_enroll": one.auto_enroll,
        "created": iso(one.created),
        "user": user.id if user else None,
    }


def invitation_list(call: Call) -> Answer:
    """Of `?email=`, the caller's own without it."""
    email = call.arg("email") or call.me.email
    return Answer([_row(call, one) for one in _staff(call) if one.email == email])


def invite(call: Call) -> Answer:
    """`{email, course_id, auto_enroll?}`: 201, 400 for what is missing, 409 when there is one already."""
    rows, body = _staff(call), fields(call)
    email, key = body.get("email"), body.get("course_id")
    if not email or not key:
        return Answer({"message": "Please provide a value for 'email' and 'course_id' in the request data."}, 400)
    email, key = str(email), str(key)
    if call.world.course(key) is None:
        return Answer({"message": f"No course found for course ID '{key}'"}, 400)
    if any(one.email == email and one.course_key == key for one in rows):
        text = f"An enrollment allowed with email {email} and course {key} already exists."
        return Answer({"message": text}, 409)
    rows.append(Invitation(email, key, bool(body.get("auto_enroll", False)), call.world.now))
    return Answer(_row(call, rows[-1]), 201)


def withdraw(call: Call) -> Answer:
    """`{email, course_id}`: 204, 400 or 404."""
    rows, body = _staff(call), fields(call)
    email, key = body.get("email"), body.get("course_id")
    if not email or not key:
        return Answer({"message": "Please provide a value for 'email' and 'course_id' in the request data."}, 400)
    found = next((one for one in rows if one.email == email and one.course_key == key), None)
    if found is None:
        return Answer({"message": f"An enrollment allowed with email {email} and course {key} doesn't exists."}, 404)
    rows.remove(found)
    return Answer(status=204)


def unenroll(call: Call) -> Answer:
    """`{username}`: gives up every enrolment; 200 with the courses left, 204 when there were none, 404 text.

    The LMS asks for a retirement worker; here global staff is one.
    """
    if not call.me.is_staff:
        raise PermissionDeniedError
    name = fields(call).get("username")
    if not name:
        return Answer("Username not specified.", 404)
    user = call.world.users.get(str(name))
    if user is None:
        return Answer(f"No retirement request status for username {name}.", 404)
    rows = [row for row in call.world.enrollments_of(user) if row.is_active]
    for row in rows:
        row.is_active = False
    return Answer([row.course.key for row in rows]) if rows else Answer(status=204)


_V1 = "/api/enrollment/v1"
ROUTES = (
    Route(
        "enrollment.enrollment_allowed",
        (f"{_V1}/enrollment_allowed",),
        {"GET": invitation_list, "POST": invite, "DELETE": withdraw},
        Slash.MUST,
        Schemes.JS,
        login=True,
    ),
    Route("enrollment.unenroll", (f"{_V1}/unenroll",), {"POST": unenroll}, Slash.MUST, Schemes.JS, login=True),
)
