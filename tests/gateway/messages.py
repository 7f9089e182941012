"""Sequences of requests as bytes: valid, unusual and invalid ones, with the result of another strict parser."""

from dataclasses import dataclass, replace
from typing import Any

import h11
from hypothesis import strategies as st


@dataclass(frozen=True, slots=True)
class Found:
    """A request that h11 finds; `body` is None when it has not come whole."""

    method: bytes
    target: bytes
    host: bytes
    body: bytes | None


def read_by_h11(received: bytes) -> list[Found]:
    """The requests that h11 finds, each answered at once."""
    found: list[Found] = []
    last = False
    while not last:
        connection = h11.Connection(h11.SERVER)
        while received.startswith(b"\r\n"):  # h11 knows no empty lines between requests
            received = received[2:]
        connection.receive_data(received)
        try:
            request: Any = connection.next_event()
            if not isinstance(request, h11.Request):
                break
            host = dict(request.headers).get(b"host", b"")
            found.append(Found(request.method, request.target, host, None))
            body = b""
            while isinstance(event := connection.next_event(), h11.Data):
                body += bytes(event.data)
            if not isinstance(event, h11.EndOfMessage):
                break
            found[-1] = replace(found[-1], body=body)
            connection.send(h11.Response(status_code=200, headers=[("content-length", "0")]))
            connection.send(h11.EndOfMessage())
            last = connection.our_state is not h11.DONE
            received = connection.trailing_data[0]
        except h11.ProtocolError:
            break
    return found


bodies = st.sampled_from(
    [b"", b"a", b"\r\n", b"0\r\n\r\n", b"GET / HTTP/1.1\r\nhost: smuggled\r\n\r\n", b"\n\n", b"x" * 70]
)
plain = st.sampled_from(
    [
        b"a: b\r\n",
        b"Connection: Upgrade\r\nUpgrade: h2c\r\n",
        b"connection: keep-alive\r\n",
        b"Expect: 100-continue\r\n",
        b"x:\r\n",
        b"Y: \xff \t\r\n",
    ]
)
odd = st.sampled_from(
    [
        b"connection: close\r\n",
        b"host: y\r\n",
        b"content-length: 3\r\n",
        b"transfer-encoding: chunked\r\n",
        b"transfer-encoding: gzip, chunked\r\n",
        b"Transfer-Encoding : chunked\r\n",
        b" folded\r\n",
        b"bare: a\n",
        b"cr: a\rb\r\n",
        b"nul: \x00\r\n",
    ]
)


@st.composite
def requests(draw: st.DrawFn) -> bytes:
    """A request, mostly a sound one."""
    line = draw(
        st.sampled_from(
            [b"GET / HTTP/1.1", b"POST /a?b=c HTTP/1.1", b"DELETE /x HTTP/1.1", b"OPTIONS /x HTTP/1.1"] * 3
            + [b"GET / HTTP/1.0", b"GET  / HTTP/1.1", b"GET / HTTP/2.0", b"GET /"]
        )
    )
    body = draw(bodies)
    headers = draw(st.lists(plain, max_size=3))
    if draw(st.integers(0, 9)) == 0:
        headers.append(draw(odd))
    if draw(st.booleans()):
        headers.append(b"content-length: %d\r\n" % len(body))
    elif body or draw(st.booleans()):
        headers.append(b"Transfer-Encoding: chunked\r\n")
        size = draw(st.integers(1, 80))
        pieces = [body[place : place + size] for place in range(0, len(body), size)]
        extension = draw(st.sampled_from([b"", b"", b"", b";a=b", b"; a"]))
        body = b"".join(b"%x%s\r\n%s\r\n" % (len(piece), extension, piece) for piece in pieces)
        body += b"0\r\n" + draw(st.sampled_from([b"", b"", b"t: r\r\n"])) + b"\r\n"
    headers.insert(draw(st.integers(0, len(headers))), b"host: x\r\n")
    return line + b"\r\n" + b"".join(headers) + b"\r\n" + body


@st.composite
def connections(draw: st.DrawFn) -> bytes:
    """Some requests in a row, now and then with a byte that is changed, missing or too many."""
    whole = b"".join(draw(st.lists(requests(), min_size=1, max_size=4)))
    for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
        place = draw(st.integers(0, len(whole) - 1))
        byte = draw(st.sampled_from([b"", b"\r", b"\n", b" ", b"\t", b":", b"0", b"\x00", b"\r\n", b"x", b";"]))
        whole = whole[:place] + byte + whole[place + draw(st.integers(0, 1)) :]
    return whole


def cut(given: bytes, places: list[int]) -> list[bytes]:
    """The pieces between these places."""
    ends = sorted({place % (len(given) + 1) for place in places})
    return [given[start:end] for start, end in zip([0, *ends], [*ends, len(given)], strict=True)]
