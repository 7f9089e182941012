"""Course keys and usage keys: what is accepted, and how they go into a URL."""

import re
from typing import ClassVar
from urllib.parse import quote

from loaders.errors import Code

_PART = r"[\w\-~.:]+"
_COURSE = re.compile(rf"course-v1:({_PART})\+({_PART})\+({_PART})", re.ASCII)
_USAGE = re.compile(rf"block-v1:({_PART})\+({_PART})\+({_PART})\+type@({_PART})\+block@({_PART})", re.ASCII)
_USERNAME = re.compile(r"[\w.@+\-]{1,150}")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_DOTS = frozenset({".", ".."})
_MAX_LENGTH = 255  # the LMS stores keys in columns of 255 characters


class SegmentError(ValueError):
    """A value that would lead out of its place in a path. Where a client gave it, `extensions` say so to the client."""

    extensions: ClassVar = {"code": Code.BAD_USER_INPUT.value}


def is_course_key(text: str) -> bool:
    """True for `course-v1:{org}+{number}+{run}` of at most 255 characters."""
    return len(text) <= _MAX_LENGTH and _COURSE.fullmatch(text) is not None


def is_usage_key(text: str) -> bool:
    """True for `block-v1:{org}+{number}+{run}+type@{type}+block@{id}` of at most 255 characters."""
    return len(text) <= _MAX_LENGTH and _USAGE.fullmatch(text) is not None


def is_username(text: str) -> bool:
    """True for what an Open edX username can hold, and a path can: no dot segment."""
    return text not in _DOTS and _USERNAME.fullmatch(text) is not None


def is_uuid(text: str) -> bool:
    """True for a UUID in its canonical form."""
    return _UUID.fullmatch(text) is not None


def course_of(usage_key: str) -> str:
    """The course key a usage key belongs to.

    >>> course_of("block-v1:edX+DemoX+1+type@vertical+block@a1")
    'course-v1:edX+DemoX+1'
    """
    match = _USAGE.fullmatch(usage_key)
    if match is None:
        raise ValueError(f"not a usage key: {usage_key!r}")
    return "course-v1:{}+{}+{}".format(*match.groups()[:3])


def block_type_of(usage_key: str) -> str:
    """The block type named in a usage key (`sequential`, `vertical`, `problem`, …)."""
    match = _USAGE.fullmatch(usage_key)
    if match is None:
        raise ValueError(f"not a usage key: {usage_key!r}")
    return match.group(4)


def path_segment(text: str) -> str:
    """Percent-encoded for one path segment. `+`, `@` and `:` stay literal, as the LMS's routes expect."""
    if text in _DOTS:
        raise SegmentError("A name or an id cannot be a dot segment.")
    return quote(text, safe="+@:,~")
