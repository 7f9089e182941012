"""Answers that the LMS has withdrawn from visitors are not served again."""

import asyncio
import time

import pytest

from loaders.calls.public_cache import PublicCache
from loaders.calls.public_call import PublicCall
from loaders.endpoint import Missing
from loaders.errors import Code, Failure

from .visitors import CALL, VISITOR, Clock, Lms, MemoryTier, number, run_scenario, settled

DEFINITE = [
    Missing.ABSENT,
    Missing.REFUSED,
    Failure(Code.NOT_FOUND, "gone"),
    Failure(Code.FORBIDDEN, "closed since"),
    Failure(Code.UNAUTHENTICATED, "for members"),
]
BROKEN = Failure(Code.UPSTREAM_UNAVAILABLE, "no")
definite = pytest.mark.parametrize("outcome", DEFINITE, ids=str)


@definite
def test_a_refusal_is_not_covered_and_not_forgotten(outcome: Missing | Failure) -> None:
    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        assert await number(cache) == 1
        lms.failing = outcome
        clock.now += 3600
        assert await number(cache) == outcome
        lms.failing = BROKEN
        assert await number(cache) == BROKEN
        assert cache.size == 0

    run_scenario(scenario)
    run_scenario(scenario, tier=MemoryTier())


@definite
def test_a_refusal_ends_the_stale_minutes(outcome: Missing | Failure) -> None:
    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        assert await number(cache) == 1
        lms.failing = outcome
        clock.now += 61
        assert await number(cache) == 1
        await settled(cache)
        assert await number(cache) == outcome
        lms.failing = BROKEN
        assert await number(cache) == BROKEN

    run_scenario(scenario)
    run_scenario(scenario, tier=MemoryTier())


def test_other_workers_learn_of_it() -> None:
    tier = MemoryTier()

    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        other = PublicCache(lms, max_bytes=100_000, clock=clock, tier=tier)
        assert await number(cache) == 1
        await settled(cache)
        assert await number(other) == 1
        clock.now += 400
        lms.failing = Missing.ABSENT
        assert await number(cache) == Missing.ABSENT
        await settled(cache)
        lms.failing = BROKEN
        assert await number(other) == BROKEN
        assert other.size == 0
        lms.failing = None
        published = await number(cache)
        await settled(cache)
        assert await number(other) == published  # published again
        await other.aclose()

    run_scenario(scenario, tier=tier)


def test_an_answer_published_after_a_withdrawal_is_kept() -> None:
    """A withdrawal that is older than what the memory holds is not believed."""
    tier = MemoryTier()

    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        lms.failing = Missing.ABSENT
        assert await number(cache) == Missing.ABSENT
        await settled(cache)
        (withdrawn,) = tier.values.items()
        lms.failing = None
        clock.now += 10
        assert await number(cache) == 2
        await settled(cache)
        tier.values.update([withdrawn])
        lms.failing = BROKEN
        clock.now += 400
        assert await number(cache) == 2

    run_scenario(scenario, tier=tier)


def test_an_unexpected_error_is_a_value_and_the_cached_answer_is_served(caplog: pytest.LogCaptureFixture) -> None:
    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        lms.failing = RecursionError("too deep")
        outcome = await number(cache)
        assert isinstance(outcome, Failure)
        assert outcome.code is Code.INTERNAL
        assert "too deep" not in outcome.message
        lms.failing = None
        assert await number(cache) == 2
        lms.failing = RecursionError("too deep")
        clock.now += 61
        assert await number(cache) == 2
        await settled(cache)
        clock.now += 400
        assert await number(cache) == 2

    run_scenario(scenario)
    assert {record.name for record in caplog.records} == {"loaders.calls.public_cache"}


def test_waiters_get_a_failure_when_the_cache_closes() -> None:
    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        lms.delay = 5.0
        waiting = asyncio.create_task(cache.get(PublicCall(CALL, VISITOR), deadline=time.monotonic() + 5))
        await asyncio.sleep(0.01)
        await cache.aclose()
        outcome = (await waiting).outcome
        assert isinstance(outcome, Failure)
        assert outcome.code is Code.UPSTREAM_UNAVAILABLE

    run_scenario(scenario)
