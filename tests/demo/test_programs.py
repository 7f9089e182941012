"""Program enrolments: a status for each row and for the whole request, and rows that can be read back."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Client
from .served import BOTANY, DEMO
from .shapes import example, fits
from .test_grades import follow

CITY = "1f3f4a2c-6b7d-4a8e-9c11-5d2e7f80a101"
ROOFS = "8c4d2b6e-0f13-4c7a-9d55-2a61e7b9c304"
CURRICULUM = "6f2e0a01-0000-4000-8000-0000000000bb"
NAV = "course-v1:SailAcademy+NavX+2025_T3"
V1 = "/api/program_enrollments/v1"
CITY_ROSTER = f"{V1}/programs/{CITY}/enrollments/"
ROSTER = f"{V1}/programs/{ROOFS}/enrollments/"


def course_path(course: str, what: str = "enrollments", program: str = ROOFS) -> str:
    return f"{V1}/programs/{program}/courses/{course}/{what}/"


def row(key: str, status: str = "enrolled", **more: Any) -> dict[str, Any]:
    return {"student_key": key, "status": status, "curriculum_uuid": CURRICULUM} | more


def write(lms: Client, method: str, path: str, *rows: dict[str, Any]) -> tuple[int, Any]:
    answer = lms("taylor", method, path, list(rows))
    return answer.status_code, answer.json() if answer.content else None


def statuses(lms: Client, path: str = ROSTER) -> dict[str, str]:
    return {one["student_key"]: one["status"] for one in lms.get("taylor", path)["results"]}


def test_rosters_have_the_shape_of_the_examples(lms: Client) -> None:
    fits("program_enrollments.enrollments", lms.get("taylor", CITY_ROSTER))
    fits("program_enrollments.course_enrollments", lms.get("taylor", course_path(BOTANY)))


def test_post_creates_and_links_accounts(lms: Client) -> None:
    assert write(lms, "POST", CITY_ROSTER, row("student-0012"), row("new", "pending")) == (
        200,
        {"student-0012": "enrolled", "new": "pending"},
    )
    rows = {one["student_key"]: one for one in lms.get("taylor", CITY_ROSTER)["results"]}
    assert rows["student-0012"] == {
        "student_key": "student-0012",
        "status": "enrolled",
        "account_exists": True,
        "curriculum_uuid": CURRICULUM,
        "username": "sam",
        "email": "sam@demo.example",
    }
    assert (rows["new"]["account_exists"], rows["new"]["username"]) == (False, "")
    # The program is now one of sam's.
    assert lms.get("sam", f"{V1}/programs/enrollments/") == [
        {"uuid": CITY, "slug": "city-nature"},
        {"uuid": ROOFS, "slug": "roof-gardens"},
    ]


def test_every_status_a_row_can_get(lms: Client) -> None:
    rows = [
        row("fresh"),
        row("garden-0001"),
        row("twice"),
        row("twice", "pending"),
        row("odd", "nonsense"),
        row("student-8001"),
        row("student-8002"),
    ]
    expected = {
        "fresh": "enrolled",
        "garden-0001": "conflict",
        "twice": "duplicated",
        "odd": "invalid-status",
        "student-8001": "illegal-operation",
        "student-8002": "internal-error",
    }
    assert write(lms, "POST", ROSTER, *rows) == (207, expected)
    assert statuses(lms).keys() == {"garden-0001", "garden-0002", "garden-0003", "garden-0044", "fresh"}


def test_patch_changes_and_put_does_both(lms: Client) -> None:
    assert write(lms, "PATCH", ROSTER, {"student_key": "stranger", "status": "canceled"}) == (
        422,
        {"stranger": "not-in-program"},
    )
    assert write(lms, "PATCH", ROSTER, {"student_key": "garden-0003", "status": "suspended"})[0] == 200
    assert write(lms, "PUT", ROSTER, row("garden-0002", "ended"), row("stranger"))[0] == 200
    found = statuses(lms)
    assert (found["garden-0003"], found["garden-0002"], found["stranger"]) == ("suspended", "ended", "enrolled")


def test_bodies_that_are_no_rows(lms: Client) -> None:
    assert write(lms, "POST", ROSTER) == (204, None)
    assert write(lms, "POST", ROSTER, row("a"), {"student_key": "b"}) == (
        400,
        {
            "developer_message": [
                {},
                {"status": ["This field is required."], "curriculum_uuid": ["This field is required."]},
            ]
        },
    )
    assert write(lms, "POST", ROSTER, row("a", curriculum_uuid="x"))[1]["developer_message"] == [
        {"curriculum_uuid": ["Must be a valid UUID."]}
    ]
    assert "a" not in statuses(lms)


def test_more_than_25_rows_are_refused_whole(lms: Client) -> None:
    assert write(lms, "PUT", ROSTER, *[row(f"s{place}") for place in range(25)])[0] == 200
    recorded = example("error.413.program_enrollments")
    many = [row(f"t{place}") for place in range(30)]
    assert write(lms, "PUT", ROSTER, *many) == (recorded["status"], recorded["body"])
    assert len(statuses(lms)) == 29


def test_pages_of_a_roster(lms: Client) -> None:
    first = lms.get("taylor", f"{ROSTER}?page_size=3")
    second = lms.get("taylor", follow(first["next"]))
    keys = [one["student_key"] for one in first["results"] + second["results"]]
    assert (keys, second["next"]) == (["garden-0001", "garden-0002", "garden-0003", "garden-0044"], None)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (ROSTER.replace("8c4d", "0000"), "program_does_not_exist"),
        (course_path("course-v1:No+Such+Course"), "course_does_not_exist"),
        (course_path(DEMO), "course_not_in_program"),
        (course_path("course-v1:OpenedX+StatsX+2026_T2", "grades", CITY), "course_not_in_program"),
    ],
)
def test_absent_objects(lms: Client, path: str, code: str) -> None:
    answer = lms("taylor", "GET", path)
    assert (answer.status_code, answer.json()["error_code"]) == (404, code)
    assert lms("alex", "GET", path).status_code == 403


def test_course_rows_enrol_the_learner(lms: Client) -> None:
    path = course_path(NAV)
    rows: list[dict[str, Any]] = [
        {"student_key": "garden-0002", "status": "active"},
        {"student_key": "garden-0044", "status": "active", "course_staff": True},
        {"student_key": "garden-0003", "status": "active", "course_staff": True},
        {"student_key": "stranger", "status": "active"},
        {"student_key": "garden-0001", "status": "enrolled"},
    ]
    assert write(lms, "POST", path, *rows) == (
        207,
        {
            "garden-0002": "active",
            "garden-0044": "active",
            "garden-0003": "active",
            "stranger": "not-in-program",
            "garden-0001": "invalid-status",
        },
    )
    shown = {one["student_key"]: one for one in lms.get("taylor", path)["results"]}
    assert [shown[key]["course_staff"] for key in ("garden-0002", "garden-0044", "garden-0003")] == [False, True, True]
    assert lms.get("morgan", f"/api/enrollment/v1/enrollment/{NAV}")["mode"] == "masters"
    assert lms.get("sam", f"/api/enrollment/v1/enrollment/{NAV}")["mode"] == "masters"
    assert {"org": "SailAcademy", "course_id": NAV, "role": "staff"} in lms.get("morgan", "/api/enrollment/v1/roles/")[
        "roles"
    ]
    assert write(lms, "PATCH", path, {"student_key": "garden-0002", "status": "inactive"})[0] == 200
    assert lms.get("sam", f"/api/enrollment/v1/enrollment/{NAV}")["is_active"] is False


def test_course_rows_that_are_there_or_not(lms: Client) -> None:
    path = course_path(BOTANY)
    assert write(lms, "POST", path, {"student_key": "garden-0001", "status": "active"}) == (
        422,
        {"garden-0001": "conflict"},
    )
    write(lms, "POST", ROSTER, row("late"))
    assert write(lms, "PATCH", path, {"student_key": "late", "status": "active"}) == (422, {"late": "not-found"})
    assert write(lms, "PUT", path, {"student_key": "late", "status": "inactive"}) == (200, {"late": "inactive"})
    assert statuses(lms, path)["late"] == "inactive"


def test_grades_are_204_207_422_or_200(lms: Client) -> None:
    grades = course_path(BOTANY, "grades")
    answer = lms("taylor", "GET", grades)
    assert answer.status_code == 207
    fits("program_enrollments.course_grades.207", answer.json())
    rows = answer.json()["results"]
    assert [one["student_key"] for one in rows] == ["garden-0001", "garden-0002", "garden-0044"]
    own = lms.get("alex", f"/api/course_home/progress/{BOTANY}")
    assert rows[0]["percent"] == own["course_grade"]["percent"]
    assert rows[2] == {"student_key": "garden-0044", "error": "Timeout while calculating grade"}
    assert lms("taylor", "GET", f"{grades}?page_size=2").status_code == 200
    nothing = lms("taylor", "GET", course_path(NAV, "grades"))
    assert (nothing.status_code, nothing.content) == (204, b"")
    write(lms, "POST", course_path(NAV), {"student_key": "garden-0044", "status": "active"})
    assert lms("taylor", "GET", course_path(NAV, "grades")).status_code == 422


def test_programs_one_may_read(lms: Client) -> None:
    path = f"{V1}/programs/enrollments/"
    city, roofs = {"uuid": CITY, "slug": "city-nature"}, {"uuid": ROOFS, "slug": "roof-gardens"}
    assert lms.get("taylor", path) == [roofs]
    assert lms.get("taylor", f"{path}?type=micromasters") == [city]
    assert lms.get("alex", path) == [city, roofs]
    assert lms.get("jordan", path) == []
    lms.lms.world.users["jordan"].roles.append((DEMO, "instructor"))
    assert lms.get("jordan", path) == [city]
