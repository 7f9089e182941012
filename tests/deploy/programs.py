"""Programs of the system that the tests use: finds them, starts them on free ports, and stops them."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_START_SECONDS = 60.0
_STOP_SECONDS = 10.0


def program(name: str, package: str | None = None) -> str:
    """The path of a program. Where it is missing, the test is skipped; `.ci/packages` installs it."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    if found is None:
        text = f"needs {name}: apt-get install {package or name}"
        if os.environ.get("CI"):
            pytest.fail(text)
        pytest.skip(text)
    return found


@contextmanager
def running(command: list[str], port: int, folder: Path, **variables: str) -> Iterator["subprocess.Popen[bytes]"]:
    """The program until the block ends. It has begun when something listens on `port`."""
    path = folder / "log"
    environment = {**os.environ, "HOME": str(folder), **variables}
    with path.open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT, env=environment)
    try:
        _await(process, port, path)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _await(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError(f"did not start: {log.read_text(errors='replace')}")
