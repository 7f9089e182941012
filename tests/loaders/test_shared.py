"""The public cache: sharing, lifetimes, and the exclusion of private answers."""

import asyncio
import dataclasses
import pickle
import time
import tracemalloc

import pytest

from loaders.answer import Answer
from loaders.calls.client import LmsClient
from loaders.calls.public_cache import PublicCache
from loaders.calls.public_call import PrivateAnswerError, PublicCall
from loaders.calls.second_tier import Entry
from loaders.credentials import Credentials
from loaders.endpoint import Auth, Call, Endpoint, Scope
from loaders.endpoints.catalog import CATALOG_COURSE, CATALOG_COURSES, CATALOG_SEARCH
from loaders.endpoints.outline import OUTLINE
from loaders.errors import Code, Failure

from .servers import Reply, http, raw_server
from .visitors import CALL, VISITOR, Clock, Lms, number, run_scenario

ALEX = Credentials((("authorization", "JWT alex"), ("cookie", "sessionid=alex")), (), Auth.JWT, language="en")


def test_fresh_then_stale_while_revalidating_then_asked_anew() -> None:
    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        assert await number(cache) == 1
        clock.now += 59
        assert await number(cache) == 1
        clock.now += 2
        assert await number(cache) == 1  # stale, and one flight has begun
        await asyncio.sleep(0.01)
        assert await number(cache) == 2
        clock.now += 400
        assert await number(cache) == 3

    run_scenario(scenario)


@pytest.mark.parametrize("code", [Code.UPSTREAM_UNAVAILABLE, Code.UPSTREAM_TIMEOUT, Code.RATE_LIMITED, Code.OVERLOADED])
def test_cached_answers_are_served_while_the_lms_fails(code: Code) -> None:
    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        assert await number(cache) == 1
        lms.failing = Failure(code, "no")
        clock.now += 3600
        assert await number(cache) == 1
        clock.now += 100_000
        assert await number(cache) == lms.failing

    run_scenario(scenario, if_error=50_000.0)


def test_many_visitors_are_one_call_and_each_decodes_its_own() -> None:
    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        lms.delay = 0.05
        call = PublicCall(CALL, VISITOR)
        results = await asyncio.gather(*(cache.get(call, deadline=time.monotonic() + 2) for _ in range(50)))
        assert lms.calls == 1
        answers = [result.outcome for result in results]
        assert len({id(answer) for answer in answers}) == 50
        assert isinstance(answers[0], Answer)
        assert isinstance(answers[1], Answer)
        answers[0].tree["n"] = "changed by a reader"
        assert answers[1].tree == {"n": 1}

    run_scenario(scenario)


def test_a_cancelled_waiter_does_not_cancel_the_call_for_others() -> None:
    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        lms.delay = 0.05
        first = asyncio.create_task(number(cache))
        second = asyncio.create_task(number(cache))
        await asyncio.sleep(0.01)
        first.cancel()
        assert await second == 1
        assert lms.calls == 1

    run_scenario(scenario)


def test_languages_are_kept_apart() -> None:
    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        assert await number(cache) == 1
        assert await number(cache, PublicCall(CALL, Credentials(language="es"))) == 2
        assert await number(cache) == 1

    run_scenario(scenario)


def test_memory_is_bounded() -> None:
    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        for run in range(500):
            call = CATALOG_COURSE.call(course_key=f"course-v1:A+B+{run}")
            await number(cache, PublicCall(call, VISITOR))
        assert 5_000 < cache.size <= 10_000

    run_scenario(scenario, max_bytes=10_000)


def test_answers_that_are_used_again_stay() -> None:
    """However many other requests a visitor sends."""

    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        assert await number(cache) == await number(cache) == 1
        for run in range(500):
            call = CATALOG_COURSE.call(course_key=f"course-v1:A+B+{run}")
            await number(cache, PublicCall(call, VISITOR))
        assert await number(cache) == 1

    run_scenario(scenario, max_bytes=10_000)


def test_keys_are_bounded_as_answers_are() -> None:
    """Whoever chooses long addresses or languages does not choose how much memory there is."""

    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        tracemalloc.start()
        for run in range(200):
            await number(cache, PublicCall(CALL, Credentials(language=f"{run}" + "a" * 8000)))
            search = CATALOG_SEARCH.call(search_term=f"{run}" + "b" * 8000)
            await number(cache, PublicCall(search, VISITOR))
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert cache.size <= 100_000
        assert held < 200_000

    run_scenario(scenario)


def test_sizes_of_small_answers_include_pythons_overhead() -> None:
    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        tracemalloc.start()
        for run in range(3000):
            call = CATALOG_COURSE.call(course_key=f"course-v1:A+B+{run}")
            await number(cache, PublicCall(call, VISITOR))
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert held < 1_000_000
        assert cache.size > 900_000

    run_scenario(scenario, max_bytes=1_000_000)


def test_a_clock_that_was_ahead_makes_nothing_immortal() -> None:
    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        assert await number(cache) == 1
        clock.now -= 10_000
        assert await number(cache) == 2

    run_scenario(scenario)


def test_private_answers_cannot_be_smuggled_in() -> None:
    """Every way in that Python offers short of rewriting the class."""
    with pytest.raises(PrivateAnswerError):
        PublicCall(OUTLINE.call(course_key="course-v1:A+B+C"), VISITOR)
    with pytest.raises(PrivateAnswerError):
        PublicCall(CALL, ALEX)
    with pytest.raises(PrivateAnswerError):
        PublicCall(Call(Endpoint(name="w", path="/w", weight=1, method="POST", scope=Scope.PUBLIC)), VISITOR)
    with pytest.raises((dataclasses.FrozenInstanceError, AttributeError, TypeError)):
        PublicCall(CALL, VISITOR).target = "/api/user/v1/me"  # type: ignore[misc]
    with pytest.raises(TypeError):
        dataclasses.replace(PublicCall(CALL, VISITOR), target="/api/user/v1/me")
    assert PublicCall.of(OUTLINE.call(course_key="course-v1:A+B+C"), VISITOR) is None
    assert PublicCall.of(CALL, ALEX) is None

    class Forged:
        endpoint = OUTLINE
        target = "/api/course_home/outline/course-v1:A+B+C"
        language = "en"

    async def scenario(cache: PublicCache, lms: Lms, clock: Clock) -> None:
        with pytest.raises(PrivateAnswerError):
            await cache.get(Forged(), deadline=time.monotonic() + 1)  # type: ignore[arg-type]
        assert lms.calls == 0
        assert not [name for name in dir(cache) if name in {"put", "set", "store", "add", "update", "__setitem__"}]

    run_scenario(scenario)


def test_calls_of_the_cache_contain_no_data_of_the_visitor() -> None:
    visitor = Credentials((("cookie", "csrftoken=secret-of-a-visitor"), ("accept-language", "en")), (), language="en")
    trace = [("x-request-id", "r1"), ("authorization", "JWT stray"), ("cookie", "sessionid=stray")]

    async def run() -> bytes:
        async with raw_server(lambda count, _: http(), shared_bytes=100_000) as (server, upstream):
            client = LmsClient(upstream, visitor, deadline=time.monotonic() + 2, headers=trace)
            assert isinstance(await client.get(CALL), Answer)
            return server.requests[0].lower()

    head = asyncio.run(run())
    assert b"x-request-id: r1" in head
    for word in (b"secret-of-a-visitor", b"stray", b"cookie", b"authorization"):
        assert word not in head


def test_signed_in_callers_neither_fill_nor_read_the_cache() -> None:
    def reply(count: int, head: bytes) -> bytes:
        return http(b'{"for": "alex"}' if b"jwt alex" in head.lower() else b'{"for": "everybody"}')

    async def run() -> None:
        async with raw_server(reply, shared_bytes=100_000) as (server, upstream):
            for who, expected in ((ALEX, "alex"), (VISITOR, "everybody"), (ALEX, "alex"), (VISITOR, "everybody")):
                client = LmsClient(upstream, who, deadline=time.monotonic() + 2)
                for call in (CALL, CATALOG_COURSES.call()):
                    outcome = await client.get(call)
                    assert isinstance(outcome, Answer)
                    assert outcome.tree == {"for": expected}
            assert len(server.requests) == 6  # alex each time, the visitors once

    asyncio.run(run())


def test_the_server_time_is_never_taken_from_the_cache() -> None:
    reply: Reply = lambda count, _: http(b"{}", b"Date: Sat, 21 Nov 2026 09:00:00 GMT")  # noqa: E731

    async def run() -> None:
        async with raw_server(reply, shared_bytes=100_000) as (_, upstream):
            dates = []
            for _ in range(2):
                client = LmsClient(upstream, VISITOR, deadline=time.monotonic() + 2)
                await client.get(CALL)
                dates.append(client.date)
                assert [record.cached for record in client.records] == [len(dates) == 2]
            assert dates == ["Sat, 21 Nov 2026 09:00:00 GMT", None]

    asyncio.run(run())


def test_entries_hold_an_answer_and_nothing_else() -> None:
    assert Entry.__struct_fields__ == ("stored", "status", "date", "body")
    with pytest.raises(AttributeError):
        pickle.loads(pickle.dumps(Entry(1.0, 200, None, b"{}"))).body = b""  # noqa: S301
