"""Selected fields that have calls of their own."""

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLObjectType,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)
from graphql.execution.values import VariableValues, get_argument_values

from resolvers.declare.source import DECLARATION, RELATION, RESOLVER
from resolvers.plan.parts import Part
from resolvers.plan.selection import Variables, has_arguments


class Site:
    """A selected field with calls of its own.

    `nodes` are the field nodes of one part of the response. `whole` are those of the whole operation, as the calls
    serve all parts. `part` is the part that delivers the field. Other parts may have fields below it.
    """

    __slots__ = (
        "_arguments",
        "definition",
        "is_list",
        "item_type",
        "leaf",
        "name",
        "named",
        "nodes",
        "part",
        "required",
        "type_name",
        "whole",
    )

    def __init__(
        self,
        parent: GraphQLObjectType,
        name: str,
        nodes: Sequence[FieldNode],
        whole: Sequence[FieldNode],
        part: Part,
    ) -> None:
        self.type_name = parent.name
        self.name = name
        self.nodes = list(nodes)
        self.whole = list(whole)
        self.part = part.owner.get(id(nodes[0]), part)
        self.definition: GraphQLField = parent.fields[nodes[0].name.value]
        output = self.definition.type
        self.required = is_non_null_type(output)
        inner = get_nullable_type(output)
        self.is_list = is_list_type(inner)
        self.item_type: Any = inner.of_type if is_list_type(inner) else inner
        self.named = get_named_type(output)
        self.leaf = is_leaf_type(self.named)
        self._arguments: Mapping[str, Any] | None = None

    def arguments(self, variables: VariableValues) -> Mapping[str, Any]:
        """Returns the coerced arguments of the field. Raises GraphQLError if coercion fails."""
        if self._arguments is not None:
            return self._arguments
        node = self.whole[0]
        given = get_argument_values(self.definition, node, variables) if self.definition.args else {}
        if not any(_varies(argument.value) for argument in node.arguments or ()):
            self._arguments = given
        return given


def _varies(value: Any) -> bool:
    """True if a value depends on variables."""
    if isinstance(value, VariableNode):
        return True
    inner = getattr(value, "values", None) or [field.value for field in getattr(value, "fields", None) or ()]
    return any(map(_varies, inner))


def asks(field: GraphQLField, nodes: Sequence[FieldNode], variables: Variables) -> bool:
    """True if the field always has calls of its own."""
    if RESOLVER not in field.extensions:
        return False
    return DECLARATION not in field.extensions or has_arguments(nodes[0], variables)


def may_ask(field: GraphQLField, nodes: Sequence[FieldNode], variables: Variables) -> bool:
    """True if the field has calls of its own, or needs some when the row lacks a selected value."""
    if RELATION in field.extensions or asks(field, nodes, variables):
        return True
    declaration = field.extensions.get(DECLARATION)
    return declaration is not None and declaration.further is not None
