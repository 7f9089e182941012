"""Chooses the cheapest endpoints that can answer a selection.

Each selected field demands one of the endpoints that its sources are in. The plan is the cheapest set of endpoints
that meets all demands: first the fewest GETs that write, then the least LMS work, then the fewest calls. The work of
a call is its measured time, which includes the fixed cost of any call. A throttled call has a surcharge.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import msgspec

from loaders.answer import Payload
from loaders.credentials import Credentials
from loaders.endpoint import Effect, Endpoint
from resolvers.declare.source import Source
from resolvers.plan.demands import Demand, Endpoints

Cost = tuple[int, int, int, int]

_THROTTLED = 30
"""Surcharge for a call of a throttled endpoint, in milliseconds of LMS work. Each learner has few such calls."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The endpoints to call for one object, and the fields to request from each.

    `fields` has the top-level fields to request, for projecting endpoints only. `unmet` are the demands that no
    endpoint open to the caller can meet. `shape` identifies the rows of this plan. A plan revised during execution has
    another shape. `fragile` are the demands for which every called endpoint may lack the value. `several` are the
    demands that several endpoints can meet. If all answers have these `keys` at the top level, only the `deep` ones of
    them may lack a value. `count` is the number of objects that the plan is for.
    """

    endpoints: tuple[Endpoint, ...]
    fields: Mapping[Endpoint, frozenset[str]]
    demands: tuple[Demand, ...]
    unmet: tuple[Demand, ...]
    cost: Cost
    alternatives: tuple[tuple[Cost, tuple[Endpoint, ...]], ...] = ()
    shape: object = field(default_factory=object)
    fragile: tuple[Demand, ...] = ()
    several: tuple[Demand, ...] = ()
    keys: Mapping[Endpoint, frozenset[str]] = field(default_factory=dict)
    deep: tuple[Demand, ...] = ()
    count: int = 1

    def lacking(self, payloads: Mapping[Endpoint, Payload]) -> frozenset[Source]:
        """Returns the sources without a value in these answers, up to the first source of each demand that has one."""
        found: set[Source] = set()
        for demand in self.deep if _have_keys(payloads, self.endpoints, self.keys) else self.several:
            for endpoint, source in demand.sources.items():
                if endpoint not in payloads or not _asks(self.fields, source):
                    continue
                if source.kind.has_value(payloads[endpoint]):
                    break
                found.add(source)
        return frozenset(found)

    def endpoints_for(self, names: frozenset[str]) -> Endpoints:
        """Returns the endpoints that feed the selected fields with these response names, including joined objects."""
        wanted = [demand for demand in self.demands if demand.path.partition(".")[0] in names]
        givers = (_giver(demand, self.endpoints) for demand in wanted)
        return frozenset(endpoint for endpoint in givers if endpoint is not None)

    def feeds(self, endpoint: Endpoint) -> list[str]:
        """Returns the selected fields that this endpoint feeds, as dotted response paths."""
        return [demand.path for demand in self.demands if _giver(demand, self.endpoints) is endpoint]

    @property
    def candidates(self) -> Endpoints:
        """The endpoints that at least one field justifies calling."""
        return frozenset(endpoint for demand in self.demands for endpoint in demand.reasons)

    @property
    def probes(self) -> Endpoints:
        """The endpoints that only show whether the object exists; no field is read from them."""
        return frozenset(self.endpoints).difference(_giver(one, self.endpoints) for one in self.demands if one.path)

    def proves(self, endpoint: Endpoint) -> bool:
        """True if this endpoint determines whether the object exists."""
        return any(demand.proof and _giver(demand, self.endpoints) is endpoint for demand in self.demands)


def cost_of(endpoints: Iterable[Endpoint], count: int) -> Cost:
    """Returns the cost of calling these endpoints for `count` objects: (effects, calls, throttled calls, LMS ms)."""
    effects = calls = throttled = work = 0
    for endpoint in endpoints:
        times = count
        if endpoint.batch is not None:
            times = -(-count // endpoint.batch.limit) if endpoint.batch.parameter else 1
        effects += times * (endpoint.effects is not Effect.NONE)
        calls += times
        throttled += times * (endpoint.throttle is not None)
        work += times * endpoint.weight
    return effects, calls, throttled, work


def plan(
    demands: Sequence[Demand],
    credentials: Credentials,
    *,
    count: int = 1,
    without: Endpoints = frozenset(),
    already: Endpoints = frozenset(),
    shared: Endpoints = frozenset(),
) -> Plan:
    """Returns the cheapest plan.

    `without` are endpoints known to lack the value. `already` are called in any case. `shared` are batch endpoints that
    other objects of the operation are read from, so that a further key costs nothing.
    """
    met: list[Demand] = []
    unmet: list[Demand] = []
    for demand in demands:
        open_demand = demand.within([e for e in demand.options if e not in without and credentials.opens(e)])
        if open_demand.reasons or open_demand.options.keys() & already:
            met.append(open_demand)
        else:
            unmet.append(demand)
    forced = already.union(*(d.reasons for d in met if len(d.options) == 1))
    open_demands = [d for d in met if not d.options.keys() & forced]
    candidates = sorted({e for d in open_demands for e in d.reasons}, key=lambda e: e.name)
    covers = _covers(forced, open_demands, candidates, count, shared)
    cost, chosen = covers[0]
    endpoints = tuple(sorted(chosen, key=lambda e: e.name))
    # A source that is no reason for a call still meets a demand if its endpoint is called for another reason.
    for demand in [d for d in unmet if d.options.keys() & chosen]:
        unmet.remove(demand)
        met.append(demand.within([e for e in demand.options if e in chosen]))
    fields: dict[Endpoint, set[str]] = {e: set() for e in endpoints if e.project is not None}
    for demand in met:
        giver = _giver(demand, endpoints)
        if giver is not None and giver in fields:
            fields[giver].add(demand.options[giver])
    several = tuple(demand for demand in met if demand.sources)
    keys, deep = _keys(several, endpoints, fields)
    return Plan(
        endpoints=endpoints,
        fields={e: frozenset(names) for e, names in fields.items()},
        demands=tuple(met),
        unmet=tuple(unmet),
        fragile=tuple(d for d in met if not any(d.decides(e) for e in endpoints if e in d.options)),
        several=several,
        keys=keys,
        deep=deep,
        cost=cost,
        count=count,
        alternatives=tuple((c, tuple(sorted(s, key=lambda e: e.name))) for c, s in covers[1:6]),
    )


def _covers(
    forced: Endpoints, demands: Sequence[Demand], candidates: Sequence[Endpoint], count: int, shared: Endpoints
) -> list[tuple[Cost, Endpoints]]:
    """Returns all minimal covers, cheapest first. As candidates are few, every subset is tried, smallest first."""
    if not demands:
        return [(cost_of(forced, count), forced)]
    found: list[tuple[Cost, Endpoints]] = []
    for size in range(1, len(candidates) + 1):
        for extra in combinations(candidates, size):
            chosen = forced.union(extra)
            if any(previous <= chosen for _, previous in found):
                continue
            if all(chosen & demand.options.keys() for demand in demands):
                found.append((cost_of(chosen, count), chosen))
    found.sort(key=lambda pair: (price(cost_of(pair[1] - shared, count)), sorted(e.name for e in pair[1])))
    return found


def price(cost: Cost) -> tuple[int, int, int]:
    """Returns a cost as a sort key: effects, LMS work with surcharges in ms, calls."""
    effects, calls, throttled, work = cost
    return effects, work + _THROTTLED * throttled, calls


def _keys(
    several: Iterable[Demand], endpoints: Collection[Endpoint], fields: Mapping[Endpoint, Collection[str]]
) -> tuple[dict[Endpoint, frozenset[str]], tuple[Demand, ...]]:
    """Returns the top-level keys that the preferred sources read, and the demands that are read elsewhere."""
    found: dict[Endpoint, frozenset[str]] = {}
    deep: list[Demand] = []
    for demand in several:
        preferred = (one for one in demand.sources.values() if one.endpoint in endpoints and _asks(fields, one))
        source = next(preferred, None)
        if source is None or source.endpoint is None or source.kind.keys is None:
            deep.append(demand)
        else:
            found[source.endpoint] = found.get(source.endpoint, frozenset()) | source.kind.keys
    return found, tuple(deep)


def _asks(fields: Mapping[Endpoint, Collection[str]], source: Source) -> bool:
    """True unless the source's endpoint returns only requested fields and this one is not requested."""
    asked = fields.get(source.endpoint) if source.endpoint is not None else None
    return asked is None or source.field in asked


def _have_keys(
    payloads: Mapping[Endpoint, Payload], endpoints: Sequence[Endpoint], keys: Mapping[Endpoint, frozenset[str]]
) -> bool:
    """True if exactly these endpoints answered, each with its keys at the top level."""
    if len(payloads) != len(endpoints) or any(endpoint not in payloads for endpoint in endpoints):
        return False
    try:
        return all(
            not payloads[endpoint].path and payloads[endpoint].answer.has(names) for endpoint, names in keys.items()
        )
    except msgspec.DecodeError:  # an answer that is not an object
        return False


def _giver(demand: Demand, endpoints: Sequence[Endpoint]) -> Endpoint | None:
    """Returns the endpoint that the field is read from: the first of its options that is called."""
    return next((endpoint for endpoint in demand.options if endpoint in endpoints), None)
