"""An upstream answer: raw bytes, decoded at most once in each shape that is asked of it."""

import json
import math
from collections.abc import Callable
from typing import Any

import msgspec

from loaders.endpoint import Endpoint


class Answer:
    """The body of one call, with the `Date` the LMS put on it. Decoding is memoised by decoder."""

    __slots__ = ("_shapes", "_tree", "date", "endpoint", "raw", "status")

    def __init__(self, endpoint: Endpoint, raw: bytes, status: int = 200, date: str | None = None) -> None:
        self.endpoint = endpoint
        self.raw = raw
        self.status = status
        self.date = date
        self._tree: Any = None
        self._shapes: dict[Any, Any] = {}

    def decoded(self, decode: Callable[[bytes], Any]) -> Any:
        """The body in the shape that `decode` gives. The same callable decodes only once."""
        shapes = self._shapes
        if decode in shapes:
            return shapes[decode]
        shape = shapes[decode] = decode(self.raw)
        return shape

    @property
    def tree(self) -> Any:
        """The whole body as plain dicts and lists; the slow way, for when the fast one met a surprise.

        Raises ValueError for what is not JSON.
        """
        if self._tree is None and self.raw:
            self._tree = _tree(self.raw)
        return self._tree


def _tree(raw: bytes) -> Any:
    """Decodes as the typed decoders do: numbers of any length are exact, one out of range spoils its own place only."""
    try:
        return _decoder.decode(raw)
    except msgspec.ValidationError:  # a number out of range, in JSON that is whole
        return json.loads(raw.decode(), parse_int=_integer)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ValueError(str(error)) from None


def _integer(digits: str) -> float:
    """An integer; an infinite number for one of more digits than Python reads."""
    try:
        return int(digits)
    except ValueError:
        return math.inf


_decoder = msgspec.json.Decoder()


class Payload:
    """A place in an answer: the answer and the path to it (`()` is the whole body)."""

    __slots__ = ("answer", "path")

    def __init__(self, answer: Answer, path: tuple[str | int, ...] = ()) -> None:
        self.answer = answer
        self.path = path

    @property
    def value(self) -> Any:
        """The decoded value at this place."""
        value = self.answer.tree
        for step in self.path:
            value = value[step]
        return value
