"""One upstream service: its transport, and the limits, retries and breakers around it."""

import asyncio
import time
from collections.abc import Sequence
from functools import partial

import httpx

from loaders.calls.bulkhead import Bulkhead, OverloadedError
from loaders.calls.cookies import allowed_cookies
from loaders.calls.guards import Guards, Watch
from loaders.calls.http1.transport import Http1Transport
from loaders.calls.judge import failure, judge, too_long, unasked
from loaders.calls.observer import Observer, asked, begin, record_of
from loaders.calls.public_cache import PublicCache, PublicCall, Result, Tier
from loaders.calls.reachability import ReachabilityLog
from loaders.calls.retry import ATTEMPTS, RETRIED, RetryBudget, delay, repeatable
from loaders.calls.support import Support
from loaders.calls.transport import Exchange, HttpxTransport, Reply, Transport, never_sent
from loaders.endpoint import MAX_TARGET, Endpoint
from loaders.errors import Code, Failure

_MAX_BODY = 16 * 1024 * 1024
_LEAST_TIME = 0.02
_PROBES = 2
"""Connections for health checks, so that calls that hang do not make the service look unreachable."""


class Upstream:
    """One upstream service: its base URL, its transport and its limits. Shared by all requests of a worker.

    `services` has the other services by name, each with its own pool, limits and headers.
    """

    def __init__(
        self,
        base_url: str,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        max_connections: int = 100,
        max_waiting: int = 400,
        connect_timeout: float = 2.0,
        max_body: int = _MAX_BODY,
        deadline: float = float("inf"),
        shared_bytes: int = 0,
        tier: Tier | None = None,
        observer: Observer | None = None,
        headers: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`headers` are the gateway's own credentials for the service, sent with every call.

        `deadline` is the time of a whole request in seconds.
        """
        self.base_url = base_url.rstrip("/")
        self.services: dict[str, Upstream] = {}
        self._deadline = deadline
        self.observer = observer
        self._headers = tuple(headers)
        self._reachability = ReachabilityLog(self.base_url)
        self.bulkhead = Bulkhead(max_connections, max_waiting)
        self.guards = Guards(shared=not headers)
        self.retries = RetryBudget()
        self.replacements = RetryBudget(ratio=0.5, most=50.0)
        self.support = Support()
        self.shared = PublicCache(self._ask_public, max_bytes=shared_bytes, tier=tier) if shared_bytes else None
        self._transport: Transport
        self._probes: Transport
        if transport is None:
            pooled = partial(Http1Transport, self.base_url, max_body=max_body, connect_timeout=connect_timeout)
            self._transport = pooled(max_connections=max_connections)
            self._probes = pooled(max_connections=_PROBES)
        else:
            self._transport = self._probes = HttpxTransport(
                self.base_url, transport, max_body=max_body, connect_timeout=connect_timeout
            )

    async def aclose(self) -> None:
        """Cancels the calls of the public cache and closes all connections."""
        if self.shared is not None:
            await self.shared.aclose()
        await self._transport.aclose()
        await self._probes.aclose()
        for other in self.services.values():
            await other.aclose()

    async def reachable(self, timeout: float = 2.0) -> bool:
        """True if the service answers without a server error."""
        reply = await self.probe("/", timeout=timeout)
        return reply is not None and reply.status < 500

    async def probe(self, target: str, timeout: float = 2.0) -> Reply | None:
        """The same as `request_as_visitor`; None if there is no response."""
        try:
            return await self.request_as_visitor(target, timeout=timeout)
        except (TimeoutError, httpx.TransportError, OverflowError) as error:
            self._reachability.record(error)
            return None

    async def request_as_visitor(self, target: str, timeout: float = 2.0) -> Reply:
        """A GET without credentials, retries and breakers, on separate connections. Raises like `send`."""
        headers = [("accept", "application/json, */*"), *self._headers]
        return await self._probes.exchange(Exchange("GET", target, headers, None, timeout, time.monotonic() + timeout))

    async def send(
        self,
        method: str,
        target: str,
        headers: Sequence[tuple[str, str]],
        *,
        timeout: float,
        content: bytes | None = None,
    ) -> Reply:
        """One request without retries and breakers. Raises TimeoutError, httpx.TransportError or OverflowError."""
        request = Exchange(method, target, headers, content, timeout, time.monotonic() + timeout)
        return await self._transport.exchange(request)

    async def perform(
        self,
        endpoint: Endpoint,
        target: str,
        headers: Sequence[tuple[str, str]],
        *,
        deadline: float,
        content: bytes | None = None,
        into: Result | None = None,
    ) -> Result:
        """One call with breakers, bulkhead and retries. Does not raise if the upstream fails; `deadline` is monotonic.

        `into` is filled during the call, so that the caller can inspect a cancelled call.
        """
        if len(target) > MAX_TARGET:
            return Result(too_long(endpoint))
        if self.support.lacks(endpoint):
            return Result(failure(endpoint, Code.UPSTREAM_NOT_SUPPORTED, "is not part of this LMS"))
        end = min(deadline, time.monotonic() + endpoint.pace._value_)  # enum's own property is slow
        watch = self.guards.watch(endpoint, target, headers)
        refused = watch.refused()
        if refused is not None:
            why, wait = refused
            what = f"is not called for a moment: {why}"
            return Result(failure(endpoint, Code.UPSTREAM_UNAVAILABLE, what, wait=max(1.0, round(wait, 1))))
        self.retries.earn()
        sent = (*headers, *self._headers) if self._headers else headers
        request = Exchange(endpoint.method, target, sent, content, endpoint.pace.read, end)
        result = Result(unasked(endpoint)) if into is None else into
        try:
            for attempt in range(1, ATTEMPTS + 1):
                again = await self._attempt(endpoint, request, result, watch)
                if not again or attempt == ATTEMPTS or watch.troubled:
                    break
                failed = result.outcome
                retry_after = failed.retry_after if isinstance(failed, Failure) else None
                pause = delay(attempt + 1, retry_after)
                if time.monotonic() + pause + _LEAST_TIME > end or not self.retries.spend():
                    break
                await asyncio.sleep(pause)
        finally:
            watch.report()
        if endpoint.optional and result.status is not None:
            outcome = result.outcome
            absent = isinstance(outcome, Failure) and outcome.code is Code.UPSTREAM_NOT_SUPPORTED
            self.support.note(endpoint, there=not absent)
        return result

    async def _ask_public(self, call: PublicCall, deadline: float, trace: Sequence[tuple[str, str]]) -> Result:
        """Makes a call for the public cache, with the headers of the call and no credentials.

        The observer is notified here, once, because several requests, or none, may wait for the call.
        """
        started = time.monotonic()
        endpoint, observer = call.endpoint, self.observer
        wave, keys = asked.get()
        span, headers = begin(observer, endpoint, call.headers(trace), keys=keys, wave=wave)
        result = Result(unasked(endpoint))
        cancelled = True
        try:
            result = await self.perform(endpoint, call.target, headers, deadline=deadline, into=result)
            cancelled = False
        finally:
            if observer is not None:
                record = record_of(endpoint, call.target, started, result, keys=keys, wave=wave, cancelled=cancelled)
                observer.end(span, record)
        return result

    async def _attempt(self, endpoint: Endpoint, request: Exchange, result: Result, watch: Watch) -> bool:
        """Makes one attempt and stores its outcome in `result`. True if a retry is useful and safe."""
        started = time.monotonic()
        left = request.deadline - started
        if left <= 0:
            return False
        result.status, result.size, result.cookies = None, 0, ()
        view, bulkhead = endpoint.view_name, self.bulkhead
        entered = bulkhead.take(view)
        try:
            if not entered:
                async with asyncio.timeout(left):
                    await bulkhead.turn(view)
                entered, started = True, time.monotonic()
            result.attempts += 1
            reply = await self._transport.exchange(request)
            bulkhead.note(time.monotonic() - started)
        except TimeoutError:
            return self._timed_out(endpoint, left, entered, result, watch)
        except OverloadedError as overload:
            return self._overloaded(endpoint, overload.wait, result)
        except (OverflowError, httpx.TransportError) as error:
            return self._broken(endpoint, error, result, watch)
        finally:
            if entered:
                bulkhead.leave(view)
        result.status = reply.status
        result.size = len(reply.body)
        result.date = reply.headers.get("date")
        if endpoint.cookies:
            result.cookies = allowed_cookies(reply.cookies, endpoint.cookies)
        result.outcome = judge(endpoint, reply.status, reply.headers, reply.body, result.expected)
        if reply.status in RETRIED and isinstance(result.outcome, Failure):
            watch.lost(reached=True)
            return repeatable(endpoint, sent=True)
        watch.answered()
        if endpoint.proves_sign_in and 200 <= reply.status < 300:
            self.guards.learn(request.headers)
        return False

    def _broken(self, endpoint: Endpoint, error: Exception, result: Result, watch: Watch) -> bool:
        if isinstance(error, OverflowError):
            watch.answered()
            result.outcome = failure(endpoint, Code.UPSTREAM_INVALID, "returned a response that is too large")
            return False
        if isinstance(error, httpx.LocalProtocolError):
            what = "was not asked: an argument or a header cannot be sent"
            result.outcome = failure(endpoint, Code.BAD_USER_INPUT, what)
            return False
        if isinstance(error, httpx.ReadTimeout):
            return self._timed_out(endpoint, endpoint.pace.read, True, result, watch)
        unreached = never_sent(error)
        if unreached:
            self._reachability.record(error)
        watch.lost(reached=not unreached)
        if isinstance(error, httpx.RemoteProtocolError):
            result.outcome = failure(endpoint, Code.UPSTREAM_INVALID, "did not respond with valid HTTP")
            return False
        if isinstance(error, httpx.ReadError):
            # Not retried: it would most likely break off again.
            result.outcome = failure(endpoint, Code.UPSTREAM_UNAVAILABLE, "closed the connection during its response")
            return False
        result.outcome = failure(endpoint, Code.UPSTREAM_UNAVAILABLE, "could not be reached")
        return repeatable(endpoint, sent=not unreached)

    def _timed_out(self, endpoint: Endpoint, seconds: float, sent: bool, result: Result, watch: Watch) -> bool:
        if not sent:
            return self._overloaded(endpoint, self.bulkhead.wait, result)
        if seconds * 2 >= min(endpoint.pace.read, self._deadline):
            watch.lost(reached=True)  # a call with less time than usual says nothing about the service
        result.outcome = failure(endpoint, Code.UPSTREAM_TIMEOUT, f"did not respond within {seconds:.1f} s")
        return False

    def _overloaded(self, endpoint: Endpoint, wait: float, result: Result) -> bool:
        result.outcome = failure(endpoint, Code.OVERLOADED, "has too many waiting calls", wait=wait)
        return False
