"""Reads the messages in the LMS's refusals of writes, in any of its formats."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

REFUSALS = frozenset({400, 403, 404, 406, 409, 413, 422})
"""Status codes of refusals. Any other status except 2xx is a failure."""

_LONGEST = 500
_UNSAFE = re.compile(r"[<>\n]|://|\bobject at 0x|Traceback|ErrorDetail|\w\(u?['\"]")
_FOR_USERS = ("user_message", "localizedMessage", "message", "detail", "developer_message", "error")
_NOT_FIELDS = frozenset({*_FOR_USERS, "error_code", "field_errors", "errors", "non_field_errors", "course_details"})
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """One message of a refusal. `text` is None if it cannot be shown; `path` is the LMS's field."""

    text: str | None
    path: Path = ()


def messages_of(body: bytes) -> list[Notice]:
    """The messages of a refusal, at least one, without repetitions.

    >>> messages_of(b'{"detail": "Only \\'course_id\\' is expected."}')
    [Notice(text="Only 'course_id' is expected.", path=())]
    """
    try:
        tree = orjson.loads(body) if body else None
    except orjson.JSONDecodeError:
        tree = body.decode("utf-8", "replace").strip()
    try:
        found = list(dict.fromkeys(_read(tree, ())))
    except RecursionError:  # nested deeper than any refusal
        found = []
    readable = [one for one in found if one.text is not None]
    return readable or found[:1] or [Notice(None)]


def _read(tree: Any, path: Path) -> Iterator[Notice]:
    if isinstance(tree, str):
        yield Notice(_safe(tree), path)
    elif isinstance(tree, list):
        for place, item in enumerate(tree):
            yield from _read(item, (*path, str(place)) if isinstance(item, Mapping) else path)
    elif isinstance(tree, Mapping):
        yield from _read_object(tree, path)


def _read_object(tree: Mapping[str, Any], path: Path) -> Iterator[Notice]:
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
            yield Notice(None, path)


def _safe(text: str) -> str | None:
    """The text if it can be shown to a user: no markup, URL or Python."""
    text = text.strip()
    return text if text and len(text) <= _LONGEST and _UNSAFE.search(text) is None else None
