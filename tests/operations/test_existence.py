"""Proof that a course and its discussions exist, from calls that are made anyway, the same for every selection."""

from typing import Any

import pytest

from tests.support.gateway import Gateway
from tests.support.parts import ACCEPTED, assembled
from tests.support.people import COURSES, KEY, USERS, sign_in

THREADS, SETUP, COURSE = (
    "/api/discussion/v1/threads/",
    f"/api/discussion/v1/courses/{KEY}",
    f"/api/courses/v1/courses/{KEY}",
)
LIST = "threads(first: 2) { edges { node { title } } }"
SELECTED = {
    "threads only": f"discussion {{ {LIST} }}",
    "settings too": f"discussion {{ {LIST} isPostingEnabled }}",
    "title too": f"title discussion {{ {LIST} }}",
    "fragments": f"... on Course {{ discussion {{ ... on Discussion {{ {LIST} }} }} }}",
}
EACH_BY_ITSELF = f"title access {{ hasAccess }} discussion {{ {LIST} isPostingEnabled }}"


def asked(gateway: Gateway, selected: str, key: str = KEY, user: str = "alex") -> Any:
    return gateway.ask(f"query($key: CourseKey!) {{ course(key: $key) {{ {selected} }} }}", {"key": key}, user=user)


def shown(data: Any) -> Any:
    """The course with its threads; nulls where it, or its discussions, do not exist."""
    course = data["course"]
    discussion = course and course["discussion"]
    return course and {"discussion": discussion and {"threads": discussion["threads"]}}


@pytest.mark.parametrize("user", USERS)
def test_existence_does_not_depend_on_the_selection(gateway: Gateway, user: str) -> None:
    for key in COURSES:
        expected = asked(gateway, EACH_BY_ITSELF, key, user)
        for name, selected in SELECTED.items():
            answer = asked(gateway, selected, key, user)
            assert shown(answer.data) == shown(expected.data), (key, name)
            assert bool(answer.errors) == bool(expected.errors), (key, name)


def test_an_answer_about_threads_shows_that_there_are_course_and_discussions(gateway: Gateway) -> None:
    answer = asked(gateway, SELECTED["threads only"])
    assert answer.sound()["course"]["discussion"]["threads"]["edges"]
    assert answer.paths == [THREADS]
    assert asked(gateway, SELECTED["settings too"]).paths == sorted([SETUP, THREADS])


@pytest.mark.parametrize("status", [403, 404, 500])
def test_without_that_answer_they_are_asked_for(gateway: Gateway, status: int) -> None:
    gateway.lms.faults({THREADS: {"status": status}})
    answer = asked(gateway, SELECTED["threads only"])
    assert shown(answer.data) == {"discussion": {"threads": None}}
    assert len(answer.errors) == (status == 500)
    assert {SETUP, COURSE} <= set(answer.paths)


def test_another_alias_of_the_course_is_shown_by_its_own_answers(gateway: Gateway) -> None:
    both = f"a: course(key: $key) {{ id }} b: course(key: $key) {{ {SELECTED['threads only']} }}"
    text = f"query($key: CourseKey!) {{ {both} }}"
    answer = gateway.ask(text, {"key": KEY})
    assert answer.sound()["a"]["id"]
    assert answer.paths == sorted([COURSE, THREADS])


def test_threads_that_come_later_do_not_hold_up_the_course(gateway: Gateway) -> None:
    gateway.lms.faults({THREADS: {"latency_ms": 300}})
    text = f"query($key: CourseKey!) {{ course(key: $key) {{ id discussion {{ id ... @defer {{ {LIST} }} }} }} }}"
    headers = {**sign_in("alex"), **ACCEPTED}
    parts = assembled(gateway.http.post("/graphql", json={"query": text, "variables": {"key": KEY}}, headers=headers))
    whole = asked(gateway, f"id discussion {{ id {LIST} }}")
    assert parts.data == whole.sound()
    assert whole.paths == [THREADS]
