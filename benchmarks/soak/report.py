"""The results of a soak test: as Markdown, with a chart of its memory."""

import os
import platform
from collections import Counter
from datetime import UTC, datetime

from benchmarks.process import machine
from benchmarks.soak.bad_input import BAD_REQUESTS
from benchmarks.soak.phases import FAULTS, Soak
from benchmarks.soak.stack import DEADLINE
from benchmarks.svg import STYLE

_MIB = 2**20
_HEADS = (
    "phase",
    "seconds",
    "requests",
    "per second",
    "whole",
    "partial",
    "late",
    "client left",
    "lost or wrong",
    "slowest s",
)
_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 880, 300, 52, 64, 24, 44


def report(soak: Soak) -> str:
    """The figures as Markdown."""
    lines = [
        _setting(soak),
        "",
        f"| {' | '.join(_HEADS)} |",
        f"| --- |{' --: |' * (len(_HEADS) - 1)}",
    ]
    lines += [
        f"| {seen.name} | {seen.seconds:.0f} | {seen.sent} | {seen.sent / seen.seconds:.0f} | {seen.whole} "
        f"| {seen.partial} | {seen.late} | {seen.left} | {seen.lost + len(seen.wrong)} | {seen.slowest:.2f} |"
        for seen in soak.phases.values()
    ]
    settled = ", ".join(f"{soak.settled(cycle) / _MIB:.1f}" for cycle in range(soak.cycles))
    back = f"{min(soak.recoveries):.1f} to {max(soak.recoveries):.1f} s" if soak.recoveries else "never"
    lines += [
        "",
        f"- Memory of the worker in the last phase of each cycle, MiB (median): {settled}.",
        f"- Whole answers again after the LMS was back: {back}.",
        f"- Faults: {len(FAULTS)} kinds, two at a time, others twice a second.",
        f"- Bad input: {len(BAD_REQUESTS)} kinds, {_bad_requests(soak)} requests.",
        f"- Asked: {_counted(_sum(soak, 'wishes'))}.",
        f"- Errors given, by code: {_counted(_sum(soak, 'codes'))}.",
    ]
    lines += [f"- WRONG: {text}" for text in soak.wrong[:20]]
    return "\n".join(lines)


def _setting(soak: Soak) -> str:
    stack = soak.stack
    reads = f", each reading {stack.pause:g} s between two requests" if stack.pause else " without pauses"
    return (
        f"{datetime.now(UTC):%d %B %Y}: {machine()}, Python {platform.python_version()}. One worker, {stack.users} "
        f"people{reads}, {soak.seconds / 60:.0f} minutes in {soak.cycles} cycles of the phases below. Gateway, LMS and "
        f"load share {os.cpu_count()} cores. The gateway gives a request {DEADLINE:g} s."
    )


def _sum(soak: Soak, name: str) -> Counter[str]:
    total: Counter[str] = Counter()
    for seen in soak.phases.values():
        total.update(getattr(seen, name))
    return total


def _bad_requests(soak: Soak) -> int:
    """Statuses that were answered to the attackers: all of a phase but those of its people."""
    seen = soak.phases.get("bad input")
    return 0 if seen is None else sum(seen.statuses.values()) - (seen.whole + seen.partial + seen.late)


def _counted(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counter.most_common()) or "none"


def chart(soak: Soak) -> str:
    """The worker's memory over time, as SVG; every other cycle on a band."""
    last = soak.samples[-1].at
    most = max(sample.memory for sample in soak.samples) / _MIB
    top = max(20, (int(most / 20) + 1) * 20)

    def x(at: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * at / last

    def y(mib: float) -> float:
        return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * mib / top

    parts = []
    for cycle in range(1, soak.cycles, 2):
        times = [sample.at for sample in soak.samples if sample.cycle == cycle]
        if times:
            width = x(times[-1]) - x(times[0])
            height = _HEIGHT - _TOP - _BOTTOM
            parts.append(f'<rect class="band" x="{x(times[0]):.1f}" y="{_TOP}" width="{width:.1f}" height="{height}"/>')
    for mib in range(0, top + 1, 20):
        parts.append(f'<line class="axis" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y(mib):.1f}" y2="{y(mib):.1f}"/>')
        parts.append(f'<text class="note" x="{_LEFT - 8}" y="{y(mib) + 4:.1f}" text-anchor="end">{mib}</text>')
    parts += [
        f'<text class="note" x="{x(minute * 60):.1f}" y="{_HEIGHT - 20}" text-anchor="middle">{minute} min</text>'
        for minute in range(0, int(last / 60) + 1, 10)
    ]
    points = " ".join(f"{x(sample.at):.1f},{y(sample.memory / _MIB):.1f}" for sample in soak.samples)
    parts.append(f'<polyline class="line" points="{points}"/>')
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">',
            "<title>Memory of a worker over a soak</title>",
            f"<style>{STYLE}</style>",
            '<text class="title" x="24" y="28">Memory of one worker, MiB</text>',
            f'<text class="note" x="24" y="47">{soak.cycles} cycles of {", ".join(soak.phases)}.</text>',
            *parts,
            "</svg>",
            "",
        ]
    )
