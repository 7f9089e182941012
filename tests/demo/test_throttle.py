"""The shared request counter, against the recorded 429s."""

from __future__ import annotations

import re

import httpx
import pytest

from .conftest import Client
from .replay import recorded

ENROLLMENT = "/api/enrollment/v1/enrollment"
COURSES = "/api/courses/v1/courses/"


@pytest.fixture
def throttled(lms: Client) -> Client:
    lms.lms.throttle.enabled = True
    return lms


def calls(lms: Client, user: str | None, path: str, count: int) -> list[int]:
    return [lms(user, "GET", path).status_code for _ in range(count)]


def shape(text: str) -> str:
    return re.sub(r"\d+", "N", text)


def assert_like(name: str, got: httpx.Response) -> None:
    expected = recorded(name)
    assert got.status_code == expected["status"]
    assert ("retry-after" in got.headers) == ("retry-after" in expected["headers"])
    assert shape(got.text) == shape(httpx.Response(200, json=expected["body"]).text)


def test_a_learner_has_forty_enrollment_calls_and_then_no_course_list(throttled: Client) -> None:
    assert calls(throttled, "jordan", ENROLLMENT, 40) == [200] * 40
    refused = throttled("jordan", "GET", ENROLLMENT)
    assert_like("throttle.enrollment", refused)
    assert 0 < int(refused.headers["retry-after"]) <= 60
    assert_like("throttle.courses", throttled("jordan", "GET", COURSES))
    assert throttled("sam", "GET", COURSES).status_code == 200


def test_twenty_course_lists_leave_twenty_enrollment_calls(throttled: Client) -> None:
    assert calls(throttled, "jordan", COURSES, 20) == [200] * 20
    assert_like("throttle.courses_fresh", throttled("jordan", "GET", COURSES))
    assert_like("throttle.enrollment_after_courses", throttled("jordan", "GET", ENROLLMENT))
    assert calls(throttled, "jordan", ENROLLMENT, 20) == [200] * 19 + [429]


def test_staff_have_more(throttled: Client) -> None:
    assert calls(throttled, "taylor", ENROLLMENT, 120) == [200] * 120
    assert_like("throttle.enrollment_staff", throttled("taylor", "GET", ENROLLMENT))


def test_visitors_are_counted_by_address(throttled: Client) -> None:
    assert calls(throttled, None, COURSES, 21)[-1] == 429
    assert throttled(None, "GET", COURSES, X_Forwarded_For="203.0.113.7").status_code == 200


def test_the_window_slides(throttled: Client) -> None:
    throttle = throttled.lms.throttle
    clock = iter(float(second) for second in range(1000, 2000, 3))
    throttle.clock = lambda: next(clock)
    try:
        assert calls(throttled, "jordan", COURSES, 20) == [200] * 20
        # A call every three seconds: the first one has left the minute by now.
        assert calls(throttled, "jordan", COURSES, 5) == [200] * 5
    finally:
        throttle.clock = type(throttle)().clock


def test_off_by_default(lms: Client) -> None:
    assert set(calls(lms, "jordan", COURSES, 30)) == {200}
