"""Active learners in a course's discussion, and the threads of one learner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import CrashError, FieldsError, NotFoundError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.comments import forum_page
from gateway.demo.views.forum_content import ForumReader, forum_viewer
from gateway.demo.views.threads import VIEWS, is_flagged, thread_order
from gateway.demo.world.forum import Content, Thread
from gateway.demo.world.people import User

Test = Callable[[Thread, ForumReader], bool]


def forum_reader(call: Call) -> ForumReader:
    return ForumReader(call, forum_viewer(call, call.params["course"]))


def activity_stats(call: Call) -> Answer:
    """Numbers of posts of each learner. An empty answer still names a next page, which is the same one."""
    reader, order = forum_reader(call), call.arg("order_by") or "activity"
    if order not in ("activity", "flagged", "recency"):
        raise FieldsError(order_by=f"Select a valid choice. {order} is not one of the available choices.")
    if order == "flagged" and not reader.moderates:
        raise FieldsError(order_by="Invalid value")
    rows = [_Stats(user, reader) for user in call.world.users.values()]
    rows = [row for row in rows if row.written]
    if part := call.arg("username"):
        rows = [row for row in rows if part.lower() in row.user.username]
    keys = {"activity": _Stats.activity, "flagged": _Stats.flags, "recency": _Stats.recency}
    rows.sort(key=keys[order], reverse=True)
    shown, page = forum_page(call, rows)
    if not rows:
        mark = "&" if call.query_string else ""
        page.next = f"{call.world.site.base_url}{call.path}?{call.query_string}{mark}page=1"
    return Answer(page.namespaced([row.as_dict(reader) for row in shown]))


class _Stats:
    """The posts of one person that are not anonymous."""

    def __init__(self, user: User, reader: ForumReader) -> None:
        forum, course = reader.forum, reader.course
        self.user = user
        self.threads = [row for row in forum.threads_of(course) if self._is_by(row, reader)]
        comments = [row for row in forum.comments_of(course) if self._is_by(row, reader)]
        self.responses = [row for row in comments if row.parent is None]
        self.replies = [row for row in comments if row.parent is not None]
        self.written: list[Content] = [*self.threads, *comments]

    def _is_by(self, content: Content, reader: ForumReader) -> bool:
        return content.author is self.user and not reader.is_hidden(content)

    def flags(self) -> tuple[Any, ...]:
        return (sum(bool(content.flaggers) for content in self.written), *self.activity())

    def activity(self) -> tuple[Any, ...]:
        return (len(self.written), len(self.threads), self.user.username)

    def recency(self) -> tuple[Any, ...]:
        return (max(content.created for content in self.written),)

    def as_dict(self, reader: ForumReader) -> dict[str, Any]:
        return {
            "threads": len(self.threads),
            "replies": len(self.replies),
            "responses": len(self.responses),
            "active_flags": self.flags()[0] if reader.moderates else None,
            "inactive_flags": 0 if reader.moderates else None,
            "username": self.user.username,
        }


def learner_threads(call: Call) -> Answer:
    """Threads in which a person wrote anything. Nothing is pinned here, and the count is that of the page."""
    reader = forum_reader(call)
    user = call.world.users.get(call.arg("username") or "")
    if user is None:
        raise NotFoundError
    flagged = call.arg("status") == "flagged"
    if (flagged or call.arg("count_flagged")) and not reader.moderates:
        raise PermissionDeniedError
    tests = [*_status(call), *_kind(call)]
    rows = [
        thread
        for thread in reader.threads()
        if any(content.author is user and not reader.is_hidden(content) for content in (thread, *thread.comments()))
        and all(test(thread, reader) for test in tests)
    ]
    shown, page = forum_page(call, sorted(rows, key=thread_order(call), reverse=True))
    reader.shows_images()
    page.count = len(shown)
    results = [reader.thread(thread) | {"pinned": False} for thread in shown]
    return Answer(page.namespaced(results) | {"text_search_rewrite": None})


def _status(call: Call) -> list[Test]:
    """The filter by `status`. An unknown status crashes the view."""
    status = call.arg("status")
    if not status:
        return []
    if status == "flagged":
        return [lambda thread, reader: is_flagged(thread)]
    if status not in VIEWS:
        raise CrashError
    return [VIEWS[status]]


def _kind(call: Call) -> list[Test]:
    kind = call.arg("thread_type")
    return [lambda thread, reader: thread.type == kind] if kind else []


_V1 = "/api/discussion/v1/courses/{course}"
ROUTES = (
    Route(
        "discussion.activity_stats",
        (f"{_V1}/activity_stats",),
        {"GET": activity_stats},
        Slash.EITHER,
        Schemes.JBS,
        Family.B,
        login=True,
    ),
    Route(
        "discussion.learner",
        (f"{_V1}/learner",),
        {"GET": learner_threads},
        Slash.MUST,
        Schemes.JBS,
        Family.A,
        login=True,
    ),
)
