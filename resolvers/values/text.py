"""Parsing and normalization of LMS strings: instants and URLs."""

import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urljoin

from resolvers.values.checked import Check

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")
_IGNORED = "".join(map(chr, range(0x21)))
"""Control characters and the space: browsers strip them from both ends of a URL."""
_REMOVED = str.maketrans("", "", "\t\n\r")
"""Browsers remove these anywhere in a URL, so `java\\tscript:` is a scheme."""

is_web_url = Check(re.compile(r"(?i:https?)://(?![/?#\\])[!-~][ -~]*").fullmatch)
"""True for a web URL with a host, of printable ASCII only."""
is_path_of_url = re.compile(r"/(?!/)[ -~]*(?<! )").fullmatch
"""Matches the path of a URL, of printable ASCII only, without a space at its end."""
_starts_with_host = re.compile(r"https?://[^/?#\\\s]", re.IGNORECASE).match
_host = re.compile(r"https?://[^/?#\\]*", re.IGNORECASE).match


def instant(text: str) -> datetime:
    """The instant in an ISO 8601 string, in UTC. Without an offset it is UTC; a date alone means midnight.

    Raises ValueError for any other text.

    >>> instant("2026-09-24T10:00:00").isoformat()
    '2026-09-24T10:00:00+00:00'
    """
    if text[-1:] == "z":
        text = text[:-1] + "Z"
    moment = datetime.fromisoformat(text)
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:  # in UTC it is outside the supported years
        raise ValueError("not an instant of the years 1 to 9999") from None


def absolute(url: Any, base: str) -> Any:
    """An absolute web URL; None for an empty one, and for a scheme other than http and https.

    A relative URL is joined to `base`, the LMS's own. Non-ASCII characters after the host are percent-encoded, as the
    LMS writes the same URL either way. A value that is not a string is returned unchanged.

    >>> absolute("/courses", "https://lms.example")
    'https://lms.example/courses'
    >>> absolute("javascript:alert(1)", "https://lms.example") is None
    True
    """
    if not isinstance(url, str) or is_web_url(url):
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
        url = url.strip(" ")  # the only printable character among those ignored or removed
    else:
        url = url.strip(_IGNORED).translate(_REMOVED)
        url = "".join([char if char.isprintable() else quote(char) for char in url])
    if not url:
        return None
    if _SCHEME.match(url):
        return url if _starts_with_host(url) else None
    if url.startswith("//"):
        url = base.partition(":")[0] + ":" + url
        return url if _starts_with_host(url) else None
    if url[0] == "/":
        return base + url
    try:
        return urljoin(base + "/", url)
    except ValueError:
        return None


def absolute_all(urls: Any, base: str) -> Any:
    """The absolute URLs of a list, without the invalid ones. A value that is not a list is returned unchanged."""
    if not isinstance(urls, list):
        return urls
    found = (absolute(url, base) for url in urls)
    return [url for url in found if url is not None]
