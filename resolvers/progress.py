"""Who answers `Course.progress(studentId:)`: one learner's progress, for course staff."""

from typing import Annotated

import strawberry

import resolvers.as_user
from loaders.endpoints.progress import STUDENT_PROGRESS
from resolvers.arguments import is_learner
from resolvers.context import Info
from resolvers.errors import bad_input
from resolvers.row import Pending, Row
from resolvers.single import pending_row

StudentId = Annotated[
    strawberry.ID | None,
    strawberry.argument(
        description="Numeric user id of a learner, or the `id` of one's row in the gradebook, for course staff; null "
        "means the viewer.\n\nSource: `course_home/progress/student`.",
    ),
]


AsUser = Annotated[
    str | None,
    strawberry.argument(
        description="Username of a learner, or the `id` of one's row in the gradebook, for staff of the whole LMS; "
        "instead of `studentId`."
    ),
]


def student_progress(root: Row, info: Info, student_id: StudentId = None, as_user: AsUser = None) -> Pending:
    """The progress of one learner; the LMS answers it to staff only."""
    if as_user is not None:
        if student_id is not None:
            raise bad_input("Give `studentId` or `asUser`, not both.")
        return resolvers.as_user.progress(root, info, as_user)
    if is_learner(student_id):
        return resolvers.as_user.progress(root, info, str(student_id))
    if student_id is None or not student_id.isascii() or not student_id.isdecimal() or len(student_id) > 18:
        raise bad_input("studentId must be the numeric id of a user.")
    course_key = root.facts["key"]
    call = STUDENT_PROGRESS.call(course_key=course_key, student_id=student_id)
    return pending_row(info.context, call, "Progress", {"key": course_key})
