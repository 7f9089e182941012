"""Executes an operation: coerces its variables, then builds and delivers its parts."""

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import (
    ExecutionResult,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
)
from graphql.execution.values import VariableValues, get_variable_values

from resolvers.fetch.context import Request
from resolvers.output.builder import Builder
from resolvers.output.delivery import Delivered, Delivery
from resolvers.output.lookups import LookUps
from resolvers.plan.division import parts_of
from resolvers.plan.parts import Part

Fragments = Mapping[str, FragmentDefinitionNode]


def variables_of(
    schema: GraphQLSchema, operation: OperationDefinitionNode, given: Mapping[str, Any], *, suggestions: bool = True
) -> VariableValues | list[GraphQLError]:
    """Returns the coerced variables of an operation, or the errors of the given ones."""
    definitions = operation.variable_definitions or ()
    return get_variable_values(schema, definitions, dict(given), max_errors=50, hide_suggestions=not suggestions)


def divided(
    request: Request,
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: Fragments,
    *,
    parts: bool,
) -> list[Part]:
    """Returns the parts of an operation, cached with its plans. Without `parts` there is a single one."""
    key = ("parts", id(operation))
    known: list[Part] | None = request.plans.made.get(key)
    if known is None:
        root = schema.get_root_type(operation.operation)
        assert root is not None
        known = (
            parts_of(schema, root, operation.selection_set, fragments, request.variables)
            if parts
            else [Part(selection=operation.selection_set)]
        )
        request.plans.made[key] = known
    return known


async def execute(lookups: LookUps, parts: Sequence[Part]) -> ExecutionResult | tuple[Delivery, Delivered]:
    """Builds the complete response, or its first part and the delivery of the others."""
    if len(parts) > 1:
        delivery = Delivery(lookups, parts)
        first = await delivery.first()
        return (delivery, first) if first.has_next else ExecutionResult(first.data, first.errors or None)
    builder = Builder(lookups, parts[0])
    try:
        data = await builder.build()
    finally:
        lookups.forget()
    return ExecutionResult(data, builder.errors.errors or None)
