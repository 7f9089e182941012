"""The mobile apps' dashboard and profile: what the LMS sends to the same person, in the fewest calls and waves."""

from typing import Any

import pytest

from tests.operations.catalogue import text_of
from tests.operations.expected import fields, instant
from tests.support.compare import differences
from tests.support.gateway import Gateway
from tests.support.lms import waves
from tests.support.named import named

ME = "/api/user/v1/me"
PEOPLE = ("alex", "sam", "taylor")
_VERIFICATION = "verification_status/"

Json = dict[str, Any]


def enrolments(user: str) -> str:
    return f"/api/mobile/v4/users/{user}/course_enrollments/"


def link(gateway: Gateway, text: str | None) -> str | None:
    return f"{gateway.lms.url}{text}" if text and text.startswith("/") else text or None


def card_of(gateway: Gateway, row: Json) -> Json:
    """The list's node for an enrolment."""
    course, progress = row["course"], row["course_progress"]
    plain = "name number org start_display is_self_paced"
    shown = fields(course, plain, key=course["id"], start=instant(course["start"]), end=instant(course["end"]))
    assert shown is not None
    return {
        "mode": row["mode"],
        "isActive": row["is_active"],
        "created": instant(row["created"]),
        "accessExpirationDate": instant(row["audit_access_expires"]),
        "course": {
            **{name: value for name, value in shown.items() if name != "name"},
            "title": course["name"],
            "startType": course["start_type"].upper(),
            "media": {"image": {"small": link(gateway, course["media"]["course_image"]["uri"])}},
            "aboutUrl": course["course_about"],
        },
        "coursewareAccess": fields(course["courseware_access"], "has_access error_code user_message"),
        "certificate": {"downloadUrl": link(gateway, row["certificate"].get("url"))},
        "assignments": {"completed": progress["assignments_completed"], "total": progress["total_assignments_count"]},
    }


def primary_of(gateway: Gateway, row: Json | None) -> Json | None:
    """The enrolment that the app opens with."""
    if row is None:
        return None
    course, status, dates = row["course"], row["course_status"], row["course_assignments"]
    image = link(gateway, course["media"]["course_image"]["uri"])
    return {
        "course": {
            "key": course["id"],
            "title": course["name"],
            "org": course["org"],
            "media": {"image": {"large": image, "small": image}},
        },
        "certificate": {"downloadUrl": link(gateway, row["certificate"].get("url"))},
        "lastVisited": status
        and {
            "blockKey": status["last_visited_block_id"],
            "path": status["last_visited_module_path"],
            "unitTitle": status["last_visited_unit_display_name"],
        },
        "assignments": {
            "completed": row["course_progress"]["assignments_completed"],
            "total": row["course_progress"]["total_assignments_count"],
            "upcoming": [
                {
                    "title": date["title"],
                    "date": instant(date["date"]),
                    "firstComponentBlockKey": date["first_component_block_id"] or None,
                }
                for date in dates["future_assignments"]
            ],
            "past": [fields(date, "title complete", date=instant(date["date"])) for date in dates["past_assignments"]],
        },
    }


@pytest.mark.parametrize("user", [*PEOPLE, "jordan"])
def test_dashboard_is_what_the_mobile_api_sends(gateway: Gateway, user: str) -> None:
    lms = gateway.lms
    account = lms.rest(f"/api/user/v1/accounts/{user}", user).body
    primary = lms.rest(enrolments(user), user).body.get("primary")
    query = {"status": "in_progress", "page_size": "50", "requested_fields": "course_progress"}
    page = lms.rest(enrolments(user), user, **query).body["enrollments"]
    viewer = gateway.ask(text_of("mobile/app:MobileDashboard"), {"first": 50}, user=user).sound()["viewer"]
    assert {name: viewer[name] for name in ("username", "name", "email", "profileImageUrl")} == fields(
        account, "username name email", profileImageUrl=account["profile_image"]["image_url_full"]
    )
    assert differences(viewer["primaryEnrollment"], primary_of(gateway, primary)) == []
    assert viewer["enrollments"]["totalCount"] == page["count"]
    shown = [edge["node"] for edge in viewer["enrollments"]["edges"]]
    assert differences(shown, [card_of(gateway, row) for row in page["results"]]) == []


def test_dashboard_is_three_calls_in_one_wave(gateway: Gateway) -> None:
    gateway.lms.hold(3)
    answer = gateway.ask(text_of("mobile/app:MobileDashboard"), headers=named("alex"))
    answer.sound()
    expected = sorted(["/api/user/v1/accounts/alex", enrolments("alex"), enrolments("alex")])
    assert waves(answer.calls) == [expected]
    queries = sorted(call.query for call in answer.calls if call.path == enrolments("alex"))
    assert queries == [
        "page=1&page_size=1",
        "status=in_progress&page=1&page_size=10&requested_fields=course_progress",
    ]


def test_dashboard_with_a_token_that_names_nobody_asks_for_the_name_first(gateway: Gateway) -> None:
    gateway.lms.hold(1, 3)
    answer = gateway.ask(text_of("mobile/app:MobileDashboard"), scheme="Bearer")
    answer.sound()
    assert waves(answer.calls) == [[ME], sorted(["/api/user/v1/accounts/alex", *[enrolments("alex")] * 2])]


def test_progress_is_asked_for_only_when_it_is_selected(gateway: Gateway) -> None:
    query = "{ viewer { enrollments(status: IN_PROGRESS) { edges { node { mode ...P @skip(if: true) } } } } }"
    answer = gateway.ask(query + " fragment P on Enrollment { assignments { total } }", headers=named("alex"))
    answer.sound()
    assert [call.query for call in answer.calls] == ["status=in_progress&page=1&page_size=25"]


@pytest.mark.parametrize("first", [7, 50, 100])
def test_offsets_find_the_pages_of_the_lms(gateway: Gateway, first: int) -> None:
    query = """query($n: Int!, $a: String) {
      viewer { enrollments(first: $n, after: $a, status: IN_PROGRESS) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { course { key } } }
      } }
    }"""
    listed = gateway.lms.rest(enrolments("alex"), "alex", status="in_progress", page_size="50").body["enrollments"]
    keys = [row["course"]["id"] for row in listed["results"]]
    assert len(keys) == listed["count"] > 30
    # A page that is not aligned to any other: three entries first, then pages of the asked size.
    page = gateway.ask(query, {"n": 3, "a": None}).sound()["viewer"]["enrollments"]
    found = [edge["node"]["course"]["key"] for edge in page["edges"]]
    while page["pageInfo"]["hasNextPage"]:
        page = gateway.ask(query, {"n": first, "a": page["pageInfo"]["endCursor"]}).sound()["viewer"]["enrollments"]
        found += [edge["node"]["course"]["key"] for edge in page["edges"]]
    assert found == keys
    assert page["totalCount"] == len(keys)


def test_fields_that_only_learner_home_has_are_joined(gateway: Gateway) -> None:
    gateway.lms.hold(2)
    query = """{ viewer { enrollments(status: COMPLETED) { edges { node {
      isAudit gradeData { isPassing } course { key }
    } } } } }"""
    answer = gateway.ask(query, headers=named("alex"))
    nodes = [edge["node"] for edge in answer.sound()["viewer"]["enrollments"]["edges"]]
    assert waves(answer.calls) == [sorted(["/api/learner_home/init", enrolments("alex")])]
    cards = gateway.lms.rest("/api/learner_home/init", "alex").body["courses"]
    cards_by_key = {card["courseRun"]["courseId"]: card for card in cards if card["courseRun"]}
    assert nodes
    for node in nodes:
        assert node["gradeData"] == cards_by_key[node["course"]["key"]]["gradeData"]
        assert node["isAudit"] == cards_by_key[node["course"]["key"]]["enrollment"]["isAudit"]


def test_mobile_api_that_is_switched_off_is_said_to_be(new_gateway: Gateway) -> None:
    new_gateway.lms.faults({"/api/mobile/": {"status": 404, "kind": "html"}})
    answer = new_gateway.ask("{ viewer { username primaryEnrollment { mode } } }")
    assert answer.data == {"viewer": {"username": "alex", "primaryEnrollment": None}}
    assert answer.codes == ["UPSTREAM_NOT_SUPPORTED"]


@pytest.mark.parametrize("user", PEOPLE)
def test_profile_is_the_account_with_preferences_and_verification(gateway: Gateway, user: str) -> None:
    lms = gateway.lms
    account = lms.rest(f"/api/user/v1/accounts/{user}", user).body
    preferences = lms.rest(f"/api/user/v1/preferences/{user}", user).body
    status = lms.rest(f"/api/user/v1/accounts/{user}/{_VERIFICATION}", user)
    gateway.lms.hold(3)
    answer = gateway.ask(text_of("mobile/app:MobileProfile"), headers=named(user))
    expected = fields(
        account,
        "username name bio country level_of_education account_privacy language_proficiencies",
        profileImageUrl=account["profile_image"]["image_url_full"],
        dateJoined=instant(account["date_joined"]),
        verification=None
        if status.status == 404
        else fields(status.body, "status", expiration=instant(status.body["expiration_datetime"] or None)),
        preferences=[{"key": key, "value": value} for key, value in preferences.items()],
    )
    assert differences(answer.sound()["viewer"], expected) == []
    base = f"/api/user/v1/accounts/{user}"
    assert waves(answer.calls) == [sorted([base, f"{base}/{_VERIFICATION}", f"/api/user/v1/preferences/{user}"])]


def test_deadline_for_an_upgrade(gateway: Gateway) -> None:
    """It depends on the learner; the demo's organisations have no logo."""
    query = """{ viewer { enrollments(first: 50, status: IN_PROGRESS) { edges { node {
      upgradeDeadline assignments { total } course { key orgLogoUrl }
    } } } } }"""
    page = gateway.lms.rest(enrolments("sam"), "sam", status="in_progress", page_size="50").body["enrollments"]
    edges = gateway.ask(query, user="sam").sound()["viewer"]["enrollments"]["edges"]
    deadlines = {edge["node"]["course"]["key"]: edge["node"]["upgradeDeadline"] for edge in edges}
    assert deadlines == {
        row["course"]["id"]: instant(row["course"]["dynamic_upgrade_deadline"]) for row in page["results"]
    }
    assert any(deadlines.values())
    assert {edge["node"]["course"]["orgLogoUrl"] for edge in edges} == {None}


def test_share_parameters_and_discussion_url_of_the_apps(gateway: Gateway) -> None:
    query = """{ viewer { enrollments(first: 50, status: IN_PROGRESS) { edges { node {
      course { key } facebookShareParameters twitterShareParameters discussionApiUrl
    } } } } }"""
    page = gateway.lms.rest(enrolments("sam"), "sam", status="in_progress", page_size="50").body["enrollments"]
    edges = gateway.ask(query, user="sam").sound()["viewer"]["enrollments"]["edges"]
    courses = [row["course"] for row in page["results"]]
    assert [edge["node"] for edge in edges] == [
        {
            "course": {"key": course["id"]},
            "facebookShareParameters": course["course_sharing_utm_parameters"]["facebook"],
            "twitterShareParameters": course["course_sharing_utm_parameters"]["twitter"],
            "discussionApiUrl": course["discussion_url"],
        }
        for course in courses
    ]
    assert any(course["discussion_url"] for course in courses)
