"""A public cache by itself: an LMS that counts, a clock that is set, and a tier that is a dictionary."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from loaders.answer import Answer
from loaders.calls.public_cache import PublicCache, Result
from loaders.calls.public_call import PublicCall
from loaders.credentials import Credentials
from loaders.endpoint import Missing
from loaders.endpoints.catalog import CATALOG_COURSE
from loaders.errors import Failure

VISITOR = Credentials(language="en")
CALL = CATALOG_COURSE.call(course_key="course-v1:A+B+C")


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Lms:
    """The service behind the cache: it counts calls, and answers with the number of the call until `failing` is set."""

    def __init__(self) -> None:
        self.calls = 0
        self.failing: Failure | Missing | Exception | None = None
        self.delay = 0.0

    async def __call__(self, call: PublicCall, deadline: float, trace: Any) -> Result:
        self.calls += 1
        count = self.calls
        await asyncio.sleep(self.delay)
        if isinstance(self.failing, Exception):
            raise self.failing
        if self.failing is not None:
            return Result(self.failing, attempts=1)
        return Result(Answer(call.endpoint, b'{"n": %d}' % count), attempts=1, status=200)


def run_scenario(scenario: Callable[[PublicCache, Lms, Clock], Any], **options: Any) -> None:
    async def run() -> None:
        lms, clock = Lms(), Clock()
        cache = PublicCache(lms, max_bytes=options.pop("max_bytes", 100_000), clock=clock, **options)
        try:
            await scenario(cache, lms, clock)
        finally:
            await cache.aclose()

    asyncio.run(run())


async def number(cache: PublicCache, call: PublicCall | None = None) -> Any:
    result = await cache.get(call or PublicCall(CALL, VISITOR), deadline=time.monotonic() + 2)
    return result.outcome.tree["n"] if isinstance(result.outcome, Answer) else result.outcome


class MemoryTier:
    """A second tier of the cache in a dictionary."""

    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}

    async def get(self, key: str) -> bytes | None:
        return self.values.get(key)

    async def put(self, key: str, value: bytes, ttl: float) -> None:
        self.values[key] = value


async def settled(cache: PublicCache) -> None:
    """Waits for the background work of the cache."""
    while tasks := {*cache._flights.values(), *cache._puts}:
        await asyncio.wait(tasks)
