"""The gradebook and the grading policy, for course staff."""

from typing import Any
from urllib.parse import parse_qs

import pytest

from tests.operations.catalogue import text_of
from tests.support.gateway import Gateway
from tests.support.lms import waves
from tests.support.people import BOTANY, KEY

PAGE = "staff/gradebook:Gradebook"
COURSE = f"/api/courses/v1/courses/{KEY}"
BOOK = f"/api/grades/v1/gradebook/{KEY}/"
INFO = f"/api/grades/v1/gradebook/{KEY}/grading-info"
POLICY = f"/api/grades/v1/policy/courses/{KEY}/"


def test_staff_see_the_gradebook_in_one_wave(gateway: Gateway) -> None:
    book = gateway.lms.rest(BOOK, "taylor").body
    info = gateway.lms.rest(INFO, "taylor", graded_only="true").body
    policy = gateway.lms.rest(POLICY, "taylor").body
    gateway.lms.hold(4)
    answer = gateway.ask(text_of(PAGE), {"key": KEY}, user="taylor")
    course = answer.sound()["course"]
    assert waves(answer.calls) == [sorted([COURSE, BOOK, INFO, POLICY])]
    assert course["gradingInfo"] == {
        "cutoffs": [{"letter": letter, "cutoff": cutoff} for letter, cutoff in info["grade_cutoffs"].items()],
        "assignmentTypes": [
            {
                "type": row["type"],
                "shortLabel": row["short_label"],
                "minCount": row["min_count"],
                "dropCount": row["drop_count"],
                "weight": row["weight"],
            }
            for row in info["assignment_types"].values()
        ],
        "isFrozen": info["grades_frozen"],
    }
    assert course["assignmentTypePolicies"] == [
        {
            "assignmentType": row["assignment_type"],
            "count": row["count"],
            "dropped": row["dropped"],
            "weight": row["weight"],
        }
        for row in policy
    ]
    shown = course["gradebook"]
    assert (shown["totalUsers"], shown["filteredUsers"]) == (book["total_users_count"], book["filtered_users_count"])
    assert [edge["node"] for edge in shown["edges"]] == [entry(row) for row in book["results"]]
    assert {edge["node"]["username"] for edge in shown["edges"]} >= {"alex", "sam"}


def entry(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "userId": str(row["user_id"]),
        "username": row["username"],
        "email": row["email"] or None,
        "percent": row["percent"],
        "sections": [
            {
                "key": section["module_id"],
                "subsectionTitle": section["subsection_name"],
                "label": section["label"],
                "category": section["category"],
                "percent": section["percent"],
                "pointsEarned": section["score_earned"],
                "pointsPossible": section["score_possible"],
                "attempted": section["attempted"],
            }
            for section in row["section_breakdown"]
        ],
    }


@pytest.mark.parametrize(
    ("user", "code"), [("alex", "FORBIDDEN"), ("sam", "FORBIDDEN"), ("anonymous", "UNAUTHENTICATED")]
)
def test_nobody_else_sees_it(gateway: Gateway, user: str, code: str) -> None:
    answer = gateway.ask(text_of(PAGE), {"key": KEY}, user=user)
    assert answer.data["course"] == {
        "key": KEY,
        "title": "Urban Beekeeping",
        "gradingInfo": None,
        "assignmentTypePolicies": None,
        "gradebook": None,
    }
    assert sorted((error["path"][1], error["extensions"]["code"]) for error in answer.errors) == [
        ("assignmentTypePolicies", code),
        ("gradebook", code),
        ("gradingInfo", code),
    ]
    if user == "anonymous":
        assert answer.paths == [COURSE]


BOOKS = """
query Q($key: CourseKey!, $first: Int!, $after: String) {
  course(key: $key) {
    gradebook(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { username } }
    }
  }
}
"""


def page(gateway: Gateway, first: int, after: str | None) -> dict[str, Any]:
    found: dict[str, Any] = gateway.ask(BOOKS, {"key": KEY, "first": first, "after": after}, user="taylor").sound()
    book: dict[str, Any] = found["course"]["gradebook"]
    return book


@pytest.mark.parametrize("first", [1, 2, 3])
def test_pages_meet_without_gap_or_overlap(gateway: Gateway, first: int) -> None:
    expected = [row["username"] for row in gateway.lms.rest(BOOK, "taylor").body["results"]]
    found: list[str] = []
    after = None
    while True:
        book = page(gateway, first, after)
        assert book["totalCount"] == len(expected)
        assert book["pageInfo"]["hasPreviousPage"] is bool(found)
        found += [edge["node"]["username"] for edge in book["edges"]]
        after = book["pageInfo"]["endCursor"]
        if not book["pageInfo"]["hasNextPage"]:
            break
    assert found == expected


def test_a_page_can_begin_behind_any_edge_with_one_call(gateway: Gateway) -> None:
    expected = [row["username"] for row in gateway.lms.rest(BOOK, "taylor").body["results"]]
    for place, edge in enumerate(page(gateway, 3, None)["edges"]):
        answer = gateway.ask(BOOKS, {"key": KEY, "first": 1, "after": edge["cursor"]}, user="taylor")
        edges = answer.sound()["course"]["gradebook"]["edges"]
        assert [row["node"]["username"] for row in edges] == expected[place + 1 : place + 2]
        assert sum(call.path == BOOK for call in answer.calls) == 1


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        ('userContains: "al"', {"user_contains": "al"}),
        ('cohort: "2"', {"cohort_id": "2"}),
        ('enrollmentMode: "audit"', {"enrollment_mode": "audit"}),
        ("courseGradeMin: 0.1, courseGradeMax: 0.5", {"course_grade_min": "10", "course_grade_max": "50"}),
    ],
)
def test_filters_go_to_the_lms(gateway: Gateway, arguments: str, query: dict[str, str]) -> None:
    path = f"/api/grades/v1/gradebook/{BOTANY}/"
    page = gateway.lms.rest(path, "taylor", **query).body
    rows = "filteredUsers edges { node { username } }"
    text = f'{{ course(key: "{BOTANY}") {{ gradebook({arguments}) {{ {rows} }} }} }}'
    answer = gateway.ask(text, user="taylor")
    shown = answer.sound()["course"]["gradebook"]
    assert shown["filteredUsers"] == page["filtered_users_count"] < page["total_users_count"]
    assert [edge["node"]["username"] for edge in shown["edges"]] == [row["username"] for row in page["results"]]
    call = next(call for call in answer.calls if call.path == path)
    assert parse_qs(call.query) == {name: [value] for name, value in {**query, "page_size": "50"}.items()}


@pytest.mark.parametrize("arguments", ["first: 0", "first: 101", 'after: "nonsense"', "courseGradeMin: 1.5"])
def test_an_invalid_argument_is_refused_before_its_call(gateway: Gateway, arguments: str) -> None:
    answer = gateway.ask(
        f'{{ course(key: "{KEY}") {{ title gradebook({arguments}) {{ totalUsers }} }} }}', user="taylor"
    )
    assert answer.codes == ["BAD_USER_INPUT"]
    assert answer.data["course"] == {"title": "Urban Beekeeping", "gradebook": None}
    assert BOOK not in answer.paths


def test_a_fault_costs_its_own_field(gateway: Gateway) -> None:
    gateway.lms.faults({INFO: {"status": 500}})
    answer = gateway.ask(text_of(PAGE), {"key": KEY}, user="taylor")
    assert [error["path"] for error in answer.errors] == [["course", "gradingInfo"]]
    assert answer.data["course"]["gradebook"]["totalUsers"] > 0
    assert answer.data["course"]["assignmentTypePolicies"]
