"""Rows of an answer for many keys: finding each key's row, and splitting keys into lists for one call."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from loaders.answer import Loaded, Payload
from loaders.calls.judge import failure
from loaders.endpoint import Batch, Missing
from loaders.errors import Code

_LONGEST_LIST = 4000
"""Maximum characters of a URL for the keys of one call."""


def index(payload: Payload, keys: Sequence[str], batch: Batch) -> tuple[dict[str, Loaded], bool]:
    """The place of each key's row in the answer, and whether there are further rows."""
    unknown = failure(payload.answer.endpoint, Code.UPSTREAM_INVALID, "returned JSON of an unexpected shape")
    places: dict[Any, tuple[str | int, ...]] = {}
    others: Loaded = Missing.ABSENT
    try:
        tree = payload.answer.tree
        rows = _at(tree, batch.rows)
        # One row may come alone, not in an array.
        placed = [((), rows)] if isinstance(rows, dict) else [((place,), row) for place, row in enumerate(rows)]
    except (ValueError, KeyError, TypeError):
        return dict.fromkeys(keys, unknown), False
    for place, row in placed:
        try:
            places[_key(row, batch)] = place
        except (KeyError, TypeError):
            others = unknown  # it may be the row of any key that no other row has
    prefix = tuple(filter(None, batch.rows.split(".")))
    found: dict[str, Loaded] = {
        key: Payload(payload.answer, (*prefix, *places[key])) if key in places else others for key in keys
    }
    more = batch.more is not None and isinstance(tree, dict) and _at(tree, batch.more, None) is not None
    return found, more


def _key(row: Any, batch: Batch) -> Any:
    """The key of a row; None for one that has null above the place of the key."""
    first, *rest = batch.key.split(".")
    value = row[first]
    for step in rest:
        if value is None:
            return None
        value = value[step]
    return batch.form(value) if batch.form is not None else value


def chunked(keys: Sequence[str], limit: int) -> Iterator[list[str]]:
    """Lists of keys, each short enough for one URL."""
    chunk: list[str] = []
    size = 0
    for key in keys:
        length = len(quote(key, safe=""))
        if chunk and (len(chunk) == limit or size + length > _LONGEST_LIST):
            yield chunk
            chunk, size = [], 0
        chunk.append(key)
        size += length
    if chunk:
        yield chunk


def _at(value: Any, path: str, *default: Any) -> Any:
    for step in filter(None, path.split(".")):
        if default and (not isinstance(value, dict) or step not in value):
            return default[0]
        value = value[step]
    return value
