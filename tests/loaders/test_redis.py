"""The Redis tier with a real Redis: shared while it is available, a miss in every other case."""

import asyncio
import hashlib
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis.asyncio import Redis

from loaders.answer import Answer
from loaders.calls.client import LmsClient
from loaders.calls.public_cache import PublicCache
from loaders.calls.redis import RedisDocuments, RedisStore
from loaders.calls.upstream import Upstream
from loaders.credentials import Credentials
from loaders.endpoints.catalog import CATALOG_COURSE

from .servers import http, raw_server, redis_server

CALL = CATALOG_COURSE.call(course_key="course-v1:A+B+C")


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with redis_server(tmp_path_factory.mktemp("redis")) as (url, _):
        yield url


def test_an_answer_fetched_by_one_worker_is_used_by_another(redis_url: str) -> None:
    async def run() -> None:
        async with raw_server(lambda count, _: http(b'{"n": %d}' % count)) as (server, first):
            scope = first.base_url
            one, two = RedisStore(redis_url, scope=scope), RedisStore(redis_url, scope=scope)
            first.shared = PublicCache(first._ask_public, max_bytes=100_000, tier=one)
            second = Upstream(first.base_url, shared_bytes=100_000, tier=two)
            for upstream in (first, second, first, second):
                client = LmsClient(upstream, Credentials(), deadline=time.monotonic() + 2)
                outcome = await client.get(CALL)
                assert isinstance(outcome, Answer)
                assert outcome.tree == {"n": 1}
                await asyncio.sleep(0.05)
            assert len(server.requests) == 1
            await second.aclose()
            await one.aclose()
            await two.aclose()

    asyncio.run(run())


def test_documents_are_checked_against_their_hash(redis_url: str) -> None:
    async def run() -> None:
        store = RedisStore(redis_url, scope="http://lms")
        documents = RedisDocuments(store)
        text = "{ viewer { username } }"
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        assert await documents.get(sha256) is None
        await documents.put(sha256, text)
        assert await documents.get(sha256) == text
        await store.put(f"document\n{sha256}", b"{ somethingElse }", 60)
        assert await documents.get(sha256) is None
        await store.aclose()

    asyncio.run(run())


def test_installations_on_one_redis_do_not_meet(redis_url: str) -> None:
    async def run() -> None:
        one, two = RedisStore(redis_url, scope="http://one"), RedisStore(redis_url, scope="http://two")
        await one.put("k", b"1", 60)
        assert await one.get("k") == b"1"
        assert await two.get("k") is None
        await one.aclose()
        await two.aclose()

    asyncio.run(run())


def test_foreign_data_under_a_key_is_a_miss(redis_url: str) -> None:
    async def run() -> None:
        store = RedisStore(redis_url, scope="http://lms")
        raw = Redis.from_url(redis_url)
        await store.put("a", b"of a", 60)
        await store.put("b", b"of b", 60)
        names = ["lectern:1:" + hashlib.sha256(f"http://lms\n{key}".encode()).hexdigest() for key in "ab"]
        await raw.set(names[0], await raw.get(names[1]) or b"")
        assert await store.get("a") is None
        await raw.delete(names[1])
        await raw.lpush(names[1], "a list")
        assert await store.get("b") is None
        await raw.aclose()
        await store.aclose()

    asyncio.run(run())


def test_a_redis_that_is_down_slow_or_back_costs_time_only(tmp_path: Path) -> None:
    async def answered(upstream: Upstream, run: int) -> float:
        started = time.monotonic()
        client = LmsClient(upstream, Credentials(), deadline=time.monotonic() + 2)
        outcome = await client.get(CATALOG_COURSE.call(course_key=f"course-v1:A+B+{run}"))
        assert isinstance(outcome, Answer)
        return time.monotonic() - started

    async def play(url: str, kill: "object") -> None:
        async with raw_server(lambda count, _: http()) as (_, plain):
            store = RedisStore(url, scope="http://lms")
            upstream = Upstream(plain.base_url, shared_bytes=100_000, tier=store)
            try:
                assert await answered(upstream, 1) < 0.5
                raw = Redis.from_url(url)
                sleeping = asyncio.create_task(raw.execute_command("DEBUG", "SLEEP", "1"))  # type: ignore[no-untyped-call]
                await asyncio.sleep(0.05)
                slow = [await answered(upstream, run) for run in range(10, 30)]
                assert max(slow) < 0.6
                assert sum(slow) < 1.5  # the breaker stops asking
                await asyncio.wait({sleeping})
                await raw.aclose()
                await asyncio.sleep(store.breaker.wait + 0.1)
                await store.put("back", b"1", 60)
                assert await store.get("back") == b"1"
                process = kill
                process.kill()  # type: ignore[attr-defined]
                process.wait()  # type: ignore[attr-defined]
                down = [await answered(upstream, run) for run in range(30, 50)]
                assert max(down) < 0.6
                assert await store.get("back") is None
            finally:
                await upstream.aclose()
                await store.aclose()

    with redis_server(tmp_path, debug=True) as (url, process):
        asyncio.run(play(url, process))


def test_replies_never_meet_the_wrong_command_when_callers_give_up(tmp_path: Path) -> None:
    """A caller that is cancelled in mid-command must not leave its reply on the connection for the next one."""

    async def run(url: str) -> None:
        store = RedisStore(url, scope="http://lms", timeout=5.0)
        for key in range(50):
            await store.put(str(key), str(key).encode(), 60)
        for round_ in range(40):
            tasks = [asyncio.create_task(store.get(str(key))) for key in range(50)]
            await asyncio.sleep(0.0005 * (round_ % 5))
            for task in tasks[::2]:
                task.cancel()
            values = await asyncio.gather(*tasks, return_exceptions=True)
            for key, value in enumerate(values):
                assert value in (None, str(key).encode()) or isinstance(value, asyncio.CancelledError)
        assert await store.get("7") == b"7"
        await store.aclose()

    with redis_server(tmp_path) as (url, _):
        asyncio.run(run(url))
