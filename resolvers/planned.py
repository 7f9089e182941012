"""Objects whose calls are planned from their selection: `Course`, `Viewer` and whatever is declared like them."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial
from typing import Any

import orjson
from graphql import FieldNode, GraphQLObjectType

from loaders.answer import Answer, Loaded, Payload
from loaders.calls.judge import closed
from loaders.endpoint import Effect, Endpoint, Missing, Scope
from loaders.errors import Code, Failure
from resolvers.context import Field, Outcomes, Request
from resolvers.demands import Demand, Endpoints, demands_of
from resolvers.memo import identity
from resolvers.plan import Plan, plan
from resolvers.reading import reading
from resolvers.row import Row

Load = Callable[[Endpoint, frozenset[str]], "asyncio.Future[Loaded]"]
"""How an endpoint is asked for one object; the second argument is the projected fields."""

_UNAUTHORIZED = 401
_NO_FIELDS: frozenset[str] = frozenset()


def plan_for(
    field: Field,
    nodes: list[FieldNode],
    object_type: GraphQLObjectType,
    *,
    count: int = 1,
    extra: tuple[Demand, ...] = (),
    already: Endpoints = frozenset(),
) -> Plan:
    """The plan for what is selected below these nodes. Made once per memo and size, for whoever asks."""
    memo = field.context.plans
    key = (identity(nodes), object_type.name, count, already, bool(extra))
    made: Plan | None = memo.get(key)
    if made is None:
        demands = demands_of(field.schema, object_type, nodes, field.fragments, field.variable_values)
        made = memo[key] = plan((*extra, *demands), field.context.credentials, count=count, already=already)
    return made


def start(
    made: Plan, load: Load, already: Endpoints = frozenset(), used: AbstractSet[Endpoint] | None = None
) -> dict[Endpoint, "asyncio.Future[Loaded]"]:
    """Starts every call of the plan, but for those that are answered already or of no use."""
    return {
        endpoint: load(endpoint, made.fields.get(endpoint, _NO_FIELDS))
        for endpoint in made.endpoints
        if endpoint not in already and (used is None or endpoint in used)
    }


async def settle(
    request: Request,
    made: Plan,
    loads: Mapping[Endpoint, "asyncio.Future[Loaded]"],
    load: Load,
    needed: Endpoints | None = None,
) -> tuple[Plan, Outcomes]:
    """Waits for the plan's calls; asks the next best sources where a call failed, or an answer lacked or was refused
    what another has.

    `needed` are the endpoints to wait for; None means all.
    """
    outcomes = Outcomes()
    awaited = dict(loads) if needed is None else {e: loads[e] for e in loads if e in needed}
    await outcomes.gather(awaited)
    if _is_absent(made, outcomes):
        return made, outcomes
    outcomes.lacking = made.lacking(outcomes.payloads)
    others = _others(made, outcomes, loads, awaited) if needed is not None else None
    if others:
        await outcomes.gather(others)
        awaited |= others
        outcomes.lacking = made.lacking(outcomes.payloads)
    suspects = made.demands if outcomes.denied or outcomes.failed or outcomes.lacking else made.fragile
    given = {e: made.fields.get(e) for e in made.endpoints if e in awaited or e not in loads}
    while lacking := _lacking(suspects, given, outcomes, partial(_may_replace, request, load)):
        # First whether it is there at all: of what is not, nothing else has to be asked.
        proofs = [demand for demand in lacking if demand.proof]
        without = frozenset({*outcomes.missing, *outcomes.failed})
        count = made.count if outcomes.failed else 1
        further = plan(proofs or lacking, request.credentials, count=count, without=without)
        if not further.endpoints:
            break
        await _ask(further, load, given, outcomes)
        if _is_absent(made, outcomes):
            break
        fields = {**made.fields, **{e: names for e, names in given.items() if names is not None}}
        made = replace(made, endpoints=tuple(given), fields=fields, shape=(made.shape, tuple(fields.items())))
        outcomes.lacking = made.lacking(outcomes.payloads)
        suspects = made.demands
    return made, outcomes


def _others(
    made: Plan,
    outcomes: Outcomes,
    loads: Mapping[Endpoint, "asyncio.Future[Loaded]"],
    awaited: Mapping[Endpoint, "asyncio.Future[Loaded]"],
) -> dict[Endpoint, "asyncio.Future[Loaded]"]:
    """The calls under way for other parts that may have what the awaited answers lack."""
    lost = (
        demand
        for demand in made.demands
        if any(_lacks(endpoint, demand, outcomes) for endpoint in demand.options if endpoint in awaited)
    )
    return {e: loads[e] for demand in lost for e in demand.options if e in loads and e not in awaited}


def _may_replace(request: Request, load: Load, failures: Iterable[Failure]) -> bool:
    """True when other sources may be asked in the place of calls that failed for one object.

    Each failure counts once, in however many parts the object is delivered.
    """
    # By the number of the loader: itself, it would hold the request that holds it.
    counted: set[Failure] = request.gathering.setdefault((_may_replace, id(load)), set())
    new = [failure for failure in failures if failure not in counted]
    if new and not request.client.may_replace(new):
        return False
    counted.update(new)
    return True


async def _ask(further: Plan, load: Load, given: dict[Endpoint, frozenset[str] | None], outcomes: Outcomes) -> None:
    """Adds what came of a further plan's calls; a projecting endpoint may have told other fields before."""
    found = Outcomes()
    await found.gather(start(further, load))
    for endpoint, payload in found.payloads.items():
        told = outcomes.payloads.get(endpoint)
        outcomes.payloads[endpoint] = payload if told is None else _joined(told, payload)
        names = further.fields.get(endpoint)
        given[endpoint] = None if names is None else names | (given.get(endpoint) or frozenset())
    outcomes.missing.update(found.missing)
    outcomes.failed.update(found.failed)


def _joined(told: Payload, more: Payload) -> Payload:
    """Two projections of one answer as a single one."""
    with reading(more.answer.endpoint):
        body = orjson.dumps({**told.value, **more.value})
    return Payload(Answer(more.answer.endpoint, body, more.answer.status, more.answer.date))


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
            if endpoint not in outcomes.missing and not request.credentials.opens(endpoint):
                outcomes.failed.setdefault(endpoint, closed(endpoint, request.credentials))
    return Row(
        base=request.public_url,
        payloads=outcomes.payloads,
        missing=outcomes.missing,
        failed=outcomes.failed,
        facts=facts,
        asked=made.fields,
        lacking=outcomes.lacking,
        type_name=type_name,
        told=told,
        reported=None if told is None or told.views else told.reported,
        shape=made.shape,
    )


def _lacking(
    suspects: Sequence[Demand],
    given: Mapping[Endpoint, frozenset[str] | None],
    outcomes: Outcomes,
    may_replace: Callable[[Iterable[Failure]], bool],
) -> list[Demand]:
    """What to ask elsewhere. An object is not, when nothing that is selected of it is told there.

    Where calls failed, the answer is left as it is unless the service can bear the calls in their place.
    """
    found = {demand.path: _elsewhere(demand, given, outcomes) for demand in suspects}
    parents = {path.rpartition(".")[0] for path in found}
    filled = {path.rpartition(".")[0] for path, other in found.items() if other is not None and other.reasons}
    lacking = [other for path, other in found.items() if other is not None and (path not in parents or path in filled)]
    if not outcomes.failed:
        return lacking
    failures = {demand.path: _failures(demand, outcomes) for demand in suspects}
    replacing = [failure for demand in lacking for failure in failures[demand.path]]
    if replacing and not may_replace(replacing):
        lacking = [demand for demand in lacking if not failures[demand.path]]
    return lacking


def _elsewhere(demand: Demand, given: Mapping[Endpoint, frozenset[str] | None], outcomes: Outcomes) -> Demand | None:
    """The demand with the options that were not asked yet, when all that were asked lack the value; else None."""
    givers = [e for e in demand.options if e in given and _told(given[e], demand, e)]
    if not givers or not all(_lacks(endpoint, demand, outcomes) for endpoint in givers):
        return None
    others = [e for e in demand.options if e not in givers and not outcomes.shut(e)]
    failures = _failures(demand, outcomes)
    if failures:
        others = [e for e in others if _replaces(e, failures, outcomes)]
        return demand.within(others) if demand.reasons.intersection(others) else None
    deciding = [e for e in others if demand.decides(e) and Missing.ABSENT in e.missing.values()]
    return demand.within(deciding if demand.proof and deciding else others)


def _failures(demand: Demand, outcomes: Outcomes) -> list[Failure]:
    return [outcomes.failed[endpoint] for endpoint in demand.options if endpoint in outcomes.failed]


def _replaces(endpoint: Endpoint, failures: Sequence[Failure], outcomes: Outcomes) -> bool:
    """True when an endpoint may stand in for calls that failed.

    One that writes never does. After a sign-in that the LMS did not take, and took nowhere else, all others would
    refuse it as well, but for those that are the same for everybody, or whose refusal says who asks.
    """
    if endpoint.effects is not Effect.NONE:
        return False
    refused = any(failure.code is Code.UNAUTHENTICATED for failure in failures)
    if not refused or any(not other.anonymous for other in outcomes.payloads):
        return True
    return endpoint.scope is Scope.PUBLIC or Missing.ABSENT is endpoint.missing.get(_UNAUTHORIZED)


def _is_absent(made: Plan, outcomes: Outcomes) -> bool:
    """True when an endpoint that knows every object of this kind does not know this one."""
    return bool(outcomes.missing) and any(
        outcomes.missing.get(endpoint) is Missing.ABSENT and demand.decides(endpoint)
        for demand in made.demands
        if demand.proof
        for endpoint in demand.options
    )


def _told(names: frozenset[str] | None, demand: Demand, endpoint: Endpoint) -> bool:
    return demand.proof or names is None or demand.options[endpoint] in names


def _lacks(endpoint: Endpoint, demand: Demand, outcomes: Outcomes) -> bool:
    payload = outcomes.payloads.get(endpoint)
    if payload is not None:
        return demand.sources.get(endpoint) in outcomes.lacking
    if endpoint in outcomes.failed:
        return True
    match outcomes.missing.get(endpoint):
        case Missing.ABSENT:
            return not demand.decides(endpoint)
        case Missing.REFUSED:
            return not demand.proof
        case missing:
            return missing is Missing.UNSEEN
