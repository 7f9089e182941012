"""The gateway as a process: start, stop, and behaviour without an LMS."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from gateway.demo.app import create_app as create_demo_lms
from tests.support.lms import DemoLms
from tests.support.servers import served

from .process import ROOT, environment, serve

KEY = "course-v1:OpenedX+DemoX+DemoCourse"
QUERY = f'{{ course(key: "{KEY}") {{ tabs {{ id }} }} }}'
ALEX = {"authorization": "JWT demo-alex"}
SLOW = {"/api/course_home/": {"latency_ms": 2500}}


def ask(url: str) -> httpx.Response:
    return httpx.post(f"{url}/graphql", json={"query": QUERY}, headers=ALEX, timeout=20)


@pytest.fixture
def slow_lms(lms: DemoLms) -> Iterator[DemoLms]:
    """An LMS that takes two and a half seconds for a page."""
    lms.faults(SLOW)
    yield lms
    lms.faults({})


@pytest.mark.parametrize("workers", [1, 2])
def test_no_request_is_lost_on_sigterm(slow_lms: DemoLms, workers: int) -> None:
    with serve(slow_lms.url, GATEWAY_WORKERS=str(workers)) as gateway, ThreadPoolExecutor(12) as pool:
        slow_lms.forget()
        started = time.monotonic()
        asked = [pool.submit(ask, gateway.url) for _ in range(12)]
        while len(slow_lms.calls()) < 12 and time.monotonic() < started + 10:
            time.sleep(0.02)
        gateway.terminate()
        assert refuses(gateway.port, while_pending=asked)
        for answer in (future.result() for future in asked):
            assert answer.status_code == 200
            assert answer.json()["data"]["course"]["tabs"]
        assert gateway.process.wait(20) == 0
        with pytest.raises(httpx.ConnectError):
            ask(gateway.url)
        assert "Traceback" not in gateway.log()


def refuses(port: int, while_pending: "list[Future[httpx.Response]]") -> bool:
    """Whether new connections are refused before the last of the answers is there."""
    while not all(answer.done() for answer in while_pending):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return not all(answer.done() for answer in while_pending)
        time.sleep(0.05)
    return False


def children(pid: int) -> list[int]:
    """The processes that this one started."""
    return [int(text) for text in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_several_workers_serve_and_go_with_their_parent(lms: DemoLms) -> None:
    with serve(lms.url, GATEWAY_WORKERS="3", GATEWAY_MAX_HEADER_BYTES="2000") as gateway:
        answers = [ask(gateway.url) for _ in range(20)]
        assert {answer.status_code for answer in answers} == {200}
        assert all(answer.json()["data"]["course"]["tabs"] for answer in answers)
        workers = children(gateway.process.pid)
        assert len(workers) >= 3
        assert httpx.get(f"{gateway.url}/healthz", headers={"x": "y" * 3000}).status_code == 431
        gateway.process.kill()
        gateway.process.wait()
        end = time.monotonic() + 20
        while any(Path(f"/proc/{pid}").exists() for pid in workers):
            assert time.monotonic() < end, "orphans hold the port"
            time.sleep(0.05)
        with pytest.raises(httpx.ConnectError):
            ask(gateway.url)


def test_worker_that_cannot_start_ends_the_gateway(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import os, sys\nif '--multiprocessing-fork' in sys.orig_argv:\n    os._exit(1)\n"
    )
    done = serve_once(GATEWAY_WORKERS="2", PYTHONPATH=os.pathsep.join((str(tmp_path), str(ROOT))))
    assert done.returncode == 3
    assert "could not start" in done.stderr


def test_port_that_is_taken_is_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for workers in ("1", "2"):
            done = serve_once(GATEWAY_PORT=port, GATEWAY_WORKERS=workers)
            assert done.returncode == 2
            (line,) = done.stderr.strip().splitlines()
            assert line.startswith(f"gateway: GATEWAY_PORT: port {port} is taken")


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid", "not a host"])
def test_host_that_is_none_is_one_line(host: str) -> None:
    done = serve_once(GATEWAY_HOST=host)
    assert done.returncode == 2
    (line,) = done.stderr.strip().splitlines()
    assert line.startswith("gateway: GATEWAY_HOST: ")


def test_readiness_follows_the_lms(tmp_path: Path) -> None:
    with ExitStack() as stack:
        lms = ExitStack()
        url = lms.enter_context(served(lambda base: create_demo_lms(now=datetime.now(UTC), base_url=base)))
        gateway = stack.enter_context(serve(url))
        with lms:
            assert httpx.get(f"{gateway.url}/readyz").status_code == 200
            assert ask(gateway.url).json()["data"]["course"]["tabs"]
        unready = httpx.get(f"{gateway.url}/readyz")
        assert (unready.status_code, unready.json()["status"]) == (503, "unavailable")
        assert httpx.get(f"{gateway.url}/healthz").status_code == 200
        answer = ask(gateway.url)
        assert answer.status_code == 200
        (error,) = answer.json()["errors"]
        assert error["extensions"]["code"] == "UPSTREAM_UNAVAILABLE"
        assert url not in answer.text
        assert gateway.process.poll() is None


BAD = {
    "GATEWAY_LMS_BASE_URL": ["nonsense", "ftp://lms.example.com", "https://user:secret@lms.example.com", ""],
    "GATEWAY_PORT": ["http", "-1", "65536"],
    "GATEWAY_WORKERS": ["0", "many"],
    "GATEWAY_MODE": ["staging"],
    "GATEWAY_MAX_DEPTH": ["0", "deep"],
    "GATEWAY_READ_TIMEOUT": ["0"],
    "GATEWAY_MAX_CLIENTS": ["0"],
    "GATEWAY_KEEP_ALIVE": ["0", "-1", "inf", "86401"],
    "GATEWAY_CORS_ORIGINS": ["*", "https://*.example.com", "apps.example.com", "https://apps.example.com/learning"],
    "GATEWAY_TRUSTED_PROXIES": ["nonsense", "10.0.0.1/8"],
    "GATEWAY_TRUSTED_DOCUMENTS": ["missing.json"],
    "GATEWAY_TRUSTED_ONLY": ["true", "perhaps"],
    "GATEWAY_PUBLIC_MAX_AGE": ["-1"],
    "GATEWAY_CONFIG": ["missing.toml"],
}


def serve_once(**variables: str) -> "subprocess.CompletedProcess[str]":
    given = {"GATEWAY_LMS_BASE_URL": "http://127.0.0.1:9", "GATEWAY_PORT": "0", **variables}
    return subprocess.run(
        [sys.executable, "-m", "gateway", "serve"],
        env=environment(**given),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in BAD.items() for value in values])
def test_bad_settings_stop_the_start(name: str, value: str) -> None:
    done = serve_once(**{name: value})
    assert done.returncode == 2
    lines = (done.stdout + done.stderr).strip().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("gateway: ")
    assert name in lines[0]
    assert "secret" not in lines[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "not JSON"),
        ("[]", "one JSON object"),
        ('{"a": 1}', "has no document"),
        (json.dumps({"0" * 64: "{ __typename }"}), "does not have this hash"),
        (json.dumps({"sha256:x": "{ __typename }"}), "not a SHA-256"),
    ],
)
def test_bad_manifests_stop_the_start(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "documents.json"
    path.write_text(text)
    done = serve_once(GATEWAY_TRUSTED_DOCUMENTS=str(path))
    assert done.returncode == 2
    (line,) = done.stderr.strip().splitlines()
    assert words in line
    assert "GATEWAY_TRUSTED_DOCUMENTS" in line
