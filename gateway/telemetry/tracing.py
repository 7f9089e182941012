"""OpenTelemetry spans, one per request and one per upstream call. The SDK is an extra; only the API is needed here."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

from opentelemetry import trace
from opentelemetry.propagate import extract
from opentelemetry.trace import Span, SpanKind, Status, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from loaders.calls.observer import Record
from loaders.endpoint import Endpoint

_NAME = "lectern-gateway"
_context = TraceContextTextMapPropagator()


class TracingUnavailableError(Exception):
    """Tracing is enabled, but the SDK is not installed."""


def tracing_wanted(setting: bool | None) -> bool:
    """True if tracing is enabled, or a provider is configured externally."""
    if setting is not None:
        return setting
    return not isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider)


def start_exporting() -> bool:
    """Sets up the SDK with an OTLP exporter; `OTEL_*` variables configure both. False if one was set up before."""
    if not isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider):
        return False
    trace.set_tracer_provider(exporting_provider())
    return True


def exporting_provider() -> Any:
    """The SDK's provider with an OTLP exporter. Raises TracingUnavailableError without the SDK."""
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import SERVICE_NAME, OTELResourceDetector, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        raise TracingUnavailableError("GATEWAY_TRACING: install lectern-gateway[otel]") from error
    # The arguments of `create` override the variables.
    name = OTELResourceDetector().detect().attributes.get(SERVICE_NAME) or _NAME
    provider = TracerProvider(resource=Resource.create({SERVICE_NAME: name}), shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return provider


class Tracing:
    """Creates spans. They contain names of endpoints and operations, but no keys, users, variables or credentials."""

    def __init__(self, provider: trace.TracerProvider | None = None, *, own: bool = False) -> None:
        """`own`: the provider is shut down with the gateway."""
        self._provider = provider
        self._own = own
        self._tracer = trace.get_tracer(_NAME, tracer_provider=provider)

    def finish(self) -> None:
        """Sends the remaining spans, without a timeout."""
        provider: Any = self._provider or trace.get_tracer_provider()
        if self._own:
            provider.shutdown()
        elif hasattr(provider, "force_flush"):  # created elsewhere, and may still be in use
            provider.force_flush()

    def request(self, method: str, route: str, headers: Mapping[str, str]) -> AbstractContextManager[Span]:
        """The span of a request, current while the block runs, child of the client's span."""
        return self._tracer.start_as_current_span(
            f"{method} {route}",
            context=extract(headers),
            kind=SpanKind.SERVER,
            attributes={"http.request.method": method, "http.route": route},
            record_exception=False,
        )

    def begin(self, endpoint: Endpoint, keys: int, wave: int) -> Span:
        """The span of an upstream call."""
        return self._tracer.start_span(
            f"{endpoint.method} {endpoint.name}",
            kind=SpanKind.CLIENT,
            attributes={
                "http.request.method": endpoint.method,
                "url.template": endpoint.path,
                "peer.service": endpoint.service,
                "lectern.wave": wave,
                "lectern.batch_size": keys,
            },
        )

    def traceparent(self, span: Span) -> str | None:
        """The header that makes the upstream's span a child of this one."""
        carrier: dict[str, str] = {}
        _context.inject(carrier, trace.set_span_in_context(span))
        return carrier.get("traceparent")

    def end(self, span: Span, record: Record) -> None:
        """Ends the span of an upstream call."""
        if span.is_recording():
            attributes: dict[str, Any] = {"lectern.attempts": record.attempts, "http.response.body.size": record.size}
            if record.status is not None:
                attributes["http.response.status_code"] = record.status
            span.set_attributes(attributes)
            if record.cancelled:
                span.set_attribute("lectern.cancelled", True)
            elif record.failure is not None:
                span.set_status(Status(StatusCode.ERROR, record.failure.value))
        span.end()
