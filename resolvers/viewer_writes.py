"""Mutations of the viewer that do not belong to one course."""

from typing import Any

from loaders.endpoints.viewer import TOUR
from loaders.endpoints.viewer_writes import (
    ADD_BOOKMARK,
    CHANGE_PREFERENCES,
    CHANGE_TOUR,
    FINISH_TOUR,
    REMOVE_BOOKMARK,
)
from loaders.keys import course_of
from resolvers.declare.arguments import course_of_block, expect, is_number, lms_id
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import Found
from resolvers.declare.page import cursor, page_facts
from resolvers.fetch.context import Info
from resolvers.fetch.reading import reading
from resolvers.output.row import Row
from resolvers.values.node import global_id
from resolvers.values.path import View
from resolvers.write import MERGE_PATCH, Refusal, after_write, answer_of, payload, refused, username_for, write

_MAX_KEY = 255
_BLOCK = {"usage_id": "block"}


async def add_bookmark(info: Info, block: str) -> Row:
    """Bookmarks a block."""
    block = expect(block)
    written = await write(info.context, ADD_BOOKMARK.call(), {"usage_id": block}, fields=_BLOCK)
    answer = written.body if isinstance(written.body, dict) else {}
    return payload(info, ADD_BOOKMARK, written, {"key": course_of(block) or answer.get("course_id")})


def added_edge(root: Row, info: Info) -> Row | None:
    """The bookmark as an edge of its course's bookmarks, which the LMS lists newest first."""
    view = answer_of(root, ADD_BOOKMARK)
    if view is None:
        return None
    edge = {"cursor": cursor("offset", 0), "node": view.value}
    with reading(ADD_BOOKMARK):
        facts = page_facts("bookmarked", view.value["usage_id"])
    return Row(base=root.base, decoded={ADD_BOOKMARK: View(edge, None)}, facts=facts)


async def remove_bookmark(info: Info, block: str) -> Row:
    """Removes the bookmark of a block."""
    request, course = info.context, course_of_block(block)
    block = expect(block, "Bookmark")
    username = await username_for(request, REMOVE_BOOKMARK)
    written = await write(request, REMOVE_BOOKMARK.call(username=username.text, usage_key=block), b"", fields=_BLOCK)
    facts: dict[str, Any] = {"key": course}
    if written.done:
        facts |= {"removed": block, "deleted_id": None if course is None else global_id("Bookmark", course, block)}
    return payload(info, REMOVE_BOOKMARK, written, facts)


async def update_tour(info: Info, status: str | None, show_courseware_tour: bool | None) -> Row:
    """Stores which product tours remain to be shown."""
    body: dict[str, Any] = {}
    if status is not None:
        body["course_home_tour_status"] = _lms_spelling(status)
    if show_courseware_tour is not None:
        body["show_courseware_tour"] = show_courseware_tour
    facts: dict[str, Any] = {}
    if not body:
        written = refused(Refusal.INVALID, "Specify at least one change.")
    else:
        username = await username_for(info.context, CHANGE_TOUR)
        facts["username"] = username.text
        fields = {"course_home_tour_status": "courseHomeTourStatus", "show_courseware_tour": "showCoursewareTour"}
        written = await write(info.context, CHANGE_TOUR.call(username=username.text), body, fields=fields)
    return payload(info, CHANGE_TOUR, written, facts)


def _lms_spelling(status: str) -> str:
    """The name of an enum value in the LMS's spelling.

    >>> _lms_spelling("NO_TOUR")
    'no-tour'
    """
    return status.lower().replace("_", "-")


@after_write
def updated_tour(ask: Ask) -> Found:
    """The tours after the write."""
    name = ask.username() if ask.is_plan else ask.fact("username")
    return Found({TOUR: ask.step(TOUR, {"username": name})})


async def finish_discussion_tour(info: Info, tour: str) -> Row:
    """Records that the viewer has seen a tour of the discussions page."""
    number = lms_id(tour, "DiscussionTour")
    if not is_number(number):
        raise bad_input("Not the id of a tour.")
    written = await write(info.context, FINISH_TOUR.call(tour_id=number), {"show_tour": False})
    return payload(info, FINISH_TOUR, written)


async def set_preference(info: Info, key: str, value: str | None) -> Row:
    """Sets one preference of the viewer; null deletes it."""
    key = lms_id(key, "Preference")
    if not 0 < len(key) <= _MAX_KEY:
        written = refused(Refusal.INVALID, f"A key must have 1 to {_MAX_KEY} characters.", "key")
    else:
        username = await username_for(info.context, CHANGE_PREFERENCES)
        call = CHANGE_PREFERENCES.call(username=username.text)
        written = await write(info.context, call, {key: value}, content_type=MERGE_PATCH, fields={key: "value"})
    return payload(info, CHANGE_PREFERENCES, written)
