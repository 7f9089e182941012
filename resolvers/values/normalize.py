"""Normalization: values that endpoints encode differently are converted to one form at their source."""

import html
import math
import re
from typing import Any

_NUMBER = re.compile(r"-?[0-9]{1,400}(\.[0-9]{1,400})?([eE][+-]?[0-9]{1,4})?")


def is_number(text: str) -> bool:
    """True for a JSON number. Python and graphql-core also accept `1_000` and `" 7 "`.

    >>> is_number("7.5"), is_number("1_000")
    (True, False)
    """
    return _NUMBER.fullmatch(text) is not None


def number(value: Any) -> float:
    """A number, or the number in a string.

    Raises ValueError for values that JSON cannot represent (`NaN`, `1e999`) and for strings that only Python accepts.
    """
    is_text = type(value) is str and is_number(value)
    if not is_text and type(value) is not float and (type(value) is not int or abs(value) >= 2**63):
        raise ValueError("a number was expected")
    found = float(value)
    if not math.isfinite(found):
        raise ValueError("a number that is finite was expected")
    return found


def identifier(value: Any) -> str:
    """An identifier as a string, from a number or string of the LMS. Raises TypeError for anything else."""
    if type(value) is not int and type(value) is not str:
        raise TypeError("an identifier was expected")
    return str(value)


def length(rows: Any) -> int:
    """The length of a list. Raises TypeError for any other value, such as a string or an object."""
    if type(rows) is not list:
        raise TypeError("a list was expected")
    return len(rows)


def unescape(text: Any) -> Any:
    """Plain text of a name that the catalogue and the courseware API send HTML-escaped. Other values are unchanged."""
    return html.unescape(text) if isinstance(text, str) else text


def is_self_paced(pacing: Any) -> bool | None:
    """True for `self`, False for `instructor`, the catalogue's words for a boolean; None for an unknown word."""
    return {"self": True, "instructor": False}.get(pacing)


def pacing_of(is_self: Any) -> str:
    """The catalogue's word for the boolean of other endpoints."""
    return "self" if is_self else "instructor"


def is_present(value: Any) -> bool:
    """True when the value is not None."""
    return value is not None


def list_of(rows: Any) -> Any:
    """The list, or an empty one for None."""
    return [] if rows is None else rows


def is_masquerading(original_user_is_staff: Any, is_staff: Any) -> bool | None:
    """True when a staff member views the course as a person who is not staff; None if either is unknown."""
    if original_user_is_staff is None or is_staff is None:
        return None
    return bool(original_user_is_staff) and not is_staff


def masquerade_username(original_user_is_staff: Any, is_staff: Any, username: Any) -> Any:
    """The username that a staff member views the course as; None without a masquerade."""
    return username if is_masquerading(original_user_is_staff, is_staff) else None


def grades_locked(locked_count: Any, graded: list[Any], access: list[Any], shown: list[Any]) -> bool | None:
    """True if content is locked and no graded subsection with visible grades is open; None if not counted."""
    return None if locked_count is None else bool(locked_count) and not _any_open(graded, access, shown)


def grades_partly_locked(locked_count: Any, graded: list[Any], access: list[Any], shown: list[Any]) -> bool | None:
    """True if content is locked but a graded subsection with visible grades is open; None if not counted."""
    return None if locked_count is None else bool(locked_count) and _any_open(graded, access, shown)


def _any_open(graded: list[Any], access: list[Any], shown: list[Any]) -> bool:
    return any(all(flags) for flags in zip(graded, access, shown, strict=True))
