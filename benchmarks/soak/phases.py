"""The phases of a soak, and the cycles that repeat them."""

import asyncio
import random
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from benchmarks.process import memory_bytes
from benchmarks.soak.bad_input import BAD_REQUESTS, send_raw
from benchmarks.soak.crowd import Seen, ask, browser, crowd
from benchmarks.soak.stack import Stack, running

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
_SAMPLE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Sample:
    """The gateway's memory at one moment. `at` is in seconds from the start, `memory` in bytes."""

    at: float
    memory: int
    cycle: int
    phase: str


@dataclass
class Soak:
    """What was seen: each phase, all cycles together, and the memory all along.

    `recoveries` are the seconds from the LMS's return until the first whole answer, one a cycle.
    """

    stack: Stack
    seconds: float
    cycles: int
    phases: dict[str, Seen] = field(default_factory=dict)
    samples: list[Sample] = field(default_factory=list)
    recoveries: list[float] = field(default_factory=list)
    began: float = 0.0

    def settled(self, cycle: int) -> float:
        """The gateway's memory in the last phase of a cycle, in bytes: the median."""
        last = PHASES[-1][0]
        return statistics.median(one.memory for one in self.samples if one.cycle == cycle and one.phase == last)

    @property
    def wrong(self) -> list[str]:
        """Everything that should not have been."""
        found = [text for seen in self.phases.values() for text in seen.wrong]
        return found + [f"{seen.lost} requests lost: {seen.name}" for seen in self.phases.values() if seen.lost]


@asynccontextmanager
async def changing_faults(stack: Stack) -> AsyncIterator[None]:
    """Sets other faults twice a second while the block runs, and none at its end."""

    async def change() -> None:
        while True:
            faults = {prefix: stack.chance.choice(FAULTS) for prefix in stack.chance.sample(PREFIXES, 2)}
            await http.put(stack.faults_url, json=faults)
            await asyncio.sleep(0.5)

    async with aiohttp.ClientSession() as http:
        changing = asyncio.create_task(change())
        try:
            yield
        finally:
            changing.cancel()
            await asyncio.wait({changing})
            await http.put(stack.faults_url, json={})


async def calm(soak: Soak, seen: Seen, seconds: float) -> None:
    """Nothing is wrong."""
    await crowd(soak.stack, seen, seconds)


async def troubled(soak: Soak, seen: Seen, seconds: float) -> None:
    """Something else is wrong twice a second; one in twenty leaves early."""
    async with changing_faults(soak.stack):
        await crowd(soak.stack, seen, seconds, hasty=True)


async def bad_input(soak: Soak, seen: Seen, seconds: float) -> None:
    """Every bad request, again and again, while people ask for pages."""
    end = time.monotonic() + seconds

    async def attacker() -> None:
        while time.monotonic() < end:
            for name, raw in BAD_REQUESTS.items():
                status = await send_raw(soak.stack.port, raw)
                seen.statuses[status] += 1
                if status >= 500:
                    seen.wrong.append(f"{name}: status {status}")
            await asyncio.sleep(soak.stack.pause)

    await asyncio.gather(attacker(), attacker(), crowd(soak.stack, seen, seconds))


async def outage(soak: Soak, seen: Seen, seconds: float) -> None:
    """The LMS is killed under load and started again."""

    async def kill_and_restart() -> None:
        await asyncio.sleep(seconds / 4)
        soak.stack.kill_lms()
        await asyncio.sleep(seconds / 4)
        await asyncio.to_thread(soak.stack.start_lms)
        back = time.monotonic()
        async with browser() as http:
            probe = Seen("probe")
            while not probe.whole:
                await ask(soak.stack, http, probe, user="alex")
                await asyncio.sleep(0.05)
        soak.recoveries.append(time.monotonic() - back)

    await asyncio.gather(kill_and_restart(), crowd(soak.stack, seen, seconds))


Phase = Callable[[Soak, Seen, float], Awaitable[None]]
PHASES: tuple[tuple[str, Phase, float], ...] = (
    ("calm", calm, 0.25),
    ("changing faults", troubled, 0.3),
    ("bad input", bad_input, 0.1),
    ("LMS killed and restarted", outage, 0.15),
    ("calm again", calm, 0.2),
)
"""Name, work, and share of a cycle's time."""


def soak_for(seconds: float, *, cycles: int = 1, users: int = 16, pause: float = 0.0, seed: int = 1) -> Soak:
    """Runs all phases `cycles` times, in about `seconds` in all. `pause` is how long a person reads, on the average."""
    with running(Stack(users, pause, random.Random(seed))) as stack:
        soak = Soak(stack, seconds, cycles)
        asyncio.run(_run(soak))
    return soak


async def _run(soak: Soak) -> None:
    now = Sample(0.0, 0, 0, "warm-up")

    async def watch() -> None:
        while True:
            await asyncio.sleep(min(_SAMPLE_SECONDS, soak.seconds / 100))
            assert soak.stack.gateway is not None
            memory = memory_bytes(soak.stack.gateway.pid)
            soak.samples.append(Sample(time.monotonic() - soak.began, memory, now.cycle, now.phase))

    await crowd(soak.stack, Seen("warm-up"), max(1.0, soak.seconds * 0.01))
    soak.began = time.monotonic()
    watching = asyncio.create_task(watch())
    try:
        for cycle in range(soak.cycles):
            for name, phase, share in PHASES:
                now = Sample(0.0, 0, cycle, name)
                seen = Seen(name)
                await phase(soak, seen, soak.seconds / soak.cycles * share)
                soak.phases.setdefault(name, Seen(name)).add(seen)
                if soak.stack.gateway is None or soak.stack.gateway.poll() is not None:
                    soak.phases[name].wrong.append("the gateway is gone")
                    return
            print(f"  cycle {cycle + 1}/{soak.cycles}: {soak.settled(cycle) / 2**20:.1f} MiB", flush=True)
    finally:
        watching.cancel()
        await asyncio.wait({watching})
