"""Discussion comments: the responses to a thread, the replies to a response, writing, changing, deleting."""

from __future__ import annotations

from typing import Any, TypeVar

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import MERGE_PATCH, fields
from gateway.demo.http.errors import CrashError, FieldsError, NotFoundError, PermissionDeniedError
from gateway.demo.http.pagination import Page, page_of
from gateway.demo.http.route import Answer, Call, Family, Route, Slash
from gateway.demo.views.forum_changes import apply, check_editable, check_values, require
from gateway.demo.views.forum_content import TRUE, ForumReader, member, query_course
from gateway.demo.views.forum_posting import refused_post
from gateway.demo.views.threads import find_thread
from gateway.demo.world.forum import Comment, Thread

T = TypeVar("T")


def comment_list(call: Call) -> Answer:
    """Responses of `thread_id`, oldest first; or with `username` everything a person wrote in `course_id`."""
    if username := call.arg("username"):
        return _comments_of(call, username)
    thread_id = call.arg("thread_id")
    if not thread_id:
        raise FieldsError(thread_id="This field is required.")
    thread, reader = find_thread(call, thread_id)
    shown, page = forum_page(call, _ordered(call, _responses(call, thread)))
    return Answer(page.namespaced([reader.comment(comment) for comment in shown]))


def _comments_of(call: Call, username: str) -> Answer:
    reader = ForumReader(call, query_course(call))
    if username not in call.world.users:
        raise NotFoundError
    rows = [
        comment
        for comment in call.world.forum.comments_of(reader.course)
        if comment.author.username == username and not reader.is_hidden(comment)
    ]
    shown, page = forum_page(call, sorted(rows, key=lambda comment: int(comment.id), reverse=True))
    return Answer(page.namespaced([reader.comment(comment) for comment in shown]))


def _responses(call: Call, thread: Thread) -> list[Comment]:
    """Questions are asked for their endorsed or their other answers, one after the other."""
    endorsed = call.arg("endorsed")
    if thread.type == "discussion":
        if endorsed is not None:
            raise FieldsError(endorsed="This field may not be specified for discussion threads.")
        return thread.responses
    if (call.arg("merge_question_type_responses") or "").lower() in TRUE:
        return sorted(thread.responses, key=lambda response: response.endorsement is None)
    if endorsed is None:
        raise FieldsError(endorsed="This field is required for question threads.")
    wanted = endorsed.lower() in TRUE
    return [response for response in thread.responses if (response.endorsement is not None) == wanted]


def _ordered(call: Call, rows: list[T]) -> list[T]:
    """Oldest first, or newest first with `reverse_order`."""
    return rows[::-1] if (call.arg("reverse_order") or "").lower() in TRUE else rows


def forum_page(call: Call, rows: list[T]) -> tuple[list[T], Page]:
    """P1 with the forum's own words beyond the end."""
    try:
        return page_of(call, rows)
    except NotFoundError as error:
        raise NotFoundError("Page not found (No results on this page).") from error


def _find_comment(call: Call) -> tuple[Comment, ForumReader]:
    comment = call.world.forum.comments.get(call.params["id"])
    if comment is None:
        raise CrashError
    reader = ForumReader(call, member(call, comment.thread.course))
    if not reader.sees(comment.thread):
        raise NotFoundError("Comment not found.")
    return comment, reader


def children(call: Call) -> Answer:
    """The replies to the comment, not the comment itself."""
    comment, reader = _find_comment(call)
    shown, page = forum_page(call, _ordered(call, comment.children))
    return Answer(page.namespaced([reader.comment(child) for child in shown]))


def post_comment(call: Call) -> Answer:
    body = fields(call)
    require(body, ("thread_id",))
    thread, reader = find_thread(call, str(body["thread_id"]))
    if (refused := refused_post(call, reader, body)) is not None:
        return refused
    if thread.closed:
        raise PermissionDeniedError
    parent = _parent(call, thread, body)
    require(body, ("raw_body",))
    check_values(body)
    comment = call.world.forum.reply(call.me, thread, body["raw_body"], call.world.now, parent)
    extra = ("anonymous", "anonymous_to_peers", "voted", "abuse_flagged")
    apply(reader, comment, {name: value for name, value in body.items() if name in extra})
    return Answer(reader.comment(comment))


def _parent(call: Call, thread: Thread, body: dict[str, Any]) -> Comment | None:
    parent_id = body.get("parent_id")
    if parent_id is None:
        return None
    parent = call.world.forum.comments.get(str(parent_id))
    if parent is None or parent.thread is not thread:
        raise FieldsError(parent_id="parent_id does not identify a comment in the thread identified by thread_id.")
    if parent.parent is not None:
        raise FieldsError(parent_id="Comment level is too deep.")
    return parent


def change_comment(call: Call) -> Answer:
    comment, reader = _find_comment(call)
    body = fields(call)
    check_editable(reader, comment, body)
    check_values(body)
    apply(reader, comment, body)
    answer = reader.comment(comment)
    if "endorsed" in body:
        # The answer to an endorsement does not name who gave it; the next reading does.
        answer |= {"endorsed_by": None, "endorsed_by_label": None, "endorsed_at": None}
    return Answer(answer)


def delete_comment(call: Call) -> Answer:
    comment, reader = _find_comment(call)
    if not reader.can_delete(comment):
        raise PermissionDeniedError
    call.world.forum.delete_comment(comment)
    return Answer(status=204)


_COMMENTS = "/api/discussion/v1/comments"
ROUTES = (
    Route(
        "discussion.comments",
        (_COMMENTS,),
        {"GET": comment_list, "POST": post_comment},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
        login=True,
    ),
    Route(
        "discussion.comment",
        (f"{_COMMENTS}/{{id:word}}",),
        {"GET": children, "PATCH": change_comment, "DELETE": delete_comment},
        Slash.MUST,
        Schemes.JBS,
        Family.B,
        login=True,
        parses=(MERGE_PATCH,),
    ),
)
