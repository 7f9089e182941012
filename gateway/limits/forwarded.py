"""How much of a request's headers may go to the LMS: web servers hang up on heads that are too long."""

from gateway.protocol.refusal import RefusedError
from loaders.credentials import Credentials

MAX_FORWARDED = 9 * 1024
"""Bytes of credentials, CSRF token, `Referer` and the like. With the address of a call and what the gateway adds, a
head has 15 KiB at most, which the usual web servers and proxies take."""


def check_forwarded(credentials: Credentials) -> None:
    """Refuses a request whose headers for the LMS are longer than the LMS may take."""
    size = sum(len(name) + len(value) + 4 for name, value in (*credentials.headers, *credentials.write_headers))
    if size > MAX_FORWARDED:
        what = f"The headers that are for the LMS have {size} bytes; {MAX_FORWARDED} are allowed."
        raise RefusedError(431, what)
