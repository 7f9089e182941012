"""Look-ups of `Course.examState`, `Course.proctoringOnboarding` and the fields of an exam."""

from loaders.endpoint import Endpoint
from loaders.endpoints.exam import EXAM_REVIEW_POLICY, EXAM_SETTINGS, EXAM_STATE, ONBOARDING
from loaders.keys import is_in_course
from resolvers.declare.arguments import expect
from resolvers.declare.ask import Ask
from resolvers.declare.errors import bad_input
from resolvers.declare.found import NOTHING, Found
from resolvers.fetch.reading import reading
from resolvers.plan.step import Value, value_of


def exam_state(ask: Ask) -> Found:
    """The exam of a sequence and the active attempt, from one call."""
    course = ask.fact("key")

    def key(text: str) -> str:
        text = expect(text)
        if not is_in_course(text, str(course)):
            raise bad_input("`sequence` is not in this course.")
        return text

    return state_of(ask, course, ask.argument("sequence", key))


def state_of(ask: Ask, key: Value, sequence: Value | None) -> Found:
    """The same, by keys that are already checked."""
    facts = {"key": key} if sequence is None else {"key": key, "sequence": sequence}
    return Found({EXAM_STATE: ask.step(EXAM_STATE, {"course_key": key, "content_id": sequence})}, facts=facts)


def proctoring(ask: Ask) -> Found:
    """The proctoring provider's settings for an exam. Null without a call if the exam is not proctored."""
    return _of_a_proctored(ask, EXAM_SETTINGS)


def review_policy(ask: Ask) -> Found:
    """The rules of a proctored exam for learners. Null without a call if the exam is not proctored."""
    return _of_a_proctored(ask, EXAM_REVIEW_POLICY)


def _of_a_proctored(ask: Ask, endpoint: Endpoint) -> Found:
    if ask.row is None:
        return Found({endpoint: ask.step(endpoint, {"exam_id": value_of(ask.place.steps[EXAM_STATE], "exam.id")})})
    with reading(EXAM_STATE):
        exam = ask.row.views[EXAM_STATE].value
        exam_id, proctored = exam["id"], exam["is_proctored"]
        if not isinstance(exam_id, int):
            raise TypeError("a number was expected")
    if not proctored:
        return NOTHING
    return Found({endpoint: ask.step(endpoint, {"exam_id": str(exam_id)})}, facts={"exam": exam_id})


def onboarding(ask: Ask) -> Found:
    """The viewer's onboarding status for the proctored exams of a course."""
    key = ask.fact("key")
    return Found({ONBOARDING: ask.step(ONBOARDING, {"course_id": key})}, facts={"key": key})
