"""The calls of programs and their lists."""

from loaders.endpoint import Endpoint
from loaders.endpoints.programs import (
    PROGRAM_COURSE_ENROLLMENTS,
    PROGRAM_COURSE_GRADES,
    PROGRAM_COURSES,
    PROGRAM_ENROLLMENTS,
    PROGRAM_OVERVIEW,
    PROGRAM_PROGRESS,
    PROGRAMS,
    RUNS_LIMIT,
)
from resolvers.ask import Ask
from resolvers.found import NOTHING, Found
from resolvers.programs import LISTS
from resolvers.selected import names_at
from resolvers.step import Argument, value_of
from resolvers.steps.pages import cursored


def program(ask: Ask) -> Found:
    """`Query.program`: its lists show whether the viewer may see it; where none is selected, the viewer's list does."""
    return program_of(ask, ask.named("uuid"))


def program_of(ask: Ask, uuid: Argument) -> Found:
    """The program with this identifier."""
    names = names_at(ask, ask.type_of("Program"), ask.field_nodes)
    facts = {"uuid": uuid}
    if "slug" in names or not names & LISTS:
        listed = ask.step(PROGRAMS, {"key": uuid})
        listed.proves.setdefault(ask.path)
        return Found({PROGRAMS: listed}, facts=facts)
    ask.step(PROGRAMS, {"key": uuid}, perhaps=True).proves.setdefault(ask.path)
    return Found(facts=facts)


def named_program(ask: Ask) -> Found:
    """The program that a line about it names."""
    spine = next(iter(ask.place.told.values()), None)
    return program_of(ask, _uuid(ask) if spine is None else value_of(spine, "uuid"))


def _uuid(ask: Ask) -> Argument:
    """What names the program: an argument, or its row in a list."""
    row = ask.place.told.get(PROGRAMS)
    known = ask.place.facts.get("uuid")
    return known or (Argument("{uuid}") if row is None else value_of(row, "uuid"))


def course_runs(ask: Ask) -> Found:
    """`Program.courseRuns`, from the list that has pages where the LMS has it, else from the whole one."""
    if not ask.credentials.opens(PROGRAM_COURSES):
        return NOTHING
    uuid = _uuid(ask)
    found = cursored(ask, PROGRAM_COURSES, {"username": ask.username(), "program": uuid}, most=RUNS_LIMIT)
    whole = ask.step(PROGRAM_OVERVIEW, {"program": uuid}, perhaps=True)
    return Found(found.told, rows=found.rows, facts=found.facts, instead={PROGRAM_OVERVIEW: whole})


def enrollments(ask: Ask) -> Found:
    """`Program.enrollments`."""
    return cursored(ask, PROGRAM_ENROLLMENTS, {"program": _uuid(ask)})


def course_enrollments(ask: Ask) -> Found:
    """`Program.courseEnrollments`."""
    return _of_a_run(ask, PROGRAM_COURSE_ENROLLMENTS)


def course_grades(ask: Ask) -> Found:
    """`Program.courseGrades`."""
    return _of_a_run(ask, PROGRAM_COURSE_GRADES)


def _of_a_run(ask: Ask, endpoint: Endpoint) -> Found:
    return cursored(ask, endpoint, {"program": _uuid(ask), "course_key": ask.named("course")})


def progress(ask: Ask) -> Found:
    """`Program.progress`."""
    return Found({PROGRAM_PROGRESS: ask.step(PROGRAM_PROGRESS, {"program": _uuid(ask)})})
