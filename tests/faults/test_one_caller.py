"""Failures that one person, one course or one view causes do not affect others."""

import asyncio
import time
from typing import Any

import httpx
import pytest

from gateway.app import create_app
from tests.conftest import settings_for
from tests.support.front import Front, answer
from tests.support.gateway import Gateway
from tests.support.lms import DemoLms
from tests.support.named import named
from tests.support.people import BOTANY, KEY, sign_in
from tests.support.servers import served

OUTLINE = "query($k: CourseKey!) { course(key: $k) { outline { sections { title } } } }"
BAD_GATEWAY = answer("502 Bad Gateway", b"<h1>502</h1>", "text/html")


@pytest.mark.parametrize("reply", [BAD_GATEWAY, None])
def test_course_that_breaks_the_outline_closes_it_for_no_other_course(
    front: Front, front_gateway: Gateway, reply: bytes | None
) -> None:
    for page in ("outline", "v1/navigation"):
        front.play(f"/api/course_home/{page}/{KEY}", reply)
    for _ in range(20):
        assert front_gateway.ask(OUTLINE, {"k": KEY}).codes
    asked = sum(b"/api/course_home/" in head for head in front.heads)
    assert asked <= 26, "a course that breaks is not asked for again and again"
    for user in ("alex", "sam", "taylor"):
        assert front_gateway.ask(OUTLINE, {"k": BOTANY}, user=user).sound()["course"]["outline"]["sections"]


@pytest.mark.parametrize("reply", [BAD_GATEWAY, None])
def test_dropped_connections_of_one_caller_do_not_affect_others(
    front: Front, front_gateway: Gateway, reply: bytes | None
) -> None:
    passed = front.respond
    front.respond = lambda head, body: reply if b"JWT evil" in head else passed(head, body)  # type: ignore[method-assign]
    body: dict[str, Any] = {"query": "query($k: CourseKey!) { viewer { username } course(key: $k) { title } }"}
    for number in range(40):
        body["variables"] = {"k": f"course-v1:A+B+{number}"}
        front_gateway.http.post("/graphql", json=body, headers={"Authorization": "JWT evil"})
    query = "query($k: CourseKey!) { viewer { username } course(key: $k) { title dates { blocks { title } } } }"
    assert front_gateway.ask(query, {"k": KEY}, user="alex").sound()["course"]["dates"]
    assert front_gateway.ask(
        "query($k: CourseKey!) { course(key: $k) { title } }", {"k": KEY}, user="anonymous"
    ).sound()


def test_metrics_separate_held_back_callers_from_open_breakers(front: Front, front_gateway: Gateway) -> None:
    front.play(f"/api/course_home/dates/{KEY}", BAD_GATEWAY)
    query = "query($k: CourseKey!) { course(key: $k) { dates { blocks { title } } } }"
    for _ in range(12):
        front_gateway.ask(query, {"k": KEY})
    metrics = front_gateway.http.get("/metrics").text
    assert 'lectern_breaker_open{endpoint="course_home/dates",service="lms"} 1.0' in metrics
    assert 'lectern_breaker_held_back{service="lms"} 1.0' in metrics


@pytest.mark.parametrize("way", ["JWT made-up.{}.x", "Bearer {}", "sessionid={}", "x.{} and a session"])
def test_made_up_credentials_close_nothing_for_others(front: Front, front_gateway: Gateway, way: str) -> None:
    """However many of them somebody sends."""
    closed = front.respond
    evil = True
    front.respond = lambda head, body: BAD_GATEWAY if evil else closed(head, body)  # type: ignore[method-assign]
    query = "query($k: CourseKey!) { course(key: $k) { title tools { url } learnerIsFullAccess } }"
    for number in range(30):
        if way[0].isupper():
            headers = {"Authorization": way.format(number)}
        elif way.startswith("session"):
            headers = {"Cookie": way.format(number)}
        else:
            pair = f"edx-jwt-cookie-header-payload=x.{number}; edx-jwt-cookie-signature=s"
            headers = {"Cookie": f"{pair}; sessionid=made-up"}
        variables = {"k": f"course-v1:A+B+{number}"}
        front_gateway.http.post("/graphql", json={"query": query, "variables": variables}, headers=headers)
    evil = False
    course = front_gateway.ask(query, {"k": KEY}, user="alex").sound()["course"]
    assert course["title"]
    assert course["tools"]


HANGING = (
    (
        "/api/courses/v1/courses/",
        ("{ catalog { totalCount } }", "query($k: [CourseKey!]!) { courses(keys: $k) { title } }"),
    ),
    (
        "/api/course_home/progress/",
        (
            "query($k: [CourseKey!]!) { courses(keys: $k) { progress { username } } }",
            'query($k: [CourseKey!]!) { courses(keys: $k) { progress(studentId: "12") { username } } }',
        ),
    ),
    (
        "/api/discussion/v1/threads/",
        (
            "query($k: [CourseKey!]!) { courses(keys: $k) { discussion { threads { totalCount } } } }",
            '{ thread(id: "1") { title } }',
        ),
    ),
)


@pytest.mark.parametrize(("path", "queries"), HANGING)
def test_view_that_hangs_leaves_places_for_the_others(lms: DemoLms, path: str, queries: tuple[str, ...]) -> None:
    """Whichever of its endpoints are asked."""

    async def crowd(url: str) -> tuple[list[float], list[dict[str, Any]]]:
        async with httpx.AsyncClient(base_url=url, timeout=30, headers=sign_in("taylor")) as http:

            async def post(query: str) -> tuple[float, dict[str, Any]]:
                started = time.monotonic()
                variables = {"k": [KEY, BOTANY]} if "$k" in query else {}
                reply = await http.post("/graphql", json={"query": query, "variables": variables})
                return time.monotonic() - started, reply.json()

            hung = [asyncio.create_task(post(query)) for query in queries for _ in range(15)]
            await asyncio.sleep(0.4)
            quick = [await post("{ viewer { username } }") for _ in range(5)]
            for task in hung:
                task.cancel()
            await asyncio.wait(hung)
            return [seconds for seconds, _ in quick], [answer for _, answer in quick]

    lms.faults({path: {"kind": "hang"}})
    options = {"deadline": 3.0, "max_connections": 12, "max_waiting": 100}
    with served(lambda url: create_app(settings_for(lms.url, **options))) as url:
        quick, answers = asyncio.run(crowd(url))
    assert all(one == {"data": {"viewer": {"username": "taylor"}}} for one in answers)
    assert quick[0] < 1.5  # the deadline, which everyone would wait for, is 3 s


MANY = (
    *("course_home/dates", "course_home/progress", "course_home/v1/navigation", "course_home/outline", "learner_home"),
    *("user/v1/accounts", "discussion/v1/courses", "discussion/v2", "courses/v1/courses", "certificates"),
    "enrollment/v1/enrollment",
)
"""Views of which each hangs, all at once."""


def test_many_views_that_hang_leave_room_for_the_others(lms: DemoLms) -> None:
    course = "query($k: CourseKey!) { course(key: $k) { %s } }"
    selections = (
        *("dates { blocks { title } }", "progress { username }", "outline { sections { title } }", "tools { url }"),
        *("discussion { topics { name } }", "title overviewHtml", "enrollment { created }"),
    )
    queries = [course % selection for selection in selections]
    fields = ("name", "certificates { status }", "emailConfirmation { isNeeded }")
    queries += [f"{{ viewer {{ {selection} }} }}" for selection in fields]

    async def crowd(url: str) -> list[tuple[float, dict[str, Any]]]:
        async with httpx.AsyncClient(base_url=url, timeout=30, headers=named("alex", 3600)) as http:

            async def post(query: str, **headers: str) -> tuple[float, dict[str, Any]]:
                started = time.monotonic()
                variables = {"k": KEY} if "$k" in query else {}
                reply = await http.post("/graphql", json={"query": query, "variables": variables}, headers=headers)
                return time.monotonic() - started, reply.json()

            hung = [asyncio.create_task(post(query)) for _ in range(14) for query in queries]
            await asyncio.sleep(1.0)
            answers = [await post("{ viewer { username } }", **sign_in("alex")) for _ in range(5)]
            for task in hung:
                task.cancel()
            await asyncio.wait(hung)
            return answers

    lms.faults({f"/api/{path}": {"kind": "hang"} for path in MANY})
    options = {"deadline": 5.0, "max_connections": 40, "max_waiting": 100}
    with served(lambda url: create_app(settings_for(lms.url, **options))) as url:
        answers = asyncio.run(crowd(url))
    assert all(one == {"data": {"viewer": {"username": "alex"}}} for _, one in answers)
    assert min(seconds for seconds, _ in answers) < 1.5  # the deadline, which everyone would wait for, is 5 s
