"""Cookies of an answer that go on to the caller: named ones only, as the LMS wrote them."""

import re
from collections.abc import Collection, Sequence

_MOST = 4
_WHOLE = re.compile(r"[\x20-\x7e]{1,4096}")


def handed_on(set_cookies: Sequence[str], names: Collection[str]) -> tuple[str, ...]:
    """The `Set-Cookie` values for these names, a few at most. What could not be a header line is dropped."""
    return tuple(
        value
        for value in set_cookies
        if "=" in value and value.partition("=")[0].strip() in names and _WHOLE.fullmatch(value) is not None
    )[:_MOST]
