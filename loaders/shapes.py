"""Answers decoded by type. An answer that is read as several types is decoded once, as a type that has them all."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, ClassVar, NamedTuple

import msgspec

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


Keys = tuple[tuple[str, str, Any], ...]
"""Keys of an object, each with its attribute and its type."""


def top_type(required: Keys, optional: Keys) -> type[Top]:
    """A type of whole answers that are objects with these keys."""
    fields = [(name, kind) for _, name, kind in required]
    absent = [(name, kind, msgspec.UNSET) for _, name, kind in optional]
    names = [name for _, name, _ in optional]
    namespace = {
        "keys": frozenset(key for key, _, _ in (*required, *optional)),
        "optional": attrgetter(names[0], *names) if names else None,
    }
    renamed = {name: key for key, name, _ in (*required, *optional)}
    made: Any = msgspec.defstruct(
        "Top", [*fields, *absent], bases=(Top,), namespace=namespace, rename=renamed, kw_only=True, gc=False
    )
    top: type[Top] = made
    return top


def _merged(first: Any, second: Any) -> Any:
    """The type of answers that both types can be read from. None if they are no objects, or need different types."""
    if not all(isinstance(one, type) and issubclass(one, Top) for one in (first, second)):
        return None
    found: dict[str, tuple[str, Any, bool]] = {}
    for field in (*_fields(first), *_fields(second)):
        name, kind, required = field.name, field.type, field.required
        _, other, other_required = found.get(field.encode_name, (name, kind, required))
        if kind not in (other, other | None) and other != kind | None:
            return None
        # A null that only one of them allows is left to its own reader.
        strict = kind if other == kind | None else other
        found[field.encode_name] = name, strict, required or other_required
    keys = [(key, name, kind, required) for key, (name, kind, required) in found.items()]
    return top_type(
        tuple((key, name, kind) for key, name, kind, required in keys if required),
        tuple((key, name, kind) for key, name, kind, required in keys if not required),
    )


def _fields(kind: type[Top]) -> list[msgspec.structs.FieldInfo]:
    return [field for field in msgspec.structs.fields(kind) if field.encode_name]


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

    def add(self, endpoint: Endpoint, reader: Reader) -> None:
        """Records that answers are read with this reader."""
        readers = self._readers.setdefault(endpoint, [])
        if not any(one is reader for one in readers):
            readers.append(reader)
            del readers[:-_MOST_READERS]
            self._expected.pop(endpoint, None)

    def get(self, endpoint: Endpoint) -> Expected | None:
        """How an answer of this endpoint will be read. None if that is not known."""
        expected = self._expected.get(endpoint)
        if expected is None and endpoint in self._readers:
            expected = self._expected[endpoint] = _expected(self._readers[endpoint])
        return expected


def _expected(readers: list[Reader]) -> Expected:
    """The latest reader, with all others whose types agree with it."""
    latest, *others = reversed(readers)
    kind, served = latest.type, [latest.decode]
    for other in others:
        merged = kind if other.type is kind else _merged(kind, other.type)
        if merged is not None:
            kind = merged
            served.append(other.decode)
    decode = latest.decode if kind is latest.type else Reader.of(kind).decode
    return Expected(decode, tuple(served))
