"""The limit on the calls of an operation."""

from gateway.protocol.refusal import RefusedError
from loaders.errors import Code
from resolvers.plan.operation import OperationPlan


def check_calls(plan: OperationPlan, limit: int) -> None:
    """Raises RefusedError if the plan has more than `limit` calls."""
    cost = plan.cost.calls
    if cost > limit:
        raise RefusedError(
            400,
            f"This operation would take up to {cost} calls of the LMS; {limit} are allowed. Select fewer objects at "
            "once, or fields that one call can serve for many objects.",
            Code.QUERY_TOO_COMPLEX,
            well_formed=True,
            details={"cost": cost, "limit": limit},
        )
