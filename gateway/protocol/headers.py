"""The headers of a request as a plain mapping."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

Value = TypeVar("Value", bound=str | None)
Result = TypeVar("Result")

Headers = Mapping[str, str]
"""Lower-case names and values. A header that came several times is one, as RFC 9110 section 5.3 joins them."""

LONGEST_REMEMBERED = 256
"""Characters of a value by which something is remembered: longer ones are rare, and would fill the memory."""


def remembered(number: int) -> Callable[[Callable[[Value], Result]], Callable[[Value], Result]]:
    """Remembers what a function makes of the last `number` values of a header, but for long ones."""

    def decorate(function: Callable[[Value], Result]) -> Callable[[Value], Result]:
        known = lru_cache(number)(function)

        def result(value: Value) -> Result:
            return known(value) if value is None or len(value) <= LONGEST_REMEMBERED else function(value)

        return result

    return decorate


def is_repeated(raw: Iterable[tuple[bytes, bytes]], name: bytes) -> bool:
    """True when a header came more than once."""
    return [other for other, _ in raw].count(name) > 1


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
