"""What the gateway promises, and whether this run keeps it."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.execute import Execution
from benchmarks.latencytest import Wait
from benchmarks.loadtest import Cell, Table
from benchmarks.network import Travel
from benchmarks.pages import DASHBOARD, DATES, HOME_300, HOME_3000, MOBILE, PROGRESS, UNIT

MEMORY_MB = 90
HOLD_MS = 50
_RATIOS = ((HOME_300, 0.7), (DATES, 0.7), (MOBILE, 0.7), (PROGRESS, 0.6), (UNIT, 0.6))
"""Most times of the REST page that a query takes over a network."""


@dataclass(frozen=True)
class Verdict:
    """One promise. `kept` is None when the run did not measure it; a stretch goal is no promise."""

    promise: str
    found: str
    kept: bool | None
    stretch: bool = False


def verdicts(
    table: Table,
    waits: dict[str, Wait],
    executions: dict[str, Execution],
    travels: dict[str, Travel] | None = None,
    holds: dict[str, float] | None = None,
) -> list[Verdict]:
    """Every promise with what was found."""
    home = table.get(HOME_300.name, {})
    found = [
        _ratio(home, "course home: at least 16 times less CPU than the naive gateway", "naive", "gateway", at_least=16),
        _ratio(home, "course home: at most 1.5 times the hand-written floor", "gateway", "floor", at_most=1.5),
        _ratio(home, "course home: at least 4 times less CPU than Apollo Server", "apollo", "gateway", at_least=4),
        _ratio(home, "course home: less CPU than mercurius", "mercurius", "gateway", at_least=1),
    ]
    for page, name in ((DASHBOARD, "dashboard"), (PROGRESS, "progress")):
        cells = table.get(page.name, {})
        found += [
            _ratio(
                cells, f"{name}: at least 12 times less CPU than the naive gateway", "naive", "gateway", at_least=12
            ),
            _ratio(cells, f"{name}: at most twice the hand-written floor", "gateway", "floor", at_most=2),
            _ratio(cells, f"{name}: no more CPU than mercurius", "mercurius", "gateway", at_least=1, stretch=True),
        ]
    for page in (HOME_300, HOME_3000):
        execution = executions.get(page.name)
        found.append(
            Verdict(
                f"execution only, {page.title}: at least 15 times less CPU than the naive gateway",
                f"{execution.ratio:.1f} times" if execution else "not measured",
                execution.ratio >= 15 if execution else None,
            )
        )
    found += [
        _added(waits, "one client", 5, lambda wait: wait.one),
        _added(waits, "eight clients", 10, lambda wait: wait.eight),
        *_network(travels or {}),
        _held(holds or {}),
        _fewest(table),
        _memory(table),
    ]
    return found


def _ratio(
    cells: dict[str, Cell],
    promise: str,
    over: str,
    under: str,
    *,
    at_least: float | None = None,
    at_most: float | None = None,
    stretch: bool = False,
) -> Verdict:
    if over not in cells or under not in cells:
        return Verdict(promise, "not measured", None, stretch)
    ratio = cells[over].cpu_ms / cells[under].cpu_ms
    kept = (at_least is None or ratio >= at_least) and (at_most is None or ratio <= at_most)
    return Verdict(promise, f"{ratio:.2f} times", kept, stretch)


def _added(waits: dict[str, Wait], clients: str, most: float, pick: Callable[[Wait], dict[str, float]]) -> Verdict:
    promise = f"added to the slowest upstream chain, {clients}: at most {most:.0f} ms at p50"
    added = {wait.title: pick(wait)["gateway"] - wait.chain for wait in waits.values() if "gateway" in pick(wait)}
    if not added:
        return Verdict(promise, "not measured", None)
    worst = max(added, key=added.__getitem__)
    return Verdict(promise, f"{added[worst]:.1f} ms at most ({worst})", added[worst] <= most)


def _network(travels: dict[str, Travel]) -> list[Verdict]:
    found = []
    for page, most in _RATIOS:
        promise = f"{page.title}, over a network: at most {most} times the REST page"
        travel = travels.get(page.name)
        if travel is None:
            found.append(Verdict(promise, "not measured", None))
        else:
            found.append(Verdict(promise, f"{travel.ratio:.2f} times", round(travel.ratio, 2) <= most))
    return found


def _held(holds: dict[str, float]) -> Verdict:
    promise = f"no page holds the event loop for more than {HOLD_MS} ms"
    if not holds:
        return Verdict(promise, "not measured", None)
    worst = max(holds, key=holds.__getitem__)
    return Verdict(promise, f"{holds[worst]:.1f} ms at most ({worst})", holds[worst] <= HOLD_MS)


def _fewest(table: Table) -> Verdict:
    promise = "no server makes fewer upstream calls for any page"
    rows = [cells for cells in table.values() if "gateway" in cells]
    if not rows:
        return Verdict(promise, "not measured", None)
    kept = all(cells["gateway"].calls <= cell.calls for cells in rows for cell in cells.values())
    return Verdict(promise, ", ".join(str(cells["gateway"].calls) for cells in rows), kept)


def _memory(table: Table) -> Verdict:
    promise = f"memory of a worker: below {MEMORY_MB} MB at the end of the run"
    sizes = [cells["gateway"].memory for cells in table.values() if "gateway" in cells]
    if not sizes:
        return Verdict(promise, "not measured", None)
    return Verdict(promise, f"{max(sizes) / 1e6:.0f} MB", max(sizes) < MEMORY_MB * 1e6)
