"""A selected field as its plan sees it: before any request, without any answer."""

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
from resolvers.ask import LookUp, Shared
from resolvers.demands import Demand, Endpoints
from resolvers.found import Facts, Found, Given, Place, Told
from resolvers.memo import Memo
from resolvers.plan import Plan
from resolvers.planned import plan_for
from resolvers.planned_arguments import PlannedArguments
from resolvers.selection import Fragments, Variables
from resolvers.source import Source
from resolvers.step import Argument, Step, Value, constant, value_of
from resolvers.step_table import StepTable


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
    def root_fields(self, name: str) -> "list[PlannedAsk]": ...
    def told(self, sources: Iterable[Source], place: Place) -> Told: ...
    def giver(self, sources: Iterable[Source], place: Place) -> Step | None: ...
    def search(
        self,
        ask: "PlannedAsk",
        holder: str,
        nodes: list[FieldNode],
        values: Mapping[str, Any],
        found: LookUp,
        *,
        perhaps: bool,
    ) -> None: ...


class PlannedAsk(PlannedArguments):
    """An `Ask` whose steps go into a plan. No value of a request is known, but those that a plan may depend on."""

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
        """How the caller signs in."""
        return self.context.credentials

    @property
    def rows(self) -> int:
        """For how many objects the field is asked."""
        return self.place.rows

    def fact(self, name: str) -> Argument:
        """What the object, or one around it, is named by."""
        return self.place.facts.get(name) or Argument(f"{{{name}}}")

    def plans(self, type_name: str, endpoint: Endpoint) -> bool:
        """False: the plan is not made yet."""
        return False

    def share(self, name: Any, want: Shared) -> Shared:
        """What this look-up wants: a plan does not say what is asked for below."""
        return want

    def check(self, rule: Callable[[], object]) -> None:
        """Refuses nothing: a plan is for other values as well."""

    def own(self, name: str, path: str) -> Argument:
        """What the object is named by: known before, or told by its answer at this path."""
        known = self.place.facts.get(name)
        row = next(iter(self.place.told.values()), None)
        return known or (Argument(f"{{{name}}}") if row is None else value_of(row, path))

    def told(self, name: str, via: Any = None) -> Argument:
        """A value of the object that the field belongs to."""
        row = next(iter(self.place.told.values()), None)
        return Argument(f"{{{name}}}") if row is None else value_of(row, name)

    def outer(self, name: str, path: str) -> Argument:
        """The same of an object around this one."""
        return self.own(name, path)

    def is_known(self, name: str) -> bool:
        """False: a plan knows no names."""
        return False

    def either(self, value: Value, other: Callable[[], Value]) -> Value:
        """A value, whatever may have to be asked in its place."""
        return value

    def page_facts(self, name: str, *arguments: object, **facts: Argument) -> Mapping[str, Argument]:
        """What a plan knows of a page."""
        return facts

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
        pages: int | Sequence[Given] = 1,
        after: Sequence[Step] = (),
        perhaps: bool = False,
        later: bool = False,
        helps: Sequence[Step] = (),
        proves: bool = False,
        further: Any = None,
        sift: Any = None,
        rest: Any = None,
    ) -> Step:
        """The step that asks an endpoint; the same one for everybody who asks it so."""
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
            perhaps=perhaps,
        )
        step.helps += helps
        if proves:
            step.proves.setdefault(self.path)
        return step

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
        judge: Any = None,
        **rules: Any,
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

    def times(self, count: int) -> "PlannedAsk":
        """The same field, asked for so many objects."""
        place = replace(self.place, rows=self.place.rows * count)
        return PlannedAsk(self._planner, self.definition, self.field_nodes, place)

    def search(
        self,
        holder: str,
        nodes: list[FieldNode],
        values: Mapping[str, Any],
        found: LookUp,
        *,
        perhaps: bool,
    ) -> None:
        """Plans the way to an object from the `holder` that it lies in, which these nodes select."""
        self._planner.search(self, holder, nodes, values, found, perhaps=perhaps)

    @property
    def path(self) -> str:
        """Where the field lies in the answer."""
        return self.place.at(self.name)

    def roots(self, name: str) -> list["PlannedAsk"]:
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
