"""What is an address of a Redis. It holds a password: no message quotes any part of it."""

import re
from urllib.parse import urlsplit

_FORM = "must be an address such as redis://:password@cache.internal:6379/0; encode special characters of the password"
_DATABASE = re.compile(r"/?\d*")


def check_redis_url(url: str) -> None:
    """Raises ValueError for what is no address of a Redis."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  # raises for what is no port
    except ValueError:
        # The original quotes what it took for a port: for an odd address, a part of the password.
        raise ValueError(_FORM) from None
    if parts.scheme == "unix":
        sound = bool(parts.path)
    else:
        sound = parts.scheme in {"redis", "rediss"} and bool(parts.hostname) and bool(_DATABASE.fullmatch(parts.path))
    if not sound or parts.fragment or any(character.isspace() for character in url):
        raise ValueError(_FORM)
