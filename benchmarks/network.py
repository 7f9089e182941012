"""The network experiment: pages over a simulated network, by one query and by the front end's own REST calls.

Every byte takes half a round trip each way; connections are open before a page begins. The LMS takes as long for each
endpoint as a live one does. A front end has the six connections of a browser. Bandwidth is not simulated.
"""

import asyncio
import statistics
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from benchmarks.clients import Load, Upstream
from benchmarks.pages import Page
from benchmarks.servers import Server
from benchmarks.waterfall import measure

ROUND_TRIP = 0.1


@dataclass(frozen=True)
class Travel:
    """One page, in milliseconds: by one query, and by the calls of today, of which there are so many."""

    title: str
    query: float
    rest: float
    rest_calls: int

    @property
    def ratio(self) -> float:
        """What the query takes, in times of the REST page."""
        return self.query / self.rest


async def run(load: Load, upstream: Upstream, server: Server, pages: Sequence[Page], times: int) -> dict[str, Travel]:
    """The medians of each page."""
    travels: dict[str, Travel] = {}
    async with delayed(server.port) as to_server, delayed(upstream.server.port) as to_upstream:
        await upstream.delay(on=True)
        for page in pages:
            took, calls = await measure(f"http://127.0.0.1:{to_upstream}", page, times)
            loaded = await load.run(to_server, page, clients=1, seconds=0, requests=times + 1)
            if loaded.failed:
                raise RuntimeError(f"{server.name} answered {page.name} wrongly over the network")
            travel = travels[page.name] = Travel(page.title, loaded.quantile(0.5), statistics.median(took), calls)
            print(
                f"  {page.name:<10} query {travel.query:.0f} ms, REST {travel.rest:.0f} ms, {travel.ratio:.2f} times",
                flush=True,
            )
        await upstream.delay(on=False)
    return travels


class _End(asyncio.Protocol):
    """One end of a connection: passes what it receives to the other end, half a round trip later."""

    def __init__(self) -> None:
        self.other: _End | None = None
        self.transport: asyncio.Transport | None = None
        self._early: list[bytes] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def join(self, other: "_End") -> None:
        """The other end is there."""
        self.other, other.other = other, self
        for data in self._early:
            self.data_received(data)

    def data_received(self, data: bytes) -> None:
        if self.other is None or self.other.transport is None:
            self._early.append(data)
        else:
            asyncio.get_running_loop().call_later(ROUND_TRIP / 2, self.other.transport.write, data)

    def connection_lost(self, error: Exception | None) -> None:
        if self.other is not None and self.other.transport is not None:
            self.other.transport.close()


class _Client(_End):
    def __init__(self, port: int) -> None:
        super().__init__()
        self._port = port

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._connecting = asyncio.ensure_future(self._connect())

    async def _connect(self) -> None:
        loop = asyncio.get_running_loop()
        _, end = await loop.create_connection(_End, "127.0.0.1", self._port)
        self.join(end)


@asynccontextmanager
async def delayed(port: int) -> AsyncIterator[int]:
    """A port that leads to this one, over a network whose round trips take `ROUND_TRIP` seconds."""
    listener = await asyncio.get_running_loop().create_server(partial(_Client, port), "127.0.0.1", 0)
    async with listener:
        yield listener.sockets[0].getsockname()[1]
