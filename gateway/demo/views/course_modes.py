"""Course modes v1, for global staff: list, create, change and delete the ways to be enrolled."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import MERGE_PATCH, fields
from gateway.demo.http.errors import CrashError, NotFoundError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.clock import iso
from gateway.demo.world.course import Course, Mode
from gateway.demo.world.keys import is_course_key

_NAMES = {
    "mode_slug": "slug",
    "mode_display_name": "name",
    "min_price": "min_price",
    "currency": "currency",
    "description": "description",
    "sku": "sku",
    "bulk_sku": "bulk_sku",
}


def _course(call: Call) -> Course | None:
    """A course nobody knows simply has no modes; a key that does not parse crashes the view."""
    if not call.me.is_staff:
        raise PermissionDeniedError
    if not is_course_key(call.params["course"]):
        raise CrashError
    return call.world.course(call.params["course"])


def _mode(course: Course, mode: Mode) -> dict[str, Any]:
    return {
        "course_id": course.key,
        "mode_slug": mode.slug,
        "mode_display_name": mode.name,
        "min_price": mode.min_price,
        "currency": mode.currency,
        "expiration_datetime": iso(mode.expires),
        "expiration_datetime_is_explicit": mode.expires is not None,
        "description": mode.description,
        "sku": mode.sku,
        "bulk_sku": mode.bulk_sku,
    }


def mode_list(call: Call) -> Answer:
    course = _course(call)
    return Answer([_mode(course, mode) for mode in course.modes] if course else [])


def create_mode(call: Call) -> Answer:
    """`{course_id, mode_slug, mode_display_name, currency, …}`; 400 `{field: [text]}` for what is missing or taken."""
    course, body = _course(call), fields(call)
    required = ("course_id", "mode_slug", "mode_display_name", "currency")
    errors = {name: ["This field is required."] for name in required if not body.get(name)}
    if errors:
        return Answer(errors, 400)
    if course is None or body["course_id"] != course.key:
        return Answer({"course_id": ["The course does not exist, or is not the one of the address."]}, 400)
    if any(mode.slug == body["mode_slug"] for mode in course.modes):
        text = "The fields course_id, mode_slug, currency must make a unique set."
        return Answer({"non_field_errors": [text]}, 400)
    mode = Mode(body["mode_slug"], body["mode_display_name"])
    changes = _changes(body)
    if isinstance(changes, Answer):
        return changes
    mode = replace(mode, **changes)
    course.modes.append(mode)
    return Answer(_mode(course, mode), 201)


def _place(call: Call) -> tuple[Course, int]:
    course = _course(call)
    slugs = [mode.slug for mode in course.modes] if course else []
    if course is None or call.params["mode"] not in slugs:
        raise NotFoundError
    return course, slugs.index(call.params["mode"])


def mode_detail(call: Call) -> Answer:
    course, place = _place(call)
    return Answer(_mode(course, course.modes[place]))


def change_mode(call: Call) -> Answer:
    """A merge patch; course and slug stay. 204, or 400 `{field: [text]}`."""
    course, place = _place(call)
    body = fields(call)
    for name in ("course_id", "mode_slug"):
        if name in body:
            return Answer({name: ["This field cannot be modified."]}, 400)
    changes = _changes(body)
    if isinstance(changes, Answer):
        return changes
    course.modes[place] = replace(course.modes[place], **changes)
    return Answer(status=204)


def delete_mode(call: Call) -> Answer:
    course, place = _place(call)
    del course.modes[place]
    return Answer(status=204)


def _changes(body: dict[str, Any]) -> dict[str, Any] | Answer:
    """Constructor fields of what a body sets, or the 400 that refuses it."""
    changes = {ours: body[theirs] for theirs, ours in _NAMES.items() if theirs in body}
    price = changes.get("min_price", 0)
    if not isinstance(price, int) or price < 0:
        return Answer({"min_price": ["A valid integer is required."]}, 400)
    if "expiration_datetime" in body:
        text = body["expiration_datetime"]
        try:
            changes["expires"] = None if text is None else datetime.fromisoformat(str(text).replace("Z", "+00:00"))
        except ValueError:
            return Answer({"expiration_datetime": ["Datetime has wrong format."]}, 400)
    return changes


_LIST = "/api/course_modes/v1/courses/{course}"
ROUTES = (
    Route(
        "course_modes.list",
        (_LIST,),
        {"GET": mode_list, "POST": create_mode},
        Slash.MUST,
        Schemes.JBS,
        login=True,
    ),
    Route(
        "course_modes.detail",
        (f"{_LIST}/{{mode:word}}",),
        {"GET": mode_detail, "PATCH": change_mode, "DELETE": delete_mode},
        Slash.NEVER,
        Schemes.JBS,
        login=True,
        parses=(MERGE_PATCH,),
    ),
)
