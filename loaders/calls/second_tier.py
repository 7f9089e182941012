"""The second tier of the public cache: what is kept there, and what is believed of it."""

from typing import Protocol

import msgspec

from loaders.answer import Answer
from loaders.calls.judge import judge
from loaders.endpoint import Endpoint

_GONE = 410


class Tier(Protocol):
    """A slower, larger store behind the memory, shared by workers and machines. Never raises."""

    async def get(self, key: str) -> bytes | None:
        """The value kept under this key."""

    async def put(self, key: str, value: bytes, ttl: float) -> None:
        """Keeps a value for `ttl` seconds."""


class ScopedTier:
    """A part of a tier: what another scope keeps is not found in this one."""

    def __init__(self, tier: Tier, scope: str) -> None:
        self._tier = tier
        self._scope = scope

    async def get(self, key: str) -> bytes | None:
        """The value kept under this key."""
        return await self._tier.get(f"{self._scope}\n{key}")

    async def put(self, key: str, value: bytes, ttl: float) -> None:
        """Keeps a value for `ttl` seconds."""
        await self._tier.put(f"{self._scope}\n{key}", value, ttl)


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """A kept answer. `stored` is wall-clock time in seconds: machines share it through the second tier."""

    stored: float
    status: int
    date: str | None
    body: bytes

    @property
    def gone(self) -> bool:
        """True when this is no answer but says that there is none since `stored`."""
        return self.status == _GONE

    def pack(self) -> bytes:
        """The entry as `unpack` reads it."""
        return msgspec.msgpack.encode(self)


def withdrawn(now: float) -> Entry:
    """The entry that takes the place of an answer the service no longer gives."""
    return Entry(now, _GONE, None, b"")


def unpack(raw: bytes, endpoint: Endpoint) -> Entry | None:
    """The entry in a value of the tier; None where the same answer would not be believed of the service itself."""
    try:
        entry = msgspec.msgpack.decode(raw, type=Entry)
        if entry.gone:
            return entry
        entry.body.decode()
        outcome = judge(endpoint, entry.status, {"content-type": "application/json"}, entry.body)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None
    return entry if isinstance(outcome, Answer) and entry.status == 200 else None
