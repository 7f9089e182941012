"""The LMS as one request sees it: whose credentials, how much time is left, what has been called."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from loaders.credentials import Credentials
from loaders.endpoint import Call, Endpoint
from loaders.judge import Outcome, closed, unasked
from loaders.observe import Record, asked, begin, record_of
from loaders.shared import PublicCall, Result
from loaders.upstream import Upstream

__all__ = ["LmsClient", "Outcome", "Record", "Upstream", "closed"]


class LmsClient:
    """The upstream as one request sees it: the caller's credentials, a deadline, a log of calls."""

    def __init__(
        self,
        upstream: Upstream,
        credentials: Credentials,
        *,
        deadline: float,
        headers: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.upstream = upstream
        self.credentials = credentials
        self.records: list[Record] = []
        self.date: str | None = None
        self.active = 0
        self._ended = asyncio.Event()
        self._deadline = deadline
        self._wave = 0
        self._tasks: set[asyncio.Task[Any]] = set()
        self._trace = tuple(headers)
        self._headers = (
            ("accept", "application/json"),
            ("accept-encoding", "identity"),
            *headers,
            *credentials.headers,
        )

    def beside(self, service: str) -> "LmsClient | None":
        """Another service in the same request, without anything of the caller's; None when it is not configured."""
        upstream = self.upstream.beside.get(service)
        if upstream is None:
            return None
        trace = [header for header in self._trace if header[0] != "x-forwarded-for"]
        return LmsClient(upstream, Credentials(), deadline=self._deadline, headers=trace)

    async def get(self, call: Call, *, extra: Mapping[str, str] | None = None, keys: int = 1) -> Outcome:
        """The answer of a GET, what its absence means, or the failure. Never raises for an upstream fault."""
        endpoint = call.endpoint
        if not self.credentials.opens(endpoint):
            return closed(endpoint, self.credentials)
        if self.upstream.shared is not None:
            public = PublicCall.of(call, self.credentials, extra)
            if public is not None:
                return await self._public(public, keys)
        target = call.target(extra) if extra else call.target()
        return await self._exchange(endpoint, target, self._headers, None, keys)

    async def write(self, call: Call, body: Any, *, content_type: str = "application/json") -> Outcome:
        """The answer of a write (never retried). `body` is encoded as JSON, bytes are sent as they are."""
        endpoint = call.endpoint
        if not self.credentials.opens(endpoint):
            return closed(endpoint, self.credentials)
        content = body if isinstance(body, bytes) else msgspec.json.encode(body)
        headers = (*self._headers, *self.credentials.write_headers, ("content-type", content_type))
        return await self._exchange(endpoint, call.target(), headers, content, 1)

    async def settled(self) -> None:
        """Waits until the next call under way has ended; at once when there is none."""
        if self.active:
            self._ended.clear()
            await self._ended.wait()

    def abort(self) -> None:
        """Cancels every call under way: the client has gone, nobody will read the answers."""
        for task in self._tasks:
            task.cancel()

    async def _exchange(
        self,
        endpoint: Endpoint,
        target: str,
        headers: Sequence[tuple[str, str]],
        content: bytes | None,
        keys: int,
    ) -> Outcome:
        started = time.monotonic()
        wave = self._wave + 1
        observer = self.upstream.observer
        span, headers = begin(observer, endpoint, headers, keys=keys, wave=wave)
        result = Result(unasked(endpoint))
        cancelled = True
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.active += 1
        try:
            result = await self.upstream.perform(
                endpoint, target, headers, deadline=self._deadline, content=content, into=result
            )
            cancelled = False
        finally:
            self.active -= 1
            self._tasks.discard(task)
            self._ended.set()
            record = record_of(endpoint, target, started, result, keys=keys, wave=wave, cancelled=cancelled)
            self._note(record, result)
            if observer is not None:
                observer.end(span, record)
        return result.outcome

    async def _public(self, call: PublicCall, keys: int) -> Outcome:
        assert self.upstream.shared is not None
        started = time.monotonic()
        wave = self._wave + 1
        self.active += 1
        result = Result(unasked(call.endpoint))
        asked.set((wave, keys))
        try:
            result = await self.upstream.shared.get(call, deadline=self._deadline, trace=self._trace)
        finally:
            self.active -= 1
            self._ended.set()
            record = record_of(call.endpoint, call.target, started, result, keys=keys, wave=wave)
            self._note(record, result)
            if result.cached and self.upstream.observer is not None:
                self.upstream.observer.end(None, record)  # a call is observed where it is made
        return result.outcome

    def _note(self, record: Record, result: Result) -> None:
        self._wave = max(self._wave, record.wave)
        if result.date is not None and not result.cached:
            self.date = result.date
        self.records.append(record)
