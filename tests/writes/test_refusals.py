"""Refusals of the LMS: `userErrors` if the user can act on them, `errors` for failures."""

from typing import Any

import pytest

from loaders.refusal import Notice, messages_of
from tests.operations.catalogue import text_of
from tests.support.gateway import Gateway
from tests.support.people import KEY, UNKNOWN
from tests.writes.people import DISMISS, credentials, write, writes
from tests.writes.test_learner import BLOCK, HTML, PUBLIC, UNIT

REFUSED: tuple[tuple[str, dict[str, Any], str, str, str, str, list[str] | None], ...] = (
    ("Enroll", {"key": UNKNOWN}, "alex", "JWT", "NOT_FOUND", f"No course '{UNKNOWN}' found for enrollment", None),
    (
        "Enroll",
        {"key": PUBLIC, "mode": "verified"},
        "jordan",
        "JWT",
        "FORBIDDEN",
        "User does not have permission to create enrollment with mode [verified].",
        None,
    ),
    ("Unenroll", {"key": PUBLIC}, "jordan", "session", "INVALID", "You are not enrolled in this course", None),
    ("Unenroll", {"key": UNKNOWN}, "jordan", "session", "NOT_FOUND", "Course id is invalid", None),
    ("UnsubscribeGoal", {"token": "no-such-token"}, "anonymous", "JWT", "NOT_FOUND", "Not found.", None),
    ("DismissWelcome", {"key": UNKNOWN}, "alex", "JWT", "INVALID", "Unable to dismiss welcome message.", None),
    ("ResetDeadlines", {"key": UNKNOWN}, "alex", "JWT", "INVALID", "Unable to reset deadlines.", None),
    (
        "Complete",
        {"key": KEY, "blocks": [{"key": HTML}]},
        "jordan",
        "JWT",
        "INVALID",
        "User is not enrolled in course.",
        None,
    ),
    (
        "Complete",
        {"key": KEY, "blocks": [{"key": f"{HTML}x"}]},
        "alex",
        "JWT",
        "INVALID",
        f"Block with key: '{HTML}x' is not in course {KEY}",
        None,
    ),
    (
        "AddBookmark",
        {"block": f"{UNIT}x"},
        "alex",
        "session",
        "NOT_FOUND",
        "An error has occurred. Please try again.",
        None,
    ),
    (
        "RemoveBookmark",
        {"block": f"{BLOCK}vertical+block@none"},
        "alex",
        "Bearer",
        "NOT_FOUND",
        f"Bookmark with usage_id: {BLOCK}vertical+block@none does not exist.",
        None,
    ),
    (
        "Celebrate",
        {"key": KEY, "firstSection": True},
        "jordan",
        "JWT",
        "NOT_FOUND",
        "The LMS does not know what this is about, or not for the signed-in user.",
        None,
    ),
    (
        "Tour",
        {"status": "no-such-tour"},
        "alex",
        "JWT",
        "INVALID",
        '"no-such-tour" is not a valid choice.',
        ["input", "courseHomeTourStatus"],
    ),
    (
        "Preference",
        {"key": "time_zone", "value": "Mars/X"},
        "alex",
        "JWT",
        "INVALID",
        "Value 'Mars/X' is not a valid time zone selection.",
        ["input", "value"],
    ),
    (
        "Position",
        {"key": KEY, "block": f"{UNIT}x"},
        "alex",
        "JWT",
        "INVALID",
        "Could not find module for module_id",
        None,
    ),
)


@pytest.mark.parametrize(("name", "variables", "user", "scheme", "code", "message", "field"), REFUSED)
def test_refusal_is_a_user_error_in_the_words_of_the_lms(
    gateway: Gateway,
    name: str,
    variables: dict[str, Any],
    user: str,
    scheme: str,
    code: str,
    message: str,
    field: list[str] | None,
) -> None:
    answer = write(gateway, f"writes/learner:{name}", variables, user=user, scheme=scheme)
    (payload,) = answer.sound().values()
    assert payload.pop("userErrors") == [{"code": code, "message": message, "field": field}]
    assert set(payload.values()) == {None}, "a refused write changed nothing, so there is nothing to show"
    assert len(writes(answer)) == 1
    assert answer.calls[-1].method != "GET", "nothing is read after a refused write"


UNFIT: tuple[tuple[str, dict[str, Any], str, list[str]], ...] = (
    ("SetGoal", {"key": KEY, "days": 8, "remind": True}, "INVALID", ["input", "daysPerWeek"]),
    ("SetGoal", {"key": KEY, "days": -1, "remind": True}, "INVALID", ["input", "daysPerWeek"]),
    ("UnsubscribeGoal", {"token": "../me"}, "NOT_FOUND", ["input", "token"]),
    ("UnsubscribeGoal", {"token": ""}, "NOT_FOUND", ["input", "token"]),
    ("Complete", {"key": KEY, "blocks": []}, "TOO_MANY", ["input", "blocks"]),
    ("Complete", {"key": PUBLIC, "blocks": [{"key": HTML}]}, "INVALID", ["input", "blocks", "0", "key"]),
    (
        "Complete",
        {"key": KEY, "blocks": [{"key": HTML}, {"key": UNIT, "completion": 1.5}]},
        "INVALID",
        ["input", "blocks", "1", "completion"],
    ),
    ("Celebrate", {"key": KEY}, "INVALID", ["input"]),
    ("Tour", {}, "INVALID", ["input"]),
    ("Preference", {"key": "", "value": "x"}, "INVALID", ["input", "key"]),
    ("Position", {"key": PUBLIC, "block": UNIT}, "INVALID", ["input", "block"]),
)


@pytest.mark.parametrize(("name", "variables", "code", "field"), UNFIT)
def test_an_invalid_argument_is_refused_before_any_call(
    gateway: Gateway, name: str, variables: dict[str, Any], code: str, field: list[str]
) -> None:
    answer = write(gateway, f"writes/learner:{name}", variables)
    (payload,) = answer.sound().values()
    assert [(error["code"], error["field"]) for error in payload["userErrors"]] == [(code, field)]
    assert answer.calls == []


def test_celebration_in_a_masquerade_is_a_user_error(gateway: Gateway) -> None:
    asked = {"role": "student", "user_partition_id": None, "group_id": None, "user_name": "sam"}
    gateway.lms.post(f"/courses/{KEY}/masquerade", asked, credentials("taylor", "session"))
    variables = {"key": KEY, "firstSection": True}
    answer = write(gateway, "writes/learner:Celebrate", variables, user="taylor", scheme="session")
    payload = answer.sound()["markCelebrationSeen"]
    assert payload["course"] is None
    assert [error["code"] for error in payload["userErrors"]] == ["MASQUERADING"]
    assert [call.status for call in answer.calls] == [202]


CLOSED = (
    ("Unenroll", {"key": KEY}, "JWT", "; it accepts session."),
    ("EmailSettings", {"key": KEY, "receive": True}, "Bearer", "; it accepts session."),
    ("AddBookmark", {"block": UNIT}, "JWT", "; it accepts bearer or session."),
    ("RemoveBookmark", {"block": UNIT}, "cookies", "; it accepts bearer or session."),
    ("SetGoal", {"key": KEY, "days": 3, "remind": True}, "Bearer", "; it accepts jwt or session."),
    ("DismissWelcome", {"key": KEY}, "Bearer", "; it accepts jwt or session."),
    ("Sign", {"key": KEY}, "Bearer", "; it accepts jwt or session."),
    ("Tour", {"status": "no-tour"}, "Bearer", "; it accepts jwt or session."),
)


@pytest.mark.parametrize(("name", "variables", "scheme", "needed"), CLOSED)
def test_a_view_that_does_not_know_the_sign_in_is_not_called(
    gateway: Gateway, name: str, variables: dict[str, Any], scheme: str, needed: str
) -> None:
    answer = write(gateway, f"writes/learner:{name}", variables, scheme=scheme)
    assert answer.codes == ["UNAUTHENTICATED"]
    assert needed in answer.errors[0]["message"]
    assert set(answer.data.values()) == {None}
    assert answer.calls == []


@pytest.mark.parametrize(
    ("name", "variables"),
    [
        ("Enroll", {"key": PUBLIC}),
        ("Complete", {"key": KEY, "blocks": [{"key": HTML}]}),
        ("Preference", {"key": "a", "value": "b"}),
        ("Position", {"key": KEY, "block": UNIT}),
    ],
)
def test_a_visitor_writes_nothing(gateway: Gateway, name: str, variables: dict[str, Any]) -> None:
    answer = write(gateway, f"writes/learner:{name}", variables, user="anonymous")
    assert answer.codes == ["UNAUTHENTICATED"]
    assert answer.calls == []


def test_session_without_csrf_pair_is_an_error_that_says_so(gateway: Gateway) -> None:
    answer = write(gateway, "writes/learner:Enroll", {"key": PUBLIC}, scheme="session", csrf=False)
    assert answer.codes == ["FORBIDDEN"]
    assert "CSRF Failed: CSRF cookie not set" in answer.errors[0]["message"]
    page = write(gateway, "writes/learner:Unenroll", {"key": KEY}, scheme="session", csrf=False)
    assert page.codes == ["FORBIDDEN"]
    assert "CSRF" in page.errors[0]["message"]
    assert "<" not in page.errors[0]["message"]


def test_refusal_of_jwt_cookies_names_the_missing_csrf_pair(gateway: Gateway) -> None:
    answer = write(gateway, "writes/learner:Enroll", {"key": PUBLIC}, scheme="cookies", csrf=False)
    assert answer.codes == ["UNAUTHENTICATED"]
    assert "X-CSRFToken" in answer.errors[0]["message"]


def test_the_csrf_pair_is_the_clients_own(gateway: Gateway) -> None:
    """The gateway makes up no pair and leaves the check to the LMS."""
    headers = {"Cookie": "sessionid=demo-alex; csrftoken=" + "B" * 32, "X-CSRFToken": "C" * 32}
    answer = gateway.ask(DISMISS, user="anonymous", headers=headers)
    assert answer.codes == ["FORBIDDEN"]
    (call,) = answer.calls
    assert call.headers["x-csrftoken"] == "C" * 32
    assert "csrftoken=" + "B" * 32 in call.headers["cookie"]


def test_ended_session_on_a_page_asks_for_a_sign_in(gateway: Gateway) -> None:
    """A page of the LMS redirects to its sign-in form."""
    headers = {"Cookie": "sessionid=ended; csrftoken=" + "B" * 32, "X-CSRFToken": "B" * 32}
    text = text_of("writes/learner:EmailSettings")
    answer = gateway.ask(text, {"key": KEY, "receive": True}, user="anonymous", headers=headers)
    assert answer.codes == ["UNAUTHENTICATED"]
    assert [call.status for call in answer.calls] == [302]


BODIES = (
    (b"", [Notice(None)]),
    (b'{"detail": "Not found."}', [Notice("Not found.")]),
    (b'{"detail": {"reason": "x"}}', [Notice(None)]),
    (b'["x is not a valid CourseKey"]', [Notice("x is not a valid CourseKey")]),
    (b'"User not enrolled."', [Notice("User not enrolled.")]),
    (b"You are not enrolled in this course", [Notice("You are not enrolled in this course")]),
    (b'{"message": "no", "localizedMessage": "nein"}', [Notice("nein")]),
    (b'{"developer_message": "Invalid", "user_message": "Try again."}', [Notice("Try again.")]),
    (
        b'{"developer_message": {"error_code": "token_nonexistent", "developer_message": "No token."}}',
        [Notice("No token.")],
    ),
    (b'{"developer_message": {"non_field_errors": ["A list, please."]}}', [Notice("A list, please.")]),
    (
        b'{"developer_message": [{}, {"status": ["This field is required."]}]}',
        [Notice("This field is required.", ("1", "status"))],
    ),
    (
        b'{"field_errors": {"a": {"developer_message": "x", "user_message": "user"}, "b": {"developer_message": "b"}}}',
        [Notice("user", ("a",)), Notice("b", ("b",))],
    ),
    (b'{"errors": [{"code": "invalid-module-id", "message": "Could not find"}]}', [Notice("Could not find")]),
    (b'{"has_access": false, "user_message": null, "developer_message": "<CourseBlock @1F of x>"}', [Notice(None)]),
    (b'{"has_access": false, "user_message": "Not yet.", "developer_message": "<CourseBlock>"}', [Notice("Not yet.")]),
    (b"{\"detail\": \"Unknown CourseLocator(u'a', 'b')\"}", [Notice(None)]),
    (b'{"detail": "<b>bold</b>"}', [Notice(None)]),
    (b'{"detail": "See http://lms.internal:8000/errors"}', [Notice(None)]),
    (b'{"detail":' * 900 + b"1" + b"}" * 900, [Notice(None)]),
    (b'{"error_code": "user_does_not_exist"}', [Notice(None)]),
    (b'{"time_zone": ["Bad."], "detail": 7}', [Notice("Bad.", ("time_zone",))]),
)


@pytest.mark.parametrize(("body", "expected"), BODIES)
def test_every_family_of_error_bodies_is_read_and_nothing_unsafe_is_shown(body: bytes, expected: list[Notice]) -> None:
    assert messages_of(body) == expected


def test_goal_of_an_unknown_course_is_stored_without_a_course_to_show(gateway: Gateway) -> None:
    """The LMS says 200 and stores it."""
    answer = write(gateway, "writes/learner:SetGoal", {"key": UNKNOWN, "days": 3, "remind": True})
    assert answer.sound()["setCourseGoal"] == {"course": None, "userErrors": []}
