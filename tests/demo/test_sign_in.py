"""Signing in, renewing the token, and the CSRF pair."""

from __future__ import annotations

import httpx
import pytest

from gateway.demo.app import create_app

from .conftest import Client
from .replay import CSRF
from .served import BOTANY, served

ENROLL = "/api/enrollment/v1/enrollment"


@pytest.mark.parametrize("name", ["alex", "alex@demo.example"])
def test_the_sign_in_form_opens_a_session(lms: Client, name: str) -> None:
    path = "/api/user/v2/account/login_session/"
    refused = lms.http.post(path, data={"email_or_username": name, "password": "wrong"})
    assert refused.status_code == 400
    answer = lms.http.post(path, data={"email_or_username": name, "password": "demo"})
    session_id = answer.cookies["sessionid"]
    assert lms.get(None, "/api/user/v1/me", Cookie=f"sessionid={session_id}") == {"username": "alex"}


def test_the_session_a_token_call_gets_is_not_signed_in(lms: Client) -> None:
    fresh = lms.get_as("JWT demo-alex", "/api/user/v1/me").cookies["sessionid"]
    assert lms(None, "GET", "/api/user/v1/me", Cookie=f"sessionid={fresh}").status_code == 401


def test_tokens_are_masked_anew_and_any_of_them_fits_the_cookie(lms: Client) -> None:
    path = "/csrf/api/v1/token"
    tokens = [lms(None, "GET", path, Cookie=f"csrftoken={CSRF}").json()["csrfToken"] for _ in range(2)]
    assert tokens[0] != tokens[1]
    body = {"course_details": {"course_id": BOTANY}}
    for token in (*tokens, CSRF):
        answer = lms("jordan", "POST", ENROLL, body, X_CSRFToken=token)
        assert answer.status_code == 200
    for token, why in (
        ("A" * 64, "incorrect"),
        ("A" * 33, "has incorrect length"),
        ("-" * 32, "has invalid characters"),
    ):
        answer = lms("jordan", "POST", ENROLL, body, X_CSRFToken=token)
        assert answer.json() == {"detail": f"CSRF Failed: CSRF token from the 'X-Csrftoken' HTTP header {why}."}


def test_the_lms_recognises_its_origin_by_the_host_of_the_request(lms: Client) -> None:
    body = {"course_details": {"course_id": BOTANY}}
    for host, origin, status in (
        ("lms.example.com", "http://lms.example.com", 200),
        ("lms.internal", "http://lms.example.com", 403),
        ("lms.internal", "http://localhost:2000", 200),
        ("lms.internal", "http://localhost.evil.example:2000", 403),
    ):
        assert lms("jordan", "POST", ENROLL, body, Host=host, Origin=origin).status_code == status


def test_a_token_is_renewed_for_the_owner_of_the_session(lms: Client) -> None:
    assert lms(None, "POST", "/login_refresh").status_code == 401
    assert lms(None, "POST", "/login_refresh", Authorization="JWT demo-alex").json() == "Unauthorized"
    assert lms("alex", "GET", "/login_refresh").status_code == 405
    answer = lms(None, "POST", "/login_refresh", Cookie="sessionid=demo-alex")
    assert answer.status_code == 200
    assert answer.json()["success"] is True
    payload, signature = answer.cookies["edx-jwt-cookie-header-payload"], answer.cookies["edx-jwt-cookie-signature"]
    cookies = f"edx-jwt-cookie-header-payload={payload}; edx-jwt-cookie-signature={signature}"
    assert lms.get(None, "/api/user/v1/me", Cookie=cookies) == {"username": "alex"}
    kept = [header for header in answer.headers.get_list("set-cookie") if "HttpOnly" in header]
    assert [header.partition("=")[0] for header in kept] == ["edx-jwt-cookie-signature"]


def test_a_shared_domain_has_the_sign_in_but_not_the_csrf_cookie() -> None:
    with served(create_app(cookie_domain=".demo.test")) as url:
        form = {"email_or_username": "alex", "password": "demo"}
        signed_in = httpx.post(f"{url}/api/user/v2/account/login_session/", data=form)
        token = httpx.get(f"{url}/csrf/api/v1/token")
    cookies = signed_in.headers.get_list("set-cookie")
    assert len(cookies) == 5
    assert all("; Domain=.demo.test; " in cookie for cookie in cookies)
    assert "Domain" not in token.headers["set-cookie"]
