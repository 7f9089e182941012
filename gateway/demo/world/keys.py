"""Opaque keys: course keys and usage keys as text, with the little parsing the views need."""

from __future__ import annotations

import re

_COURSE = re.compile(r"course-v1:(?P<org>[\w.~-]+)\+(?P<number>[\w.~-]+)\+(?P<run>[\w.~-]+)\Z")
_OLD_COURSE = re.compile(r"[\w.~-]+/[\w.~-]+/[\w.~-]+\Z")
_USAGE = re.compile(r"block-v1:(?P<course>[^+@]+\+[^+@]+\+[^+@]+)\+type@(?P<type>[\w-]+)\+block@(?P<id>[\w.~:-]+)\Z")


def is_course_key(text: str) -> bool:
    return _COURSE.match(text) is not None or _OLD_COURSE.match(text) is not None


def split_course_key(key: str) -> tuple[str, str, str]:
    """`(org, number, run)`; raises ValueError for anything else than a `course-v1` key."""
    match = _COURSE.match(key)
    if match is None:
        raise ValueError(f"not a course key: {key!r}")
    return match["org"], match["number"], match["run"]


def is_usage_key(text: str) -> bool:
    return _USAGE.match(text) is not None


def course_of(usage: str) -> str:
    """The course key of a usage key, `""` when the text is none."""
    match = _USAGE.match(usage)
    return f"course-v1:{match['course']}" if match else ""


def usage_key(course_key: str, block_type: str, block_id: str) -> str:
    return f"block-v1:{course_key.removeprefix('course-v1:')}+type@{block_type}+block@{block_id}"
