"""Mutations of program staff, with their inputs and payloads."""

from enum import Enum
from typing import Any

import strawberry

import resolvers.program_writes as writes
from loaders.endpoints.program_writes import (
    CREATE_COURSE_ENROLLMENTS,
    CREATE_ENROLLMENTS,
    UPDATE_COURSE_ENROLLMENTS,
    UPDATE_ENROLLMENTS,
    UPSERT_COURSE_ENROLLMENTS,
    UPSERT_ENROLLMENTS,
)
from resolvers.declare.arguments import PROGRAM_TYPES, expect, student_key_of
from resolvers.declare.source import here
from resolvers.fetch.context import Info
from resolvers.output.row import Row
from resolvers.program_writes import Mode
from resolvers.write import plan_payload
from schema.course.course import Course
from schema.declare import field, found, resolved
from schema.programs import Program, ProgramCourseEnrollmentStatus, ProgramEnrollmentStatus
from schema.scalars import UUID, CourseKey
from schema.write import WritePayload, mutation


@strawberry.enum(description="Whether to create or update enrolments.")
class ProgramWriteMode(Enum):
    CREATE = strawberry.enum_value(Mode.CREATE.value, description="Create enrolments; existing ones are a `conflict`.")
    UPDATE = strawberry.enum_value(
        Mode.UPDATE.value, description="Update enrolments; missing ones are `not-in-program` or `not-found`."
    )
    UPSERT = strawberry.enum_value(Mode.UPSERT.value, description="Create or update enrolments.")


@strawberry.input(description="Enrolment of one learner in a program.")
class ProgramEnrollmentInput:
    student_key: str = strawberry.field(description="The partner's key of the learner.")
    status: ProgramEnrollmentStatus = strawberry.field(description="Status of the enrolment.")
    curriculum_uuid: UUID | None = strawberry.field(
        description="Identifier of the curriculum; required unless the mode is `UPDATE`, which keeps it.", default=None
    )


@strawberry.input(description="Input of the mutation `writeProgramEnrollments`.")
class WriteProgramEnrollmentsInput:
    program: UUID = strawberry.field(description="Identifier of the program.")
    mode: ProgramWriteMode = strawberry.field(description="Whether to create or update the enrolments.")
    enrollments: list[ProgramEnrollmentInput] = strawberry.field(description="1 to 25 learners.")


@strawberry.input(description="Enrolment of one learner in a course run of a program.")
class ProgramCourseEnrollmentInput:
    student_key: str = strawberry.field(description="The partner's key of the learner.")
    status: ProgramCourseEnrollmentStatus = strawberry.field(description="Status of the enrolment.")
    course_staff: bool | None = strawberry.field(
        description="Whether the learner is course staff; null keeps the current value.", default=None
    )


@strawberry.input(description="Input of the mutation `writeProgramCourseEnrollments`.")
class WriteProgramCourseEnrollmentsInput:
    program: UUID = strawberry.field(description="Identifier of the program.")
    course: CourseKey = strawberry.field(description="Key of a course run of the program.")
    mode: ProgramWriteMode = strawberry.field(description="Whether to create or update the enrolments.")
    enrollments: list[ProgramCourseEnrollmentInput] = strawberry.field(description="1 to 25 learners.")


@strawberry.type(description="Result for one learner.")
class ProgramWriteResult:
    student_key: str = field("The partner's key of the learner.", here("student_key"))
    status: str = field(
        "The written status, as the LMS names it, or the reason for the failure: `duplicated` (the key occurs "
        "twice in the input), `conflict`, `invalid-status`, `illegal-operation`, `not-in-program`, "
        "`not-found` (not in the course run), `internal-error`.",
        here("status"),
    )
    ok: bool = field("Whether the enrolment was written.", here("ok"))


@strawberry.type(description="Payload of a mutation of program enrolments.")
class ProgramWritePayload(WritePayload):
    results: list[ProgramWriteResult] = resolved(
        "One result per learner, in the order of the input; empty if the LMS refused the whole request.",
        writes.results,
        steps=plan_payload,
    )
    program: Program | None = found("The program after the write; null if nothing was written.", writes.written_program)


@strawberry.type(description="Payload of the mutation `writeProgramEnrollments`.")
class WriteProgramEnrollmentsPayload(ProgramWritePayload):
    pass


@strawberry.type(description="Payload of the mutation `writeProgramCourseEnrollments`.")
class WriteProgramCourseEnrollmentsPayload(ProgramWritePayload):
    course: Course | None = found(
        "The course run after the write; null if nothing was written or the LMS does not know the run.",
        writes.written_run,
    )


def _mode(value: Any) -> Mode:
    return Mode(value.value if isinstance(value, Enum) else value)


def _word(value: Any) -> str:
    return str(value.value if isinstance(value, Enum) else value)


async def _enrollments(info: Info, given: WriteProgramEnrollmentsInput) -> Row:
    program, rows = expect(given.program, *PROGRAM_TYPES), []
    for one in given.enrollments:
        row: dict[str, Any] = {"student_key": student_key_of(one.student_key, program), "status": _word(one.status)}
        if one.curriculum_uuid is not None:
            row["curriculum_uuid"] = expect(one.curriculum_uuid)
        rows.append(row)
    return await writes.write_enrollments(info, program, _mode(given.mode), rows)


async def _course_enrollments(info: Info, given: WriteProgramCourseEnrollmentsInput) -> Row:
    program, rows = expect(given.program, *PROGRAM_TYPES), []
    for one in given.enrollments:
        row: dict[str, Any] = {"student_key": student_key_of(one.student_key, program), "status": _word(one.status)}
        if one.course_staff is not None:
            row["course_staff"] = one.course_staff
        rows.append(row)
    return await writes.write_course_enrollments(info, program, given.course, _mode(given.mode), rows)


@strawberry.type(description="Mutations of program staff.")
class ProgramMutations:
    write_program_enrollments: WriteProgramEnrollmentsPayload | None = mutation(
        "Creates or updates enrolments in a program, each one separately: some may succeed and others fail. "
        "For program staff.",
        WriteProgramEnrollmentsInput,
        _enrollments,
        CREATE_ENROLLMENTS,
        UPDATE_ENROLLMENTS,
        UPSERT_ENROLLMENTS,
    )
    write_program_course_enrollments: WriteProgramCourseEnrollmentsPayload | None = mutation(
        "Creates or updates enrolments in a course run through a program, each one separately: some may "
        "succeed and others fail. For program staff.",
        WriteProgramCourseEnrollmentsInput,
        _course_enrollments,
        CREATE_COURSE_ENROLLMENTS,
        UPDATE_COURSE_ENROLLMENTS,
        UPSERT_COURSE_ENROLLMENTS,
    )
