"""The only file that knows httpx: one GET or write of the LMS, judged before anybody uses it."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx
import msgspec

from loaders.credentials import Credentials
from loaders.endpoint import Call, Endpoint, Missing
from loaders.errors import Code, Failure
from loaders.payload import Answer
from loaders.transport import PooledTransport, timed_out

Outcome = Answer | Missing | Failure

_MAX_BODY = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Record:
    """What one upstream call was, for explain and telemetry. Times are seconds of the monotonic clock."""

    endpoint: Endpoint
    method: str
    target: str
    started: float
    finished: float
    status: int | None
    size: int
    keys: int
    failure: Code | None


class Upstream:
    """One upstream service: its base URL, its transport and its limits. Shared by all requests of a worker."""

    def __init__(
        self,
        base_url: str,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        max_connections: int = 100,
        connect_timeout: float = 2.0,
        max_body: int = _MAX_BODY,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self.max_body = max_body
        self._connect_timeout = connect_timeout
        self._origin = httpx.URL(self.base_url)
        self._prefix = self._origin.raw_path.rstrip(b"/")
        self._host = self._origin.netloc.decode("ascii")
        self._transport = transport or PooledTransport(max_connections=max_connections)

    async def aclose(self) -> None:
        """Closes the pooled connections."""
        await self._transport.aclose()

    async def reachable(self, timeout: float = 2.0) -> bool:
        """True when the service answers anything at all."""
        try:
            status, _, _ = await self.send("GET", "/", [("accept", "*/*")], timeout=timeout)
        except (TimeoutError, httpx.HTTPError, OverflowError):
            return False
        return status < 500

    async def send(
        self,
        method: str,
        target: str,
        headers: Sequence[tuple[str, str]],
        *,
        timeout: float,
        content: bytes | None = None,
    ) -> tuple[int, httpx.Headers, bytes]:
        """One exchange. Raises TimeoutError, httpx.TransportError or OverflowError (body over the bound)."""
        url = self._origin.copy_with(raw_path=self._prefix + target.encode("ascii"))
        request = httpx.Request(
            method,
            url,
            headers=[("host", self._host), *headers],
            content=content,
            extensions={"timeout": {"connect": self._connect_timeout, "read": timeout, "pool": timeout}},
        )
        async with asyncio.timeout(timeout):
            response = await self._transport.handle_async_request(request)
            try:
                body = await self._read(response)
            finally:
                await response.aclose()
        return response.status_code, response.headers, body

    async def _read(self, response: httpx.Response) -> bytes:
        length = response.headers.get("content-length")
        if length is not None and length.isdigit() and int(length) > self.max_body:
            raise OverflowError
        chunks: list[bytes] = []
        size = 0
        async for chunk in response.aiter_raw():
            size += len(chunk)
            if size > self.max_body:
                raise OverflowError
            chunks.append(chunk)
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)


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
        self._headers = (
            ("accept", "application/json"),
            ("accept-encoding", "identity"),
            *headers,
            *credentials.headers,
        )

    async def get(self, call: Call, *, extra: Mapping[str, str] | None = None, keys: int = 1) -> Outcome:
        """The answer of a GET, what its absence means, or the failure. Never raises for an upstream fault."""
        endpoint = call.endpoint
        if not self.credentials.opens(endpoint):
            return closed(endpoint, self.credentials)
        target = call.target(extra) if extra else call.target()
        return await self._exchange(endpoint, endpoint.method, target, self._headers, None, keys)

    async def write(self, call: Call, body: Any, *, content_type: str = "application/json") -> Outcome:
        """The answer of a write (never retried). `body` is encoded as JSON, bytes are sent as they are."""
        endpoint = call.endpoint
        if not self.credentials.opens(endpoint):
            return closed(endpoint, self.credentials)
        content = body if isinstance(body, bytes) else msgspec.json.encode(body)
        headers = (*self._headers, *self.credentials.write_headers, ("content-type", content_type))
        return await self._exchange(endpoint, endpoint.method, call.target(), headers, content, 1)

    async def settled(self) -> None:
        """Waits until the next call under way has ended; at once when there is none."""
        if self.active:
            self._ended.clear()
            await self._ended.wait()

    async def _exchange(
        self,
        endpoint: Endpoint,
        method: str,
        target: str,
        headers: Sequence[tuple[str, str]],
        content: bytes | None,
        keys: int,
    ) -> Outcome:
        started = time.monotonic()
        budget = min(endpoint.pace.value, self._deadline - started)
        status: int | None = None
        size = 0
        outcome: Outcome
        if budget <= 0:
            outcome = _failure(endpoint, Code.UPSTREAM_TIMEOUT, "was not asked: the request's time was used up")
        else:
            self.active += 1
            try:
                status, reply, body = await self.upstream.send(method, target, headers, timeout=budget, content=content)
                size = len(body)
                self.date = reply.get("date", self.date)
                outcome = judge(endpoint, status, reply, body)
            except TimeoutError:
                outcome = _failure(endpoint, Code.UPSTREAM_TIMEOUT, f"did not answer within {budget:.1f} s")
            except httpx.TransportError as error:
                if timed_out(error):
                    outcome = _failure(endpoint, Code.UPSTREAM_TIMEOUT, f"did not answer within {budget:.1f} s")
                else:
                    outcome = _failure(endpoint, Code.UPSTREAM_UNAVAILABLE, "could not be reached")
            except OverflowError:
                outcome = _failure(endpoint, Code.UPSTREAM_INVALID, "answered more than the gateway accepts")
            finally:
                self.active -= 1
                self._ended.set()
        failure = outcome.code if isinstance(outcome, Failure) else None
        self.records.append(Record(endpoint, method, target, started, time.monotonic(), status, size, keys, failure))
        return outcome


def judge(endpoint: Endpoint, status: int, headers: httpx.Headers, body: bytes) -> Outcome:
    """What a status, its headers and a body mean for this endpoint."""
    if 200 <= status < 300:
        return _accepted(endpoint, status, headers, body)
    if 300 <= status < 400:
        # A redirect to HTML is how the LMS says "no access" or "sign in"; it is never followed.
        meaning = endpoint.missing.get(302)
        return meaning or _failure(endpoint, Code.UPSTREAM_INVALID, "answered with a redirect", status=status)
    if status == 401 and any(word in body for word in map(str.encode, endpoint.policy)):
        return Missing.REFUSED
    meaning = endpoint.missing.get(status)
    if meaning is not None:
        return _missing(endpoint, status, headers, meaning)
    if status == 401:
        return _failure(endpoint, Code.UNAUTHENTICATED, "asks for a valid sign-in", status=status)
    if status == 403:
        return _failure(endpoint, Code.FORBIDDEN, "does not allow this to the signed-in user", status=status)
    if status == 404:
        return _failure(endpoint, Code.NOT_FOUND, "knows nothing of this", status=status)
    if status == 429:
        wait = retry_after(headers, body)
        return _failure(endpoint, Code.RATE_LIMITED, "was asked too often", status=status, wait=wait)
    if status >= 500:
        wait = retry_after(headers, b"")
        return _failure(endpoint, Code.UPSTREAM_UNAVAILABLE, f"failed with status {status}", status=status, wait=wait)
    return _failure(endpoint, Code.UPSTREAM_INVALID, f"answered with status {status}", status=status)


def _accepted(endpoint: Endpoint, status: int, headers: httpx.Headers, body: bytes) -> Outcome:
    if not body:
        if endpoint.method == "GET":
            return endpoint.missing.get(204, Missing.ABSENT)
        return Answer(endpoint, b"", status, headers.get("date"))
    content_type = headers.get("content-type", "")
    if "json" not in content_type and endpoint.method == "GET":
        return _failure(endpoint, Code.UPSTREAM_INVALID, "answered with something that is not JSON")
    return Answer(endpoint, body, status, headers.get("date"))


def _missing(endpoint: Endpoint, status: int, headers: httpx.Headers, meaning: Missing) -> Outcome:
    """A 404 with HTML from an optional endpoint: this installation has no such route."""
    html = "html" in headers.get("content-type", "")
    if endpoint.optional and status == 404 and html:
        return _failure(endpoint, Code.UPSTREAM_NOT_SUPPORTED, "is not part of this LMS", status=status)
    return meaning


def retry_after(headers: httpx.Headers, body: bytes) -> float | None:
    """Seconds to wait: the `Retry-After` header, or the number in the text some views put it in."""
    header = headers.get("retry-after", "")
    if header.isdigit():
        return float(header)
    marker = b"available in "
    start = body.find(marker)
    if start < 0:
        return None
    number = body[start + len(marker) :].split(b" ", 1)[0]
    return float(number) if number.isdigit() else None


def closed(endpoint: Endpoint, credentials: Credentials) -> Failure:
    """The failure for an endpoint that these credentials do not open; it is never called."""
    schemes = " or ".join(scheme.name or "" for scheme in endpoint.auth).replace("_", " ").lower()
    if credentials.anonymous:
        message = f"needs a signed-in user ({schemes})"
    else:
        message = f"takes another sign-in than the one that was sent ({schemes})"
    return _failure(endpoint, Code.UNAUTHENTICATED, message)


def _failure(
    endpoint: Endpoint, code: Code, what: str, *, status: int | None = None, wait: float | None = None
) -> Failure:
    name = "The LMS" if endpoint.service == "lms" else "The course catalogue"
    return Failure(
        code=code,
        message=f"{name}'s {endpoint.name} {what}.",
        endpoint=endpoint.name,
        service=endpoint.service,
        retry_after=wait,
        status=status,
    )
