"""Writing requests: they are checked, respect backpressure, and are sent only once."""

import asyncio
import time

import httpx
import pytest

from loaders.calls.http1.request import encode_head, encode_lines
from loaders.calls.transport import Exchange
from tests.loaders.http1.conftest import Run
from tests.loaders.http1.hostile import Peer, always, get, hostile

SOUND = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
SMUGGLED = [
    ("GET", "/a b", []),
    ("GET", "/a\r\nX: y", []),
    ("GET", "a", []),
    ("GET", "http://elsewhere/", []),
    ("GET", "/a#b", []),
    ("GET", "/é", []),
    ("GET ", "/", []),
    ("get", "/", []),
    ("", "/", []),
    ("GET", "/", [("a b", "c")]),
    ("GET", "/", [("a:", "c")]),
    ("GET", "/", [("", "c")]),
    ("GET", "/", [("a\r\nb", "c")]),
    ("GET", "/", [("a", "b\r\nc: d")]),
    ("GET", "/", [("a", "b\nc: d")]),
    ("GET", "/", [("a", "b\rc")]),
    ("GET", "/", [("a", "b\x00")]),
    ("GET", "/", [("a", "b\x7f")]),
    ("GET", "/", [("a", "Ж")]),
    ("GET", "/", [("a", "b"), ("c", "d\r\n\r\nGET /admin HTTP/1.1")]),
]


@pytest.mark.parametrize(("method", "target", "headers"), SMUGGLED)
def test_line_ends_are_never_sent(run: Run, method: str, target: str, headers: list[tuple[str, str]]) -> None:
    async def scenario() -> None:
        async with hostile(always(SOUND)) as (server, client):
            with pytest.raises(httpx.LocalProtocolError):
                await client.exchange(Exchange(method, target, headers, None, 2.0))
            assert server.requests == []
            assert server.connections == 0

    run(scenario())


def test_a_request_line_by_line() -> None:
    host = encode_lines([("host", "lms:18000")])
    head = encode_head("POST", "/p%20q?a=%2B", host, [("x-a", "b c"), ("x-b", "")], b"{}")
    assert head == (b"POST /p%20q?a=%2B HTTP/1.1\r\nhost: lms:18000\r\nx-a: b c\r\nx-b: \r\ncontent-length: 2\r\n\r\n")
    assert b"content-length: 0\r\n" in encode_head("POST", "/", host, [], None)
    assert b"content-length" not in encode_head("GET", "/", host, [], None)


def test_a_large_body_waits_for_a_slow_reader(run: Run) -> None:
    size = 8_000_000
    taken = bytearray()

    async def script(peer: Peer) -> None:
        await peer.request()
        while len(taken) < size:
            taken.extend(await peer.reader.read(50_000))
            await asyncio.sleep(0)
        await peer.send(SOUND)
        await peer.request()
        await peer.send(SOUND)

    async def scenario() -> None:
        body = bytes(range(256)) * (size // 256)
        async with hostile(script) as (server, client):
            reply = await client.exchange(Exchange("POST", "/", [], body, 2.0))
            assert reply.status == 200
            assert bytes(taken) == body
            await get(client)
            assert server.connections == 1

    run(scenario())


def test_a_response_before_the_request_was_sent_ends_the_connection(run: Run) -> None:
    """The rest of the request must not be read as the next one."""

    async def script(peer: Peer) -> None:
        await peer.request()
        if peer.server.connections == 1:
            await peer.send(b"HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\n{}")
            await asyncio.sleep(1)
        else:
            await peer.send(SOUND)

    async def scenario() -> None:
        async with hostile(script) as (server, client):
            reply = await client.exchange(Exchange("POST", "/", [], b"x" * 20_000_000, 2.0))
            assert reply.status == 413
            assert (await get(client)).status == 200
            assert server.connections == 2
            assert len(server.requests) == 2

    run(scenario())


def test_silence_ends_a_call_and_a_slow_response_does_not(run: Run) -> None:
    async def script(peer: Peer) -> None:
        await peer.request()
        if peer.server.connections == 1:
            for byte in SOUND:
                await peer.send(bytes([byte]))
                await asyncio.sleep(0.02)
        await peer.request()
        await peer.reader.read()

    async def scenario() -> None:
        async with hostile(script) as (server, client):
            assert (await get(client, silence=0.5)).body == b"{}"
            with pytest.raises(httpx.ReadTimeout):
                await get(client, silence=0.2)
            await asyncio.sleep(0.05)
            assert server.open == 0

    run(scenario())


def test_the_deadline_ends_a_call_however_much_it_sends_or_waits(run: Run) -> None:
    async def script(peer: Peer) -> None:
        await peer.request()
        await peer.send(SOUND)
        await peer.request()
        await peer.send(SOUND.replace(b"Length: 2", b"Length: 90"))
        while True:
            await peer.send(b" ")
            await asyncio.sleep(0.01)

    async def scenario() -> None:
        async with hostile(script, max_connections=1, max_body=100) as (server, client):
            await get(client)  # sets a timer that is too late for the next exchange
            started = time.monotonic()
            slow = asyncio.create_task(get(client, seconds=0.2))
            await asyncio.sleep(0)
            with pytest.raises(TimeoutError):
                await get(client, seconds=0.1)  # waits for the connection
            with pytest.raises(TimeoutError):
                await slow
            assert time.monotonic() - started < 0.5
            await get(client)
            assert server.connections == 2

    run(scenario())


def test_a_prefix_of_the_address_goes_before_each_target(run: Run) -> None:
    from loaders.calls.http1.transport import Http1Transport

    async def scenario() -> bytes:
        async with hostile(always(SOUND)) as (server, _):
            client = Http1Transport(f"http://localhost:{server.port}/lms/", max_connections=1, max_body=100)
            try:
                await get(client, "/api?x=1")
            finally:
                await client.aclose()
            return server.requests[0]

    head = run(scenario())
    assert head.startswith(b"GET /lms/api?x=1 HTTP/1.1\r\nhost: localhost:")
    assert b"\r\nuser-agent: lectern-gateway\r\n" in head
