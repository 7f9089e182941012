"""Threads and comments as one reader sees them: editable fields, visible names and counts."""

from __future__ import annotations

import re
from datetime import datetime
from html import escape
from typing import Any
from urllib.parse import quote

from gateway.demo.http.errors import CrashError, FieldsError, NotFoundError
from gateway.demo.http.route import Call
from gateway.demo.views.accounts import profile_image
from gateway.demo.world.access import Viewer, is_course_staff
from gateway.demo.world.clock import iso as exact_iso
from gateway.demo.world.course import Course
from gateway.demo.world.forum import Comment, Content, Thread
from gateway.demo.world.keys import is_course_key
from gateway.demo.world.people import User

EDIT_REASONS = {
    "grammar-spelling": "Has grammar / spelling issues",
    "needs-clarity": "Content needs clarity",
    "academic-integrity": "Has academic integrity concern",
    "inappropriate-language": "Has inappropriate language",
    "format-change": "Formatting changes needed",
    "post-type-change": "Post type needs change",
    "contains-pii": "Contains personally identifiable information",
    "violates-guidelines": "Violates community guidelines",
}
CLOSE_REASONS = {
    "academic-integrity": "Post violates honour code or academic integrity",
    "read-only": "Post should be read-only",
    "duplicate": "Post is a duplicate",
    "off-topic": "Post is off-topic",
}
TRUE = ("true", "1")
_PREVIEW_LENGTH = 500
_INLINE = (
    (re.compile(r"\*\*(.+?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"\*(.+?)\*"), r"<em>\1</em>"),
    (re.compile(r"`(.+?)`"), r"<code>\1</code>"),
)
_TAG = re.compile(r"<[^>]+>")


def forum_viewer(call: Call, key: str) -> Viewer:
    """The caller in a course whose forum is open to them. Raises CrashError for no key, NotFoundError otherwise."""
    if not is_course_key(key):
        raise CrashError
    course = call.world.course(key)
    if course is None:
        raise NotFoundError("Course not found.")
    return member(call, course)


def member(call: Call, course: Course) -> Viewer:
    """The caller, if they may read the forum: enrolled, staff or with a role, and with access to the course."""
    viewer = Viewer(call.world, course, call.me, call.me)
    has_role = call.world.forum.role(call.me, course) != "Student"
    if not viewer.load_access().granted or (viewer.enrollment is None and not viewer.is_staff and not has_role):
        raise NotFoundError("Course not found.")
    return viewer


def query_course(call: Call) -> Viewer:
    """The course of the `course_id` parameter."""
    key = call.arg("course_id")
    if not key:
        raise FieldsError(course_id="This field is required.")
    if not is_course_key(key):
        raise FieldsError(course_id=f"'{key}' is not a valid course id")
    return forum_viewer(call, key)


def rendered(body: str) -> str:
    """Markdown as HTML: paragraphs, strong, emphasis and code; everything else is text."""
    paragraphs = []
    for paragraph in re.split(r"\n\s*\n", body.strip()):
        text = escape(paragraph, quote=False)
        for pattern, replacement in _INLINE:
            text = pattern.sub(replacement, text)
        paragraphs.append(f"<p>{text}</p>")
    return "\n".join(paragraphs)


def iso(moment: datetime) -> str | None:
    """The forum shows whole seconds."""
    return exact_iso(moment.replace(microsecond=0))


class ForumReader:
    """One person reading (and editing) the forum of one course."""

    def __init__(self, call: Call, viewer: Viewer) -> None:
        assert viewer.user is not None
        self.call, self.viewer, self.user = call, viewer, viewer.user
        self.forum, self.course = call.world.forum, viewer.course
        self.moderates = self.forum.role(self.user, self.course) != "Student"
        self._images = "profile_image" in call.args("requested_fields")
        self._counts = (call.arg("count_flagged") or "").lower() in TRUE

    def shows_images(self) -> None:
        """Includes the authors' pictures in all answers."""
        self._images = True

    @property
    def divided(self) -> list[str]:
        """The topics in which each cohort sees its own threads."""
        return self.forum.divided.get(self.course.key, [])

    def label(self, user: User) -> str | None:
        if is_course_staff(user, self.course):
            return "Staff"
        role = self.forum.role(user, self.course)
        return None if role == "Student" else role

    def threads(self) -> list[Thread]:
        """The threads that this reader may see."""
        return [thread for thread in self.forum.threads_of(self.course) if self.sees(thread)]

    def sees(self, thread: Thread) -> bool:
        """Whether a thread is of the reader's cohort, or of all."""
        return thread.cohort is None or self.moderates or thread.cohort is self.forum.cohort_of(self.user, self.course)

    def is_hidden(self, content: Content) -> bool:
        """Whether the author's name is kept from this reader."""
        return content.anonymous or (content.anonymous_to_peers and not self.moderates)

    def sees_history(self, content: Content) -> bool:
        """Whether this person may know who edited or closed the post, and why."""
        return content.author is self.user or self.moderates

    def can_delete(self, content: Content) -> bool:
        return content.author is self.user or self.moderates

    def editable_fields(self, content: Content) -> list[str]:
        """The fields that this person may PATCH."""
        thread = content if isinstance(content, Thread) else content.thread if isinstance(content, Comment) else None
        assert thread is not None
        is_thread, is_author = content is thread, content.author is self.user
        names = {"abuse_flagged"}
        if is_thread:
            names.add("read")
            names |= {"closed", "close_reason_code", "pinned"} if self.moderates else set()
            names |= {"pinned"} if self.viewer.is_staff else set()
        if thread.closed:
            return sorted(names)
        if self.moderates or not is_author or self.viewer.is_staff:
            names.add("voted")
        if is_author:
            names.add("anonymous")
        if is_author or self.moderates:
            names.add("raw_body")
        if self.moderates and not is_author:
            names.add("edit_reason_code")
        if is_thread:
            names |= {"copy_link", "following"}
            names |= {"title", "topic_id", "type"} if is_author or self.moderates else set()
            names |= {"group_id"} if self.moderates and thread.topic_id in self.divided else set()
        elif isinstance(content, Comment) and content.parent is None:
            asked = thread.author is self.user and thread.type == "question"
            names |= {"endorsed"} if self.moderates or asked else set()
        return sorted(names)

    def thread(self, thread: Thread, *, single: bool = False) -> dict[str, Any]:
        """A thread; `single` (a detail or its change) also counts the responses."""
        body = self._content(thread)
        text = _TAG.sub("", body["rendered_body"]).replace("\n", " ")
        comments = f"{self.call.world.site.base_url}/api/discussion/v1/comments/?thread_id={thread.id}"
        question = thread.type == "question"
        body |= {
            "course_id": thread.course.key,
            "topic_id": thread.topic_id,
            "group_id": thread.cohort.id if thread.cohort else None,
            "group_name": thread.cohort.name if thread.cohort else None,
            "type": thread.type,
            "preview_body": text[:_PREVIEW_LENGTH],
            "abuse_flagged_count": self._flag_count(thread),
            "title": thread.title,
            "pinned": thread.pinned,
            "closed": thread.closed,
            "following": self.user.username in thread.followers,
            "comment_count": thread.comment_count,
            "unread_comment_count": thread.unread_by(self.user),
            "comment_list_url": None if question else comments,
            "endorsed_comment_list_url": f"{comments}&endorsed=True" if question else None,
            "non_endorsed_comment_list_url": f"{comments}&endorsed=False" if question else None,
            "read": thread.is_read_by(self.user),
            "has_endorsed": thread.has_endorsed,
            "close_reason": None,
            "closed_by": None,
            "closed_by_label": None,
        }
        if thread.closed_by is not None and self.sees_history(thread):
            body |= {
                "close_reason": CLOSE_REASONS.get(thread.close_reason_code or ""),
                "closed_by": thread.closed_by.username,
                "closed_by_label": self.label(thread.closed_by),
            }
        if single:
            body["response_count"] = len(thread.responses)
        return self._with_images(body, [thread.author] if not self.is_hidden(thread) else [])

    def comment(self, comment: Comment) -> dict[str, Any]:
        endorsement = comment.endorsement
        body = self._content(comment) | {
            "thread_id": comment.thread.id,
            "parent_id": comment.parent.id if comment.parent else None,
            "endorsed": endorsement is not None,
            "endorsed_by": self._endorser(comment),
            "endorsed_by_label": self.label(endorsement.user) if endorsement else None,
            "endorsed_at": iso(endorsement.time) if endorsement else None,
            "child_count": len(comment.children),
            "children": [],
            "abuse_flagged_any_user": bool(comment.flaggers) if self.moderates else None,
            # The reader's own picture, whoever wrote.
            "profile_image": profile_image(self.call.world.site),
        }
        shown = [comment.author] if not self.is_hidden(comment) else []
        return self._with_images(body, shown + ([endorsement.user] if endorsement and body["endorsed_by"] else []))

    def _endorser(self, comment: Comment) -> str | None:
        """Who endorsed it, unless that names the author of an anonymous question."""
        if comment.endorsement is None:
            return None
        user = comment.endorsement.user
        has_role = self.forum.role(user, self.course) != "Student"
        return user.username if has_role or not self.is_hidden(comment.thread) else None

    def thread_list_url(self, *topic_ids: str) -> str:
        topics = "".join(f"&topic_id={quote(topic_id, safe='')}" for topic_id in topic_ids)
        base = f"{self.call.world.site.base_url}/api/discussion/v1/threads/"
        return f"{base}?course_id={quote(self.course.key, safe='')}{topics}"

    def _content(self, content: Content) -> dict[str, Any]:
        hidden, edit = self.is_hidden(content), content.edits[-1] if content.edits else None
        return {
            "id": content.id,
            "author": None if hidden else content.author.username,
            "author_label": None if hidden else self.label(content.author),
            "created_at": iso(content.created),
            "updated_at": iso(content.updated),
            "raw_body": content.body,
            "rendered_body": rendered(content.body),
            "abuse_flagged": self.user.username in content.flaggers or (self.moderates and bool(content.flaggers)),
            "voted": self.user.username in content.voters,
            "vote_count": len(content.voters),
            "editable_fields": self.editable_fields(content),
            "can_delete": self.can_delete(content),
            "anonymous": content.anonymous,
            "anonymous_to_peers": content.anonymous_to_peers,
            "last_edit": self._last_edit(content),
            "edit_by_label": self.label(edit.editor) if edit and self.sees_history(content) else None,
        }

    def _last_edit(self, content: Content) -> dict[str, Any] | None:
        """Of an edited body, for its author and moderators."""
        if not content.edits or not self.sees_history(content):
            return None
        edit = content.edits[-1]
        return {
            "original_body": edit.original_body,
            "reason_code": edit.reason_code,
            "reason": EDIT_REASONS.get(edit.reason_code or ""),
            "editor_username": edit.editor.username,
            "created_at": iso(edit.created),
        }

    def _flag_count(self, thread: Thread) -> int | None:
        """The number of reported posts, if the list was asked for it."""
        if not (self.moderates and self._counts):
            return None
        return sum(bool(content.flaggers) for content in (thread, *thread.comments()))

    def _with_images(self, body: dict[str, Any], people: list[User]) -> dict[str, Any]:
        if self._images:
            image = profile_image(self.call.world.site)
            body["users"] = {person.username: {"profile": {"image": image}} for person in people}
        return body
