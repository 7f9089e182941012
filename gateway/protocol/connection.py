"""Client connections, with limits on their number, the size of heads, and times."""

import asyncio
import socket
import time
from math import inf
from typing import Any

import httptools
from uvicorn.protocols.http.flow_control import FlowControl
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from gateway.protocol.alarm import Alarm
from gateway.protocol.half_closed import Departure
from gateway.protocol.pace import Pace
from gateway.protocol.reader import RequestReader
from gateway.protocol.refusal import RefusedError
from gateway.protocol.request_head import Head
from gateway.protocol.request_id import request_id_of
from gateway.protocol.response import refuse_raw
from gateway.protocol.response_transport import CONTINUE, ResponseTransport
from gateway.request_stats import note_refusal
from loaders.errors import Code

_SEND_BUFFER = 128 * 1024
"""Size of the send buffer. With a larger one, a slow client could not be distinguished from one that does not read."""

_LINGER = 2.0
"""Seconds to read from a client that is still sending after its response; a reset could destroy the response."""

_DRAIN = 0.5
"""Seconds for which an idle connection stays open when the worker ends: a proxy may be sending its next request."""

_CROWDED = RefusedError(
    503,
    "The gateway has too many connections.",
    Code.OVERLOADED,
    headers={"retry-after": "1"},
    details={"retryAfter": 1},
)


class BoundedProtocol(HttpToolsProtocol):
    """uvicorn's HTTP protocol with a strict parser and additional limits.

    A head of more than `max_header_bytes` gets a 431, and one that takes longer than `read_timeout` seconds a 408. The
    size limit also applies to chunk headers and trailers. A connection is kept alive only if its last request was
    received completely, and is closed if the client does not read its response. A client that has closed its sending
    side still gets its responses. A worker has at most `max_clients` connections; a new one replaces the one that has
    been idle longest. The limits belong to the process, because uvicorn passes the class to its workers by name.
    """

    max_header_bytes = 32 * 1024
    read_timeout = 10.0
    max_clients = 800
    draining = False  # the worker ends: each connection closes after its next answer

    @classmethod
    def bound(cls, max_header_bytes: int, read_timeout: float, max_clients: int) -> "type[BoundedProtocol]":
        """Sets the limits of this process's connections."""
        cls.max_header_bytes = max_header_bytes
        cls.read_timeout = read_timeout
        cls.max_clients = max_clients
        return cls

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._reader = RequestReader(self, self.max_header_bytes)
        self._in_head = False
        self._in_body = False  # the head was received, the rest of the request was not
        self._ended = False  # the client has closed its sending side
        self._due = 0  # requests with incomplete answers
        self._keep = False  # the current request allows keep-alive
        self._idle_since = inf  # idle since
        self._refusal: bytes | None = None  # the last response
        self._leaving = False  # everything has been written
        self._alarm = Alarm(self.loop, self._late)

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
        self._pace = Pace(transport, self.read_timeout)
        self._departure = Departure(transport, self._probe)
        self.flow = _Flow(self)
        self._exit = ResponseTransport(self._send, self._is_closing, self._leave)
        if len(self.connections) > self.max_clients and not self._make_room():
            self._send(self._answer(_CROWDED))
            self._close()
        else:
            self._alarm.set(_DRAIN if self.draining else self.read_timeout)

    def connection_lost(self, exc: Exception | None) -> None:
        self._alarm.close()
        self._pace.stop()
        self._departure.stop()
        super().connection_lost(exc)

    # Received data

    def data_received(self, data: bytes) -> None:
        if self._leaving or self._refusal is not None:
            return
        try:
            self._reader.feed_data(data)
        except RefusedError as refusal:
            self._refuse(refusal)

    def eof_received(self) -> bool:  # type: ignore[override]
        """The client has closed its sending side. True keeps the connection open for the responses."""
        self._ended = True
        if self._leaving:
            return False
        if self._in_head or self._in_body:
            self._refuse(RefusedError(400, "The connection was closed before the request was complete."))
        elif self._due:
            if not self.cycle.response_started:
                self.cycle.keep_alive = False
            self._departure.watch()
        return bool(self._due)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._in_head = True
        self._idle_since = inf
        self._alarm.set(self.read_timeout)

    def on_head(self, head: Head) -> None:
        """Starts the request with this head."""
        self._alarm.clear()
        self._in_head = False
        self.parser: Any = head  # uvicorn reads its properties
        self.url = head.target
        self.headers += head.fields
        self.expect_100_continue = head.expects
        try:
            super().on_headers_complete()
        except httptools.HttpParserError:
            raise RefusedError(400, "The request's target is malformed.") from None
        self._in_body = True
        self._due += 1
        self.cycle.transport = self._exit  # type: ignore[assignment]  # all that uvicorn calls
        self._keep = self.cycle.keep_alive and not self.draining
        self.cycle.keep_alive = False

    def on_message_complete(self) -> None:
        self._in_body = False
        if not self.cycle.response_started:
            self.cycle.keep_alive = self._keep
        super().on_message_complete()

    def _probe(self) -> bool:
        """Sends an interim response, unless a response is being sent."""
        if self.pipeline or self.cycle.response_started or self.cycle.scope["http_version"] == "1.0":
            return False
        self._send(CONTINUE)
        return True

    # Sent data

    def on_response_complete(self) -> None:
        self._exit.end()
        self._due -= 1
        if self._leaving:
            self.pipeline.clear()
        self._start_next()
        if self._is_closing() or self._due:
            return
        if self._refusal is not None or self._ended:
            self._leave()
        elif not self._in_head:
            self._idle_since = time.monotonic()  # finer than the loop's own time, which is the same for whole turns
            self._alarm.set(self.timeout_keep_alive)

    def _start_next(self) -> None:
        """Does what uvicorn does after a response, except for its keep-alive timer: invalid bytes would end it."""
        self.server_state.total_requests += 1
        if not self.transport.is_closing():
            self.flow.resume_reading()
            if self.pipeline:
                cycle, app = self.pipeline.pop()
                self._start_asgi_task(cycle, app)

    def shutdown(self) -> None:
        self._keep = False
        if self._due:
            super().shutdown()
        elif not self._in_head and not self._leaving:
            self._alarm.set(_DRAIN)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._pace.watch()

    def resume_writing(self) -> None:
        super().resume_writing()
        if not self.transport.is_closing():
            self._pace.stop()

    def _refuse(self, refusal: RefusedError) -> None:
        """Refuses the current request, after the responses to earlier ones, and stops reading."""
        if self._leaving or self._refusal is not None or self.transport.is_closing():
            return
        self._alarm.clear()
        self._refusal = self._answer(refusal)
        if self._in_body:
            if self.pipeline and self.pipeline[0][0] is self.cycle:
                self.pipeline.popleft()
            elif self.cycle.response_started:
                self._refusal = b""  # its answer is being sent, and is the last one
                return
            self.cycle.disconnected = True
            self.cycle.message_event.set()
            self._due -= 1
        if not self._due:
            self._leave()

    def _answer(self, refusal: RefusedError) -> bytes:
        note_refusal(refusal.status)
        return refuse_raw(refusal, request_id_of({}), self.server_state.default_headers)

    def _send(self, *pieces: bytes) -> None:
        self._pace.written += sum(map(len, pieces))
        self.transport.writelines(pieces)

    def _leave(self) -> None:
        """Closes when the client has stopped sending, or after a timeout."""
        if self._is_closing():
            return
        self._leaving = True
        if self._refusal:
            self._send(self._refusal)
        if self._ended or not (self._refusal or self._in_head or self._in_body):
            self._close()
            return
        self.flow.resume_reading()
        self.transport.write_eof()
        self._alarm.set(min(_LINGER, self.read_timeout))

    def _close(self) -> None:
        """Closes when everything has been sent."""
        self._idle_since = inf
        if not self.transport.is_closing():
            self.transport.close()
            self._pace.watch()

    def _is_closing(self) -> bool:
        return self._leaving or self.transport.is_closing()

    def _make_room(self) -> bool:
        """Closes the connection that has been idle longest, if there is one."""
        others = [other for other in self.connections if isinstance(other, BoundedProtocol)]
        since, longest = min(((other._waits_since(), other) for other in others), key=lambda pair: pair[0])
        if since < inf:
            longest._close()
        return since < inf

    def _waits_since(self) -> float:
        return inf if self.flow.write_paused else self._idle_since

    # Time

    def _late(self) -> None:
        if self._in_head and not self._leaving:
            self._refuse(RefusedError(408, f"The request's headers did not arrive within {self.read_timeout:g} s."))
        elif not self._leaving and self.transport.get_write_buffer_size():  # the client has not read its answer yet
            self._alarm.set(self.timeout_keep_alive)
        else:  # no request, so no answer
            self._close()


class _Flow(FlowControl):
    """Pauses reading while a request waits for the responses before it."""

    def __init__(self, protocol: BoundedProtocol) -> None:
        super().__init__(protocol.transport)
        self._pipeline = protocol.pipeline

    def resume_reading(self) -> None:
        if not self._pipeline:
            super().resume_reading()
