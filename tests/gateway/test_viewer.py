"""The viewer of a request, for each kind of credentials."""

from tests.support.gateway import Gateway

COURSE = "course-v1:OpenedX+DemoX+DemoCourse"
QUERY = "query Q($key: CourseKey!) { viewer { isAuthenticated username } course(key: $key) { title tabs { id } } }"


def test_a_session_that_has_ended_signs_nobody_in(gateway: Gateway) -> None:
    """The LMS answers the course to a visitor. Asked who it is, it refuses the session."""
    answer = gateway.ask(QUERY, {"key": COURSE}, user="anonymous", headers={"cookie": "sessionid=over"})
    assert answer.data["viewer"] == {"isAuthenticated": False, "username": None}
    assert answer.codes == ["UNAUTHENTICATED"]
    assert answer.data["course"]["title"]


def test_a_session_is_somebody(gateway: Gateway) -> None:
    """The same query with a session that holds: one call for both."""
    answer = gateway.ask(QUERY, {"key": COURSE}, user="sam", scheme="session")
    assert answer.sound()["viewer"] == {"isAuthenticated": True, "username": "sam"}
    assert len(answer.calls) == 1


def test_a_visitor_costs_no_call(gateway: Gateway) -> None:
    """Without credentials there is nobody to ask about."""
    answer = gateway.ask("{ viewer { isAuthenticated username timezone name } }", user="anonymous")
    assert answer.sound()["viewer"] == {"isAuthenticated": False, "username": None, "timezone": None, "name": None}
    assert answer.calls == []
