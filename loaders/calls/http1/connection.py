"""One connection to the upstream, which carries one exchange at a time."""

import asyncio
import select
import time
from collections.abc import Callable
from contextvars import Context
from typing import cast

import httpx

from loaders.calls.http1.response import ResponseReader
from loaders.calls.transport import Reply

_SLICE = 64 * 1024
_NOTHING = memoryview(b"")


class Connection(asyncio.Protocol):
    """An open connection. `on_lost` is called once, when it is closed for good.

    `reusable` says whether another exchange may follow. The conditions are strict: exactly one complete response was
    received, the request was sent completely, and neither side wanted to close.
    """

    __slots__ = (
        "_context",
        "_deadline",
        "_heard",
        "_loop",
        "_on_lost",
        "_outcome",
        "_paused",
        "_poll",
        "_reader",
        "_silence",
        "_timer",
        "_transport",
        "_unsent",
        "_wakes",
        "expires",
        "lost",
        "reusable",
        "uses_left",
    )

    def __init__(self, on_lost: "Callable[[Connection], None]") -> None:
        self._loop = asyncio.get_running_loop()
        self._on_lost = on_lost
        self._transport: asyncio.Transport | None = None
        self._poll = select.poll()
        self._reader: ResponseReader | None = None
        self._outcome: asyncio.Future[Reply] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._wakes = 0.0
        self._context = Context()  # a timer that outlives an exchange must not keep that of its request
        self._heard = 0.0
        self._silence = 0.0
        self._deadline = 0.0
        self._unsent = _NOTHING
        self._paused = False
        self.reusable = False
        self.expires = 0.0
        self.uses_left = 1
        self.lost = False

    def exchange(
        self, method: str, head: bytes, content: bytes | None, *, silence: float, deadline: float, max_body: int
    ) -> "asyncio.Future[Reply]":
        """Sends a request. The future has the response; or TimeoutError, httpx.TransportError or OverflowError.

        `silence` is the maximum time without data, in seconds, and `deadline` the end of the whole exchange. A caller
        that gives up calls `abort`.
        """
        assert self._transport is not None
        assert self._outcome is None, "a connection carries one exchange at a time"
        self.reusable = False
        self._reader = ResponseReader(method, max_body)
        self._outcome = outcome = self._loop.create_future()
        self._silence = silence
        self._deadline = deadline
        self._heard = now = time.monotonic()
        ends = min(now + silence, deadline)
        if self._timer is None or self._wakes > ends:
            self._wake_at(ends, now)
        if self._transport.is_closing():
            self._fail(httpx.WriteError("The connection was closed."))
            return outcome
        request = head if content is None else head + content
        if len(request) <= _SLICE and not self._paused:
            self._transport.write(request)
        else:
            self._unsent = memoryview(request)
            self._write_more()
        return outcome

    def quiet(self) -> bool:
        """True if no data has arrived on an idle connection, not even in the kernel's buffer."""
        if self.lost or self._transport is None or self._transport.is_closing():
            return False
        return not self._poll.poll(0)

    def close(self) -> None:
        """Closes an idle connection."""
        if self._transport is not None:
            self._transport.close()

    def abort(self) -> None:
        """Closes the connection at once, even during an exchange."""
        self._forget()
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The connection is open, including TLS if the upstream uses it."""
        self._transport = cast("asyncio.Transport", transport)  # uvloop's own classes only look like it
        events = select.POLLIN | select.POLLHUP | select.POLLERR
        self._poll.register(transport.get_extra_info("socket").fileno(), events)

    def data_received(self, data: bytes) -> None:
        """Bytes of the response, or surplus bytes."""
        reader = self._reader
        if reader is None:
            self._drop()
            return
        self._heard = time.monotonic()
        reader.feed(data)
        if reader.error is not None:
            self._fail(reader.error)
        elif reader.complete:
            self._succeed(reader)

    def eof_received(self) -> bool | None:
        """The upstream has closed its sending side. The connection closes itself after this."""
        if self._reader is not None:
            self._reader.end()
            if self._reader.complete:
                self._succeed(self._reader)
        return None

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is closed."""
        self.lost = True
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._outcome is not None:
            begun = self._reader is not None and self._reader.started
            self._fail((httpx.ReadError if begun else httpx.WriteError)("The connection was lost."))
        self._on_lost(self)

    def pause_writing(self) -> None:
        """The upstream reads more slowly than the request is written."""
        self._paused = True

    def resume_writing(self) -> None:
        """The upstream has caught up."""
        self._paused = False
        self._write_more()

    def _write_more(self) -> None:
        assert self._transport is not None
        while self._unsent and not self._paused and not self._transport.is_closing():
            piece, self._unsent = self._unsent[:_SLICE], self._unsent[_SLICE:]
            self._transport.write(piece)

    def _wake_at(self, ends: float, now: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._wakes = ends
        self._timer = self._loop.call_later(ends - now, self._check_time, context=self._context)

    def _check_time(self) -> None:
        """Ends an exchange that takes too long. The timer may be that of an earlier exchange."""
        self._timer = None
        if self._outcome is None:
            return
        now = time.monotonic()
        ends = min(self._heard + self._silence, self._deadline)
        if ends > now:
            self._wake_at(ends, now)
        elif self._deadline <= now:
            self._fail(TimeoutError())
        else:
            self._fail(httpx.ReadTimeout("Nothing came in time."))

    def _succeed(self, reader: ResponseReader) -> None:
        assert self._transport is not None
        outcome = self._outcome
        sent = not self._unsent and not self._transport.get_write_buffer_size()
        self.reusable = reader.reusable and sent and not self._transport.is_closing()
        reply = Reply(reader.status, reader.fields, reader.body)
        self._forget()
        if not self.reusable:
            self._drop()
        if outcome is not None and not outcome.done():
            outcome.set_result(reply)

    def _fail(self, error: Exception) -> None:
        outcome = self._outcome
        self._forget()
        self._drop()
        if outcome is not None and not outcome.done():
            outcome.set_exception(error)

    def _drop(self) -> None:
        self.reusable = False
        if self._transport is not None:
            self._transport.abort()

    def _forget(self) -> None:
        """Ends the exchange. Neither its reader nor its future is kept, so that no answer outlives its request."""
        if self._reader is not None:
            self._reader.release()
        self._reader = self._outcome = None
        self._unsent = _NOTHING
