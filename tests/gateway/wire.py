"""Requests as bytes on a connection."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

from .process import Served

REQUEST = (
    b"POST /graphql HTTP/1.1\r\nhost: gateway\r\ncontent-type: application/json\r\n"
    b'content-length: 26\r\n\r\n{"query":"{ __typename }"}'
)

BODY = b'{"query":"{ __typename }"}'
DONE = b'{"data":{"__typename":"Query"}}'
SMUGGLED = b"GET /smuggled HTTP/1.1\r\nhost: x\r\n\r\n"
"""Asks for what is not there: its answer would be a 404."""


@contextmanager
def connection(served: Served) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as stream:
        yield stream


def answer(stream: socket.socket) -> bytes:
    """All that comes until the server closes."""
    received = b""
    try:
        while chunk := stream.recv(65536):
            received += chunk
    except ConnectionResetError:
        pass
    return received


def status(received: bytes) -> int:
    return int(received.split(b" ", 2)[1])


def closing(request: bytes) -> bytes:
    """The request, as the last one of its connection."""
    return request.replace(b"host:", b"connection: close\r\nhost:", 1)


def head_of(message: bytes) -> bytes:
    """The head with the empty line at its end."""
    return message[: message.index(b"\r\n\r\n") + 4]


def answers(received: bytes) -> list[int]:
    """The statuses of all answers."""
    return [int(part[1:4]) for part in received.split(b"HTTP/1.1")[1:]]


def parsed(received: bytes) -> list[tuple[int, dict[str, str], bytes]]:
    """Status, headers and body of each answer. All but the last, and interim ones, have a length."""
    found = []
    while received:
        head = head_of(received)
        headers = {}
        for line in head.split(b"\r\n")[1:-2]:
            name, _, value = line.decode().partition(": ")
            headers[name.lower()] = value
        received = received[len(head) :]
        size = int(headers.get("content-length", len(received))) if status(head) >= 200 else 0
        found.append((status(head), headers, received[:size]))
        received = received[size:]
    return found


def post(*headers: bytes, body: bytes = BODY, length: bool = True, line: bytes = b"POST /graphql HTTP/1.1") -> bytes:
    lines = [line, b"host: gateway", b"content-type: application/json", *headers]
    if length:
        lines.append(b"content-length: %d" % len(body))
    return b"\r\n".join([*lines, b"", body])


def chunked(body: bytes, size: int = 7) -> bytes:
    pieces = [body[place : place + size] for place in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def sent(served: Served, *pieces: bytes, pause: float = 0.05) -> bytes:
    """All that is answered to these pieces, each sent a moment after the one before."""
    with connection(served) as stream:
        for number, piece in enumerate(pieces):
            if number:
                time.sleep(pause)
            try:
                stream.sendall(piece)
            except ConnectionError:
                break
        return answer(stream)
