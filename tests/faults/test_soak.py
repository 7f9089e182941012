"""A short soak: the same phases as `python -m benchmarks.soak`, in seconds."""

import pytest

from benchmarks.soak.bad_input import BAD_REQUESTS
from benchmarks.soak.phases import PHASES, soak_for
from benchmarks.soak.report import chart, report

_GROWTH = 40 * 2**20
"""Bytes the gateway may grow after the first phase: caches fill; a leak of a request's objects would be far more."""


def test_nothing_is_lost_or_mixed_up_under_fire(capsys: pytest.CaptureFixture[str]) -> None:
    soak = soak_for(12.0, users=8, seed=7)
    print(report(soak))
    assert list(soak.phases) == [name for name, _, _ in PHASES]
    assert soak.wrong == []
    for seen in soak.phases.values():
        assert seen.whole > 0
        assert seen.slowest < 8
    calm, troubled, bad_input, outage, _ = soak.phases.values()
    assert set(calm.codes) <= {"UNAUTHENTICATED", "FORBIDDEN"}
    assert set(troubled.codes) - {"UNAUTHENTICATED", "FORBIDDEN"}
    assert set(outage.codes) & {"UPSTREAM_UNAVAILABLE"}
    assert sum(bad_input.statuses.values()) > len(BAD_REQUESTS)
    assert soak.recoveries[0] < 6
    first = next(one.memory for one in reversed(soak.samples) if one.phase == "calm")
    assert soak.settled(0) - first < _GROWTH
    assert chart(soak).count("<polyline") == 1
