"""An LMS of several processes without a proxy: the load is spread over the processes after some time."""

import asyncio
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from loaders.calls.http1.transport import Http1Transport
from tests.loaders.http1.conftest import Run
from tests.loaders.http1.hostile import Peer, get, hostile

if sys.platform != "linux":
    pytest.skip("stops processes", allow_module_level=True)

PARALLEL = 10
PAGES = 110
WORK = 0.002
SOUND = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


@contextmanager
def two_processes() -> Iterator[tuple[int, list[int]]]:
    """The port of the server, and its processes."""
    path = Path(__file__).with_name("two_processes.py")
    with subprocess.Popen([sys.executable, path, str(WORK)], stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        assert server.stdout is not None
        port, *processes = map(int, server.stdout.readline().split())
        try:
            yield port, processes
        finally:
            server.terminate()


async def page(client: Http1Transport) -> list[str]:
    """Calls at once; which process answered each."""
    replies = await asyncio.gather(*(get(client, silence=10.0) for _ in range(PARALLEL)))
    return [reply.headers["x-process"] for reply in replies]


def test_load_spreads_over_the_processes(run: Run) -> None:
    """All first connections are one process's, because the other one was not there to accept any."""

    async def scenario(port: int, absent: int) -> tuple[Counter[str], Counter[str]]:
        client = Http1Transport(f"http://127.0.0.1:{port}", max_connections=100, max_body=100)
        try:
            os.kill(absent, signal.SIGSTOP)
            first = Counter(await page(client))
            os.kill(absent, signal.SIGCONT)
            for _ in range(PAGES):
                await page(client)
            last = Counter([process for _ in range(10) for process in await page(client)])
        finally:
            await client.aclose()
        return first, last

    with two_processes() as (port, (_, absent)):
        first, last = run(scenario(port, absent))
    assert max(first.values()) == PARALLEL
    assert max(last.values()) <= 0.8 * PARALLEL * 10, last


def test_connections_are_replaced_one_by_one(run: Run) -> None:
    """Few calls pay for a new one, and not all at the same time."""

    async def script(peer: Peer) -> None:
        while True:
            await peer.request()
            await asyncio.sleep(0.001)
            await peer.send(SOUND)

    async def scenario() -> list[int]:
        counts: list[int] = []
        async with hostile(script, max_connections=100) as (server, client):
            for _ in range(130):
                before = server.connections
                await asyncio.gather(*(get(client) for _ in range(PARALLEL)))
                counts.append(server.connections - before)
            assert server.open <= PARALLEL
        return counts

    first, *others = run(scenario())
    assert first == PARALLEL
    assert 15 <= sum(others) <= 45
    assert max(others) < 6
