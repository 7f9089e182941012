"""Circuit breakers: an upstream that fails is left alone for a while, then asked by one call at a time."""

import random
import time
from collections import Counter, deque
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple


class State(Enum):
    """What a breaker does with the next call."""

    CLOSED = "closed"
    """Passes it."""
    OPEN = "open"
    """Refuses it."""
    HALF_OPEN = "half_open"
    """Passes one call as a probe and refuses the others until it has ended."""


class Loss(NamedTuple):
    """A call that the upstream did not stand: whose it was, and what it was about. Both are empty for nobody's.

    `callers` are all marks of the one who asked: whoever shares one of them counts as the same caller.
    """

    callers: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()


_NOBODYS = Loss()


class Breaker:
    """Opens when half of the last `window` calls failed and at least `least` did, all within `span` seconds.

    With `of_one_caller` only so many failures of one caller count, and with `of_one_key` of the calls about one thing:
    a request that breaks the upstream says nothing about the requests of others.

    Stays open for `first` seconds (a bit more or less, so that workers do not probe together), doubling up to
    `longest` while probes fail. One good probe closes it.
    """

    __slots__ = (
        "_clock",
        "_first",
        "_least",
        "_longest",
        "_of_one_caller",
        "_of_one_key",
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
        of_one_caller: int | None = None,
        of_one_key: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.state = State.CLOSED
        self._least = least
        self._span = span
        self._first = first
        self._longest = longest
        self._of_one_caller = of_one_caller
        self._of_one_key = of_one_key
        self._clock = clock
        self._outcomes: deque[tuple[float, Loss | None]] = deque(maxlen=window)
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
        if not self._outcomes:
            return False
        at, loss = self._outcomes[-1]
        return loss is not None and at > self._clock() - self._span

    def succeeded(self) -> None:
        """Reports a call that was answered."""
        if self.state is State.CLOSED:
            # The common case costs one append; a healthy upstream with an empty window costs nothing.
            if self._outcomes:
                self._outcomes.append((self._clock(), None))
        elif self.state is State.HALF_OPEN:
            self.state = State.CLOSED
            self._outcomes.clear()
            self._rest = self._first
            self._probing = False

    def failed(self, loss: Loss = _NOBODYS) -> None:
        """Reports a call that the upstream did not stand."""
        if self.state is State.HALF_OPEN:
            self._rest = min(self._longest, self._rest * 2)
            self._open()
        elif self.state is State.CLOSED:
            now = self._clock()
            self._outcomes.append((now, loss))
            while self._outcomes[0][0] < now - self._span:
                self._outcomes.popleft()
            bad, good = self._counted()
            if bad >= self._least and bad >= good:
                self._open()

    def _counted(self) -> tuple[int, int]:
        """How many calls of the window failed, as far as they count, and how many did not."""
        callers: Counter[str] = Counter()
        keys: Counter[str] = Counter()
        bad = good = 0
        for _, loss in self._outcomes:
            if loss is None:
                good += 1
                continue
            if self._of_one_caller is not None and any(callers[mark] == self._of_one_caller for mark in loss.callers):
                continue
            if self._of_one_key is not None and any(keys[key] == self._of_one_key for key in loss.keys):
                continue
            callers.update(loss.callers)
            keys.update(loss.keys)
            bad += 1
        return bad, good

    def ignored(self) -> None:
        """Reports a call that tells nothing, such as one its caller gave up: the next one may probe."""
        if self.state is State.HALF_OPEN:
            self._probing = False

    def _open(self) -> None:
        self.state = State.OPEN
        self._probing = False
        self._outcomes.clear()
        self._until = self._clock() + self._rest * (0.8 + 0.4 * random.random())  # noqa: S311  # spreads probes
