"""The load experiment: every server answers every page, interleaved, and only equal answers count."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.clients import Load, Upstream
from benchmarks.pages import Page
from benchmarks.process import cpu_seconds, memory_bytes
from benchmarks.servers import Server

CLIENTS = 8


@dataclass(frozen=True)
class Effort:
    """How long to measure. Seconds are per page, server and round of the load experiment.

    `latency_rounds` and `latency_times` are the rounds of the latency experiment and the pages a client loads in each.
    """

    rounds: int
    seconds: float
    single_seconds: float
    warm_seconds: float
    latency_rounds: int
    latency_times: int


QUICK = Effort(3, seconds=0.3, single_seconds=0.1, warm_seconds=0.4, latency_rounds=1, latency_times=3)
NORMAL = Effort(5, seconds=2.0, single_seconds=1.0, warm_seconds=3.0, latency_rounds=3, latency_times=8)
FULL = Effort(9, seconds=4.0, single_seconds=2.0, warm_seconds=8.0, latency_rounds=5, latency_times=20)


@dataclass
class Cell:
    """One server on one page. Lists hold one value a round; times in milliseconds."""

    calls: int
    bytes: int
    cpu: list[float] = field(default_factory=list)
    rate: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    single: list[float] = field(default_factory=list)
    memory: int = 0

    @property
    def cpu_ms(self) -> float:
        """CPU milliseconds a request: the median of the rounds."""
        return statistics.median(self.cpu)

    def row(self) -> list[float]:
        """CPU ms, requests/s, p50, p99, p50 with one client: medians of the rounds."""
        return [statistics.median(values) for values in (self.cpu, self.rate, self.p50, self.p99, self.single)]


Table = dict[str, dict[str, Cell]]
"""Page name to server name to what was measured."""


@dataclass
class Refusal:
    """A server that is not reported on a page, and why."""

    page: str
    server: str
    reason: str


def difference(expected: Any, given: Any, path: str = "data") -> str | None:
    """Where two decoded JSON values differ first; None when they are equal. The order of keys does not count."""
    if isinstance(expected, dict) and isinstance(given, dict):
        for key in expected.keys() | given.keys():
            if key not in expected or key not in given:
                return f"{path}.{key} is only in one of them"
            found = difference(expected[key], given[key], f"{path}.{key}")
            if found:
                return found
        return None
    if isinstance(expected, list) and isinstance(given, list):
        if len(expected) != len(given):
            return f"{path} has {len(given)} items instead of {len(expected)}"
        pairs = enumerate(zip(expected, given, strict=True))
        return next((found for i, (a, b) in pairs if (found := difference(a, b, f"{path}[{i}]"))), None)
    same = expected == given and isinstance(expected, bool) == isinstance(given, bool)
    return None if same else f"{path} is {given!r} instead of {expected!r}"


class LoadTest:
    """Runs the experiment on servers that are up. The first server's answers are the expected ones."""

    def __init__(self, load: Load, upstream: Upstream, servers: Sequence[Server], effort: Effort) -> None:
        self._load = load
        self._upstream = upstream
        self._servers = list(servers)
        self._effort = effort
        self.table: Table = {}
        self.refusals: list[Refusal] = []

    async def run(self, pages: Sequence[Page]) -> None:
        """Fills the table, page by page; prints a line a page and round."""
        for page in pages:
            cells = self.table[page.name] = await self.check(page)
            for server in self._servers:
                if server.name in cells:
                    await self._load.run(
                        server.port, page, clients=CLIENTS, seconds=self._effort.warm_seconds, requests=16
                    )
            for number in range(self._effort.rounds):
                turn = number % len(self._servers)
                for server in self._servers[turn:] + self._servers[:turn]:
                    if server.name in cells and (failed := await self._measure(server, page, cells[server.name])):
                        del cells[server.name]
                        self._refuse(page, server, f"gave {failed} wrong answers under load")
                print(f"  {page.name:<10} round {number + 1}/{self._effort.rounds}   {_brief(cells)}", flush=True)

    async def check(self, page: Page) -> dict[str, Cell]:
        """The servers that answer this page alike, with the calls each makes."""
        cells: dict[str, Cell] = {}
        expected: Any = None
        for server in self._servers:
            answer = await self._load.ask(server.port, page)
            await self._upstream.calls()
            answer = await self._load.ask(server.port, page)
            calls = await self._upstream.calls()
            reason = None
            if answer.get("errors"):
                reason = f"answers with an error: {answer['errors'][0].get('message')}"
            elif expected is None:
                expected = answer["data"]
            else:
                reason = difference(expected, answer["data"])
            if reason:
                self._refuse(page, server, reason)
            else:
                cells[server.name] = Cell(sum(calls.values()), len(str(answer)))
        return cells

    def _refuse(self, page: Page, server: Server, reason: str) -> None:
        self.refusals.append(Refusal(page.name, server.name, reason))
        print(f"  {page.name:<10} {server.name} is left out: {reason}", flush=True)

    async def _measure(self, server: Server, page: Page, cell: Cell) -> int:
        """One round: fills the cell, or reports how many answers were wrong."""
        effort = self._effort
        before = cpu_seconds(server.pid)
        loaded = await self._load.run(server.port, page, clients=CLIENTS, seconds=effort.seconds, requests=CLIENTS)
        spent = cpu_seconds(server.pid) - before
        single = await self._load.run(server.port, page, clients=1, seconds=effort.single_seconds, requests=3)
        if loaded.failed or single.failed:
            return loaded.failed + single.failed
        count = len(loaded.latencies)
        cell.cpu.append(spent * 1000 / count)
        cell.rate.append(count / loaded.seconds)
        cell.p50.append(loaded.quantile(0.5))
        cell.p99.append(loaded.quantile(0.99))
        cell.single.append(single.quantile(0.5))
        cell.memory = max(cell.memory, memory_bytes(server.pid))
        return 0


def _brief(cells: dict[str, Cell]) -> str:
    return "  ".join(f"{name} {cell.cpu_ms:.2f}" for name, cell in cells.items() if cell.cpu)
