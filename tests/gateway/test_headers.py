"""The parts of a request that reach the LMS, and the parts of the LMS's answer that reach the client."""

import pytest

from tests.support.gateway import Gateway
from tests.support.people import KEY

QUERY = "query($k: CourseKey!) { course(key: $k) { tabs { id } } }"
ALLOWED = {
    "host",
    "accept",
    "accept-encoding",
    "accept-language",
    "authorization",
    "cookie",
    "use-jwt-cookie",
    "x-request-id",
    "x-forwarded-for",
    "traceparent",
    "user-agent",
    "connection",
}
TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


def test_only_allowed_headers_and_cookies_arrive(gateway: Gateway) -> None:
    sent = {
        "Authorization": "JWT demo-alex",
        "Cookie": "sessionid=demo-alex; csrftoken=abc; tracker=1; edx-user-info=x; __Secure-x=2; sessionid2=3",
        "Accept-Language": "es-419",
        "Accept": "application/json;q=0.9, text/html",
        "Accept-Encoding": "gzip, br",
        "X-Secret": "1",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "gopher",
        "X-Original-URL": "/admin",
        "X-HTTP-Method-Override": "DELETE",
        "Proxy-Authorization": "Basic x",
        "Forwarded": "for=1.2.3.4",
        "Ocp-Apim-Subscription-Key": "catalogue-key",
        "Range": "bytes=0-1",
        "If-None-Match": "x",
        "User-Agent": "spy",
        "X-CSRFToken": "abc",
        "Referer": "https://apps.example/",
        "Origin": "https://apps.example",
        "traceparent": TRACE,
    }
    answer = gateway.ask(QUERY, {"k": KEY}, user="anonymous", headers=sent)
    answer.sound()
    (call,) = answer.calls
    assert call.headers.keys() <= ALLOWED
    assert call.headers["authorization"] == "JWT demo-alex"
    assert call.headers["cookie"] == "sessionid=demo-alex; csrftoken=abc"
    assert call.headers["accept"] == "application/json"
    assert call.headers["accept-encoding"] == "identity"
    assert call.headers["accept-language"] == "es-419"
    assert call.headers["traceparent"].split("-")[1] == TRACE.split("-")[1]
    assert call.headers["host"] == gateway.lms.url.removeprefix("http://")
    assert call.headers.get("user-agent") != "spy"


def test_anonymous_request_carries_nothing_of_anybody(gateway: Gateway) -> None:
    gateway.ask(QUERY, {"k": KEY}, user="alex", scheme="session")
    answer = gateway.ask(QUERY, {"k": KEY}, user="anonymous")
    (call,) = answer.calls
    assert call.user is None
    assert "cookie" not in call.headers
    assert "authorization" not in call.headers


def test_jwt_cookie_pair_goes_together(gateway: Gateway) -> None:
    pair = "edx-jwt-cookie-header-payload=demo-sam; edx-jwt-cookie-signature=demo"
    answer = gateway.ask("{ viewer { username } }", user="anonymous", headers={"Cookie": pair})
    assert answer.sound() == {"viewer": {"username": "sam"}}
    assert answer.calls[0].headers["cookie"] == pair
    assert answer.calls[0].headers["use-jwt-cookie"] == "true"


def test_half_a_jwt_cookie_pair_signs_nobody_in(gateway: Gateway) -> None:
    half = {"Cookie": "edx-jwt-cookie-header-payload=demo-sam"}
    answer = gateway.ask("{ viewer { isAuthenticated username } }", user="anonymous", headers=half)
    assert answer.sound() == {"viewer": {"isAuthenticated": False, "username": None}}
    assert answer.calls == []


@pytest.mark.parametrize("authorization", ["Basic YWxleDpkZW1v", "Digest x=1", "Negotiate YII=", "NTLM TlRM"])
def test_automatic_credentials_of_browsers_are_not_forwarded(gateway: Gateway, authorization: str) -> None:
    answer = gateway.ask(QUERY, {"k": KEY}, user="anonymous", headers={"Authorization": authorization})
    (call,) = answer.calls
    assert "authorization" not in call.headers


@pytest.mark.parametrize("name", ["JWT nonsense", "Bearer nonsense", "Bearer demo-alex-expired"])
def test_refused_credential_is_said_so(gateway: Gateway, name: str) -> None:
    answer = gateway.ask("{ viewer { name } }", user="anonymous", headers={"Authorization": name})
    assert answer.data["viewer"]["name"] is None
    assert set(answer.codes) <= {"UNAUTHENTICATED"}


def test_cookies_of_the_lms_stop_at_the_gateway(gateway: Gateway) -> None:
    """The LMS answers a call by JWT with a session cookie, which is neither kept nor returned."""
    direct = gateway.lms.set_cookies(f"/api/course_home/course_metadata/{KEY}", "alex")
    assert any(cookie.startswith("sessionid=") for cookie in direct)
    for user in ("alex", "sam", "anonymous"):
        answer = gateway.ask(QUERY, {"k": KEY}, user=user)
        assert "set-cookie" not in answer.headers
        assert all("cookie" not in call.headers for call in answer.calls)


def test_client_address_is_passed_on_as_the_socket_has_it(gateway: Gateway) -> None:
    answer = gateway.ask(QUERY, {"k": KEY}, headers={"X-Forwarded-For": "6.6.6.6"})
    assert answer.calls[0].headers["x-forwarded-for"] == "127.0.0.1"


def test_csrf_pair_is_the_clients_own_and_reads_do_not_need_it(gateway: Gateway) -> None:
    answer = gateway.ask(QUERY, {"k": KEY}, user="sam", scheme="session")
    (call,) = answer.calls
    assert call.headers["cookie"] == "sessionid=demo-sam"
    assert "x-csrftoken" not in call.headers
