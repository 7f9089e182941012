"""A failed call produces one error, in single and in incremental responses, with the right path."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from gateway.app import create_app
from tests.conftest import settings_for
from tests.support.gateway import Gateway
from tests.support.lms import DemoLms
from tests.support.parts import Assembly
from tests.support.people import KEY, sign_in
from tests.support.servers import served

OTHER = "course-v1:edX+DemoX+DemoCourse2"


@pytest.fixture(scope="module", params=[True, False], ids=["compiled", "not compiled"])
def _either(request: pytest.FixtureRequest, lms_url: str, _lms: DemoLms) -> Iterator[Gateway]:
    with served(lambda url: create_app(settings_for(lms_url, compile=request.param))) as url:
        gateway = Gateway(url, _lms)
        yield gateway
        gateway.close()


@pytest.fixture
def either(_either: Gateway, lms: DemoLms) -> Gateway:
    """A gateway that compiles, and one that does not."""
    return _either


def errors_of_parts(gateway: Gateway, query: str, **sign: str) -> list[dict[str, Any]]:
    """The errors of all parts, in the order in which they come."""
    headers = {**sign_in(**{"user": "alex", **sign}), "accept": "multipart/mixed"}
    reply = gateway.http.post("/graphql", json={"query": query}, headers=headers)
    if reply.headers["content-type"].startswith("application/json"):
        return list(reply.json()["errors"])
    parts = [json.loads(part.partition(b"\r\n\r\n")[2]) for part in reply.content.split(b"\r\n---")[1:-1]]
    assembly = Assembly(parts[0])
    found = list(parts[0].get("errors", ()))
    for part in parts[1:]:
        assembly.add(part)
        for entry in (*part.get("incremental", ()), *part.get("completed", ())):
            assert entry.get("errors", [0])
            found += entry.get("errors", ())
    assert assembly.ended
    return found


def paths_and_codes(errors: list[dict[str, Any]]) -> list[tuple[str, str]]:
    assert all(error["extensions"]["requestId"] and error["locations"] for error in errors)
    return [(".".join(map(str, error["path"])), error["extensions"]["code"]) for error in errors]


BROKEN = {"/api/user/v1/accounts": {"status": 500}, "/api/course_home/dates": {"status": 500}}
GONE = "UPSTREAM_UNAVAILABLE"

C = f'course(key: "{KEY}")'
DATES = "dates { blocks { title } }"
CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "fields of one object": (
        '{ viewer { ... @defer { bio } ... @defer(label: "two") { country } } }',
        [("viewer.bio", GONE)],
    ),
    "first and later": (
        '{ viewer { name email ... @defer { bio } ... @defer(label: "two") { country } } }',
        [("viewer.name", GONE)],
    ),
    "two aliases": (f"{{ b: {C} {{ {DATES} }} a: {C} {{ {DATES} }} }}", [("b.dates", GONE)]),
    "an alias later": (
        f"{{ b: {C} {{ title ... @defer {{ {DATES} }} }} a: {C} {{ {DATES} }} }}",
        [("a.dates", GONE)],
    ),
    "a stream": (f'{{ courses(keys: ["{KEY}", "{KEY}"]) @stream {{ key {DATES} }} }}', [("courses.0.dates", GONE)]),
    "parts within parts": (
        f'{{ {C} {{ key ... @defer {{ {DATES} ... @defer(label: "in") {{ again: {DATES} }} }} }} }}',
        [("course.dates", GONE)],
    ),
    "two calls": (
        f"{{ viewer {{ name ... @defer {{ bio }} }} {C} {{ key ... @defer {{ {DATES} }} }} }}",
        [("viewer.name", GONE), ("course.dates", GONE)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_failed_call_is_one_error(either: Gateway, name: str) -> None:
    query, expected = CASES[name]
    either.lms.faults(BROKEN)
    assert paths_and_codes(errors_of_parts(either, query)) == expected
    if name == "an alias later":  # what is first depends on what is delivered first
        expected = [("b.dates", GONE)]
    assert sorted(paths_and_codes(either.ask(query).errors)) == sorted(expected)


def test_an_error_is_at_the_first_field_in_the_order_of_the_query(either: Gateway) -> None:
    either.lms.faults({"/api/user/v1/me": {"status": 500, "latency_ms": 50}})
    query = "{ viewer { username name } me: viewer { username } }"
    for _ in range(5):
        errors = either.ask(query, scheme="session").errors
        assert paths_and_codes(errors) == [("viewer.username", GONE)]


def test_calls_of_different_courses_are_different_calls(either: Gateway) -> None:
    either.lms.faults(BROKEN)
    answer = either.ask(
        f"{{ viewer {{ enrollments(first: 3) {{ edges {{ node {{ course {{ key {DATES} }} }} }} }} }} }}"
    )
    assert len(answer.errors) == len([call for call in answer.calls if "/dates/" in call.path]) == 3


def test_a_sign_in_that_is_missing_is_asked_for_once(either: Gateway) -> None:
    progress = "progress { username }"
    query = f'{{ {C} {{ title ... @defer {{ {progress} }} ... @defer(label: "b") {{ more: {progress} }} }} }}'
    assert paths_and_codes(errors_of_parts(either, query, user="anonymous")) == [("course.progress", "UNAUTHENTICATED")]


LITERALS = {
    '{ course(key: "x") { title } }': (1, 15),
    f'{{ courses(keys: ["{KEY}",\n "x"]) {{ title }} }}': (2, 2),
    """mutation { setCourseGoal(
 input: {subscribedToReminders: true, daysPerWeek: 9, course: "c"}) { userErrors { code } } }""": (2, 63),
    'query ($k: [CourseKey!]! = ["a"]) { courses(keys: $k) { title } }': (1, 29),
    f"{{ courses(keys: [{','.join(['1'] * 101)}]) {{ title }} }}": (1, 17),
    f'{{ courses(keys: ["{KEY}"])\n @stream(initialCount: -1) {{ title }} }}': (2, 10),
    "{ viewer {\n enrollments(first: 500) { totalCount } } }": (2, 2),
    '{ viewer {\n enrollments(after: "x") { totalCount } } }': (2, 2),
    '{ node(id: "nonsense") { id } }': (1, 3),
    f'{{ course(key: "{KEY}") {{\n blocks(types: [""]) {{ key }} }} }}': (2, 2),
}


@pytest.mark.parametrize("query", LITERALS)
def test_bad_input_in_the_document_has_its_place(either: Gateway, query: str) -> None:
    [error] = either.ask(query).errors
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    line, column = LITERALS[query]
    assert error["locations"] == [{"line": line, "column": column}]


VARIABLES: dict[str, dict[str, Any]] = {
    "query ($k: CourseKey!) { course(key: $k) { title } }": {"k": "x"},
    "query ($k: [CourseKey!]!) { courses(keys: $k) { title } }": {"k": [KEY, "x"]},
    "query ($k: Boolean = true) { viewer { name @skip(if: $k) } }": {"k": None},
    f'query ($k: Int) {{ courses(keys: ["{KEY}"]) @stream(initialCount: $k) {{ title }} }}': {"k": -1},
    "mutation ($k: SetCourseGoalInput!) { setCourseGoal(input: $k) { userErrors { code } } }": {"k": {"course": 1}},
}


@pytest.mark.parametrize("query", VARIABLES)
def test_bad_input_in_a_variable_has_its_place(either: Gateway, query: str) -> None:
    errors = either.ask(query, VARIABLES[query]).errors
    assert errors
    assert all(error["extensions"]["code"] == "BAD_USER_INPUT" for error in errors)
    assert all(error["locations"] == [{"line": 1, "column": query.index("$k") + 1}] for error in errors)
