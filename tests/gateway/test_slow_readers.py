"""Clients that read a large response slowly, or not at all."""

import json
import select
import socket
import time
from collections.abc import Iterator

import pytest

from .process import Served, serve
from .wire import REQUEST, answer

PATIENCE = 1.0


@pytest.fixture(scope="module")
def served(lms_url: str) -> Iterator[Served]:
    given = {"GATEWAY_READ_TIMEOUT": str(PATIENCE), "GATEWAY_KEEP_ALIVE": "3", "GATEWAY_INTROSPECTION": "on"}
    with serve(lms_url, **given) as gateway:
        yield gateway


def unread(served: Served, buffer: int | None = 4096) -> socket.socket:
    """A connection that asks for an answer of megabytes and takes none of it; its system takes some in a buffer."""
    types = "types { fields { name description type { name kind } args { name description } } }"
    body = json.dumps({"query": f"{{ {' '.join(f'a{n}: __schema {{ {types} }}' for n in range(16))} }}"}).encode()
    stream = socket.socket()
    if buffer is not None:
        stream.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    stream.settimeout(10)
    stream.connect(("127.0.0.1", served.port))
    stream.sendall(REQUEST.partition(b"\r\n\r\n")[0].replace(b": 26", b": %d" % len(body)) + b"\r\n\r\n" + body)
    select.select([stream], [], [], 10)
    return stream


def test_clients_that_take_no_answer(served: Served) -> None:
    stream = unread(served)
    time.sleep(PATIENCE * 3 + 1)
    with stream:
        assert len(answer(stream)) < 2_000_000


def test_clients_that_take_an_answer_slowly(served: Served) -> None:
    received = 0
    started = time.monotonic()
    with unread(served) as stream:
        size = None
        while size is None or received < size:
            chunk = stream.recv(32768)
            assert chunk
            if size is None:
                head, _, _ = chunk.partition(b"\r\n\r\n")
                fields = dict(line.split(b": ", 1) for line in head.split(b"\r\n")[1:])
                size = len(head) + 4 + int(fields[b"content-length"])
            received += len(chunk)
            if time.monotonic() - started < PATIENCE * 3:
                time.sleep(0.03)
    assert size > 2_000_000
    assert time.monotonic() - started > PATIENCE * 2.5


@pytest.mark.parametrize(("buffer", "first"), [(None, 0), (4096, 0), (None, 1_000_000), (1_000_000, 0)])
def test_a_steady_slow_reader_is_not_cut_off(served: Served, buffer: int | None, first: int) -> None:
    """Systems read ahead and make room in jumps: between two of them a client looks as if it took nothing."""
    rate = 150_000  # as 15 KB a second to the default patience, which is ten times as long
    received = bytearray()
    with unread(served, buffer) as stream:
        while len(received) < first:
            received += stream.recv(65536)
        started = time.monotonic()
        while (seconds := time.monotonic() - started) < 8:
            while len(received) < first + seconds * rate:
                chunk = stream.recv(rate // 10)
                assert chunk
                received += chunk
            time.sleep(0.05)
        received += answer(stream)
    head, _, body = bytes(received).partition(b"\r\n\r\n")
    assert b"content-length: %d\r\n" % len(body) in head + b"\r\n"


def test_a_reader_that_stops_is_cut_off(served: Served) -> None:
    """Even if its operating system reads ahead."""
    for buffer, first in ((None, 0), (None, 500_000), (1_000_000, 0)):
        received = bytearray()
        with unread(served, buffer) as stream:
            while len(received) < first:
                received += stream.recv(65536)
            time.sleep(PATIENCE * 10)
            received += answer(stream)
        head, _, body = bytes(received).partition(b"\r\n\r\n")
        assert b"content-length: %d" % len(body) not in head
