"""A selected field during planning, before any request or answer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
)

from loaders.credentials import Credentials
from loaders.endpoint import Endpoint
from loaders.endpoints.viewer import ME
from resolvers.declare.ask import LookUp, Shared
from resolvers.declare.found import Facts, Found, Given, Place, Steps
from resolvers.declare.source import Source
from resolvers.fetch.replace import plan_for
from resolvers.plan.arguments import PlannedArguments
from resolvers.plan.choice import Plan
from resolvers.plan.demands import Demand, Endpoints
from resolvers.plan.memo import Memo
from resolvers.plan.selection import Fragments, Variables
from resolvers.plan.step import Argument, Step, Value, constant, value_of
from resolvers.plan.step_table import StepTable


@dataclass(frozen=True, slots=True)
class Kept:
    """Inputs of a plan besides the document."""

    plans: Memo
    credentials: Credentials
    shared: Endpoints = frozenset()


class Planner(Protocol):
    """The part of the operation's planner that the plan of a field uses."""

    schema: GraphQLSchema
    fragments: Fragments
    variables: Variables
    kept: Kept
    table: StepTable

    def note(self, path: str, type_name: str, made: Plan) -> None: ...
    def root_fields(self, name: str) -> "list[PlannedAsk]": ...
    def steps_for(self, sources: Iterable[Source], place: Place) -> Steps: ...
    def giver(self, sources: Iterable[Source], place: Place) -> Step | None: ...
    def search(
        self,
        ask: "PlannedAsk",
        holder: str,
        nodes: list[FieldNode],
        values: Mapping[str, Any],
        found: LookUp,
        *,
        conditional: bool,
    ) -> None: ...


class PlannedAsk(PlannedArguments):
    """An `Ask` whose steps go into a plan. It knows only those request values that a plan may depend on."""

    def __init__(
        self, planner: "Planner", definition: GraphQLField, field_nodes: list[FieldNode], place: Place
    ) -> None:
        self._planner = planner
        super().__init__(definition, field_nodes, planner.variables)
        self.return_type = definition.type
        self.schema = planner.schema
        self.fragments = planner.fragments
        self.context = planner.kept
        self.place = place

    is_plan = True
    row = None

    @property
    def credentials(self) -> Credentials:
        """The caller's credentials."""
        return self.context.credentials

    @property
    def rows(self) -> int:
        """The number of objects for which the field is selected."""
        return self.place.rows

    def fact(self, name: str) -> Argument:
        """Returns a value that identifies the object or one around it."""
        return self.place.facts.get(name) or Argument(f"{{{name}}}")

    def plans(self, type_name: str, endpoint: Endpoint) -> bool:
        """Returns False, as the plan is not made yet."""
        return False

    def share(self, name: Any, want: Shared) -> Shared:
        """Returns `want` as it is. A plan does not merge the look-ups of a call."""
        return want

    def check(self, rule: Callable[[], object]) -> None:
        """Does nothing, as a plan also serves other values."""

    def own(self, name: str, path: str) -> Argument:
        """Returns a value that identifies the object: a known fact, or the value at this path of its answer."""
        known = self.place.facts.get(name)
        row = next(iter(self.place.steps.values()), None)
        return known or (Argument(f"{{{name}}}") if row is None else value_of(row, path))

    def row_value(self, name: str, via: Any = None) -> Argument:
        """Returns a value of the object that the field belongs to."""
        row = next(iter(self.place.steps.values()), None)
        return Argument(f"{{{name}}}") if row is None else value_of(row, name)

    def outer(self, name: str, path: str) -> Argument:
        """Returns a value that identifies an object around this one."""
        return self.own(name, path)

    def is_known(self, name: str) -> bool:
        """Returns False, because a plan has no facts of a request."""
        return False

    def either(self, value: Value, other: Callable[[], Value]) -> Value:
        """Returns `value`. A plan ignores the alternative."""
        return value

    def page_facts(self, name: str, *arguments: object, **facts: Argument) -> Mapping[str, Argument]:
        """Returns the facts of a page that a plan knows."""
        return facts

    def type_of(self, name: str) -> GraphQLObjectType:
        """Returns an object type of the schema."""
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
        pages: int | Sequence[Given] = 1,
        after: Sequence[Step] = (),
        conditional: bool = False,
        later: bool = False,
        needed_by: Sequence[Step] = (),
        proves: bool = False,
        further: Any = None,
        sift: Any = None,
        rest: Any = None,
    ) -> Step:
        """Returns the step that calls an endpoint. Equal calls share a step."""
        given = arguments or {}
        known = {n: a if isinstance(a, Argument) else constant(str(a)) for n, a in given.items() if a is not None}
        steps = [argument.step for argument in known.values() if argument.step is not None]
        waits = tuple(dict.fromkeys((*self.place.after, *after, *steps)))
        step = self._planner.table.step(
            endpoint,
            known,
            asks=asks,
            objects=self.rows if objects is None else objects,
            pages=pages if isinstance(pages, int) else len(pages),
            after=waits,
            conditional=conditional,
        )
        step.needed_by += needed_by
        if proves:
            step.proves.setdefault(self.path)
        return step

    def username(self) -> Argument:
        """Returns the caller's username, from the credentials or from the LMS."""
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
        steps: Steps | None = None,
        count: int = 1,
        facts: Facts | None = None,
        judge: Any = None,
        proven: bool = False,
        **rules: Any,
    ) -> Found:
        """Plans the object of the field from its selected fields. `steps` are existing steps that describe it."""
        already: Endpoints = frozenset(steps or ())
        object_type = self.type_of(type_name)
        made = plan_for(self, nodes or self.field_nodes, object_type, extra=extra, already=already, count=count)
        self._planner.note(self.path, type_name, made)
        useful = {endpoint for demand in made.demands for endpoint in demand.options}
        found = {endpoint: step for endpoint, step in (steps or {}).items() if endpoint in useful}
        held = made.probes if proven else frozenset()
        for endpoint in made.endpoints:
            with self._planner.table.doubtful(endpoint in held):
                step = None if endpoint in already else step_of(endpoint, made.fields.get(endpoint, frozenset()))
            if step is not None:
                found[endpoint] = step
        for endpoint in made.endpoints:
            if endpoint in found and made.proves(endpoint):
                found[endpoint].proves.setdefault(self.path)
        return Found(found, facts=facts or {}, asked=made.fields)

    def note(self, type_name: str, steps: Steps, *, count: int) -> None:
        """Records which steps could describe the field's object if these steps fail."""
        object_type = self.type_of(type_name)
        made = plan_for(self, self.field_nodes, object_type, already=frozenset(steps), count=count)
        self._planner.note(self.path, type_name, made)

    @property
    def name(self) -> str:
        """The field's response name."""
        node = self.field_nodes[0]
        return node.alias.value if node.alias else node.name.value

    def times(self, count: int) -> "PlannedAsk":
        """Returns the same field for `count` times as many objects."""
        place = replace(self.place, rows=self.place.rows * count)
        return PlannedAsk(self._planner, self.definition, self.field_nodes, place)

    def search(
        self,
        holder: str,
        nodes: list[FieldNode],
        values: Mapping[str, Any],
        found: LookUp,
        *,
        conditional: bool,
    ) -> None:
        """Plans the path to an object from the `holder` type that contains it. `nodes` select that path."""
        self._planner.search(self, holder, nodes, values, found, conditional=conditional)

    @property
    def path(self) -> str:
        """The field's dotted response path."""
        return self.place.at(self.name)

    def roots(self, name: str) -> list["PlannedAsk"]:
        """Returns the operation's root fields with this name. Those with equal arguments are merged."""
        return self._planner.root_fields(name)

    def inside(self, sources: Iterable[Source]) -> Steps:
        """Returns the steps whose answers describe an object inside the one that the field belongs to."""
        return self._planner.steps_for(sources, self.place)

    def giver(self, sources: Iterable[Source]) -> Step | None:
        """Returns the step whose answer contains one of these sources."""
        return self._planner.giver(sources, self.place)

    def asks(self, endpoint: Endpoint, course: Argument) -> bool:
        """True if the operation always calls this endpoint for this course."""
        return self._planner.table.has(endpoint, course)
