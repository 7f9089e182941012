"""Bad requests get a clear response with a code, never a 500, and cause no call to the LMS."""

import json
from typing import Any

import httpx
import pytest

from tests.support.gateway import Gateway
from tests.support.people import KEY, sign_in

JSON = {"Content-Type": "application/json"}


def check_refused(gateway: Gateway, reply: httpx.Response, status: int, code: str) -> None:
    assert reply.status_code == status
    body = reply.json()
    assert "data" not in body
    for error in body["errors"]:
        assert error["extensions"]["code"] == code
        assert error["message"]
        assert error["extensions"]["requestId"] == reply.headers["x-request-id"]
    assert gateway.lms.calls() == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"nonsense",
        b'{"query": "{ viewer { id } }"',
        b'{"query": "\xff\xfe"}',
        b"[]",
        b"null",
        b'"{ viewer { id } }"',
        b"{}",
        b'{"query": null}',
        b'{"query": 7}',
        b'{"query": ["{ viewer { id } }"]}',
        b'{"query": "{ viewer { id } }", "variables": []}',
        b'{"query": "{ viewer { id } }", "variables": "{}"}',
        b'{"query": "{ viewer { id } }", "operationName": 3}',
        b'[{"query": "{ viewer { id } }"}]',
        b'{"query": "{ viewer { id } }", "variables": {"a": NaN}}',
        b"[" * 20_000,
    ],
)
def test_body_that_is_no_request(gateway: Gateway, body: bytes) -> None:
    reply = gateway.http.post("/graphql", content=body, headers={**JSON, **sign_in("alex")})
    check_refused(gateway, reply, 400, "BAD_USER_INPUT")


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/graphql", ""],
)
def test_content_type_that_is_not_json(gateway: Gateway, content_type: str) -> None:
    """Simple content types are what a foreign page can send without asking: they are not read."""
    headers = {**sign_in("alex", "session"), **({"Content-Type": content_type} if content_type else {})}
    reply = gateway.http.post("/graphql", content=b'{"query":"{ viewer { id } }"}', headers=headers)
    check_refused(gateway, reply, 415, "BAD_USER_INPUT")


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_method_that_is_not_served(gateway: Gateway, method: str) -> None:
    reply = gateway.http.request(method, "/graphql", json={"query": "{ viewer { id } }"}, headers=sign_in("alex"))
    check_refused(gateway, reply, 405, "BAD_USER_INPUT")
    assert "POST" in reply.headers["allow"]


def test_body_that_is_too_large(gateway: Gateway) -> None:
    query = "{ viewer { id } } #" + "x" * (300 * 1024)
    reply = gateway.http.post("/graphql", json={"query": query}, headers=sign_in("alex"))
    check_refused(gateway, reply, 413, "BAD_USER_INPUT")


def test_body_that_is_too_large_and_does_not_say_so(gateway: Gateway) -> None:
    reply = gateway.http.post(
        "/graphql", content=(b" " * 4096 for _ in range(100)), headers={**JSON, **sign_in("alex")}
    )
    check_refused(gateway, reply, 413, "BAD_USER_INPUT")


@pytest.mark.parametrize("length", ["-1", "nonsense", "1e9"])
def test_length_that_is_no_number(gateway: Gateway, length: str) -> None:
    """Sent over a bare socket: no client library would."""
    import socket

    host, _, port = gateway.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as plain:
        head = f"POST /graphql HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {length}"
        plain.sendall(head.encode() + b"\r\nConnection: close\r\n\r\n{}")
        status_line = plain.makefile("rb").readline()
    assert status_line.split()[1] == b"400"


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("query", "GRAPHQL_PARSE_FAILED"),
        ("{ viewer { id ", "GRAPHQL_PARSE_FAILED"),
        ("\u0000", "GRAPHQL_PARSE_FAILED"),
        ("{ nonsense }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ viewer }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ viewer { id { id } } }", "GRAPHQL_VALIDATION_FAILED"),
        ("query { course { title } }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ ...A } fragment A on Query { ...A }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ viewer { " + "... on Viewer { " * 3000, "QUERY_TOO_COMPLEX"),
        ("{ " + "a: serverTime " * 3000 + "}", "QUERY_TOO_COMPLEX"),
    ],
)
def test_document_that_is_refused(gateway: Gateway, query: str, code: str) -> None:
    answer = gateway.ask(query)
    assert answer.status < 500
    assert answer.data is None
    assert answer.codes
    assert set(answer.codes) == {code}
    assert answer.calls == []


@pytest.mark.parametrize(
    ("variables", "operation"),
    [({}, None), ({"key": None}, None), ({"key": 7}, None), ({"key": ["a"]}, None), ({"key": KEY}, "Other")],
)
def test_variables_and_operation_that_do_not_fit(
    gateway: Gateway, variables: dict[str, Any], operation: str | None
) -> None:
    query = "query A($key: CourseKey!) { course(key: $key) { title } } query B { serverTime }"
    answer = gateway.ask(query, variables, operation=operation or "A")
    assert answer.status < 500
    assert answer.data is None
    assert answer.codes == ["BAD_USER_INPUT"]
    assert answer.calls == []


def test_several_operations_need_a_name(gateway: Gateway) -> None:
    answer = gateway.ask("query A { serverTime } query B { viewer { id } }")
    assert answer.codes == ["BAD_USER_INPUT"]
    assert answer.calls == []
    named = gateway.ask("query A { serverTime } query B { viewer { username } }", operation="B")
    assert named.sound() == {"viewer": {"username": "alex"}}


def test_answer_is_private_json_with_a_request_id(gateway: Gateway) -> None:
    answer = gateway.ask("{ viewer { username } }", headers={"X-Request-ID": "learner-page-1"})
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["x-request-id"] == "learner-page-1"
    assert answer.calls[0].headers["x-request-id"] == "learner-page-1"
    invented = gateway.ask("{ viewer { username } }", headers={"X-Request-ID": "no good; id"})
    assert invented.headers["x-request-id"] != "no good; id"
    assert invented.calls[0].headers["x-request-id"] == invented.headers["x-request-id"]


def test_health_and_readiness(gateway: Gateway) -> None:
    assert gateway.http.get("/healthz").json() == {"status": "ok"}
    assert gateway.http.get("/readyz").status_code == 200
    gateway.lms.faults({"/": {"status": 503}})
    assert gateway.http.get("/healthz").status_code == 200


def test_integer_beyond_64_bits_is_no_crash(gateway: Gateway) -> None:
    query = "query($n: CourseKey!) { course(key: $n) { title } }"
    body = json.dumps({"query": query, "variables": {"n": 10**40}})
    reply = gateway.http.post("/graphql", content=body.encode(), headers=JSON)
    assert reply.status_code < 500
    assert json.loads(reply.content)["errors"]
