"""Limits of a document. They are checked before validation, which is expensive for a hostile document."""

from collections.abc import Mapping

from graphql import (
    DirectiveNode,
    DocumentNode,
    EnumValueNode,
    FieldNode,
    FloatValueNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    NameNode,
    Node,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    StringValueNode,
)

from gateway.limits.nodes import nodes_of
from gateway.settings.limits import Bounds
from loaders.errors import Code
from resolvers.declare.errors import bad_input

_INTROSPECTION = frozenset({"__schema", "__type"})
"""Fields below these are limited by graphql-core's rule for introspection."""

_NAMED = (NameNode, EnumValueNode, IntValueNode, FloatValueNode)

Measure = tuple[int, int]
"""Depth and number of fields of a selection, with fragments counted at each spread."""


def check_document(document: DocumentNode, bounds: Bounds) -> GraphQLError | None:
    """The error for the first limit that the document exceeds; None if there is none."""
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    if len(fragments) > bounds.max_fragments:
        return too_complex(f"defines {len(fragments)} fragments", bounds.max_fragments)
    excess = _written(_Counter(document), bounds)
    if excess is not None:
        return excess
    measurer = _Measurer(fragments)
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode):
            depth, fields = measurer.measure(definition.selection_set)
            if depth > bounds.max_depth:
                return too_complex(f"nests fields {depth} levels deep", bounds.max_depth)
            if fields > bounds.max_fields:
                return too_complex(f"selects {fields} fields", bounds.max_fields)
            roots = measurer.roots(definition.selection_set, set())
            if roots > bounds.max_root_fields:
                return too_complex(f"has {roots} root fields", bounds.max_root_fields)
    return None


def _written(counter: "_Counter", bounds: Bounds) -> GraphQLError | None:
    """The error for the first exceeded limit on the text."""
    if counter.empty is not None:
        return GraphQLError(
            "Syntax Error: Expected a field, found '}'.",
            counter.empty,
            extensions={"code": Code.GRAPHQL_PARSE_FAILED.value},
        )
    if counter.aliases > bounds.max_aliases:
        return too_complex(f"has {counter.aliases} aliases", bounds.max_aliases)
    if counter.directives > bounds.max_directives:
        return too_complex(f"has {counter.directives} directives", bounds.max_directives)
    if counter.longest_name > bounds.max_name_characters:
        return too_complex(f"has a name or number of {counter.longest_name} characters", bounds.max_name_characters)
    if counter.text > bounds.max_text_characters:
        return too_complex(f"has strings of {counter.text} characters in all", bounds.max_text_characters)
    if counter.longest_list > bounds.max_list_items:
        return too_long(counter.longest_list, bounds.max_list_items, counter.longest)
    return None


def too_complex(what: str, limit: int) -> GraphQLError:
    """The error for an exceeded limit."""
    return GraphQLError(f"The query {what}; {limit} are allowed.", extensions={"code": Code.QUERY_TOO_COMPLEX.value})


def too_long(length: int, limit: int, node: Node | None) -> GraphQLError:
    """The error for a list that is too long."""
    return bad_input(f"A list in the arguments has {length} items; {limit} are allowed.", node)


class _Counter:
    """Counts the elements of the text."""

    def __init__(self, document: DocumentNode) -> None:
        self.aliases = 0
        self.directives = 0
        self.longest_list = 0
        self.longest: Node | None = None
        self.longest_name = 0
        self.text = 0
        self.empty: SelectionSetNode | None = None
        for node in nodes_of(document):
            self._count(node)

    def _count(self, node: Node) -> None:
        if isinstance(node, _NAMED):
            self.longest_name = max(self.longest_name, len(node.value))
        elif isinstance(node, FieldNode):
            self.aliases += node.alias is not None
        elif isinstance(node, SelectionSetNode):
            if not node.selections and self.empty is None:
                self.empty = node
        elif isinstance(node, DirectiveNode):
            self.directives += 1
        elif isinstance(node, ListValueNode):
            self._note_list(node, len(node.values))
        elif isinstance(node, ObjectValueNode):
            self._note_list(node, len(node.fields))
        elif isinstance(node, StringValueNode):
            self.text += len(node.value)

    def _note_list(self, node: Node, length: int) -> None:
        if length > self.longest_list:
            self.longest_list, self.longest = length, node


class _Measurer:
    """Measures selections. Each fragment is measured once, so that the work is linear in the text."""

    def __init__(self, fragments: Mapping[str, FragmentDefinitionNode]) -> None:
        self._fragments = fragments
        self._known: dict[str, Measure] = {}

    def measure(self, selection_set: SelectionSetNode) -> Measure:
        depth = fields = 0
        for selection in selection_set.selections:
            if isinstance(selection, FieldNode):
                inner = (0, 0)
                if selection.selection_set is not None and selection.name.value not in _INTROSPECTION:
                    inner = self.measure(selection.selection_set)
                below, more = inner[0] + 1, inner[1] + 1
            elif isinstance(selection, FragmentSpreadNode):
                below, more = self._fragment(selection.name.value)
            else:
                assert isinstance(selection, InlineFragmentNode)
                below, more = self.measure(selection.selection_set)
            depth = max(depth, below)
            fields += more
        return depth, fields

    def _fragment(self, name: str) -> Measure:
        """Cyclic and unknown fragments count as empty; validation refuses them."""
        if name not in self._known:
            self._known[name] = (0, 0)
            if name in self._fragments:
                self._known[name] = self.measure(self._fragments[name].selection_set)
        return self._known[name]

    def roots(self, selection_set: SelectionSetNode, seen: set[str]) -> int:
        """Number of root fields, with each fragment counted once."""
        count = 0
        for selection in selection_set.selections:
            if isinstance(selection, FieldNode):
                count += 1
            elif isinstance(selection, InlineFragmentNode):
                count += self.roots(selection.selection_set, seen)
            elif isinstance(selection, FragmentSpreadNode) and selection.name.value not in seen:
                seen.add(selection.name.value)
                if selection.name.value in self._fragments:
                    count += self.roots(self._fragments[selection.name.value].selection_set, seen)
        return count
