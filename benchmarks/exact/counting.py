"""Counting pages: a server is warmed by requests that are not counted, then answers some that are."""

import asyncio
import http.client
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.clients import Upstream
from benchmarks.exact.callgrind import Count, Counted
from benchmarks.pages import HOME_3000, Page
from benchmarks.servers import PEERS

WARM = 20
"""Requests of a page that are not counted: CPython specializes its bytecode, caches fill, connections open."""

REQUESTS = 20
_FEWER = {HOME_3000.name: 5}
_SETTLE = 0.05
"""Seconds until a server is done with what it does after an answer."""

SERVERS = ("gateway", "floor")


class Client:
    """A client with one connection, which sends its next request when it has read the answer."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)

    def ask(self, page: Page, query: str | None = None) -> bytes:
        """The answer's body. Raises RuntimeError for a status other than 200."""
        body = json.dumps({"query": query or page.query, "variables": page.variables})
        self._connection.request("POST", "/graphql", body, page.headers)
        response = self._connection.getresponse()
        answer = response.read()
        if response.status != 200:
            raise RuntimeError(f"{page.name} answered {response.status}: {answer[:200]!r}")
        return answer

    def repeat(self, page: Page, times: int, *, sound: bool = True) -> None:
        """Sends the same request again and again. Raises RuntimeError for errors in an answer that must be `sound`."""
        for _ in range(times):
            answer = self.ask(page)
            if sound and b'"errors":' in answer[:20] + answer[-2000:]:
                raise RuntimeError(f"{page.name} answered with errors: {answer[-300:]!r}")

    def close(self) -> None:
        """Closes the connection."""
        self._connection.close()


class Bench:
    """The servers under callgrind, before one upstream that is not counted."""

    def __init__(self, upstream: Upstream, servers: dict[str, Counted]) -> None:
        self.upstream = upstream
        self.servers = servers
        self.clients = {name: Client(counted.server.port) for name, counted in servers.items()}

    async def count(self, name: str, page: Page, *, requests: int = REQUESTS, sound: bool = True) -> Count:
        """What one request for the page costs the server when it is warm."""
        number = min(requests, _FEWER.get(page.name, requests))
        client, counted = self.clients[name], self.servers[name]
        await asyncio.to_thread(client.repeat, page, WARM, sound=sound)
        await counted.begin()
        await asyncio.to_thread(client.repeat, page, 1, sound=sound)
        await asyncio.sleep(_SETTLE)
        await counted.zero()
        await asyncio.to_thread(client.repeat, page, number, sound=sound)
        await asyncio.sleep(_SETTLE)
        count = await counted.count()
        await counted.end()
        return count.divided(number)

    async def cold(self, name: str, page: Page, *, documents: int = 5) -> Count:
        """What the first request of a document costs a server that has answered others."""
        client, counted = self.clients[name], self.servers[name]
        texts = [f"{page.query}\n# {number}" for number in range(documents + 4)]
        for text in texts[:3]:
            await asyncio.to_thread(client.ask, page, text)
        await counted.begin()
        await asyncio.to_thread(client.ask, page, texts[3])
        await asyncio.sleep(_SETTLE)
        await counted.zero()
        for text in texts[4:]:
            await asyncio.to_thread(client.ask, page, text)
        await asyncio.sleep(_SETTLE)
        count = await counted.count()
        await counted.end()
        return count.divided(documents)


@asynccontextmanager
async def bench(ports: Sequence[int], names: Sequence[str] = SERVERS) -> AsyncIterator[Bench]:
    """Starts the upstream and the servers, the latter at once. `ports` are one for the upstream and one for each."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="exact")))
        upstream = await Upstream.start(ports[0], None)
        stack.push_async_callback(upstream.stop)
        chosen = [peer for peer in PEERS if peer.name in names]
        starts = [
            Counted.start(peer, port, upstream.url, folder) for peer, port in zip(chosen, ports[1:], strict=False)
        ]
        started = await asyncio.gather(*starts, return_exceptions=True)
        servers: dict[str, Counted] = {}
        failed: BaseException | None = None
        for peer, one in zip(chosen, started, strict=True):
            if isinstance(one, BaseException):
                failed = one
                continue
            stack.push_async_callback(one.stop)
            servers[peer.name] = one
        if failed is not None:
            raise failed
        running = Bench(upstream, servers)
        for client in running.clients.values():
            stack.callback(client.close)
        yield running
