"""Settings of logs, metrics and traces."""

from typing import Literal

from pydantic import BaseModel, Field

LogLevel = Literal["debug", "info", "warning", "error"]


class TelemetryOptions(BaseModel):
    """Settings of logs, metrics and traces."""

    metrics: bool = Field(default=True, description="Serve `/metrics`, if prometheus-client is installed.")
    tracing: bool | None = Field(
        default=None,
        description="Send OpenTelemetry traces, as configured by OTEL_* variables; unset: only if a provider is "
        "configured.",
    )
    log_level: LogLevel = Field(default="info", description="Minimum severity of log lines.")
