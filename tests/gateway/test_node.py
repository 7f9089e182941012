"""`node` and `nodes`: every id that the gateway has returned finds its object again."""

import pytest

from tests.support.gateway import Gateway
from tests.support.people import BOTANY, HIDDEN, KEY

IDS = "query($k: CourseKey!) { viewer { id } course(key: $k) { id enrollment { id } } }"
NODE = """query($i: ID!) { node(id: $i) {
  __typename id ... on Course { key title tabs { key } } ... on Enrollment { isActive mode created }
  ... on Viewer { username }
} }"""


@pytest.mark.parametrize("user", ["alex", "sam"])
@pytest.mark.parametrize("key", [KEY, BOTANY])
def test_objects_are_found_again(gateway: Gateway, user: str, key: str) -> None:
    given = gateway.ask(IDS, {"k": key}, user=user).sound()
    course = gateway.ask(NODE, {"i": given["course"]["id"]}, user=user).sound()["node"]
    body = gateway.lms.rest(f"/api/course_home/course_metadata/{key}", user).body
    assert course == {
        "__typename": "Course",
        "id": given["course"]["id"],
        "key": key,
        "title": body["title"],
        "tabs": [{"key": tab["tab_id"]} for tab in body["tabs"]],
    }
    rows = gateway.lms.rest("/api/enrollment/v1/enrollment", user).body
    (row,) = (row for row in rows if row["course_details"]["course_id"] == key)
    enrollment = gateway.ask(NODE, {"i": given["course"]["enrollment"]["id"]}, user=user).sound()["node"]
    assert enrollment["id"] == given["course"]["enrollment"]["id"]
    assert (enrollment["__typename"], enrollment["isActive"], enrollment["mode"]) == ("Enrollment", True, row["mode"])
    viewer = gateway.ask(NODE, {"i": given["viewer"]["id"]}, user=user).sound()["node"]
    assert viewer == {"__typename": "Viewer", "id": given["viewer"]["id"], "username": user}


def test_id_of_another_person_finds_ones_own(gateway: Gateway) -> None:
    """Ids name things, they grant nothing: sam's ids show alex what alex has."""
    given = gateway.ask(IDS, {"k": KEY}, user="sam").sound()
    ids = [given["viewer"]["id"], given["course"]["id"], given["course"]["enrollment"]["id"]]
    query = """query($i: [ID!]!) { nodes(ids: $i) {
      ... on Viewer { username } ... on Course { isStaff } ... on Enrollment { mode }
    } }"""
    assert gateway.ask(query, {"i": ids}, user="alex").sound()["nodes"] == [
        {"username": "alex"},
        {"isStaff": False},
        {"mode": "verified"},
    ]
    assert gateway.ask(query, {"i": ids[2:]}, user="jordan").sound()["nodes"] == [None]


def test_nodes_keep_the_order_and_take_few_calls(gateway: Gateway) -> None:
    ids = [
        course["id"] if course else None
        for course in gateway.ask(
            "query($k: [CourseKey!]!) { courses(keys: $k) { id } }", {"k": [BOTANY, KEY, HIDDEN]}, user="taylor"
        ).sound()["courses"]
    ]
    assert all(ids)
    answer = gateway.ask(
        "query($i: [ID!]!) { nodes(ids: $i) { ... on Course { key isStaff } } }",
        {"i": [ids[1], ids[0], ids[1], ids[2]]},
        user="taylor",
    )
    assert [node["key"] for node in answer.sound()["nodes"]] == [KEY, BOTANY, KEY, HIDDEN]
    assert len(answer.calls) == 3


def test_one_bad_id_spoils_no_other(gateway: Gateway) -> None:
    good = gateway.ask(IDS, {"k": KEY}).sound()["course"]["id"]
    answer = gateway.ask("query($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": ["nonsense", good]})
    assert answer.data["nodes"] == [None, {"id": good}]
    assert answer.codes == ["BAD_USER_INPUT"]
    assert answer.errors[0]["path"] == ["nodes", 0]
