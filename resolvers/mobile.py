"""Enrolments from the mobile API, for look-ups of a page or of a single row."""

from collections.abc import Iterable, Mapping
from typing import Any

from graphql import FieldNode, GraphQLObjectType

from loaders.answer import Loaded, Payload
from loaders.endpoint import Missing
from loaders.endpoints.mobile import MOBILE_ENROLLMENTS, MOBILE_PAGE_LIMIT
from loaders.errors import Failure
from resolvers.declare.ask import Ask
from resolvers.declare.found import Given
from resolvers.declare.source import DECLARATION, Source
from resolvers.fetch.context import Field
from resolvers.fetch.reading import UNEXPECTED, unreadable
from resolvers.plan.selected import names_at
from resolvers.plan.step import Value

_MOST_PAGES = 100
_PROGRESS = "course_progress"
_ASSIGNMENTS = "assignments"
_OF_PRIMARY = frozenset({"course_status", "course_assignments"})
"""Keys that the mobile API sends for the primary enrolment only."""
_PRIMARY_FIELDS = {"Enrollment": frozenset({"lastVisited"}), "EnrollmentAssignments": frozenset({"upcoming", "past"})}
"""The same, as GraphQL fields by type."""


def requested_fields(info: Field, object_type: GraphQLObjectType, nodes: list[FieldNode]) -> str | None:
    """The additional fields to request from the mobile API for the selected fields of an enrolment."""
    return _PROGRESS if _ASSIGNMENTS in names_at(info, object_type, nodes) else None


def wants_primary(info: Field, object_type: GraphQLObjectType, nodes: list[FieldNode]) -> bool:
    """True when a field is selected of an enrolment that the LMS sends for the primary one only."""
    names = names_at(info, object_type, nodes)
    dated = _PRIMARY_FIELDS["EnrollmentAssignments"] & names_at(info, object_type, nodes, _ASSIGNMENTS)
    return bool(dated or _PRIMARY_FIELDS["Enrollment"] & names)


def of_primary(info: Field) -> frozenset[Source]:
    """The sources, in lists of enrolments, of the fields that the LMS sends for the primary one only."""
    declared = [
        type_.fields[name].extensions[DECLARATION].sources
        for type_, names in ((info.schema.type_map[name], fields) for name, fields in _PRIMARY_FIELDS.items())
        if isinstance(type_, GraphQLObjectType)
        for name in names
    ]
    return frozenset(one for sources in declared for one in sources if one.endpoint is MOBILE_ENROLLMENTS)


def _with_primary(row: Any, primary: Any) -> Any:
    """A row of a list by status, with the values of the primary enrolment if the row is the primary one."""
    if row["course"]["id"] != primary["course"]["id"]:
        return row
    return {**row, **{name: primary[name] for name in _OF_PRIMARY if name in primary}}


def add_primary(page: Mapping[str, Any], loaded: Payload | Missing | None) -> Failure | None:
    """Adds the values that only the primary enrolment has to its row of the page. Returns a failure to read them."""
    if not isinstance(loaded, Payload):
        return None
    try:
        primary = loaded.value.get("primary")
        if primary:
            nodes = [_with_primary(edge["node"], primary) for edge in page["edges"]]
            for edge, node in zip(page["edges"], nodes, strict=True):
                edge["node"] = node
    except UNEXPECTED:
        return unreadable(MOBILE_ENROLLMENTS)
    return None


def every_enrollment(ask: Ask, fields: str | None) -> Any:
    """The step for all enrolments in the mobile API. The first call returns fifty and the primary one."""
    return ask.step(MOBILE_ENROLLMENTS, _first_page(ask, fields), objects=1, further=_further_pages)


def one_enrollment(ask: Ask, key: Value, fields: str | None) -> Any:
    """The step for the enrolment in one course, from the same calls; absent if it is not listed."""

    def further(first: Payload) -> Iterable[Given]:
        return () if _row(first, str(key)) is not None else _further_pages(first)

    def sift(page: Payload) -> Loaded:
        return _row(page, str(key)) or Missing.ABSENT

    return ask.step(MOBILE_ENROLLMENTS, _first_page(ask, fields), objects=1, further=further, sift=sift)


def _first_page(ask: Ask, fields: str | None) -> Given:
    size = str(MOBILE_PAGE_LIMIT)
    return {"username": ask.username(), "page": "1", "page_size": size, "requested_fields": fields}


def _further_pages(first: Payload) -> Iterable[Given]:
    """The pages after the first. Raises TypeError for an implausible number of pages."""
    pages = first.value["enrollments"]["num_pages"]
    if type(pages) is not int or pages > _MOST_PAGES:
        raise TypeError("a number of pages was expected")
    return [{"page": str(number)} for number in range(2, pages + 1)]


def _row(page: Payload, course_key: str) -> Payload | None:
    """The row of a page that is about this course; None if there is none."""
    answer = page.value
    if answer.get("primary") and answer["primary"]["course"]["id"] == course_key:
        return Payload(page.answer, ("primary",))
    places: Mapping[str, int] = {
        row["course"]["id"]: place for place, row in enumerate(answer["enrollments"]["results"])
    }
    place = places.get(course_key)
    return None if place is None else Payload(page.answer, ("enrollments", "results", place))
