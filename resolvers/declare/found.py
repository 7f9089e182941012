"""The result of a look-up: the steps whose answers describe its objects, and how to read the objects from them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from loaders.endpoint import Endpoint
from resolvers.declare.answers import Answers
from resolvers.output.row import Row
from resolvers.plan.step import Value

Steps = Mapping[Endpoint, Any]
"""The steps that describe an object, by endpoint. The endpoint that the object is read from comes first."""
Facts = Mapping[str, Any]
Given = Mapping[str, Value | None]
"""Arguments of a call. A string is a constant; None means that the argument is not given."""
Read = Callable[[Answers], Row | list[Row] | None]
"""Makes the object, or the objects of a list, from the answers. Pure; raises the failure that prevents it."""
Then = Callable[[Answers], Steps]
"""The steps that the answers so far require; empty when no more are needed. Pure."""


_NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Found(Struct, frozen=True, eq=False):
    """The objects of a field: the steps whose answers describe them, and the facts that identify them.

    In a plan: `rows` is the number of rows of a list or page, None if unknown. `asked` limits the fields requested from
    a projecting endpoint. Everything read from the objects waits for the steps in `after`. `searched` objects were
    planned already, on the way to them. `by_type` holds a `Found` per type, if objects of several types are possible.

    In a request: `read` makes the objects (None: the first answer describes the object), also from the answers to
    `also`. `then` returns the steps that the answers require. The answers to `before` come first; `guard` raises if
    nothing else may be called. `handles_failure`: `read` handles a failure of the first answer; otherwise the failure
    is raised. `proves`: the first answer shows whether the parent object exists. `each` holds a `Found` for each object
    of a list that is fetched by key. `concurrent`: the objects of a list have calls of their own, made concurrently.
    `entity` makes an object whose endpoints were chosen by its selected fields. `text` makes a leaf from `value` or,
    without one, from the `Date` header of any answer; the steps are called only if there is no other answer.

    In both: `replacements` are the steps that describe the objects if the first of `steps` fails. `read_as` is the
    endpoint whose declarations read the objects, if it is not the first.
    """

    steps: Steps = _NOTHING
    rows: int | None = None
    facts: Facts = _NOTHING
    asked: Mapping[Endpoint, frozenset[str]] = _NOTHING
    after: tuple[Any, ...] = ()
    by_type: "Mapping[str, Found]" = _NOTHING
    searched: bool = False
    replacements: Steps = _NOTHING
    read: Read | None = None
    then: Then | None = None
    each: "Sequence[Found] | None" = None
    entity: Any = None
    handles_failure: bool = False
    proves: bool = False
    concurrent: bool = False
    read_as: Endpoint | None = None
    before: Steps = _NOTHING
    also: Steps = _NOTHING
    value: Value | None = None
    text: Callable[[str], Any] | None = None
    guard: Callable[[Answers], None] | None = None


PROOFS = "proofs"
"""The key in an object's facts under which child look-ups record proof that the object exists."""

NOTHING = Found()
"""There is no such object for this caller; no call is made for it."""


@dataclass(frozen=True, slots=True)
class Place:
    """The planner's position: an object of the response, and its known values.

    `rows` is the maximum number of such objects, `page` the number of rows of a list directly below. Everything here
    waits for the steps in `after`. `replacements` are the steps that describe the object if others fail.
    """

    path: str = ""
    steps: Steps = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)
    asked: Mapping[Endpoint, frozenset[str]] = field(default_factory=dict)
    rows: int = 1
    page: int | None = None
    after: tuple[Any, ...] = ()
    replacements: Steps = field(default_factory=dict)

    def at(self, name: str) -> str:
        """The path of a field of this object."""
        return f"{self.path}.{name}" if self.path else name
