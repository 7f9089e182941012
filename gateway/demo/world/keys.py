"""Opaque keys: course keys and usage keys as text, with the little parsing the views need.

A course has one of three kinds of keys: `course-v1:…`, `ccx-v1:…` of a custom course, or the old `org/number/run`. A
library has a key too, which stands in places for courses, but there is no course of it.
"""

from __future__ import annotations

import re
from urllib.parse import quote

_PART = r"[\w.~:-]+"
_OLD_PART = r"[\w.%-]+"
_NAMED = rf"(?P<org>{_PART})\+(?P<number>{_PART})\+(?P<run>{_PART})"
_COURSE = re.compile(rf"course-v1:{_NAMED}\Z")
_CCX = re.compile(rf"ccx-v1:{_NAMED}\+ccx@(?P<ccx>\d+)\Z")
_OLD_COURSE = re.compile(rf"(?P<org>{_OLD_PART})/(?P<number>{_OLD_PART})/(?P<run>{_OLD_PART})\Z")
_LIBRARY = re.compile(rf"library-v1:{_PART}\+{_PART}\Z")
_BLOCK = rf"\+type@(?P<type>{_PART})\+block@(?P<id>{_PART})"
_USAGE = re.compile(rf"block-v1:(?P<course>{_PART}\+{_PART}\+{_PART}){_BLOCK}\Z")
_CCX_USAGE = re.compile(rf"ccx-block-v1:(?P<course>{_PART}\+{_PART}\+{_PART}\+ccx@\d+){_BLOCK}\Z")
_OLD_USAGE = re.compile(rf"i4x://(?P<course>{_OLD_PART}/{_OLD_PART})/(?P<type>[^/]+)/(?P<id>[\w.~:%-]+)\Z")
_COURSES = (_COURSE, _CCX, _OLD_COURSE)
_USAGES = {"course-v1:": _USAGE, "ccx-v1:": _CCX_USAGE, "": _OLD_USAGE}


def is_course_key(text: str) -> bool:
    """True for a key that the LMS accepts as the key of a course, including a library's."""
    return _parsed(text) is not None or _LIBRARY.match(text) is not None


def split_course_key(key: str) -> tuple[str, str, str]:
    """`(org, number, run)`; raises ValueError for anything else than the key of a course."""
    match = _parsed(key)
    if match is None:
        raise ValueError(f"not a course key: {key!r}")
    return match["org"], match["number"], match["run"]


def org_of(key: str) -> str:
    """The organisation of a course's or a library's key."""
    return re.split(r"[+/]", key.rpartition("v1:")[2], maxsplit=1)[0]


def is_usage_key(text: str) -> bool:
    return any(pattern.match(text) for pattern in _USAGES.values())


def course_of(usage: str) -> str:
    """The course key of a usage key, `""` when the text is none. An old one lacks the run: `org/number/`."""
    for prefix, pattern in _USAGES.items():
        if match := pattern.match(usage):
            return f"{prefix}{match['course']}" if prefix else f"{match['course']}/"
    return ""


def usage_key(course_key: str, block_type: str, block_id: str) -> str:
    if _OLD_COURSE.match(course_key):
        return f"i4x://{course_key.rpartition('/')[0]}/{block_type}/{block_id}"
    if course_key.startswith("ccx-v1:"):
        return f"ccx-block-v1:{course_key.removeprefix('ccx-v1:')}+type@{block_type}+block@{block_id}"
    return f"block-v1:{course_key.removeprefix('course-v1:')}+type@{block_type}+block@{block_id}"


def asset_key(course_key: str, name: str) -> str:
    """A custom course has the assets of the course that it was made from."""
    org, number, run = split_course_key(course_key)
    if _OLD_COURSE.match(course_key):
        return f"c4x/{org}/{number}/asset/{name}"
    return f"asset-v1:{org}+{number}+{run}+type@asset+block@{name}"


def in_path(key: str) -> str:
    """A key in an address as the LMS reverses it: only what ASCII has no sign for, and `%`, is encoded."""
    return key if key.isascii() and "%" not in key else quote(key, safe="/:+@~")


def _parsed(text: str) -> re.Match[str] | None:
    return next((match for pattern in _COURSES if (match := pattern.match(text))), None)
