"""Look-up of an enrolment by its course, and its fields in the lists of enrolments."""

from collections.abc import Mapping
from typing import Any

from graphql import FieldNode, GraphQLObjectType

from loaders.endpoint import Endpoint
from loaders.endpoints.enrollment import ENROLLMENTS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENT
from resolvers.declare.ask import Ask
from resolvers.declare.found import Found
from resolvers.fetch.context import Field
from resolvers.mobile import one_enrollment, requested_fields
from resolvers.plan.demands import demands_of
from resolvers.plan.memo import identity
from resolvers.plan.selection import collect
from resolvers.plan.step import Value
from resolvers.values.path import walk

_KEYS = {LEARNER_HOME: ("courseRun", "courseId"), ENROLLMENTS: ("course_details", "course_id")}


def enrollment_of(ask: Ask, key: Value) -> Found:
    """The viewer's active enrolment in this course; null if there is none.

    Learner home and the mobile API are called too if a field is selected that only they provide.
    """
    object_type, nodes = ask.type_of("Enrollment"), list(ask.field_nodes)
    steps = {ENROLLMENTS: ask.step(ENROLLMENTS, {"key": key})}
    if lacks(ask, object_type, nodes, ENROLLMENTS, LEARNER_HOME):
        steps[LEARNER_HOME] = ask.step(LEARNER_HOME, {"key": key})
    if lacks(ask, object_type, nodes, ENROLLMENTS, MOBILE_ENROLLMENT):
        steps[MOBILE_ENROLLMENT] = one_enrollment(ask, key, requested_fields(ask, object_type, nodes))
    return Found(steps, facts={"key": key})


def course_key_of(endpoint: Endpoint, row: Any) -> Any:
    """The course key of a row; None for a card without a course run."""
    return walk(row, _KEYS.get(endpoint, ("course", "id")))


def with_lists(ask: Ask, known: frozenset[Endpoint], nodes: list[FieldNode]) -> Mapping[Endpoint, Any]:
    """The steps of the lists of enrolments that provide selected fields not provided by the known endpoints."""
    object_type, key = ask.type_of("Enrollment"), ask.fact("key")
    demands = demands_of(ask.schema, object_type, nodes, ask.fragments, ask.variable_values)
    wanted = {
        endpoint for demand in demands if not demand.options.keys() & known for endpoint in demand.options
    } - known
    lists = [one for one in (ENROLLMENTS, LEARNER_HOME) if one in wanted]
    found: dict[Endpoint, Any] = {endpoint: ask.step(endpoint, {"key": key}) for endpoint in lists}
    if MOBILE_ENROLLMENT in wanted:
        found[MOBILE_ENROLLMENT] = one_enrollment(ask, key, requested_fields(ask, object_type, nodes))
    return found


def lacks(
    info: Field, object_type: GraphQLObjectType, nodes: list[FieldNode], spine: Endpoint, other: Endpoint
) -> bool:
    """True when a field is selected of an enrolment that only the other endpoint provides.

    Fields of the course do not count: the course's own plan provides them.
    """
    memo = info.context.plans
    key = ("lacks", identity(nodes), spine, other)
    known = memo.get(key)
    if known is None:
        arguments = info.schema, object_type, nodes, info.fragments, info.variable_values
        courses = {name for name, group in collect(*arguments).items() if group[0].name.value == "course"}
        known = memo[key] = any(
            other in demand.reasons and spine not in demand.options
            for demand in demands_of(*arguments)
            if demand.path.partition(".")[0] not in courses
        )
    return bool(known)
