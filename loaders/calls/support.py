"""Remembers which optional endpoints the LMS does not have."""

import time
from collections.abc import Callable

from loaders.endpoint import Endpoint


class Support:
    """Remembers for `ttl` seconds that an optional endpoint does not exist, so that it is not called each time.

    If the endpoint has answered within that time, it exists, even if a single URL returns 404.
    """

    def __init__(self, ttl: float = 600.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._ttl = ttl
        self._clock = clock
        self._absent: dict[Endpoint, float] = {}
        self._there: dict[Endpoint, float] = {}

    def lacks(self, endpoint: Endpoint) -> bool:
        """True while the endpoint is known not to exist."""
        if not endpoint.optional:
            return False
        until = self._absent.get(endpoint)
        if until is None:
            return False
        if until > self._clock():
            return True
        del self._absent[endpoint]
        return False

    def note(self, endpoint: Endpoint, *, there: bool) -> None:
        """Records whether an optional endpoint exists."""
        until = self._clock() + self._ttl
        if there:
            self._absent.pop(endpoint, None)
            self._there[endpoint] = until
        elif self._there.get(endpoint, 0.0) <= self._clock():
            self._absent[endpoint] = until

    @property
    def absent(self) -> list[str]:
        """Names of the endpoints that are known not to exist."""
        now = self._clock()
        return sorted(endpoint.name for endpoint, until in self._absent.items() if until > now)
