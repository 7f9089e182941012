"""What a plan knows of an object: the steps whose answers tell of it, and what names it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.endpoint import Endpoint
from resolvers.step import Argument, Step

Told = Mapping[Endpoint, Step]
"""Which step's answer tells of an object as an endpoint does, the one that it is read from first."""
Facts = Mapping[str, Argument]
Given = Mapping[str, Argument | str | None]
"""Arguments of a call. A text is a constant; None stands for one that is not given."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of a field's objects: the steps whose answers tell of them, and what names them.

    `rows` is how many a list or a page of them has; None where nobody knows. `asked` limits what a projecting endpoint
    was asked for. Everything that is read of them waits for the steps in `after`. `by_type` has the same for each type
    that is there, where objects of several types may be. What is `searched` is planned already, on the way to it.
    `instead` are the steps that tell of the objects where those in `told` fail.
    """

    told: Told = field(default_factory=dict)
    rows: int | None = None
    facts: Facts = field(default_factory=dict)
    asked: Mapping[Endpoint, frozenset[str]] = field(default_factory=dict)
    after: tuple[Step, ...] = ()
    by_type: "Mapping[str, Found]" = field(default_factory=dict)
    searched: bool = False
    instead: Told = field(default_factory=dict)


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
    after: tuple[Step, ...] = ()
    instead: Told = field(default_factory=dict)

    def at(self, name: str) -> str:
        """The path of a field of this object."""
        return f"{self.path}.{name}" if self.path else name
