"""Who answers for an enrolment that is looked up by its id."""

from loaders.enrollment import ENROLLMENTS
from resolvers.context import Info
from resolvers.node import global_id
from resolvers.row import Pending
from resolvers.single import pending_row


def enrollment(info: Info, course_key: str) -> Pending:
    """The viewer's active enrolment in this course; null when there is none."""
    facts = {"key": course_key, "enrollment_id": global_id("Enrollment", course_key)}
    return pending_row(info.context, ENROLLMENTS.call(key=course_key), "Enrollment", facts)
