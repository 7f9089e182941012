"""The LumiNUS API on its own port: key, catalogue, errors, faults, log; and both servers in one process."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest

from gateway.demo.luminus import PORT_VARIABLE, create_luminus_app, luminus_port
from gateway.demo.world import World
from tests.support.ports import free_port

from .served import BOTANY, DEMO, served
from .shapes import example, fits

PATH = "/ExternalLinks/edXCourseruns"
KEY = {"Ocp-Apim-Subscription-Key": "demo-luminus-key"}


@dataclass
class Luminus:
    http: httpx.Client
    world: World

    def get(self, **headers: str) -> httpx.Response:
        return self.http.get(PATH, headers=KEY | {name.replace("_", "-"): value for name, value in headers.items()})


@pytest.fixture
def luminus() -> Iterator[Luminus]:
    world = World.build()
    with served(create_luminus_app(lambda: world)) as url, httpx.Client(base_url=url, timeout=5) as http:
        yield Luminus(http, world)


def test_the_catalogue_has_the_shape_of_the_example(luminus: Luminus) -> None:
    answer = luminus.get()
    assert answer.status_code == 200
    fits("luminus.edx_courseruns", answer.json())
    rows = {row["courserunKey"]: row for row in answer.json()}
    # Neither what is over nor what is hidden is offered.
    assert rows.keys() == {
        key
        for key, course in luminus.world.courses.items()
        if not course.has_ended(luminus.world.now) and "HidX" not in key
    }
    assert len({row["id"] for row in rows.values()}) == len(rows)
    demo, botany, stats = rows[DEMO], rows[BOTANY], rows["course-v1:OpenedX+StatsX+2026_T2"]
    assert (demo["price"], demo["type"], demo["pacingType"]) == ("149.00", "verified", "self_paced")
    assert (botany["minEffort"], botany["weeksToComplete"], botany["modularCredit"]) == (4, 12, 1)
    assert (stats["availability"], demo["availability"]) == ("Upcoming", "Current")


def test_one_object_instead_of_an_array(luminus: Luminus) -> None:
    rows = luminus.get().json()
    assert luminus.http.put("/__features", json={"single_object": True}).status_code == 204
    one = luminus.get().json()
    fits("luminus.edx_courseruns.single", one)
    assert one == rows[0]
    assert luminus.http.put("/__features", json={"other": True}).status_code == 400
    assert luminus.http.put("/__features", json={"single_object": 1}).status_code == 400
    luminus.http.post("/__reset")
    assert luminus.get().json() == rows


def test_the_key_is_asked_first(luminus: Luminus) -> None:
    missing, recorded = luminus.http.get(PATH), example("error.401.luminus_key")
    assert (missing.status_code, missing.json()) == (401, recorded["body"])
    assert missing.headers["www-authenticate"].startswith("AzureApiManagementKey ")
    wrong = luminus.http.get(PATH, headers={"Ocp-Apim-Subscription-Key": "nonsense"})
    assert (wrong.status_code, "invalid subscription key" in wrong.json()["message"]) == (401, True)
    reader = luminus.http.get(PATH, headers={"Ocp-Apim-Subscription-Key": "demo-luminus-reader"})
    assert (reader.status_code, reader.json()) == (403, "Login user not authorized to perform this action")
    # The LMS's credentials are worth nothing here.
    assert luminus.http.get(PATH, headers={"Authorization": "JWT demo-taylor"}).status_code == 401


def test_an_empty_catalogue_is_not_found(luminus: Luminus) -> None:
    luminus.world.courses.clear()
    answer = luminus.get()
    assert (answer.status_code, answer.json()) == (404, "the catalog is not found")


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (400, "Bad Request"),
        (403, "Login user not authorized to perform this action"),
        (404, "the catalog is not found"),
        (500, example("error.500.luminus")["body"]),
    ],
)
def test_errors_are_json_strings(luminus: Luminus, status: int, text: str) -> None:
    luminus.http.put("/__faults", json={PATH: {"status": status, "times": 1}})
    answer = luminus.get()
    assert (answer.status_code, answer.json()) == (status, text)
    assert luminus.get().status_code == 200


def test_faults_of_the_wire(luminus: Luminus) -> None:
    luminus.http.put("/__faults", json={PATH: {"kind": "html"}})
    assert luminus.get().headers["content-type"].startswith("text/html")
    luminus.http.put("/__faults", json={PATH: {"kind": "reset"}})
    with pytest.raises(httpx.RemoteProtocolError):
        luminus.get()
    luminus.http.put("/__faults", json={PATH: {"latency_ms": 60}})
    assert luminus.get().elapsed.total_seconds() > 0.05
    assert luminus.http.put("/__faults", json={PATH: {"kind": "nonsense"}}).status_code == 400


def test_the_log_shows_what_was_sent(luminus: Luminus) -> None:
    luminus.get(X_Request_ID="r1")
    luminus.http.get("/elsewhere")
    calls = luminus.http.get("/__calls").json()
    assert [(call["path"], call["status"]) for call in calls] == [(PATH, 200), ("/elsewhere", 404)]
    assert calls[0]["headers"]["ocp-apim-subscription-key"] == "demo-luminus-key"
    assert calls[0]["headers"]["x-request-id"] == "r1"
    luminus.http.delete("/__calls")
    assert luminus.http.get("/__calls").json() == []


def test_the_port_is_given_or_set_or_18001(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PORT_VARIABLE, raising=False)
    assert (luminus_port(), luminus_port(5)) == (18001, 5)
    monkeypatch.setenv(PORT_VARIABLE, "19001")
    assert luminus_port() == 19001
    monkeypatch.setenv(PORT_VARIABLE, "many")
    with pytest.raises(ValueError, match="not a port: many"):
        luminus_port()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_both_servers_share_the_courses_and_stop_together(how: signal.Signals) -> None:
    ports = [free_port() for _ in range(2)]
    code = f"from gateway.demo.server import serve_all; serve_all('127.0.0.1', {ports[0]}, {ports[1]}, latency={{}})"
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) as process:  # noqa: S603 - our own code
        try:
            rows = _eventually(f"http://127.0.0.1:{ports[1]}{PATH}").json()
            listed = _eventually(f"http://127.0.0.1:{ports[0]}/api/courses/v1/courses/").json()["results"]
        finally:
            process.send_signal(how)
        _, errors = process.communicate(timeout=10)
    assert errors == b""
    assert {row["courserunKey"] for row in rows} <= {course["id"] for course in listed}
    assert rows[0]["enrollmentUrl"].startswith(f"http://localhost:{ports[0]}/")


def _eventually(url: str) -> httpx.Response:
    deadline = time.monotonic() + 10
    while True:
        try:
            return httpx.get(url, headers=KEY)
        except httpx.ConnectError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
