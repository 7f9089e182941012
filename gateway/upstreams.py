"""The upstream services, opened at startup and closed at shutdown."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

import httpx

from gateway.documents.store import DocumentStore, LayeredDocumentStore, MemoryDocumentStore
from gateway.settings.settings import Settings, SettingsError
from loaders.calls.second_tier import ScopedTier
from loaders.calls.transport import httpx_transport
from loaders.calls.upstream import Upstream
from loaders.endpoints.catalog import subscription

if TYPE_CHECKING:
    from loaders.calls.redis import RedisStore

_LUMINUS_CONNECTIONS = 4
_LUMINUS_BYTES = 8 * 1024 * 1024
"""Memory for the catalogue, which is one answer for all users."""


@dataclass(frozen=True, slots=True)
class Upstreams:
    """The services of a worker. `documents` is the shared store of registered documents, if there is one."""

    lms: Upstream
    documents: DocumentStore | None = None


@asynccontextmanager
async def open_upstreams(settings: Settings) -> AsyncIterator[Upstreams]:
    """The upstreams for these settings."""
    redis = _redis(settings)
    lms = Upstream(
        settings.lms_url,
        transport=_transport(settings, settings.lms_url, settings.max_connections),
        max_connections=settings.max_connections,
        max_waiting=settings.max_waiting,
        connect_timeout=settings.connect_timeout,
        max_body=settings.max_upstream_body_bytes,
        deadline=settings.deadline,
        shared_bytes=settings.shared_cache_bytes,
        tier=redis,
    )
    luminus = _luminus(settings, redis)
    if luminus is not None:
        lms.services["luminus"] = luminus
    try:
        yield Upstreams(lms, _documents(settings, redis))
    finally:
        await lms.aclose()
        if redis is not None:
            await redis.aclose()


def _luminus(settings: Settings, tier: "RedisStore | None") -> Upstream | None:
    """The LumiNUS catalogue, if both its URL and its key are set."""
    if settings.luminus_base_url is None or settings.luminus_key is None:
        return None
    key = settings.luminus_key.get_secret_value()
    fingerprint = sha256(key.encode()).hexdigest()  # another key may lead to another catalogue
    return Upstream(
        str(settings.luminus_base_url),
        transport=_transport(settings, str(settings.luminus_base_url), _LUMINUS_CONNECTIONS),
        max_connections=_LUMINUS_CONNECTIONS,
        connect_timeout=settings.connect_timeout,
        max_body=settings.max_upstream_body_bytes,
        deadline=settings.deadline,
        shared_bytes=_LUMINUS_BYTES if settings.shared_cache_bytes else 0,
        tier=ScopedTier(tier, f"{settings.luminus_base_url}\n{fingerprint}") if tier is not None else None,
        headers=subscription(key),
    )


def _transport(settings: Settings, base_url: str, max_connections: int) -> httpx.AsyncBaseTransport | None:
    """httpx's transport if the settings ask for it; None means the gateway's own client."""
    return httpx_transport(base_url, max_connections=max_connections) if settings.transport == "httpx" else None


def _redis(settings: Settings) -> "RedisStore | None":
    if settings.redis_url is None:
        return None
    try:
        from loaders.calls.redis import RedisStore
    except ImportError:
        raise SettingsError("GATEWAY_REDIS_URL: install lectern-gateway[redis]") from None
    return RedisStore(settings.redis_url.get_secret_value(), scope=settings.lms_url)


def _documents(settings: Settings, redis: "RedisStore | None") -> DocumentStore | None:
    if redis is None:
        return None
    from loaders.calls.redis import RedisDocuments

    near = MemoryDocumentStore(settings.persisted_queries_characters)
    return LayeredDocumentStore(near, RedisDocuments(redis))
