"""The public cache: answers for visitors, shared by all requests and fetched once at a time.

A private answer cannot enter it. There is no `put`: the cache makes its calls itself, as a `PublicCall`, which carries
no credentials and cannot be built for a private endpoint or a signed-in caller.
"""

import asyncio
import logging
import math
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec

from loaders.answer import Answer
from loaders.calls.judge import Outcome, failure
from loaders.calls.public_call import PrivateAnswerError, PublicCall
from loaders.calls.second_tier import Entry, Tier, unpack, withdrawn
from loaders.endpoint import Missing
from loaders.errors import Code, Failure
from loaders.segmented_cache import SegmentedCache
from loaders.shapes import Expected

__all__ = ["PublicCache", "PublicCall", "Result", "Tier"]

_ENTRY_OVERHEAD = 768
_SERVED_STALE = frozenset(
    {
        Code.UPSTREAM_TIMEOUT,
        Code.UPSTREAM_UNAVAILABLE,
        Code.UPSTREAM_INVALID,
        Code.OVERLOADED,
        Code.RATE_LIMITED,
        Code.INTERNAL,
    }
)
"""Failures that say nothing about the course; a stale answer is served instead."""
_WITHDRAWN = frozenset({Code.NOT_FOUND, Code.FORBIDDEN, Code.UNAUTHENTICATED})
"""Failures that withdraw an answer from visitors; the cached one must not be served again."""
_log = logging.getLogger("loaders.calls.public_cache")


class Result(msgspec.Struct):
    """The result of one call: its outcome, and the status, body size and `Date` header of the last attempt.

    `cookies` are the `Set-Cookie` headers that the endpoint allows. `expected` is how the answer will be read, if
    known.
    """

    outcome: Outcome
    attempts: int = 0
    status: int | None = None
    size: int = 0
    date: str | None = None
    cached: bool = False
    cookies: tuple[str, ...] = ()
    expected: Expected | None = None


Trace = Sequence[tuple[str, str]]
Ask = Callable[[PublicCall, float, Trace], Awaitable[Result]]


@dataclass(slots=True)
class Counts:
    """Hits and misses of the cache."""

    hits: int = 0
    misses: int = 0
    stale: int = 0
    joined: int = 0


class _Held(NamedTuple):
    entry: Entry
    size: int


class PublicCache:
    """Public answers by URL and language, bounded by bytes. Answers that are used again stay longer.

    An answer is fresh for the `ttl` of its endpoint. For `revalidate` seconds more it is served while one task fetches
    a new one, and for `if_error` seconds more if the LMS fails. It is removed, here and from the tier, as soon as the
    LMS withdraws it from visitors.
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
        self._entries: SegmentedCache[PublicCall, _Held] = SegmentedCache(max_bytes, lambda held: held.size)
        self._flights: dict[PublicCall, asyncio.Task[Result]] = {}
        self._puts: set[asyncio.Task[None]] = set()

    @property
    def size(self) -> int:
        """Bytes held."""
        return int(self._entries.weight)

    async def get(self, call: PublicCall, *, deadline: float, trace: Trace = ()) -> Result:
        """The cached answer if it is fresh enough, otherwise the LMS's. `cached` says which one."""
        if type(call) is not PublicCall:
            raise PrivateAnswerError("only public calls are shared")
        entry = self._held(call)
        age = self._age(entry)
        if self._tier is not None and age >= call.endpoint.ttl:
            # Another worker may have stored a newer answer.
            entry = await self._from_tier(call, self._tier)
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
            self._entries.pop(call)
        return result

    async def _joined(self, call: PublicCall, deadline: float, trace: Trace) -> Result:
        """Waits for the single flight of this call. Cancelling one waiter does not cancel it for others."""
        if call in self._flights:
            self.counts.joined += 1
        flight = self._fly(call, trace)
        left = deadline - time.monotonic()
        done, _ = await asyncio.wait({flight}, timeout=max(0.0, left))
        if not done:
            return Result(failure(call.endpoint, Code.UPSTREAM_TIMEOUT, "did not respond in time"))
        if flight.cancelled():
            return Result(failure(call.endpoint, Code.UPSTREAM_UNAVAILABLE, "is not asked any more"))
        result = flight.result()
        outcome = result.outcome
        # Each request gets its own object, because decoded shapes are cached in it.
        if isinstance(outcome, Answer):
            own = Answer(call.endpoint, outcome.raw, outcome.status, outcome.date)
            return msgspec.structs.replace(result, outcome=own)
        return result

    def _fly(self, call: PublicCall, trace: Trace) -> "asyncio.Task[Result]":
        flight = self._flights.get(call)
        if flight is None:
            flight = self._flights[call] = asyncio.create_task(self._fetch(call, trace))
            flight.add_done_callback(lambda _: self._flights.pop(call, None))
        return flight

    async def _fetch(self, call: PublicCall, trace: Trace) -> Result:
        """Makes the call and caches its outcome. Errors become values, because nobody may be waiting."""
        result = Result(failure(call.endpoint, Code.INTERNAL, "could not be read"))
        try:
            result = await self._ask(call, time.monotonic() + call.endpoint.pace.value, trace)
            self._learn(call, result.outcome)
        except Exception:  # noqa: BLE001  # a task of its own: there is nobody else to catch it
            _log.exception("unforeseen error in a visitors' call of %s", call.endpoint.name)
        return result

    def _learn(self, call: PublicCall, outcome: Outcome) -> None:
        if isinstance(outcome, Answer):
            if outcome.status == 200:
                entry = Entry(self._clock(), outcome.status, outcome.date, outcome.raw)
                self._keep(call, entry)
                self._put(call, entry)
        elif isinstance(outcome, Missing) or outcome.code in _WITHDRAWN:
            self._entries.pop(call)
            # A tombstone is stored, so that other workers drop their copies too.
            self._put(call, withdrawn(self._clock()))

    def _put(self, call: PublicCall, entry: Entry) -> None:
        if self._tier is None:
            return
        ttl = call.endpoint.ttl + self._revalidate + self._if_error
        put = asyncio.create_task(self._tier.put(_key(call), entry.pack(), ttl))
        self._puts.add(put)  # keeps a reference to the task
        put.add_done_callback(self._puts.discard)

    async def _from_tier(self, call: PublicCall, tier: Tier) -> Entry | None:
        """The entry of the tier if it is newer than the one in memory, otherwise the latter."""
        raw = await tier.get(_key(call))
        found = unpack(raw, call.endpoint) if raw is not None else None
        held = self._held(call)
        if found is None or self._age(found) >= self._age(held):
            return held
        if found.gone:
            self._entries.pop(call)
            return None
        self._keep(call, found)
        return found

    def _held(self, call: PublicCall) -> Entry | None:
        held = self._entries.get(call)
        return held.entry if held is not None else None

    def _keep(self, call: PublicCall, entry: Entry) -> None:
        size = len(entry.body) + len(call.target) + len(call.language) + _ENTRY_OVERHEAD
        self._entries.put(call, _Held(entry, size))

    def _age(self, entry: Entry | None) -> float:
        """Age in seconds. Infinite without an entry, and for an entry from the future (a wrong clock)."""
        age = self._clock() - entry.stored if entry is not None else math.inf
        return age if age >= 0 else math.inf

    async def aclose(self) -> None:
        """Cancels the calls in progress."""
        tasks: list[asyncio.Task[Any]] = [*self._flights.values(), *self._puts]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _kept(call: PublicCall, entry: Entry) -> Result:
    answer = Answer(call.endpoint, entry.body, entry.status, entry.date)
    return Result(answer, status=entry.status, size=len(entry.body), date=entry.date, cached=True)


def _key(call: PublicCall) -> str:
    return f"{call.endpoint.service}\n{call.language}\n{call.target}"
