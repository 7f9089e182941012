"""An unusable response of any endpoint produces one clear error, never silence and never a crash."""

from collections.abc import Iterator
from typing import Any

import pytest

from gateway.app import create_app
from loaders.registry import endpoints
from tests.conftest import settings_for
from tests.support.front import Front, answer
from tests.support.gateway import Answer, Gateway
from tests.support.servers import served

from .everywhere import ELSEWHERE, EMPTY_IS_NONE, READS, Read

JSON = "application/json"
HTML = "text/html; charset=utf-8"
SIGN_IN_PAGE = b"<!DOCTYPE html><html><form action='/login'>Sign in</form></html>"
ODD: dict[str, bytes] = {
    "a page": answer("200 OK", SIGN_IN_PAGE, HTML),
    "a page that says it is JSON": answer("200 OK", SIGN_IN_PAGE, JSON),
    "JSON that says it is a page": answer("200 OK", b'{"results": []}', HTML),
    "JSON that says it is text": answer("200 OK", b"[]", "text/plain"),
    "a page in parts": answer("206 Partial Content", SIGN_IN_PAGE, HTML),
    "empty JSON": answer("200 OK", b"", JSON),
    "empty page": answer("200 OK", b"", HTML),
    "nothing": answer("200 OK"),
    "201 and nothing": answer("201 Created", b"", JSON),
    "null": answer("200 OK", b"null", JSON),
    "a text": answer("200 OK", b'"x"', JSON),
    "a number": answer("200 OK", b"7", JSON),
    "true": answer("200 OK", b"true", JSON),
    "cut": answer("200 OK", b'{"results": [', JSON),
    "cut list": answer("200 OK", b'[{"a": 1}', JSON),
    "not UTF-8": answer("200 OK", b'{"a": "\xff"}', JSON),
    "two values": answer("200 OK", b"{} {}", JSON),
    "301": answer("301 Moved Permanently", b"", HTML, "Location: https://lms.example/"),
    "302 nowhere": answer("302 Found"),
    "302 to what is no address": answer("302 Found", b"", HTML, "Location: http://[::1"),
    "302 to other bytes": answer("302 Found", b"", HTML, "Location: /dashboard\xff"),
    "302 twice": answer("302 Found", b"", HTML, "Location: /dashboard", "Location: /login"),
    "303": answer("303 See Other", b"", HTML, "Location: /dashboard"),
    "307": answer("307 Temporary Redirect", b"", HTML, "Location: /dashboard"),
    "300": answer("300 Multiple Choices", b"[]", JSON),
    "304": b"HTTP/1.1 304 Not Modified\r\n\r\n",
    "500 of the LMS": answer("500 X", SIGN_IN_PAGE, HTML, "Content-Language: en", "Vary: Cookie"),
    "599": answer("599 X", b"{}", JSON),
}
WRONG_TOP = {False: answer("200 OK", b"[]", JSON), True: answer("200 OK", b"{}", JSON)}
TROUBLE = {"UPSTREAM_INVALID", "UPSTREAM_UNAVAILABLE"}


def ask(gateway: Gateway, read: Read) -> Answer:
    return gateway.ask(read.query, user=read.user, scheme=read.scheme)


@pytest.fixture(params=[True, False], ids=["compiled", "ordinary"])
def gateway(front: Front, lms: Any, request: pytest.FixtureRequest) -> Iterator[Gateway]:
    with served(lambda url: create_app(settings_for(front.url, compile=request.param))) as url:
        gateway = Gateway(url, lms)
        yield gateway
        gateway.close()


def test_every_endpoint_that_is_read_is_among_them() -> None:
    names = {endpoint.name for endpoint in endpoints() if endpoint.reads}
    assert names - {read.endpoint for read in READS} == ELSEWHERE, "list it in tests/faults/everywhere.py"


@pytest.mark.parametrize("read", READS, ids=lambda read: f"{read.endpoint} {read.query[:40]}")
def test_an_unusable_answer_is_one_error(front: Front, gateway: Gateway, read: Read) -> None:
    endpoint = next(one for one in endpoints() if one.name == read.endpoint)
    sound = ask(gateway, read).sound()
    odd = {**ODD, **({} if endpoint.array is None else {"wrong top": WRONG_TOP[endpoint.array]})}
    for which, reply in odd.items():
        front.play(read.prefix, reply)
        if read.endpoint == "discussion/replies":
            front.pass_on(f"{read.prefix}?")
        if read.endpoint == "enrollment/enrollment":
            front.pass_on(f"{read.prefix}/")
        if read.endpoint in EMPTY_IS_NONE and reply.endswith(b"\r\n\r\n"):
            continue
        answer = ask(gateway, read)
        front.forget()
        if read.replaced:
            assert (answer.data, answer.errors) == (sound, []), which
            continue
        (error,) = answer.errors
        assert error["extensions"]["code"] in TROUBLE, which
        assert error["extensions"]["endpoint"] == read.endpoint, which
        assert error["path"][0] == next(iter(sound)), which
