"""The selected fields of each object, and those with calls of their own. Both are computed once per document."""

from collections.abc import Iterable, Sequence

from graphql import FieldNode, GraphQLObjectType, GraphQLSchema, SelectionSetNode, get_named_type

from resolvers.output.sites import Site, asks
from resolvers.plan.memo import Memo, identity
from resolvers.plan.parts import Part
from resolvers.plan.selection import Fragments, Selection, Variables, collect

Nodes = Sequence[FieldNode]


class Selections:
    """The selections of one part of a response, cached in the document's plans."""

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Fragments,
        variables: Variables,
        plans: Memo,
        part: Part,
        *,
        alone: bool,
    ) -> None:
        """`alone`: the part is the whole response."""
        self._schema = schema
        self._fragments = fragments
        self.variables = variables
        self._plans = plans
        self._part = part
        self._alone = alone

    def node(self, selections: SelectionSetNode) -> FieldNode:
        """Returns a node with these selections. All requests share it, as plans are keyed by nodes."""
        plans = self._plans.made
        key = ("root", id(selections))
        known: FieldNode | None = plans.get(key)
        if known is None:
            known = plans[key] = FieldNode(name=None, selection_set=selections)  # type: ignore[arg-type]
        return known

    def select(self, object_type: GraphQLObjectType, nodes: Nodes) -> Selection:
        """Returns the selected fields of an object, cached per document."""
        plans = self._plans
        key = ("selected fields", object_type.name, identity(nodes))
        known: Selection | None = plans.get(key)
        if known is None:
            known = plans[key] = collect(self._schema, object_type, nodes, self._fragments, self.variables)
        return known

    def site(self, object_type: GraphQLObjectType, name: str, nodes: Nodes, whole: Nodes) -> Site:
        """Returns the site of a field with calls of its own. `whole` are the whole operation's nodes of its object."""
        plans = self._plans
        key = ("site", id(self._part), object_type.name, name, identity(nodes))  # two parts share a streamed list
        known: Site | None = plans.get(key)
        if known is None:
            selected = nodes if self._alone else self.select(object_type, whole)[name]
            known = plans[key] = Site(object_type, name, nodes, selected, self._part)
        return known

    def sites(self, object_type: GraphQLObjectType, selection: Selection, nodes: Nodes, whole: Nodes) -> Sequence[Site]:
        """Returns the sites of an object's selected fields that always have calls of their own."""
        plans = self._plans
        key = ("sites", id(self._part), object_type.name, identity(nodes))
        known: Sequence[Site] | None = plans.get(key)
        if known is None:
            fields = ((name, group, object_type.fields.get(group[0].name.value)) for name, group in selection.items())
            known = plans[key] = [
                self.site(object_type, name, group, whole)
                for name, group, field in fields
                if field is not None and asks(field, group, self.variables)
            ]
        return known

    def whole_at(self, object_type: GraphQLObjectType, whole: Nodes, steps: Iterable[str]) -> Nodes:
        """Returns the nodes of the whole operation that select an object inside another one."""
        for step in steps:
            whole = self.select(object_type, whole)[step]
            below = get_named_type(object_type.fields[whole[0].name.value].type)
            if isinstance(below, GraphQLObjectType):
                object_type = below
        return whole
