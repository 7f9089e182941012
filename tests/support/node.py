"""Node packages that tests run: installed as their lock file says, and test files of Node's own runner."""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

_INSTALL_SECONDS = 300
_RAN = re.compile(r"^# pass (\d+)$", re.MULTILINE)


def tool(name: str) -> str:
    """The path of `node` or `npm`; fails the test with a hint when the machine has none."""
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"this test needs {name}: apt-get install nodejs npm", pytrace=False)
    return found


def install(folder: Path) -> None:
    """Installs the packages of a folder into its `node_modules`, once for each content of its lock file.

    Several processes may ask at the same time: one of them installs, the others wait.
    """
    wanted = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    modules = folder / "node_modules"
    stamp = modules / ".lock-sha256"
    npm = tool("npm")
    tool("node")
    modules.mkdir(exist_ok=True)
    with (folder / "package-lock.json").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if stamp.is_file() and stamp.read_text() == wanted:
            return
        done = subprocess.run(  # noqa: S603
            [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=_INSTALL_SECONDS,
            check=False,
        )
        if done.returncode != 0:
            pytest.fail(f"npm could not install the packages of {folder.name}: {done.stderr.strip()}", pytrace=False)
        stamp.write_text(wanted)


def run_tests(file: Path, environment: Mapping[str, str], *, seconds: float = 300) -> None:
    """Runs one file of tests with Node's test runner; fails with its report unless all of them pass."""
    done = subprocess.run(  # noqa: S603
        [tool("node"), "--test", "--test-reporter=tap", file.name],
        cwd=file.parent,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    passed = _RAN.search(done.stdout)
    if done.returncode != 0 or passed is None or passed.group(1) == "0":
        pytest.fail(f"{file.name} failed:\n{done.stdout}\n{done.stderr}", pytrace=False)


def run(file: Path, *arguments: str, seconds: float = 60) -> None:
    """Runs a script; fails the test with what it said unless it succeeds."""
    done = subprocess.run(  # noqa: S603
        [tool("node"), file.name, *arguments],
        cwd=file.parent,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    if done.returncode != 0:
        pytest.fail(f"{file.name} failed:\n{done.stdout}\n{done.stderr}", pytrace=False)


def run_vitest(folder: Path, environment: Mapping[str, str], *, seconds: float = 300) -> None:
    """Runs the tests of a package; fails with their report unless all of them pass."""
    done = subprocess.run(  # noqa: S603
        [tool("node"), "node_modules/vitest/vitest.mjs", "run", "--reporter=dot", "--no-color"],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    if done.returncode != 0 or " passed" not in done.stdout:
        pytest.fail(f"the tests of {folder.name} failed:\n{done.stdout}\n{done.stderr}", pytrace=False)
