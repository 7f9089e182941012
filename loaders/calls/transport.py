"""What sends bytes to an upstream: one hop, nothing remembered between calls."""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import NamedTuple, Protocol
from urllib.request import getproxies, proxy_bypass

import httpx

from loaders.calls.authorities import trusted_authorities

BODILESS = frozenset({204, 304})
"""Statuses whose responses have no body, whatever they announce."""

KEEPALIVE = 15.0
"""Seconds that an idle connection is kept."""


class Exchange(NamedTuple):
    """One request as it goes out. `target` is path and query, percent-encoded; times are in seconds."""

    method: str
    target: str
    headers: Sequence[tuple[str, str]]
    content: bytes | None
    read_timeout: float


class Reply(NamedTuple):
    """One response as it came in. Names of `headers` are matched without regard to case.

    `cookies` are the values of its `Set-Cookie` headers, which cannot be joined as those of other headers can.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    cookies: Sequence[str] = ()


class Transport(Protocol):
    """Sends one exchange to the one host it knows. The caller bounds its time by cancelling it.

    Raises httpx.TransportError, or OverflowError when the body is over the bound.
    """

    async def exchange(self, request: Exchange) -> Reply: ...

    async def aclose(self) -> None: ...


class HttpxTransport:
    """Any httpx transport in the pool's place: a mock, an ASGI application, a Unix socket."""

    def __init__(
        self, base_url: str, transport: httpx.AsyncBaseTransport, *, max_body: int, connect_timeout: float = 2.0
    ) -> None:
        self._base_url = base_url
        self._transport = transport
        self._max_body = max_body
        self._connect_timeout = connect_timeout

    async def exchange(self, request: Exchange) -> Reply:
        """One exchange."""
        sent = httpx.Request(
            request.method,
            self._base_url + request.target,
            headers=list(request.headers),
            content=request.content,
            extensions={"timeout": {"connect": self._connect_timeout, "read": request.read_timeout}},
        )
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
        return Reply(response.status_code, response.headers, body, response.headers.get_list("set-cookie"))

    async def aclose(self) -> None:
        """Closes the transport."""
        await self._transport.aclose()


def httpx_transport(base_url: str, *, max_connections: int) -> httpx.AsyncBaseTransport:
    """httpx's own transport, for what the gateway's client does not speak: proxies and HTTP/2.

    The proxy is the one that the environment names (`HTTPS_PROXY`, `NO_PROXY` …). HTTP/2 is offered where the package
    `h2` is installed. Nothing is asked twice here either.

    An HTTP/1.1 connection is used once: httpcore reads what follows a response as the response to the next caller.
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


def never_sent(error: httpx.TransportError) -> bool:
    """True when the call failed before the upstream could have seen it."""
    return isinstance(error, httpx.ConnectError | httpx.ConnectTimeout)
