"""The viewer's last position: one object, whichever of its fields are selected."""

from collections.abc import Iterator

import pytest

from gateway.app import create_app
from tests.conftest import settings_for
from tests.support.gateway import Gateway
from tests.support.ids import global_id
from tests.support.lms import DemoLms
from tests.support.people import CODE, GATED, KEY, NOT_STARTED, PUBLIC, UNKNOWN
from tests.support.servers import served

SELECTED = ("hasVisitedCourse", "url", "block { key }", "unit { key }", "hasVisitedCourse section { key }")
OUTLINE = "/api/course_home/outline/"
ONE = "query($k: CourseKey!) { course(key: $k) { resume { id %s } } }"


@pytest.fixture(scope="module", params=[True, False], ids=["compiled", "ordinary"])
def either_url(request: pytest.FixtureRequest, lms_url: str) -> Iterator[str]:
    with served(lambda url: create_app(settings_for(lms_url, compile=request.param))) as url:
        yield url


@pytest.fixture
def either(either_url: str, lms: DemoLms) -> Iterator[Gateway]:
    gateway = Gateway(either_url, lms)
    yield gateway
    gateway.close()


@pytest.mark.parametrize("user", ["alex", "sam", "jordan", "morgan", "taylor"])
def test_it_is_there_by_every_field(either: Gateway, user: str) -> None:
    for key in (KEY, GATED, NOT_STARTED, CODE, PUBLIC):
        for fields in SELECTED:
            course = either.ask(ONE % fields, {"k": key}, user=user).sound()["course"]
            assert course["resume"]["id"] == global_id("Resume", key), (key, fields)


def test_it_is_empty_where_the_course_is_closed(either: Gateway) -> None:
    fields = "hasVisitedCourse url block { key } section { key } unit { key }"
    found = either.ask(ONE % fields, {"k": GATED}).sound()["course"]["resume"]
    assert {value for name, value in found.items() if name != "id"} == {None}
    alone = either.ask(ONE % "hasVisitedCourse", {"k": GATED})
    assert alone.sound()["course"]["resume"] == {"id": found["id"], "hasVisitedCourse": None}


def test_it_is_null_for_a_call_that_failed(either: Gateway) -> None:
    either.lms.faults({OUTLINE: {"status": 500}})
    answer = either.ask("query($k: CourseKey!) { course(key: $k) { title resume { id url } } }", {"k": KEY})
    assert answer.data["course"]["resume"] is None
    assert (answer.codes, answer.errors[0]["path"]) == (["UPSTREAM_UNAVAILABLE"], ["course", "resume"])


def test_node_finds_it_where_the_course_is(either: Gateway) -> None:
    query = "query($i: ID!) { node(id: $i) { id ... on Resume { url } } }"
    for key, there in ((KEY, True), (GATED, True), (UNKNOWN, False)):
        made = global_id("Resume", key)
        node = either.ask(query, {"i": made}).sound()["node"]
        assert (node is not None and node["id"] == made) is there, key
