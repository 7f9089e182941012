"""A write that a proxy refuses: an error that says so, never a refusal of the LMS."""

from typing import Any

import pytest

from tests.support.front import Front, answer
from tests.support.gateway import Gateway
from tests.writes.people import write
from tests.writes.test_once import WRITES

HTML = "text/html"
DJANGO = "text/html; charset=utf-8"
OWN = ("X-Frame-Options: DENY", "Vary: Accept-Language, Cookie, origin", "Content-Language: en")
PAGE = b"<html><head><title>%s</title></head><body><center><h1>%s</h1></center><hr><center>nginx</center></body></html>"
CSRF = b"<!DOCTYPE html><html lang='en'><h1>Forbidden</h1><p>CSRF verification failed. Request aborted.</p></html>"

FOREIGN: tuple[tuple[str, bytes, str], ...] = (
    ("400 page", answer("400 Bad Request", PAGE % (b"400", b"400"), HTML), "UPSTREAM_INVALID"),
    ("400 page of Django", answer("400 Bad Request", b"<h1>Bad Request (400)</h1>", DJANGO), "UPSTREAM_INVALID"),
    ("400 page of the LMS", answer("400 Bad Request", b"<!doctype html><p>x", DJANGO, *OWN), "UPSTREAM_INVALID"),
    ("400 text", answer("400 Bad Request", b"Bad Request", "text/plain"), "UPSTREAM_INVALID"),
    ("400 without a type", answer("400 Bad Request", b"Bad Request"), "UPSTREAM_INVALID"),
    ("400 other JSON", answer("400 Bad Request", b'{"error": "x"}', "application/json"), "UPSTREAM_INVALID"),
    ("401 page", answer("401 Unauthorized", PAGE % (b"401", b"401"), HTML), "UPSTREAM_INVALID"),
    ("403 page", answer("403 Forbidden", PAGE % (b"403", b"403"), HTML), "UPSTREAM_INVALID"),
    ("403 text", answer("403 Forbidden", b"blocked", "text/plain"), "UPSTREAM_INVALID"),
    ("403 without CSRF pair", answer("403 Forbidden", CSRF, DJANGO), "FORBIDDEN"),
    ("403 page of the LMS", answer("403 Forbidden", b"<!doctype html><p>x", DJANGO, *OWN), "FORBIDDEN"),
    ("404 page", answer("404 Not Found", PAGE % (b"404", b"404"), HTML), "UPSTREAM_INVALID"),
    ("404 page of the LMS", answer("404 Not Found", b"<!doctype html>", DJANGO, *OWN), "UPSTREAM_NOT_SUPPORTED"),
    ("405 page", answer("405 Method Not Allowed", PAGE % (b"405", b"405"), HTML), "UPSTREAM_INVALID"),
    ("409 page", answer("409 Conflict", PAGE % (b"409", b"409"), HTML), "UPSTREAM_INVALID"),
    ("413 page", answer("413 Too Large", PAGE % (b"413", b"413"), HTML), "UPSTREAM_INVALID"),
    ("422 page", answer("422 X", PAGE % (b"422", b"422"), HTML), "UPSTREAM_INVALID"),
    ("429 nothing", answer("429 Too Many Requests"), "RATE_LIMITED"),
    ("429 page", answer("429 Too Many Requests", PAGE % (b"429", b"429"), HTML), "RATE_LIMITED"),
    ("500 page", answer("500 X", PAGE % (b"500", b"500"), HTML), "UPSTREAM_UNAVAILABLE"),
    ("501 page", answer("501 X", PAGE % (b"501", b"501"), HTML), "UPSTREAM_UNAVAILABLE"),
    ("301 to https", answer("301 Moved", b"", HTML, "Location: https://lms.example/x"), "UPSTREAM_INVALID"),
    ("302 to another sign-in", answer("302 Found", b"", None, "Location: https://sso.example/"), "UPSTREAM_INVALID"),
    ("200 text", answer("200 OK", b"OK", "text/plain"), "UPSTREAM_INVALID"),
    ("200 page", answer("200 OK", b"<html><h1>Sign in</h1></html>", HTML), "UPSTREAM_INVALID"),
)


@pytest.mark.parametrize(("name", "variables", "scheme", "prefix"), WRITES, ids=[row[0] for row in WRITES])
def test_refusal_of_somebody_else_is_an_error(
    front: Front, front_gateway: Gateway, name: str, variables: dict[str, Any], scheme: str, prefix: str
) -> None:
    for which, reply, code in FOREIGN:
        front.play(prefix, reply)
        answer = write(front_gateway, f"writes/learner:{name}", variables, scheme=scheme)
        assert answer.codes == [code], (which, answer.body)
        assert set(answer.data.values()) == {None}
        assert answer.errors[0]["path"] == list(answer.data)
        assert "<" not in answer.errors[0]["message"]
        assert "nginx" not in str(answer.body)
