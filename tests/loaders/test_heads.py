"""Heads of responses: long ones are accepted, endless ones are not, and names are case-insensitive."""

import asyncio
import time

import pytest

from loaders.answer import Answer
from loaders.calls.client import LmsClient
from loaders.calls.upstream import Upstream
from loaders.credentials import Credentials
from loaders.endpoints.course import COURSE_METADATA
from loaders.errors import Code, Failure

from .servers import Serve, http, raw_server, stream_server
from .test_upstream import course, run_calls

LONG = {
    "one of 8,190 bytes": [b"Content-Security-Policy: " + b"a" * 8190],
    "one of 20 KB": [b"Content-Security-Policy: " + b"a" * 20_000],
    "one of 60 KB": [b"Content-Security-Policy: " + b"a" * 60_000],
    "200 headers": [b"X-%d: a" % number for number in range(200)],
    "1,000 headers": [b"X-%d: abc" % number for number in range(1000)],
    "200 cookies": [b"Set-Cookie: c%d=%s; Path=/" % (number, b"x" * 200) for number in range(200)],
    "3,000 short headers": [b"X: %d" % number for number in range(3000)],
}


@pytest.mark.parametrize("name", LONG)
def test_long_head_is_read(name: str) -> None:
    outcomes, requests, _ = run_calls(lambda count, _: http(b'{"a": 1}', *LONG[name]), course(COURSE_METADATA), times=3)
    assert all(isinstance(outcome, Answer) and outcome.tree == {"a": 1} for outcome in outcomes)
    assert len(requests) == 3


def test_long_status_line_is_read() -> None:
    [outcome], _, _ = run_calls(lambda count, _: http(status=b"200 " + b"OK" * 10_000), course(COURSE_METADATA))
    assert isinstance(outcome, Answer)


@pytest.mark.parametrize(
    "headers", [[b"X: " + b"a" * 70_000], [b"X-%d: %s" % (number, b"a" * 1000) for number in range(70)]]
)
def test_head_over_the_bound_is_refused(headers: list[bytes]) -> None:
    [outcome], _, _ = run_calls(lambda count, _: http(b"{}", *headers), course(COURSE_METADATA))
    assert isinstance(outcome, Failure)
    assert outcome.code is Code.UPSTREAM_INVALID
    assert "returned a response that is too large" in outcome.message


ENDLESS = {
    "header": (b"HTTP/1.1 200 OK\r\nX: ", b"a" * 65536),
    "headers": (b"HTTP/1.1 200 OK\r\n", b"X: aaaa\r\n" * 1000),
    "interim": (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 1000),
    "trailer": (
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n",
        b"X: " + b"a" * 60_000 + b"\r\n",
    ),
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_endless_head_ends_early(kind: str) -> None:
    """A head that is too long is not buffered."""
    sent = 0
    start, more = ENDLESS[kind]

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        await reader.readuntil(b"\r\n\r\n")
        writer.write(start)
        while True:
            writer.write(more)
            await writer.drain()
            sent += len(more)

    outcome = asyncio.run(_ask(serve, max_body=1_000_000))
    assert isinstance(outcome, Failure)
    assert outcome.code is Code.UPSTREAM_INVALID
    assert sent < 20_000_000


async def _ask(serve: Serve, max_body: int) -> object:
    async with stream_server(serve) as url:
        upstream = Upstream(url, max_body=max_body)
        try:
            return await LmsClient(upstream, Credentials(), deadline=time.monotonic() + 5).get(course(COURSE_METADATA))
        finally:
            await upstream.aclose()


@pytest.mark.parametrize(
    "kind",
    [
        b"Application/JSON",
        b"APPLICATION/JSON; Charset=UTF-8",
        b"application/json;charset=utf-8",
        b"application/problem+json",
        b"application/vnd.api+JSON; profile=x",
        b"text/json",
    ],
)
def test_json_is_json_in_any_letters(kind: bytes) -> None:
    [outcome], _, _ = run_calls(lambda count, _: http(b'{"a": 1}', kind=kind), course(COURSE_METADATA))
    assert isinstance(outcome, Answer)


@pytest.mark.parametrize("kind", [b"text/html; note=json", b"text/plain", b"", b"image/png", b"application/jsonp"])
def test_other_types_are_not(kind: bytes) -> None:
    [outcome], _, _ = run_calls(lambda count, _: http(b'{"a": 1}', kind=kind), course(COURSE_METADATA))
    assert isinstance(outcome, Failure)
    assert outcome.code is Code.UPSTREAM_INVALID


def test_names_of_headers_have_no_case() -> None:
    chunked = (
        b"HTTP/1.1 429 Too Many\r\nCONTENT-TYPE: application/JSON\r\nrETRY-aFTER: 9\r\n"
        b"DATE: Mon, 30 Nov 2026 10:00:00 GMT\r\n"
        b"TRANSFER-ENCODING: Chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
    )

    async def scenario() -> tuple[object, str | None]:
        async with raw_server(lambda count, _: chunked) as (_, upstream):
            client = LmsClient(upstream, Credentials(), deadline=time.monotonic() + 5)
            return await client.get(course(COURSE_METADATA)), client.date

    outcome, date = asyncio.run(scenario())
    assert isinstance(outcome, Failure)
    assert (outcome.code, outcome.retry_after) == (Code.RATE_LIMITED, 9)
    assert date == "Mon, 30 Nov 2026 10:00:00 GMT"
