"""Connections with bounds: how much may come besides bodies, how long it may take, how long an answer may wait."""

import asyncio
import socket
from typing import Any

from uvicorn.protocols.http.flow_control import FlowControl
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_PACE = 16 * 1024
"""Bytes of an answer that a client must take within each `read_timeout`."""

_SEND_BUFFER = 128 * 1024
"""Bytes of an answer that the operating system takes. With the megabytes it would take, a slow client looks stuck."""

_LINGER = 2.0
"""Seconds to hear out a client that is still sending when it has its answer: a reset could cost it that answer."""


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's HTTP protocol with bounds that it lacks.

    A head (request line and headers) of more than `max_header_bytes` is answered with 431, one that takes longer than
    `read_timeout` seconds with 408. The same size holds for what comes between the bytes of a chunked body and after
    them; trailers are read and dropped. A connection is kept for a next request only when the one before has come
    whole, and ends when a client does not take its answer. A worker has `max_clients` connections at most. The bounds
    are the process's: uvicorn makes the connections, and hands the class to its worker processes by name.
    """

    max_header_bytes = 32 * 1024
    read_timeout = 10.0
    max_clients = 800

    @classmethod
    def bound(cls, max_header_bytes: int, read_timeout: float, max_clients: int) -> "type[BoundedProtocol]":
        """Sets the bounds of this process's connections."""
        cls.max_header_bytes = max_header_bytes
        cls.read_timeout = read_timeout
        cls.max_clients = max_clients
        return cls

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._in_head = False
        self._in_body = False  # the head has come, the rest of the request has not
        self._due = 0  # requests whose answers are not complete
        self._keep = False  # the request that is coming lets the connection live on
        self._size = 0  # bytes of the head, or of what came since the last bytes of the body
        self._read = 0  # bytes of the read that is being parsed
        self._told: int | None = None  # of these, what the parser told since the head or the body ended within the read
        self._refusal: bytes | None = None  # the last thing to be written
        self._leaving = False  # everything is written
        self._timer: asyncio.TimerHandle | None = None
        self._pace: asyncio.TimerHandle | None = None
        self._unsent = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
        self.flow = _Flow(self)
        self._exit: Any = _Exit(self)
        if len(self.connections) > self.max_clients:
            transport.write(b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
            self._close()
        else:
            self._wait(self.read_timeout)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop()
        self._stop_pace()
        super().connection_lost(exc)

    # What comes

    def data_received(self, data: bytes) -> None:
        if self._leaving or self._refusal is not None:
            return
        self._read = len(data)
        self._told = None
        super().data_received(data)
        if self._in_head or self._in_body:
            self._size = self._came()
            if self._size > self.max_header_bytes:
                self._refuse(431, "Request Header Fields Too Large")

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._in_head = True
        self._wait(self.read_timeout)

    def on_url(self, url: bytes) -> None:
        super().on_url(url)
        self._tell(len(url))

    def on_header(self, name: bytes, value: bytes) -> None:
        self._tell(len(name) + len(value) + 4)
        if self._in_head:  # a trailer is nobody's business: it may name a caller that the head does not
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        if self._came() > self.max_header_bytes:  # with what follows the head in the same read
            size = len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers)
            if size > self.max_header_bytes:
                self._refuse(431, "Request Header Fields Too Large")
                raise ValueError("the head is too large")
        self._stop()
        self._in_head = False
        self._restart()
        super().on_headers_complete()
        self._in_body = True
        self._due += 1
        self.cycle.transport = self._exit
        self._keep = self.cycle.keep_alive
        self.cycle.keep_alive = False

    def on_body(self, body: bytes) -> None:
        self._restart()
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._in_body = False
        self._restart()
        if not self.cycle.response_started:
            self.cycle.keep_alive = self._keep
        super().on_message_complete()

    def _came(self) -> int:
        """Bytes of the head, or since the last bytes of the body: all that was read, or what the parser told of it."""
        return self._size + self._read if self._told is None else self._told

    def _tell(self, size: int) -> None:
        if self._told is not None:
            self._told += size

    def _restart(self) -> None:
        self._size = self._told = 0

    # What goes

    def on_response_complete(self) -> None:
        self._due -= 1
        if self._leaving:
            self.pipeline.clear()
        super().on_response_complete()
        self._unset_keepalive_if_required()  # bytes that are no request would end it
        if self._leaving or self.transport.is_closing() or self._due:
            return
        if self._refusal is not None:
            self._leave()
        elif not self._in_head:
            self._wait(self.timeout_keep_alive)

    def send_400_response(self, msg: str) -> None:
        self._refuse(400, "Bad Request", msg)

    def shutdown(self) -> None:
        self._keep = False
        super().shutdown()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._watch()

    def resume_writing(self) -> None:
        super().resume_writing()
        if not self.transport.is_closing():
            self._stop_pace()

    def _refuse(self, status: int, phrase: str, text: str = "") -> None:
        """Answers the request that is coming, after those before it, and reads nothing more."""
        if self._leaving or self._refusal is not None or self.transport.is_closing():
            return
        self._stop()
        head = f"HTTP/1.1 {status} {phrase}\r\ncontent-length: {len(text)}\r\nconnection: close\r\n"
        kind = "content-type: text/plain; charset=utf-8\r\n" if text else ""
        self._refusal = f"{head}{kind}\r\n{text}".encode("ascii")
        if self._in_body:
            if self.pipeline and self.pipeline[0][0] is self.cycle:
                self.pipeline.popleft()
            elif self.cycle.response_started:
                self._refusal = b""  # its answer is under way, and is the last one
                return
            self.cycle.disconnected = True
            self.cycle.message_event.set()
            self._due -= 1
        if not self._due:
            self._leave()

    def _leave(self) -> None:
        """Closes once the client has stopped sending, or after a moment."""
        if self._leaving or self.transport.is_closing():
            return
        self._leaving = True
        if self._refusal:
            self.transport.write(self._refusal)
        elif not self._in_head and not self._in_body:
            self._close()
            return
        self.flow.resume_reading()
        self.transport.write_eof()
        self._wait(min(_LINGER, self.read_timeout))

    def _close(self) -> None:
        """Closes once everything is sent, if that comes about."""
        if not self.transport.is_closing():
            self.transport.close()
            self._watch()

    # Time

    def _wait(self, seconds: float) -> None:
        self._stop()
        self._timer = self.loop.call_later(seconds, self._late)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _late(self) -> None:
        if self._in_head and not self._leaving:
            self._refuse(408, "Request Timeout")
        else:  # nothing was asked: nothing is answered
            self._close()

    def _watch(self) -> None:
        self._stop_pace()
        self._unsent = self.transport.get_write_buffer_size()
        self._pace = self.loop.call_later(self.read_timeout, self._check_pace)

    def _stop_pace(self) -> None:
        if self._pace is not None:
            self._pace.cancel()
            self._pace = None

    def _check_pace(self) -> None:
        if self.transport.get_write_buffer_size() + _PACE > self._unsent:
            self.transport.abort()
        else:
            self._watch()


class _Flow(FlowControl):
    """Reads no further requests while one waits for the answers before it."""

    def __init__(self, protocol: BoundedProtocol) -> None:
        super().__init__(protocol.transport)
        self._pipeline = protocol.pipeline

    def resume_reading(self) -> None:
        if not self._pipeline:
            super().resume_reading()


class _Exit:
    """The transport as answers see it: it closes as the protocol does, and takes no offence at what comes too late."""

    __slots__ = ("_protocol",)

    def __init__(self, protocol: BoundedProtocol) -> None:
        self._protocol = protocol

    def write(self, data: bytes) -> None:
        protocol = self._protocol
        if not protocol._leaving and not protocol.transport.is_closing():
            protocol.transport.write(data)

    def is_closing(self) -> bool:
        return self._protocol._leaving or self._protocol.transport.is_closing()

    def close(self) -> None:
        self._protocol._leave()
