"""Circuit breakers: after too many failures, calls are refused for a while, then one call probes the upstream."""

import random
import time
from collections import Counter, deque
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple


class State(Enum):
    """The state of a breaker."""

    CLOSED = "closed"
    """Calls pass."""
    OPEN = "open"
    """Calls are refused."""
    HALF_OPEN = "half_open"
    """One call passes as a probe; others are refused until it has ended."""


class Loss(NamedTuple):
    """A lost call, with its caller and the objects that it was about. Both are empty if unknown.

    `callers` are all identifications of the caller. Callers that share one of them count as the same caller.
    """

    callers: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()


_NOBODYS = Loss()


class Breaker:
    """Opens when half of the last `window` calls failed and at least `least` did, all within `span` seconds.

    `of_one_caller` limits how many failures of one caller count, and `of_one_key` how many about one object, because a
    request that breaks the upstream says nothing about other requests.

    The breaker stays open for `first` seconds (with jitter, so that workers do not probe together). The time doubles
    up to `longest` while probes fail. A successful probe closes the breaker.
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
        """True if a call may be made. In the half-open state the call is the probe, and its result must be reported."""
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
        """Seconds until the next probe; one second while a probe is in progress."""
        if self.state is State.HALF_OPEN:
            return 1.0
        return max(0.0, self._until - self._clock())

    @property
    def troubled(self) -> bool:
        """True if the last recent call was lost; a retry would most likely be lost too."""
        if not self._outcomes:
            return False
        at, loss = self._outcomes[-1]
        return loss is not None and at > self._clock() - self._span

    def succeeded(self) -> None:
        """Reports a call that was answered."""
        if self.state is State.CLOSED:
            # A success costs one append, and nothing if there was no failure.
            if self._outcomes:
                self._outcomes.append((self._clock(), None))
        elif self.state is State.HALF_OPEN:
            self.state = State.CLOSED
            self._outcomes.clear()
            self._rest = self._first
            self._probing = False

    def failed(self, loss: Loss = _NOBODYS) -> None:
        """Reports a lost call."""
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
        """The number of failures in the window that count, and the number of successes."""
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
        """Reports a call without a result, such as a cancelled one. The next call may probe."""
        if self.state is State.HALF_OPEN:
            self._probing = False

    def _open(self) -> None:
        self.state = State.OPEN
        self._probing = False
        self._outcomes.clear()
        self._until = self._clock() + self._rest * (0.8 + 0.4 * random.random())  # noqa: S311  # spreads probes
