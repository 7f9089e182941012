"""Redis as the second tier of the cache, shared by workers and machines.

A failure of Redis (down, slow, full, unexpected data) is a cache miss, never an error.
"""

import asyncio
import hashlib
import logging
from collections.abc import Callable

from redis.asyncio import BlockingConnectionPool
from redis.asyncio.connection import AbstractConnection
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from loaders.calls.breaker import Breaker

_TIMEOUT = 0.1
_MAX_VALUE = 4 * 1024 * 1024
_DIGEST = 32
_DOCUMENT_TTL = 30 * 24 * 3600.0
_log = logging.getLogger("loaders.calls.redis")


class _StrayReplyError(ValueError):
    """A reply that does not fit the command."""


class RedisStore:
    """Bytes by key, in one Redis. `scope` separates installations that share a Redis: it is the LMS's URL.

    A value contains the digest of its key, so that a reply to another command is detected; it is a miss.
    """

    def __init__(self, url: str, *, scope: str, timeout: float = _TIMEOUT) -> None:
        self._scope = scope
        self._timeout = timeout
        # Callers wait for one of a few connections, so that a burst does not open hundreds.
        self._pool = BlockingConnectionPool.from_url(
            url,
            max_connections=16,
            timeout=timeout,
            socket_timeout=timeout,
            socket_connect_timeout=timeout,
            retry=Retry(NoBackoff(), 0),
        )
        self.breaker = Breaker(window=10, least=3, first=1.0, longest=10.0)
        self.failures = 0

    async def get(self, key: str) -> bytes | None:
        """The value of this key; None if there is none or Redis does not answer."""
        digest = self._digest(key)

        def is_value(reply: object) -> bool:
            return reply is None or (isinstance(reply, bytes) and reply[:_DIGEST] == digest)

        value = await self._ask(is_value, b"GET", _name(digest))
        return value[_DIGEST:] if isinstance(value, bytes) else None

    async def put(self, key: str, value: bytes, ttl: float) -> None:
        """Stores a value for `ttl` seconds, if Redis accepts it."""
        if len(value) <= _MAX_VALUE:
            digest = self._digest(key)
            milliseconds = b"%d" % max(1, int(ttl * 1000))
            await self._ask(lambda reply: reply == b"OK", b"SET", _name(digest), digest + value, b"PX", milliseconds)

    async def aclose(self) -> None:
        """Closes the connections."""
        await self._pool.aclose()

    async def _ask(self, is_sound: Callable[[object], bool], *command: bytes) -> object:
        """The reply to a command; None if there is no valid one."""
        if not self.breaker.admits():
            return None
        try:
            async with asyncio.timeout(self._timeout * 2):
                reply = await self._exchange(is_sound, command)
        except Exception as error:  # noqa: BLE001  # a broken reply can become anything inside the client library
            self.failures += 1
            self.breaker.failed()
            if not isinstance(error, (RedisError, OSError, _StrayReplyError)):
                _log.warning("Redis did not answer in its protocol: %s", type(error).__name__)
            return None
        except BaseException:
            self.breaker.ignored()
            raise
        self.breaker.succeeded()
        return reply

    async def _exchange(self, is_sound: Callable[[object], bool], command: tuple[bytes, ...]) -> object:
        """One command on one connection, which is used again only after a complete and valid reply."""
        connection: AbstractConnection = await self._pool.get_connection()  # type: ignore[no-untyped-call]
        sound = False
        try:
            await connection.send_command(*command)
            # Replies stay bytes, whatever the options in the URL say.
            reply = await connection.read_response(disable_decoding=True)
            sound = is_sound(reply)
            if not sound:
                raise _StrayReplyError
            return reply
        finally:
            # Shielded, so that a cancelled caller does not remove the connection from the pool forever.
            await asyncio.shield(self._give_back(connection, sound=sound))

    async def _give_back(self, connection: AbstractConnection, *, sound: bool) -> None:
        try:
            if not sound:
                await connection.disconnect(nowait=True)
        finally:
            await self._pool.release(connection)

    def _digest(self, key: str) -> bytes:
        return hashlib.sha256(f"{self._scope}\n{key}".encode()).digest()


class RedisDocuments:
    """Registered documents in Redis: a store of texts by their SHA-256, shared by all workers."""

    def __init__(self, store: RedisStore, *, ttl: float = _DOCUMENT_TTL) -> None:
        self._store = store
        self._ttl = ttl

    async def get(self, sha256: str) -> str | None:
        """The document with this hash. The hash is checked, because others may write to Redis."""
        raw = await self._store.get(f"document\n{sha256}")
        if raw is None or hashlib.sha256(raw).hexdigest() != sha256:
            return None
        return raw.decode("utf-8", "surrogatepass")

    async def put(self, sha256: str, document: str) -> None:
        """Stores a document whose hash was checked."""
        await self._store.put(f"document\n{sha256}", document.encode("utf-8", "surrogatepass"), self._ttl)


def _name(digest: bytes) -> bytes:
    return b"lectern:1:" + digest.hex().encode()
