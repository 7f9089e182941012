"""Upstream calls in telemetry: each one once, even if several requests wait for it or it is cancelled."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

import gateway.app
from gateway.demo.luminus import ADMIN_KEY, create_luminus_app
from gateway.demo.world import World
from gateway.telemetry.telemetry import Telemetry
from gateway.telemetry.tracing import Tracing
from tests.conftest import settings_for
from tests.support.lms import DemoLms
from tests.support.people import KEY
from tests.support.servers import served

TITLE = "query($key: CourseKey!) { course(key: $key) { title } }"
TABS = "query($key: CourseKey!) { course(key: $key) { tabs { id } } }"
ALEX = {"authorization": "JWT demo-alex"}
TITLES = 'lectern_upstream_seconds_count{endpoint="courses/course",outcome="ok",service="lms"}'


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> InMemorySpanExporter:
    """Where the spans of gateways that are started go."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(gateway.app, "Telemetry", lambda settings: Telemetry(settings, tracing=Tracing(provider)))
    return exporter


@contextmanager
def gateway_of(lms: DemoLms, **settings: Any) -> Iterator[str]:
    with served(lambda _: gateway.app.create_app(settings_for(lms.url, **settings))) as url:
        yield url


def ask(url: str, query: str = TITLE, headers: dict[str, str] | None = None, timeout: float = 20) -> httpx.Response:
    body = {"query": query, "variables": {"key": KEY}}
    return httpx.post(f"{url}/graphql", json=body, headers=headers, timeout=timeout)


def metrics(url: str) -> dict[str, float]:
    text = httpx.get(f"{url}/metrics").text
    rows = (line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in rows}


def named(spans: InMemorySpanExporter, name: str) -> list[ReadableSpan]:
    return [span for span in spans.get_finished_spans() if span.name == name]


def test_a_call_that_many_visitors_wait_for_is_one(lms: DemoLms, spans: InMemorySpanExporter) -> None:
    with gateway_of(lms, shared_cache_bytes=1_000_000) as url:
        lms.forget()
        lms.faults({"/api/courses/": {"latency_ms": 1500}})
        with ThreadPoolExecutor(10) as pool:
            answers = list(pool.map(lambda _: ask(url), range(10)))
        assert {answer.json()["data"]["course"]["title"] for answer in answers} == {"Urban Beekeeping"}
        samples = metrics(url)
        ask(url)
        [call] = lms.calls()
    assert samples[TITLES] == 1
    assert samples['lectern_public_cache_total{result="joined",service="lms"}'] == 9
    [span] = named(spans, "GET courses/course")
    assert span.context is not None
    assert f"-{span.context.span_id:016x}-" in call.headers["traceparent"]
    assert span.parent is not None
    parents = [server.context.span_id for server in named(spans, "POST /graphql") if server.context is not None]
    assert len(parents) == 11
    assert span.parent.span_id in parents
    assert span.attributes is not None
    assert (span.attributes["lectern.attempts"], span.attributes["lectern.wave"]) == (1, 1)


def test_calls_of_a_client_that_left_are_cancelled_and_nobodys_error(lms: DemoLms, spans: InMemorySpanExporter) -> None:
    cancelled = (
        'lectern_upstream_seconds_count{endpoint="course_home/course_metadata",outcome="cancelled",service="lms"}'
    )
    gone = 'lectern_request_seconds_count{route="/graphql",status="499"}'
    timeouts = 'lectern_errors_total{code="UPSTREAM_TIMEOUT"}'
    with gateway_of(lms) as url:
        before = metrics(url).get(timeouts, 0)
        lms.faults({"/api/course_home/": {"kind": "hang"}})
        for _ in range(3):
            with pytest.raises(httpx.ReadTimeout):
                ask(url, TABS, ALEX, timeout=1)
        end = time.monotonic() + 10
        while metrics(url).get(gone) != 3:
            assert time.monotonic() < end
            time.sleep(0.1)
        samples = metrics(url)
    assert samples[cancelled] == 3
    assert samples.get(timeouts, 0) == before
    assert not any("UPSTREAM_TIMEOUT" in name for name in samples if name.startswith("lectern_upstream"))
    calls = named(spans, "GET course_home/course_metadata")
    assert [(span.attributes or {}).get("lectern.cancelled") for span in calls] == [True] * 3
    assert {span.status.status_code.name for span in calls} == {"UNSET"}


def test_the_second_service_is_reported_too(lms: DemoLms, spans: InMemorySpanExporter) -> None:
    world = World.build()
    query = "query($key: CourseKey!) { course(key: $key) { catalogRun { __typename } } }"
    with (
        served(lambda _: create_luminus_app(lambda: world)) as luminus,
        gateway_of(lms, luminus_base_url=luminus, luminus_key=ADMIN_KEY, shared_cache_bytes=1_000_000) as url,
    ):
        assert ask(url, query, ALEX).json()["data"]["course"]["catalogRun"]
        samples = metrics(url)
    assert samples['lectern_upstream_seconds_count{endpoint="edx_course_runs",outcome="ok",service="luminus"}'] == 1
    for name in ("*", "edx_course_runs"):
        assert samples[f'lectern_breaker_open{{endpoint="{name}",service="luminus"}}'] == 0
    assert samples['lectern_upstream_active{service="luminus"}'] == 0
    assert samples['lectern_public_cache_bytes{service="luminus"}'] > 0
    assert len(named(spans, "GET edx_course_runs")) == 1


def test_probes_are_not_traced(lms: DemoLms, spans: InMemorySpanExporter) -> None:
    with gateway_of(lms) as url:
        for path in ("/healthz", "/readyz", "/metrics", "/else"):
            httpx.get(url + path)
    assert [span.name for span in spans.get_finished_spans()] == ["GET other"]


def test_hostile_requests_make_no_names(lms: DemoLms, spans: InMemorySpanExporter) -> None:
    def assault(url: str, number: int) -> None:
        httpx.get(f"{url}/route-{number}")
        httpx.request("PROPFIND", f"{url}/graphql")
        httpx.request(f"BREW{number}", f"{url}/graphql")
        ask(url, f"query Name{number} {{ unknown{number} }}")
        ask(url, f'query Name{number} {{ alias{number}: course(key: "course-v1:a+b+{number}") {{ title }} }}')
        ask(url, f"query {'N' * 150}{number} {{ __typename }}")
        httpx.get(f"{url}/graphql", params={"query": "{ __typename }"}, headers={"x-request-id": f"id-{number}" * 3})

    with gateway_of(lms) as url:
        metrics(url)
        assault(url, 0)
        before = set(metrics(url))
        for number in range(1, 5):
            assault(url, number)
        after = set(metrics(url))
    assert after == before
    assert {span.name for span in spans.get_finished_spans()} == {
        "GET other",
        "_OTHER /graphql",
        "POST /graphql",
        "GET /graphql",
        "GET courses/course",
        "GET course_home/course_metadata",
    }
    operations = [(span.attributes or {}).get("graphql.operation.name", "") for span in spans.get_finished_spans()]
    assert max(len(str(name)) for name in operations) == 100
