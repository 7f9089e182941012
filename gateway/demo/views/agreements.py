"""The integrity signature of a verified learner."""

from __future__ import annotations

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import CrashError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.access import is_course_staff
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Course
from gateway.demo.world.keys import is_course_key
from gateway.demo.world.people import User


def _course(call: Call) -> Course | None:
    key = call.params["course"]
    if not is_course_key(key):
        raise CrashError
    return call.world.course(key)


def signature(call: Call) -> Answer:
    """200 when signed, an empty 404 otherwise."""
    course = _course(call)
    username = call.arg("username") or call.me.username
    if username != call.me.username and (course is None or not is_course_staff(call.me, course)):
        return Answer({"message": "User does not have permission to view integrity agreement."}, 403)
    user = call.world.users.get(username)
    return _answer(call, user, course) if user and course else Answer(status=404)


def sign(call: Call) -> Answer:
    """Idempotent: the first date stays."""
    course = _course(call)
    if course is None:
        return Answer(status=404)
    learner = call.world.learner(call.me, course)
    learner.signed = learner.signed or call.world.now
    return _answer(call, call.me, course)


def _answer(call: Call, user: User, course: Course) -> Answer:
    signed = call.world.learner(user, course).signed
    if signed is None:
        return Answer(status=404)
    return Answer({"username": user.username, "course_id": course.key, "created_at": iso(signed)})


ROUTES = (
    Route(
        "agreements.integrity_signature",
        ("/api/agreements/v1/integrity_signature/{course}",),
        {"GET": signature, "POST": sign},
        Slash.NEVER,
        Schemes.JS,
        login=True,
    ),
)
