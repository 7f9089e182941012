"""Responses of a proxy, firewall or broken server between the gateway and the LMS, byte for byte."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from socketserver import BaseRequestHandler, ThreadingTCPServer
from urllib.parse import urlsplit

Script = bytes | None | Callable[[bytes], bytes | None]
"""The bytes of an answer, given the head of its request; None hangs up."""

_HOP = frozenset({"connection", "transfer-encoding", "content-length", "keep-alive"})


def answer(status: str, body: bytes = b"", kind: str | None = None, *headers: str) -> bytes:
    """A whole HTTP response."""
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}"]
    if kind is not None:
        lines.append(f"Content-Type: {kind}")
    return "\r\n".join([*lines, "", ""]).encode() + body


@dataclass
class Front:
    """Passes every request on to `lms`, but for those whose path begins as one of the `scripts`."""

    lms: str
    url: str = ""
    scripts: dict[str, Script] = field(default_factory=dict)
    heads: list[bytes] = field(default_factory=list)

    def play(self, path: str, script: Script) -> None:
        """Answers requests to paths that begin so with these bytes."""
        self.scripts[path] = script

    def pass_on(self, path: str) -> None:
        """Passes on requests to paths that begin so, whatever is answered to those that begin as a shorter one."""
        self.scripts[path] = lambda head: self._passed_on(head, head.split(b" ", 2)[1].decode("latin-1"), b"")

    def forget(self) -> None:
        """Passes everything on, and forgets the heads that came."""
        self.scripts.clear()
        self.heads.clear()

    def respond(self, head: bytes, body: bytes) -> bytes | None:
        """The bytes of the answer; None to hang up."""
        self.heads.append(head)
        target = head.split(b" ", 2)[1].decode("latin-1")
        found = [path for path in self.scripts if target.startswith(path)]
        if found:
            script = self.scripts[max(found, key=len)]
            return script(head) if callable(script) else script
        return self._passed_on(head, target, body)

    def _passed_on(self, head: bytes, target: str, body: bytes) -> bytes:
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines if line)
        connection = HTTPConnection(urlsplit(self.lms).netloc, timeout=30)
        try:
            connection.request(first.split(" ")[0], target, body or None, headers)
            reply = connection.getresponse()
            content = reply.read()
            passed = [f"{name}: {value}" for name, value in reply.getheaders() if name.lower() not in _HOP]
            length = [] if reply.status == 204 else [f"Content-Length: {len(content)}"]
            return (
                "\r\n".join([f"HTTP/1.1 {reply.status} {reply.reason}", *passed, *length, "", ""]).encode("latin-1")
                + content
            )
        finally:
            connection.close()


@contextmanager
def front_of(lms_url: str) -> Iterator[Front]:
    """A front on a free port of this machine."""
    front = Front(lms_url)

    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            connection: socket.socket = self.request
            connection.settimeout(30)
            pending = b""
            with suppress(OSError):
                while True:
                    while b"\r\n\r\n" not in pending:
                        piece = connection.recv(65536)
                        if not piece:
                            return
                        pending += piece
                    head, _, pending = pending.partition(b"\r\n\r\n")
                    length = _length_of(head)
                    while len(pending) < length:
                        pending += connection.recv(65536)
                    body, pending = pending[:length], pending[length:]
                    reply = front.respond(head, body)
                    if reply is None:
                        return
                    connection.sendall(reply)

    class Server(ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True
        request_queue_size = 128

    with Server(("127.0.0.1", 0), Handler) as server:
        front.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield front
        finally:
            server.shutdown()
            thread.join(10)


def _length_of(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0
