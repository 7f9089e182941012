"""Valid and invalid requests, byte by byte, against the server of `gateway serve`."""

import json
import socket
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .messages import connections, cut, read_by_h11
from .process import Served, serve
from .wire import (
    BODY,
    DONE,
    SMUGGLED,
    answer,
    answers,
    chunked,
    closing,
    connection,
    head_of,
    parsed,
    post,
    sent,
    status,
)


@pytest.fixture(scope="module")
def served(lms_url: str) -> Iterator[Served]:
    with serve(lms_url, GATEWAY_READ_TIMEOUT="1.0", GATEWAY_MAX_HEADER_BYTES="16384") as gateway:
        yield gateway


UPGRADES = [
    (b"connection: Upgrade", b"upgrade: h2c"),
    (b"connection: Upgrade, HTTP2-Settings", b"upgrade: h2c", b"http2-settings: AAMAAABkAAQAAP__"),
    (b"connection: upgrade", b"upgrade: websocket", b"sec-websocket-key: eA==", b"sec-websocket-version: 13"),
    (b"Connection: keep-alive, UPGRADE", b"Upgrade: TLS/1.2"),
    (b"upgrade: anything", b"connection: upgrade"),
]


@pytest.mark.parametrize("upgrade", UPGRADES, ids=lambda upgrade: b"; ".join(upgrade).decode())
def test_upgrades_are_ignored(served: Served, upgrade: tuple[bytes, ...]) -> None:
    request = post(*upgrade)
    head, _, body = request.partition(b"\r\n\r\n")
    in_chunks = post(*upgrade, b"transfer-encoding: chunked", body=chunked(BODY), length=False)
    last = closing(post())
    for pieces in (
        (request + last,),
        (head + b"\r\n\r\n", body + last),
        (head + b"\r\n\r\n", *(bytes([byte]) for byte in body[:5]), body[5:] + last),
        (in_chunks + last,),
        (in_chunks[:-20], in_chunks[-20:] + last),
        (request * 3 + last,),
    ):
        received = sent(served, *pieces)
        assert set(answers(received)) == {200}
        assert received.count(DONE) == len(answers(received)) == (4 if pieces == (request * 3 + last,) else 2)


@pytest.mark.parametrize("upgrade", UPGRADES, ids=lambda upgrade: b"; ".join(upgrade).decode())
def test_no_byte_of_a_body_is_a_request(served: Served, upgrade: tuple[bytes, ...]) -> None:
    for method in (b"POST /graphql", b"GET /healthz", b"OPTIONS /graphql", b"DELETE /graphql"):
        request = post(*upgrade, body=SMUGGLED, line=method + b" HTTP/1.1")
        head, _, body = request.partition(b"\r\n\r\n")
        in_chunks = post(
            *upgrade,
            b"transfer-encoding: chunked",
            body=chunked(SMUGGLED, 99),
            length=False,
            line=method + b" HTTP/1.1",
        )
        for pieces in ((request,), (head + b"\r\n\r\n", body), (in_chunks,)):
            received = sent(served, *pieces, closing(post()), pause=0.1)
            assert len(answers(received)) == 2 or b"connection: close" in received
            assert 404 not in answers(received)


def test_http_1_0_has_no_upgrade(served: Served) -> None:
    received = sent(served, post(*UPGRADES[0], line=b"POST /graphql HTTP/1.0"), SMUGGLED)
    assert answers(received) == [200]
    assert received.endswith(DONE)


def test_a_body_of_a_get(served: Served) -> None:
    line = b"GET /graphql?query=%7B__typename%7D HTTP/1.1"
    requests = post(body=SMUGGLED, line=line) + post(
        b"transfer-encoding: chunked", body=chunked(SMUGGLED), length=False, line=line
    )
    received = sent(served, requests + closing(post()))
    assert answers(received) == [200, 200, 200]


@pytest.mark.parametrize("version", [b"1.0", b"1.1"])
def test_nothing_is_read_after_the_last_request(served: Served, version: bytes) -> None:
    request = closing(post(line=b"POST /graphql HTTP/" + version))
    assert answers(sent(served, request + SMUGGLED)) == [200]
    assert answers(sent(served, request, SMUGGLED)) == [200]


@pytest.mark.parametrize("headers", [(), (b"connection: keep-alive",), (b"expect: 100-continue",)])
def test_http_1_0_gets_no_interim_answer_and_no_chunks(served: Served, headers: tuple[bytes, ...]) -> None:
    query = b'{"query":"{ __typename ... @defer { viewer { username } } }"}'
    for body in (BODY, query):
        request = post(
            *headers, b"accept: multipart/mixed, application/json", body=body, line=b"POST /graphql HTTP/1.0"
        )
        head, _, rest = request.partition(b"\r\n\r\n")
        [(code, fields, content)] = parsed(sent(served, head + b"\r\n\r\n", rest))
        assert code == 200
        assert "transfer-encoding" not in fields
        assert fields["content-type"].startswith("application/json")
        assert int(fields["content-length"]) == len(content)
        assert json.loads(content)["data"]["__typename"] == "Query"


def test_http_1_1_gets_both(served: Served) -> None:
    query = b'{"query":"{ __typename ... @defer { viewer { username } } }"}'
    request = closing(post(b"expect: 100-continue", b"accept: multipart/mixed", body=query))
    with connection(served) as stream:
        stream.sendall(head_of(request))
        assert status(stream.recv(65536)) == 100
        stream.sendall(request.removeprefix(head_of(request)))
        received = answer(stream)
    assert b"transfer-encoding: chunked" in received
    assert received.endswith(b"0\r\n\r\n")


def test_every_response_disables_sniffing(served: Served) -> None:
    requests = (
        post(),
        post(body=b"nonsense"),
        post(b"accept: multipart/mixed", body=b'{"query":"{ __typename ... @defer { viewer { username } } }"}'),
        post(line=b"PUT /graphql HTTP/1.1"),
        post(line=b"OPTIONS /graphql HTTP/1.1"),
        post(b"accept: text/html"),
        *(b"GET " + path + b" HTTP/1.1\r\nhost: x\r\n\r\n" for path in (b"/healthz", b"/readyz", b"/metrics", b"/no")),
        b"nonsense\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: x\r\na: " + b"b" * 20000 + b"\r\n\r\n",
    )
    for request in requests:
        received = sent(served, closing(request))
        assert received.lower().count(b"\r\nx-content-type-options: nosniff\r\n") == 1, request


def test_a_late_head_is_refused_in_json(served: Served) -> None:
    [(code, headers, body)] = parsed(sent(served, b"GET / HTTP/1.1\r\n"))
    assert code == 408
    assert headers["connection"] == "close"
    assert json.loads(body)["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


@given(connections(), st.lists(st.integers(0, 5000), max_size=4))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_more_answers_than_requests(served: Served, received: bytes, places: list[int]) -> None:
    """Requests are answered in order until one is refused; nothing else is taken for a request."""
    requests = read_by_h11(received)
    with connection(served) as stream:
        with suppress(OSError):
            for piece in cut(received, places):
                stream.sendall(piece)
                time.sleep(0.002)
            stream.shutdown(socket.SHUT_WR)
        found = answers(answer(stream))
    served_ones = [code for code in found if code == 404]
    assert found[: len(served_ones)] == served_ones
    assert found[len(served_ones) :] in ([], [400], [405], [431])
    assert len(served_ones) <= len(requests)


def test_no_trace_is_left(served: Served) -> None:
    """Runs after the others: the gateway logged no error."""
    assert "Traceback" not in served.log()
