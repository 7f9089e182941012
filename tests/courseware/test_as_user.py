"""`asUser`: staff view a course as a learner, as far as the LMS supports it; everything else is refused."""

from typing import Any

import pytest

from tests.support.gateway import Answer, Gateway
from tests.support.lms import waves
from tests.support.people import KEY

from .test_page import NAVIGATION, SCHEDULE

BLOCKS = "/api/courses/v2/blocks/"
COURSE = f"/api/courses/v1/courses/{KEY}"
OUTLINE = f"/api/course_home/outline/{KEY}"
QUERY = """
query Q($key: CourseKey!, $user: String) {
  course(key: $key) {
    title
    outline(asUser: $user) {
      sections {
        key title complete
        sequences { key title complete accessible effectiveStart due resumeBlock units { key title complete } }
      }
    }
  }
}
"""


def ask(gateway: Gateway, user: str | None, caller: str = "taylor") -> Answer:
    return gateway.ask(QUERY, {"key": KEY, "user": user}, user=caller)


def sequences(answer: Answer) -> list[dict[str, Any]]:
    return [row for section in answer.sound()["course"]["outline"]["sections"] for row in section["sequences"]]


@pytest.mark.parametrize("user", ["alex", "sam"])
def test_the_outline_is_that_of_the_learner(gateway: Gateway, user: str) -> None:
    blocks = gateway.lms.rest(NAVIGATION, user).body["blocks"]
    schedule = gateway.lms.rest(SCHEDULE, user).body["outline"]["sequences"]
    gateway.lms.hold(3)
    answer = ask(gateway, user)
    rows = sequences(answer)
    assert waves(answer.calls) == [sorted([COURSE, BLOCKS, SCHEDULE])]
    assert {call.user for call in answer.calls} == {"taylor"}
    assert len(rows) >= 8
    for row in rows:
        block = blocks[row["key"]]
        assert (row["complete"], row["resumeBlock"]) == (block["complete"], block["resume_block"])
        assert row["accessible"] is schedule[row["key"]]["accessible"]
        assert [(unit["key"], unit["complete"]) for unit in row["units"]] == [
            (key, blocks[key]["complete"]) for key in block["children"]
        ]
    assert any(row["complete"] for row in rows) is (user == "alex")


def test_without_a_name_it_is_the_callers_own(gateway: Gateway) -> None:
    answer = ask(gateway, None, "alex")
    assert any(row["complete"] for row in sequences(answer))
    assert BLOCKS not in answer.paths


def test_the_callers_outline_joins_values_of_one_answer_only(gateway: Gateway) -> None:
    rows = "sequences { key webUrl units { key } }"
    answer = gateway.ask(f'{{ course(key: "{KEY}") {{ outline {{ sections {{ {rows} }} }} }} }}')
    blocks = gateway.lms.rest(NAVIGATION, "alex").body["blocks"]
    found = sequences(answer)
    assert answer.paths == sorted([OUTLINE, NAVIGATION])
    assert all([unit["key"] for unit in row["units"]] == blocks[row["key"]]["children"] for row in found)
    assert all(row["webUrl"] for row in found)


def test_a_learner_may_not(gateway: Gateway) -> None:
    answer = ask(gateway, "sam", "alex")
    assert answer.data["course"] == {"title": "Urban Beekeeping", "outline": None}
    assert answer.codes == ["FORBIDDEN"]


def test_a_visitor_may_not_and_causes_no_call(gateway: Gateway) -> None:
    answer = ask(gateway, "sam", "anonymous")
    assert (answer.codes, answer.paths) == (["UNAUTHENTICATED"], [COURSE])


@pytest.mark.parametrize("name", ["no one!", "../alex", ""])
def test_an_invalid_username_is_refused_before_any_call_for_it(gateway: Gateway, name: str) -> None:
    answer = ask(gateway, name)
    assert (answer.codes, answer.paths) == (["BAD_USER_INPUT"], [COURSE])


@pytest.mark.parametrize(
    ("selection", "field"),
    [
        ("hasScheduledContent", "hasScheduledContent"),
        ("sections { sequences { icon } }", "sections.sequences.icon"),
        ("sections { sequences { units { completion { completed } } } }", "sections.sequences.units.completion"),
    ],
)
def test_fields_that_the_lms_has_for_the_caller_only_are_refused_by_name(
    gateway: Gateway, selection: str, field: str
) -> None:
    query = f'{{ course(key: "{KEY}") {{ title outline(asUser: "sam") {{ {selection} }} }} }}'
    answer = gateway.ask(query, user="taylor")
    assert (answer.codes, answer.paths) == (["BAD_USER_INPUT"], [COURSE])
    assert f"`{field}`" in answer.errors[0]["message"]


def test_the_schedule_failing_costs_its_fields(gateway: Gateway) -> None:
    gateway.lms.faults({SCHEDULE: {"status": 500}})
    answer = ask(gateway, "alex")
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
    section = answer.data["course"]["outline"]["sections"][0]
    assert section["sequences"][0]["accessible"] is None
    assert section["sequences"][0]["units"]


PROGRESS = """
query Q($key: CourseKey!, $user: String, $id: ID) {
  course(key: $key) { progress(asUser: $user, studentId: $id) { username } }
}
"""


def test_progress_by_name(gateway: Gateway) -> None:
    gateway.lms.hold(2, 1)
    answer = gateway.ask(PROGRESS, {"key": KEY, "user": "sam"}, user="taylor")
    assert answer.sound()["course"]["progress"] == {"username": "sam"}
    first = sorted([COURSE, "/api/user/v1/accounts/sam"])
    assert waves(answer.calls) == [first, [f"/api/course_home/progress/{KEY}/12/"]]


def test_progress_of_somebody_else_is_for_staff(gateway: Gateway) -> None:
    answer = gateway.ask(PROGRESS, {"key": KEY, "user": "sam"}, user="alex")
    assert (answer.data["course"], answer.codes) == ({"progress": None}, ["FORBIDDEN"])
    both = gateway.ask(PROGRESS, {"key": KEY, "user": "sam", "id": "12"}, user="taylor")
    assert both.codes == ["BAD_USER_INPUT"]


def test_a_masquerade_is_seen_as_one(gateway: Gateway) -> None:
    query = "query Q($key: CourseKey!) { course(key: $key) { isStaff originalUserIsStaff isMasquerading } }"
    before = gateway.ask(query, {"key": KEY}, user="taylor", scheme="session").sound()["course"]
    assert before == {"isStaff": True, "originalUserIsStaff": True, "isMasquerading": False}
    headers = {"Cookie": "sessionid=demo-taylor; csrftoken=" + "a" * 32, "X-CSRFToken": "a" * 32}
    reply = gateway.lms.post(f"/courses/{KEY}/masquerade", {"role": "student"}, headers)
    assert reply.body["success"] is True
    after = gateway.ask(query, {"key": KEY}, user="taylor", scheme="session").sound()["course"]
    assert after == {"isStaff": False, "originalUserIsStaff": True, "isMasquerading": True}
