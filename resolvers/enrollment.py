"""An enrolment that is looked up by its course, and what the lists of enrolments tell of it."""

from collections.abc import Mapping
from typing import Any

from graphql import FieldNode, GraphQLObjectType

from loaders.endpoint import Endpoint
from loaders.endpoints.enrollment import ENROLLMENTS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENT
from resolvers.ask import Ask
from resolvers.context import Field
from resolvers.demands import demands_of
from resolvers.found import Found
from resolvers.memo import identity
from resolvers.mobile import one_enrollment, requested_fields
from resolvers.row import walk
from resolvers.selection import collect
from resolvers.step import Value

_KEYS = {LEARNER_HOME: ("courseRun", "courseId"), ENROLLMENTS: ("course_details", "course_id")}


def enrollment_of(ask: Ask, key: Value) -> Found:
    """The viewer's active enrolment in this course; null when there is none.

    Learner home and the mobile API are asked too when something is selected that only they know.
    """
    object_type, nodes = ask.type_of("Enrollment"), list(ask.field_nodes)
    told = {ENROLLMENTS: ask.step(ENROLLMENTS, {"key": key})}
    if lacks(ask, object_type, nodes, ENROLLMENTS, LEARNER_HOME):
        told[LEARNER_HOME] = ask.step(LEARNER_HOME, {"key": key})
    if lacks(ask, object_type, nodes, ENROLLMENTS, MOBILE_ENROLLMENT):
        told[MOBILE_ENROLLMENT] = one_enrollment(ask, key, requested_fields(ask, object_type, nodes))
    return Found(told, facts={"key": key})


def course_key_of(endpoint: Endpoint, row: Any) -> Any:
    """The course that a row is about; None for a card without a run."""
    return walk(row, _KEYS.get(endpoint, ("course", "id")))


def with_lists(ask: Ask, told: frozenset[Endpoint], nodes: list[FieldNode]) -> Mapping[Endpoint, Any]:
    """The steps of the lists of enrolments that have what is selected of an enrolment, besides what is told of it."""
    object_type, key = ask.type_of("Enrollment"), ask.fact("key")
    demands = demands_of(ask.schema, object_type, nodes, ask.fragments, ask.variable_values)
    wanted = {endpoint for demand in demands if not demand.options.keys() & told for endpoint in demand.options} - told
    lists = [one for one in (ENROLLMENTS, LEARNER_HOME) if one in wanted]
    found: dict[Endpoint, Any] = {endpoint: ask.step(endpoint, {"key": key}) for endpoint in lists}
    if MOBILE_ENROLLMENT in wanted:
        found[MOBILE_ENROLLMENT] = one_enrollment(ask, key, requested_fields(ask, object_type, nodes))
    return found


def lacks(
    info: Field, object_type: GraphQLObjectType, nodes: list[FieldNode], spine: Endpoint, other: Endpoint
) -> bool:
    """True when something is selected of an enrolment that only the other endpoint tells.

    What is selected of the course is no reason: the course itself knows whom to ask.
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
