"""A learner's certificates, credit and roles."""

from typing import Any

import pytest

from tests.operations.catalogue import text_of
from tests.support.changed import ask, changed
from tests.support.gateway import Gateway
from tests.support.ids import global_id
from tests.support.lms import DemoLms, waves
from tests.support.people import BOTANY, KEY, USERS

CERTIFICATES = "pages/records:MyCertificates"
CREDIT = "pages/records:CreditPage"
ME = "/api/user/v1/me"
PROVIDERS = "/api/credit/v1/providers/"
ELIGIBILITY = "/api/credit/v1/eligibility/"


@pytest.mark.parametrize("user", ["alex", "sam", "taylor", "jordan"])
def test_certificates_of_all_courses_come_in_one_call(gateway: Gateway, user: str) -> None:
    path = f"/api/certificates/v0/certificates/{user}/"
    rows: list[dict[str, Any]] = gateway.lms.rest(path, user).body
    gateway.lms.hold(1, 1)
    answer = gateway.ask(text_of(CERTIFICATES), user=user)
    assert answer.sound()["viewer"]["certificates"] == [
        {
            "course": {"key": row["course_id"], "title": row["course_display_name"], "org": row["course_organization"]},
            "type": row["certificate_type"],
            "status": row["status"],
            "isPassing": row["is_passing"],
            "grade": float(row["grade"]),
            "downloadUrl": gateway.lms.url + row["download_url"],
            "created": row["created_date"],
            "modified": row["modified_date"],
        }
        for row in rows
    ]
    assert bool(rows) is (user == "alex")
    assert waves(answer.calls) == [[ME], [path]]


def test_courses_of_certificates_are_asked_for_all_at_once(gateway: Gateway) -> None:
    answer = gateway.ask("{ viewer { certificates { course { title number } } } }")
    (certificate,) = answer.sound()["viewer"]["certificates"]
    assert certificate["course"] == {"title": "Coastal Navigation", "number": "NavX"}
    assert answer.paths == ["/api/certificates/v0/certificates/alex/", "/api/courses/v1/courses/", ME]


@pytest.mark.parametrize("key", [BOTANY, KEY])
@pytest.mark.parametrize("user", ["alex", "sam"])
def test_credit(gateway: Gateway, user: str, key: str) -> None:
    rows = gateway.lms.rest(ELIGIBILITY, user, username=user, course_key=key).body
    providers = gateway.lms.rest(PROVIDERS, user).body
    gateway.lms.hold(2, 1)
    answer = gateway.ask(text_of(CREDIT), {"key": key}, user=user)
    data = answer.sound()
    expected = {"course": {"key": key}, "deadline": rows[0]["deadline"]} if rows else None
    assert data["viewer"]["creditEligibility"] == expected
    assert (expected is not None) is (user == "alex" and key == BOTANY)
    assert data["creditProviders"] == [
        {
            "id": global_id("CreditProvider", row["id"]),
            "displayName": row["display_name"],
            "url": row["url"],
            "statusUrl": row["status_url"],
            "description": row["description"],
            "fulfillmentInstructions": row["fulfillment_instructions"],
            "thumbnailUrl": row["thumbnail_url"],
        }
        for row in providers
    ]
    assert waves(answer.calls) == [sorted([ME, PROVIDERS]), [ELIGIBILITY]]


def test_providers_by_id(gateway: Gateway) -> None:
    query = "query Q($ids: [String!]) { creditProviders(ids: $ids) { id key } }"
    given = global_id("CreditProvider", "lakeside-college")
    for name in ("lakeside-college", given):
        found = gateway.ask(query, {"ids": [name, "nobody"]}).sound()["creditProviders"]
        assert found == [{"id": given, "key": "lakeside-college"}]
    empty = gateway.ask(query, {"ids": []})
    assert (empty.sound()["creditProviders"], empty.calls) == ([], [])
    for bad in ("a,b", global_id("Thread", "1")):
        refused = gateway.ask(query, {"ids": [bad]})
        assert (refused.codes, refused.calls) == (["BAD_USER_INPUT"], [])


def test_a_visitor_has_no_records(gateway: Gateway) -> None:
    answer = gateway.ask(text_of(CERTIFICATES), user="anonymous")
    assert (answer.sound(), answer.calls) == ({"viewer": {"certificates": None}}, [])
    credit = gateway.ask(text_of(CREDIT), {"key": KEY}, user="anonymous")
    assert credit.data == {"viewer": {"creditEligibility": None}, "creditProviders": None}
    assert (credit.codes, credit.calls) == (["UNAUTHENTICATED"], [])


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/api/certificates/", ["viewer", "certificates"]),
        (ELIGIBILITY, ["viewer", "creditEligibility"]),
        (PROVIDERS, ["creditProviders"]),
    ],
)
def test_a_fault_costs_its_own_field(gateway: Gateway, path: str, place: list[str]) -> None:
    gateway.lms.faults({path: {"status": 500}})
    query = (
        f'{{ viewer {{ username certificates {{ status }} creditEligibility(course: "{BOTANY}") {{ deadline }} }} '
        "creditProviders { id } }"
    )
    answer = gateway.ask(query)
    assert [(error["path"], error["extensions"]["code"]) for error in answer.errors] == [
        (place, "UPSTREAM_UNAVAILABLE")
    ]
    assert answer.data["viewer"]["username"] == "alex"
    others = {"certificates", "creditEligibility"} - set(place)
    assert all(answer.data["viewer"][name] is not None for name in others)


@pytest.mark.parametrize("user", USERS)
def test_roles_and_who_is_signed_in(gateway: Gateway, user: str) -> None:
    query = "{ viewer { isAuthenticated isGlobalStaff courseRoles { role org course { key title } } } }"
    viewer = gateway.ask(query, user=user).sound()["viewer"]
    roles = gateway.lms.rest("/api/enrollment/v1/roles/", user).body
    if user == "anonymous":
        assert viewer == {"isAuthenticated": False, "isGlobalStaff": None, "courseRoles": None}
        return
    assert (viewer["isAuthenticated"], viewer["isGlobalStaff"]) == (True, roles["is_staff"])
    assert viewer["courseRoles"] == [
        {
            "role": row["role"],
            "org": row["org"],
            "course": {"key": row["course_id"], "title": "Urban Beekeeping"},
        }
        for row in roles["roles"]
    ]
    assert bool(roles["roles"]) is (user == "taylor")


def test_requirement_that_was_not_met_before_the_end(lms: DemoLms) -> None:
    """The demo's courses with credit do not end."""
    end = "2026-05-01T00:00:00Z"

    def failed(path: str, body: Any, headers: dict[str, str]) -> Any:
        if path.startswith("/api/course_home/progress/"):
            (row,) = body["credit_course_requirements"]["requirements"]
            row |= {"status": "failed", "reason": {"current_date": "2026-05-02T10:00:00Z", "deadline": end}}
        return body

    query = """query($key: CourseKey!) { course(key: $key) { progress { creditRequirements { requirements {
      status minGrade finalGrade missedDeadline
    } } } } }"""
    with changed(lms, failed) as client:
        course = ask(client, query, {"key": BOTANY})["data"]["course"]
    (shown,) = course["progress"]["creditRequirements"]["requirements"]
    assert (shown["status"], shown["finalGrade"], shown["missedDeadline"]) == ("failed", None, end)
    assert shown["minGrade"] > 0
