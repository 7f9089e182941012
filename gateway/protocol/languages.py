"""Normalises `Accept-Language`."""

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
    """`Accept-Language` in the form that is forwarded and used in cache keys: the tags in order, at most 100
    characters.

    The LMS uses only the order of the tags, up to `*`. Invalid tags are left out.
    """
    head = header[:_READ]
    # The last tag may be truncated by the limit; the LMS reads no further either.
    return _ordered(head if head == header else head.rpartition(",")[0])


@lru_cache(512)
def _ordered(header: str) -> str:
    weights: dict[str, float] = {}
    for part in header.split(","):
        match = _RANGE.fullmatch(part)
        if match:
            weights.setdefault(match[1].lower(), float(match[2] or 1))
    kept = ""
    place = 0
    for tag, weight in sorted(weights.items(), key=lambda item: -item[1]):
        if tag == "*" or weight == 0 or place == _MOST:
            break
        written = f"{tag};q=0.{10 - place}" if place else tag
        longer = f"{kept},{written}" if kept else written
        if len(longer) > _LONGEST:
            break
        kept, place = longer, place + 1
    return kept
