"""Who answers `course` and `courses`: the plan of a selection, and whether the course exists."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from graphql import (
    FieldNode,
    GraphQLObjectType,
    ListValueNode,
    OperationType,
    StringValueNode,
    VariableNode,
    print_ast,
)

from loaders.answer import Loaded
from loaders.calls.judge import closed
from loaders.calls.wave import under_way
from loaders.credentials import Credentials
from loaders.endpoint import Endpoint, Missing
from loaders.endpoints.catalog import CATALOG_COURSE, CATALOG_COURSES
from loaders.endpoints.course import COURSE_METADATA, COURSEWARE_COURSE, LEARNING_SEQUENCES
from loaders.endpoints.dates import DATES
from loaders.endpoints.mobile import MOBILE_ENROLLMENT
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.progress import PROGRESS
from loaders.errors import Failure
from loaders.keys import is_library_key
from resolvers.context import Info, Outcomes, Request
from resolvers.demands import Demand, Endpoints
from resolvers.masquerade import OWN, leave_out_own, may_masquerade
from resolvers.mobile import mobile_row, requested_fields
from resolvers.plan import Plan, plan
from resolvers.planned import Load, plan_for, row_of, settle, start
from resolvers.row import Pending, Row
from resolvers.selected import below
from resolvers.selection import collect

_TRUSTED = frozenset({COURSE_METADATA, COURSEWARE_COURSE})
"""What they do not know is not there; all others also leave out what is hidden or unlisted."""
_PROOFS = (
    COURSE_METADATA,
    OUTLINE,
    NAVIGATION,
    DATES,
    PROGRESS,
    COURSEWARE_COURSE,
    LEARNING_SEQUENCES,
    CATALOG_COURSE,
    CATALOG_COURSES,
)
_SERVER_ERROR = 500
_VISITOR = Credentials()
EXISTS = Demand(
    path="",
    options=dict.fromkeys(_PROOFS, ""),
    reasons=frozenset({COURSE_METADATA, CATALOG_COURSES, CATALOG_COURSE}),
    weak=frozenset({CATALOG_COURSES, CATALOG_COURSE}),
    proof=True,
)
"""A course is only named when something showed that it is there."""


def load_of(request: Request, course_key: str, mobile: str | None = None) -> Load:
    """How each course-level endpoint is asked for this course; `mobile` are the fields that the mobile API is asked."""

    def load(endpoint: Endpoint, fields: str | None) -> "asyncio.Future[Loaded]":
        if endpoint is MOBILE_ENROLLMENT:
            return under_way(mobile_row(request, course_key, mobile))
        if endpoint.batch is not None:
            return request.load(endpoint.call(key=course_key))
        if endpoint.project is not None:
            return request.load(endpoint.call(course_key=course_key, **{endpoint.project: fields}))
        return request.load(endpoint.call(course_key=course_key))

    return load


def facts_of(key: str) -> dict[str, Any]:
    """What is known of a course without asking."""
    return {"key": key}


def courses(info: Info, keys: Sequence[str]) -> list[Pending]:
    """The courses with these keys, in this order. Nothing is awaited: all calls of all fields start together."""
    count = max(len(set(keys)), _written(info)) or 1
    return [course(info, key, count=count) for key in keys]


def _written(info: Info) -> int:
    """How many different keys stand in the query's own list: its plan is for so many, whatever its variables."""
    lists = (one.value for one in info.field_nodes[0].arguments or () if one.name.value == "keys")
    return next((len({print_ast(item) for item in one.values}) for one in lists if isinstance(one, ListValueNode)), 0)


def root_course(info: Info, key: str) -> Pending:
    """The course with this key, at the top of an operation.

    Fields that ask for the same course under several names are planned as one: no call is made twice with other fields.
    """
    return course(info, key, nodes=root_nodes(info).get(key))


def root_nodes(info: Info) -> dict[str, list[FieldNode]]:
    """The nodes of an operation's `course` fields, by course key."""
    memo = info.context.plans
    which = ("courses", id(info.operation))
    fields: list[list[FieldNode]] | None = memo.get(which)
    if fields is None:
        fields = memo[which] = _root_fields(info)
    found: dict[str, list[FieldNode]] = {}
    for nodes in fields:
        key = _key_argument(nodes[0], info)
        if key is not None:
            found.setdefault(key, []).extend(nodes)
    return found


def _root_fields(info: Info) -> list[list[FieldNode]]:
    query_type = info.schema.query_type
    operation: Any = info.operation  # its selection set is all that is read of it
    if query_type is None or info.operation.operation is not OperationType.QUERY:
        return []
    selected = collect(info.schema, query_type, [operation], info.fragments, info.variable_values)
    return [nodes for nodes in selected.values() if nodes[0].name.value == "course"]


def course(
    info: Info,
    key: str,
    *,
    told: Row | None = None,
    count: int = 1,
    nodes: list[FieldNode] | None = None,
    known: bool = False,
) -> Pending:
    """The course with this key.

    `told` is what another object's answer says of it already, or how that answer failed; `count` how many courses are
    asked for together. `nodes` are what is selected of it in all, where that is more than the field itself asks.
    `known`: whether the course is there is not asked for its own sake.
    """
    request = info.context
    if is_library_key(key):
        return Pending(_no_course, "Course", request.public_url, facts_of(key))
    already = frozenset(told.views or told.failed) if told is not None else frozenset()
    nodes = nodes or list(info.field_nodes)
    made = plan_of(info, nodes, count, already, known=known)
    load = load_of(request, key, _mobile_fields(info, nodes) if MOBILE_ENROLLMENT in made.endpoints else None)
    loads = start(made, load, already)
    if told is not None and not told.views:
        loads |= {endpoint: _done(failure) for endpoint, failure in told.failed.items()}
    facts = facts_of(key)

    shown = known or told is not None

    async def settled(names: frozenset[str] | None) -> Row | None:
        used, outcomes = await settle(request, made, loads, load, _needed(request, made, names))
        if _crashed(outcomes) and await request.is_refused():
            used = replace(plan((*made.demands, *made.unmet), _VISITOR, already=already), shape=None)
            used, outcomes = await settle(request, used, start(used, load, already), load)
            closed_ones = {endpoint for demand in used.unmet for endpoint in demand.options}
            outcomes.failed |= {endpoint: closed(endpoint, _VISITOR) for endpoint in closed_ones}
        await leave_out_own(request, outcomes)
        nonlocal shown
        shown = shown or _exists(outcomes)
        if not shown:
            return None
        return row_of(request, used, outcomes, facts, "Course", told)

    return Pending(settled, "Course", request.public_url, facts)


def _done(failure: Failure) -> "asyncio.Future[Loaded]":
    """The outcome of a call that has failed already."""
    future: asyncio.Future[Loaded] = asyncio.get_running_loop().create_future()
    future.set_result(failure)
    return future


def _crashed(outcomes: Outcomes) -> bool:
    """True when the navigation failed as it does for a visitor of a public course, who is not meant to ask for it."""
    failure = outcomes.failed.get(NAVIGATION)
    return failure is not None and failure.status == _SERVER_ERROR


async def _no_course(names: frozenset[str] | None) -> None:
    """A key that no course has: nothing is asked."""


def _mobile_fields(info: Info, nodes: list[FieldNode]) -> str | None:
    """What the mobile API is asked for besides the ordinary fields of the course's enrolment."""
    enrollment_type, enrollments = below(info, info.schema.type_map["Course"], nodes, "enrollment")
    return requested_fields(info, enrollment_type, enrollments)


def _needed(request: Request, made: Plan, names: frozenset[str] | None) -> Endpoints | None:
    """The endpoints that these fields of the course wait for, with one that proves that it exists; None means all."""
    if names is None:
        return None
    needed = made.endpoints_for(names)
    if not needed & EXISTS.options.keys():
        needed |= made.endpoints_for(frozenset({EXISTS.path}))
    if COURSE_METADATA in made.endpoints and may_masquerade(request) and needed & OWN:
        needed |= {COURSE_METADATA}
    return needed


def plan_of(
    info: Info, nodes: list[FieldNode], count: int, already: Endpoints = frozenset(), *, known: bool = False
) -> Plan:
    """The plan for what is selected of `count` courses below these nodes."""
    course_type = info.schema.type_map["Course"]
    assert isinstance(course_type, GraphQLObjectType)
    extra = () if already or known else (EXISTS,)
    return plan_for(info, nodes, course_type, count=count, extra=extra, already=already)


def _key_argument(node: FieldNode, info: Info) -> str | None:
    for argument in node.arguments or ():
        if argument.name.value == "key":
            if isinstance(argument.value, VariableNode):
                return info.variable_values.get(argument.value.name.value)
            if isinstance(argument.value, StringValueNode):
                return argument.value.value
    return None


def _exists(outcomes: Outcomes) -> bool:
    """True when any answer tells of the course; raises when nothing could be learnt at all."""
    if any(endpoint in outcomes.payloads for endpoint in EXISTS.options):
        return True
    missing = {endpoint: found for endpoint, found in outcomes.missing.items() if endpoint in EXISTS.options}
    if Missing.REFUSED in missing.values():
        return True
    failures = [failure for endpoint, failure in outcomes.failed.items() if not missing or endpoint in EXISTS.options]
    if failures and not missing.keys() & _TRUSTED:
        raise failures[0].error()  # what others do not show proves nothing by itself
    return bool(outcomes.payloads) and not missing
