"""Answers that arrived without the requested value: another source may have it.

A null at the value's own place is the LMS's statement that there is no value. An absent key, or nothing where an object
is expected, states nothing.
"""

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import UNSET, Raw

from loaders.answer import Payload
from resolvers.declare.source import Kind, Path, Source
from resolvers.output.row import is_hollow

_level = msgspec.json.Decoder(dict[str, Raw])


def has_value(source: Source, payload: Payload) -> bool:
    """False when the answer lacks the source's value. A value of the wrong type is left to the reader."""
    try:
        return all(_follow(payload, path, source) for path in _paths(source))
    except (msgspec.DecodeError, RecursionError, LookupError, TypeError, ValueError):
        return True


def _follow(payload: Payload, path: Path, source: Source) -> bool:
    first, *rest = path
    place = payload.value if payload.path else payload.answer.level
    value = place.get(_plain(first), UNSET) if type(place) is dict else UNSET
    if source.kind is not Kind.ROOT_BLOCK:
        return value is not UNSET and (not rest or _has_value(value, rest))
    for step in rest:
        value = _inside(value, step)
    blocks = _opened(value)
    if type(blocks) is not dict:
        return not is_hollow(blocks)
    found = next((block for block in blocks.values() if _is_root(block)), None)
    for step in source.paths[1]:
        found = _inside(found, step)
    return not is_hollow(_opened(found))


def _paths(source: Source) -> tuple[Path, ...]:
    """The paths from the top of the answer. A root block is found by the first path and read by the second."""
    return source.paths[:1] if source.kind is Kind.ROOT_BLOCK else source.paths


def _has_value(value: Any, path: Iterable[str]) -> bool:
    for step in path:
        level = _opened(value)
        if type(level) is not dict:
            return not is_hollow(level)
        if _plain(step) not in level:
            return False
        value = level[_plain(step)]
    return True


def _is_root(block: Any) -> bool:
    if type(block) is Raw and b'"course"' not in bytes(block):
        return False
    return bool(_opened(_inside(block, "type")) == "course")


def _inside(value: Any, step: str) -> Any:
    level = _opened(value)
    return level.get(step) if type(level) is dict else None


def _opened(value: Any) -> Any:
    """Decoded JSON, its objects one level deep."""
    if value is UNSET:
        return None
    if type(value) is not Raw:
        return value
    return _level.decode(value) if memoryview(value)[:1].tobytes() == b"{" else msgspec.json.decode(value)


def _plain(step: str) -> str:
    return step.removesuffix("[]")
