"""The calls of mutations: one that writes, then those for what is read after it."""

from collections.abc import Callable, Mapping

from graphql import FieldNode

from loaders.endpoint import Endpoint
from loaders.endpoints.course_writes import COMPLETE, ENROLL
from loaders.endpoints.enrollment import ENROLLMENT, ENROLLMENTS
from loaders.endpoints.learner_home import LEARNER_HOME
from loaders.endpoints.mobile import MOBILE_ENROLLMENT
from loaders.endpoints.viewer import TOUR
from resolvers.ask import Ask
from resolvers.demands import demands_of
from resolvers.found import Found, Told
from resolvers.mobile import requested_fields
from resolvers.selected import nodes_at
from resolvers.step import Argument, Step
from resolvers.steps.course import mobile_list, planned_course
from resolvers.steps.program import program_of

_FACTS = {name: Argument(f"{{{name}}}") for name in ("key", "uuid")}


def writing(*endpoints: Endpoint) -> Callable[[Ask], Found]:
    """The plan of a mutation that one of these endpoints does."""

    def steps(ask: Ask) -> Found:
        endpoint = endpoints[0]
        arguments: dict[str, Argument] = {name: Argument(f"{{{name}}}") for name in endpoint.path_parameters}
        after: tuple[Step, ...] = ()
        if "username" in arguments or endpoint is COMPLETE:
            name = ask.username()
            after = () if name.step is None else (name.step,)
            arguments = {one: name if one == "username" else argument for one, argument in arguments.items()}
        written = ask.step(endpoint, arguments, after=after)
        written.others = endpoints[1:]
        return Found(dict.fromkeys(endpoints, written), facts=_FACTS, after=(written,))

    return steps


def told(ask: Ask) -> Found:
    """What the answer to the write tells."""
    return Found(ask.place.told)


def query(ask: Ask) -> Found:
    """The doors into the graph again."""
    return Found()


def course(ask: Ask) -> Found:
    """The course that was written to."""
    return planned_course(ask, ask.fact("key"))


def program(ask: Ask) -> Found:
    """The program that was written to."""
    return program_of(ask, ask.fact("uuid"))


def tour(ask: Ask) -> Found:
    """The tours that were written."""
    return Found({TOUR: ask.step(TOUR, {"username": ask.username()})})


def enrolled(ask: Ask) -> Found:
    """The enrolment as the answer to enrolling tells it, and as the lists do."""
    return _enrollment(ask, {ENROLLMENTS: ask.place.told[ENROLL]}, ask.field_nodes)


def enrolled_edge(ask: Ask) -> Found:
    """The same as an entry of a list."""
    return _enrollment(ask, {ENROLLMENTS: ask.place.told[ENROLL]}, nodes_at(ask, "node")[1])


def left(ask: Ask) -> Found:
    """An enrolment that has ended."""
    return _enrollment(ask, {ENROLLMENTS: ask.step(ENROLLMENT, {"course_key": ask.fact("key")})}, ask.field_nodes)


def mailed(ask: Ask) -> Found:
    """The enrolment with what it says of e-mails."""
    return _enrollment(ask, {LEARNER_HOME: ask.step(LEARNER_HOME, {"key": ask.fact("key")})}, ask.field_nodes)


def _enrollment(ask: Ask, told: Told, nodes: list[FieldNode]) -> Found:
    enrollment_type = ask.type_of("Enrollment")
    demands = demands_of(ask.schema, enrollment_type, nodes, ask.fragments, ask.variable_values)
    wanted = {endpoint for demand in demands if not demand.options.keys() & told.keys() for endpoint in demand.options}
    others: Mapping[Endpoint, Callable[[], Step]] = {
        ENROLLMENTS: lambda: ask.step(ENROLLMENTS, {"key": ask.fact("key")}),
        LEARNER_HOME: lambda: ask.step(LEARNER_HOME, {"key": ask.fact("key")}),
        MOBILE_ENROLLMENT: lambda: mobile_list(ask, requested_fields(ask, enrollment_type, nodes)),
    }
    further = {e: make() for e, make in others.items() if e in wanted and e not in told}
    return Found({**told, **further}, facts={"key": ask.fact("key")})
