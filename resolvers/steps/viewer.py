"""The calls of the viewer, and of lists that are the viewer's own."""

from loaders.endpoint import Endpoint
from loaders.endpoints.course import COURSE_METADATA
from loaders.endpoints.credit import CREDIT_ELIGIBILITY
from loaders.endpoints.pathways import PATHWAYS
from loaders.endpoints.viewer import ME
from resolvers.ask import Ask
from resolvers.found import NOTHING, Found, Told
from resolvers.page import MAX_PAGE
from resolvers.step import Argument, Step, value_of
from resolvers.steps.course import planned_course


def viewer(ask: Ask) -> Found:
    """`Query.viewer`. What a course's answer tells anyway is not asked again."""
    under_way = _course_under_way(ask)
    if ask.credentials.anonymous:
        ask.plan("Viewer", lambda endpoint, asks: None, told=under_way)
        return Found(facts={"id": Argument("me"), "is_authenticated": Argument("false")})

    def step_of(endpoint: Endpoint, asks: frozenset[str]) -> Step | None:
        if "username" in endpoint.path_parameters:
            return ask.step(endpoint, {"username": own_name(ask, under_way)})
        return ask.step(endpoint)

    return ask.plan("Viewer", step_of, told=under_way, facts={"id": Argument("me")})


def own_name(ask: Ask, under_way: Told | None = None) -> Argument:
    """The viewer's name, from wherever it is known first."""
    under_way = _course_under_way(ask) if under_way is None else under_way
    metadata = under_way.get(COURSE_METADATA)
    if ask.credentials.username_hint is None and metadata is not None:
        # A masquerade's answer names another person.
        ask.step(ME, perhaps=True, objects=1, after=(metadata,)).helps.append(metadata)
        return value_of(metadata, "username")
    return ask.username()


def _course_under_way(ask: Ask) -> Told:
    """The steps of a course of the same operation; of one whose answer tells of the viewer first."""
    found: Told = {}
    for course in ask.roots("course"):
        told = planned_course(course, course.named("key")).told
        if COURSE_METADATA in told:
            return told
        found = found or told
    return found


def credit_eligibility(ask: Ask) -> Found:
    """`Viewer.creditEligibility`."""
    if ask.credentials.anonymous:
        return NOTHING
    course = ask.named("course")
    return Found({CREDIT_ELIGIBILITY: ask.step(CREDIT_ELIGIBILITY, {"username": own_name(ask), "course_key": course})})


def pathways(ask: Ask) -> Found:
    """`Viewer.learningPathways`: further pages are asked for where the answer says that there are any."""
    if ask.credentials.anonymous or ask.value("uuids") == []:
        return NOTHING
    step = ask.step(PATHWAYS, {"uuid": ask.each("uuids")[0], "page": "1", "page_size": str(MAX_PAGE)})
    return Found({PATHWAYS: step})
