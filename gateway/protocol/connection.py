"""Connections with bounds: the size of a request's head, and the time it may take."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's HTTP protocol with bounds that it lacks.

    A head (request line and headers) of more than `max_header_bytes` is answered with 431, one that takes longer than
    `read_timeout` seconds with 408. The bounds are the process's: uvicorn makes the connections, and hands the class
    to its worker processes by name.
    """

    max_header_bytes = 32 * 1024
    read_timeout = 10.0

    @classmethod
    def bound(cls, max_header_bytes: int, read_timeout: float) -> "type[BoundedProtocol]":
        """Sets the bounds of this process's connections."""
        cls.max_header_bytes = max_header_bytes
        cls.read_timeout = read_timeout
        return cls

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._head: int | None = 0  # bytes of the head that have come; None while there is none to wait for
        self._came = 0  # bytes that the head may have, were it all that has come
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._came = (self._head or 0) + len(data)
        super().data_received(data)
        if self._head is not None:
            self._head = self._came
            if self._came > self.max_header_bytes:
                self._refuse(431, "Request Header Fields Too Large")

    def on_message_begin(self) -> None:
        super().on_message_begin()
        if self._head is None:
            self._await_head()

    def on_headers_complete(self) -> None:
        self._stop()
        self._head = None
        if (
            self._came > self.max_header_bytes
            and len(self.url) + sum(len(n) + len(v) + 4 for n, v in self.headers) > self.max_header_bytes
        ):
            self._refuse(431, "Request Header Fields Too Large")
            raise ValueError("the head is too large")
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:
        if not self.transport.is_closing():
            super().send_400_response(msg)

    def _await_head(self) -> None:
        self._head = 0
        self._stop()
        self._timer = self.loop.call_later(self.read_timeout, self._refuse, 408, "Request Timeout")

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _refuse(self, status: int, phrase: str) -> None:
        if self.transport.is_closing():
            return
        if self._head == 0:  # nothing was asked: nothing is answered
            self.transport.close()
            return
        lines = (f"HTTP/1.1 {status} {phrase}", "content-length: 0", "connection: close", "", "")
        self.transport.write("\r\n".join(lines).encode("ascii"))
        self.transport.close()
