"""Groups of calls that the demo LMS answers together."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import httpx

from gateway.demo.http.faults import HOLD_SECONDS
from tests.support.lms import Call, waves

from .conftest import Client

ME = "/api/user/v1/me"


def hold(lms: Client, *sizes: int) -> None:
    lms.http.put("/__faults", json={"/": {"latency_ms": 200, "together": [*sizes]}}).raise_for_status()


def left(lms: Client) -> list[int]:
    """The sizes of the groups that are still to come."""
    found: list[int] = lms.http.get("/__faults").json()["/"]["together"]
    return found


def at_once(lms: Client, number: int) -> list[list[str]]:
    """The waves of calls that are made at the same time."""
    lms.http.delete("/__calls")

    def call(_: int) -> None:
        httpx.get(lms.http.base_url.join(ME), headers={"Authorization": "JWT demo-alex"}).raise_for_status()

    with ThreadPoolExecutor(number) as pool:
        list(pool.map(call, range(number)))
    return waves([Call(**row) for row in lms.http.get("/__calls").json()])


def test_calls_of_a_group_are_answered_together(lms: Client) -> None:
    hold(lms, 3, 2)
    assert left(lms) == [3, 2]
    assert at_once(lms, 3) == [[ME] * 3]
    assert left(lms) == [2]
    assert at_once(lms, 2) == [[ME] * 2]
    started = time.monotonic()
    assert lms("alex", "GET", ME).status_code == 200
    assert time.monotonic() - started < HOLD_SECONDS, "no further call is held"


def test_group_that_is_not_complete_ends_after_a_time(lms: Client) -> None:
    hold(lms, 2, 2)
    lms("alex", "GET", ME)
    lms("alex", "GET", ME)
    first, second = lms.http.get("/__calls").json()
    assert first["took_ms"] > HOLD_SECONDS * 990
    assert second["took_ms"] < HOLD_SECONDS * 990
    assert left(lms) == []


def test_other_faults_let_held_calls_go(lms: Client) -> None:
    hold(lms, 2)
    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(at_once, lms, 1)
        ends = time.monotonic() + 20
        while not lms.http.get("/__calls").json():
            assert time.monotonic() < ends
            time.sleep(0.01)
        started = time.monotonic()
        lms.http.put("/__faults", json={})
        assert held.result() == [[ME]]
    assert time.monotonic() - started < HOLD_SECONDS
