"""Where a field's value comes from, as data.

A field is declared with its sources. From them come the plan (which calls), the projection (what is read from
the bytes), the field's description and the coverage table. Several sources of one field mean the same thing:
the planner takes whichever costs least.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from loaders.endpoint import Endpoint
from resolvers.node import global_id
from resolvers.normalize import is_present

Path = tuple[str, ...]


class Kind(Enum):
    """How a source finds its value."""

    VALUE = auto()
    """At a path below the object's own place in the answer."""
    ROOT_BLOCK = auto()
    """The block of type `course` in a flat map of blocks."""
    CHILD_BLOCKS = auto()
    """The blocks named by the parent block's `children`, found in the answer's flat map."""
    BY_KEY = auto()
    """The entry of another answer's map that has the row's own key: a join."""
    CARRIED = auto()
    """The whole of another answer, unchanged: it goes along to each row for joins further down."""
    ENTRIES = auto()
    """A JSON object as a list of `key`/`value` pairs."""
    KNOWN = auto()
    """Known without asking: the argument that named the object."""


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One place where a field's value lies.

    `endpoint` None means: in whichever answer the object itself was read from. `paths` has one path, or several
    when `via` derives one value from them. `types` are the block types that `CHILD_BLOCKS` keeps.

    `beside`: worth reading when the answer is there anyway, never a reason to ask for it.
    `join`: adds to an object that another source brings; does not decide whether the object exists.
    `gate`: the object exists only where the value at this path is true.
    `nulls`: `via` is told of a null too, instead of passing it on.
    `made`: part of an object that is made here, which no answer of the LMS has.
    `weak`: the answer may lack the value although it exists; then the next best source is asked.
    `label`: how descriptions name the place, where that is not the path.
    """

    endpoint: Endpoint | None
    paths: tuple[Path, ...]
    kind: Kind = Kind.VALUE
    via: Callable[..., Any] | None = None
    types: frozenset[str] = frozenset()
    beside: bool = False
    join: bool = False
    gate: Path | None = None
    weak: bool = False
    made: bool = False
    nulls: bool = False
    label: str | None = None

    @property
    def path(self) -> Path:
        """The (first) path."""
        return self.paths[0]

    @property
    def field(self) -> str:
        """The name at the top of the answer, which is what projecting endpoints are asked for."""
        return self.path[0] if self.path else ""

    def describe(self) -> str:
        """How a description names this source: `course_home/outline, course_blocks.blocks[].due`."""
        if self.label is not None:
            return self.label
        place = " + ".join(".".join(path) for path in self.paths if path)
        if self.kind in {Kind.ROOT_BLOCK, Kind.CHILD_BLOCKS, Kind.BY_KEY}:
            place = f"{place}[]" if place else "[]"
        if self.endpoint is None:
            return place
        return f"{self.endpoint.name}, {place}" if place else self.endpoint.name


def _split(path: str) -> Path:
    return tuple(path.split(".")) if path else ()


def at(endpoint: Endpoint, *paths: str, via: Callable[..., Any] | None = None, gate: str | None = None) -> Source:
    """The value at a dotted path of an endpoint's answer (relative to the parent object's place in it)."""
    split = tuple(_split(path) for path in paths) or ((),)
    return Source(endpoint, split, via=via, gate=None if gate is None else _split(gate))


def here(*paths: str, via: Callable[..., Any] | None = None) -> Source:
    """The value at a dotted path of whichever answer the parent object was read from."""
    return Source(None, tuple(_split(path) for path in paths) or ((),), via=via)


def entry_name() -> Source:
    """The name of a member of a JSON object that `entries` lists."""
    return Source(None, (("key",),), label="name of the member")


def entry_value(path: str = "", via: Callable[..., Any] | None = None) -> Source:
    """The value of such a member, or the value at a path in it."""
    return Source(None, (("value", *_split(path)),), via=via, label=f"*.{path}" if path else "value of the member")


def made(path: str) -> Source:
    """The same for an object that the resolvers made, such as a connection: nothing to name as a source."""
    return Source(None, (_split(path),), made=True)


def present(source: Source) -> Source:
    """Whether there is a value at the source's place."""
    return replace(source, via=is_present, nulls=True)


def beside(source: Source) -> Source:
    """The same source, but never a reason to make a call."""
    return replace(source, beside=True)


def weak(source: Source) -> Source:
    """The same source, which may lack a value that exists; then the next best source is asked."""
    return replace(source, weak=True)


def joined(source: Source) -> Source:
    """The same source, adding to an object whose existence another source decides."""
    return replace(source, join=True)


def root_block(endpoint: Endpoint, blocks: str, *path: str) -> Source:
    """The block of type `course` in the flat map at `blocks`, or a value below that block."""
    return Source(endpoint, (_split(blocks), path), kind=Kind.ROOT_BLOCK)


def child_blocks(endpoint: Endpoint, blocks: str, *types: str) -> Source:
    """The parent block's children of these types, in order, from the flat map at `blocks`."""
    return Source(endpoint, (_split(blocks),), kind=Kind.CHILD_BLOCKS, types=frozenset(types))


def by_key(endpoint: Endpoint, entries: str) -> Source:
    """The entry with the row's own key in the map at `entries`, joined to a row that another source brings."""
    return Source(endpoint, (_split(entries),), kind=Kind.BY_KEY, join=True)


def carried(endpoint: Endpoint) -> Source:
    """Another answer as the list's owner has it, for joins in the lists below its rows."""
    return Source(endpoint, ((),), kind=Kind.CARRIED, join=True)


def entries(endpoint: Endpoint | None, path: str) -> Source:
    """A JSON object at `path` as a list of rows with `key` and `value`."""
    return Source(endpoint, (_split(path),), kind=Kind.ENTRIES)


def known(name: str) -> Source:
    """A value that the object, or one around it, was named with."""
    return Source(None, ((name,),), kind=Kind.KNOWN)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One part of an object's id: a value of its own, or what is known from the objects that it lies in.

    With a `name`, the objects below know the value by it. An `optional` part may be absent.
    """

    sources: tuple[Source, ...] = ()
    name: str | None = None
    optional: bool = False


def around(name: str) -> Part:
    """What an object around this one is named by, such as the course's `key`."""
    return Part(name=name)


def perhaps(name: str) -> Part:
    """The same where it need not be there."""
    return Part(name=name, optional=True)


def named(name: str, *sources: Source, optional: bool = False) -> Part:
    """A value of the object's own, most trusted source first, by which the objects below know it too.

    Where no source has it, an object around this one may know it.
    """
    return Part(sources, name, optional)


_PLAIN = frozenset({str, int})

Parts = Mapping[str, Part]
"""What objects of a type tell those below them, by name."""


@dataclass(frozen=True, slots=True, eq=False)
class Identity:
    """What makes the `id` of a type's objects. Only the last parts may be optional."""

    type_name: str
    parts: tuple[Part, ...]

    def of(self, *values: Any) -> str:
        """The id of the object with these values of its parts. Raises TypeError for a value that is no plain one."""
        found = [value for value in values if value is not None]
        if not all(type(value) in _PLAIN for value in found):
            raise TypeError("a plain value was expected in an id")
        return global_id(self.type_name, *found)


@dataclass(frozen=True, slots=True, eq=False)
class Declaration:
    """What stands on a field: its sources, most trusted first, and whether it is a URL of the LMS or a list of them.

    The field `id` has an `identity` instead; its sources are those of the identity's parts. `further` asks for the
    field apart where none of the sources was read. A `standing` object is there whenever the one around it is: where no
    answer tells of it, all that it holds is null.
    """

    sources: tuple[Source, ...]
    is_url: bool = False
    is_list: bool = False
    identity: Identity | None = None
    further: Callable[..., Any] | None = None
    standing: bool = False


DECLARATION = "declaration"
"""The key of a GraphQL field's `extensions` under which its `Declaration` lies."""

RESOLVER = "resolver"
"""The key of a GraphQL field's `extensions` under which its own resolver lies, when it has calls of its own."""

PARTS = "parts"
"""The key of a GraphQL type's `extensions` under which lies what its objects tell those below them (`Parts`)."""

RELATION = "relation"
"""The key of a GraphQL field's `extensions` under which the declaration of a related course's key lies."""
