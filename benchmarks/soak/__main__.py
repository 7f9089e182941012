"""`python -m benchmarks.soak`: prints what docs/reliability.md quotes; `--write` puts it there.

Five phases, again and again: calm, changing faults, bad input, the LMS killed and started again, calm.
Ends with 1 when anything was lost or mixed up, or when memory grew from the second cycle to the last.
"""

import argparse
import re
import sys
from pathlib import Path

from benchmarks.soak.phases import Soak, soak_for
from benchmarks.soak.report import chart, report

_DOCS = Path(__file__).parents[2] / "docs"
_SECTION = re.compile(r"(<!-- soak -->\n).*(<!-- end -->)", re.DOTALL)
_GROWTH = 5 * 2**20
"""Bytes that the last cycle may be above the second: what the allocator's chance makes of the same load."""


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=300.0, help="in all")
    parser.add_argument("--cycles", type=int, default=1)
    parser.add_argument("--users", type=int, default=16)
    parser.add_argument("--pause", type=float, default=0.0, help="seconds that a person reads, on the average")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="write the figures into docs/")
    given = parser.parse_args()
    soak = soak_for(given.seconds, cycles=given.cycles, users=given.users, pause=given.pause, seed=given.seed)
    section = report(soak)
    print(section)
    if given.write:
        page = _DOCS / "reliability.md"
        text = page.read_text(encoding="utf-8")
        page.write_text(_SECTION.sub(lambda found: f"{found[1]}{section}\n{found[2]}", text), encoding="utf-8")
        (_DOCS / "soak.svg").write_text(chart(soak), encoding="utf-8")
    return 1 if soak.wrong or _grew(soak) else 0


def _grew(soak: Soak) -> bool:
    if soak.cycles < 3:
        return False
    growth = soak.settled(soak.cycles - 1) - soak.settled(1)
    print(f"Memory from the second cycle to the last: {growth / 2**20:+.1f} MiB")
    return growth > _GROWTH


if __name__ == "__main__":
    sys.exit(main())
