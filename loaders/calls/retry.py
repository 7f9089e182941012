"""The rules for retries: the calls that are retried, the delay, and the budget."""

import random

from loaders.endpoint import Effect, Endpoint
from loaders.errors import Code, Failure

ATTEMPTS = 3
"""Maximum number of attempts of one call."""

RETRIED = frozenset({502, 503, 504})
"""Status codes that are retried. 500 is not, because the LMS answers 500 to unknown keys."""

_TROUBLE = frozenset({Code.UPSTREAM_TIMEOUT, Code.UPSTREAM_UNAVAILABLE, Code.UPSTREAM_INVALID})
_FIRST_DELAY = 0.05
_LONGEST_DELAY = 1.0


class RetryBudget:
    """A token bucket: every first attempt earns a tenth of a retry, so retries are at most a tenth of the load.

    Without it, three attempts per call would triple the load on a failing LMS. Replacements of failed calls have a
    separate bucket with another `ratio`.
    """

    def __init__(self, ratio: float = 0.1, most: float = 20.0) -> None:
        self._ratio = ratio
        self._most = most
        self.tokens = most

    def earn(self) -> None:
        """Counts a first attempt."""
        tokens = self.tokens + self._ratio
        self.tokens = tokens if tokens < self._most else self._most

    def spend(self) -> bool:
        """Takes one retry; False if there is none left."""
        if self.tokens < 1:
            return False
        self.tokens -= 1
        return True


def repeatable(endpoint: Endpoint, *, sent: bool) -> bool:
    """True if a retry cannot write anything twice: a read without effects, or any read that was not sent."""
    return endpoint.reads and not (sent and endpoint.effects is not Effect.NONE)


def is_strain(failure: Failure) -> bool:
    """True if the call reached a failing service, so that a replacement is additional load for it.

    A call that a breaker or the queue refused did not reach the service; its failure has a `retry_after`.
    """
    kept_back = failure.status is None and failure.retry_after is not None
    return failure.code in _TROUBLE and not kept_back


def delay(attempt: int, retry_after: float | None, spread: float | None = None) -> float:
    """Seconds before attempt `attempt` (2 is the first retry): full jitter, or `retry_after` with a little jitter.

    `spread` is in [0, 1) and random unless given.
    """
    chance = random.random() if spread is None else spread  # noqa: S311  # spreads load, keeps no secret
    if retry_after is not None:
        return retry_after + chance * _FIRST_DELAY
    longest: float = min(_LONGEST_DELAY, _FIRST_DELAY * 4 ** (attempt - 1))
    return chance * longest
