"""Mobile: the current user, enrolments in five versions, and the last position in a course."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.pagination import page_of
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.views.date_blocks import date_blocks
from gateway.demo.views.mobile_common import (
    certificate,
    course_modes,
    course_progress,
    in_course,
    mobile_course,
    own,
)
from gateway.demo.world.access import Viewer, expiration_of
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Block
from gateway.demo.world.people import Enrollment, User
from gateway.demo.world.world import World

HTML = "text/html; charset=utf-8"
_STATUSES = ("in_progress", "completed", "expired")


def my_user_info(call: Call) -> Answer:
    location = f"/api/mobile/{call.params['version']}/users/{call.me.username}"
    return Answer("", 302, {"Location": location}, content_type=HTML)


def user_info(call: Call, user: User) -> Answer:
    url = f"{call.world.site.base_url}{call.path}/course_enrollments/"
    name = user.profile["name"]
    body = {"id": user.id, "username": user.username, "email": user.email, "name": name, "course_enrollments": url}
    return Answer(body)


def _mobile_rows(world: World, user: User) -> list[Enrollment]:
    """Active enrolments in courses the apps may show, newest first."""
    return [
        row
        for row in reversed(world.enrollments_of(user))
        if row.is_active and row.course.settings.get("mobile_available", True)
    ]


def course_enrollments(call: Call, user: User) -> Answer:
    """Version 0.5 and 1 answer an array, 2 wraps it, 3 pages it, 4 takes the most recent course out as `primary`."""
    version, world = call.params["version"], call.world
    rows = _mobile_rows(world, user)
    if org := call.arg("org"):
        rows = [row for row in rows if row.course.org.lower() == org.lower()]
    if version in ("v0.5", "v1"):
        if version == "v0.5":
            rows = [row for row in rows if not _is_expired(world, row)]
        return Answer([_enrollment(call, row) for row in rows])
    body: dict[str, Any] = {
        "configs": {"iap_configs": {}},
        "user_timezone": user.preferences.get("time_zone", "UTC"),
    }
    if version == "v2":
        return Answer(body | {"enrollments": [_enrollment(call, row) for row in rows]})
    if version == "v3":
        shown, page = page_of(call, rows)
        return Answer(body | {"enrollments": page.flat([_enrollment(call, row) for row in shown])})
    return Answer(body | _version_4(call, user, rows))


def _version_4(call: Call, user: User, rows: list[Enrollment]) -> dict[str, Any]:
    status = call.arg("status")
    primary = None
    if status in _STATUSES:
        rows = [row for row in rows if _status(call.world, row) == status]
    elif rows:
        primary = _primary(call.world, user, rows)
        rows = [row for row in rows if row is not primary]
    shown, page = page_of(call, rows, size=5, maximum=50)
    cards = [_enrollment(call, row) for row in shown]
    if "course_progress" in call.args("requested_fields"):
        for card, row in zip(cards, shown, strict=True):
            card["course_progress"] = course_progress(_viewer(call.world, row))
    body: dict[str, Any] = {"enrollments": page.flat(cards)}
    if primary is not None:
        body["primary"] = _enrollment(call, primary) | _primary_details(_viewer(call.world, primary))
    return body


def _primary(world: World, user: User, rows: list[Enrollment]) -> Enrollment:
    """The course with the latest completion, else the newest enrolment."""
    touched = [(world.learner(user, row.course).touched, row) for row in rows]
    recent = [(moment, place) for place, (moment, _) in enumerate(touched) if moment is not None]
    return rows[max(recent, key=lambda item: (item[0], -item[1]))[1]] if recent else rows[0]


def _viewer(world: World, row: Enrollment) -> Viewer:
    return Viewer(world, row.course, row.user, row.user)


def _is_expired(world: World, row: Enrollment) -> bool:
    expires = expiration_of(row)
    return expires is not None and world.now > expires


def _status(world: World, row: Enrollment) -> str | None:
    """None before the start; `completed` with a certificate; `expired` once the course has ended."""
    if world.learner(row.user, row.course).certificate is not None:
        return "completed"
    if row.course.has_ended(world.now):
        return "expired"
    return "in_progress" if row.course.has_started(world.now) else None


def _enrollment(call: Call, row: Enrollment) -> dict[str, Any]:
    viewer = _viewer(call.world, row)
    common = {
        "created": iso(row.created),
        "mode": row.mode,
        "is_active": row.is_active,
        "course": mobile_course(call, viewer),
        "certificate": certificate(viewer),
    }
    if call.params["version"] == "v0.5":
        return common
    return {
        "audit_access_expires": iso(viewer.expiration()),
        **common,
        "course_modes": course_modes(viewer),
    }


def _primary_details(viewer: Viewer) -> dict[str, Any]:
    return {
        "course_status": _course_status(viewer),
        "course_progress": course_progress(viewer),
        "course_assignments": _course_assignments(viewer, viewer.world.now),
    }


def _course_status(viewer: Viewer) -> dict[str, Any] | None:
    """Where the last completed block lies; root first, unlike `course_status_info`."""
    last = viewer.learner.last
    if last is None:
        return None
    section, unit = last.ancestor("sequential"), last.ancestor("vertical")
    path = [section, *section.ancestors()] if section else []
    return {
        "last_visited_module_id": section.usage if section else None,
        "last_visited_module_path": [block.usage for block in reversed(path)],
        "last_visited_block_id": last.usage,
        "last_visited_unit_display_name": unit.name if unit else None,
    }


def _course_assignments(viewer: Viewer, now: datetime) -> dict[str, Any]:
    """Past assignments, and of the future ones those of the next day with deadlines."""
    rows = [
        (moment, row | {"learner_has_access": True})
        for moment, row in date_blocks(viewer)
        if row["date_type"] == "assignment-due-date"
    ]
    future = [(moment, row) for moment, row in rows if moment >= now and not row["complete"]]
    return {
        "future_assignments": [row for moment, row in future if moment.date() == future[0][0].date()],
        "past_assignments": [row for moment, row in rows if moment < now],
    }


def _module_path(viewer: Viewer) -> list[Block]:
    """Sequential, chapter, course: where the stored positions point, the first ones where nothing is stored."""
    path, block = [viewer.course.root], viewer.course.root
    while block.type in ("course", "chapter"):
        children = [child for child in block.children if viewer.is_visible(child, viewer.world.now)]
        if not children:
            break
        stored = viewer.learner.positions.get(block.usage)
        place = stored - 1 if stored else 0
        chosen = block.children[place] if 0 <= place < len(block.children) else children[0]
        block = chosen if chosen in children else children[0]
        path.append(block)
    return path[::-1]


def _status_info(viewer: Viewer) -> dict[str, Any]:
    path = [block.usage for block in _module_path(viewer)]
    return {"last_visited_module_id": path[0], "last_visited_module_path": path}


def course_status_info(call: Call, viewer: Viewer) -> Answer:
    body = _status_info(viewer)
    if call.params["version"] != "v0.5":
        last = viewer.learner.last
        body["last_visited_block_id"] = last.usage if last else ""
    return Answer(body)


def change_course_status_info(call: Call, viewer: Viewer) -> Answer:
    """Move the stored positions down to a block; older than the latest change (`modification_date`) is no change."""
    body, learner = fields(call), viewer.learner
    block = viewer.course.blocks.get(str(body.get("last_visited_module_id")))
    if block is None:
        return _error("invalid-module-id", "Could not find module for module_id")
    moment = viewer.world.now
    if (text := body.get("modification_date")) is not None:
        given = _moment(str(text))
        if given is None:
            return _error("invalid-modification-date", "Could not parse modification_date")
        moment = given
    if learner.visited is None or moment >= learner.visited:
        learner.visited = moment
        child = block
        for container in block.ancestors():
            learner.positions[container.usage] = container.children.index(child) + 1
            child = container
    return Answer(_status_info(viewer))


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _error(code: str, message: str) -> Answer:
    return Answer({"errors": [{"code": code, "message": message}]}, 400)


_USER = "/api/mobile/{version}/users/{username}"
ROUTES = (
    Route(
        "mobile.my_user_info",
        ("/api/mobile/{version}/my_user_info",),
        {"GET": my_user_info},
        Slash.NEVER,
        Schemes.JBS,
        login=True,
        function_view=True,
    ),
    Route("mobile.user", (_USER,), {"GET": own(user_info)}, Slash.NEVER, Schemes.JBS, login=True),
    Route(
        "mobile.course_enrollments",
        (f"{_USER}/course_enrollments",),
        {"GET": own(course_enrollments)},
        Slash.MUST,
        Schemes.JBS,
        login=True,
    ),
    Route(
        "mobile.course_status_info",
        (f"{_USER}/course_status_info/{{course}}",),
        {
            "GET": own(lambda call, user: in_course(course_status_info)(call)),
            "PATCH": own(lambda call, user: in_course(change_course_status_info)(call)),
        },
        Slash.EITHER,
        Schemes.JBS,
        login=True,
        only_methods=True,
    ),
)
