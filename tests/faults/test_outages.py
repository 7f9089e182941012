"""Outages of the whole LMS: it hangs, fails intermittently, stops and restarts; clients disconnect."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
import uvicorn

from gateway.app import create_app
from gateway.demo.app import create_app as create_demo_lms
from tests.conftest import settings_for
from tests.support.gateway import Gateway
from tests.support.lms import DemoLms
from tests.support.people import KEY
from tests.support.servers import served

PAGE = "query($key: CourseKey!) { viewer { username } course(key: $key) { title dates { blocks { title } } } }"
CATALOGUE = "query($key: CourseKey!) { course(key: $key) { shortDescription } }"
JWT = {"authorization": "JWT demo-alex"}


@contextmanager
def gateway_of(lms_url: str, **given: Any) -> Iterator[httpx.Client]:
    """A gateway for one test, so that its breakers do not affect other tests."""
    with (
        served(lambda url: create_app(settings_for(lms_url, **given))) as url,
        httpx.Client(base_url=url, timeout=30) as http,
    ):
        yield http


def ask(http: httpx.Client, query: str = PAGE, headers: dict[str, str] | None = None) -> dict[str, Any]:
    reply = http.post("/graphql", json={"query": query, "variables": {"key": KEY}}, headers=headers or {})
    answer: dict[str, Any] = reply.json()
    return answer


def codes(answer: dict[str, Any]) -> list[str]:
    return [error["extensions"]["code"] for error in answer.get("errors", [])]


@contextmanager
def lms_on(port: int) -> Iterator[None]:
    """A demo LMS on this port."""
    app = create_demo_lms(base_url=f"http://127.0.0.1:{port}")
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="critical", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(10)


def test_a_hung_endpoint_costs_its_own_fields_only(lms: DemoLms) -> None:
    with gateway_of(lms.url, deadline=1.0) as http:
        lms.faults({"/api/course_home/dates": {"kind": "hang"}})
        started = time.monotonic()
        answer = ask(http, headers=JWT)
        assert 0.9 < time.monotonic() - started < 2
        assert answer["data"]["viewer"]["username"] == "alex"
        assert answer["data"]["course"]["title"]
        assert codes(answer) == ["UPSTREAM_TIMEOUT"]


def test_a_hung_endpoint_leaves_room_for_the_others(lms: DemoLms) -> None:
    """Many waiting for the hung one take half of the places; who asks for something else is served at once."""

    async def crowd(url: str) -> tuple[list[float], list[str]]:
        async with httpx.AsyncClient(base_url=url, timeout=30, headers=JWT) as http:

            async def post(query: str) -> tuple[float, dict[str, Any]]:
                started = time.monotonic()
                reply = await http.post("/graphql", json={"query": query, "variables": {"key": KEY}})
                return time.monotonic() - started, reply.json()

            dates = "query($key: CourseKey!) { course(key: $key) { dates { blocks { title } } } }"
            hung = [asyncio.create_task(post(dates)) for _ in range(30)]
            await asyncio.sleep(0.3)
            quick = [(await post("{ viewer { username } }"))[0] for _ in range(5)]
            return quick, [code for _, answer in await asyncio.gather(*hung) for code in codes(answer)]

    lms.faults({"/api/course_home/dates": {"kind": "hang"}})
    options = {"deadline": 1.5, "max_connections": 10, "max_waiting": 20}
    with served(lambda url: create_app(settings_for(lms.url, **options))) as url:
        quick, seen = asyncio.run(crowd(url))
    assert min(quick) < 1.0  # the deadline, which everyone would wait for, is 1.5 s
    assert len(seen) == 30
    assert set(seen) == {"UPSTREAM_TIMEOUT", "OVERLOADED"}


def test_the_response_is_in_time_if_everything_hangs(lms: DemoLms) -> None:
    with gateway_of(lms.url, deadline=1.0) as http:
        lms.faults({"/": {"kind": "hang"}})
        started = time.monotonic()
        answer = ask(http, headers=JWT)
        assert time.monotonic() - started < 2
        assert set(codes(answer)) == {"UPSTREAM_TIMEOUT"}
        lms.faults({})
        assert codes(ask(http, headers=JWT)) == []


def test_a_flapping_endpoint_is_smoothed_over(lms: DemoLms) -> None:
    with gateway_of(lms.url) as http:
        for _ in range(8):
            lms.faults({"/api/course_home/dates": {"status": 503, "times": 1}})
            assert codes(ask(http, headers=JWT)) == []


def test_a_failing_endpoint_is_left_alone_then_found_again(lms: DemoLms) -> None:
    with gateway_of(lms.url) as http:
        lms.faults({"/api/course_home/dates": {"status": 502}})
        answers = [ask(http, headers=JWT) for _ in range(25)]
        assert {code for answer in answers for code in codes(answer)} == {"UPSTREAM_UNAVAILABLE"}
        assert answers[-1]["errors"][0]["extensions"]["retryAfter"] >= 1
        asked = sum("/dates/" in call.path for call in lms.calls())
        assert asked <= 12  # ten lost calls, of which only the first was tried three times
        assert all(answer["data"]["course"]["title"] for answer in answers)
        assert 'lectern_breaker_open{endpoint="course_home/dates",service="lms"} 1.0' in http.get("/metrics").text
        lms.faults({})
        end = time.monotonic() + 6
        while codes(ask(http, headers=JWT)):
            assert time.monotonic() < end
            time.sleep(0.2)


def test_the_lms_stops_and_restarts() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    with gateway_of(url, shared_cache_bytes=1_000_000) as http:
        with lms_on(port):
            assert codes(ask(http, headers=JWT)) == []
            assert codes(ask(http, CATALOGUE)) == []
            known = ask(http, CATALOGUE)["data"]
            assert http.get("/readyz").status_code == 200
        for _ in range(12):
            assert set(codes(ask(http, headers=JWT))) == {"UPSTREAM_UNAVAILABLE"}
        assert http.get("/readyz").status_code == 503
        assert http.get("/healthz").status_code == 200
        assert ask(http, CATALOGUE) == {"data": known}  # visitors see the catalogue as it was
        with lms_on(port):
            end = time.monotonic() + 6
            while codes(ask(http, headers=JWT)):
                assert time.monotonic() < end
                time.sleep(0.2)


@pytest.mark.parametrize("attempts", [20])
def test_a_client_that_leaves_takes_its_calls_with_it(lms: DemoLms, attempts: int) -> None:
    with gateway_of(lms.url, max_connections=10) as http:
        lms.faults({"/api/course_home/dates": {"kind": "hang"}})
        for _ in range(attempts):  # far more than there are places for one endpoint
            with pytest.raises(httpx.TimeoutException):
                http.post("/graphql", json={"query": PAGE, "variables": {"key": KEY}}, headers=JWT, timeout=0.15)
        time.sleep(0.3)
        metrics = http.get("/metrics").text
        assert 'lectern_upstream_active{service="lms"} 0.0' in metrics
        assert 'route="/graphql",status="499"' in metrics
        lms.faults({})
        started = time.monotonic()
        assert codes(ask(http, headers=JWT)) == []
        assert time.monotonic() - started < 1


def test_redirects_to_another_host_are_not_followed(gateway: Gateway, lms: DemoLms) -> None:
    lms.faults({"/api/course_home/dates": {"kind": "redirect_host"}})
    answer = gateway.ask(PAGE, {"key": KEY})
    assert answer.codes == ["UPSTREAM_INVALID"]
    assert "elsewhere" not in str(answer.body)
