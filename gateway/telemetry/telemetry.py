"""The entry point of telemetry, which observes all requests and upstream calls."""

import asyncio
from types import TracebackType
from typing import Any, Self

import structlog

from gateway.request_stats import current
from gateway.settings.settings import Settings
from gateway.telemetry.background import attempt, repeat, within
from gateway.telemetry.tracing import Tracing, start_exporting, tracing_wanted
from loaders.calls.observer import Record
from loaders.calls.upstream import Upstream
from loaders.endpoint import Endpoint

try:
    from gateway.telemetry.metrics import Metrics
except ImportError:  # prometheus-client is an extra
    Metrics = None  # type: ignore[assignment,misc]

_WRITE_SECONDS = 1.0
_END_SECONDS = 2.0
"""Maximum seconds to send the last spans at shutdown; the collector may be down."""


class Telemetry:
    """Metrics, traces and the request log, each if it is enabled. It observes upstream calls. The context is entered
    before the first request, and left after the last one, when all calls have ended.
    """

    def __init__(self, settings: Settings, *, tracing: Tracing | None = None) -> None:
        self.metrics = Metrics(workers=settings.workers) if settings.metrics and Metrics is not None else None
        if tracing is None and tracing_wanted(settings.tracing):
            tracing = Tracing(own=start_exporting())
        self.tracing = tracing
        self.log = structlog.get_logger("gateway.requests").bind() if structlog.is_configured() else None
        self._writing: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        if self.metrics is not None and self.metrics.shared:
            self._writing = asyncio.create_task(repeat(self.metrics.write, _WRITE_SECONDS))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._writing is not None:
            self._writing.cancel()
        if self.metrics is not None:
            attempt(self.metrics.write)
        if self.tracing is not None:
            # The signal may end the process directly, so nothing can be left to interpreter shutdown.
            await within(self.tracing.finish, _END_SECONDS)

    @property
    def active(self) -> bool:
        """True if any of them is on."""
        return bool(self.metrics or self.tracing or self.log)

    def watch(self, upstream: Upstream) -> None:
        """Observes the calls and the state of this upstream and of the other services."""
        for name, service in (("lms", upstream), *upstream.services.items()):
            if self.active:
                service.observer = self
            if self.metrics is not None:
                self.metrics.watch(name, service)

    def begin(self, endpoint: Endpoint, keys: int, wave: int) -> Any:
        """The span of an upstream call, if tracing is on."""
        stats = current.get()
        if stats is not None:
            stats.open += 1
        return self.tracing.begin(endpoint, keys, wave) if self.tracing is not None else None

    def traceparent(self, span: Any) -> str | None:
        """The header that connects the upstream's trace with this one."""
        return self.tracing.traceparent(span) if self.tracing is not None else None

    def end(self, span: Any, record: Record) -> None:
        """An upstream call has ended."""
        if self.metrics is not None:
            self.metrics.call(record)
        if span is not None and self.tracing is not None:
            self.tracing.end(span, record)
        stats = current.get()
        if stats is not None:
            if record.cached:
                stats.cached += 1
            else:
                stats.open -= 1
                stats.calls += record.attempts
