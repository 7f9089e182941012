"""Programs of a learner and rosters of staff: the LMS's data, page by page, and null if the LMS refuses."""

from typing import Any

import pytest

from tests.operations.catalogue import text_of
from tests.support.gateway import Answer, Gateway
from tests.support.lms import waves
from tests.support.people import BOTANY, KEY

GARDENS = "8c4d2b6e-0f13-4c7a-9d55-2a61e7b9c304"
NATURE = "1f3f4a2c-6b7d-4a8e-9c11-5d2e7f80a101"
NOWHERE = "00000000-0000-4000-8000-000000000000"
V1 = "/api/program_enrollments/v1"
PAGE = "programs/programs:ProgramPage"
ROSTER = "programs/programs:ProgramRoster"


def run_of(row: dict[str, Any]) -> dict[str, Any]:
    """A course run as the page shows it, from the LMS's row; missing values are null."""
    return {
        "course": {"key": row["course_run_id"]},
        "displayName": row["display_name"],
        "url": row["course_run_url"],
        "status": row["course_run_status"].upper(),
        "startDate": row["start_date"],
        "endDate": row["end_date"],
        "emailsEnabled": row.get("emails_enabled"),
        "dueDates": row["due_dates"],
        "micromastersTitle": row.get("micromasters_title"),
        "certificateDownloadUrl": row.get("certificate_download_url"),
        "resumeUrl": row.get("resume_course_run_url"),
    }


def runs(answer: Answer) -> list[dict[str, Any]]:
    """The course runs of a page."""
    return [edge["node"] for edge in answer.data["program"]["courseRuns"]["edges"]]


@pytest.mark.parametrize("user", ["alex", "sam", "taylor", "jordan", "anonymous"])
def test_programs_of_a_viewer(gateway: Gateway, user: str) -> None:
    response = gateway.lms.rest(f"{V1}/programs/enrollments/", user)
    answer = gateway.ask(text_of("programs/programs:Programs"), user=user)
    assert answer.sound()["viewer"]["programs"] == (response.body if response.status == 200 else None)
    assert len(answer.calls) == (user != "anonymous")


@pytest.mark.parametrize("user", ["alex", "sam"])
@pytest.mark.parametrize("uuid", [GARDENS, NATURE])
def test_program_page(gateway: Gateway, user: str, uuid: str) -> None:
    response = gateway.lms.rest(f"{V1}/programs/{uuid}/overview/", user)
    gateway.lms.hold(2, 1)
    answer = gateway.ask(text_of(PAGE), {"uuid": uuid}, user=user, scheme="session")
    if response.status == 403:
        assert answer.sound()["program"] is None
        return
    assert answer.sound()["program"]["uuid"] == uuid
    assert runs(answer) == [run_of(run) for run in response.body["course_runs"]]
    assert len(runs(answer)) >= 1
    details = gateway.lms.rest(f"/api/dashboard/v0/programs/{uuid}/progress_details/", user).body["course_data"]
    assert answer.data["program"]["progress"] == {
        "courses": {
            "completed": len(details["completed"]),
            "inProgress": len(details["in_progress"]),
            "notStarted": len(details["not_started"]),
        }
    }
    assert len(answer.calls) == 3
    assert len(waves(answer.calls)) == 2, "the username is asked for first; nothing else waits"


def test_course_runs_page_by_page(gateway: Gateway) -> None:
    whole = gateway.ask(text_of(PAGE), {"uuid": GARDENS, "first": 100})
    assert whole.calls[-1].query == "page_size=25"
    after, found = None, []
    for _ in range(10):
        page = gateway.ask(text_of(PAGE), {"uuid": GARDENS, "first": 3, "after": after})
        found += runs(page)
        info = page.data["program"]["courseRuns"]["pageInfo"]
        after = info["endCursor"]
        if not info["hasNextPage"]:
            break
    assert found == runs(whole)
    assert len(found) == 4


def test_course_runs_of_an_lms_without_pages_come_from_the_overview(new_gateway: Gateway) -> None:
    whole = runs(new_gateway.ask(text_of(PAGE), {"uuid": GARDENS, "first": 100}))
    new_gateway.lms.faults({f"{V1}/users/": {"status": 404, "kind": "html"}})
    found: list[dict[str, Any]] = []
    after = None
    for _ in range(2):
        page = new_gateway.ask(text_of(PAGE), {"uuid": GARDENS, "first": 2, "after": after})
        page.sound()
        assert f"{V1}/programs/{GARDENS}/overview/" in page.paths
        found += runs(page)
        after = page.data["program"]["courseRuns"]["pageInfo"]["endCursor"]
    assert page.data["program"]["courseRuns"]["pageInfo"]["hasNextPage"] is False
    assert found == whole


@pytest.mark.parametrize(("user", "uuid"), [("jordan", GARDENS), ("sam", NATURE), ("alex", NOWHERE)])
def test_program_that_the_viewer_may_not_see_is_null_without_error(gateway: Gateway, user: str, uuid: str) -> None:
    """The LMS refuses with a page of HTML."""
    assert gateway.ask(text_of(PAGE), {"uuid": uuid}, user=user).sound() == {"program": None}
    listed = gateway.ask("query($u: UUID!) { program(uuid: $u) { uuid slug } }", {"u": uuid}, user=user).sound()
    assert listed["program"] is None


@pytest.mark.parametrize(
    ("user", "refused"), [("taylor", "courseRuns"), ("alex", "enrollments"), ("sam", "enrollments")]
)
@pytest.mark.parametrize("named", ["", "slug", "uuid"])
def test_program_of_the_viewers_is_there_whatever_is_selected(
    gateway: Gateway, user: str, refused: str, named: str
) -> None:
    query = f"query($u: UUID!) {{ program(uuid: $u) {{ {named} {refused} {{ edges {{ cursor }} }} }} }}"
    program = gateway.ask(query, {"u": GARDENS}, user=user).sound()["program"]
    expected = {"": {}, "slug": {"slug": "roof-gardens"}, "uuid": {"uuid": GARDENS}}[named]
    assert program == {**expected, refused: None}


def test_failure_of_the_list_of_programs_is_reported_where_it_had_to_decide(gateway: Gateway) -> None:
    gateway.lms.faults({f"{V1}/programs/enrollments/": {"status": 500}})
    query = "query($u: UUID!) { program(uuid: $u) { enrollments { edges { cursor } } } }"
    answer = gateway.ask(query, {"u": GARDENS})
    assert answer.data == {"program": None}
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]


def test_visitor_has_to_sign_in(gateway: Gateway) -> None:
    answer = gateway.ask(text_of(PAGE), {"uuid": GARDENS}, user="anonymous")
    assert answer.data == {"program": None}
    assert answer.codes == ["UNAUTHENTICATED"]
    assert answer.calls == []


def test_bearer_lacks_the_progress_only(gateway: Gateway) -> None:
    answer = gateway.ask(text_of(PAGE), {"uuid": GARDENS}, scheme="Bearer")
    assert answer.codes == ["UNAUTHENTICATED"]
    assert answer.errors[0]["path"] == ["program", "progress"]
    assert len(runs(answer)) == 4


def test_failure_of_one_list_is_local(gateway: Gateway) -> None:
    sound = gateway.ask(text_of(PAGE), {"uuid": GARDENS})
    gateway.lms.faults({f"{V1}/users/": {"status": 500}})
    assert runs(gateway.ask(text_of(PAGE), {"uuid": GARDENS})) == runs(sound), "the list that comes whole has them too"
    gateway.lms.faults({f"{V1}/users/": {"status": 500}, f"{V1}/programs/{GARDENS}/overview/": {"status": 500}})
    answer = gateway.ask(text_of(PAGE), {"uuid": GARDENS})
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
    assert answer.errors[0]["extensions"]["endpoint"] == "program_enrollments/user_courses"
    assert answer.data["program"]["courseRuns"] is None
    assert answer.data["program"]["progress"]["courses"]["completed"] == 1


def test_courses_of_runs_are_asked_for_together(gateway: Gateway) -> None:
    query = "query($u: UUID!) { program(uuid: $u) { courseRuns { edges { node { course { title } } } } } }"
    answer = gateway.ask(query, {"u": GARDENS})
    titles = [edge["node"]["course"]["title"] for edge in answer.sound()["program"]["courseRuns"]["edges"]]
    assert len(titles) == 4
    assert None not in titles
    assert [path for path in answer.paths if path.startswith("/api/courses/")] == ["/api/courses/v1/courses/"]


def test_program_is_found_again_by_its_id(gateway: Gateway) -> None:
    listed = gateway.ask("{ viewer { programs { id uuid slug } } }").sound()["viewer"]["programs"]
    assert len({one["id"] for one in listed}) == len(listed) == 2
    for one in listed:
        query = "query($id: ID!) { node(id: $id) { id ... on Program { uuid slug courseRuns { edges { cursor } } } } }"
        found = gateway.ask(query, {"id": one["id"]}).sound()["node"]
        assert found.pop("courseRuns")["edges"]
        assert found == one


def test_lists_of_each_program_of_a_viewer(gateway: Gateway) -> None:
    query = "{ viewer { programs { uuid courseRuns { edges { node { displayName } } } } } }"
    shown = gateway.ask(query).sound()["viewer"]["programs"]
    for one in shown:
        page = gateway.ask(text_of(PAGE), {"uuid": one["uuid"]})
        names = [{"node": {"displayName": run["displayName"]}} for run in runs(page)]
        assert one["courseRuns"]["edges"] == names


def test_roster(gateway: Gateway) -> None:
    variables = {"uuid": GARDENS, "course": BOTANY}
    gateway.lms.hold(3)
    answer = gateway.ask(text_of(ROSTER), variables, user="taylor")
    program = answer.sound()["program"]
    assert len(waves(answer.calls)) == 1
    base = f"{V1}/programs/{GARDENS}"
    for name, path, fields in (
        ("enrollments", f"{base}/enrollments/", ("account_exists", "curriculum_uuid", "username", "email")),
        ("courseEnrollments", f"{base}/courses/{BOTANY}/enrollments/", ("account_exists", "curriculum_uuid")),
        ("courseGrades", f"{base}/courses/{BOTANY}/grades/", ("passed", "percent", "letter_grade", "error")),
    ):
        rows = [edge["node"] for edge in program[name]["edges"]]
        sent = gateway.lms.rest(path, "taylor").body["results"]
        assert [row["studentKey"] for row in rows] == [row["student_key"] for row in sent]
        for field in fields:
            camel = field.split("_")[0] + "".join(part.title() for part in field.split("_")[1:])
            blank = "" if field in {"username", "email"} else None
            assert [row[camel] for row in rows] == [None if row.get(field) == blank else row[field] for row in sent], (
                field
            )
        if name != "courseGrades":
            assert [row["status"] for row in rows] == [row["status"].upper() for row in sent]
    assert [row["node"]["courseStaff"] for row in program["courseEnrollments"]["edges"]] == [False] * 4
    errors = [edge["node"]["error"] for edge in program["courseGrades"]["edges"]]
    assert errors == [None, None, "Timeout while calculating grade"]


def test_grades_that_all_failed_are_reported_row_by_row(gateway: Gateway) -> None:
    """The LMS says 422 and sends the page all the same."""
    query = """query($u: UUID!, $c: CourseKey!, $a: String) { program(uuid: $u) { courseGrades(course: $c, first: 2,
        after: $a) { pageInfo { endCursor hasNextPage } edges { node { studentKey percent error } } } } }"""
    first = gateway.ask(query, {"u": GARDENS, "c": BOTANY}, user="taylor").sound()["program"]["courseGrades"]
    variables = {"u": GARDENS, "c": BOTANY, "a": first["pageInfo"]["endCursor"]}
    rest = gateway.ask(query, variables, user="taylor")
    assert [call.status for call in rest.calls] == [422]
    assert [edge["node"] for edge in rest.sound()["program"]["courseGrades"]["edges"]] == [
        {"studentKey": "garden-0044", "percent": None, "error": "Timeout while calculating grade"}
    ]


def test_course_without_grades_has_an_empty_list(gateway: Gateway) -> None:
    """The LMS says 204."""
    course = "course-v1:DemoU+CodeX+2026"
    answer = gateway.ask(text_of(ROSTER), {"uuid": GARDENS, "course": course}, user="taylor")
    program = answer.sound()["program"]
    assert program["courseGrades"] == {"edges": []}
    assert program["courseEnrollments"] == {"edges": []}
    assert 204 in [call.status for call in answer.calls]


def test_run_of_another_program_is_null(gateway: Gateway) -> None:
    answer = gateway.ask(text_of(ROSTER), {"uuid": GARDENS, "course": KEY, "first": 2}, user="taylor")
    program = answer.sound()["program"]
    assert (program["courseEnrollments"], program["courseGrades"]) == (None, None)
    assert len(program["enrollments"]["edges"]) == 2
    assert program["enrollments"]["pageInfo"]["hasNextPage"] is True


def test_roster_is_for_staff(gateway: Gateway) -> None:
    variables = {"uuid": GARDENS, "course": BOTANY}
    rosters = dict.fromkeys(("enrollments", "courseEnrollments", "courseGrades"))
    assert gateway.ask(text_of(ROSTER), variables, user="alex").sound() == {"program": rosters}
    assert gateway.ask(text_of(ROSTER), variables, user="jordan").sound() == {"program": None}


def test_a_list_for_staff_with_a_learners_own(gateway: Gateway) -> None:
    query = (
        "query($u: UUID!) { program(uuid: $u) { courseRuns { edges { cursor } } enrollments { edges { cursor } } } }"
    )
    program = gateway.ask(query, {"u": GARDENS}).sound()["program"]
    assert program["courseRuns"]["edges"]
    assert program["enrollments"] is None


@pytest.mark.parametrize("arguments", ["first: 0", "first: 101", 'after: "x"', 'after: "b2Zmc2V0Ong"'])
def test_bad_pages_are_refused_before_any_call(gateway: Gateway, arguments: str) -> None:
    query = f"query($u: UUID!) {{ program(uuid: $u) {{ courseRuns({arguments}) {{ edges {{ cursor }} }} }} }}"
    answer = gateway.ask(query, {"u": GARDENS}, scheme="session")
    assert "BAD_USER_INPUT" in answer.codes
    assert not [path for path in answer.paths if "courses" in path]
