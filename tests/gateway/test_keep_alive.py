"""Connections that wait for the next request: their maximum time, and the reasons to close them."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gateway.commands.serve import server_options
from gateway.protocol.connection import BoundedProtocol
from tests.conftest import settings_for

from .process import Served, serve
from .wire import DONE, REQUEST, answer, answers, connection

IDLE = 2.0
CLIENTS = 8


@pytest.fixture(scope="module")
def served(lms_url: str) -> Iterator[Served]:
    with serve(lms_url, GATEWAY_MAX_CLIENTS=str(CLIENTS)) as gateway:
        yield gateway


@contextmanager
def busy_worker(max_clients: int, seconds: float) -> Iterator[int]:
    """The port of an application whose path `/busy` keeps its worker from anything else for so long."""

    async def keep_busy(_: Request) -> Response:
        time.sleep(seconds)  # noqa: ASYNC251  # that is the point
        return Response()

    async def quick(_: Request) -> Response:
        return Response(DONE)

    app = Starlette(routes=[Route("/busy", keep_busy), Route("/graphql", quick, methods=["POST"])])
    listener = socket.create_server(("127.0.0.1", 0))
    protocol = type("Protocol", (BoundedProtocol,), {"max_clients": max_clients})
    config = uvicorn.Config(app, http=protocol, log_level="critical", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


def ask(stream: socket.socket, request: bytes = REQUEST) -> None:
    """Sends the request, or the rest of it, and reads the answer, which leaves the connection open."""
    stream.sendall(request)
    await_answer(stream)


def await_answer(stream: socket.socket) -> None:
    received = b""
    while not received.endswith(DONE):
        chunk = stream.recv(65536)
        assert chunk, received
        received += chunk


def test_a_connection_waits_for_its_time(lms_url: str) -> None:
    with serve(lms_url, GATEWAY_KEEP_ALIVE=str(IDLE)) as gateway, connection(gateway) as stream:
        ask(stream)
        started = time.monotonic()
        assert answer(stream) == b""
        assert IDLE - 0.2 < time.monotonic() - started < IDLE + 1


def test_clients_keep_their_connections_for_less(lms_url: str) -> None:
    """Or they would now and then send a request into a connection that is being closed."""
    ours = server_options(settings_for(lms_url))["timeout_keep_alive"]
    assert ours > httpx.Limits().keepalive_expiry
    assert ours > 60  # nginx and the load balancers of AWS


def test_idle_connections_make_room(served: Served) -> None:
    with ExitStack() as stack:
        streams = [stack.enter_context(connection(served)) for _ in range(CLIENTS)]
        for stream in streams:
            ask(stream)
        new = [stack.enter_context(connection(served)) for _ in range(3)]
        for stream in new:
            ask(stream)
        for stream in streams[:3]:  # they have waited longest
            assert answer(stream) == b""
        for stream in (*streams[3:], *new):
            ask(stream)


def test_connections_in_use_do_not_make_room(served: Served) -> None:
    with ExitStack() as stack:
        streams = [stack.enter_context(connection(served)) for _ in range(CLIENTS)]
        for stream in streams:
            ask(stream)
            stream.sendall(REQUEST[:20])
        time.sleep(0.2)
        assert answers(answer(stack.enter_context(connection(served)))) == [503]
        for stream in streams:
            ask(stream, REQUEST[20:])


def test_a_request_that_has_come_keeps_its_connection() -> None:
    """Though the worker was too busy to read it."""
    with busy_worker(max_clients=9, seconds=0.5) as port, ExitStack() as stack:

        def connect() -> socket.socket:
            return stack.enter_context(socket.create_connection(("127.0.0.1", port), 10))

        busy = connect()
        waiting = [connect() for _ in range(8)]
        for stream in waiting:
            ask(stream)
        busy.sendall(b"GET /busy HTTP/1.1\r\nhost: x\r\n\r\n")
        time.sleep(0.2)
        new = [connect() for _ in range(2)]
        for stream in waiting[:-2]:
            stream.sendall(REQUEST)
        for stream in waiting[:-2]:
            await_answer(stream)
        for stream in new:
            ask(stream)
        for stream in waiting[-2:]:
            assert answer(stream) == b""


def test_no_trace_is_left(served: Served) -> None:
    """Runs after the others: the gateway logged no error."""
    assert "Traceback" not in served.log()
