"""Changes of a thread or comment by POST or PATCH, after the checks that both have in common."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from gateway.demo.http.errors import FieldsError
from gateway.demo.views.forum_content import CLOSE_REASONS, EDIT_REASONS, ForumReader
from gateway.demo.world.forum import Comment, Content, Endorsement, Thread

_TEXTS = ("raw_body", "title", "topic_id")
_FLAGS = (
    "abuse_flagged", "anonymous", "anonymous_to_peers", "closed", "endorsed", "following", "pinned", "read", "voted",
)  # fmt: skip
_TYPES = ("discussion", "question")


def check_values(body: dict[str, Any]) -> None:
    """Raises FieldsError for values of the wrong kind."""
    errors: dict[str, str] = {}
    for name, value in body.items():
        if name in _TEXTS and (not isinstance(value, str) or not value.strip()):
            errors[name] = "This field may not be blank."
        elif name in _FLAGS and not isinstance(value, bool):
            errors[name] = "Must be a valid boolean."
        elif name == "type" and value not in _TYPES:
            errors[name] = f'"{value}" is not a valid choice.'
        elif name == "close_reason_code" and value is not None and value not in CLOSE_REASONS:
            errors[name] = "Invalid close reason code"
        elif name == "edit_reason_code" and value is not None and value not in EDIT_REASONS:
            errors[name] = "Invalid edit reason code"
    if errors:
        raise FieldsError(**errors)


def check_initial(reader: ForumReader, body: dict[str, Any]) -> None:
    """Raises FieldsError for values that only moderators may set in a new thread."""
    if "group_id" in body and not reader.moderates:
        raise FieldsError(group_id="This field is not initializable.")


def require(body: dict[str, Any], names: Collection[str]) -> None:
    missing = {name: "This field is required." for name in names if name not in body}
    if missing:
        raise FieldsError(**missing)


def check_editable(reader: ForumReader, content: Content, body: dict[str, Any]) -> None:
    allowed = reader.editable_fields(content)
    refused = {name: "This field is not editable." for name in body if name not in allowed}
    if refused:
        raise FieldsError(**refused)


def apply(reader: ForumReader, content: Content, body: dict[str, Any]) -> None:
    """Store the named fields."""
    for name, value in body.items():
        if name == "abuse_flagged" and not value and reader.moderates:
            content.flaggers.clear()
        elif name in _MARKS:
            _mark(_MARKS[name](content), reader.user.username, is_set=value)
        elif name in ("anonymous", "anonymous_to_peers"):
            setattr(content, name, value)
    now = reader.call.world.now
    if "raw_body" in body and body["raw_body"] != content.body:
        content.rewrite(body["raw_body"], reader.user, body.get("edit_reason_code"), now)
    if isinstance(content, Thread):
        _apply_to_thread(reader, content, body)
    elif isinstance(content, Comment) and "endorsed" in body:
        content.endorsement = Endorsement(reader.user, now) if body["endorsed"] else None


def _apply_to_thread(reader: ForumReader, thread: Thread, body: dict[str, Any]) -> None:
    for name in ("title", "topic_id", "type", "pinned"):
        if name in body:
            setattr(thread, name, body[name])
    if "group_id" in body:
        thread.cohort = reader.forum.cohort(reader.course, body["group_id"])
    if "following" in body:
        _mark(thread.followers, reader.user.username, is_set=body["following"])
    if "read" in body:
        thread.read_at.pop(reader.user.username, None)
        if body["read"]:
            thread.read_at[reader.user.username] = reader.call.world.now
    if "closed" in body:
        thread.closed = body["closed"]
        thread.closed_by = reader.user if thread.closed else None
        thread.close_reason_code = body.get("close_reason_code") if thread.closed else None


_MARKS: dict[str, Callable[[Content], set[str]]] = {
    "voted": lambda content: content.voters,
    "abuse_flagged": lambda content: content.flaggers,
}


def _mark(marks: set[str], username: str, *, is_set: bool) -> None:
    if is_set:
        marks.add(username)
    else:
        marks.discard(username)
