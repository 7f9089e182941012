"""The request's loaders with a small server: few calls, one outcome per key, in order, and no repeated calls."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from loaders.answer import Loaded, Payload
from loaders.calls.batch import Loaders
from loaders.calls.client import LmsClient, Upstream
from loaders.credentials import Credentials
from loaders.endpoint import Batch, Endpoint, Missing
from loaders.errors import Code, Failure
from tests.support.servers import served

pytestmark = pytest.mark.anyio

ONE = Endpoint(name="one", path="/one/{key}", weight=1)
MANY = Endpoint(
    name="many",
    path="/many",
    weight=1,
    batch=Batch(rows="results", key="id", parameter="keys", limit=3, more="pagination.next"),
)
WHOLE = Endpoint(name="whole", path="/whole", weight=1, array=True, batch=Batch(rows="", key="course.id"))
LANGUAGE = Endpoint(
    name="language",
    path="/many",
    weight=1,
    parameters=("lang",),
    batch=Batch(rows="results", key="id", parameter="keys", limit=10, more="pagination.next"),
)


@dataclass
class Lms:
    """A server that holds back rows beyond `page`, does not know keys with `x`, and fails as `broken` says."""

    url: str = ""
    page: int = 100
    broken: dict[str, int] = field(default_factory=dict)
    good_calls: int = 100
    shape: Any = None
    asked: list[str] = field(default_factory=list)

    async def one(self, request: Request) -> Response:
        key = request.path_params["key"]
        self.asked.append(f"one/{key}")
        if key in self.broken:
            return JSONResponse({"detail": "no"}, self.broken[key])
        return JSONResponse({"detail": "Not found."}, 404) if "x" in key else JSONResponse({"id": key})

    async def many(self, request: Request) -> Response:
        keys = request.query_params["keys"].split(",")
        self.asked.append("many/" + ",".join(keys))
        if len(self.asked) > self.good_calls:
            return JSONResponse({"detail": "no"}, 403)
        for key in keys:
            if key in self.broken:
                return JSONResponse({"detail": "no"}, self.broken[key])
        if self.shape is not None:
            return JSONResponse(self.shape)
        rows = [{"id": key, "lang": request.query_params.get("lang")} for key in sorted(keys) if "x" not in key]
        more = "http://lms/next" if len(rows) > self.page else None
        return JSONResponse({"results": rows[: self.page], "pagination": {"next": more}})

    async def whole(self, request: Request) -> Response:
        self.asked.append("whole")
        return JSONResponse([{"course": {"id": key}} for key in "cab"])


@pytest.fixture
def lms() -> Iterator[Lms]:
    lms = Lms()
    routes = [Route("/one/{key}", lms.one), Route("/many", lms.many), Route("/whole", lms.whole)]
    with served(lambda _: Starlette(routes=routes)) as url:
        lms.url = url
        yield lms


@pytest.fixture
async def loaders(lms: Lms) -> AsyncIterator[Loaders]:
    upstream = Upstream(lms.url)
    yield Loaders(LmsClient(upstream, Credentials(), deadline=time.monotonic() + 10))
    await upstream.aclose()


async def load(loaders: Loaders, endpoint: Endpoint, keys: Sequence[str], **values: str) -> list[Loaded]:
    return list(await asyncio.gather(*(loaders.load(endpoint.call(key=key, **values)) for key in keys)))


def ids(loaded: list[Loaded]) -> list[Any]:
    return [one.value["id"] if isinstance(one, Payload) else one for one in loaded]


async def test_single_calls_go_out_together_and_each_once(lms: Lms, loaders: Loaders) -> None:
    assert ids(await load(loaders, ONE, "abab")) == ["a", "b", "a", "b"]
    assert ids(await load(loaders, ONE, "ba")) == ["b", "a"]
    assert sorted(lms.asked) == ["one/a", "one/b"]


async def test_failures_are_values_of_their_own_key(lms: Lms, loaders: Loaders) -> None:
    lms.broken = {"b": 429, "c": 403}
    a, b, c, x = await load(loaders, ONE, "abcx")
    assert ids([a]) == ["a"]
    assert isinstance(b, Failure)
    assert isinstance(c, Failure)
    assert (b.code, c.code, x) == (Code.RATE_LIMITED, Code.FORBIDDEN, Missing.ABSENT)
    await load(loaders, ONE, "bx")
    assert Counter(lms.asked)["one/b"] == 1, "a failure is remembered, not asked again"


async def test_one_call_serves_many_keys_in_the_order_asked(lms: Lms, loaders: Loaders) -> None:
    assert ids(await load(loaders, MANY, "cab")) == ["c", "a", "b"]
    assert lms.asked == ["many/c,a,b"]


async def test_keys_are_cut_into_chunks(lms: Lms, loaders: Loaders) -> None:
    assert ids(await load(loaders, MANY, "gfedcba")) == list("gfedcba")
    assert sorted(map(len, lms.asked)) == [len("many/a"), len("many/a,b,c"), len("many/a,b,c")]


async def test_unknown_keys_are_absent_and_spoil_no_other(lms: Lms, loaders: Loaders) -> None:
    assert ids(await load(loaders, MANY, "axb")) == ["a", Missing.ABSENT, "b"]
    assert len(lms.asked) == 1


async def test_rows_that_were_held_back_are_asked_for_again(lms: Lms, loaders: Loaders) -> None:
    lms.page = 2
    assert ids(await load(loaders, MANY, "cba")) == ["c", "b", "a"]
    assert lms.asked == ["many/c,b,a", "many/c"]


async def test_a_page_that_brings_nothing_ends_the_asking(lms: Lms, loaders: Loaders) -> None:
    lms.page = 0
    assert ids(await load(loaders, MANY, "ab")) == [Missing.ABSENT, Missing.ABSENT]
    assert len(lms.asked) == 1


async def test_a_failed_chunk_fails_its_keys_only(lms: Lms, loaders: Loaders) -> None:
    lms.broken = {"b": 503}
    loaded = await load(loaders, MANY, "abcdef")
    assert ids(loaded[3:]) == ["d", "e", "f"]
    for one in loaded[:3]:
        assert isinstance(one, Failure)
        assert one.code is Code.UPSTREAM_UNAVAILABLE


@pytest.mark.parametrize(("status", "code"), [(400, Code.UPSTREAM_INVALID), (500, Code.UPSTREAM_UNAVAILABLE)])
async def test_a_key_that_is_not_taken_spoils_no_other(lms: Lms, loaders: Loaders, status: int, code: Code) -> None:
    """Halves of the list are asked for, and halves of those that fail."""
    lms.broken = {"f": status}
    loaded = await load(loaders, LANGUAGE, "abcdefgh")
    bad = loaded.pop(5)
    assert ids(loaded) == list("abcdegh")
    assert isinstance(bad, Failure)
    assert bad.code is code
    lists = ["a,b,c,d,e,f,g,h", "a,b,c,d", "e,f,g,h", "e,f", "g,h", "e", "f"]
    assert set(lms.asked) == {f"many/{keys}" for keys in lists}


async def test_two_keys_that_cannot_be_read_spoil_no_other(lms: Lms, loaders: Loaders) -> None:
    lms.broken = {"a": 400, "h": 400}
    loaded = await load(loaders, LANGUAGE, "abcdefgh")
    assert ids(loaded[1:7]) == list("bcdefg")
    assert isinstance(loaded[0], Failure)
    assert isinstance(loaded[7], Failure)


async def test_an_lms_that_fails_altogether_is_not_asked_for_every_half(lms: Lms, loaders: Loaders) -> None:
    lms.broken = dict.fromkeys("abcdefgh", 500)
    loaded = await load(loaders, LANGUAGE, "abcdefgh")
    assert all(isinstance(one, Failure) for one in loaded)
    assert sorted(set(lms.asked)) == ["many/a,b,c,d", "many/a,b,c,d,e,f,g,h", "many/e,f,g,h"]


async def test_long_keys_are_asked_for_in_several_calls(lms: Lms, loaders: Loaders) -> None:
    keys = [f"{number}{'ж' * 200}" for number in range(9)]
    assert ids(await load(loaders, LANGUAGE, keys)) == keys
    assert [len(call.split(",")) for call in lms.asked] == [3, 3, 3]


async def test_a_failure_on_a_later_page_keeps_the_earlier_rows(lms: Lms, loaders: Loaders) -> None:
    lms.page = 1
    lms.good_calls = 1
    a, b = await load(loaders, MANY, "ab")
    assert ids([a]) == ["a"]
    assert isinstance(b, Failure)
    assert b.code is Code.FORBIDDEN


async def test_repeated_keys_are_asked_once(lms: Lms, loaders: Loaders) -> None:
    assert ids(await load(loaders, MANY, "aabab")) == list("aabab")
    assert lms.asked == ["many/a,b"]


async def test_calls_with_other_parameters_are_other_calls(lms: Lms, loaders: Loaders) -> None:
    both = await asyncio.gather(load(loaders, LANGUAGE, "ab", lang="en"), load(loaders, LANGUAGE, "ba", lang="es"))
    languages = [[one.value["lang"] if isinstance(one, Payload) else one for one in loaded] for loaded in both]
    assert languages == [["en", "en"], ["es", "es"]]
    assert len(lms.asked) == 2


async def test_an_answer_of_all_rows_is_asked_once_for_every_key(lms: Lms, loaders: Loaders) -> None:
    first = await load(loaders, WHOLE, "ab")
    second = await load(loaders, WHOLE, "cx")
    values = [one.value["course"]["id"] if isinstance(one, Payload) else one for one in [*first, *second]]
    assert values == ["a", "b", "c", Missing.ABSENT]
    assert lms.asked == ["whole"]


@pytest.mark.parametrize(
    "shape", [{}, {"results": None}, {"results": [{}]}, {"results": [None]}, {"results": {"a": 1}}, {"results": 7}]
)
async def test_rows_of_an_unknown_shape_fail_every_key(lms: Lms, loaders: Loaders, shape: Any) -> None:
    lms.shape = shape
    for one in await load(loaders, MANY, "ab"):
        assert isinstance(one, Failure)
        assert one.code is Code.UPSTREAM_INVALID


async def test_a_row_of_an_unknown_shape_spoils_no_other(lms: Lms, loaders: Loaders) -> None:
    lms.shape = {"results": [None, {"id": "a"}, {"name": "b"}]}
    a, b = await load(loaders, MANY, "ab")
    assert ids([a]) == ["a"]
    assert isinstance(b, Failure)
    assert b.code is Code.UPSTREAM_INVALID


async def test_after_a_write_everything_is_asked_anew(lms: Lms, loaders: Loaders) -> None:
    await load(loaders, ONE, "a")
    loaders.forget()
    await load(loaders, ONE, "a")
    assert lms.asked == ["one/a", "one/a"]


async def test_the_deadline_holds_for_all_calls_of_the_request(lms: Lms) -> None:
    upstream = Upstream(lms.url)
    late = Loaders(LmsClient(upstream, Credentials(), deadline=time.monotonic() - 1))
    (one,) = await load(late, ONE, "a")
    await upstream.aclose()
    assert isinstance(one, Failure)
    assert one.code is Code.UPSTREAM_TIMEOUT
    assert lms.asked == []
