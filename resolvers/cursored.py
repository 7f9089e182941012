"""Connections over lists that the LMS gives behind cursors (`cursor`, `page_size`), each page naming only the next.

The LMS has a cursor for the start of a page. An edge in the middle of one is that cursor and the number of rows to
skip: the page after it is asked for with that many rows more, so that one call is enough from anywhere.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

from loaders.answer import Loaded
from loaders.endpoint import Call, Endpoint
from resolvers.context import Request
from resolvers.errors import bad_input
from resolvers.page import check_first, connection_row, cursor, page_of, read_cursor
from resolvers.reading import payload_of, reading
from resolvers.row import NO_FACTS, Facts, Pending, Row

CallOf = Callable[[str | None, str], Call]
"""The call for a page: the LMS's cursor of its start (None: the beginning) and its size."""

_KIND = "page"
_MAX_SKIP = 1000
_LONGEST = 500
"""Characters of a cursor of the LMS, which holds one place in one order."""


def read_after(after: str | None) -> tuple[str | None, int]:
    """The LMS's cursor of a page, and how many of its rows lie before the wanted ones."""
    if after is None:
        return None, 0
    skipped, colon, theirs = read_cursor(_KIND, after).partition(":")
    if (
        len(theirs) > _LONGEST
        or not colon
        or not skipped.isascii()
        or not skipped.isdecimal()
        or len(skipped) > 4
        or int(skipped) > _MAX_SKIP
    ):
        raise bad_input("`after` is not a cursor of this list.")
    return theirs or None, int(skipped)


def cursored_connection(
    request: Request,
    call_of: CallOf,
    type_name: str,
    *,
    first: int,
    after: str | None,
    counts: Mapping[str, str] | None = None,
    total: str | None = None,
    facts: Facts = NO_FACTS,
) -> Pending:
    """The page of a connection. `counts` are further fields of the page by their key in the answer, `total` the key
    of the number of all rows, where the LMS counts them."""
    start, skip = read_after(after)
    call = call_of(start, str(check_first(first) + skip))
    load = request.load(call)

    async def settled(names: frozenset[str] | None) -> Row | None:
        return cursored_row(request, call.endpoint, await load, first, start, skip, counts, total, facts)

    return Pending(settled, type_name, request.public_url, facts)


def cursored_row(
    request: Request,
    endpoint: Endpoint,
    loaded: Loaded,
    first: int,
    start: str | None,
    skip: int,
    counts: Mapping[str, str] | None = None,
    total: str | None = None,
    facts: Facts = NO_FACTS,
) -> Row | None:
    """The connection of a page that was loaded from the cursor `start` on; None where it is missing."""
    payload = payload_of(loaded)
    if payload is None:
        return None
    with reading(endpoint):
        page = payload.value
        rows, following = page["results"][skip : skip + first], next_cursor(page.get("next"))
        connection = page_of(
            rows,
            offset=skip if start is None else skip + 1,
            has_next=following is not None,
            total=page.get(total) if total else None,
            cursors=_marks(rows, start, skip, following),
        )
    connection.update({name: page.get(key) for name, key in (counts or {}).items()})
    return connection_row(request, endpoint, connection, page, facts)


def next_cursor(url: Any) -> str | None:
    """The LMS's cursor in the address of the next page; None when there is none."""
    if not url:
        return None
    found = parse_qs(urlsplit(url).query).get("cursor")
    return found[0] if found else None


def _marks(rows: Sequence[Any], start: str | None, skip: int, following: str | None) -> list[str]:
    """A cursor for each row: the place behind it."""
    marks = [cursor(_KIND, f"{skip + place + 1}:{start or ''}") for place in range(len(rows))]
    if marks and following is not None:
        marks[-1] = cursor(_KIND, f"0:{following}")
    return marks
