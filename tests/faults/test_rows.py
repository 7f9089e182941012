"""A list row that is not an object is an error, never a row of nulls."""

from typing import Any

import pytest

from tests.support.changed import changed
from tests.support.lms import DemoLms
from tests.support.people import sign_in

from .everywhere import READS, Read

ODD: list[Any] = [None, "x", "", 7, [], ["x"], True]
LISTS = {
    "bookmarks/bookmarks": "results",
    "certificates/certificates": "",
    "course_home/course_metadata": "tabs",
    "course_home/dates": "course_date_blocks",
    "courses/search": "results",
    "cohorts/cohorts": "",
    "courseware/sequence": "items",
    "credit/providers": "",
    "discussion/activity_stats": "results",
    "discussion/comments": "results",
    "discussion/learner": "results",
    "discussion/course_topics": "",
    "discussion/threads": "results",
    "discussion/threads/reported": "results",
    "discussion/topic_tree": "",
    "enrollment/course": "course_modes",
    "enrollment/roles": "roles",
    "grades/gradebook": "results",
    "grades/policy": "",
    "learner_home/init": "courses",
    "learner_pathway_progress/progress": "results",
    "mobile/course_enrollments": "enrollments.results",
    "mobile/updates": "",
    "program_enrollments/course_enrollments": "results",
    "program_enrollments/course_grades": "results",
    "program_enrollments/enrollments": "results",
    "program_enrollments/programs": "",
    "program_enrollments/user_courses": "results",
}
"""Where the rows lie in an answer."""
ASKED = [
    read for read in READS if read.endpoint in LISTS and not {"isNeeded", "primaryEnrollment"} & set(read.query.split())
]


def with_row(body: Any, path: list[str], odd: Any) -> Any:
    if not path:
        return [odd, *body]
    return {**body, path[0]: with_row(body[path[0]], path[1:], odd)}


@pytest.mark.parametrize("compiled", [True, False], ids=["compiled", "ordinary"])
@pytest.mark.parametrize("read", ASKED, ids=lambda read: str(read.endpoint))
def test_row_that_is_no_object_is_an_error(lms: DemoLms, read: Read, compiled: bool) -> None:
    odd: Any = None

    def change(path: str, body: Any, headers: dict[str, str]) -> Any:
        if not path.startswith(read.prefix.rstrip("?")):
            return body
        return with_row(body, [step for step in LISTS[read.endpoint].split(".") if step], odd)

    with changed(lms, change, compile=compiled, shared_cache_bytes=0) as client:
        for odd in ODD:  # noqa: B007
            headers = sign_in(read.user, read.scheme)
            answer = client.post("/graphql", json={"query": read.query}, headers=headers).json()
            (error,) = answer.get("errors", ())
            assert error["extensions"]["code"] == "UPSTREAM_INVALID"
