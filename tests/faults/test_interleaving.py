"""Identical queries of different people at the same time: each gets their own answer."""

import asyncio
import random
from typing import Any

import httpx
import pytest

from tests.operations.catalogue import text_of
from tests.operations.expected import Json
from tests.support.gateway import Gateway
from tests.support.people import KEY, USERS, sign_in

pytestmark = pytest.mark.anyio

ROUNDS = 12
PREFIXES = ("/api/course_home/course_metadata", "/api/course_home/outline", "/api/course_home/progress", "/api/user")
QUERY = """query($key: CourseKey!) {
  viewer { username timezone isAuthenticated name email }
  course(key: $key) {
    isStaff tabs { id } enrollment { isActive mode created } outline { sections { complete sequences { complete } } }
    progress { username completion { completeCount incompleteCount lockedCount } courseGrade { percent } }
  }
}"""


def own_answers(gateway: Gateway) -> dict[str, tuple[Any, list[str]]]:
    """The answer to each person without concurrent requests."""
    found = {}
    for user in USERS:
        answer = gateway.ask(QUERY, {"key": KEY}, user=user)
        found[user] = (answer.data, answer.codes)
    names = {user: data["viewer"]["username"] for user, (data, _) in found.items()}
    assert names == {user: None if user == "anonymous" else user for user in USERS}
    return found


async def check(http: httpx.AsyncClient, user: str, own: dict[str, tuple[Any, list[str]]]) -> httpx.Response:
    reply = await http.post("/graphql", json={"query": QUERY, "variables": {"key": KEY}}, headers=sign_in(user))
    body: Json = reply.json()
    codes = [error["extensions"]["code"] for error in body.get("errors", [])]
    assert (body["data"], codes) == own[user], user
    return reply


async def test_interleaved_users_never_mix(gateway: Gateway) -> None:
    own = own_answers(gateway)
    chance = random.Random(20260924)
    gateway.lms.forget()
    async with httpx.AsyncClient(base_url=gateway.url, timeout=30) as http:
        for _ in range(ROUNDS):
            gateway.lms.faults({prefix: {"latency_ms": chance.randrange(0, 25)} for prefix in PREFIXES})
            users = [user for user in USERS for _ in range(4)]
            chance.shuffle(users)
            await asyncio.gather(*(check(http, user, own) for user in users))
    calls = gateway.lms.calls()
    assert len(calls) > ROUNDS * len(USERS)
    for call in calls:
        sent = call.headers.get("authorization")
        assert sent == (f"JWT demo-{call.user}" if call.user else None)
        assert "cookie" not in call.headers


async def test_users_on_one_keep_alive_connection_never_mix(gateway: Gateway) -> None:
    own = own_answers(gateway)
    chance = random.Random(7)
    connections = set()
    async with httpx.AsyncClient(
        base_url=gateway.url, timeout=30, limits=httpx.Limits(max_connections=1, max_keepalive_connections=1)
    ) as http:
        for _ in range(40):
            reply = await check(http, chance.choice(USERS), own)
            connections.add(reply.extensions["network_stream"].get_extra_info("client_addr"))
    assert len(connections) == 1


async def test_abandoned_request_leaves_the_others_alone(gateway: Gateway) -> None:
    """Clients that hang up in the middle: the connections to the LMS that they leave behind serve nobody wrongly."""
    own = own_answers(gateway)
    gateway.lms.faults({"/api/course_home/": {"latency_ms": 60}})
    async with httpx.AsyncClient(base_url=gateway.url, timeout=30) as http:
        for round_number in range(6):
            leaving = [
                asyncio.create_task(check(http, user, own)) for user in ("sam", "taylor", "alex") for _ in range(2)
            ]
            staying = [asyncio.create_task(check(http, user, own)) for user in ("alex", "jordan", "sam")]
            await asyncio.sleep(0.01 * round_number)
            for task in leaving:
                task.cancel()
            await asyncio.gather(*staying)
            await asyncio.gather(*leaving, return_exceptions=True)


async def test_pages_of_two_users_side_by_side(gateway: Gateway) -> None:
    names = ("pages/course_home:CourseHomePage", "pages/progress:ProgressPage", "pages/dates:DatesPage")
    wanted: dict[tuple[str, str], Any] = {}
    for name in names:
        for user in ("alex", "sam"):
            gateway.ask(text_of(name), {"key": KEY}, user=user)  # the streak's celebration is reported once only
            wanted[name, user] = stable(gateway.ask(text_of(name), {"key": KEY}, user=user).sound())
    assert all(wanted[name, "alex"] != wanted[name, "sam"] for name in names)

    async def ask(name: str, user: str) -> None:
        body = {"query": text_of(name), "variables": {"key": KEY}}
        reply = await http.post("/graphql", json=body, headers=sign_in(user, "session"))
        assert stable(reply.json()["data"]) == wanted[name, user]

    async with httpx.AsyncClient(base_url=gateway.url, timeout=30) as http:
        for _ in range(6):
            await asyncio.gather(*(ask(name, user) for name in names for user in ("alex", "sam") for _ in range(2)))


def stable(data: Json) -> Json:
    """The data without the clock."""
    return {name: value for name, value in data.items() if name != "serverTime"}
