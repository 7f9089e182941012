"""Redis as the second tier: shared by workers and machines, and never a reason for an error.

Whatever Redis does (down, slow, full, somebody else's data) is a miss: the gateway gets slower, not wrong.
"""

import asyncio
import hashlib
from collections.abc import Awaitable

from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from loaders.breaker import Breaker

_TIMEOUT = 0.1
_MAX_VALUE = 4 * 1024 * 1024
_DIGEST = 32
_DOCUMENT_TTL = 30 * 24 * 3600.0


class RedisStore:
    """Bytes by key, in one Redis. `scope` keeps several installations on one Redis apart: the LMS's address.

    A value carries the digest of its key: should a reply ever belong to another command, it is a miss too.
    """

    def __init__(self, url: str, *, scope: str, timeout: float = _TIMEOUT) -> None:
        self._scope = scope
        self._timeout = timeout
        # Callers wait for one of few connections: a burst is no reason to open hundreds, or to give up on Redis.
        pool = BlockingConnectionPool.from_url(
            url,
            max_connections=16,
            timeout=timeout,
            socket_timeout=timeout,
            socket_connect_timeout=timeout,
            retry=Retry(NoBackoff(), 0),
        )
        self._redis = Redis.from_pool(pool)
        self.breaker = Breaker(window=10, least=3, first=1.0, longest=10.0)
        self.failures = 0

    async def get(self, key: str) -> bytes | None:
        """The value kept under this key; None when there is none or Redis does not say."""
        digest = self._digest(key)
        value = await self._try(self._redis.get(_name(digest)))
        if not isinstance(value, bytes) or value[:_DIGEST] != digest:
            return None
        return value[_DIGEST:]

    async def put(self, key: str, value: bytes, ttl: float) -> None:
        """Keeps a value for `ttl` seconds, when Redis lets us."""
        if len(value) <= _MAX_VALUE:
            digest = self._digest(key)
            await self._try(self._redis.set(_name(digest), digest + value, px=max(1, int(ttl * 1000))))

    async def aclose(self) -> None:
        """Closes the connections."""
        await self._redis.aclose()

    async def _try(self, command: Awaitable[object]) -> object:
        if not self.breaker.admits():
            if asyncio.iscoroutine(command):
                command.close()
            return None
        try:
            async with asyncio.timeout(self._timeout * 2):
                value = await command
        except (RedisError, OSError, TimeoutError):
            self.failures += 1
            self.breaker.failed()
            return None
        except BaseException:
            self.breaker.ignored()
            raise
        self.breaker.succeeded()
        return value

    def _digest(self, key: str) -> bytes:
        return hashlib.sha256(f"{self._scope}\n{key}".encode()).digest()


class RedisDocuments:
    """Registered documents in Redis: a store of texts by their SHA-256, shared by all workers."""

    def __init__(self, store: RedisStore, *, ttl: float = _DOCUMENT_TTL) -> None:
        self._store = store
        self._ttl = ttl

    async def get(self, sha256: str) -> str | None:
        """The document with this hash, checked: nobody who can write to Redis can change what a hash means."""
        raw = await self._store.get(f"document\n{sha256}")
        if raw is None or hashlib.sha256(raw).hexdigest() != sha256:
            return None
        return raw.decode()

    async def put(self, sha256: str, document: str) -> None:
        """Keeps a document whose hash was checked."""
        await self._store.put(f"document\n{sha256}", document.encode(), self._ttl)


def _name(digest: bytes) -> str:
    return f"lectern:1:{digest.hex()}"
