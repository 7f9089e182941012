"""Bookmarks: list, create, read, delete. Bearer or session only."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.errors import NotFoundError
from gateway.demo.http.pagination import page_of
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.clock import iso
from gateway.demo.world.keys import is_usage_key
from gateway.demo.world.people import Bookmark, User

_PER_COURSE = 100
_FULL = f"You can create up to {_PER_COURSE} bookmarks. You must remove some bookmarks before you can add new ones."
_TRY_AGAIN = "An error has occurred. Please try again."


def bookmark_row(user: User, bookmark: Bookmark, extra: frozenset[str]) -> dict[str, Any]:
    """One bookmark; `extra` may name `display_name` and `path`."""
    block = bookmark.block
    row: dict[str, Any] = {
        "id": f"{user.username},{block.usage}",
        "course_id": bookmark.course.key,
        "usage_id": block.usage,
        "block_type": block.type,
    }
    if "display_name" in extra:
        row["display_name"] = block.name
    if "path" in extra:
        above = [ancestor for ancestor in block.ancestors() if ancestor.parent is not None]
        row["path"] = [{"usage_key": parent.usage, "display_name": parent.name} for parent in reversed(above)]
    return row | {"created": iso(bookmark.created)}


_ALL = frozenset({"display_name", "path"})


def bookmark_list(call: Call) -> Answer:
    """Newest first; an unknown course gives an empty page."""
    rows = sorted(call.world.bookmarks_of(call.me).values(), key=lambda row: row.created, reverse=True)
    if key := call.arg("course_id"):
        rows = [row for row in rows if row.course.key == key]
    extra = frozenset(call.args("fields"))
    shown, page = page_of(call, rows)
    return Answer(page.flat([bookmark_row(call.me, row, extra) for row in shown]))


def create_bookmark(call: Call) -> Answer:
    """201, also for a bookmark that exists."""
    body = fields(call)
    if not body:
        return _refused("No data provided.")
    usage = body.get("usage_id")
    if not usage:
        return _refused("Parameter usage_id not provided.")
    if not isinstance(usage, str) or not is_usage_key(usage):
        return _refused(f"Invalid usage_id: {usage}.")
    found = call.world.block(usage)
    if found is None:
        return _refused(f"Block with usage_id: {usage} not found.")
    course, block = found
    mine = call.world.bookmarks_of(call.me)
    if usage not in mine:
        if sum(1 for row in mine.values() if row.course is course) >= _PER_COURSE:
            return Answer({"developer_message": _FULL, "user_message": _FULL}, 400)
        mine[usage] = Bookmark(course, block, call.world.now)
    return Answer(bookmark_row(call.me, mine[usage], _ALL), 201)


def _refused(text: str) -> Answer:
    return Answer({"developer_message": text, "user_message": _TRY_AGAIN}, 400)


def bookmark_detail(call: Call) -> Answer:
    found = _find(call)
    if isinstance(found, Answer):
        return found
    return Answer(bookmark_row(call.me, found, frozenset(call.args("fields"))))


def delete_bookmark(call: Call) -> Answer:
    found = _find(call)
    if isinstance(found, Answer):
        return found
    del call.world.bookmarks_of(call.me)[found.block.usage]
    return Answer(status=204)


def _find(call: Call) -> Bookmark | Answer:
    usage = call.params["usage"]
    if call.params["username"] != call.me.username:
        raise NotFoundError
    if not is_usage_key(usage):
        text = f"Invalid usage_id: {usage}."
        return Answer({"developer_message": text, "user_message": text}, 404)
    bookmark = call.world.bookmarks_of(call.me).get(usage)
    if bookmark is None:
        text = f"Bookmark with usage_id: {usage} does not exist."
        return Answer({"developer_message": text, "user_message": text}, 404)
    return bookmark


_BOOKMARKS = "/api/bookmarks/v1/bookmarks"
ROUTES = (
    Route(
        "bookmarks.list",
        (_BOOKMARKS,),
        {"GET": bookmark_list, "POST": create_bookmark},
        Slash.MUST,
        Schemes.BS,
        login=True,
    ),
    Route(
        "bookmarks.detail",
        (f"{_BOOKMARKS}/{{username}},{{usage}}",),
        {"GET": bookmark_detail, "DELETE": delete_bookmark},
        Slash.MUST,
        Schemes.BS,
        login=True,
    ),
)
