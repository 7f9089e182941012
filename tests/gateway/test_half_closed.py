"""Clients that close their sending side after their request, and clients that disconnect."""

import json
import socket
import struct
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.lms import DemoLms
from tests.support.people import KEY, sign_in

from .process import Served, serve
from .wire import REQUEST, answer, answers, connection, parsed, status

DEADLINE = 6.0


@pytest.fixture(scope="module")
def served(lms_url: str) -> Iterator[Served]:
    with serve(lms_url, GATEWAY_READ_TIMEOUT="1.0", GATEWAY_DEADLINE=str(DEADLINE)) as gateway:
        yield gateway


def asking(query: str, variables: Any = None, *, user: str = "alex", **headers: str) -> bytes:
    body = json.dumps({"query": query, "variables": variables}).encode()
    fields = {**sign_in(user), **headers, "host": "x", "content-type": "application/json", "content-length": len(body)}
    lines = [f"{name}: {value}" for name, value in fields.items()]
    return "\r\n".join(["POST /graphql HTTP/1.1", *lines, "", ""]).encode() + body


def half_closed(served: Served, *requests: bytes) -> bytes:
    with connection(served) as stream:
        stream.sendall(b"".join(requests))
        stream.shutdown(socket.SHUT_WR)
        return answer(stream)


TITLE = f'{{ course(key: "{KEY}") {{ title dates {{ blocks {{ title }} }} }} }}'
SLOW = {"/": {"latency_ms": 700}}
HUNG = {"/api/course_home/dates": {"kind": "hang"}}


@pytest.mark.parametrize("faults", [{}, SLOW], ids=["quick", "slow"])
def test_a_query_is_answered(served: Served, lms: DemoLms, faults: dict[str, Any]) -> None:
    lms.faults(faults)
    started = time.monotonic()
    [(code, headers, body)] = parsed(half_closed(served, asking(TITLE)))
    assert code == 200
    assert json.loads(body)["data"]["course"]["dates"]["blocks"]
    assert headers["connection"] == "close"
    assert time.monotonic() - started < 2.5  # and closed, so that the client need not wait


def test_a_hung_query_is_answered_in_its_time(served: Served, lms: DemoLms) -> None:
    lms.faults(HUNG)
    found = parsed(half_closed(served, asking(TITLE)))
    assert [code for code, _, _ in found[:-1]] in ([], [100])
    code, _, body = found[-1]
    assert code == 200
    answer = json.loads(body)
    assert answer["data"]["course"] == {"title": "Urban Beekeeping", "dates": None}
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["UPSTREAM_TIMEOUT"]


def test_a_mutation_is_carried_out_and_answered(served: Served, lms: DemoLms) -> None:
    lms.faults(SLOW)
    mutation = f"""mutation {{ setCourseGoal(input: {{course: "{KEY}", daysPerWeek: 5, subscribedToReminders: true}}) {{
        course {{ goals {{ selectedGoal {{ daysPerWeek }} }} }} userErrors {{ code }} }} }}"""
    [(code, _, body)] = parsed(half_closed(served, asking(mutation)))
    goals = {"goals": {"selectedGoal": {"daysPerWeek": 5}}}
    assert (code, json.loads(body)) == (200, {"data": {"setCourseGoal": {"course": goals, "userErrors": []}}})


def test_parts_are_sent_to_their_end(served: Served, lms: DemoLms) -> None:
    lms.faults({"/api/course_home/dates": {"latency_ms": 500}})
    query = f'{{ course(key: "{KEY}") {{ title ... @defer {{ dates {{ blocks {{ title }} }} }} }} }}'
    received = half_closed(served, asking(query, accept="multipart/mixed"))
    assert status(received) == 200
    assert b'"hasNext":false' in received
    assert received.endswith(b"0\r\n\r\n")


def test_requests_in_a_row_are_answered(served: Served, lms: DemoLms) -> None:
    lms.faults(SLOW)
    received = half_closed(served, asking(TITLE), REQUEST, REQUEST)
    assert answers(received) == [200, 200, 200]


@pytest.mark.parametrize("size", [10, 70, len(REQUEST) - 3])
def test_an_incomplete_request_is_refused(served: Served, size: int) -> None:
    started = time.monotonic()
    received = half_closed(served, REQUEST, REQUEST[:size])
    assert answers(received) == [200, 400]
    assert time.monotonic() - started < 0.8


def test_a_silent_connection_is_closed(served: Served) -> None:
    for before in (b"", b"\r\n", REQUEST):
        started = time.monotonic()
        received = half_closed(served, before)
        assert answers(received) == ([200] if before == REQUEST else [])
        assert time.monotonic() - started < 0.8


def active(served: Served) -> float:
    """Upstream calls under way."""
    with connection(served) as stream:
        stream.sendall(b"GET /metrics HTTP/1.0\r\n\r\n")
        lines = answer(stream).decode().splitlines()
    [line] = [line for line in lines if line.startswith('lectern_upstream_active{service="lms"}')]
    return float(line.rpartition(" ")[2])


def ends(served: Served, seconds: float) -> None:
    """Waits for the calls that are under way to end."""
    end = time.monotonic() + seconds
    while active(served):
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_client_that_resets_its_connection_takes_its_calls_with_it(served: Served, lms: DemoLms) -> None:
    lms.faults(HUNG)
    for half in (False, True):
        with connection(served) as stream:
            stream.sendall(asking(TITLE))
            if half:
                stream.shutdown(socket.SHUT_WR)
            time.sleep(0.4)
            assert active(served) == 1
            stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        ends(served, 1.8)


def test_a_client_that_closes_its_connection_is_noticed(served: Served, lms: DemoLms) -> None:
    """From here that looks as if it only sent no more, until it is sent something."""
    lms.faults(HUNG)
    with connection(served) as stream:
        stream.sendall(asking(TITLE))
        time.sleep(0.4)
        assert active(served) == 1
    started = time.monotonic()
    ends(served, 5.0)
    assert 'status="499"' in metrics(served)
    assert time.monotonic() - started < 4.7


def metrics(served: Served) -> str:
    with connection(served) as stream:
        stream.sendall(b"GET /metrics HTTP/1.0\r\n\r\n")
        return answer(stream).decode()


def test_no_trace_is_left(served: Served) -> None:
    """Runs after the others: the gateway logged no error."""
    assert "Traceback" not in served.log()
