"""Who answers `catalog` and `catalogRuns`."""

from collections.abc import Mapping

from loaders.endpoint import Call
from loaders.endpoints.catalog import CATALOG_COURSES, CATALOG_SEARCH, COURSE_RUNS
from loaders.endpoints.roles import ROLES
from loaders.errors import Code, Failure
from resolvers.context import Info, Request
from resolvers.numbered import NAMESPACED, numbered_connection
from resolvers.page import check_first, connection_row, page_facts, read_offset, slice_page
from resolvers.reading import payload_of, reading, unreadable
from resolvers.row import Pending, Row


def catalog(info: Info, filters: Mapping[str, str | None], first: int, after: str | None) -> Pending:
    """Courses that match all filters. The rows tell what the catalogue's other answers tell."""

    def call(page: str, size: str) -> Call:
        return CATALOG_SEARCH.call(**filters, page=page, page_size=size)

    return numbered_connection(
        info.context,
        call,
        "CatalogConnection",
        first=first,
        after=after,
        envelope=NAMESPACED,
        told_by=CATALOG_COURSES,
        facts=page_facts("catalog", *filters.values(), first, after),
    )


def catalog_runs(info: Info, first: int, after: str | None) -> Pending:
    """The whole catalogue of course runs, for global staff; nobody else causes its call."""
    request = info.context
    check_first(first)
    read_offset(after)
    roles = request.load(ROLES.call())

    async def settled(names: frozenset[str] | None) -> Row | None:
        loaded = payload_of(await roles)
        with reading(ROLES):
            is_staff = loaded is not None and loaded.value.get("is_staff") is True
        if not is_staff:
            raise Failure(Code.FORBIDDEN, "The course catalogue is for administrators.").error()
        return await _runs(request, first, after)

    return Pending(settled, "CatalogRunConnection", request.public_url)


async def _runs(request: Request, first: int, after: str | None) -> Row | None:
    loaded = payload_of(await request.load(COURSE_RUNS.call()))
    if loaded is None:
        return None
    with reading(COURSE_RUNS):
        runs = loaded.value
    if isinstance(runs, dict):
        runs = [runs]
    if not isinstance(runs, list):
        raise unreadable(COURSE_RUNS).error()
    facts = page_facts("catalogRuns", first, after)
    return connection_row(request, COURSE_RUNS, slice_page(runs, first, after), None, facts)
