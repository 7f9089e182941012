"""`Query.course` and `Query.courses`: the calls for a course, and the proof that it exists."""

from typing import Any

from graphql import FieldNode
from msgspec import structs

from loaders.credentials import Credentials
from loaders.endpoint import Endpoint, Missing
from loaders.endpoints.catalog import CATALOG_COURSE, CATALOG_COURSES
from loaders.endpoints.course import COURSE_METADATA, COURSEWARE_COURSE, LEARNING_SEQUENCES
from loaders.endpoints.dates import DATES
from loaders.endpoints.discussion import DISCUSSION
from loaders.endpoints.mobile import MOBILE_ENROLLMENT, MOBILE_POSITION
from loaders.endpoints.outline import NAVIGATION, OUTLINE
from loaders.endpoints.progress import PROGRESS
from loaders.keys import is_library_key
from resolvers.declare.ask import Ask
from resolvers.declare.found import Facts, Found, Steps
from resolvers.fetch.context import Field, Outcomes
from resolvers.fetch.masquerade import OWN, leave_out_own, may_masquerade
from resolvers.fetch.replace import plan_for
from resolvers.mobile import one_enrollment, requested_fields
from resolvers.output.row import Row
from resolvers.plan.choice import Plan
from resolvers.plan.demands import Demand, Endpoints
from resolvers.plan.selected import below, names_at
from resolvers.plan.step import Value

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
"""The demand for proof that a course exists. Without proof, no course is returned."""


def course(ask: Ask) -> Found:
    """The course with this key. Fields of one operation that name the same course share one plan."""
    key = ask.named("key")
    same = next((one.field_nodes for one in ask.roots("course") if one.named("key") == key), None)
    return course_of(ask, key, nodes=same)


def courses(ask: Ask) -> Found:
    """The courses with these keys, in the same order."""
    keys, count = ask.each("keys")
    found = [course_of(ask, key, count=count or 1, objects=count) for key in keys]
    if not ask.is_plan:
        return Found(each=found)
    return structs.replace(found[0], rows=max(count, 1))  # one represents all of them


def course_of(
    ask: Ask,
    key: Value,
    *,
    nodes: list[FieldNode] | None = None,
    steps: Steps | None = None,
    row: Row | None = None,
    count: int = 1,
    objects: int | None = None,
    known: bool = False,
) -> Found:
    """The course with this key.

    `steps` describe it already. `row` is the description of the course in another object's answer, or the failure of
    that answer. `count` is the number of courses that the endpoints are chosen for. `nodes` are all selections of the
    course, if there are more than the field's own. `known`: the course's existence is not checked for its own sake.
    """
    facts = {"key": key}
    if isinstance(key, str) and is_library_key(key):  # the key of a library, never of a course: no call is needed
        return Found(facts=facts, read=lambda answers: None)
    nodes = nodes or ask.field_nodes

    def step_of(endpoint: Endpoint, asks: frozenset[str]) -> Any:
        if endpoint is MOBILE_ENROLLMENT:
            enrollment = below(ask, ask.type_of("Course"), nodes, "enrollment")
            return one_enrollment(ask, key, requested_fields(ask, *enrollment))
        if endpoint is MOBILE_POSITION:
            return ask.step(endpoint, {"username": ask.username(), "course_key": key})
        if endpoint.batch is not None:
            return ask.step(endpoint, {"key": key}, objects=objects)
        return ask.step(endpoint, {"course_key": key}, objects=objects, asks=asks)

    is_shown = known or steps is not None or row is not None

    def judge(outcomes: Outcomes, made: Plan) -> Facts | None:
        nonlocal is_shown  # once proved, the course exists for all parts of the response
        is_shown = is_shown or _exists(outcomes)
        return {} if is_shown else None

    return ask.plan(
        "Course",
        step_of,
        nodes=nodes,
        extra=() if is_shown else (EXISTS,),
        steps=steps,
        row=row,
        count=count,
        facts=facts,
        judge=judge,
        needs=lambda made, names: _needs(made, names, ask.credentials),
        is_visited=_is_visited,
        sort=leave_out_own,
        proven=count == 1 and not is_shown and _is_discussed(ask),
    )


def _is_discussed(ask: Ask) -> bool:
    """True if the operation requests the course's discussions anyway. Their answer proves that the course exists."""
    names = names_at(ask, ask.type_of("Course"), ask.field_nodes, deferred=False)
    return "discussion" in names and ask.credentials.opens(DISCUSSION)


def course_plan(field: Field, nodes: list[FieldNode]) -> Plan:
    """The plan for the fields that these nodes select of one course."""
    course_type: Any = field.schema.type_map["Course"]
    return plan_for(field, nodes, course_type, extra=(EXISTS,))


def _needs(made: Plan, names: frozenset[str], credentials: Credentials) -> Endpoints:
    """The endpoints that these fields of the course depend on, and one that proves that the course exists."""
    needed = made.endpoints_for(names)
    if not needed & EXISTS.options.keys():
        needed |= made.endpoints_for(frozenset({EXISTS.path}))
    if COURSE_METADATA in made.endpoints and may_masquerade(credentials) and needed & OWN:
        needed |= {COURSE_METADATA}
    return needed


def _is_visited(outcomes: Outcomes) -> bool:
    """True when the navigation failed the way it does for anonymous callers of a public course."""
    failure = outcomes.failed.get(NAVIGATION)
    return failure is not None and failure.status == _SERVER_ERROR


def _exists(outcomes: Outcomes) -> bool:
    """True when any answer describes the course or refuses it. Raises if nothing could be found out."""
    if any(endpoint in outcomes.payloads for endpoint in EXISTS.options):
        return True
    missing = {endpoint: found for endpoint, found in outcomes.missing.items() if endpoint in EXISTS.options}
    if Missing.REFUSED in missing.values():
        return True
    failures = [failure for endpoint, failure in outcomes.failed.items() if not missing or endpoint in EXISTS.options]
    if failures and not missing.keys() & _TRUSTED:
        raise failures[0].error()  # a 404 of an untrusted endpoint proves nothing by itself
    return bool(outcomes.payloads) and not missing
