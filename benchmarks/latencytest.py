"""The latency experiment: the upstream has the latencies of a live LMS, and the added time of each page is measured."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.clients import Load, Upstream
from benchmarks.latencies import milliseconds_of
from benchmarks.loadtest import CLIENTS, Effort, difference
from benchmarks.pages import Page
from benchmarks.servers import Server
from benchmarks.waterfall import WATERFALLS, measure


@dataclass
class Wait:
    """One page of the experiment, in milliseconds. Values of `one` and `eight`: p50 by server, at 1 and 8 clients."""

    title: str
    chain: int
    rest: float
    rest_calls: int
    rest_depth: int
    one: dict[str, float] = field(default_factory=dict)
    eight: dict[str, float] = field(default_factory=dict)


async def run(
    load: Load, upstream: Upstream, servers: Sequence[Server], pages: Sequence[Page], effort: Effort
) -> dict[str, Wait]:
    """Measures every page on every server that answers it as the first one that can, round by round."""
    waits: dict[str, Wait] = {}
    times = effort.latency_times
    for page in pages:
        chain = max(map(milliseconds_of, page.chain))
        able = await _able(load, servers, page)
        await upstream.delay(on=True)
        one: dict[str, list[float]] = {server.name: [] for server in able}
        eight: dict[str, list[float]] = {server.name: [] for server in able}
        rest: list[float] = []
        calls = 0
        for _ in range(effort.latency_rounds):
            took, calls = await measure(upstream.url, page, times)
            rest += took
            for server in able:
                single = await load.run(server.port, page, clients=1, seconds=0, requests=times)
                many = await load.run(server.port, page, clients=CLIENTS, seconds=0, requests=times * CLIENTS)
                if single.failed or many.failed:
                    raise RuntimeError(f"{server.name} answered {page.name} wrongly under latency")
                one[server.name].append(single.quantile(0.5))
                eight[server.name].append(many.quantile(0.5))
        await upstream.delay(on=False)
        wait = waits[page.name] = Wait(page.title, chain, statistics.median(rest), calls, WATERFALLS[page.name][1])
        wait.one = {name: statistics.median(values) for name, values in one.items()}
        wait.eight = {name: statistics.median(values) for name, values in eight.items()}
        details = "  ".join(f"{name} +{value - chain:.1f}" for name, value in wait.one.items())
        print(f"  {page.name:<10} chain {chain} ms, REST {wait.rest:.0f} ms ({calls} calls)   {details}", flush=True)
    return waits


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
