"""Connections over lists that the LMS gives in numbered pages (`page`, `page_size`)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from loaders.answer import Payload
from loaders.endpoint import Call, Endpoint, Missing
from resolvers.context import Request
from resolvers.page import MAX_PAGE, check_first, connection_row, listing_row, page_of, read_offset
from resolvers.reading import payload_of, reading
from resolvers.row import Listing, Pending, Row, walk
from resolvers.source import Path

CallOf = Callable[[str, str], Call]
"""The call for a page: its number and its size."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Where a page keeps its rows, the number of all rows, and the address of the next page."""

    rows: tuple[str, ...] = ("results",)
    count: tuple[str, ...] = ("count",)
    next: tuple[str, ...] = ("next",)


FLAT = Envelope()
"""The envelope of Django REST Framework's own pages."""

NAMESPACED = Envelope(count=("pagination", "count"), next=("pagination", "next"))
"""The envelope of the course catalogue and of discussions."""


def window(offset: int, first: int, limit: int = MAX_PAGE) -> tuple[int, tuple[int, ...], int]:
    """Size and numbers of the pages that hold these entries, and how many entries come before them there.

    One page where any size fits; two where none does.

    >>> window(50, 25)
    (25, (3,), 0)
    >>> window(10, 25)
    (35, (1,), 10)
    """
    for size in range(first, limit + 1):
        if offset // size == (offset + first - 1) // size:
            return size, (offset // size + 1,), offset % size
    page = offset // first + 1
    return first, (page, page + 1), offset % first


def numbered_connection(
    request: Request,
    call_of: CallOf,
    type_name: str,
    *,
    first: int,
    after: str | None,
    envelope: Envelope = FLAT,
    told_by: Endpoint | None = None,
    facts: Mapping[str, Any] | None = None,
    further: Mapping[str, Path] | None = None,
) -> Pending:
    """The page of a connection; all its calls start at once. A page beyond the end is an empty one.

    `told_by` names the endpoint whose declarations read the rows, when it is another than the one that is asked.
    `further` are more fields of the connection, by the place in the answer that has them.
    """
    offset = read_offset(after)
    size, pages, skip = window(offset, check_first(first))
    calls = [call_of(str(page), str(size)) for page in pages]
    loads = [request.load(call) for call in calls]

    names = tuple(further or ())
    places = (envelope.count, envelope.next, *(further or {}).values())

    def page(rows: list[Any], total: Any, following: Any, *values: Any) -> Mapping[str, Any]:
        shown = rows[skip : skip + first]
        more = following is not None or len(rows) > skip + first
        made = page_of(shown, offset=offset, has_next=more and bool(shown), total=total)
        return {**made, **dict(zip(names, values, strict=True))}

    endpoint = told_by or calls[0].endpoint
    kinds = (int, *(Any for _ in places[1:]))
    listing = Listing(envelope.rows, page, tuple(zip(places, kinds, strict=True)))

    async def settled(names: frozenset[str] | None) -> Row | None:
        if len(loads) == 1:
            loaded = await loads[0]
            if isinstance(loaded, Payload):
                return listing_row(request, endpoint, loaded, listing, facts, type_name)
        rows: list[Any] = []
        found: tuple[Any, ...] = (None,) * len(places)
        for call, load in zip(calls, loads, strict=True):
            loaded = await load
            if loaded is Missing.REFUSED:
                return None
            payload = payload_of(loaded)
            if payload is None:
                continue
            with reading(call.endpoint):
                answer = payload.value
                rows += walk(answer, envelope.rows)
                found = tuple(walk(answer, place) for place in places)
        return connection_row(request, endpoint, page(rows, *found), None, facts)

    return Pending(settled, type_name, request.public_url, facts or {})
