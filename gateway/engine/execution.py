"""Executes an operation: its variables are read, then its parts are built and delivered."""

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

from gateway.engine.builder import Builder
from gateway.engine.delivery import Delivered, Delivery
from gateway.engine.lookups import LookUps
from resolvers.context import Request
from resolvers.division import parts_of
from resolvers.parts import Part

Fragments = Mapping[str, FragmentDefinitionNode]


def variables_of(
    schema: GraphQLSchema, operation: OperationDefinitionNode, given: Mapping[str, Any], *, suggestions: bool = True
) -> VariableValues | list[GraphQLError]:
    """The coerced variables of an operation, or what is wrong with those that were given."""
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
    """The parts of an operation, kept with its plans; one where the answer is to come in one piece."""
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
    """The answer: in one piece, or its first part with the delivery of the others."""
    if len(parts) > 1:
        delivery = Delivery(lookups, parts)
        first = await delivery.first()
        return (delivery, first) if first.has_next else ExecutionResult(first.data, first.errors or None)
    builder = Builder(lookups, parts[0])
    data = await builder.build()
    return ExecutionResult(data, builder.errors.errors or None)
