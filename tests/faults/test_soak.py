"""A short soak: the same phases as `python -m benchmarks.soak`, in seconds."""

import pytest

from benchmarks.bad_input import BAD_REQUESTS
from benchmarks.soak import PHASES, report, soak_for

_GROWTH = 40 * 2**20
"""Bytes the gateway may grow after the first phase: caches fill; a leak of a request's objects would be far more."""


def test_nothing_is_lost_or_mixed_up_under_fire(capsys: pytest.CaptureFixture[str]) -> None:
    soak = soak_for(8.0, users=8, seed=7)
    print(report(soak))
    assert [seen.name for seen in soak.phases] == [name for name, _ in PHASES]
    for seen in soak.phases:
        assert seen.wrong == []
        assert seen.lost == 0
        assert seen.whole > 0
        assert seen.slowest < 6
    calm, troubled, bad_input, outage, again = soak.phases
    assert set(calm.codes) <= {"UNAUTHENTICATED"}
    assert set(troubled.codes) - {"UNAUTHENTICATED"}
    assert set(outage.codes) & {"UPSTREAM_UNAVAILABLE"}
    assert sum(bad_input.statuses.values()) > len(BAD_REQUESTS)
    assert soak.recovered < 6
    assert again.memory - calm.memory < _GROWTH
