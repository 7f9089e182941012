"""The LMS never receives more calls than an operation may make, counted at the LMS."""

from functools import partial

import pytest
from starlette.applications import Starlette

from gateway.app import create_app
from tests.conftest import settings_for
from tests.support.gateway import Gateway
from tests.support.lms import DemoLms
from tests.support.people import KEY, generated
from tests.support.servers import served

LIST = "/api/courses/v1/courses/"
METADATA = "/api/course_home/course_metadata/"
COURSES = "query($keys: [CourseKey!]!) { courses(keys: $keys) { title } }"


def unknown(count: int, run: str = "none") -> list[str]:
    return [f"course-v1:Nobody+Knows{index}+{run}" for index in range(count)]


@pytest.mark.parametrize("user", ["anonymous", "alex"])
def test_unknown_keys_cost_no_more_than_is_allowed(gateway: Gateway, user: str) -> None:
    query = """query($a: [CourseKey!]!, $b: [CourseKey!]!, $c: [CourseKey!]!, $known: [CourseKey!]!) {
      known: courses(keys: $known) { title }
      a: courses(keys: $a) { title } b: courses(keys: $b) { title } c: courses(keys: $c) { title }
    }"""
    variables = {name: unknown(100, name) for name in "abc"} | {"known": generated(20)}
    answer = gateway.ask(query, variables, user=user)
    assert len(answer.calls) == 150
    assert all(answer.data["known"]), "what could be asked is there"
    assert answer.data["a"] + answer.data["b"] + answer.data["c"] == [None] * 300
    # 320 keys are 6 lists; 144 of the 300 that they lack were asked for alone, the others are not said to be absent.
    assert answer.codes == ["QUERY_TOO_COMPLEX"] * 156
    assert answer.errors[0]["extensions"]["endpoint"] == "course_home/course_metadata"
    assert "150" in answer.errors[0]["message"]


def test_keys_that_the_list_lacks_are_asked_for_alone(gateway: Gateway) -> None:
    """A course need not be listed to be there: however it is asked for, it is the same."""
    answer = gateway.ask(COURSES, {"keys": [KEY, *unknown(2)]})
    assert [bool(course) for course in answer.sound()["courses"]] == [True, False, False]
    assert answer.paths == [*(METADATA + key for key in unknown(2)), LIST]


def test_a_list_that_lacks_a_course_is_no_proof_that_it_is_not_there(gateway: Gateway) -> None:
    gateway.lms.faults({METADATA: {"status": 500}})
    answer = gateway.ask(COURSES, {"keys": [KEY, *unknown(2)]})
    assert [bool(course) for course in answer.data["courses"]] == [True, False, False]
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"] * 2


def test_each_operation_has_its_own_budget_which_counts_cached_answers(lms: DemoLms) -> None:
    settings = settings_for(lms.url, max_calls=2, shared_cache_bytes=1 << 20)
    with served(lambda url: create_app(settings)) as url:
        gateway = Gateway(url, lms)
        for _ in range(3):
            answer = gateway.ask(COURSES, {"keys": [KEY, *unknown(4)]}, user="anonymous")
            assert answer.codes == ["QUERY_TOO_COMPLEX"] * 3
            assert len(answer.calls) <= 2
        gateway.close()


def test_writes_are_counted_and_estimated(lms: DemoLms) -> None:
    goal = "setCourseGoal(input: {course: $key, daysPerWeek: %d, subscribedToReminders: true})"
    parts = " ".join(f"w{days}: {goal % days} {{ course {{ tabs {{ id }} }} }}" for days in (3, 4))
    mutation = f"mutation($key: CourseKey!) {{ {parts} }}"
    for allowed, made in ((3, 0), (4, 4)):
        with served(partial(_gateway_of, lms, allowed)) as url:
            gateway = Gateway(url, lms)
            answer = gateway.ask(mutation, {"key": KEY})
            assert answer.codes == ([] if made else ["QUERY_TOO_COMPLEX"])
            assert len(answer.calls) == made
            gateway.close()


def _gateway_of(lms: DemoLms, max_calls: int, _: str) -> Starlette:
    return create_app(settings_for(lms.url, max_calls=max_calls))
