"""Runs `gateway serve` as a separate process."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.support.ports import free_port

ROOT = Path(__file__).parents[2]
_START_SECONDS = 60.0
_STOP_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Served:
    """A running gateway."""

    process: "subprocess.Popen[bytes]"
    port: int
    log_path: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def log(self) -> str:
        """What it wrote so far."""
        return self.log_path.read_text(encoding="utf-8", errors="replace")

    def terminate(self) -> None:
        """Asks it to stop, and does not wait."""
        self.process.send_signal(signal.SIGTERM)


def environment(**variables: str) -> dict[str, str]:
    """This process's environment with these gateway settings and no others."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GATEWAY_")} | variables


@contextmanager
def serve(lms_url: str, **variables: str) -> Iterator[Served]:
    """Runs `gateway serve` with these settings until the block ends."""
    port = free_port()
    settings = {"GATEWAY_LMS_BASE_URL": lms_url, "GATEWAY_PORT": str(port), **variables}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log"
        with path.open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "gateway", "serve"],
                env=environment(**settings),
                cwd=ROOT,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
            served = Served(process, port, path)
            try:
                _await(served)
                yield served
            finally:
                process.terminate()
                try:
                    process.wait(_STOP_SECONDS)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
                    raise


def _await(served: Served) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        if served.process.poll() is not None:
            raise RuntimeError(f"the gateway stopped: {served.log()}")
        try:
            if httpx.get(f"{served.url}/healthz", timeout=1).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise RuntimeError(f"the gateway did not open its port: {served.log()}")
