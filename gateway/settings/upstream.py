"""Settings of calls to the LMS and of the public cache."""

from typing import Literal

from pydantic import BaseModel, Field, SecretStr

from gateway.settings.types import Natural, Positive, Seconds


class UpstreamOptions(BaseModel):
    """Settings of calls to the LMS and of the public cache."""

    max_connections: Positive = Field(default=100, description="Connections to the LMS per worker.")
    max_waiting: Natural = Field(
        default=400, description="LMS calls that may wait for a connection; further ones fail with OVERLOADED."
    )
    transport: Literal["http1", "httpx"] = Field(
        default="http1",
        description="Client for the LMS: `http1` is the gateway's own; `httpx` obeys proxy variables and offers HTTP/2 "
        "if the package `h2` is installed.",
    )
    connect_timeout: Seconds = Field(default=2.0, description="Timeout for connecting to the LMS, in seconds.")
    max_upstream_body_bytes: Positive = Field(default=16 * 1024 * 1024, description="Largest response of the LMS.")
    shared_cache_bytes: Natural = Field(
        default=64 * 1024 * 1024, description="Memory per worker for the public cache; 0 disables it."
    )
    redis_url: SecretStr | None = Field(
        default=None,
        description="URL of a Redis for public answers and registered documents, shared by workers and machines.",
    )
