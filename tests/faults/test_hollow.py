"""An answer that lacks the requested data: the next source is used, in compiled and in ordinary execution."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.changed import ask, changed
from tests.support.lms import DemoLms
from tests.support.people import KEY, generated

BOTH_WAYS = pytest.mark.parametrize("compiled", [True, False], ids=["compiled", "ordinary"])
TITLE = "Urban Beekeeping"
ROOT = {"type": "course", "id": "c"}
MAPS: list[Any] = [
    *({}, {"c": ROOT}, {"c": {**ROOT, "display_name": None}}, {"c": {**ROOT, "display_name": ""}}),
    *({"s": {"type": "chapter", "display_name": "no course"}}, None, [], ""),
]
"""Maps of blocks that do not name the course."""


@BOTH_WAYS
@pytest.mark.parametrize(
    ("place", "around", "field"),
    [
        ("/outline/", lambda blocks: {"course_blocks": {"blocks": blocks}}, "hasEnded handoutsHtml"),
        ("/outline/", lambda blocks: {"course_blocks": blocks}, "hasEnded handoutsHtml"),
        ("/navigation/", lambda blocks: {"blocks": blocks}, "hasEnded outline { sections { sequences { icon } } }"),
    ],
    ids=["blocks", "course_blocks", "navigation"],
)
def test_a_title_that_is_not_in_the_blocks_is_asked_elsewhere(
    lms: DemoLms, place: str, around: Callable[[Any], dict[str, Any]], field: str, compiled: bool
) -> None:
    blocks: Any = None

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        return {**body, **around(blocks)} if place in path else body

    query = f'{{ course(key: "{KEY}") {{ title {field} }} }}'
    with changed(lms, change, compile=compiled) as client:
        for blocks in MAPS:
            answer = ask(client, query)
            assert answer["data"]["course"]["title"] == TITLE, blocks
            assert answer["data"]["course"]["hasEnded"] is False


LEFT_OUT = {
    "title": ("title isStaff number", "/course_metadata/"),
    "start": ("start tabs { id }", "/course_metadata/"),
    "pacing": ("isSelfPaced canViewCertificate", "/course_metadata/"),
    "catalogue": ("effort hidden overviewHtml shortDescription", "/courses/v1/courses/"),
    "picture": ("cardImageUrl overviewHtml", "/courses/v1/courses/"),
    "dates": ("end enrollmentEnd mobileAvailable", "/courses/v1/courses/"),
}
"""A selection, and the view whose answer is empty."""
TOLD = {"title", "number", "start", "isSelfPaced", "effort", "shortDescription", "cardImageUrl", "end"}
"""Fields that other endpoints have too."""


@BOTH_WAYS
@pytest.mark.parametrize("name", LEFT_OUT)
def test_a_value_that_an_answer_lacks_is_read_elsewhere(lms: DemoLms, name: str, compiled: bool) -> None:
    """An empty object in place of the answer: fields that others have too are as before."""
    selected, place = LEFT_OUT[name]
    query = f'{{ course(key: "{KEY}") {{ {selected} }} }}'
    empty = False

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        if not empty or place not in path:
            return body
        row = {"media": {}, "id": KEY, "course_id": KEY}
        return {**body, "results": [row]} if "results" in body else row if "v1/courses/" in path else {}

    with changed(lms, change, compile=compiled) as client:
        sound = ask(client, query)["data"]["course"]
        empty = True
        course = ask(client, query)["data"]["course"]
    fields = TOLD & course.keys()
    assert fields
    assert {field: course[field] for field in fields} == {field: sound[field] for field in fields}
    assert None not in {sound[field] for field in fields}


@BOTH_WAYS
def test_a_null_in_the_place_of_the_value_is_the_value(lms: DemoLms, compiled: bool) -> None:
    """No further call is made for it."""

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        return {**body, "effort": None, "short_description": ""} if "/courses/v1/courses/" in path else body

    with changed(lms, change, compile=compiled) as client:
        lms.forget()
        answer = ask(client, f'{{ course(key: "{KEY}") {{ effort shortDescription overviewHtml }} }}')
    assert answer["data"]["course"] | {"overviewHtml": ""} == {
        "effort": None,
        "shortDescription": "",
        "overviewHtml": "",
    }
    assert len(lms.calls()) == 1


@BOTH_WAYS
def test_rows_of_a_list_lack_each_for_itself(lms: DemoLms, compiled: bool) -> None:
    """One row of the catalogue's list leaves out the title; the other courses cost no further call."""
    keys = [KEY, *generated(3)]

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        if path.endswith("/courses/"):
            bare = {"course_id": KEY, "id": KEY}
            body["results"] = [row if row["course_id"] != KEY else bare for row in body["results"]]
        return body

    listed = ", ".join(f'"{key}"' for key in keys)
    with changed(lms, change, compile=compiled) as client:
        lms.forget()
        answer = ask(client, f"{{ courses(keys: [{listed}]) {{ key title }} }}")
    assert "errors" not in answer
    titles = [course["title"] for course in answer["data"]["courses"]]
    assert titles == [TITLE, *(f"Generated Course {number}" for number in (1, 2, 3))]
    assert len(lms.calls()) == 2


@BOTH_WAYS
def test_where_the_next_source_fails_that_is_an_error(lms: DemoLms, compiled: bool) -> None:
    """Never a null without a word."""

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        return {**body, "course_blocks": {"blocks": {}}} if "/outline/" in path else body

    others = ("course_home/course_metadata", "courses/v1", "courseware", "learning_sequences", "course_home/v1")
    with changed(lms, change, compile=compiled) as client:
        lms.faults({f"/api/{path}": {"status": 500} for path in others})
        answer = ask(client, f'{{ course(key: "{KEY}") {{ title hasEnded }} }}')
    assert answer["data"]["course"] == {"title": None, "hasEnded": False}
    assert [error["path"] for error in answer["errors"]] == [["course", "title"]]
