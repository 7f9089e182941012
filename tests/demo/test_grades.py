"""Grades: access, pages and filters of the gradebook, and overrides that can be read back everywhere."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest

from .conftest import Client
from .served import BOTANY, DEMO, usage

V1 = "/api/grades/v1"
BOOK = f"{V1}/gradebook/{DEMO}/"
HOMEWORK = usage("sequential", "bf0622d239515d53966c04b3098f35d8")
BULK = f"{V1}/gradebook/{DEMO}/bulk-update"


def follow(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}"


def test_own_grade_in_any_case_and_nobody_elses(lms: Client) -> None:
    own = lms.get("sam", f"{V1}/courses/{DEMO}/?username=SAM")
    assert [(row["username"], row["percent"]) for row in own] == [("sam", 0.07)]
    assert lms.get("sam", f"{V1}/courses/?course_id={DEMO.replace('+', '%2B')}&username=sam") == own
    refused = lms("sam", "GET", f"{V1}/courses/{DEMO}/?username=alex")
    assert (refused.status_code, refused.json()["developer_message"]) == (
        403,
        "You do not have permission to perform this action.",
    )
    assert lms.get("taylor", f"{V1}/courses/{DEMO}/?username=sam") == own


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (f"{V1}/courses/{DEMO}/?username=nobody", "user_does_not_exist"),
        (f"{V1}/courses/{DEMO}/?username=jordan", "user_not_enrolled"),
        (f"{V1}/courses/course-v1:No+Such+Course/", "course_does_not_exist"),
        (f"{V1}/courses/a+b+c/", "invalid_course_key"),
        (f"{V1}/subsection/nonsense/?user_id=11", "invalid_usage_key"),
        (f"{V1}/subsection/{HOMEWORK}/?user_id=x", "invalid_user_id"),
    ],
)
def test_absent_objects(lms: Client, path: str, code: str) -> None:
    answer = lms("taylor", "GET", path)
    assert (answer.status_code, answer.json()["error_code"]) == (404, code)


def test_pages_of_course_grades_follow_one_another(lms: Client) -> None:
    first = lms.get("taylor", f"{V1}/courses/{DEMO}/?page_size=2")
    second = lms.get("taylor", follow(first["next"]))
    assert [row["username"] for row in first["results"] + second["results"]] == ["alex", "sam", "morgan"]
    assert (first["previous"], second["next"]) == (None, None)
    assert lms.get("taylor", follow(second["previous"]))["results"] == first["results"]
    assert lms("taylor", "GET", f"{V1}/courses/{DEMO}/?cursor=%21").status_code == 404


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["alex", "sam", "morgan"]),
        ("user_contains=STUDENT-0001", ["alex"]),
        ("user_contains=sam%40demo", ["sam"]),
        ("username_contains=r", ["morgan"]),
        ("enrollment_mode=audit", ["sam", "morgan"]),
        ("course_grade_min=10", ["alex"]),
        ("course_grade_max=7", ["sam", "morgan"]),
        (f"assignment={HOMEWORK.replace('+', '%2B')}&assignment_grade_max=50", ["sam"]),
        ("cohort_id=9", []),
    ],
)
def test_filters_of_the_gradebook(lms: Client, query: str, names: list[str]) -> None:
    book = lms.get("taylor", f"{BOOK}?{query}")
    assert [row["username"] for row in book["results"]] == names
    assert (book["total_users_count"], book["filtered_users_count"]) == (3, len(names))


def test_cohorts_and_roles_filter_the_gradebook(lms: Client) -> None:
    book = lms.get("taylor", f"{V1}/gradebook/{BOTANY}/?cohort_id=2")
    assert [row["username"] for row in book["results"]] == ["sam"]
    lms.lms.world.users["sam"].roles.append((DEMO, "staff"))
    for excluded in ("all", "staff"):
        rows = lms.get("taylor", f"{BOOK}?excluded_course_roles={excluded}")["results"]
        assert [row["username"] for row in rows] == ["alex", "morgan"]
    assert lms("sam", "GET", BOOK).status_code == 200
    assert lms("taylor", "GET", f"{BOOK}?course_grade_min=x").status_code == 400


def give(earned: float, **changes: Any) -> dict[str, Any]:
    points = {"earned_graded_override": earned, "possible_graded_override": 3, "comment": "resubmitted"}
    return {"user_id": 12, "usage_id": HOMEWORK, "grade": points} | changes


def test_an_override_reads_back_everywhere(lms: Client) -> None:
    done = lms("taylor", "POST", BULK, [give(2)])
    assert (done.status_code, done.json()) == (
        202,
        [{"user_id": 12, "usage_id": HOMEWORK, "success": True, "reason": None}],
    )
    lms("taylor", "POST", BULK, [give(3)])
    entry = lms.get("taylor", f"{BOOK}?username=sam")
    assert (entry["percent"], entry["section_breakdown"][0]["score_earned"]) == (0.2, 3.0)
    one = lms.get("taylor", f"{V1}/subsection/{HOMEWORK}/?user_id=12&history_record_limit=1")
    assert one["original_grade"]["earned_graded"] == 1.0
    assert one["override"]["earned_graded_override"] == 3
    assert [row["override_reason"] for row in one["history"]] == ["resubmitted"]
    subsection = lms.get("sam", f"/api/course_home/progress/{DEMO}")["section_scores"][0]["subsections"][2]
    assert subsection["override"] == {"system": "GRADEBOOK", "reason": "resubmitted"}
    assert subsection["num_points_earned"] == 3
    assert lms.get("sam", f"{V1}/courses/{DEMO}/?username=sam")[0]["percent"] == 0.2


def test_a_bulk_update_reports_the_failed_rows_and_stores_the_others(lms: Client) -> None:
    rows = [give(2), give(2, user_id=99), give(2, usage_id=usage("sequential", "none")), give(2, grade=None)]
    done = lms("taylor", "POST", BULK, [*rows, give(2, grade={"earned_graded_override": "much"})])
    assert done.status_code == 422
    assert [row["success"] for row in done.json()] == [True, False, False, False, False]
    assert lms.get("taylor", f"{BOOK}?username=sam")["section_breakdown"][0]["score_earned"] == 2.0
    assert lms("taylor", "POST", BULK, {}).status_code == 400
    assert lms("sam", "POST", BULK, [give(3)]).status_code == 403


def test_frozen_grades_refuse_updates(lms: Client) -> None:
    lms.http.put("/__features", json={"grades_frozen": True})
    info = lms.get("taylor", f"{V1}/gradebook/{DEMO}/grading-info")
    assert info["grades_frozen"] is True
    assert lms("taylor", "POST", BULK, [give(2)]).json()["error_code"] == "grades_frozen"
