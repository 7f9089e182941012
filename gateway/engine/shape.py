"""The parts of an answer that a selection needs, as a type that msgspec decodes: everything else is skipped over."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated, Any

import msgspec

INT32 = Annotated[int, msgspec.Meta(ge=-(2**31), le=2**31 - 1)]


class Form(Enum):
    """How a needed value is nested."""

    ONE = "one"
    LIST = "list"
    MAP = "map"


@dataclass(eq=False, slots=True)
class Need:
    """One needed value: a leaf (`leaf` is its type), an object with needed `keys`, or a list or map of `item`s.

    `plain`: a use takes the decoded JSON as it is, such as a `via`; a leaf of one type is that anyway.
    `loose`: the uses do not agree on a shape, or none is known.
    `nullable`: some use may be null or absent; otherwise the decoder itself refuses a missing value.
    """

    form: Form = Form.ONE
    leaf: Any = None
    plain: bool = False
    loose: bool = False
    nullable: bool = False
    keys: dict[str, "Need"] = field(default_factory=dict)
    item: "Need | None" = None
    struct: Any = None

    def key(self, name: str) -> "Need":
        """The need for a key of this object."""
        return self.keys.setdefault(name, Need())

    def each(self, form: Form) -> "Need":
        """The need for every item of this list or map."""
        self.form = form
        if self.item is None:
            self.item = Need()
        return self.item

    @property
    def raw(self) -> bool:
        """True when all uses have to read decoded JSON of whatever shape."""
        return self.loose or (self.plain and (self.leaf is None or self.item is not None or bool(self.keys)))

    def type(self) -> Any:
        """The type that msgspec decodes this value as, null included where a use allows it."""
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
            required = [(_attribute(k), n.type()) for k, n in self.keys.items() if not n.optional]
            optional = [(_attribute(k), n.type(), None) for k, n in self.keys.items() if n.optional]
            self.struct = msgspec.defstruct(
                "Shape",
                [*required, *optional],
                rename={_attribute(k): k for k in self.keys},
                gc=False,
                frozen=False,
            )
        return self.struct

    @property
    def optional(self) -> bool:
        """True when the key may be absent from its object."""
        return self.nullable or self.plain or self.loose


def _attribute(key: str) -> str:
    return "k_" + "".join(char if char.isalnum() else "_" for char in key)


def attribute(key: str) -> str:
    """The attribute of a decoded struct that holds a JSON key."""
    return _attribute(key)


def decoder(need: Need, path: tuple[str | int, ...]) -> msgspec.json.Decoder[Any]:
    """A decoder of whole answers whose place at `path` (indices standing for lists) is needed."""
    wrapped: Any = need.type()
    for step in reversed(path):
        if isinstance(step, int):
            wrapped = list[wrapped]
        else:
            wrapped = msgspec.defstruct("Top", [(_attribute(step), wrapped)], rename={_attribute(step): step})
    return msgspec.json.Decoder(wrapped)
