"""Opening, sharing, releasing and closing connections."""

import asyncio
import gc
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import httpx
import pytest

from loaders.calls.http1.response import ResponseReader
from loaders.calls.http1.transport import Http1Transport
from tests.loaders.http1.conftest import Run
from tests.loaders.http1.hostile import Peer, always, get, hostile

SOUND = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


async def slowly(peer: Peer) -> None:
    """Answers each request after a moment."""
    while True:
        await peer.request()
        await asyncio.sleep(0.05)
        await peer.send(SOUND)


@contextmanager
def deaf_port() -> Iterator[int]:
    """A port whose queue of connections is full, so that connecting to it hangs."""
    with ExitStack() as held:
        listening = held.enter_context(socket.socket())
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        address = listening.getsockname()
        for _ in range(4):
            waiting = held.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(address)
        yield address[1]


def test_no_more_connections_than_allowed(run: Run) -> None:
    async def scenario() -> tuple[int, int]:
        async with hostile(slowly, max_connections=3) as (server, client):
            replies = await asyncio.gather(*(get(client) for _ in range(20)))
            assert {reply.status for reply in replies} == {200}
            return server.connections, len(server.requests)

    assert run(scenario()) == (3, 20)


def test_no_reader_outlives_its_exchange(run: Run) -> None:
    """The reader and its parser refer to each other. They do not wait for a collection, with the body in them."""

    async def scenario() -> int:
        async with hostile(always(SOUND)) as (_, client):
            gc.collect()
            gc.disable()
            try:
                await get(client)
                return sum(type(one) is ResponseReader for one in gc.get_objects())
            finally:
                gc.enable()

    assert run(scenario()) == 0


def test_cancelled_callers_leave_the_queue(run: Run) -> None:
    async def scenario() -> None:
        async with hostile(slowly, max_connections=1) as (_, client):
            for _ in range(3):
                calls = [asyncio.create_task(get(client)) for _ in range(6)]
                await asyncio.sleep(0.02)
                for call in calls[:5]:
                    call.cancel()
                assert (await calls[5]).status == 200
                await asyncio.wait(calls)
            async with asyncio.timeout(1):
                assert (await get(client)).status == 200

    run(scenario())


def test_the_turn_of_a_cancelled_caller_is_passed_on(run: Run) -> None:
    async def scenario() -> None:
        async with hostile(slowly, max_connections=1) as (_, client):
            first = asyncio.create_task(get(client))
            await asyncio.sleep(0.02)
            second, third = asyncio.create_task(get(client)), asyncio.create_task(get(client))
            await first
            second.cancel()
            async with asyncio.timeout(1):
                assert (await third).status == 200

    run(scenario())


def test_a_call_given_up_closes_its_connection(run: Run) -> None:
    async def script(peer: Peer) -> None:
        await peer.request()
        if b"/slow" in peer.server.requests[-1]:
            await asyncio.sleep(0.1)
        await peer.send(SOUND)
        await peer.reader.read()

    async def scenario() -> None:
        async with hostile(script, max_connections=1) as (server, client):
            gone = asyncio.create_task(get(client, "/slow"))
            await asyncio.sleep(0.05)
            gone.cancel()
            await asyncio.wait({gone})
            assert (await get(client, "/next")).status == 200
            assert server.connections == 2
            await asyncio.sleep(0.1)
            assert server.open == 1

    run(scenario())


def test_idle_connections_are_closed_after_a_while(run: Run) -> None:
    async def scenario() -> None:
        async with hostile(slowly, keepalive=0.2) as (server, client):
            await asyncio.gather(*(get(client) for _ in range(4)))
            assert server.open == 4
            await asyncio.sleep(0.1)
            await get(client)
            await asyncio.sleep(0.15)
            assert server.open == 1
            await asyncio.sleep(0.2)
            assert server.open == 0
            await get(client)
            assert server.connections == 5

    run(scenario())


def test_a_connection_that_the_upstream_closed_is_not_used(run: Run) -> None:
    async def script(peer: Peer) -> None:
        await peer.request()
        await peer.send(SOUND)

    async def scenario() -> int:
        async with hostile(script) as (server, client):
            for _ in range(5):
                await get(client)
                await asyncio.sleep(0.02)
            return server.connections

    assert run(scenario()) == 5


def test_closing_the_client_ends_everything(run: Run) -> None:
    async def script(peer: Peer) -> None:
        await peer.request()
        if peer.server.connections == 1:
            await peer.send(SOUND)
        await peer.reader.read()

    async def scenario() -> None:
        async with hostile(script) as (server, client):
            await get(client)
            await client.aclose()
            with pytest.raises(httpx.ConnectError):
                await get(client)
            await asyncio.sleep(0.02)
            assert server.open == 0

    run(scenario())


def test_a_refused_connection_and_an_unknown_host(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]

    async def scenario() -> None:
        for host in (f"127.0.0.1:{port}", "nowhere.invalid"):
            client = Http1Transport(f"http://{host}", max_connections=1, max_body=100)
            for _ in range(2):
                with pytest.raises(httpx.ConnectError):
                    await get(client)
            await client.aclose()

    run(scenario())


def test_connecting_is_bounded(run: Run) -> None:
    async def scenario(port: int) -> float:
        client = Http1Transport(f"http://127.0.0.1:{port}", max_connections=1, max_body=100, connect_timeout=0.3)
        started = time.monotonic()
        with pytest.raises(httpx.ConnectTimeout):
            await get(client)
        await client.aclose()
        return time.monotonic() - started

    with deaf_port() as port:
        assert run(scenario(port)) < 5


def test_a_deaf_address_does_not_hide_one_that_answers(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both addresses of the host are tried, the second one soon after the first."""

    async def scenario(deaf: int) -> None:
        loop = asyncio.get_running_loop()
        ask = loop.getaddrinfo

        async def getaddrinfo(host: str, *rest: Any, **options: Any) -> Any:
            if host != "upstream.test":
                return await ask(host, *rest, **options)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port)) for port in (deaf, server.port)]

        async with hostile(always(SOUND)) as (server, _):
            monkeypatch.setattr(loop, "getaddrinfo", getaddrinfo)
            client = Http1Transport("http://upstream.test", max_connections=1, max_body=100)
            async with asyncio.timeout(1.5):
                assert (await get(client)).status == 200
            await client.aclose()

    with deaf_port() as port:
        run(scenario(port))


def test_httpx_speaks_through_it(run: Run) -> None:
    async def scenario() -> None:
        async with hostile(always(SOUND)) as (server, client):
            base = f"http://127.0.0.1:{server.port}"
            async with httpx.AsyncClient(transport=client, base_url=base) as http:
                first = await http.post("/a?b=c", json={"d": 1}, headers={"x-e": "f"})
                assert first.json() == {}
                assert b"POST /a?b=c HTTP/1.1\r\nhost: 127.0.0.1" in server.requests[0]
                assert b"x-e: f\r\n" in server.requests[0]
                assert server.requests[0].lower().count(b"content-length") == 1
                async with http.stream("GET", "/") as second:
                    assert await second.aread() == b"{}"
                with pytest.raises(httpx.UnsupportedProtocol):
                    await http.get("http://elsewhere/")

    run(scenario())
