"""The source of a field's value, as data.

A field is declared with its sources. The plan (which calls to make), the projection (what is read from the bytes), the
field's description and the coverage table are derived from them. Several sources of one field mean the same thing: the
planner takes the cheapest.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from loaders.endpoint import Endpoint
from resolvers.kinds.by_key import ByKey
from resolvers.kinds.carried import Carried
from resolvers.kinds.child_blocks import ChildBlocks
from resolvers.kinds.entries import Entries
from resolvers.kinds.kind import Kind
from resolvers.kinds.known import Known
from resolvers.kinds.root_block import RootBlock
from resolvers.kinds.value import Value
from resolvers.values.node import global_id
from resolvers.values.normalize import is_present, list_of
from resolvers.values.path import Path, split


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One place of a field's value.

    `endpoint` None means the answer that the object itself was read from. `kind` finds the value there.

    `when_loaded`: read only if the answer is fetched anyway; never a reason to make the call. `join`: adds to an object
    that another source provides; does not decide whether the object exists. `gate`: the object exists only if the value
    at this path is true. `made`: part of an object made by the resolvers, which is in no answer of the LMS. `weak`: the
    answer may lack a value that exists; then the next best source is used. `label`: the name of the place in
    descriptions, if it is not the path.
    """

    endpoint: Endpoint | None
    kind: Kind
    when_loaded: bool = False
    join: bool = False
    gate: Path | None = None
    weak: bool = False
    made: bool = False
    label: str | None = None

    @property
    def field(self) -> str:
        """The top-level name in the answer, as requested from projecting endpoints."""
        path = next(iter(self.kind.paths), ())
        return path[0] if path else ""

    def describe(self) -> str:
        """The source as named in descriptions: `course_home/outline, course_blocks.blocks[].due`."""
        if self.label is not None:
            return self.label
        place = self.kind.describe() or ".".join(self.gate or ())
        if self.endpoint is None:
            return place
        return f"{self.endpoint.name}, {place}" if place else self.endpoint.name


def at(endpoint: Endpoint, *paths: str, via: Callable[..., Any] | None = None, gate: str | None = None) -> Source:
    """The value at a dotted path of an endpoint's answer (relative to the parent object's place in it)."""
    return Source(endpoint, _value(paths, via), gate=None if gate is None else split(gate))


def _value(paths: tuple[str, ...], via: Callable[..., Any] | None) -> Value:
    return Value(tuple(map(split, paths)) or ((),), via)


def here(*paths: str, via: Callable[..., Any] | None = None) -> Source:
    """The value at a dotted path of the answer that the parent object was read from."""
    return Source(None, _value(paths, via))


def entry_name() -> Source:
    """The name of a member of a JSON object that `entries` lists."""
    return Source(None, Value((("key",),)), label="name of the member")


def entry_value(path: str = "", via: Callable[..., Any] | None = None) -> Source:
    """The value of a member that `entries` lists, or the value at a path in it."""
    return Source(None, Value((("value", *split(path)),), via), label=f"*.{path}" if path else "value of the member")


def made(path: str) -> Source:
    """A value of an object that the resolvers made, such as a connection. Descriptions name no source for it."""
    return Source(None, Value((split(path),)), made=True)


def present(source: Source) -> Source:
    """True if there is a value at the source's place."""
    return replace(source, kind=Value(source.kind.paths, is_present, nulls=True))


def or_empty(source: Source) -> Source:
    """The list at the source's place; an empty one if there is none."""
    return replace(source, kind=Value(source.kind.paths, list_of, nulls=True))


def when_loaded(source: Source) -> Source:
    """The same source, but never a reason to make a call."""
    return replace(source, when_loaded=True)


def weak(source: Source) -> Source:
    """The same source, which may lack a value that exists; then the next best source is used."""
    return replace(source, weak=True)


def joined(source: Source) -> Source:
    """The same source, but adding to an object whose existence another source decides."""
    return replace(source, join=True)


def root_block(endpoint: Endpoint, blocks: str, *path: str) -> Source:
    """The block of type `course` in the flat map at `blocks`, or a value below that block."""
    return Source(endpoint, RootBlock(split(blocks), path))


def child_blocks(endpoint: Endpoint, blocks: str, *types: str) -> Source:
    """The parent block's children of these types, in order, from the flat map at `blocks`."""
    return Source(endpoint, ChildBlocks(split(blocks), frozenset(types)))


def by_key(endpoint: Endpoint, entries: str) -> Source:
    """The entry with the row's own key in the map at `entries`, joined to a row from another source."""
    return Source(endpoint, ByKey(split(entries)), join=True)


def carried(endpoint: Endpoint) -> Source:
    """Another answer of the list's parent object, for joins in the lists below the rows."""
    return Source(endpoint, Carried(), join=True)


def entries(endpoint: Endpoint | None, path: str, via: Callable[..., Any] | None = None) -> Source:
    """A JSON object at `path` as a list of rows with `key` and `value`."""
    return Source(endpoint, Entries(_value((path,), via)))


def known(name: str) -> Source:
    """A fact that identified the object or one of its ancestors."""
    return Source(None, Known(name))


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One part of an object's id: a value of its own, or a fact of an ancestor.

    With a `name`, child objects know the value by it. An `optional` part may be absent.
    """

    sources: tuple[Source, ...] = ()
    name: str | None = None
    optional: bool = False


def around(name: str) -> Part:
    """A fact of an ancestor, such as the course's `key`."""
    return Part(name=name)


def optional(name: str) -> Part:
    """The same as `around`, for a fact that may be absent."""
    return Part(name=name, optional=True)


def named(name: str, *sources: Source, optional: bool = False) -> Part:
    """A value of the object itself, most trusted source first, that child objects know by this name.

    If no source has it, an ancestor may know it.
    """
    return Part(sources, name, optional)


_PLAIN = frozenset({str, int})

Parts = Mapping[str, Part]
"""The values that objects of a type pass to their children, by name."""


@dataclass(frozen=True, slots=True, eq=False)
class Identity:
    """The parts of the `id` of a type's objects. Only the last parts may be optional."""

    type_name: str
    parts: tuple[Part, ...]

    def of(self, *values: Any) -> str:
        """The id of the object with these part values. Raises TypeError unless each is a str, an int or None."""
        found = [value for value in values if value is not None]
        if not all(type(value) in _PLAIN for value in found):
            raise TypeError("a plain value was expected in an id")
        return global_id(self.type_name, *found)


@dataclass(frozen=True, slots=True, eq=False)
class Declaration:
    """The declaration of a field: its sources, most trusted first, and whether it is an LMS URL or a list of them.

    The field `id` has an `identity` instead; its sources are those of the identity's parts. `further` fetches the field
    separately if none of the sources was read. A `standing` object exists whenever its parent does: if no answer
    describes it, all of its fields are null.
    """

    sources: tuple[Source, ...]
    is_url: bool = False
    is_list: bool = False
    identity: Identity | None = None
    further: Callable[..., Any] | None = None
    standing: bool = False


DECLARATION = "declaration"
"""The key in a GraphQL field's `extensions` that holds its `Declaration`."""

RESOLVER = "resolver"
"""The key in a GraphQL field's `extensions` that holds its own resolver, if it has calls of its own."""

PARTS = "parts"
"""The key in a GraphQL type's `extensions` that holds the `Parts` its objects pass to their children."""

RELATION = "relation"
"""The key in a GraphQL field's `extensions` that holds the declaration of a related course's key."""
