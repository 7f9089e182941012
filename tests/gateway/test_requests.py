"""The members of a request, its methods, and its request id."""

import asyncio
from typing import Any

import httpx
import orjson
import pytest

from gateway.endpoint import GraphQLEndpoint
from tests.support.lms import DemoLms

from .ask import GRAPHQL_JSON, JSON, TYPENAME, code_of, error_of, get, post

KEY = "course-v1:OpenedX+DemoX+DemoCourse"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"nonsense",
        b"\xff\xfe",
        b'"text"',
        b"7",
        b"null",
        b"{}",
        b'{"query":null}',
        b'{"query":7}',
        b'{"query":["{ __typename }"]}',
        b'{"query":"{ __typename }","variables":"{}"}',
        b'{"query":"{ __typename }","variables":[]}',
        b'{"query":"{ __typename }","operationName":7}',
        b'{"query":"{ __typename }","extensions":"x"}',
        b'{"documentId":7}',
        b'{"query":"\\ud800"}',
        b"[" * 100_000,
        b'{"query":"{ __typename }","variables":' + b'{"a":' * 2000 + b"1" + b"}" * 2001,
    ],
)
@pytest.mark.parametrize("accept", [JSON, GRAPHQL_JSON])
def test_malformed_requests(client: httpx.Client, body: bytes, accept: str) -> None:
    response = client.post("/graphql", content=body, headers={"content-type": JSON, "accept": accept})
    assert response.status_code == 400
    assert code_of(response) == "BAD_USER_INPUT"


def test_null_members_count_as_absent(client: httpx.Client) -> None:
    body = {"query": TYPENAME, "variables": None, "operationName": None, "extensions": None, "documentId": None}
    assert client.post("/graphql", json=body).json() == {"data": {"__typename": "Query"}}


def test_unknown_members_are_ignored(client: httpx.Client) -> None:
    assert client.post("/graphql", json={"query": TYPENAME, "id": 7}).status_code == 200


def test_batches_are_refused_clearly(client: httpx.Client) -> None:
    response = client.post("/graphql", json=[{"query": TYPENAME}, {"query": TYPENAME}])
    assert response.status_code == 400
    assert "one request per operation" in error_of(response)["message"]


def test_operation_name_chooses(client: httpx.Client) -> None:
    query = "query A { a: __typename } query B { b: __typename }"
    body = {"query": query, "operationName": "B"}
    assert client.post("/graphql", json=body).json() == {"data": {"b": "Query"}}
    unknown = client.post("/graphql", json={**body, "operationName": "C"}, headers={"accept": GRAPHQL_JSON})
    assert (unknown.status_code, code_of(unknown)) == (400, "BAD_USER_INPUT")


def test_get(client: httpx.Client, lms: DemoLms) -> None:
    params = {
        "query": "query A { __typename } query B($k: CourseKey!) { course(key: $k) { title } }",
        "operationName": "B",
        "variables": orjson.dumps({"k": KEY}).decode(),
        "extensions": "{}",
        "unknown": "ignored",
    }
    response = client.get("/graphql", params=params, headers={"authorization": "JWT demo-alex"})
    assert response.json()["data"]["course"]["title"]
    assert [call.user for call in lms.calls()] == ["alex"]


def test_get_with_empty_members(client: httpx.Client) -> None:
    params = {"query": TYPENAME, "operationName": "", "variables": "", "extensions": ""}
    assert client.get("/graphql", params=params).json() == {"data": {"__typename": "Query"}}


@pytest.mark.parametrize(
    "query_string",
    [
        "",
        "query=",
        "variables={}",
        "query={__typename}&variables={",
        "query={__typename}&variables=[]",
        "query={__typename}&variables=7",
        "query={__typename}&extensions=%22x%22",
        "query={__typename}&query={__typename}",
        "query=%ff%fe",
        "&".join(f"x{number}=1" for number in range(60)),
    ],
)
def test_malformed_gets(client: httpx.Client, query_string: str) -> None:
    response = client.get(f"/graphql?{query_string}", headers={"accept": GRAPHQL_JSON})
    assert response.status_code == 400


def test_long_gets(client: httpx.Client) -> None:
    response = get(client, "{ __typename }" + " " * 20_000)
    assert response.status_code == 414


@pytest.mark.parametrize("accept", [JSON, GRAPHQL_JSON])
def test_head_is_a_get_without_a_body(client: httpx.Client, accept: str) -> None:
    response = client.head("/graphql", params={"query": TYPENAME}, headers={"accept": accept})
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["content-type"].startswith(accept)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_other_methods(client: httpx.Client, method: str) -> None:
    response = client.request(method, "/graphql", json={"query": TYPENAME})
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD, POST, OPTIONS"


def test_options_lists_the_methods(client: httpx.Client) -> None:
    response = client.options("/graphql")
    assert (response.status_code, response.headers["allow"]) == (204, "GET, HEAD, POST, OPTIONS")


def test_request_id_is_kept_or_made(client: httpx.Client) -> None:
    given = post(client, "{", x_request_id="abcdef-0123456789")
    assert given.headers["x-request-id"] == "abcdef-0123456789"
    assert error_of(given)["extensions"]["requestId"] == "abcdef-0123456789"
    made = [post(client, TYPENAME, x_request_id=bad).headers["x-request-id"] for bad in ("", "short", "a b c d e f g")]
    assert len(set(made)) == 3
    assert all(len(text) == 32 for text in made)


def test_trace_context_passes_through(client: httpx.Client, lms: DemoLms) -> None:
    parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    query = f'{{ course(key: "{KEY}") {{ title }} }}'
    post(
        client,
        query,
        traceparent=parent,
        tracestate="vendor=1",
        x_request_id="trace-me-12345",
        authorization="JWT demo-alex",
    )
    post(client, query, traceparent="nonsense", tracestate="vendor=1", authorization="JWT demo-alex")
    headers: list[dict[str, Any]] = [call.headers for call in lms.calls()]
    assert headers[0]["traceparent"] == parent
    assert headers[0]["tracestate"] == "vendor=1"
    assert headers[0]["x-request-id"] == "trace-me-12345"
    assert not {"traceparent", "tracestate"} & headers[1].keys()


def test_a_cancellation_of_something_else_is_an_error(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def execute(*given: Any, **named: Any) -> Any:
        raise asyncio.CancelledError

    monkeypatch.setattr(GraphQLEndpoint, "execute", execute)
    response = post(client, TYPENAME)
    assert response.status_code == 500
    assert code_of(response) == "INTERNAL"
    assert error_of(response)["extensions"]["requestId"] == response.headers["x-request-id"]
    assert "unforeseen error" in caplog.text
