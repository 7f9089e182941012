"""Fields that one endpoint refuses, but that others have."""

from typing import Any

import pytest

from tests.operations.catalogue import text_of
from tests.support.gateway import Answer, Gateway
from tests.support.lms import waves
from tests.support.people import ARCHIVED, GATED, HIDDEN, KEY, NOT_STARTED, PUBLIC, UNKNOWN

HOME = "/api/course_home"
COURSEWARE = "/api/courseware/course"
CATALOG = "/api/courses/v1/courses"

REFUSED = [("alex", NOT_STARTED), ("alex", GATED), ("sam", ARCHIVED)]
TOLD_BY_BOTH = (
    "accessExpiration { expirationDate }",
    "goals { weeklyLearningGoalEnabled }",
    "certificate { status }",
    "userHasPassingGrade",
    "enrollment { isActive mode }",
)
"""Fields of the outline's answer that another one has too."""


def ask(gateway: Gateway, selection: str, key: str, user: str) -> Answer:
    gateway.lms.reset()
    return gateway.ask(f"query($key: CourseKey!) {{ course(key: $key) {{ {selection} }} }}", {"key": key}, user=user)


def course(gateway: Gateway, selection: str, key: str, user: str) -> Any:
    return ask(gateway, selection, key, user).sound()["course"]


@pytest.mark.parametrize(("user", "key"), REFUSED)
def test_another_selected_field_hides_no_value_of_another_endpoint(gateway: Gateway, user: str, key: str) -> None:
    for selection in TOLD_BY_BOTH:
        alone = course(gateway, selection, key, user)
        together = course(gateway, f"{selection} handoutsHtml", key, user)
        assert together == {**alone, "handoutsHtml": None}, selection
        assert None not in alone.values() or (key, selection[:6]) == (GATED, "access")


def test_fields_of_a_projecting_endpoint_that_was_asked_already_are_added(gateway: Gateway) -> None:
    answer = ask(gateway, "license effort tools { url } userHasPassingGrade", NOT_STARTED, "alex")
    assert answer.sound()["course"] == {
        "license": None,
        "effort": "3 hours",
        "tools": None,
        "userHasPassingGrade": False,
    }
    asked = [call.query for call in answer.calls if call.path == f"{COURSEWARE}/{NOT_STARTED}"]
    assert asked == ["requested_fields=effort,license", "requested_fields=user_has_passing_grade"]


def test_failure_of_the_second_source_is_reported(gateway: Gateway) -> None:
    gateway.lms.faults({COURSEWARE: {"status": 500}})
    query = "query($key: CourseKey!) { course(key: $key) { title handoutsHtml userHasPassingGrade } }"
    answer = gateway.ask(query, {"key": NOT_STARTED})
    assert answer.data["course"]["title"] == "Statistics & Data"
    assert [error["path"] for error in answer.errors] == [["course", "userHasPassingGrade"]]
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]


def test_people_without_enrolment_get_the_banner_from_the_outline(gateway: Gateway) -> None:
    alone = course(gateway, "datesBanner { missedDeadlines }", KEY, "jordan")
    assert alone == {"datesBanner": {"missedDeadlines": False}}
    together = course(gateway, "datesBanner { missedDeadlines } learnerIsFullAccess hasEnded", KEY, "jordan")
    assert together == {**alone, "learnerIsFullAccess": None, "hasEnded": False}


def test_refused_page_takes_one_more_wave_and_asks_no_endpoint_with_the_same_preconditions(gateway: Gateway) -> None:
    gateway.lms.hold(2, 1)
    answer = gateway.ask(text_of("pages/course_home:CourseHomePage"), {"key": NOT_STARTED})
    answer.sound()
    assert waves(answer.calls) == [
        [f"{HOME}/course_metadata/{NOT_STARTED}", f"{HOME}/outline/{NOT_STARTED}"],
        [f"{COURSEWARE}/{NOT_STARTED}"],
    ]


@pytest.mark.parametrize(("user", "key"), REFUSED)
def test_lowest_passing_grade_is_the_dashboards_where_the_progress_is_closed(
    gateway: Gateway, user: str, key: str
) -> None:
    alone = course(gateway, "minPassingGrade", key, user)
    assert alone["minPassingGrade"] > 0
    assert course(gateway, "minPassingGrade progress { username }", key, user) == {**alone, "progress": None}


def test_dashboard_without_the_course_hides_no_value_of_other_endpoints(gateway: Gateway) -> None:
    selection = "homeUrl minPassingGrade enrollment { isActive gradeData { isPassing } }"
    shown = course(gateway, selection, KEY, "taylor")
    assert shown["homeUrl"].endswith("/home")
    assert shown["minPassingGrade"] == course(gateway, "minPassingGrade", KEY, "alex")["minPassingGrade"]
    assert shown["enrollment"] is None


def test_unlisted_blocks_of_an_answer_hide_nothing_else_in_it(gateway: Gateway) -> None:
    """The outline of a private course has no blocks for a visitor, so its title has to come from elsewhere."""
    shown = course(gateway, "title enrollAlert { canEnroll }", KEY, "anonymous")
    assert shown == {"title": "Urban Beekeeping", "enrollAlert": {"canEnroll": True}}


TREE = "title outline { sections { title sequences { key title } } }"


def test_visitor_reads_the_outline_of_a_public_course(gateway: Gateway) -> None:
    answer = ask(gateway, TREE, PUBLIC, "anonymous")
    assert answer.sound()["course"]["outline"]["sections"][0]["sequences"][0]["title"] == "Intro"
    assert answer.paths == [f"{HOME}/outline/{PUBLIC}"]


def test_units_of_a_public_course_cost_a_visitor_one_error(gateway: Gateway) -> None:
    answer = ask(gateway, TREE.replace("key title", "key title units { title }"), PUBLIC, "anonymous")
    (section,) = answer.data["course"]["outline"]["sections"]
    assert section["sequences"][0]["title"] == "Intro"
    assert section["sequences"][0]["units"] is None
    assert answer.codes == ["UNAUTHENTICATED"]


def test_visitor_keeps_the_outline_on_the_unit_page_of_a_public_course(gateway: Gateway) -> None:
    sequence = "block-v1:OpenedX+PubX+2026+type@sequential+block@s1"
    variables = {"key": PUBLIC, "sequence": sequence}
    answer = gateway.ask(text_of("pages/courseware:CoursewarePage"), variables, user="anonymous")
    (section,) = answer.data["course"]["outline"]["sections"]
    assert [shown["key"] for shown in section["sequences"]] == [sequence]
    assert answer.data["course"]["sequence"]["units"]
    assert set(answer.codes) == {"UNAUTHENTICATED"}


@pytest.mark.parametrize("user", ["alex", "sam", "jordan", "anonymous"])
@pytest.mark.parametrize(
    "selection", ["hasEnded", "welcomeMessageHtml", "outline { sections { title } }", "tools { url } hasEnded"]
)
def test_hidden_course_is_there_whatever_is_selected(gateway: Gateway, user: str, selection: str) -> None:
    shown = course(gateway, selection, HIDDEN, user)
    assert shown is not None
    assert set(shown.values()) == {None}
    assert course(gateway, f"title {selection}", HIDDEN, user) == {"title": "Hidden", **shown}


@pytest.mark.parametrize("selection", ["learnerIsFullAccess", "progress { username }", "dates { blocks { title } }"])
def test_hidden_course_is_there_when_its_learner_pages_are_not(gateway: Gateway, selection: str) -> None:
    shown = course(gateway, selection, HIDDEN, "alex")
    assert list(shown.values()) == [None]


@pytest.mark.parametrize("selection", ["hasEnded", "progress { username }", "title", "access { hasAccess }"])
def test_unknown_course_is_null_whatever_is_selected(gateway: Gateway, selection: str) -> None:
    assert course(gateway, selection, UNKNOWN, "alex") is None


def test_unknown_course_is_not_looked_for_when_it_is_known_to_be_none(gateway: Gateway) -> None:
    answer = ask(gateway, "access { hasAccess } handoutsHtml goals { weeklyLearningGoalEnabled }", UNKNOWN, "alex")
    assert answer.data == {"course": None}
    assert sorted(answer.paths) == [f"{HOME}/course_metadata/{UNKNOWN}", f"{HOME}/outline/{UNKNOWN}"]


def test_course_is_no_null_when_nothing_could_prove_it(gateway: Gateway) -> None:
    gateway.lms.faults({CATALOG: {"status": 500}, f"{HOME}/course_metadata": {"status": 500}})
    query = "query($key: CourseKey!) { course(key: $key) { handoutsHtml } }"
    answer = gateway.ask(query, {"key": HIDDEN})
    assert answer.data == {"course": None}
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
