"""The time zone of the caller's browser, which the LMS stores with the unit page's call for its e-mails."""

import pytest

from tests.support.gateway import Gateway
from tests.support.people import KEY

QUERY = "query($key: CourseKey!) { course(key: $key) { tabs { title } showCalculator } }"
COURSEWARE = f"/api/courseware/course/{KEY}"


def zones(gateway: Gateway, timezone: str) -> dict[str, str]:
    """The queries of the calls by their path."""
    answer = gateway.ask(QUERY, {"key": KEY}, headers={"X-Browser-Timezone": timezone, "X-Lectern-Explain": "1"})
    assert answer.sound()["course"]["showCalculator"] is False
    calls = answer.body["extensions"]["explain"]["calls"]
    assert all(call["step"] for call in calls), "each call is one of the plan"
    return {call.path: call.query for call in answer.calls}


@pytest.mark.parametrize("timezone", ["America/Argentina/Buenos_Aires", "Etc/GMT+3", "UTC"])
def test_it_is_sent_to_the_endpoint_that_stores_it(gateway: Gateway, timezone: str) -> None:
    found = zones(gateway, timezone)
    assert found[COURSEWARE].endswith(f"&browser_timezone={timezone.replace('/', '%2F').replace('+', '%2B')}")
    assert found[f"/api/course_home/course_metadata/{KEY}"] == ""


@pytest.mark.parametrize("timezone", ["", "a b", "a&requested_fields=name", "../etc", "A/" * 40])
def test_an_invalid_time_zone_is_not_forwarded(gateway: Gateway, timezone: str) -> None:
    assert "browser_timezone" not in zones(gateway, timezone)[COURSEWARE]
