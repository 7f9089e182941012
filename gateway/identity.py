"""The credentials of a request that are forwarded to the LMS, by an allow-list."""

import re

from msgspec import structs
from starlette.requests import cookie_parser

from gateway.protocol.headers import Headers
from gateway.protocol.languages import languages_of
from gateway.protocol.refusal import RefusedError
from loaders.credentials import NO_SCHEMES, Credentials, username_of_jwt
from loaders.endpoint import Auth

_JWT_PAYLOAD = "edx-jwt-cookie-header-payload"
_JWT_SIGNATURE = "edx-jwt-cookie-signature"
_COOKIES = (_JWT_PAYLOAD, _JWT_SIGNATURE, "sessionid")
_COOKIE_VALUE = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*")
_HEADER_VALUE = re.compile(r"[\x20-\x7e]{1,8192}")
_LONGEST_AUTHORIZATION = 8192
_TOKEN = re.compile(r"[A-Za-z0-9\-._~+/]+=*")
_SCHEMES = {"jwt": ("JWT", Auth.JWT), "bearer": ("Bearer", Auth.BEARER)}
_ANOTHER = re.compile(r",\s*(jwt|bearer)\s", re.IGNORECASE)
_OF_BROWSERS = frozenset({"basic", "digest", "negotiate", "ntlm"})
"""Schemes that browsers send to proxies on the way; the LMS does not use them."""
_TIME_ZONE = re.compile(r"(?=.{1,64}$)[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+){0,2}")
"""A name of the time zone database, such as `America/Argentina/Buenos_Aires`."""
_LONGEST_STATE = 512  # servers have to accept this length; a longer one may be dropped
_TRACE_PARENT = re.compile(r"[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")


def credentials_of(received: Headers, *, once: bool = True) -> Credentials:
    """The caller's credentials, as they will be forwarded to the LMS.

    The CSRF token and cookie are the client's own and are sent with writes only; the gateway never creates them. A
    credential that cannot be forwarded is refused. Without it, the request would be a visitor's, or that of the owner
    of the cookies. `once` says that there is at most one `Authorization` header.
    """
    if not once:
        raise RefusedError(400, "The header `Authorization` occurs more than once.")
    headers: list[tuple[str, str]] = []
    write_headers: list[tuple[str, str]] = []
    authorization = _authorization(received.get("authorization"))
    cookies = _cookies(received.get("cookie"))
    schemes = NO_SCHEMES
    hint: str | None = None
    if authorization is not None:
        scheme, token = authorization
        name, schemes = _SCHEMES[scheme]
        headers.append(("authorization", f"{name} {token}"))
        # The LMS accepts this token or refuses the call; it does not fall back to cookies.
        hint = username_of_jwt(token) if schemes is Auth.JWT else None
    elif _JWT_PAYLOAD in cookies and _JWT_SIGNATURE in cookies:
        schemes = Auth.JWT
        headers.append(("use-jwt-cookie", "true"))
        if "sessionid" not in cookies:  # the LMS falls back to the session if the token is invalid
            hint = username_of_jwt(cookies[_JWT_PAYLOAD])
    if "sessionid" in cookies:
        schemes |= Auth.SESSION
    if cookies:
        headers.append(("cookie", "; ".join([f"{name}={value}" for name, value in cookies.items()])))
    for name in ("x-csrftoken", "referer", "origin"):
        value = _safe(received.get(name))
        if value is not None:
            write_headers.append((name, value))
    language = languages_of(_safe(received.get("accept-language")) or "")
    if language:
        headers.append(("accept-language", language))
    with_session = Auth.SESSION in schemes and schemes is not Auth.SESSION
    session = (("cookie", f"sessionid={cookies['sessionid']}"),) if with_session else ()
    timezone = received.get("x-browser-timezone")
    known = timezone if timezone and _TIME_ZONE.fullmatch(timezone) else None
    return Credentials(tuple(headers), tuple(write_headers), schemes, hint, language, session, known)


def _authorization(value: str | None) -> tuple[str, str] | None:
    """Scheme and token of the `Authorization` header; None if it is not for the LMS. Raises RefusedError."""
    if not value:
        return None
    scheme, _, token = value.partition(" ")
    scheme, token = scheme.lower(), token.strip(" ")
    if scheme in _OF_BROWSERS and token and not _ANOTHER.search(value):
        return None
    if len(value) > _LONGEST_AUTHORIZATION:
        raise RefusedError(431, f"The header `Authorization` is longer than {_LONGEST_AUTHORIZATION} characters.")
    if scheme not in _SCHEMES or not _TOKEN.fullmatch(token):
        raise RefusedError(
            400, "The header `Authorization` must be `JWT` or `Bearer` with one token, and must occur only once."
        )
    return scheme, token


def _cookies(header: str | None) -> dict[str, str]:
    """The cookies for the LMS. Of several with one name the last one counts, as on the LMS."""
    if header is None:
        return {}
    sent = cookie_parser(header)
    cookies = {name: value for name in (*_COOKIES, "csrftoken") if (value := sent.get(name))}
    for name, value in cookies.items():
        if not _COOKIE_VALUE.fullmatch(value):
            raise RefusedError(400, f"The cookie `{name}` has characters that no cookie may have.")
    return cookies


def for_write(credentials: Credentials, own_origin: str | None) -> Credentials:
    """The credentials of a write. `Origin` is left out if it is the LMS's own public origin.

    The LMS compares `Origin` with the host of the request, which for the gateway may be an internal one. It recognises
    its public origin only if it is configured.
    """
    if ("origin", own_origin) not in credentials.write_headers:
        return credentials
    headers = tuple(header for header in credentials.write_headers if header[0] != "origin")
    return structs.replace(credentials, write_headers=headers)


def tracing_headers(received: Headers, request_id: str, person: str | None) -> list[tuple[str, str]]:
    """Headers for the LMS's logs and throttles: the request id and the client's address."""
    headers = [("x-request-id", request_id)]
    parent = received.get("traceparent")
    if parent and _TRACE_PARENT.fullmatch(parent):
        headers.append(("traceparent", parent))
        state = _safe(received.get("tracestate"))
        if state is not None and len(state) <= _LONGEST_STATE:
            headers.append(("tracestate", state))
    if person is not None:
        headers.append(("x-forwarded-for", person))
    return headers


def _safe(value: str | None) -> str | None:
    """The header value if it is safe to forward; None otherwise."""
    return value if value and _HEADER_VALUE.fullmatch(value) else None
