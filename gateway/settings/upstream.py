"""Settings of calls to the LMS and of the public cache."""

from typing import Literal

from pydantic import BaseModel, Field, SecretStr

from gateway.settings.types import Natural, Positive, Seconds


class UpstreamOptions(BaseModel):
    """Settings of calls to the LMS and of the public cache."""

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
