"""The middleware for spans, durations and the request log."""

import asyncio
import logging
import time
from contextlib import nullcontext
from typing import Any

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.request_stats import ABANDONED, RequestStats, current
from gateway.telemetry.telemetry import Telemetry

_ROUTES = frozenset(
    {"/graphql", "/graphiql", "/schema.graphql", "/csrf/api/v1/token", "/healthz", "/readyz", "/metrics"}
)
_QUIET = frozenset({"/healthz", "/readyz", "/metrics"})
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"})
_TURNS = 10


class TelemetryMiddleware:
    """Reports each request to telemetry: method, route, status and duration, never a body or a credential."""

    def __init__(self, app: ASGIApp, telemetry: Telemetry) -> None:
        self._app = app
        self._telemetry = telemetry

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wraps one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        telemetry = self._telemetry
        path = scope["path"]
        route = path if path in _ROUTES else "other"
        method = scope["method"] if scope["method"] in _METHODS else "_OTHER"
        stats = RequestStats()
        token = current.set(stats)
        answered = _Answered(send)
        started = time.monotonic()
        if telemetry.metrics is not None:
            telemetry.metrics.began()
        spans: Any = nullcontext()
        if telemetry.tracing is not None and route not in _QUIET:
            spans = telemetry.tracing.request(method, route, Headers(scope=scope))
        try:
            with spans as span:
                try:
                    await self._app(scope, receive, answered)
                finally:
                    if answered.status == ABANDONED:
                        await _calls_given_up(stats)
                    if span is not None:
                        _describe(span, stats, answered)
        finally:
            current.reset(token)
            seconds = time.monotonic() - started
            if telemetry.metrics is not None:
                telemetry.metrics.request(route, answered.status, seconds)
            if telemetry.log is not None and route not in _QUIET and telemetry.log.isEnabledFor(logging.INFO):
                telemetry.log.info("request", **_line(method, route, stats, answered, seconds))


class _Answered:
    """A `send` that records the status of the response."""

    __slots__ = ("_send", "request_id", "status")

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = ABANDONED
        self.request_id: str | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            for name, value in reversed(message["headers"]):  # it is the last one that the endpoint adds
                if name == b"x-request-id":
                    self.request_id = value.decode("latin-1")
                    break
        await self._send(message)


async def _calls_given_up(stats: RequestStats) -> None:
    """Waits until the cancelled calls of a request have ended, so that they are reported."""
    for _ in range(_TURNS):
        if not stats.open:
            return
        await asyncio.sleep(0)


def _line(method: str, route: str, stats: RequestStats, answered: _Answered, seconds: float) -> dict[str, Any]:
    return {
        "method": method,
        "route": route,
        "status": answered.status,
        "ms": round(seconds * 1000, 1),
        "operation": stats.operation,
        "codes": stats.codes,
        "calls": stats.calls,
        "cached": stats.cached,
        "requestId": answered.request_id,
    }


def _describe(span: Any, stats: RequestStats, answered: _Answered) -> None:
    if not span.is_recording():
        return
    span.set_attribute("http.response.status_code", answered.status)
    if stats.operation is not None:
        span.set_attribute("graphql.operation.name", stats.operation)
    if stats.codes:
        span.set_attribute("lectern.error_codes", list(stats.codes))
