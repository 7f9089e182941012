"""A failing service, over real sockets: breakers, recovery, probes."""

import asyncio
import socket
import time

from loaders.answer import Answer
from loaders.calls.breaker import State
from loaders.calls.client import LmsClient
from loaders.calls.upstream import Upstream
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.outline import NAVIGATION
from loaders.errors import Code, Failure

from .servers import http, raw_server
from .test_upstream import ALEX, BAD_GATEWAY, course


def test_an_endpoint_that_keeps_failing_is_left_alone_and_the_others_are_not() -> None:
    def reply(count: int, head: bytes) -> bytes:
        return BAD_GATEWAY if b"course_metadata" in head else http()

    async def scenario() -> None:
        async with raw_server(reply) as (server, upstream):
            client = LmsClient(upstream, ALEX, deadline=time.monotonic() + 5)
            for _ in range(30):
                await client.get(course(COURSE_METADATA))
            assert len(server.requests) == 10
            outcome = await client.get(course(COURSE_METADATA))
            assert isinstance(outcome, Failure)
            assert outcome.code is Code.UPSTREAM_UNAVAILABLE
            assert outcome.retry_after is not None
            assert isinstance(await client.get(course(NAVIGATION)), Answer)
            assert dict(upstream.guards.states())[COURSE_METADATA.name] is State.OPEN

    asyncio.run(scenario())


def test_short_deadlines_open_a_breaker_too() -> None:
    """With less time than an endpoint could have: the configured time is all that it ever has."""

    async def scenario() -> None:
        async with raw_server(lambda count, _: http(), delay=5.0, deadline=0.05) as (_, upstream):
            for _ in range(12):
                client = LmsClient(upstream, ALEX, deadline=time.monotonic() + 0.05)
                await client.get(course(NAVIGATION))
            assert dict(upstream.guards.states())[NAVIGATION.name] is State.OPEN

    asyncio.run(scenario())


def test_probes_do_not_wait_for_the_pool() -> None:
    """Hung calls hold all connections; whether the service is there can be said all the same."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (await reader.readuntil(b"\r\n\r\n")).startswith(b"GET / "):
                writer.write(http())
            await reader.read()
        except asyncio.IncompleteReadError:
            pass
        writer.close()

    async def scenario() -> bool:
        listening = await asyncio.start_server(serve, "127.0.0.1", 0)
        upstream = Upstream(f"http://localhost:{listening.sockets[0].getsockname()[1]}", max_connections=2)
        hung = [asyncio.create_task(upstream.send("GET", f"/{name}", [], timeout=9)) for name in "abc"]
        await asyncio.sleep(0.1)
        try:
            return await upstream.reachable(timeout=1.0)
        finally:
            for call in hung:
                call.cancel()
            await asyncio.wait(hung)
            await upstream.aclose()
            listening.close()

    assert asyncio.run(scenario())


def test_an_unreachable_lms_is_not_called_until_it_is_back() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]

    async def scenario() -> None:
        upstream = Upstream(f"http://127.0.0.1:{port}")
        try:
            client = LmsClient(upstream, ALEX, deadline=time.monotonic() + 30)
            for _ in range(15):
                outcome = await client.get(course(COURSE_METADATA))
                assert isinstance(outcome, Failure)
                assert outcome.code is Code.UPSTREAM_UNAVAILABLE
            assert upstream.guards.service.state is State.OPEN
            started = time.monotonic()
            await client.get(course(NAVIGATION))
            assert time.monotonic() - started < 0.05

            async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
                await reader.readuntil(b"\r\n\r\n")
                writer.write(http())
                await writer.drain()
                writer.close()

            async with await asyncio.start_server(answer, "127.0.0.1", port):
                await asyncio.sleep(upstream.guards.service.wait + 0.05)
                assert isinstance(await client.get(course(NAVIGATION)), Answer)
                assert upstream.guards.service.admits()
        finally:
            await upstream.aclose()

    asyncio.run(scenario())
