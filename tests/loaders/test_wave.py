"""Waves: the calls that a call waited for, by the order of the code and not by time."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from loaders.answer import Loaded
from loaders.calls.batch import Loaders
from loaders.calls.client import LmsClient, Upstream
from loaders.calls.wave import current_wave, start_task, together
from loaders.credentials import Credentials
from loaders.endpoint import Batch, Endpoint
from tests.support.servers import served

pytestmark = pytest.mark.anyio

ONE = Endpoint(name="one", path="/one/{key}", weight=1)
MANY = Endpoint(
    name="many",
    path="/many",
    weight=1,
    batch=Batch(rows="results", key="id", parameter="keys", limit=2, more="next"),
)
WHOLE = Endpoint(name="whole", path="/whole", weight=1, array=True, batch=Batch(rows="", key="id"))
LONG_ENOUGH = 0.15
"""Seconds in which any call here is over."""


async def one(request: Request) -> JSONResponse:
    return JSONResponse({"id": request.path_params["key"]})


async def many(request: Request) -> JSONResponse:
    """Holds back all but the first row when `h` is asked for."""
    keys = request.query_params["keys"].split(",")
    held = "h" in keys and len(keys) > 1
    return JSONResponse({"results": [{"id": key} for key in keys[: 1 if held else None]], "next": held or None})


async def whole(request: Request) -> JSONResponse:
    return JSONResponse([{"id": "a"}, {"id": "b"}])


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    routes = [Route("/one/{key}", one), Route("/many", many), Route("/whole", whole)]
    with served(lambda _: Starlette(routes=routes)) as url:
        yield url


@pytest.fixture
async def loaders(url: str) -> AsyncIterator[Loaders]:
    upstream = Upstream(url)
    yield Loaders(LmsClient(upstream, Credentials(), deadline=time.monotonic() + 10))
    await upstream.aclose()


def waves(loaders: Loaders) -> list[tuple[str, int]]:
    return [(record.target.removeprefix("/"), record.wave) for record in loaders.records]


async def test_a_later_call_does_not_depend_on_a_call_that_merely_ended_before(loaders: Loaders) -> None:
    first = loaders.load(ONE.call(key="a"))
    await asyncio.sleep(LONG_ENOUGH)
    assert first.done()
    await loaders.load(MANY.call(key="b"))
    await loaders.load(ONE.call(key="c"))
    assert waves(loaders) == [("one/a", 1), ("many?keys=b", 1), ("one/c", 2)]


async def test_a_call_that_needs_an_outcome_is_a_wave_later(loaders: Loaders) -> None:
    async def chain(*keys: str) -> None:
        for key in keys:
            await loaders.load(ONE.call(key=key))

    async def late() -> None:
        await asyncio.sleep(LONG_ENOUGH)
        await chain("x", "y")

    await asyncio.gather(chain("a", "b", "c"), late())
    assert dict(waves(loaders)) == {"one/a": 1, "one/b": 2, "one/c": 3, "one/x": 1, "one/y": 2}


async def test_an_answer_that_is_there_already_counts_like_one_that_was_waited_for(loaders: Loaders) -> None:
    async def asks(key: str, then: str) -> None:
        await loaders.load(ONE.call(key=key))
        await loaders.load(ONE.call(key=then))

    await asks("a", "b")
    await asyncio.create_task(asks("a", "c"))
    assert dict(waves(loaders))["one/c"] == 3, "it comes after all that its own code waited for"
    fresh = asyncio.create_task(asks("d", "e"))  # a task starts with what its maker knew
    await fresh
    assert dict(waves(loaders))["one/d"] == 3


async def test_work_in_progress_passes_on_its_wave(loaders: Loaders) -> None:
    async def one_after_the_other(*keys: str) -> str:
        for key in keys:
            await loaders.load(ONE.call(key=key))
        return keys[-1]

    work = start_task(one_after_the_other("a", "b"))
    await loaders.load(ONE.call(key="x"))
    assert current_wave() == 1
    assert await work == "b"
    await loaders.load(ONE.call(key="y"))
    assert await together(one_after_the_other("c"), one_after_the_other("d", "e")) == ["c", "e"]
    await loaders.load(ONE.call(key="z"))
    expected = {"a": 1, "b": 2, "x": 1, "y": 3, "c": 4, "d": 4, "e": 5, "z": 6}
    assert dict(waves(loaders)) == {f"one/{key}": wave for key, wave in expected.items()}


async def test_a_failed_work_passes_it_on_too(loaders: Loaders) -> None:
    async def fails() -> None:
        await loaders.load(ONE.call(key="a"))
        raise LookupError

    with pytest.raises(LookupError):
        await start_task(fails())
    await loaders.load(ONE.call(key="b"))
    assert waves(loaders) == [("one/a", 1), ("one/b", 2)]


async def test_joined_calls_wait_for_all_that_any_of_them_needs(loaders: Loaders) -> None:
    async def after(key: str, then: str) -> Loaded:
        await loaders.load(ONE.call(key=key))
        return await loaders.load(MANY.call(key=then))

    await loaders.load(ONE.call(key="a"))
    early, late = await asyncio.gather(loaders.load(MANY.call(key="b")), after("a", "c"))
    assert early is not late
    assert waves(loaders)[1:] == [("many?keys=b,c", 2)]


async def test_a_further_page_waits_for_the_first_and_chunks_for_nothing(loaders: Loaders) -> None:
    await asyncio.gather(*(loaders.load(MANY.call(key=key)) for key in "ahcd"))
    assert dict(waves(loaders)) == {"many?keys=a,h": 1, "many?keys=c,d": 1, "many?keys=h": 2}
    await loaders.load(MANY.call(key="a"))
    await loaders.load(ONE.call(key="z"))
    assert dict(waves(loaders))["one/z"] == 3, "all keys of a batch come when the last of its calls has ended"


async def test_rows_of_one_whole_answer_are_of_its_wave(loaders: Loaders) -> None:
    await asyncio.create_task(_row(loaders, "a"))
    await _row(loaders, "b")
    await loaders.load(ONE.call(key="z"))
    assert waves(loaders) == [("whole", 1), ("one/z", 2)]


async def _row(loaders: Loaders, key: str) -> Loaded:
    return await loaders.load(WHOLE.call(key=key))


async def test_every_request_begins_with_nothing(loaders: Loaders) -> None:
    await loaders.load(ONE.call(key="a"))
    other = Loaders(loaders.client)
    await other.load(ONE.call(key="b"))
    assert [record.wave for record in loaders.client.records] == [1, 1]
