"""Pages of other origins: an allow-list, with credentials."""

import re
from collections.abc import Sequence

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

REQUEST_HEADERS = (
    "Apollo-Require-Preflight",
    "Apollographql-Client-Name",
    "Apollographql-Client-Version",
    "Authorization",
    "B3",
    "Baggage",
    "Cache-Control",
    "Content-Type",
    "Expires",
    "If-None-Match",
    "NewRelic",
    "Pragma",
    "Sentry-Trace",
    "Traceparent",
    "Tracestate",
    "USE-JWT-COOKIE",
    "X-Apollo-Operation-Id",
    "X-Apollo-Operation-Name",
    "X-Apollo-Operation-Type",
    "X-CSRFToken",
    "X-Datadog-Origin",
    "X-Datadog-Parent-Id",
    "X-Datadog-Sampling-Priority",
    "X-Datadog-Trace-Id",
    "X-Lectern-Explain",
    "X-Lectern-Preflight",
    "X-Request-ID",
    "X-Requested-With",
)
"""What the GraphQL clients, the LMS's front ends and the usual tracing send. `GATEWAY_CORS_HEADERS` adds to it."""

_RESPONSE_HEADERS = ("Date", "ETag", "Retry-After", "X-Request-ID")
_PREFLIGHT_SECONDS = 7200

_ORIGIN = re.compile(r"https?://[^/?#@*\s]+", re.ASCII)
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~\w-]+", re.ASCII)

_LOCAL_ORIGIN = (
    r"https?://(?:(?:[a-z0-9-]+\.)*(?:localhost|local\.openedx\.io|local\.edly\.io|local\.overhang\.io)"
    r"|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?"
)
"""Pages that a developer's own machine serves. The three domains are Tutor's: all their names mean 127.0.0.1."""


def check_origin(origin: str) -> str:
    """The origin without a trailing slash. Raises ValueError for what is none: `*` would let every page in."""
    plain = origin.rstrip("/").lower()
    if "@" in plain:  # not quoted: it may hold a password
        raise ValueError("an origin has neither user nor password: https://apps.example.com")
    if not _ORIGIN.fullmatch(plain):
        raise ValueError(f"{origin!r} is not an origin such as https://apps.example.com")
    return plain


def check_header_name(name: str) -> str:
    """The name of a header. Raises ValueError for what is none; `*` means nothing in requests with credentials."""
    if name == "*" or not _HEADER_NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not the name of a header such as X-App-Version")
    return name


def cors_middleware(origins: Sequence[str], headers: Sequence[str], *, local: bool) -> list[Middleware]:
    """The middleware that lets these origins in, and with `local` those of the same machine; none without any.

    `headers` are request headers that pages may send beside `REQUEST_HEADERS`.
    """
    if not origins and not local:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=list(origins),
            allow_origin_regex=_LOCAL_ORIGIN if local else None,
            allow_methods=["GET", "HEAD", "POST"],
            allow_headers=[*REQUEST_HEADERS, *headers],
            expose_headers=list(_RESPONSE_HEADERS),
            allow_credentials=True,
            max_age=_PREFLIGHT_SECONDS,
        )
    ]
