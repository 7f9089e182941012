"""The parser of requests, with data split at any place, compared with another strict parser."""

from dataclasses import dataclass, field

from hypothesis import example, given, settings
from hypothesis import strategies as st

from gateway.protocol.reader import RequestReader
from gateway.protocol.refusal import RefusedError
from gateway.protocol.request_head import Head

from .messages import Found, connections, cut, read_by_h11

LIMIT = 2000


@dataclass
class Requests:
    """The requests that came whole."""

    whole: list[Found] = field(default_factory=list)
    refused: int | None = None
    bodies: list[bytes] = field(default_factory=list)
    head: Head | None = None

    def on_message_begin(self) -> None:
        assert self.head is None

    def on_head(self, head: Head) -> None:
        self.head = head
        self.bodies = []

    def on_body(self, body: bytes) -> None:
        assert body
        self.bodies.append(body)

    def on_message_complete(self) -> None:
        assert self.head is not None
        host = dict(self.head.fields).get(b"host", b"")
        self.whole.append(Found(self.head.method, self.head.target, host, b"".join(self.bodies)))
        self.head = None


def read(*pieces: bytes) -> Requests:
    """The requests in these pieces."""
    found = Requests()
    reader = RequestReader(found, LIMIT)
    try:
        for piece in pieces:
            reader.feed_data(piece)
    except RefusedError as refusal:
        found.refused = refusal.status
    return found


@given(connections(), st.lists(st.integers(0, 5000), max_size=12))
@settings(max_examples=200)
@example(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n", [*range(30)])
@example(b"POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\nt: r\r\n\r\n", [*range(90)])
def test_pieces_make_no_difference(received: bytes, places: list[int]) -> None:
    in_one, in_pieces = read(received), read(*cut(received, places))
    assert in_pieces.whole == in_one.whole
    if in_one.refused is not None:
        assert in_pieces.refused is not None


@given(connections())
@settings(max_examples=200)
def test_another_reader_reads_the_same(received: bytes) -> None:
    """The other parser reads the same requests, with the same bodies."""
    ours, theirs = read(received), read_by_h11(received)
    assert ours.whole == theirs[: len(ours.whole)]
    if ours.refused is None and ours.head is None:
        assert ours.whole == theirs
