"""The interface between a field with calls of its own and its look-up.

A look-up is a function from an `Ask` to a `Found`. The planner calls it before any request (`PlannedAsk`), and each
request calls it to make the calls (`LiveAsk`). It is pure and awaits nothing. Its result also has the functions that
read the objects from the answers.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from graphql import FieldNode, GraphQLField, GraphQLObjectType

from loaders.answer import Loaded, Payload
from loaders.credentials import Credentials
from loaders.endpoint import Endpoint
from resolvers.declare.found import Found, Given, Place, Steps
from resolvers.declare.source import Source
from resolvers.fetch.context import Field, Outcomes
from resolvers.output.row import Facts, Row
from resolvers.plan.choice import Plan
from resolvers.plan.demands import Demand
from resolvers.plan.step import Value

STEPS = "steps"
"""The key in a GraphQL field's `extensions` that holds its look-up."""

StepOf = Callable[[Endpoint, frozenset[str]], Any]
"""Calls an endpoint for one object. The second argument is the fields requested from a projecting endpoint."""
Judge = Callable[[Outcomes, Plan], Facts | None]
"""The facts of an object after its calls; None if it does not exist. Raises the failure that prevented finding out.
Pure, except that it may change the outcomes."""


class Want(Protocol):
    """What a look-up needs from a call that several look-ups share."""

    @property
    def is_sent(self) -> bool: ...
    def join(self, other: Any) -> None: ...


Shared = TypeVar("Shared", bound=Want)


class Ask(Field, Protocol):
    """One selected field, and the tools that its look-up may use."""

    @property
    def credentials(self) -> Credentials:
        """The caller's credentials."""
        ...

    @property
    def is_plan(self) -> bool:
        """True in a plan: no call is made, and only values that a plan may depend on are known."""
        ...

    @property
    def path(self) -> str:
        """Plan only: the path of the field in the response."""
        ...

    def fact(self, name: str) -> Value:
        """A value that identifies the field's parent object or one of its ancestors."""
        ...

    def own(self, name: str, path: str) -> Value:
        """A value that identifies the parent object: a known fact, or the value at this path of its answer."""
        ...

    def row_value(self, name: str, via: Callable[[str], str] | None = None) -> Value | None:
        """A value of the field's parent row, from the answer that the row is read from; None for a null.

        `via` raises ValueError for a value that the LMS should not have sent.
        """
        ...

    def outer(self, name: str, path: str) -> Value:
        """A value that identifies an ancestor of the field's parent object."""
        ...

    def is_known(self, name: str) -> bool:
        """True when a request knows this fact of the parent object or one of its ancestors."""
        ...

    @property
    def definition(self) -> GraphQLField:
        """The field in the schema."""
        ...

    def is_given(self, name: str) -> bool:
        """True when an argument is given and not null."""
        ...

    def value(self, name: str) -> Any:
        """The value of an argument. A plan may depend only on numbers, flags, type names and the length of a list."""
        ...

    def argument(self, name: str, via: Callable[[Any], str | None] | None = None) -> Value | None:
        """The value of an argument for use in calls, converted by `via`; None if it is not given."""
        ...

    def named(self, name: str, via: Callable[[Any], str | None] | None = None) -> Value:
        """The same as `argument`, for an argument that is always given."""
        ...

    def joined(self, name: str, via: Callable[[Any], Iterable[str]] | None = None) -> Value | None:
        """A list argument as one comma-separated value."""
        ...

    def each(self, name: str) -> tuple[Sequence[Value], int]:
        """The keys of a list argument, and the number of distinct keys to plan for. In a plan, one value represents
        all."""
        ...

    def check(self, rule: Callable[[], object]) -> None:
        """Request only: calls the rule, which raises for bad input."""
        ...

    def type_of(self, name: str) -> GraphQLObjectType:
        """A type of the schema."""
        ...

    def step(
        self,
        endpoint: Endpoint,
        arguments: Given | None = None,
        *,
        asks: Iterable[str] = (),
        objects: int | None = None,
        pages: int | Sequence[Given] = 1,
        after: Sequence[Any] = (),
        conditional: bool = False,
        later: bool = False,
        needed_by: Sequence[Any] = (),
        proves: bool = False,
        further: Callable[[Payload], Iterable[Given]] | None = None,
        sift: Callable[[Payload], Loaded] | None = None,
        rest: Callable[[], Given] | None = None,
    ) -> Any:
        """The step that calls an endpoint. Equal calls are one step. The call starts when its values are available.

        `conditional`: called only if an answer makes it necessary. `later`: called after an answer that may forbid it.
        `pages` are additional values for each page of a list; `further` returns those of the pages named by the first
        answer. `sift` maps an answer to its outcome. `rest` provides additional values when the call is made.

        Plan only: `asks` are the fields requested from a projecting endpoint. `objects` and a number of `pages` bound
        the number of calls. `after` are the steps it waits for, `needed_by` the steps that are useful only with it.
        `proves`: the answer shows whether the field's object exists.
        """
        ...

    def share(self, name: Any, want: Shared) -> Shared:
        """Merges what this look-up needs into the request's shared call, unless that call was already sent."""
        ...

    @property
    def row(self) -> Row | None:
        """Request only: the parent row of the field."""
        ...

    @property
    def place(self) -> Place:
        """Plan only: the place at which the field is selected."""
        ...

    def username(self) -> Value:
        """The caller's username, from the credentials or from the LMS."""
        ...

    def either(self, value: Value, other: Callable[[], Value]) -> Value:
        """A value, or another one if it is not known."""
        ...

    def plan(
        self,
        type_name: str,
        step_of: StepOf,
        *,
        nodes: list[FieldNode] | None = None,
        extra: tuple[Demand, ...] = (),
        steps: Steps | None = None,
        count: int = 1,
        facts: Facts | None = None,
        judge: Judge | None = None,
        **rules: Any,
    ) -> Found:
        """The object that the field resolves to, with calls for its selected fields.

        `steps` describe it already. `judge` decides whether it exists.
        """
        ...

    def roots(self, name: str) -> "Sequence[Ask]":
        """The operation's root fields of this name. Fields with equal arguments are merged into one."""
        ...

    def asks(self, endpoint: Endpoint, course: Value) -> bool:
        """True when the operation is certain to call this endpoint for this course."""
        ...

    def plans(self, type_name: str, endpoint: Endpoint) -> bool:
        """True when the request's plan calls this endpoint for an object of this type."""
        ...

    def kind_of(self, name: str) -> str | None:
        """The type of the block or object that an argument names, read from the argument's text."""
        ...

    def inside(self, sources: Iterable[Source]) -> Steps:
        """Plan only: the steps whose answers describe an object inside the field's parent object."""
        ...

    def giver(self, sources: Iterable[Source]) -> Any:
        """Plan only: the step whose answer provides one of these sources."""
        ...

    def note(self, type_name: str, steps: Steps, *, count: int) -> None:
        """Plan only: records the steps that could describe the field's object if its own steps fail."""
        ...

    def page_facts(self, name: str, *arguments: object, **facts: Any) -> Mapping[str, Any]:
        """The facts of a page. The name, owner and arguments distinguish it from every other page."""
        ...


LookUp = Callable[[Any], Found]
"""A function from an `Ask` to the objects of a field."""
