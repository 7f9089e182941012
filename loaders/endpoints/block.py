"""The blocks of a course, as one learner sees them."""

from loaders.endpoint import Endpoint, Missing

BLOCK_PARAMETERS = (
    "course_id",
    "username",
    "depth",
    "requested_fields",
    "block_types_filter",
    "student_view_data",
    "block_counts",
)
"""Parameters of both endpoints of a course's blocks."""

BLOCKS = Endpoint(
    name="courses/blocks",
    path="/api/courses/v2/blocks/",
    weight=78,
    parameters=BLOCK_PARAMETERS,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
)
"""`GET /api/courses/v2/blocks/?course_id=&username=`: the tree down to `depth`. Fields without data are not sent.

`username` is required: empty for a visitor of a public course; another person's is for course staff.
The LMS answers 500 for a learner in a course that has not started, and after any error.
"""

WHOLE = ("show_gated_sections", "special_exam_info")
"""Requested fields that include sequences behind a prerequisite and timed exams."""
