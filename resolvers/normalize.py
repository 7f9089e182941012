"""One meaning, one form: what different endpoints call differently is brought to the same value at its source."""

import html
import math
import re
from typing import Any

_NUMBER = re.compile(r"-?[0-9]{1,400}(\.[0-9]{1,400})?([eE][+-]?[0-9]{1,4})?")


def is_number(text: str) -> bool:
    """True for a text that is written like a number of JSON. Python and graphql-core take `1_000` and `" 7 "` for one.

    >>> is_number("7.5"), is_number("1_000")
    (True, False)
    """
    return _NUMBER.fullmatch(text) is not None


def number(value: Any) -> float:
    """The number that a text stands for, or the number itself.

    Raises ValueError for what JSON has no number for (`NaN`, `1e999`) and for texts that only Python takes for one.
    """
    is_text = type(value) is str and is_number(value)
    if not is_text and type(value) is not float and (type(value) is not int or abs(value) >= 2**63):
        raise ValueError("a number was expected")
    found = float(value)
    if not math.isfinite(found):
        raise ValueError("a number that is finite was expected")
    return found


def identifier(value: Any) -> str:
    """The text of an identifier that the LMS sends as a number or as text. Raises TypeError for anything else."""
    if type(value) is not int and type(value) is not str:
        raise TypeError("an identifier was expected")
    return str(value)


def length(rows: Any) -> int:
    """The length of a list. Raises TypeError for a text or an object, which have a length too."""
    if type(rows) is not list:
        raise TypeError("a list was expected")
    return len(rows)


def unescape(text: Any) -> Any:
    """Plain text of a name that the catalogue and the courseware API send HTML-escaped."""
    return html.unescape(text) if isinstance(text, str) else text


def is_self_paced(pacing: Any) -> bool | None:
    """True for `self`, the catalogue's word for what other endpoints send as a boolean; None for an unknown word."""
    return {"self": True, "instructor": False}.get(pacing)


def pacing_of(is_self: Any) -> str:
    """The catalogue's word for a boolean."""
    return "self" if is_self else "instructor"


def is_present(value: Any) -> bool:
    """True when there is a value at all."""
    return value is not None


def is_masquerading(original_user_is_staff: Any, is_staff: Any) -> bool | None:
    """True when a staff member looks at the course as somebody who is not; None where either is not told."""
    if original_user_is_staff is None or is_staff is None:
        return None
    return bool(original_user_is_staff) and not is_staff


def masquerade_username(original_user_is_staff: Any, is_staff: Any, username: Any) -> Any:
    """The name of whom a staff member looks at the course as; None for who looks at it as oneself."""
    return username if is_masquerading(original_user_is_staff, is_staff) else None


def grades_locked(locked_count: Any, graded: list[Any], access: list[Any], shown: list[Any]) -> bool | None:
    """Content is locked, and no graded subsection that shows its grades is open to the learner; None if not counted."""
    return None if locked_count is None else bool(locked_count) and not _any_open(graded, access, shown)


def grades_partly_locked(locked_count: Any, graded: list[Any], access: list[Any], shown: list[Any]) -> bool | None:
    """Content is locked, but some graded subsection that shows its grades is open to the learner; None the same."""
    return None if locked_count is None else bool(locked_count) and _any_open(graded, access, shown)


def _any_open(graded: list[Any], access: list[Any], shown: list[Any]) -> bool:
    return any(all(flags) for flags in zip(graded, access, shown, strict=True))
