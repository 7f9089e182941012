"""Relations to a course. Fields are read from the row's own answer, and the rest is looked up by course key."""

from collections.abc import Callable

from graphql import GraphQLObjectType

from loaders.endpoint import Endpoint
from loaders.errors import Code, Failure
from resolvers.course import course_of
from resolvers.declare.ask import Ask
from resolvers.declare.found import Found
from resolvers.declare.source import DECLARATION, RELATION, Declaration
from resolvers.fetch.ask import LiveAsk
from resolvers.fetch.context import Field, Info
from resolvers.fetch.fetch import objects_of
from resolvers.output.read import read_leaf, read_object
from resolvers.output.relationcompiler import is_readable
from resolvers.output.row import Pending, Row
from resolvers.plan.demands import demands_of
from resolvers.plan.memo import identity
from resolvers.plan.selection import collect
from resolvers.plan.step import Argument

MANY = 25
"""Number of courses for which a relation is planned. Relations are mostly in lists, where batched sources win."""


def course_relation(declaration: Declaration, key: Declaration) -> Callable[[Row, Info], Row | Pending | None]:
    """Returns the resolver of a field that leads from a row to its course.

    `declaration` has the sources that describe the course in the row's answer. `key` has those of its key. The
    resolver raises an UPSTREAM_INVALID error for a key that is not a course key.
    """

    def read(row: Row, info: Info) -> Row | Pending | None:
        course_key = read_leaf(key, row)
        if course_key is None:
            return None
        if not is_readable(course_key):
            raise Failure(Code.UPSTREAM_INVALID, "The LMS sent an invalid course key.").error()
        parent_row = _parent_row(declaration, row) if declaration.sources else None
        endpoints = frozenset(parent_row.views) if parent_row is not None else frozenset()
        facts = {"key": course_key}
        if covered(info, endpoints):
            views = parent_row.views if parent_row is not None else {}
            return Row(base=row.base, decoded=views, facts=facts, type_name="Course")
        ask = LiveAsk.of(info, row, {})
        pending: Pending = objects_of(ask, course_of(ask, course_key, row=parent_row, count=MANY))
        return pending

    return read


def related(ask: Ask) -> Found:
    """Plans a relation to a course. Fields are read from the row's own answer where possible."""
    declaration: Declaration = ask.definition.extensions[DECLARATION]
    named: Declaration = ask.definition.extensions[RELATION]
    steps = ask.inside(declaration.sources)
    spine = ask.giver(named.sources)
    path = next((source.kind.describe() for source in named.sources if ask.giver((source,)) is spine), "key")
    key = Argument("{key}") if spine is None else spine.value(path)
    if covered(ask, frozenset(steps)):
        if ask.place.replacements:  # a row from a fallback answer only names the course
            ask.note("Course", steps, count=MANY)
        return Found(steps, facts={"key": key})
    return course_of(ask, key, steps=steps, count=MANY)


def _parent_row(declaration: Declaration, row: Row) -> Row | None:
    """Returns the course as described by the row's own answers. If all of them failed, other sources are asked."""
    endpoints = [source.endpoint for source in declaration.sources if source.endpoint is not None]
    failed = {endpoint: row.failed[endpoint] for endpoint in endpoints if endpoint in row.failed}
    if failed and not row.views.keys() & endpoints:
        return Row(base=row.base, decoded={}, failed=failed, reported=row.reported)
    return read_object(declaration, row)


def covered(info: Field, endpoints: frozenset[Endpoint]) -> bool:
    """True if the row's own answers contain all selected fields of the course."""
    memo = info.context.plans
    key = ("covered", identity(info.field_nodes), endpoints)
    known = memo.get(key)
    if known is None:
        known = memo[key] = _covers(info, endpoints)
    return bool(known)


def _covers(info: Field, endpoints: frozenset[Endpoint]) -> bool:
    course_type = info.schema.type_map["Course"]
    assert isinstance(course_type, GraphQLObjectType)
    selected = collect(info.schema, course_type, info.field_nodes, info.fragments, info.variable_values)
    for nodes in selected.values():
        name = nodes[0].name.value
        if name != "__typename" and DECLARATION not in course_type.fields[name].extensions:
            return False
    demands = demands_of(info.schema, course_type, info.field_nodes, info.fragments, info.variable_values)
    return all(demand.options.keys() & endpoints for demand in demands)
