"""Rows of the answers that list enrolments: pages of them, and all of them by course."""

from collections.abc import Mapping, Sequence
from typing import Any

from loaders.answer import Loaded, Payload
from loaders.calls.wave import together
from loaders.endpoint import Endpoint
from loaders.endpoints.enrollment import ENROLLMENTS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENTS, MOBILE_PAGE_LIMIT
from loaders.errors import Failure
from resolvers.context import Request
from resolvers.mobile import further_pages, mobile_load
from resolvers.numbered import window
from resolvers.page import page_of
from resolvers.reading import SURPRISES, payload_of, reading, unreadable
from resolvers.row import walk

Rows = Mapping[str, Any]
"""Rows of an answer by course key."""
Page = dict[str, Any]
"""A page of a connection, as `page_of` makes it."""

_KEYS = {LEARNER_HOME: ("courseRun", "courseId"), ENROLLMENTS: ("course_details", "course_id")}


def course_key_of(endpoint: Endpoint, row: Any) -> Any:
    """The course that a row is about; None for a card without a run."""
    return walk(row, _KEYS.get(endpoint, ("course", "id")))


def decoded(loaded: Loaded) -> Any:
    """The decoded answer; None when there is none, an error when the call failed."""
    payload = payload_of(loaded)
    if payload is None:
        return None
    with reading(payload.answer.endpoint):
        return payload.value


def mobile_page(pages: Sequence[Loaded], first: int, offset: int, skip: int) -> Page:
    rows: list[Any] = []
    total: int | None = None
    for loaded in pages:
        told = decoded(loaded)
        if told is None:  # there is no such page: it lies beyond the end
            continue
        with reading(MOBILE_ENROLLMENTS):
            rows += told["enrollments"]["results"]
            total = _count(told["enrollments"]["count"])
    shown = rows[skip : skip + first]
    more = total is not None and offset + len(shown) < total and bool(shown)
    return page_of(shown, offset=offset, has_next=more, total=total)


def _count(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("a number was expected")
    return value


def mobile_window(offset: int, first: int) -> tuple[int, Sequence[int], int]:
    """Size and numbers of the pages that hold these entries, and how many entries come before them there."""
    if first <= MOBILE_PAGE_LIMIT:
        return window(offset, first, MOBILE_PAGE_LIMIT)
    begin = offset // MOBILE_PAGE_LIMIT
    end = (offset + first - 1) // MOBILE_PAGE_LIMIT
    return MOBILE_PAGE_LIMIT, range(begin + 1, end + 2), offset % MOBILE_PAGE_LIMIT


async def mobile_rows(request: Request, fields: str | None) -> Rows | Failure:
    """Every enrolment that the mobile API knows, by course key: one call for the first fifty and the primary one."""

    async def page(number: int) -> Loaded:
        return await mobile_load(request, page=str(number), page_size=str(MOBILE_PAGE_LIMIT), requested_fields=fields)

    loaded = await page(1)
    if not isinstance(loaded, Payload):
        return loaded if isinstance(loaded, Failure) else {}
    try:
        first = loaded.value
        found = [first["primary"]] if first.get("primary") else []
        found += first["enrollments"]["results"]
        for more in await together(*map(page, further_pages(loaded))):
            if isinstance(more, Failure):
                return more
            if isinstance(more, Payload):
                found += more.value["enrollments"]["results"]
        return by_course(MOBILE_ENROLLMENTS, found)
    except SURPRISES:
        return unreadable(MOBILE_ENROLLMENTS)


def by_course(endpoint: Endpoint, rows: Sequence[Any]) -> Rows:
    return {key: row for row in rows if (key := course_key_of(endpoint, row)) is not None}
