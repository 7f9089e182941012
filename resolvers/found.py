"""What a look-up finds: the steps whose answers tell of its objects, and how those are read from the answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from loaders.endpoint import Endpoint
from resolvers.answers import Answers
from resolvers.row import Row
from resolvers.step import Value

Told = Mapping[Endpoint, Any]
"""Which step's answer tells of an object as an endpoint does, the one that it is read from first."""
Facts = Mapping[str, Any]
Given = Mapping[str, Value | None]
"""Arguments of a call. A text is a constant; None stands for one that is not given."""
Read = Callable[[Answers], Row | list[Row] | None]
"""Makes the object, or the objects of a list, from the answers. Pure: it raises what keeps them from being given."""
Then = Callable[[Answers], Told]
"""The steps that the answers so far make necessary; empty when all is there. Pure."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of a field's objects: the steps whose answers tell of them, and what names them.

    For the plan: `rows` is how many a list or a page of them has, None where nobody knows; `asked` limits what a
    projecting endpoint was asked for; everything that is read of them waits for the steps in `after`; what is
    `searched` is planned already, on the way to it. `by_type` has the same for each type that is there, where objects
    of several types may be.

    For the request: `read` makes the objects (None: the first answer describes the object), also from the answers to
    `beside`. `then` gives the steps that the answers make necessary. The answers to `before` come first: `guard` raises
    where nothing else may be asked. `excuses`: `read` decides what a failure of the first answer means; else it is
    raised. `proves`: the first answer shows whether the object around this one is there. `each` has the same for each
    object of a list whose objects are asked for by key; `apart`: the objects of a list have calls of their own, which
    are made at the same time. `entity` makes an object whose endpoints were chosen by what is selected. `text` makes a
    leaf from `value`, or where there is none, from the `Date` of any answer: the steps are asked where there is no
    other.

    For both: `instead` are the steps that tell of the objects where the first in `told` fails. `read_as` is the
    endpoint whose declarations read the objects, where it is another than the first.
    """

    told: Told = field(default_factory=dict)
    rows: int | None = None
    facts: Facts = field(default_factory=dict)
    asked: Mapping[Endpoint, frozenset[str]] = field(default_factory=dict)
    after: tuple[Any, ...] = ()
    by_type: "Mapping[str, Found]" = field(default_factory=dict)
    searched: bool = False
    instead: Told = field(default_factory=dict)
    read: Read | None = None
    then: Then | None = None
    each: "Sequence[Found] | None" = None
    entity: Any = None
    excuses: bool = False
    proves: bool = False
    apart: bool = False
    read_as: Endpoint | None = None
    before: Told = field(default_factory=dict)
    beside: Told = field(default_factory=dict)
    value: Value | None = None
    text: Callable[[str], Any] | None = None
    guard: Callable[[Answers], None] | None = None


PROOFS = "proofs"
"""The key of an object's facts under which the look-ups below it note what shows that it is there."""

NOTHING = Found()
"""There is no such object for this caller: nothing is asked for it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the planner stands: an object of the answer, and what is known of it.

    `rows` is how many such objects there may be, `page` how many a list right below holds. `after` are the steps
    that everything here waits for, `instead` those that tell of the object where others fail.
    """

    path: str = ""
    told: Told = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)
    asked: Mapping[Endpoint, frozenset[str]] = field(default_factory=dict)
    rows: int = 1
    page: int | None = None
    after: tuple[Any, ...] = ()
    instead: Told = field(default_factory=dict)

    def at(self, name: str) -> str:
        """The path of a field of this object."""
        return f"{self.path}.{name}" if self.path else name
