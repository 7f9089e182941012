"""The calls of special exams."""

from loaders.endpoint import Endpoint
from loaders.endpoints.exam import EXAM_REVIEW_POLICY, EXAM_SETTINGS, EXAM_STATE, ONBOARDING
from resolvers.ask import Ask
from resolvers.found import Found
from resolvers.step import Argument, value_of


def state(ask: Ask) -> Found:
    """`Course.examState`."""
    return _state(ask, ask.argument("sequence"))


def written(ask: Ask) -> Found:
    """The state after a write."""
    return _state(ask, Argument("{sequence}"))


def _state(ask: Ask, sequence: Argument | None) -> Found:
    step = ask.step(EXAM_STATE, {"course_key": ask.fact("key"), "content_id": sequence})
    return Found({EXAM_STATE: step}, facts={"key": ask.fact("key")})


def proctoring(ask: Ask) -> Found:
    """`Exam.proctoring`: asked for proctored exams only."""
    return _of_the_exam(ask, EXAM_SETTINGS)


def review_policy(ask: Ask) -> Found:
    """`Exam.reviewPolicy`."""
    return _of_the_exam(ask, EXAM_REVIEW_POLICY)


def _of_the_exam(ask: Ask, endpoint: Endpoint) -> Found:
    state = ask.place.told[EXAM_STATE]
    return Found({endpoint: ask.step(endpoint, {"exam_id": value_of(state, "exam.id")})})


def onboarding(ask: Ask) -> Found:
    """`Course.proctoringOnboarding`."""
    return Found({ONBOARDING: ask.step(ONBOARDING, {"course_id": ask.fact("key")})}, facts={"key": ask.fact("key")})
