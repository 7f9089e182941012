"""How many calls one upstream gets at once, how many may wait for that, and what is turned away."""

import asyncio
from types import TracebackType


class OverloadedError(Exception):
    """The queue is full. `wait` is a guess in seconds at when it will not be."""

    def __init__(self, wait: float) -> None:
        super().__init__("the upstream's queue is full")
        self.wait = wait


class Bulkhead:
    """Bounded concurrency and a bounded queue for one upstream.

    One endpoint may hold at most `share` of the places, so that a hung one leaves room for the others.
    """

    def __init__(self, places: int = 100, queue: int = 200, share: float = 0.5) -> None:
        self.places = places
        self.queue = queue
        self.share = max(1, int(places * share))
        self.active = 0
        self.waiting = 0
        self._all = asyncio.Semaphore(places)
        self._each: dict[str, asyncio.Semaphore] = {}
        self._seconds = 0.1  # how long a call takes, as a moving average

    def slot(self, name: str) -> "Slot":
        """A place for one call of the endpoint `name`: `async with`. Raises OverloadedError when too many wait."""
        each = self._each.get(name)
        if each is None:
            each = self._each[name] = asyncio.Semaphore(self.share)
        return Slot(self, each)

    def note(self, seconds: float) -> None:
        """Learns how long a call took."""
        self._seconds += (seconds - self._seconds) * 0.1

    @property
    def wait(self) -> float:
        """Seconds until a full queue has moved on, a whole second at least."""
        return max(1.0, round(self._seconds * self.queue / self.places, 1))

    async def _enter(self, each: asyncio.Semaphore) -> None:
        if each.locked() or self._all.locked():
            if self.waiting >= self.queue:
                raise OverloadedError(self.wait)
            self.waiting += 1
            try:
                await each.acquire()
                try:
                    await self._all.acquire()
                except BaseException:
                    each.release()
                    raise
            finally:
                self.waiting -= 1
        else:
            await each.acquire()
            await self._all.acquire()
        self.active += 1

    def _leave(self, each: asyncio.Semaphore) -> None:
        self.active -= 1
        self._all.release()
        each.release()


class Slot:
    """One place, held while the block runs."""

    __slots__ = ("_bulkhead", "_each")

    def __init__(self, bulkhead: Bulkhead, each: asyncio.Semaphore) -> None:
        self._bulkhead = bulkhead
        self._each = each

    async def __aenter__(self) -> None:
        await self._bulkhead._enter(self._each)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bulkhead._leave(self._each)
