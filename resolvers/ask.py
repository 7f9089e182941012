"""What a field with calls of its own is asked with, as its plan sees it: before any request, without any answer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    ListValueNode,
    NullValueNode,
    Undefined,
    ValueNode,
    VariableNode,
    get_named_type,
    print_ast,
    value_from_ast,
)

from loaders.credentials import Credentials
from loaders.endpoint import Endpoint
from loaders.endpoints.viewer import ME
from resolvers.arguments import is_global, kind_of
from resolvers.demands import Demand, Endpoints
from resolvers.found import Facts, Found, Given, Place, Told
from resolvers.memo import Memo
from resolvers.plan import Plan
from resolvers.planned import plan_for
from resolvers.selection import Fragments, Variables
from resolvers.source import Source
from resolvers.step import Argument, Step, constant, value_of
from resolvers.step_table import StepTable

STEPS = "steps"
"""The key of a GraphQL field's `extensions` under which the function lies that plans its calls."""

_PLAIN = frozenset({"CourseKey", "UsageKey", "String"})
"""Types of arguments whose values go into calls as they are. An `ID` may be a global one, which is taken apart; so is
a `String` that is one."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a plan may depend on, besides the document."""

    plans: Memo
    credentials: Credentials


class Planner(Protocol):
    """What a field's plan uses of the plan of the operation."""

    schema: GraphQLSchema
    fragments: Fragments
    variables: Variables
    kept: Kept
    table: StepTable

    def note(self, path: str, type_name: str, made: Plan) -> None: ...
    def root_fields(self, name: str) -> "list[Ask]": ...
    def told(self, sources: Iterable[Source], place: Place) -> Told: ...
    def giver(self, sources: Iterable[Source], place: Place) -> Step | None: ...
    def search(
        self,
        ask: "Ask",
        holder: str,
        nodes: list[FieldNode],
        values: Mapping[str, Any],
        found: "Steps",
        *,
        perhaps: bool,
    ) -> None: ...


class Ask:
    """One selected field, and what its plan may use."""

    def __init__(
        self, planner: "Planner", definition: GraphQLField, field_nodes: list[FieldNode], place: Place
    ) -> None:
        self._planner = planner
        self.definition = definition
        self.field_nodes = field_nodes
        self.return_type = definition.type
        self.schema = planner.schema
        self.fragments = planner.fragments
        self.variable_values = planner.variables
        self.context = planner.kept
        self.place = place
        given = {argument.name.value: argument.value for argument in field_nodes[0].arguments or ()}
        self._given: dict[str, ValueNode] = {n: v for n, v in given.items() if not isinstance(v, NullValueNode)}

    @property
    def credentials(self) -> Credentials:
        """How the caller signs in."""
        return self.context.credentials

    @property
    def rows(self) -> int:
        """For how many objects the field is asked."""
        return self.place.rows

    def fact(self, name: str) -> Argument:
        """What the object, or one around it, is named by."""
        return self.place.facts.get(name) or Argument(f"{{{name}}}")

    def is_given(self, name: str) -> bool:
        """True when an argument is given and not null."""
        return self.value(name) is not None

    def argument(self, name: str) -> Argument | None:
        """An argument that goes into calls; None where it is not given."""
        node = self._given.get(name)
        if not self.is_given(name):
            return None
        plain = get_named_type(self.definition.args[name].type).name in _PLAIN and not is_global(self.value(name))
        if isinstance(node, VariableNode):
            return Argument(f"${node.name.value}", variable=node.name.value if plain else None)
        return constant(str(self.value(name))) if plain else Argument(str(self.value(name)))

    def named(self, name: str) -> Argument:
        """The same for an argument that is always given."""
        return self.argument(name) or Argument("null")

    def value(self, name: str) -> Any:
        """The value of an argument, its default where none is given. A plan may depend on it as far as it is a number,
        a flag, a type's name, or the length of a list."""
        argument = self.definition.args[name]
        node = self._given.get(name)
        if node is None:
            return _default(argument.default_value)
        if isinstance(node, VariableNode):
            return self.variable_values.get(node.name.value, _default(argument.default_value))
        return value_from_ast(node, argument.type, dict(self.variable_values))

    def each(self, name: str) -> tuple[Argument | None, int]:
        """A list of keys as one argument that stands for each of them, and how many different ones there are."""
        values = self.value(name)
        if values is None:
            return None, 0
        node = self._given.get(name)
        if isinstance(node, ListValueNode):
            # By how the items are written: a plan serves other values of the variables among them, too.
            written = {print_ast(item): item for item in node.values}
            only = next(iter(written.values())) if len(written) == 1 else None
            if isinstance(only, VariableNode):
                return Argument(f"${only.name.value}", variable=only.name.value), 1
            return (Argument(print_ast(node)) if only is None else constant(str(values[0]))), len(written)
        return Argument(f"${node.name.value}" if isinstance(node, VariableNode) else name), len(set(map(str, values)))

    def type_of(self, name: str) -> GraphQLObjectType:
        """A type of the schema."""
        object_type = self._planner.schema.type_map[name]
        assert isinstance(object_type, GraphQLObjectType)
        return object_type

    def step(
        self,
        endpoint: Endpoint,
        arguments: Given | None = None,
        *,
        asks: Iterable[str] = (),
        objects: int | None = None,
        pages: int = 1,
        after: Sequence[Step] = (),
        perhaps: bool = False,
    ) -> Step:
        """The step that asks an endpoint; the same one for everybody who asks it so."""
        given = arguments or {}
        known = {n: constant(a) if isinstance(a, str) else a for n, a in given.items() if a is not None}
        steps = [argument.step for argument in known.values() if argument.step is not None]
        waits = tuple(dict.fromkeys((*self.place.after, *after, *steps)))
        return self._planner.table.step(
            endpoint,
            known,
            asks=asks,
            objects=self.rows if objects is None else objects,
            pages=pages,
            after=waits,
            perhaps=perhaps,
        )

    def username(self) -> Argument:
        """The caller's name, from the credentials or from the LMS."""
        if self.credentials.username_hint is not None:
            return Argument("{username}")
        return value_of(self.step(ME, objects=1), "username")

    def plan(
        self,
        type_name: str,
        step_of: Callable[[Endpoint, frozenset[str]], Step | None],
        *,
        nodes: list[FieldNode] | None = None,
        extra: tuple[Demand, ...] = (),
        told: Told | None = None,
        count: int = 1,
        facts: Facts | None = None,
    ) -> Found:
        """The object that the field leads to, planned from what is selected of it. `told` tells of it already."""
        already: Endpoints = frozenset(told or ())
        object_type = self.type_of(type_name)
        made = plan_for(self, nodes or self.field_nodes, object_type, extra=extra, already=already, count=count)
        self._planner.note(self.path, type_name, made)
        useful = {endpoint for demand in made.demands for endpoint in demand.options}
        found = {endpoint: step for endpoint, step in (told or {}).items() if endpoint in useful}
        for endpoint in made.endpoints:
            step = None if endpoint in already else step_of(endpoint, made.fields.get(endpoint, frozenset()))
            if step is not None:
                found[endpoint] = step
        for endpoint in made.endpoints:
            if endpoint in found and made.proves(endpoint):
                found[endpoint].proves.setdefault(self.path)
        return Found(found, facts=facts or {}, asked=made.fields)

    def note(self, type_name: str, told: Told, *, count: int) -> None:
        """Notes what could tell of the object that the field leads to where these steps fail."""
        object_type = self.type_of(type_name)
        made = plan_for(self, self.field_nodes, object_type, already=frozenset(told), count=count)
        self._planner.note(self.path, type_name, made)

    @property
    def name(self) -> str:
        """The field's name in the answer."""
        node = self.field_nodes[0]
        return node.alias.value if node.alias else node.name.value

    def times(self, count: int) -> "Ask":
        """The same field, asked for so many objects."""
        place = replace(self.place, rows=self.place.rows * count)
        return Ask(self._planner, self.definition, self.field_nodes, place)

    def search(
        self,
        holder: str,
        nodes: list[FieldNode],
        values: Mapping[str, Any],
        found: "Steps",
        *,
        perhaps: bool,
    ) -> None:
        """Plans the way to an object from the `holder` that it lies in, which these nodes select."""
        self._planner.search(self, holder, nodes, values, found, perhaps=perhaps)

    @property
    def path(self) -> str:
        """Where the field lies in the answer."""
        return self.place.at(self.name)

    def roots(self, name: str) -> list["Ask"]:
        """The operation's root fields of this name, as one where they have the same arguments."""
        return self._planner.root_fields(name)

    def inside(self, sources: Iterable[Source]) -> Told:
        """The steps that tell of an object inside the one that the field belongs to."""
        return self._planner.told(sources, self.place)

    def giver(self, sources: Iterable[Source]) -> Step | None:
        """The step whose answer tells one of these sources."""
        return self._planner.giver(sources, self.place)

    def asks(self, endpoint: Endpoint, course: Argument) -> bool:
        """True when the operation asks this endpoint about this course, whatever comes."""
        return self._planner.table.has(endpoint, course)

    def kind_of(self, name: str) -> str | None:
        """The type of the block or the object that an argument names, which its text says."""
        value = self.value(name)
        return kind_of(value) if isinstance(value, str) else None


Steps = Callable[[Ask], Found]
"""How the calls of a field are planned."""


def _default(value: Any) -> Any:
    return None if value is Undefined else value
