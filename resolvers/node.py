"""Global object identification: opaque ids that name a type and what the LMS calls the object."""

import base64
import binascii
import re
from typing import NamedTuple

_SEPARATOR = "\n"
"""Between the parts of an id. No key, name or number of the LMS has one."""

_INSIDE = "\x1f"
"""Between the values that are one part together."""

_TYPE = re.compile(r"[A-Z][A-Za-z]{3,}")
"""Names of types. The shortest have four letters: a shorter one may be a word of the LMS that happens to look so."""


class Named(NamedTuple):
    """What an id names: the type, and the parts that tell one object of the type from the others."""

    type_name: str
    parts: tuple[str, ...]


def global_id(type_name: str, *parts: object) -> str:
    """The `id` of an object: opaque, stable, and unique over all types."""
    text = f"{type_name}:{_SEPARATOR.join(map(str, parts))}"
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def one_part(*values: object) -> str:
    """Several values as one part of an id. What is not there is as an empty text.

    >>> one_part("staff", None).split(_INSIDE)
    ['staff', '']
    """
    return _INSIDE.join("" if value is None else str(value) for value in values).replace(_SEPARATOR, " ")


def parse_global_id(text: str) -> Named | None:
    """What an `id` (or a cursor, which is made in the same way) names; None for any other text."""
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
    """True when this is the id of an object, and not a cursor."""
    return _TYPE.fullmatch(named.type_name) is not None
