"""Relations to a course: what the row's own answer tells of it is read there, the rest is asked by key."""

from collections.abc import Callable

from graphql import GraphQLObjectType

from loaders.endpoint import Endpoint
from loaders.errors import Code, Failure
from loaders.keys import is_course_key
from resolvers.ask import Ask
from resolvers.context import Field, Info
from resolvers.course import course_of
from resolvers.demands import demands_of
from resolvers.fetch import objects_of
from resolvers.found import Found
from resolvers.live import LiveAsk
from resolvers.memo import identity
from resolvers.read import read_leaf, read_object
from resolvers.row import Pending, Row
from resolvers.selection import collect
from resolvers.source import DECLARATION, RELATION, Declaration
from resolvers.step import Argument

MANY = 25
"""For how many courses a relation is planned: relations mostly stand in lists, where sources that answer many keys in
one call win."""


def course_relation(declaration: Declaration, key: Declaration) -> Callable[[Row, Info], Row | Pending | None]:
    """The reader of a field that leads from a row to its course.

    `declaration` says where the row's answer describes the course, `key` where it names it.
    """

    def read(row: Row, info: Info) -> Row | Pending | None:
        course_key = read_leaf(key, row)
        if course_key is None:
            return None
        if not is_readable(course_key):
            raise Failure(Code.UPSTREAM_INVALID, "The LMS names a course by a key that cannot be read.").error()
        told = _told(declaration, row) if declaration.sources else None
        endpoints = frozenset(told.views) if told is not None else frozenset()
        facts = {"key": course_key}
        if covered(info, endpoints):
            views = told.views if told is not None else {}
            return Row(base=row.base, views=views, facts=facts, type_name="Course")
        ask = LiveAsk(info, row, {})
        pending: Pending = objects_of(ask, course_of(ask, course_key, row=told, count=MANY))
        return pending

    return read


def related(ask: Ask) -> Found:
    """The same for the plan: the row's own answer tells what it can."""
    declaration: Declaration = ask.definition.extensions[DECLARATION]
    named: Declaration = ask.definition.extensions[RELATION]
    told = ask.inside(declaration.sources)
    spine = ask.giver(named.sources)
    path = next((".".join(source.path) for source in named.sources if ask.giver((source,)) is spine), "key")
    key = Argument("{key}") if spine is None else spine.value(path)
    if covered(ask, frozenset(told)):
        if ask.place.instead:  # a row that is read from another answer only names the course
            ask.note("Course", told, count=MANY)
        return Found(told, facts={"key": key})
    return course_of(ask, key, told=told, count=MANY)


def _told(declaration: Declaration, row: Row) -> Row | None:
    """What the row's own answers say of the course. Where all of them failed, others may say it."""
    endpoints = [source.endpoint for source in declaration.sources if source.endpoint is not None]
    failed = {endpoint: row.failed[endpoint] for endpoint in endpoints if endpoint in row.failed}
    if failed and not row.views.keys() & endpoints:
        return Row(base=row.base, views={}, failed=failed, reported=row.reported)
    return read_object(declaration, row)


def is_readable(key: object) -> bool:
    """True for the key of a course. Another one is not asked for: it would spoil a call for many courses."""
    return isinstance(key, str) and is_course_key(key)


def covered(info: Field, endpoints: frozenset[Endpoint]) -> bool:
    """True when the row's own answers tell everything that is selected of the course."""
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
