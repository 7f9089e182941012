"""Data after a body, between requests and before answers; clients that hold a connection or do not read."""

import json
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.support.lms import DemoLms

from .process import Served, serve
from .wire import REQUEST, answer, answers, closing, connection, parsed, status

PATIENCE = 1.0
MAX_HEAD = 16384

VIEWER = b'{"query":"{ viewer { username } }"}'
CHUNKED = (
    b"POST /graphql HTTP/1.1\r\nhost: gateway\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
    b"%x\r\n%s\r\n0\r\n"
) % (len(VIEWER), VIEWER)
GET = b"GET /healthz HTTP/1.1\r\nhost: gateway\r\n\r\n"


@pytest.fixture(scope="module")
def served(lms_url: str) -> Iterator[Served]:
    with serve(
        lms_url,
        GATEWAY_READ_TIMEOUT=str(PATIENCE),
        GATEWAY_MAX_HEADER_BYTES=str(MAX_HEAD),
        GATEWAY_TRUSTED_PROXIES="127.0.0.0/8",
        GATEWAY_MAX_CLIENTS="40",
        GATEWAY_KEEP_ALIVE="3",
        GATEWAY_INTROSPECTION="on",
    ) as gateway:
        yield gateway


def memory(served: Served) -> float:
    """Its resident memory in MiB."""
    lines = Path(f"/proc/{served.process.pid}/status").read_text().splitlines()
    (line,) = (line for line in lines if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def dripped(served: Served, start: bytes, drip: bytes, limit: float = 12.0) -> tuple[float, bytes]:
    """Seconds until the gateway closes a connection that gets a drip every tenth of a second, and what it sent."""
    received = b""
    with connection(served) as stream:
        stream.sendall(start)
        stream.settimeout(0.1)
        started = time.monotonic()
        while time.monotonic() - started < limit:
            try:
                chunk = stream.recv(65536)
                if not chunk:
                    break
                received += chunk
            except TimeoutError:
                pass
            except ConnectionError:
                break
            try:
                stream.sendall(drip)
            except ConnectionError:
                break
        return time.monotonic() - started, received


def test_trailers_name_nobody(served: Served, lms: DemoLms) -> None:
    lms.forget()
    trailers = b"Authorization: JWT demo-sam\r\nX-Forwarded-For: 203.0.113.9\r\nCookie: sessionid=demo-sam\r\n\r\n"
    with connection(served) as stream:
        stream.sendall(CHUNKED + trailers + closing(CHUNKED) + b"\r\n")
        received = answer(stream)
    assert answers(received) == [200, 200]
    assert received.count(b'{"data":{"viewer":{"username":null}}}') == 2
    assert b"sam" not in received
    assert all(
        call.headers.get("x-forwarded-for") == "127.0.0.1" and "authorization" not in call.headers
        for call in lms.calls()
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize("trailers", [b"x1: " + b"y" * 1000 + b"\r\n", b"y" * 1000], ids=["many", "one"])
@pytest.mark.parametrize("start", [GET[:-2] + b"transfer-encoding: chunked\r\n\r\n0\r\nx: ", CHUNKED + b"x: "])
def test_endless_trailers(served: Served, start: bytes, trailers: bytes) -> None:
    before = memory(served)
    started = time.monotonic()
    with connection(served) as stream:
        stream.sendall(start)
        with pytest.raises(ConnectionError):  # noqa: PT012  # any of the many
            while time.monotonic() - started < PATIENCE + 2:
                stream.sendall(trailers * 60)
        assert memory(served) < before + 20


def test_large_trailers(served: Served) -> None:
    with connection(served) as stream:
        stream.sendall(CHUNKED)
        time.sleep(0.05)
        for _ in range(4):
            stream.sendall(b"x: " + b"y" * (MAX_HEAD // 3) + b"\r\n")
        assert answers(answer(stream)) == [431]


@pytest.mark.parametrize(
    ("start", "drip"),
    [
        (GET[:-2] + b"content-length: 100000\r\n\r\n", b"a"),
        (GET[:-2] + b"transfer-encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        (GET[:-2] + b"transfer-encoding: chunked\r\n\r\n0\r\n", b"a: b\r\n"),
        (REQUEST.replace(b"/graphql", b"/nowhere").replace(b": 26", b": 100000"), b"a"),
        (REQUEST.replace(b"application/json", b"text/plain").replace(b": 26", b": 100000"), b"a"),
        (CHUNKED, b"a: b\r\n"),
        (CHUNKED[:-3], b"1;a=b\r\na\r\n"),
    ],
    ids=["body", "chunks", "trailers", "404", "415", "trailers of a query", "chunks of a query"],
)
def test_no_connection_outlives_an_unfinished_request(served: Served, start: bytes, drip: bytes) -> None:
    seconds, received = dripped(served, start, drip)
    assert seconds < PATIENCE + 4
    assert len(answers(received)) == 1
    assert b"connection: close" in received


def test_empty_lines_keep_no_connection(served: Served) -> None:
    seconds, received = dripped(served, GET, b"\r\n")
    assert answers(received) == [200]
    assert 2 < seconds < 5
    seconds, received = dripped(served, b"\r\n", b"\r\n")
    assert received == b""
    assert seconds < PATIENCE + 1


def test_an_answer_reaches_a_client_that_is_still_sending(served: Served) -> None:
    body = b"a" * 2_000_000
    head = REQUEST.partition(b"\r\n\r\n")[0].replace(b"application/json", b"text/plain")
    with connection(served) as stream:
        stream.sendall(head.replace(b": 26", b": %d" % len(body)) + b"\r\n\r\n" + body)
        time.sleep(0.1)
        assert status(answer(stream)) == 415


def test_requests_before_an_unfinished_head_are_answered(served: Served) -> None:
    body = b'{"query":"{ __typename }' + b" " * 20_000 + b'"}'
    whole = REQUEST.partition(b"\r\n\r\n")[0].replace(b": 26", b": %d" % len(body)) + b"\r\n\r\n" + body
    with connection(served) as stream:
        stream.sendall(whole * 2 + closing(whole)[:60])
        time.sleep(PATIENCE / 2)
        stream.sendall(closing(whole)[60:])
        assert answers(answer(stream)) == [200, 200, 200]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (b"GET / HTTP/1.1\r\nx: " + b"y" * 20_000 + b"\r\n\r\n", 431),
        (b"nonsense\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nx: ", 408),
        (CHUNKED.replace(b"chunked\r\n\r\n", b"chunked\r\n\r\nnonsense"), 400),
    ],
    ids=["large", "no HTTP", "slow", "a broken body"],
)
def test_refusals_wait_for_their_turn(served: Served, lms: DemoLms, rest: bytes, expected: int) -> None:
    lms.faults({"/": {"latency_ms": 1500}})
    asked = json.dumps({"query": '{ course(key: "course-v1:OpenedX+DemoX+DemoCourse") { title } }'}).encode()
    head = REQUEST.partition(b"\r\n\r\n")[0].replace(b": 26", b": %d" % len(asked))
    try:
        with connection(served) as stream:
            stream.sendall(head + b"\r\n\r\n" + asked + GET + rest)
            received = answer(stream)
    finally:
        lms.faults({})
    assert answers(received) == [200, 200, expected]
    assert b"Urban Beekeeping" in received


def test_a_broken_body_is_refused_at_once(served: Served) -> None:
    started = time.monotonic()
    with connection(served) as stream:
        stream.sendall(CHUNKED.replace(b"chunked\r\n\r\n", b"chunked\r\n\r\nnonsense"))
        assert answers(answer(stream)) == [400]
    assert time.monotonic() - started < PATIENCE / 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_unread_answers_do_not_heap_up(served: Served) -> None:
    """Requests that wait for the answers before them end the reading of further ones."""
    before = memory(served)
    requests = REQUEST * 1000
    sent = 0
    started = time.monotonic()
    with connection(served) as stream:
        stream.settimeout(0.1)
        while time.monotonic() - started < PATIENCE * 4:
            try:
                sent += stream.send(requests[sent % len(requests) :])
            except TimeoutError:
                pass
            except ConnectionError:
                break
            assert memory(served) < before + 30


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_long_headers_are_not_remembered(served: Served) -> None:
    names = ("x-forwarded-for", "accept", "accept-encoding")
    with httpx.Client(base_url=served.url) as client:
        for number in range(1100):
            if number == 50:
                before = memory(served)
            value = f"{number}, */*;x=" + "y" * 5000
            response = client.get("/graphql?query={__typename}", headers=dict.fromkeys(names, value))
            assert response.status_code == 200
    assert memory(served) < before + 8


def test_too_many_clients(served: Served) -> None:
    idle = [socket.create_connection(("127.0.0.1", served.port)) for _ in range(40)]
    try:
        time.sleep(0.2)
        with connection(served) as stream:
            [(code, headers, body)] = parsed(answer(stream))
        assert (code, headers["retry-after"], headers["connection"]) == (503, "1", "close")
        [error] = json.loads(body)["errors"]
        assert error["extensions"] == {"code": "OVERLOADED", "retryAfter": 1, "requestId": headers["x-request-id"]}
    finally:
        for stream in idle:
            stream.close()
    time.sleep(0.2)
    with connection(served) as stream:
        stream.sendall(closing(GET))
        assert status(answer(stream)) == 200


def test_no_trace_is_left(served: Served) -> None:
    """Runs after the others: the gateway logged no error."""
    assert "Traceback" not in served.log()
