"""Validates keys of courses, libraries and blocks, and encodes them for URLs.

The rules are those of the packages opaque-keys and ccx-keys, which the LMS uses. A key is accepted in the one form in
which the LMS writes it.
"""

import re
from typing import Any, ClassVar, NamedTuple
from urllib.parse import quote

from loaders.errors import Code

_PART = r"[\w\-~.:]+"
_OLD_PART = r"[\w\-.%]+"
_PLAIN_PART = r"[a-zA-Z0-9_\-.]+"
_SLUG = r"[\w\-.]+"
_REVISION = rf"(?:\+branch@{_PART})?(?:\+version@[0-9a-f]{{24}})?"
_COURSE = rf"(?P<course>{_PART}\+{_PART}\+{_PART}){_REVISION}"
_CCX = rf"{_COURSE}\+(?P<ccx>ccx@\d+)"
_LIBRARY = rf"{_PART}\+{_PART}{_REVISION}"
_BLOCK = rf"\+type@(?P<type>{_PART})\+block@"

_COURSE_KEYS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"course-v1:{_COURSE}",
        rf"ccx-v1:{_CCX}",
        rf"(?P<course>{_OLD_PART}/{_OLD_PART})/{_OLD_PART}",
    )
)
_LIBRARY_KEYS = tuple(re.compile(pattern) for pattern in (rf"library-v1:{_LIBRARY}", rf"lib:{_PLAIN_PART}:{_SLUG}"))
_USAGE_KEYS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"block-v1:{_COURSE}{_BLOCK}[\w\-~.:%]+",
        rf"ccx-block-v1:{_CCX}{_BLOCK}{_PART}",
        # It has no run: the block belongs to every run of its course.
        rf"i4x://(?P<course>{_OLD_PART}/{_OLD_PART})/(?P<type>[\w\-~.:%]+)/[\w\-~.:%]+(?:@[\w\-~.:%]+)?",
        rf"lib-block-v1:{_LIBRARY}{_BLOCK}{_PART}",
        rf"lb:{_PLAIN_PART}:{_SLUG}:(?P<type>{_PLAIN_PART}):{_SLUG}",
    )
)
_is_usual = re.compile(r"course-v1:[a-zA-Z0-9_\-]{1,80}\+[a-zA-Z0-9_\-]{1,80}\+[a-zA-Z0-9_\-]{1,80}").fullmatch
"""Matches most keys of courses: no part is a dot segment, and the whole is short enough."""
_is_plain = re.compile(r"[A-Za-z0-9_\-.~+@:,]+").fullmatch
"""Matches text that is the same when it is percent-encoded."""
_USERNAME = re.compile(r"[\w.@+\-]{1,150}")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_ANY_UUID = re.compile(
    r"(?:urn:uuid:)?\{?([0-9a-f]{8})(-?)([0-9a-f]{4})\2([0-9a-f]{4})\2([0-9a-f]{4})\2([0-9a-f]{12})\}?", re.IGNORECASE
)
_DOTS = frozenset({".", ".."})
_MAX_LENGTH = 255  # the LMS stores keys in columns of 255 characters


class SegmentError(ValueError):
    """A value that would change the path of a URL. `extensions` has the error code for the client."""

    extensions: ClassVar = {"code": Code.BAD_USER_INPUT.value}


class _Parts(NamedTuple):
    """Parts of a key: the course (without the run for an old key) and the type of a block."""

    course: str | None
    type: str = ""


def is_course_key(text: str) -> bool:
    """True for the key of a course run, or of a library, which the LMS uses in the same places."""
    return _is_usual(text) is not None or _course_parts(text) is not None


def is_library_key(text: str) -> bool:
    """True for the key of a library. The LMS's routes for courses do not accept it."""
    parts = _course_parts(text)
    return parts is not None and parts.course is None


def is_usage_key(text: str) -> bool:
    """True for the key of a block of a course or a library."""
    return _usage_parts(text) is not None


def is_username(text: str) -> bool:
    """True for a valid Open edX username that is not a dot segment."""
    return text not in _DOTS and _USERNAME.fullmatch(text) is not None


def is_uuid(text: str) -> bool:
    """True for a UUID in its canonical form."""
    return _UUID.fullmatch(text) is not None


def canonical_uuid(text: str) -> str:
    """A UUID in lower case with hyphens. Raises ValueError for any other text.

    >>> canonical_uuid("0B0F8F4F7D1E4A0F9A5A2B4C6D8E0F12")
    '0b0f8f4f-7d1e-4a0f-9a5a-2b4c6d8e0f12'
    """
    if is_uuid(text):
        return text
    match = _ANY_UUID.fullmatch(text)
    if match is None:
        raise ValueError(f"not a UUID: {text[:50]!r}")
    return "-".join(match.group(1, 3, 4, 5, 6)).lower()


def uuid_or_same(value: Any) -> Any:
    """A UUID in its canonical form; any other value unchanged."""
    try:
        return canonical_uuid(value)
    except (ValueError, TypeError):
        return value


def is_in_course(usage_key: str, course_key: str) -> bool:
    """True for the key of a block of this course. An old usage key has no run and may belong to any run.

    >>> is_in_course("block-v1:edX+DemoX+1+type@vertical+block@a1", "course-v1:edX+DemoX+1")
    True
    """
    usage, course = _usage_parts(usage_key), _course_parts(course_key)
    if usage is None or course is None or usage.course is None:
        return False
    return usage.course == course.course


def course_of(usage_key: str) -> str | None:
    """The course key of a usage key; None for an old key, which has no run, and in a library.

    >>> course_of("block-v1:edX+DemoX+1+type@vertical+block@a1")
    'course-v1:edX+DemoX+1'
    """
    parts = _usage_parts(usage_key)
    if parts is None or parts.course is None or "/" in parts.course:
        return None
    return f"{'ccx' if '+ccx@' in parts.course else 'course'}-v1:{parts.course}"


def block_type_of(usage_key: str) -> str:
    """The block type named in a usage key (`sequential`, `vertical`, `problem`, …)."""
    parts = _usage_parts(usage_key)
    if parts is None:
        raise ValueError(f"not a usage key: {usage_key[:50]!r}")
    return parts.type


def path_segment(text: str) -> str:
    """Percent-encodes a value for one path segment. `+`, `@` and `:` stay literal, as the LMS's routes expect.

    The slashes of an old course key are encoded as well; the LMS decodes a path before it matches routes.
    """
    if _is_plain(text) and text not in _DOTS:
        return text
    if _has_dot_segment(text):
        raise SegmentError("A name or an id cannot hold a dot segment.")
    return quote(text, safe="+@:,~")


def _has_dot_segment(text: str) -> bool:
    """True if a server would read a part of it as a dot segment after decoding the path."""
    return "." in text and not _DOTS.isdisjoint(text.split("/"))


def _course_parts(text: str) -> _Parts | None:
    if len(text) > _MAX_LENGTH:
        return None
    for pattern in _COURSE_KEYS:
        if match := pattern.fullmatch(text):
            return None if _has_dot_segment(text) else _Parts(_course_in(match))
    return _Parts(None) if any(pattern.fullmatch(text) for pattern in _LIBRARY_KEYS) else None


def _usage_parts(text: str) -> _Parts | None:
    if len(text) > _MAX_LENGTH:
        return None
    for pattern in _USAGE_KEYS:
        if match := pattern.fullmatch(text):
            return None if _has_dot_segment(text) else _Parts(_course_in(match), match["type"])
    return None


def _course_in(match: re.Match[str]) -> str | None:
    """The course of a key. A custom course (CCX) differs from the course that it was made from."""
    named = match.groupdict()
    course, ccx = named.get("course"), named.get("ccx")
    return f"{course}+{ccx}" if course and ccx else course
