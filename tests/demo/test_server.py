"""Generated courses, speed, the start function, and the isolation of the package."""

from __future__ import annotations

import socket
import subprocess
import sys
import time

import httpx
import pytest

from gateway.demo.app import create_app
from gateway.demo.server import parse_latency
from gateway.demo.world import World

from .served import served

LARGE = "course-v1:Demo+Large+3000"
ALEX = {"Authorization": "JWT demo-alex"}


def test_generated_courses_and_their_speed() -> None:
    with served(create_app(blocks=3000, enrollments=30)) as url, httpx.Client(base_url=url, headers=ALEX) as client:
        assert len(client.get("/api/enrollment/v1/enrollment").json()) == 37
        paths = [f"/api/course_home/outline/{LARGE}"] * 5
        sizes = {len(client.get(path).json()["course_blocks"]["blocks"]) for path in paths}
        calls = [call["took_ms"] for call in client.get("/__calls").json() if call["path"] == paths[0]]
        key = LARGE.replace("+", "%2B")
        blocks = client.get(f"/api/courses/v2/blocks/?course_id={key}&username=alex&depth=all").json()["blocks"]
    assert abs(len(blocks) - 3000) < 60
    assert len(sizes) == 1
    assert min(calls) < 30


def test_worlds_do_not_share_state() -> None:
    one, other = World.build(), World.build()
    one.enroll(one.users["jordan"], one.courses["course-v1:OpenedX+PubX+2026"], "audit")
    one.users["alex"].preferences["time_zone"] = "UTC"
    one.users["alex"].profile["bio"] = "x"
    assert other.enrollments_of(other.users["jordan"]) == []
    assert other.users["alex"].preferences["time_zone"] == "America/Bogota"
    assert "bio" not in other.users["alex"].profile


def test_run_serves_until_it_is_stopped() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    code = f"from gateway.demo.server import run; run('127.0.0.1', {port}, latency={{'me': 20}}, throttle=True)"
    with subprocess.Popen([sys.executable, "-c", code]) as process:  # noqa: S603 - our own code
        try:
            answer = _eventually(f"http://127.0.0.1:{port}/api/user/v1/me")
            course = httpx.get(f"http://127.0.0.1:{port}/api/courses/v1/courses/").json()["results"][0]
        finally:
            process.terminate()
    assert answer.json() == {"username": "alex"}
    assert course["blocks_url"].startswith(f"http://localhost:{port}/")


def _eventually(url: str) -> httpx.Response:
    deadline = time.monotonic() + 10
    while True:
        try:
            return httpx.get(url, headers=ALEX)
        except httpx.ConnectError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def test_latency_specs() -> None:
    assert parse_latency(["outline=300ms", "dates=2s", "me=5"]) == {"outline": 300, "dates": 2000, "me": 5}
    for wrong in ("outline", "=3ms", "outline=soon"):
        with pytest.raises(ValueError, match="NAME=MILLISECONDS"):
            parse_latency([wrong])


def test_the_demo_imports_nothing_of_the_gateway() -> None:
    code = (
        "import sys, gateway.demo.server\n"
        "own = [name for name in sys.modules if name.split('.')[0] in ('gateway', 'schema', 'resolvers', 'loaders')]\n"
        "print([name for name in own if name != 'gateway' and not name.startswith('gateway.demo')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"
