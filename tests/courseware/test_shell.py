"""Data for the frame of a course's pages: the sidebar's switches, search, and the theme."""

from datetime import UTC, datetime

from tests.support.gateway import Gateway
from tests.support.lms import waves
from tests.support.people import BOTANY, KEY
from tests.writes.people import credentials

SHELL = """query($key: CourseKey!) { course(key: $key) {
  studioAccess themeVariant searchEnabled navigationSidebar { id isEnabled isAlwaysOpen isCompletionTracked }
} }"""
SIDEBAR = f"/courses/{KEY}/courseware-navigation-sidebar/toggles/"
SEARCH = f"/courses/{KEY}/courseware-search/enabled/"


def test_switches_are_the_lmss_own(gateway: Gateway) -> None:
    body = gateway.lms.rest(SIDEBAR, "alex").body
    gateway.lms.hold(3)
    answer = gateway.ask(SHELL, {"key": KEY})
    course = answer.sound()["course"]
    sidebar = course["navigationSidebar"]
    assert (sidebar["isEnabled"], sidebar["isAlwaysOpen"], sidebar["isCompletionTracked"]) == (
        body["enable_navigation_sidebar"],
        body["always_open_auxiliary_sidebar"],
        body["enable_completion_tracking"],
    )
    assert course["searchEnabled"] is True
    assert course["themeVariant"] is None, "only newer releases send it"
    assert waves(answer.calls) == [sorted([f"/api/course_home/course_metadata/{KEY}", SIDEBAR, SEARCH])]
    found = gateway.ask("query($id: ID!) { node(id: $id) { ... on NavigationSidebar { isEnabled } } }", sidebar)
    assert found.sound()["node"] == {"isEnabled": True}


def test_visitor_and_bearer(gateway: Gateway) -> None:
    """A visitor gets the switches; an app with a bearer token cannot ask for them."""
    assert gateway.ask(SHELL, {"key": KEY}, user="anonymous").sound()["course"]["searchEnabled"] is True
    answer = gateway.ask(SHELL, {"key": KEY}, scheme="Bearer")
    assert answer.codes == ["UNAUTHENTICATED", "UNAUTHENTICATED"]
    assert answer.data["course"]["studioAccess"] is False


def test_failed_switches_cost_themselves(gateway: Gateway) -> None:
    gateway.lms.faults({SIDEBAR: {"status": 500}})
    answer = gateway.ask(SHELL, {"key": KEY})
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
    assert answer.data["course"]["navigationSidebar"] is None
    assert answer.data["course"]["searchEnabled"] is True


def test_older_release_has_no_switches(gateway: Gateway) -> None:
    gateway.lms.features({"courseware_navigation_sidebar.toggles": False, "courseware_search.enabled": False})
    answer = gateway.ask(SHELL, {"key": KEY})
    assert set(answer.codes) == {"UPSTREAM_NOT_SUPPORTED"}
    assert answer.data["course"]["studioAccess"] is False


def test_mode_of_an_ended_enrolment(gateway: Gateway) -> None:
    unenroll = "mutation($key: CourseKey!) { unenroll(input: { course: $key }) { userErrors { message } } }"
    gateway.ask(unenroll, {"key": KEY}, headers=credentials("alex", "session")).sound()
    query = "query($key: CourseKey!) { course(key: $key) { enrollment { mode } enrollmentMode } }"
    answer = gateway.ask(query, {"key": KEY})
    body = gateway.lms.rest(f"/api/course_home/outline/{KEY}", "alex").body
    assert body["enrollment_mode"] == "verified"
    assert answer.sound()["course"] == {"enrollment": None, "enrollmentMode": "verified"}


def test_sequences_that_are_not_released_yet(gateway: Gateway) -> None:
    query = """query($key: CourseKey!) { course(key: $key) { outline {
      scheduledSequences { key title effectiveStart } sections { sequences { key } }
    } } }"""
    sequences = gateway.lms.rest(f"/api/learning_sequences/v1/course_outline/{BOTANY}", "alex").body["outline"][
        "sequences"
    ]
    closed = [row for row in sequences.values() if not row["accessible"] and row["effective_start"]]
    outline = gateway.ask(query, {"key": BOTANY}).sound()["course"]["outline"]
    scheduled = outline["scheduledSequences"]
    assert scheduled
    assert {(row["key"], row["title"]) for row in scheduled} <= {(row["id"], row["title"]) for row in closed}
    assert all(datetime.fromisoformat(row["effectiveStart"]) > datetime.now(UTC) for row in scheduled)
    shown = {row["key"] for section in outline["sections"] for row in section["sequences"]}
    assert not shown & {row["key"] for row in scheduled}
    assert gateway.ask(query, {"key": BOTANY}, user="taylor").sound()["course"]["outline"]["scheduledSequences"] == []
