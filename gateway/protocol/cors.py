"""Pages of other origins: an allow-list, with credentials."""

import re
from collections.abc import Sequence

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware

_REQUEST_HEADERS = (
    "Apollo-Require-Preflight",
    "Authorization",
    "Content-Type",
    "Traceparent",
    "USE-JWT-COOKIE",
    "X-Apollo-Operation-Name",
    "X-CSRFToken",
    "X-Lectern-Explain",
    "X-Lectern-Preflight",
    "X-Request-ID",
    "X-Requested-With",
)
_RESPONSE_HEADERS = ("Date", "ETag", "Retry-After", "X-Request-ID")
_PREFLIGHT_SECONDS = 7200

_ORIGIN = re.compile(r"https?://[^/?#@*\s]+", re.ASCII)


def check_origin(origin: str) -> str:
    """The origin without a trailing slash. Raises ValueError for what is none: `*` would let every page in."""
    plain = origin.rstrip("/").lower()
    if "@" in plain:  # not quoted: it may hold a password
        raise ValueError("an origin has neither user nor password: https://apps.example.com")
    if not _ORIGIN.fullmatch(plain):
        raise ValueError(f"{origin!r} is not an origin such as https://apps.example.com")
    return plain


def cors_middleware(origins: Sequence[str]) -> list[Middleware]:
    """The middleware that lets these origins in; none when there are none."""
    if not origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=list(origins),
            allow_methods=["GET", "HEAD", "POST"],
            allow_headers=list(_REQUEST_HEADERS),
            expose_headers=list(_RESPONSE_HEADERS),
            allow_credentials=True,
            max_age=_PREFLIGHT_SECONDS,
        )
    ]
