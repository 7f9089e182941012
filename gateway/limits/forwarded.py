"""The limit on forwarded headers: web servers close connections with heads that are too long."""

from gateway.protocol.refusal import RefusedError
from loaders.credentials import Credentials

MAX_FORWARDED = 9 * 1024
"""Bytes of credentials, CSRF token, `Referer` and similar headers. With the URL of a call and the gateway's own
headers, a head has at most 15 KiB, which common web servers and proxies accept."""


def check_forwarded(credentials: Credentials) -> None:
    """Refuses a request whose forwarded headers are too long."""
    size = sum([len(name) + len(value) + 4 for name, value in credentials.headers + credentials.write_headers])
    if size > MAX_FORWARDED:
        what = f"The headers that are for the LMS have {size} bytes; {MAX_FORWARDED} are allowed."
        raise RefusedError(431, what)
