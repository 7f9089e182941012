"""Selected fields that have calls of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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

from resolvers.declare.source import DECLARATION, RELATION, RESOLVER, Parts
from resolvers.plan.parts import Part
from resolvers.plan.selection import Selection, Variables, has_arguments


@dataclass(frozen=True, slots=True, eq=False)
class Selected:
    """The selected fields of an object in one part of a response.

    `whole` are the whole operation's nodes of the object. `sites` are the fields that always have calls of their own.
    `names` are the response names, and `parts` the id parts that the object provides to the objects below.
    """

    object_type: GraphQLObjectType
    selection: Selection
    whole: Sequence[FieldNode]
    sites: "Sequence[Site]"
    names: frozenset[str]
    parts: Parts


class Site:
    """A selected field with calls of its own.

    `nodes` are the field nodes of one part of the response. `whole` are those of the whole operation, as the calls
    serve all parts. `part` is the part that delivers the field. Other parts may have fields below it. `selected` has
    the fields of the object that the field resolves to, by type.
    """

    __slots__ = (
        "_constants",
        "_from_variables",
        "definition",
        "is_list",
        "item_type",
        "leaf",
        "name",
        "named",
        "nodes",
        "part",
        "required",
        "selected",
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
        self.selected: dict[str, Selected] = {}
        self._constants: dict[str, Any] | None = None
        self._from_variables: dict[str, str] = {}

    def arguments(self, variables: VariableValues) -> Mapping[str, Any]:
        """Returns the coerced arguments of the field. Raises GraphQLError if coercion fails.

        Variables are coerced already. Only those without a value need graphql-core each time.
        """
        if self._constants is not None:
            values = variables.coerced
            given = {name: values.get(variable) for name, variable in self._from_variables.items()}
            if None not in given.values():
                return {**self._constants, **given}
        return self._coerced(variables)

    def _coerced(self, variables: VariableValues) -> Mapping[str, Any]:
        node, definitions = self.whole[0], self.definition.args
        given = get_argument_values(self.definition, node, variables) if definitions else {}
        varying = {one.name.value: one.value for one in node.arguments or () if _varies(one.value)}
        if all(isinstance(value, VariableNode) for value in varying.values()):
            self._from_variables = {
                definitions[name].out_name or name: value.name.value
                for name, value in varying.items()
                if isinstance(value, VariableNode)
            }
            self._constants = {name: value for name, value in given.items() if name not in self._from_variables}
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
