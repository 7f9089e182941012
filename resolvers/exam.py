"""Who answers `Course.examState`, `Course.proctoringOnboarding`, and what hangs on an exam."""

from typing import Any

from loaders.endpoint import Endpoint
from loaders.endpoints.exam import EXAM_REVIEW_POLICY, EXAM_SETTINGS, EXAM_STATE, ONBOARDING
from loaders.keys import is_in_course
from resolvers.arguments import expect
from resolvers.context import Info
from resolvers.errors import bad_input
from resolvers.reading import reading
from resolvers.row import Pending, Row
from resolvers.single import pending_row


def exam_state(root: Row, info: Info, sequence: str | None) -> Pending:
    """The exam of a sequence, and the running attempt. One call brings both."""
    key: str = root.facts["key"]
    if sequence is not None:
        sequence = expect(sequence)
        if not is_in_course(sequence, key):
            raise bad_input("`sequence` is not in this course.")
    return state_of(info, key, sequence)


def state_of(info: Info, key: str, sequence: str | None) -> Pending:
    """The same, by keys that were checked."""
    facts: dict[str, Any] = {"key": key} if sequence is None else {"key": key, "sequence": sequence}
    return pending_row(info.context, EXAM_STATE.call(course_key=key, content_id=sequence), "ExamState", facts)


def proctoring(root: Row, info: Info) -> Pending | None:
    """What the provider of a proctored exam asks for. Other exams have none: nothing is called."""
    return _of_a_proctored(root, info, EXAM_SETTINGS, "ExamProctoring")


def review_policy(root: Row, info: Info) -> Pending | None:
    """What learners may use in a proctored exam."""
    return _of_a_proctored(root, info, EXAM_REVIEW_POLICY, "ExamReviewPolicy")


def _of_a_proctored(root: Row, info: Info, endpoint: Endpoint, type_name: str) -> Pending | None:
    with reading(EXAM_STATE):
        exam = root.views[EXAM_STATE].value
        exam_id, proctored = exam["id"], exam["is_proctored"]
        if not isinstance(exam_id, int):
            raise TypeError("a number was expected")
    facts = {"exam": exam_id}
    return pending_row(info.context, endpoint.call(exam_id=str(exam_id)), type_name, facts) if proctored else None


def onboarding(root: Row, info: Info) -> Pending:
    """The viewer's onboarding for the proctored exams of a course."""
    key = root.facts["key"]
    return pending_row(info.context, ONBOARDING.call(course_id=key), "ProctoringOnboarding", {"key": key})
