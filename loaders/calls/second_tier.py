"""The second tier of the public cache: its interface and the format of its entries."""

from typing import Protocol

import msgspec

from loaders.answer import Answer
from loaders.calls.judge import judge
from loaders.endpoint import Endpoint

_GONE = 410


class Tier(Protocol):
    """A slower, larger store behind the memory, shared by workers and machines. Never raises."""

    async def get(self, key: str) -> bytes | None:
        """The value of this key."""

    async def put(self, key: str, value: bytes, ttl: float) -> None:
        """Stores a value for `ttl` seconds."""


class ScopedTier:
    """A tier whose keys are prefixed with a scope."""

    def __init__(self, tier: Tier, scope: str) -> None:
        self._tier = tier
        self._scope = scope

    async def get(self, key: str) -> bytes | None:
        """The value of this key."""
        return await self._tier.get(f"{self._scope}\n{key}")

    async def put(self, key: str, value: bytes, ttl: float) -> None:
        """Stores a value for `ttl` seconds."""
        await self._tier.put(f"{self._scope}\n{key}", value, ttl)


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """A cached answer. `stored` is wall-clock time in seconds, because machines share it."""

    stored: float
    status: int
    date: str | None
    body: bytes

    @property
    def gone(self) -> bool:
        """True for a tombstone: the answer was withdrawn at `stored`."""
        return self.status == _GONE

    def pack(self) -> bytes:
        """The entry as `unpack` reads it."""
        return msgspec.msgpack.encode(self)


def withdrawn(now: float) -> Entry:
    """The tombstone that replaces a withdrawn answer."""
    return Entry(now, _GONE, None, b"")


def unpack(raw: bytes, endpoint: Endpoint) -> Entry | None:
    """Decodes an entry. None if it is invalid, or would not be accepted as a response of the service."""
    try:
        entry = msgspec.msgpack.decode(raw, type=Entry)
        if entry.gone:
            return entry
        entry.body.decode()
        outcome = judge(endpoint, entry.status, {"content-type": "application/json"}, entry.body)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None
    return entry if isinstance(outcome, Answer) and entry.status == 200 else None
