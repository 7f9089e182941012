"""Prometheus metrics. What can be read when it is asked for is read then; only times are recorded on the way."""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Histogram
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from gateway.engine.projection import fallbacks
from gateway.telemetry.story import errors
from loaders.breaker import State
from loaders.endpoint import Endpoint
from loaders.observe import Record
from loaders.upstream import Upstream

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_KEYS = (1, 2, 5, 10, 20, 60, 100)


class Metrics:
    """The metrics of one worker, in a registry of their own."""

    media_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Histogram(
            "lectern_request_seconds",
            "HTTP requests by route and status.",
            ["route", "status"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._calls = Histogram(
            "lectern_upstream_seconds",
            "Upstream calls by endpoint and outcome (ok, or the error's code).",
            ["service", "endpoint", "outcome"],
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._batches = Histogram(
            "lectern_upstream_batch_size",
            "Keys that one upstream call served.",
            ["endpoint"],
            buckets=_KEYS,
            registry=self._registry,
        )
        self._children: dict[tuple[Endpoint, str], Histogram] = {}
        self._sizes: dict[Endpoint, Histogram] = {}
        self.active = 0

    def watch(self, upstream: Upstream) -> None:
        """Tells of this upstream's breakers, queue and cache whenever the metrics are read."""
        self._registry.register(_UpstreamCollector(upstream, self))

    def request(self, route: str, status: int, seconds: float) -> None:
        """Records one HTTP request."""
        self._requests.labels(route, str(status)).observe(seconds)

    def call(self, record: Record) -> None:
        """Records one upstream call; what was answered from memory is not one."""
        if not record.attempts:
            return
        endpoint = record.endpoint
        outcome = record.failure.value if record.failure is not None else "ok"
        child = self._children.get((endpoint, outcome))
        if child is None:
            child = self._calls.labels(endpoint.service, endpoint.name, outcome)
            self._children[endpoint, outcome] = child
        child.observe(record.finished - record.started)
        if endpoint.batch is not None:
            size = self._sizes.get(endpoint)
            if size is None:
                size = self._sizes[endpoint] = self._batches.labels(endpoint.name)
            size.observe(record.keys)

    def render(self) -> bytes:
        """The text exposition."""
        return generate_latest(self._registry)


class _UpstreamCollector(Collector):
    """Reads the state of an upstream and the process's counters at the moment of scraping."""

    def __init__(self, upstream: Upstream, metrics: Metrics) -> None:
        self._upstream = upstream
        self._metrics = metrics

    def collect(self) -> Iterator[Metric]:
        yield _counter("lectern_errors", "Errors given to clients.", "code", dict(errors))
        yield _counter(
            "lectern_projection_fallbacks",
            "Objects that the compiled projection gave back to the ordinary executor.",
            "field",
            dict(fallbacks),
        )
        yield GaugeMetricFamily("lectern_requests_active", "HTTP requests under way.", self._metrics.active)
        yield from self._guards()
        yield from self._cache()

    def _guards(self) -> Iterator[Metric]:
        upstream = self._upstream
        yield GaugeMetricFamily("lectern_upstream_active", "Upstream calls under way.", upstream.bulkhead.active)
        yield GaugeMetricFamily("lectern_upstream_waiting", "Upstream calls in the queue.", upstream.bulkhead.waiting)
        yield GaugeMetricFamily("lectern_retry_tokens", "Retries that may be spent.", upstream.retries.tokens)
        breakers = GaugeMetricFamily(
            "lectern_breaker_open", "1 open, 0.5 half-open, 0 closed; `*` is the whole upstream.", labels=["endpoint"]
        )
        values = {State.CLOSED: 0.0, State.HALF_OPEN: 0.5, State.OPEN: 1.0}
        breakers.add_metric(["*"], values[upstream.breaker.state])
        for endpoint, breaker in list(upstream.breakers.items()):
            breakers.add_metric([endpoint.name], values[breaker.state])
        yield breakers
        absent = GaugeMetricFamily(
            "lectern_endpoint_absent", "Optional endpoints that this LMS turned out not to have.", labels=["endpoint"]
        )
        for name in upstream.support.absent:
            absent.add_metric([name], 1)
        yield absent

    def _cache(self) -> Iterator[Metric]:
        shared = self._upstream.shared
        if shared is None:
            return
        counts = shared.counts
        values = {"hit": counts.hits, "miss": counts.misses, "stale": counts.stale, "joined": counts.joined}
        yield _counter("lectern_public_cache", "Public answers by how they were found.", "result", values)
        yield GaugeMetricFamily("lectern_public_cache_bytes", "Bytes that the public cache holds.", shared.size)


def _counter(name: str, text: str, label: str, values: dict[str, int]) -> Metric:
    family = CounterMetricFamily(name, text, labels=[label])
    for value, count in values.items():
        family.add_metric([value], count)
    return family
