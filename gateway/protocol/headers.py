"""The headers of a request as a plain mapping."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from functools import lru_cache
from typing import Any, TypeVar

Value = TypeVar("Value", bound=str | None)
Result = TypeVar("Result")

Headers = Mapping[str, str]
"""Lower-case names and values. Repeated headers are joined as in RFC 9110, section 5.3."""

_DECODED = "lectern.headers"

LONGEST_REMEMBERED = 256
"""Maximum characters of a cached value. Longer ones are rare and would take much memory."""


def remembered(number: int) -> Callable[[Callable[[Value], Result]], Callable[[Value], Result]]:
    """Caches the results of a function for the last `number` values of a header, except long ones."""

    def decorate(function: Callable[[Value], Result]) -> Callable[[Value], Result]:
        known = lru_cache(number)(function)

        def result(value: Value) -> Result:
            return known(value) if value is None or len(value) <= LONGEST_REMEMBERED else function(value)

        return result

    return decorate


def is_repeated(scope: MutableMapping[str, Any], name: bytes) -> bool:
    """True if a header occurs more than once."""
    raw = scope["headers"]
    return len(headers_of(scope)) != len(raw) and [other for other, _ in raw].count(name) > 1


def headers_of(scope: MutableMapping[str, Any]) -> Headers:
    """The headers of an ASGI scope, decoded once per request."""
    headers: Headers | None = scope.get(_DECODED)
    if headers is None:
        raw = scope["headers"]
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in raw}
        if len(headers) != len(raw):
            headers = _joined(raw)
        scope[_DECODED] = headers
    return headers


def _joined(raw: Iterable[tuple[bytes, bytes]]) -> Headers:
    headers: dict[str, str] = {}
    for name_bytes, value_bytes in raw:
        name = name_bytes.decode("latin-1")
        value = value_bytes.decode("latin-1")
        if name in headers:
            value = f"{headers[name]}{'; ' if name == 'cookie' else ', '}{value}"
        headers[name] = value
    return headers
