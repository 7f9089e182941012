"""The course blocks API: a subtree of a course, with the fields that were asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from email.utils import format_datetime
from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import BadRequestError, CrashError, FieldsError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.block_completion import add_up
from gateway.demo.views.block_fields import FieldReader, exam_info
from gateway.demo.world.access import Viewer, is_course_staff
from gateway.demo.world.course import Block, Course
from gateway.demo.world.keys import is_course_key, is_usage_key

_CACHE_SECONDS = 600


def by_course(call: Call) -> Answer:
    key = call.arg("course_id")
    if not key:
        raise BadRequestError("course_id is required.")
    if not is_course_key(key):
        raise BadRequestError(f"'{key}' is not a valid course key.")
    return _answer(call, key, None)


def by_usage(call: Call) -> Answer:
    usage = call.params["usage"]
    if not is_usage_key(usage):
        raise FieldsError(usage_key=f"'{usage}' is not a valid usage key.")
    course = call.world.course_of(usage)
    return _answer(call, course.key if course is not None else "", usage)


def _answer(call: Call, course_key: str, usage: str | None) -> Answer:
    depth = _depth(call)
    viewer = _permitted(call, course_key)
    root = viewer.course.root
    if usage is not None:
        if usage not in viewer.course.blocks:
            raise CrashError
        root = viewer.course.blocks[usage]
    if viewer.load_access().error_code in ("course_not_started", "not_visible_to_user"):
        raise CrashError
    if viewer.user is None and "completion" in call.args("requested_fields"):
        raise CrashError
    reader = FieldReader(viewer, call, all_blocks=_all_blocks(call))
    as_list = call.arg("return_type") == "list"
    if as_list and usage is None and "completion" in reader.fields:
        raise CrashError
    included, children = _within(root, depth, _shown(viewer, reader))
    reader.mark(included, children)
    included, children = _of_types(included, children, frozenset(call.args("block_types_filter")))
    blocks = {block.usage: reader.read(block, children[block.usage]) for block in included}
    if usage is None and "completion" in reader.fields:
        add_up(root.usage, blocks)
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
    if not text.lstrip("-").isdecimal() or int(text) < 0:
        raise FieldsError(depth=f"'{text}' is not a valid depth value.")
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
            raise PermissionDeniedError(f"'{name}' does not have permission to access all blocks in '{course_key}'.")
        return Viewer(call.world, course, caller, caller)
    if username is None:
        raise FieldsError(username="This field is required unless all_blocks is requested.")
    if username == "":
        if course is None or not course.public:
            raise PermissionDeniedError(f"Course blocks for '{course_key}' cannot be accessed anonymously.")
        return Viewer(call.world, course, None, caller)
    if caller is None:
        raise PermissionDeniedError("Anonymous users cannot access another user's blocks.")
    if caller.username != username and (course is None or not is_course_staff(caller, course)):
        raise PermissionDeniedError(f"'{caller.username}' does not have permission to access view for '{username}'.")
    user = call.world.users.get(username)
    if user is None or course is None or not _may_have_blocks(call, user.username, course):
        raise PermissionDeniedError(f"Course blocks for '{username}' cannot be accessed.")
    return Viewer(call.world, course, user, caller)


def _may_have_blocks(call: Call, username: str, course: Course) -> bool:
    user = call.world.users[username]
    return is_course_staff(user, course) or course.public or call.world.enrollment(user, course) is not None


def _shown(viewer: Viewer, reader: FieldReader) -> Callable[[Block], bool]:
    """Which blocks are in sight.

    What is behind a prerequisite is only where `show_gated_sections` is asked for, timed exams where
    `special_exam_info` is.
    """
    now, gated = viewer.world.now, "show_gated_sections" in reader.fields
    exams = "special_exam_info" in reader.fields or viewer.is_staff

    def shown(block: Block) -> bool:
        if reader.all_blocks:
            return True
        left_out = (not gated and viewer.prerequisite_unmet(block) is not None) or (
            not exams and exam_info(block) is not None
        )
        return not left_out and viewer.is_visible(block, now)

    return shown


def _within(root: Block, depth: int | None, shown: Callable[[Block], bool]) -> tuple[list[Block], dict[str, list[str]]]:
    """The blocks down to `depth` that are in sight, children before parents, and the children each keeps."""
    included: list[Block] = []
    children: dict[str, list[str]] = {}

    def visit(block: Block, left: int | None) -> None:
        below = children[block.usage] = []
        if left is None or left > 0:
            for child in block.children:
                if shown(child):
                    visit(child, None if left is None else left - 1)
                    below.append(child.usage)
        included.append(block)

    visit(root, depth)
    return included, children


def _of_types(
    included: list[Block], children: dict[str, list[str]], types: frozenset[str]
) -> tuple[list[Block], dict[str, list[str]]]:
    """The blocks of these types: one of another type hands its children to its parent. No types means all."""
    if not types:
        return included, children
    kept: dict[str, list[str]] = {}
    handed: dict[str, list[str]] = {}
    for block in included:
        below = [usage for child in children[block.usage] for usage in handed[child]]
        if block.type in types:
            kept[block.usage], below = below, [block.usage]
        handed[block.usage] = below
    return [block for block in included if block.usage in kept], kept


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
