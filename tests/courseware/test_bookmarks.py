"""`Course.bookmarks`: pages of the LMS's numbered pages, and only the parts that are selected."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolvers.declare.numbered import window
from tests.support.gateway import Gateway
from tests.support.people import KEY, sign_in

from .test_page import BOOKMARKS, NAVIGATION

QUERY = """
query Q($key: CourseKey!, $first: Int!, $after: String) {
  course(key: $key) {
    bookmarks(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { key } }
    }
  }
}
"""


def bookmark_all(gateway: Gateway) -> list[str]:
    """Bookmarks every unit of the demo course; their keys as the LMS lists them."""
    blocks = gateway.lms.rest(NAVIGATION, "alex").body["blocks"]
    for key in [key for key, block in blocks.items() if block["type"] == "vertical"]:
        gateway.lms.post(BOOKMARKS, {"usage_id": key}, sign_in("alex", "Bearer"))
    rows = gateway.lms.rest(BOOKMARKS, "alex", "Bearer", course_id=KEY, page_size="100").body["results"]
    return [row["usage_id"] for row in rows]


@pytest.mark.parametrize("first", [1, 7, 100])
def test_pages_meet_without_gap_or_overlap(gateway: Gateway, first: int) -> None:
    expected = bookmark_all(gateway)
    assert len(expected) > 20
    found: list[str] = []
    after = None
    while True:
        variables = {"key": KEY, "first": first, "after": after}
        page = gateway.ask(QUERY, variables, scheme="Bearer").sound()["course"]["bookmarks"]
        assert page["totalCount"] == len(expected)
        assert page["pageInfo"]["hasPreviousPage"] is bool(found)
        found += [edge["node"]["key"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert found == expected


def test_a_page_can_begin_behind_any_edge_and_have_another_size(gateway: Gateway) -> None:
    expected = bookmark_all(gateway)
    first = gateway.ask(QUERY, {"key": KEY, "first": 5, "after": None}, scheme="Bearer").sound()
    after = first["course"]["bookmarks"]["edges"][2]["cursor"]
    second = gateway.ask(QUERY, {"key": KEY, "first": 10, "after": after}, scheme="Bearer").sound()
    assert [edge["node"]["key"] for edge in second["course"]["bookmarks"]["edges"]] == expected[3:13]


def test_names_and_paths_are_asked_for_when_they_are_selected(gateway: Gateway) -> None:
    for selection, fields in (("key", None), ("displayName", ["display_name"]), ("path { key }", ["path"])):
        query = f'{{ course(key: "{KEY}") {{ bookmarks(first: 2) {{ edges {{ node {{ {selection} }} }} }} }} }}'
        answer = gateway.ask(query, scheme="session")
        answer.sound()
        call = next(call for call in answer.calls if call.path == BOOKMARKS)
        assert parse_qs(call.query).get("fields") == fields


@pytest.mark.parametrize("variables", [{"first": 0}, {"first": 101}, {"first": 5, "after": "nonsense"}])
def test_a_page_that_cannot_be_meant_is_refused_before_its_call(gateway: Gateway, variables: dict[str, object]) -> None:
    answer = gateway.ask(QUERY, {"key": KEY, **variables}, scheme="Bearer")
    assert answer.codes == ["BAD_USER_INPUT"]
    assert BOOKMARKS not in answer.paths


@given(offset=st.integers(0, 5000), first=st.integers(1, 100))
def test_a_window_holds_the_wanted_entries(offset: int, first: int) -> None:
    size, pages, skip = window(offset, first)
    begin = (pages[0] - 1) * size
    assert first <= size <= 100
    assert begin + skip == offset
    assert offset + first <= pages[-1] * size
    assert pages in ((pages[0],), (pages[0], pages[0] + 1))
