"""The alerts and the dashboard: a real Prometheus scrapes the gateway while the soak's crowd asks it."""

import asyncio
import json
import random
import re
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
import yaml

from benchmarks.soak.crowd import Seen
from benchmarks.soak.phases import Soak, bad_input, calm, outage, troubled
from benchmarks.soak.stack import Stack, running
from tests.deploy.programs import program
from tests.deploy.programs import running as started
from tests.gateway.process import ROOT, serve
from tests.support.lms import DemoLms
from tests.support.people import KEY, sign_in
from tests.support.ports import free_port
from tests.telemetry.collector import collector

FOLDER = ROOT / "deploy" / "prometheus"
RULES = FOLDER / "lectern.rules.yml"
DASHBOARD = json.loads((ROOT / "deploy/grafana/lectern.json").read_text(encoding="utf-8"))
METRIC = re.compile(r"lectern_[a-z_]+")
CONFIG = """
global: {{scrape_interval: 1s, evaluation_interval: 1s}}
rule_files: ["{rules}"]
scrape_configs:
  - job_name: lectern
    static_configs: [{{targets: ["127.0.0.1:{port}"]}}]
"""
_SCRAPE_SECONDS = 60.0
PHASES = ((calm, 2.0), (troubled, 3.0), (bad_input, 1.0), (outage, 4.0))


def alerts() -> list[dict[str, Any]]:
    groups = yaml.safe_load(RULES.read_text(encoding="utf-8"))["groups"]
    return [rule for group in groups for rule in group["rules"]]


def expressions() -> list[str]:
    """The queries of the dashboard's panels, with Grafana's variables filled in."""
    targets = [target for panel in DASHBOARD["panels"] for target in panel.get("targets", ())]
    return [target["expr"].replace("$__rate_interval", "1m").replace("$job", ".*") for target in targets]


@dataclass(frozen=True)
class Prometheus:
    """Prometheus after the load, and the gateway's metrics at its end."""

    url: str
    metrics: str

    def query(self, expression: str) -> list[dict[str, Any]]:
        """The result of an instant query."""
        reply = httpx.get(f"{self.url}/api/v1/query", params={"query": expression}, timeout=10).json()
        assert reply["status"] == "success", (expression, reply)
        assert not reply.get("warnings"), (expression, reply)
        found: list[dict[str, Any]] = reply["data"]["result"]
        return found

    def await_scrapes_after(self, moment: float) -> None:
        """Waits until the gateway was scraped after this moment."""
        end = time.monotonic() + _SCRAPE_SECONDS
        while not any(float(row["value"][1]) > moment for row in self.query("timestamp(lectern_requests_active)")):
            assert time.monotonic() < end
            time.sleep(0.1)

    def has(self, metric: str) -> bool:
        """Whether the gateway has samples of a metric."""
        return re.search(rf"^{metric}[{{ ]", self.metrics, re.MULTILINE) is not None


@pytest.fixture(scope="module")
def prometheus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prometheus]:
    binary, folder, port = program("prometheus"), tmp_path_factory.mktemp("prometheus"), free_port()
    with running(Stack(8, 0.02, random.Random(3))) as stack:
        (folder / "prometheus.yml").write_text(CONFIG.format(rules=RULES, port=stack.port))
        options = ["--config.file=prometheus.yml", "--storage.tsdb.path=data", f"--web.listen-address=127.0.0.1:{port}"]
        with started([binary, *options], port, folder):
            soak = Soak(stack, 10.0, 1)
            for phase, seconds in PHASES:
                asyncio.run(phase(soak, Seen(phase.__name__), seconds))
            metrics = httpx.get(f"{stack.url}/metrics", timeout=10).text
            made = Prometheus(f"http://127.0.0.1:{port}", metrics)
            made.await_scrapes_after(time.time() + 1)
            yield made


def test_dashboard_and_alerts_name_metrics_that_exist(prometheus: Prometheus) -> None:
    described = set(re.findall(r"^# HELP (\w+)", prometheus.metrics, re.MULTILINE))
    for expression in [*expressions(), *(rule["expr"] for rule in alerts())]:
        names = {re.sub(r"_(bucket|count|sum)$", "", name) for name in METRIC.findall(expression)}
        assert names
        assert names <= described, expression


def test_every_metric_is_on_the_dashboard(prometheus: Prometheus) -> None:
    described = set(re.findall(r"^# HELP (\w+)", prometheus.metrics, re.MULTILINE))
    shown = {name for expression in expressions() for name in METRIC.findall(expression)}
    shown |= {re.sub(r"_(bucket|count|sum)$", "", name) for name in shown}
    assert {name for name in described if not name.endswith("_created")} <= shown


def test_every_panel_shows_something(prometheus: Prometheus) -> None:
    """For all metrics with samples."""
    shown = 0
    for expression in expressions():
        found = prometheus.query(expression)
        if all(map(prometheus.has, METRIC.findall(expression))):
            assert found, expression
            shown += 1
    assert shown >= len(expressions()) - 3


def test_alerts_are_evaluated_and_see_the_outage(prometheus: Prometheus) -> None:
    groups = httpx.get(f"{prometheus.url}/api/v1/rules", timeout=10).json()["data"]["groups"]
    rules = [rule for group in groups for rule in group["rules"]]
    assert {rule["name"] for rule in rules} == {rule["alert"] for rule in alerts()}
    assert [(rule["name"], rule["lastError"]) for rule in rules if rule["health"] != "ok"] == []
    seen = prometheus.query("max by (alertname) (max_over_time(ALERTS[10m]))")
    names = {row["metric"]["alertname"] for row in seen}
    assert "LecternLmsUnreachable" in names
    assert "LecternAbsent" not in {rule["name"] for rule in rules if rule["state"] != "inactive"}


def test_alerts_fire_when_they_should() -> None:
    promtool = program("promtool", "prometheus")
    command = [promtool, "test", "rules", "lectern.rules.test.yml"]
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    text = (FOLDER / "lectern.rules.test.yml").read_text(encoding="utf-8")
    assert {rule["alert"] for rule in alerts() if f'"{rule["alert"]}"' not in text} == set()
    for rule in alerts():
        assert rule["labels"]["severity"] in {"warning", "critical"}
        assert {"summary", "description"} <= rule["annotations"].keys()


def test_dashboard_is_one_that_grafana_imports() -> None:
    ids = [panel["id"] for panel in DASHBOARD["panels"]]
    assert len(set(ids)) == len(ids)
    assert DASHBOARD["uid"] == "lectern-gateway"
    for panel in DASHBOARD["panels"]:
        place = panel["gridPos"]
        assert place["x"] + place["w"] <= 24
        for target in panel.get("targets", ()):
            assert target["datasource"]["uid"] == "${datasource}"
            assert 'job=~"$job"' in target["expr"]


def test_collector_gets_requests_with_their_calls(lms: DemoLms) -> None:
    """By OTLP over HTTP with the protocol's own variables: compressed, with headers and attributes of the resource."""
    with collector() as collected:
        where = {
            "OTEL_EXPORTER_OTLP_ENDPOINT": collected.url,
            "OTEL_EXPORTER_OTLP_COMPRESSION": "gzip",
            "OTEL_RESOURCE_ATTRIBUTES": "deployment.environment=test",
            "OTEL_BSP_SCHEDULE_DELAY": "100",
        }
        with serve(lms.url, GATEWAY_TRACING="on", **where) as gateway:
            query = "query($key: CourseKey!) { viewer { username } course(key: $key) { title } }"
            for _ in range(6):
                body = {"query": query, "variables": {"key": KEY}}
                assert httpx.post(f"{gateway.url}/graphql", json=body, headers=sign_in("alex")).status_code == 200
        assert collected.spans.count("POST /graphql") == 6
        assert len(collected.spans) > 12
        assert collected.services == {"lectern-gateway"}
