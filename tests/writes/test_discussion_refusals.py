"""Writes in discussions that the LMS refuses: user errors, and calls that are never repeated."""

from typing import Any

import pytest

from tests.support.gateway import Answer, Gateway
from tests.support.ids import global_id
from tests.writes.people import write
from tests.writes.test_discussions import CREATE, POST, THREADS, WRITES, create


def errors(answer: Answer) -> list[tuple[str, str, list[str] | None]]:
    (payload,) = answer.sound().values()
    assert all(value is None for name, value in payload.items() if name != "userErrors")
    return [(error["code"], error["message"], error["field"]) for error in payload["userErrors"]]


NOT_EDITABLE = "This field is not editable."
DENIED = "You do not have permission to perform this action."
REFUSED: tuple[tuple[str, dict[str, Any], str, list[tuple[str, str, list[str] | None]]], ...] = (
    (
        "UpdateThread",
        {"thread": "1", "title": "Mine", "pinned": True, "voted": True},
        "alex",
        [("INVALID", NOT_EDITABLE, ["input", "pinned"]), ("INVALID", NOT_EDITABLE, ["input", "title"])],
    ),
    (
        "UpdateThread",
        {"thread": "1", "closed": True, "closeReason": "boring"},
        "quinn",
        [("INVALID", "Invalid close reason code", ["input", "closeReasonCode"])],
    ),
    (
        "UpdateThread",
        {"thread": "1", "rawBody": "x", "editReason": "boring"},
        "quinn",
        [("INVALID", "Invalid edit reason code", ["input", "editReasonCode"])],
    ),
    ("UpdateThread", {"thread": "27", "voted": True}, "alex", [("NOT_FOUND", "Thread not found.", None)]),
    ("UpdateThread", {"thread": "1", "voted": True}, "jordan", [("NOT_FOUND", "Course not found.", None)]),
    ("UpdateComment", {"comment": "1", "rawBody": "x"}, "sam", [("INVALID", NOT_EDITABLE, ["input", "rawBody"])]),
    ("UpdateComment", {"comment": "1", "endorsed": True}, "sam", [("INVALID", NOT_EDITABLE, ["input", "endorsed"])]),
    (
        "CreateComment",
        {"thread": "2", "parent": "3", "rawBody": "x"},
        "alex",
        [("INVALID", "Comment level is too deep.", ["input", "parent"])],
    ),
    ("CreateComment", {"thread": "14", "rawBody": "x"}, "alex", [("FORBIDDEN", DENIED, None)]),
    ("DeleteThread", {"thread": "1"}, "alex", [("FORBIDDEN", DENIED, None)]),
    ("DeleteComment", {"comment": "1"}, "alex", [("FORBIDDEN", DENIED, None)]),
)


@pytest.mark.parametrize(("name", "variables", "user", "expected"), REFUSED)
def test_refusal_is_in_the_words_of_the_lms(
    gateway: Gateway,
    name: str,
    variables: dict[str, Any],
    user: str,
    expected: list[tuple[str, str, list[str] | None]],
) -> None:
    answer = write(gateway, f"{WRITES}:{name}", variables, user=user)
    assert sorted(errors(answer), key=str) == sorted(expected, key=str)
    assert len(answer.calls) == 1


UNFIT: tuple[tuple[str, dict[str, Any], list[str] | None], ...] = (
    (CREATE, {**POST, "title": " "}, ["input", "title"]),
    (CREATE, {**POST, "title": "x" * 1025}, ["input", "title"]),
    (CREATE, {**POST, "rawBody": "\n"}, ["input", "rawBody"]),
    (f"{WRITES}:UpdateThread", {"thread": "1"}, ["input"]),
    (f"{WRITES}:UpdateThread", {"thread": "1", "title": ""}, ["input", "title"]),
    (f"{WRITES}:CreateComment", {"thread": "1", "rawBody": ""}, ["input", "rawBody"]),
    (f"{WRITES}:UpdateComment", {"comment": "1"}, ["input"]),
)


@pytest.mark.parametrize(("operation", "variables", "field"), UNFIT)
def test_unfit_input_is_refused_before_any_call(
    gateway: Gateway, operation: str, variables: dict[str, Any], field: list[str]
) -> None:
    answer = write(gateway, operation, variables)
    assert [(code, path) for code, _, path in errors(answer)] == [("INVALID", field)]
    assert answer.calls == []


@pytest.mark.parametrize(
    ("operation", "variables"),
    [
        (CREATE, {**POST, "topic": global_id("DiscussionTopic", "course-v1:A+B+C", "x")}),
        (CREATE, {**POST, "topic": "x" * 256}),
        (CREATE, {**POST, "group": "north"}),
        (f"{WRITES}:UpdateThread", {"thread": "a b", "voted": True}),
        (f"{WRITES}:UpdateThread", {"thread": global_id("Comment", "1"), "voted": True}),
        (f"{WRITES}:UpdateThread", {"thread": "1", "topic": ""}),
        (f"{WRITES}:UpdateComment", {"comment": "../1", "voted": True}),
    ],
)
def test_id_that_cannot_be_meant_is_an_error_before_any_call(
    gateway: Gateway, operation: str, variables: dict[str, Any]
) -> None:
    answer = write(gateway, operation, variables)
    assert (answer.codes, answer.calls) == (["BAD_USER_INPUT"], [])


@pytest.mark.parametrize(
    ("feature", "token", "expected"),
    [
        ("blackout", None, ("FORBIDDEN", "Discussions are in blackout period.", None)),
        ("only_verified", None, ("INVALID", "Only verified users can post in discussions.", None)),
        ("captcha", "x", ("INVALID", "CAPTCHA verification failed.", ["input", "captchaToken"])),
        ("captcha", None, ("INVALID", "This field is required.", ["input", "captchaToken"])),
    ],
)
def test_a_refused_post_has_the_reason(
    gateway: Gateway, feature: str, token: str | None, expected: tuple[str, str, list[str] | None]
) -> None:
    gateway.lms.features({f"discussion_{feature}": True})
    answer = write(gateway, CREATE, {**POST, "captchaToken": token}, user="sam")
    assert errors(answer) == [expected]
    variables = {"thread": "1", "rawBody": "x", "captchaToken": token}
    assert errors(write(gateway, f"{WRITES}:CreateComment", variables, user="sam")) == [expected]
    if feature == "captcha":
        create(gateway, "sam", captchaToken="demo-captcha")


def test_too_many_posts_are_a_user_error(gateway: Gateway) -> None:
    gateway.lms.features({"discussion_rate_limit": True})
    for _ in range(3):
        create(gateway, "sam")
    answer = write(gateway, CREATE, POST, user="sam")
    assert errors(answer) == [("TOO_MANY", "Too many requests", None)]
    assert len(answer.calls) == 1


def test_other_limit_of_calls_is_an_error_of_the_mutation(gateway: Gateway) -> None:
    gateway.lms.faults({THREADS: {"status": 429, "retry_after": 7}})
    answer = write(gateway, CREATE, POST)
    assert (answer.data, answer.codes) == ({"createThread": None}, ["RATE_LIMITED"])


ONCE: tuple[tuple[str, dict[str, Any]], ...] = (
    (CREATE, POST),
    (f"{WRITES}:UpdateThread", {"thread": "3", "voted": True}),
    (f"{WRITES}:MarkThreadRead", {"thread": "3"}),
    (f"{WRITES}:DeleteThread", {"thread": "2"}),
    (f"{WRITES}:CreateComment", {"thread": "2", "rawBody": "x"}),
    (f"{WRITES}:UpdateComment", {"comment": "2", "voted": True}),
    (f"{WRITES}:DeleteComment", {"comment": "3"}),
)


@pytest.mark.parametrize(("operation", "variables"), ONCE)
@pytest.mark.parametrize("fault", [{"status": 503}, {"status": 429}])
def test_failing_write_is_never_repeated(
    gateway: Gateway, operation: str, variables: dict[str, Any], fault: dict[str, Any]
) -> None:
    gateway.lms.faults({"/api/discussion/v1/": fault})
    answer = write(gateway, operation, variables)
    assert set(answer.data.values()) == {None}
    assert answer.codes == ["RATE_LIMITED" if fault.get("status") == 429 else "UPSTREAM_UNAVAILABLE"]
    assert len(answer.calls) == 1


def test_visitor_and_cookies_without_the_csrf_pair_write_nothing(gateway: Gateway) -> None:
    assert write(gateway, CREATE, POST, user="anonymous").codes == ["UNAUTHENTICATED"]
    answer = write(gateway, CREATE, POST, scheme="session", csrf=False)
    assert answer.codes == ["FORBIDDEN"]
