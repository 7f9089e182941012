"""The recorded refusals of a real LMS keep their meaning, and responses in another form have none."""

import asyncio
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest

from loaders.answer import Answer
from loaders.calls.client import LmsClient
from loaders.calls.judge import Outcome, judge
from loaders.calls.upstream import Upstream
from loaders.credentials import Credentials
from loaders.endpoint import Auth, Call, Effect, Endpoint, Missing
from loaders.endpoints.account import IDENTITY_CHECK
from loaders.endpoints.account_writes import SUBMIT_NAME
from loaders.endpoints.course import COURSE_METADATA, COURSEWARE_COURSE
from loaders.endpoints.course_writes import COURSE_EMAILS, UNENROLL
from loaders.endpoints.exam import EXAM_STATE
from loaders.endpoints.exam_writes import CREATE_ATTEMPT
from loaders.endpoints.mobile import MOBILE_ENROLLMENT
from loaders.endpoints.programs import PROGRAM_OVERVIEW
from loaders.errors import Code, Failure
from loaders.refusal import REFUSALS
from loaders.registry import endpoints

from .servers import raw_server
from .test_judge import FOLDER, recorded

TABLE = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "outcomes.tsv").read_text(encoding="utf-8").splitlines()
]
"""Recorded answers that are no data, the endpoint that they belong to, and what they mean."""

ENDPOINTS = {endpoint.name: endpoint for endpoint in endpoints() if endpoint is not MOBILE_ENROLLMENT}
LMS = [endpoint for endpoint in ENDPOINTS.values() if endpoint.service == "lms"]
ALL = Auth.JWT | Auth.BEARER | Auth.SESSION
WITHOUT_DATA = frozenset({"-", "text/html"})


def name_of(outcome: Outcome) -> str:
    if isinstance(outcome, Failure):
        return outcome.code.value
    return "Answer" if isinstance(outcome, Answer) else outcome.name


@pytest.mark.parametrize(("name", "endpoint", "meaning"), TABLE)
def test_recorded_refusal_keeps_its_meaning(name: str, endpoint: str, meaning: str) -> None:
    status, headers, body = recorded(name)
    assert name_of(judge(ENDPOINTS[endpoint], status, headers, body)) == meaning


def test_no_recorded_refusal_is_left_out() -> None:
    known = {(name, endpoint) for name, endpoint, _ in TABLE}
    for path in FOLDER.glob("*.json"):
        answer: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if 200 <= answer["status"] < 300 and answer["body"] is not None:
            continue
        for endpoint in LMS:
            template = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(endpoint.path)) + "/?"
            asked = answer["request"]
            if asked["method"] == endpoint.method and re.fullmatch(template, asked["path"]):
                # A slash that must be there and is not leads to where it is: that is no answer of the endpoint.
                row = (path.stem, endpoint.name)
                assert row in known or answer["status"] == 301, "add its meaning to tests/loaders/outcomes.tsv"


NGINX = (
    b"<html>\r\n<head><title>%s</title></head>\r\n<body>\r\n<center><h1>%s</h1></center>\r\n<hr><center>nginx</center>"
)
FIREWALL = b"<!DOCTYPE html><html lang='en'><title>Access denied</title><h1>You have been blocked: CSRF</h1></html>"
BODIES: dict[str, tuple[bytes | None, bytes]] = {
    "page of a proxy": (b"text/html", NGINX % (b"Not Found", b"Not Found")),
    "page of a firewall": (b"text/html; charset=UTF-8", FIREWALL),
    "empty page": (b"text/html", b""),
    "empty JSON": (b"application/json", b""),
    "text": (b"text/plain; charset=utf-8", b"404 page not found\n"),
    "bare": (None, b"Forbidden"),
    "message": (b"application/json", b'{"message": "Forbidden"}'),
    "error": (b"application/json", b'{"error": "blocked", "code": 403}'),
    "problem": (b"application/problem+json", b'{"type": "about:blank", "title": "Not Found", "status": 404}'),
    "object": (b"application/json", b"{}"),
    "array": (b"application/json", b"[]"),
    "null": (b"application/json", b"null"),
    "string": (b"application/json", b'"no Route matched with those values"'),
    "broken JSON": (b"application/json", b'{"detail": "Not fou'),
    "JSON that says it is a page": (b"text/html", b'{"detail": "Not found."}'),
    "XML": (b"application/xml", b"<Error><Code>AccessDenied</Code></Error>"),
}
STATUSES = (400, 401, 402, 403, 404, 405, 406, 407, 409, 410, 413, 418, 421, 422, 451)
TARGETS = {
    "https": b"https://lms.example/api/x",
    "sign-in": b"/login?next=/somewhere",
    "another sign-in": b"/oauth2/start?rd=%2Fapi",
    "dashboard of another host": b"https://elsewhere.example/dashboard?access_response_error=x",
    "dashboard without a scheme": b"//elsewhere.example/dashboard",
    "dashboard by a full address": b"http://localhost/dashboard?notlive=x",
    "below the dashboard": b"/dashboard/programs/",
    "dashboard with something else": b"/dashboard?next=/api",
    "about another thing": b"/courses/a/b/about",
    "nowhere": b"",
}
PERHAPS = {
    ("enrollment/course", 400, "message"),
    ("agreements/integrity_signature", 403, "message"),
    ("agreements/sign_integrity", 403, "message"),
    ("enrollment/enroll", 400, "message"),
    ("enrollment/enroll", 403, "message"),
    ("enrollment/enroll", 406, "message"),
    ("change_enrollment", 403, "empty page"),
    ("change_enrollment", 403, "empty JSON"),
    ("edx_course_runs", 404, "string"),
    *((f"entitlements/{name}", 400, body) for name in ("choose", "leave") for body in ("message", "string")),
    *(
        (f"notifications/{name}", status, body)
        for name in ("mark_read", "mark_seen", "update_all", "v2/change", "v3/change")
        for status in (400, 404)
        for body in ("message", "error")
    ),
    *(("program_enrollments/course_grades", 422, name) for name in ("message", "error", "problem", "object")),
    *((f"program_enrollments/{name}", 413, "string") for name in ("create", "update", "upsert")),
    *((f"program_enrollments/{name}_course", 413, "string") for name in ("create", "update", "upsert")),
    *((f"program_enrollments/{name}", 422, "message") for name in ("create", "update", "upsert")),
    *((f"program_enrollments/{name}_course", 422, "message") for name in ("create", "update", "upsert")),
}
"""Where the endpoint itself answers just like that."""


def answer(status: int, kind: bytes | None, body: bytes, *headers: bytes) -> bytes:
    lines = [b"HTTP/1.1 %d X" % status, b"Content-Length: %d" % len(body), *headers]
    if kind is not None:
        lines.append(b"Content-Type: " + kind)
    return b"\r\n".join([*lines, b"", body])


def call_of(endpoint: Endpoint) -> Call:
    """A call of this endpoint, whatever it is about."""
    samples = {"course_key": "course-v1:A+B+C", "usage_key": "block-v1:A+B+C+type@sequential+block@x"}
    return endpoint.call(**{name: samples.get(name, "x") for name in endpoint.path_parameters})


async def outcome_of(upstream: Upstream, endpoint: Endpoint) -> Outcome:
    client = LmsClient(upstream, Credentials(schemes=ALL), deadline=time.monotonic() + 20)
    call = call_of(endpoint)
    return await (client.get(call) if endpoint.reads else client.write(call, {}))


async def outcomes_of(endpoint: Endpoint, sent: list[bytes]) -> list[Outcome]:
    """The outcome of each of these answers. An endpoint for visitors may be called twice, with the same answer."""
    playing = {"now": b""}

    async def played(upstream: Upstream, answer: bytes) -> Outcome:
        playing["now"] = answer
        return await outcome_of(upstream, endpoint)

    async with raw_server(lambda count, _: playing["now"]) as (_, upstream):
        return [await played(upstream, answer) for answer in sent]


@pytest.mark.parametrize("endpoint", ENDPOINTS.values(), ids=lambda endpoint: str(endpoint.name))
def test_refusal_of_somebody_else_is_an_error(endpoint: Endpoint) -> None:
    """Over HTTP, every endpoint, every status, every body that is not the LMS's."""
    sent = [answer(status, *body) for status in STATUSES for body in BODIES.values()]
    names = [(status, name) for status in STATUSES for name in BODIES]

    async def scenario() -> list[Outcome]:
        return await outcomes_of(endpoint, sent)

    for (status, name), outcome in zip(names, asyncio.run(scenario()), strict=True):
        if (endpoint.name, status, name) in PERHAPS:
            continue
        assert isinstance(outcome, Failure), (status, name)
        if endpoint.service == "lms" or status not in {401, 403}:
            assert outcome.code is Code.UPSTREAM_INVALID, (status, name)


@pytest.mark.parametrize("endpoint", ENDPOINTS.values(), ids=lambda endpoint: str(endpoint.name))
def test_redirect_of_somebody_else_is_an_error(endpoint: Endpoint) -> None:
    statuses = (300, 301, 302, 303, 304, 307, 308)
    sent = [answer(status, None, b"", b"Location: " + to) for status in statuses for to in TARGETS.values()]
    own = [b"/dashboard?access_response_error=x", b"/login?next=" + endpoint.path.encode()]
    sent += [answer(status, None, b"", b"Location: " + to) for status in statuses if status != 302 for to in own]

    async def scenario() -> list[Outcome]:
        return await outcomes_of(endpoint, sent)

    assert {name_of(outcome) for outcome in asyncio.run(scenario())} == {"UPSTREAM_INVALID"}


@pytest.mark.parametrize(
    ("endpoint", "to"),
    [
        *((one, b"/dashboard?access_response_error=Access+expired") for one in (COURSE_METADATA, COURSEWARE_COURSE)),
        *((one, b"/dashboard?notlive=Nov+30%2C+2026") for one in (COURSE_METADATA, COURSEWARE_COURSE)),
        *((one, b"/dashboard") for one in (COURSE_METADATA, COURSEWARE_COURSE)),
        *((one, b"/courses/course-v1:A+B+C/about") for one in (COURSE_METADATA, COURSEWARE_COURSE)),
    ],
)
def test_redirects_of_the_lms_have_their_declared_meaning(endpoint: Endpoint, to: bytes) -> None:
    page = answer(302, b"text/html; charset=utf-8", b"", b"Location: " + to)
    assert asyncio.run(outcomes_of(endpoint, [page])) == [Missing.REFUSED]


@pytest.mark.parametrize("endpoint", [COURSE_EMAILS, IDENTITY_CHECK, UNENROLL], ids=lambda endpoint: str(endpoint.name))
def test_redirect_to_the_sign_in_form_asks_for_a_sign_in(endpoint: Endpoint) -> None:
    page = answer(302, b"text/html; charset=utf-8", b"", f"Location: /login?next={endpoint.path}".encode())
    assert [name_of(one) for one in asyncio.run(outcomes_of(endpoint, [page]))] == ["UNAUTHENTICATED"]


@pytest.mark.parametrize("text", [b"Authentication credentials were not provided.", b"Invalid token."])
@pytest.mark.parametrize("endpoint", [EXAM_STATE, CREATE_ATTEMPT, SUBMIT_NAME], ids=lambda endpoint: str(endpoint.name))
def test_refused_sign_in_without_a_challenge_asks_for_a_sign_in(endpoint: Endpoint, text: bytes) -> None:
    body = b'{"detail":"' + text + b'"}'
    sent = [answer(403, b"application/json", body), answer(403, b"application/json", body.replace(b".", b" here."))]
    names = [name_of(outcome) for outcome in asyncio.run(outcomes_of(endpoint, sent))]
    assert [name == "UNAUTHENTICATED" for name in names] == [True, False]


@pytest.mark.parametrize("kind", [b"text/html", b"text/html; charset=utf-8", b"text/plain", b"application/json"])
@pytest.mark.parametrize("endpoint", ENDPOINTS.values(), ids=lambda endpoint: str(endpoint.name))
def test_server_errors_are_no_meaning(endpoint: Endpoint, kind: bytes) -> None:
    """A server error may have any cause."""
    statuses = (500, 507, 520, 529, 599)
    body = b"<h1>Internal Server Error</h1>" if b"html" in kind else b'{"detail": "x"}'
    sent = [answer(status, kind, body) for status in statuses]

    async def scenario() -> list[Outcome]:
        return await outcomes_of(endpoint, sent)

    assert {name_of(outcome) for outcome in asyncio.run(scenario())} == {"UPSTREAM_UNAVAILABLE"}


@pytest.mark.parametrize("status", [200, 201, 202, 203, 206])
@pytest.mark.parametrize("kind", [b"text/html", b"application/json"])
def test_success_without_a_body_is_absent_only_if_the_endpoint_declares_it(status: int, kind: bytes) -> None:
    reads = [endpoint for endpoint in ENDPOINTS.values() if endpoint.reads]

    async def scenario() -> list[Outcome]:
        async with raw_server(lambda count, _: answer(status, kind, b"")) as (_, upstream):
            return [await outcome_of(upstream, endpoint) for endpoint in reads]

    assert {name_of(outcome) for outcome in asyncio.run(scenario())} == {"UPSTREAM_INVALID"}


PAGE = (
    b"<!DOCTYPE html><html lang='en'><h1>Page not found</h1></html>",
    b"X-Frame-Options: DENY",
    b"Vary: Accept-Language, Cookie, origin",
    b"Content-Language: en",
)


def test_page_of_the_lms_says_that_there_is_no_such_page() -> None:
    """An address with a key may be no address for this key; any other is one that this LMS does not have."""
    body, *headers = PAGE
    sent = answer(404, b"text/html; charset=utf-8", body, *headers)

    async def scenario() -> dict[str, Outcome]:
        async with raw_server(lambda count, _: sent) as (_, upstream):
            return {endpoint.name: await outcome_of(upstream, endpoint) for endpoint in LMS}

    for name, outcome in asyncio.run(scenario()).items():
        endpoint = ENDPOINTS[name]
        about_a_key = {"course_key", "usage_key"} & set(endpoint.path_parameters)
        if about_a_key and 404 in endpoint.missing and not endpoint.optional and endpoint.method == "GET":
            assert outcome is endpoint.missing[404]
        elif name.startswith(("team/", "proctoring/onboarding")) and endpoint.method == "GET":
            assert outcome is Missing.ABSENT, "an LMS without teams or exams has no such pages"
        else:
            assert name_of(outcome) == "UPSTREAM_NOT_SUPPORTED", name


def test_page_of_the_lms_refuses_where_the_view_does_so() -> None:
    body, *headers = PAGE
    sent = answer(403, b"text/html; charset=utf-8", body, *headers)

    async def scenario() -> dict[str, Outcome]:
        async with raw_server(lambda count, _: sent) as (_, upstream):
            return {endpoint.name: await outcome_of(upstream, endpoint) for endpoint in LMS}

    outcomes = asyncio.run(scenario())
    refused = {name for name, outcome in outcomes.items() if outcome is Missing.REFUSED}
    assert refused == {"program_enrollments/overview", "program_enrollments/user_courses"}
    assert {name_of(outcome) for name, outcome in outcomes.items() if name not in refused} == {"FORBIDDEN"}


def test_every_status_that_means_something_has_a_form() -> None:
    for endpoint in ENDPOINTS.values():
        for status in endpoint.missing:
            assert status == 302 or status < 300 or endpoint.forms_of(status), (endpoint.name, status)
        assert (endpoint.leads_to is None) == (302 not in endpoint.missing), endpoint.name
        # A 403 of a write may also mean that nobody is signed in.
        assert endpoint.reads or endpoint.answers - {429} in (REFUSALS, REFUSALS - {403}), endpoint.name
        assert endpoint.reads or endpoint.effects is Effect.NONE
    assert PROGRAM_OVERVIEW.missing
