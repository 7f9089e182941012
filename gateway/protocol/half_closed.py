"""Clients that have closed their sending side. They may still read, or may have disconnected, which looks the same."""

import asyncio
import socket
from collections.abc import Callable

_LOOK = 1.0
"""Seconds between two checks of a connection."""

_PROBE = 3
"""The number of checks before the probe is sent. A disconnected client responds to it with a reset."""


class Departure:
    """Aborts the connection of a client that has disconnected, so that its calls are cancelled.

    `probe` sends data that a reading client ignores, and returns False if nothing can be sent now.
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
