"""Metrics that are read at collection: the process's counters and the state of its upstreams."""

from collections.abc import Iterable, Iterator, Mapping

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from gateway.request_stats import errors, refusals
from loaders.calls.breaker import State
from loaders.calls.upstream import Upstream
from loaders.errors import Code
from resolvers.output.projection import fallbacks

_OPEN = {State.CLOSED: 0.0, State.HALF_OPEN: 0.5, State.OPEN: 1.0}

Values = Iterable[tuple[tuple[str, ...], float]]


class StateCollector(Collector):
    """Reads counters and upstreams at collection. `active` is the number of HTTP requests in progress."""

    def __init__(self) -> None:
        self.active = 0
        self.upstreams: dict[str, Upstream] = {}

    def collect(self) -> Iterator[Metric]:
        """The current values."""
        # All codes exist from the start: Prometheus does not see an increase if the first error creates the counter.
        codes = {code.value: errors[code.value] for code in Code}
        yield _counter("lectern_errors", "Errors in responses.", ["code"], _each(codes))
        yield _counter("lectern_refusals", "Requests refused before they reached a route.", ["status"], _each(refusals))
        yield _counter(
            "lectern_projection_fallbacks",
            "Objects that the compiled projection gave back to the ordinary executor.",
            ["field"],
            _each(fallbacks),
        )
        yield GaugeMetricFamily("lectern_requests_active", "HTTP requests in progress.", self.active)
        yield from self._guards()
        yield from self._caches()

    def _guards(self) -> Iterator[Metric]:
        each = self.upstreams.items()
        service = ["service"]
        active = [((name,), upstream.bulkhead.active) for name, upstream in each]
        yield _gauge("lectern_upstream_active", "Upstream calls in progress.", service, active)
        waiting = [((name,), upstream.bulkhead.waiting) for name, upstream in each]
        yield _gauge("lectern_upstream_waiting", "Upstream calls in the queue.", service, waiting)
        tokens = [((name,), upstream.retries.tokens) for name, upstream in each]
        yield _gauge("lectern_retry_tokens", "Retries that may be spent.", service, tokens)
        endpoint = ["endpoint", "service"]
        text = "1 open, of all callers or some; 0.5 half-open, 0 closed; `*` is the whole upstream."
        breakers = [(("*", name), _OPEN[upstream.guards.service.state]) for name, upstream in each]
        for name, upstream in each:
            breakers += [((asked, name), _OPEN[state]) for asked, state in upstream.guards.states()]
        yield _gauge("lectern_breaker_open", text, endpoint, breakers)
        text = "Single callers, courses and the like that are left alone while others are not."
        held_back = [((name,), upstream.guards.held_back) for name, upstream in each]
        yield _gauge("lectern_breaker_held_back", text, service, held_back)
        text = "Optional endpoints that this LMS turned out not to have."
        absent = [((lacking, name), 1) for name, upstream in each for lacking in upstream.support.absent]
        yield _gauge("lectern_endpoint_absent", text, endpoint, absent)

    def _caches(self) -> Iterator[Metric]:
        caches = {name: upstream.shared for name, upstream in self.upstreams.items() if upstream.shared is not None}
        found: list[tuple[tuple[str, ...], float]] = []
        for name, cache in caches.items():
            counts = cache.counts
            for result, count in (
                ("hit", counts.hits),
                ("miss", counts.misses),
                ("stale", counts.stale),
                ("joined", counts.joined),
            ):
                found.append(((result, name), count))
        if caches:
            text = "Public answers by how they were found."
            yield _counter("lectern_public_cache", text, ["result", "service"], found)
            sizes = [((name,), cache.size) for name, cache in caches.items()]
            yield _gauge("lectern_public_cache_bytes", "Bytes that the public cache holds.", ["service"], sizes)


def _each(counter: Mapping[str, int]) -> Values:
    return [((label,), count) for label, count in counter.items()]


def _counter(name: str, text: str, labels: list[str], values: Values) -> Metric:
    family = CounterMetricFamily(name, text, labels=labels)
    for of, value in values:
        family.add_metric(of, value)
    return family


def _gauge(name: str, text: str, labels: list[str], values: Values) -> Metric:
    family = GaugeMetricFamily(name, text, labels=labels)
    for of, value in values:
        family.add_metric(of, value)
    return family
