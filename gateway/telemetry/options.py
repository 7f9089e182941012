"""Settings of what is kept, bounded and told."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field, SecretStr

Positive = Annotated[int, Field(gt=0)]
Natural = Annotated[int, Field(ge=0)]
Seconds = Annotated[float, Field(gt=0)]
LogLevel = Literal["debug", "info", "warning", "error"]


class UpstreamOptions(BaseModel):
    """How the LMS is asked, and what is remembered of its public answers."""

    max_connections: Positive = Field(default=100, description="Connections to the LMS per worker.")
    max_waiting: Natural = Field(
        default=400, description="LMS calls that may wait for a connection; beyond it they are refused as OVERLOADED."
    )
    transport: Literal["http1", "httpx"] = Field(
        default="http1",
        description="Client for the LMS: `http1` is the gateway's own; `httpx` obeys proxy variables and offers HTTP/2 "
        "where the package `h2` is installed.",
    )
    connect_timeout: Seconds = Field(default=2.0, description="Seconds to connect to the LMS.")
    max_upstream_body_bytes: Positive = Field(default=16 * 1024 * 1024, description="Largest LMS answer.")
    shared_cache_bytes: Natural = Field(
        default=64 * 1024 * 1024, description="Memory per worker for public answers given to visitors; 0 is off."
    )
    redis_url: SecretStr | None = Field(
        default=None, description="Redis shared by workers and machines: public answers and registered documents."
    )


class TelemetryOptions(BaseModel):
    """What the gateway tells of itself."""

    metrics: bool = Field(default=True, description="Serve `/metrics` when prometheus-client is installed.")
    tracing: bool | None = Field(
        default=None,
        description="Send OpenTelemetry traces (OTEL_* variables say where); unset: only when a provider is set up.",
    )
    log_level: LogLevel = Field(default="info", description="Least severe log line that is written.")
