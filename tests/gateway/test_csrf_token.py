"""`/csrf/api/v1/token`: the only path of the LMS that is relayed, for pages that use a gateway on a separate origin."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from gateway.settings.settings import Mode, load_settings
from tests.support.gateway import Gateway
from tests.support.lms import DemoLms
from tests.support.people import PUBLIC
from tests.support.servers import served

from .ask import post
from .conftest import StartGateway

PATH = "/csrf/api/v1/token"
ORIGIN = "https://apps.example.com"
SECRET = "Ae3wus8ovBDWPf2lk1GTVWYnidZAbXjH"
ENROLL = f'mutation {{ enroll(input: {{ course: "{PUBLIC}" }}) {{ enrollment {{ isActive }} userErrors {{ code }} }} }}'


def csrf_cookie(response: httpx.Response) -> str:
    """The value of the only cookie that was set, which is the LMS's `csrftoken`."""
    (header,) = response.headers.get_list("set-cookie")
    assert header.startswith("csrftoken=")
    return SimpleCookie(header)["csrftoken"].value


def test_token_and_cookie_are_the_lmss(client: httpx.Client, lms: DemoLms) -> None:
    direct = httpx.get(f"{lms.url}{PATH}")
    answer = client.get(PATH)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.json().keys() == direct.json().keys() == {"csrfToken"}
    assert len(answer.json()["csrfToken"]) == len(direct.json()["csrfToken"]) == 64
    shown, expected = (response.headers["set-cookie"].partition(";")[2] for response in (answer, direct))
    assert shown == expected  # Max-Age, Path, SameSite and what else the LMS says
    assert len(csrf_cookie(answer)) == 32


def test_it_is_never_kept(client: httpx.Client, lms: DemoLms) -> None:
    lms.forget()
    for _ in range(3):
        answer = client.get(PATH)
        client.cookies.clear()
        assert answer.headers["cache-control"] == "private, no-store"
    assert [call.path for call in lms.calls()] == [PATH] * 3


def test_the_pair_opens_a_mutation(client: httpx.Client, lms: DemoLms) -> None:
    token = client.get(PATH, headers={"cookie": "sessionid=demo-jordan"})
    client.cookies.clear()
    cookie = f"sessionid=demo-jordan; csrftoken={csrf_cookie(token)}"
    refused = post(client, ENROLL, cookie=cookie).json()
    assert refused["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert "CSRF token missing" in refused["errors"][0]["message"]
    enrolled = post(client, ENROLL, cookie=cookie, x_csrftoken=token.json()["csrfToken"]).json()
    assert enrolled == {"data": {"enroll": {"enrollment": {"isActive": True}, "userErrors": []}}}


def test_the_callers_cookie_is_renewed(client: httpx.Client) -> None:
    answer = client.get(PATH, headers={"cookie": f"csrftoken={SECRET}"})
    assert csrf_cookie(answer) == SECRET


def test_only_the_allowed_headers_go_on(client: httpx.Client, lms: DemoLms) -> None:
    lms.forget()
    headers = {
        "cookie": f"sessionid=demo-alex; csrftoken={SECRET}; tracker=1",
        "use-jwt-cookie": "true",
        "x-secret": "1",
        "referer": "https://apps.example.com/learning",
        "origin": ORIGIN,
        "x-request-id": "0123456789abcdef",
    }
    answer = client.get(f"{PATH}?next=/admin", headers=headers)
    (call,) = lms.calls()
    assert (call.method, call.path, call.query) == ("GET", PATH, "")
    assert call.headers["cookie"] == f"sessionid=demo-alex; csrftoken={SECRET}"
    assert call.headers["x-request-id"] == answer.headers["x-request-id"] == "0123456789abcdef"
    for name in ("x-secret", "referer", "origin", "use-jwt-cookie"):
        assert name not in call.headers


def test_no_other_cookie_is_returned(client: httpx.Client, lms: DemoLms) -> None:
    """With a token, the LMS opens a session that is nobody's: it must not take the place of the caller's."""
    headers = {"authorization": "JWT demo-alex"}
    direct = httpx.get(f"{lms.url}{PATH}", headers=headers)
    names = {header.partition("=")[0] for header in direct.headers.get_list("set-cookie")}
    assert names == {"csrftoken", "sessionid", "openedx-language-preference"}
    csrf_cookie(client.get(PATH, headers=headers))


@contextmanager
def answering(body: object, *cookies: str) -> Iterator[str]:
    """An LMS that gives this body and these cookies to everybody."""

    async def answer(request: Request) -> JSONResponse:
        response = JSONResponse(body)
        for cookie in cookies:
            response.headers.append("set-cookie", cookie)
        return response

    with served(lambda url: Starlette(routes=[Route(PATH, answer)])) as url:
        yield url


@pytest.mark.parametrize("transport", ["http1", "httpx"])
def test_attributes_are_not_touched(start_gateway: StartGateway, transport: str) -> None:
    """The domain may be wider than the LMS's host: then it is this cookie that the LMS gets too."""
    cookie = f"csrftoken={SECRET}; Domain=.example.com; Max-Age=60; Path=/; SameSite=None; Secure; Partitioned"
    others = ("csrftokens=1; Path=/", "sessionid=1; Path=/", "x=csrftoken=1", "csrftoken", "CSRFTOKEN=1")
    with answering({"csrfToken": SECRET}, others[0], cookie, *others[1:]) as lms:
        answer = start_gateway(lms_base_url=lms, transport=transport).get(PATH)
    assert answer.headers.get_list("set-cookie") == [cookie]
    assert answer.json() == {"csrfToken": SECRET}


NO_TOKENS: tuple[object, ...] = ({}, {"csrfToken": None}, {"csrfToken": 7}, {"csrfToken": ""}, {"csrfToken": "a b"},
             {"csrfToken": "x" * 257}, {"csrfToken": "\u00fc" * 32}, [], "x")  # fmt: skip


@pytest.mark.parametrize("body", NO_TOKENS, ids=range(len(NO_TOKENS)))
def test_an_invalid_token_is_not_relayed(start_gateway: StartGateway, body: object) -> None:
    with answering(body, f"csrftoken={SECRET}; Path=/") as lms:
        answer = start_gateway(lms_base_url=lms).get(PATH)
    assert answer.status_code == 502
    assert "set-cookie" not in answer.headers


def test_only_the_token_and_allowed_cookies_are_forwarded(start_gateway: StartGateway) -> None:
    cookies = [f"csrftoken={SECRET}{number}; Path=/" for number in range(9)]
    with answering({"csrfToken": SECRET, "more": "x" * 100_000}, f"csrftoken={'x' * 4090}", *cookies) as lms:
        answer = start_gateway(lms_base_url=lms).get(PATH)
    assert answer.json() == {"csrfToken": SECRET}
    assert answer.headers.get_list("set-cookie") == cookies[:4]


@pytest.mark.parametrize(
    "path", ["/csrf/api/v1/", "/csrf/api/v1/token/x", "/csrf/api/v2/token", "/login_refresh", "/api"]
)
def test_no_other_path_is_relayed(client: httpx.Client, lms: DemoLms, path: str) -> None:
    lms.forget()
    assert client.get(path).status_code == 404
    assert client.post(path).status_code == 404
    assert lms.calls() == []


def test_it_is_read_only(client: httpx.Client, lms: DemoLms) -> None:
    lms.forget()
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        assert client.request(method, PATH).status_code == 405
    assert lms.calls() == []
    assert client.head(PATH).status_code == 200


def test_listed_origins_may_ask_with_credentials(start_gateway: StartGateway) -> None:
    client = start_gateway(cors_origins=(ORIGIN,), mode=Mode.PRODUCTION)
    asked = client.options(
        PATH,
        headers={
            "origin": ORIGIN,
            "access-control-request-method": "GET",
            "access-control-request-headers": "use-jwt-cookie",
        },
    )
    assert asked.status_code == 200
    for answer in (asked, client.get(PATH, headers={"origin": ORIGIN})):
        assert answer.headers["access-control-allow-origin"] == ORIGIN
        assert answer.headers["access-control-allow-credentials"] == "true"
    foreign = client.get(PATH, headers={"origin": "https://evil.example"})
    assert "access-control-allow-origin" not in foreign.headers


@pytest.mark.parametrize(
    ("fault", "status", "code"),
    [
        ({"status": 500}, 503, "UPSTREAM_UNAVAILABLE"),
        ({"status": 503, "retry_after": 7}, 503, "UPSTREAM_UNAVAILABLE"),
        ({"status": 429, "retry_after": 7}, 429, "RATE_LIMITED"),
        ({"status": 403}, 403, "FORBIDDEN"),
        ({"status": 404}, 502, "UPSTREAM_INVALID"),
        ({"kind": "html"}, 502, "UPSTREAM_INVALID"),
        ({"kind": "redirect_host"}, 502, "UPSTREAM_INVALID"),
        ({"kind": "badjson"}, 502, "UPSTREAM_INVALID"),
        ({"kind": "wrongtype"}, 502, "UPSTREAM_INVALID"),
        ({"kind": "huge"}, 502, "UPSTREAM_INVALID"),
        ({"kind": "reset"}, 503, "UPSTREAM_UNAVAILABLE"),
        ({"kind": "empty"}, 502, "UPSTREAM_INVALID"),
    ],
    ids=lambda value: "-".join(map(str, value.values())) if isinstance(value, dict) else None,
)
def test_a_failing_lms(new_gateway: Gateway, fault: dict[str, object], status: int, code: str) -> None:
    new_gateway.lms.faults({"/csrf/": fault})
    answer = new_gateway.http.get(PATH)
    (error,) = answer.json()["errors"]
    assert (answer.status_code, error["extensions"]["code"]) == (status, code)
    assert error["extensions"]["requestId"] == answer.headers["x-request-id"]
    assert answer.headers["cache-control"] == "private, no-store"
    assert "set-cookie" not in answer.headers
    assert answer.headers.get("retry-after") == ("7" if "retry_after" in fault else None)


def test_a_hung_lms_ends_with_the_deadline(hasty_gateway: Gateway) -> None:
    hasty_gateway.lms.faults({"/csrf/": {"kind": "hang"}})
    started = time.monotonic()
    answer = hasty_gateway.http.get(PATH)
    assert answer.status_code == 504
    assert time.monotonic() - started < 3


def test_an_lms_that_fails_is_left_alone(new_gateway: Gateway) -> None:
    new_gateway.lms.faults({"/csrf/": {"status": 503}})
    answers = [new_gateway.http.get(PATH) for _ in range(12)]
    new_gateway.lms.forget()
    refused = new_gateway.http.get(PATH)
    assert {answer.status_code for answer in answers} == {503}
    assert refused.status_code == 503
    assert int(refused.headers["retry-after"]) >= 1
    assert new_gateway.lms.calls() == []


@pytest.mark.parametrize(
    ("public_url", "origin"),
    [
        ("https://lms.example.com", "https://lms.example.com"),
        ("https://LMS.example.com:443/", "https://lms.example.com"),
        ("http://lms.example.com:8000", "http://lms.example.com:8000"),
    ],
)
def test_a_page_of_the_lms_itself_may_write(
    start_gateway: StartGateway, lms: DemoLms, public_url: str, origin: str
) -> None:
    """The LMS knows the gateway's calls by an internal host, and would take its own public origin for a foreign one."""
    client = start_gateway(lms_public_url=public_url)
    pair: dict[str, Any] = {"cookie": f"sessionid=demo-jordan; csrftoken={SECRET}", "x_csrftoken": SECRET}
    for foreign in ("https://evil.example", f"{origin}.evil.example", f"{origin}1", "null"):
        refused = post(client, ENROLL, origin=foreign, **pair).json()
        assert "CSRF" in refused["errors"][0]["message"]
    lms.forget()
    enrolled = post(client, ENROLL, origin=origin, referer=f"{origin}/learning", **pair).json()
    assert enrolled["data"]["enroll"]["enrollment"] == {"isActive": True}
    (write,) = [call for call in lms.calls() if call.method == "POST"]
    assert "origin" not in write.headers
    assert write.headers["referer"] == f"{origin}/learning"


def test_pages_of_other_origins_are_the_lmss_to_judge(client: httpx.Client, lms: DemoLms) -> None:
    pair: dict[str, Any] = {"cookie": f"sessionid=demo-jordan; csrftoken={SECRET}", "x_csrftoken": SECRET}
    lms.forget()
    enrolled = post(client, ENROLL, origin="http://localhost:2000", **pair).json()
    assert enrolled["data"]["enroll"]["enrollment"] == {"isActive": True}
    (write,) = [call for call in lms.calls() if call.method == "POST"]
    assert write.headers["origin"] == "http://localhost:2000"


@pytest.mark.parametrize(
    ("base", "public", "unknown"),
    [
        ("http://lms.internal:8000", "https://lms.example.com", "https://lms.example.com"),
        ("http://lms.internal", "http://lms.example.com:80/", "http://lms.example.com"),
        ("http://[::1]:8000", "http://[::2]:8000", "http://[::2]:8000"),
        ("https://lms.internal", "https://lms.example.com", None),
        ("https://lms.example.com:443", "https://LMS.example.com/", None),
        ("http://lms.example.com/", "http://lms.example.com:80", None),
        ("http://lms.example.com", None, None),
    ],
)
def test_the_origin_is_kept_where_the_lms_knows_it(base: str, public: str | None, unknown: str | None) -> None:
    """Or where it would ask for `Referer` instead, which some pages do not send."""
    assert load_settings(lms_base_url=base, lms_public_url=public).unknown_origin == unknown
