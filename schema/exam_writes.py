"""Mutations of special exams, with their inputs and payloads."""

from enum import Enum

import strawberry

import resolvers.exam_writes as writes
from loaders.endpoints.exam_writes import CREATE_ATTEMPT, UPDATE_ATTEMPT
from resolvers.fetch.context import Info
from resolvers.output.row import Row
from schema.declare import found
from schema.exam import ExamState
from schema.write import CoursePayload, mutation


@strawberry.enum(description="An action on an exam attempt.")
class ExamAction(Enum):
    START = strawberry.enum_value("start", description="Start the clock.")
    STOP = strawberry.enum_value("stop", description="Stop working on the exam, before submitting it.")
    SUBMIT = strawberry.enum_value("submit", description="Submit the exam.")
    CLICK_DOWNLOAD_SOFTWARE = strawberry.enum_value(
        "click_download_software", description="Record that the proctoring software is being downloaded."
    )
    RESET_ATTEMPT = strawberry.enum_value("reset_attempt", description="Restart a practice or onboarding exam.")
    DECLINE = strawberry.enum_value("decline", description="Take a proctored exam without proctoring.")
    ERROR = strawberry.enum_value("error", description="Report that the proctoring software failed.")


@strawberry.input(description="Input of the mutation `createExamAttempt`.")
class CreateExamAttemptInput:
    exam: strawberry.ID = strawberry.field(description="`id` of the exam.")
    start_clock: bool = strawberry.field(description="Whether to start the clock at once.")
    is_proctored: bool = strawberry.field(
        description="Whether the attempt is proctored. `false` permanently declines the proctoring of a proctored exam."
    )


@strawberry.input(description="Input of the mutation `updateExamAttempt`.")
class UpdateExamAttemptInput:
    attempt: strawberry.ID = strawberry.field(description="`id` of the attempt.")
    action: ExamAction = strawberry.field(description="The action to perform.")
    detail: str | None = strawberry.field(description="Details of an error, 1000 characters at most.", default=None)


@strawberry.type(description="The payload of a mutation of an exam.")
class ExamPayload(CoursePayload):
    exam_state: ExamState | None = found(
        "The exam with its attempt, and the active attempt, after the write; null if it was refused.",
        writes.written_state,
        source="proctoring/state",
    )


@strawberry.type(description="Payload of the mutation `createExamAttempt`.")
class CreateExamAttemptPayload(ExamPayload):
    pass


@strawberry.type(description="Payload of the mutation `updateExamAttempt`.")
class UpdateExamAttemptPayload(ExamPayload):
    pass


async def _create(info: Info, given: CreateExamAttemptInput) -> Row:
    return await writes.create_exam_attempt(
        info, given.exam, start_clock=given.start_clock, proctored=given.is_proctored
    )


async def _update(info: Info, given: UpdateExamAttemptInput) -> Row:
    return await writes.update_exam_attempt(info, given.attempt, str(given.action.value), given.detail)


@strawberry.type(description="Mutations of special exams.")
class ExamMutations:
    create_exam_attempt: CreateExamAttemptPayload | None = mutation(
        "Creates the viewer's attempt at an exam. Each exam allows one attempt. Requires a session or a JWT.",
        CreateExamAttemptInput,
        _create,
        CREATE_ATTEMPT,
    )
    update_exam_attempt: UpdateExamAttemptPayload | None = mutation(
        "Starts, stops, submits or resets the viewer's attempt. Requires a session or a JWT.",
        UpdateExamAttemptInput,
        _update,
        UPDATE_ATTEMPT,
    )
