"""Plans of operations, kept for as long as their document is."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from graphql import GraphQLSchema, OperationDefinitionNode

from loaders.credentials import Credentials
from resolvers.arguments import kind_of
from resolvers.context import Request
from resolvers.division import parts_of
from resolvers.memo import Memo
from resolvers.operation import OperationPlan
from resolvers.parts import Part
from resolvers.planner import OperationPlanner
from resolvers.selection import Fragments


def plan_operation(
    schema: GraphQLSchema,
    fragments: Fragments,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
    credentials: Credentials,
    memo: Memo | None = None,
) -> OperationPlan:
    """The plan of an operation for coerced variables and a way of signing in."""
    planner = OperationPlanner(schema, fragments, variables, credentials, Memo() if memo is None else memo)
    made = planner.plan(operation)
    if memo is None:
        root = schema.get_root_type(operation.operation)
        assert root is not None
        made.parts = parts_of(schema, root, operation.selection_set, fragments, variables)
    return made


def kept_plan(
    request: Request,
    schema: GraphQLSchema,
    fragments: Fragments,
    operation: OperationDefinitionNode,
    parts: list[Part],
) -> OperationPlan:
    """The plan for a request, from the memo of the document where it was made before.

    `operation` is the whole one, `parts` are those in which it is delivered.

    Besides what the memo is for, a plan depends on numbers, on the lengths of lists, and on the types that keys and ids
    name.
    """
    variables, plans = request.variables, request.plans.operations
    key = id(operation), tuple([_size(value) for value in variables.values()])
    made: OperationPlan | None = plans.get(key)
    if made is None:
        made = plan_operation(schema, fragments, operation, variables, request.credentials, request.plans)
        made.parts = parts
        plans[key] = made
    return made


def _size(value: Any) -> Any:
    """What of a variable's value a plan may depend on."""
    if type(value) is str:
        return kind_of(value)
    if type(value) is list:
        different = set(map(str, value))
        return len(different), tuple(sorted(Counter(map(kind_of, different)).items(), key=str))
    return value if type(value) in _NUMBERS else value is None


_NUMBERS = frozenset({int, float, bool})
