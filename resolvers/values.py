"""What a text of the LMS means as a value: an instant, an address, a UUID. Each is brought to one form here."""

import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urljoin

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")
_IGNORED = "".join(map(chr, range(0x21)))
"""Control characters and the space: browsers strip them from both ends of an address."""
_REMOVED = str.maketrans("", "", "\t\n\r")
"""Browsers remove these anywhere in an address, so `java\\tscript:` is a scheme."""

starts_with_host = re.compile(r"https?://[^/?#\\\s]", re.IGNORECASE).match
"""Matches an address of the web that names a host."""
_host = re.compile(r"https?://[^/?#\\]*", re.IGNORECASE).match


def instant(text: str) -> datetime:
    """The instant of an ISO 8601 text, in UTC. One without an offset is in UTC already; a day is its midnight.

    Raises ValueError for any other text.

    >>> instant("2026-09-24T10:00:00").isoformat()
    '2026-09-24T10:00:00+00:00'
    """
    if text[-1:] == "z":
        text = text[:-1] + "Z"
    moment = datetime.fromisoformat(text)
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:  # in UTC it is before the first year, or after the last
        raise ValueError("not an instant of the years 1 to 9999") from None


def absolute(url: Any, base: str) -> Any:
    """An address as one of the web; None for an empty one, and for one of another scheme than http and https.

    A relative address is joined to `base`, the LMS's own. Letters beyond ASCII are percent-encoded after the host:
    the LMS writes one address either way. What is not a text is returned as it is.

    >>> absolute("/courses", "https://lms.example")
    'https://lms.example/courses'
    >>> absolute("javascript:alert(1)", "https://lms.example") is None
    True
    """
    if not isinstance(url, str) or (starts_with_host(url) and url.isascii() and url.isprintable()):
        return url
    joined = _joined(url, base)
    if joined is None or joined.isascii():
        return joined
    host = _host(joined)
    if host is None:
        return joined
    return host.group() + "".join([char if char.isascii() else quote(char) for char in joined[host.end() :]])


def _joined(url: str, base: str) -> str | None:
    if url.isprintable():
        url = url.strip(" ")  # the only sign of those that are ignored or removed
    else:
        url = url.strip(_IGNORED).translate(_REMOVED)
        url = "".join([char if char.isprintable() else quote(char) for char in url])
    if not url:
        return None
    if _SCHEME.match(url):
        return url if starts_with_host(url) else None
    if url.startswith("//"):
        url = base.partition(":")[0] + ":" + url
        return url if starts_with_host(url) else None
    if url[0] == "/":
        return base + url
    try:
        return urljoin(base + "/", url)
    except ValueError:
        return None


def absolute_all(urls: Any, base: str) -> Any:
    """The addresses of a list, without those that are none. What is not a list is returned as it is."""
    if not isinstance(urls, list):
        return urls
    found = (absolute(url, base) for url in urls)
    return [url for url in found if url is not None]
