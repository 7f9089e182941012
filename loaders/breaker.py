"""Circuit breakers: an upstream that fails is left alone for a while, then asked by one call at a time."""

import random
import time
from collections import deque
from collections.abc import Callable
from enum import Enum


class State(Enum):
    """What a breaker does with the next call."""

    CLOSED = "closed"
    """Passes it."""
    OPEN = "open"
    """Refuses it."""
    HALF_OPEN = "half_open"
    """Passes one call as a probe and refuses the others until it has ended."""


class Breaker:
    """Opens when half of the last `window` calls failed and at least `least` did, all within `span` seconds.

    Stays open for `first` seconds (a bit more or less, so that workers do not probe together), doubling up to
    `longest` while probes fail. One good probe closes it.
    """

    __slots__ = (
        "_clock",
        "_first",
        "_least",
        "_longest",
        "_outcomes",
        "_probing",
        "_rest",
        "_span",
        "_until",
        "state",
    )

    def __init__(
        self,
        *,
        window: int = 20,
        least: int = 10,
        span: float = 10.0,
        first: float = 1.0,
        longest: float = 8.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.state = State.CLOSED
        self._least = least
        self._span = span
        self._first = first
        self._longest = longest
        self._clock = clock
        self._outcomes: deque[tuple[float, bool]] = deque(maxlen=window)
        self._rest = first
        self._until = 0.0
        self._probing = False

    def admits(self) -> bool:
        """True when a call may go out. A True in the half-open state is the probe: it must be reported."""
        if self.state is State.CLOSED:
            return True
        if self.state is State.OPEN:
            if self._clock() < self._until:
                return False
            self.state = State.HALF_OPEN
            self._probing = False
        if self._probing:
            return False
        self._probing = True
        return True

    @property
    def wait(self) -> float:
        """Seconds until the next probe; one second while a probe is under way."""
        if self.state is State.HALF_OPEN:
            return 1.0
        return max(0.0, self._until - self._clock())

    @property
    def troubled(self) -> bool:
        """True when the last call, of late, was lost: a second try would most likely be lost too."""
        return bool(self._outcomes) and not self._outcomes[-1][1] and self._outcomes[-1][0] > self._clock() - self._span

    def succeeded(self) -> None:
        """Reports a call that was answered."""
        if self.state is State.CLOSED:
            # The common case costs one append; a healthy upstream with an empty window costs nothing.
            if self._outcomes:
                self._outcomes.append((self._clock(), True))
        elif self.state is State.HALF_OPEN:
            self.state = State.CLOSED
            self._outcomes.clear()
            self._rest = self._first
            self._probing = False

    def failed(self) -> None:
        """Reports a call that the upstream did not stand."""
        if self.state is State.HALF_OPEN:
            self._rest = min(self._longest, self._rest * 2)
            self._open()
        elif self.state is State.CLOSED:
            now = self._clock()
            self._outcomes.append((now, False))
            while self._outcomes[0][0] < now - self._span:
                self._outcomes.popleft()
            bad = sum(not good for _, good in self._outcomes)
            if bad >= self._least and bad * 2 >= len(self._outcomes):
                self._open()

    def ignored(self) -> None:
        """Reports a call that tells nothing, such as one its caller gave up: the next one may probe."""
        if self.state is State.HALF_OPEN:
            self._probing = False

    def _open(self) -> None:
        self.state = State.OPEN
        self._probing = False
        self._outcomes.clear()
        self._until = self._clock() + self._rest * (0.8 + 0.4 * random.random())  # noqa: S311  # spreads probes
