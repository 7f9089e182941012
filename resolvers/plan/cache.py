"""Plans of operations, cached as long as their document."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from graphql import GraphQLSchema, OperationDefinitionNode

from loaders.credentials import Credentials
from resolvers.declare.arguments import kind_of
from resolvers.fetch.context import Request
from resolvers.plan.choice import price
from resolvers.plan.division import parts_of
from resolvers.plan.memo import Memo
from resolvers.plan.operation import OperationPlan
from resolvers.plan.parts import Part
from resolvers.plan.planner import OperationPlanner
from resolvers.plan.selection import Fragments


def plan_operation(
    schema: GraphQLSchema,
    fragments: Fragments,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
    credentials: Credentials,
    memo: Memo | None = None,
) -> OperationPlan:
    """Plans an operation for coerced variables and the caller's credentials.

    Each object is planned by itself. It may be cheaper to read several objects from a batch endpoint, although no
    object alone would choose it.
    """
    kept = Memo() if memo is None else memo
    made = OperationPlanner(schema, fragments, variables, credentials, kept).plan(operation)
    for shared in made.shareable():
        other = OperationPlanner(schema, fragments, variables, credentials, kept, shared).plan(operation)
        made = min(made, other, key=lambda one: price(one.cost))
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
    """Returns the plan for a request, from the document's memo if it is cached there.

    `operation` is the whole operation. `parts` are the parts in which it is delivered.

    Within a memo, a plan also depends on numbers, list lengths, and the types that keys and ids name.
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
    """Returns the aspects of a variable's value that a plan may depend on."""
    if type(value) is str:
        return kind_of(value)
    if type(value) is list:
        different = set(map(str, value))
        return len(different), tuple(sorted(Counter(map(kind_of, different)).items(), key=str))
    return value if type(value) in _NUMBERS else value is None


_NUMBERS = frozenset({int, float, bool})
