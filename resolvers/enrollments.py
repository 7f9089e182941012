"""Who answers `Viewer.enrollments` and `Viewer.primaryEnrollment`.

Two answers list enrolments: learner home has all of them in one call, with grade, certificate and programs; the mobile
API has those that the apps can show, by status and in pages, with progress and the last position.
The arguments alone decide which of the two makes the list: `status` is a notion of the mobile API, without it the list
is learner home's. Fields that only the other one knows are joined to the rows by the course's key, in the same wave.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from graphql import FieldNode, GraphQLObjectType

from loaders.answer import Loaded, Payload
from loaders.calls.wave import under_way
from loaders.endpoint import Endpoint
from loaders.endpoints.enrollment import ENROLLMENTS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENT, MOBILE_ENROLLMENTS
from loaders.errors import Failure
from resolvers.context import Info, Request
from resolvers.enrollment import lacks
from resolvers.enrollment_rows import (
    Page,
    Rows,
    by_course,
    course_key_of,
    decoded,
    mobile_page,
    mobile_rows,
    mobile_window,
)
from resolvers.mobile import (
    add_primary,
    mobile_load,
    of_primary,
    requested_fields,
    wants_primary,
)
from resolvers.page import check_first, listing_row, page_facts, read_offset, slice_page
from resolvers.reading import SURPRISES, reading, unreadable
from resolvers.row import Facts, Listing, Pending, Row, View
from resolvers.selected import nodes_at
from resolvers.source import Source

_CONNECTION = "EnrollmentConnection"


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
            rows = under_way(mobile_rows(request, requested_fields(info, object_type, nodes)))

        async def home_page() -> Listed | None:
            return await _home_page(request, await home, first, after)

        connection = _connection(request, home_page, MOBILE_ENROLLMENTS, rows, facts)
        return connection if rows is not None else _listed(request, home, connection, facts, first, after)
    size, pages, skip = mobile_window(offset, first)
    fields = requested_fields(info, object_type, nodes)
    loads = [
        under_way(mobile_load(request, status=status, page=str(page), page_size=str(size), requested_fields=fields))
        for page in pages
    ]

    primary = None
    if wants_primary(info, object_type, nodes):
        primary = under_way(mobile_load(request, page="1", page_size="1"))

    async def listed() -> Listed | None:
        return Listed(MOBILE_ENROLLMENTS, mobile_page([await load for load in loads], first, offset, skip))

    async def primary_of(page: Page) -> Failure | None:
        loaded = await primary if primary is not None else None
        return loaded if isinstance(loaded, Failure) else add_primary(page, loaded)

    cards = _home_rows(info, object_type, nodes)
    beside = Beside(primary_of, of_primary(info))
    return _connection(request, listed, LEARNER_HOME, cards, facts, beside)


def _listed(
    request: Request,
    home: "Awaitable[Loaded]",
    otherwise: Pending,
    facts: Facts,
    first: int,
    after: str | None,
) -> Pending:
    """The connection over learner home's cards, where nothing is joined to them."""

    def page(cards: list[Any]) -> Page:
        return slice_page(cards, first, after)

    async def settled(names: frozenset[str] | None) -> Row | None:
        loaded = await home
        if not isinstance(loaded, Payload):
            return await otherwise.settle(names)
        listing = Listing(("courses",), page, present="courseRun")
        return listing_row(request, LEARNER_HOME, loaded, listing, facts, _CONNECTION)

    return Pending(settled, _CONNECTION, request.public_url, facts)


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
        told = decoded(loaded)
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


def _by_key(rows: Rows | Failure, endpoint: Endpoint, failed: dict[Endpoint, Failure]) -> Rows:
    if isinstance(rows, Failure):
        failed[endpoint] = rows
        return {}
    return rows


async def _home_page(request: Request, loaded: Loaded, first: int, after: str | None) -> Listed | None:
    """A page of learner home's list. The list of enrolments has the same ones, oldest first."""
    if isinstance(loaded, Failure):
        other = await request.load(ENROLLMENTS.call()) if request.may_replace(loaded) else loaded
        if isinstance(other, Payload):
            with reading(ENROLLMENTS):
                return Listed(ENROLLMENTS, slice_page(other.value[::-1], first, after), loaded)
        if _viewer_reads_home(request):
            return None
    told = decoded(loaded)
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
            return by_course(LEARNER_HOME, loaded.value["courses"])
        except SURPRISES:
            return unreadable(LEARNER_HOME)

    return under_way(rows())
