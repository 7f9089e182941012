"""The head of a response is never sent alone: a proxy could not repeat the request if the worker were killed then."""

from collections.abc import Iterator

import pytest

from gateway.protocol.response_transport import CONTINUE, ResponseTransport

from .process import Served, serve
from .wire import DONE, REQUEST, answer, answers, closing
from .wire import connection as connected

HEAD, FIRST, SECOND = b"HTTP/1.1 200 OK\r\n\r\n", b"first", b"second"


class Connection:
    """What a response transport is given of its connection, and what was sent on it."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.closing = False
        self.transport = ResponseTransport(self.send, lambda: self.closing, self.leave)

    def send(self, *pieces: bytes) -> None:
        self.sent.append(b"".join(pieces))

    def leave(self) -> None:
        self.closing = True


@pytest.fixture
def connection() -> Connection:
    return Connection()


def test_head_is_sent_with_the_start_of_the_body(connection: Connection) -> None:
    connection.transport.write(HEAD)
    assert connection.sent == []
    connection.transport.write(FIRST)
    connection.transport.write(SECOND)
    connection.transport.end()
    assert connection.sent == [HEAD + FIRST, SECOND]


def test_each_response_of_a_connection_begins_anew(connection: Connection) -> None:
    for _ in range(2):
        connection.transport.write(HEAD)
        connection.transport.write(FIRST)
        connection.transport.end()
    assert connection.sent == [HEAD + FIRST] * 2


def test_head_without_a_body_is_sent_at_the_end(connection: Connection) -> None:
    connection.transport.write(HEAD)
    connection.transport.end()
    assert connection.sent == [HEAD]


def test_body_that_looks_like_an_interim_response_follows_its_head(connection: Connection) -> None:
    connection.transport.write(HEAD)
    connection.transport.write(CONTINUE)
    connection.transport.write(CONTINUE)
    assert connection.sent == [HEAD + CONTINUE, CONTINUE]


def test_interim_response_is_sent_at_once(connection: Connection) -> None:
    connection.transport.write(CONTINUE)
    assert connection.sent == [CONTINUE]
    connection.transport.write(HEAD)
    connection.transport.write(FIRST)
    assert connection.sent == [CONTINUE, HEAD + FIRST]


def test_close_sends_the_held_data(connection: Connection) -> None:
    connection.transport.write(HEAD)
    connection.transport.close()
    assert connection.sent == [HEAD]
    assert connection.transport.is_closing()


def test_nothing_is_sent_on_a_connection_that_closes(connection: Connection) -> None:
    connection.transport.write(HEAD)
    connection.closing = True
    connection.transport.write(FIRST)
    connection.transport.end()
    assert connection.sent == []


@pytest.fixture(scope="module")
def served(lms_url: str) -> Iterator[Served]:
    with serve(lms_url) as gateway:
        yield gateway


def test_answers_without_a_body_keep_their_place(served: Served) -> None:
    """The head of an answer to HEAD is not held back until the next answer."""
    head = b"HEAD /healthz HTTP/1.1\r\nhost: gateway\r\n\r\n"
    with connected(served) as stream:
        stream.sendall(head)
        first = stream.recv(65536)
        assert first.startswith(b"HTTP/1.1 200 ")
        assert first.endswith(b"\r\n\r\n")
        stream.sendall(head + REQUEST + closing(head))
        received = answer(stream)
    assert answers(received) == [200, 200, 200]
    assert received.split(b"\r\n\r\n")[2].startswith(DONE)
