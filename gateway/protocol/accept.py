"""Negotiates the media type: `application/graphql-response+json`, or `application/json` for older clients."""

from gateway.protocol.headers import remembered

JSON = "application/json"
GRAPHQL_JSON = "application/graphql-response+json"

_PARTS = "multipart/mixed"
_PARTS_PARAMETERS = frozenset({"incrementalspec=v0.2", 'incrementalspec="v0.2"'})
"""Apollo Client's names for the format of incremental delivery."""

_OFFERED = (JSON, GRAPHQL_JSON)
"""In order of preference for equal quality: for `*/*` it is plain JSON."""


@remembered(1024)
def negotiate(accept: str | None) -> str | None:
    """The media type of the response; None if the client accepts neither.

    A missing header means `application/json`. Among types of equal quality the more specific one wins, then the first
    one.
    """
    if accept is None or not accept.strip():
        return JSON
    ranges = [parsed for parsed in map(_media_range, accept.split(",")) if parsed is not None]
    best: tuple[float, int, int] | None = None
    chosen: str | None = None
    for offer in _OFFERED:
        rank = _rank(offer, ranges)
        if rank is not None and (best is None or rank > best):
            best, chosen = rank, offer
    return chosen


@remembered(1024)
def accepts_parts(accept: str | None) -> bool:
    """True if the client prefers `multipart/mixed`, or accepts it equally. Other clients get a single response, and so
    do clients that request an older format of incremental delivery.
    """
    parts = best = 0.0
    for text in (accept or "").split(","):
        parsed = _media_range(text)
        if parsed is None:
            continue
        name, quality = parsed
        if name != _PARTS:
            best = max(best, quality if name in _OFFERED else 0.0)
        elif all(given in _PARTS_PARAMETERS for given in _parameters(text)):
            parts = max(parts, quality)
    return parts > 0 and parts >= best


def _parameters(text: str) -> list[str]:
    """The parameters of a media type, without quality and boundary."""
    found = ("".join(part.split()).lower() for part in text.split(";")[1:])
    return [parameter for parameter in found if not parameter.startswith(("q=", "boundary="))]


def _rank(offer: str, ranges: list[tuple[str, float]]) -> tuple[float, int, int] | None:
    """(quality, precision, earliness) of the range that matches this type; None if it is not acceptable."""
    found: tuple[int, int, float] | None = None
    for place, (media_range, quality) in enumerate(ranges):
        precision = _precision(media_range, offer)
        if precision and (found is None or precision > found[0]):
            found = (precision, -place, quality)
    if found is None or found[2] <= 0:
        return None
    return found[2], found[0], found[1]


def _precision(media_range: str, offer: str) -> int:
    if media_range == offer:
        return 3
    if media_range == "application/*":
        return 2
    return 1 if media_range == "*/*" else 0


def _media_range(text: str) -> tuple[str, float] | None:
    """The type and its quality; None for another charset than UTF-8, which is not offered."""
    name, *parameters = (part.strip().lower() for part in text.split(";"))
    quality = 1.0
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            quality = _quality(value.strip())
        elif key.strip() == "charset" and value.strip(' "') not in {"utf-8", "utf8"}:
            return None
    return name, quality


def _quality(text: str) -> float:
    try:
        quality = float(text)
    except ValueError:
        return 0.0
    return min(quality, 1.0) if quality > 0 else 0.0
