"""The result of each operation for each person, in courses with different access: equal to the LMS's data."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from tests.operations.catalogue import text_of
from tests.operations.expected import Course, Expected, course_home, http_date
from tests.operations.expected_dates import dates
from tests.operations.expected_progress import about, progress, progress_of
from tests.support.compare import differences
from tests.support.gateway import Answer, Gateway
from tests.support.people import BOTANY, COURSES, KEY, USERS

PAGES: dict[str, Callable[[Course], Expected]] = {
    "pages/course_home:CourseHomePage": course_home,
    "pages/dates:DatesPage": dates,
    "pages/progress:ProgressPage": progress,
    "pages/course_about:CourseAbout": about,
}


CLOCK_SECONDS = 60
"""How far the LMS's clock and the gateway's `Date` may lie apart: a server under load dates its answers late."""


def expect(gateway: Gateway, name: str, key: str, user: str, scheme: str = "JWT") -> Expected:
    """The expected answer of the operation in the LMS's initial state, which is restored."""
    gateway.lms.reset()
    expected = PAGES[name](Course(gateway.lms, key, user, scheme))
    gateway.lms.reset()
    return expected


def check(answer: Answer, expected: Expected) -> None:
    assert answer.status == 200
    data: dict[str, Any] = dict(answer.data)
    if "serverTime" in data:
        shown = datetime.fromisoformat(data.pop("serverTime"))
        assert abs((shown - http_date(answer.headers["date"])).total_seconds()) <= CLOCK_SECONDS
    if data["course"] is not None and "id" in data["course"]:
        data["course"] = {name: value for name, value in data["course"].items() if name != "id"}
    assert differences(data, expected.data) == []
    assert [(error["extensions"]["code"], error["path"]) for error in answer.errors] == expected.errors


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("key", COURSES)
@pytest.mark.parametrize("name", PAGES)
def test_page(gateway: Gateway, name: str, key: str, user: str) -> None:
    expected = expect(gateway, name, key, user)
    check(gateway.ask(text_of(name), {"key": key}, user=user), expected)


@pytest.mark.parametrize("key", [KEY, BOTANY])
def test_progress_of_a_newer_release(gateway: Gateway, key: str) -> None:
    """Values that the LMS sends are used: due dates, colours, and the publication of hidden grades."""
    gateway.lms.features({"grade_summary": True})
    expected = progress(Course(gateway.lms, key, "alex"))
    shown = expected.data["course"]["progress"]
    assert shown["gradingPolicy"]["assignmentColors"]
    assert any(row["lastGradePublishDate"] for row in shown["assignmentTypeSummaries"]) == (key == BOTANY)
    gateway.lms.reset()
    gateway.lms.features({"grade_summary": True})
    check(gateway.ask(text_of("pages/progress:ProgressPage"), {"key": key}, user="alex"), expected)


@pytest.mark.parametrize("scheme", ["Bearer", "session"])
@pytest.mark.parametrize("user", ["alex", "sam"])
@pytest.mark.parametrize("name", PAGES)
def test_page_with_another_sign_in(gateway: Gateway, name: str, user: str, scheme: str) -> None:
    expected = expect(gateway, name, KEY, user, scheme)
    assert expected.data["course"] is not None
    check(gateway.ask(text_of(name), {"key": KEY}, user=user, scheme=scheme), expected)


@pytest.mark.parametrize(("user", "student"), [("taylor", "11"), ("taylor", "12"), ("alex", "12"), ("anonymous", "11")])
def test_progress_of_another_learner_is_for_staff(gateway: Gateway, user: str, student: str) -> None:
    course = Course(gateway.lms, KEY, user)
    assert progress_of(course, student).status == {"taylor": 200, "alex": 404, "anonymous": 401}[user]
    expected = progress(course, student)
    gateway.lms.reset()
    variables = {"key": KEY, "studentId": student}
    answer = gateway.ask(text_of("pages/progress:ProgressPage"), variables, user=user)
    check(answer, expected)
    if user == "taylor":
        assert answer.data["course"]["progress"]["username"] == {"11": "alex", "12": "sam"}[student]


def test_masquerade_of_staff_is_seen(gateway: Gateway) -> None:
    """Staff who look at the course as a learner get the learner's page, marked as such."""
    asked = {"role": "student", "user_partition_id": None, "group_id": None, "user_name": "sam"}
    headers = {
        "Cookie": "sessionid=demo-taylor; csrftoken=" + "A" * 32,
        "X-CSRFToken": "A" * 32,
        "Content-Type": "application/json",
    }
    gateway.lms.post(f"/courses/{KEY}/masquerade", asked, headers)
    expected = course_home(Course(gateway.lms, KEY, "taylor", "session"))
    assert expected.data["course"]["isMasquerading"] is True
    answer = gateway.ask(text_of("pages/course_home:CourseHomePage"), {"key": KEY}, user="taylor", scheme="session")
    check(answer, expected)
