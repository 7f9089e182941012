"""The request counter of each person or address, shared by all throttled endpoints."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from gateway.demo.world.people import User

WINDOW_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Rate:
    """Calls a minute."""

    learner: int
    staff: int


ENROLLMENT = Rate(learner=40, staff=120)
COURSE_LIST = Rate(learner=20, staff=40)
RATES = {"enrollment": ENROLLMENT, "courses": COURSE_LIST}


@dataclass(slots=True)
class Throttle:
    """Sliding window of call times by person. Endpoints have different limits for the same history."""

    enabled: bool = False
    rates: dict[str, Rate] = field(default_factory=lambda: dict(RATES))
    clock: Callable[[], float] = time.monotonic
    history: dict[str, list[float]] = field(default_factory=dict)

    def check(self, bucket: str, user: User | None, address: str) -> tuple[bool, int | None]:
        """`(allowed, wait in seconds)`. The wait is None when the LMS cannot compute one, as when an endpoint's
        limit is already exceeded by calls to another."""
        if not self.enabled:
            return True, None
        rate = self.rates[bucket]
        limit = rate.staff if user is not None and user.is_staff else rate.learner
        key = user.username if user is not None else address
        now = self.clock()
        calls = self.history.setdefault(key, [])
        while calls and calls[0] <= now - WINDOW_SECONDS:
            calls.pop(0)
        if len(calls) < limit:
            calls.append(now)
            return True, None
        available = limit - len(calls) + 1
        if available <= 0:
            return False, None
        return False, math.ceil((WINDOW_SECONDS - (now - calls[0])) / available)
