"""Completion and the last position, which the LMS computes from the requested parameters."""

from typing import Any

import pytest

from tests.support.changed import ask, changed
from tests.support.gateway import Gateway
from tests.support.lms import DemoLms
from tests.support.people import BOTANY, KEY, PUBLIC

OUTLINE = (
    "outline(asUser: $user) { sections { key complete resumeBlock sequences { key complete resumeBlock UNITS } } }"
)
AS_USER = f"query Q($key: CourseKey!, $user: String) {{ course(key: $key) {{ {OUTLINE} }} }}"
BLOCKS = "/api/courses/v2/blocks/"
MOBILE = "/api/mobile/v4/course_info/blocks/"
CONTAINERS = ("course", "chapter", "sequential", "vertical")


def marks(rows: list[dict[str, Any]]) -> dict[str, tuple[Any, Any]]:
    """Key to `complete` and `resumeBlock`, of everything below these rows."""
    found = {}
    for row in rows:
        found[row["key"]] = row["complete"], row.get("resumeBlock")
        found |= marks([*row.get("sequences", ()), *row.get("units", ())])
    return found


@pytest.mark.parametrize("units", ["", "units { key complete }"])
@pytest.mark.parametrize(
    ("key", "user"), [(KEY, "alex"), (KEY, "sam"), (BOTANY, "alex"), (BOTANY, "sam"), (PUBLIC, "sam")]
)
def test_an_outline_as_a_learner_equals_the_learners_own(gateway: Gateway, key: str, user: str, units: str) -> None:
    query = AS_USER.replace("UNITS", units)
    own = gateway.ask(query.replace("(asUser: $user)", "").replace(", $user: String", ""), {"key": key}, user=user)
    seen = gateway.ask(query, {"key": key, "user": user}, user="taylor")
    shown = marks(seen.sound()["course"]["outline"]["sections"])
    # Their own outline has no units of a sequence behind a prerequisite.
    expected = marks(own.sound()["course"]["outline"]["sections"])
    assert {key: shown[key] for key in expected} == expected
    assert all("@vertical" in key for key in shown.keys() - expected.keys())
    assert all(complete is not None for complete, _ in shown.values())
    (call,) = (call for call in seen.calls if call.path == BLOCKS)
    assert "depth=all&requested_fields=children,complete,resume_block,completion," in call.query
    if (key, user) == (KEY, "alex"):
        assert {True, False} == {complete for complete, _ in shown.values()}
        assert any(resume for _, resume in shown.values())


def test_an_outline_without_marks_is_asked_for_to_its_depth_only(gateway: Gateway) -> None:
    query = '{ course(key: $k) { outline(asUser: "sam") { sections { key sequences { key } } } } }'.replace(
        "$k", f'"{KEY}"'
    )
    answer = gateway.ask(query, user="taylor")
    answer.sound()
    (call,) = (call for call in answer.calls if call.path == BLOCKS)
    assert "depth=2&requested_fields=children,show_gated_sections" in call.query


@pytest.mark.parametrize("compile_", [True, False])
def test_an_absent_mark_follows_from_completion(lms: DemoLms, compile_: bool) -> None:
    """The LMS leaves out what is false; where it leaves out all marks, `completion` is what is known."""
    kept: list[str] = []

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        for block in body.get("blocks", {}).values() if path == BLOCKS else ():
            for name in {"complete", "resume_block"}.difference(kept):
                block.pop(name, None)
        return body

    query = AS_USER.replace("UNITS", "units { key complete }")
    with changed(lms, change, compile=compile_) as client:
        without = marks(
            ask(client, query, {"key": KEY, "user": "alex"}, user="taylor")["data"]["course"]["outline"]["sections"]
        )
        fresh = marks(
            ask(client, query, {"key": PUBLIC, "user": "sam"}, user="taylor")["data"]["course"]["outline"]["sections"]
        )
        kept += ["complete", "resume_block"]
        expected = marks(
            ask(client, query, {"key": KEY, "user": "alex"}, user="taylor")["data"]["course"]["outline"]["sections"]
        )
    assert {key: complete for key, (complete, _) in without.items()} == {
        key: complete for key, (complete, _) in expected.items()
    }
    assert {resume for _, resume in without.values()} == {None}
    assert {resume for key, (_, resume) in expected.items() if "vertical" not in key} == {True, False}
    assert {complete for complete, _ in fresh.values()} == {False}
    assert {resume for key, (_, resume) in fresh.items() if "vertical" not in key} == {False}


@pytest.mark.parametrize("compile_", [True, False])
def test_a_mark_that_the_answer_does_not_hold_is_null(lms: DemoLms, compile_: bool) -> None:
    """An LMS that sends no completion: an absent mark then says nothing either."""

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        for block in body.get("blocks", {}).values() if path == BLOCKS else ():
            for name in ("completion", "complete", "resume_block"):
                block.pop(name, None)
        for block in body["blocks"].values() if "/navigation/" in path else ():
            block.pop("complete", None)
        return body

    query = AS_USER.replace("UNITS", "isLocked units { key complete }")
    with changed(lms, change, compile=compile_) as client:
        other = ask(client, query, {"key": KEY, "user": "alex"}, user="taylor")
        own = ask(
            client,
            "query Q($key: CourseKey!) { course(key: $key) { outline { sections { key complete } } } }",
            {"key": KEY},
        )
    assert "errors" not in other
    assert set(marks(other["data"]["course"]["outline"]["sections"]).values()) == {(None, None)}
    assert {
        row["isLocked"] for section in other["data"]["course"]["outline"]["sections"] for row in section["sequences"]
    } == {None}
    assert {section["complete"] for section in own["data"]["course"]["outline"]["sections"]} == {None}


def test_prerequisites_and_exams_are_in_every_outline(gateway: Gateway) -> None:
    """The LMS leaves it out unless it is asked for it."""
    own = gateway.ask(
        "query($k: CourseKey!) { course(key: $k) { outline { sections { sequences { key isLocked description } } } } }",
        {"k": BOTANY},
        user="sam",
    )
    rows = [row for section in own.sound()["course"]["outline"]["sections"] for row in section["sequences"]]
    assert any(row["isLocked"] for row in rows)
    assert any(row["description"] == "Timed Exam" for row in rows)
    keys = {row["key"] for row in rows}
    seen = gateway.ask(AS_USER.replace("UNITS", ""), {"key": BOTANY, "user": "sam"}, user="taylor")
    assert {
        row["key"] for section in seen.sound()["course"]["outline"]["sections"] for row in section["sequences"]
    } == keys
    blocks = gateway.ask(
        'query Q($k: CourseKey!) { course(key: $k) { blocks(types: ["sequential"]) { key } } }',
        {"k": BOTANY},
        user="sam",
    )
    assert {block["key"] for block in blocks.sound()["course"]["blocks"]} == keys


@pytest.mark.parametrize(
    "types",
    [
        ["chapter"],
        ["sequential"],
        ["vertical"],
        ["course"],
        ["course", "chapter"],
        ["course", "video"],
        ["chapter", "problem"],
        ["vertical", "html", "video"],
        ["library_content"],
        ["problem", "html"],
    ],
)
@pytest.mark.parametrize(("key", "user"), [(KEY, "alex"), (KEY, "sam"), (BOTANY, "alex")])
def test_completion_does_not_depend_on_the_listed_types(
    gateway: Gateway, key: str, user: str, types: list[str]
) -> None:
    query = "query($k: CourseKey!, $t: [String!]) { course(key: $k) { blocks(types: $t) { key type completion } } }"
    every = gateway.ask(query, {"k": key}, user=user).sound()["course"]["blocks"]
    body = gateway.lms.rest(
        MOBILE,
        user,
        course_id=key,
        username=user,
        depth="all",
        requested_fields="children,completion,show_gated_sections,special_exam_info",
    ).body["blocks"]
    assert {block["key"]: block["completion"] for block in every} == {
        name: block.get("completion") for name, block in body.items()
    }
    listed = gateway.ask(query, {"k": key, "t": types}, user=user)
    assert listed.sound()["course"]["blocks"] == [block for block in every if block["type"] in types]
    assert all(block["completion"] is not None for block in every if block["type"] in CONTAINERS)
    (call,) = (call for call in listed.calls if call.path == MOBILE)
    assert "depth=all" in call.query
    # Blocks that hold no others are as complete in a short answer.
    assert ("block_types_filter" in call.query) is (types == ["problem", "html"])


def test_another_selection_shares_the_call(gateway: Gateway) -> None:
    query = """query($k: CourseKey!) { course(key: $k) {
      a: blocks(types: ["chapter"]) { key completion } b: blocks(types: ["video"]) { key type }
    } }"""
    answer = gateway.ask(query, {"k": KEY})
    course = answer.sound()["course"]
    assert len([call for call in answer.calls if call.path == MOBILE]) == 1
    assert {block["type"] for block in course["b"]} == {"video"}
    assert {block["completion"] for block in course["a"]} == {0.0, 1.0}


POSITION = """mutation($k: CourseKey!, $b: UsageKey!) { recordLastVisited(input: {course: $k, block: $b}) {
  path userErrors { message }
  course { lastVisited { blockKey path unitTitle } resume { hasVisitedCourse block { key } } }
} }"""


def test_last_visited_is_null_without_completion(gateway: Gateway) -> None:
    """Storing a position completes nothing, and the LMS then names the course's first block as where to go on."""
    blocks = gateway.ask("query($k: CourseKey!) { course(key: $k) { blocks { key type } } }", {"k": PUBLIC}, user="sam")
    unit = next(block["key"] for block in blocks.sound()["course"]["blocks"] if block["type"] == "vertical")
    answer = gateway.ask(POSITION, {"k": PUBLIC, "b": unit}, user="sam")
    payload = answer.sound()["recordLastVisited"]
    assert payload["userErrors"] == []
    assert payload["path"][0].endswith("type@course+block@course")
    assert payload["course"] == {"lastVisited": None, "resume": {"hasVisitedCourse": False, "block": None}}
    query = "{ viewer { primaryEnrollment { lastVisited { blockKey } } } course(key: $k) { lastVisited { blockKey } } }"
    read = gateway.ask(query.replace("$k", f'"{PUBLIC}"'), user="sam").sound()
    assert read["course"] == {"lastVisited": None}


@pytest.mark.parametrize("compile_", [True, False])
@pytest.mark.parametrize("block", ["", None])
def test_an_empty_position_of_the_mobile_api_is_none(lms: DemoLms, compile_: bool, block: str | None) -> None:
    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        if path.endswith("/course_enrollments/"):
            body["primary"]["course_status"] |= {"last_visited_block_id": block, "last_visited_module_path": []}
        return body

    query = "{ viewer { primaryEnrollment { course { key } lastVisited { blockKey path unitTitle } } } }"
    with changed(lms, change, compile=compile_) as client:
        answer = ask(client, query)
    assert answer["data"]["viewer"]["primaryEnrollment"]["lastVisited"] is None
    assert "errors" not in answer
