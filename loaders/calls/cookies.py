"""Cookies of the LMS that are passed to the caller, by an allow-list."""

import re
from collections.abc import Collection, Sequence

_MOST = 4
_WHOLE = re.compile(r"[\x20-\x7e]{1,4096}")


def allowed_cookies(set_cookies: Sequence[str], names: Collection[str]) -> tuple[str, ...]:
    """The `Set-Cookie` values with these names, at most four. Invalid header values are dropped."""
    return tuple(
        value
        for value in set_cookies
        if "=" in value and value.partition("=")[0].strip() in names and _WHOLE.fullmatch(value) is not None
    )[:_MOST]
