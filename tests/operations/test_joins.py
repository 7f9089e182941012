"""Objects that are joined from the answers of two endpoints."""

from tests.support.gateway import Gateway
from tests.support.people import KEY


def test_schedule_of_the_outline_is_joined_to_its_sequences(gateway: Gateway) -> None:
    sequences = gateway.lms.rest(f"/api/learning_sequences/v1/course_outline/{KEY}", "alex").body["outline"][
        "sequences"
    ]
    query = """query($k: CourseKey!) {
      course(key: $k) { outline { sections { sequences { key accessible start effectiveStart } } } }
    }"""
    answer = gateway.ask(query, {"k": KEY})
    shown = [s for section in answer.sound()["course"]["outline"]["sections"] for s in section["sequences"]]
    assert shown
    assert [sequence["accessible"] for sequence in shown] == [sequences[s["key"]]["accessible"] for s in shown]
    assert f"/api/learning_sequences/v1/course_outline/{KEY}" in answer.paths


def test_an_answer_may_lead_to_courses_of_its_own_endpoint(gateway: Gateway) -> None:
    """The plan of a call that is made once for all its keys never waits for itself."""
    query = """{ viewer {
      courseRoles { course { key minPassingGrade } }
      entitlements { availableSessions { course { key title minPassingGrade } } }
      enrollments(first: 2) { edges { node { course { minPassingGrade } } } }
    } }"""
    answer = gateway.ask(query, user="sam", scheme="session")
    sessions = [one for row in answer.sound()["viewer"]["entitlements"] for one in row["availableSessions"]]
    assert sessions
    assert all(one["course"]["title"] for one in sessions)
    assert answer.paths.count("/api/learner_home/init") == 1
