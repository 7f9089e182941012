"""The calls of the viewer's enrolments."""

from loaders.endpoints.enrollment import ENROLLMENTS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENT, MOBILE_ENROLLMENTS, MOBILE_PAGE_LIMIT
from resolvers.ask import Ask
from resolvers.enrollment import lacks
from resolvers.found import NOTHING, Found
from resolvers.mobile import requested_fields, wants_primary
from resolvers.selected import nodes_at
from resolvers.step import Argument
from resolvers.steps.course import mobile_list
from resolvers.steps.pages import first_of


def enrollments(ask: Ask) -> Found:
    """`Viewer.enrollments`: the list of learner home, or of the mobile API by status, and what only the other knows."""
    if ask.credentials.anonymous:
        return NOTHING
    first = first_of(ask)
    object_type, nodes = nodes_at(ask, "edges", "node")
    if not ask.is_given("status"):
        told = {LEARNER_HOME: ask.step(LEARNER_HOME)}
        if lacks(ask, object_type, nodes, LEARNER_HOME, MOBILE_ENROLLMENTS):
            told[MOBILE_ENROLLMENTS] = mobile_list(ask, requested_fields(ask, object_type, nodes))
        instead = ask.step(ENROLLMENTS, objects=1, after=(told[LEARNER_HOME],), perhaps=True)
        return Found(told, rows=first, instead={ENROLLMENTS: instead})
    pages = (2 if ask.is_given("after") else 1) + (first > MOBILE_PAGE_LIMIT)
    size = min(first, MOBILE_PAGE_LIMIT)
    page = {"page": Argument("{page}"), "page_size": Argument("{size}")}
    if pages == 1:
        page = {"page": Argument("1", constant=True), "page_size": Argument(str(size), constant=True)}
    listed = ask.step(
        MOBILE_ENROLLMENTS,
        {
            "username": ask.username(),
            "status": Argument("{status}"),
            "requested_fields": requested_fields(ask, object_type, nodes),
            **page,
        },
        pages=pages,
    )
    if wants_primary(ask, object_type, nodes):
        primary = ask.step(MOBILE_ENROLLMENTS, {"username": ask.username(), "page": "1", "page_size": "1"})
        primary.helps.append(listed)
    told = {MOBILE_ENROLLMENTS: listed}
    if lacks(ask, object_type, nodes, MOBILE_ENROLLMENTS, LEARNER_HOME):
        told[LEARNER_HOME] = ask.step(LEARNER_HOME)
    return Found(told, rows=first)


def primary_enrollment(ask: Ask) -> Found:
    """`Viewer.primaryEnrollment`."""
    if ask.credentials.anonymous:
        return NOTHING
    told = {
        MOBILE_ENROLLMENTS: ask.step(MOBILE_ENROLLMENTS, {"username": ask.username(), "page": "1", "page_size": "1"})
    }
    object_type, nodes = nodes_at(ask)
    if lacks(ask, object_type, nodes, MOBILE_ENROLLMENTS, LEARNER_HOME):
        told[LEARNER_HOME] = ask.step(LEARNER_HOME)
    return Found(told)


def enrollment(ask: Ask, key: Argument) -> Found:
    """An enrolment that is looked up by its course."""
    object_type, nodes = ask.type_of("Enrollment"), ask.field_nodes
    told = {ENROLLMENTS: ask.step(ENROLLMENTS, {"key": key})}
    if lacks(ask, object_type, nodes, ENROLLMENTS, LEARNER_HOME):
        told[LEARNER_HOME] = ask.step(LEARNER_HOME)
    if lacks(ask, object_type, nodes, ENROLLMENTS, MOBILE_ENROLLMENT):
        told[MOBILE_ENROLLMENT] = mobile_list(ask, requested_fields(ask, object_type, nodes))
    return Found(told, facts={"key": key})
