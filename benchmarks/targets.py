"""The performance targets, and whether a run meets them."""

from dataclasses import dataclass

from benchmarks.execute import Execution
from benchmarks.latencytest import Wait
from benchmarks.loadtest import Cell, Table
from benchmarks.network import Travel
from benchmarks.pages import DASHBOARD, DATES, HOME_40, HOME_300, HOME_3000, MOBILE, PROGRESS, UNIT

MEMORY_MB = 90
HOLD_MS = 50
_FLOOR = 1.3
_PEER = ((HOME_40, 1), (HOME_300, 1), (HOME_3000, 1), (DASHBOARD, 1), (PROGRESS, 1.15))
"""Most times of the CPU of mercurius that a page takes."""
_RATIOS = ((HOME_300, 0.7), (DATES, 0.7), (MOBILE, 0.7), (PROGRESS, 0.6), (UNIT, 0.6))
"""Most times of the REST page that a query takes over a network."""


@dataclass(frozen=True)
class Verdict:
    """One promise. `kept` is None when the run did not measure it."""

    promise: str
    found: str
    kept: bool | None


def verdicts(
    table: Table,
    waits: dict[str, Wait],
    executions: dict[str, Execution],
    travels: dict[str, Travel] | None = None,
    holds: dict[str, float] | None = None,
) -> list[Verdict]:
    """Every promise with what was found."""
    found = [
        _ratio(
            table.get(HOME_300.name, {}),
            f"{HOME_300.title}: at least 40 times less CPU than the naive gateway",
            "naive",
            "gateway",
            at_least=40,
        )
    ]
    for page, most in _PEER:
        words = "no more CPU than mercurius" if most == 1 else f"at most {most} times the CPU of mercurius"
        cells = table.get(page.name, {})
        found += [
            _ratio(cells, f"{page.title}: {words}", "gateway", "mercurius", at_most=most),
            _ratio(
                cells,
                f"{page.title}: at most {_FLOOR} times the hand-written floor",
                "gateway",
                "floor",
                at_most=_FLOOR,
            ),
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
        _added(waits, "one client", 3, 0),
        _added(waits, "eight clients", 6, 1),
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
) -> Verdict:
    if over not in cells or under not in cells:
        return Verdict(promise, "not measured", None)
    ratio = cells[over].cpu_ms / cells[under].cpu_ms
    kept = (at_least is None or ratio >= at_least) and (at_most is None or ratio <= at_most)
    return Verdict(promise, f"{ratio:.2f} times", kept)


def _added(waits: dict[str, Wait], clients: str, most: float, which: int) -> Verdict:
    promise = f"added to the slowest upstream call, {clients}: at most {most:.0f} ms at p50"
    added = {wait.title: wait.added("gateway")[which] for wait in waits.values() if "gateway" in wait.one}
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
