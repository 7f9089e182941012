"""A profile by Python function: the bytecodes that each runs in a request. Callgrind sees C functions only.

Bytecodes are counted, so the figures are exact; what a function spends inside C code is not in them.
"""

import asyncio
import json
import os
import signal
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.clients import Upstream
from benchmarks.exact.counting import WARM, Client
from benchmarks.pages import Page
from benchmarks.servers import PEERS, start_peer

_SECONDS = 30.0


@dataclass(frozen=True)
class Row:
    """One function in one request: how often it is called, or goes on, and how many bytecodes it runs."""

    function: str
    calls: float
    bytecodes: float


async def profile(page: Page, ports: Sequence[int], requests: int) -> list[Row]:
    """The gateway's Python functions on this page, what runs most bytecode first."""
    with TemporaryDirectory(prefix="functions") as folder:
        file = Path(folder) / "rows.json"
        upstream = await Upstream.start(ports[0], None)
        try:
            peer = next(peer for peer in PEERS if peer.name == "gateway")
            python, _, *command = peer.command
            traced = replace(peer, command=(python, "-m", "benchmarks.exact.traced", str(file), *command))
            server = await start_peer(traced, ports[1], upstream.url, None, more={"PYTHONHASHSEED": "0"})
            try:
                client = Client(ports[1])
                await asyncio.to_thread(client.repeat, page, WARM)
                os.kill(server.pid, signal.SIGUSR1)
                await asyncio.sleep(0.2)
                await asyncio.to_thread(client.repeat, page, requests)
                os.kill(server.pid, signal.SIGUSR2)
                rows = await asyncio.to_thread(_read, file)
                client.close()
            finally:
                await server.stop()
        finally:
            await upstream.stop()
    # Functions of one name, such as lambdas, stand together.
    calls: Counter[str] = Counter()
    bytecodes: Counter[str] = Counter()
    for function, called, ran in rows:
        calls[function] += called
        bytecodes[function] += ran
    return [Row(name, calls[name] / requests, ran / requests) for name, ran in bytecodes.most_common()]


def _read(file: Path) -> list[tuple[str, int, int]]:
    ends = time.monotonic() + _SECONDS
    while not file.exists():
        if time.monotonic() > ends:
            raise RuntimeError("the server did not write its profile")
        time.sleep(0.05)
    return [(function, calls, ran) for function, calls, ran in json.loads(file.read_text())]
