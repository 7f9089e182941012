"""The metrics of several workers: a scrape reports all of them, whichever worker it reaches."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.gateway.process import Served, serve
from tests.support.lms import DemoLms

QUERY = '{ course(key: "course-v1:OpenedX+DemoX+DemoCourse") { title } }'
STALE = {"PROMETHEUS_MULTIPROC_DIR": "/nowhere"}
"""What an operator's environment may hold: it is not believed, its files would be of another start."""

REQUESTS = 'lectern_request_seconds_count{route="/graphql",status="200"}'


def scrape(gateway: Served) -> dict[str, float]:
    """Every sample by its name and labels."""
    reply = httpx.get(f"{gateway.url}/metrics", timeout=10)
    assert reply.headers["content-type"].startswith("text/plain")
    rows = [line.rsplit(" ", 1) for line in reply.text.splitlines() if not line.startswith("#")]
    samples = {name: float(value) for name, value in rows}
    assert len(samples) == len(rows)
    return samples


def ask(gateway: Served, query: str = QUERY) -> None:
    httpx.post(f"{gateway.url}/graphql", json={"query": query}, timeout=20)


def eventually(gateway: Served, holds: Callable[[dict[str, float]], bool]) -> None:
    """Every one of several scrapes in a row gives this, before long."""
    end = time.monotonic() + 60
    while not all(holds(scrape(gateway)) for _ in range(6)):
        assert time.monotonic() < end, scrape(gateway)
        time.sleep(0.2)


@pytest.mark.skipif(sys.platform == "win32", reason="kills a worker")
def test_several_workers_report_the_same_sums(lms: DemoLms, tmp_path: Path) -> None:
    with serve(lms.url, GATEWAY_WORKERS="2", TMPDIR=str(tmp_path), **STALE) as gateway:
        [folder] = tmp_path.glob("lectern-metrics-*")
        eventually(gateway, lambda samples: samples['lectern_retry_tokens{service="lms"}'] == 40)
        for _ in range(30):
            ask(gateway)
        for _ in range(10):
            ask(gateway, "{ nothing }")
        lms.faults({"/api/courses/": {"status": 500}})
        assert [scrape(gateway)[REQUESTS] for _ in range(10)] == [40.0] * 10
        found = 'lectern_public_cache_total{result="%s",service="lms"}'
        eventually(
            gateway,
            lambda samples: (
                samples['lectern_errors_total{code="GRAPHQL_VALIDATION_FAILED"}'] == 10
                and samples[found % "hit"] + samples[found % "miss"] == 30
                and samples['lectern_public_cache_bytes{service="lms"}'] > 1000
                and samples['lectern_breaker_open{endpoint="*",service="lms"}'] == 0
                and samples["lectern_requests_active"] >= 1
            ),
        )
        victim, *_ = (int(path.stem) for path in folder.glob("*.alive"))
        os.kill(victim, signal.SIGKILL)
        # What it counted stays; what it held does not, and the one that takes its place is counted.
        eventually(
            gateway,
            lambda samples: (
                samples[REQUESTS] == 40
                and samples['lectern_errors_total{code="GRAPHQL_VALIDATION_FAILED"}'] == 10
                and samples['lectern_retry_tokens{service="lms"}'] == 40
                and not (folder / f"{victim}.alive").exists()
            ),
        )
        gateway.terminate()
        assert gateway.process.wait(20) == 0
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("workers", ["1", "2"])
def test_no_folder_is_made_where_nobody_shares(lms: DemoLms, tmp_path: Path, workers: str) -> None:
    settings = {"GATEWAY_WORKERS": workers, "GATEWAY_METRICS": "on" if workers == "1" else "off"}
    with serve(lms.url, TMPDIR=str(tmp_path), **settings, **STALE) as gateway:
        ask(gateway)
        assert not list(tmp_path.iterdir())
        if workers == "1":
            assert scrape(gateway)[REQUESTS] == 1
