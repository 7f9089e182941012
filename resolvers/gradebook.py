"""Look-ups of `Course.gradebook` and of one learner's row."""

from functools import partial
from typing import Any

from loaders.endpoints.gradebook import GRADEBOOK, GRADEBOOK_ENTRY
from resolvers.declare.arguments import expect, mode_of
from resolvers.declare.ask import Ask
from resolvers.declare.cursored import cursored
from resolvers.declare.errors import bad_input
from resolvers.declare.found import Found
from resolvers.declare.page import check_text
from resolvers.plan.step import Value

_COUNTS = {"total_users": "total_users_count", "filtered_users": "filtered_users_count"}
_SHARES = {
    "assignment_grade_min": "assignmentGradeMin",
    "assignment_grade_max": "assignmentGradeMax",
    "course_grade_min": "courseGradeMin",
    "course_grade_max": "courseGradeMax",
}


def gradebook(ask: Ask) -> Found:
    """The learners of a course with their grades."""
    key = ask.fact("key")

    def mode(name: str) -> str | None:
        return check_text("enrollmentMode", mode_of(name, str(key)))

    filters = {
        "user_contains": ask.argument("userContains", partial(check_text, "userContains")),
        "cohort_id": ask.argument("cohort", partial(check_text, "cohort")),
        "enrollment_mode": ask.argument("enrollmentMode", mode),
        "assignment": ask.argument("assignment", expect),
        **{name: ask.argument(share, partial(_percent, share)) for name, share in _SHARES.items()},
    }
    facts = ask.page_facts("gradebook", key, *filters.values(), ask.value("first"), ask.value("after"), key=key)
    return cursored(
        ask, GRADEBOOK, {"course_key": key, **filters}, facts=facts, counts=_COUNTS, total="filtered_users_count"
    )


def entry_of(ask: Ask, key: Value, learner: Value) -> Found:
    """One learner of a course with the grades; null for a person who is not enrolled."""
    entry = ask.step(GRADEBOOK_ENTRY, {"course_key": key, "username": learner})
    return Found({GRADEBOOK_ENTRY: entry}, facts={"key": key})


def _percent(name: str, share: Any) -> str:
    """A share of 0 to 1 as the percentage that the LMS's filters accept."""
    if not 0 <= share <= 1:
        raise bad_input(f"`{name}` must be 0 to 1.")
    return f"{share * 100:g}"
