"""`Query.course` and `Query.courses`: how a course is asked for, and whether it exists."""

from dataclasses import replace
from typing import Any

from graphql import FieldNode

from loaders.credentials import Credentials
from loaders.endpoint import Endpoint, Missing
from loaders.endpoints.catalog import CATALOG_COURSE, CATALOG_COURSES
from loaders.endpoints.course import COURSE_METADATA, COURSEWARE_COURSE, LEARNING_SEQUENCES
from loaders.endpoints.dates import DATES
from loaders.endpoints.mobile import MOBILE_ENROLLMENT
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.progress import PROGRESS
from loaders.keys import is_library_key
from resolvers.ask import Ask
from resolvers.context import Field, Outcomes
from resolvers.demands import Demand, Endpoints
from resolvers.found import Facts, Found, Told
from resolvers.masquerade import OWN, leave_out_own, may_masquerade
from resolvers.mobile import one_enrollment, requested_fields
from resolvers.plan import Plan
from resolvers.planned import plan_for
from resolvers.row import Row
from resolvers.selected import below
from resolvers.step import Value

_TRUSTED = frozenset({COURSE_METADATA, COURSEWARE_COURSE})
"""A 404 from these endpoints proves that the course does not exist; others also answer 404 for hidden or unlisted
courses."""
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
EXISTS = Demand(
    path="",
    options=dict.fromkeys(_PROOFS, ""),
    reasons=frozenset({COURSE_METADATA, CATALOG_COURSES, CATALOG_COURSE}),
    weak=frozenset({CATALOG_COURSES, CATALOG_COURSE}),
    proof=True,
)
"""A course is only named when something showed that it is there."""


def course(ask: Ask) -> Found:
    """The course with this key. Fields of one operation that name the same course are asked for as one."""
    key = ask.named("key")
    same = next((list(one.field_nodes) for one in ask.roots("course") if one.named("key") == key), None)
    return course_of(ask, key, nodes=same)


def courses(ask: Ask) -> Found:
    """The courses with these keys, in this order."""
    keys, count = ask.each("keys")
    found = [course_of(ask, key, count=count or 1, objects=count) for key in keys]
    if not ask.is_plan:
        return Found(each=found)
    return replace(found[0], rows=max(count, 1))  # one stands for each


def course_of(
    ask: Ask,
    key: Value,
    *,
    nodes: list[FieldNode] | None = None,
    told: Told | None = None,
    row: Row | None = None,
    count: int = 1,
    objects: int | None = None,
    known: bool = False,
) -> Found:
    """The course with this key.

    `told` are steps that tell of it already, `row` is what another object's answer says of it, or how that answer
    failed; `count` is for how many courses the endpoints are chosen. `nodes` are what is selected of it in all, where
    that is more than the field itself asks. `known`: whether the course is there is not asked for its own sake.
    """
    facts = {"key": key}
    if isinstance(key, str) and is_library_key(key):  # no course has such a key: nothing is asked
        return Found(facts=facts, read=lambda answers: None)
    nodes = nodes or list(ask.field_nodes)
    enrollment_type, enrollments = below(ask, ask.type_of("Course"), nodes, "enrollment")
    mobile = requested_fields(ask, enrollment_type, enrollments)

    def step_of(endpoint: Endpoint, asks: frozenset[str]) -> Any:
        if endpoint is MOBILE_ENROLLMENT:
            return one_enrollment(ask, key, mobile)
        if endpoint.batch is not None:
            return ask.step(endpoint, {"key": key}, objects=objects)
        return ask.step(endpoint, {"course_key": key}, objects=objects, asks=asks)

    is_shown = known or told is not None or row is not None

    def judge(outcomes: Outcomes, made: Plan) -> Facts | None:
        nonlocal is_shown  # once shown, it is there for all parts of the answer
        is_shown = is_shown or _exists(outcomes)
        return {} if is_shown else None

    return ask.plan(
        "Course",
        step_of,
        nodes=nodes,
        extra=() if is_shown else (EXISTS,),
        told=told,
        row=row,
        count=count,
        facts=facts,
        judge=judge,
        needs=lambda made, names: _needs(made, names, ask.credentials),
        is_visited=_is_visited,
        sort=leave_out_own,
    )


def course_plan(field: Field, nodes: list[FieldNode]) -> Plan:
    """Which endpoints are asked for what these nodes select of one course."""
    course_type: Any = field.schema.type_map["Course"]
    return plan_for(field, nodes, course_type, extra=(EXISTS,))


def _needs(made: Plan, names: frozenset[str], credentials: Credentials) -> Endpoints:
    """The endpoints that these fields of the course wait for, with one that proves that it exists."""
    needed = made.endpoints_for(names)
    if not needed & EXISTS.options.keys():
        needed |= made.endpoints_for(frozenset({EXISTS.path}))
    if COURSE_METADATA in made.endpoints and may_masquerade(credentials) and needed & OWN:
        needed |= {COURSE_METADATA}
    return needed


def _is_visited(outcomes: Outcomes) -> bool:
    """True when the navigation failed as it does for a visitor of a public course, who is not meant to ask for it."""
    failure = outcomes.failed.get(NAVIGATION)
    return failure is not None and failure.status == _SERVER_ERROR


def _exists(outcomes: Outcomes) -> bool:
    """True when any answer tells of the course. Raises when nothing could be learnt at all."""
    if any(endpoint in outcomes.payloads for endpoint in EXISTS.options):
        return True
    missing = {endpoint: found for endpoint, found in outcomes.missing.items() if endpoint in EXISTS.options}
    if Missing.REFUSED in missing.values():
        return True
    failures = [failure for endpoint, failure in outcomes.failed.items() if not missing or endpoint in EXISTS.options]
    if failures and not missing.keys() & _TRUSTED:
        raise failures[0].error()  # what others do not show proves nothing by itself
    return bool(outcomes.payloads) and not missing
