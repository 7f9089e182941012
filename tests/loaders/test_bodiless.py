"""Responses that cannot have a body but are sent with one: they count, and the surplus bytes reach nobody."""

import asyncio

import pytest

from loaders.calls.transport import Reply
from loaders.calls.upstream import Upstream

from .servers import Serve, http, stream_server

BODY = b'{"username": "alex", "results": [1, 2, 3]}'
STATUSES = (b"204 No Content", b"304 Not Modified")
BODIES = {
    "length": (b"Content-Length: %d\r\n" % len(BODY), BODY),
    "length in other letters": (b"CONTENT-length:%d\r\n" % len(BODY), BODY),
    "chunked": (b"Transfer-Encoding: Chunked\r\n", b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)),
    "another answer": (b"Content-Length: %d\r\n" % len(http(BODY)), http(BODY)),
    "unannounced": (b"", BODY),
    "unannounced answer": (b"", http(BODY)),
    "more than announced": (b"Content-Length: 0\r\n", BODY),
}
PAUSES = {"at once": 0.0, "late": 0.03, "very late": 0.2}


async def ask(upstream: Upstream, user: bytes) -> Reply:
    return await upstream.send("GET", "/me", [("authorization", f"JWT {user.decode()}")], timeout=3)


def pieces(*sent: bytes, pause: float, idle: asyncio.Event | None = None) -> Serve:
    """Answers alex with these bytes, one after another, and everybody else with their own name.

    `idle` is set while nothing more is to be written.
    """

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            if idle is not None:
                await writer.drain()
                idle.set()
            asked = await reader.readuntil(b"\r\n\r\n")
            if idle is not None:
                idle.clear()
            if b"JWT alex" not in asked:
                writer.write(http(b'{"username": "sam"}'))
                continue
            writer.write(sent[0])
            for piece in sent[1:]:
                await writer.drain()
                await asyncio.sleep(pause)
                writer.write(piece)

    return serve


async def replies_to(serve: Serve, *users: bytes, idle: asyncio.Event | None = None) -> list[tuple[int, bytes]]:
    """The replies to these people, one after another on as few connections as possible."""
    async with stream_server(serve) as url:
        upstream = Upstream(url, max_connections=1)
        try:
            got = []
            for user in users:
                reply = await ask(upstream, user)
                got.append((reply.status, reply.body))
                if idle is not None:
                    await idle.wait()
                    await asyncio.sleep(0.05)
            return got
        finally:
            await upstream.aclose()


SAM = (200, b'{"username": "sam"}')


@pytest.mark.parametrize("pause", PAUSES)
@pytest.mark.parametrize("kind", BODIES)
@pytest.mark.parametrize("status", STATUSES)
def test_answer_counts_and_the_next_caller_gets_their_own(status: bytes, kind: str, pause: str) -> None:
    head, body = BODIES[kind]
    start = b"HTTP/1.1 %s\r\nContent-Type: application/json\r\n%s\r\n" % (status, head)
    late = PAUSES[pause]
    # What is announced ends its connection; what is not can only be seen where it comes in time.
    idle = asyncio.Event() if kind.startswith(("unannounced", "more")) else None
    sent = (start, body) if late else (start + body,)
    serve = pieces(*sent, pause=late, idle=idle)
    alex = (int(status[:3]), b"")
    got = asyncio.run(replies_to(serve, b"alex", b"sam", b"alex", b"sam", b"sam", idle=idle))
    assert got == [alex, SAM, alex, SAM, SAM]


@pytest.mark.parametrize("cut", [1, 12, 30, -2, -1])
def test_head_in_two_pieces(cut: int) -> None:
    """The end of the head may come alone."""
    head = b"HTTP/1.1 204 No Content\r\nContent-Length: %d\r\n\r\n" % len(BODY)
    serve = pieces(head[:cut], head[cut:] + BODY, pause=0.05)
    got = asyncio.run(replies_to(serve, b"alex", b"sam", b"alex", b"sam"))
    assert got == [(204, b""), SAM, (204, b""), SAM]


@pytest.mark.parametrize("head", [b"", b"Content-Length: 0\r\n", b"Content-Length: 000\r\n"])
def test_answer_without_a_body_keeps_its_connection(head: bytes) -> None:
    connections = 0
    answer = pieces(b"HTTP/1.1 204 No Content\r\n" + head + b"\r\n", pause=0)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        await answer(reader, writer)

    assert asyncio.run(replies_to(serve, *[b"alex"] * 5)) == [(204, b"")] * 5
    assert connections == 1


@pytest.mark.parametrize(
    "interim",
    [
        b"HTTP/1.1 100 Continue\r\n\r\n",
        b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n",
        b"HTTP/1.1 102 Processing\r\n\r\n" * 3,
    ],
)
@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (http(b'{"a": 1}'), (200, b'{"a": 1}')),
        (b"HTTP/1.1 204 No Content\r\nContent-Length: 3\r\n\r\nabc", (204, b"")),
    ],
)
@pytest.mark.parametrize("apart", [False, True])
def test_interim_answers_are_passed_over(
    interim: bytes, answer: bytes, expected: tuple[int, bytes], apart: bool
) -> None:
    serve = pieces(interim, answer, pause=0.02) if apart else pieces(interim + answer, pause=0)
    assert asyncio.run(replies_to(serve, b"alex", b"sam", b"alex", b"sam")) == [expected, SAM] * 2


def test_length_that_could_not_be_read_does_no_harm() -> None:
    head = b"HTTP/1.1 204 No Content\r\nContent-Length: 100000000\r\n\r\n"
    assert asyncio.run(replies_to(pieces(head, pause=0), b"alex", b"sam")) == [(204, b""), SAM]
