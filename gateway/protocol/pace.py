"""How a client takes its answer: slowly is allowed, not at all is not."""

import fcntl
import struct
import termios
import time
from asyncio import Transport
from contextlib import suppress

_STEP = 16 * 1024
"""Bytes of an answer that a client must take in each `patience`, on average."""

_AHEAD = 6.0
"""How many `patience`s a client that was faster may rest: operating systems read ahead, so an answer moves in jumps."""


class Pace:
    """A client's credit: it starts with `patience` seconds, gains by taking bytes, and loses as time goes by."""

    def __init__(self, transport: Transport, patience: float) -> None:
        self._transport = transport
        self._patience = patience
        self.written = 0
        self._taken = 0
        self._credit = 0.0
        self._at = 0.0

    def begin(self) -> None:
        """The client is waited for from now on."""
        self._at = time.monotonic()
        self._taken = self.written - self._waiting()
        self._credit = self._patience

    def is_stuck(self) -> bool:
        """True when the client has used up its credit."""
        now, taken = time.monotonic(), self.written - self._waiting()
        gained = max(0, taken - self._taken) / _STEP * self._patience
        self._credit = min(self._credit - (now - self._at) + gained, _AHEAD * self._patience)
        self._at, self._taken = now, taken
        return self._credit < 0

    def _waiting(self) -> int:
        """Bytes that the client's machine has not confirmed."""
        size: int = self._transport.get_write_buffer_size()
        with suppress(OSError):  # where the system does not tell, its part counts as taken
            stream = self._transport.get_extra_info("socket")
            size += struct.unpack("i", fcntl.ioctl(stream.fileno(), termios.TIOCOUTQ, b"\0\0\0\0"))[0]
        return size
