"""All that listens, in one object: made at start, told of every request and every upstream call."""

from typing import Any

import structlog

from gateway.settings import Settings
from gateway.telemetry.story import current
from gateway.telemetry.tracing import Tracing, start_exporting, tracing_wanted
from loaders.endpoint import Endpoint
from loaders.observe import Record
from loaders.upstream import Upstream

try:
    from gateway.telemetry.metrics import Metrics
except ImportError:  # prometheus-client is an extra
    Metrics = None  # type: ignore[assignment,misc]


class Telemetry:
    """Metrics, traces and the request log, as far as each is on. An observer of upstream calls."""

    def __init__(self, settings: Settings, *, tracing: Tracing | None = None) -> None:
        self.metrics = Metrics() if settings.metrics and Metrics is not None else None
        if tracing is None and tracing_wanted(settings.tracing):
            start_exporting()
            tracing = Tracing()
        self.tracing = tracing
        self.log = structlog.get_logger("gateway.requests") if structlog.is_configured() else None

    @property
    def active(self) -> bool:
        """True when anybody listens."""
        return bool(self.metrics or self.tracing or self.log)

    def watch(self, upstream: Upstream) -> None:
        """Observes the calls of this upstream and of those beside it, and the state of this one."""
        if self.active:
            for service in (upstream, *upstream.beside.values()):
                service.observer = self
        if self.metrics is not None:
            self.metrics.watch(upstream)

    def begin(self, endpoint: Endpoint, keys: int, wave: int) -> Any:
        """The span of an upstream call, when there are traces."""
        return self.tracing.begin(endpoint, keys, wave) if self.tracing is not None else None

    def traceparent(self, span: Any) -> str | None:
        """The header that ties the upstream's trace to this one."""
        return self.tracing.traceparent(span) if self.tracing is not None else None

    def end(self, span: Any, record: Record) -> None:
        """An upstream call has ended."""
        if self.metrics is not None:
            self.metrics.call(record)
        if span is not None and self.tracing is not None:
            self.tracing.end(span, record)
        story = current.get()
        if story is not None:
            if record.cached:
                story.cached += 1
            elif record.attempts:
                story.calls += record.attempts
