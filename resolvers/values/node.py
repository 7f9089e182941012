"""Global object identification: opaque ids that consist of a type name and the LMS's keys of the object."""

import base64
import binascii
import re
from typing import NamedTuple

_SEPARATOR = "\n"
"""Separates the parts of an id. No key, name or number of the LMS contains it."""

_INSIDE = "\x1f"
"""Separates values that form one part together."""

_TYPE = re.compile(r"[A-Z][A-Za-z]{3,}")
"""Type names. The shortest have four letters: a shorter match may be an LMS key that looks like an id by chance."""


class Named(NamedTuple):
    """The content of an id: the type name, and the parts that distinguish its objects."""

    type_name: str
    parts: tuple[str, ...]


def global_id(type_name: str, *parts: object) -> str:
    """The `id` of an object: opaque, stable, and unique across all types."""
    text = f"{type_name}:{_SEPARATOR.join(map(str, parts))}"
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def one_part(*values: object) -> str:
    """Several values as one part of an id. A missing value becomes an empty string.

    >>> one_part("staff", None).split(_INSIDE)
    ['staff', '']
    """
    return _INSIDE.join("" if value is None else str(value) for value in values).replace(_SEPARATOR, " ")


def parse_global_id(text: str) -> Named | None:
    """The content of an `id` (or of a cursor, which is encoded the same way); None for any other text."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError):
        return None
    type_name, colon, rest = raw.partition(":")
    if not colon:
        return None
    named = Named(type_name, tuple(rest.split(_SEPARATOR)))
    return named if global_id(type_name, *named.parts) == text else None


def is_id(named: Named) -> bool:
    """True for the id of an object, False for a cursor."""
    return _TYPE.fullmatch(named.type_name) is not None
