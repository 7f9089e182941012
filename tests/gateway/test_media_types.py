"""The media type of the response, and the status codes of each type."""

from typing import Any

import httpx
import pytest

from gateway.protocol.accept import accepts_parts, negotiate

from .ask import GRAPHQL_JSON, JSON, TYPENAME, code_of, post

KEY = "course-v1:OpenedX+DemoX+DemoCourse"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (JSON, JSON),
        ("Application/JSON; charset=UTF-8", JSON),
        (GRAPHQL_JSON, GRAPHQL_JSON),
        (f"{GRAPHQL_JSON}; charset=utf-8, {JSON}; charset=utf-8", GRAPHQL_JSON),
        (f"{JSON}, {GRAPHQL_JSON}", JSON),
        (f"{JSON};q=0.5, {GRAPHQL_JSON};q=0.9", GRAPHQL_JSON),
        (f"{GRAPHQL_JSON};q=0.5, {JSON};q=0.9", JSON),
        (f"*/*;q=0.1, {GRAPHQL_JSON}", GRAPHQL_JSON),
        (f"*/*, {JSON};q=0", GRAPHQL_JSON),
        (f"{GRAPHQL_JSON};q=0, */*", JSON),
        (f"text/html, {GRAPHQL_JSON}, */*", GRAPHQL_JSON),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", JSON),
        ("text/html", None),
        (f"{JSON};q=0", None),
        ("*/*;q=0", None),
        (f"{JSON}; charset=utf-16", None),
        (f"{JSON};q=nan", None),
        ("application/xml, text/plain", None),
        (",;=,", None),
    ],
)
def test_negotiation(accept: str | None, expected: str | None) -> None:
    assert negotiate(accept) == expected


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, False),
        (JSON, False),
        ("*/*", False),
        ("multipart/mixed", True),
        (f"multipart/mixed, {JSON}", True),
        (f"{JSON}, Multipart/Mixed;boundary=x", True),
        (f"multipart/mixed;incrementalSpec=v0.2,{GRAPHQL_JSON},{JSON};q=0.9", True),
        (f"{GRAPHQL_JSON}, {JSON}, text/event-stream, multipart/mixed", True),
        (f"multipart/mixed;deferSpec=20220824,{JSON}", False),
        (f"multipart/mixed;incrementalSpec=v0.1, {JSON}", False),
        ("multipart/mixed;q=0", False),
        (f"{JSON}, multipart/mixed;q=0.1", False),
        (f"{JSON};q=0.5, multipart/mixed;q=0.5", True),
    ],
)
def test_parts(accept: str | None, expected: bool) -> None:
    assert accepts_parts(accept) is expected


def test_parts_that_are_refused_are_not_acceptable(client: httpx.Client) -> None:
    assert post(client, TYPENAME, accept="multipart/mixed").status_code == 200
    assert post(client, TYPENAME, accept="multipart/mixed;q=0").status_code == 406
    assert post(client, TYPENAME, accept="multipart/mixed;deferSpec=20220824").status_code == 406


def test_content_type_says_utf_8(client: httpx.Client) -> None:
    for accept in (JSON, GRAPHQL_JSON):
        assert post(client, TYPENAME, accept=accept).headers["content-type"] == f"{accept}; charset=utf-8"


def test_no_acceptable_type(client: httpx.Client) -> None:
    response = post(client, TYPENAME, accept="text/html")
    assert response.status_code == 406
    assert GRAPHQL_JSON in response.json()["errors"][0]["message"]


@pytest.mark.parametrize(
    ("query", "variables", "code"),
    [
        ("{", {}, "GRAPHQL_PARSE_FAILED"),
        ("{ nonsense }", {}, "GRAPHQL_VALIDATION_FAILED"),
        ("query($k: CourseKey!) { course(key: $k) { title } }", {}, "BAD_USER_INPUT"),
        ("query($k: CourseKey!) { course(key: $k) { title } }", {"k": "no key"}, "BAD_USER_INPUT"),
        ("query A { __typename } query B { __typename }", {}, "BAD_USER_INPUT"),
        ("fragment F on Query { __typename }", {}, "GRAPHQL_VALIDATION_FAILED"),
        ("query($x: Boolean = true) { viewer { id @include(if: $x) } }", {"x": None}, "BAD_USER_INPUT"),
        ("{ courses(keys: []) @stream(initialCount: -1) { key } }", {}, "BAD_USER_INPUT"),
        ("query($n: Int!) { courses(keys: []) @stream(initialCount: $n) { key } }", {"n": -1}, "BAD_USER_INPUT"),
    ],
)
def test_request_errors(client: httpx.Client, query: str, variables: dict[str, Any], code: str) -> None:
    modern = post(client, query, variables, accept=GRAPHQL_JSON)
    assert (modern.status_code, code_of(modern)) == (400, code)
    legacy = post(client, query, variables, accept=JSON)
    assert (legacy.status_code, code_of(legacy)) == (200, code)


def test_partial_data_is_a_success(client: httpx.Client) -> None:
    query = f'{{ course(key: "{KEY}") {{ title resume {{ url }} progress {{ username }} }} }}'
    for accept, status in ((JSON, 200), (GRAPHQL_JSON, 294)):
        response = post(client, query, accept=accept)
        assert response.status_code == status
        assert response.json()["data"]["course"]["title"] is not None
        assert response.json()["errors"]


def test_null_for_an_argument_is_the_clients_mistake(client: httpx.Client) -> None:
    query = "query($f: Int = 3) { viewer { enrollments(first: $f) { totalCount } } }"
    (error,) = post(client, query, {"f": None}).json()["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert error["path"] == ["viewer", "enrollments"]


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "",
        "text/plain",
        "application/graphql",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/jsonp",
        'text/plain; x="application/json"',
    ],
)
def test_other_bodies_are_not_read(client: httpx.Client, content_type: str | None) -> None:
    headers = {"content-type": content_type} if content_type is not None else {}
    response = client.post("/graphql", content=b'{"query":"{ __typename }"}', headers=headers)
    assert response.status_code == 415
    assert code_of(response) == "BAD_USER_INPUT"


@pytest.mark.parametrize(
    "content_type",
    ["application/json", "APPLICATION/JSON", "application/json; charset=UTF-8", 'application/json;charset="utf-8"'],
)
def test_json_bodies_are_read(client: httpx.Client, content_type: str) -> None:
    content = '{"query":"{ __type(name: \\"Läufer🏃\\") { name } }"}'.encode()
    response = client.post("/graphql", content=content, headers={"content-type": content_type})
    assert response.json() == {"data": {"__type": None}}


def test_compressed_bodies_are_not_read(client: httpx.Client) -> None:
    headers = {"content-type": JSON, "content-encoding": "gzip"}
    assert client.post("/graphql", content=b"\x1f\x8b", headers=headers).status_code == 415
