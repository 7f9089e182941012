"""What of a client's request goes to the LMS: an allow-list, and nothing else."""

import re
from dataclasses import replace
from random import Random

from starlette.requests import cookie_parser

from gateway.protocol.headers import Headers
from gateway.protocol.languages import languages_of
from loaders.credentials import NO_SCHEMES, Credentials, username_of_jwt
from loaders.endpoint import Auth
from loaders.keys import is_username

_JWT_PAYLOAD = "edx-jwt-cookie-header-payload"
_JWT_SIGNATURE = "edx-jwt-cookie-signature"
_COOKIES = (_JWT_PAYLOAD, _JWT_SIGNATURE, "sessionid")
_COOKIE_VALUE = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*")
_HEADER_VALUE = re.compile(r"[\x20-\x7e]{1,8192}")
_ids = Random()  # noqa: S311  # an id tells requests apart in logs; it opens nothing
_REQUEST_ID = re.compile(r"[\w\-]{8,64}", re.ASCII)
_TRACE_PARENT = re.compile(r"[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")


def credentials_of(received: Headers) -> Credentials:
    """The caller's credentials, as they will be forwarded to the LMS.

    The CSRF pair is the client's own and goes out with writes only: the gateway never makes one up.
    """
    headers: list[tuple[str, str]] = []
    write_headers: list[tuple[str, str]] = []
    schemes = NO_SCHEMES
    hint: str | None = None
    authorization = _safe(received.get("authorization"))
    if authorization is not None:
        scheme, _, token = authorization.partition(" ")
        if token and scheme.lower() in {"jwt", "bearer"}:
            headers.append(("authorization", authorization))
            schemes |= Auth.JWT if scheme.lower() == "jwt" else Auth.BEARER
            hint = username_of_jwt(token) if scheme.lower() == "jwt" else None
    sent = cookie_parser(received["cookie"]) if "cookie" in received else {}
    cookies = {
        name: value
        for name in (*_COOKIES, "csrftoken", "edx-user-info")
        if (value := sent.get(name)) and _COOKIE_VALUE.fullmatch(value)
    }
    if _JWT_PAYLOAD in cookies and _JWT_SIGNATURE in cookies:
        schemes |= Auth.JWT
        headers.append(("use-jwt-cookie", "true"))
        hint = hint or username_of_jwt(cookies[_JWT_PAYLOAD])
    if "sessionid" in cookies:
        schemes |= Auth.SESSION
        hint = hint or _user_info(sent.get("edx-user-info"))
    reads = "; ".join(f"{name}={cookies[name]}" for name in (*_COOKIES, "csrftoken") if name in cookies)
    if reads:
        headers.append(("cookie", reads))
    for name in ("x-csrftoken", "referer", "origin"):
        value = _safe(received.get(name))
        if value is not None:
            write_headers.append((name, value))
    language = languages_of(_safe(received.get("accept-language")) or "")
    if language:
        headers.append(("accept-language", language))
    return Credentials(tuple(headers), tuple(write_headers), schemes, hint, language)


def for_write(credentials: Credentials, own_origin: str | None) -> Credentials:
    """The credentials of a write, whose `Origin` is left out when it is this one: the page is the LMS's own.

    The LMS compares `Origin` with the host that it is asked by, which for the gateway may be an internal one. It knows
    its own public origin by that name only if somebody has listed it.
    """
    if ("origin", own_origin) not in credentials.write_headers:
        return credentials
    headers = tuple(header for header in credentials.write_headers if header[0] != "origin")
    return replace(credentials, write_headers=headers)


def request_id_of(received: Headers) -> str:
    """The client's request id when it is a sound one, else a new one."""
    given = received.get("x-request-id", "")
    return given if _REQUEST_ID.fullmatch(given) else f"{_ids.getrandbits(128):032x}"


def tracing_headers(received: Headers, request_id: str, person: str | None) -> list[tuple[str, str]]:
    """Headers that let the LMS's logs and throttles know the request, and the address of the person behind it."""
    headers = [("x-request-id", request_id)]
    parent = received.get("traceparent", "")
    if _TRACE_PARENT.fullmatch(parent):
        headers.append(("traceparent", parent))
        state = _safe(received.get("tracestate"))
        if state is not None:
            headers.append(("tracestate", state))
    if person is not None:
        headers.append(("x-forwarded-for", person))
    return headers


def _safe(value: str | None) -> str | None:
    """A header value that cannot smuggle anything; None otherwise."""
    return value if value and _HEADER_VALUE.fullmatch(value) else None


def _user_info(cookie: str | None) -> str | None:
    """The username in the LMS's `edx-user-info` cookie, unverified."""
    match = re.search(r'\\?"username\\?":\s*\\?"([^"\\]+)\\?"', cookie or "")
    return match.group(1) if match and is_username(match.group(1)) else None
