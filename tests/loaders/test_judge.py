"""The meaning of responses, with responses of a real LMS: all kinds of errors, and all forms of "absent"."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from loaders.answer import Answer
from loaders.calls.judge import closed, judge, retry_after
from loaders.credentials import Credentials
from loaders.endpoint import Auth, Endpoint, Missing
from loaders.endpoints.catalog import CATALOG_COURSE, CATALOG_COURSES
from loaders.endpoints.course import COURSE_METADATA, COURSE_MODES, LEARNING_SEQUENCES
from loaders.endpoints.dates import DATES
from loaders.endpoints.enrollment import ENROLLMENTS
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.progress import PROGRESS
from loaders.endpoints.viewer import ACCOUNT, ME, PREFERENCES, TOUR
from loaders.endpoints.viewer_writes import ADD_BOOKMARK
from loaders.errors import Code, Failure

FOLDER = Path(__file__).parents[1] / "recorded"
PLAIN = Endpoint(name="plain", path="/plain", weight=1, missing={})
OPTIONAL = Endpoint(name="optional", path="/optional", weight=1, optional=True)


def recorded(name: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of a recorded answer."""
    answer: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    body = answer.get("body")
    if body is None:
        raw = b""
    elif isinstance(body, dict) and "_text" in body:
        raw = body["_text"].encode()
    else:
        raw = json.dumps(body).encode()
    return answer["status"], answer["headers"], raw


@pytest.mark.parametrize(
    ("name", "endpoint", "expected"),
    [
        ("course_home.dates@not_enrolled", DATES, Missing.REFUSED),
        ("course_home.progress@not_enrolled", PROGRESS, Missing.REFUSED),
        ("course_home.dates@anonymous", DATES, Code.UNAUTHENTICATED),
        ("auth.dates.jwt_bad", DATES, Code.UNAUTHENTICATED),
        ("auth.dates.bearer_bad", DATES, Code.UNAUTHENTICATED),
        ("auth.me.bearer_expired", ME, Missing.ABSENT),
        ("user.me@anonymous", ME, Missing.ABSENT),
        ("key.course_metadata.unknown", COURSE_METADATA, Missing.ABSENT),
        ("key.course_metadata.no_route", COURSE_METADATA, Missing.ABSENT),
        ("key.dates.unknown", DATES, Missing.UNSEEN),
        ("key.course_detail.unknown", CATALOG_COURSE, Missing.ABSENT),
        ("key.course_detail.unparsable", CATALOG_COURSE, Code.UPSTREAM_INVALID),
        ("courses.bad_keys", CATALOG_COURSES, Code.UPSTREAM_INVALID),
        ("courses.page_99", CATALOG_COURSES, Missing.ABSENT),
        ("courses.username_other", CATALOG_COURSES, Code.FORBIDDEN),
        ("key.enrollment_course.unknown", COURSE_MODES, Missing.ABSENT),
        ("key.learning_sequences.unparsable", LEARNING_SEQUENCES, Code.UPSTREAM_INVALID),
        ("ls.user_param_denied", LEARNING_SEQUENCES, Missing.REFUSED),
        ("denied.preferences_other", PREFERENCES, Code.FORBIDDEN),
        ("denied.tours_other", TOUR, Missing.REFUSED),
        ("throttle.enrollment", ENROLLMENTS, Code.RATE_LIMITED),
        ("throttle.courses", CATALOG_COURSES, Code.RATE_LIMITED),
        ("accept.xml", COURSE_METADATA, Code.UPSTREAM_INVALID),
        ("sequence.unit", PLAIN, Code.UPSTREAM_INVALID),
        ("enrollment.one@not_enrolled", PLAIN, Code.UPSTREAM_INVALID),
        ("program_enrollments.overview@audit", PLAIN, Code.FORBIDDEN),
        ("auth.masquerade.jwt", PLAIN, Code.UPSTREAM_INVALID),
        ("slash.blocks.without", PLAIN, Code.UPSTREAM_INVALID),
        ("key.agreements.no_route", OPTIONAL, Code.UPSTREAM_NOT_SUPPORTED),
        ("key.course_metadata.unknown", OPTIONAL, Missing.ABSENT),
        ("blocks.unknown_usage", PLAIN, Code.UPSTREAM_UNAVAILABLE),
        ("method.goal.get", PLAIN, Code.UPSTREAM_INVALID),
        ("course_home.outline", OUTLINE, None),
        ("course_home.navigation", NAVIGATION, None),
        ("course_home.progress", PROGRESS, None),
        ("enrollment.list@audit", ENROLLMENTS, None),
        ("user.preferences@anonymous", PREFERENCES, Code.UNAUTHENTICATED),
    ],
)
def test_recorded_answer(name: str, endpoint: Endpoint, expected: Code | Missing | None) -> None:
    status, headers, body = recorded(name)
    outcome = judge(endpoint, status, headers, body)
    if expected is None:
        assert isinstance(outcome, Answer)
        assert outcome.tree == json.loads(body)
    elif isinstance(expected, Missing):
        assert outcome is expected
    else:
        assert isinstance(outcome, Failure)
        assert outcome.code is expected
        assert (outcome.endpoint, outcome.status) == (endpoint.name, status)


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.json")))
def test_no_recorded_answer_is_mistaken(name: str) -> None:
    """An error never passes for data, data never for an error, and no text of the LMS gets into a message."""
    status, headers, body = recorded(name)
    outcome = judge(PLAIN, status, headers, body)
    whole = 200 <= status < 300 and body[:1] == b"{" and "json" in headers.get("content-type", "")
    assert isinstance(outcome, Answer) is whole
    if not whole:
        assert isinstance(outcome, Failure)
        assert outcome.message.startswith("The LMS's plain ")
        assert len(outcome.message) < 100


@pytest.mark.parametrize(
    ("name", "seconds"),
    [
        ("throttle.enrollment", 57.0),
        ("throttle.enrollment_staff", 52.0),
        ("throttle.courses_fresh", 59.0),
        ("throttle.courses", None),
    ],
)
def test_recorded_throttle_says_how_long(name: str, seconds: float | None) -> None:
    status, headers, body = recorded(name)
    outcome = judge(PLAIN, status, headers, body)
    assert isinstance(outcome, Failure)
    header = headers.get("retry-after")
    assert outcome.retry_after == (float(header) if header else seconds)


@pytest.mark.parametrize(
    ("header", "body", "seconds"),
    [
        ("7", b"", 7.0),
        ("0", b"", 0.0),
        ("-1", b"", None),
        ("Wed, 21 Oct 2015 07:28:00 GMT", b"", 0.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", b"", 86400.0),
        ("Wed, 99 Oct 2026 07:28:00 GMT", b"", None),
        ("soon", b"Expected available in 12 seconds.", None),
        ("9" * 400, b"", 86400.0),
        ("\u0663", b"", None),
        ("", b"Expected available in 12 seconds.", 12.0),
        ("", b"Expected available in soon", None),
        ("", b"Expected available in ", None),
        ("", b"", None),
    ],
)
def test_retry_after(header: str, body: bytes, seconds: float | None) -> None:
    assert retry_after({"retry-after": header}, body) == seconds


def test_a_date_is_a_wait_too() -> None:
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    wait = retry_after({"retry-after": then}, b"")
    assert wait is not None
    assert 97 <= wait <= 100


def test_a_body_nested_as_no_answer_is() -> None:
    for body in (b'{"a":' * 5000 + b"1" + b"}" * 5000, b'{"a":' + b"[" * 5000 + b"]" * 5000 + b"}"):
        outcome = judge(PLAIN, 200, {"content-type": "application/json"}, body)
        assert isinstance(outcome, Failure)
        assert outcome.code is Code.UPSTREAM_INVALID


@pytest.mark.parametrize(
    "body", [b"{", b"[", b'{"a": 1', b'{"a": 1}}', b"null", b"7", b'"text"', b"[]", b"\xff", b" ", b"NaN"]
)
def test_body_that_is_no_whole_object(body: bytes) -> None:
    outcome = judge(PLAIN, 200, {"content-type": "application/json"}, body)
    assert isinstance(outcome, Failure)
    assert outcome.code is Code.UPSTREAM_INVALID


def test_space_around_an_object_does_no_harm() -> None:
    assert isinstance(judge(PLAIN, 200, {"content-type": "application/json"}, b'\n {"a": 1}\n'), Answer)


def test_array_where_one_is_expected() -> None:
    headers = {"content-type": "application/json"}
    assert isinstance(judge(ENROLLMENTS, 200, headers, b"[]"), Answer)
    assert isinstance(judge(ENROLLMENTS, 200, headers, b"{}"), Failure)


def test_401_of_the_account_is_a_failure() -> None:
    status, headers, body = recorded("user.me@anonymous")
    assert isinstance(judge(ACCOUNT, status, headers, body), Failure)


def test_endpoint_that_is_closed_to_the_sign_in_names_those_that_open_it() -> None:
    message = closed(ADD_BOOKMARK, Credentials(schemes=Auth.JWT)).message
    assert message == "The LMS's bookmarks/add does not accept the sign-in that was sent; it accepts bearer or session."
