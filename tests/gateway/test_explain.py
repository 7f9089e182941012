"""What `extensions.explain` tells of the calls."""

from tests.support.gateway import Gateway
from tests.support.people import KEY

QUERY = "query($key: CourseKey!) { viewer { tour { showCoursewareTour } } course(key: $key) { title org } }"
LATENCY_MS = 100


def test_calls_tell_when_they_began_and_how_long_they_took(gateway: Gateway) -> None:
    gateway.lms.faults({"/": {"latency_ms": LATENCY_MS}})
    answer = gateway.ask(QUERY, {"key": KEY}, headers={"X-Lectern-Explain": "1"})
    told = answer.body["extensions"]["explain"]
    waves: dict[int, list[float]] = {}
    for call in told["calls"]:
        waves.setdefault(call["wave"], []).append(call["startMs"])
        assert call["ms"] >= LATENCY_MS
        assert call["startMs"] + call["ms"] <= told["ms"] + 0.2, "rounded"
    assert min(waves[1]) == 0
    assert min(waves[2]) >= LATENCY_MS
