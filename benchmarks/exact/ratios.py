"""The committed ratios: the cost of each page in the gateway, relative to the hand-written floor."""

import json
from collections.abc import Mapping
from pathlib import Path

FILE = Path(__file__).with_name("ratios.json")
GROWTH = 1.05
"""A ratio may be so many times the committed one."""

UPDATE = (
    "If that is meant, run `python -m benchmarks.exact --write` and commit benchmarks/exact/ratios.json, "
    "with the reason."
)


def committed() -> dict[str, float]:
    """The ratio of each page, by its name."""
    ratios: dict[str, float] = json.loads(FILE.read_text())
    return ratios


def write(ratios: Mapping[str, float]) -> None:
    """Puts these ratios in place of the committed ones of the same pages."""
    merged = {**(committed() if FILE.exists() else {}), **ratios}
    FILE.write_text(json.dumps({name: round(ratio, 3) for name, ratio in merged.items()}, indent=2) + "\n")


def grown(ratios: Mapping[str, float], bars: Mapping[str, float]) -> list[str]:
    """One sentence for every page whose ratio has grown by more than 5 %, or that has no committed ratio."""
    sentences = []
    for name, ratio in ratios.items():
        bar = bars.get(name)
        if bar is None:
            sentences.append(f"{name}: {ratio:.3f} times the floor, and no ratio is committed. {UPDATE}")
        elif ratio > bar * GROWTH:
            more = (ratio / bar - 1) * 100
            sentences.append(
                f"{name}: {ratio:.3f} times the floor, {more:.1f} % over the committed {bar:.3f}. {UPDATE}"
            )
    return sentences
