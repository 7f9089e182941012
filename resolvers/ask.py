"""What a field with calls of its own is asked with.

A look-up is a function from an `Ask` to what it finds. The plan calls it before any request (`PlannedAsk`), and each
request calls it to make the calls (`LiveAsk`). It is pure: it awaits nothing, and what it returns says how the objects
are read from the answers.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from graphql import FieldNode, GraphQLField, GraphQLObjectType

from loaders.answer import Loaded, Payload
from loaders.credentials import Credentials
from loaders.endpoint import Endpoint
from resolvers.context import Field, Outcomes
from resolvers.demands import Demand
from resolvers.found import Found, Given, Place, Told
from resolvers.plan import Plan
from resolvers.row import Facts, Row
from resolvers.source import Source
from resolvers.step import Value

STEPS = "steps"
"""The key of a GraphQL field's `extensions` under which its look-up lies."""

StepOf = Callable[[Endpoint, frozenset[str]], Any]
"""How an endpoint is asked for one object; the second argument are the fields that a projecting one is asked for."""
Judge = Callable[[Outcomes, Plan], Facts | None]
"""What is known of an object after its calls; None where there is no such object. Raises what keeps it from being
known. Pure, but for the outcomes, which it may sort anew."""


class Want(Protocol):
    """What a look-up wants of a call that several share."""

    @property
    def is_sent(self) -> bool: ...
    def join(self, other: Any) -> None: ...


Shared = TypeVar("Shared", bound=Want)


class AStep(Protocol):
    """A step of a plan, or of a request."""

    @property
    def endpoint(self) -> Endpoint: ...
    def value(self, path: str, via: Callable[[Any], Any] | None = None) -> Value:
        """A value that the answer tells at this path, made from it by `via`."""
        ...


class Ask(Field, Protocol):
    """One selected field, and what its look-up may use."""

    @property
    def credentials(self) -> Credentials:
        """How the caller signs in."""
        ...

    @property
    def is_plan(self) -> bool:
        """True when no call is made, and no value is known but those that a plan may depend on."""
        ...

    @property
    def path(self) -> str:
        """For the plan: where the field lies in the answer."""
        ...

    def fact(self, name: str) -> Value:
        """What the object that the field belongs to, or one around it, is named by."""
        ...

    def own(self, name: str, path: str) -> Value:
        """What the object that the field belongs to is named by: known before, or told by its answer at this path."""
        ...

    def told(self, name: str, via: Callable[[str], str] | None = None) -> Value | None:
        """A value of the object that the field belongs to, from the answer that it is read from; None for a null."""
        ...

    def outer(self, name: str, path: str) -> Value:
        """The same of an object around the one that the field belongs to."""
        ...

    def is_known(self, name: str) -> bool:
        """True when a request knows an object by this name: the one that the field belongs to, or one around it."""
        ...

    @property
    def definition(self) -> GraphQLField:
        """The field in the schema."""
        ...

    def is_given(self, name: str) -> bool:
        """True when an argument is given and not null."""
        ...

    def value(self, name: str) -> Any:
        """The value of an argument. A plan may depend on it as far as it is a number, a flag, a type's name, or the
        length of a list."""
        ...

    def argument(self, name: str, via: Callable[[Any], str | None] | None = None) -> Value | None:
        """An argument that goes into calls, made ready by `via`; None where it is not given."""
        ...

    def named(self, name: str, via: Callable[[Any], str | None] | None = None) -> Value:
        """The same for an argument that is always given."""
        ...

    def joined(self, name: str, via: Callable[[Any], Iterable[str]] | None = None) -> Value | None:
        """A list of values as one, with commas between them."""
        ...

    def each(self, name: str) -> tuple[Sequence[Value], int]:
        """A list of keys, and for how many different ones its objects are planned. In a plan, one value stands for
        each of them."""
        ...

    def check(self, rule: Callable[[], object]) -> None:
        """Refuses bad input: calls the rule, which raises, for the values of a request."""
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
        perhaps: bool = False,
        later: bool = False,
        helps: Sequence[Any] = (),
        proves: bool = False,
        further: Callable[[Payload], Iterable[Given]] | None = None,
        sift: Callable[[Payload], Loaded] | None = None,
        rest: Callable[[], Given] | None = None,
    ) -> Any:
        """The step that asks an endpoint; the same one for everybody who asks it so. Its call starts when its values
        are there.

        `perhaps`: it is made only where an answer makes it necessary. `later`: it is made after an answer, which may
        forbid it. `pages` are further values for each page of a
        list, `further` gives those of the pages that the first answer names. `sift` decides what an answer is worth.
        `rest` gives further values when the call is made.

        For the plan: `asks` are the fields that a projecting endpoint is asked for, `objects` and a number of `pages`
        say how often it is asked at most, `after` what it waits for, `helps` which steps are of use with it only,
        `proves` that it shows whether the field's object is there.
        """
        ...

    def share(self, name: Any, want: Shared) -> Shared:
        """What all look-ups of a request want of one call together, until it is sent."""
        ...

    @property
    def row(self) -> Row | None:
        """For the request: the object that the field belongs to."""
        ...

    @property
    def place(self) -> Place:
        """For the plan: where the field is selected."""
        ...

    def username(self) -> Value:
        """The caller's name, from the credentials or from the LMS."""
        ...

    def either(self, value: Value, other: Callable[[], Value]) -> Value:
        """A value, or another one where that is not known."""
        ...

    def plan(
        self,
        type_name: str,
        step_of: StepOf,
        *,
        nodes: list[FieldNode] | None = None,
        extra: tuple[Demand, ...] = (),
        told: Told | None = None,
        count: int = 1,
        facts: Facts | None = None,
        judge: Judge | None = None,
        **rules: Any,
    ) -> Found:
        """The object that the field leads to, asked for what is selected of it. `told` tells of it already, `judge`
        decides whether it is there."""
        ...

    def roots(self, name: str) -> "Sequence[Ask]":
        """The operation's root fields of this name, as one where they have the same arguments."""
        ...

    def asks(self, endpoint: Endpoint, course: Value) -> bool:
        """True when the operation asks this endpoint about this course, whatever comes."""
        ...

    def plans(self, type_name: str, endpoint: Endpoint) -> bool:
        """True when the request's plan asks this endpoint for an object of this type."""
        ...

    def kind_of(self, name: str) -> str | None:
        """The type of the block or the object that an argument names, which its text says."""
        ...

    def inside(self, sources: Iterable[Source]) -> Told:
        """For the plan: the steps that tell of an object inside the one that the field belongs to."""
        ...

    def giver(self, sources: Iterable[Source]) -> Any:
        """For the plan: the step whose answer tells one of these sources."""
        ...

    def note(self, type_name: str, told: Told, *, count: int) -> None:
        """For the plan: notes what could tell of the object that the field leads to where these steps fail."""
        ...

    def page_facts(self, name: str, *arguments: object, **facts: Any) -> Mapping[str, Any]:
        """What is known of a page: by `name`, whose it is and its arguments it differs from every other page."""
        ...


LookUp = Callable[[Any], Found]
"""How the objects of a field are found, from an `Ask`."""
