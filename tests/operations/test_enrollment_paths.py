"""An enrolment has the same data on every path that leads to it."""

from typing import Any

import pytest

from tests.support.gateway import Gateway
from tests.support.people import ARCHIVED, BOTANY, KEY

FIELDS = """id mode coursewareAccess { hasAccess errorCode } lastVisited { blockKey path unitTitle }
  assignments { completed total upcoming { title date } past { title } }
  certificate { status downloadUrl }"""
MOBILE = "/api/mobile/v4/users/{}/course_enrollments/"


def listed(gateway: Gateway, user: str, arguments: str = "first: 100") -> dict[str, Any]:
    """The viewer's enrolments in a list, by course key."""
    query = f"{{ viewer {{ enrollments({arguments}) {{ edges {{ node {{ {FIELDS} course {{ key }} }} }} }} }} }}"
    edges = gateway.ask(query, user=user).sound()["viewer"]["enrollments"]["edges"]
    return {edge["node"].pop("course")["key"]: edge["node"] for edge in edges}


@pytest.mark.parametrize("user", ["alex", "sam"])
@pytest.mark.parametrize("key", [KEY, BOTANY, ARCHIVED])
def test_course_node_and_payload_have_the_values_of_the_list(gateway: Gateway, user: str, key: str) -> None:
    row = listed(gateway, user)[key]
    assert row["assignments"] is not None
    by_course = f"query($k: CourseKey!) {{ course(key: $k) {{ enrollment {{ {FIELDS} }} }} }}"
    assert gateway.ask(by_course, {"k": key}, user=user).sound()["course"]["enrollment"] == row
    by_id = f"query($id: ID!) {{ node(id: $id) {{ ... on Enrollment {{ {FIELDS} }} }} }}"
    assert gateway.ask(by_id, {"id": row["id"]}, user=user).sound()["node"] == row
    enroll = f"mutation($k: CourseKey!) {{ enroll(input: {{ course: $k }}) {{ enrollment {{ {FIELDS} }} }} }}"
    assert gateway.ask(enroll, {"k": key}, user=user).sound()["enroll"]["enrollment"] == row


@pytest.mark.parametrize("user", ["alex", "sam"])
@pytest.mark.parametrize("status", ["IN_PROGRESS", "COMPLETED", "EXPIRED"])
def test_list_by_status_has_the_values_of_the_whole_list(gateway: Gateway, user: str, status: str) -> None:
    rows = listed(gateway, user)
    of_status = listed(gateway, user, f"first: 100, status: {status}")
    assert of_status == {key: rows[key] for key in of_status}
    if status == "IN_PROGRESS":
        assert of_status[KEY]["lastVisited"]["path"]


def test_mobile_api_is_called_only_for_its_own_fields(gateway: Gateway) -> None:
    query = "query($k: CourseKey!) { course(key: $k) { enrollment { id isActive mode gradeData { isPassing } } } }"
    assert MOBILE.format("alex") not in gateway.ask(query, {"k": KEY}).paths
    query = "{ viewer { enrollments(status: IN_PROGRESS) { edges { node { assignments { total } } } } } }"
    assert gateway.ask(query).paths.count(MOBILE.format("alex")) == 1


def test_courses_of_a_list_share_the_call(gateway: Gateway) -> None:
    query = "query($k: [CourseKey!]!) { courses(keys: $k) { enrollment { assignments { total } } } }"
    answer = gateway.ask(query, {"k": [KEY, BOTANY, ARCHIVED]})
    totals = [course["enrollment"]["assignments"]["total"] for course in answer.sound()["courses"]]
    assert totals == [listed(gateway, "alex")[key]["assignments"]["total"] for key in (KEY, BOTANY, ARCHIVED)]
    (call,) = (call for call in answer.calls if call.path == MOBILE.format("alex"))
    assert "requested_fields=course_progress" in call.query


def test_row_beyond_the_first_page_is_found(gateway: Gateway, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resolvers.mobile.MOBILE_PAGE_LIMIT", 3)
    query = "query($k: CourseKey!) { course(key: $k) { enrollment { coursewareAccess { hasAccess } } } }"
    for key in (KEY, ARCHIVED):
        answer = gateway.ask(query, {"k": key})
        assert answer.sound()["course"]["enrollment"]["coursewareAccess"] is not None
    assert answer.paths.count(MOBILE.format("alex")) > 1


def test_broken_mobile_api_costs_its_own_fields(gateway: Gateway) -> None:
    gateway.lms.faults({"/api/mobile/": {"status": 503}})
    query = "query($k: CourseKey!) { course(key: $k) { enrollment { mode coursewareAccess { hasAccess } } } }"
    answer = gateway.ask(query, {"k": KEY})
    assert answer.data["course"]["enrollment"] == {"mode": "verified", "coursewareAccess": None}
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
