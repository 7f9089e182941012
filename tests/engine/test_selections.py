"""Selections that share nodes are told apart: nothing that is remembered of one serves another."""

import pytest

from tests.support.gateway import Gateway

COURSE = "course-v1:OpenedX+DemoX+DemoCourse"


@pytest.mark.parametrize("failing", [False, True], ids=["compiled", "ordinary"])
def test_aliases_that_share_a_fragment_keep_their_own_fields(gateway: Gateway, failing: bool) -> None:
    """Both merge the fragment's node with one of their own; the merged selections differ."""
    query = """query Q($key: CourseKey!) {
      a: course(key: $key) { ...More outline { sections { title } } tabs { id } handoutsHtml }
      b: course(key: $key) { ...More outline { sections { complete } } tabs { url } handoutsHtml }
    } fragment More on Course { outline { title } tabs { title } }"""
    if failing:  # one field that cannot be given sends all of the object the ordinary way
        gateway.lms.faults({"/api/course_home/outline": {"status": 500}})
    answer = gateway.ask(query, {"key": COURSE})
    assert list(answer.data["a"]["tabs"][0]) == ["title", "id"]
    assert list(answer.data["b"]["tabs"][0]) == ["title", "url"]
    if not failing:
        assert list(answer.data["a"]["outline"]["sections"][0]) == ["title"]
        assert list(answer.data["b"]["outline"]["sections"][0]) == ["complete"]
