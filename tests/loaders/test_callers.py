"""Identification of callers: by credentials that the LMS has accepted, otherwise by address."""

import asyncio
import json
import re
import time
from collections.abc import Callable

import pytest

from loaders.answer import Answer
from loaders.calls.breaker import State
from loaders.calls.client import LmsClient
from loaders.calls.guards import Guards, caller_of
from loaders.credentials import Credentials
from loaders.endpoint import Auth, Call
from loaders.endpoints.mobile import MOBILE_UPDATES
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.viewer import ME, PREFERENCES
from loaders.registry import endpoints
from tests.support.named import token

from .servers import http, raw_server
from .test_guards import BAD_GATEWAY, ask, key, signed_in, visitor
from .test_judge import FOLDER


def deadline() -> float:
    return time.monotonic() + 5


ADDRESS = "203.0.113.9"
MADE_UP: dict[str, Callable[[int], Credentials]] = {
    "tokens": lambda number: signed_in(f"x.y.{number}"),
    "tokens that name others": lambda number: signed_in(token(f"user{number}", 3600)),
    "bearers": lambda number: Credentials((("authorization", f"Bearer {number}"),), (), Auth.BEARER),
    "sessions": lambda number: Credentials((("cookie", f"sessionid=made-up-{number}"),), (), Auth.SESSION),
    "token cookies": lambda number: by_cookies(f"x.{number}", ""),
    "CSRF tokens": lambda number: Credentials((("cookie", f"csrftoken={number}; sessionid=x"),), (), Auth.SESSION),
}
OWN: dict[str, Callable[[int], Credentials]] = {
    "one session and made-up tokens": lambda number: by_cookies(f"x.{number}", "sessionid=evil"),
    "one token and made-up sessions": lambda number: by_cookies(token("evil", 3600), f"sessionid={number}"),
    "renewed token cookies": lambda number: by_cookies(token("evil", 3600 + number), ""),
    "renewed tokens": lambda number: signed_in(token("evil", 3600 + number)),
}


def by_cookies(payload: str, session: str) -> Credentials:
    cookies = f"edx-jwt-cookie-header-payload={payload}; edx-jwt-cookie-signature=s"
    return Credentials((("use-jwt-cookie", "true"), ("cookie", f"{cookies}; {session}".rstrip("; "))), (), Auth.JS)


@pytest.mark.parametrize("way", [*MADE_UP, *OWN])
def test_one_person_with_many_credentials_is_one_caller(way: str) -> None:
    """Credentials that the LMS never took, and those that one person may vary as they like."""
    credentials_of = {**MADE_UP, **OWN}[way]
    breaks = False

    def one(count: int, head: bytes) -> bytes:
        return BAD_GATEWAY if breaks and ADDRESS.encode() in head else http(b'{"username": "evil"}')

    def call_of(number: int) -> Call:
        return OUTLINE.call(course_key=key(f"c{number}"))  # nothing that writes is asked twice: no pauses

    async def scenario() -> None:
        nonlocal breaks
        async with raw_server(one) as (_, upstream):
            for number in range(25):
                client = LmsClient(upstream, credentials_of(number), deadline=deadline(), headers=visitor(ADDRESS))
                breaks = False
                if way in OWN:
                    await client.get(ME.call())
                breaks = True
                await client.get(call_of(number))
            assert upstream.guards.state(OUTLINE) is State.CLOSED
            breaks = False
            assert isinstance(await ask(upstream, "alex", call_of(0)), Answer)

    asyncio.run(scenario())


def test_losses_at_several_addresses_open_for_all_though_nobody_was_known_before() -> None:
    """A gateway that starts while the LMS is down."""

    async def scenario() -> None:
        async with raw_server(lambda count, head: BAD_GATEWAY) as (_, upstream):
            for number in range(12):
                headers = visitor(f"203.0.113.{number % 4}")
                credentials = signed_in(f"user{number}") if number % 2 else Credentials()
                client = LmsClient(upstream, credentials, deadline=deadline(), headers=headers)
                await client.get(OUTLINE.call(course_key=key(f"c{number}")))
            assert upstream.guards.state(OUTLINE) is State.OPEN

    asyncio.run(scenario())


def test_an_endpoint_for_visitors_proves_no_sign_in() -> None:
    """In the recorded answers, only one view that is asked for nobody but learners answers visitors."""
    answering = set()
    for path in FOLDER.glob("*.json"):
        recorded = json.loads(path.read_text(encoding="utf-8"))
        asked = recorded["request"]
        if not 200 <= recorded["status"] < 300 or asked["user"] != "anonymous":
            continue
        for endpoint in endpoints():
            template = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(endpoint.path)) + "/?"
            if asked["method"] == endpoint.method and re.fullmatch(template, asked["path"]):
                answering.add(endpoint)
    assert NAVIGATION in answering
    assert {one for one in answering if one.proves_sign_in} <= {PREFERENCES}  # a list of time zones too


def test_the_number_of_known_credentials_is_bounded() -> None:
    guards = Guards()
    for number in range(30_000):
        guards.learn([("authorization", f"JWT {number}")])
    assert not guards.knows([("authorization", "JWT 0")])
    assert guards.knows([("authorization", "JWT 29999")])
    assert len(guards._known) <= 20_000


def test_network_of_one_customer_is_one_caller() -> None:
    inside, outside = ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"), "2001:db8:1:3::1"
    assert caller_of(visitor(inside[0])) == caller_of(visitor(inside[1])) != caller_of(visitor(outside))
    assert caller_of(visitor("203.0.113.7")) != caller_of(visitor("203.0.113.8"))


def test_odd_key_of_one_caller_turns_no_endpoint_off_for_others() -> None:
    """The LMS has no route for it, and says so as it says that it lacks the endpoint."""
    page = b"<!DOCTYPE html><html lang='en'><h1>Page not found</h1></html>"
    own = (b"Vary: Accept-Language, Cookie", b"Content-Language: en")
    missing = http(page, *own, status=b"404 Not Found", kind=b"text/html; charset=utf-8")

    async def scenario() -> None:
        async with raw_server(lambda count, head: missing if b"+odd+" in head else http(b"[]")) as (_, upstream):
            assert isinstance(await ask(upstream, "alex", MOBILE_UPDATES.call(course_key=key("c"))), Answer)
            for _ in range(3):
                await ask(upstream, "evil", MOBILE_UPDATES.call(course_key=key("odd")))
            assert isinstance(await ask(upstream, "alex", MOBILE_UPDATES.call(course_key=key("c"))), Answer)
            assert upstream.support.absent == []

    asyncio.run(scenario())
