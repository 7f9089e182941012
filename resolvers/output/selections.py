"""The selected fields of each object, and those with calls of their own. Both are computed once per document."""

from collections.abc import Iterable, Sequence

from graphql import FieldNode, GraphQLObjectType, SelectionSetNode, get_named_type

from resolvers.declare.source import PARTS
from resolvers.output.lookups import LookUps
from resolvers.output.sites import Selected, Site, asks
from resolvers.plan.memo import identity
from resolvers.plan.parts import Part
from resolvers.plan.selection import Selection, collect

Nodes = Sequence[FieldNode]


class Selections:
    """The selections of one part of a response, cached in the document's plans."""

    def __init__(self, lookups: LookUps, part: Part) -> None:
        self._lookups = lookups
        self._part = part
        self._plans = lookups.request.plans

    def root(self, object_type: GraphQLObjectType) -> Selected:
        """Returns the root fields. All of them are sites, except those of introspection."""
        key = ("root", id(self._part))
        known: Selected | None = self._plans.made.get(key)
        if known is None:
            nodes, whole = map(self._node, (self._part.selection, self._lookups.operation.selection_set))
            known = self._plans.made[key] = self._selected(object_type, [nodes], [whole], is_root=True)
        return known

    def _node(self, selections: SelectionSetNode) -> FieldNode:
        """Returns a node with these selections. It lives as long as the plans, which are keyed by the ids of nodes."""
        made, key = self._plans.made, ("node", id(selections))
        if key not in made:
            made[key] = FieldNode(name=None, selection_set=selections)  # type: ignore[arg-type]
        node: FieldNode = made[key]
        return node

    def of(self, object_type: GraphQLObjectType, nodes: Nodes, whole: Nodes) -> Selected:
        """Returns the fields of an object. `whole` are the whole operation's nodes of it."""
        key = ("selected", id(self._part), object_type.name, identity(nodes))  # two parts share a streamed list
        known: Selected | None = self._plans.get(key)
        if known is None:
            known = self._plans[key] = self._selected(object_type, nodes, whole)
        return known

    def at(self, site: Site, object_type: GraphQLObjectType) -> Selected:
        """Returns the fields of the object that a field resolves to."""
        known = site.selected.get(object_type.name)
        if known is None:
            known = site.selected[object_type.name] = self.of(object_type, site.nodes, site.whole)
        return known

    def site(self, object_type: GraphQLObjectType, name: str, nodes: Nodes, whole: Nodes) -> Site:
        """Returns the site of a field with calls of its own. `whole` are the whole operation's nodes of its object."""
        plans = self._plans
        key = ("site", id(self._part), object_type.name, name, identity(nodes))
        known: Site | None = plans.get(key)
        if known is None:
            selected = nodes if self._lookups.parts == 1 else self._collect(object_type, whole)[name]
            known = plans[key] = Site(object_type, name, nodes, selected, self._part)
        return known

    def whole_at(self, object_type: GraphQLObjectType, whole: Nodes, steps: Iterable[str]) -> Nodes:
        """Returns the nodes of the whole operation that select an object inside another one."""
        for step in steps:
            whole = self._collect(object_type, whole)[step]
            below = get_named_type(object_type.fields[whole[0].name.value].type)
            if isinstance(below, GraphQLObjectType):
                object_type = below
        return whole

    def _collect(self, object_type: GraphQLObjectType, nodes: Nodes) -> Selection:
        plans = self._plans
        key = ("selected fields", object_type.name, identity(nodes))
        known: Selection | None = plans.get(key)
        if known is None:
            lookups = self._lookups
            known = plans[key] = collect(
                lookups.schema, object_type, nodes, lookups.fragments, lookups.variables.coerced
            )
        return known

    def _selected(
        self, object_type: GraphQLObjectType, nodes: Nodes, whole: Nodes, *, is_root: bool = False
    ) -> Selected:
        variables = self._lookups.variables.coerced
        selection = self._collect(object_type, nodes)
        fields = ((name, group, object_type.fields.get(group[0].name.value)) for name, group in selection.items())
        sites = [
            self.site(object_type, name, group, whole)
            for name, group, field in fields
            if field is not None and (is_root or asks(field, group, variables))
        ]
        return Selected(object_type, selection, whole, sites, frozenset(selection), object_type.extensions[PARTS])
