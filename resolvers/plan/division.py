"""Divides an operation into the parts in which its response is delivered."""

from collections.abc import Iterable, Iterator

from graphql import (
    ArgumentNode,
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    NamedTypeNode,
    NameNode,
    SelectionNode,
    SelectionSetNode,
    StringValueNode,
    ValueNode,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
    is_list_type,
)

from resolvers.plan.parts import ROWS, Names, Part
from resolvers.plan.selection import Fragments, Variables, applied, applies, included


def parts_of(
    schema: GraphQLSchema,
    root: GraphQLObjectType,
    selections: SelectionSetNode,
    fragments: Fragments,
    variables: Variables,
) -> list[Part]:
    """Returns the parts of an operation in order. There is only one if nothing is deferred or streamed."""
    divider = _Divider(schema, fragments, variables)
    first = Part()
    divider.claim(root, selections, first, (), streamed=False)
    divider.settle()
    divider.again()
    for part, found in divider.divide(root, selections, first, (), streamed=False).items():
        part.selection = SelectionSetNode(selections=tuple(found))
    later = [part for part in divider.later.values() if part.roots]
    for part in later:  # a fragment without fields of its own is not delivered
        part.parent = next((one for one in part.around() if one.roots or one is first), first)
    return [first, *later]


MOST_PARTS = 50
"""Maximum number of parts after the first, as each costs a walk. Further fields come with the enclosing part."""

_Fragment = InlineFragmentNode | FragmentDefinitionNode
_Key = tuple[str, ...]
"""A response path that also has the type names of objects of several possible types."""


class _Divider:
    """Walks over an operation twice: first to find the parts that select each field, then to divide it."""

    def __init__(self, schema: GraphQLSchema, fragments: Fragments, variables: Variables) -> None:
        self._schema = schema
        self._fragments = fragments
        self._variables = variables
        self.later: dict[tuple[int, Part, _Key], Part] = {}
        self._walked: set[tuple[str, Part, _Key, bool]] = set()
        self._claims: dict[_Key, dict[Part, None]] = {}
        self._owners: dict[_Key, Part] = {}

    def claim(
        self, named: GraphQLNamedType, selections: SelectionSetNode, part: Part, key: _Key, *, streamed: bool
    ) -> None:
        """Records which parts select each field. Inside a streamed list, nothing is deferred further."""
        for selection in selections.selections:
            if not included(selection, self._variables):
                continue
            if not isinstance(selection, FieldNode):
                assert isinstance(selection, (FragmentSpreadNode, InlineFragmentNode))
                for one, inner, own, at in self._inside(named, selection, part, key, streamed=streamed):
                    self.claim(one, inner.selection_set, own, at, streamed=streamed)
                continue
            here = (*key, _name_of(selection))
            self._claims.setdefault(here, {}).setdefault(part)
            below = self._type_of(named, selection)
            if below is not None and selection.selection_set is not None:
                inside = streamed or self._stream(named, selection) is not None
                self.claim(below, selection.selection_set, part, here, streamed=inside)

    def settle(self) -> None:
        """Assigns each field to the first of its parts that is not nested in another of them."""
        for key, claims in self._claims.items():
            parts = claims | self._claims.get(_names(key), claims)  # interface fields belong to each type
            outermost = [part for part in parts if not any(one in parts for one in part.around())]
            owner = self._owners[key] = outermost[0]
            for part in parts:
                if part is not owner and owner not in part.around():
                    part.after.setdefault(owner)

    def divide(
        self, named: GraphQLNamedType, selections: SelectionSetNode, part: Part, key: _Key, *, streamed: bool
    ) -> dict[Part, list[SelectionNode]]:
        """Returns the selections of each part."""
        found: dict[Part, list[SelectionNode]] = {part: []}
        for selection in selections.selections:
            if not included(selection, self._variables):
                continue
            if isinstance(selection, FieldNode):
                for one, node in self._field(named, selection, part, key, streamed=streamed):
                    found.setdefault(one, []).append(node)
                continue
            assert isinstance(selection, (FragmentSpreadNode, InlineFragmentNode))
            for type_, inner, own, at in self._inside(named, selection, part, key, streamed=streamed):
                for one, nodes in self.divide(type_, inner.selection_set, own, at, streamed=streamed).items():
                    found.setdefault(one, []).extend(_conditional(type_, inner, nodes))
        return found

    def again(self) -> None:
        """Resets the state for the second walk."""
        self._walked.clear()

    def _inside(
        self,
        named: GraphQLNamedType,
        selection: FragmentSpreadNode | InlineFragmentNode,
        part: Part,
        key: _Key,
        *,
        streamed: bool,
    ) -> Iterator[tuple[GraphQLNamedType, _Fragment, Part, _Key]]:
        """Yields a fragment for each object type that it applies to, once for each part and path."""
        inner = self._inner(selection)
        for one, name in self._types(named, inner):
            own = part if streamed else self._part_of(selection, part, key, name)
            at = key if name is None else (*key, name)
            if isinstance(selection, FragmentSpreadNode):
                walked = selection.name.value, own, at, streamed
                if walked in self._walked:
                    continue
                self._walked.add(walked)
            yield one, inner, own, at

    def _field(
        self, named: GraphQLNamedType, node: FieldNode, part: Part, key: _Key, *, streamed: bool
    ) -> Iterator[tuple[Part, FieldNode]]:
        here = (*key, _name_of(node))
        owner = self._owners[here]
        path = _names(here)
        below = self._type_of(named, node)
        if below is None or node.selection_set is None:
            if owner is part:
                part.leaves.setdefault(".".join(path))
                part.roots.add(path)
                yield part, _plain(node)
            return
        stream = None if streamed else self._stream(named, node)
        inner = self.divide(below, node.selection_set, part, here, streamed=streamed or stream is not None)
        if stream is not None:
            place = id(_stream_directive(node)), part, here
            stream = stream if len(self._claims[here]) == 1 and self._has_room(place) else None  # else whole
        if owner is part:
            part.roots.add(path)
        for one, nodes in inner.items():
            if not nodes and one is not owner:
                continue
            made = _field(node, nodes, None if stream is None else _rows("to", stream))
            if one is not owner:
                one.owner[id(made)] = owner
            yield one, made
        if stream is not None:
            rest = self._rest(node, part, here)
            made = _field(node, inner[part], _rows("from", stream))
            rest.roots.add(path)
            rest.leaves.update(dict.fromkeys(leaf for leaf in part.leaves if leaf.startswith(f"{'.'.join(path)}.")))
            yield rest, made

    def _rest(self, node: FieldNode, part: Part, key: _Key) -> Part:
        directive = _stream_directive(node)
        return self._new((id(directive), part, key), directive, part, streamed=True)

    def _has_room(self, place: tuple[int, Part, _Key]) -> bool:
        """True if a deferred fragment or streamed list can be a separate part."""
        return len(self.later) < MOST_PARTS or place in self.later

    def _part_of(
        self, selection: FragmentSpreadNode | InlineFragmentNode, part: Part, key: _Key, name: str | None
    ) -> Part:
        """Returns the part that a fragment's fields belong to."""
        defer = next((d for d in selection.directives or () if d.name.value == "defer"), None)
        if defer is None or not applied(defer, self._variables):
            return part
        place = id(selection), part, key if name is None else (*key, name)
        return self._new(place, defer, part, streamed=False) if self._has_room(place) else part

    def _new(self, key: tuple[int, Part, _Key], directive: DirectiveNode, parent: Part, *, streamed: bool) -> Part:
        known = self.later.get(key)
        if known is None:
            label = next((a.value for a in directive.arguments or () if a.name.value == "label"), None)
            text = label.value if isinstance(label, StringValueNode) else None
            known = self.later[key] = Part(_names(key[2]), text, parent, streamed)
        return known

    def _stream(self, named: GraphQLNamedType, node: FieldNode) -> ValueNode | None:
        """Returns the number of initial rows of a streamed list of objects. None if the list is not streamed."""
        directive = next((d for d in node.directives or () if d.name.value == "stream"), None)
        if directive is None or not applied(directive, self._variables):
            return None
        assert isinstance(named, (GraphQLObjectType, GraphQLInterfaceType))
        output = named.fields[node.name.value].type
        if not is_list_type(get_nullable_type(output)) or is_leaf_type(get_named_type(output)):
            return None
        count = next((a.value for a in directive.arguments or () if a.name.value == "initialCount"), None)
        return count if count is not None else IntValueNode(value="0")

    def _types(self, named: GraphQLNamedType, inner: _Fragment) -> Iterator[tuple[GraphQLNamedType, str | None]]:
        """Yields the types that a fragment applies to. Types of an interface have a key that distinguishes them."""
        condition = inner.type_condition
        if condition is None or condition.name.value == named.name:
            yield named, None
        elif isinstance(named, GraphQLObjectType):
            if applies(self._schema, inner, named):
                yield named, None
        elif is_abstract_type(named):
            for one in self._schema.get_possible_types(named):
                if applies(self._schema, inner, one):
                    yield one, f"{_TYPE}{one.name}"

    def _inner(self, selection: FragmentSpreadNode | InlineFragmentNode) -> _Fragment:
        return self._fragments[selection.name.value] if isinstance(selection, FragmentSpreadNode) else selection

    def _type_of(self, named: GraphQLNamedType, node: FieldNode) -> GraphQLNamedType | None:
        """Returns the type of a field's objects. None for a leaf."""
        definition = named.fields.get(node.name.value) if hasattr(named, "fields") else None
        if definition is None:
            return None
        inner = get_named_type(definition.type)
        return None if is_leaf_type(inner) else inner


_TYPE = "\0"
"""The prefix of type names in a key, which no response name has."""


def _stream_directive(node: FieldNode) -> DirectiveNode:
    return next(directive for directive in node.directives or () if directive.name.value == "stream")


def _names(key: _Key) -> Names:
    return tuple(step for step in key if not step.startswith(_TYPE))


def _name_of(node: FieldNode) -> str:
    return node.alias.value if node.alias else node.name.value


def _field(node: FieldNode, selections: Iterable[SelectionNode], rows: DirectiveNode | None) -> FieldNode:
    """Returns the field with these selections and rows."""
    kept = [d for d in node.directives or () if d.name.value != "stream"]
    return FieldNode(
        name=node.name,
        alias=node.alias,
        arguments=node.arguments,
        directives=(*kept, rows) if rows is not None else tuple(kept),
        selection_set=SelectionSetNode(selections=tuple(selections)),
        loc=node.loc,
    )


def _plain(node: FieldNode) -> FieldNode:
    """Returns a leaf's node without `@stream`, as lists of leaves are never streamed."""
    if all(directive.name.value != "stream" for directive in node.directives or ()):
        return node
    return FieldNode(
        name=node.name,
        alias=node.alias,
        arguments=node.arguments,
        directives=tuple(one for one in node.directives or () if one.name.value != "stream"),
        loc=node.loc,
    )


def _rows(name: str, count: ValueNode) -> DirectiveNode:
    argument = ArgumentNode(name=NameNode(value=name), value=count)
    return DirectiveNode(name=NameNode(value=ROWS), arguments=(argument,))


def _conditional(
    object_type: GraphQLNamedType, inner: _Fragment, nodes: list[SelectionNode]
) -> Iterable[SelectionNode]:
    """Returns these selections, in a fragment on this type if the original has a type condition."""
    if not nodes or inner.type_condition is None:
        return nodes
    condition = NamedTypeNode(name=NameNode(value=object_type.name))
    selections = SelectionSetNode(selections=tuple(nodes))
    return [InlineFragmentNode(type_condition=condition, directives=(), selection_set=selections)]
