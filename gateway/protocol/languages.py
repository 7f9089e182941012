"""The languages of a client, in the one way that means the same to the LMS."""

import re
from functools import lru_cache

_READ = 500
_LONGEST = 100
_MOST = 8
_RANGE = re.compile(
    r"\s*([a-z]{1,8}(?:-[a-z0-9]{1,8})*|\*)\s*(?:;\s*q\s*=\s*(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)\s*)?",
    re.ASCII | re.IGNORECASE,
)


def languages_of(header: str) -> str:
    """`Accept-Language` as it is forwarded, and told apart by: the tags in order of preference, 100 characters at most.

    All that the LMS makes of it is that order, up to `*`. What cannot be read is left out.
    """
    head = header[:_READ]
    # What the bound has cut is not a tag; the LMS itself reads no further.
    return _ordered(head if head == header else head.rpartition(",")[0])


@lru_cache(512)
def _ordered(header: str) -> str:
    weights: dict[str, float] = {}
    for part in header.split(","):
        match = _RANGE.fullmatch(part)
        if match:
            weights.setdefault(match[1].lower(), float(match[2] or 1))
    told = ""
    place = 0
    for tag, weight in sorted(weights.items(), key=lambda item: -item[1]):
        if tag == "*" or weight == 0 or place == _MOST:
            break
        written = f"{tag};q=0.{10 - place}" if place else tag
        longer = f"{told},{written}" if told else written
        if len(longer) > _LONGEST:
            break
        told, place = longer, place + 1
    return told
