"""Validators of settings. They raise ValueError, whose message quotes nothing that may be a password."""

import re
from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network, ip_network
from urllib.parse import urlsplit

Network = IPv4Network | IPv6Network

_NAME = r"[a-z0-9_]([a-z0-9_-]*[a-z0-9])?"
_ORIGIN = re.compile(
    rf"(?P<scheme>https?)://(?P<host>({_NAME}\.)*{_NAME}|\[[0-9a-f:.]+\])(:(?P<port>[0-9]{{1,5}}))?", re.ASCII
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_LAST_PORT = 65535
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~\w-]+", re.ASCII)
_FORM = "must be an address such as redis://:password@cache.internal:6379/0; encode special characters of the password"
_DATABASE = re.compile(r"/?\d*")


def networks_of(texts: Sequence[str]) -> tuple[Network, ...]:
    """Networks from addresses (`10.0.0.7`) and ranges (`10.0.0.0/8`). Raises ValueError for anything else."""
    return tuple(ip_network(text) for text in texts)


def check_origin(origin: str) -> str:
    """The origin as browsers send it: without a trailing slash or the scheme's own port. Raises ValueError if it is
    invalid; `*` is, because it would allow every page."""
    plain = origin.rstrip("/").lower()
    if "@" in plain:  # not quoted, because it may contain a password
        raise ValueError("an origin has neither user nor password: https://apps.example.com")
    if not plain.isascii():
        raise ValueError(f"{origin!r} must be in ASCII, as browsers send it: https://xn--…")
    found = _ORIGIN.fullmatch(plain)
    if found is None or int(found["port"] or 0) > _LAST_PORT:
        raise ValueError(f"{origin!r} is not an origin such as https://apps.example.com")
    scheme, host, port = found["scheme"], found["host"], found["port"]
    return (
        f"{scheme}://{host}"
        if port is None or int(port) == _DEFAULT_PORTS[scheme]
        else f"{scheme}://{host}:{int(port)}"
    )


def check_header_name(name: str) -> str:
    """The name of a header. Raises ValueError if it is invalid; `*` has no meaning with credentials."""
    if name == "*" or not _HEADER_NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not the name of a header such as X-App-Version")
    return name


def check_redis_url(url: str) -> None:
    """Raises ValueError for an invalid URL."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  # raises for what is no port
    except ValueError:
        # The original message quotes what was parsed as the port, which may be part of the password.
        raise ValueError(_FORM) from None
    if parts.scheme == "unix":
        valid = bool(parts.path)
    else:
        valid = parts.scheme in {"redis", "rediss"} and bool(parts.hostname) and bool(_DATABASE.fullmatch(parts.path))
    if not valid or parts.fragment or any(character.isspace() for character in url):
        raise ValueError(_FORM)
