"""`Course.gradebook`, and one learner's row of it."""

from functools import partial
from typing import Any

from loaders.endpoints.gradebook import GRADEBOOK, GRADEBOOK_ENTRY
from resolvers.arguments import expect, mode_of
from resolvers.ask import Ask
from resolvers.cursored import cursored
from resolvers.errors import bad_input
from resolvers.found import Found
from resolvers.page import check_text
from resolvers.step import Value

_COUNTS = {"total_users": "total_users_count", "filtered_users": "filtered_users_count"}
_SHARES = {
    "assignment_grade_min": "assignmentGradeMin",
    "assignment_grade_max": "assignmentGradeMax",
    "course_grade_min": "courseGradeMin",
    "course_grade_max": "courseGradeMax",
}


def gradebook(ask: Ask) -> Found:
    """Learners of a course with their grades."""
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
    """One learner of a course with the grades; null for who does not take the course."""
    entry = ask.step(GRADEBOOK_ENTRY, {"course_key": key, "username": learner})
    return Found({GRADEBOOK_ENTRY: entry}, facts={"key": key})


def _percent(name: str, share: Any) -> str:
    """A share of 0..1 as the percentage that the LMS's filters take."""
    if not 0 <= share <= 1:
        raise bad_input(f"`{name}` must be 0 to 1.")
    return f"{share * 100:g}"
