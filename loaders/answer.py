"""An upstream answer: raw bytes, decoded at most once per shape."""

import json
import math
from collections.abc import Callable
from typing import Any

import msgspec

from loaders.endpoint import Endpoint, Missing
from loaders.errors import Failure
from loaders.shapes import Decode, Top


class Answer:
    """The body of a response, with its `Date` header. Decoded shapes are cached by decoder."""

    __slots__ = ("_level", "_shapes", "_tree", "date", "endpoint", "raw", "status")

    def __init__(
        self,
        endpoint: Endpoint,
        raw: bytes,
        status: int = 200,
        date: str | None = None,
        level: dict[str, msgspec.Raw] | None = None,
        shapes: dict[Any, Any] | None = None,
    ) -> None:
        """`level` is the body's top level, and `shapes` are shapes by decoder, if they were decoded before."""
        self._level = level
        self.endpoint = endpoint
        self.raw = raw
        self.status = status
        self.date = date
        self._tree: Any = None
        self._shapes: dict[Any, Any] = shapes or {}

    def decoded(self, decode: Decode) -> Any:
        """The result of `decode`, cached by this callable."""
        shapes = self._shapes
        if decode in shapes:
            return shapes[decode]
        shape = shapes[decode] = decode(self.raw)
        return shape

    def has(self, keys: frozenset[str]) -> bool:
        """True if the body is an object with these keys. Raises msgspec.DecodeError if it is not an object."""
        shape = self.shape(keys)
        return keys <= self.level.keys() if shape is None else keys.isdisjoint(shape.absent)

    def shape(self, keys: frozenset[str]) -> Top | None:
        """A decoded shape of the body that has these keys, if the body has them. None if there is no such shape."""
        for shape in self._shapes.values():
            if isinstance(shape, Top) and keys <= shape.keys:
                return shape
        return None

    @property
    def level(self) -> dict[str, msgspec.Raw]:
        """The body's top level, with undecoded values. Raises msgspec.DecodeError if it is not an object."""
        if self._level is None:
            self._level = decode_level(self.raw)
        return self._level

    @property
    def tree(self) -> Any:
        """The whole body as dicts and lists, for the fallback after an unexpected value.

        Raises ValueError if it is not JSON.
        """
        if self._tree is None and self.raw:
            self._tree = _tree(self.raw)
        return self._tree


decode_level: Callable[[bytes], dict[str, msgspec.Raw]] = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
"""Decodes the top level of an object. Nested values are skipped, at a fifth of the cost of decoding them."""


def _tree(raw: bytes) -> Any:
    """Decodes like the typed decoders: numbers of any length are exact; one out of range affects its own value only."""
    try:
        return _decoder.decode(raw)
    except msgspec.ValidationError:  # a number out of range, in valid JSON
        return json.loads(raw.decode(), parse_int=_integer)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ValueError(str(error)) from None


def _integer(digits: str) -> float:
    """An integer; infinity for more digits than Python parses."""
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


Loaded = Payload | Missing | Failure
"""The outcome of a load: a place in an answer, a missing answer, or a failure."""
