"""A failed call does not slow down the rows of a large response: they still use the compiled projection."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from gateway.app import create_app
from loaders.answer import Answer
from loaders.shapes import Decode
from resolvers.output.bounded import BoundedExecutor
from resolvers.output.projection import fallbacks
from tests.conftest import settings_for
from tests.faults.law import lasting
from tests.operations.catalogue import text_of
from tests.support.lms import DemoLms
from tests.support.parts import Assembly
from tests.support.people import HIDDEN, KEY, PUBLIC, sign_in
from tests.support.servers import served

ROWS = "outline { sections { title sequences { key title accessible complete due } } }"
FAULTS: dict[str, tuple[str, str, str, dict[str, Any]]] = {
    # user, course, fields, faults
    "forbidden": ("alex", KEY, f"{ROWS} assignmentTypePolicies {{ assignmentType }}", {}),
    "visitor": ("anonymous", PUBLIC, f"{ROWS} dates {{ userTimezone }}", {}),
    "failed": ("alex", KEY, f"{ROWS} progress {{ username }}", {"/api/course_home/progress": {"status": 500}}),
    "joined": ("alex", KEY, ROWS, {"/api/learning_sequences": {"status": 503}}),
    "missing": ("alex", KEY, f"{ROWS} overviewHtml effort", {"/api/courses/v1/courses": {"status": 404}}),
    "replaced": ("alex", KEY, f"{ROWS} title org", {"/api/course_home/course_metadata": {"status": 500}}),
    "unlisted": ("taylor", HIDDEN, f"{ROWS} title effort", {}),
}


@pytest.fixture
def executed(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often a field was executed one by one, by the type it belongs to."""
    counted: Counter[str] = Counter()
    ordinary = BoundedExecutor.execute_field

    def execute_field(self: Any, parent_type: Any, *arguments: Any) -> Any:
        counted[parent_type.name] += 1
        return ordinary(self, parent_type, *arguments)

    monkeypatch.setattr(BoundedExecutor, "execute_field", execute_field)
    return counted


@pytest.fixture(scope="module")
def compiling(lms_url: str) -> Iterator[httpx.Client]:
    with served(lambda _: create_app(settings_for(lms_url))) as url, httpx.Client(base_url=url, timeout=30) as client:
        yield client


@pytest.fixture(scope="module")
def ordinary(lms_url: str) -> Iterator[httpx.Client]:
    settings = settings_for(lms_url, compile=False)
    with served(lambda _: create_app(settings)) as url, httpx.Client(base_url=url, timeout=30) as client:
        yield client


def ask(client: httpx.Client, user: str, query: str) -> dict[str, Any]:
    body: dict[str, Any] = client.post("/graphql", json={"query": query}, headers=sign_in(user)).json()
    for error in body.get("errors", ()):
        del error["extensions"]["requestId"]
    return body


@pytest.mark.parametrize("name", FAULTS)
def test_rows_stay_compiled(
    lms: DemoLms, compiling: httpx.Client, ordinary: httpx.Client, executed: Counter[str], name: str
) -> None:
    """The same answer, message by message, and no row's field executed by itself."""
    user, key, fields, faults = FAULTS[name]
    query = f'{{ course(key: "{key}") {{ {fields} }} }}'
    lms.faults(faults)
    expected = ask(ordinary, user, query)
    assert executed["Sequence"]
    executed.clear()
    assert ask(compiling, user, query) == expected
    assert expected["data"]["course"]["outline"]["sections"][0]["sequences"]
    assert not executed.keys() & {"Outline", "Section", "Sequence"}


def test_a_failure_of_rows_is_reported_once(lms: DemoLms, compiling: httpx.Client, executed: Counter[str]) -> None:
    """At the first row; all others are null."""
    lms.faults({"/api/learning_sequences": {"status": 503}})
    answer = ask(compiling, "alex", f'{{ course(key: "{KEY}") {{ a: {ROWS} b: {ROWS} }} }}')
    (error,) = answer["errors"]
    assert error["path"] == ["course", "a", "sections", 0, "sequences", 0, "accessible"]
    assert error["locations"]
    rows = [row for section in answer["data"]["course"]["b"]["sections"] for row in section["sequences"]]
    assert {row["accessible"] for row in rows} == {None}
    assert len(rows) > 3


def test_courses_of_a_list_fail_each_for_itself(lms: DemoLms, compiling: httpx.Client, ordinary: httpx.Client) -> None:
    """The courses of all rows are requested together; their errors are at the rows."""
    query = (
        "{ viewer { courseRoles { role course { title isStaff hasEnded } } certificates { course { title start } } } }"
    )
    for path in ("/api/course_home/course_metadata", "/api/courses/v1/courses", "/api/course_home/outline"):
        for status in (403, 404, 500):
            lms.faults({path: {"status": status}})
            for user in ("alex", "taylor"):
                assert ask(compiling, user, query) == ask(ordinary, user, query)


def test_a_field_in_parts_leaves_other_objects_compiled(
    lms: DemoLms, compiling: httpx.Client, executed: Counter[str]
) -> None:
    """A field that comes in parts, or has calls of its own far below, leaves the other objects compiled."""
    query = f'{{ course(key: "{KEY}") {{ tabs @stream(initialCount: 1) {{ id url }} {ROWS} }} }}'
    headers = {**sign_in("alex"), "accept": "multipart/mixed, application/json"}
    content = compiling.post("/graphql", json={"query": query}, headers=headers).content
    first, *others = [json.loads(part.partition(b"\r\n\r\n")[2]) for part in content.split(b"\r\n---")[1:-1]]
    assembly = Assembly(first)
    for part in others:
        assembly.add(part)
    assert len(assembly.data["course"]["tabs"]) > 2
    assert assembly.data["course"]["outline"]["sections"]
    assert set(executed) <= {"Query", "Course"}


PAGES = {
    "home": ("pages/course_home:CourseHomePage", ("course_home/course_metadata", "course_home/outline")),
    "dates": ("pages/dates:DatesPage", ("course_home/course_metadata", "course_home/dates")),
    "progress": ("pages/progress:ProgressPage", ("course_home/course_metadata", "course_home/progress")),
}


@pytest.mark.parametrize(
    ("page", "endpoint"), [(page, endpoint) for page, (_, failing) in PAGES.items() for endpoint in failing]
)
def test_a_page_stays_compiled_when_an_endpoint_fails(
    lms: DemoLms, compiling: httpx.Client, ordinary: httpx.Client, page: str, endpoint: str
) -> None:
    """A bad day of one endpoint costs its fields and other calls, not the projection."""
    body = {"query": text_of(PAGES[page][0]), "variables": {"key": KEY}}
    lms.faults({f"/api/{endpoint}": {"status": 500}})
    ordinary.post("/graphql", json=body, headers=sign_in("alex"))  # the first reader of the day takes the streak
    answers = []
    for client in (ordinary, compiling):
        fallbacks.clear()
        answers.append(client.post("/graphql", json=body, headers=sign_in("alex")).json())
    assert lasting(answers[0]["data"]) == lasting(answers[1]["data"])
    assert [error["path"] for error in answers[0]["errors"]] == [error["path"] for error in answers[1]["errors"]]
    assert not fallbacks


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often an answer was decoded again after its JSON was checked, by endpoint."""
    counted: Counter[str] = Counter()
    decoded, level = Answer.decoded, vars(Answer)["level"].fget

    def decoded_counted(self: Answer, decode: Decode) -> Any:
        counted[self.endpoint.name] += decode not in self._shapes
        return decoded(self, decode)

    def level_counted(self: Answer) -> Any:
        counted[self.endpoint.name] += self._level is None
        return level(self)

    monkeypatch.setattr(Answer, "decoded", decoded_counted)
    monkeypatch.setattr(Answer, "level", property(level_counted))
    return counted


@pytest.mark.parametrize("failing", [None, "course_home/course_metadata", "course_home/outline"])
def test_a_page_decodes_each_answer_once(
    lms: DemoLms, compiling: httpx.Client, read_again: Counter[str], failing: str | None
) -> None:
    """Its document knows how it reads them from the requests before, on a good and on a bad day."""
    body = {"query": text_of(PAGES["home"][0]), "variables": {"key": KEY}}
    for faults in ({}, {f"/api/{failing}": {"status": 500}} if failing else {}):
        lms.faults(faults)
        for _ in range(3):
            read_again.clear()
            answer = compiling.post("/graphql", json=body, headers=sign_in("alex")).json()
            assert answer["data"]["course"]["outline"]["sections"]
        assert not +read_again
