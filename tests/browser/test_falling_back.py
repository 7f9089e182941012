"""The micro-frontend's calls after anything unexpected: they end as at the LMS alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from tests.support.people import KEY

from .installation import Installation, two_origins
from .mfe import Mfe, opened

HOME = ("home", KEY, None)
METADATA = f"/api/course_home/course_metadata/{KEY}"
OUTLINE = f"/api/course_home/outline/{KEY}"


@pytest.fixture(scope="module")
def installation(script: str) -> Iterator[Installation]:
    with two_origins(script) as found:
        yield found


@pytest.fixture
def mfe(chromium: Browser, installation: Installation) -> Iterator[Mfe]:
    installation.demo.reset()
    with opened(chromium, installation) as page:
        page.sign_in("alex")
        page.load(*HOME)  # a streak is reported once
        yield page
    installation.demo.faults({})


def answer_with(mfe: Mfe, body: str | None, status: int = 200, kind: str = "application/json") -> None:
    """Puts this in the place of the gateway's answers; without a body the gateway never answers."""
    origin = mfe.installation.page.rstrip("/")
    headers = {"Access-Control-Allow-Origin": origin, "Access-Control-Allow-Credentials": "true"}

    def handle(route: Route) -> None:
        if body is not None:
            route.fulfill(status=status, content_type=kind, body=body, headers=headers)

    mfe.page.route(mfe.installation.endpoint, handle)


def client(mfe: Mfe, script: str, *given: Any) -> Any:
    """The result of a script that has the micro-frontend's client and the LMS's address."""
    wrapped = f"async ([lms, ...given]) => {{ const client = window.mfe.client(); {script} }}"
    return mfe.page.evaluate(wrapped, [mfe.installation.lms, *given])


FORBIDDEN = json.dumps({"errors": [{"message": "No.", "extensions": {"code": "FORBIDDEN"}}]})
PARTIAL = json.dumps(
    {"data": {"course": {"title": "A half"}, "viewer": {}}, "errors": [{"message": "One call failed."}]}
)
STRANGE = json.dumps({"data": {"course": {"hasEnded": False, "access": {}, "tabs": 3}, "viewer": None}})


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        ("<!doctype html>Sign in", 200, "text/html"),
        ('{"detail": "Unauthorized"}', 401, "application/json"),
        (FORBIDDEN, 403, "application/json"),
        (PARTIAL, 200, "application/json"),
        (STRANGE, 200, "application/json"),
        (None, 0, ""),
    ],
    ids=["sign-in page", "401", "403", "partial", "strange", "silent"],
)
def test_bad_gateways_are_not_noticed(mfe: Mfe, body: str | None, status: int, kind: str) -> None:
    expected = mfe.load(*HOME)["answers"]
    answer_with(mfe, body, status, kind)
    mfe.install(timeout=200)
    loaded = mfe.load(*HOME)
    assert loaded["answers"] == expected
    assert loaded["fallbacks"] != []


@pytest.mark.parametrize("name", ["user", "onFallback"])
def test_a_function_of_the_application_that_fails_stops_no_call(mfe: Mfe, name: str) -> None:
    expected = mfe.load(*HOME)["answers"]
    answer_with(mfe, "<p>down</p>", 503, "text/html")
    client(
        mfe,
        "window.mfe.install(lms, given[0], { [given[1]]: () => { throw new Error('not ready'); } });",
        mfe.installation.endpoint,
        name,
    )
    assert mfe.load(*HOME)["answers"] == expected


def test_a_malformed_address_is_the_lmss_to_refuse(mfe: Mfe) -> None:
    mfe.install()
    mfe.requests.clear()
    address = "/api/course_home/outline/%E0%A4%A"
    client(mfe, "await client.get(lms + given[0]).catch(() => null);", address)
    assert mfe.gets() == [address]


def test_an_aborted_call_ends_at_once(mfe: Mfe) -> None:
    answer_with(mfe, None)
    mfe.install(timeout=5000)
    script = """
      const aborter = new AbortController();
      setTimeout(() => aborter.abort(), 60);
      const begun = performance.now();
      const code = await client.get(lms + given[0], { signal: aborter.signal }).catch((error) => error.code);
      return [code, performance.now() - begun];
    """
    code, milliseconds = client(mfe, script, OUTLINE)
    assert code == "ERR_CANCELED"
    assert milliseconds < 2000


def test_what_was_read_during_a_write_is_read_again(mfe: Mfe) -> None:
    mfe.installation.demo.faults({"/api/course_home/save_course_goal": {"latency_ms": 500}})
    mfe.install()
    goal = {"course_id": KEY, "days_per_week": 5, "subscribed_to_reminders": True}
    script = """
      const [metadata, outline, goal] = given;
      const write = client.post(`${lms}/api/course_home/save_course_goal`, goal);
      await new Promise((resolve) => { setTimeout(resolve, 100); });
      await Promise.all([client.get(lms + metadata), client.get(lms + outline)]);
      await write;
      await client.get(`${lms}/api/user_tours/v1/alex`);
    """
    mfe.requests.clear()
    client(mfe, script, METADATA, OUTLINE, goal)
    assert OUTLINE not in mfe.gets(), "read from the query, while the write was on its way"
    assert "/api/user_tours/v1/alex" in mfe.gets()


def test_the_callers_own_way_of_reading_a_body(mfe: Mfe) -> None:
    script = """
      const read = { transformResponse: [(text) => Object.keys(JSON.parse(text)).length] };
      const { data } = await client.get(lms + given[0], read);
      const { data: blob } = await client.get(lms + given[0], { responseType: 'blob' });
      return [data, Object.keys(JSON.parse(await blob.text())).length];
    """
    alone = client(mfe, script, OUTLINE)
    mfe.install()
    assert client(mfe, script, OUTLINE) == alone
