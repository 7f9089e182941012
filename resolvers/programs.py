"""Who answers `program` and its lists.

No answer is about a program as such: whether the viewer may see it shows in the answers to the lists that are
selected of it, and when none of them is for the viewer, in the list of the viewer's programs.
"""

import asyncio

from graphql import GraphQLError, GraphQLObjectType

from loaders.answer import Loaded
from loaders.calls.judge import closed
from loaders.calls.wave import under_way
from loaders.endpoint import Endpoint, Missing
from loaders.endpoints.programs import (
    PROGRAM_COURSE_ENROLLMENTS,
    PROGRAM_COURSE_GRADES,
    PROGRAM_COURSES,
    PROGRAM_ENROLLMENTS,
    PROGRAM_OVERVIEW,
    PROGRAM_PROGRESS,
    PROGRAMS,
    RUNS_LIMIT,
)
from loaders.errors import Code, Failure
from loaders.keys import canonical_uuid, is_uuid
from resolvers.arguments import PROGRAM_TYPES, expect
from resolvers.context import Info, Outcomes, Request
from resolvers.cursored import cursored_row, read_after
from resolvers.page import check_first, connection_row, page_facts, page_of, read_offset, slice_page
from resolvers.read import read_part
from resolvers.reading import payload_of, reading
from resolvers.row import Pending, Row
from resolvers.selection import collect
from resolvers.single import pending_row

_PROOFS = "proofs"
LISTS = frozenset({"courseRuns", "enrollments", "courseEnrollments", "courseGrades"})


def program(info: Info, uuid: str) -> Pending:
    """The program with this identifier; null when the viewer may not see it."""
    uuid = expect(uuid, *PROGRAM_TYPES)
    request = info.context
    names = _selected(info)
    proofs: list[asyncio.Future[Loaded]] = []
    facts = {"uuid": uuid, _PROOFS: proofs}
    listed = request.load(PROGRAMS.call(key=uuid)) if "slug" in names or not names & LISTS else None

    async def settled(names: frozenset[str] | None) -> Row | None:
        outcomes = Outcomes()
        shown = _is_shown([await proof for proof in proofs])
        if listed is not None or not shown:
            await outcomes.gather({PROGRAMS: listed or request.load(PROGRAMS.call(key=uuid))})
        if not shown and not _is_listed(outcomes):
            return None
        return Row(
            base=request.public_url,
            payloads=outcomes.payloads,
            missing=outcomes.missing,
            failed=outcomes.failed,
            facts=facts,
            type_name="Program",
        )

    return Pending(settled, "Program", request.public_url, facts)


def program_of(root: Row, info: Info) -> Pending | None:
    """The program that a line about it names; null where that names none by its identifier."""
    uuid = read_part(root.parts["uuid"], root)
    return program(info, uuid) if isinstance(uuid, str) and is_uuid(uuid) else None


def _selected(info: Info) -> set[str]:
    """The fields that are selected of the program; `node` may be what leads to it."""
    program_type = info.schema.type_map["Program"]
    assert isinstance(program_type, GraphQLObjectType)
    groups = collect(info.schema, program_type, info.field_nodes, info.fragments, info.variable_values)
    return {group[0].name.value for group in groups.values()}


def _is_listed(outcomes: Outcomes) -> bool:
    """Whether the program is among the viewer's. Raises when the LMS could not tell."""
    if PROGRAMS in outcomes.failed:
        raise outcomes.failed[PROGRAMS].error()
    return PROGRAMS in outcomes.payloads


def _is_shown(proofs: list[Loaded]) -> bool:
    """Whether the LMS answered any of these for being about this program. Raises when the viewer has to sign in."""
    failures = [one for one in proofs if isinstance(one, Failure)]
    if failures and len(failures) == len(proofs) and all(failure.code is Code.UNAUTHENTICATED for failure in failures):
        raise failures[0].error()
    return any(one is not Missing.REFUSED for one in proofs)


def _uuid_of(root: Row) -> str:
    """The identifier of a program that was named by an argument, or that stands in a list."""
    known = root.facts.get("uuid")
    if known is None:
        with reading(PROGRAMS):
            known = canonical_uuid(root.views[PROGRAMS].value["uuid"])
    return str(known)


def _proving(root: Row, load: "asyncio.Future[Loaded]") -> None:
    """Notes a load whose answer shows whether the viewer may see the program."""
    proofs = root.facts.get(_PROOFS)
    if proofs is not None:
        proofs.append(load)


def course_runs(root: Row, info: Info, first: int, after: str | None) -> Pending:
    """The viewer's course runs of a program, in pages; all at once from an LMS that has no pages of them."""
    request, uuid = info.context, _uuid_of(root)
    check_first(first)
    paged = _is_page_cursor(after)
    start, skip = read_after(after) if paged else (None, 0)
    offset = 0 if paged else read_offset(after)
    size = str(min(first + skip, RUNS_LIMIT))
    load = under_way(_load_runs(request, uuid, start, size, paged=paged))
    _proving(root, _answer_of(load))
    facts = page_facts("courseRuns", uuid, first, after, uuid=uuid)

    async def settled(names: frozenset[str] | None) -> Row | None:
        endpoint, loaded = await load
        if endpoint is PROGRAM_COURSES:
            return cursored_row(request, endpoint, loaded, first, start, skip, facts=facts)
        payload = payload_of(loaded)
        if payload is None:
            return None
        with reading(endpoint):
            page = slice_page(payload.value["course_runs"], first, after if offset else None)
        return connection_row(request, endpoint, page, None, facts)

    return Pending(settled, "ProgramCourseRunConnection", request.public_url, facts)


async def _load_runs(
    request: Request, uuid: str, start: str | None, size: str, *, paged: bool
) -> tuple[Endpoint, Loaded]:
    """A page of course runs, or all of them, and which of the two it is."""
    if not request.credentials.opens(PROGRAM_COURSES):
        return PROGRAM_COURSES, closed(PROGRAM_COURSES, request.credentials)
    if paged:
        name = await request.username()
        if isinstance(name, Failure):
            return PROGRAM_COURSES, name
        call = PROGRAM_COURSES.call(username=name.text, program=uuid, cursor=start, page_size=size)
        loaded = await request.load(call)
        if not isinstance(loaded, Failure) or start is not None or not _is_replaced(request, loaded):
            return PROGRAM_COURSES, loaded
        whole = await request.load(PROGRAM_OVERVIEW.call(program=uuid))
        if isinstance(whole, Failure) and loaded.code is not Code.UPSTREAM_NOT_SUPPORTED:
            return PROGRAM_COURSES, loaded
        return PROGRAM_OVERVIEW, whole
    return PROGRAM_OVERVIEW, await request.load(PROGRAM_OVERVIEW.call(program=uuid))


def _is_replaced(request: Request, failure: Failure) -> bool:
    """True when the list that comes whole is asked in the place of one that has pages."""
    refused = failure.code in {Code.UNAUTHENTICATED, Code.QUERY_TOO_COMPLEX}
    return not refused and request.may_replace(failure)


def _answer_of(load: "asyncio.Future[tuple[Endpoint, Loaded]]") -> "asyncio.Future[Loaded]":
    async def answer() -> Loaded:
        return (await load)[1]

    return under_way(answer())


def _is_page_cursor(after: str | None) -> bool:
    """True unless the cursor is one of the list that came whole. Raises for a text that is neither."""
    if after is None:
        return True
    try:
        read_after(after)
    except GraphQLError:
        read_offset(after)
        return False
    return True


def enrollments(root: Row, info: Info, first: int, after: str | None) -> Pending:
    """The roster of a program, for its staff."""
    return _roster(root, info, PROGRAM_ENROLLMENTS, "ProgramEnrollmentConnection", first, after)


def course_enrollments(root: Row, info: Info, course_key: str, first: int, after: str | None) -> Pending:
    """Who takes a course run through a program, for its staff."""
    return _roster(
        root, info, PROGRAM_COURSE_ENROLLMENTS, "ProgramCourseEnrollmentConnection", first, after, course_key=course_key
    )


def course_grades(root: Row, info: Info, course_key: str, first: int, after: str | None) -> Pending:
    """The grades of those who take a course run through a program, for its staff."""
    return _roster(
        root, info, PROGRAM_COURSE_GRADES, "ProgramCourseGradeConnection", first, after, course_key=course_key
    )


def _roster(
    root: Row, info: Info, endpoint: Endpoint, type_name: str, first: int, after: str | None, **course: str
) -> Pending:
    request = info.context
    start, skip = read_after(after)
    size = str(check_first(first) + skip)
    uuid = _uuid_of(root)
    load = request.load(endpoint.call(program=uuid, **course, cursor=start, page_size=size))
    _proving(root, load)
    key = course.get("course_key")
    facts = page_facts(endpoint.name, uuid, key, first, after, uuid=uuid, course=key)

    async def settled(names: frozenset[str] | None) -> Row | None:
        loaded = await load
        if loaded is Missing.ABSENT:
            return connection_row(request, endpoint, page_of([], offset=0, has_next=False, total=None), None, facts)
        return cursored_row(request, endpoint, loaded, first, start, skip, facts=facts)

    return Pending(settled, type_name, request.public_url, facts)


def progress(root: Row, info: Info) -> Pending:
    """How far the viewer is in a program."""
    uuid = _uuid_of(root)
    return pending_row(info.context, PROGRAM_PROGRESS.call(program=uuid), "ProgramProgress", {"uuid": uuid})
