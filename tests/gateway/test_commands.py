"""The command line, run as an operator runs it."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from graphql import build_schema as build_from_sdl

from tests.gateway.test_settings import ROOT, run
from tests.support.ports import free_port

IMAGES = '{ course(key: "course-v1:OpenedX+DemoX+DemoCourse") { media { courseImageUrl image { raw } } } }'


def test_schema_prints_what_is_committed() -> None:
    done = run("schema")
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout == (ROOT / "schema.graphql").read_text(encoding="utf-8"), "run: make generated"
    assert build_from_sdl(done.stdout).query_type is not None


def test_check_says_that_the_lms_answers(lms_url: str) -> None:
    done = run("check", GATEWAY_LMS_BASE_URL=lms_url)
    assert done.returncode == 0, done.stderr
    assert f"{lms_url} answers" in done.stdout
    assert "graphql-core" in done.stdout


def test_check_with_bad_settings() -> None:
    done = run("check", GATEWAY_LMS_BASE_URL="nonsense")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("gateway: GATEWAY_LMS_BASE_URL: ")


@pytest.mark.parametrize(
    "arguments",
    [(), ("nonsense",), ("demo-lms", "--port", "many"), ("demo-lms", "--port", "99999"), ("serve", "--nonsense")],
)
def test_wrong_usage_prints_the_usage(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "usage: gateway" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("latency", ["outline", "outline=", "outline=fast", "=3ms"])
def test_latency_that_is_none_is_one_line(latency: str) -> None:
    done = run("demo-lms", "--latency", latency)
    assert done.returncode == 2
    assert done.stderr.startswith("gateway: --latency: ")
    assert done.stderr.count("\n") == 1


def test_demo_says_which_port_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("demo", GATEWAY_DEMO_LMS_PORT=str(port))
    assert done.returncode == 2
    assert f"GATEWAY_DEMO_LMS_PORT: port {port} is taken" in done.stderr


def test_demo_lms_says_which_port_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        for arguments, named in ((["--port", str(port)], "--port"), (["--luminus-port", str(port)], "--luminus-port")):
            done = run("demo-lms", *arguments, GATEWAY_DEMO_LMS_PORT=str(free_port()))
            assert done.returncode == 2
            assert done.stderr.startswith(f"gateway: {named}: port {port} is taken")
            assert done.stderr.count("\n") == 1


def test_demo_refuses_one_port_for_two() -> None:
    port = str(free_port())
    done = run("demo", GATEWAY_PORT=port, GATEWAY_DEMO_LMS_PORT=port)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"gateway: GATEWAY_PORT: port {port} is the demo LMS's; set another one\n"


def test_demo_serves_and_stops(tmp_path: Path) -> None:
    port, lms_port, luminus_port = free_port(), free_port(), free_port()
    variables = {
        "GATEWAY_PORT": str(port),
        "GATEWAY_DEMO_LMS_PORT": str(lms_port),
        "GATEWAY_DEMO_LUMINUS_PORT": str(luminus_port),
    }
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GATEWAY_")}
    with (tmp_path / "log").open("wb") as log:
        demo = subprocess.Popen(  # our own interpreter and arguments
            [sys.executable, "-m", "gateway", "demo", "--enrollments", "2"],
            env=environment | variables,
            cwd=ROOT,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            answer = wait_for(f"http://127.0.0.1:{port}/graphql", demo)
            assert answer == {"data": {"viewer": {"username": "alex"}}}
            assert httpx.get(f"http://127.0.0.1:{lms_port}/__calls").json()
            images = httpx.post(f"http://127.0.0.1:{port}/graphql", json={"query": IMAGES}).json()["data"]["course"]
            own = f"http://localhost:{lms_port}/"
            assert images["media"]["courseImageUrl"].startswith(own)
            assert images["media"]["image"]["raw"].startswith(own), "one answer, one name of the LMS"
        finally:
            demo.send_signal(signal.SIGTERM)
            status = demo.wait(20)
    text = (tmp_path / "log").read_text(encoding="utf-8")
    assert status in {0, -signal.SIGTERM}, text
    assert f"http://localhost:{port}/graphiql" in text
    assert "Traceback" not in text
    for gone in (port, lms_port):
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", gone)) != 0


def wait_for(url: str, process: "subprocess.Popen[bytes]") -> object:
    """The answer to a first query, as soon as there is one."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        assert process.poll() is None, "the command ended"
        try:
            reply = httpx.post(
                url, json={"query": "{ viewer { username } }"}, headers={"Authorization": "JWT demo-alex"}
            )
        except httpx.TransportError:
            time.sleep(0.05)
            continue
        return reply.json()
    raise AssertionError("the command did not open its port")
