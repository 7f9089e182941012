"""Who answers for an enrolment that is looked up by its id."""

from graphql import FieldNode, GraphQLObjectType

from loaders.endpoint import Endpoint
from loaders.endpoints.enrollment import ENROLLMENTS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENT
from resolvers.context import Field, Info, Outcomes
from resolvers.course import load_of
from resolvers.demands import demands_of
from resolvers.memo import identity
from resolvers.mobile import requested_fields
from resolvers.row import Pending, Row
from resolvers.selection import collect

_TYPE = "Enrollment"


def enrollment(info: Info, course_key: str) -> Pending:
    """The viewer's active enrolment in this course; null when there is none.

    Learner home and the mobile API are asked too when something is selected that only they know.
    """
    request = info.context
    facts = {"key": course_key}
    object_type = info.schema.type_map[_TYPE]
    assert isinstance(object_type, GraphQLObjectType)
    nodes = list(info.field_nodes)
    endpoints = [ENROLLMENTS]
    endpoints += [e for e in (LEARNER_HOME, MOBILE_ENROLLMENT) if lacks(info, object_type, nodes, ENROLLMENTS, e)]
    load = load_of(request, course_key, requested_fields(info, object_type, nodes))
    loads = {endpoint: load(endpoint, None) for endpoint in endpoints}

    async def settled(names: frozenset[str] | None) -> Row | None:
        outcomes = Outcomes()
        await outcomes.gather(loads)
        if ENROLLMENTS in outcomes.failed:
            raise outcomes.failed[ENROLLMENTS].error()
        if ENROLLMENTS not in outcomes.payloads:
            return None
        return Row(
            base=request.public_url,
            payloads=outcomes.payloads,
            missing=outcomes.missing,
            failed=outcomes.failed,
            facts=facts,
            type_name=_TYPE,
            shape=(_TYPE, *outcomes.payloads),
        )

    return Pending(settled, _TYPE, request.public_url, facts)


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
