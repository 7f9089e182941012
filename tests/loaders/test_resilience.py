"""Breaker, bulkhead, retry budget and support memory, each by itself."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from loaders.calls.breaker import Breaker, State
from loaders.calls.bulkhead import Bulkhead, OverloadedError
from loaders.calls.retry import RetryBudget, delay, repeatable
from loaders.calls.support import Support
from loaders.endpoint import Endpoint
from loaders.endpoints.catalog import CATALOG_COURSES
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.outline import NAVIGATION

OPTIONAL = Endpoint(name="optional", path="/optional", weight=1, optional=True)
WRITE = Endpoint(name="write", path="/write", weight=1, method="POST")


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def opened(clock: Clock) -> Breaker:
    breaker = Breaker(least=5, first=2.0, clock=clock)
    for _ in range(5):
        assert breaker.admits()
        breaker.failed()
    return breaker


def test_a_breaker_opens_only_after_enough_failures() -> None:
    breaker = Breaker(least=5, first=2.0, clock=Clock())
    for _ in range(4):
        breaker.failed()
    assert breaker.admits()
    breaker.failed()
    assert breaker.state is State.OPEN
    assert not breaker.admits()
    assert 1.6 <= breaker.wait <= 2.4


def test_failures_among_more_successes_do_not_open() -> None:
    breaker = Breaker(least=5, clock=Clock())
    for _ in range(50):
        breaker.failed()
        breaker.succeeded()
        breaker.succeeded()
    assert breaker.state is State.CLOSED


def test_flapping_half_and_half_opens() -> None:
    breaker = Breaker(least=5, clock=Clock())
    for _ in range(10):
        breaker.failed()
        breaker.succeeded()
    assert breaker.state is State.OPEN


def test_old_failures_are_forgotten() -> None:
    clock = Clock()
    breaker = Breaker(least=5, span=10, clock=clock)
    for _ in range(20):
        breaker.failed()
        clock.now += 4
    assert breaker.state is State.CLOSED


def test_one_probe_at_a_time_and_a_good_one_closes() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now += 3
    assert [breaker.admits() for _ in range(3)] == [True, False, False]
    breaker.succeeded()
    assert breaker.state is State.CLOSED
    assert all(breaker.admits() for _ in range(3))


def test_a_bad_probe_opens_for_longer_and_a_cancelled_one_lets_the_next_in() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now += 3
    assert breaker.admits()
    breaker.failed()
    assert breaker.wait >= 3.2
    clock.now += 5
    assert breaker.admits()
    breaker.ignored()
    assert breaker.admits()


@asynccontextmanager
async def slot(bulkhead: Bulkhead, view: str) -> AsyncIterator[None]:
    if not bulkhead.take(view):
        await bulkhead.turn(view)
    try:
        yield
    finally:
        bulkhead.leave(view)


def test_the_bulkhead_bounds_places_and_queue_and_one_view_takes_its_share_only() -> None:
    async def scenario() -> None:
        bulkhead = Bulkhead(places=4, queue=6)
        gate = asyncio.Event()
        most = 0

        async def call(name: str) -> None:
            nonlocal most
            async with slot(bulkhead, name):
                most = max(most, bulkhead.active)
                await gate.wait()

        hung = [asyncio.create_task(call("outline")) for _ in range(5)]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert (bulkhead.active, bulkhead.waiting) == (2, 3)
        other = asyncio.create_task(call("dates"))  # finds a place although outline's queue is full
        await asyncio.sleep(0)
        assert bulkhead.active == 3
        with pytest.raises(OverloadedError) as refused:
            await call("outline")
        assert refused.value.wait >= 1
        hung[4].cancel()
        await asyncio.wait({hung[4]})
        assert bulkhead.waiting == 2
        gate.set()
        await asyncio.gather(*hung[:4], other)
        assert (bulkhead.active, bulkhead.waiting, most) == (0, 0, 3)

    asyncio.run(scenario())


@pytest.mark.parametrize(("places", "queue", "hanging"), [(100, 200, 16), (100, 200, 8), (50, 100, 10), (12, 20, 6)])
def test_several_views_that_hang_leave_places_for_others(places: int, queue: int, hanging: int) -> None:
    async def scenario() -> None:
        bulkhead = Bulkhead(places=places, queue=queue)
        gate = asyncio.Event()

        async def call(name: str) -> None:
            async with slot(bulkhead, name):
                await gate.wait()

        async def brief() -> None:
            async with slot(bulkhead, "healthy"):
                await asyncio.sleep(0)

        hung = []
        for view in range(hanging):
            hung += [asyncio.create_task(call(f"view {view}")) for _ in range(60)]
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert bulkhead.active < places
        async with asyncio.timeout(1):
            for _ in range(50):
                async with slot(bulkhead, "healthy"):
                    pass
            # Nor are they turned away where several come at once and wait for each other.
            await asyncio.gather(brief(), brief())
        gate.set()
        await asyncio.gather(*hung, return_exceptions=True)
        assert (bulkhead.active, bulkhead.waiting) == (0, 0)

    asyncio.run(scenario())


def test_one_view_alone_takes_three_eighths() -> None:
    async def scenario() -> None:
        bulkhead = Bulkhead(places=100, queue=200)
        gate = asyncio.Event()

        async def call(name: str) -> None:
            async with slot(bulkhead, name):
                await gate.wait()

        tasks = [asyncio.create_task(call("only")) for _ in range(300)]
        await asyncio.sleep(0.01)
        assert (bulkhead.active, bulkhead.waiting) == (38, 75)
        gate.set()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        assert sum(isinstance(outcome, OverloadedError) for outcome in outcomes) == 187

    asyncio.run(scenario())


def test_places_are_released_however_callers_are_cancelled() -> None:
    """Calls that end, fail, or are given up while they wait or just as their turn comes."""

    async def scenario(seed: int) -> None:
        chance = random.Random(seed)  # a repeatable scenario
        bulkhead = Bulkhead(places=5, queue=1000)
        done = 0

        async def call(name: str) -> None:
            nonlocal done
            async with slot(bulkhead, name):
                assert bulkhead.active <= bulkhead.places
                for _ in range(chance.randrange(4)):
                    await asyncio.sleep(0)
                done += 1

        tasks = []
        for number in range(300):
            tasks.append(asyncio.create_task(call(f"view {number % 3}")))
            if chance.random() < 0.4:
                chance.choice(tasks).cancel()
            if chance.random() < 0.5:
                await asyncio.sleep(0)
        await asyncio.gather(*tasks, return_exceptions=True)
        assert (bulkhead.active, bulkhead.waiting) == (0, 0)
        assert done == sum(not task.cancelled() for task in tasks)
        assert bulkhead._queues == {}

    for seed in range(20):
        asyncio.run(scenario(seed))


def test_the_retry_budget_is_a_tenth_of_the_load() -> None:
    budget = RetryBudget()
    while budget.spend():
        pass
    allowed = 0
    for _ in range(1000):
        budget.earn()
        allowed += budget.spend()
    assert 95 <= allowed <= 100


def test_delays_grow_with_jitter_and_obey_retry_after() -> None:
    assert delay(2, None, 0.0) == 0
    assert delay(2, None, 0.999) < delay(3, None, 0.999) <= 1
    assert 3 <= delay(2, 3.0, 0.999) < 3.1


def test_only_calls_that_cannot_write_twice_are_repeatable() -> None:
    assert repeatable(NAVIGATION, sent=True)
    assert repeatable(COURSE_METADATA, sent=False)
    assert not repeatable(COURSE_METADATA, sent=True)
    assert not repeatable(WRITE, sent=False)


def test_absent_endpoints_are_remembered_for_a_while() -> None:
    clock = Clock()
    support = Support(ttl=60, clock=clock)
    support.note(OPTIONAL, there=False)
    assert support.lacks(OPTIONAL)
    assert support.absent == ["optional"]
    assert not support.lacks(CATALOG_COURSES)
    clock.now += 61
    assert not support.lacks(OPTIONAL)
    assert support.absent == []


def test_an_endpoint_that_has_just_answered_exists() -> None:
    clock = Clock()
    support = Support(ttl=60, clock=clock)
    support.note(OPTIONAL, there=True)
    support.note(OPTIONAL, there=False)
    assert not support.lacks(OPTIONAL)
    clock.now += 61
    support.note(OPTIONAL, there=False)
    assert support.lacks(OPTIONAL)
