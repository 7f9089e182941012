"""Enrolments."""

import strawberry

from loaders.course import COURSE_METADATA, COURSEWARE_COURSE
from loaders.enrollment import ENROLLMENTS
from loaders.outline import OUTLINE
from resolvers.source import at, known
from schema.declare import field
from schema.relay import Node
from schema.scalars import DateTime


@strawberry.type(description="The viewer's enrolment in a course.")
class Enrollment(Node):
    id: strawberry.ID = field("Global, opaque identifier: hand it back to `node`.", known("enrollment_id"))
    is_active: bool = field(
        "Whether the enrolment holds.",
        at(COURSE_METADATA, "is_enrolled"),
        at(COURSEWARE_COURSE, "is_active"),
        at(ENROLLMENTS, "is_active"),
    )
    mode: str | None = field(
        "Known values: `audit`, `honor`, `verified`, `professional`, `no-id-professional`, `credit`, `masters`, "
        "`executive-education`.",
        at(OUTLINE, "enrollment_mode"),
        at(COURSEWARE_COURSE, "mode"),
        at(ENROLLMENTS, "mode"),
    )
    created: DateTime | None = field(
        "When the viewer first enrolled; enrolling again keeps it.", at(ENROLLMENTS, "created")
    )
