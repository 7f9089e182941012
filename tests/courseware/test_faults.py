"""If a part of the unit page fails, only that part is null, with one error."""

from typing import Any

import pytest

from tests.operations.catalogue import text_of
from tests.support.gateway import Gateway
from tests.support.people import KEY

from .test_page import BOOKMARKS, DISCUSSION, NAVIGATION, OPEN, PAGE, RESUME, SCHEDULE, SEQUENCE, TOPICS

CASES: dict[str, tuple[str, dict[str, Any], list[Any], str]] = {
    "resume": (RESUME, {"status": 500}, ["course", "resume"], "UPSTREAM_UNAVAILABLE"),
    "sequence": (OPEN, {"kind": "html"}, ["course", "sequence"], "UPSTREAM_INVALID"),
    "bookmarks": (BOOKMARKS, {"kind": "truncate"}, ["course", "bookmarks"], "UPSTREAM_INVALID"),
    "tour": ("/api/user_tours/", {"status": 503}, ["viewer", "tour"], "UPSTREAM_UNAVAILABLE"),
    "discussion": (DISCUSSION, {"status": 500}, ["course", "discussion", "provider"], "UPSTREAM_UNAVAILABLE"),
    "topics": (TOPICS, {"status": 500}, ["course", "discussion", "topics"], "UPSTREAM_UNAVAILABLE"),
    "outline": (NAVIGATION, {"status": 500}, ["course", "outline"], "UPSTREAM_UNAVAILABLE"),
    "schedule": (
        SCHEDULE,
        {"status": 500},
        ["course", "outline", "sections", 0, "sequences", 0, "name"],
        "UPSTREAM_UNAVAILABLE",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_fault_costs_its_own_fields_and_one_error(gateway: Gateway, name: str) -> None:
    variables = {"key": KEY, "sequence": SEQUENCE}
    gateway.ask(text_of(PAGE), variables, scheme="session").sound()  # consumes the day's celebration
    sound = gateway.ask(text_of(PAGE), variables, scheme="session").sound()
    path, fault, place, code = CASES[name]
    gateway.lms.faults({path: fault})
    answer = gateway.ask(text_of(PAGE), variables, scheme="session")
    assert [(error["path"], error["extensions"]["code"]) for error in answer.errors] == [(place, code)]
    fields = {field for field in answer.data["course"] if answer.data["course"][field] != sound["course"][field]}
    assert fields <= ({place[1]} if place[0] == "course" else set())
    value = answer.data
    for step in place:
        value = value[step]
    assert value is None
