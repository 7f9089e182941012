"""Servers that a test starts for itself: raw HTTP over a socket, and a real Redis."""

import asyncio
import shutil
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from loaders.calls.upstream import Upstream

Reply = Callable[[int, bytes], bytes | None]
"""The bytes answered to the n-th request, given its head; None drops the connection after having read it."""


class RawServer:
    """An HTTP/1.1 server that keeps every request head it has read, byte for byte."""

    def __init__(self, reply: Reply, *, delay: float = 0.0) -> None:
        self.requests: list[bytes] = []
        self.open = 0
        self.port = 0
        self._reply = reply
        self._delay = delay

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                self.requests.append(head)
                reply = self._reply(len(self.requests), head)
                if reply is None:
                    break
                if self._delay:
                    await asyncio.sleep(self._delay)
                writer.write(reply)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self.open -= 1
            writer.close()


Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
"""One connection of a server. Whatever it does ends with the connection."""


@asynccontextmanager
async def stream_server(serve: Serve) -> AsyncIterator[str]:
    """A server of a test's own: its URL. The connections have ended when the block has."""
    start_task: set[asyncio.Task[None]] = set()

    async def connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await serve(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(connection(reader, writer))
        start_task.add(task)
        task.add_done_callback(start_task.discard)

    listening = await asyncio.start_server(accept, "127.0.0.1", 0)
    try:
        # "localhost", not an address: cookie jars treat bare addresses differently from host names.
        yield f"http://localhost:{listening.sockets[0].getsockname()[1]}"
    finally:
        listening.close()
        await asyncio.wait_for(asyncio.gather(*start_task), 10)
        await asyncio.sleep(0)


@asynccontextmanager
async def raw_server(
    reply: Reply, *, delay: float = 0.0, **options: object
) -> AsyncIterator[tuple[RawServer, Upstream]]:
    """A raw server and an upstream in front of it, with `options` of the upstream."""
    server = RawServer(reply, delay=delay)
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    # "localhost", not an address: cookie jars treat bare addresses differently from host names.
    upstream = Upstream(f"http://localhost:{server.port}", **options)  # type: ignore[arg-type]
    try:
        yield server, upstream
    finally:
        await upstream.aclose()
        listening.close()
        await listening.wait_closed()


def http(body: bytes = b"{}", *headers: bytes, status: bytes = b"200 OK", kind: bytes = b"application/json") -> bytes:
    """A whole HTTP response."""
    head = [b"HTTP/1.1 " + status, b"Content-Type: " + kind, b"Content-Length: %d" % len(body), *headers, b"", body]
    return b"\r\n".join(head)


@asynccontextmanager
async def resp_server(reply: Callable[[list[bytes]], bytes | None]) -> AsyncIterator[str]:
    """Something that takes Redis's commands and answers with these bytes, None for silence; yields its URL.

    The handshake is answered as Redis does.
    """

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readline():
                command = []
                for _ in range(int(head[1:])):
                    length = int((await reader.readline())[1:])
                    command.append((await reader.readexactly(length + 2))[:-2])
                greeting = {b"HELLO": b"%1\r\n+proto\r\n:3\r\n", b"CLIENT": b"+OK\r\n", b"SELECT": b"+OK\r\n"}
                sent = greeting.get(command[0]) or reply(command)
                if sent is not None:
                    writer.write(sent)
                    await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"redis://127.0.0.1:{listening.sockets[0].getsockname()[1]}/0"
    finally:
        listening.close()
        await listening.wait_closed()


@contextmanager
def redis_server(directory: Path, *, debug: bool = False) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """A real Redis that keeps nothing on disk: its URL and its process."""
    binary = shutil.which("redis-server")
    assert binary is not None, "these tests need redis-server"
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", str(directory)]
    options += ["--enable-debug-command", "yes"] if debug else []
    process = subprocess.Popen([binary, *options], stdout=subprocess.DEVNULL)  # noqa: S603  # our own arguments
    try:
        end = time.monotonic() + 10
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert time.monotonic() < end, "redis-server did not start"
            time.sleep(0.02)
        yield f"redis://127.0.0.1:{port}/0", process
    finally:
        process.kill()
        process.wait()
