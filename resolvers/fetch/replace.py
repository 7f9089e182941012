"""Objects whose calls are planned from their selected fields, such as `Course` and `Viewer`."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any, NamedTuple

import orjson
from graphql import FieldNode, GraphQLObjectType

from loaders.answer import Answer, Loaded, Payload
from loaders.calls.judge import closed
from loaders.endpoint import Effect, Endpoint, Missing, Scope
from loaders.errors import Code, Failure
from resolvers.fetch.context import Field, Outcomes, Request
from resolvers.fetch.reading import reading
from resolvers.output.row import Row
from resolvers.plan.choice import Plan, plan
from resolvers.plan.demands import Demand, Endpoints, demands_of
from resolvers.plan.memo import identity

Load = Callable[[Endpoint, frozenset[str]], Awaitable[Loaded]]
"""Calls an endpoint for one object. The second argument is the projected fields."""

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
    """The plan for the fields selected below these nodes. Cached per memo and count, for all callers."""
    memo, shared = field.context.plans, field.context.shared
    key = (identity(nodes), object_type.name, count, already, bool(extra), shared)
    made: Plan | None = memo.get(key)
    if made is None:
        demands = demands_of(field.schema, object_type, nodes, field.fragments, field.variable_values)
        credentials = field.context.credentials
        made = memo[key] = plan((*extra, *demands), credentials, count=count, already=already, shared=shared)
    return made


def start(
    made: Plan, load: Load, already: Endpoints = frozenset(), used: AbstractSet[Endpoint] | None = None
) -> dict[Endpoint, Awaitable[Loaded]]:
    """Starts every call of the plan, except those already answered or not needed."""
    return {
        endpoint: load(endpoint, made.fields.get(endpoint, _NO_FIELDS))
        for endpoint in made.endpoints
        if endpoint not in already and (used is None or endpoint in used)
    }


async def settle(
    request: Request,
    made: Plan,
    loads: Mapping[Endpoint, Awaitable[Loaded]],
    load: Load,
    needed: Endpoints | None = None,
) -> tuple[Plan, Outcomes]:
    """Awaits the plan's calls and replaces them by the next best sources.

    A call is replaced if it failed, or if its answer was refused or lacks a value that another source has. `needed` are
    the endpoints to wait for; None means all.
    """
    outcomes = Outcomes()
    awaited = dict(loads) if needed is None else {e: loads[e] for e in loads if e in needed}
    await outcomes.gather(awaited)
    if _is_absent(made, outcomes):
        return made, outcomes
    outcomes.lacking = made.lacking(outcomes.payloads)
    if not (outcomes.missing or outcomes.failed or outcomes.lacking):
        return made, outcomes
    others = _others(made, outcomes, loads, awaited) if needed is not None else None
    if others:
        await outcomes.gather(others)
        awaited |= others
        outcomes.lacking = made.lacking(outcomes.payloads)
    suspects = made.demands if outcomes.denied or outcomes.failed or outcomes.lacking else made.fragile
    given = {e: made.fields.get(e) for e in made.endpoints if e in awaited or e not in loads}
    while True:
        found = _further(request, made, suspects, given, outcomes)
        failures = [outcomes.failed[endpoint] for endpoint in found.replaced]
        further = found.plan if not failures or _may_replace(request, load, failures) else found.rest
        if further is None or not further.endpoints:
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
    loads: Mapping[Endpoint, Awaitable[Loaded]],
    awaited: Mapping[Endpoint, Awaitable[Loaded]],
) -> dict[Endpoint, Awaitable[Loaded]]:
    """The calls in progress for other parts that may provide what the awaited answers lack."""
    lost = (
        demand
        for demand in made.demands
        if any(_lacks(endpoint, demand, outcomes) for endpoint in demand.options if endpoint in awaited)
    )
    return {e: loads[e] for demand in lost for e in demand.options if e in loads and e not in awaited}


def _may_replace(request: Request, load: Load, failures: Iterable[Failure]) -> bool:
    """True when other sources may be called in place of failed calls for one object.

    Each failure counts once, even if the object is delivered in several parts.
    """
    # Keyed by the loader's id: a reference to the loader would form a cycle with the request.
    counted: set[Failure] = request.gathering.setdefault((_may_replace, id(load)), set())
    new = [failure for failure in failures if failure not in counted]
    if new and not request.client.may_replace(new):
        return False
    counted.update(new)
    return True


async def _ask(further: Plan, load: Load, given: dict[Endpoint, frozenset[str] | None], outcomes: Outcomes) -> None:
    """Adds the outcomes of a further plan. A projecting endpoint may have answered with other fields before."""
    found = Outcomes()
    await found.gather(start(further, load))
    for endpoint, payload in found.payloads.items():
        before = outcomes.payloads.get(endpoint)
        outcomes.payloads[endpoint] = payload if before is None else _joined(before, payload)
        names = further.fields.get(endpoint)
        given[endpoint] = None if names is None else names | (given.get(endpoint) or frozenset())
    outcomes.missing.update(found.missing)
    outcomes.failed.update(found.failed)


def _joined(before: Payload, more: Payload) -> Payload:
    """Two projections of one answer, merged."""
    with reading(more.answer.endpoint):
        body = orjson.dumps({**before.value, **more.value})
    return Payload(Answer(more.answer.endpoint, body, more.answer.status, more.answer.date))


def row_of(
    request: Request,
    made: Plan,
    outcomes: Outcomes,
    facts: Mapping[str, Any],
    type_name: str,
    parent_row: Row | None = None,
) -> Row:
    """The settled object. Endpoints that the credentials do not open count as failed for the fields that need them."""
    for demand in made.unmet:
        for endpoint in demand.options:
            if endpoint not in outcomes.missing and not request.credentials.opens(endpoint):
                outcomes.failed.setdefault(endpoint, closed(endpoint, request.credentials))
    row = Row(
        base=request.public_url,
        payloads=outcomes.payloads,
        missing=outcomes.missing,
        failed=outcomes.failed,
        facts=facts,
        asked=made.fields,
        lacking=outcomes.lacking,
        type_name=type_name,
        parent_row=parent_row,
        shape=made.shape,
    )
    if parent_row is not None and not parent_row.views:
        row.reported = parent_row.reported
    return row


class _Further(NamedTuple):
    """The calls that may provide what the answers lack.

    `replaced` are the failed endpoints that some of these calls are made in place of. `rest` are the calls if they may
    not be replaced.
    """

    plan: Plan | None
    replaced: tuple[Endpoint, ...]
    rest: Plan | None


def _further(
    request: Request,
    made: Plan,
    suspects: Sequence[Demand],
    given: Mapping[Endpoint, frozenset[str] | None],
    outcomes: Outcomes,
) -> _Further:
    """The calls to make next. Cached with the document's plans, by the outcomes of the calls so far."""
    key = ("further", made.shape, suspects is made.demands, tuple(given.items()), outcomes.form)
    known: _Further | None = request.plans.get(key) if made.shape is not None else None
    if known is not None:
        return known
    lacking = _lacking(suspects, given, outcomes)
    failing = {demand.path: [e for e in demand.options if e in outcomes.failed] for demand in suspects}
    count = made.count if outcomes.failed else 1
    without = frozenset({*outcomes.missing, *outcomes.failed})

    def planned(demands: list[Demand]) -> Plan | None:
        # Check existence first: an object that does not exist needs no other call.
        proofs = [demand for demand in demands if demand.proof]
        return plan(proofs or demands, request.credentials, count=count, without=without) if demands else None

    replaced = dict.fromkeys(endpoint for demand in lacking for endpoint in failing[demand.path])
    rest = [demand for demand in lacking if not failing[demand.path]]
    found = _Further(planned(lacking), tuple(replaced), planned(rest) if replaced else None)
    if made.shape is not None:
        request.plans[key] = found
    return found


def _lacking(
    suspects: Sequence[Demand], given: Mapping[Endpoint, frozenset[str] | None], outcomes: Outcomes
) -> list[Demand]:
    """The demands that other endpoints have to meet. An object is not looked up elsewhere if no other endpoint has one
    of its selected fields.
    """
    found = {demand.path: _elsewhere(demand, given, outcomes) for demand in suspects}
    parents = {path.rpartition(".")[0] for path in found}
    filled = {path.rpartition(".")[0] for path, other in found.items() if other is not None and other.reasons}
    return [other for path, other in found.items() if other is not None and (path not in parents or path in filled)]


def _elsewhere(demand: Demand, given: Mapping[Endpoint, frozenset[str] | None], outcomes: Outcomes) -> Demand | None:
    """The demand with its remaining options if every endpoint called so far lacks the value; otherwise None."""
    givers = [e for e in demand.options if e in given and _was_requested(given[e], demand, e)]
    if not givers or not all(_lacks(endpoint, demand, outcomes) for endpoint in givers):
        return None
    others = [e for e in demand.options if e not in givers and not outcomes.rules_out(e)]
    failures = _failures(demand, outcomes)
    if failures:
        others = [e for e in others if _replaces(e, failures, outcomes)]
        return demand.within(others) if demand.reasons.intersection(others) else None
    deciding = [e for e in others if demand.decides(e) and Missing.ABSENT in e.missing.values()]
    return demand.within(deciding if demand.proof and deciding else others)


def _failures(demand: Demand, outcomes: Outcomes) -> list[Failure]:
    return [outcomes.failed[endpoint] for endpoint in demand.options if endpoint in outcomes.failed]


def _replaces(endpoint: Endpoint, failures: Sequence[Failure], outcomes: Outcomes) -> bool:
    """True when an endpoint may be called in place of failed calls.

    An endpoint that writes never may. After the LMS rejected the credentials and no other answer accepted them, the
    only replacements are endpoints whose answers are the same for all users, or whose refusal identifies the caller.
    """
    if endpoint.effects is not Effect.NONE:
        return False
    refused = any(failure.code is Code.UNAUTHENTICATED for failure in failures)
    if not refused or any(not other.anonymous for other in outcomes.payloads):
        return True
    return endpoint.scope is Scope.PUBLIC or Missing.ABSENT is endpoint.missing.get(_UNAUTHORIZED)


def _is_absent(made: Plan, outcomes: Outcomes) -> bool:
    """True when an authoritative endpoint for objects of this kind reports this one as absent."""
    return bool(outcomes.missing) and any(
        outcomes.missing.get(endpoint) is Missing.ABSENT and demand.decides(endpoint)
        for demand in made.demands
        if demand.proof
        for endpoint in demand.options
    )


def _was_requested(names: frozenset[str] | None, demand: Demand, endpoint: Endpoint) -> bool:
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
