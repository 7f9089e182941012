"""Protection against cross-site requests with cookies."""

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
"""Headers that another origin can only send after a successful preflight.

`Accept` is not one of them, because browsers let any page set it. `Authorization` counts with the LMS's schemes only,
because browsers send Basic and Negotiate automatically.
"""

_SCHEME = re.compile(r"(jwt|bearer) ", re.IGNORECASE)

_SIMPLE = {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}


def check_get(headers: Headers) -> None:
    """Refuses a GET with cookies that another site could have made.

    Reads have effects on the LMS (a day's activity, a streak), and their timing reveals data about the user. A GET
    without cookies has no more rights than its sender. POST needs no check, because only JSON is accepted, which
    requires a preflight.
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
