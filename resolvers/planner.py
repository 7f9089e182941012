"""Plans a whole operation in one walk over what is selected."""

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

from loaders.credentials import Credentials
from loaders.endpoint import Endpoint
from resolvers.ask import STEPS, LookUp
from resolvers.found import NOTHING, Found, Place, Told
from resolvers.memo import Memo
from resolvers.operation import ObjectPlan, OperationPlan
from resolvers.plan import Plan
from resolvers.planned_ask import Kept, PlannedAsk
from resolvers.selection import Fragments, Selection, Variables, collect, has_arguments
from resolvers.source import DECLARATION, RELATION, RESOLVER, Declaration, Kind, Source
from resolvers.step import Step
from resolvers.step_table import StepTable
from resolvers.way import OWN_ID, on_the_way

_SOME = 10
"""Rows of a list whose length nobody knows before it is there."""


class OperationPlanner:
    """Walks over one operation. `memo` keeps the plans of its objects, which the execution finds there."""

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Fragments,
        variables: Variables,
        credentials: Credentials,
        memo: Memo,
    ) -> None:
        """`variables` are coerced."""
        self.schema = schema
        self.variables = variables
        self.fragments = fragments
        self.kept = Kept(memo, credentials)
        self._made = OperationPlan()
        self.table = StepTable(credentials)
        self._root: Selection = {}
        self._root_fields: dict[str, list[PlannedAsk]] = {}
        self._way: set[int] = set()

    def plan(self, operation: OperationDefinitionNode) -> OperationPlan:
        """The plan of this operation."""
        root = self.schema.get_root_type(operation.operation)
        assert root is not None
        node = FieldNode(name=None, selection_set=operation.selection_set)  # type: ignore[arg-type]
        selection = self.collect(root, [node])
        if operation.operation is OperationType.QUERY:
            self._root = selection
            # What a course's answer tells of the viewer is not asked again: the courses come first.
            ordered = sorted(selection.items(), key=lambda item: item[1][0].name.value == "viewer")
            self._selected(root, dict(ordered), Place())
        else:
            self._writes(root, selection)
        self.table.ask_who()
        if len(self.table) == 1:  # the clock's, which needs a call of its own where there is no other
            self.table.all[0].perhaps = False
        self._made.steps = self.table.asked()
        return self._made

    def _writes(self, root: GraphQLObjectType, selection: Selection) -> None:
        """Mutations go one after another, and what is read after one is read afresh."""
        before: tuple[Step, ...] = ()
        for name, nodes in selection.items():
            done = len(self.table)
            self._selected(root, {name: nodes}, Place(after=before))
            new = self.table.all[done:]
            before = tuple(new) or before

    def collect(self, object_type: GraphQLObjectType, nodes: Iterable[FieldNode]) -> Selection:
        """What is selected of a type below these nodes."""
        return collect(self.schema, object_type, nodes, self.fragments, self.variables)

    def root_fields(self, name: str) -> list[PlannedAsk]:
        """The operation's root fields of this name, as one where they have the same arguments."""
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
        perhaps: bool,
    ) -> None:
        """Plans the way to an object that is searched. What lies on the way is nothing that was selected."""
        before = self.variables, self._way, self.table.perhaps
        self.variables, self.table.perhaps = {**self.variables, **values}, perhaps or self.table.perhaps
        self._way = {*self._way, *on_the_way(nodes[0])}
        object_type = self.schema.type_map[holder]
        assert isinstance(object_type, GraphQLObjectType)
        definition = GraphQLField(object_type)
        within = PlannedAsk(self, definition, nodes, ask.place)
        self._found(definition, object_type, nodes, ask.path, ask.place, found(within))
        self.variables, self._way, self.table.perhaps = before

    def note(self, path: str, type_name: str, made: Plan) -> None:
        """Notes which endpoints were chosen for an object."""
        if not any(one.path == path and one.plan is made for one in self._made.objects):
            self._made.objects.append(ObjectPlan(path, type_name, made))

    def _selected(self, object_type: GraphQLObjectType, selection: Selection, place: Place) -> None:
        for name, nodes in selection.items():
            definition = object_type.fields.get(nodes[0].name.value)
            path = place.path if id(nodes[0]) in self._way else place.at(name)
            if name == OWN_ID:
                continue
            if definition is None:  # __typename, and what introspection tells
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
            told = self.told(declaration.sources, place)
            if not told and declaration.further is not None:
                self._look_up(definition, nodes, path, place)
            else:
                instead = self.told(declaration.sources, replace(place, told=place.instead))
                self._object(named, nodes, self._inside(definition, path, place, told, instead))

    def _object(self, named: GraphQLNamedType, nodes: Sequence[FieldNode], place: Place) -> None:
        """Plans what is selected of an object. Where no leaf is read, the answer shows that there is one."""
        assert isinstance(named, GraphQLObjectType), "only `node` leads to objects of several types"
        spine, other = (next(iter(steps.values()), None) for steps in (place.told, place.instead))
        fed, spare = 0 if spine is None else len(spine.feeds), 0 if other is None else len(other.spare)
        self._selected(named, self.collect(named, nodes), place)
        if spine is not None and len(spine.feeds) == fed:
            spine.proves.setdefault(place.path)
        if other is not None and len(other.spare) == spare:
            other.spare.setdefault(place.path)

    def _look_up(self, definition: GraphQLField, nodes: list[FieldNode], path: str, place: Place) -> None:
        """A field with calls of its own."""
        steps: LookUp = definition.extensions[STEPS]
        found = self._open(steps(PlannedAsk(self, definition, nodes, place)))
        named = get_named_type(definition.type)
        if is_leaf_type(named):
            step = next(iter(found.told.values()), None)
            self._made.untold.append(path) if step is None else step.feeds.setdefault(path)
            for other in found.instead.values():
                other.spare.setdefault(path)
            return
        if found is NOTHING:
            self._nothing(named, nodes, path)
        elif is_abstract_type(named):
            for type_name, one in found.by_type.items():
                if one.searched:  # planned already, on the way to it
                    continue
                self._found(definition, self.schema.type_map[type_name], nodes, path, place, one)
        else:
            self._found(definition, named, nodes, path, place, found)

    def _open(self, found: Found) -> Found:
        """The same without what this sign-in does not open; nothing where that would bring the objects."""
        if found is NOTHING:
            return NOTHING
        told = {endpoint: step for endpoint, step in found.told.items() if self.table.is_open(step)}
        if found.told and next(iter(found.told)) not in told:
            return NOTHING
        if found.read_as is not None:
            told = dict(zip((found.read_as,), told.values(), strict=False))
        return replace(found, told=told)

    def _found(
        self,
        definition: GraphQLField,
        named: GraphQLNamedType,
        nodes: list[FieldNode],
        path: str,
        place: Place,
        found: Found,
    ) -> None:
        """What is selected of the objects that were found."""
        inside = Place(
            path,
            found.told,
            {**place.facts, **found.facts},
            found.asked,
            rows=place.rows,
            page=found.rows,
            after=(*place.after, *found.after),
            instead=found.instead,
        )
        if is_list_type(get_nullable_type(definition.type)):
            inside = replace(inside, rows=place.rows * (found.rows or _SOME), page=None)
        self._object(named, nodes, inside)

    def _inside(self, definition: GraphQLField, path: str, place: Place, told: Told, instead: Told) -> Place:
        rows, page = place.rows, place.page
        if is_list_type(get_nullable_type(definition.type)):
            rows, page = rows * (page or (_SOME if rows == 1 else 1)), None
        return replace(place, path=path, told=told, asked={}, rows=rows, page=page, instead=instead)

    def _leaf(self, sources: Iterable[Source], path: str, place: Place) -> None:
        for source in sources:
            if source.kind is Kind.KNOWN:
                if source.path[0] in place.facts:
                    break
                continue
            step = self._step_of(source, place)
            if step is not None:
                step.feeds.setdefault(path)
                if (other := self.giver(sources, replace(place, told=place.instead))) is not None:
                    other.spare.setdefault(path)  # where the step that feeds it fails
                return
        else:
            if any(source.endpoint is not None for source in sources):
                self._made.untold.append(path)
                return
        self._known(path)

    def giver(self, sources: Iterable[Source], place: Place) -> Step | None:
        """The step of the first of these sources that an answer tells."""
        steps = (self._step_of(source, place) for source in sources if source.kind is not Kind.KNOWN)
        return next((step for step in steps if step is not None), None)

    def told(self, sources: Iterable[Source], place: Place) -> Told:
        """Which steps tell of an object inside this one, the one that decides first."""
        found: dict[Endpoint, Step] = {}
        ordered = sorted((s for s in sources if s.kind is not Kind.KNOWN), key=lambda source: source.join)
        for source in ordered:
            step = self._step_of(source, place)
            if step is not None:
                endpoint = source.endpoint or next(iter(place.told))
                found.setdefault(endpoint, step)
        return found

    def _step_of(self, source: Source, place: Place) -> Step | None:
        if source.endpoint is None:
            return next(iter(place.told.values()), None)
        asked = place.asked.get(source.endpoint)
        if asked is not None and source.field not in asked:
            return None
        return place.told.get(source.endpoint)

    def _nothing(self, named: GraphQLNamedType, nodes: Sequence[FieldNode], path: str) -> None:
        """What is selected of an object that is not there for this caller."""
        if not isinstance(named, GraphQLObjectType):
            self._made.untold.append(path)
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
