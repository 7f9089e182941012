"""What the pages of a course ask for their frame: the sidebar's switches, search, and the theme."""

from tests.support.gateway import Gateway
from tests.support.lms import waves
from tests.support.people import KEY

SHELL = """query($key: CourseKey!) { course(key: $key) {
  studioAccess themeVariant searchEnabled navigationSidebar { id isEnabled isAlwaysOpen isCompletionTracked }
} }"""
SIDEBAR = f"/courses/{KEY}/courseware-navigation-sidebar/toggles/"
SEARCH = f"/courses/{KEY}/courseware-search/enabled/"


def test_switches_are_the_lmss_own(gateway: Gateway) -> None:
    gateway.lms.faults({"/": {"latency_ms": 150}})
    told = gateway.lms.rest(SIDEBAR, "alex").body
    gateway.lms.forget()
    answer = gateway.ask(SHELL, {"key": KEY})
    course = answer.sound()["course"]
    sidebar = course["navigationSidebar"]
    assert (sidebar["isEnabled"], sidebar["isAlwaysOpen"], sidebar["isCompletionTracked"]) == (
        told["enable_navigation_sidebar"],
        told["always_open_auxiliary_sidebar"],
        told["enable_completion_tracking"],
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
