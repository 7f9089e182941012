"""Answers that two endpoints make together."""

from tests.support.gateway import Gateway
from tests.support.people import KEY


def test_schedule_of_the_outline_is_joined_to_its_sequences(gateway: Gateway) -> None:
    told = gateway.lms.rest(f"/api/learning_sequences/v1/course_outline/{KEY}", "alex").body["outline"]["sequences"]
    query = """query($k: CourseKey!) {
      course(key: $k) { outline { sections { sequences { key accessible start effectiveStart } } } }
    }"""
    answer = gateway.ask(query, {"k": KEY})
    shown = [s for section in answer.sound()["course"]["outline"]["sections"] for s in section["sequences"]]
    assert shown
    assert [sequence["accessible"] for sequence in shown] == [told[s["key"]]["accessible"] for s in shown]
    assert f"/api/learning_sequences/v1/course_outline/{KEY}" in answer.paths
