"""A sign-in that the LMS does not accept is always reported, by every field of the viewer and every kind of sign-in."""

from typing import Any

import pytest

from gateway.app import create_app
from tests.conftest import settings_for
from tests.gateway.test_identity import UNENROLL, WRITES, csrf, signed
from tests.support.gateway import Answer, Gateway
from tests.support.named import named, pair, token
from tests.support.people import KEY, PUBLIC, sign_in
from tests.support.servers import served

EXPIRED = -86400.0
FORGED = f"{token('alex', 3600).rpartition('.')[0]}.forged"
REFUSED = {
    "session": {"cookie": "sessionid=over"},
    "expired token": named("alex", EXPIRED),
    "garbage": {"authorization": "JWT x.y.z"},
    "forged token": {"authorization": f"JWT {FORGED}"},
    "forged token, own session": {"authorization": f"JWT {FORGED}", "cookie": "sessionid=demo-alex"},
    "expired token, session": named("alex", EXPIRED) | {"cookie": "sessionid=demo-sam"},
    "expired token cookies": {"cookie": pair("alex", EXPIRED)},
    "forged token cookies": {"cookie": pair("alex", 3600, signature="forged")},
    "forged token cookies, session": {"cookie": f"{pair('alex', 3600, signature='forged')}; sessionid=over"},
    "expired bearer": {"authorization": "Bearer demo-alex-expired"},
    "unknown bearer": {"authorization": "Bearer nobody"},
    "unknown bearer, session": {"authorization": "Bearer nobody", "cookie": "sessionid=demo-alex"},
    "unknown bearer, token cookies": {"authorization": "Bearer nobody", "cookie": pair("alex", 3600)},
}
FIELDS = (
    *("username", "name", "timezone", "preferences { key }", "tour { showCoursewareTour }", "verification { status }"),
    *("certificates { status }", "primaryEnrollment { mode }", "enrollments(first: 1, status: EXPIRED) { totalCount }"),
    *("isGlobalStaff", "emailConfirmation { isNeeded }", "programs { uuid }", "learningPathways { uuid }"),
    f'creditEligibility(course: "{KEY}") {{ deadline }}',
)
COURSE = f'course(key: "{KEY}") {{ title tabs {{ id }} }}'


@pytest.fixture(params=[True, False], ids=["compiled", "ordinary"], scope="module")
def _either(request: pytest.FixtureRequest, lms_url: str) -> Any:
    with served(lambda url: create_app(settings_for(lms_url, compile=request.param))) as url:
        yield url


@pytest.fixture
def either(_either: str, lms: Any) -> Any:
    """A gateway that compiles and one that does not."""
    gateway = Gateway(_either, lms)
    yield gateway
    gateway.close()


def name_of(selection: str) -> str:
    """The field that is selected."""
    return selection.partition(" ")[0].partition("(")[0]


def of_viewer(answer: Answer) -> list[str]:
    """The code of each error below the viewer."""
    return [error["extensions"]["code"] for error in answer.errors if error["path"][0] == "viewer"]


@pytest.mark.parametrize("way", REFUSED)
@pytest.mark.parametrize("more", ["", COURSE], ids=["alone", "with a course"])
def test_each_field_says_that_the_sign_in_is_refused(either: Gateway, way: str, more: str) -> None:
    """Each in a separate request: one failure is reported once for all fields that it feeds."""
    for selection in FIELDS:
        answer = signed(either, f"{{ viewer {{ {selection} }} {more} }}", REFUSED[way])
        assert answer.data["viewer"] == {name_of(selection): None}
        assert of_viewer(answer) == ["UNAUTHENTICATED"], selection


@pytest.mark.parametrize("more", ["", COURSE], ids=["alone", "with a course"])
def test_whether_somebody_is_signed_in_is_no_error(either: Gateway, more: str) -> None:
    for headers in REFUSED.values():
        answer = signed(either, f"{{ viewer {{ id isAuthenticated }} {more} }}", headers)
        assert answer.data["viewer"]["isAuthenticated"] is False
        assert of_viewer(answer) == []


@pytest.mark.parametrize("more", ["", COURSE], ids=["alone", "with a course"])
def test_a_visitor_without_credentials_is_not_refused(either: Gateway, more: str) -> None:
    answer = signed(either, f"{{ viewer {{ {' '.join(FIELDS)} isAuthenticated }} {more} }}", {})
    assert of_viewer(answer) == []
    assert set(answer.data["viewer"].values()) == {None, False}


def test_the_viewers_node_is_no_exception(either: Gateway) -> None:
    viewer = signed(either, "{ viewer { id } }", {}).sound()["viewer"]["id"]
    query = f'{{ node(id: "{viewer}") {{ ... on Viewer {{ isAuthenticated username }} }} }}'
    for way in REFUSED.values():
        answer = signed(either, query, way)
        assert answer.data["node"] == {"isAuthenticated": False, "username": None}
        assert answer.codes == ["UNAUTHENTICATED"]
    assert signed(either, query, {}).sound()["node"] == {"isAuthenticated": False, "username": None}


@pytest.mark.parametrize("name", [*WRITES, "unenroll"])
def test_nothing_is_written_by_a_refused_sign_in(gateway: Gateway, name: str) -> None:
    """Views that know the session only would write for its owner, or call a visitor forbidden."""
    write = {**WRITES, "unenroll": UNENROLL}[name]
    for headers in REFUSED.values():
        answer = signed(gateway, write, headers | (csrf(headers["cookie"]) if "cookie" in headers else {}))
        assert (set(answer.data.values()), answer.codes) == ({None}, ["UNAUTHENTICATED"])
        assert {call.user for call in answer.calls if call.method != "GET"} <= {None}


def test_bookmarks_are_not_read_by_a_refused_token(gateway: Gateway) -> None:
    query = f'{{ course(key: "{KEY}") {{ title bookmarks(first: 1) {{ edges {{ node {{ key }} }} }} }} }}'
    answer = signed(gateway, query, REFUSED["forged token, own session"])
    assert answer.data["course"]["title"]
    assert (answer.data["course"]["bookmarks"], answer.codes) == (None, ["UNAUTHENTICATED"])


@pytest.mark.parametrize("scheme", ["JWT", "Bearer", "session"])
def test_is_authenticated_with_a_course_costs_no_call(either: Gateway, scheme: str) -> None:
    answer = signed(either, f"{{ viewer {{ username isAuthenticated timezone }} {COURSE} }}", sign_in("alex", scheme))
    assert answer.sound()["viewer"]["username"] == "alex"
    assert len(answer.calls) == 1


COOKIES = [way for way, headers in REFUSED.items() if set(headers) == {"cookie"}]
"""Sign-ins that the LMS drops without a word: it answers as to a visitor."""


@pytest.mark.parametrize("way", REFUSED)
def test_as_somebody_else_nobody_sees_anything(gateway: Gateway, way: str) -> None:
    query = f'{{ course(key: "{KEY}") {{ title outline(asUser: "alex") {{ sections {{ title }} }} }} }}'
    answer = signed(gateway, query, REFUSED[way])
    assert answer.data["course"]["title"]
    assert (answer.data["course"]["outline"], answer.codes) == (None, ["UNAUTHENTICATED"])


@pytest.mark.parametrize("way", COOKIES)
def test_a_public_course_is_shown_as_to_a_visitor(either: Gateway, way: str) -> None:
    """The navigation crashes for a visitor of a public course."""
    outline = "outline { sections { title sequences { title } } }"
    for others in ("", "tabs { id } hasEnded", "dates { blocks { title } } progress { username }", "blocks { key }"):
        query = f'{{ course(key: "{PUBLIC}") {{ title {outline} {others} }} }}'
        visitor = signed(either, query, {})
        answer = signed(either, query, REFUSED[way])
        assert answer.data == visitor.data
        assert visitor.data["course"]["outline"]["sections"]
        assert set(answer.codes) == set(visitor.codes) <= {"UNAUTHENTICATED"}


def test_a_navigation_that_fails_for_somebody_is_no_reason_to_write(either: Gateway) -> None:
    """The outline's endpoint starts the clock of a discount."""
    either.lms.faults({"/api/course_home/v1/navigation": {"status": 500}})
    query = f'{{ course(key: "{PUBLIC}") {{ title outline {{ sections {{ title }} }} }} }}'
    answer = signed(either, query, {"cookie": "sessionid=demo-sam"})
    assert (answer.data["course"]["outline"], answer.codes) == (None, ["UPSTREAM_UNAVAILABLE"])
    assert f"/api/course_home/outline/{PUBLIC}" not in answer.paths
