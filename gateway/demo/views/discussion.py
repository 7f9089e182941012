"""Discussion of a course: its settings, who is active in it, and the threads of one learner."""

from __future__ import annotations

from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.errors import FieldsError, NotFoundError
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.comments import forum_page
from gateway.demo.views.common import record_activity
from gateway.demo.views.forum_content import CLOSE_REASONS, EDIT_REASONS, ForumReader, forum_viewer
from gateway.demo.world.access import is_course_staff
from gateway.demo.world.forum import Content
from gateway.demo.world.people import User


def _reader(call: Call) -> ForumReader:
    return ForumReader(call, forum_viewer(call, call.params["course"]))


def course_v1(call: Call) -> Answer:
    """Not found where the course has no discussions."""
    reader = _reader(call)
    if not reader.course.settings.get("discussion", True):
        raise NotFoundError("Discussion is disabled for the course.")
    return Answer(_course(call, reader))


def course_v2(call: Call) -> Answer:
    return Answer(_course(call, _reader(call)))


def _course(call: Call, reader: ForumReader) -> dict[str, Any]:
    user, course, role = reader.user, reader.course, reader.forum.role(reader.user, reader.course)
    record_activity(reader.viewer, only_from_app=call)
    team = [held for key, held in user.roles if key == course.key]
    threads = reader.thread_list_url()
    return {
        "id": course.key,
        "is_posting_enabled": True,
        "blackouts": [],
        "thread_list_url": threads,
        "following_thread_list_url": f"{threads}&following=True",
        "topics_url": f"{call.world.site.base_url}/api/discussion/v1/course_topics/{course.key}",
        "allow_anonymous": True,
        "allow_anonymous_to_peers": False,
        "user_roles": sorted({"Student", role}),
        "has_moderation_privileges": reader.moderates,
        "is_group_ta": False,
        "is_user_admin": user.is_staff,
        "is_course_staff": is_course_staff(user, course),
        "is_course_admin": "instructor" in team,
        "provider": "openedx",
        "enable_in_context": True,
        "group_at_subsection": False,
        "edit_reasons": _choices(EDIT_REASONS),
        "post_close_reasons": _choices(CLOSE_REASONS),
        "show_discussions": bool(course.settings.get("discussion", True)),
        "is_notify_all_learners_enabled": False,
    }


def _choices(labels: dict[str, str]) -> list[dict[str, str]]:
    return [{"code": code, "label": label} for code, label in labels.items()]


def activity_stats(call: Call) -> Answer:
    """How much everybody wrote. Without anybody the answer still names a next page, which is the same one."""
    reader, order = _reader(call), call.arg("order_by") or "activity"
    if order not in ("activity", "flagged", "recency"):
        raise FieldsError(order_by=f"Select a valid choice. {order} is not one of the available choices.")
    if order == "flagged" and not reader.moderates:
        raise FieldsError(order_by="Invalid value")
    rows = [_Stats(user, reader) for user in call.world.users.values()]
    rows = [row for row in rows if row.written]
    names = call.args("username")
    if names:
        rows = [row for row in rows if row.user.username in names]
    keys = {"activity": _Stats.activity, "flagged": _Stats.flags, "recency": _Stats.recency}
    rows.sort(key=keys[order], reverse=True)
    shown, page = forum_page(call, rows)
    if not rows:
        mark = "&" if call.query_string else ""
        page.next = f"{call.world.site.base_url}{call.path}?{call.query_string}{mark}page=1"
    return Answer(page.namespaced([row.as_dict(reader) for row in shown]))


class _Stats:
    """What one person wrote under the own name."""

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
    """Threads in which a person wrote anything, latest activity first."""
    reader = _reader(call)
    user = call.world.users.get(call.arg("username") or "")
    if user is None:
        raise NotFoundError
    rows = [
        thread
        for thread in reader.forum.threads_of(reader.course)
        if any(content.author is user and not reader.is_hidden(content) for content in (thread, *thread.comments()))
    ]
    shown, page = forum_page(call, sorted(rows, key=lambda thread: thread.last_activity, reverse=True))
    return Answer(page.namespaced([reader.thread(thread) for thread in shown]) | {"text_search_rewrite": None})


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
        Family.B,
        login=True,
    ),
    Route("discussion.course", (_V1,), {"GET": course_v1}, Slash.EITHER, Schemes.JBS, Family.B, login=True),
    Route(
        "discussion.course_v2",
        ("/api/discussion/v2/courses/{course}",),
        {"GET": course_v2},
        Slash.EITHER,
        Schemes.JBS,
        Family.B,
        login=True,
    ),
)
