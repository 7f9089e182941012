"""Who answers `Course.progress(studentId:)`: one learner's progress, for course staff."""

from typing import Annotated

import strawberry
from graphql import GraphQLError

from loaders.errors import Code
from loaders.progress import STUDENT_PROGRESS
from resolvers.context import Info
from resolvers.row import Pending, Row
from resolvers.single import pending_row

StudentId = Annotated[
    strawberry.ID | None,
    strawberry.argument(
        description="Numeric user id of a learner, for course staff; null means the viewer.",
    ),
]


def student_progress(root: Row, info: Info, student_id: StudentId = None) -> Pending:
    """The progress of one learner; the LMS answers it to staff only."""
    if student_id is None or not student_id.isascii() or not student_id.isdecimal() or len(student_id) > 18:
        raise GraphQLError(
            "studentId must be the numeric id of a user.", extensions={"code": Code.BAD_USER_INPUT.value}
        )
    call = STUDENT_PROGRESS.call(course_key=root.facts["key"], student_id=student_id)
    return pending_row(info.context, call, "Progress")
