"""Connections over lists that the LMS serves in numbered pages (`page`, `page_size`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.answer import Payload
from loaders.endpoint import Endpoint, Missing
from resolvers.declare.answers import Answers
from resolvers.declare.ask import Ask
from resolvers.declare.found import Facts, Found, Given
from resolvers.declare.page import MAX_PAGE, first_of, page_of, read_offset
from resolvers.output.row import Listing, Row
from resolvers.plan.step import Argument
from resolvers.values.path import Path, walk


@dataclass(frozen=True, slots=True)
class Envelope:
    """Paths in a page of its rows, the total count, and the URL of the next page."""

    rows: tuple[str, ...] = ("results",)
    count: tuple[str, ...] = ("count",)
    next: tuple[str, ...] = ("next",)


FLAT = Envelope()
"""The envelope of Django REST Framework's own pages."""

NAMESPACED = Envelope(count=("pagination", "count"), next=("pagination", "next"))
"""The envelope of the course catalogue and of discussions."""


@dataclass(frozen=True, slots=True)
class Window:
    """The entries `offset` to `offset + first` of a list, and the LMS pages that contain them.

    `skip` is the number of entries before them on those pages. In a plan, `pages` is only the maximum number of pages.
    """

    first: int
    offset: int
    given: Given
    pages: int | Sequence[Given]
    skip: int


def window_of(ask: Ask, limit: int = MAX_PAGE) -> Window:
    """The entries selected by the arguments `first` and `after`, in LMS pages of up to `limit`."""
    first = first_of(ask)
    if ask.is_plan and ask.is_given("after"):
        pages = 2 + (first > limit)
        return Window(first, 0, {"page": Argument("{page}"), "page_size": Argument("{size}")}, pages, 0)
    offset = 0 if ask.is_plan else read_offset(ask.value("after"))
    size, numbers, skip = window(offset, first, limit)
    if len(numbers) == 1:
        return Window(first, offset, {"page": str(numbers[0]), "page_size": str(size)}, 1, skip)
    return Window(first, offset, {"page_size": str(size)}, [{"page": str(number)} for number in numbers], skip)


def window(offset: int, first: int, limit: int = MAX_PAGE) -> tuple[int, Sequence[int], int]:
    """Size and numbers of the pages that contain these entries, and the number of entries to skip on them.

    A single page if any page size allows it, otherwise as few pages as possible.

    >>> window(50, 25)
    (25, (3,), 0)
    >>> window(10, 25)
    (35, (1,), 10)
    """
    for size in range(first, limit + 1):
        if offset // size == (offset + first - 1) // size:
            return size, (offset // size + 1,), offset % size
    size = min(first, limit)
    begin, end = offset // size, (offset + first - 1) // size
    return size, tuple(range(begin + 1, end + 2)), offset % size


def numbered(
    ask: Ask,
    endpoint: Endpoint,
    arguments: Given,
    *,
    envelope: Envelope = FLAT,
    read_as: Endpoint | None = None,
    facts: Facts | None = None,
    further: Mapping[str, Path] | None = None,
    proves: bool = False,
) -> Found:
    """A page of a connection. A page beyond the end is empty; a page that the LMS refuses is null.

    `read_as` is the endpoint whose declarations read the rows, if it is not the one called. `further` maps more fields
    of the connection to their paths in the answer. `proves`: an answer shows that the parent object exists.
    """
    part = window_of(ask)
    step = ask.step(endpoint, {**part.given, **arguments}, pages=part.pages)

    names = tuple(further or ())
    places = (envelope.count, envelope.next, *(further or {}).values())

    def page(rows: list[Any], total: Any, following: Any, *values: Any) -> Mapping[str, Any]:
        shown = rows[part.skip : part.skip + part.first]
        more = following is not None or len(rows) > part.skip + part.first
        made = page_of(shown, offset=part.offset, has_next=more and bool(shown), total=total)
        return {**made, **dict(zip(names, values, strict=True))}

    kinds = (int, *(Any for _ in places[1:]))
    listing = Listing(envelope.rows, page, tuple(zip(places, kinds, strict=True)))

    def read(answers: Answers) -> Row | None:
        loaded = answers.loaded(endpoint)
        if Missing.REFUSED in loaded:
            return None
        payloads = [one for one in loaded if isinstance(one, Payload)]
        if len(loaded) == 1 and payloads:
            return answers.listing(read_as or endpoint, payloads[0], listing)
        rows: list[Any] = []
        found: tuple[Any, ...] = (None,) * len(places)
        for payload in payloads:
            answer = payload.value
            rows += walk(answer, envelope.rows)
            found = tuple(walk(answer, place) for place in places)
        return answers.page(read_as or endpoint, page(rows, *found))

    return Found({endpoint: step}, rows=part.first, facts=facts or {}, read=read, read_as=read_as, proves=proves)
