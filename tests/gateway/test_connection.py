"""Connections that send too much, too slowly, or no HTTP at all, against the server as `gateway serve` runs it."""

import socket
import time
from collections.abc import Iterator

import httpx
import pytest

from .process import Served, serve
from .wire import REQUEST, answer, connection, status

PATIENCE = 0.5
"""Seconds that the gateway of these tests waits for a head or a body."""


@pytest.fixture(scope="module")
def served(lms_url: str) -> Iterator[Served]:
    with serve(lms_url, GATEWAY_READ_TIMEOUT=str(PATIENCE), GATEWAY_MAX_HEADER_BYTES="16384") as gateway:
        yield gateway


def test_a_sound_request(served: Served) -> None:
    with connection(served) as stream:
        stream.sendall(REQUEST.replace(b"host:", b"connection: close\r\nhost:"))
        received = answer(stream)
    assert status(received) == 200
    assert received.endswith(b'{"data":{"__typename":"Query"}}')


def test_a_request_in_many_pieces(served: Served) -> None:
    with connection(served) as stream:
        for place in range(0, len(REQUEST), 7):
            stream.sendall(REQUEST[place : place + 7])
            time.sleep(0.005)
        assert stream.recv(65536).startswith(b"HTTP/1.1 200")


def test_two_requests_on_one_connection(served: Served) -> None:
    with httpx.Client(base_url=served.url) as client:
        for _ in range(2):
            assert client.post("/graphql", json={"query": "{ __typename }"}).status_code == 200
            time.sleep(PATIENCE * 1.5)


@pytest.mark.parametrize(
    "head",
    [
        b"GET /healthz HTTP/1.1\r\nhost: x\r\n"
        + b"".join(b"x-%d: %s\r\n" % (n, b"v" * 90) for n in range(200))
        + b"\r\n",
        b"GET /healthz HTTP/1.1\r\nhost: x\r\nx: " + b"v" * 20_000 + b"\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nhost: x\r\nx: " + b"v" * 20_000,
        REQUEST.replace(b"host:", b"authorization: JWT " + b"a" * 20_000 + b"\r\nhost:"),
        REQUEST.replace(b"host:", b"cookie: sessionid=" + b"a" * 20_000 + b"\r\nhost:"),
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\nhost: x\r\n\r\n",
        b"GET /" + b"a" * 20_000,
    ],
    ids=[
        "many headers",
        "a long header",
        "an endless header",
        "a long token",
        "a long cookie",
        "a long target",
        "an endless target",
    ],
)
def test_large_heads(served: Served, head: bytes) -> None:
    with connection(served) as stream:
        stream.sendall(head)
        assert status(answer(stream)) == 431


def test_large_head_of_a_second_request(served: Served) -> None:
    with connection(served) as stream:
        stream.sendall(REQUEST)
        assert stream.recv(65536).startswith(b"HTTP/1.1 200")
        stream.sendall(b"GET /healthz HTTP/1.1\r\nhost: x\r\nx: " + b"v" * 20_000)
        assert status(answer(stream)) == 431


def test_slow_heads(served: Served) -> None:
    started = time.monotonic()
    with connection(served) as stream:
        stream.sendall(b"GET /healthz HTTP/1.1\r\nhost: x\r\n")
        assert status(answer(stream)) == 408
    assert PATIENCE * 0.9 < time.monotonic() - started < PATIENCE + 2


def test_silent_connections_are_closed(served: Served) -> None:
    with connection(served) as stream:
        assert answer(stream) == b""


def test_trickling_heads(served: Served) -> None:
    started = time.monotonic()
    with connection(served) as stream:
        received = b""
        stream.settimeout(0.05)
        stream.sendall(b"GET /healthz HTTP/1.1\r\nx: ")
        while not received and time.monotonic() - started < 5:
            try:
                stream.sendall(b"v")
                received = stream.recv(65536)
            except TimeoutError:
                continue
        assert status(received) == 408


def test_slow_bodies(served: Served) -> None:
    with connection(served) as stream:
        stream.sendall(REQUEST[:-5])
        received = answer(stream)
    assert status(received) == 408
    assert b"did not arrive" in received


def test_connections_that_break_off(served: Served) -> None:
    for size in (10, 60, len(REQUEST) - 3):
        with connection(served) as stream:
            stream.sendall(REQUEST[:size])
    with httpx.Client(base_url=served.url) as client:
        assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize(
    "junk", [b"\x16\x03\x01\x02\x00\x01\x00", b"nonsense\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x00" * 999]
)
def test_no_http(served: Served, junk: bytes) -> None:
    with connection(served) as stream:
        stream.sendall(junk)
        stream.shutdown(socket.SHUT_WR)
        received = answer(stream)
    assert received == b"" or 400 <= status(received) < 500


def test_no_trace_is_left(served: Served) -> None:
    """Runs after the others: the gateway logged no error."""
    assert "Traceback" not in served.log()
