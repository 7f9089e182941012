"""A response is parsed the same wherever the network splits it, and the same as by another parser."""

import h11
from hypothesis import given
from hypothesis import strategies as st

from loaders.calls.headers import ResponseHeaders
from loaders.calls.http1.response import ResponseReader

names = st.sampled_from(["X-A", "x-b", "Date", "Content-Type", "Set-Cookie"])
values = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=12)
bodies = st.binary(max_size=60)


@st.composite
def responses(draw: st.DrawFn) -> bytes:
    """A response as a server might send it, interim responses before it."""
    status = draw(st.sampled_from([200, 201, 204, 302, 304, 400, 404, 429, 500, 503]))
    headers = draw(st.lists(st.tuples(names, values), max_size=6))
    body = draw(bodies)
    framing = draw(st.sampled_from(["length", "chunks", "close"]))
    if status in {204, 304}:
        body, framing = b"", "none"
    if framing == "length":
        headers.append(("Content-Length", str(len(body))))
    elif framing == "chunks":
        headers.append(("Transfer-Encoding", "chunked"))
    head = f"HTTP/1.1 {status} Any reason\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers) + "\r\n"
    interim = draw(st.sampled_from([b"", b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"]))
    return interim + head.encode() + (_chunked(draw, body) if framing == "chunks" else body)


def _chunked(draw: st.DrawFn, body: bytes) -> bytes:
    sent, rest = b"", body
    while rest:
        size = draw(st.integers(1, len(rest)))
        sent += b"%x\r\n%s\r\n" % (size, rest[:size])
        rest = rest[size:]
    return sent + b"0\r\n" + draw(st.sampled_from([b"", b"X-Trailer: y\r\n"])) + b"\r\n"


def _read(pieces: list[bytes]) -> tuple[object, ...]:
    reader = ResponseReader("GET", 1000)
    for piece in pieces:
        reader.feed(piece)
    reader.end()
    assert reader.error is None
    assert reader.complete
    return reader.status, reader.body, reader.headers, reader.reusable


@given(responses(), st.data())
def test_the_same_however_it_is_cut(response: bytes, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(response)), max_size=8)))
    pieces = [response[start:end] for start, end in zip([0, *cuts], [*cuts, len(response)], strict=True)]
    assert _read([piece for piece in pieces if piece]) == _read([response])


@given(responses())
def test_the_same_as_h11_reads(response: bytes) -> None:
    peer = h11.Connection(h11.CLIENT)
    peer.send(h11.Request(method="GET", target="/", headers=[("Host", "lms")]))
    peer.send(h11.EndOfMessage())
    peer.receive_data(response)
    peer.receive_data(b"")
    head: h11.Response | None = None
    body = b""
    while not isinstance(event := peer.next_event(), h11.EndOfMessage):
        if isinstance(event, h11.Response):
            head = event
        elif isinstance(event, h11.Data):
            body += bytes(event.data)
    assert head is not None
    status, read_body, headers, _ = _read([response])
    assert (status, read_body) == (head.status_code, body)
    assert isinstance(headers, list)
    expected = [(name.lower(), value) for name, value in head.headers.raw_items()]
    assert [(name.lower(), value) for name, value in headers] == expected


@given(responses(), st.binary(min_size=1, max_size=20).filter(lambda extra: extra.strip(b"\r\n") != b""))
def test_data_after_a_response_ends_its_connection(response: bytes, extra: bytes) -> None:
    reader = ResponseReader("GET", 1000)
    reader.feed(response)
    if not reader.complete:
        return  # it ends with its connection: what follows belongs to it
    status, body = reader.status, reader.body
    reader.feed(extra)
    assert (reader.status, reader.body, reader.error) == (status, body, None)
    assert not reader.reusable


def test_repeated_headers() -> None:
    headers = ResponseHeaders(
        [(b"Vary", b"Cookie"), (b"Set-Cookie", b"a=1, 2"), (b"vary", b"Origin"), (b"set-cookie", b"b")]
    )
    assert headers["VARY"] == "Cookie, Origin"
    assert headers.get("absent") is None
    assert headers.get_list("Set-Cookie") == ["a=1, 2", "b"]
    assert list(headers) == ["vary", "set-cookie"]
