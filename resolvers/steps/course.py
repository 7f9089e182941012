"""The calls of courses, and of what is asked of one course apart."""

from graphql import FieldNode

from loaders.endpoint import Endpoint
from loaders.endpoints.block import BLOCKS
from loaders.endpoints.bookmark import BOOKMARKS
from loaders.endpoints.course import COURSE_METADATA, LEARNING_SEQUENCES
from loaders.endpoints.gradebook import GRADEBOOK
from loaders.endpoints.mobile import MOBILE_BLOCKS, MOBILE_ENROLLMENT, MOBILE_ENROLLMENTS, MOBILE_PAGE_LIMIT
from loaders.endpoints.progress import STUDENT_PROGRESS
from loaders.endpoints.viewer import ACCOUNT
from resolvers.arguments import is_learner
from resolvers.ask import Ask
from resolvers.course import EXISTS
from resolvers.demands import demands_of
from resolvers.found import Found, Told
from resolvers.mobile import requested_fields
from resolvers.relation import MANY, covered
from resolvers.selected import below, selected
from resolvers.source import DECLARATION, RELATION, Declaration
from resolvers.step import Argument, Step, value_of
from resolvers.steps.pages import cursored, numbered


def course(ask: Ask) -> Found:
    """`Query.course`. Fields of one operation that name the same course are planned as one."""
    key = ask.named("key")
    same = next((one.field_nodes for one in ask.roots("course") if one.named("key") == key), None)
    return planned_course(ask, key, nodes=same)


def courses(ask: Ask) -> Found:
    """`Query.courses`."""
    key, count = ask.each("keys")
    found = planned_course(ask, key or Argument("keys"), count=count or 1, objects=count)
    return Found(found.told, rows=max(count, 1), facts=found.facts, asked=found.asked)


def planned_course(
    ask: Ask,
    key: Argument,
    *,
    nodes: list[FieldNode] | None = None,
    told: Told | None = None,
    count: int = 1,
    objects: int | None = None,
    known: bool = False,
) -> Found:
    """The course with this key; `told` tells of it already, `count` is for how many the endpoints are chosen.

    `known`: nobody has to say whether it is there.
    """
    nodes = nodes or ask.field_nodes
    enrollment_type, enrollments = below(ask, ask.type_of("Course"), nodes, "enrollment")
    mobile = requested_fields(ask, enrollment_type, enrollments)

    def step_of(endpoint: Endpoint, asks: frozenset[str]) -> Step:
        if endpoint is MOBILE_ENROLLMENT:
            return mobile_list(ask, mobile)
        if endpoint.batch is not None:
            return ask.step(endpoint, {"key": key}, objects=objects)
        return ask.step(endpoint, {"course_key": key}, objects=objects, asks=asks)

    extra = () if told or known else (EXISTS,)
    return ask.plan("Course", step_of, nodes=nodes, extra=extra, told=told, count=count, facts={"key": key})


def mobile_list(ask: Ask, fields: str | None) -> Step:
    """The first page of the viewer's enrolments in the mobile API."""
    size = str(MOBILE_PAGE_LIMIT)
    return ask.step(
        MOBILE_ENROLLMENTS,
        {"username": ask.username(), "page": "1", "page_size": size, "requested_fields": fields},
        objects=1,
    )


def related(ask: Ask) -> Found:
    """A field that leads from a row to its course: the row's own answer tells what it can."""
    declaration: Declaration = ask.definition.extensions[DECLARATION]
    named: Declaration = ask.definition.extensions[RELATION]
    told = ask.inside(declaration.sources)
    spine = ask.giver(named.sources)
    path = next((".".join(source.path) for source in named.sources if ask.giver((source,)) is spine), "key")
    key = Argument("{key}") if spine is None else value_of(spine, path)
    if covered(ask, frozenset(told)):
        if ask.place.instead:  # a row that is read from another answer only names the course
            ask.note("Course", told, count=MANY)
        return Found(told, facts={"key": key})
    return planned_course(ask, key, told=told, count=MANY)


def blocks(ask: Ask) -> Found:
    """`Course.blocks`: all selections of an operation share one call."""
    return _blocks(ask)


def named_block(ask: Ask) -> Found:
    """A block that an answer only names: its type, which is asked for, stands there."""
    return _blocks(ask, *list(ask.place.told.values())[:1])


def _blocks(ask: Ask, *after: Step) -> Found:
    key = ask.fact("key")
    if ask.credentials.anonymous:
        return Found({BLOCKS: ask.step(BLOCKS, {"course_id": key, "username": ""}, after=after)})
    told = ask.step(MOBILE_BLOCKS, {"course_id": key, "username": ask.username()}, after=after)
    ask.step(COURSE_METADATA, {"course_key": key}, after=(told,), perhaps=True).helps.append(told)
    instead = ask.step(BLOCKS, {"course_id": key, "username": ask.username()}, after=(told,), perhaps=True)
    return Found({MOBILE_BLOCKS: told}, instead={BLOCKS: instead})


def of_the_row(ask: Ask) -> Found:
    """What is worked out from what the object was read from."""
    return Found(ask.place.told, instead=ask.place.instead)


def outline_as(ask: Ask) -> Found:
    """`Course.outline(asUser:)`."""
    key, user = ask.fact("key"), ask.named("asUser")
    found = {BLOCKS: ask.step(BLOCKS, {"course_id": key, "username": user})}
    outline_type = ask.type_of("Outline")
    demands = demands_of(ask.schema, outline_type, ask.field_nodes, ask.fragments, ask.variable_values)
    if any(BLOCKS not in demand.options for demand in demands):
        found[LEARNING_SEQUENCES] = ask.step(LEARNING_SEQUENCES, {"course_key": key, "user": user})
    return Found(found)


def progress_of(ask: Ask) -> Found:
    """`Course.progress` of another learner, whose number the LMS may have to be asked for."""
    student = ask.argument("studentId")
    learner = student if is_learner(ask.value("studentId")) else ask.argument("asUser")
    if learner is not None:
        student = value_of(ask.step(ACCOUNT, {"username": learner}), "id")
    key = ask.fact("key")
    return Found({STUDENT_PROGRESS: ask.step(STUDENT_PROGRESS, {"course_key": key, "student_id": student})})


def bookmarks(ask: Ask) -> Found:
    """`Course.bookmarks`."""
    names = selected(ask, "edges", "node")
    fields = [name for field, name in (("displayName", "display_name"), ("path", "path")) if field in names]
    return numbered(ask, BOOKMARKS, {"course_id": ask.fact("key"), "fields": ",".join(fields) or None})


def gradebook(ask: Ask) -> Found:
    """`Course.gradebook`."""
    filters = {
        "user_contains": ask.argument("userContains"),
        "cohort_id": ask.argument("cohort"),
        "enrollment_mode": ask.argument("enrollmentMode"),
        "assignment": ask.argument("assignment"),
    }
    shares = {
        "assignment_grade_min": "assignmentGradeMin",
        "assignment_grade_max": "assignmentGradeMax",
        "course_grade_min": "courseGradeMin",
        "course_grade_max": "courseGradeMax",
    }
    percents = {name: Argument(f"{{percent of {one}}}") for name, one in shares.items() if ask.is_given(one)}
    return cursored(ask, GRADEBOOK, {"course_key": ask.fact("key"), **filters, **percents})
