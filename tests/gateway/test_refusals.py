"""Heads and bodies that are refused, and unusual ones that are accepted."""

import json
import socket
import time
from collections.abc import Iterator

import pytest

from .process import Served, serve
from .wire import DONE, SMUGGLED, answers, closing, parsed, post, sent, status


@pytest.fixture(scope="module")
def served(lms_url: str) -> Iterator[Served]:
    with serve(lms_url, GATEWAY_READ_TIMEOUT="1.0", GATEWAY_MAX_HEADER_BYTES="16384") as gateway:
        yield gateway


REFUSED = {
    "HTTP/0.9": (b"GET /healthz\r\n\r\n", 400),
    "HTTP/0.9 named": (b"GET /healthz HTTP/0.9\r\nhost: x\r\n\r\n", 400),
    "HTTP/2.0": (b"GET /healthz HTTP/2.0\r\nhost: x\r\n\r\n", 400),
    "HTTP/2 preface": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
    "http in small letters": (b"GET /healthz http/1.1\r\nhost: x\r\n\r\n", 400),
    "another protocol": (b"SOURCE /healthz ICE/1.0\r\nhost: x\r\n\r\n", 400),
    "a version of two digits": (b"GET /healthz HTTP/1.10\r\nhost: x\r\n\r\n", 400),
    "no version": (b"GET /healthz HTTP/\r\nhost: x\r\n\r\n", 400),
    "two spaces": (b"GET  /healthz HTTP/1.1\r\nhost: x\r\n\r\n", 400),
    "two spaces before the version": (b"GET /healthz  HTTP/1.1\r\nhost: x\r\n\r\n", 400),
    "a space at the start": (b" GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n", 400),
    "a space at the end": (b"GET /healthz HTTP/1.1 \r\nhost: x\r\n\r\n", 400),
    "a tab": (b"GET\t/healthz HTTP/1.1\r\nhost: x\r\n\r\n", 400),
    "a fragment": (b"GET /healthz#a HTTP/1.1\r\nhost: x\r\n\r\n", 400),
    "a target outside of ASCII": (b"GET /\xc3\xa9 HTTP/1.1\r\nhost: x\r\n\r\n", 400),
    "a relative target": (b"GET healthz HTTP/1.1\r\nhost: x\r\n\r\n", 400),
    "a target of another scheme": (b"GET ftp://x/healthz HTTP/1.1\r\nhost: x\r\n\r\n", 400),
    "a target with a user": (b"GET http://a@x/healthz HTTP/1.1\r\nhost: x\r\n\r\n", 400),
    "a star": (b"GET * HTTP/1.1\r\nhost: x\r\n\r\n", 400),
    "a tunnel": (b"CONNECT lms:443 HTTP/1.1\r\nhost: x\r\n\r\n", 405),
    "a method that is no token": (b"G(T /healthz HTTP/1.1\r\nhost: x\r\n\r\n", 400),
    "no host": (b"GET /healthz HTTP/1.1\r\n\r\n", 400),
    "two hosts": (b"GET /healthz HTTP/1.1\r\nhost: x\r\nhost: x\r\n\r\n", 400),
    "two hosts in HTTP/1.0": (b"GET /healthz HTTP/1.0\r\nhost: x\r\nhost: y\r\n\r\n", 400),
    "no such host": (b"GET /healthz HTTP/1.1\r\nhost: x/y\r\n\r\n", 400),
    "a host with a user": (b"GET /healthz HTTP/1.1\r\nhost: a@x\r\n\r\n", 400),
    "lines end with LF": (b"GET /healthz HTTP/1.1\nhost: x\n\n", 400),
    "one line ends with LF": (b"GET /healthz HTTP/1.1\r\nhost: x\n\r\n", 400),
    "the head ends with LF": (b"GET /healthz HTTP/1.1\r\nhost: x\r\n\n", 400),
    "a lone CR": (b"GET /healthz HTTP/1.1\r\nhost: x\r\na: b\rc: d\r\n\r\n", 400),
    "a space before the colon": (b"GET /healthz HTTP/1.1\r\nhost : x\r\n\r\n", 400),
    "a folded line": (b"GET /healthz HTTP/1.1\r\nhost: x\r\na: b\r\n c\r\n\r\n", 400),
    "a folded first line": (b"GET /healthz HTTP/1.1\r\n host: x\r\n\r\n", 400),
    "a line without a colon": (b"GET /healthz HTTP/1.1\r\nhost: x\r\nnonsense\r\n\r\n", 400),
    "a header without a name": (b"GET /healthz HTTP/1.1\r\nhost: x\r\n: y\r\n\r\n", 400),
    "a NUL": (b"GET /healthz HTTP/1.1\r\nhost: x\r\na: b\x00c\r\n\r\n", 400),
    "a NUL in a name": (b"GET /healthz HTTP/1.1\r\nhost: x\r\na\x00: b\r\n\r\n", 400),
    "a DEL": (b"GET /healthz HTTP/1.1\r\nhost: x\r\na: b\x7f\r\n\r\n", 400),
    "length and chunks": (b"content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    "chunks and length": (b"transfer-encoding: chunked\r\ncontent-length: 5\r\n\r\n0\r\n\r\n", 400),
    "two lengths": (b"content-length: 5\r\ncontent-length: 6\r\n\r\naaaaaa", 400),
    "two equal lengths": (b"content-length: 5\r\ncontent-length: 5\r\n\r\naaaaa", 400),
    "a list of lengths": (b"content-length: 5, 5\r\n\r\naaaaa", 400),
    "a signed length": (b"content-length: +5\r\n\r\naaaaa", 400),
    "a negative length": (b"content-length: -5\r\n\r\naaaaa", 400),
    "a hexadecimal length": (b"content-length: 0x5\r\n\r\naaaaa", 400),
    "a length of 5000 digits": (b"content-length: " + b"1" * 5000 + b"\r\n\r\naaaaa", 400),
    "an empty length": (b"content-length:\r\n\r\naaaaa", 400),
    "length in words": (b"content-length: five\r\n\r\naaaaa", 400),
    "a length with a space in it": (b"content-length: 1 0\r\n\r\naaaaa", 400),
    "identity": (b"transfer-encoding: identity\r\n\r\n", 400),
    "gzip": (b"transfer-encoding: gzip\r\n\r\n", 400),
    "gzip, chunked": (b"transfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400),
    "chunked, gzip": (b"transfer-encoding: chunked, gzip\r\n\r\n0\r\n\r\n", 400),
    "chunked twice": (b"transfer-encoding: chunked\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    "chunked, chunked": (b"transfer-encoding: chunked, chunked\r\n\r\n0\r\n\r\n", 400),
    "xchunked": (b"transfer-encoding: xchunked\r\n\r\n0\r\n\r\n", 400),
    "chunked in quotes": (b'transfer-encoding: "chunked"\r\n\r\n0\r\n\r\n', 400),
    "chunked with a parameter": (b"transfer-encoding: chunked;a=b\r\n\r\n0\r\n\r\n", 400),
    "a vertical tab before chunked": (b"transfer-encoding: \x0bchunked\r\n\r\n0\r\n\r\n", 400),
    "no coding": (b"transfer-encoding:\r\n\r\n0\r\n\r\n", 400),
    "a chunk without a size": (b"transfer-encoding: chunked\r\n\r\n\r\n0\r\n\r\n", 400),
    "a chunk with a sign": (b"transfer-encoding: chunked\r\n\r\n+1\r\na\r\n0\r\n\r\n", 400),
    "a chunk with 0x": (b"transfer-encoding: chunked\r\n\r\n0x1\r\na\r\n0\r\n\r\n", 400),
    "a chunk with a space": (b"transfer-encoding: chunked\r\n\r\n1 \r\na\r\n0\r\n\r\n", 400),
    "a chunk of 2^64": (b"transfer-encoding: chunked\r\n\r\n10000000000000001\r\na\r\n0\r\n\r\n", 400),
    "a chunk that ends with LF": (b"transfer-encoding: chunked\r\n\r\n1\na\r\n0\r\n\r\n", 400),
    "a chunk that is too long": (b"transfer-encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n", 400),
    "a chunk's data without its end": (b"transfer-encoding: chunked\r\n\r\n1\r\na\n0\r\n\r\n", 400),
    "an LF in an extension": (b"transfer-encoding: chunked\r\n\r\n1;a=\nb\r\na\r\n0\r\n\r\n", 400),
    "a NUL in an extension": (b"transfer-encoding: chunked\r\n\r\n1;a=\x00b\r\na\r\n0\r\n\r\n", 400),
    "a long extension": (b"transfer-encoding: chunked\r\n\r\n1;" + b"a" * 17000 + b"\r\na\r\n0\r\n\r\n", 431),
    "long extensions": (b"transfer-encoding: chunked\r\n\r\n" + (b"1;" + b"a" * 3000 + b"\r\na\r\n") * 6, 431),
    "a trailer that is none": (b"transfer-encoding: chunked\r\n\r\n0\r\nnonsense\r\n\r\n", 400),
    "a folded trailer": (b"transfer-encoding: chunked\r\n\r\n0\r\na: b\r\n c\r\n\r\n", 400),
    "a NUL in a trailer": (b"transfer-encoding: chunked\r\n\r\n0\r\na: \x00\r\n\r\n", 400),
    "long trailers": (b"transfer-encoding: chunked\r\n\r\n0\r\n" + b"a: bbbbbbbb\r\n" * 1400, 431),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refusals(served: Served, name: str) -> None:
    """Refused with a reason in JSON; later data on the connection is not read."""
    message, expected = REFUSED[name]
    if b"HTTP/" not in message and not message.startswith(b"GET"):
        message = b"POST /nowhere HTTP/1.1\r\nhost: gateway\r\n" + message
    received = sent(served, message + SMUGGLED + post())
    assert answers(received)[-1] == expected
    assert len(answers(received)) == 1
    [(_, headers, body)] = parsed(received)
    assert headers["content-type"] == "application/json; charset=utf-8"
    assert headers["connection"] == "close"
    assert headers["x-content-type-options"] == "nosniff"
    [error] = json.loads(body)["errors"]
    assert error["message"]
    assert error["extensions"] == {"code": "BAD_USER_INPUT", "requestId": headers["x-request-id"]}


@pytest.mark.parametrize("name", REFUSED)
def test_refusals_of_requests_in_pieces(served: Served, name: str) -> None:
    message, expected = REFUSED[name]
    if b"HTTP/" not in message and not message.startswith(b"GET"):
        message = b"POST /nowhere HTTP/1.1\r\nhost: gateway\r\n" + message
    pieces = [message[place : place + 1] for place in range(40)] + [message[40:]]
    assert answers(sent(served, *pieces, pause=0.0005))[-1:] == [expected]


ACCEPTED = {
    "HTTP/1.2": b"GET /healthz HTTP/1.2\r\nhost: x\r\n\r\n",
    "an absolute target": b"GET http://other.example/healthz HTTP/1.1\r\nhost: x\r\n\r\n",
    "an empty host": b"GET /healthz HTTP/1.1\r\nhost:\r\n\r\n",
    "a host with a port": b"GET /healthz HTTP/1.1\r\nhost: [::1]:8000\r\n\r\n",
    "an empty header": b"GET /healthz HTTP/1.1\r\nhost: x\r\na:\r\n\r\n",
    "tabs around a value": b"GET /healthz HTTP/1.1\r\nhost:\t x \t\r\n\r\n",
    "a tab in a value": b"GET /healthz HTTP/1.1\r\nhost: x\r\na: b\tc\r\n\r\n",
    "a value outside of ASCII": b"GET /healthz HTTP/1.1\r\nhost: x\r\na: \xe4\r\n\r\n",
    "empty lines before": b"\r\n\r\nGET /healthz HTTP/1.1\r\nhost: x\r\n\r\n",
    "chunked in capitals": b"GET /healthz HTTP/1.1\r\nhost: x\r\ntransfer-encoding: CHUNKED\r\n\r\n0\r\n\r\n",
    "an extension": b"GET /healthz HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n1;a=b\r\na\r\n0;c\r\n\r\n",
    "zeros in a size": b"GET /healthz HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n001\r\na\r\n00\r\n\r\n",
    "zeros before a length": b"GET /healthz HTTP/1.1\r\nhost: x\r\ncontent-length: 001\r\n\r\na",
    "a trailer": b"GET /healthz HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n0\r\na: b\r\n\r\n",
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_allowed(served: Served, name: str) -> None:
    received = sent(served, ACCEPTED[name] * 2 + closing(post()))
    assert answers(received) == [200, 200, 200]
    assert received.endswith(DONE)


def test_http_1_0_without_a_host(served: Served) -> None:
    assert answers(sent(served, b"GET /healthz HTTP/1.0\r\n\r\n" + SMUGGLED)) == [200]


def test_refusals_are_counted(served: Served) -> None:
    def counted() -> dict[str, float]:
        lines = sent(served, closing(b"GET /metrics HTTP/1.1\r\nhost: x\r\n\r\n")).decode().splitlines()
        return {
            line.partition('status="')[2].partition('"')[0]: float(line.rpartition(" ")[2])
            for line in lines
            if line.startswith("lectern_refusals_total")
        }

    before = counted()
    for request in (b"nonsense\r\n\r\n", b"CONNECT x:1 HTTP/1.1\r\n\r\n", b"GET /" + b"a" * 20000):
        sent(served, request)
    after = counted()
    assert {name: after[name] - before.get(name, 0) for name in ("400", "405", "431")} == {"400": 1, "405": 1, "431": 1}


def test_junk_is_refused_at_once(served: Served) -> None:
    """Data that cannot be a head is refused before its end."""
    for junk in (b"\x16\x03\x01\x02\x00\x01\x00", b"\x00" * 99, b"GET / HTTP/1.1\nhost: x\n\n", b"SSH-2.0-OpenSSH\r\n"):
        started = time.monotonic()
        with socket.create_connection(("127.0.0.1", served.port), timeout=10) as stream:
            stream.sendall(junk)
            assert status(stream.recv(65536)) == 400
        assert time.monotonic() - started < 0.5


def test_no_trace_is_left(served: Served) -> None:
    """Runs after the others: the gateway logged no error."""
    assert "Traceback" not in served.log()
