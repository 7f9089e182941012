"""A write is sent once, whatever its outcome; several in one document run in order, each followed by its reads."""

from typing import Any

import pytest

from tests.support.gateway import Gateway
from tests.support.people import KEY
from tests.writes.people import DISMISS, course, credentials, write, writes
from tests.writes.test_learner import HTML, PUBLIC, UNIT

WRITES: tuple[tuple[str, dict[str, Any], str, str], ...] = (
    ("Enroll", {"key": PUBLIC}, "JWT", "/api/enrollment/v1/enrollment"),
    ("Unenroll", {"key": KEY}, "session", "/change_enrollment"),
    ("SetGoal", {"key": KEY, "days": 3, "remind": True}, "JWT", "/api/course_home/save_course_goal"),
    ("UnsubscribeGoal", {"token": "t"}, "JWT", "/api/course_home/unsubscribe_from_course_goal/"),
    ("DismissWelcome", {"key": KEY}, "JWT", "/api/course_home/dismiss_welcome_message"),
    ("ResetDeadlines", {"key": KEY}, "Bearer", "/api/course_experience/v1/reset_course_deadlines"),
    ("Complete", {"key": KEY, "blocks": [{"key": HTML}]}, "JWT", "/api/completion/v1/completion-batch"),
    ("AddBookmark", {"block": UNIT}, "Bearer", "/api/bookmarks/v1/bookmarks/"),
    ("RemoveBookmark", {"block": UNIT}, "Bearer", "/api/bookmarks/v1/bookmarks/"),
    ("Celebrate", {"key": KEY, "weeklyGoal": True}, "JWT", "/api/courseware/celebration/"),
    ("Sign", {"key": KEY}, "JWT", "/api/agreements/v1/integrity_signature/"),
    ("Tour", {"status": "no-tour"}, "JWT", "/api/user_tours/v1/"),
    ("Preference", {"key": "a", "value": "b"}, "JWT", "/api/user/v1/preferences/"),
    ("Position", {"key": KEY, "block": UNIT}, "JWT", "/api/mobile/v1/users/"),
    ("EmailSettings", {"key": KEY, "receive": True}, "session", "/api/change_email_settings"),
)
FAULTS: tuple[tuple[dict[str, Any], str], ...] = (
    ({"status": 503}, "UPSTREAM_UNAVAILABLE"),
    ({"status": 429, "retry_after": 7}, "RATE_LIMITED"),
    ({"kind": "html"}, "UPSTREAM_INVALID"),
)


@pytest.mark.parametrize(("fault", "code"), FAULTS, ids=str)
@pytest.mark.parametrize(("name", "variables", "scheme", "prefix"), WRITES, ids=[row[0] for row in WRITES])
def test_broken_write_is_one_call_and_one_error(
    gateway: Gateway, name: str, variables: dict[str, Any], scheme: str, prefix: str, fault: dict[str, Any], code: str
) -> None:
    gateway.lms.faults({prefix: fault})
    answer = write(gateway, f"writes/learner:{name}", variables, scheme=scheme)
    assert answer.codes == [code]
    assert answer.errors[0]["path"] == list(answer.data)
    assert set(answer.data.values()) == {None}
    assert len(writes(answer)) == 1
    assert answer.errors[0]["extensions"].get("retryAfter") == fault.get("retry_after")


def test_write_whose_answer_is_lost_is_not_sent_again(gateway: Gateway) -> None:
    """The LMS has done it; only its answer broke off."""
    gateway.lms.faults({"/api/enrollment/v1/enrollment": {"kind": "reset"}})
    answer = write(gateway, "writes/learner:Enroll", {"key": PUBLIC}, user="jordan")
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
    assert len(writes(answer)) == 1
    gateway.lms.faults({})
    read = gateway.ask(course("enrollment { isActive }", PUBLIC), user="jordan")
    assert read.sound()["course"]["enrollment"] == {"isActive": True}


def setting(goals: dict[str, int]) -> str:
    """A document that sets one goal after the other, each under its own name."""
    fields = (
        f"{name}: setCourseGoal(input: {{course: $key, daysPerWeek: {days}, subscribedToReminders: true}}) "
        "{ course { goals { selectedGoal { daysPerWeek } } } }"
        for name, days in goals.items()
    )
    return "mutation($key: CourseKey!) { " + " ".join(fields) + " }"


def test_mutations_of_one_document_run_in_order_and_read_afresh(gateway: Gateway) -> None:
    goals = {"first": 1, "second": 5, "third": 9, "fourth": 3}
    answer = gateway.ask(setting(goals), {"key": KEY})
    payloads = answer.sound()
    days = [row["course"] and row["course"]["goals"]["selectedGoal"]["daysPerWeek"] for row in payloads.values()]
    assert list(payloads) == ["first", "second", "third", "fourth"]
    assert days == [1, 5, None, 3]
    assert [call.method for call in answer.calls] == ["POST", "GET"] * 3


def test_a_broken_mutation_leaves_the_others(gateway: Gateway) -> None:
    gateway.lms.faults({"/api/course_home/save_course_goal": {"status": 503, "times": 1}})
    answer = gateway.ask(setting({"a": 1, "b": 2}), {"key": KEY})
    assert answer.data == {"a": None, "b": {"course": {"goals": {"selectedGoal": {"daysPerWeek": 2}}}}}
    assert [error["path"] for error in answer.errors] == [["a"]]


def test_a_failure_to_read_afterwards_does_not_hide_that_it_was_written(gateway: Gateway) -> None:
    gateway.lms.faults({"/api/courseware/course/": {"status": 500}, "/api/course_home/outline/": {"status": 500}})
    variables = {"key": KEY, "days": 4, "remind": True}
    answer = write(gateway, "writes/learner:SetGoal", variables)
    assert answer.data["setCourseGoal"]["userErrors"] == []
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
    gateway.lms.faults({})
    read = gateway.ask(course("goals { selectedGoal { daysPerWeek } }"))
    assert read.sound()["course"]["goals"]["selectedGoal"]["daysPerWeek"] == 4


def test_mutation_needs_post(gateway: Gateway) -> None:
    gateway.lms.forget()
    headers = {**credentials("alex", "JWT"), "Apollo-Require-Preflight": "1"}
    assert gateway.http.get("/graphql", params={"query": DISMISS}, headers=headers).status_code == 405
    assert gateway.lms.calls() == []
