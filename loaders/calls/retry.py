"""When a GET may be asked a second time, how long that waits, and how many second times there may be in all."""

import random

from loaders.endpoint import Effect, Endpoint
from loaders.errors import Code, Failure

ATTEMPTS = 3
"""The most times one call is sent."""

RETRIED = frozenset({502, 503, 504})
"""Statuses that say "not now". A 500 is not among them: the LMS answers it to keys it does not know."""

_TROUBLE = frozenset({Code.UPSTREAM_TIMEOUT, Code.UPSTREAM_UNAVAILABLE, Code.UPSTREAM_INVALID})
_FIRST_DELAY = 0.05
_LONGEST_DELAY = 1.0


class RetryBudget:
    """A token bucket: every first attempt earns a tenth of a retry, so retries stay below a tenth of the load.

    Without it, three attempts of everybody would triple the load on an LMS that is already failing. A call of another
    endpoint in the place of a failed one comes from a bucket of its own, with another `ratio`.
    """

    def __init__(self, ratio: float = 0.1, most: float = 20.0) -> None:
        self._ratio = ratio
        self._most = most
        self.tokens = most

    def earn(self) -> None:
        """Counts a first attempt."""
        self.tokens = min(self._most, self.tokens + self._ratio)

    def spend(self) -> bool:
        """Takes one retry; False when there is none left."""
        if self.tokens < 1:
            return False
        self.tokens -= 1
        return True


def repeatable(endpoint: Endpoint, *, sent: bool) -> bool:
    """True when asking again cannot do anything twice: a GET, and one without effects once it may have been seen."""
    return endpoint.method == "GET" and not (sent and endpoint.effects is not Effect.NONE)


def is_strain(failure: Failure) -> bool:
    """True when the call was made and the service was in trouble: another call in its place is more load for it.

    A call that was not let through to the service has cost it nothing; such a failure knows how long to wait.
    """
    kept_back = failure.status is None and failure.retry_after is not None
    return failure.code in _TROUBLE and not kept_back


def delay(attempt: int, told: float | None, spread: float | None = None) -> float:
    """Seconds before attempt `attempt` (2 is the first retry): full jitter, or what `Retry-After` told and a bit.

    `spread` is in [0, 1) and random unless given.
    """
    chance = random.random() if spread is None else spread  # noqa: S311  # spreads load, keeps no secret
    if told is not None:
        return told + chance * _FIRST_DELAY
    longest: float = min(_LONGEST_DELAY, _FIRST_DELAY * 4 ** (attempt - 1))
    return chance * longest
