"""Discussion threads: list, detail, posting, changing, deleting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import MERGE_PATCH, fields
from gateway.demo.http.errors import BadRequestError, CrashError, FieldsError, NotFoundError, PermissionDeniedError
from gateway.demo.http.pagination import Page, page_of
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.forum_changes import apply, check_editable, check_initial, check_values, require
from gateway.demo.views.forum_content import TRUE, ForumReader, forum_viewer, member, query_course
from gateway.demo.views.forum_posting import refused_post, rewritten_search
from gateway.demo.world.forum import Thread
from gateway.demo.world.keys import is_course_key

_REQUIRED = ("raw_body", "topic_id", "type", "title")
_ORDERS: dict[str, Callable[[Thread], Any]] = {
    "last_activity_at": lambda thread: thread.last_activity,
    "comment_count": lambda thread: thread.comment_count,
    "vote_count": lambda thread: len(thread.voters),
}
VIEWS: dict[str, Callable[[Thread, ForumReader], bool]] = {
    "unread": lambda thread, reader: not thread.is_read_by(reader.user) or thread.unread_by(reader.user) > 0,
    "unanswered": lambda thread, reader: thread.type == "question" and not thread.has_endorsed,
    "unresponded": lambda thread, reader: not thread.responses,
}


def thread_list(call: Call) -> Answer:
    """Pinned threads first, then by `order_by`, highest first. A page beyond the end is an empty 200."""
    reader = ForumReader(call, query_course(call))
    rows, rewrite = _filtered(call, reader)
    order = thread_order(call)
    rows.sort(key=lambda thread: (thread.pinned, order(thread), int(thread.id)), reverse=True)
    shown, page = _page(call, rows)
    return Answer(page.namespaced([reader.thread(thread) for thread in shown]) | {"text_search_rewrite": rewrite})


def thread_order(call: Call) -> Callable[[Thread], Any]:
    """By what `order_by` says. Raises FieldsError for other words."""
    order = call.arg("order_by") or "last_activity_at"
    if order not in _ORDERS:
        text = f"Select a valid choice. {order} is not one of the available choices."
        raise FieldsError(order_by=text)
    if (call.arg("order_direction") or "desc") != "desc":
        raise FieldsError(order_direction="Select a valid choice. asc is not one of the available choices.")
    return _ORDERS[order]


def _filtered(call: Call, reader: ForumReader) -> tuple[list[Thread], str | None]:
    """The threads asked for, and the words that were looked for in the place of the given ones."""
    topics, text, following = call.args("topic_id"), call.arg("text_search"), call.arg("following")
    if sum(bool(given) for given in (topics, text, following)) > 1:
        raise BadRequestError("The following query parameters are mutually exclusive: topic_id, text_search, following")
    tests: list[Callable[[Thread], bool]] = _narrowing(call, reader)
    tests.append(lambda thread: thread.topic_id in topics if topics else not thread.is_of_a_team)
    if following and following.lower() in TRUE:
        tests.append(lambda thread: reader.user.username in thread.followers)
    rows = [thread for thread in reader.threads() if all(test(thread) for test in tests)]
    return rewritten_search(rows, text) if text else (rows, None)


def _narrowing(call: Call, reader: ForumReader) -> list[Callable[[Thread], bool]]:
    """The filters that go with any of the others."""
    author, kind, view = call.arg("author"), call.arg("thread_type"), call.arg("view")
    tests: list[Callable[[Thread], bool]] = []
    if (call.arg("flagged") or call.arg("count_flagged")) and not reader.moderates:
        raise PermissionDeniedError
    if author:
        tests.append(lambda thread: thread.author.username == author and not reader.is_hidden(thread))
    if kind:
        tests.append(lambda thread: thread.type == kind)
    if (call.arg("flagged") or "").lower() in TRUE:
        tests.append(is_flagged)
    if group := call.arg("group_id"):
        tests.append(lambda thread: thread.cohort is not None and str(thread.cohort.id) == group)
    if view:
        if view not in VIEWS:
            raise FieldsError(view=f"Select a valid choice. {view} is not one of the available choices.")
        tests.append(lambda thread: VIEWS[view](thread, reader))
    return tests


def is_flagged(thread: Thread) -> bool:
    """Whether somebody reported the thread or something in it."""
    return any(content.flaggers for content in (thread, *thread.comments()))


def _page(call: Call, rows: list[Thread]) -> tuple[list[Thread], Page]:
    """As everywhere, except beyond the end: nothing there, and the page before is named."""
    asked = call.arg("page") or "1"
    if asked.isdecimal():
        _, first = page_of(replace(call, query={**call.query, "page": ["1"]}), rows)
        if int(asked) > first.pages:
            return [], Page(call, int(asked), first.pages, len(rows), len(rows))
    return page_of(call, rows)


def find_thread(call: Call, thread_id: str) -> tuple[Thread, ForumReader]:
    """Raises CrashError for an id the forum does not know: the real one fails there too."""
    thread = call.world.forum.threads.get(thread_id)
    if thread is None:
        raise CrashError
    reader = ForumReader(call, member(call, thread.course))
    if not reader.sees(thread):
        raise NotFoundError("Thread not found.")
    return thread, reader


def thread_detail(call: Call) -> Answer:
    """Reading it here does not mark it as read."""
    thread, reader = find_thread(call, call.params["id"])
    return Answer(reader.thread(thread, single=True))


def post_thread(call: Call) -> Answer:
    body = fields(call)
    require(body, ("course_id",))
    if not is_course_key(str(body["course_id"])):
        raise FieldsError(course_id="Invalid value.")
    reader = ForumReader(call, forum_viewer(call, body["course_id"]))
    if (refused := refused_post(call, reader, body)) is not None:
        return refused
    require(body, _REQUIRED)
    check_values(body)
    check_initial(reader, body)
    thread = call.world.forum.post(
        call.me, reader.course, body["topic_id"], body["type"], body["title"], body["raw_body"], call.world.now
    )
    if thread.topic_id in reader.divided and "group_id" not in body:
        thread.cohort = reader.forum.cohort_of(reader.user, reader.course)
    extra = ("following", "anonymous", "anonymous_to_peers", "voted", "abuse_flagged", "read", "group_id")
    apply(reader, thread, {name: value for name, value in body.items() if name in extra})
    return Answer(reader.thread(thread))


def change_thread(call: Call) -> Answer:
    thread, reader = find_thread(call, call.params["id"])
    body = fields(call)
    check_editable(reader, thread, body)
    check_values(body)
    apply(reader, thread, body)
    return Answer(reader.thread(thread, single=True))


def delete_thread(call: Call) -> Answer:
    thread, reader = find_thread(call, call.params["id"])
    if not reader.can_delete(thread):
        raise PermissionDeniedError
    call.world.forum.delete_thread(thread)
    return Answer(status=204)


_THREADS = "/api/discussion/v1/threads"
ROUTES = (
    Route(
        "discussion.threads",
        (_THREADS,),
        {"GET": thread_list, "POST": post_thread},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
        login=True,
    ),
    Route(
        "discussion.thread",
        (f"{_THREADS}/{{id:word}}",),
        {"GET": thread_detail, "PATCH": change_thread, "DELETE": delete_thread},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
        login=True,
        parses=(MERGE_PATCH,),
    ),
)
