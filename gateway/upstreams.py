"""The services behind the gateway, opened at start and closed at the end."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gateway.persisted.store import DocumentStore
from gateway.settings import Settings, SettingsError
from loaders.upstream import Upstream

if TYPE_CHECKING:
    from loaders.redis import RedisStore


@dataclass(frozen=True, slots=True)
class Upstreams:
    """What a worker talks to. `documents` is the shared store of registered documents, where there is one."""

    lms: Upstream
    documents: DocumentStore | None = None


@asynccontextmanager
async def open_upstreams(settings: Settings) -> AsyncIterator[Upstreams]:
    """The upstreams for these settings."""
    redis = _redis(settings)
    lms = Upstream(
        settings.lms_url,
        max_connections=settings.max_connections,
        max_waiting=settings.max_waiting,
        connect_timeout=settings.connect_timeout,
        max_body=settings.max_upstream_body_bytes,
        shared_bytes=settings.shared_cache_bytes,
        tier=redis,
    )
    try:
        yield Upstreams(lms, _documents(redis))
    finally:
        await lms.aclose()
        if redis is not None:
            await redis.aclose()


def _redis(settings: Settings) -> "RedisStore | None":
    if settings.redis_url is None:
        return None
    try:
        from loaders.redis import RedisStore
    except ImportError:
        raise SettingsError("GATEWAY_REDIS_URL: install lectern-gateway[redis]") from None
    return RedisStore(settings.redis_url.get_secret_value(), scope=settings.lms_url)


def _documents(redis: "RedisStore | None") -> DocumentStore | None:
    if redis is None:
        return None
    from loaders.redis import RedisDocuments

    return RedisDocuments(redis)
