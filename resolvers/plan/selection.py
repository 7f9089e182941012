"""The selected fields below a field: fragments are merged, and `@skip` and `@include` are applied."""

from collections.abc import Iterable, Mapping
from typing import Any

from graphql import (
    BooleanValueNode,
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLAbstractType,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    NullValueNode,
    SelectionNode,
    SelectionSetNode,
    VariableNode,
    is_abstract_type,
)

Fragments = Mapping[str, FragmentDefinitionNode]
Variables = Mapping[str, Any]
Selection = dict[str, list[FieldNode]]


def collect(
    schema: GraphQLSchema,
    object_type: GraphQLObjectType,
    nodes: Iterable[FieldNode],
    fragments: Fragments,
    variables: Variables,
    *,
    deferred: bool = True,
) -> Selection:
    """Merges the selection sets of these nodes. Maps response names to field nodes, in response order.

    `variables` are the coerced values of the operation's variables. `deferred`: fragments with `@defer` are included.
    """
    found: Selection = {}
    visited: set[str] = set()
    for node in nodes:
        if node.selection_set is not None:
            _collect(schema, object_type, node.selection_set, fragments, variables, found, visited, deferred=deferred)
    return found


def _collect(
    schema: GraphQLSchema,
    object_type: GraphQLObjectType,
    selection_set: SelectionSetNode,
    fragments: Fragments,
    variables: Variables,
    found: Selection,
    visited: set[str],
    *,
    deferred: bool,
) -> None:
    for selection in selection_set.selections:
        if not included(selection, variables):
            continue
        if isinstance(selection, FieldNode):
            name = selection.alias.value if selection.alias else selection.name.value
            found.setdefault(name, []).append(selection)
            continue
        if not deferred and is_deferred(selection, variables):
            continue
        inner: InlineFragmentNode | FragmentDefinitionNode
        if isinstance(selection, FragmentSpreadNode):
            name = selection.name.value
            if name in visited or name not in fragments:
                continue
            visited.add(name)
            inner = fragments[name]
        else:
            assert isinstance(selection, InlineFragmentNode)
            inner = selection
        if applies(schema, inner, object_type):
            _collect(schema, object_type, inner.selection_set, fragments, variables, found, visited, deferred=deferred)


def applied(directive: DirectiveNode, variables: Variables) -> bool:
    """Returns the directive's `if` argument, which defaults to true."""
    for argument in directive.arguments or ():
        if argument.name.value == "if":
            value = argument.value
            if isinstance(value, VariableNode):
                return bool(variables.get(value.name.value))
            return isinstance(value, BooleanValueNode) and value.value
    return True


def included(node: SelectionNode, variables: Variables) -> bool:
    for directive in node.directives or ():
        if directive.name.value in {"skip", "include"} and applied(directive, variables) is (
            directive.name.value == "skip"
        ):
            return False
    return True


def is_deferred(node: SelectionNode, variables: Variables) -> bool:
    """True for a fragment that is delivered later."""
    return any(one.name.value == "defer" and applied(one, variables) for one in node.directives or ())


def applies(
    schema: GraphQLSchema,
    fragment: InlineFragmentNode | FragmentDefinitionNode,
    object_type: GraphQLObjectType,
) -> bool:
    condition = fragment.type_condition
    if condition is None or condition.name.value == object_type.name:
        return True
    abstract = schema.get_type(condition.name.value)
    return is_abstract_type(abstract) and schema.is_sub_type(_abstract(abstract), object_type)


def _abstract(value: Any) -> GraphQLAbstractType:
    abstract: GraphQLAbstractType = value
    return abstract


def has_arguments(node: FieldNode, variables: Variables) -> bool:
    """True if any argument is given and not null. The field then has a resolver and calls of its own."""
    for argument in node.arguments or ():
        value = argument.value
        given = variables.get(value.name.value) if isinstance(value, VariableNode) else value
        if given is not None and not isinstance(given, NullValueNode):
            return True
    return False
