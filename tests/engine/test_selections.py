"""Selections that share nodes are distinct: no cached result of one is used for another."""

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


def test_operations_of_a_document_keep_their_own_defaults(gateway: Gateway) -> None:
    """The same fragment, another default: each in both orders."""
    for turn, order in enumerate(("AB", "BA")):
        query = f"""query A($x: Boolean = true) {{ ...R{turn} }} query B($x: Boolean = false) {{ ...R{turn} }}
          fragment R{turn} on Query {{ course(key: "{COURSE}") {{ title org @include(if: $x) ...T }} }}
          fragment T on Course {{ tabs {{ id url @skip(if: $x) }} }}"""
        for name in order:
            course = gateway.ask(query, operation=name).sound()["course"]
            assert list(course) == (["title", "org", "tabs"] if name == "A" else ["title", "tabs"])
            assert list(course["tabs"][0]) == (["id"] if name == "A" else ["id", "url"])


def test_an_argument_left_out_is_not_one_that_is_null(gateway: Gateway) -> None:
    """The default counts for the first only."""
    query = f"""query($id: ID = "12") {{ course(key: "{COURSE}") {{ progress(studentId: $id) {{ username }} }} }}"""
    for given, username in (({}, "sam"), ({"id": None}, "taylor"), ({}, "sam"), ({"id": "11"}, "alex")):
        answer = gateway.ask(query, given, user="taylor")
        assert answer.sound()["course"]["progress"] == {"username": username}
