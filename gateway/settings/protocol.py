"""Settings of the HTTP protocol: persisted documents, caches, CORS, proxies."""

import warnings
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationInfo, field_validator
from pydantic_settings import NoDecode

from gateway.settings.types import Natural, Positive, Seconds, Texts
from gateway.settings.validators import Network, check_header_name, check_origin, networks_of

with warnings.catch_warnings():
    # pydantic warns about its deprecated method `schema`, which is not used here.
    warnings.filterwarnings("ignore", 'Field name "schema"', UserWarning)

    class _SchemaOption(BaseModel):
        schema: bool | None = Field(  # type: ignore[assignment]
            default=None, description="Serve the schema at `/schema.graphql`; by default in development only."
        )


class ProtocolOptions(_SchemaOption):
    """Settings of the HTTP protocol."""

    persisted_queries: bool = Field(default=True, description="Register documents that clients send with their hash.")
    persisted_queries_characters: Positive = Field(
        default=4_000_000, description="Characters of registered documents in memory, per worker."
    )
    trusted_documents: Annotated[tuple[Path, ...], NoDecode] = Field(
        default=(),
        description="Manifests of trusted documents from client builds: files, or folders of files.",
    )
    trusted_only: bool = Field(default=False, description="In production, accept documents from the manifests only.")
    document_cache_bytes: Positive = Field(
        default=16 * 1024 * 1024, description="Approximate memory per worker for prepared documents."
    )
    public_max_age: Natural = Field(
        default=60, description="Seconds for which shared caches may store public responses to GET; 0 disables it."
    )
    compression: bool = Field(default=True, description="Compress responses for clients that accept it.")
    compression_min_bytes: Positive = Field(default=1024, description="Smallest body that is compressed.")
    cors_origins: Texts = Field(
        default=(),
        description="Origins whose pages may send requests with credentials, such as https://apps.example.com.",
    )
    cors_headers: Texts = Field(
        default=(),
        description="Further request headers that these pages may send, such as X-App-Version.",
    )
    trusted_proxies: Texts = Field(
        default=(), description="Addresses or networks of proxies whose X-Forwarded-For is trusted."
    )

    max_clients: Positive = Field(
        default=800, description="Concurrent client connections per worker; further ones get a 503."
    )
    keep_alive: Seconds = Field(
        default=75.0,
        description="Seconds for which an idle connection is kept open; a proxy's own timeout must be shorter.",
    )

    @field_validator("cors_origins", "cors_headers", "trusted_documents", "trusted_proxies", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        if isinstance(value, Path):
            return (value,)
        return tuple(part for part in map(str.strip, value.split(",")) if part) if isinstance(value, str) else value

    @field_validator("cors_origins")
    @classmethod
    def _are_origins(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(check_origin(origin) for origin in origins)

    @field_validator("cors_headers")
    @classmethod
    def _are_header_names(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(check_header_name(name) for name in names)

    @field_validator("trusted_proxies")
    @classmethod
    def _are_networks(cls, texts: tuple[str, ...]) -> tuple[str, ...]:
        networks_of(texts)
        return texts

    @field_validator("trusted_only")
    @classmethod
    def _trusts_something(cls, trusted_only: bool, info: ValidationInfo) -> bool:
        if trusted_only and not info.data.get("trusted_documents", ...):
            raise ValueError("needs trusted_documents: the manifests of the accepted documents")
        return trusted_only

    def proxy_networks(self) -> tuple[Network, ...]:
        """The networks of the trusted proxies."""
        return networks_of(self.trusted_proxies)
