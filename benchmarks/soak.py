"""A gateway and a demo LMS as processes, many users, everything that can go wrong: what holds, for how long.

`python -m benchmarks.soak --seconds 300` prints what docs/reliability.md quotes. Five phases: calm, faults that change
twice a second, bad input, the LMS killed and started again, calm. Ends with 1 when anything was lost or mixed up.
"""

import argparse
import asyncio
import json
import os
import platform
import random
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from benchmarks.bad_input import BAD_REQUESTS, send_raw
from benchmarks.crowd import Seen, ask, crowd
from benchmarks.process import memory_bytes

PREFIXES = ("/api/course_home/", "/api/courses/", "/api/user/", "/api/enrollment/", "/api/courseware/", "/api/")
FAULTS: tuple[dict[str, Any], ...] = (
    {"status": 500},
    {"status": 503, "times": 2},
    {"status": 502},
    {"status": 429, "retry_after": 3},
    {"kind": "hang"},
    {"kind": "html"},
    {"kind": "truncate"},
    {"kind": "reset"},
    {"kind": "trickle"},
    {"kind": "empty"},
    {"kind": "redirect"},
    {"kind": "redirect_host"},
    {"kind": "badjson"},
    {"kind": "wrongtype"},
    {"kind": "huge", "times": 3},
    {"latency_ms": 400},
)
DEADLINE = 2.0
"""Seconds the gateway gives a request here, so that a short run sees many hung calls."""


@dataclass
class Soak:
    """The two processes and what was seen."""

    seconds: float
    users: int
    chance: random.Random
    lms_port: int = 0
    port: int = 0
    gateway: "subprocess.Popen[bytes] | None" = None
    lms: "subprocess.Popen[bytes] | None" = None
    phases: list[Seen] = field(default_factory=list)
    recovered: float = 0.0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def faults_url(self) -> str:
        return f"http://127.0.0.1:{self.lms_port}/__faults"

    def start_lms(self) -> None:
        """The demo LMS, as `gateway demo-lms` starts it."""
        command = [sys.executable, "-m", "gateway", "demo-lms", "--port", str(self.lms_port), "--blocks", "300"]
        self.lms = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603
        _await_port(self.lms_port)

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


@asynccontextmanager
async def changing_faults(soak: Soak) -> AsyncIterator[None]:
    """Sets other faults twice a second while the block runs, and none at its end."""

    async def change() -> None:
        while True:
            faults = {prefix: soak.chance.choice(FAULTS) for prefix in soak.chance.sample(PREFIXES, 2)}
            await http.put(soak.faults_url, json=faults)
            await asyncio.sleep(0.5)

    async with aiohttp.ClientSession() as http:
        changing = asyncio.create_task(change())
        try:
            yield
        finally:
            changing.cancel()
            await asyncio.wait({changing})
            await http.put(soak.faults_url, json={})


async def calm(soak: Soak, seen: Seen) -> None:
    """Nothing is wrong."""
    await crowd(soak, seen, soak.seconds * 0.25)


async def troubled(soak: Soak, seen: Seen) -> None:
    """Something else is wrong twice a second; one in twenty leaves early."""
    async with changing_faults(soak):
        await crowd(soak, seen, soak.seconds * 0.3, hasty=True)


async def bad_input(soak: Soak, seen: Seen) -> None:
    """Every bad request, again and again, beside people who want a page."""
    end = time.monotonic() + soak.seconds * 0.1

    async def attacker() -> None:
        while time.monotonic() < end:
            for name, raw in BAD_REQUESTS.items():
                status = await send_raw(soak.port, raw)
                seen.statuses[status] += 1
                if status >= 500:
                    seen.wrong.append(f"{name}: status {status}")

    await asyncio.gather(attacker(), attacker(), crowd(soak, seen, soak.seconds * 0.1))


async def outage(soak: Soak, seen: Seen) -> None:
    """The LMS is killed under load and started again."""

    async def kill_and_restart() -> None:
        await asyncio.sleep(soak.seconds * 0.05)
        assert soak.lms is not None
        soak.lms.send_signal(signal.SIGKILL)
        soak.lms.wait()
        await asyncio.sleep(soak.seconds * 0.05)
        await asyncio.to_thread(soak.start_lms)
        back = time.monotonic()
        async with aiohttp.ClientSession() as http:
            probe = Seen("probe")
            while not probe.whole:
                await ask(soak, http, probe, user="alex")
                await asyncio.sleep(0.05)
        soak.recovered = time.monotonic() - back

    await asyncio.gather(kill_and_restart(), crowd(soak, seen, soak.seconds * 0.2))


PHASES: tuple[tuple[str, Callable[[Soak, Seen], Awaitable[None]]], ...] = (
    ("calm", calm),
    ("changing faults", troubled),
    ("bad input", bad_input),
    ("LMS killed and restarted", outage),
    ("calm again", calm),
)


def soak_for(seconds: float, users: int = 16, seed: int = 1) -> Soak:
    """Runs all phases, in about `seconds`."""
    soak = Soak(seconds, users, random.Random(seed), _free_port(), _free_port())
    try:
        soak.start_lms()
        soak.start_gateway()
        asyncio.run(_run(soak))
    finally:
        for process in (soak.gateway, soak.lms):
            if process is not None:
                process.terminate()
                process.wait(30)
    return soak


async def _run(soak: Soak) -> None:
    assert soak.gateway is not None
    await crowd(soak, Seen("warm-up"), max(1.0, soak.seconds * 0.05))
    for name, phase in PHASES:
        seen = Seen(name)
        await phase(soak, seen)
        seen.memory = memory_bytes(soak.gateway.pid)
        soak.phases.append(seen)
        if soak.gateway.poll() is not None:
            seen.wrong.append("the gateway is gone")
            return


def report(soak: Soak) -> str:
    """The figures as Markdown."""
    lines = [
        "| phase | seconds | requests | per second | whole | partial | client left | lost or wrong | slowest s | MiB |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |",
    ]
    lines += [
        f"| {seen.name} | {seen.seconds:.0f} | {seen.sent} | {seen.sent / seen.seconds:.0f} | {seen.whole} "
        f"| {seen.partial} | {seen.left} | {seen.lost + len(seen.wrong)} | {seen.slowest:.2f} "
        f"| {seen.memory / 2**20:.0f} |"
        for seen in soak.phases
    ]
    codes: Counter[str] = Counter()
    for seen in soak.phases:
        codes.update(seen.codes)
    lines += [
        "",
        f"Whole answers again {soak.recovered:.2f} s after the LMS was back.",
        "",
        "Errors given, by code:",
        "",
    ]
    lines += [f"- `{code}` {count}" for code, count in codes.most_common()]
    lines += [f"- WRONG: {text}" for seen in soak.phases for text in seen.wrong[:10]]
    return "\n".join(lines)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _await_port(port: int) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"nothing listens on port {port}")


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--users", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    soak = soak_for(given.seconds, given.users, given.seed)
    machine = {"python": platform.python_version(), "cores": os.cpu_count(), "users": given.users, "seed": given.seed}
    print(json.dumps(machine))
    print(report(soak))
    return 1 if any(seen.lost or seen.wrong for seen in soak.phases) else 0


if __name__ == "__main__":
    sys.exit(main())
