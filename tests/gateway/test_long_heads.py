"""Arguments for a long URL or a long head are refused before any call, because some servers hang up on these."""

import base64
from typing import Any

import httpx
import pytest

from tests.support.front import Front
from tests.support.gateway import Gateway
from tests.support.people import KEY, sign_in

LONG = "x" * 9000
VERY_LONG = "é" * 60_000
GARDENS = "8c4d2b6e-0f13-4c7a-9d55-2a61e7b9c304"


def cursor(kind: str, value: str) -> str:
    return base64.urlsafe_b64encode(f"{kind}:{value}".encode()).decode().rstrip("=")


ARGUMENTS: tuple[tuple[str, str, Any], ...] = (
    ("query($v: ID!) { thread(id: $v) { title } }", "ID", LONG),
    ("query($v: ID!) { node(id: $v) { id } }", "ID", cursor("Thread", LONG)),
    ("query($v: ID!) { node(id: $v) { id } }", "ID", cursor("CreditProvider", LONG)),
    ("query($v: ID!) { node(id: $v) { id } }", "ID", cursor("Course", LONG)),
    ("query($v: CourseKey!) { course(key: $v) { title } }", "key", f"course-v1:a+b+{LONG}"),
    ("query($v: [CourseKey!]!) { courses(keys: $v) { title } }", "keys", [KEY, f"course-v1:a+b+{LONG}"]),
    ("query($v: String) { catalog(search: $v) { totalCount } }", "text", LONG),
    ("query($v: String) { catalog(org: $v) { totalCount } }", "text", LONG),
    ("query($v: String) { catalog(after: $v) { totalCount } }", "cursor", cursor("offset", "1" * 9000)),
    ("query($v: [String!]) { creditProviders(ids: $v) { key } }", "ids", [LONG]),
    (
        "query($v: [String!]) { creditProviders(ids: $v) { key } }",
        "ids",
        [f"{number:03}" + "é" * 247 for number in range(100)],
    ),
    ("mutation($v: String!) { unsubscribeFromCourseGoal(input: {token: $v}) { userErrors { code } } }", "token", LONG),
)
BELOW: tuple[tuple[str, Any], ...] = (
    (
        "query($k: CourseKey!, $v: [ID!]) { course(key: $k) { discussion { threads(topicIds: $v) { totalCount } } } }",
        [LONG],
    ),
    (
        "query($k: CourseKey!, $v: [ID!]) { course(key: $k) { discussion { threads(topicIds: $v) { totalCount } } } }",
        [f"{number:03}" + "é" * 247 for number in range(100)],
    ),
    ("query($k: CourseKey!, $v: String) { course(key: $k) { gradebook(userContains: $v) { totalCount } } }", LONG),
    ("query($k: CourseKey!, $v: ID) { course(key: $k) { gradebook(cohort: $v) { totalCount } } }", LONG),
    ("query($k: CourseKey!, $v: String) { course(key: $k) { gradebook(enrollmentMode: $v) { totalCount } } }", LONG),
    (
        "query($k: CourseKey!, $v: String) { course(key: $k) { gradebook(after: $v) { totalCount } } }",
        cursor("page", f"0:{LONG}"),
    ),
    ("query($k: CourseKey!, $v: String) { course(key: $k) { outline(asUser: $v) { sections { key } } } }", LONG),
    ("query($k: CourseKey!, $v: String) { course(key: $k) { progress(asUser: $v) { username } } }", LONG),
    ("query($k: CourseKey!, $v: ID) { course(key: $k) { progress(studentId: $v) { username } } }", "1" * 9000),
    ("query($k: CourseKey!, $v: [String!]) { course(key: $k) { blocks(types: $v) { key } } }", [LONG]),
    (
        "query($k: CourseKey!, $v: [String!]) { course(key: $k) { blocks(types: $v) { key } } }",
        [f"{number:03}" + "é" * 247 for number in range(50)],
    ),
)


@pytest.mark.parametrize(("query", "kind", "value"), ARGUMENTS)
def test_long_argument_is_refused_and_nothing_is_asked(gateway: Gateway, query: str, kind: str, value: Any) -> None:
    answer = gateway.ask(query, {"v": value}, user="taylor")
    if kind == "token":
        assert answer.data["unsubscribeFromCourseGoal"]["userErrors"] == [{"code": "NOT_FOUND"}]
    else:
        assert answer.codes == ["BAD_USER_INPUT"]
    assert answer.calls == []
    assert LONG[:300] not in str(answer.body)


@pytest.mark.parametrize(("query", "value"), BELOW)
def test_long_argument_below_a_course_costs_its_field_only(gateway: Gateway, query: str, value: Any) -> None:
    answer = gateway.ask(query, {"k": KEY, "v": value}, user="taylor")
    assert answer.codes == ["BAD_USER_INPUT"]
    assert all(len(call.path) + len(call.query) < 1000 for call in answer.calls)


def test_many_long_keys_are_asked_for_in_parts(gateway: Gateway) -> None:
    keys = [f"course-v1:{'ж' * 80}+{'ж' * 80}+{number:03}" for number in range(30)]
    query = "query($v: [CourseKey!]!) { courses(keys: $v) { title } }"
    answer = gateway.ask(query, {"v": keys}, user="taylor")
    assert answer.data == {"courses": [None] * 30}
    assert answer.calls
    assert all(len(call.path) + len(call.query) < 5000 for call in answer.calls)


def jwt_cookies(size: int) -> str:
    return f"edx-jwt-cookie-header-payload=a.{'b' * size}; edx-jwt-cookie-signature=c"


HEADS: tuple[dict[str, str], ...] = (
    {"Authorization": f"JWT {'a' * 12_000}"},
    {"Authorization": f"Bearer {'a' * 12_000}"},
    {"Cookie": f"sessionid={'a' * 12_000}"},
    {"Cookie": jwt_cookies(12_000)},
    {"Authorization": f"JWT {'a' * 5000}", "Cookie": f"sessionid={'a' * 5000}"},
    {"Authorization": f"JWT {'a' * 4000}", "Referer": f"https://lms.example/{'a' * 6000}"},
    {"Authorization": f"JWT {'a' * 4000}", "X-CSRFToken": "a" * 6000},
    {"Cookie": f"csrftoken={'a' * 12_000}"},
)


@pytest.mark.parametrize("headers", HEADS)
@pytest.mark.parametrize("path", ["/graphql", "/csrf/api/v1/token"])
def test_long_credentials_are_refused_at_the_door(gateway: Gateway, headers: dict[str, str], path: str) -> None:
    gateway.lms.forget()
    if path == "/graphql":
        reply = gateway.http.post(path, json={"query": "{ viewer { username } }"}, headers=headers)
    else:
        reply = gateway.http.get(path, headers=headers)
    assert reply.status_code == 431
    assert gateway.lms.calls() == []


def test_usual_credentials_pass(gateway: Gateway) -> None:
    gateway.lms.forget()
    headers = {"Authorization": f"JWT {'a' * 4000}", "Cookie": f"sessionid=x; csrftoken={'b' * 64}"}
    reply = gateway.http.post("/graphql", json={"query": "{ viewer { username } }"}, headers=headers)
    assert reply.status_code == 200
    assert gateway.lms.calls()


def test_long_trace_state_is_left_out(gateway: Gateway) -> None:
    gateway.lms.forget()
    for size in (500, 600):
        headers = {"traceparent": f"00-{'a' * 32}-{'b' * 16}-01", "tracestate": f"x={'y' * size}", **sign_in("alex")}
        gateway.http.post("/graphql", json={"query": "{ viewer { username } }"}, headers=headers)
    first, second = gateway.lms.calls()
    assert "tracestate" in first.headers
    assert "tracestate" not in second.headers


def test_a_proxy_that_drops_long_heads_receives_none(front: Front, front_gateway: Gateway) -> None:
    """Others are answered, whatever one caller sends."""
    respond = front.respond
    front.respond = lambda head, body: None if len(head) > 15 * 1024 else respond(head, body)  # type: ignore[method-assign]
    http: httpx.Client = front_gateway.http
    for number in range(20):
        for query, value in (("query($v: ID!) { thread(id: $v) { title } }", LONG + str(number)),):
            body = {"query": query, "variables": {"v": value}}
            http.post("/graphql", json=body, headers={"Authorization": f"JWT {number}{'a' * 12_000}"})
            http.post("/graphql", json=body, headers={"Authorization": f"JWT {number}{'a' * 8_000}"})
            body["query"] = query.replace("thread(id: $v) { title }", "viewer { username } thread(id: $v) { title }")
            http.post("/graphql", json=body, headers={"Authorization": f"JWT {number}{'a' * 8_000}"})
    assert max(map(len, front.heads)) < 15 * 1024
    assert front_gateway.ask("{ viewer { username } }").sound() == {"viewer": {"username": "alex"}}
