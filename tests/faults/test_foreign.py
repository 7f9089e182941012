"""The answer of a proxy or firewall is an error: it never means "absent" or "refused"."""

from typing import Any

import pytest

from tests.support.front import Front, answer
from tests.support.gateway import Gateway
from tests.support.people import KEY, PUBLIC

from .cases import CASES, Case
from .test_endpoints import ask, check_others, value_at

HTML = "text/html"
PAGE = b"<html><head><title>%s</title></head><body><center><h1>%s</h1></center><hr><center>nginx</center></body></html>"
FOREIGN: dict[str, bytes] = {
    "301 to https": answer("301 Moved Permanently", b"", HTML, "Location: https://lms.example/api"),
    "302 to https": answer("302 Found", b"", HTML, "Location: https://lms.example/dashboard"),
    "302 to a sign-in": answer("302 Found", b"", HTML, "Location: /login?next=/api"),
    "302 to another host": answer("302 Found", b"", HTML, "Location: https://sso.example/oauth2/start?rd=%2F"),
    "303": answer("303 See Other", b"", HTML, "Location: /dashboard"),
    "307": answer("307 Temporary Redirect", b"", HTML, "Location: /dashboard?access_response_error=x"),
    "308": answer("308 Permanent Redirect", b"", HTML, "Location: /courses/x/about"),
    "401 of a proxy": answer("401 X", PAGE % (b"401", b"401"), HTML, 'WWW-Authenticate: Basic realm="staging"'),
    "401 text": answer("401 X", b"User not enrolled.", "text/plain"),
    "403 of a firewall": answer("403 Forbidden", b"<h1>Request blocked</h1>", "text/html; charset=UTF-8"),
    "403 nothing": answer("403 Forbidden"),
    "403 other JSON": answer("403 Forbidden", b'{"message": "Forbidden"}', "application/json"),
    "404 of a proxy": answer("404 Not Found", PAGE % (b"404", b"404"), HTML),
    "404 text": answer("404 Not Found", b"404 page not found", "text/plain; charset=utf-8"),
    "404 other JSON": answer("404 Not Found", b'{"error": "no such route"}', "application/json"),
    "410": answer("410 Gone", PAGE % (b"410", b"410"), HTML),
}
OWN_500 = answer(
    "500 Internal Server Error",
    b'<!DOCTYPE html><html lang="en"><h1>There has been a 500 error</h1></html>',
    "text/html; charset=utf-8",
    "Vary: Accept-Language, Cookie, origin",
    "Content-Language: en",
)
"""The page that the LMS has for whatever breaks in it."""
EMPTY_IS_ITS_OWN = {("user/preferences", "403 nothing"): "FORBIDDEN"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.endpoint)
def test_answer_of_somebody_else_is_an_error(front: Front, front_gateway: Gateway, case: Case) -> None:
    healthy = ask(front_gateway, case).sound()
    for which, reply in FOREIGN.items():
        front.play(case.prefix, reply)
        answer = ask(front_gateway, case)
        assert answer.codes == [EMPTY_IS_ITS_OWN.get((case.endpoint, which), "UPSTREAM_INVALID")], (which, answer.body)
        assert all(value_at(answer.data, path) is None for path in case.fed)
        check_others(case, healthy, answer)


WHERE: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("/api/discussion/v1/threads/1/", '{ thread(id: "1") { title } }', {}, "thread"),
    (
        "/api/courseware/course/",
        "query($k: CourseKey!) { course(key: $k) { name: notes { enabled } } }",
        {"k": KEY},
        "course",
    ),
)


@pytest.mark.parametrize(("prefix", "query", "variables", "field"), WHERE)
def test_nothing_is_silent(
    front: Front, front_gateway: Gateway, prefix: str, query: str, variables: dict[str, Any], field: str
) -> None:
    server_error = {
        "500": answer("500 X", PAGE % (b"500", b"500"), HTML),
        "500 text": answer("500 X", b"x", "text/plain"),
        "500 of the LMS": OWN_500,
    }
    for which, reply in {**FOREIGN, **server_error}.items():
        front.play(prefix, reply)
        failed = front_gateway.ask(query, variables)
        code = "UPSTREAM_UNAVAILABLE" if which.startswith("500") else "UPSTREAM_INVALID"
        assert failed.codes == [code], (which, failed.body)
        assert failed.errors[0]["path"][0] == field


def test_course_is_an_error_where_nothing_but_a_proxy_answers(front: Front, front_gateway: Gateway) -> None:
    """Whatever is selected: a proxy's answer proves nothing about a course."""
    query = "query($k: CourseKey!) { course(key: $k) { title access { hasAccess } dates { blocks { title } } } }"
    for which, reply in FOREIGN.items():
        front.play("/api/", reply)
        answer = front_gateway.ask(query, {"k": KEY})
        assert answer.data["course"] is None
        assert answer.codes == ["UPSTREAM_INVALID"], (which, answer.body)


def test_blocks_that_the_lms_breaks_on_are_an_error(front: Front, front_gateway: Gateway) -> None:
    """It does so for a learner in a course that has not begun, and for any other reason."""
    front.play("/api/courses/v2/blocks/", OWN_500)
    front.play("/api/mobile/v4/course_info/blocks/", OWN_500)
    for user, key, endpoint in (("anonymous", PUBLIC, "courses/blocks"), ("alex", KEY, "mobile/blocks")):
        answer = front_gateway.ask(
            "query($k: CourseKey!) { course(key: $k) { blocks { key } } }", {"k": key}, user=user
        )
        assert answer.data["course"] == {"blocks": None}
        assert answer.codes == ["UPSTREAM_UNAVAILABLE"]
        assert answer.errors[0]["extensions"]["endpoint"] == endpoint


def test_percent_sign_in_a_key_stays_one(front: Front, front_gateway: Gateway) -> None:
    """It is part of block ids, and takes no call out of its segment of the path."""
    key = "block-v1:OpenedX+DemoX+DemoCourse+type@sequential+block@a%2F..%2Fb%"
    query = "query($k: CourseKey!, $s: UsageKey!) { course(key: $k) { sequence(key: $s) { position } } }"
    assert front_gateway.ask(query, {"k": KEY, "s": key}).data["course"] == {"sequence": None}
    asked = [head.split(b" ", 2)[1].decode() for head in front.heads]
    assert any(target.endswith("+block@a%252F..%252Fb%25") for target in asked), asked
    assert not any("%2F" in target.replace("%252F", "") for target in asked)
