"""Closes connections of clients that do not read their responses."""

import asyncio
import fcntl
import struct
import termios
from contextlib import suppress

_STEP = 16 * 1024
"""Bytes that a client must read per `patience`, on average."""

_AHEAD = 6.0
"""Maximum credit in units of `patience`. Operating systems read ahead, so progress is uneven."""


class Pace:
    """A client's credit: it starts with `patience` seconds, grows with the bytes that are read, and shrinks with time.

    While watched, a client without credit is disconnected.
    """

    def __init__(self, transport: asyncio.Transport, patience: float) -> None:
        self._transport = transport
        self._patience = patience
        self._loop = asyncio.get_running_loop()
        self._look: asyncio.TimerHandle | None = None
        self.written = 0
        self._taken = 0
        self._credit = 0.0
        self._at = 0.0

    def watch(self) -> None:
        """Starts watching the client. Earlier credit counts."""
        if self._look is None:
            self._at = self._loop.time()
            self._credit = max(self._credit, self._patience)
            self._look_later()

    def stop(self) -> None:
        """Stops watching the client."""
        if self._look is not None:
            self._look.cancel()
            self._look = None

    def _look_later(self) -> None:
        self._look = self._loop.call_later(self._patience / 4, self._check)

    def _check(self) -> None:
        now, taken = self._loop.time(), self.written - self._waiting()
        gained = max(0, taken - self._taken) / _STEP * self._patience
        self._credit = min(self._credit - (now - self._at) + gained, _AHEAD * self._patience)
        self._at, self._taken = now, taken
        if self._credit < 0:
            self._transport.abort()
        else:
            self._look_later()

    def _waiting(self) -> int:
        """Bytes that the client has not acknowledged."""
        size: int = self._transport.get_write_buffer_size()
        with suppress(OSError):  # unknown on this system; its part counts as read
            stream = self._transport.get_extra_info("socket")
            size += struct.unpack("i", fcntl.ioctl(stream.fileno(), termios.TIOCOUTQ, b"\0\0\0\0"))[0]
        return size
