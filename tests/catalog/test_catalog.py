"""`Query.catalog`: search, filters and pages of the course catalogue."""

from typing import Any
from urllib.parse import parse_qs

import pytest

from tests.operations.catalogue import text_of
from tests.support.gateway import Gateway
from tests.support.people import KEY, USERS

CATALOG = "/api/courses/v1/courses/"
SEARCH = "pages/course_about:CatalogSearch"


def listed(gateway: Gateway, **query: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = gateway.lms.rest(CATALOG, page_size="100", **query).body["results"]
    return rows


@pytest.mark.parametrize("user", USERS)
def test_a_page_is_one_call_for_anybody(gateway: Gateway, user: str) -> None:
    expected = listed(gateway)
    answer = gateway.ask(text_of(SEARCH), {"first": 100}, user=user)
    page = answer.sound()["catalog"]
    assert page["totalCount"] == len(expected)
    assert [edge["node"] for edge in page["edges"]] == [
        {"key": row["id"], "title": row["name"], "org": row["org"], "startDisplay": row["start_display"]}
        for row in expected
    ]
    assert page["pageInfo"]["hasNextPage"] is False
    assert answer.paths == [CATALOG]


def test_pages_meet_without_gap_or_overlap(gateway: Gateway) -> None:
    expected = [row["id"] for row in listed(gateway)]
    assert len(expected) > 30
    found: list[str] = []
    after = None
    for first in (7, 7, 10, 100):
        page = gateway.ask(text_of(SEARCH), {"first": first, "after": after}).sound()["catalog"]
        found += [edge["node"]["key"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
    assert found == expected
    beyond = gateway.ask(text_of(SEARCH), {"first": 100, "after": after}).sound()["catalog"]
    assert (beyond["edges"], beyond["pageInfo"]) == ([], {"hasNextPage": False, "endCursor": None})


@pytest.mark.parametrize(
    ("variables", "query"),
    [
        ({"search": "bee"}, {"search_term": "bee"}),
        ({"org": "SailAcademy"}, {"org": "SailAcademy"}),
        ({"mobile": True}, {"mobile": "true"}),
        ({"activeOnly": True}, {"active_only": "true"}),
        ({"activeOnly": False}, {}),
        ({"search": "", "org": ""}, {}),
        (
            {"search": "rooftop", "org": "OpenedX", "activeOnly": True},
            {"search_term": "rooftop", "org": "OpenedX", "active_only": "true"},
        ),
    ],
)
def test_filters_go_to_the_lms(gateway: Gateway, variables: dict[str, Any], query: dict[str, str]) -> None:
    expected = [row["id"] for row in listed(gateway, **query)]
    answer = gateway.ask(text_of(SEARCH), {"first": 100, **variables})
    assert [edge["node"]["key"] for edge in answer.sound()["catalog"]["edges"]] == expected
    (call,) = answer.calls
    sent = {name: values[0] for name, values in parse_qs(call.query, keep_blank_values=True).items()}
    assert sent == {**query, "page": "1", "page_size": "100"}


def test_a_course_that_the_catalogue_lacks_is_asked_by_key(gateway: Gateway) -> None:
    query = (
        '{ catalog(first: 3, search: "Beekeeping") { edges { node { key shortDescription enrollment { mode } } } } }'
    )
    answer = gateway.ask(query)
    nodes = [edge["node"] for edge in answer.sound()["catalog"]["edges"]]
    assert {node["key"]: node["enrollment"] for node in nodes}[KEY] == {"mode": "verified"}
    assert answer.paths == [CATALOG, "/api/enrollment/v1/enrollment"]


@pytest.mark.parametrize("variables", [{"first": 0}, {"first": 101}, {"first": 5, "after": "nonsense"}])
def test_an_invalid_page_takes_no_call(gateway: Gateway, variables: dict[str, Any]) -> None:
    answer = gateway.ask(text_of(SEARCH), variables)
    assert (answer.data, answer.codes, answer.calls) == ({"catalog": None}, ["BAD_USER_INPUT"], [])


def test_a_failing_catalogue_is_one_error(gateway: Gateway) -> None:
    gateway.lms.faults({CATALOG: {"status": 500}})
    answer = gateway.ask("{ catalog(first: 3) { totalCount } viewer { username } }")
    assert answer.data == {"catalog": None, "viewer": {"username": "alex"}}
    assert answer.codes == ["UPSTREAM_UNAVAILABLE"]


@pytest.mark.parametrize("name", ["search", "org"])
def test_long_texts_are_refused_before_any_call(gateway: Gateway, name: str) -> None:
    query = f"query Q($text: String) {{ catalog({name}: $text) {{ totalCount }} }}"
    assert gateway.ask(query, {"text": "é" * 200}, user="anonymous").errors == []
    answer = gateway.ask(query, {"text": "x" * 201}, user="anonymous")
    assert (answer.codes, answer.calls) == (["BAD_USER_INPUT"], [])
