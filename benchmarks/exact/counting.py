"""Counts pages: a server is warmed up by requests that are not counted, then the following requests are counted."""

import asyncio
import functools
import http.client
import json
import re
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.clients import Upstream
from benchmarks.exact.callgrind import Count, Counted
from benchmarks.pages import HELLO, HOME_3000, Page
from benchmarks.servers import PEERS

WARM = 20
"""Requests of a page that are not counted: CPython specializes its bytecode, caches fill, connections open."""

WINDOWS = 5
"""The median window is reported, because a run of the garbage collector, once in many requests, would change a mean."""

REQUESTS = 4
"""Requests in a window."""

_TIMES = {HELLO.name: 10, HOME_3000.name: 0.25}
"""So many times more on these pages: on the smallest one, a tick of the server's clock would weigh too much."""

_SETTLE = 0.05
"""Seconds until a server is done with what it does after an answer."""

SERVERS = ("gateway", "floor")


class Client:
    """A client with one connection, which sends its next request when it has read the answer."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)

    def ask(self, page: Page, query: str | None = None, *, operation: str | None = None) -> bytes:
        """The answer's body. Raises RuntimeError for a status other than 200."""
        body = json.dumps({"query": query or page.query, "variables": page.variables, "operationName": operation})
        self._connection.request("POST", "/graphql", body, page.headers)
        response = self._connection.getresponse()
        answer = response.read()
        if response.status != 200:
            raise RuntimeError(f"{page.name} answered {response.status}: {answer[:200]!r}")
        return answer

    def prepare(self, page: Page, query: str) -> None:
        """Lets the server parse and validate a document. No operation of it is executed."""
        self.ask(page, query, operation="Unknown")

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
        number = max(1, round(requests * _TIMES.get(page.name, 1)))
        client, counted = self.clients[name], self.servers[name]
        await asyncio.to_thread(client.repeat, page, WARM, sound=sound)
        await counted.begin()
        await asyncio.to_thread(client.repeat, page, 1, sound=sound)
        windows = [
            await self._window(counted, functools.partial(client.repeat, page, number, sound=sound))
            for _ in range(WINDOWS)
        ]
        await counted.end()
        return sorted(windows, key=lambda count: count.total)[WINDOWS // 2].divided(number)

    async def cold(self, name: str, page: Page, *, documents: int = 5, prepared: bool = False) -> Count:
        """What the first request of a document costs a server that has answered others.

        `prepared`: the document was validated before, like the trusted documents of a manifest.
        """
        client, counted = self.clients[name], self.servers[name]
        # Other names of the operation: comments and white space would not make another document.
        first = (documents + 4) * prepared
        texts = [_renamed(page, number) for number in range(first, first + documents + 4)]
        for text in texts[:3]:
            await asyncio.to_thread(client.ask, page, text)
        for text in texts if prepared else ():
            await asyncio.to_thread(client.prepare, page, text)
        await counted.begin()
        await asyncio.to_thread(client.ask, page, texts[3])

        def ask() -> None:
            for text in texts[4:]:
                client.ask(page, text)

        count = await self._window(counted, ask)
        await counted.end()
        return count.divided(documents)

    async def _window(self, counted: Counted, ask: Callable[[], None]) -> Count:
        await asyncio.sleep(_SETTLE)
        await counted.zero()
        await asyncio.to_thread(ask)
        await asyncio.sleep(_SETTLE)
        return await counted.count()


def _renamed(page: Page, number: int) -> str:
    name = f"query {re.sub(r'[^a-z]', '', page.name)}{number}_{page.variables.get('key', '').rpartition('+')[2]}"
    return re.sub(r"^query \w+", name, page.query, count=1, flags=re.M) if "query " in page.query else name + page.query


def free_ports(number: int) -> list[int]:
    """Ports that nobody listens on: a server that an earlier run has left behind must not be taken for ours."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(number)]
        return [one.getsockname()[1] for one in sockets]


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
