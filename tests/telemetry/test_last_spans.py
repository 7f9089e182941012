"""The end of the process: remaining spans are sent, and a collector that is down does not delay the exit."""

import socket
import time

import httpx
import pytest

from tests.gateway.process import serve
from tests.support.lms import DemoLms
from tests.telemetry.collector import collector

ASKED = 10
NO_EXPORT = {"OTEL_BSP_SCHEDULE_DELAY": "60000"}


@pytest.mark.parametrize(("workers", "named"), [("1", {"OTEL_SERVICE_NAME": "learners-gateway"}), ("2", {})])
def test_the_last_spans_are_sent(lms: DemoLms, workers: str, named: dict[str, str]) -> None:
    with collector() as collected:
        where = {"OTEL_EXPORTER_OTLP_ENDPOINT": collected.url, **NO_EXPORT, **named}
        with serve(lms.url, GATEWAY_TRACING="on", GATEWAY_WORKERS=workers, **where) as gateway:
            for _ in range(ASKED):
                httpx.post(f"{gateway.url}/graphql", json={"query": "{ __typename }"})
            for probe in ("/healthz", "/readyz", "/metrics"):
                assert httpx.get(gateway.url + probe).status_code == 200
            gateway.terminate()
            gateway.process.wait(20)
        assert collected.spans == ["POST /graphql"] * ASKED
        assert collected.services == {named.get("OTEL_SERVICE_NAME", "lectern-gateway")}


def test_a_collector_that_hangs_does_not_hold_up_the_end(lms: DemoLms) -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        where = {"OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{deaf.getsockname()[1]}"}
        with serve(lms.url, GATEWAY_TRACING="on", **where, **NO_EXPORT) as gateway:
            httpx.post(f"{gateway.url}/graphql", json={"query": "{ __typename }"})
            started = time.monotonic()
            gateway.terminate()
            gateway.process.wait(20)
            assert 1.5 < time.monotonic() - started < 5
