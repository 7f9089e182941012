"""Answers of the second tier: only newer ones are used, and only if they would be valid answers of the LMS."""

import asyncio
import math

import msgspec
import pytest

from loaders.calls.public_cache import PublicCache
from loaders.calls.second_tier import Entry, ScopedTier, unpack
from loaders.endpoints.catalog import CATALOG_COURSE
from loaders.errors import Code, Failure

from .visitors import Clock, Lms, MemoryTier, number, run_scenario, settled

BROKEN = Failure(Code.UPSTREAM_UNAVAILABLE, "no")
POISON = {
    "cut": Entry(1000.0, 200, None, b'{"n": 7'),
    "not JSON": Entry(1000.0, 200, None, b"hello"),
    "a list": Entry(1000.0, 200, None, b"[1]"),
    "nothing": Entry(1000.0, 200, None, b""),
    "not UTF-8": Entry(1000.0, 200, None, b'{"n": "\xff"}'),
    "null": Entry(1000.0, 200, None, b"null"),
    "deep": Entry(1000.0, 200, None, b'{"n":' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    "a failure": Entry(1000.0, 500, None, b'{"n": 7}'),
    "a refusal": Entry(1000.0, 403, None, b"{}"),
    "another success": Entry(1000.0, 201, None, b'{"n": 7}'),
    "no status": Entry(1000.0, 2**63, None, b'{"n": 7}'),
}


def fill(tier: MemoryTier, entry: Entry) -> None:
    (key,) = tier.values
    tier.values[key] = entry.pack()


def test_an_older_answer_does_not_replace_a_newer_one() -> None:
    tier = MemoryTier()

    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        clock.now += 10_000
        assert await number(cache) == 1
        await settled(cache)
        fill(tier, Entry(clock.now - 7000, 200, None, b'{"n": "old"}'))
        clock.now += 400
        lms.failing = BROKEN
        assert await number(cache) == 1
        assert await number(cache) == 1

    run_scenario(scenario, tier=tier)


@pytest.mark.parametrize("stored", [1e12, math.inf, -math.inf, math.nan])
def test_an_answer_of_no_possible_age_does_not_replace_a_good_one(stored: float) -> None:
    tier = MemoryTier()

    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        assert await number(cache) == 1
        await settled(cache)
        fill(tier, Entry(stored, 200, None, b'{"n": "odd"}'))
        clock.now += 400
        lms.failing = BROKEN
        assert await number(cache) == 1
        other = PublicCache(lms, max_bytes=100_000, clock=clock, tier=tier)
        assert await number(other) == BROKEN
        await other.aclose()

    run_scenario(scenario, tier=tier)


def test_a_newer_answer_replaces_an_older_one() -> None:
    tier = MemoryTier()

    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        assert await number(cache) == 1
        await settled(cache)
        clock.now += 61
        fill(tier, Entry(clock.now - 1, 200, None, b'{"n": "new"}'))
        assert await number(cache) == "new"
        assert lms.calls == 1

    run_scenario(scenario, tier=tier)


@pytest.mark.parametrize("kind", POISON)
def test_an_answer_that_would_be_invalid_from_the_lms_is_a_miss(kind: str) -> None:
    tier = MemoryTier()

    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        assert await number(cache) == 1
        await settled(cache)
        fill(tier, POISON[kind])
        other = PublicCache(lms, max_bytes=1_000_000, clock=clock, tier=tier)
        assert await number(other) == 2
        await other.aclose()

    run_scenario(scenario, tier=tier)


@pytest.mark.parametrize("raw", [b"", b"\xc1", b"{}", msgspec.msgpack.encode([1000.0, 200]), b"\x91" * 100_000])
def test_an_invalid_entry_is_a_miss(raw: bytes) -> None:
    assert unpack(raw, CATALOG_COURSE) is None


def test_scopes_do_not_meet() -> None:
    async def run() -> None:
        tier = MemoryTier()
        one, two = ScopedTier(tier, "https://one"), ScopedTier(tier, "https://two")
        await one.put("k", b"1", 60)
        assert await one.get("k") == b"1"
        assert await two.get("k") is None

    asyncio.run(run())
