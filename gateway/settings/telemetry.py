"""Settings of logs, metrics and traces."""

from typing import Literal

from pydantic import BaseModel, Field

LogLevel = Literal["debug", "info", "warning", "error"]


class TelemetryOptions(BaseModel):
    """Settings of logs, metrics and traces."""

    metrics: bool = Field(default=True, description="Serve `/metrics` when prometheus-client is installed.")
    tracing: bool | None = Field(
        default=None,
        description="Send OpenTelemetry traces (OTEL_* variables say where); unset: only when a provider is set up.",
    )
    log_level: LogLevel = Field(default="info", description="Least severe log line that is written.")
