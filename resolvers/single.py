"""Objects that one call of their own brings."""

from collections.abc import Mapping
from typing import Any

from loaders.endpoint import Call
from resolvers.context import Request
from resolvers.reading import payload_of
from resolvers.row import Pending, Row


def pending_row(request: Request, call: Call, type_name: str, facts: Mapping[str, Any] | None = None) -> Pending:
    """The object that this call's answer describes: null where it is missing, an error where the call failed."""
    load = request.load(call)

    async def settled(names: frozenset[str] | None) -> Row | None:
        loaded = payload_of(await load)
        if loaded is None:
            return None
        return Row(
            base=request.public_url,
            payloads={call.endpoint: loaded},
            facts=facts or {},
            type_name=type_name,
            shape=call.endpoint,
        )

    return Pending(settled, type_name, request.public_url, facts or {})
