"""A client that has closed its sending side: it reads, or it has left altogether, which looks the same."""

import asyncio
import socket
from collections.abc import Callable

_LOOK = 1.0
"""Seconds between two looks at a connection."""

_PROBE = 3
"""After this many of them something is sent, which a client that has left altogether answers with a reset."""


class Departure:
    """Aborts the connection of a client that has left altogether, so that its calls are given up.

    `probe` sends something that a client which still reads can ignore, and returns False while nothing can be sent.
    """

    def __init__(self, transport: asyncio.Transport, probe: Callable[[], bool]) -> None:
        self._transport = transport
        self._probe = probe
        self._probed = False
        self._looks = 0
        self._timer: asyncio.TimerHandle | None = None

    def watch(self) -> None:
        """The client has closed its sending side."""
        if self._timer is None:
            self._look()

    def stop(self) -> None:
        """The connection has ended."""
        if self._timer is not None:
            self._timer.cancel()

    def _look(self) -> None:
        if self._transport.get_extra_info("socket").getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            self._transport.abort()
            return
        if self._looks >= _PROBE and not self._probed:
            self._probed = self._probe()
        self._looks += 1
        self._timer = asyncio.get_running_loop().call_later(_LOOK, self._look)
