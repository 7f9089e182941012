"""What the LMS says when it refuses a write, in whichever of its families of error bodies."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

REFUSALS = frozenset({400, 403, 404, 406, 409, 413, 422})
"""Statuses by which the LMS refuses what was asked; any other than these and 2xx means that something is broken."""

_LONGEST = 500
_UNSAFE = re.compile(r"[<>\n]|://|\bobject at 0x|Traceback|ErrorDetail|\w\(u?['\"]")
_FOR_USERS = ("user_message", "localizedMessage", "message", "detail", "developer_message")
_NOT_FIELDS = frozenset({*_FOR_USERS, "error_code", "field_errors", "errors", "non_field_errors", "course_details"})
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a refusal says. `text` is None when nothing of it can be shown; `path` names the LMS's field."""

    text: str | None
    path: Path = ()


def said(body: bytes) -> list[Said]:
    """What a refusal says, at least one thing; the same text of the same field once.

    >>> said(b'{"detail": "Only \\'course_id\\' is expected."}')
    [Said(text="Only 'course_id' is expected.", path=())]
    """
    try:
        tree = orjson.loads(body) if body else None
    except orjson.JSONDecodeError:
        tree = body.decode("utf-8", "replace").strip()
    try:
        found = list(dict.fromkeys(_read(tree, ())))
    except RecursionError:  # nested as no refusal is
        found = []
    told = [one for one in found if one.text is not None]
    return told or found[:1] or [Said(None)]


def _read(tree: Any, path: Path) -> Iterator[Said]:
    if isinstance(tree, str):
        yield Said(_safe(tree), path)
    elif isinstance(tree, list):
        for place, item in enumerate(tree):
            yield from _read(item, (*path, str(place)) if isinstance(item, Mapping) else path)
    elif isinstance(tree, Mapping):
        yield from _read_object(tree, path)


def _read_object(tree: Mapping[str, Any], path: Path) -> Iterator[Said]:
    fields = tree.get("field_errors")
    if isinstance(fields, Mapping):
        for name, error in fields.items():
            yield from _read(error, (*path, str(name)))
    for name in ("errors", "non_field_errors"):
        for error in tree[name] if isinstance(tree.get(name), list) else ():
            yield from _read(error, path)
    for name, error in tree.items():
        if name not in _NOT_FIELDS and isinstance(error, list):
            yield from _read(error, (*path, str(name)))
    for name in _FOR_USERS:
        found = list(_read(tree.get(name), path))
        if any(one.text is not None for one in found):
            yield from found
            return
        if found:
            yield Said(None, path)


def _safe(text: str) -> str | None:
    """The text when it can be shown to a user: no markup, no address, no Python."""
    text = text.strip()
    return text if text and len(text) <= _LONGEST and _UNSAFE.search(text) is None else None
