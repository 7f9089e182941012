"""The wheel: one top-level name, and a command that runs with packages of the same names as ours installed."""

import subprocess
import sys
import time
import venv
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.deploy.downloads import run
from tests.gateway.process import ROOT, environment
from tests.support.lms import DemoLms
from tests.support.ports import free_port

NEIGHBOUR = "schema==0.7.8"
"""A package of the index with the name of one of ours."""
PIP = ["-m", "pip", "--quiet", "--disable-pip-version-check"]
QUERY = {"query": "{ viewer { username } }"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from what is committed, or would be."""
    folder = tmp_path_factory.mktemp("wheel")
    listed = [
        "git",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
        "lectern_gateway",
        "gateway",
        "schema",
    ]
    listed += ["resolvers", "loaders", "pyproject.toml", "setup.py", "README.md", "LICENSE"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    for name in names:
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((ROOT / name).read_bytes())
    command = [sys.executable, *PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", "dist", "."]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    (built,) = (folder / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with the wheel and its neighbour; what they need lies on the path behind them."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    programs = folder / "bin"
    python = str(programs / "python")
    run([sys.executable, *PIP, "--python", python, "install", "--no-deps", NEIGHBOUR, str(wheel)], folder)
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "behind.pth").write_text("\n".join(path for path in sys.path if path.endswith("site-packages")))
    return programs


def test_wheel_has_one_name(wheel: Path) -> None:
    names = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {name for name in names if not name.endswith(".dist-info")} == {"lectern_gateway"}


def test_other_package_of_the_same_name_can_still_be_imported(installed: Path) -> None:
    code = "import schema, lectern_gateway; print(schema.Schema(int).validate(1), schema.__file__)"
    done = subprocess.run([installed / "python", "-c", code], capture_output=True, text=True, check=True, cwd="/")
    assert done.stdout.startswith("1 ")
    assert "lectern_gateway" not in done.stdout


@contextmanager
def running(program: Path, *arguments: str, **variables: str) -> Iterator[str]:
    """A gateway's address while its command runs."""
    port = free_port()
    given = environment(**variables, GATEWAY_PORT=str(port))
    process = subprocess.Popen([program, *arguments], env=given, cwd="/", stdout=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            assert process.poll() is None
            try:
                httpx.get(f"{url}/healthz")
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait(30)


def test_demo_answers(installed: Path) -> None:
    ports = {"GATEWAY_DEMO_LMS_PORT": str(free_port()), "GATEWAY_DEMO_LUMINUS_PORT": str(free_port())}
    with running(installed / "gateway", "demo", **ports) as url:
        answer = httpx.post(f"{url}/graphql", json=QUERY, headers={"authorization": "JWT demo-alex"}, timeout=30)
    assert answer.json() == {"data": {"viewer": {"username": "alex"}}}


def test_several_workers_answer(installed: Path, lms: DemoLms) -> None:
    with running(installed / "gateway", "serve", GATEWAY_LMS_BASE_URL=lms.url, GATEWAY_WORKERS="2") as url:
        answer = httpx.post(f"{url}/graphql", json=QUERY, headers={"authorization": "JWT demo-alex"}, timeout=30)
    assert answer.json() == {"data": {"viewer": {"username": "alex"}}}
