"""Compares a response with an example that has other data: same keys, same kinds of values."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "examples"


def example(name: str) -> Any:
    return json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def misshapen(expected: Any, got: Any, *, optional: frozenset[str] = frozenset(), path: str = "") -> Iterator[str]:
    """Every place where the kinds differ. Null fits anything, `optional` names keys that either side may lack,
    and each item of an array has to look like some item of the example's."""
    if expected is None or got is None:
        return
    if isinstance(expected, int | float) and isinstance(got, int | float):
        if isinstance(expected, bool) is not isinstance(got, bool):
            yield f"{path}: {expected!r} became {got!r}"
    elif type(expected) is not type(got):
        yield f"{path}: {expected!r:.60} became {got!r:.60}"
    elif isinstance(expected, dict):
        for key in (expected.keys() ^ got.keys()) - optional:
            yield f"{path}/{key} stands on one side only"
        for key in expected.keys() & got.keys():
            yield from misshapen(expected[key], got[key], optional=optional, path=f"{path}/{key}")
    elif isinstance(expected, list) and expected:
        for place, item in enumerate(got):
            found = [list(misshapen(one, item, optional=optional, path=f"{path}/{place}")) for one in expected]
            yield from min(found, key=len)


def fits(name: str, got: Any, *optional: str) -> None:
    """Assert that an answer has the shape of an example."""
    found = list(misshapen(example(name), got, optional=frozenset(optional)))
    assert not found, "\n".join(found)
