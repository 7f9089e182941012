"""Pages of other origins: what they may ask, and what they cannot make a visitor's browser ask."""

import httpx
import pytest

from tests.support.lms import DemoLms

from .ask import TYPENAME, code_of, get, post
from .conftest import StartGateway

ORIGIN = "https://apps.example.com"
COOKIE = "sessionid=demo-alex"


@pytest.fixture(scope="module")
def query() -> str:
    return "{ viewer { username } }"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"accept": "application/graphql-response+json"},
        {"content_type": "text/plain"},
        {"content_type": "application/x-www-form-urlencoded"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"origin": "https://evil.example"},
        {"authorization": "Basic dTpw"},
        {"authorization": "Negotiate YII="},
        {"authorization": "JWT"},
    ],
)
def test_a_get_with_cookies_needs_a_sign(
    client: httpx.Client, lms: DemoLms, query: str, headers: dict[str, str]
) -> None:
    response = get(client, query, cookie=COOKIE, **headers)
    assert (response.status_code, code_of(response)) == (403, "FORBIDDEN")
    assert lms.calls() == []


@pytest.mark.parametrize(
    "headers",
    [
        {"apollo_require_preflight": "1"},
        {"x_lectern_preflight": "1"},
        {"x_requested_with": "XMLHttpRequest"},
        {"use_jwt_cookie": "true"},
        {"authorization": "JWT demo-alex"},
        {"authorization": "bearer demo-alex-token"},
        {"content_type": "application/json"},
        {"sec_fetch_site": "same-origin"},
    ],
)
def test_a_get_with_a_sign(client: httpx.Client, query: str, headers: dict[str, str]) -> None:
    response = get(client, query, cookie=COOKIE, **headers)
    assert response.json() == {"data": {"viewer": {"username": "alex"}}}


def test_a_get_without_cookies_needs_none(client: httpx.Client) -> None:
    assert get(client, TYPENAME).status_code == 200
    assert get(client, TYPENAME, authorization="JWT demo-alex").status_code == 200


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_no_form_can_post(client: httpx.Client, lms: DemoLms, content_type: str) -> None:
    response = client.post(
        "/graphql",
        content=b'{"query":"{ viewer { username } }"}',
        headers={"content-type": content_type, "cookie": COOKIE},
    )
    assert response.status_code == 415
    assert lms.calls() == []


def preflight(client: httpx.Client, origin: str, header: str = "content-type") -> httpx.Response:
    headers = {
        "origin": origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": header,
    }
    return client.options("/graphql", headers=headers)


def test_listed_origins_are_let_in(start_gateway: StartGateway) -> None:
    client = start_gateway(cors_origins=(ORIGIN,))
    for header in ("content-type", "authorization", "use-jwt-cookie", "x-csrftoken", "apollo-require-preflight"):
        asked = preflight(client, ORIGIN, header)
        assert asked.status_code == 200
        assert asked.headers["access-control-allow-origin"] == ORIGIN
        assert asked.headers["access-control-allow-credentials"] == "true"
        assert "POST" in asked.headers["access-control-allow-methods"]
        assert header in asked.headers["access-control-allow-headers"].lower()
    answer = post(client, TYPENAME, origin=ORIGIN)
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    assert answer.headers["access-control-allow-credentials"] == "true"
    assert "Origin" in answer.headers["vary"]
    refused = post(client, "{", origin=ORIGIN, accept="application/graphql-response+json")
    assert refused.headers["access-control-allow-origin"] == ORIGIN


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", f"{ORIGIN}.evil.example", "http://apps.example.com"]
)
def test_other_origins_are_not(start_gateway: StartGateway, origin: str) -> None:
    client = start_gateway(cors_origins=(ORIGIN,))
    assert preflight(client, origin).status_code == 400
    assert "access-control-allow-origin" not in preflight(client, origin).headers
    assert "access-control-allow-origin" not in post(client, TYPENAME, origin=origin).headers


def test_nobody_is_let_in_by_default(client: httpx.Client) -> None:
    assert "access-control-allow-origin" not in preflight(client, ORIGIN).headers
    assert "access-control-allow-origin" not in post(client, TYPENAME, origin=ORIGIN).headers
