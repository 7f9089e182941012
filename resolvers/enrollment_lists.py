"""Look-ups of `Viewer.enrollments` and `Viewer.primaryEnrollment`.

Two endpoints list enrolments. Learner home returns all of them in one call, with grade, certificate and programs. The
mobile API returns those that the apps can show, by status and in pages, with progress and the last position. The
arguments alone decide which endpoint provides the list: `status` exists in the mobile API only; without it, the list is
learner home's. Fields that only the other endpoint has are joined to the rows by course key, with calls made at the
same time.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import FieldNode, GraphQLObjectType

from loaders.answer import Loaded, Payload
from loaders.endpoint import Endpoint
from loaders.endpoints.enrollment import ENROLLMENTS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENT, MOBILE_ENROLLMENTS, MOBILE_PAGE_LIMIT
from loaders.errors import Failure
from resolvers.declare.answers import Answers
from resolvers.declare.ask import Ask
from resolvers.declare.found import NOTHING, Facts, Found
from resolvers.declare.numbered import Window, window_of
from resolvers.declare.page import page_of, slice_page
from resolvers.enrollment import course_key_of, lacks
from resolvers.fetch.reading import UNEXPECTED, reading, unreadable
from resolvers.mobile import add_primary, every_enrollment, of_primary, requested_fields, wants_primary
from resolvers.output.row import Listing, Row
from resolvers.plan.selected import nodes_at
from resolvers.plan.step import Value
from resolvers.values.path import View, walk

Page = dict[str, Any]
"""A page of a connection, as `page_of` makes it."""


def enrollments(ask: Ask) -> Found:
    """A page of the viewer's enrolments; null for an anonymous caller."""
    status = ask.argument("status", lambda status: str(status.value))
    part = window_of(ask, MOBILE_PAGE_LIMIT)
    if ask.credentials.anonymous:
        return NOTHING
    object_type, nodes = nodes_at(ask, "edges", "node")
    facts = ask.page_facts("enrollments", status, part.first, ask.value("after"))
    if status is None:
        return _of_learner_home(ask, object_type, nodes, part, facts)
    return _of_the_mobile_api(ask, object_type, nodes, part, status, facts)


def _of_learner_home(
    ask: Ask, object_type: GraphQLObjectType, nodes: list[FieldNode], part: Window, facts: Facts
) -> Found:
    """All active enrolments. If learner home fails, the fallback is the enrolment list, reversed to newest first."""
    home = ask.step(LEARNER_HOME)
    steps = {LEARNER_HOME: home}
    joins = lacks(ask, object_type, nodes, LEARNER_HOME, MOBILE_ENROLLMENTS)
    if joins:
        steps[MOBILE_ENROLLMENTS] = every_enrollment(ask, requested_fields(ask, object_type, nodes))
    other = ask.step(ENROLLMENTS, objects=1, after=(home,), conditional=True)
    first, after = part.first, ask.value("after")

    def page(rows: Sequence[Any]) -> Page:
        return slice_page(rows, first, after)

    def read(answers: Answers) -> Row | None:
        spine = answers.first
        failure = answers.replaced or answers.outcomes.failed.get(LEARNER_HOME)
        is_reported = failure is not None and ask.plans("Viewer", LEARNER_HOME)
        if failure is not None and answers.replaced is None:
            if is_reported:
                return None
            raise failure.error()
        if spine is None or not answers.has(spine):
            return None
        if spine is LEARNER_HOME and not joins:
            listing = Listing(("courses",), page, present="courseRun")
            return answers.listing(LEARNER_HOME, answers.outcomes.payloads[LEARNER_HOME], listing)
        answer = answers.value(spine)
        rows = (
            answer[::-1] if spine is ENROLLMENTS else [one for one in answer["courses"] if one["courseRun"] is not None]
        )
        failed = {} if failure is None else {LEARNER_HOME: failure}
        other = MOBILE_ENROLLMENTS if joins else None
        reported = {failure} if failure is not None and is_reported else set()
        return _connection(answers, spine, page(rows), other, failed, reported=reported)

    return Found(steps, rows=first, facts=facts, replacements={ENROLLMENTS: other}, read=read, handles_failure=True)


def _of_the_mobile_api(
    ask: Ask, object_type: GraphQLObjectType, nodes: list[FieldNode], part: Window, status: Value, facts: Facts
) -> Found:
    """The enrolments with a given status."""
    fields = requested_fields(ask, object_type, nodes)
    username = ask.username()
    listed = ask.step(
        MOBILE_ENROLLMENTS,
        {"username": username, "status": status, "requested_fields": fields, **part.given},
        pages=part.pages,
    )
    steps, also = {MOBILE_ENROLLMENTS: listed}, {}
    if wants_primary(ask, object_type, nodes):
        given = {"username": username, "page": "1", "page_size": "1"}
        also[MOBILE_ENROLLMENT] = ask.step(MOBILE_ENROLLMENTS, given, needed_by=(listed,))
    joins = lacks(ask, object_type, nodes, MOBILE_ENROLLMENTS, LEARNER_HOME)
    if joins:
        steps[LEARNER_HOME] = ask.step(LEARNER_HOME)

    def read(answers: Answers) -> Row:
        page = _mobile_page(answers.loaded(MOBILE_ENROLLMENTS), part)
        lost = answers.outcomes.failed.get(MOBILE_ENROLLMENT)
        if lost is None:
            lost = add_primary(page, answers.outcomes.payloads.get(MOBILE_ENROLLMENT))
        failed = {} if lost is None else {MOBILE_ENROLLMENT: lost}
        lacking = frozenset() if lost is None else of_primary(ask)
        other = LEARNER_HOME if joins else None
        return _connection(answers, MOBILE_ENROLLMENTS, page, other, failed, lacking_below=lacking)

    return Found(steps, rows=part.first, facts=facts, read=read, also=also)


def _mobile_page(pages: Sequence[Loaded], part: Window) -> Page:
    rows: list[Any] = []
    total: int | None = None
    for page in pages:
        if isinstance(page, Payload):  # otherwise the page is beyond the end
            listed = page.value["enrollments"]
            rows += listed["results"]
            total = listed["count"]
            if type(total) is not int:
                raise TypeError("a number was expected")
    shown = rows[part.skip : part.skip + part.first]
    more = total is not None and part.offset + len(shown) < total and bool(shown)
    return page_of(shown, offset=part.offset, has_next=more, total=total)


def _connection(
    answers: Answers,
    spine: Endpoint,
    page: Page,
    other: Endpoint | None,
    failed: dict[Endpoint, Failure],
    **given: Any,
) -> Row:
    """The connection over a page from one endpoint, with the rows of the other for joins if one is given."""
    views = {spine: View(page, None)}
    shape = None if failed else ("enrollments", spine, other)
    if other is not None:
        views[other] = View(None, {"rows": _by_course(answers, other, failed)})
        with reading(spine):
            for edge in page["edges"]:
                edge["id"] = course_key_of(spine, edge["node"])
    return answers.seen(views, failed=failed, shape=shape, **given)


def _by_course(answers: Answers, endpoint: Endpoint, failed: dict[Endpoint, Failure]) -> Mapping[str, Any]:
    """The rows of an answer by course key. If the call failed, adds its failure to `failed`."""
    failure = answers.outcomes.failed.get(endpoint)
    if failure is None:
        try:
            pages = [page for page in answers.loaded(endpoint) if isinstance(page, Payload)]
            rows = [row for page in pages for row in _rows(endpoint, page)]
            return {key: row for row in rows if (key := course_key_of(endpoint, row)) is not None}
        except UNEXPECTED:
            failure = unreadable(endpoint)
    failed[endpoint] = failure
    return {}


def _rows(endpoint: Endpoint, page: Payload) -> Sequence[Any]:
    if endpoint is LEARNER_HOME:
        rows: Sequence[Any] = page.value["courses"]
        return rows
    primary = page.value.get("primary")
    return [*([primary] if primary else []), *page.value["enrollments"]["results"]]


def primary_enrollment(ask: Ask) -> Found:
    """The enrolment in the most recently used course; null for an anonymous caller or without enrolments."""
    if ask.credentials.anonymous:
        return NOTHING
    given = {"username": ask.username(), "page": "1", "page_size": "1"}
    steps = {MOBILE_ENROLLMENTS: ask.step(MOBILE_ENROLLMENTS, given)}
    object_type, nodes = nodes_at(ask)
    joins = lacks(ask, object_type, nodes, MOBILE_ENROLLMENTS, LEARNER_HOME)
    if joins:
        steps[LEARNER_HOME] = ask.step(LEARNER_HOME)

    def read(answers: Answers) -> Row | None:
        answer = answers.value(MOBILE_ENROLLMENTS)
        row = None if answer is None else answer.get("primary")
        if row is None:
            return None
        key = walk(row, ("course", "id"))
        views = {MOBILE_ENROLLMENTS: View(row, answer)}
        failed: dict[Endpoint, Failure] = {}
        card = _by_course(answers, LEARNER_HOME, failed).get(str(key)) if joins else None
        if card is not None:
            views[LEARNER_HOME] = View(card, None)
        return answers.seen(views, failed=failed, shape=("primary", *views))

    return Found(steps, read=read)
