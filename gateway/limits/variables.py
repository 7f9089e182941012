"""Limits of variables: depth, number of values, length of lists."""

from typing import Any

from gateway.protocol.refusal import RefusedError
from gateway.settings.limits import Bounds


def check_variables(variables: dict[str, Any], bounds: Bounds) -> None:
    """Refuses variables that exceed a limit. It works level by level, so that nesting cannot exhaust the stack."""
    level: list[Any] = [variables]
    count = depth = 0
    while level:
        depth += 1
        if depth > bounds.max_variables_depth:
            raise _refused(f"The variables are nested more than {bounds.max_variables_depth} levels deep.")
        inside: list[Any] = []
        for container in level:
            count += len(container)
            if type(container) is list:
                if len(container) > bounds.max_list_items:
                    raise _refused(
                        f"A list in the variables has {len(container)} items; {bounds.max_list_items} are allowed."
                    )
                values = container
            else:
                values = container.values()
            inside += [value for value in values if type(value) is list or type(value) is dict]
        if count > bounds.max_variables_items:
            raise _refused(f"The variables contain more than {bounds.max_variables_items} values.")
        level = inside


def _refused(message: str) -> RefusedError:
    return RefusedError(400, message, well_formed=True)
