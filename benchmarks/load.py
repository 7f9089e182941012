"""The load generator, in a process of its own: keep-alive clients that each send the next request at once.

Run as `python -m benchmarks.load`. Reads one JSON object a line from standard input and writes one in answer:
`{"port", "body", "headers", "clients", "seconds", "requests"}` gives `{"seconds", "latencies", "failed", "body"}`. With
a `target`, a GET is sent instead of the query.
It stops when `seconds` are over and at least `requests` were answered. Every answer must be 200 and equal, byte for
byte, to the first.
"""

import asyncio
import json
import sys
import time
from dataclasses import dataclass, field
from typing import Any, cast

import uvloop


@dataclass
class Run:
    """One measurement: what the clients share."""

    request: bytes
    ends: float
    least: int
    done: asyncio.Event
    clients: int
    latencies: list[float] = field(default_factory=list)
    failed: int = 0
    body: bytes | None = None
    open: int = 0

    def over(self) -> bool:
        """True when no further request is to be sent."""
        return time.perf_counter() >= self.ends and len(self.latencies) + self.open >= self.least

    def accept(self, status: bytes, body: bytes) -> None:
        """Counts an answer that is not 200 or not like the first one."""
        if self.body is None and status == b"200":
            self.body = body
        if status != b"200" or body != self.body:
            self.failed += 1


class Client(asyncio.Protocol):
    """One connection with one request under way at a time."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.transport: asyncio.Transport
        self.chunks: list[bytes] = []
        self.size = 0
        self.start = 0
        self.whole: int | None = None
        self.status = b""
        self.started = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)  # uvloop's own class
        self._send()

    def connection_lost(self, error: Exception | None) -> None:
        if self.run.open and self.chunks:
            self.run.failed += 1
        self.run.done.set()

    def _send(self) -> None:
        self.chunks, self.size, self.whole, self.start = [], 0, None, 0
        self.run.open += 1
        self.started = time.perf_counter()
        self.transport.write(self.run.request)

    def data_received(self, data: bytes) -> None:
        self.chunks.append(data)
        self.size += len(data)
        if not self.start:
            self._head()
        if not self.start:
            return
        if self.whole is None:
            if b"".join(self.chunks[-2:])[-5:] == b"0\r\n\r\n":
                self._finish(_joined(b"".join(self.chunks)[self.start :]))
        elif self.size >= self.whole:
            self._finish(b"".join(self.chunks)[self.start : self.whole])

    def _head(self) -> None:
        data = b"".join(self.chunks)
        end = data.find(b"\r\n\r\n")
        if end < 0:
            return
        head = data[:end].lower()
        self.start = end + 4
        self.status = head[9:12]
        marker = head.find(b"content-length:")
        if marker >= 0:
            self.whole = self.start + int(head[marker + 15 :].split(b"\r\n", 1)[0])

    def _finish(self, body: bytes) -> None:
        run = self.run
        run.latencies.append(time.perf_counter() - self.started)
        run.open -= 1
        run.accept(self.status, body)
        if run.over():
            self.chunks = []
            self.transport.close()
            run.clients -= 1
            if not run.clients:
                run.done.set()
        else:
            self._send()


def _joined(chunked: bytes) -> bytes:
    """The content of a body in chunked transfer coding."""
    parts: list[bytes] = []
    while True:
        length, _, rest = chunked.partition(b"\r\n")
        size = int(length, 16)
        if not size:
            return b"".join(parts)
        parts.append(rest[:size])
        chunked = rest[size + 2 :]


def request_bytes(port: int, body: str, headers: dict[str, str], target: str | None = None) -> bytes:
    """A `POST /graphql`, or a GET of the target, as it goes over the wire."""
    content = b"" if target else body.encode()
    lines = [
        f"GET {target} HTTP/1.1" if target else "POST /graphql HTTP/1.1",
        f"host: 127.0.0.1:{port}",
        *(f"{name}: {value}" for name, value in headers.items()),
        *([] if target else [f"content-length: {len(content)}"]),
    ]
    return "\r\n".join([*lines, "", ""]).encode() + content


async def measure(order: dict[str, Any]) -> dict[str, Any]:
    """Runs one measurement."""
    loop = asyncio.get_running_loop()
    port, clients = order["port"], order["clients"]
    begun = time.perf_counter()
    run = Run(
        request_bytes(port, order["body"], order["headers"], order.get("target")),
        begun + order["seconds"],
        order["requests"],
        asyncio.Event(),
        clients,
    )
    for _ in range(clients):
        await loop.create_connection(lambda: Client(run), "127.0.0.1", port)
    while run.clients:
        await run.done.wait()
        run.done.clear()
        if run.failed and run.clients and not run.latencies:
            break
    return {
        "seconds": time.perf_counter() - begun,
        "latencies": run.latencies,
        "failed": run.failed,
        "body": run.body.decode() if run.body is not None and order.get("show") else None,
    }


async def main() -> None:
    """Answers orders until standard input ends."""
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=2**24)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        print(json.dumps(await measure(json.loads(line))), flush=True)


if __name__ == "__main__":
    uvloop.run(main())
