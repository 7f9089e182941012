"""Writes of program staff: one call for up to 25 learners, and the LMS's status for each."""

import json
from typing import Any

import pytest

from tests.programs.test_programs import GARDENS, NOWHERE, V1
from tests.support.gateway import Answer, Gateway
from tests.support.people import BOTANY, CODE, KEY
from tests.writes.people import SCHEMES, sent, write, writes

CURRICULUM = "6f2e0a01-0000-4000-8000-0000000000bb"
PROGRAM = f"{V1}/programs/{GARDENS}/enrollments/"
COURSE = f"{V1}/programs/{GARDENS}/courses/{BOTANY}/enrollments/"
METHODS = {"CREATE": "POST", "UPDATE": "PATCH", "UPSERT": "PUT"}


def learner(key: str, status: str = "ENROLLED") -> dict[str, Any]:
    return {"studentKey": key, "status": status, "curriculumUuid": CURRICULUM}


def write_program(
    gateway: Gateway, mode: str, rows: list[dict[str, Any]], *, user: str = "taylor", scheme: str = "JWT"
) -> Answer:
    variables = {"uuid": GARDENS, "mode": mode, "rows": rows}
    return write(gateway, "writes/programs:WriteProgram", variables, user=user, scheme=scheme)


def write_course(gateway: Gateway, mode: str, rows: list[dict[str, Any]], course: str = BOTANY) -> Answer:
    variables = {"uuid": GARDENS, "course": course, "mode": mode, "rows": rows}
    return write(gateway, "writes/programs:WriteProgramCourse", variables, user="taylor")


def roster(gateway: Gateway, path: str = PROGRAM) -> dict[str, str]:
    """Student keys and their status, as the LMS has them."""
    return {row["student_key"]: row["status"] for row in gateway.lms.rest(path, "taylor").body["results"]}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("mode", METHODS)
def test_each_row_is_answered(gateway: Gateway, mode: str, scheme: str) -> None:
    rows = [
        learner("garden-0001", "SUSPENDED"),
        learner("garden-0100", "PENDING"),
        learner("garden-0200"),
        learner("garden-0200", "ENDED"),
        learner("student-8001"),
        learner("student-8002"),
    ]
    known, new = {
        "CREATE": (("conflict", False), ("pending", True)),
        "UPDATE": (("suspended", True), ("not-in-program", False)),
        "UPSERT": (("suspended", True), ("pending", True)),
    }[mode]
    before = roster(gateway)
    answer = write_program(gateway, mode, rows, scheme=scheme)
    duplicated = ("duplicated", False)
    words = [known, new, duplicated, duplicated, ("illegal-operation", False), ("internal-error", False)]
    assert answer.sound()["writeProgramEnrollments"] == {
        "results": [
            {"studentKey": row["studentKey"], "status": status, "ok": ok}
            for row, (status, ok) in zip(rows, words, strict=True)
        ],
        "userErrors": [],
    }
    body = [{"student_key": row["studentKey"], "status": row["status"].lower()} for row in rows]
    if mode != "UPDATE":
        body = [{**row, "curriculum_uuid": CURRICULUM} for row in body]
    assert sent(answer) == (METHODS[mode], PROGRAM, body)
    assert [call.status for call in writes(answer)] == [207]
    expected = dict(before)
    if mode != "CREATE":
        expected["garden-0001"] = "suspended"
    if mode != "UPDATE":
        expected["garden-0100"] = "pending"
    assert roster(gateway) == expected


def test_all_rows_written_and_read_back_in_the_same_answer(gateway: Gateway) -> None:
    query = """mutation($u: UUID!, $r: [ProgramEnrollmentInput!]!) {
        writeProgramEnrollments(input: {program: $u, mode: CREATE, enrollments: $r}) {
            results { ok } userErrors { code }
            program { uuid enrollments { edges { node { studentKey status } } } }
        } }"""
    answer = gateway.ask(query, {"u": GARDENS, "r": [learner("garden-0100", "PENDING")]}, user="taylor")
    payload = answer.sound()["writeProgramEnrollments"]
    assert (payload["results"], payload["userErrors"]) == ([{"ok": True}], [])
    nodes = [edge["node"] for edge in payload["program"]["enrollments"]["edges"]]
    assert {"studentKey": "garden-0100", "status": "PENDING"} in nodes
    assert [call.status for call in writes(answer)] == [200]


def test_written_course_run_leads_to_program_course_and_root(gateway: Gateway) -> None:
    roster_of = "program(uuid: $u) { courseEnrollments(course: $c) { edges { node { studentKey status } } } }"
    learners = "gradebook(first: 100) { totalUsers edges { node { username } } }"
    root = f"{roster_of} course(key: $c) {{ key {learners} }}"
    query = f"""mutation($u: UUID!, $c: CourseKey!, $r: [ProgramCourseEnrollmentInput!]!) {{
        writeProgramCourseEnrollments(input: {{program: $u, course: $c, mode: UPSERT, enrollments: $r}}) {{
            results {{ ok }} {roster_of.replace("(uuid: $u)", "")} course {{ key {learners} }} query {{ {root} }}
        }} }}"""
    rows = [{"studentKey": "garden-0001", "status": "INACTIVE"}]
    before = gateway.ask(f"query($u: UUID!, $c: CourseKey!) {{ {root} }}", {"u": GARDENS, "c": BOTANY}, user="taylor")
    payload = gateway.ask(query, {"u": GARDENS, "c": BOTANY, "r": rows}, user="taylor").sound()
    written = payload["writeProgramCourseEnrollments"]
    after = gateway.ask(f"query($u: UUID!, $c: CourseKey!) {{ {root} }}", {"u": GARDENS, "c": BOTANY}, user="taylor")
    assert written["results"] == [{"ok": True}]
    assert written["query"] == after.sound() != before.sound()
    assert {name: written[name] for name in ("program", "course")} == after.sound()


def test_no_row_written_is_reported_row_by_row(gateway: Gateway) -> None:
    """The LMS says 422."""
    answer = write_program(gateway, "CREATE", [learner("garden-0001"), learner("garden-0002")])
    payload = answer.sound()["writeProgramEnrollments"]
    assert [call.status for call in answer.calls] == [422]
    assert [(row["status"], row["ok"]) for row in payload["results"]] == [("conflict", False)] * 2
    assert payload["userErrors"] == []


def test_a_status_that_the_lms_does_not_know(gateway: Gateway) -> None:
    """A status of an LMS that is older or newer than the schema."""
    gateway.lms.faults({PROGRAM: {"kind": "wrongtype"}})
    answer = write_program(gateway, "UPSERT", [learner("garden-0100")])
    assert answer.codes == ["UPSTREAM_INVALID"]
    assert len(answer.calls) == 1


@pytest.mark.parametrize("count", [0, 26])
def test_1_to_25_rows_are_taken(gateway: Gateway, count: int) -> None:
    answer = write_program(gateway, "CREATE", [learner(f"k{number}") for number in range(count)])
    payload = answer.sound()["writeProgramEnrollments"]
    assert payload["results"] == []
    assert [(error["code"], error["field"]) for error in payload["userErrors"]] == [
        ("TOO_MANY", ["input", "enrollments"])
    ]
    assert answer.calls == []


def test_25_rows_are_one_call(gateway: Gateway) -> None:
    answer = write_program(gateway, "CREATE", [learner(f"k{number}") for number in range(25)])
    assert all(row["ok"] for row in answer.sound()["writeProgramEnrollments"]["results"])
    assert len(answer.calls) == 1
    assert len(json.loads(answer.calls[0].body)) == 25


def test_missing_curriculum_is_refused_in_the_words_of_the_lms(gateway: Gateway) -> None:
    rows = [learner("a"), {"studentKey": "b", "status": "ENROLLED"}]
    payload = write_program(gateway, "UPSERT", rows).sound()["writeProgramEnrollments"]
    assert payload == {
        "results": [],
        "userErrors": [
            {
                "code": "INVALID",
                "message": "This field is required.",
                "field": ["input", "enrollments", "1", "curriculumUuid"],
            }
        ],
    }


def test_learners_may_not_write(gateway: Gateway) -> None:
    payload = write_program(gateway, "CREATE", [learner("a")], user="alex").sound()["writeProgramEnrollments"]
    message = "You do not have permission to perform this action."
    assert payload["userErrors"] == [{"code": "FORBIDDEN", "message": message, "field": None}]


def test_unknown_program(gateway: Gateway) -> None:
    variables = {"uuid": NOWHERE, "mode": "CREATE", "rows": [learner("a")]}
    answer = write(gateway, "writes/programs:WriteProgram", variables, user="taylor")
    errors = answer.sound()["writeProgramEnrollments"]["userErrors"]
    assert errors == [{"code": "NOT_FOUND", "message": "no program exists with given key", "field": None}]


def test_an_lms_that_takes_fewer_rows(gateway: Gateway) -> None:
    """413: its own text swaps the two numbers, so it is not shown."""
    gateway.lms.faults({PROGRAM: {"status": 413}})
    payload = write_program(gateway, "CREATE", [learner("a")]).sound()["writeProgramEnrollments"]
    assert payload["userErrors"] == [
        {"code": "TOO_MANY", "message": "The LMS takes fewer rows in one call.", "field": None}
    ]


@pytest.mark.parametrize("mode", METHODS)
def test_course_run(gateway: Gateway, mode: str) -> None:
    rows: list[dict[str, Any]] = [
        {"studentKey": "garden-0001", "status": "INACTIVE", "courseStaff": True},
        {"studentKey": "garden-0300", "status": "ACTIVE"},
    ]
    known = ("conflict", False) if mode == "CREATE" else ("inactive", True)
    answer = write_course(gateway, mode, rows)
    results = answer.sound()["writeProgramCourseEnrollments"]["results"]
    assert [(row["status"], row["ok"]) for row in results] == [known, ("not-in-program", False)]
    body = [
        {"student_key": "garden-0001", "status": "inactive", "course_staff": True},
        {"student_key": "garden-0300", "status": "active"},
    ]
    assert sent(answer) == (METHODS[mode], COURSE, body)
    assert roster(gateway, COURSE)["garden-0001"] == ("active" if mode == "CREATE" else "inactive")


def test_update_of_a_learner_who_is_not_in_the_course_run(gateway: Gateway) -> None:
    answer = write_course(gateway, "UPDATE", [{"studentKey": "garden-0001", "status": "ACTIVE"}], CODE)
    (result,) = answer.sound()["writeProgramCourseEnrollments"]["results"]
    assert result == {"studentKey": "garden-0001", "status": "not-found", "ok": False}


def test_course_of_another_program(gateway: Gateway) -> None:
    answer = write_course(gateway, "UPSERT", [{"studentKey": "garden-0001", "status": "ACTIVE"}], KEY)
    (error,) = answer.sound()["writeProgramCourseEnrollments"]["userErrors"]
    assert (error["code"], error["message"]) == (
        "NOT_FOUND",
        "the program's curriculum does not contain the given course",
    )


@pytest.mark.parametrize("status", ["enrolled", "GONE"])
def test_unknown_words_are_refused_at_validation(gateway: Gateway, status: str) -> None:
    answer = write_program(gateway, "CREATE", [learner("a", status)])
    assert answer.codes == ["BAD_USER_INPUT"]
    assert answer.calls == []


@pytest.mark.parametrize("fault", [{"status": 503}, {"kind": "reset"}])
def test_broken_write_is_sent_once(gateway: Gateway, fault: dict[str, Any]) -> None:
    gateway.lms.faults({PROGRAM: fault})
    answer = write_program(gateway, "UPSERT", [learner("a")])
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
    assert len(answer.calls) == 1
