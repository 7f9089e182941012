"""The report: the measurements as text for the terminal and for `docs/benchmarks.md`."""

import platform
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from json import loads

from benchmarks.execute import Execution
from benchmarks.latencytest import Wait
from benchmarks.loadtest import Cell, Refusal, Table
from benchmarks.network import Travel
from benchmarks.pages import HOLD_PAGES, LATENCY_PAGES, LOAD_PAGES
from benchmarks.process import machine
from benchmarks.servers import NODE, PEERS, ROOT
from benchmarks.targets import Verdict, verdicts

_PACKAGES = ("strawberry-graphql", "graphql-core", "starlette", "uvicorn", "httpx", "httptools", "msgspec", "orjson")
_TITLES = {peer.name: peer.title for peer in PEERS}
_HEADS = (
    "server",
    "CPU ms/request",
    "times the gateway",
    "requests/s",
    "p50 ms",
    "p99 ms",
    "p50 ms, 1 client",
    "calls",
    "MB",
)


@dataclass
class Results:
    """Everything one run found. `skipped` are servers that could not be started, with the reason."""

    effort: str
    table: Table = field(default_factory=dict)
    waits: dict[str, Wait] = field(default_factory=dict)
    travels: dict[str, Travel] = field(default_factory=dict)
    holds: dict[str, float] = field(default_factory=dict)
    executions: dict[str, Execution] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    @property
    def verdicts(self) -> list[Verdict]:
        """The promises, checked."""
        return verdicts(self.table, self.waits, self.executions, self.travels, self.holds)


def tables(results: Results) -> str:
    """All tables and the verdicts, as Markdown."""
    parts: list[str] = []
    for page in LOAD_PAGES:
        cells = results.table.get(page.name)
        if cells:
            parts += [f"### {page.title[0].upper()}{page.title[1:]}", "", *_load_table(cells), ""]
    parts += _refused(results)
    if results.waits:
        parts += ["## With the latency of a live LMS", "", _LATENCY, "", *_wait_table(results.waits), ""]
    if results.travels:
        parts += ["## Over a simulated network", "", _NETWORK, "", *_travel_table(results.travels), ""]
    if results.holds:
        parts += ["## Blocking of the event loop", "", _HOLD, "", *_hold_table(results.holds), ""]
    if results.executions:
        parts += ["## Execution only", "", _EXECUTION, "", *_execution_table(results.executions), ""]
    parts += ["## Targets", "", *_verdict_table(results.verdicts), ""]
    return "\n".join(parts)


def document(results: Results) -> str:
    """The whole of `docs/benchmarks.md`."""
    when = datetime.now(UTC).strftime("%Y-%m-%d")
    return "\n".join(
        [
            "# Benchmarks",
            "",
            "Written by `make bench` (`python -m benchmarks`). Do not edit: run it again.",
            "",
            "![CPU time of a request by server and page](benchmarks.svg)",
            "",
            "## This run",
            "",
            f"- {when}, {results.effort}",
            f"- {machine()}",
            f"- {_versions()}",
            *(f"- left out: {reason}" for reason in results.skipped),
            "",
            _HOW.strip(),
            "",
            "## Under load",
            "",
            _LOAD,
            "",
            tables(results),
        ]
    )


def _versions() -> str:
    python = f"Python {platform.python_version()}: " + ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    try:
        node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()  # noqa: S607
    except (OSError, subprocess.CalledProcessError):
        return python
    locked = loads((NODE / "package.json").read_text())["dependencies"]
    return f"{python}; Node {node}: " + ", ".join(f"{name} {number}" for name, number in locked.items())


def grid(heads: Sequence[str], rows: Sequence[Sequence[str]], left: int = 1) -> list[str]:
    """A Markdown table; the first `left` columns are text, the others numbers."""
    widths = [max(len(row[i]) for row in (heads, *rows)) for i in range(len(heads))]

    def line(cells: Sequence[str]) -> str:
        padded = [cell.ljust(widths[i]) if i < left else cell.rjust(widths[i]) for i, cell in enumerate(cells)]
        return "| " + " | ".join(padded) + " |"

    rule = ["-" * width if i < left else "-" * (width - 1) + ":" for i, width in enumerate(widths)]
    return [line(heads), line(rule), *map(line, rows)]


def _load_table(cells: dict[str, Cell]) -> list[str]:
    ours = cells.get("gateway")
    rows = []
    for name, cell in sorted(cells.items(), key=lambda item: item[1].cpu_ms):
        cpu, rate, p50, p99, single = cell.row()
        times = f"{cpu / ours.cpu_ms:.2f}" if ours else ""
        title = f"**{_TITLES[name]}**" if name == "gateway" else _TITLES[name]
        rows.append(
            [title, f"{cpu:.2f}", times, f"{rate:.0f}", f"{p50:.1f}", f"{p99:.1f}", f"{single:.2f}",
             str(cell.calls), f"{cell.memory / 1e6:.0f}"]
        )  # fmt: skip
    return grid(_HEADS, rows)


def _refused(results: Results) -> list[str]:
    if not results.refusals:
        return []
    lines = [f"- {refusal.page}: {_TITLES[refusal.server]}: {refusal.reason}" for refusal in results.refusals]
    return ["Not reported, because the response was not the expected one:", "", *lines, ""]


def _wait_table(waits: dict[str, Wait]) -> list[str]:
    names = [peer.name for peer in PEERS if any(peer.name in wait.one for wait in waits.values())]
    heads = ["page", "slowest call", *(_TITLES[name] for name in names), "REST today", "calls", "deep"]
    rows = []
    for page in LATENCY_PAGES:
        wait = waits.get(page.name)
        if wait is None:
            continue
        rows.append(
            [
                wait.title,
                f"{wait.slowest[0]:.1f} / {wait.slowest[1]:.1f}",
                *("{:+.1f} / {:+.1f}".format(*wait.added(name)) if name in wait.one else "-" for name in names),
                f"{wait.rest:.0f}",
                f"{wait.rest_calls}",
                f"{wait.rest_depth}",
            ]
        )
    return grid(heads, rows)


def _travel_table(travels: dict[str, Travel]) -> list[str]:
    heads = ["page", "one query, ms", "REST today, ms", "calls", "ratio"]
    rows = [[t.title, f"{t.query:.0f}", f"{t.rest:.0f}", f"{t.rest_calls}", f"{t.ratio:.2f}"] for t in travels.values()]
    return grid(heads, rows)


def _hold_table(holds: dict[str, float]) -> list[str]:
    rows = [[page.title, f"{holds[page.name]:.1f}"] for page in HOLD_PAGES if page.name in holds]
    return grid(["page", "ms"], rows)


def _execution_table(executions: dict[str, Execution]) -> list[str]:
    heads = ["page", "naive, CPU ms", "this gateway, CPU ms", "times less"]
    return grid(heads, [[e.title, f"{e.naive:.2f}", f"{e.gateway:.2f}", f"{e.ratio:.1f}"] for e in executions.values()])


def _verdict_table(found: list[Verdict]) -> list[str]:
    rows = []
    for verdict in found:
        word = "not measured" if verdict.kept is None else "hit" if verdict.kept else "**miss**"
        rows.append([verdict.promise, verdict.found, word])
    return grid(["target", "found", "verdict"], rows, left=3)


_HOW = (ROOT / "method.md").read_text()
_LOAD = "There are eight clients; each sends its next request at once. The upstream responds without delay."
_LATENCY = (
    "The upstream has the latency of a live LMS for each endpoint (medians of warm calls). The table shows "
    "milliseconds at p50 (one client / eight clients): the page's slowest call, made by the load generator itself, "
    "and the time that each server adds to it. The last columns have the time of the page today, if a front end calls "
    "the REST endpoints itself, with the number of its calls and the length of their longest chain. No network delay "
    "is added: over a real network, each further step of the REST page costs one more round trip."
)
_NETWORK = (
    "As above, but each byte takes 50 ms in each direction. The front end has six open connections, like a browser to "
    "one host. Bandwidth is not simulated. Queries are sent with a JWT that contains the learner's username."
)
_HOLD = (
    "This is the time that other requests wait while a page is built. Small requests are sent continuously, and the "
    "slowest one counts. Of several runs the minimum is shown, because other processes delay these requests too."
)
_EXECUTION = (
    "This is measured in one process: from the LMS's bytes to the response's bytes, without HTTP, and with the query "
    "already parsed."
)
