"""Validates URLs of Redis. They may contain a password, so no message quotes them."""

import re
from urllib.parse import urlsplit

_FORM = "must be an address such as redis://:password@cache.internal:6379/0; encode special characters of the password"
_DATABASE = re.compile(r"/?\d*")


def check_redis_url(url: str) -> None:
    """Raises ValueError for an invalid URL."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  # raises for what is no port
    except ValueError:
        # The original message quotes what was parsed as the port, which may be part of the password.
        raise ValueError(_FORM) from None
    if parts.scheme == "unix":
        sound = bool(parts.path)
    else:
        sound = parts.scheme in {"redis", "rediss"} and bool(parts.hostname) and bool(_DATABASE.fullmatch(parts.path))
    if not sound or parts.fragment or any(character.isspace() for character in url):
        raise ValueError(_FORM)
