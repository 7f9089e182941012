"""If an answer that only adds fields to an object has a wrong type, only its own fields are null."""

from typing import Any

import pytest

from tests.support.changed import ask, changed
from tests.support.lms import DemoLms
from tests.support.people import KEY

BOTH_WAYS = pytest.mark.parametrize("compiled", [True, False], ids=["compiled", "ordinary"])
ODD: list[Any] = [["x"], "x", 7, 0, True, False]
HOLLOW: list[Any] = [None, {}, [], ""]
ROWS = "outline { title sections { title sequences { key title start accessible units { key title } } } }"


def put(body: Any, path: list[str], odd: Any) -> Any:
    """The body with another value at a path; `*` is every key."""
    if not path:
        return odd
    first, *rest = path
    keys = body if first == "*" else [first]
    return {**body, **{key: put(body[key], rest, odd) for key in keys}}


def rows_of(answer: dict[str, Any]) -> list[dict[str, Any]]:
    sections = answer["data"]["course"]["outline"]["sections"]
    assert len(sections) > 1
    return [row for section in sections for row in section["sequences"]]


@BOTH_WAYS
@pytest.mark.parametrize("path", ["outline", "outline.sequences", "outline.sequences.*"])
def test_the_schedule_fails_and_the_outline_does_not(lms: DemoLms, path: str, compiled: bool) -> None:
    """`accessible` and the dates are null with one error; the outline and its units are there."""
    odd: Any = None

    def change(place: str, body: Any, headers: dict[str, str]) -> Any:
        return put(body, path.split("."), odd) if "/learning_sequences/" in place else body

    query = f'{{ course(key: "{KEY}") {{ hasEnded a: {ROWS} {ROWS} }} }}'
    with changed(lms, change, compile=compiled) as client:
        for odd in ODD:  # noqa: B007
            answer = ask(client, query)
            assert answer["data"]["course"]["hasEnded"] is False
            rows = rows_of(answer)
            assert {(row["accessible"], row["start"]) for row in rows} == {(None, None)}
            assert all(row["units"] for row in rows)
            (error,) = answer["errors"]
            assert error["path"][1] in {"a", "outline"}, "which of the two is read first is left open"
            assert error["path"][2:] == ["sections", 0, "sequences", 0, "start"]
            assert error["extensions"]["code"] == "UPSTREAM_INVALID"


@BOTH_WAYS
@pytest.mark.parametrize("path", ["outline", "outline.sequences"])
def test_a_schedule_that_is_empty_has_nothing_to_add(lms: DemoLms, path: str, compiled: bool) -> None:
    """That is no fault, however the emptiness is written."""
    hollow: Any = None

    def change(place: str, body: Any, headers: dict[str, str]) -> Any:
        return put(body, path.split("."), hollow) if "/learning_sequences/" in place else body

    with changed(lms, change, compile=compiled) as client:
        for hollow in HOLLOW:  # noqa: B007
            answer = ask(client, f'{{ course(key: "{KEY}") {{ {ROWS} }} }}')
            assert "errors" not in answer
            assert {(row["accessible"], row["start"]) for row in rows_of(answer)} == {(None, None)}


@BOTH_WAYS
def test_one_odd_entry_spoils_no_other(lms: DemoLms, compiled: bool) -> None:
    def change(place: str, body: Any, headers: dict[str, str]) -> Any:
        if "/learning_sequences/" not in place:
            return body
        sequences = body["outline"]["sequences"]
        return put(body, ["outline", "sequences", list(sequences)[1]], "odd")

    with changed(lms, change, compile=compiled) as client:
        answer = ask(client, f'{{ course(key: "{KEY}") {{ {ROWS} }} }}')
    assert sum(row["accessible"] is None for row in rows_of(answer)) == 1
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["UPSTREAM_INVALID"]


@BOTH_WAYS
@pytest.mark.parametrize("path", ["blocks", "blocks.*"])
def test_the_navigation_fails_and_the_outline_does_not(lms: DemoLms, path: str, compiled: bool) -> None:
    """The units are null with one error."""
    odd: Any = None

    def change(place: str, body: Any, headers: dict[str, str]) -> Any:
        return put(body, path.split("."), odd) if "/navigation/" in place else body

    # A field that only the outline has, so that it provides the rows.
    query = f'{{ course(key: "{KEY}") {{ handoutsHtml outline {{ {ROWS.partition("{")[2]} }} }}'
    with changed(lms, change, compile=compiled) as client:
        for odd in ODD:
            answer = ask(client, query)
            rows = rows_of(answer)
            assert {row["units"] for row in rows} == {None}
            assert [error["extensions"]["code"] for error in answer["errors"]] == ["UPSTREAM_INVALID"], odd


@BOTH_WAYS
@pytest.mark.parametrize("odd", ["x", ["x"], 7], ids=repr)
def test_cards_fail_and_the_mobile_list_does_not(lms: DemoLms, odd: Any, compiled: bool) -> None:
    """Fields of enrolments that only learner home has are null with one error."""

    def change(place: str, body: Any, headers: dict[str, str]) -> Any:
        return {**body, "courses": odd} if "/learner_home/" in place else body

    query = "{ viewer { enrollments(first: 5, status: IN_PROGRESS) { edges { node { canUpgrade course { key } } } } } }"
    with changed(lms, change, compile=compiled) as client:
        answer = ask(client, query)
    nodes = [edge["node"] for edge in answer["data"]["viewer"]["enrollments"]["edges"]]
    assert len(nodes) > 1
    assert all(node["canUpgrade"] is None and node["course"]["key"] for node in nodes)
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["UPSTREAM_INVALID"]


ROWS_BY_STATUS = """{ viewer { enrollments(first: 5, status: IN_PROGRESS) { totalCount edges { node {
  mode course { key title } lastVisited { blockKey } assignments { total upcoming { title } past { title } }
} } } } }"""
PRIMARY = "page=1&page_size=1"


@BOTH_WAYS
@pytest.mark.parametrize("status", [403, 500, 503])
def test_the_primary_enrolment_fails_and_a_list_by_status_does_not(lms: DemoLms, status: int, compiled: bool) -> None:
    """Fields that only the primary enrolment has are null with one error; the page is there."""
    refusing = False

    def refuse(query: str) -> int | None:
        return status if refusing and query.startswith(PRIMARY) and "status" not in query else None

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        return body

    with changed(lms, change, refuse=refuse, compile=compiled) as client:
        sound = ask(client, ROWS_BY_STATUS)
        refusing = True
        broken = ask(client, ROWS_BY_STATUS)
    assert "errors" not in sound
    before, after = (answer["data"]["viewer"]["enrollments"] for answer in (sound, broken))
    assert after["totalCount"] == before["totalCount"]
    assert len(after["edges"]) == len(before["edges"]) > 1
    for edge, row in zip(before["edges"], after["edges"], strict=True):
        node = edge["node"]
        assignments = {**node["assignments"], "upcoming": None, "past": None} if node["assignments"] else None
        assert row["node"] == {**node, "lastVisited": None, "assignments": assignments}
    (error,) = broken["errors"]
    assert error["path"] == ["viewer", "enrollments", "edges", 0, "node", "lastVisited"]
    assert error["extensions"]["endpoint"] == "mobile/course_enrollments"
