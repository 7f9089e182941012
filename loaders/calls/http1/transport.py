"""The client's two interfaces: httpx's transport, and the gateway's own `exchange`."""

from collections.abc import Coroutine
from math import inf
from typing import Any

import httpx

from loaders.calls.authorities import trusted_authorities
from loaders.calls.http1.pool import Pool
from loaders.calls.http1.request import encode_head, encode_lines
from loaders.calls.transport import KEEPALIVE, Exchange, Reply

_PORTS = {"http": 80, "https": 443}
_SILENCE = 60.0
_AGENT = ("user-agent", "lectern-gateway")


class Http1Transport(httpx.AsyncBaseTransport):
    """An HTTP/1.1 client for the one origin of `base_url`, whose path goes before each target.

    It has no cookies, redirects, proxies, decompression or retries. It raises httpx's exceptions. A body of more than
    `max_body` bytes raises OverflowError. Times are in seconds.
    """

    def __init__(
        self,
        base_url: str,
        *,
        max_connections: int,
        max_body: int,
        connect_timeout: float = 2.0,
        keepalive: float = KEEPALIVE,
    ) -> None:
        url = httpx.URL(base_url)
        self._origin = (url.scheme, url.host, url.port)
        self._prefix = url.raw_path.decode("ascii").rstrip("/")
        self._host = encode_lines([("host", url.netloc.decode("ascii"))])
        self._host_and_agent = self._host + encode_lines([_AGENT])
        self._max_body = max_body
        self._pool = Pool(
            url.raw_host.decode("ascii"),
            url.port or _PORTS[url.scheme],
            tls=trusted_authorities() if url.scheme == "https" else None,
            limit=max_connections,
            connect_timeout=connect_timeout,
            keepalive=keepalive,
        )

    def exchange(self, request: Exchange) -> Coroutine[Any, Any, Reply]:
        """Sends one request. The coroutine returns its complete response."""
        method, target, headers, content, silence, deadline = request
        head = encode_head(method, self._prefix + target, self._host_and_agent, headers, content)
        return self._send(method, head, content, silence, deadline)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The same for httpx. The response's body has been read already."""
        url = request.url
        if (url.scheme, url.host, url.port) != self._origin:
            raise httpx.UnsupportedProtocol("This client knows one origin only.")
        content = await request.aread()
        headers = [
            (name.decode("latin-1"), value.decode("latin-1"))
            for name, value in request.headers.raw
            if name.lower() not in {b"host", b"content-length", b"transfer-encoding"}
        ]
        target = url.raw_path.decode("ascii")
        head = encode_head(request.method, target, self._host, headers, content or None)
        silence = request.extensions.get("timeout", {}).get("read") or _SILENCE
        response = await self._send(request.method, head, content or None, silence, inf)
        return httpx.Response(response.status, headers=response.headers.raw, stream=httpx.ByteStream(response.body))

    async def aclose(self) -> None:
        """Closes all connections."""
        await self._pool.aclose()

    async def _send(self, method: str, head: bytes, content: bytes | None, silence: float, deadline: float) -> Reply:
        connection = self._pool.take() or await self._pool.acquire(deadline)
        try:
            return await connection.exchange(
                method, head, content, silence=silence, deadline=deadline, max_body=self._max_body
            )
        except BaseException:
            connection.abort()
            raise
        finally:
            self._pool.release(connection)
