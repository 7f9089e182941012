"""`Course.sequence(key:)`: found by the key of a sequence, of a unit, of a section."""

import pytest

from resolvers.sequence import sequence_of
from tests.support.gateway import Answer, Gateway
from tests.support.lms import waves
from tests.support.people import BOTANY, KEY

from .test_page import BLOCK, NAVIGATION, OPEN, SEQUENCE

UNIT = f"{BLOCK}vertical+block@4fff3ea00cfaa4f7ed1f9158c4dfdbba"
SECTION = f"{BLOCK}chapter+block@3a311ff8b8f78d17f31045bb51219543"
PROBLEM = f"{BLOCK}problem+block@697995ab80c138f89cde7195891c86c3"
GATED = "block-v1:OpenedX+BotanyX+2026+type@sequential+block@grafting"
QUERY = """
query Q($key: CourseKey!, $at: UsageKey!) {
  course(key: $key) {
    isStaff
    sequence(key: $at) { key title units { key title isGated path } gatedContent { gated prereqKey } }
  }
}
"""


def ask(gateway: Gateway, key: str, user: str = "alex") -> Answer:
    gateway.lms.hold(1)
    return gateway.ask(QUERY, {"key": KEY, "at": key}, user=user)


@pytest.mark.parametrize("key", [UNIT, SECTION])
def test_another_key_finds_the_sequence_in_the_same_query(gateway: Gateway, key: str) -> None:
    answer = ask(gateway, key)
    assert answer.sound()["course"]["sequence"]["key"] == SEQUENCE
    first, second = waves(answer.calls)
    assert NAVIGATION in first
    assert second == [OPEN]


def test_keys_that_the_lms_would_refuse_with_422_are_not_sent(gateway: Gateway) -> None:
    assert gateway.lms.rest(f"/api/courseware/sequence/{UNIT}", "alex").status == 422
    assert 422 not in {call.status for call in ask(gateway, UNIT).calls}


def test_the_navigation_of_the_outline_is_asked_once(gateway: Gateway) -> None:
    query = """
    query Q($key: CourseKey!, $at: UsageKey!) {
      course(key: $key) { outline { sections { sequences { units { key } } } } sequence(key: $at) { key } }
    }
    """
    answer = gateway.ask(query, {"key": KEY, "at": UNIT})
    assert answer.sound()["course"]["sequence"]["key"] == SEQUENCE
    assert answer.paths == sorted([NAVIGATION, OPEN])


def test_a_problem_and_an_unknown_block_give_null(gateway: Gateway) -> None:
    for key in (PROBLEM, f"{BLOCK}vertical+block@nowhere", f"{BLOCK}sequential+block@nowhere"):
        assert ask(gateway, key).sound()["course"]["sequence"] is None


def test_a_visitor_learns_no_sequence_from_the_key_of_a_unit_of_a_private_course(gateway: Gateway) -> None:
    answer = ask(gateway, UNIT, "anonymous")
    assert answer.sound()["course"]["sequence"] is None
    assert not any(call.path.startswith("/api/courseware/sequence") for call in answer.calls)


def test_a_block_of_another_course_is_refused_before_any_call_for_it(gateway: Gateway) -> None:
    answer = ask(gateway, "block-v1:OpenedX+BotanyX+2026+type@vertical+block@a")
    assert answer.codes == ["BAD_USER_INPUT"]
    assert answer.errors[0]["path"] == ["course", "sequence"]
    assert not any("sequence" in call.path or "navigation" in call.path for call in answer.calls)


def test_a_gated_sequence_has_the_titles_of_its_units_only(gateway: Gateway) -> None:
    body = gateway.lms.rest(f"/api/courseware/sequence/{GATED}", "alex").body
    shown = gateway.ask(QUERY, {"key": BOTANY, "at": GATED}).sound()["course"]["sequence"]
    assert body["gated_content"]["gated"] is True
    assert shown["gatedContent"] == {"gated": True, "prereqKey": body["gated_content"]["prereq_id"]}
    assert shown["units"] == [
        {"key": item["id"], "title": item["display_name"], "isGated": True, "path": None} for item in body["items"]
    ]


def test_the_holder_of_a_unit_is_a_sequence_never_a_section() -> None:
    blocks = {
        "c": {"type": "chapter", "children": ["lock", "s"]},
        "lock": {"type": "lock", "children": []},
        "s": {"type": "sequential", "children": ["u"]},
        "u": {"type": "vertical", "children": []},
    }
    assert sequence_of(blocks, "u") == "s"
    assert sequence_of(blocks, "c") == "s"
    assert sequence_of(blocks, "lock") is None
    assert sequence_of({}, "u") is None
