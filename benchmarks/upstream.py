"""The upstream of the benchmarks: the demo LMS's own answers, each asked once and then served from memory.

Run as a process: `python -m benchmarks.upstream PORT`. A plain asyncio protocol on uvloop, so that the upstream is
never what is measured. `GET /__stats` answers the calls since it was asked last, `GET /__latency/on` and
`/__latency/off` switch the latencies, `GET /__fail/api/…` lets all paths that begin with `/api/…` fail, and
`GET /__fail/` none. The `Date` is that of the start: equal requests get equal bytes.
"""

import asyncio
import json
import sys
from email.utils import formatdate
from typing import cast

import httpx
import uvloop
from starlette.applications import Starlette

from benchmarks.latencies import seconds_of
from benchmarks.pages import CREDENTIAL, ENROLLMENTS, HOME_40, HOME_300, HOME_3000, NAMED
from gateway.demo.app import create_app

_CREDENTIALS = tuple(b"authorization: " + one.lower().encode() for one in (CREDENTIAL, NAMED))
"""The same learner's: the answers are kept for both."""
_CARDS = "/api/learner_home/init"
_PAGE = b"<!doctype html>\n<title>Server Error (500)</title>\n<h1>Server Error (500)</h1>\n"
_BROKEN = (
    b"HTTP/1.1 500 Internal Server Error\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: %d\r\n\r\n"
    % len(_PAGE)
) + _PAGE


class Recorder:
    """Asks the demo LMS, in process, and keeps what it answered to the benchmark's learner."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self.date = formatdate(usegmt=True)
        self.answers: dict[bytes, tuple[float, bytes]] = {}
        self._sizes = [str(page.variables["key"]).rpartition("+")[2] for page in (HOME_40, HOME_300, HOME_3000)]
        self._apps: dict[str, Starlette] = {}

    async def _app(self, target: str) -> Starlette:
        plain = target.replace("%2B", "+")
        size = next((size for size in reversed(self._sizes) if f"Large+{size}" in plain), "")
        if size not in self._apps:
            more = 0 if size else ENROLLMENTS - await self._cards()
            self._apps[size] = create_app(blocks=int(size or 0), enrollments=more, base_url=self.base_url)
        return self._apps[size]

    async def _cards(self) -> int:
        """How many cards the learner's dashboard has before any course is generated."""
        app = create_app(base_url=self.base_url)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=self.base_url) as client:
            response = await client.get(_CARDS, headers={"authorization": CREDENTIAL})
        return len(response.json()["courses"])

    async def ask(self, method: str, target: str, headers: dict[str, str], body: bytes) -> tuple[float, bytes]:
        """Seconds of latency, and the whole HTTP response."""
        transport = httpx.ASGITransport(await self._app(target), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=self.base_url) as client:
            response = await client.request(method, target, headers=headers, content=body)
        kept = [
            f"{name}: {value}"
            for name, value in response.headers.multi_items()
            if name not in {"content-length", "date", "connection"}
        ]
        head = [
            f"HTTP/1.1 {response.status_code} {response.reason_phrase}",
            f"date: {self.date}",
            *kept,
            f"content-length: {len(response.content)}",
        ]
        return seconds_of(target), "\r\n".join([*head, "", ""]).encode("latin-1") + response.content


class Server:
    """What all connections share: the recorder, the counts, whether answers are delayed, and which paths fail."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder
        self.calls: dict[str, int] = {}
        self.delayed = False
        self.failing = b""

    def stats(self) -> bytes:
        """Calls by target since the last time, as JSON."""
        body = json.dumps({"calls": self.calls}).encode()
        self.calls = {}
        return body


class Connection(asyncio.Protocol):
    """One keep-alive connection. Requests are answered in order; clients do not pipeline."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.buffer = b""
        self.transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)  # uvloop's own class

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            head, self.buffer = self.buffer[:end], self.buffer[end + 4 :]
            self._answer(head)

    def _answer(self, head: bytes) -> None:
        method, target, _ = head.split(b" ", 2)
        if target.startswith(b"/__"):
            self._control(target)
            return
        server = self.server
        name = target.decode()
        server.calls[name] = server.calls.get(name, 0) + 1
        if server.failing and target.startswith(server.failing):
            self._write(seconds_of(name), _BROKEN)
            return
        found = server.recorder.answers.get(target) if method == b"GET" and _is_learner(head) else None
        if found is None:
            self._task = asyncio.ensure_future(self._record(method, target, head))
        else:
            self._write(*found)

    def _write(self, seconds: float, response: bytes) -> None:
        if self.server.delayed and seconds:
            asyncio.get_running_loop().call_later(seconds, self.transport.write, response)
        else:
            self.transport.write(response)

    async def _record(self, method: bytes, target: bytes, head: bytes) -> None:
        lines = [line.partition(": ") for line in head.decode("latin-1").split("\r\n")[1:]]
        headers = {name.lower(): value for name, _, value in lines}
        seconds, response = await self.server.recorder.ask(method.decode(), target.decode(), headers, b"")
        if _is_learner(head):
            self.server.recorder.answers[target] = (seconds, response)
        self._write(seconds, response)

    def _control(self, target: bytes) -> None:
        body = b"{}"
        if target == b"/__stats":
            body = self.server.stats()
        elif target.startswith(b"/__latency/"):
            self.server.delayed = target.endswith(b"/on")
        elif target.startswith(b"/__fail/"):
            self.server.failing = target.removeprefix(b"/__fail").rstrip(b"/")
        head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(body)
        self.transport.write(head + body)


def _is_learner(head: bytes) -> bool:
    lower = head.lower()
    return any(credential in lower for credential in _CREDENTIALS)


async def serve(port: int) -> None:
    """Serves until the process is ended."""
    server = Server(Recorder(f"http://127.0.0.1:{port}"))
    listener = await asyncio.get_running_loop().create_server(lambda: Connection(server), "127.0.0.1", port)
    async with listener:
        await listener.serve_forever()


if __name__ == "__main__":
    uvloop.run(serve(int(sys.argv[1])))
