"""The processes of a soak test: the demo LMS, and the gateway as an operator runs it."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

DEADLINE = 2.0
"""Seconds the gateway gives a request here, so that a short run sees many hung calls."""

_START_SECONDS = 30.0


def _free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@dataclass
class Stack:
    """The two processes, and the chance that everybody draws from."""

    users: int
    pause: float
    chance: random.Random
    lms_port: int = field(default_factory=_free_port)
    port: int = field(default_factory=_free_port)
    gateway: "subprocess.Popen[bytes] | None" = None
    lms: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def faults_url(self) -> str:
        return f"http://127.0.0.1:{self.lms_port}/__faults"

    def start_lms(self) -> None:
        """The demo LMS, as `gateway demo-lms` starts it."""
        command = [sys.executable, "-m", "gateway", "demo-lms", "--port", str(self.lms_port), "--blocks", "300"]
        command += ["--enrollments", "25"]
        self.lms = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603
        _await_port(self.lms_port)

    def kill_lms(self) -> None:
        """As a machine that loses its power."""
        assert self.lms is not None
        self.lms.send_signal(signal.SIGKILL)
        self.lms.wait()

    def start_gateway(self) -> None:
        """The gateway, as `gateway serve` starts it."""
        given = {
            "GATEWAY_LMS_BASE_URL": f"http://127.0.0.1:{self.lms_port}",
            "GATEWAY_PORT": str(self.port),
            "GATEWAY_DEADLINE": str(DEADLINE),
            "GATEWAY_READ_TIMEOUT": "2",
            "GATEWAY_LOG_LEVEL": "error",
        }
        command = [sys.executable, "-m", "gateway", "serve"]
        self.gateway = subprocess.Popen(command, env={**os.environ, **given})  # noqa: S603
        _await_port(self.port)


@contextmanager
def running(stack: Stack) -> Iterator[Stack]:
    """Starts both, and stops them at the end."""
    try:
        stack.start_lms()
        stack.start_gateway()
        yield stack
    finally:
        for process in (stack.gateway, stack.lms):
            if process is not None:
                process.terminate()
                process.wait(30)


def _await_port(port: int) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"nothing listens on port {port}")
