"""The public cache: answers that any visitor may see, kept for all of them, and asked for by one at a time.

A private answer cannot get in. There is no `put`: the cache asks by itself, and all it can ask is a `PublicCall`,
which carries no credentials and cannot be made of a private endpoint or on behalf of somebody who is signed in.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, final

import msgspec
from cachetools import LRUCache

from loaders.credentials import Credentials
from loaders.endpoint import Call, Endpoint, Scope
from loaders.errors import Code, Failure
from loaders.judge import Outcome
from loaders.payload import Answer

_TRACE = frozenset({"x-request-id", "x-forwarded-for", "traceparent"})
_ENTRY_OVERHEAD = 512
_SERVED_STALE = frozenset(
    {
        Code.UPSTREAM_TIMEOUT,
        Code.UPSTREAM_UNAVAILABLE,
        Code.UPSTREAM_INVALID,
        Code.OVERLOADED,
        Code.RATE_LIMITED,
    }
)
"""Failures that say nothing about the course: what was known of it is still the best answer."""


class PrivateAnswerError(TypeError):
    """Something that is not public was about to be shared."""


@final
@dataclass(frozen=True, slots=True, init=False)
class PublicCall:
    """A GET of a public endpoint as a visitor asks it. Equal when address and language are."""

    endpoint: Endpoint
    target: str
    language: str

    def __init__(self, call: Call, credentials: Credentials, extra: Mapping[str, str] | None = None) -> None:
        endpoint = call.endpoint
        if endpoint.scope is not Scope.PUBLIC or endpoint.method != "GET" or endpoint.effects:
            raise PrivateAnswerError(f"{endpoint.name} is not a public endpoint")
        if not credentials.anonymous:
            raise PrivateAnswerError("somebody is signed in")
        object.__setattr__(self, "endpoint", endpoint)
        object.__setattr__(self, "target", call.target(extra) if extra else call.target())
        object.__setattr__(self, "language", credentials.language)

    @staticmethod
    def of(call: Call, credentials: Credentials, extra: Mapping[str, str] | None = None) -> "PublicCall | None":
        """The public call, or None when this one is private."""
        if call.endpoint.scope is not Scope.PUBLIC or not credentials.anonymous:
            return None
        return PublicCall(call, credentials, extra)

    def headers(self, trace: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """All that is sent: nothing of the caller but language, address and request id."""
        language = (("accept-language", self.language),) if self.language else ()
        known = tuple(header for header in trace if header[0] in _TRACE)
        return (("accept", "application/json"), ("accept-encoding", "identity"), *language, *known)


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """A kept answer. `stored` is wall-clock time in seconds: machines share it through the second tier."""

    stored: float
    status: int
    date: str | None
    body: bytes


@dataclass(slots=True)
class Result:
    """What came of one call: the outcome, and of its last attempt status, body size and the LMS's `Date`."""

    outcome: Outcome
    attempts: int = 0
    status: int | None = None
    size: int = 0
    date: str | None = None
    cached: bool = False


Ask = Callable[[PublicCall, float, Sequence[tuple[str, str]]], Awaitable[Result]]


class Tier(Protocol):
    """A slower, larger store behind the memory, shared by workers and machines. Never raises."""

    async def get(self, key: str) -> bytes | None:
        """The value kept under this key."""

    async def put(self, key: str, value: bytes, ttl: float) -> None:
        """Keeps a value for `ttl` seconds."""


@dataclass(slots=True)
class Counts:
    """How often the cache could answer."""

    hits: int = 0
    misses: int = 0
    stale: int = 0
    joined: int = 0


class PublicCache:
    """Public answers by address and language, bounded by bytes.

    Within an endpoint's `ttl` an answer is fresh. Up to `revalidate` seconds longer it is still given at once, while
    one task fetches a new one. Up to `if_error` seconds longer it is given when the LMS fails.
    """

    def __init__(
        self,
        ask: Ask,
        *,
        max_bytes: int,
        tier: Tier | None = None,
        revalidate: float = 300.0,
        if_error: float = 86400.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.counts = Counts()
        self._ask = ask
        self._tier = tier
        self._revalidate = revalidate
        self._if_error = if_error
        self._clock = clock
        self._entries: LRUCache[PublicCall, Entry] = LRUCache(max_bytes, getsizeof=_size)
        self._flights: dict[PublicCall, asyncio.Task[Result]] = {}
        self._puts: set[asyncio.Task[None]] = set()

    @property
    def size(self) -> int:
        """Bytes held."""
        return int(self._entries.currsize)

    async def get(self, call: PublicCall, *, deadline: float, trace: Sequence[tuple[str, str]] = ()) -> Result:
        """The kept answer when it is fresh enough, else the LMS's; `cached` tells which."""
        if type(call) is not PublicCall:
            raise PrivateAnswerError("only public calls are shared")
        entry = self._entries.get(call)
        age = self._age(entry)
        if self._tier is not None and (entry is None or age >= call.endpoint.ttl):
            # Another worker may have a newer one by now.
            entry = await self._from_tier(call) or entry
            age = self._age(entry)
        if entry is not None and age < call.endpoint.ttl:
            self.counts.hits += 1
            return _kept(call, entry)
        if entry is not None and age < call.endpoint.ttl + self._revalidate:
            self.counts.stale += 1
            self._fly(call, trace)
            return _kept(call, entry)
        self.counts.misses += 1
        result = await self._joined(call, deadline, trace)
        outcome = result.outcome
        if isinstance(outcome, Failure) and outcome.code in _SERVED_STALE and entry is not None:
            if age < call.endpoint.ttl + self._revalidate + self._if_error:
                self.counts.stale += 1
                return _kept(call, entry)
            self._entries.pop(call, None)
        return result

    async def _joined(self, call: PublicCall, deadline: float, trace: Sequence[tuple[str, str]]) -> Result:
        """Waits for the one flight of this call. A visitor who leaves does not take the others' answer away."""
        if call in self._flights:
            self.counts.joined += 1
        flight = self._fly(call, trace)
        left = deadline - time.monotonic()
        done, _ = await asyncio.wait({flight}, timeout=max(0.0, left))
        if not done:
            what = f"The LMS's {call.endpoint.name} did not answer in time."
            return Result(Failure(Code.UPSTREAM_TIMEOUT, what, call.endpoint.name, call.endpoint.service))
        result = flight.result()
        outcome = result.outcome
        # Every request decodes its own: nothing that one of them makes of an answer is seen by another.
        if isinstance(outcome, Answer):
            return replace(result, outcome=Answer(call.endpoint, outcome.raw, outcome.status, outcome.date))
        return result

    def _fly(self, call: PublicCall, trace: Sequence[tuple[str, str]]) -> "asyncio.Task[Result]":
        flight = self._flights.get(call)
        if flight is None:
            flight = self._flights[call] = asyncio.create_task(self._fetch(call, trace))
            flight.add_done_callback(lambda _: self._flights.pop(call, None))
        return flight

    async def _fetch(self, call: PublicCall, trace: Sequence[tuple[str, str]]) -> Result:
        result = await self._ask(call, time.monotonic() + call.endpoint.pace.value, trace)
        outcome = result.outcome
        if isinstance(outcome, Answer) and outcome.status == 200:
            entry = Entry(self._clock(), outcome.status, outcome.date, outcome.raw)
            self._keep(call, entry)
            if self._tier is not None:
                ttl = call.endpoint.ttl + self._revalidate + self._if_error
                put = asyncio.create_task(self._tier.put(_key(call), msgspec.msgpack.encode(entry), ttl))
                self._puts.add(put)  # nobody waits for it, but somebody must hold it
                put.add_done_callback(self._puts.discard)
        return result

    async def _from_tier(self, call: PublicCall) -> Entry | None:
        assert self._tier is not None
        raw = await self._tier.get(_key(call))
        if raw is None:
            return None
        try:
            entry = msgspec.msgpack.decode(raw, type=Entry)
        except msgspec.MsgspecError:
            return None
        self._keep(call, entry)
        return entry

    def _keep(self, call: PublicCall, entry: Entry) -> None:
        if _size(entry) <= self._entries.maxsize:
            self._entries[call] = entry

    def _age(self, entry: Entry | None) -> float:
        if entry is None:
            return 0.0
        age = self._clock() - entry.stored
        # Nothing comes from the future: a machine whose clock is ahead does not make answers immortal.
        return age if age >= 0 else float("inf")

    async def aclose(self) -> None:
        """Ends the flights under way."""
        tasks: list[asyncio.Task[Any]] = [*self._flights.values(), *self._puts]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _kept(call: PublicCall, entry: Entry) -> Result:
    answer = Answer(call.endpoint, entry.body, entry.status, entry.date)
    return Result(answer, status=entry.status, size=len(entry.body), date=entry.date, cached=True)


def _size(entry: Entry) -> int:
    return len(entry.body) + _ENTRY_OVERHEAD


def _key(call: PublicCall) -> str:
    return f"{call.endpoint.service}\n{call.language}\n{call.target}"
