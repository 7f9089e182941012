"""Mutations of discussions: one call each, whose answer is the updated post."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from loaders.endpoint import Endpoint
from loaders.endpoints.discussion_writes import (
    CREATE_COMMENT,
    CREATE_THREAD,
    DELETE_COMMENT,
    DELETE_THREAD,
    READ_THREAD,
    UPDATE_COMMENT,
    UPDATE_THREAD,
)
from resolvers.declare.arguments import lms_id, parts_of
from resolvers.fetch.context import Info
from resolvers.output.row import Row
from resolvers.thread import checked, group_id, topic_id
from resolvers.values.node import global_id
from resolvers.write import MERGE_PATCH, Refusal, Written, payload, refused, write

LONGEST_TITLE = 1024
"""Maximum characters of a title that the LMS can store."""

_FIELDS = {
    "course_id": "course",
    "topic_id": "topic",
    "type": "type",
    "title": "title",
    "raw_body": "rawBody",
    "following": "following",
    "anonymous": "isAnonymous",
    "anonymous_to_peers": "isAnonymousToPeers",
    "group_id": "group",
    "notify_all_learners": "notifyAllLearners",
    "captcha_token": "captchaToken",
    "thread_id": "thread",
    "parent_id": "parent",
    "voted": "voted",
    "abuse_flagged": "abuseFlagged",
    "endorsed": "endorsed",
    "pinned": "pinned",
    "closed": "closed",
    "close_reason_code": "closeReasonCode",
    "edit_reason_code": "editReasonCode",
}
"""The input's field names, by the LMS's names."""
_CAPTCHA = "CAPTCHA"
"""A word in the LMS's message about a failed captcha, which names no field."""
Changes = Mapping[str, Any]
"""Values by the LMS's field names; None for a field that is not given."""


async def create_thread(info: Info, course: str, topic: str, group: str | None, given: Changes) -> Row:
    """Creates a thread."""
    body = {"course_id": course, "topic_id": topic_id(topic, course), **_given(given)}
    if group is not None:
        body["group_id"] = int(group_id(group, course))
    return payload(info, CREATE_THREAD, await _post(info, CREATE_THREAD, body), {"key": course})


async def update_thread(info: Info, thread: str, topic: str | None, group: str | None, changes: Changes) -> Row:
    """Updates a thread. Either all changes are applied or none."""
    body = _given(changes)
    if topic is not None:
        body["topic_id"] = _topic(topic)
    if group is not None:
        body["group_id"] = int(_group(group))
    return await _update(info, UPDATE_THREAD, {"thread_id": _id_of(thread, "Thread")}, body)


async def mark_thread_read(info: Info, thread: str) -> Row:
    """Marks a thread as read by the viewer."""
    return await _update(info, READ_THREAD, {"thread_id": _id_of(thread, "Thread")}, {"read": True})


async def delete_thread(info: Info, thread: str) -> Row:
    """Deletes a thread and its comments."""
    thread_id = _id_of(thread, "Thread")
    return await _delete(info, DELETE_THREAD, {"thread_id": thread_id}, global_id("Thread", thread_id))


async def create_comment(info: Info, thread: str, parent: str | None, given: Changes) -> Row:
    """Responds to a thread, or replies to a response."""
    body = {"thread_id": _id_of(thread, "Thread"), **_given(given)}
    if parent is not None:
        body["parent_id"] = _id_of(parent, "Comment")
    return payload(info, CREATE_COMMENT, await _post(info, CREATE_COMMENT, body))


async def update_comment(info: Info, comment: str, changes: Changes) -> Row:
    """Updates a comment. Either all changes are applied or none."""
    return await _update(info, UPDATE_COMMENT, {"comment_id": _id_of(comment, "Comment")}, _given(changes))


async def delete_comment(info: Info, comment: str) -> Row:
    """Deletes a comment and its replies."""
    comment_id = _id_of(comment, "Comment")
    return await _delete(info, DELETE_COMMENT, {"comment_id": comment_id}, global_id("Comment", comment_id))


async def _post(info: Info, endpoint: Endpoint, body: Mapping[str, Any]) -> Written:
    written = _invalid(body) or await write(info.context, endpoint.call(), body, fields=_FIELDS)
    about_captcha = ("input", _FIELDS["captcha_token"])
    errors = (replace(one, field=about_captcha) if _CAPTCHA in one.message else one for one in written.errors)
    return written if written.done else replace(written, errors=tuple(errors))


async def _update(info: Info, endpoint: Endpoint, named: Mapping[str, str], body: dict[str, Any]) -> Row:
    written = refused(Refusal.INVALID, "Specify at least one change.") if not body else _invalid(body)
    if written is None:
        call = endpoint.call(**named)
        written = await write(info.context, call, body, content_type=MERGE_PATCH, fields=_FIELDS)
    return payload(info, endpoint, written)


async def _delete(info: Info, endpoint: Endpoint, named: Mapping[str, str], deleted_id: str) -> Row:
    written = await write(info.context, endpoint.call(**named), b"")
    return payload(info, endpoint, written, {"deleted_id": deleted_id} if written.done else {})


def _given(changes: Changes) -> dict[str, Any]:
    return {name: value for name, value in changes.items() if value is not None}


def _invalid(body: Mapping[str, Any]) -> Written | None:
    """The refusal of a text that the LMS would refuse or could not store; None for a valid body."""
    for name in ("title", "raw_body"):
        text = body.get(name)
        if text is not None and not text.strip():
            return refused(Refusal.INVALID, "This field may not be blank.", _FIELDS[name])
    if len(body.get("title", "")) > LONGEST_TITLE:
        return refused(Refusal.INVALID, f"A title can have at most {LONGEST_TITLE} characters.", "title")
    return None


def _id_of(text: str, type_name: str) -> str:
    return checked(lms_id(text, type_name))


def _topic(text: str) -> str:
    """The LMS's id of a topic. Its course is not checked: it is that of the thread."""
    parts = parts_of(text, "DiscussionTopic", "DiscussionCategoryTopic")
    return topic_id(text, parts[0] if parts else "")


def _group(text: str) -> str:
    """The LMS's numeric id of a group. Its course is not checked: it is that of the thread."""
    parts = parts_of(text, "DiscussionGroup", "Cohort")
    return group_id(text, parts[0] if parts else "")
