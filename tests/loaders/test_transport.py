"""The connection pool keeps no state of users, and does not repeat requests by itself."""

import asyncio

import httpx
import pytest

from loaders.calls.upstream import Upstream

from .servers import http, raw_server


def test_cookies_of_an_answer_reach_nobody() -> None:
    async def scenario() -> list[bytes]:
        def reply(count: int, head: bytes) -> bytes:
            return http(b"{}", b"Set-Cookie: sessionid=alex-secret; Path=/", b"Set-Cookie: csrftoken=t; Path=/")

        async with raw_server(reply) as (server, upstream):
            await upstream.send("GET", "/a", [("authorization", "JWT alex")], timeout=2)
            await upstream.send("GET", "/b", [("cookie", "sessionid=sam")], timeout=2)
            await upstream.send("GET", "/c", [], timeout=2)
            return server.requests

    first, second, third = asyncio.run(scenario())
    assert b"authorization: jwt alex\r\n" in first.lower()
    assert b"cookie: sessionid=sam\r\n" in second.lower()
    assert b"alex" not in second
    assert b"cookie" not in third.lower()
    assert b"authorization" not in third.lower()


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_a_broken_reused_connection_is_not_asked_again(method: str) -> None:
    async def scenario() -> int:
        async with raw_server(lambda count, head: http() if count == 1 else None) as (server, upstream):
            await upstream.send("GET", "/warm", [], timeout=2)
            with pytest.raises(httpx.TransportError):
                await upstream.send(method, "/once", [], timeout=2)
            return len(server.requests)

    assert asyncio.run(scenario()) == 2


@pytest.mark.parametrize("late", [b"whole", b"rest"])
@pytest.mark.parametrize("pause", [0.0, 0.02, 0.2])
def test_data_on_an_idle_connection_is_dropped(late: bytes, pause: float) -> None:
    """A second answer, or the rest of one that is longer than it said: the next call is another person's."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                name = b"alex" if b"alex" in head else b"sam"
                writer.write(http(b'{"username": "%s"}' % name))
                if name == b"alex":
                    await asyncio.sleep(pause)
                    extra = http(b'{"username": "alex"}')
                    writer.write(extra if late == b"whole" else b"alex" + extra[4:])
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def scenario() -> list[bytes]:
        listening = await asyncio.start_server(serve, "127.0.0.1", 0)
        upstream = Upstream(f"http://localhost:{listening.sockets[0].getsockname()[1]}")
        bodies = []
        try:
            for user in ("alex", "sam", "sam", "alex", "sam"):
                try:
                    body = (await upstream.send("GET", "/me", [("authorization", f"JWT {user}")], timeout=2)).body
                    bodies.append(body)
                except httpx.TransportError:  # the rest came so early that it spoilt alex's own answer
                    assert user == "alex"
                    bodies.append(b'{"username": "alex"}')
                await asyncio.sleep(pause + 0.1)
        finally:
            await upstream.aclose()
            listening.close()
        return bodies

    expected = [b'{"username": "%s"}' % user for user in (b"alex", b"sam", b"sam", b"alex", b"sam")]
    assert asyncio.run(scenario()) == expected


def test_proxy_variables_are_not_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")

    async def scenario() -> int:
        async with raw_server(lambda count, head: http()) as (_, upstream):
            return (await upstream.send("GET", "/a", [], timeout=2)).status

    assert asyncio.run(scenario()) == 200


def test_a_cancelled_call_gives_its_connection_back() -> None:
    async def scenario() -> tuple[int, int, float]:
        async with raw_server(lambda count, head: http(), delay=0.3, max_connections=1) as (server, upstream):
            gone = asyncio.create_task(upstream.send("GET", "/slow", [], timeout=5))
            await asyncio.sleep(0.1)
            gone.cancel()
            await asyncio.wait({gone})
            started = asyncio.get_running_loop().time()
            reply = await upstream.send("GET", "/next", [], timeout=5)
            took = asyncio.get_running_loop().time() - started
            await asyncio.sleep(0.3)
            return reply.status, server.open, took

    status, still_open, took = asyncio.run(scenario())
    assert status == 200
    assert still_open == 1  # the cancelled call's connection is closed, the other one waits in the pool
    assert took < 0.6


@pytest.mark.parametrize("announced", [True, False])
def test_a_body_over_the_bound_is_not_read_to_its_end(announced: bool) -> None:
    length = b"Content-Length: 100000000\r\n" if announced else b""

    async def scenario() -> None:
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + length + b"\r\n"
        async with raw_server(lambda count, _: head + b"x" * 300_000, max_body=100_000) as (_, upstream):
            with pytest.raises(OverflowError):
                await upstream.send("GET", "/huge", [], timeout=2)

    asyncio.run(scenario())
