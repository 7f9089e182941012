"""The latency experiment: the upstream has the latencies of a live LMS, and the added time of each page is measured."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.clients import Load, Upstream
from benchmarks.latencies import seconds_of
from benchmarks.loadtest import CLIENTS, Effort, difference
from benchmarks.pages import Page
from benchmarks.servers import Server
from benchmarks.waterfall import WATERFALLS, measure

_DIRECT = ""
"""The load generator's own calls, among the names of servers."""


@dataclass
class Wait:
    """One page of the experiment, in milliseconds. Values of `one` and `eight`: p50 by server, at 1 and 8 clients.

    `slowest` has the same for the page's slowest call, made by the load generator itself.
    """

    title: str
    slowest: tuple[float, float]
    rest: float
    rest_calls: int
    rest_depth: int
    one: dict[str, float] = field(default_factory=dict)
    eight: dict[str, float] = field(default_factory=dict)

    def added(self, name: str) -> tuple[float, float]:
        """The time that a server adds to the slowest call, at 1 and 8 clients."""
        return self.one[name] - self.slowest[0], self.eight[name] - self.slowest[1]


async def run(
    load: Load, upstream: Upstream, servers: Sequence[Server], pages: Sequence[Page], effort: Effort
) -> dict[str, Wait]:
    """Measures every page on every server that answers it as the first one that can, round by round."""
    waits: dict[str, Wait] = {}
    times = effort.latency_times
    for page in pages:
        able = await _able(load, servers, page)
        slowest = await _slowest(load, upstream, able[0], page)
        await upstream.delay(on=True)
        one: dict[str, list[float]] = {name: [] for name in (_DIRECT, *(server.name for server in able))}
        eight: dict[str, list[float]] = {name: [] for name in one}
        rest: list[float] = []
        calls = 0
        for _ in range(effort.latency_rounds):
            took, calls = await measure(upstream.url, page, times)
            rest += took
            for name, port, target in (
                (_DIRECT, upstream.server.port, slowest),
                *((server.name, server.port, None) for server in able),
            ):
                single = await load.run(port, page, clients=1, seconds=0, requests=times, target=target)
                many = await load.run(port, page, clients=CLIENTS, seconds=0, requests=times * CLIENTS, target=target)
                if single.failed or many.failed:
                    raise RuntimeError(f"{name} answered {page.name} wrongly under latency")
                one[name].append(single.quantile(0.5))
                eight[name].append(many.quantile(0.5))
        await upstream.delay(on=False)
        direct = statistics.median(one.pop(_DIRECT)), statistics.median(eight.pop(_DIRECT))
        wait = waits[page.name] = Wait(page.title, direct, statistics.median(rest), calls, WATERFALLS[page.name][1])
        wait.one = {name: statistics.median(values) for name, values in one.items()}
        wait.eight = {name: statistics.median(values) for name, values in eight.items()}
        details = "  ".join(f"{name} +{wait.added(name)[0]:.1f}" for name in wait.one)
        print(
            f"  {page.name:<10} slowest call {direct[0]:.1f} ms, REST {wait.rest:.0f} ms ({calls} calls)   {details}",
            flush=True,
        )
    return waits


async def _slowest(load: Load, upstream: Upstream, server: Server, page: Page) -> str:
    """The target of the slowest call that this server makes for the page."""
    await upstream.calls()
    await load.ask(server.port, page)
    return max(await upstream.calls(), key=seconds_of)


async def _able(load: Load, servers: Sequence[Server], page: Page) -> list[Server]:
    """The servers whose answer equals that of the first one that has no error; says why others are left out."""
    able: list[Server] = []
    expected: Any = None
    for server in servers:
        answer = await load.ask(server.port, page)
        errors = answer.get("errors")
        reason = errors[0].get("message") if errors else able and difference(expected, answer["data"])
        if reason:
            print(f"  {page.name:<10} {server.name} is left out: {reason}", flush=True)
            continue
        expected = answer["data"] if not able else expected
        able.append(server)
    return able
