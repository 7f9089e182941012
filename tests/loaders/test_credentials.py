"""Credentials: the endpoints that they open, and the username in a token."""

import base64
import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.credentials import Credentials, username_of_jwt
from loaders.endpoint import Auth, Endpoint

SCHEMES = [Auth.JWT, Auth.BEARER, Auth.SESSION, Auth.JBS, Auth.JS, Auth.BS]


def endpoint(auth: Auth, *, anonymous: bool) -> Endpoint:
    return Endpoint(name="thing", path="/thing", weight=1, auth=auth, anonymous=anonymous)


@pytest.mark.parametrize("auth", SCHEMES)
@pytest.mark.parametrize("sent", [Auth.JWT, Auth.BEARER, Auth.SESSION, Auth.JWT | Auth.SESSION])
def test_an_endpoint_is_open_to_the_schemes_it_reads(auth: Auth, sent: Auth) -> None:
    """Open to visitors or not: a view that ignores the scheme would answer a signed-in person as a visitor."""
    for anonymous in (True, False):
        opens = Credentials(schemes=sent).opens(endpoint(auth, anonymous=anonymous))
        assert opens is any(scheme in auth for scheme in sent)


@pytest.mark.parametrize("anonymous", [True, False])
def test_a_visitor_is_let_in_where_no_sign_in_is_needed(anonymous: bool) -> None:
    visitor = Credentials()
    assert visitor.anonymous
    assert visitor.opens(endpoint(Auth.JBS, anonymous=anonymous)) is anonymous


def token(claims: Any, *, tail: str = ".signature") -> str:
    payload = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"header.{payload}{tail}"


@given(st.from_regex(r"[a-zA-Z0-9_.@+\-]{1,30}", fullmatch=True).filter(lambda name: name.strip(".")))
def test_the_name_in_a_token(name: str) -> None:
    assert username_of_jwt(token({"preferred_username": name, "exp": time.time() + 60})) == name
    assert username_of_jwt(token({"preferred_username": name, "exp": int(time.time()) + 60})) == name
    assert username_of_jwt(token({"preferred_username": name}, tail="")) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "demo-alex",
        "a.b.c",
        "a..c",
        "a.%%%.c",
        token({}),
        token([]),
        token("alex"),
        token({"preferred_username": None}),
        token({"preferred_username": 7}),
        token({"preferred_username": ""}),
        token({"preferred_username": "../sam"}),
        token({"preferred_username": "a/b"}),
        token({"preferred_username": "a?b=c"}),
        token({"preferred_username": "a\r\nb"}),
        token({"preferred_username": "x" * 200}),
        token({"preferred_username": "."}),
        token({"preferred_username": "alex", "exp": 1}),
        token({"preferred_username": "alex", "exp": 0}),
        token({"preferred_username": "alex", "exp": -1.5}),
        token({"preferred_username": "alex", "exp": "tomorrow"}),
        token({"preferred_username": "alex", "exp": [9e12]}),
        token({"preferred_username": ".."}),
        "h." + base64.urlsafe_b64encode(b'{"a":' + b"[" * 5500).decode() + ".s",
        "h." + base64.urlsafe_b64encode(b'{"preferred_username":' + b'{"a":' * 4000).decode() + ".s",
    ],
)
def test_a_token_without_a_usable_name(text: str) -> None:
    assert username_of_jwt(text) is None


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_a_token(text: str) -> None:
    username_of_jwt(text)
    username_of_jwt(f"a.{text}.c")
