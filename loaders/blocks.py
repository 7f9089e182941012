"""The blocks of a course, as one learner sees them."""

from loaders.endpoint import Endpoint, Missing
from loaders.form import Form

BLOCK_PARAMETERS = (
    "course_id",
    "username",
    "depth",
    "requested_fields",
    "block_types_filter",
    "student_view_data",
    "block_counts",
)
"""What both endpoints of a course's blocks take."""

BLOCKS = Endpoint(
    name="courses/blocks",
    path="/api/courses/v2/blocks/",
    weight=78,
    parameters=BLOCK_PARAMETERS,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED, 500: Missing.REFUSED},
    forms={500: Form.PAGE},
)
"""`GET /api/courses/v2/blocks/?course_id=&username=`: the tree down to `depth`; only fields that have data are sent.

`username` is always needed; an empty one is a visitor of a public course, another's is for course staff.
The LMS fails with a page of its own for a learner in a course that has not begun: a refusal, and `Course.access` says
why.
"""

WHOLE = ("show_gated_sections", "special_exam_info")
"""Requested fields without which sequences are left out: those behind a prerequisite, and timed exams."""
