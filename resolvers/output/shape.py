"""The parts of an answer that a selection needs, as a type for msgspec. The decoder skips everything else."""

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated, Any
from weakref import WeakValueDictionary

import msgspec

from loaders.shapes import Keys, Reader, object_type, top_type
from resolvers.values.path import Path

INT32 = Annotated[int, msgspec.Meta(ge=-(2**31), le=2**31 - 1)]
FLOAT = Annotated[float, msgspec.Meta(gt=-(2.0**53), lt=2.0**53)]
"""Within these bounds an integer converts to a float exactly. The decoder would silently round others."""


class Form(Enum):
    """The nesting of a needed value."""

    ONE = "one"
    LIST = "list"
    MAP = "map"


@dataclass(eq=False, slots=True)
class Need:
    """One needed value: a leaf (`leaf` is its type), an object with needed `keys`, or a list or map of `item`s.

    `plain`: a use, such as a `via`, takes plain decoded JSON. A leaf with a single type already is plain JSON.
    `loose`: the uses disagree on a shape, or the shape is unknown.
    `made`: a dict built by the gateway from values that are decoded by type.
    `nullable`: some use allows null or absence. Otherwise the decoder rejects a missing value.
    """

    form: Form = Form.ONE
    leaf: Any = None
    plain: bool = False
    loose: bool = False
    nullable: bool = False
    made: bool = False
    keys: dict[str, "Need"] = field(default_factory=dict)
    item: "Need | None" = None
    struct: Any = None

    def key(self, name: str) -> "Need":
        """Returns the need for a key of this object."""
        return self.keys.setdefault(name, Need())

    def make(self, name: str) -> "Need":
        """Returns the need for a key of this object, whose value the gateway also builds."""
        need = self.key(name)
        need.made = True
        return need

    def each(self, form: Form) -> "Need":
        """Returns the need for every item of this list or map."""
        self.form = form
        if self.item is None:
            self.item = Need()
        return self.item

    @property
    def raw(self) -> bool:
        """True if all uses must read plain decoded JSON."""
        return self.loose or (self.plain and (self.leaf is None or self.nested))

    @property
    def nested(self) -> bool:
        """True for a list, a map, or an object of which a key is needed."""
        return self.item is not None or bool(self.keys)

    @property
    def typed(self) -> bool:
        """True if a use can read a value of the needed type."""
        return not (self.loose or (self.plain and self.nested))

    def type(self) -> Any:
        """Returns the type to decode this value as, including None if a use allows it."""
        inner = self._inner()
        return inner | None if self.optional and inner is not Any else inner

    def _inner(self) -> Any:
        if self.raw:
            return Any
        if self.item is not None:
            item: Any = self.item.type()
            return list[item] if self.form is Form.LIST else dict[str, item]
        return self.leaf if self.leaf is not None else self._struct()

    def _struct(self) -> Any:
        if self.struct is None:
            self.struct = _struct(*self._fields())
        return self.struct

    def _fields(self) -> tuple[Keys, Keys]:
        """The required and the optional keys of this object."""
        fields = [(key, attribute(key), need.type(), need.optional) for key, need in self.keys.items()]
        required = tuple((key, name, kind) for key, name, kind, optional in fields if not optional)
        return required, tuple((key, name, kind) for key, name, kind, optional in fields if optional)

    def top_type(self) -> Any:
        """Returns the type to decode a whole answer as."""
        if self.raw or self.item is not None or self.leaf is not None:
            return self.type()
        kind = _struct(*self._fields(), make=top_type)
        return kind | None if self.optional else kind

    @property
    def optional(self) -> bool:
        """True if the key may be absent from its object."""
        return self.nullable or self.plain or self.loose


_structs: WeakValueDictionary[tuple[Any, Keys, Keys], type[msgspec.Struct]] = WeakValueDictionary()
"""The structs in use, by their keys. Documents with equal selections share them."""


def _struct(required: Keys, optional: Keys, make: Callable[[Keys, Keys], Any] = object_type) -> Any:
    """Returns a struct with these keys and types."""
    struct = _structs.get((make, required, optional))
    if struct is None:
        struct = _structs[make, required, optional] = make(required, optional)
    return struct


@functools.lru_cache(4096)
def attribute(key: str) -> str:
    """Returns the name of the struct attribute that holds a JSON key."""
    return "k_" + "".join(char if char.isalnum() else "_" for char in key)


def reader(need: Need, path: tuple[str | int, ...]) -> Reader:
    """Returns a reader of whole answers that keeps the value at `path`. Indices in the path stand for lists."""
    if not path:
        return Reader.of(need.top_type())
    wrapped: Any = need.type()
    for step in reversed(path):
        wrapped = list[wrapped] if isinstance(step, int) else _struct(((step, attribute(step), wrapped),), ())
    return Reader.of(wrapped)


def listing_reader(row: Need, rows: Path, present: str | None, values: Iterable[tuple[Path, Any]]) -> Reader:
    """Returns a reader of answers with a list of rows at `rows`, and with `values` given by path and type."""
    if present is not None and not row.raw:
        row.key(present).nullable = True
    top = Need()
    _at(top, rows).form = Form.LIST
    _at(top, rows).item = row
    for path, kind in values:
        value = _at(top, path)
        value.leaf, value.nullable = INT32 if kind is int else kind, True
    return Reader.of(top.top_type())


def _at(top: Need, path: Path) -> Need:
    for step in path:
        top = top.key(step)
    return top
