"""How many calls one upstream gets at once, how many may wait for that, and what is turned away."""

import asyncio
from collections import Counter, deque
from types import TracebackType

_RESERVE = 4
"""The part of the places that is kept for views that have none, or few."""
_RESERVED = 8
"""The part of what is free that one view may have of them."""


class OverloadedError(Exception):
    """The queue is full. `wait` is a guess in seconds at when it will not be."""

    def __init__(self, wait: float) -> None:
        super().__init__("the upstream's queue is full")
        self.wait = wait


class Bulkhead:
    """Bounded concurrency and a bounded queue for one upstream.

    A view of the upstream gets a further place only while it holds fewer than are free, a reserve left aside. So one
    that hangs takes three eighths of the places, a second one half as many, and so on. From the reserve, a quarter of
    the places, a view gets one, and more only while it holds less than an eighth of what is free: several that hang
    leave places for the others. The queue is divided in the same way: who waits for views that hang keeps nobody else
    from waiting for a moment.
    """

    def __init__(self, places: int = 100, queue: int = 400) -> None:
        self.places = places
        self.queue = queue
        self.active = 0
        self.waiting = 0
        self._held: Counter[str] = Counter()
        self._queues: dict[str, deque[asyncio.Future[None]]] = {}
        self._seconds = 0.1  # how long a call takes, as a moving average

    def slot(self, view: str) -> "Slot":
        """A place for one call of this view: `async with`. Raises OverloadedError when too many wait."""
        return Slot(self, view)

    def note(self, seconds: float) -> None:
        """Learns how long a call took."""
        self._seconds += (seconds - self._seconds) * 0.1

    @property
    def wait(self) -> float:
        """Seconds until a full queue has moved on, a whole second at least."""
        return max(1.0, round(self._seconds * self.queue / self.places, 1))

    def _fits(self, view: str) -> bool:
        return self._held[view] < _share(self.places - self.active, self.places)

    def _take(self, view: str) -> None:
        self.active += 1
        self._held[view] += 1

    async def _enter(self, view: str) -> None:
        # Whoever waits for this view would not wait if it fitted: nobody is overtaken.
        if self._fits(view):
            self._take(view)
            return
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
                self._leave(view)  # its turn had just come
            raise
        finally:
            self.waiting -= 1
            if turn in waiters:
                waiters.remove(turn)

    def _leave(self, view: str) -> None:
        self.active -= 1
        self._held[view] -= 1
        for name in [*self._queues]:
            waiters = self._queues[name]
            while waiters and self._fits(name):
                turn = waiters.popleft()
                if not turn.done():
                    self._take(name)
                    turn.set_result(None)
            if not waiters:
                del self._queues[name]


def _share(free: int, of: int) -> float:
    """A view may have one more place when it has fewer than this, of so many that are free."""
    return max(free - of // _RESERVE, free / _RESERVED, min(free, 1))


class Slot:
    """One place, held while the block runs."""

    __slots__ = ("_bulkhead", "_view")

    def __init__(self, bulkhead: Bulkhead, view: str) -> None:
        self._bulkhead = bulkhead
        self._view = view

    async def __aenter__(self) -> None:
        await self._bulkhead._enter(self._view)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bulkhead._leave(self._view)
