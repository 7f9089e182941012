"""A Redis that violates its protocol is a cache miss, and soon is no longer called."""

import asyncio
import time
from pathlib import Path

import pytest

from loaders.answer import Answer
from loaders.calls.breaker import State
from loaders.calls.client import LmsClient
from loaders.calls.redis import RedisDocuments, RedisStore
from loaders.calls.upstream import Upstream
from loaders.credentials import Credentials
from loaders.endpoints.catalog import CATALOG_COURSE

from .servers import http, raw_server, redis_server, resp_server

BROKEN = {
    "length": b"$abc\r\n",
    "negative": b"$-5\r\n",
    "integer": b":abc\r\n",
    "array": b"*abc\r\n",
    "nested": b"*1\r\n" * 3000 + b":1\r\n",
    "huge": b"$999999999999999999999\r\n",
    "boolean": b"#x\r\n",
    "double": b",abc\r\n",
    "number": b"(12x\r\n",
    "http": b"HTTP/1.1 400 Bad\r\n\r\n",
    "empty": b"\r\n",
    "another type": b":5\r\n",
    "two for one": b"$1\r\na\r\n$1\r\nb\r\n",
    "error": b"-ERR \xff\r\n",
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_reply_that_is_none_is_a_miss_and_opens_the_breaker(kind: str) -> None:
    async def run() -> None:
        async with (
            resp_server(lambda _: BROKEN[kind]) as url,
            raw_server(lambda count, _: http()) as (_, plain),
        ):
            store = RedisStore(url, scope="http://lms")
            upstream = Upstream(plain.base_url, shared_bytes=100_000, tier=store)
            documents = RedisDocuments(store)
            for number in range(4):
                client = LmsClient(upstream, Credentials(), deadline=time.monotonic() + 5)
                outcome = await client.get(CATALOG_COURSE.call(course_key=f"course-v1:A+B+{number}"))
                assert isinstance(outcome, Answer)
                await documents.put("0" * 64, "{ viewer { username } }")
                assert await documents.get("0" * 64) is None
            assert store.breaker.state is State.OPEN
            await upstream.aclose()
            await store.aclose()

    asyncio.run(run())


def test_a_connection_is_not_used_again_after_a_reply_that_was_none() -> None:
    """The rest of what was sent would be taken for the reply to the next command."""
    late: list[bytes] = []

    def reply(command: list[bytes]) -> bytes:
        late.append(command[0])
        return b"$1\r\na\r\n+OK\r\n" if len(late) == 1 else b"_\r\n"

    async def run() -> None:
        async with resp_server(reply) as url:
            store = RedisStore(url, scope="http://lms")
            assert await store.get("a") is None
            await asyncio.sleep(0.05)
            assert await store.get("b") is None
            assert store.failures == 1
            await store.aclose()

    asyncio.run(run())


def test_options_in_the_url_do_not_change_the_replies(tmp_path: Path) -> None:
    async def run(url: str) -> None:
        for options in ("decode_responses=True", "protocol=2", "protocol=3&decode_responses=1", "encoding=utf-16"):
            store = RedisStore(f"{url}?{options}", scope=options)
            await store.put("k", b"\xff\x00", 60)
            assert await store.get("k") == b"\xff\x00"
            assert store.failures == 0
            await store.aclose()

    with redis_server(tmp_path) as (url, _):
        asyncio.run(run(url))


def test_cancelled_callers_lose_no_connection(tmp_path: Path) -> None:
    async def run(url: str) -> None:
        store = RedisStore(url, scope="http://lms", timeout=5.0)
        await store.put("k", b"1", 60)
        for round_ in range(30):
            tasks = [asyncio.create_task(store.get("k")) for _ in range(40)]
            for _ in range(round_):
                await asyncio.sleep(0)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        assert await asyncio.gather(*(store.get("k") for _ in range(40))) == [b"1"] * 40
        assert store.failures == 0
        await store.aclose()

    with redis_server(tmp_path) as (url, _):
        asyncio.run(run(url))
