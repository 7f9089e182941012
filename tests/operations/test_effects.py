"""GETs with effects: called only if nothing else has the field, once per request, and never repeated."""

import pytest

from loaders.endpoints.course import COURSE_METADATA, COURSEWARE_COURSE
from loaders.endpoints.outline import OUTLINE
from tests.support.gateway import Gateway

COURSE = "course-v1:OpenedX+DemoX+DemoCourse"
WRITING = ("/course_home/course_metadata/", "/course_home/outline/", "/courseware/course/")


def writing(gateway: Gateway, query: str) -> list[str]:
    """The calls of this query that write."""
    answer = gateway.ask(query, {"key": COURSE})
    answer.sound()
    return [call.path for call in answer.calls if any(part in call.path for part in WRITING)]


@pytest.mark.parametrize(
    "selection",
    [
        "title",
        "title number org start end pacing isSelfPaced effort shortDescription",
        "title outline { sections { title complete sequences { title due units { title complete } } } }",
        "enrollment { isActive mode created }",
        "dates { blocks { title } } hasEnded",
        "progress { courseGrade { percent } } end",
    ],
)
def test_fields_with_another_source_write_nothing(gateway: Gateway, selection: str) -> None:
    """None of these fields needs a GET that records an activity or starts a clock."""
    assert writing(gateway, f"query Q($key: CourseKey!) {{ course(key: $key) {{ {selection} }} }}") == []


def test_each_endpoint_is_called_once_for_every_query_shape(gateway: Gateway) -> None:
    """Two aliases of one course, and the viewer, share one call."""
    query = """query Q($key: CourseKey!) {
      a: course(key: $key) { tabs { id } celebrations { firstSection } ...More }
      b: course(key: $key) { access { hasAccess } celebrations { weeklyGoal } offer { code } ...More }
      viewer { username timezone }
    } fragment More on Course { tabs { title } goals { weeklyLearningGoalEnabled } }"""
    paths = writing(gateway, query)
    assert len(paths) == len(set(paths)) == 2


def test_celebrations_are_asked_of_one_endpoint(gateway: Gateway) -> None:
    """A page that needs both endpoints with them reads them from one, and does not request them from the other."""
    query = """query Q($key: CourseKey!) { course(key: $key) {
      tabs { id } entranceExam { enabled } notes { enabled } celebrations { streakLengthToCelebrate }
    } }"""
    answer = gateway.ask(query, {"key": COURSE})
    answer.sound()
    (courseware,) = [call for call in answer.calls if "/courseware/course/" in call.path]
    assert "celebrations" not in courseware.query
    assert len(answer.calls) == 2


def test_a_streak_is_reported_once(gateway: Gateway) -> None:
    """The first reader of the day gets it, by every alias of the request; the next request does not."""
    query = """query Q($key: CourseKey!) {
      a: course(key: $key) { celebrations { streakLengthToCelebrate } }
      b: course(key: $key) { celebrations { streakLengthToCelebrate } }
    }"""
    first = gateway.ask(query, {"key": COURSE}).sound()
    assert first["a"] == first["b"] == {"celebrations": {"streakLengthToCelebrate": 3}}
    assert gateway.ask(query, {"key": COURSE}).sound()["a"]["celebrations"]["streakLengthToCelebrate"] is None


@pytest.mark.parametrize("fault", [{"status": 503}, {"status": 502}, {"kind": "reset"}, {"kind": "truncate"}])
@pytest.mark.parametrize("endpoint", [COURSE_METADATA, OUTLINE, COURSEWARE_COURSE], ids=lambda endpoint: endpoint.name)
def test_none_is_ever_retried(gateway: Gateway, endpoint: object, fault: dict[str, object]) -> None:
    """It may have written, whatever its outcome, so it is sent once."""
    prefix = {
        COURSE_METADATA: "/api/course_home/course_metadata",
        OUTLINE: "/api/course_home/outline",
        COURSEWARE_COURSE: "/api/courseware/course",
    }[endpoint]  # type: ignore[index]
    gateway.lms.faults({prefix: fault})
    query = "query Q($key: CourseKey!) { course(key: $key) { tabs { id } handoutsHtml notes { enabled } } }"
    answer = gateway.ask(query, {"key": COURSE})
    assert len([call for call in answer.calls if call.path.startswith(prefix)]) == 1
    assert len(answer.errors) == 1


def test_a_course_that_is_known_to_be_absent_is_not_asked_for_again(gateway: Gateway) -> None:
    """Least of all by a GET that writes."""
    for selection in ("tabs { id } shortDescription", "title", "isStaff outline { title }"):
        answer = gateway.ask(f'{{ course(key: "course-v1:No+Such+Run") {{ {selection} }} }}')
        assert answer.sound() == {"course": None}
        assert len(answer.calls) <= 2, answer.paths
        assert not [path for path in answer.paths if path.startswith("/api/courseware/")]
