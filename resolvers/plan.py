"""The least work that can answer a selection.

Every selected field demands one of the endpoints it has sources in. The plan is the cheapest set of endpoints that
meets all demands: first the fewest GETs that write, then the least work for the LMS, then the fewest calls. The work
of a call is its measured time, so that what any call costs at least is in it; a throttled one counts for more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from loaders.answer import Payload
from loaders.credentials import Credentials
from loaders.endpoint import Effect, Endpoint
from resolvers.demands import Demand, Endpoints
from resolvers.hollow import tells
from resolvers.source import Source

Cost = tuple[int, int, int, int]

_THROTTLED = 30
"""Milliseconds of the LMS's work that one call less of a throttled endpoint is worth: a learner has few of them."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Which endpoints to ask for one object, and what each is asked for.

    `fields` has, for projecting endpoints only, the top-level fields to request. `unmet` are demands that nothing
    the caller may ask can meet. `shape` marks the rows that were asked by this plan; one made on the way has another.
    `fragile` are the demands all of whose givers may turn out to lack the value, `several` those that several endpoints
    meet. `count` is how many such objects it is for.
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
    count: int = 1

    def lacking(self, payloads: Mapping[Endpoint, Payload]) -> frozenset[Source]:
        """The sources of which these answers tell nothing, as far as they are read: up to the first that is told."""
        found: set[Source] = set()
        for demand in self.several:
            for endpoint, source in demand.sources.items():
                asked = self.fields.get(endpoint)
                if endpoint not in payloads or (asked is not None and source.field not in asked):
                    continue
                if tells(source, payloads[endpoint]):
                    break
                found.add(source)
        return frozenset(found)

    def endpoints_for(self, names: frozenset[str]) -> Endpoints:
        """The endpoints that give the selected fields with these response names, parts of joined objects included."""
        wanted = [demand for demand in self.demands if demand.path.partition(".")[0] in names]
        givers = (_giver(demand, self.endpoints) for demand in wanted)
        return frozenset(endpoint for endpoint in givers if endpoint is not None)

    def feeds(self, endpoint: Endpoint) -> list[str]:
        """The selected fields that this endpoint gives, as dotted response paths."""
        return [demand.path for demand in self.demands if _giver(demand, self.endpoints) is endpoint]

    def proves(self, endpoint: Endpoint) -> bool:
        """True when it is this endpoint that shows whether the object is there."""
        return any(demand.proof and _giver(demand, self.endpoints) is endpoint for demand in self.demands)


def cost_of(endpoints: Iterable[Endpoint], count: int) -> Cost:
    """Cost of asking these endpoints for `count` objects: (effects, calls, throttled calls, ms of LMS work)."""
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
) -> Plan:
    """The cheapest plan. `without` are endpoints known to lack the answer, `already` those asked anyway."""
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
    covers = _covers(forced, open_demands, candidates, count)
    cost, chosen = covers[0]
    endpoints = tuple(sorted(chosen, key=lambda e: e.name))
    # What is only read beside is met after all when it comes along.
    for demand in [d for d in unmet if d.options.keys() & chosen]:
        unmet.remove(demand)
        met.append(demand.within([e for e in demand.options if e in chosen]))
    fields: dict[Endpoint, set[str]] = {e: set() for e in endpoints if e.project is not None}
    for demand in met:
        giver = _giver(demand, endpoints)
        if giver is not None and giver in fields:
            fields[giver].add(demand.options[giver])
    several = tuple(demand for demand in met if demand.sources)
    return Plan(
        endpoints=endpoints,
        fields={e: frozenset(names) for e, names in fields.items()},
        demands=tuple(met),
        unmet=tuple(unmet),
        fragile=tuple(d for d in met if not any(d.decides(e) for e in endpoints if e in d.options)),
        several=several,
        cost=cost,
        count=count,
        alternatives=tuple((c, tuple(sorted(s, key=lambda e: e.name))) for c, s in covers[1:6]),
    )


def _covers(
    forced: Endpoints, demands: Sequence[Demand], candidates: Sequence[Endpoint], count: int
) -> list[tuple[Cost, Endpoints]]:
    """All minimal covers, cheapest first. The candidates are few: every subset is tried, small ones first."""
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
    return sorted(found, key=lambda pair: (price(pair[0]), sorted(e.name for e in pair[1])))


def price(cost: Cost) -> tuple[int, int, int]:
    """A cost in the order in which it counts."""
    effects, calls, throttled, work = cost
    return effects, work + _THROTTLED * throttled, calls


def _giver(demand: Demand, endpoints: Sequence[Endpoint]) -> Endpoint | None:
    """The endpoint that the field is read from: the first of its sources that is asked."""
    return next((endpoint for endpoint in demand.options if endpoint in endpoints), None)
