"""Permission to post, and rewritten searches."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

from gateway.demo.http.errors import FieldsError, PermissionDeniedError
from gateway.demo.http.route import Answer, Call
from gateway.demo.views.forum_content import ForumReader
from gateway.demo.world.forum import Thread

CAPTCHA_TOKEN = "demo-captcha"  # noqa: S105 - the only token that the demo's captcha accepts
_POSTS = 3
_WORD = re.compile(r"\w{3,}")


def refused_post(call: Call, reader: ForumReader, body: dict[str, Any]) -> Answer | None:
    """The answer to a person who may not post now. Moderators and the course team always may."""
    if reader.moderates or reader.viewer.is_staff:
        return None
    features = call.world.features
    if features.on("discussion_rate_limit"):
        written = [*reader.forum.threads_of(reader.course), *reader.forum.comments_of(reader.course)]
        recent = [one for one in written if one.author is reader.user and one.created >= call.world.clock.start]
        if len(recent) >= _POSTS:
            return Answer("Too many requests", 429)
    if features.on("discussion_blackout"):
        raise PermissionDeniedError("Discussions are in blackout period.")
    if features.on("discussion_only_verified") and not is_verified(reader):
        return Answer({"detail": "Only verified users can post in discussions."}, 400)
    if features.on("discussion_captcha"):
        token = body.get("captcha_token")
        if not token:
            raise FieldsError(captcha_token="This field is required.")  # noqa: S106
        if token != CAPTCHA_TOKEN:
            return Answer({"error": "CAPTCHA verification failed."}, 400)
    return None


def is_verified(reader: ForumReader) -> bool:
    """True if the reader has confirmed the e-mail address; sam has not."""
    return reader.user.username != "sam"


def rewritten_search(rows: list[Thread], text: str) -> tuple[list[Thread], str | None]:
    """The threads with this text. Without any, those with the words that the forum has and that are most like it."""
    found = _with_text(rows, text)
    if found:
        return found, None
    words = sorted({word for thread in rows for word in _WORD.findall(f"{thread.title} {thread.body}".lower())})
    closest = get_close_matches(text.lower(), words, n=1, cutoff=0.75)
    return (_with_text(rows, closest[0]), closest[0]) if closest else ([], None)


def _with_text(rows: list[Thread], text: str) -> list[Thread]:
    return [thread for thread in rows if text.lower() in f"{thread.title} {thread.body}".lower()]
