"""A timer that is moved often."""

import asyncio
from collections.abc import Callable
from math import inf


class Alarm:
    """Calls `action` at a time that may be moved.

    Moving it is cheap: the loop's timer stays as it is, unless the new time is earlier. If the timer fires too early,
    it is set again.
    """

    __slots__ = ("_action", "_at", "_fires_at", "_loop", "_timer")

    def __init__(self, loop: asyncio.AbstractEventLoop, action: Callable[[], None]) -> None:
        self._loop = loop
        self._action = action
        self._at = inf
        self._fires_at = inf
        self._timer: asyncio.TimerHandle | None = None

    def set(self, seconds: float) -> None:
        """Sets or moves the alarm."""
        self._at = self._loop.time() + seconds
        if self._at < self._fires_at:
            self.close()
            self._start()

    def clear(self) -> None:
        """Clears the alarm."""
        self._at = inf

    def close(self) -> None:
        """Cancels the loop's timer. Without it, the timer keeps the action until it fires."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer, self._fires_at = None, inf

    def _start(self) -> None:
        self._timer, self._fires_at = self._loop.call_at(self._at, self._look), self._at

    def _look(self) -> None:
        self._timer, self._fires_at = None, inf
        if self._loop.time() >= self._at:
            self._at = inf
            self._action()
        elif self._at < inf:
            self._start()
