"""The interface of transports, which send requests to one upstream and keep no state between them."""

import asyncio
import time
from collections.abc import Sequence
from importlib.util import find_spec
from math import inf
from typing import NamedTuple, Protocol
from urllib.request import getproxies, proxy_bypass

import httpx

from loaders.calls.authorities import trusted_authorities
from loaders.calls.headers import ResponseHeaders

BODILESS = frozenset({204, 304})
"""Status codes of responses without a body, whatever their headers say."""

KEEPALIVE = 15.0
"""Seconds for which an idle connection is kept."""


class Exchange(NamedTuple):
    """A request. `target` is path and query, percent-encoded. `read_timeout` is the maximum time without data, in
    seconds, and `deadline` the end of the whole exchange, by the monotonic clock.
    """

    method: str
    target: str
    headers: Sequence[tuple[str, str]]
    content: bytes | None
    read_timeout: float
    deadline: float = inf


class Reply(NamedTuple):
    """A response."""

    status: int
    headers: ResponseHeaders
    body: bytes

    @property
    def cookies(self) -> list[str]:
        """The values of its `Set-Cookie` headers, which cannot be joined like other headers."""
        return self.headers.get_list("set-cookie")


class Transport(Protocol):
    """Sends requests to one host.

    Raises TimeoutError at the deadline, httpx.TransportError, or OverflowError if the body is too large.
    """

    async def exchange(self, request: Exchange) -> Reply: ...

    async def aclose(self) -> None: ...


class HttpxTransport:
    """Adapts any httpx transport: a mock, an ASGI application, a Unix socket."""

    def __init__(
        self, base_url: str, transport: httpx.AsyncBaseTransport, *, max_body: int, connect_timeout: float = 2.0
    ) -> None:
        self._base_url = base_url
        self._transport = transport
        self._max_body = max_body
        self._connect_timeout = connect_timeout

    async def exchange(self, request: Exchange) -> Reply:
        """Sends one request."""
        sent = httpx.Request(
            request.method,
            self._base_url + request.target,
            headers=list(request.headers),
            content=request.content,
            extensions={"timeout": {"connect": self._connect_timeout, "read": request.read_timeout}},
        )
        async with asyncio.timeout(None if request.deadline == inf else request.deadline - time.monotonic()):
            response = await self._transport.handle_async_request(sent)
            try:
                chunks = bytearray()
                async for chunk in response.aiter_raw():
                    chunks += chunk
                    if len(chunks) > self._max_body:
                        raise OverflowError
            finally:
                await response.aclose()
        body = b"" if response.status_code in BODILESS else bytes(chunks)
        return Reply(response.status_code, ResponseHeaders(response.headers.raw), body)

    async def aclose(self) -> None:
        """Closes the transport."""
        await self._transport.aclose()


def httpx_transport(base_url: str, *, max_connections: int) -> httpx.AsyncBaseTransport:
    """httpx's own transport, for proxies and HTTP/2, which the gateway's client does not support.

    The proxy comes from the environment (`HTTPS_PROXY`, `NO_PROXY` …). HTTP/2 is offered if the package `h2` is
    installed. There are no retries.

    An HTTP/1.1 connection is used once, because httpcore reads surplus bytes as the response to the next request.
    """
    url = httpx.URL(base_url)
    proxy = None if proxy_bypass(url.host) else getproxies().get(url.scheme)
    return httpx.AsyncHTTPTransport(
        verify=trusted_authorities(),
        http2=find_spec("h2") is not None,
        limits=httpx.Limits(max_connections=max_connections, max_keepalive_connections=0),
        proxy=proxy,
        trust_env=False,
        retries=0,
    )


def never_sent(error: Exception) -> bool:
    """True if the call failed before anything was sent."""
    return isinstance(error, httpx.ConnectError | httpx.ConnectTimeout)
