"""Lost calls and breakers: one caller or course opens no breaker for others; a service that is down is not called."""

import asyncio
import time
from collections.abc import Iterable

import pytest

from loaders.answer import Answer
from loaders.calls.breaker import State
from loaders.calls.client import LmsClient, Outcome
from loaders.calls.guards import Guards, caller_of, keys_of
from loaders.calls.upstream import Upstream
from loaders.credentials import Credentials
from loaders.endpoint import Auth, Call, Endpoint
from loaders.endpoints.catalog import CATALOG_COURSE, CATALOG_COURSES, CATALOG_SEARCH
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.course_writes import LAST_VISITED
from loaders.endpoints.discussion import THREAD, THREADS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.programs import PROGRAM_COURSE_GRADES
from loaders.endpoints.progress import PROGRESS, STUDENT_PROGRESS
from loaders.endpoints.sequence import SEQUENCE
from loaders.endpoints.viewer import ME, PREFERENCES
from loaders.endpoints.viewer_writes import REMOVE_BOOKMARK
from loaders.errors import Code, Failure

from .servers import http, raw_server

BAD_GATEWAY = http(b"<h1>no</h1>", status=b"502 Bad Gateway", kind=b"text/html")
CATALOG = http(b'{"results": [], "pagination": {"next": null}}')


def key(name: str) -> str:
    return f"course-v1:Org+{name}+1"


def signed_in(user: str) -> Credentials:
    return Credentials((("authorization", f"JWT {user}"),), (), Auth.JWT)


def known(upstream: Upstream, *users: str) -> None:
    """People whose credentials the LMS has taken before."""
    for user in users:
        upstream.guards.learn(signed_in(user).headers)


def visitor(address: str) -> list[tuple[str, str]]:
    return [("x-forwarded-for", address)]


async def ask(upstream: Upstream, user: str, call: Call, keys: str | None = None) -> Outcome:
    """One request of one person; who has no name is a visitor from that address."""
    anonymous = user[0].isdigit()
    credentials = Credentials() if anonymous else signed_in(user)
    headers = visitor(user) if anonymous else ()
    client = LmsClient(upstream, credentials, deadline=time.monotonic() + 5, headers=headers)
    return await client.get(call, extra=None if keys is None else {"course_keys": keys})


def is_held_back(outcome: Outcome) -> bool:
    return isinstance(outcome, Failure) and "is not called for a moment" in outcome.message


def reply(count: int, head: bytes) -> bytes | None:
    """Breaks for the course `bad`, and for whoever is called evil."""
    if b"JWT evil" in head or b"+bad+" in head or b"bad%2B" in head:
        return BAD_GATEWAY if count % 2 else None
    return CATALOG if b"/courses/v1/courses/?" in head else http()


async def losses(upstream: Upstream, users: Iterable[str], calls: Iterable[Call]) -> None:
    for user, call in zip(users, calls, strict=True):
        await ask(upstream, user, call)


def test_one_caller_with_many_courses_is_held_back_alone() -> None:
    async def scenario() -> None:
        async with raw_server(reply) as (server, upstream):
            calls = [NAVIGATION.call(course_key=key(f"c{number}")) for number in range(30)]
            await losses(upstream, ["evil"] * 30, calls)
            sent = len(server.requests)
            assert sent <= 14  # ten, of which some were tried again
            assert is_held_back(await ask(upstream, "evil", calls[0]))
            assert upstream.guards.state(NAVIGATION) is State.CLOSED
            for user in ("alex", "sam", "203.0.113.7"):
                for call in calls:
                    outcome = await ask(upstream, user, call)
                    assert isinstance(outcome, Answer) or user[0].isdigit()

    asyncio.run(scenario())


def test_many_callers_with_one_course_hold_back_that_course_alone() -> None:
    async def scenario() -> None:
        async with raw_server(reply) as (server, upstream):
            bad = NAVIGATION.call(course_key=key("bad"))
            users = [f"user{number}" for number in range(30)]
            known(upstream, *users)
            await losses(upstream, users, [bad] * 30)
            assert len(server.requests) <= 40
            assert is_held_back(await ask(upstream, "jordan", bad))
            assert upstream.guards.state(NAVIGATION) is State.CLOSED
            for user in ("alex", "user1", "user29"):
                assert isinstance(await ask(upstream, user, NAVIGATION.call(course_key=key("good"))), Answer)

    asyncio.run(scenario())


def test_one_caller_with_one_course_is_held_back_with_it() -> None:
    async def scenario() -> None:
        async with raw_server(lambda count, head: BAD_GATEWAY if b"JWT evil" in head else http()) as (server, upstream):
            call = NAVIGATION.call(course_key=key("c"))
            await losses(upstream, ["evil"] * 30, [call] * 30)
            assert len(server.requests) <= 14
            assert is_held_back(await ask(upstream, "evil", call))
            # What nobody else has lost is open to others, and to the same caller elsewhere.
            assert isinstance(await ask(upstream, "alex", call), Answer)
            assert not is_held_back(await ask(upstream, "evil", NAVIGATION.call(course_key=key("d"))))

    asyncio.run(scenario())


def test_course_in_a_batch_counts_separately_from_the_others() -> None:
    """Lists of keys, each another one, that all have the bad course in them."""

    async def scenario() -> None:
        async with raw_server(reply) as (_, upstream):
            for number in range(40):
                keys = ",".join([key("bad"), *(key(f"c{number}x{other}") for other in range(20))])
                await ask(upstream, f"user{number}", CATALOG_COURSES.call(), keys)
            assert upstream.guards.state(CATALOG_COURSES) is State.CLOSED
            assert isinstance(await ask(upstream, "alex", CATALOG_COURSES.call(), key("good")), Answer)
            assert isinstance(await ask(upstream, "alex", CATALOG_SEARCH.call(page="1")), Answer)

    asyncio.run(scenario())


def test_losses_of_several_callers_and_courses_open_for_all() -> None:
    async def scenario() -> None:
        async with raw_server(lambda count, head: None) as (server, upstream):
            known(upstream, *(f"user{number}" for number in range(4)))
            for number in range(30):
                await ask(upstream, f"user{number % 4}", NAVIGATION.call(course_key=key(f"c{number % 5}")))
            assert upstream.guards.state(NAVIGATION) is State.OPEN
            assert len(server.requests) <= 40
            assert is_held_back(await ask(upstream, "jordan", NAVIGATION.call(course_key=key("new"))))

    asyncio.run(scenario())


def test_without_objects_several_callers_open_a_breaker() -> None:
    async def scenario() -> None:
        async with raw_server(lambda count, head: BAD_GATEWAY) as (_, upstream):
            await losses(upstream, ["evil"] * 20, [LEARNER_HOME.call()] * 20)
            assert is_held_back(await ask(upstream, "evil", LEARNER_HOME.call()))
            assert upstream.guards.state(LEARNER_HOME) is State.CLOSED
            known(upstream, "alex", "sam", "taylor")
            await losses(upstream, ["alex", "sam", "taylor"] * 4, [LEARNER_HOME.call()] * 12)
            assert upstream.guards.state(LEARNER_HOME) is State.OPEN

    asyncio.run(scenario())


def test_calls_that_cannot_be_made_are_the_services_own_trouble() -> None:
    """Whoever asks, and though it is only one."""

    async def scenario() -> None:
        upstream = Upstream("http://127.0.0.1:9")
        for _ in range(12):
            await ask(upstream, "alex", NAVIGATION.call(course_key=key("c")))
        assert upstream.guards.service.state is State.OPEN
        assert is_held_back(await ask(upstream, "sam", OUTLINE.call(course_key=key("d"))))
        await upstream.aclose()

    asyncio.run(scenario())


def test_a_caller_that_was_held_back_is_served_again() -> None:
    async def scenario() -> None:
        broken = True

        def fickle(count: int, head: bytes) -> bytes:
            return BAD_GATEWAY if broken else http()

        async with raw_server(fickle) as (_, upstream):
            call = NAVIGATION.call(course_key=key("c"))
            await losses(upstream, ["alex"] * 15, [call] * 15)
            outcome = await ask(upstream, "alex", call)
            assert isinstance(outcome, Failure)
            assert outcome.code is Code.UPSTREAM_UNAVAILABLE
            assert outcome.retry_after is not None
            broken = False
            end = time.monotonic() + 6
            while not isinstance(await ask(upstream, "alex", call), Answer):
                assert time.monotonic() < end
                await asyncio.sleep(0.1)
            assert upstream.guards.held_back == 0

    asyncio.run(scenario())


def test_the_number_of_breakers_of_single_callers_is_bounded() -> None:
    guards = Guards()
    for number in range(5000):
        watch = guards.watch(NAVIGATION, f"/api/course_home/v1/navigation/{key(str(number))}", [("authorization", "x")])
        assert watch.refused() is None or number >= 9
        watch.lost(reached=True)
        watch.report()
    assert len(guards._held_back) <= 2000
    assert guards.state(NAVIGATION) is State.CLOSED


def test_service_with_a_key_of_the_gateways_own_has_one_caller() -> None:
    async def scenario() -> None:
        async with raw_server(lambda count, head: BAD_GATEWAY, headers=[("key", "k")]) as (_, upstream):
            for _ in range(12):
                client = LmsClient(upstream, Credentials(), deadline=time.monotonic() + 5)
                await client.get(CATALOG_SEARCH.call(page="1"))
            assert upstream.guards.state(CATALOG_SEARCH) is State.OPEN

    asyncio.run(scenario())


SIGN_INS = (
    [("authorization", "JWT a")],
    [("authorization", "Bearer a")],
    [("cookie", "sessionid=a")],
    [("cookie", "sessionid=b; csrftoken=x")],
    [("cookie", "edx-jwt-cookie-header-payload=a; edx-jwt-cookie-signature=b")],
    [("x-forwarded-for", "198.51.100.1")],
    [("x-forwarded-for", "198.51.100.2")],
)


def test_callers_are_distinguished_by_their_credentials() -> None:
    assert len({caller_of(headers) for headers in SIGN_INS}) == len(SIGN_INS)
    assert caller_of([]) is None
    assert caller_of([("accept", "application/json")]) is None
    for headers in SIGN_INS[:5]:
        # Neither the address nor the CSRF token makes somebody else of a caller.
        assert caller_of([*headers, ("x-forwarded-for", "198.51.100.9")]) == caller_of(headers)
    assert caller_of([("cookie", "sessionid=b; csrftoken=y")]) == caller_of([("cookie", "csrftoken=z; sessionid=b")])


USAGE = "block-v1:Org+C+1+type@sequential+block@s"


@pytest.mark.parametrize(
    ("endpoint", "values", "keys"),
    [
        (NAVIGATION, {"course_key": key("C")}, {key("C")}),
        (NAVIGATION, {"course_key": "OrgX/C101/2013"}, {"OrgX/C101/2013"}),
        (NAVIGATION, {"course_key": "course-v1:Ünï+Ø+1"}, {"course-v1:Ünï+Ø+1"}),
        (SEQUENCE, {"usage_key": USAGE}, {key("C")}),
        (STUDENT_PROGRESS, {"course_key": key("C"), "student_id": "7"}, {key("C")}),
        (THREADS, {"course_id": key("C"), "topic_id": "a,b", "page": "3", "page_size": "10"}, {key("C")}),
        (THREAD, {"thread_id": "42"}, {"42"}),
        (PROGRAM_COURSE_GRADES, {"program": "u", "course_key": key("C"), "cursor": "x"}, {key("C")}),
        (LAST_VISITED, {"username": "alex", "course_key": key("C")}, {key("C")}),
        (REMOVE_BOOKMARK, {"username": "alex", "usage_key": USAGE}, {key("C")}),
        (PREFERENCES, {"username": "alex"}, {"alex"}),
        (CATALOG_SEARCH, {"search_term": "bees", "page": "2"}, set()),
        (LEARNER_HOME, {}, set()),
        (ME, {}, set()),
    ],
)
def test_the_objects_of_a_call(endpoint: Endpoint, values: dict[str, str], keys: set[str]) -> None:
    assert keys_of(endpoint, endpoint.call(**values).target()) == keys


def test_list_of_keys_is_about_each_of_them() -> None:
    target = CATALOG_COURSES.call().target({"course_keys": f"{key('A')},{key('B')}"})
    assert keys_of(CATALOG_COURSES, target) == {key("A"), key("B")}


def test_endpoints_of_one_view_share_its_troubles() -> None:
    assert CATALOG_COURSES.view_name == CATALOG_SEARCH.view_name == CATALOG_COURSE.view_name
    assert PROGRESS.view_name == STUDENT_PROGRESS.view_name
    assert THREADS.view_name == THREAD.view_name
    assert OUTLINE.view_name != NAVIGATION.view_name != COURSE_METADATA.view_name
