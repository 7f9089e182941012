"""Plans a whole operation in one walk over its selected fields."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
    print_ast,
)
from msgspec import structs

from loaders.credentials import Credentials
from loaders.endpoint import Endpoint
from resolvers.declare.ask import STEPS, LookUp
from resolvers.declare.found import NOTHING, Found, Place, Steps
from resolvers.declare.source import DECLARATION, RELATION, RESOLVER, Declaration, Source
from resolvers.plan.ask import Kept, PlannedAsk
from resolvers.plan.choice import Plan
from resolvers.plan.memo import Memo
from resolvers.plan.operation import ObjectPlan, OperationPlan
from resolvers.plan.selection import Fragments, Selection, Variables, collect, has_arguments
from resolvers.plan.step import Step
from resolvers.plan.step_table import StepTable
from resolvers.plan.way import OWN_ID, on_the_way

_SOME = 10
"""Assumed number of rows of a list whose length is unknown."""


class OperationPlanner:
    """Plans one operation. `memo` caches the plans of its objects for the execution."""

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Fragments,
        variables: Variables,
        credentials: Credentials,
        memo: Memo,
        shared: frozenset[Endpoint] = frozenset(),
    ) -> None:
        """`variables` are the coerced variables."""
        self.schema = schema
        self.variables = variables
        self.fragments = fragments
        self.kept = Kept(memo, credentials, shared)
        self._made = OperationPlan(shared=shared)
        self.table = StepTable(credentials)
        self._root: Selection = {}
        self._root_fields: dict[str, list[PlannedAsk]] = {}
        self._way: set[int] = set()

    def plan(self, operation: OperationDefinitionNode) -> OperationPlan:
        """Returns the plan of this operation."""
        root = self.schema.get_root_type(operation.operation)
        assert root is not None
        selection = self.collect(root, [FieldNode(name=None, selection_set=operation.selection_set)])  # type: ignore[arg-type]
        if operation.operation is OperationType.QUERY:
            self._root = selection
            # Courses come first: their answers contain fields of the viewer, which are then not requested again.
            ordered = sorted(selection.items(), key=lambda item: item[1][0].name.value == "viewer")
            self._selected(root, dict(ordered), Place())
        else:
            self._writes(root, selection)
        self.table.ask_who()
        if len(self.table) == 1:  # if only the time is selected, it needs a call of its own
            self.table.all[0].conditional = False
        self._made.steps = self.table.asked()
        return self._made

    def _writes(self, root: GraphQLObjectType, selection: Selection) -> None:
        """Plans mutations one after another. Reads after a mutation are steps of their own."""
        before: tuple[Step, ...] = ()
        for name, nodes in selection.items():
            done = len(self.table)
            self._selected(root, {name: nodes}, Place(after=before))
            new = self.table.all[done:]
            before = tuple(new) or before

    def collect(self, object_type: GraphQLObjectType, nodes: Iterable[FieldNode]) -> Selection:
        """Returns the selected fields of a type below these nodes."""
        return collect(self.schema, object_type, nodes, self.fragments, self.variables)

    def root_fields(self, name: str) -> list[PlannedAsk]:
        """Returns the operation's root fields with this name. Those with equal arguments are merged."""
        known = self._root_fields.get(name)
        if known is None:
            known = self._root_fields[name] = self._merged(name)
        return known

    def _merged(self, name: str) -> list[PlannedAsk]:
        found: dict[str, list[FieldNode]] = {}
        for nodes in self._root.values():
            if nodes[0].name.value == name:
                given = ",".join(sorted(print_ast(argument) for argument in nodes[0].arguments or ()))
                found.setdefault(given, []).extend(nodes)
        root = self.schema.query_type
        assert root is not None
        return [PlannedAsk(self, root.fields[name], nodes, Place()) for nodes in found.values()]

    def search(
        self,
        ask: PlannedAsk,
        holder: str,
        nodes: list[FieldNode],
        values: Mapping[str, Any],
        found: LookUp,
        *,
        conditional: bool,
    ) -> None:
        """Plans the path to an object that is found by searching. Fields on that path are not selected fields."""
        before = self.variables, self._way, self.table.conditional
        self.variables, self.table.conditional = {**self.variables, **values}, conditional or self.table.conditional
        self._way = {*self._way, *on_the_way(nodes[0])}
        object_type = self.schema.type_map[holder]
        assert isinstance(object_type, GraphQLObjectType)
        definition = GraphQLField(object_type)
        within = PlannedAsk(self, definition, nodes, ask.place)
        self._found(definition, object_type, nodes, ask.path, ask.place, found(within))
        self.variables, self._way, self.table.conditional = before

    def note(self, path: str, type_name: str, made: Plan) -> None:
        """Records the endpoints chosen for an object."""
        if not any(one.path == path and one.plan is made for one in self._made.objects):
            self._made.objects.append(ObjectPlan(path, type_name, made))

    def _selected(self, object_type: GraphQLObjectType, selection: Selection, place: Place) -> None:
        for name, nodes in selection.items():
            definition = object_type.fields.get(nodes[0].name.value)
            path = place.path if id(nodes[0]) in self._way else place.at(name)
            if name == OWN_ID:
                continue
            if definition is None:  # __typename and introspection
                self._known(path)
            else:
                self._field(definition, nodes, path, place)

    def _field(self, definition: GraphQLField, nodes: list[FieldNode], path: str, place: Place) -> None:
        extensions, named = definition.extensions, get_named_type(definition.type)
        declaration: Declaration | None = extensions.get(DECLARATION)
        own = RESOLVER in extensions and (declaration is None or has_arguments(nodes[0], self.variables))
        if own or RELATION in extensions:
            self._look_up(definition, nodes, path, place)
        elif declaration is None:
            self._known(path)
        elif is_leaf_type(named):
            if declaration.further is not None and self.giver(declaration.sources, place) is None:
                self._look_up(definition, nodes, path, place)
            else:
                self._leaf(declaration.sources, path, place)
        else:
            steps = self.steps_for(declaration.sources, place)
            if not steps and declaration.further is not None:
                self._look_up(definition, nodes, path, place)
            else:
                instead = self.steps_for(declaration.sources, replace(place, steps=place.replacements))
                self._object(named, nodes, self._inside(definition, path, place, steps, instead))

    def _object(self, named: GraphQLNamedType, nodes: Sequence[FieldNode], place: Place) -> None:
        """Plans the selected fields of an object. If no leaf is read, the answer proves that the object exists."""
        assert isinstance(named, GraphQLObjectType), "only `node` leads to objects of several types"
        spine, other = (next(iter(steps.values()), None) for steps in (place.steps, place.replacements))
        fed, spare = 0 if spine is None else len(spine.feeds), 0 if other is None else len(other.replacement_for)
        self._selected(named, self.collect(named, nodes), place)
        if spine is not None and len(spine.feeds) == fed:
            spine.proves.setdefault(place.path)
        if other is not None and len(other.replacement_for) == spare:
            other.replacement_for.setdefault(place.path)

    def _look_up(self, definition: GraphQLField, nodes: list[FieldNode], path: str, place: Place) -> None:
        """Plans a field with calls of its own."""
        look_up: LookUp = definition.extensions[STEPS]
        found = self._open(look_up(PlannedAsk(self, definition, nodes, place)))
        named = get_named_type(definition.type)
        if is_leaf_type(named):
            step = next(iter(found.steps.values()), None)
            self._made.unavailable.append(path) if step is None else step.feeds.setdefault(path)
            for other in found.replacements.values():
                other.replacement_for.setdefault(path)
            return
        if found is NOTHING:
            self._nothing(named, nodes, path)
        elif is_abstract_type(named):
            for type_name, one in found.by_type.items():
                if one.searched:  # already planned by the search
                    continue
                self._found(definition, self.schema.type_map[type_name], nodes, path, place, one)
        else:
            self._found(definition, named, nodes, path, place, found)

    def _open(self, found: Found) -> Found:
        """Removes the steps that the credentials do not open. Returns NOTHING if the first step is among them."""
        if found is NOTHING:
            return NOTHING
        steps = {endpoint: step for endpoint, step in found.steps.items() if self.table.is_open(step)}
        if found.steps and next(iter(found.steps)) not in steps:
            return NOTHING
        if found.read_as is not None:
            steps = dict(zip((found.read_as,), steps.values(), strict=False))
        return structs.replace(found, steps=steps)

    def _found(
        self,
        definition: GraphQLField,
        named: GraphQLNamedType,
        nodes: list[FieldNode],
        path: str,
        place: Place,
        found: Found,
    ) -> None:
        """Plans the selected fields of the objects that were found."""
        inside = Place(
            path,
            found.steps,
            {**place.facts, **found.facts},
            found.asked,
            rows=place.rows,
            page=found.rows,
            after=(*place.after, *found.after),
            replacements=found.replacements,
        )
        if is_list_type(get_nullable_type(definition.type)):
            inside = replace(inside, rows=place.rows * (found.rows or _SOME), page=None)
        self._object(named, nodes, inside)

    def _inside(self, definition: GraphQLField, path: str, place: Place, steps: Steps, instead: Steps) -> Place:
        rows, page = place.rows, place.page
        if is_list_type(get_nullable_type(definition.type)):
            rows, page = rows * (page or (_SOME if rows == 1 else 1)), None
        return replace(place, path=path, steps=steps, asked={}, rows=rows, page=page, replacements=instead)

    def _leaf(self, sources: Iterable[Source], path: str, place: Place) -> None:
        for source in sources:
            if source.kind.fact is not None:
                if source.kind.fact in place.facts:
                    break
                continue
            if (step := self._step_of(source, place)) is not None:
                step.feeds.setdefault(path)
                spare = place.replacements
                if spare and (other := self.giver(sources, replace(place, steps=spare))) is not None:
                    other.replacement_for.setdefault(path)
                return
        else:
            if any(source.endpoint is not None for source in sources):
                self._made.unavailable.append(path)
                return
        self._known(path)

    def giver(self, sources: Iterable[Source], place: Place) -> Step | None:
        """Returns the step of the first of these sources that has one."""
        steps = (self._step_of(source, place) for source in sources if source.kind.fact is None)
        return next((step for step in steps if step is not None), None)

    def steps_for(self, sources: Iterable[Source], place: Place) -> Steps:
        """Returns the steps that describe an object inside this one. The one that decides its existence comes first."""
        found: dict[Endpoint, Step] = {}
        ordered = sorted((s for s in sources if s.kind.fact is None), key=lambda source: source.join)
        for source in ordered:
            step = self._step_of(source, place)
            if step is not None:
                endpoint = source.endpoint or next(iter(place.steps))
                found.setdefault(endpoint, step)
        return found

    def _step_of(self, source: Source, place: Place) -> Step | None:
        if source.endpoint is None:
            return next(iter(place.steps.values()), None)
        asked = place.asked.get(source.endpoint)
        if asked is not None and source.field not in asked:
            return None
        return place.steps.get(source.endpoint)

    def _nothing(self, named: GraphQLNamedType, nodes: Sequence[FieldNode], path: str) -> None:
        """Plans the selected fields of an object that is not available to this caller."""
        if not isinstance(named, GraphQLObjectType):
            self._made.unavailable.append(path)
            return
        for name, group in self.collect(named, nodes).items():
            definition = named.fields.get(group[0].name.value)
            below = f"{path}.{name}"
            if definition is None:
                self._known(below)
            else:
                self._nothing(get_named_type(definition.type), group, below)

    def _known(self, path: str) -> None:
        self._made.known.append(path)
