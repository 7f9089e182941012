"""The headers of a request as a plain mapping."""

from collections.abc import Iterable, Mapping

Headers = Mapping[str, str]
"""Lower-case names and values. A header that came several times is one, as RFC 9110 section 5.3 joins them."""


def headers_of(raw: Iterable[tuple[bytes, bytes]]) -> Headers:
    """The headers of an ASGI scope. Read many times a request, so decoded once."""
    headers: dict[str, str] = {}
    for name_bytes, value_bytes in raw:
        name = name_bytes.decode("latin-1")
        value = value_bytes.decode("latin-1")
        if name in headers:
            value = f"{headers[name]}{'; ' if name == 'cookie' else ', '}{value}"
        headers[name] = value
    return headers
