"""The course blocks API: a subtree of a course, with the fields that were asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from email.utils import format_datetime
from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import BadRequest, Crash, FieldErrors, PermissionDenied
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.block_fields import FieldReader
from gateway.demo.world.access import Viewer, is_course_staff
from gateway.demo.world.course import Block, Course
from gateway.demo.world.keys import course_of, is_course_key, is_usage_key

_CACHE_SECONDS = 600


def by_course(call: Call) -> Answer:
    key = call.arg("course_id")
    if not key:
        raise BadRequest("course_id is required.")
    if not is_course_key(key):
        raise BadRequest(f"'{key}' is not a valid course key.")
    return _answer(call, key, None)


def by_usage(call: Call) -> Answer:
    usage = call.params["usage"]
    if not is_usage_key(usage):
        raise FieldErrors(usage_key=f"'{usage}' is not a valid usage key.")
    return _answer(call, course_of(usage), usage)


def _answer(call: Call, course_key: str, usage: str | None) -> Answer:
    depth = _depth(call)
    viewer = _permitted(call, course_key)
    root = viewer.course.root
    if usage is not None:
        if usage not in viewer.course.blocks:
            raise Crash
        root = viewer.course.blocks[usage]
    if viewer.user is not None and not viewer.load_access().granted:
        raise Crash
    reader = FieldReader(viewer, call, by_course=usage is None, all_blocks=_all_blocks(call))
    as_list = call.arg("return_type") == "list"
    if as_list and usage is None and "completion" in reader.fields:
        raise Crash
    types = frozenset(call.args("block_types_filter"))
    blocks = {
        block.usage: reader.read(block)
        for block in _within(root, depth, viewer, reader.all_blocks)
        if not types or block.type in types
    }
    body: Any = {"root": root.usage, "blocks": blocks}
    if as_list:
        # By course the list is keyed by usage all the same.
        body = blocks if usage is None else list(blocks.values())
    headers = {}
    if call.arg("username") == "":
        expires = call.world.now + timedelta(seconds=_CACHE_SECONDS)
        headers = {
            "Expires": format_datetime(expires, usegmt=True),
            "Cache-Control": f"max-age={_CACHE_SECONDS}",
        }
    return Answer(body, headers=headers)


def _depth(call: Call) -> int | None:
    """How many levels below the root; None means all of them."""
    text = call.arg("depth") or "0"
    if text == "all":
        return None
    if not text.lstrip("-").isdigit() or int(text) < 0:
        raise FieldErrors(depth=f"'{text}' is not a valid depth value.")
    return int(text)


def _all_blocks(call: Call) -> bool:
    return (call.arg("all_blocks") or "").lower() in ("true", "1")


def _permitted(call: Call, course_key: str) -> Viewer:
    """Whose view of the course the caller gets; unknown courses are refused, not missing."""
    username, caller = call.arg("username"), call.user
    course = call.world.course(course_key)
    if _all_blocks(call):
        if caller is None or course is None or not is_course_staff(caller, course):
            name = caller.username if caller else ""
            raise PermissionDenied(
                f"'{name}' does not have permission to access all blocks in '{course_key}'."
            )
        return Viewer(call.world, course, caller, caller)
    if username is None:
        raise FieldErrors(username="This field is required unless all_blocks is requested.")
    if username == "":
        if course is None or not course.public:
            raise PermissionDenied(f"Course blocks for '{course_key}' cannot be accessed anonymously.")
        return Viewer(call.world, course, None, caller)
    if caller is None:
        raise PermissionDenied("Anonymous users cannot access another user's blocks.")
    if caller.username != username and (course is None or not is_course_staff(caller, course)):
        raise PermissionDenied(
            f"'{caller.username}' does not have permission to access view for '{username}'."
        )
    user = call.world.users.get(username)
    if user is None or course is None or not _may_have_blocks(call, user.username, course):
        raise PermissionDenied(f"Course blocks for '{username}' cannot be accessed.")
    return Viewer(call.world, course, user, caller)


def _may_have_blocks(call: Call, username: str, course: Course) -> bool:
    user = call.world.users[username]
    return is_course_staff(user, course) or course.public or call.world.enrollment(user, course) is not None


def _within(root: Block, depth: int | None, viewer: Viewer, everything: bool) -> Iterator[Block]:
    """Visible blocks down to a depth, children before parents."""
    now = viewer.world.now

    def visit(block: Block, left: int | None) -> Iterator[Block]:
        if not everything and not viewer.is_visible(block, now):
            return
        if left is None or left > 0:
            for child in block.children:
                yield from visit(child, None if left is None else left - 1)
        yield block

    return visit(root, depth)


ROUTES = (
    Route(
        "blocks",
        ("/api/courses/v1/blocks", "/api/courses/v2/blocks"),
        {"GET": by_course},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
    ),
    Route(
        "blocks.by_usage",
        ("/api/courses/v1/blocks/{usage}", "/api/courses/v2/blocks/{usage}"),
        {"GET": by_usage},
        Slash.EITHER,
        Schemes.JBS,
        Family.B,
    ),
)
