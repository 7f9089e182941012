"""Mutations of special exams."""

from typing import Any

from loaders.endpoints.exam_writes import CREATE_ATTEMPT, UPDATE_ATTEMPT
from loaders.keys import is_course_key, is_in_course
from resolvers.declare.arguments import is_number, parts_of
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import Found
from resolvers.exam import state_of
from resolvers.fetch.context import Info
from resolvers.output.row import Row
from resolvers.plan.step import Argument
from resolvers.write import Refusal, after_write, payload, refused, write

_LONGEST_DETAIL = 1000


async def create_exam_attempt(info: Info, exam: str, *, start_clock: bool, proctored: bool) -> Row:
    """Creates the viewer's attempt at an exam. The LMS accepts the flags as strings only."""
    key, number, sequence = _named(exam, "Exam")
    flags = {"start_clock": _text(start_clock), "attempt_proctored": _text(proctored)}
    written = await write(info.context, CREATE_ATTEMPT.call(), {"exam_id": int(number), **flags})
    return payload(info, CREATE_ATTEMPT, written, {"key": key, "sequence": sequence})


def _text(flag: bool) -> str:
    return "true" if flag else "false"


async def update_exam_attempt(info: Info, attempt: str, action: str, detail: str | None) -> Row:
    """Applies an action to an attempt."""
    key, number, sequence = _named(attempt, "ExamAttempt")
    body: dict[str, Any] = {"action": action}
    if detail is not None:
        body["detail"] = detail
    written = (
        await write(info.context, UPDATE_ATTEMPT.call(attempt_id=number), body)
        if detail is None or len(detail) <= _LONGEST_DETAIL
        else refused(Refusal.INVALID, f"`detail` can have at most {_LONGEST_DETAIL} characters.", "detail")
    )
    return payload(info, UPDATE_ATTEMPT, written, {"key": key, "sequence": sequence})


def _named(text: str, type_name: str) -> tuple[str, str, str | None]:
    """The course key, the number and the sequence in the `id` of an exam or attempt. Raises for an invalid id."""
    parts = parts_of(text, type_name)
    if parts is None or len(parts) not in {2, 3} or not is_number(parts[1]):
        raise bad_input(f"Not the id of an {type_name}.")
    key, number, sequence = (*parts, None)[:3]
    if not is_course_key(str(key)) or not (sequence is None or is_in_course(sequence, str(key))):
        raise bad_input(f"Not the id of an {type_name}.")
    return str(key), str(number), sequence


@after_write
def written_state(ask: Ask) -> Found:
    """The exam and the active attempt after a successful write."""
    key = ask.fact("key")
    if ask.row is None:
        return state_of(ask, key, Argument("{sequence}"))
    return state_of(ask, key, ask.row.facts["sequence"])
