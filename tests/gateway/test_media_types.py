"""Which media type is answered, and which statuses go with it."""

import httpx
import pytest

from gateway.protocol.accept import negotiate

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


def test_content_type_says_utf_8(client: httpx.Client) -> None:
    for accept in (JSON, GRAPHQL_JSON):
        assert post(client, TYPENAME, accept=accept).headers["content-type"] == f"{accept}; charset=utf-8"


def test_nothing_acceptable(client: httpx.Client) -> None:
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
    ],
)
def test_request_errors(client: httpx.Client, query: str, variables: dict[str, str], code: str) -> None:
    modern = post(client, query, variables, accept=GRAPHQL_JSON)
    assert (modern.status_code, code_of(modern)) == (400, code)
    legacy = post(client, query, variables, accept=JSON)
    assert (legacy.status_code, code_of(legacy)) == (200, code)


def test_partial_data_is_a_success(client: httpx.Client) -> None:
    query = f'{{ course(key: "{KEY}") {{ title resume {{ url }} progress {{ username }} }} }}'
    for accept in (JSON, GRAPHQL_JSON):
        response = post(client, query, accept=accept)
        assert response.status_code == 200
        assert response.json()["data"]["course"]["title"] is not None
        assert response.json()["errors"]


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
