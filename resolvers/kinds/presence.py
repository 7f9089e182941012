"""Whether an answer has a value at a path, decided without decoding the rest of it.

A null in the value's own place means that there is no value. An absent key, or a missing parent object, means that the
answer lacks the value.
"""

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import UNSET, Raw, Struct

from loaders.answer import Payload
from resolvers.output.shape import attribute
from resolvers.values.path import Path, is_hollow

_level = msgspec.json.Decoder(dict[str, Raw])


def top_keys(paths: Iterable[Path]) -> frozenset[str] | None:
    """The top-level keys of these paths. None if one of them is longer, or empty."""
    paths = tuple(paths)
    return frozenset(_plain(path[0]) for path in paths) if all(len(path) == 1 for path in paths) else None


def has_path(payload: Payload, path: Path) -> bool:
    """True if the answer has a value or a null at the path."""
    first, *rest = path
    if not is_hollow(_decoded(payload, path)):
        return True
    value = _top(payload, first)
    return value is not UNSET and (not rest or _has_value(value, rest))


def has_in_root_block(payload: Payload, blocks_path: Path, path: Path) -> bool:
    """True when the block of type `course` has a value at the path."""
    decoded = _decoded(payload, blocks_path)
    if type(decoded) is dict:
        root = next((block for block in decoded.values() if _at(block, ("type",)) == "course"), None)
        if not is_hollow(_at(root, path)):
            return True
    first, *rest = blocks_path
    value = _top(payload, first)
    for step in rest:
        value = _inside(value, step)
    blocks = _opened(value)
    if type(blocks) is not dict:
        return not is_hollow(blocks)
    found = next((block for block in blocks.values() if _is_root(block)), None)
    for step in path:
        found = _inside(found, step)
    return not is_hollow(_opened(found))


def _decoded(payload: Payload, path: Path) -> Any:
    """The value at a path, or the list on the way to it, in a shape that was decoded before. None if there is none."""
    shape = None if payload.path else payload.answer.shape(frozenset({_plain(path[0])}))
    return _at(shape, path)


def _at(value: Any, path: Path) -> Any:
    for step in path:
        if isinstance(value, Struct):
            value = getattr(value, attribute(_plain(step)), None)
        elif type(value) is dict:
            value = value.get(_plain(step))
        else:
            break
    return value


def _top(payload: Payload, step: str) -> Any:
    place = payload.value if payload.path else payload.answer.level
    return place.get(_plain(step), UNSET) if type(place) is dict else UNSET


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
