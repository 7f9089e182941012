"""Prometheus metrics. State is read at collection; only durations are recorded during requests."""

import asyncio
import os
from pathlib import Path

from prometheus_client import CollectorRegistry, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from gateway.telemetry.mirror import Mirror
from gateway.telemetry.state import StateCollector
from gateway.telemetry.workers import FOLDER
from loaders.calls.observer import Record
from loaders.calls.upstream import Upstream
from loaders.endpoint import Endpoint

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_KEYS = (1, 2, 5, 10, 20, 60, 100)
_CANCELLED = "cancelled"


class Metrics:
    """The metrics of one worker, in their own registry, or of all workers if there are several."""

    media_type = CONTENT_TYPE_LATEST

    def __init__(self, *, workers: int = 1) -> None:
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
            "Upstream calls by endpoint and outcome (ok, the error's code, or cancelled).",
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
        self._routes: dict[tuple[str, int], Histogram] = {}
        self._children: dict[tuple[Endpoint, str], Histogram] = {}
        self._sizes: dict[Endpoint, Histogram] = {}
        self._state = StateCollector()
        self._registry.register(self._state)
        folder = os.environ.get(FOLDER)
        self._mirror = Mirror(self._state, Path(folder)) if folder and workers > 1 else None

    @property
    def shared(self) -> bool:
        """True if other workers also report this worker's metrics, which then have to be written periodically."""
        return self._mirror is not None

    def watch(self, service: str, upstream: Upstream) -> None:
        """Reports this upstream's breakers, queue and cache at each collection."""
        self._state.upstreams[service] = upstream

    def began(self) -> None:
        """Records the start of an HTTP request."""
        self._state.active += 1

    def request(self, route: str, status: int, seconds: float) -> None:
        """Records the end of an HTTP request."""
        self._state.active -= 1
        child = self._routes.get((route, status))
        if child is None:
            child = self._routes[route, status] = self._requests.labels(route, str(status))
        child.observe(seconds)

    def call(self, record: Record) -> None:
        """Records an upstream call, unless it was answered from the cache."""
        if not record.attempts:
            return
        endpoint = record.endpoint
        outcome = record.failure.value if record.failure is not None else "ok"
        if record.cancelled:
            outcome = _CANCELLED
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

    def write(self) -> None:
        """Writes this worker's metrics for the others."""
        if self._mirror is not None:
            self._mirror.write()

    async def render(self) -> bytes:
        """The text exposition."""
        if self._mirror is None:
            return generate_latest(self._registry)
        everybody = self._mirror.read()
        return await asyncio.to_thread(generate_latest, everybody)  # in a thread, because there are many files
