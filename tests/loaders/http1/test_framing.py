"""The bytes that form a response, and the conditions for reusing its connection."""

import asyncio

import httpx
import pytest

from loaders.calls.transport import Exchange
from tests.loaders.http1.conftest import Run
from tests.loaders.http1.hostile import Peer, always, get, hostile

OK = b"HTTP/1.1 200 OK\r\n"
LENGTH = b"Content-Length: 2\r\n\r\n{}"

SOUND = {
    "length": (OK + LENGTH, 200, b"{}", True),
    "empty": (OK + b"Content-Length: 0\r\n\r\n", 200, b"", True),
    "chunked": (OK + b"Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1;x=y\r\n}\r\n0\r\n\r\n", 200, b"{}", True),
    "Chunked": (OK + b"transfer-encoding: Chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", 200, b"{}", True),
    "trailers": (OK + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nSet-Cookie: a=b\r\n\r\n", 200, b"{}", True),
    "asked to close": (OK + b"Connection: close\r\n" + LENGTH, 200, b"{}", False),
    "HTTP/1.0": (b"HTTP/1.0 200 OK\r\n" + LENGTH, 200, b"{}", False),
    "HTTP/1.0, kept alive": (b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n" + LENGTH, 200, b"{}", True),
    "204": (b"HTTP/1.1 204 No Content\r\n\r\n", 204, b"", True),
    "204, of length 0": (b"HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n", 204, b"", True),
    "204 with a body": (b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello", 204, b"", False),
    "204, announced": (b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", 204, b"", False),
    "204 in chunks": (
        b"HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        204,
        b"",
        False,
    ),
    "304": (b"HTTP/1.1 304 Not Modified\r\n\r\n", 304, b"", True),
    "304, announced": (b"HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", 304, b"", False),
    "interim": (
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + OK + LENGTH,
        200,
        b"{}",
        True,
    ),
    "followed by a response": (OK + LENGTH + OK + LENGTH, 200, b"{}", False),
    "longer than it says": (OK + LENGTH + b"more", 200, b"{}", False),
    "Upgrade offered": (OK + b"Upgrade: h2c\r\nConnection: Upgrade\r\n" + LENGTH, 200, b"{}", True),
    "no reason": (b"HTTP/1.1 200\r\n" + LENGTH, 200, b"{}", True),
    "bytes of latin-1": (OK + b"X-Name: caf\xe9\r\n" + LENGTH, 200, b"{}", True),
}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_response(run: Run, name: str) -> None:
    response, status, body, reused = SOUND[name]

    async def scenario() -> int:
        async with hostile(always(response)) as (server, client):
            for _ in range(2):
                reply = await get(client)
                assert (reply.status, reply.body) == (status, body)
                assert "set-cookie" not in reply.headers
                assert "link" not in reply.headers
                await asyncio.sleep(0.02)
            return server.connections

    assert run(scenario()) == (1 if reused else 2)


UNSOUND = {
    "two lengths": OK + b"Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
    "length and chunks": OK + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    "a signed length": OK + b"Content-Length: +2\r\n\r\n{}",
    "a list of lengths": OK + b"Content-Length: 2, 2\r\n\r\n{}",
    "a length beyond numbers": OK + b"Content-Length: 99999999999999999999999\r\n\r\n{}",
    "gzip after chunks": OK + b"Transfer-Encoding: chunked, gzip\r\n\r\n{}",
    "gzip as a transfer coding": OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    "two transfer codings": OK
    + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    "chunks in HTTP/1.0": b"HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    "a chunk of no size": OK + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n",
    "a chunk longer than it says": OK + b"Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n",
    "a bare line feed": OK + b"X: y\n" + LENGTH,
    "a folded header": OK + b"X: y\r\n z\r\n" + LENGTH,
    "a NUL": OK + b"X: \x00\r\n" + LENGTH,
    "a space before the colon": OK + b"Content-Length : 2\r\n\r\n{}",
    "another protocol": b"SSH-2.0-OpenSSH\r\n\r\n",
    "HTTP/2": b"HTTP/2.0 200 OK\r\n" + LENGTH,
    "a status of two digits": b"HTTP/1.1 20 OK\r\n" + LENGTH,
    "switched protocols": b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n",
    "endless interim responses": b"HTTP/1.1 100 Continue\r\n\r\n" * 100,
}

TOO_LONG = {
    "a head too long": OK + b"X: " + b"y" * 70_000 + b"\r\n" + LENGTH,
    "a head without an end": OK + b"X: " + b"y" * 70_000,
    "a reason too long": b"HTTP/1.1 200 " + b"y" * 70_000,
    "too many headers": OK + b"".join(b"X-%d: yyyyyyyy\r\n" % n for n in range(6_000)) + LENGTH,
    "trailers too long": OK
    + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n"
    + b"".join(b"X-%d: yyyyyyyy\r\n" % n for n in range(6_000))
    + b"\r\n",
}


@pytest.mark.parametrize("name", [*UNSOUND, *TOO_LONG])
def test_an_unsound_response_is_refused_and_its_connection_closed(run: Run, name: str) -> None:
    async def script(peer: Peer) -> None:
        await peer.request()
        if peer.server.connections == 1:
            await peer.send((UNSOUND | TOO_LONG)[name])
            await peer.reader.read()
        else:
            await peer.send(OK + LENGTH)

    async def scenario() -> None:
        async with hostile(script) as (server, client):
            with pytest.raises(OverflowError if name in TOO_LONG else httpx.RemoteProtocolError):
                await get(client)
            assert (await get(client)).body == b"{}"
            assert server.connections == 2

    run(scenario())


def test_long_heads_are_read(run: Run) -> None:
    headers = b"".join(b"X-%d: y\r\n" % number for number in range(300)) + b"Policy: " + b"p" * 55_000 + b"\r\n"

    async def scenario() -> None:
        async with hostile(always(OK + headers + LENGTH)) as (server, client):
            for _ in range(2):
                reply = await get(client)
                assert len(reply.headers["POLICY"]) == 55_000
                assert len(reply.headers) == 302
            assert server.connections == 1

    run(scenario())


CUT = {
    "nothing": (b"", httpx.WriteError),
    "half a status line": (b"HTTP/1.1 2", httpx.ReadError),
    "half a head": (OK + b"Content-", httpx.ReadError),
    "half a body": (OK + b"Content-Length: 9\r\n\r\n{}", httpx.ReadError),
    "half a chunk": (OK + b"Transfer-Encoding: chunked\r\n\r\n9\r\n{}", httpx.ReadError),
    "no last chunk": (OK + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n", httpx.ReadError),
    "only an interim response": (b"HTTP/1.1 100 Continue\r\n\r\n", httpx.ReadError),
}


@pytest.mark.parametrize("how", ["end", "reset"])
@pytest.mark.parametrize("name", CUT)
def test_a_response_that_breaks_off(run: Run, name: str, how: str) -> None:
    sent, error = CUT[name]

    async def script(peer: Peer) -> None:
        await peer.request()
        if sent:
            await peer.send(sent)
        await asyncio.sleep(0.05)
        if how == "reset":
            peer.reset()

    async def scenario() -> int:
        async with hostile(script) as (server, client):
            with pytest.raises(error):
                await get(client)
            return len(server.requests)

    assert run(scenario()) == 1, "nothing is asked twice"


def test_a_response_that_ends_with_its_connection(run: Run) -> None:
    async def script(peer: Peer) -> None:
        await peer.request()
        await peer.send(OK + b"\r\n{")
        await asyncio.sleep(0.02)
        await peer.send(b"}")

    async def scenario() -> int:
        async with hostile(script) as (server, client):
            for _ in range(2):
                assert (await get(client)).body == b"{}"
            return server.connections

    assert run(scenario()) == 2


def test_a_response_without_a_length_that_is_reset_is_not_whole(run: Run) -> None:
    async def script(peer: Peer) -> None:
        await peer.request()
        await peer.send(OK + b"\r\n{}")
        await asyncio.sleep(0.05)
        peer.reset()

    async def scenario() -> None:
        async with hostile(script) as (_, client):
            with pytest.raises(httpx.ReadError):
                await get(client)

    run(scenario())


def test_a_head_request_waits_for_no_body(run: Run) -> None:
    async def scenario() -> int:
        async with hostile(always(OK + b"Content-Length: 99\r\n\r\n")) as (server, client):
            for _ in range(2):
                reply = await client.exchange(Exchange("HEAD", "/", [], None, 2.0))
                assert (reply.status, reply.body, reply.headers["content-length"]) == (200, b"", "99")
            return server.connections

    assert run(scenario()) == 2


@pytest.mark.parametrize("late", [b"hello", OK + LENGTH, b"\r\n"])
@pytest.mark.parametrize("pause", [0.0, 0.01, 0.1])
def test_bytes_on_an_idle_connection_reach_nobody(run: Run, late: bytes, pause: float) -> None:
    """The body of a 204 that comes late, a second response, a stray line: the next caller is another person."""

    async def script(peer: Peer) -> None:
        while True:
            await peer.request()
            await peer.send(b"HTTP/1.1 204 No Content\r\n\r\n")
            await asyncio.sleep(pause)
            await peer.send(late)

    async def scenario() -> None:
        async with hostile(script) as (_, client):
            for _ in range(4):
                assert (await get(client)).status == 204
                await asyncio.sleep(pause + 0.05)

    run(scenario())


@pytest.mark.parametrize(
    "framing", [b"Content-Length: 100000000\r\n\r\n", b"\r\n", b"Transfer-Encoding: chunked\r\n\r\nffffff\r\n"]
)
def test_a_body_over_the_bound_is_not_read_to_its_end(run: Run, framing: bytes) -> None:
    sent = 0

    async def script(peer: Peer) -> None:
        nonlocal sent
        await peer.request()
        await peer.send(OK + framing)
        for _ in range(1000):
            await peer.send(b"x" * 16_000)
            sent += 16_000

    async def scenario() -> None:
        async with hostile(script, max_body=100_000) as (_, client):
            with pytest.raises(OverflowError):
                await get(client)

    run(scenario())
    assert sent < 10_000_000
