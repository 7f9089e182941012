"""Who answers `Course.gradebook`."""

from collections.abc import Mapping

from loaders.endpoint import Call
from loaders.endpoints.gradebook import GRADEBOOK, GRADEBOOK_ENTRY
from resolvers.context import Info
from resolvers.cursored import cursored_connection
from resolvers.errors import bad_input
from resolvers.page import page_facts
from resolvers.row import Pending, Row
from resolvers.single import pending_row

_COUNTS = {"total_users": "total_users_count", "filtered_users": "filtered_users_count"}


def percent(name: str, share: float | None) -> str | None:
    """A share of 0..1 as the percentage that the LMS's filters take."""
    if share is None:
        return None
    if not 0 <= share <= 1:
        raise bad_input(f"`{name}` must be 0 to 1.")
    return f"{share * 100:g}"


def entry(info: Info, course_key: str, username: str) -> Pending:
    """One learner of a course with the grades; null for who does not take the course."""
    call = GRADEBOOK_ENTRY.call(course_key=course_key, username=username)
    return pending_row(info.context, call, "GradebookEntry", {"key": course_key})


def gradebook(root: Row, info: Info, filters: Mapping[str, str | None], first: int, after: str | None) -> Pending:
    """Learners of a course with their grades."""
    course_key = root.facts["key"]

    def call(start: str | None, size: str) -> Call:
        return GRADEBOOK.call(course_key=course_key, cursor=start, page_size=size, **filters)

    return cursored_connection(
        info.context,
        call,
        "GradebookConnection",
        first=first,
        after=after,
        counts=_COUNTS,
        total="filtered_users_count",
        facts=page_facts("gradebook", course_key, *filters.values(), first, after, key=course_key),
    )
