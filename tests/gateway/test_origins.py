"""Pages of other origins: the requests that they may send, and those that browsers refuse to send."""

import httpx
import pytest

from gateway.settings.settings import Mode, SettingsError, load_settings
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
        {"authorization": "bearer demo-alex"},
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


@pytest.mark.parametrize("written", [f"{ORIGIN}/", f"{ORIGIN}:443", ORIGIN.upper()])
def test_an_origin_may_be_written_otherwise_than_browsers_send_it(start_gateway: StartGateway, written: str) -> None:
    client = start_gateway(cors_origins=(written,), mode=Mode.PRODUCTION)
    assert preflight(client, ORIGIN).headers["access-control-allow-origin"] == ORIGIN
    assert "access-control-allow-origin" not in preflight(client, f"{ORIGIN}:8443").headers


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


USUAL = (
    "accept",
    "apollo-require-preflight",
    "apollographql-client-name",
    "apollographql-client-version",
    "authorization",
    "baggage",
    "cache-control",
    "content-type",
    "expires",
    "pragma",
    "sentry-trace",
    "traceparent",
    "tracestate",
    "use-jwt-cookie",
    "x-apollo-operation-name",
    "x-csrftoken",
    "x-request-id",
)
"""Headers that Apollo's clients, the LMS's front ends with their cached client, and common tracing add to a request."""


def test_usual_headers_are_allowed_by_default(start_gateway: StartGateway) -> None:
    client = start_gateway(cors_origins=(ORIGIN,), mode=Mode.PRODUCTION)
    assert preflight(client, ORIGIN, ",".join(USUAL)).status_code == 200
    assert preflight(client, ORIGIN, "x-app-version").status_code == 400


def test_further_headers_can_be_allowed(start_gateway: StartGateway) -> None:
    client = start_gateway(cors_origins=(ORIGIN,), cors_headers=("X-App-Version", "x-tenant"), mode=Mode.PRODUCTION)
    assert preflight(client, ORIGIN, "x-app-version,x-tenant,content-type").status_code == 200
    assert preflight(client, ORIGIN, "x-other").status_code == 400


@pytest.mark.parametrize("headers", ["*", "X App", "X-App:", "X-App-Version, *", "x-\u00fc"])
def test_an_invalid_header_name_stops_the_start(headers: str) -> None:
    with pytest.raises(SettingsError, match="GATEWAY_CORS_HEADERS: "):
        load_settings(lms_base_url="http://127.0.0.1:9", cors_headers=headers)


def test_a_page_can_read_the_headers_about_the_answer(start_gateway: StartGateway) -> None:
    answer = post(start_gateway(cors_origins=(ORIGIN,)), TYPENAME, origin=ORIGIN)
    exposed = answer.headers["access-control-expose-headers"].lower()
    for header in ("date", "etag", "retry-after", "x-request-id"):
        assert header in exposed


LOCAL = (
    "http://localhost:2000",
    "https://localhost",
    "http://mfe.localhost:1997",
    "http://127.0.0.1:2000",
    "http://[::1]:8080",
    "http://apps.local.openedx.io:1996",
    "https://apps.local.openedx.io",
    "http://local.edly.io",
    "http://apps.local.overhang.io:2000",
)
FOREIGN = (
    "http://localhost.evil.example",
    "http://localhost:2000.evil.example",
    "http://evillocalhost",
    "http://localhost:",
    "http://localhost:2000/",
    "http://127.0.0.1.evil.example",
    "http://127.0.0.2:2000",
    "http://notlocal.openedx.io",
    "http://openedx.io",
    "http://local.openedx.io.evil.example",
    "http://local-openedx.io",
    "http://user@localhost:2000",
    "file://localhost",
    "chrome-extension://localhost",
    "null",
)


@pytest.mark.parametrize("origin", LOCAL)
def test_pages_of_this_machine_are_let_in_in_development(
    client: httpx.Client, production: httpx.Client, origin: str
) -> None:
    asked = preflight(client, origin, "content-type,use-jwt-cookie,x-csrftoken")
    assert (asked.status_code, asked.headers["access-control-allow-origin"]) == (200, origin)
    assert asked.headers["access-control-allow-credentials"] == "true"
    assert post(client, TYPENAME, origin=origin).headers["access-control-allow-origin"] == origin
    assert "access-control-allow-origin" not in preflight(production, origin).headers
    assert "access-control-allow-origin" not in post(production, TYPENAME, origin=origin).headers


@pytest.mark.parametrize("origin", FOREIGN)
def test_origins_that_only_look_local_are_refused(client: httpx.Client, origin: str) -> None:
    assert "access-control-allow-origin" not in preflight(client, origin).headers
    assert "access-control-allow-origin" not in post(client, TYPENAME, origin=origin).headers


def test_listed_origins_do_not_shut_out_this_machine_in_development(start_gateway: StartGateway) -> None:
    client = start_gateway(cors_origins=(ORIGIN,))
    for origin in (ORIGIN, "http://localhost:2000"):
        assert preflight(client, origin).headers["access-control-allow-origin"] == origin


def test_answers_that_differ_by_origin_say_so(start_gateway: StartGateway) -> None:
    """A cache must not give a page an answer that was kept without its origin."""
    client = start_gateway(cors_origins=(ORIGIN,), mode=Mode.PRODUCTION, shared_cache_bytes=1_000_000)
    query = '{ course(key: "course-v1:OpenedX+DemoX+DemoCourse") { title } }'
    for headers in ({}, {"origin": ORIGIN}):
        answer = get(client, query, **headers)
        assert "public" in answer.headers["cache-control"]
        assert "Origin" in answer.headers["vary"]
