"""A raw server whose connections a test scripts, and the client in front of it."""

import asyncio
import math
import socket
import ssl
import struct
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import uvloop

from loaders.calls.http1.transport import Http1Transport
from loaders.calls.transport import Exchange, Reply

LOOPS: dict[str, Callable[[], asyncio.AbstractEventLoop]] = {
    "asyncio": asyncio.new_event_loop,
    "uvloop": uvloop.new_event_loop,
}
Script = Callable[["Peer"], Awaitable[None]]


class Peer:
    """The server's side of one connection."""

    def __init__(self, server: "Hostile", reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.server = server
        self.reader = reader
        self.writer = writer

    async def request(self) -> bytes:
        """The head of the next request. Raises IncompleteReadError when there is none."""
        head = await self.reader.readuntil(b"\r\n\r\n")
        self.server.requests.append(head)
        return head

    async def send(self, data: bytes) -> None:
        """Sends these bytes as they are."""
        self.writer.write(data)
        await self.writer.drain()

    def reset(self) -> None:
        """Drops the connection without the usual farewell."""
        linger_not = struct.pack("ii", 1, 0)
        self.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger_not)
        self.writer.transport.abort()


class Hostile:
    """Counts connections and keeps the heads of requests, byte for byte."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self.requests: list[bytes] = []
        self.connections = 0
        self.open = 0
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.open += 1
        try:
            await self._script(Peer(self, reader, writer))
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            pass
        finally:
            self.open -= 1
            writer.close()


@asynccontextmanager
async def hostile(
    script: Script, *, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1", **options: object
) -> AsyncIterator[tuple[Hostile, Http1Transport]]:
    """A scripted server and a client in front of it, with `options` of the client."""
    server = Hostile(script)
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=tls)
    server.port = listening.sockets[0].getsockname()[1]
    settings: dict[str, object] = {"max_connections": 4, "max_body": 1_000_000, **options}
    scheme = "https" if tls is not None else "http"
    client = Http1Transport(f"{scheme}://{host}:{server.port}", **settings)  # type: ignore[arg-type]
    try:
        yield server, client
    finally:
        await client.aclose()
        listening.close()
        await listening.wait_closed()


async def get(client: Http1Transport, target: str = "/", *, silence: float = 2.0, seconds: float = math.inf) -> Reply:
    """A plain GET that ends within `seconds`."""
    deadline = time.monotonic() + seconds
    return await client.exchange(Exchange("GET", target, [("x-who", "alex")], None, silence, deadline))


def always(response: bytes) -> Script:
    """Answers each request of a connection with the same bytes."""

    async def script(peer: Peer) -> None:
        while True:
            await peer.request()
            await peer.send(response)

    return script
