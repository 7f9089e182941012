"""A sequence or unit has the same data and id on every path: in the outline, by its key, and by `node`."""

from typing import Any

import pytest

from tests.support.gateway import Gateway
from tests.support.people import BOTANY, KEY

from .test_page import NAVIGATION, OPEN, OUTLINE, SEQUENCE

OF_OUTLINE = """isLocked complete resumeBlock hideFromToc due icon description effortTime effortActivities
  showLink webUrl accessible start effectiveStart"""
OF_OPEN = """format position nextUrl prevUrl bannerText isTimeLimited isProctored isHiddenAfterDue showCompletion
  savePosition excludeUnits navigationDisabled paywallHtml
  gatedContent { id gated prereqUrl prereqKey gatedSectionName }"""
UNIT = """__typename id key title complete type icon completion { id completed completable }
  graded bookmarked path containsContentTypeGatedContent isGated"""
BOTH = f"__typename id key title {OF_OUTLINE} {OF_OPEN} units {{ {UNIT} }}"
IN_OUTLINE = f"query($k: CourseKey!) {{ course(key: $k) {{ outline {{ sections {{ sequences {{ {BOTH} }} }} }} }} }}"
OPENED = f"query($k: CourseKey!, $s: UsageKey!) {{ course(key: $k) {{ sequence(key: $s) {{ {BOTH} }} }} }}"
Json = dict[str, Any]


def sequences(gateway: Gateway, user: str, key: str) -> list[Json]:
    outline = gateway.ask(IN_OUTLINE, {"k": key}, user=user, scheme="session").sound()["course"]["outline"]
    return [sequence for section in outline["sections"] for sequence in section["sequences"]]


@pytest.mark.parametrize("key", [KEY, BOTANY])
@pytest.mark.parametrize("user", ["alex", "sam", "taylor"])
def test_the_outline_and_the_open_sequence_have_the_same_values(gateway: Gateway, user: str, key: str) -> None:
    listed = sequences(gateway, user, key)
    assert any("Question" in one["title"] for one in listed)
    for one in listed:
        given = {"k": key, "s": one["key"]}
        shown = gateway.ask(OPENED, given, user=user, scheme="session").sound()["course"]["sequence"]
        if one["isLocked"]:  # the navigation lacks its units, the open sequence has them
            assert (one.pop("units"), [unit["isGated"] for unit in shown.pop("units")][:1]) == ([], [True])
        assert shown == one


def test_each_answer_is_asked_for_once(gateway: Gateway) -> None:
    query = IN_OUTLINE.replace("outline {", f'sequence(key: "{SEQUENCE}") {{ {BOTH} }} outline {{')
    paths = gateway.ask(query, {"k": KEY}, scheme="session").paths
    assert len(paths) == len(set(paths))
    opened = [path for path in paths if path.startswith("/api/courseware/sequence/")]
    assert set(opened) == {f"/api/courseware/sequence/{one['key']}" for one in sequences(gateway, "alex", KEY)}


@pytest.mark.parametrize("user", ["alex", "anonymous"])
def test_only_a_graded_sequence_that_is_asked_alone_needs_the_outline_for_its_name(gateway: Gateway, user: str) -> None:
    query = "query($k: CourseKey!, $s: UsageKey!) { course(key: $k) { sequence(key: $s) { title format } } }"
    for one in sequences(gateway, "alex", KEY):
        answer = gateway.ask(query, {"k": KEY, "s": one["key"]}, user=user)
        if answer.data["course"] is None or answer.data["course"]["sequence"] is None:
            continue
        trees = [path for path in answer.paths if path in {NAVIGATION, OUTLINE}]
        assert len(trees) == (one["format"] is not None)
        assert user == "anonymous" or answer.data["course"]["sequence"]["title"] == one["title"]


def test_the_name_of_the_open_sequence_stays_when_no_outline_has_it(gateway: Gateway) -> None:
    body = gateway.lms.rest(f"/api/courseware/sequence/{SEQUENCE}", "alex").body
    gateway.lms.faults({NAVIGATION: {"status": 500}, OUTLINE: {"status": 500}})
    query = "query($k: CourseKey!, $s: UsageKey!) { course(key: $k) { isStaff sequence(key: $s) { title key } } }"
    answer = gateway.ask(query, {"k": KEY, "s": SEQUENCE})
    assert answer.sound()["course"]["sequence"] == {"title": body["display_name"], "key": SEQUENCE}


def test_a_failed_call_for_one_field_costs_that_field(gateway: Gateway) -> None:
    gateway.lms.faults({OPEN: {"status": 500}})
    query = "query($k: CourseKey!) { course(key: $k) { outline { sections { sequences { key position } } } } }"
    answer = gateway.ask(query, {"k": KEY})
    listed = [one for section in answer.data["course"]["outline"]["sections"] for one in section["sequences"]]
    assert {one["key"] for one in listed} >= {SEQUENCE}
    assert [error["path"][-1] for error in answer.errors] == ["position"]
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]

    gateway.lms.faults({OUTLINE: {"status": 500}, NAVIGATION: {"status": 500}})
    query = "query($k: CourseKey!, $s: UsageKey!) { course(key: $k) { isStaff sequence(key: $s) { key due } } }"
    answer = gateway.ask(query, {"k": KEY, "s": SEQUENCE})
    assert answer.data["course"]["sequence"] == {"key": SEQUENCE, "due": None}
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]


def test_the_navigation_that_fails_is_replaced_by_the_outline(gateway: Gateway) -> None:
    query = "query($k: CourseKey!, $s: UsageKey!) { course(key: $k) { isStaff sequence(key: $s) { due complete } } }"
    sound = gateway.ask(query, {"k": KEY, "s": SEQUENCE}).sound()
    gateway.lms.faults({NAVIGATION: {"status": 500}})
    assert gateway.ask(query, {"k": KEY, "s": SEQUENCE}).sound() == sound


@pytest.mark.parametrize(
    "field", ["position", "gatedContent { gated }", "units { bookmarked }", "units { completion { id } }"]
)
def test_fields_that_others_do_not_have_are_refused_without_a_call(gateway: Gateway, field: str) -> None:
    query = f"""query($k: CourseKey!) {{ course(key: $k) {{
      outline(asUser: "sam") {{ sections {{ sequences {{ key {field} }} }} }}
    }} }}"""
    answer = gateway.ask(query, {"k": KEY}, user="taylor")
    assert answer.codes == ["BAD_USER_INPUT"]
    assert "/api/courses/v2/blocks/" not in answer.paths


def test_others_have_records_of_their_own(gateway: Gateway) -> None:
    fields = "id sections { id sequences { id units { id complete } } }"
    both = f'outline {{ {fields} }} sams: outline(asUser: "sam") {{ {fields} }}'
    query = f"query($k: CourseKey!) {{ course(key: $k) {{ {both} }} }}"
    course = gateway.ask(query, {"k": KEY}, user="taylor").sound()["course"]

    def ids(outline: Json) -> set[str]:
        sections = outline["sections"]
        below = [one for section in sections for one in section["sequences"]]
        units = [unit for one in below for unit in one["units"] or ()]
        return {one["id"] for one in (outline, *sections, *below, *units)}

    assert len(ids(course["outline"])) > 20
    assert not ids(course["outline"]) & ids(course["sams"])
