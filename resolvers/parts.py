"""The parts in which an operation's answer is delivered, and which leaves each of them brings."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from graphql import (
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionNode,
    StringValueNode,
    get_named_type,
    is_abstract_type,
    is_object_type,
)

from resolvers.operation import Part
from resolvers.selection import Fragments, Variables, applied, applies, included

_First = None
"""Stands for what is delivered first."""


@dataclass(eq=False, slots=True)
class _Later:
    """A deferred fragment or the rest of a list, inside of which nothing comes before it."""

    path: str
    label: str | None
    streamed: bool = False
    leaves: dict[str, None] = field(default_factory=dict)


def parts_of(
    schema: GraphQLSchema, root: GraphQLObjectType, node: FieldNode, fragments: Fragments, variables: Variables
) -> list[Part]:
    """The parts of an operation: one where nothing is deferred or streamed."""
    finder = _Finder(schema, fragments, variables)
    finder.visit(root, [(node, None)], "")
    return [
        Part("", None, tuple(finder.first)),
        *(Part(later.path, later.label, tuple(later.leaves)) for later in finder.later if later.leaves),
    ]


_Selected = tuple[FieldNode, _Later | None]


class _Finder:
    def __init__(self, schema: GraphQLSchema, fragments: Fragments, variables: Variables) -> None:
        self._schema = schema
        self._fragments = fragments
        self._variables = variables
        self.first: dict[str, None] = {}
        self.later: list[_Later] = []

    def visit(self, named: GraphQLNamedType, nodes: Iterable[_Selected], path: str) -> None:
        nodes = list(nodes)
        if is_abstract_type(named):
            for one in self._schema.get_possible_types(named):
                self._fields(one, nodes, path)
        elif is_object_type(named):
            self._fields(named, nodes, path)

    def _fields(self, object_type: GraphQLObjectType, nodes: list[_Selected], path: str) -> None:
        found: dict[str, list[_Selected]] = {}
        for node, part in nodes:
            if node.selection_set is not None:
                self._collect(object_type, node.selection_set.selections, part, path, found, set())
        for name, group in found.items():
            here = f"{path}.{name}" if path else name
            definition = object_type.fields.get(group[0][0].name.value)
            named = None if definition is None else get_named_type(definition.type)
            if named is not None and (is_object_type(named) or is_abstract_type(named)):
                self.visit(named, self._streamed(group, here), here)
                continue
            parts = {part for _, part in group}
            if _First in parts:
                self.first.setdefault(here)
            for part in parts:
                if part is not None and (part.streamed or _First not in parts):
                    part.leaves.setdefault(here)

    def _streamed(self, group: list[_Selected], path: str) -> list[_Selected]:
        """The nodes of a field, once more for the rest of a list that is streamed."""
        directives = [d for node, _ in group for d in node.directives or () if d.name.value == "stream"]
        if not directives or not applied(directives[0], self._variables):
            return group
        rest = self._new(path, directives[0], streamed=True)
        once = {id(node): node for node, _ in group}  # each node once, however many lists around are streamed
        return [*group, *((node, rest) for node in once.values())]

    def _collect(
        self,
        object_type: GraphQLObjectType,
        selections: Iterable[SelectionNode],
        part: _Later | None,
        path: str,
        found: dict[str, list[_Selected]],
        visited: set[tuple[str, _Later | None]],
    ) -> None:
        for selection in selections:
            if isinstance(selection, FieldNode):
                if included(selection, self._variables):
                    name = selection.alias.value if selection.alias else selection.name.value
                    found.setdefault(name, []).append((selection, part))
                continue
            assert isinstance(selection, (FragmentSpreadNode, InlineFragmentNode))
            if not included(selection, self._variables):
                continue
            inner = self._inside(selection)
            defer = next((d for d in selection.directives or () if d.name.value == "defer"), None)
            own = part
            if defer is not None and applied(defer, self._variables):
                own = self._new(path, defer)
            elif isinstance(selection, FragmentSpreadNode):
                if (selection.name.value, part) in visited:
                    continue
                visited.add((selection.name.value, part))
            if applies(self._schema, inner, object_type):
                self._collect(object_type, inner.selection_set.selections, own, path, found, visited)

    def _inside(
        self, selection: FragmentSpreadNode | InlineFragmentNode
    ) -> InlineFragmentNode | FragmentDefinitionNode:
        return selection if isinstance(selection, InlineFragmentNode) else self._fragments[selection.name.value]

    def _new(self, path: str, directive: DirectiveNode, *, streamed: bool = False) -> _Later:
        label = next((a.value for a in directive.arguments or () if a.name.value == "label"), None)
        text = label.value if isinstance(label, StringValueNode) else None
        known = next((one for one in self.later if (one.path, one.label) == (path, text) and text is not None), None)
        if known is None:
            known = _Later(path, text, streamed)
            self.later.append(known)
        return known
