"""Metrics, spans and log lines of a running gateway, with no secret in any of them."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from graphql import GraphQLError
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from starlette.applications import Starlette

import gateway.app
from gateway.errors import format_error
from gateway.telemetry.logs import HIDDEN, without_secrets
from gateway.telemetry.telemetry import Telemetry
from gateway.telemetry.tracing import Tracing
from loaders.errors import Code
from tests.conftest import settings_for
from tests.support.lms import DemoLms
from tests.support.people import KEY
from tests.support.servers import served

PAGE = "query Home($key: CourseKey!) { viewer { username } course(key: $key) { title dates { blocks { title } } } }"
SECRET = "very-secret"
HEADERS = {
    "authorization": f"JWT {SECRET}-jwt",
    "cookie": f"sessionid={SECRET}-session; csrftoken={SECRET}-csrf; other={SECRET}-other",
    "x-csrftoken": f"{SECRET}-csrf",
}


def post(url: str, query: str = PAGE, headers: dict[str, str] | None = None) -> httpx.Response:
    body = {"query": query, "variables": {"key": KEY}}
    return httpx.post(f"{url}/graphql", json=body, headers=headers or {"authorization": "JWT demo-alex"})


def errors_told(metrics: str) -> dict[str, float]:
    """The errors that were given, by code."""
    found = re.findall(r'^lectern_errors_total{code="(\w+)"} (\S+)$', metrics, re.MULTILINE)
    return {code: float(count) for code, count in found}


def test_metrics_have_requests_calls_errors_and_guards(lms: DemoLms) -> None:
    with served(lambda url: gateway.app.create_app(settings_for(lms.url))) as url:
        before = errors_told(httpx.get(f"{url}/metrics").text)
        assert set(before) == set(Code)
        post(url)
        lms.faults({"/api/course_home/dates": {"status": 500}})
        post(url)
        post(url, "{ nothing }")
        reply = httpx.get(f"{url}/metrics")
    assert reply.headers["content-type"].startswith("text/plain")
    lines = reply.text.splitlines()
    assert 'lectern_request_seconds_count{route="/graphql",status="200"} 3.0' in lines
    dates = 'lectern_upstream_seconds_count{endpoint="course_home/dates",outcome='
    assert f'{dates}"ok",service="lms"}} 1.0' in lines
    assert f'{dates}"UPSTREAM_UNAVAILABLE",service="lms"}} 1.0' in lines
    more = {code: count - before[code] for code, count in errors_told(reply.text).items() if count != before[code]}
    assert more == {Code.UPSTREAM_UNAVAILABLE: 1, Code.GRAPHQL_VALIDATION_FAILED: 1}
    assert 'lectern_breaker_open{endpoint="*",service="lms"} 0.0' in lines
    assert 'lectern_upstream_waiting{service="lms"} 0.0' in lines
    assert "# TYPE lectern_projection_fallbacks_total counter" in lines
    assert KEY not in reply.text
    assert "alex" not in reply.text


def test_metrics_can_be_switched_off(lms: DemoLms) -> None:
    with served(lambda url: gateway.app.create_app(settings_for(lms.url, metrics=False))) as url:
        assert httpx.get(f"{url}/metrics").status_code == 404
        assert post(url).json()["data"]["viewer"] == {"username": "alex"}


def test_one_span_a_request_and_one_a_call(lms: DemoLms, monkeypatch: pytest.MonkeyPatch) -> None:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    tracing = Tracing(provider)
    monkeypatch.setattr(gateway.app, "Telemetry", lambda settings: Telemetry(settings, tracing=tracing))
    parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    with served(lambda url: gateway.app.create_app(settings_for(lms.url))) as url:
        lms.forget()
        post(url, headers={"authorization": "JWT demo-alex", "traceparent": parent})
        calls = lms.calls()
    spans = exporter.get_finished_spans()
    [server] = [span for span in spans if span.name == "POST /graphql"]
    children = [span for span in spans if span is not server]
    assert server.parent is not None
    assert f"{server.parent.span_id:016x}" == "b7ad6b7169203331"
    assert server.attributes is not None
    assert server.attributes["graphql.operation.name"] == "Home"
    assert server.attributes["http.response.status_code"] == 200
    assert sorted(span.name for span in children) == [
        "GET course_home/dates",
        "GET courses/course",
        "GET user/me",
    ]
    assert server.context is not None
    for span in children:
        assert span.parent is not None
        assert span.parent.span_id == server.context.span_id
        assert span.attributes is not None
        assert span.attributes["lectern.wave"] == 1
        assert span.attributes["lectern.batch_size"] == 1
    parents = {call.headers["traceparent"] for call in calls}
    assert parents == {
        f"00-0af7651916cd43dd8448eb211c80319c-{span.context.span_id:016x}-01" for span in children if span.context
    }
    everything = "".join(span.to_json() for span in spans)
    assert "demo-alex" not in everything
    assert KEY not in everything


@contextmanager
def gateway_process(lms_url: str, tmp_path: Path, **environment: str) -> Iterator[tuple[str, Path]]:
    """`gateway serve` as an operator starts it; its URL and the file of its log."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    given = {"GATEWAY_LMS_BASE_URL": lms_url, "GATEWAY_PORT": str(port), "GATEWAY_LOG_LEVEL": "debug", **environment}
    path = tmp_path / "log"
    with path.open("wb") as log:
        process = subprocess.Popen([sys.executable, "-m", "gateway", "serve"], env={**os.environ, **given}, stderr=log)
        try:
            end = time.monotonic() + 20
            while time.monotonic() < end:
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}", path
        finally:
            process.terminate()
            process.wait(20)


def test_logs_are_json_lines_without_a_secret(lms: DemoLms, tmp_path: Path) -> None:
    with gateway_process(lms.url, tmp_path, GATEWAY_REDIS_URL=f"redis://:{SECRET}-redis@127.0.0.1:1/0") as (url, path):
        post(url)
        for fault in ({}, {"status": 500}, {"kind": "reset"}, {"kind": "redirect"}, {"kind": "wrongtype"}):
            lms.faults({"/api/": fault})
            reply = post(url, headers={**HEADERS, "x-request-id": "request-12345678"})
        lms.faults({})
        post(
            url,
            headers={"x-forwarded-for": "a", "authorization": f"Bearer {SECRET}"} | {"cookie": f"sessionid={SECRET}"},
        )
        httpx.post(
            f"{url}/graphql", content=f'{{"query": "{SECRET}-in-a-body', headers={"content-type": "application/json"}
        )
        post(url, "{ a b c d e }")
    text = path.read_text()
    assert SECRET not in text
    assert "demo-alex" not in text
    lines: list[dict[str, Any]] = [json.loads(line) for line in text.splitlines()]
    requests = [line for line in lines if line["event"] == "request"]
    assert len(requests) >= 7
    assert requests[0]["operation"] == "Home"
    assert requests[0]["calls"] == 3
    assert requests[0]["codes"] == {}
    assert requests[0]["status"] == 200
    assert requests[5]["requestId"] == "request-12345678" == reply.headers["x-request-id"]
    assert any("UPSTREAM_UNAVAILABLE" in line["codes"] for line in requests)
    assert requests[-1]["codes"] == {"GRAPHQL_VALIDATION_FAILED": 5}
    assert not any("color_message" in line for line in lines)
    assert "\\u001b" not in text


def test_lines_about_errors_name_the_request_as_its_own_line_does(caplog: pytest.LogCaptureFixture) -> None:
    for failure in (KeyError("unforeseen"), TypeError("unreadable")):
        format_error(GraphQLError("text", original_error=failure), "request-12345678")
    assert [record.__dict__["requestId"] for record in caplog.records] == ["request-12345678"] * 2
    assert all("id" not in record.__dict__ for record in caplog.records)


@pytest.mark.parametrize(
    "line",
    [
        "Authorization: JWT s3cret-value",
        "{'Authorization': 'Bearer s3cret-value'}",
        '("authorization", "s3cret-value")',
        "Cookie: sessionid=s3cret-value; csrftoken=s3cret-value",
        "cookie: theme=dark; other=s3cret-value",
        'headers={\\"authorization\\": \\"s3cret-value\\", \\"cookie\\": \\"a=1; b=s3cret-value\\"}',
        "edx-jwt-cookie-header-payload=s3cret-value; edx-jwt-cookie-signature=s3cret-value",
        "redis://user:s3cret-value@host:6379/0",
        "Ocp-Apim-Subscription-Key: s3cret-value",
        "password=s3cret-value",
        "token eyJhbGciOiJSUzUxMiJ9.s3cret-value.signature",
    ],
)
def test_credentials_are_hidden_wherever_they_are_quoted(line: str) -> None:
    hidden = without_secrets(line)
    assert "s3cret" not in hidden
    assert HIDDEN in hidden
    json.loads('"' + without_secrets(json.dumps(line))[1:-1] + '"')  # a line that is JSON stays JSON


def test_plain_text_stays() -> None:
    line = "course-v1:OpenedX+DemoX+DemoCourse answered 200 in 12.5 ms to http://lms.example.com:8000/api"
    assert without_secrets(line) == line


def test_calls_for_visitors_are_counted_once_and_also_when_nobody_waits(lms: DemoLms) -> None:
    apps = []

    def make(url: str) -> Starlette:
        apps.append(gateway.app.create_app(settings_for(lms.url, shared_cache_bytes=1_000_000)))
        return apps[0]

    query = "query Q($key: CourseKey!) { course(key: $key) { shortDescription } }"
    body = {"query": query, "variables": {"key": KEY}}
    lms.faults({"/api/courses/v1/courses": {"latency_ms": 100}})
    with served(make) as url:

        def ask(_: int = 0) -> None:
            assert httpx.post(f"{url}/graphql", json=body).json()["data"]["course"] is not None

        with ThreadPoolExecutor(5) as pool:
            list(pool.map(ask, range(5)))
        shared = apps[0].state.upstream.shared
        shared._clock = lambda: time.time() + 70
        ask()  # answered from memory, while one call fetches anew
        time.sleep(0.3)
        lines = httpx.get(f"{url}/metrics").text.splitlines()
    counted = [line for line in lines if line.startswith("lectern_upstream_seconds_count")]
    assert [line.rsplit(" ", 1)[1] for line in counted] == ["2.0"]
    assert 'lectern_public_cache_total{result="stale",service="lms"} 1.0' in lines
