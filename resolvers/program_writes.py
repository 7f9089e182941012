"""Mutations by program staff: up to 25 learners in one call, with a status from the LMS for each."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from loaders.endpoint import Endpoint
from loaders.endpoints.program_writes import (
    CREATE_COURSE_ENROLLMENTS,
    CREATE_ENROLLMENTS,
    MAX_ROWS,
    UPDATE_COURSE_ENROLLMENTS,
    UPDATE_ENROLLMENTS,
    UPSERT_COURSE_ENROLLMENTS,
    UPSERT_ENROLLMENTS,
)
from resolvers.course import course_of
from resolvers.declare.ask import Ask
from resolvers.declare.found import Found
from resolvers.fetch.context import Info
from resolvers.fetch.reading import unreadable
from resolvers.output.row import Row
from resolvers.programs import program_of
from resolvers.values.path import View
from resolvers.write import Refusal, Written, after_write, payload, refused, write, written_of

LearnerRow = Mapping[str, Any]
"""A row as the LMS accepts it."""


class Mode(Enum):
    """How rows are written. Values of the enum `ProgramWriteMode`."""

    CREATE = "create"
    UPDATE = "update"
    UPSERT = "upsert"


_ENDPOINTS = {
    Mode.CREATE: (CREATE_ENROLLMENTS, CREATE_COURSE_ENROLLMENTS),
    Mode.UPDATE: (UPDATE_ENROLLMENTS, UPDATE_COURSE_ENROLLMENTS),
    Mode.UPSERT: (UPSERT_ENROLLMENTS, UPSERT_COURSE_ENROLLMENTS),
}
_LIST = "enrollments"
_FIELDS = {
    "student_key": "studentKey",
    "status": "status",
    "curriculum_uuid": "curriculumUuid",
    "course_staff": "courseStaff",
}


async def write_enrollments(info: Info, program: str, mode: Mode, rows: Sequence[LearnerRow]) -> Row:
    """Writes rows of a program's roster. An update keeps each learner's curriculum, so it sends none."""
    if mode is Mode.UPDATE:
        rows = [{name: value for name, value in row.items() if name != "curriculum_uuid"} for row in rows]
    return await _write(info, _ENDPOINTS[mode][0], rows, program=program)


async def write_course_enrollments(
    info: Info, program: str, course_key: str, mode: Mode, rows: Sequence[LearnerRow]
) -> Row:
    """Writes the enrolments of a program's learners in a course run."""
    return await _write(info, _ENDPOINTS[mode][1], rows, program=program, course_key=course_key)


async def _write(info: Info, endpoint: Endpoint, rows: Sequence[LearnerRow], **path: str) -> Row:
    facts = {"uuid": path["program"], "key": path.get("course_key"), "rows": rows}
    if not 1 <= len(rows) <= MAX_ROWS:
        written = refused(Refusal.TOO_MANY, f"1 to {MAX_ROWS} learners can be written at once.", _LIST)
        return payload(info, endpoint, written, facts)
    written = await write(info.context, endpoint.call(**path), rows, fields=_FIELDS, rows=(_LIST,))
    if written.status == 422 and _is_words(written.body):
        # Not a refusal of the call: the LMS processed it, but every row failed.
        written = Written(written.status, written.body)
    if written.done and not _is_words(written.body):
        raise unreadable(endpoint).error()
    return payload(info, endpoint, written, facts)


def _is_words(body: Any) -> bool:
    return isinstance(body, dict) and all(isinstance(word, str) for word in body.values())


def results(root: Row, info: Info) -> list[Row]:
    """The LMS's status for each row, in the order of the input. A row was written if its own status is returned."""
    words = written_of(root).body if written_of(root).done else {}
    found = []
    for row in root.facts["rows"]:
        word = words.get(row["student_key"])
        if word is not None:
            result = {"student_key": row["student_key"], "status": word, "ok": word == row["status"]}
            found.append(Row(base=root.base, decoded={CREATE_ENROLLMENTS: View(result, None)}))
    return found


@after_write
def written_program(ask: Ask) -> Found:
    """The program after a successful write."""
    return program_of(ask, ask.fact("uuid"))


@after_write
def written_run(ask: Ask) -> Found:
    """The course run after a successful write."""
    return course_of(ask, ask.fact("key"))
