"""Credentials that cannot be forwarded are refused: without them, the request would be another person's."""

import httpx
import pytest

from tests.gateway.test_identity import signed
from tests.support.gateway import Gateway
from tests.support.named import pair


@pytest.mark.parametrize("cookie", ["", "sessionid=demo-sam"])
@pytest.mark.parametrize("scheme", ["JWT", "Bearer"])
def test_a_token_that_is_too_long_is_refused(gateway: Gateway, scheme: str, cookie: str) -> None:
    headers = {"authorization": f"{scheme} {'a' * 8189}"} | ({"cookie": cookie} if cookie else {})
    answer = signed(gateway, "{ viewer { username } }", headers)
    assert (answer.status, answer.data, answer.calls) == (431, None, [])


MALFORMED = (
    *("JWT", "Bearer", "JWT a b", "Bearer a, b", "JWT a,JWT b", "JWT a;b", "JWT\tabc", "JWT caf\u00e9"),
    *("demo-alex", "Token abc", "Basic", "Basic abc, JWT demo-alex", ", JWT demo-alex"),
)


@pytest.mark.parametrize("value", MALFORMED)
def test_a_malformed_authorization_is_refused(gateway: Gateway, value: str) -> None:
    reply = httpx.post(
        f"{gateway.url}/graphql",
        json={"query": "{ viewer { username } }"},
        headers=[(b"authorization", value.encode("latin-1")), (b"cookie", b"sessionid=demo-sam")],
    )
    assert reply.status_code == 400
    assert reply.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize(
    "values", [("JWT demo-alex", "JWT demo-sam"), ("JWT demo-alex", "JWT demo-alex"), ("Basic a", "JWT demo-sam")]
)
def test_two_authorizations_are_refused(gateway: Gateway, values: tuple[str, ...]) -> None:
    gateway.lms.forget()
    headers = [("authorization", value) for value in values]
    reply = httpx.post(f"{gateway.url}/graphql", json={"query": "{ viewer { username } }"}, headers=headers)
    assert (reply.status_code, gateway.lms.calls()) == (400, [])


@pytest.mark.parametrize(
    "cookie",
    [
        'sessionid="a b"; x=1',
        r"sessionid=a\b",
        "edx-jwt-cookie-header-payload=a,b; edx-jwt-cookie-signature=c; sessionid=demo-sam",
        "edx-jwt-cookie-header-payload=a.b; edx-jwt-cookie-signature=\u00e9; sessionid=demo-sam",
        'sessionid=demo-sam; csrftoken="a;b"',
    ],
)
def test_a_cookie_that_cannot_be_forwarded_is_refused(gateway: Gateway, cookie: str) -> None:
    headers = [(b"cookie", cookie.encode("latin-1"))]
    reply = httpx.post(f"{gateway.url}/graphql", json={"query": "{ viewer { username } }"}, headers=headers)
    assert (reply.status_code, reply.json()["errors"][0]["extensions"]["code"]) == (400, "BAD_USER_INPUT")


def test_an_empty_authorization_is_none(gateway: Gateway) -> None:
    answer = signed(gateway, "{ viewer { username } }", {"authorization": "", "cookie": "sessionid=demo-sam"})
    assert answer.sound() == {"viewer": {"username": "sam"}}


def test_cookies_of_several_headers_count_together(gateway: Gateway) -> None:
    first, second = pair("sam", 3600).split("; ")
    reply = httpx.post(
        f"{gateway.url}/graphql",
        json={"query": "{ viewer { username } }"},
        headers=[("cookie", first), ("cookie", second)],
    )
    assert reply.json() == {"data": {"viewer": {"username": "sam"}}}
