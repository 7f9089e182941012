"""Limits the concurrent and the waiting calls of one upstream."""

import asyncio
from collections import deque

_RESERVE = 4
"""One place in this many is reserved for views that hold none or few."""
_RESERVED = 8
"""From the reserve, a view may hold one in this many of the free places."""


class OverloadedError(Exception):
    """The queue is full. `wait` is the estimated number of seconds until it has space."""

    def __init__(self, wait: float) -> None:
        super().__init__("the upstream's queue is full")
        self.wait = wait


class Bulkhead:
    """Bounded concurrency and a bounded queue for one upstream.

    A view gets a further place only while it holds fewer than are free, not counting a reserve. A view that hangs
    therefore takes three eighths of the places, a second one half as many, and so on. The reserve is a quarter of the
    places. From it a view gets one place, and more only while it holds less than an eighth of the free ones. Several
    hanging views therefore leave places for others. The queue is divided in the same way.
    """

    def __init__(self, places: int = 100, queue: int = 400) -> None:
        self.places = places
        self.queue = queue
        self.active = 0
        self.waiting = 0
        self._held: dict[str, int] = {}
        self._queues: dict[str, deque[asyncio.Future[None]]] = {}
        self._seconds = 0.1  # how long a call takes, as a moving average

    def take(self, view: str) -> bool:
        """Takes a place for one call of this view, which `leave` gives back. False if the view has to wait for one."""
        held = self._held.get(view, 0)
        if held >= _share(self.places - self.active, self.places):
            return False
        # If the view has space, no call of it is waiting: order is kept.
        self.active += 1
        self._held[view] = held + 1
        return True

    def note(self, seconds: float) -> None:
        """Records the duration of a call."""
        self._seconds += (seconds - self._seconds) * 0.1

    @property
    def wait(self) -> float:
        """Estimated seconds until a full queue has space; at least one."""
        return max(1.0, round(self._seconds * self.queue / self.places, 1))

    async def turn(self, view: str) -> None:
        """Waits for a place, after `take` has returned False. Raises OverloadedError if too many calls wait."""
        waiters = self._queues.get(view)
        if len(waiters or ()) >= _share(self.queue - self.waiting, self.queue):
            raise OverloadedError(self.wait)
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        if waiters is None:
            waiters = self._queues[view] = deque()
        waiters.append(turn)
        self.waiting += 1
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.leave(view)  # it has just been admitted
            raise
        finally:
            self.waiting -= 1
            if turn in waiters:
                waiters.remove(turn)

    def leave(self, view: str) -> None:
        """Gives a place back."""
        self.active -= 1
        self._held[view] -= 1
        for name in [*self._queues]:
            waiters = self._queues[name]
            while waiters and (waiters[0].done() or self.take(name)):
                turn = waiters.popleft()
                if not turn.done():
                    turn.set_result(None)
            if not waiters:
                del self._queues[name]


def _share(free: int, of: int) -> float:
    """A view may take another place while it holds fewer than this."""
    return max(free - of // _RESERVE, free / _RESERVED, min(free, 1))
