"""Every recorded answer of the endpoints the demo LMS serves, replayed over HTTP and compared field by field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http.cookies import SimpleCookie
from typing import Any

import httpx
import pytest

from gateway.demo.app import create_app

from .departures import BODY, RENEWED_SESSION
from .replay import (
    RECORDED_AT,
    RECORDED_COURSES,
    ROUNDS,
    differences,
    names,
    ordered,
    recorded,
    send,
)
from .served import DEMO, served

NAMES = names()
_COMPARED_HEADERS = (
    "content-type", "www-authenticate", "retry-after", "location", "allow", "vary", "cache-control",
    "content-language", "x-frame-options", "access-control-allow-origin", "access-control-allow-credentials",
    "access-control-allow-headers", "access-control-allow-methods", "access-control-expose-headers",
)  # fmt: skip


@pytest.fixture(scope="module")
def replayed() -> dict[str, httpx.Response]:
    """All answers by name: one world, the rounds of the recording one after another."""
    answers: dict[str, httpx.Response] = {}
    app = create_app(now=RECORDED_AT, only=RECORDED_COURSES)
    with served(app) as url, httpx.Client(base_url=url) as client:
        # The recorded installation did not have the pathways plugin.
        client.put("/__features", json={"learner_pathway_progress": False})
        # The recording had spent the day's streak celebration before.
        client.get(f"/api/courseware/course/{DEMO}", headers={"Authorization": "JWT demo-alex"})
        for round_name in ROUNDS:
            for name in ordered(round_name, NAMES):
                client.cookies.clear()
                answers[name] = send(client, name)
    return answers


def test_every_recorded_answer_belongs_to_a_round() -> None:
    assert sorted(name for round_name in ROUNDS for name in ordered(round_name, NAMES)) == NAMES
    assert len(NAMES) > 400


@pytest.mark.parametrize("name", NAMES)
def test_answer(name: str, replayed: dict[str, httpx.Response]) -> None:
    expected, got = recorded(name), replayed[name]
    assert got.status_code == expected["status"]
    found = [*_header_differences(expected["headers"], got), *_body_differences(name, expected["body"], got)]
    assert not found, "\n".join(found)


def _body_differences(name: str, expected: Any, got: httpx.Response) -> Iterator[str]:
    if expected is None:
        if got.content and got.request.method != "HEAD":
            yield f"a body where there was none: {got.text[:90]}"
    elif isinstance(expected, dict) and "_text" in expected:
        title = re.search(r"<title>\s*(.*?)\s*</title>", expected["_text"], re.DOTALL)
        if title and title[1].split() != re.findall(r"<title>(.*?)</title>", got.text, re.DOTALL)[0].split():
            yield f"page {title[1]!r} became {got.text[:90]!r}"
    else:
        yield from differences(name, expected, got.json(), BODY)


def _header_differences(expected: dict[str, Any], got: httpx.Response) -> Iterator[str]:
    for header in _COMPARED_HEADERS:
        if expected.get(header) != got.headers.get(header):
            yield f"header {header}: {expected.get(header)!r} became {got.headers.get(header)!r}"
    cookies, sent = _cookies(expected.get("set-cookie", [])), _cookies(got.headers.get_list("set-cookie"))
    renewed, max_age = RENEWED_SESSION
    if cookies.get(renewed, {}).get("max-age") == str(max_age) and renewed not in sent:
        del cookies[renewed]
    if cookies != sent:
        yield f"cookies {cookies} became {sent}"


def _cookies(lines: list[str]) -> dict[str, dict[str, Any]]:
    """Name to attributes; the values were cut out of the recording."""
    return {
        name: {key: value for key, value in morsel.items() if value}
        for line in lines
        for name, morsel in SimpleCookie(line).items()
    }
