"""The client of one request: its credentials, its deadline, and its log of calls."""

import asyncio
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from loaders.calls.headers import RequestHeaders
from loaders.calls.judge import Outcome, closed, unasked
from loaders.calls.observer import Headers, Record, asked, begin, record_of
from loaders.calls.public_cache import PublicCall, Result
from loaders.calls.retry import is_strain
from loaders.calls.upstream import Upstream
from loaders.calls.wave import current_wave, depend_on
from loaders.credentials import Credentials
from loaders.endpoint import Call, Endpoint, Scope
from loaders.errors import Code, Failure
from loaders.shapes import Expectations

__all__ = ["Allowance", "LmsClient", "Outcome", "Record", "Upstream", "closed"]

_ACCEPTED = (("accept", "application/json"), ("accept-encoding", "identity"))
_UNAUTHORIZED = 401

MERGE_PATCH = "application/merge-patch+json"
"""The media type that the LMS requires for a PATCH."""


class Allowance:
    """The number of calls that a request may still make, of all services together."""

    __slots__ = ("_left", "_limit")

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._left = limit

    def spend(self, endpoint: Endpoint) -> Failure | None:
        """Counts one call. Returns the failure to use as its outcome if none is left."""
        if self._left <= 0:
            what = f"This operation needs more than the {self._limit} calls of the LMS that are allowed: ask for less."
            return Failure(Code.QUERY_TOO_COMPLEX, what, endpoint.name, endpoint.service)
        self._left -= 1
        return None


class LmsClient:
    """Makes the calls of one request, with the caller's credentials and a deadline, and keeps a log of them.

    `allowance` is shared with the clients of other services in the same request. Without one, calls are not counted.
    `expected` says how the answers of an endpoint will be read, where it is known.
    """

    def __init__(
        self,
        upstream: Upstream,
        credentials: Credentials,
        *,
        deadline: float,
        headers: Sequence[tuple[str, str]] = (),
        allowance: Allowance | None = None,
    ) -> None:
        self.upstream = upstream
        self.credentials = credentials
        self.records: list[Record] = []
        self.expected = Expectations()
        self.date: str | None = None
        self.active = 0
        self._waiting: list[asyncio.Future[None]] = []
        self.deadline = deadline
        self._allowance = allowance
        self._wave = 0
        self._tasks: set[asyncio.Task[Any]] = set()
        self._trace = tuple(headers)
        self._headers = RequestHeaders((*_ACCEPTED, *headers, *credentials.headers))

    def when_loaded(self, service: str) -> "LmsClient | None":
        """The client of another service, without the caller's credentials; None if the service is not configured."""
        upstream = self.upstream.services.get(service)
        if upstream is None:
            return None
        trace = [header for header in self._trace if header[0] != "x-forwarded-for"]
        client = LmsClient(upstream, Credentials(), deadline=self.deadline, headers=trace, allowance=self._allowance)
        client.expected = self.expected
        return client

    async def get(self, call: Call, *, extra: Mapping[str, str] | None = None, keys: int = 1) -> Outcome:
        """The outcome of a GET: an answer, missing, or a failure. Does not raise if the upstream fails."""
        endpoint = call.endpoint
        if not self.credentials.opens(endpoint):
            return closed(endpoint, self.credentials)
        exhausted = self._allowance.spend(endpoint) if self._allowance is not None else None
        if exhausted is not None:
            return exhausted
        if endpoint.scope is Scope.PUBLIC and self.upstream.shared is not None:
            public = PublicCall.of(call, self.credentials, extra)
            if public is not None:
                return await self._public(public, keys)
        if endpoint.timezone is not None and self.credentials.timezone is not None:
            extra = {**(extra or {}), endpoint.timezone: self.credentials.timezone}
        target = call.target(extra) if extra else call.target()
        headers: Headers = self._headers
        if endpoint.body is not None:
            headers = (*headers, *self.credentials.write_headers, ("content-type", MERGE_PATCH))
        outcome = (await self._exchange(endpoint, target, headers, endpoint.body, keys, current_wave() + 1)).outcome
        refused = isinstance(outcome, Failure) and outcome.status == _UNAUTHORIZED
        if refused and endpoint.scope is Scope.PUBLIC and not self.credentials.anonymous:
            return await self._as_visitor(call, extra, keys)
        return outcome

    async def _as_visitor(self, call: Call, extra: Mapping[str, str] | None, keys: int) -> Outcome:
        """The answer for visitors, if the LMS refuses the caller's credentials."""
        refused = self._allowance.spend(call.endpoint) if self._allowance is not None else None
        if refused is not None:
            return refused
        public = PublicCall(call, Credentials(language=self.credentials.language), extra)
        if self.upstream.shared is not None:
            return await self._public(public, keys)
        headers = public.headers(self._trace)
        return (await self._exchange(call.endpoint, public.target, headers, None, keys, current_wave() + 1)).outcome

    async def get_by_session(self, call: Call) -> Outcome:
        """The same GET, with the caller's session and without other credentials."""
        refused = self._allowance.spend(call.endpoint) if self._allowance is not None else None
        if refused is not None:
            return refused
        headers = (*_ACCEPTED, *self._trace, *self.credentials.session_headers)
        return (await self._exchange(call.endpoint, call.target(), headers, None, 1, current_wave() + 1)).outcome

    def may_replace(self, failures: Iterable[Failure]) -> bool:
        """True if other endpoints may be called in place of failed ones. A budget limits their number."""
        return not any(map(is_strain, failures)) or self.upstream.replacements.spend()

    async def write(self, call: Call, body: Any, *, content_type: str = "application/json") -> Outcome:
        """The outcome of a write, which is never retried. `body` is encoded as JSON; bytes are sent unchanged."""
        endpoint = call.endpoint
        if not self.credentials.opens(endpoint):
            return closed(endpoint, self.credentials)
        refused = self._allowance.spend(endpoint) if self._allowance is not None else None
        if refused is not None:
            return refused
        content = body if isinstance(body, bytes) else msgspec.json.encode(body)
        headers = (*self._headers, *self.credentials.write_headers, ("content-type", content_type))
        # Writes are sequential: each one depends on all calls before it.
        wave = max(current_wave(), self._wave) + 1
        return (await self._exchange(endpoint, call.target(), headers, content, 1, wave)).outcome

    async def relay(self, call: Call) -> Result:
        """The result of a GET that is passed to the caller, with the cookies that its endpoint allows."""
        return await self._exchange(call.endpoint, call.target(), self._headers, None, 1, current_wave() + 1)

    async def settled(self) -> None:
        """Waits until one of the calls in progress has ended; returns at once if there is none."""
        if self.active:
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            await turn
            depend_on(self._wave)

    def abort(self) -> None:
        """Cancels all calls of this service that are in progress."""
        for task in self._tasks:
            task.cancel()

    async def _exchange(
        self,
        endpoint: Endpoint,
        target: str,
        headers: Sequence[tuple[str, str]],
        content: bytes | None,
        keys: int,
        wave: int,
    ) -> Result:
        self.upstream.replacements.earn()
        started = time.monotonic()
        observer = self.upstream.observer
        span, headers = begin(observer, endpoint, headers, keys=keys, wave=wave)
        result = Result(unasked(endpoint), expected=self.expected.get(endpoint))
        cancelled = True
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.active += 1
        try:
            result = await self.upstream.perform(
                endpoint, target, headers, deadline=self.deadline, content=content, into=result
            )
            cancelled = False
        finally:
            self._tasks.discard(task)
            record = record_of(endpoint, target, started, result, keys=keys, wave=wave, cancelled=cancelled)
            self._note(record, result)
            if observer is not None:
                observer.end(span, record)
        return result

    async def _public(self, call: PublicCall, keys: int) -> Outcome:
        assert self.upstream.shared is not None
        started = time.monotonic()
        before = current_wave()
        self.active += 1
        result = Result(unasked(call.endpoint))
        asked.set((before + 1, keys))
        try:
            result = await self.upstream.shared.get(call, deadline=self.deadline, trace=self._trace)
        finally:
            # A cached answer takes no time: it belongs to the wave before it.
            wave = max(before, 1) if result.cached else before + 1
            record = record_of(call.endpoint, call.target, started, result, keys=keys, wave=wave)
            self._note(record, result)
            if result.cached and self.upstream.observer is not None:
                self.upstream.observer.end(None, record)  # the observer sees a call where it is made
        return result.outcome

    def _note(self, record: Record, result: Result) -> None:
        self.active -= 1
        if not result.cached:
            depend_on(record.wave)
            if record.wave > self._wave:
                self._wave = record.wave
            if result.date is not None:
                self.date = result.date
        self.records.append(record)
        for turn in self._waiting:
            if not turn.done():
                turn.set_result(None)
        self._waiting.clear()
