"""Measures how long a page blocks the event loop, by the time that a small request waits meanwhile."""

import asyncio
import json
import time
from collections.abc import Sequence

from benchmarks.clients import Load
from benchmarks.load import request_bytes
from benchmarks.pages import HELLO, Page
from benchmarks.servers import Server

TIMES = 7
_PAUSE = 0.0005


async def run(load: Load, server: Server, pages: Sequence[Page]) -> dict[str, float]:
    """Milliseconds by page: the slowest small request during a page, of the page that kept them waiting least."""
    holds: dict[str, float] = {}
    for page in pages:
        await load.run(server.port, page, clients=1, seconds=0, requests=5)
        slowest = [await _slowest(load, server, page) for _ in range(TIMES)]
        holds[page.name] = min(slowest) * 1000
        print(f"  {page.name:<10} {holds[page.name]:.1f} ms", flush=True)
    return holds


async def _slowest(load: Load, server: Server, page: Page) -> float:
    """Seconds of the slowest small request while the page is asked for once."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    request = request_bytes(server.port, json.dumps({"query": HELLO.query}), HELLO.headers)
    asked = asyncio.ensure_future(load.run(server.port, page, clients=1, seconds=0, requests=1))
    slowest = 0.0
    while not asked.done():
        begun = time.perf_counter()
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = head.partition(b"content-length:")[2].split(b"\r\n", 1)[0]
        await reader.readexactly(int(length))
        slowest = max(slowest, time.perf_counter() - begun)
        await asyncio.sleep(_PAUSE)
    writer.close()
    loaded = await asked
    if loaded.failed:
        raise RuntimeError(f"{server.name} answered {page.name} wrongly")
    return slowest
