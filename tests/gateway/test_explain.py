"""The calls in `extensions.explain`."""

from tests.support.gateway import Gateway
from tests.support.people import KEY

QUERY = "query($key: CourseKey!) { viewer { tour { showCoursewareTour } } course(key: $key) { title org } }"
LATENCY_MS = 100


def test_calls_have_their_start_and_duration(gateway: Gateway) -> None:
    gateway.lms.faults({"/": {"latency_ms": LATENCY_MS}})
    answer = gateway.ask(QUERY, {"key": KEY}, headers={"X-Lectern-Explain": "1"})
    explained = answer.body["extensions"]["explain"]
    waves: dict[int, list[float]] = {}
    for call in explained["calls"]:
        waves.setdefault(call["wave"], []).append(call["startMs"])
        assert call["ms"] >= LATENCY_MS
        assert call["startMs"] + call["ms"] <= explained["ms"] + 0.2, "rounded"
    assert min(waves[1]) == 0
    assert min(waves[2]) >= LATENCY_MS
