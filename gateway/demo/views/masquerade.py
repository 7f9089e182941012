"""Masquerade: staff view a course as a learner. It is stored in the session, per course."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.cookies import session_cookie
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.views.common import course_of_path
from gateway.demo.views.pages import login_page_guard
from gateway.demo.world.access import is_course_staff
from gateway.demo.world.course import Course
from gateway.demo.world.people import User
from gateway.demo.world.world import Masquerade, World

_ENROLLMENT_TRACKS, _CONTENT_GATING = 50, 51


def show(call: Call) -> Answer:
    refused = login_page_guard(call)
    if refused is not None:
        return refused
    course = course_of_path(call)
    if not is_course_staff(call.user, course):
        return Answer({"success": False})
    active = call.world.masquerades.get((call.session_id, course.key), Masquerade())
    groups = _groups(course)
    return Answer(
        {
            "success": True,
            "active": {
                "course_key": course.key,
                "group_id": active.group_id,
                "role": active.role,
                "user_name": active.user_name,
                "user_partition_id": active.user_partition_id,
                "group_name": _group_name(groups, active),
            },
            "available": [
                {"name": "Staff", "role": "staff"},
                {"name": "Specific Student...", "role": "student", "user_name": active.user_name or ""},
                *groups,
            ],
        }
    )


def change(call: Call) -> Answer:
    """HTTP 200 always; `success` says whether it took."""
    refused = login_page_guard(call)
    if refused is not None:
        return refused
    course = course_of_path(call)
    if not is_course_staff(call.user, course):
        return Answer({"success": False})
    body = fields(call)
    name = body.get("user_name")
    if name:
        user = _learner(call.world, course, str(name))
        if user is None:
            text = f'There is no user with the username or email address "{name}" enrolled in this course.'
            return Answer({"success": False, "error": text})
        name = user.username
    chosen = Masquerade(
        role=body.get("role", "student"),
        user_name=name or None,
        user_partition_id=body.get("user_partition_id"),
        group_id=body.get("group_id"),
    )
    if chosen == Masquerade():
        call.world.masquerades.pop((call.session_id, course.key), None)
    else:
        call.world.masquerades[call.session_id, course.key] = chosen
    # The session changed, so its cookie is sent again.
    call.set_cookies.append(session_cookie(call.world.site, call.session_id))
    return Answer({"success": True})


def _learner(world: World, course: Course, name: str) -> User | None:
    users = (user for user in world.users.values() if name in (user.username, user.email))
    return next((user for user in users if world.enrollment(user, course)), None)


def _groups(course: Course) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if course.verified_mode is not None:
        found = [
            _group(1, "Limited-access Users", _CONTENT_GATING),
            _group(2, "Full-access Users", _CONTENT_GATING),
        ]
    return found + [_group(place, mode.name, _ENROLLMENT_TRACKS) for place, mode in enumerate(course.modes, 1)]


def _group(group_id: int, name: str, partition: int) -> dict[str, Any]:
    return {"group_id": group_id, "name": name, "role": "student", "user_partition_id": partition}


def _group_name(groups: list[dict[str, Any]], active: Masquerade) -> str | None:
    chosen = (active.group_id, active.user_partition_id)
    return next((group["name"] for group in groups if (group["group_id"], group["user_partition_id"]) == chosen), None)


ROUTES = (
    Route(
        "masquerade",
        ("/courses/{course}/masquerade",),
        {"GET": show, "POST": change},
        Slash.NEVER,
        Schemes.SESSION,
        page=True,
    ),
)
