"""The connection pool below the client: one hop, nothing remembered between calls."""

import ssl
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, Protocol

import aiohttp
import httpx
from aiohttp import ClientSession, ClientTimeout, DummyCookieJar
from httpx_aiohttp import AiohttpTransport
from yarl import URL

from loaders.connections import BODILESS, MAX_HEAD, MAX_HEADERS, QuietConnector

USER_AGENT = "lectern-gateway"

_MEANINGS: tuple[tuple[type[aiohttp.ClientError], type[httpx.TransportError]], ...] = (
    (aiohttp.ConnectionTimeoutError, httpx.ConnectTimeout),
    (aiohttp.ServerTimeoutError, httpx.ReadTimeout),
    (aiohttp.ClientConnectorError, httpx.ConnectError),
    (aiohttp.ClientConnectionError, httpx.WriteError),  # dropped before the first byte of an answer
    (aiohttp.ClientPayloadError, httpx.ReadError),  # broke off within the answer
)
"""From the most special to the most general. Anything else means that the answer is not HTTP."""


class Exchange(NamedTuple):
    """One request as it goes out. `target` is path and query, percent-encoded; times are in seconds."""

    method: str
    target: str
    headers: Sequence[tuple[str, str]]
    content: bytes | None
    read_timeout: float


class Reply(NamedTuple):
    """One answer as it came in. Names of `headers` are matched without regard to case.

    `cookies` are the values of its `Set-Cookie` headers: each has its own, so that a mapping would hold one only.
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


class PooledTransport(AiohttpTransport):
    """Keep-alive connections to one upstream, shared by all users, and therefore without any memory of a user.

    The session's default would be a cookie jar that stores the LMS's `Set-Cookie` and sends it with the next
    person's call, and a silent second try of GET, PUT and DELETE when a reused connection breaks. Both are off:
    only the retry policy above decides what is asked twice.

    `exchange` goes to the session directly: building httpx's Request, URL and Response costs more than all the rest
    of a call (docs/reliability.md). Errors are httpx's all the same.
    """

    def __init__(
        self,
        base_url: str,
        *,
        max_connections: int,
        max_body: int,
        connect_timeout: float = 2.0,
        keepalive: float = 15.0,
    ) -> None:
        # trust_env=False: an operator's proxy variables and .netrc must not see learners' credentials by surprise.
        super().__init__(verify=_authorities(), trust_env=False)
        self._base_url = base_url
        self._max_connections = max_connections
        self._max_body = max_body
        self._connect_timeout = connect_timeout
        self._keepalive = keepalive
        self._opened: ClientSession | None = None
        self._timeouts: dict[float, ClientTimeout] = {}
        self.client = self._session

    def _session(self) -> ClientSession:
        if self._opened is None:
            connector = QuietConnector(
                max_body=self._max_body,
                limit=self._max_connections,
                keepalive_timeout=self._keepalive,
                ssl=self.ssl_context,
            )
            self._opened = ClientSession(
                connector=connector,
                cookie_jar=DummyCookieJar(),
                headers={"user-agent": USER_AGENT},
                trust_env=False,
                auto_decompress=False,
                skip_auto_headers=("content-type",),
                max_line_size=MAX_HEAD,
                max_field_size=MAX_HEAD,
                max_headers=MAX_HEADERS,
            )
            # There is no public switch; tests/loaders/test_transport.py notices when this stops working.
            self._opened._retry_connection = False
        return self._opened

    async def exchange(self, request: Exchange) -> Reply:
        """One exchange; the connection goes back to the pool, or is closed when the body was not read to its end."""
        session = self._opened or self._session()
        try:
            async with session.request(
                request.method,
                URL(self._base_url + request.target, encoded=True),
                headers=request.headers,
                data=request.content,
                allow_redirects=False,
                timeout=self._timeout(request.read_timeout),
            ) as response:
                body = await self._read(response)
                return Reply(response.status, response.headers, body, response.headers.getall("set-cookie", ()))
        except aiohttp.ClientError as error:
            raise _as_httpx(error) from error

    def _timeout(self, read: float) -> ClientTimeout:
        timeout = self._timeouts.get(read)
        if timeout is None:
            timeout = ClientTimeout(sock_connect=self._connect_timeout, sock_read=read)
            self._timeouts[read] = timeout
        return timeout

    async def _read(self, response: aiohttp.ClientResponse) -> bytes:
        if response.status in BODILESS:
            return b""
        length = response.content_length
        if length is not None:
            if length > self._max_body:
                raise OverflowError
            return await response.read()
        chunks: list[bytes] = []
        size = 0
        async for chunk in response.content.iter_any():
            size += len(chunk)
            if size > self._max_body:
                raise OverflowError
            chunks.append(chunk)
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)

    async def aclose(self) -> None:
        """Closes the pooled connections."""
        if self._opened is not None:
            await self._opened.close()


class HttpxTransport:
    """Any httpx transport in the pool's place: a mock, an ASGI application, a Unix socket."""

    def __init__(self, base_url: str, transport: httpx.AsyncBaseTransport, *, max_body: int) -> None:
        self._base_url = base_url
        self._transport = transport
        self._max_body = max_body

    async def exchange(self, request: Exchange) -> Reply:
        """One exchange."""
        sent = httpx.Request(
            request.method,
            self._base_url + request.target,
            headers=list(request.headers),
            content=request.content,
            extensions={"timeout": {"read": request.read_timeout}},
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


@cache
def _authorities() -> ssl.SSLContext:
    """Trust in whom the system trusts, or `SSL_CERT_FILE` and `SSL_CERT_DIR` name; in certifi's list if in nobody."""
    paths = ssl.get_default_verify_paths()
    if not paths.cafile and not (paths.capath and any(Path(paths.capath).iterdir())):
        return httpx.create_ssl_context(trust_env=False)
    return ssl.create_default_context()


def _as_httpx(error: aiohttp.ClientError) -> httpx.TransportError:
    """httpx's name for what went wrong. httpx-aiohttp's own table calls a dropped connection a connect timeout."""
    for kinds, meaning in _MEANINGS:
        if isinstance(error, kinds):
            return meaning(type(error).__name__)
    return httpx.RemoteProtocolError(type(error).__name__)


def never_sent(error: httpx.TransportError) -> bool:
    """True when the call failed before the upstream could have seen it."""
    return isinstance(error, httpx.ConnectError | httpx.ConnectTimeout)
