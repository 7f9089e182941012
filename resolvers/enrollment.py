"""Who answers for an enrolment that is looked up by its id."""

from graphql import GraphQLObjectType

from loaders.enrollment import ENROLLMENTS
from loaders.learner_home import LEARNER_HOME
from loaders.mobile import MOBILE_ENROLLMENT
from resolvers.context import Info, Outcomes
from resolvers.course import load_of
from resolvers.enrollments import lacks
from resolvers.mobile import requested_fields
from resolvers.row import Pending, Row

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
