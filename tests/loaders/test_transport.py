"""The pool remembers nothing of a user, and asks nothing twice on its own."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import httpx
import pytest

from loaders.client import Upstream

Reply = Callable[[int, bytes], bytes | None]
"""The bytes answered to the n-th request, or None to drop the connection after having read it."""


class RawServer:
    """An HTTP/1.1 server that keeps every request it has read, byte for byte."""

    def __init__(self, reply: Reply) -> None:
        self.requests: list[bytes] = []
        self._reply = reply

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                self.requests.append(head)
                reply = self._reply(len(self.requests), head)
                if reply is None:
                    break
                writer.write(reply)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def raw_server(reply: Reply) -> AsyncIterator[tuple[RawServer, Upstream]]:
    server = RawServer(reply)
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    # "localhost", not an address: cookie jars treat bare addresses differently from host names.
    upstream = Upstream(f"http://localhost:{port}")
    try:
        yield server, upstream
    finally:
        await upstream.aclose()
        listening.close()
        await listening.wait_closed()


def ok(*headers: bytes) -> bytes:
    return b"\r\n".join(
        [b"HTTP/1.1 200 OK", b"Content-Type: application/json", b"Content-Length: 2", *headers, b"", b"{}"]
    )


def test_cookies_of_an_answer_reach_nobody() -> None:
    async def story() -> list[bytes]:
        def reply(count: int, head: bytes) -> bytes:
            return ok(b"Set-Cookie: sessionid=alex-secret; Path=/", b"Set-Cookie: csrftoken=t; Path=/")

        async with raw_server(reply) as (server, upstream):
            await upstream.send("GET", "/a", [("authorization", "JWT alex")], timeout=2)
            await upstream.send("GET", "/b", [("cookie", "sessionid=sam")], timeout=2)
            await upstream.send("GET", "/c", [], timeout=2)
            return server.requests

    first, second, third = asyncio.run(story())
    assert b"authorization: JWT alex" in first.lower().replace(b"jwt alex", b"JWT alex")
    assert b"cookie: sessionid=sam\r\n" in second.lower()
    assert b"alex" not in second
    assert b"cookie" not in third.lower()
    assert b"authorization" not in third.lower()


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_a_broken_reused_connection_is_not_asked_again(method: str) -> None:
    async def story() -> int:
        async with raw_server(lambda count, head: ok() if count == 1 else None) as (server, upstream):
            await upstream.send("GET", "/warm", [], timeout=2)
            with pytest.raises(httpx.TransportError):
                await upstream.send(method, "/once", [], timeout=2)
            return len(server.requests)

    assert asyncio.run(story()) == 2


def test_proxy_variables_are_not_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")

    async def story() -> int:
        async with raw_server(lambda count, head: ok()) as (_, upstream):
            status, _, _ = await upstream.send("GET", "/a", [], timeout=2)
            return status

    assert asyncio.run(story()) == 200
