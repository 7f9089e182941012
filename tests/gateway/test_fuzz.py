"""Random data sent to the server of `gateway serve`: never a 500, a hang or a leak."""

import os
import random
import re
import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from graphql import GraphQLSchema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.protocol.response import PARTIAL
from tests.support.people import sign_in

from .grammar import QueryWriter
from .process import Served, serve

EFFORT = int(os.environ.get("GATEWAY_TEST_FUZZ", "1"))
"""How many times the usual number of examples is tried."""

OPERATIONS = 400 * EFFORT
TOKEN = "demo-alex"
TIMEOUT = 15.0
LEAKS = re.compile(
    r"Traceback|File \"|\.py\b|site-packages|0x[0-9a-f]{6}|object at|NoneType|KeyError|AttributeError|TypeError"
    r"|demo-alex|sessionid|127\.0\.0\.1:\d+/api/|Something went wrong in the gateway",
)

bounded = settings(max_examples=400 * EFFORT, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def served(lms_url: str) -> Iterator[Served]:
    with serve(lms_url, GATEWAY_READ_TIMEOUT="2", GATEWAY_EXPLAIN="false") as gateway:
        yield gateway
        assert gateway.process.poll() is None, gateway.log()[-3000:]
        assert [line for line in gateway.log().splitlines() if "Traceback" in line][:1] == []


@pytest.fixture(scope="module")
def client(served: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=served.url, timeout=TIMEOUT) as client:
        yield client


def check(response: httpx.Response, *echoed: str) -> None:
    """`echoed` is what the client sent itself: a message may quote it."""
    assert response.status_code < 500, response.text
    text = response.text
    found = LEAKS.search(text)
    assert found is None or any(found.group() in sent for sent in echoed), text[:2000]
    if response.content and "json" in response.headers.get("content-type", ""):
        body = response.json()
        assert body.keys() <= {"data", "errors"}
        assert body.get("errors", True)
        for error in body.get("errors", ()):
            assert error["extensions"]["code"] != "INTERNAL", error
            assert error["extensions"]["requestId"]


def test_operations_of_the_schema(client: httpx.Client, schema: GraphQLSchema) -> None:
    """The same queries each time. Many of them must be executed, because refused ones prove little."""
    executed = without_errors = 0
    failed: list[str] = []
    for seed in range(OPERATIONS):
        writer = QueryWriter(schema, random.Random(seed))
        query = writer.operation()
        accept = "application/graphql-response+json"
        if writer.incremental and seed % 2:
            accept = f"multipart/mixed, {accept};q=0.9"
        headers = {**sign_in(("alex", "taylor", "anonymous")[seed % 3]), "accept": accept}
        response = client.post("/graphql", json={"query": query, "variables": writer.values}, headers=headers)
        try:
            check(response, query, str(writer.values))
            assert response.status_code in {200, PARTIAL, 400}
        except AssertionError as failure:
            failed.append(f"seed {seed}: {query} {writer.values}: {str(failure)[:400]}")
        executed += response.status_code != 400
        without_errors += response.status_code == 200
    assert not failed, f"{len(failed)} failed\n" + "\n".join(failed)
    assert executed > OPERATIONS * 0.6
    assert without_errors > OPERATIONS * 0.35


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner, max_size=5),
    max_leaves=20,
)
MEMBERS = st.sampled_from(["query", "variables", "operationName", "extensions", "documentId", "x"])
EXTENSIONS = st.fixed_dictionaries({"persistedQuery": JSON_VALUES})


@bounded
@given(body=st.dictionaries(MEMBERS, JSON_VALUES | EXTENSIONS | st.just("{ __typename }")) | JSON_VALUES)
def test_members(client: httpx.Client, body: Any) -> None:
    response = client.post("/graphql", json=body)
    check(response, str(body))


@bounded
@given(text=st.text(max_size=300) | st.text("{}()[]$@!:=|&.\"'#, \n\\abcE0-9__typename", max_size=300))
def test_texts(client: httpx.Client, text: str) -> None:
    check(client.post("/graphql", json={"query": text}), text)
    check(client.get("/graphql", params={"query": text}), text)


@bounded
@given(content=st.binary(max_size=400), query_string=st.binary(max_size=100))
def test_bodies_and_query_strings(client: httpx.Client, content: bytes, query_string: bytes) -> None:
    check(client.post("/graphql", content=content, headers={"content-type": "application/json"}))
    quoted = "".join(f"%{byte:02x}" for byte in query_string)
    check(client.get(f"/graphql?query={quoted}&variables={quoted}"), query_string.decode("utf-8", "replace"))


HEADER_VALUES = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_characters="\x7f"), max_size=80
).map(lambda text: text.strip())
HEADERS = st.dictionaries(
    st.sampled_from(
        [
            "accept",
            "accept-encoding",
            "accept-language",
            "authorization",
            "content-type",
            "cookie",
            "if-none-match",
            "origin",
            "referer",
            "traceparent",
            "x-forwarded-for",
            "x-lectern-explain",
            "x-request-id",
        ]
    ),
    HEADER_VALUES
    | st.sampled_from(
        [
            "application/json;q=",
            "gzip;q=0.5;q=,br",
            "*/*",
            "Bearer",
            "Bearer x",
            "JWT a.b.c",
            "JWT ..",
            "sessionid=x; edx-jwt-cookie-header-payload=a.b; edx-jwt-cookie-signature=c",
        ]
    ),
    max_size=6,
)


@bounded
@given(headers=HEADERS, as_get=st.booleans())
def test_headers(client: httpx.Client, headers: dict[str, str], as_get: bool) -> None:
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    query = '{ viewer { username } course(key: "course-v1:OpenedX+DemoX+DemoCourse") { title tabs { id } } }'
    if as_get:
        response = client.get("/graphql", params={"query": query}, headers=raw)
    else:
        if "content-type" not in headers:
            raw.append((b"content-type", b"application/json"))
        response = client.post(
            "/graphql", content=httpx.Request("POST", "/", json={"query": query}).read(), headers=raw
        )
    check(response, *headers.values())


WIRE = st.lists(
    st.sampled_from(
        [
            b"GET /graphql?query={__typename} HTTP/1.1\r\n",
            b"POST /graphql HTTP/1.1\r\n",
            b"POST /graphql HTTP/1.0\r\n",
            b"OPTIONS * HTTP/1.1\r\n",
            b"CONNECT x:1 HTTP/1.1\r\n",
            b"host: x\r\n",
            b"content-type: application/json\r\n",
            b"content-length: 26\r\n",
            b"content-length: -1\r\n",
            b"content-length: 99999999999999999999\r\n",
            b"transfer-encoding: chunked\r\n",
            b"expect: 100-continue\r\n",
            b"upgrade: websocket\r\nconnection: upgrade\r\n",
            b"\r\n",
            b'{"query":"{ __typename }"}',
            b"1a\r\n",
            b"ffffffffff\r\n",
            b"0\r\n\r\n",
        ]
    )
    | st.binary(max_size=60),
    max_size=12,
).map(b"".join)


@settings(bounded, max_examples=400 * EFFORT)
@given(data=WIRE)
def test_bytes_on_the_wire(served: Served, data: bytes) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=TIMEOUT) as stream:
        received = b""
        try:
            stream.sendall(data)
            stream.shutdown(socket.SHUT_WR)
            while chunk := stream.recv(65536):
                received += chunk
        except (ConnectionResetError, BrokenPipeError):
            pass
    statuses = [int(text) for text in re.findall(rb"^HTTP/1\.[01] (\d{3})", received, re.MULTILINE)]
    assert all(status < 500 for status in statuses), received
    assert LEAKS.search(received.decode("utf-8", "replace")) is None


def test_the_gateway_is_well(client: httpx.Client) -> None:
    """Runs after the others."""
    response = client.post("/graphql", json={"query": "{ __typename }"})
    assert response.json() == {"data": {"__typename": "Query"}}
