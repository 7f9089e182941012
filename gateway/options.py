"""Settings of the protocol: persisted documents, caches, other origins, proxies."""

import warnings
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationInfo, field_validator
from pydantic_settings import NoDecode

from gateway.persisted.trusted import load_manifest
from gateway.protocol.addresses import Network, networks_of
from gateway.protocol.cors import check_header_name, check_origin

Positive = Annotated[int, Field(gt=0)]
Natural = Annotated[int, Field(ge=0)]
Texts = Annotated[tuple[str, ...], NoDecode]
"""Several values; a variable separates them by commas."""


with warnings.catch_warnings():
    # pydantic warns of its own deprecated method `schema`, which nothing calls here.
    warnings.filterwarnings("ignore", 'Field name "schema"', UserWarning)

    class _SchemaOption(BaseModel):
        schema: bool | None = Field(  # type: ignore[assignment]
            default=None, description="Serve the schema's text at `/schema.graphql`; by default in development only."
        )


class ProtocolOptions(_SchemaOption):
    """How the gateway speaks HTTP."""

    persisted_queries: bool = Field(default=True, description="Register documents that clients send with their hash.")
    persisted_queries_characters: Positive = Field(
        default=4_000_000, description="Characters of registered documents kept per worker."
    )
    trusted_documents: Path | None = Field(
        default=None, description="Manifest of trusted documents: a JSON object of hashes or names and documents."
    )
    trusted_only: bool = Field(default=False, description="In production, answer the documents of the manifest only.")
    document_cache_bytes: Positive = Field(
        default=16 * 1024 * 1024, description="Memory per worker for prepared documents, about."
    )
    public_max_age: Natural = Field(
        default=60, description="Seconds that shared caches may keep public answers to GET; 0 for not at all."
    )
    compression: bool = Field(default=True, description="Compress responses for clients that take it.")
    compression_min_bytes: Positive = Field(default=1024, description="Smallest body that is compressed.")
    cors_origins: Texts = Field(
        default=(), description="Origins whose pages may ask with credentials, such as https://apps.example.com."
    )
    cors_headers: Texts = Field(
        default=(),
        description="Request headers that these pages may send beside the usual ones, such as X-App-Version.",
    )
    trusted_proxies: Texts = Field(
        default=(), description="Addresses or networks of the proxies whose X-Forwarded-For is believed."
    )

    max_clients: Positive = Field(
        default=800, description="Connections of clients that a worker has at once; further ones are answered with 503."
    )

    @field_validator("cors_origins", "cors_headers", "trusted_proxies", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
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

    @field_validator("trusted_documents")
    @classmethod
    def _is_manifest(cls, path: Path | None) -> Path | None:
        if path is not None:
            load_manifest(path)
        return path

    @field_validator("trusted_only")
    @classmethod
    def _trusts_something(cls, trusted_only: bool, info: ValidationInfo) -> bool:
        if trusted_only and info.data.get("trusted_documents", ...) is None:
            raise ValueError("needs trusted_documents: the manifest of what may be asked")
        return trusted_only

    def proxy_networks(self) -> tuple[Network, ...]:
        """The networks of the trusted proxies."""
        return networks_of(self.trusted_proxies)

    def trusted_manifest(self) -> dict[str, str]:
        """The trusted documents by identifier; none without a manifest."""
        return {} if self.trusted_documents is None else load_manifest(self.trusted_documents)
