"""The guard against requests that a foreign page makes with the visitor's cookies."""

import re

from gateway.protocol.headers import Headers
from gateway.protocol.refusal import RefusedError
from loaders.errors import Code

_FORCING = (
    "apollo-require-preflight",
    "x-apollo-operation-name",
    "x-lectern-preflight",
    "x-lectern-explain",
    "x-requested-with",
    "x-csrftoken",
    "use-jwt-cookie",
)
"""Headers that a page of another origin can only send when the browser's preflight was answered with yes.

`Accept` is none of them: browsers let any page set it. `Authorization` is one with the schemes of the LMS only: a
browser that has once been asked for Basic or Negotiate sends them by itself.
"""

_SCHEME = re.compile(r"(jwt|bearer) ", re.IGNORECASE)

_SIMPLE = {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}


def check_get(headers: Headers) -> None:
    """Refuses a GET with cookies that a foreign page could have made.

    Reads of the LMS have effects (a day's activity, a streak), and how long they take tells about the visitor. A GET
    without cookies does nothing that its sender could not do alone. POST needs no check of its own: only JSON is
    read, which no foreign page can send unasked.
    """
    if "cookie" not in headers or headers.get("sec-fetch-site") == "same-origin":
        return
    if any(name in headers for name in _FORCING) or _SCHEME.match(headers.get("authorization", "")):
        return
    if headers.get("content-type", "").partition(";")[0].strip().lower() not in _SIMPLE:
        return
    raise RefusedError(
        403,
        "A GET request with cookies needs the header `Apollo-Require-Preflight: 1`, or use POST.",
        Code.FORBIDDEN,
    )
