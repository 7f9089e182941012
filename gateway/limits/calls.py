"""The bound of what an operation costs."""

from collections.abc import Mapping
from typing import Any

from graphql import FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode, value_from_ast_untyped

from gateway.documents import Document
from gateway.limits.estimate import Estimate
from gateway.protocol.refusal import RefusedError
from loaders.credentials import Credentials
from loaders.errors import Code

_REMEMBERED = 100
"""Estimates kept of one document; each size of the variables has its own."""


class CallLimit:
    """Refuses operations that would cause more than `limit` calls of the LMS."""

    def __init__(self, schema: GraphQLSchema, limit: int) -> None:
        self._schema = schema
        self._limit = limit

    def check(
        self,
        document: Document,
        operation: OperationDefinitionNode,
        variables: Mapping[str, Any] | None,
        credentials: Credentials,
    ) -> None:
        """Raises RefusedError for an operation over the limit. Estimated once per sign-in and sizes of variables."""
        given = variables or {}
        sizes = tuple([_size(given, name) for name in (*document.flags, *document.arguments)])
        key = (id(operation), credentials.schemes, sizes)
        cost = document.costs.get(key)
        if cost is None:
            if len(document.costs) >= _REMEMBERED:
                document.costs.clear()
            cost = document.costs[key] = self._estimate(document, operation, given, credentials)
        if cost > self._limit:
            raise RefusedError(
                400,
                f"This operation would take up to {cost} calls of the LMS; {self._limit} are allowed. Ask for fewer "
                "objects at once, or for fields that one call answers for many of them.",
                Code.QUERY_TOO_COMPLEX,
                well_formed=True,
                details={"cost": cost, "limit": self._limit},
            )

    def _estimate(
        self,
        document: Document,
        operation: OperationDefinitionNode,
        given: Mapping[str, Any],
        credentials: Credentials,
    ) -> int:
        assert document.ast is not None
        defaults = {
            definition.variable.name.value: value_from_ast_untyped(definition.default_value)
            for definition in operation.variable_definitions or ()
            if definition.default_value is not None
        }
        fragments = {d.name.value: d for d in document.ast.definitions if isinstance(d, FragmentDefinitionNode)}
        return Estimate(self._schema, fragments, {**defaults, **given}, credentials).calls(operation)


def _size(given: Mapping[str, Any], name: str) -> Any:
    """What of a variable counts: whether it is there and null, a number or a flag itself, the length of a list."""
    if name not in given:
        return "default"
    value = given[name]
    if value is None or isinstance(value, (bool, int, float)):
        return (type(value), value)
    return len(set(map(str, value))) if isinstance(value, list) else "given"
