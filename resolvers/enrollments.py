"""Who answers `Viewer.enrollments` and `Viewer.primaryEnrollment`.

Two answers list enrolments: learner home has all of them in one call, with grade, certificate and programs; the mobile
API has those that the apps can show, by status and in pages, with progress and the last position.
The arguments alone decide which of the two makes the list: `status` is a notion of the mobile API, without it the list
is learner home's. Fields that only the other one knows are joined to the rows by the course's key, in the same wave.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, NamedTuple

from graphql import FieldNode, GraphQLObjectType

from loaders.answer import Payload
from loaders.calls.batch import Loaded
from loaders.calls.wave import together, under_way
from loaders.endpoint import Endpoint
from loaders.endpoints.enrollment import ENROLLMENTS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENT, MOBILE_ENROLLMENTS, MOBILE_PAGE_LIMIT
from loaders.errors import Failure
from resolvers.context import Info, Request
from resolvers.enrollment import lacks
from resolvers.mobile import (
    add_primary,
    further_pages,
    mobile_load,
    of_primary,
    requested_fields,
    wants_primary,
)
from resolvers.numbered import window
from resolvers.page import check_first, page_facts, page_of, read_offset, slice_page
from resolvers.reading import SURPRISES, payload_of, reading, unreadable
from resolvers.row import Facts, Pending, Row, View, walk
from resolvers.selected import nodes_at
from resolvers.source import Source

_CONNECTION = "EnrollmentConnection"
Rows = Mapping[str, Any]
"""Rows of an answer by course key."""
Page = dict[str, Any]
"""A page of a connection, as `page_of` makes it."""


def enrollments(root: Row, info: Info, first: int, after: str | None, status: str | None) -> Pending | None:
    """A page of the viewer's enrolments; null for a visitor."""
    check_first(first)
    offset = read_offset(after)
    if info.context.credentials.anonymous:
        return None
    request = info.context
    object_type, nodes = nodes_at(info, "edges", "node")
    facts = page_facts("enrollments", status, first, after)
    if status is None:
        home = request.load(LEARNER_HOME.call())
        rows = None
        if lacks(info, object_type, nodes, LEARNER_HOME, MOBILE_ENROLLMENTS):
            rows = under_way(_mobile_rows(request, requested_fields(info, object_type, nodes)))

        async def home_page() -> Listed | None:
            return await _home_page(request, await home, first, after)

        return _connection(request, home_page, MOBILE_ENROLLMENTS, rows, facts)
    size, pages, skip = _window(offset, first)
    fields = requested_fields(info, object_type, nodes)
    loads = [
        under_way(mobile_load(request, status=status, page=str(page), page_size=str(size), requested_fields=fields))
        for page in pages
    ]

    primary = None
    if wants_primary(info, object_type, nodes):
        primary = under_way(mobile_load(request, page="1", page_size="1"))

    async def mobile_page() -> Listed | None:
        return Listed(MOBILE_ENROLLMENTS, _mobile_page([await load for load in loads], first, offset, skip))

    async def primary_of(page: Page) -> Failure | None:
        loaded = await primary if primary is not None else None
        return loaded if isinstance(loaded, Failure) else add_primary(page, loaded)

    cards = _home_rows(info, object_type, nodes)
    beside = Beside(primary_of, of_primary(info))
    return _connection(request, mobile_page, LEARNER_HOME, cards, facts, beside)


class Listed(NamedTuple):
    """A page of enrolments, and the endpoint that lists them: where learner home `failed`, another one."""

    endpoint: Endpoint
    page: Page
    failed: Failure | None = None


class Beside(NamedTuple):
    """A call that adds to the rows of a page. Where it fails, nothing is known of the values of these `sources`."""

    add: Callable[[Page], Awaitable[Failure | None]]
    sources: frozenset[Source]


def primary_enrollment(root: Row, info: Info) -> Pending | None:
    """The enrolment in the course that was used last; null for a visitor, and without any enrolment."""
    request = info.context
    if request.credentials.anonymous:
        return None
    load = under_way(mobile_load(request, page="1", page_size="1"))
    object_type, nodes = nodes_at(info)
    joined = _home_rows(info, object_type, nodes)

    async def settled(names: frozenset[str] | None) -> Row | None:
        loaded = await load
        told = _told(loaded)
        with reading(MOBILE_ENROLLMENTS):
            row = None if told is None else told.get("primary")
            key = None if row is None else course_key_of(MOBILE_ENROLLMENTS, row)
        if row is None:
            return None
        views = {MOBILE_ENROLLMENTS: View(row, told)}
        failed: dict[Endpoint, Failure] = {}
        if joined is not None:
            card = _by_key(await joined, LEARNER_HOME, failed).get(str(key))
            if card is not None:
                views[LEARNER_HOME] = View(card, None)
        return Row(
            base=request.public_url, views=views, failed=failed, type_name="Enrollment", shape=("primary", *views)
        )

    return Pending(settled, "Enrollment", request.public_url)


def _connection(
    request: Request,
    listed: Callable[[], Awaitable[Listed | None]],
    other: Endpoint,
    joined: "Awaitable[Rows | Failure] | None",
    facts: Facts,
    beside: "Beside | None" = None,
) -> Pending:
    """The connection over a page that one endpoint lists, with rows of the other where they are wanted."""

    async def settled(names: frozenset[str] | None) -> Row | None:
        found = await listed()
        if found is None:
            return None
        spine, connection, failure = found
        views = {spine: View(connection, None)}
        failed: dict[Endpoint, Failure] = {} if failure is None else {LEARNER_HOME: failure}
        reported = {failure} if failure is not None and _viewer_reads_home(request) else None
        lost = await beside.add(connection) if beside is not None else None
        if lost is not None:
            failed[MOBILE_ENROLLMENT] = lost
        if joined is not None:
            views[other] = View(None, {"rows": _by_key(await joined, other, failed)})
            with reading(spine):
                for edge in connection["edges"]:
                    edge["id"] = course_key_of(spine, edge["node"])
        return Row(
            base=request.public_url,
            views=views,
            failed=failed,
            facts=facts,
            type_name=_CONNECTION,
            lacking_below=frozenset() if beside is None or lost is None else beside.sources,
            reported=reported,
            shape=("enrollments", *views) if lost is None and failure is None else None,
        )

    return Pending(settled, _CONNECTION, request.public_url, facts)


_KEYS = {LEARNER_HOME: ("courseRun", "courseId"), ENROLLMENTS: ("course_details", "course_id")}


def course_key_of(endpoint: Endpoint, row: Any) -> Any:
    """The course that a row is about; None for a card without a run."""
    return walk(row, _KEYS.get(endpoint, ("course", "id")))


def _by_key(rows: Rows | Failure, endpoint: Endpoint, failed: dict[Endpoint, Failure]) -> Rows:
    if isinstance(rows, Failure):
        failed[endpoint] = rows
        return {}
    return rows


def _told(loaded: Loaded) -> Any:
    """The decoded answer; None when there is none, an error when the call failed."""
    payload = payload_of(loaded)
    if payload is None:
        return None
    with reading(payload.answer.endpoint):
        return payload.value


async def _home_page(request: Request, loaded: Loaded, first: int, after: str | None) -> Listed | None:
    """A page of learner home's list. The list of enrolments has the same ones, oldest first."""
    if isinstance(loaded, Failure):
        other = await request.load(ENROLLMENTS.call()) if request.client.may_replace([loaded]) else loaded
        if isinstance(other, Payload):
            with reading(ENROLLMENTS):
                return Listed(ENROLLMENTS, slice_page(other.value[::-1], first, after), loaded)
        if _viewer_reads_home(request):
            return None
    told = _told(loaded)
    if told is None:
        return None
    with reading(LEARNER_HOME):
        cards = [card for card in told["courses"] if card["courseRun"] is not None]
        return Listed(LEARNER_HOME, slice_page(cards, first, after))


def _viewer_reads_home(request: Request) -> bool:
    """True when fields of the viewer report the failure of learner home."""
    viewers = (one.plan for one in request.operation.objects if one.type_name == "Viewer")
    return any(LEARNER_HOME in made.endpoints for made in viewers)


def _home_rows(
    info: Info, object_type: GraphQLObjectType, nodes: list[FieldNode]
) -> "asyncio.Task[Rows | Failure] | None":
    """Learner home's cards by course key, under way; None when nothing is selected that only it knows."""
    if not lacks(info, object_type, nodes, MOBILE_ENROLLMENTS, LEARNER_HOME):
        return None
    load = info.context.load(LEARNER_HOME.call())

    async def rows() -> Rows | Failure:
        loaded = await load
        if not isinstance(loaded, Payload):
            return loaded if isinstance(loaded, Failure) else {}
        try:
            return _index(LEARNER_HOME, loaded.value["courses"])
        except SURPRISES:
            return unreadable(LEARNER_HOME)

    return under_way(rows())


def _mobile_page(pages: Sequence[Loaded], first: int, offset: int, skip: int) -> Page:
    rows: list[Any] = []
    total: int | None = None
    for loaded in pages:
        told = _told(loaded)
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


def _window(offset: int, first: int) -> tuple[int, Sequence[int], int]:
    """Size and numbers of the pages that hold these entries, and how many entries come before them there."""
    if first <= MOBILE_PAGE_LIMIT:
        return window(offset, first, MOBILE_PAGE_LIMIT)
    begin = offset // MOBILE_PAGE_LIMIT
    end = (offset + first - 1) // MOBILE_PAGE_LIMIT
    return MOBILE_PAGE_LIMIT, range(begin + 1, end + 2), offset % MOBILE_PAGE_LIMIT


async def _mobile_rows(request: Request, fields: str | None) -> Rows | Failure:
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
        return _index(MOBILE_ENROLLMENTS, found)
    except SURPRISES:
        return unreadable(MOBILE_ENROLLMENTS)


def _index(endpoint: Endpoint, rows: Sequence[Any]) -> Rows:
    return {key: row for row in rows if (key := course_key_of(endpoint, row)) is not None}
