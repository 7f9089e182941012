"""`gateway explain` prints the plan of each operation in a file, and makes no call for it."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from gateway.commands.explain import SIGN_INS, run_explain
from tests.docs.markdown import ROOT
from tests.support.people import KEY

Shown = Callable[..., list[str]]
COURSE_HOME = ROOT / "gateway/graphiql/examples/1-course-home/CourseHomePage.graphql"


@pytest.fixture
def shown(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shown:
    """The lines that `gateway explain` prints for a text. No event loop may run meanwhile."""

    def no_loop(*_: object, **__: object) -> None:
        raise AssertionError("a plan needs no event loop")

    monkeypatch.setattr(asyncio, "new_event_loop", no_loop)

    def lines(text: str, sign_in: str = "jwt", **variables: object) -> list[str]:
        capsys.readouterr()
        path = tmp_path / "document.graphql"
        path.write_text(text)
        assert run_explain(str(path), sign_in, json.dumps(variables)) == 0
        captured = capsys.readouterr()
        assert captured.err == ""
        return captured.out.splitlines()

    return lines


@pytest.mark.parametrize("sign_in", SIGN_INS)
def test_course_home_is_two_calls_in_one_wave(shown: Shown, sign_in: str) -> None:
    lines = shown(COURSE_HOME.read_text(), sign_in)
    assert "2 calls in 1 wave, 262 ms of the LMS's work, 2 with effects" in lines[0]
    assert [line.split()[-1] for line in lines if "GET /api" in line] == [
        "/api/course_home/course_metadata/$key",
        "/api/course_home/outline/$key",
    ]


def test_a_chain_is_as_many_waves_and_says_what_it_waits_for(shown: Shown) -> None:
    query = "query Credit($key: CourseKey!) { viewer { creditEligibility(course: $key) { deadline } } }"
    lines = shown(query, "session")
    assert lines[0].startswith("Credit (signed in by session): 2 calls in 2 waves")
    assert any("username={user/me: username}" in line and "course_key=$key" in line for line in lines)
    assert shown(query, "jwt")[0].startswith("Credit (signed in by jwt): 1 call in 1 wave")


def test_a_deferred_part_is_shown_with_its_own_endpoints(shown: Shown) -> None:
    query = """query Home($key: CourseKey!) {
      course(key: $key) { tabs { title } ... @defer(label: "grades") { progress { username } } }
    }"""
    lines = shown(query)
    assert any(line.endswith("first: course_home/course_metadata") for line in lines)
    assert any(line.endswith("grades, at course: course_home/progress") for line in lines)


def test_alternatives_are_shown_with_their_cost(shown: Shown) -> None:
    lines = shown("query Cards($key: CourseKey!) { course(key: $key) { title shortDescription } }")
    assert any("is read from" in line for line in lines)
    assert any("instead of" in line and "ms" in line for line in lines)


def test_fields_that_a_caller_may_not_see_are_named(shown: Shown) -> None:
    lines = shown("{ viewer { email isAuthenticated } }", "anonymous")
    assert "├─ not available to this caller: viewer.email" in lines
    assert "0 calls" in lines[0]


def test_a_mutation_is_a_write_followed_by_reads(shown: Shown) -> None:
    lines = shown(
        """mutation Goal($key: CourseKey!) {
          setCourseGoal(input: {course: $key, daysPerWeek: 3, subscribedToReminders: true}) { course { tabs { id } } }
        }"""
    )
    assert "2 calls in 2 waves" in lines[0]
    assert [word for line in lines for word in line.split() if word in {"GET", "POST"}] == ["POST", "GET"]


def test_variables_decide_how_many_calls_a_list_takes(shown: Shown) -> None:
    query = "query Cards($keys: [CourseKey!]!) { courses(keys: $keys) { tabs { id } } }"
    keys = [KEY.replace("DemoX", f"Demo{number}") for number in range(7)]
    assert shown(query, keys=keys)[0].startswith("Cards (signed in by jwt): 7 calls in 1 wave")
