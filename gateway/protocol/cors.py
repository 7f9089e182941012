"""CORS for an allow-list of origins, with credentials."""

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
    "X-Browser-Timezone",
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
"""Headers of GraphQL clients, the LMS's front ends and common tracing. `GATEWAY_CORS_HEADERS` adds others."""

_RESPONSE_HEADERS = ("Date", "ETag", "Retry-After", "X-Request-ID")
_PREFLIGHT_SECONDS = 7200


_LOCAL_ORIGIN = (
    r"https?://(?:(?:[a-z0-9-]+\.)*(?:localhost|local\.openedx\.io|local\.edly\.io|local\.overhang\.io)"
    r"|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?"
)
"""Origins on the developer's machine. The three domains are Tutor's and resolve to 127.0.0.1."""


def cors_middleware(origins: Sequence[str], headers: Sequence[str], *, local: bool) -> list[Middleware]:
    """The middleware for these origins, and with `local` for local ones; none if there are none.

    `headers` are further request headers that pages may send.
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
