"""Calls over real sockets: attempts, checks of the response, breakers, and requests that are never repeated."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest

from loaders.answer import Answer
from loaders.calls.breaker import State
from loaders.calls.client import LmsClient
from loaders.credentials import Credentials
from loaders.endpoint import Auth, Call, Endpoint, Missing
from loaders.endpoints.catalog import CATALOG_COURSE
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.errors import Code, Failure

from .servers import Reply, http, raw_server

KEY = "course-v1:A+B+C"
ALEX = Credentials((("authorization", "JWT alex"),), (), Auth.JWT)
OPTIONAL = Endpoint(name="plugin", path="/plugin", weight=1, optional=True)
POST = Endpoint(name="save", path="/save", weight=1, method="POST")
QUIET = Endpoint(name="quiet", path="/quiet", weight=1, missing={200: Missing.ABSENT, 204: Missing.ABSENT})
BAD_GATEWAY = http(b"<h1>no</h1>", status=b"502 Bad Gateway", kind=b"text/html")
UNAVAILABLE = http(b"<h1>no</h1>", status=b"503 Service Unavailable", kind=b"text/html")


def run_calls(
    reply: Reply, call: Call, *, times: int = 1, write: bool = False, deadline: float = 5, **options: Any
) -> Any:
    """The outcomes of `times` calls after each other, what the server read, and the upstream."""

    async def scenario() -> Any:
        async with raw_server(reply, **options) as (server, upstream):
            outcomes = []
            for _ in range(times):
                client = LmsClient(upstream, ALEX, deadline=time.monotonic() + deadline)
                outcomes.append(await (client.write(call, {"a": 1}) if write else client.get(call)))
            return outcomes, server.requests, upstream

    return asyncio.run(scenario())


def course(endpoint: Endpoint) -> Call:
    return endpoint.call(course_key=KEY)


@pytest.mark.parametrize("first", [BAD_GATEWAY, UNAVAILABLE, None])
def test_a_read_is_asked_again_after_a_bad_moment(first: bytes | None) -> None:
    [outcome], requests, _ = run_calls(lambda count, _: first if count == 1 else http(), course(OUTLINE_FREE))
    assert isinstance(outcome, Answer)
    assert len(requests) == 2


OUTLINE_FREE = NAVIGATION
"""A GET without effects."""


@pytest.mark.parametrize("endpoint", [COURSE_METADATA, OUTLINE])
@pytest.mark.parametrize("answer", [BAD_GATEWAY, UNAVAILABLE, None])
def test_a_read_that_writes_is_sent_once(endpoint: Endpoint, answer: bytes | None) -> None:
    [outcome], requests, _ = run_calls(lambda count, _: answer, course(endpoint))
    assert outcome.code is Code.UPSTREAM_UNAVAILABLE
    assert len(requests) == 1


@pytest.mark.parametrize("answer", [BAD_GATEWAY, UNAVAILABLE, None])
def test_a_write_is_sent_once(answer: bytes | None) -> None:
    [outcome], requests, _ = run_calls(lambda count, _: answer, POST.call(), write=True)
    assert outcome.code is Code.UPSTREAM_UNAVAILABLE
    assert len(requests) == 1


def test_attempts_end_at_three_and_within_the_deadline() -> None:
    [outcome], requests, _ = run_calls(lambda count, _: BAD_GATEWAY, course(OUTLINE_FREE))
    assert outcome.code is Code.UPSTREAM_UNAVAILABLE
    assert len(requests) == 3


def test_retry_after_is_obeyed_and_not_waited_for_beyond_the_deadline() -> None:
    wait = http(b"", b"Retry-After: 1", status=b"503 Service Unavailable")
    started = time.monotonic()
    [outcome], requests, _ = run_calls(lambda count, _: wait if count == 1 else http(), course(OUTLINE_FREE))
    assert isinstance(outcome, Answer)
    assert time.monotonic() - started >= 1
    [outcome], requests, _ = run_calls(lambda count, _: wait, course(OUTLINE_FREE), deadline=0.8)
    assert isinstance(outcome, Failure)
    assert outcome.retry_after == 1
    assert len(requests) == 1


@pytest.mark.parametrize("status", [b"500 Internal Server Error", b"429 Too Many Requests", b"404 Not Found"])
def test_other_statuses_are_not_retried(status: bytes) -> None:
    _, requests, _ = run_calls(lambda count, _: http(b"", status=status), course(OUTLINE_FREE))
    assert len(requests) == 1


BLANK = b"HTTP/1.1 %s\r\nContent-Length: 0\r\n\r\n"
JSON = b"application/json"
HTML = b"text/html"
ODDITIES: list[tuple[str, Callable[[], bytes | None], Call, Code | Missing]] = [
    ("login page", lambda: http(b"<html>", kind=HTML), course(NAVIGATION), Code.UPSTREAM_INVALID),
    ("empty", lambda: http(b""), course(NAVIGATION), Code.UPSTREAM_INVALID),
    ("empty where that says nothing", lambda: BLANK % b"200 OK", QUIET.call(), Missing.ABSENT),
    ("204", lambda: BLANK % b"204 No Content", QUIET.call(), Missing.ABSENT),
    ("204 with a type", lambda: http(b"", status=b"204 No Content"), QUIET.call(), Missing.ABSENT),
    ("empty JSON where nothing is said without a type", lambda: http(b""), QUIET.call(), Code.UPSTREAM_INVALID),
    ("cut JSON", lambda: http(b'{"a": [1, 2'), course(NAVIGATION), Code.UPSTREAM_INVALID),
    ("two JSONs", lambda: http(b'{"a": 1}{"b": 2}'), course(NAVIGATION), Code.UPSTREAM_INVALID),
    ("NaN", lambda: http(b'{"a": NaN}'), course(NAVIGATION), Code.UPSTREAM_INVALID),
    (
        "login redirect",
        lambda: http(b"", b"Location: /login", status=b"302 X"),
        course(NAVIGATION),
        Code.UPSTREAM_INVALID,
    ),
    (
        "refusal by redirect",
        lambda: http(b"", b"Location: /dashboard?access_response_error=Access+expired", status=b"302 X"),
        course(COURSE_METADATA),
        Missing.REFUSED,
    ),
    ("too short", lambda: http(b"{}").replace(b"Length: 2", b"Length: 9"), course(NAVIGATION), Code.UPSTREAM_TIMEOUT),
    (
        "too long",
        lambda: http(b'{"a":1}').replace(b"Length: 7", b"Length: 5"),
        course(NAVIGATION),
        Code.UPSTREAM_INVALID,
    ),
    ("not HTTP", lambda: b"SSH-2.0-OpenSSH_9.2\r\n\r\n", course(NAVIGATION), Code.UPSTREAM_INVALID),
    ("406", lambda: http(b"{}", status=b"406 X"), course(NAVIGATION), Code.UPSTREAM_INVALID),
    ("401", lambda: http(b'{"detail": "Invalid token."}', status=b"401 X"), course(NAVIGATION), Code.UNAUTHENTICATED),
    (
        "401 as object",
        lambda: http(b'{"developer_message": {"error_code": "token_nonexistent"}}', status=b"401 X"),
        course(CATALOG_COURSE),
        Code.UNAUTHENTICATED,
    ),
    ("429", lambda: http(b"{}", status=b"429 X"), course(NAVIGATION), Code.RATE_LIMITED),
]


@pytest.mark.parametrize(("answer", "call", "meaning"), [row[1:] for row in ODDITIES], ids=[row[0] for row in ODDITIES])
def test_odd_answers_have_their_meaning(
    answer: Callable[[], bytes | None], call: Call, meaning: Code | Missing
) -> None:
    [outcome], _, _ = run_calls(lambda count, _: answer(), call, deadline=0.5)
    assert (outcome.code if isinstance(outcome, Failure) else outcome) == meaning


@pytest.mark.parametrize(
    ("body", "header", "wait"),
    [
        (b'{"detail": "Request was throttled. Expected available in 7 seconds."}', b"X: y", 7),
        (b"{}", b"Retry-After: 12", 12),
        (b'{"developer_message": "Request was throttled."}', b"X: y", None),
        (b"{}", b"Retry-After: Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
    ],
)
def test_the_wait_of_a_throttle_is_found(body: bytes, header: bytes, wait: float | None) -> None:
    [outcome], _, _ = run_calls(lambda count, _: http(body, header, status=b"429 X"), course(NAVIGATION))
    assert outcome.retry_after == wait


def test_redirects_to_another_host_get_no_credentials() -> None:
    async def scenario() -> None:
        async with raw_server(lambda count, _: http()) as (elsewhere, _other):
            location = b"Location: http://localhost:%d/steal" % elsewhere.port
            async with raw_server(lambda count, _: http(b"", location, status=b"302 X")) as (_, upstream):
                client = LmsClient(upstream, ALEX, deadline=time.monotonic() + 2)
                outcome = await client.get(course(NAVIGATION))
                assert isinstance(outcome, Failure)
            assert elsewhere.requests == []

    asyncio.run(scenario())


def test_a_services_own_key_is_sent_to_that_service_only() -> None:
    async def scenario() -> None:
        key: dict[str, Any] = {"headers": [("ocp-apim-subscription-key", "k1")]}
        async with (
            raw_server(lambda count, _: http(), **key) as (server, upstream),
            raw_server(lambda count, _: http()) as (other, plain),
        ):
            for one in (upstream, plain):
                client = LmsClient(one, ALEX, deadline=time.monotonic() + 2)
                assert isinstance(await client.get(course(NAVIGATION)), Answer)
            assert server.requests[0].lower().count(b"ocp-apim-subscription-key: k1") == 1
            assert b"ocp-apim" not in other.requests[0].lower()

    asyncio.run(scenario())


LACKING = http(b"<h1>Page not found</h1>", status=b"404 X", kind=b"text/html; charset=utf-8")


@pytest.mark.parametrize("answer", [LACKING, http(b"", status=b"501 X")])
def test_a_missing_plugin_is_asked_once(answer: bytes) -> None:
    outcomes, requests, upstream = run_calls(lambda count, _: answer, OPTIONAL.call(), times=4)
    assert {outcome.code for outcome in outcomes} == {Code.UPSTREAM_NOT_SUPPORTED}
    assert len(requests) == 1
    assert upstream.support.absent == ["plugin"]


def test_too_many_calls_are_turned_away_at_once() -> None:
    async def scenario() -> None:
        options = {"max_connections": 4, "max_waiting": 4}
        async with raw_server(lambda count, _: http(), delay=0.3, **options) as (_, upstream):
            client = LmsClient(upstream, ALEX, deadline=time.monotonic() + 5)
            outcomes = await asyncio.gather(*(client.get(course(NAVIGATION)) for _ in range(10)))
            shed = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
            assert {failure.code for failure in shed} == {Code.OVERLOADED}
            assert all(failure.retry_after is not None and failure.retry_after >= 1 for failure in shed)
            assert len(shed) == 6  # two places of four, two waiting of four
            assert upstream.guards.service.state is State.CLOSED

    asyncio.run(scenario())


def test_abort_ends_the_calls_under_way() -> None:
    async def scenario() -> None:
        async with raw_server(lambda count, _: http(), delay=5) as (server, upstream):
            client = LmsClient(upstream, ALEX, deadline=time.monotonic() + 10)
            calls = [asyncio.create_task(client.get(course(NAVIGATION))) for _ in range(3)]
            await asyncio.sleep(0.1)
            assert upstream.bulkhead.active == 3
            client.abort()
            await asyncio.wait(calls)
            assert all(call.cancelled() for call in calls)
            await asyncio.sleep(0.05)
            assert upstream.bulkhead.active == 0
            assert len(server.requests) == 3

    asyncio.run(scenario())
