"""Answers decoded by type. An answer that is read as several types is decoded once, as a type that has them all."""

from collections.abc import Callable
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, ClassVar, NamedTuple, Union, get_args, get_origin

import msgspec
from msgspec import structs

from loaders.endpoint import Endpoint

Decode = Callable[[bytes], Any]
"""A typed decoder of bodies. Raises msgspec.DecodeError."""

_MOST_READERS = 8


class Reader(NamedTuple):
    """Decodes whole answers as one type."""

    type: Any
    decode: Decode

    @classmethod
    def of(cls, kind: Any) -> "Reader":
        """A reader for this type."""
        return cls(kind, msgspec.json.Decoder(kind).decode)


class Top(msgspec.Struct, kw_only=True, gc=False, rename={"absent": ""}):
    """The base of types of whole answers. `absent` are those of its `keys` that the answer does not have.

    `optional` gives the attributes of keys that may be absent; they are None then. It gives the first one twice, so
    that the result is always a tuple.
    """

    keys: ClassVar[frozenset[str]] = frozenset()
    optional: ClassVar[Any] = None
    absent: Any = frozenset()

    def __post_init__(self) -> None:
        self.absent = frozenset()
        if self.optional is not None and msgspec.UNSET in self.optional(self):
            fields = zip(self.__struct_encode_fields__, self.__struct_fields__, strict=True)
            absent = {key: name for key, name in fields if getattr(self, name) is msgspec.UNSET}
            for name in absent.values():
                setattr(self, name, None)
            self.absent = frozenset(absent)


_PLAIN = (Any, str, bool)
"""Types of values that are the same as plain decoded JSON."""

Keys = tuple[tuple[str, str, Any], ...]
"""Keys of an object, each with its attribute and its type."""


def object_type(required: Keys, optional: Keys) -> Any:
    """The type of objects with these keys. Optional ones may be absent; they are None then."""
    fields = [(name, kind) for _, name, kind in required]
    absent = [(name, kind, None) for _, name, kind in optional]
    renamed = {name: key for key, name, _ in (*required, *optional)}
    return msgspec.defstruct("Shape", [*fields, *absent], rename=renamed, gc=False)


def top_type(required: Keys, optional: Keys) -> Any:
    """The type of whole answers that are objects with these keys."""
    fields = [(name, kind) for _, name, kind in required]
    absent = [(name, kind, msgspec.UNSET) for _, name, kind in optional]
    names = [name for _, name, _ in optional]
    namespace = {
        "keys": frozenset(key for key, _, _ in (*required, *optional)),
        "optional": attrgetter(names[0], *names) if names else None,
    }
    renamed = {name: key for key, name, _ in (*required, *optional)}
    return msgspec.defstruct(
        "Top", [*fields, *absent], bases=(Top,), namespace=namespace, rename=renamed, kw_only=True, gc=False
    )


def _merged(first: Any, second: Any) -> Any:
    """The type of values that both types can be read from. None if there is none.

    A null or an absent key that only one of them allows is not allowed: the answer is decoded for each reader then.
    """
    (one, nullable), (other, other_nullable) = _without_null(first), _without_null(second)
    if Any in (one, other):
        typed, inner = (second, other) if one is Any else (first, one)
        return typed if inner in _PLAIN else None
    merged = one if one == other else _merged_objects(one, other) or _merged_items(one, other)
    return merged if merged is None or not (nullable and other_nullable) else merged | None


def _without_null(kind: Any) -> tuple[Any, bool]:
    inner = [one for one in get_args(kind) if one is not NoneType]
    is_optional = get_origin(kind) in (Union, UnionType) and len(inner) == 1
    return (inner[0], True) if is_optional else (kind, False)


def _merged_objects(first: Any, second: Any) -> Any:
    if not all(isinstance(one, type) and issubclass(one, msgspec.Struct) for one in (first, second)):
        return None
    fields = {field.encode_name: field for field in structs.fields(first)}
    others = {field.encode_name: field for field in structs.fields(second)}
    required: list[tuple[str, str, Any]] = []
    optional: list[tuple[str, str, Any]] = []
    for key in [key for key in fields | others if key]:
        found = [one[key] for one in (fields, others) if key in one]
        kind = found[0].type if len(found) == 1 else _merged(found[0].type, found[1].type)
        if kind is None:
            return None
        (required if any(field.required for field in found) else optional).append((key, found[0].name, kind))
    make = top_type if issubclass(first, Top) else object_type
    return make(tuple(required), tuple(optional))


def _merged_items(first: Any, second: Any) -> Any:
    """The type of lists, or of maps, whose items are read as both types."""
    origin = get_origin(first)
    if origin not in (list, dict) or get_origin(second) is not origin:
        return None
    (*key, one), (*_, other) = get_args(first), get_args(second)
    item = _merged(one, other)
    return None if item is None else origin[(*key, item)]


class Expected(NamedTuple):
    """How an answer will be read. The shape of `decode` can be read in place of those of the `served` decoders."""

    decode: Decode
    served: tuple[Decode, ...]


class Expectations:
    """How the answers of each endpoint will be read, from how they were read before."""

    __slots__ = ("_expected", "_readers")

    def __init__(self) -> None:
        self._readers: dict[Endpoint, list[Reader]] = {}
        self._expected: dict[Endpoint, Expected] = {}

    def add(self, endpoint: Endpoint, reader: Reader, *, usual: bool = True) -> None:
        """Records that answers are read with this reader. `usual`: it has priority over those that are not."""
        readers = self._readers.setdefault(endpoint, [])
        if not any(one is reader for one in readers):
            del readers[: len(readers) - _MOST_READERS + 1]
            readers.insert(len(readers) if usual else 0, reader)
            self._expected.pop(endpoint, None)

    def get(self, endpoint: Endpoint) -> Expected | None:
        """How an answer of this endpoint will be read. None if that is not known."""
        expected = self._expected.get(endpoint)
        if expected is None and endpoint in self._readers:
            expected = self._expected[endpoint] = _expected(self._readers[endpoint])
        return expected


def _expected(readers: list[Reader]) -> Expected:
    """The reader of the highest priority, with all others whose types agree with it."""
    first, *others = reversed(readers)
    kind, served = first.type, [first.decode]
    for other in others:
        merged = kind if other.type is kind else _merged(kind, other.type)
        if merged is not None:
            kind = merged
            served.append(other.decode)
    decode = first.decode if kind is first.type else Reader.of(kind).decode
    return Expected(decode, tuple(served))
