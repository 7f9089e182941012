"""Objects whose calls are planned from their selection: `Course`, `Viewer` and whatever is declared like them."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from graphql import FieldNode, GraphQLObjectType

from loaders.batch import Loaded
from loaders.endpoint import Call, Endpoint, Missing
from loaders.judge import closed
from loaders.payload import Payload
from resolvers.context import Info, Outcomes, Request
from resolvers.memo import identity
from resolvers.plan import Demand, Endpoints, Plan, demands_of, plan
from resolvers.row import Row

CallOf = Callable[[Endpoint, str | None], Call]
"""How an endpoint is called for one object; the second argument is the projected fields."""

_top = msgspec.json.Decoder(dict[str, msgspec.Raw])


def plan_for(
    info: Info,
    nodes: list[FieldNode],
    object_type: GraphQLObjectType,
    *,
    count: int = 1,
    extra: tuple[Demand, ...] = (),
    already: Endpoints = frozenset(),
) -> Plan:
    """The plan for what is selected below these nodes. Planned once per memo and size."""
    request = info.context
    key = (identity(nodes), object_type.name, count, already)
    made = request.plans.get(key)
    if made is None:
        demands = demands_of(info.schema, object_type, nodes, info.fragments, info.variable_values)
        made = plan((*extra, *demands), request.credentials, count=count, already=already)
        request.plans[key] = made
    request.planned.append((object_type.name, made))
    return made


def start(
    request: Request, made: Plan, call_of: CallOf, already: Endpoints = frozenset()
) -> dict[Endpoint, "asyncio.Future[Loaded]"]:
    """Starts every call of the plan, but for those that are answered already."""
    return {
        endpoint: request.load(call_of(endpoint, _fields(made, endpoint)))
        for endpoint in made.endpoints
        if endpoint not in already
    }


async def settle(
    request: Request, made: Plan, loads: Mapping[Endpoint, "asyncio.Future[Loaded]"], call_of: CallOf
) -> tuple[Plan, Outcomes]:
    """Waits for the plan's calls; asks the next best sources where an answer lacked what another has."""
    outcomes = Outcomes()
    await outcomes.gather(loads)
    lacking = _lacking(made, outcomes)
    if lacking:
        second = plan(
            made.demands,
            request.credentials,
            without=lacking,
            already=frozenset(made.endpoints) - lacking,
        )
        more = [endpoint for endpoint in second.endpoints if endpoint not in made.endpoints]
        if more:
            await outcomes.gather({e: request.load(call_of(e, _fields(second, e))) for e in more})
            fields = {**made.fields, **{e: second.fields[e] for e in more if e in second.fields}}
            made = Plan(second.endpoints, fields, made.demands, made.unmet, second.cost, shape=None)
            for endpoint in lacking:
                outcomes.payloads.pop(endpoint, None)
    return made, outcomes


def row_of(
    request: Request,
    made: Plan,
    outcomes: Outcomes,
    facts: Mapping[str, Any],
    type_name: str,
    told: Row | None = None,
) -> Row:
    """The settled object. What the sign-in does not open counts as failed for the fields that need it."""
    for demand in made.unmet:
        for endpoint in demand.options:
            if not request.credentials.opens(endpoint):
                outcomes.failed.setdefault(endpoint, closed(endpoint, request.credentials))
    return Row(
        base=request.public_url,
        payloads=outcomes.payloads,
        missing=outcomes.missing,
        failed=outcomes.failed,
        facts=facts,
        asked=made.fields,
        type_name=type_name,
        told=told,
        shape=made.shape,
    )


def _fields(made: Plan, endpoint: Endpoint) -> str | None:
    fields = made.fields.get(endpoint)
    return None if fields is None else ",".join(sorted(filter(None, fields)))


def _lacking(made: Plan, outcomes: Outcomes) -> Endpoints:
    """Weak endpoints that lack the value of a field that nothing else in the plan gives."""
    lacking: set[Endpoint] = set()
    for demand, givers in made.fragile:
        if all(_lacks(endpoint, demand, outcomes) for endpoint in givers):
            lacking.update(givers)
    return frozenset(lacking)


def _lacks(endpoint: Endpoint, demand: Demand, outcomes: Outcomes) -> bool:
    if outcomes.missing.get(endpoint) is Missing.ABSENT:
        return True
    payload = outcomes.payloads.get(endpoint)
    return demand.weak[endpoint] and payload is not None and _is_null(payload, demand.options[endpoint])


def _is_null(payload: Payload, field: str) -> bool:
    try:
        top: dict[str, msgspec.Raw] = payload.answer.decoded(_top.decode)
    except msgspec.DecodeError:
        return False
    value = top.get(field)
    return value is None or bytes(value) == b"null"
