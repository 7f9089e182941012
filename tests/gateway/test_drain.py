"""The end of a worker under load: clients that have connected, or are sending a request, still get a response."""

import socket
import threading
import time
from contextlib import ExitStack

import pytest

from tests.gateway.process import Served, serve
from tests.support.lms import DemoLms

from .wire import DONE, REQUEST


@pytest.fixture(params=["1", "2"])
def workers(request: pytest.FixtureRequest) -> str:
    value: str = request.param
    return value


def answered(stream: socket.socket) -> bytes:
    """The data received until the answer is complete or the connection ends."""
    received = b""
    while DONE not in received:
        chunk = stream.recv(65536)
        if not chunk:
            break
        received += chunk
    return received


def connect(gateway: Served) -> socket.socket:
    return socket.create_connection(("127.0.0.1", gateway.port), 10)


def use(stream: socket.socket, ends: list[bytes]) -> None:
    """Requests one after the other, each a moment after the last answer, until an answer closes the connection."""
    answer = b""
    while b"connection: close" not in answer.lower():
        time.sleep(0.02)
        try:
            stream.sendall(REQUEST)
            answer = answered(stream)
        except ConnectionError as error:
            answer = repr(error).encode()
        if DONE not in answer:
            break
    ends.append(answer)


def test_connections_in_use_end_with_a_connection_close_header(lms: DemoLms, workers: str) -> None:
    """A proxy that has not learnt of the end sends its next request into a connection that is idle."""
    with serve(lms.url, GATEWAY_WORKERS=workers) as gateway, ExitStack() as stack:
        streams = [stack.enter_context(connect(gateway)) for _ in range(12)]
        ends: list[bytes] = []
        threads = [threading.Thread(target=use, args=(stream, ends)) for stream in streams]
        for thread in threads:
            thread.start()
        time.sleep(0.3)
        gateway.terminate()
        for thread in threads:
            thread.join(20)
        assert [end for end in ends if DONE not in end] == []
        assert len(ends) == len(streams)
        assert gateway.process.wait(10) == 0


def test_idle_connections_do_not_hold_up_the_end(lms: DemoLms, workers: str) -> None:
    with serve(lms.url, GATEWAY_WORKERS=workers) as gateway, connect(gateway) as idle, connect(gateway) as silent:
        idle.sendall(REQUEST)
        assert DONE in answered(idle)
        began = time.monotonic()
        gateway.terminate()
        assert gateway.process.wait(10) == 0
        assert time.monotonic() - began < 4
        assert silent.recv(1) == b""


def new_connections(gateway: Served, stop: threading.Event, lost: list[str], counts: list[int]) -> None:
    """Requests on connections of their own, as fast as they go, until nobody listens."""
    while not stop.is_set():
        try:
            stream = connect(gateway)
        except ConnectionError:  # refused: a proxy asks another gateway
            return
        with stream:
            try:
                stream.sendall(REQUEST)
                answer = answered(stream)
            except ConnectionError as error:
                lost.append(repr(error))
                return
            if DONE not in answer:
                lost.append(repr(answer))
                return
        counts.append(1)


def test_connections_that_were_made_are_answered(lms: DemoLms, workers: str) -> None:
    """Though the worker had not accepted them yet."""
    lost: list[str] = []
    counts: list[int] = []
    with serve(lms.url, GATEWAY_WORKERS=workers) as gateway:
        stop = threading.Event()
        given = (gateway, stop, lost, counts)
        threads = [threading.Thread(target=new_connections, args=given) for _ in range(16)]
        for thread in threads:
            thread.start()
        time.sleep(0.5)
        gateway.terminate()
        gateway.process.wait(20)
        stop.set()
        for thread in threads:
            thread.join(10)
    assert sum(counts) > 30
    assert lost == []
