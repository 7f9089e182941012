"""Enrolments as the mobile API lists them, for whoever wants a page or a row of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from graphql import FieldNode, GraphQLObjectType

from loaders.answer import Loaded, Payload
from loaders.endpoint import Missing
from loaders.endpoints.mobile import MOBILE_ENROLLMENTS, MOBILE_PAGE_LIMIT
from loaders.errors import Failure
from resolvers.ask import Ask
from resolvers.context import Field
from resolvers.found import Given
from resolvers.reading import SURPRISES, unreadable
from resolvers.selected import names_at
from resolvers.selection import collect
from resolvers.source import DECLARATION, Source
from resolvers.step import Value

_MOST_PAGES = 100
_PROGRESS = "course_progress"
_ASSIGNMENTS = "assignments"
_OF_PRIMARY = frozenset({"course_status", "course_assignments"})
"""What the mobile API tells of the primary enrolment only."""
_PRIMARY_FIELDS = {"Enrollment": frozenset({"lastVisited"}), "EnrollmentAssignments": frozenset({"upcoming", "past"})}
"""The same, as fields of types."""


def requested_fields(info: Field, object_type: GraphQLObjectType, nodes: list[FieldNode]) -> str | None:
    """What the mobile API is asked for besides an enrolment's ordinary fields."""
    groups = collect(info.schema, object_type, nodes, info.fragments, info.variable_values).values()
    return _PROGRESS if any(group[0].name.value == _ASSIGNMENTS for group in groups) else None


def wants_primary(info: Field, object_type: GraphQLObjectType, nodes: list[FieldNode]) -> bool:
    """True when something is selected of an enrolment that is told of the primary one only."""
    names = names_at(info, object_type, nodes)
    dated = _PRIMARY_FIELDS["EnrollmentAssignments"] & names_at(info, object_type, nodes, _ASSIGNMENTS)
    return bool(dated or _PRIMARY_FIELDS["Enrollment"] & names)


def of_primary(info: Field) -> frozenset[Source]:
    """The sources of what is told of the primary enrolment only, in lists of enrolments."""
    declared = [
        type_.fields[name].extensions[DECLARATION].sources
        for type_, names in ((info.schema.type_map[name], fields) for name, fields in _PRIMARY_FIELDS.items())
        if isinstance(type_, GraphQLObjectType)
        for name in names
    ]
    return frozenset(one for sources in declared for one in sources if one.endpoint is MOBILE_ENROLLMENTS)


def _with_primary(row: Any, primary: Any) -> Any:
    """A row of a list by status, which has no primary enrolment, with what is told of that one if it is this one."""
    if row["course"]["id"] != primary["course"]["id"]:
        return row
    return {**row, **{name: primary[name] for name in _OF_PRIMARY if name in primary}}


def add_primary(page: Mapping[str, Any], loaded: Payload | Missing | None) -> Failure | None:
    """Puts what is told of the primary enrolment only into its row of the page."""
    if not isinstance(loaded, Payload):
        return None
    try:
        primary = loaded.value.get("primary")
        if primary:
            nodes = [_with_primary(edge["node"], primary) for edge in page["edges"]]
            for edge, node in zip(page["edges"], nodes, strict=True):
                edge["node"] = node
    except SURPRISES:
        return unreadable(MOBILE_ENROLLMENTS)
    return None


def every_enrollment(ask: Ask, fields: str | None) -> Any:
    """The step for every enrolment that the mobile API knows: one call for the first fifty and the primary one."""
    return ask.step(MOBILE_ENROLLMENTS, _first_page(ask, fields), objects=1, further=_further_pages)


def one_enrollment(ask: Ask, key: Value, fields: str | None) -> Any:
    """The step for the enrolment in one course, out of the same calls. Absent where it is not listed."""

    def further(first: Payload) -> Iterable[Given]:
        return () if _row(first, str(key)) is not None else _further_pages(first)

    def sift(page: Payload) -> Loaded:
        return _row(page, str(key)) or Missing.ABSENT

    return ask.step(MOBILE_ENROLLMENTS, _first_page(ask, fields), objects=1, further=further, sift=sift)


def _first_page(ask: Ask, fields: str | None) -> Given:
    size = str(MOBILE_PAGE_LIMIT)
    return {"username": ask.username(), "page": "1", "page_size": size, "requested_fields": fields}


def _further_pages(first: Payload) -> Iterable[Given]:
    """The pages after the first. Raises TypeError for a number that no learner has."""
    pages = first.value["enrollments"]["num_pages"]
    if type(pages) is not int or pages > _MOST_PAGES:
        raise TypeError("a number of pages was expected")
    return [{"page": str(number)} for number in range(2, pages + 1)]


def _row(page: Payload, course_key: str) -> Payload | None:
    """Where a page tells of this course."""
    told = page.value
    if told.get("primary") and told["primary"]["course"]["id"] == course_key:
        return Payload(page.answer, ("primary",))
    places: Mapping[str, int] = {row["course"]["id"]: place for place, row in enumerate(told["enrollments"]["results"])}
    place = places.get(course_key)
    return None if place is None else Payload(page.answer, ("enrollments", "results", place))
