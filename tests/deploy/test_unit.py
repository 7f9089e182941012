"""The systemd unit: valid, hardened, and not too strict for the gateway."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.deploy.programs import program
from tests.gateway.process import ROOT, environment
from tests.support.lms import DemoLms
from tests.support.people import sign_in
from tests.support.ports import free_port

if sys.platform != "linux":
    pytest.skip("systemd is Linux's", allow_module_level=True)

FOLDER = ROOT / "deploy" / "systemd"
MOST_EXPOSED = 15
"""Tenths of the exposure that systemd-analyze counts: 10 is the least that a service on the network can have, about."""

_PR_SET_MDWE = 65
_REFUSE_EXEC_GAIN = 1


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit, with the gateway where it is here."""
    text = (FOLDER / "lectern.service").read_text(encoding="utf-8")
    path = tmp_path / "lectern.service"
    path.write_text(text.replace("/opt/lectern/bin/", f"{Path(sys.executable).parent}/"))
    return path


def values(unit: Path, key: str) -> list[str]:
    return re.findall(rf"^{key}=(.*)$", unit.read_text(encoding="utf-8"), re.MULTILINE)


def test_unit_is_sound_and_hardened(unit: Path) -> None:
    analyze = program("systemd-analyze", "systemd")
    done = subprocess.run([analyze, "verify", "--man=no", unit], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    command = [analyze, "security", "--offline=true", f"--threshold={MOST_EXPOSED}", str(unit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def given(port: int, lms_url: str) -> dict[str, str]:
    """The example's environment, with the addresses of this test."""
    lines = (FOLDER / "environment").read_text(encoding="utf-8").splitlines()
    named = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    return {**named, "GATEWAY_PORT": str(port), "GATEWAY_LMS_BASE_URL": lms_url}


def allowed(unit: Path, analyze: str) -> set[str]:
    """The system calls that the unit's filter lets through."""
    found: set[str] = set()
    for line in values(unit, "SystemCallFilter"):
        taken = {call for group in line.lstrip("~").split() for call in calls_of(group, analyze)}
        found = found - taken if line.startswith("~") else found | taken
    return found


def calls_of(group: str, analyze: str) -> Iterator[str]:
    if not group.startswith("@"):
        yield group
        return
    done = subprocess.run([analyze, "syscall-filter", group], capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines()[1:]:
        word = line.strip()
        if word and not word.startswith("#"):
            yield from calls_of(word, analyze)


STRICT = f"""
import ctypes, os, sys
ctypes.CDLL(None).prctl({_PR_SET_MDWE}, {_REFUSE_EXEC_GAIN}, 0, 0, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""What MemoryDenyWriteExecute does, on kernels that know it by this name; inherited by what is started."""


def test_gateway_works_with_the_restrictions_of_the_unit(unit: Path, lms: DemoLms, tmp_path: Path) -> None:
    """Serves with two workers, and makes no call of the system that the filter would refuse."""
    analyze, strace = program("systemd-analyze", "systemd"), program("strace")
    port, trace = free_port(), tmp_path / "calls"
    (command,) = values(unit, "ExecStart")
    variables = environment(**given(port, lms.url), TMPDIR=str(tmp_path))
    traced = [strace, "-D", "-f", "-qq", "--seccomp-bpf", "-e", "trace=!read,write", "-o", str(trace)]
    strict = [sys.executable, "-c", STRICT, *command.split()]
    process = subprocess.Popen([*traced, *strict], env=variables, cwd="/", stderr=subprocess.DEVNULL)
    try:
        await_health(port)
        answer = httpx.post(
            f"http://127.0.0.1:{port}/graphql",
            json={"query": "{ viewer { username } }"},
            headers=sign_in("alex", "session"),
            timeout=20,
        )
        assert answer.json() == {"data": {"viewer": {"username": "alex"}}}
        assert httpx.get(f"http://127.0.0.1:{port}/metrics", timeout=20).status_code == 200
    finally:
        process.terminate()
        assert process.wait(40) == 0
    made = set(re.findall(r"^\d+ +(\w+)\(", trace.read_text(errors="replace"), re.MULTILINE))
    assert "execve" in made
    assert made - allowed(unit, analyze) == set()


def await_health(port: int) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            if httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=5).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
        assert time.monotonic() < end
