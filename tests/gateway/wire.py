"""Requests as bytes on a connection."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from .process import Served

REQUEST = (
    b"POST /graphql HTTP/1.1\r\nhost: gateway\r\ncontent-type: application/json\r\n"
    b'content-length: 26\r\n\r\n{"query":"{ __typename }"}'
)


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
