"""Look-ups of `Query.program` and its lists.

No endpoint describes a program itself. The answers of its selected lists show whether the viewer may see it. If none of
them is open to the viewer, the list of the viewer's programs shows it.
"""

from collections.abc import Sequence
from typing import Any

from graphql import GraphQLError
from msgspec import structs

from loaders.answer import Loaded
from loaders.endpoint import Endpoint, Missing
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
from loaders.errors import Code, Failure
from loaders.keys import is_uuid
from resolvers.declare.answers import Answers
from resolvers.declare.arguments import PROGRAM_TYPES, expect
from resolvers.declare.ask import Ask
from resolvers.declare.cursored import cursored, read_after
from resolvers.declare.found import NOTHING, PROOFS, Found, Steps
from resolvers.declare.page import read_offset, slice_page
from resolvers.output.row import Row
from resolvers.plan.selected import names_at
from resolvers.plan.step import Value

LISTS = frozenset({"courseRuns", "enrollments", "courseEnrollments", "courseGrades"})


def program(ask: Ask) -> Found:
    """The program with this identifier; null when the viewer may not see it."""
    return program_of(ask, ask.named("uuid", lambda uuid: expect(uuid, *PROGRAM_TYPES)))


def program_of(ask: Ask, uuid: Value) -> Found:
    """The same, by a checked identifier.

    The selected lists show whether the viewer may see the program. If none is selected, the viewer's list does.
    """
    names = names_at(ask, ask.type_of("Program"), list(ask.field_nodes))
    is_listed = "slug" in names or not names & LISTS
    listed = ask.step(PROGRAMS, {"key": uuid}, conditional=not is_listed, proves=True)

    def then(answers: Answers) -> Steps:
        return {} if _is_shown(answers.proofs) else {PROGRAMS: listed}

    def read(answers: Answers) -> Row | None:
        outcomes = answers.outcomes
        if not _is_shown(answers.proofs):
            if PROGRAMS in outcomes.failed:
                raise outcomes.failed[PROGRAMS].error()
            if PROGRAMS not in outcomes.payloads:
                return None
        return answers.standing()

    steps = {PROGRAMS: listed} if is_listed else {}
    facts: dict[str, Any] = {"uuid": uuid} if ask.is_plan else {"uuid": uuid, PROOFS: []}
    return Found(steps, facts=facts, then=then, read=read, handles_failure=True)


def _is_shown(proofs: Sequence[Loaded]) -> bool:
    """True when at least one of these outcomes is not a refusal. Raises if the viewer has to sign in."""
    failures = [one for one in proofs if isinstance(one, Failure)]
    if failures and len(failures) == len(proofs) and all(failure.code is Code.UNAUTHENTICATED for failure in failures):
        raise failures[0].error()
    return any(one is not Missing.REFUSED for one in proofs)


def named_program(ask: Ask) -> Found:
    """The program named by the parent row; null if the row does not contain its identifier."""
    uuid = ask.own("uuid", "uuid")
    return NOTHING if isinstance(uuid, str) and not is_uuid(uuid) else program_of(ask, uuid)


def course_runs(ask: Ask) -> Found:
    """The viewer's course runs of a program, in pages. An LMS without pages of them returns all at once."""
    if ask.is_plan and not ask.credentials.opens(PROGRAM_COURSES):
        return NOTHING
    uuid, after = ask.own("uuid", "uuid"), ask.value("after")
    facts = ask.page_facts("courseRuns", uuid, ask.value("first"), after, uuid=uuid)
    if not ask.is_plan and not _is_page_cursor(after):
        whole = ask.step(PROGRAM_OVERVIEW, {"program": uuid})
        return Found({PROGRAM_OVERVIEW: whole}, facts=facts, read=lambda answers: _whole(ask, answers), proves=True)
    found = cursored(ask, PROGRAM_COURSES, {"username": ask.username(), "program": uuid}, most=RUNS_LIMIT, facts=facts)
    found = structs.replace(found, proves=True)
    if not ask.is_plan and read_after(after)[0] is not None:
        return found
    whole = ask.step(PROGRAM_OVERVIEW, {"program": uuid}, conditional=True)

    def read(answers: Answers) -> Any:
        assert found.read is not None
        return found.read(answers) if answers.first is PROGRAM_COURSES else _whole(ask, answers)

    return structs.replace(found, replacements={PROGRAM_OVERVIEW: whole}, read=read)


def _whole(ask: Ask, answers: Answers) -> Row | None:
    """A page of the complete list."""
    answer = answers.value(PROGRAM_OVERVIEW)
    if answer is None:
        return None
    after = None if _is_page_cursor(ask.value("after")) else ask.value("after")
    return answers.page(PROGRAM_OVERVIEW, slice_page(answer["course_runs"], ask.value("first"), after))


def _is_page_cursor(after: str | None) -> bool:
    """True unless the cursor belongs to the complete list. Raises for a text that is neither kind of cursor."""
    if after is None:
        return True
    try:
        read_after(after)
    except GraphQLError:
        read_offset(after)
        return False
    return True


def enrollments(ask: Ask) -> Found:
    """The roster of a program, for program staff."""
    return _roster(ask, PROGRAM_ENROLLMENTS, {})


def course_enrollments(ask: Ask) -> Found:
    """The enrolments in a course run through a program, for program staff."""
    return _roster(ask, PROGRAM_COURSE_ENROLLMENTS, {"course_key": ask.named("course")})


def course_grades(ask: Ask) -> Found:
    """The grades of learners in a course run through a program, for program staff."""
    return _roster(ask, PROGRAM_COURSE_GRADES, {"course_key": ask.named("course")})


def _roster(ask: Ask, endpoint: Endpoint, course: dict[str, Value]) -> Found:
    uuid, key = ask.own("uuid", "uuid"), course.get("course_key")
    facts = ask.page_facts(endpoint.name, uuid, key, ask.value("first"), ask.value("after"), uuid=uuid, course=key)
    found = cursored(ask, endpoint, {"program": uuid, **course}, facts=facts, absent_is_empty=True)
    return structs.replace(found, proves=True)


def progress(ask: Ask) -> Found:
    """The viewer's progress in a program."""
    uuid = ask.own("uuid", "uuid")
    return Found({PROGRAM_PROGRESS: ask.step(PROGRAM_PROGRESS, {"program": uuid})}, facts={"uuid": uuid})
