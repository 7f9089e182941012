"""The API of the mobile apps, which an operator may disable."""

from dataclasses import replace

from loaders.endpoint import Batch, Endpoint, Missing
from loaders.endpoints.block import BLOCK_PARAMETERS
from loaders.form import Form

MOBILE_PAGE_LIMIT = 50
"""Maximum number of enrolments per page."""

MOBILE_ENROLLMENTS = Endpoint(
    name="mobile/course_enrollments",
    path="/api/mobile/v4/users/{username}/course_enrollments/",
    weight=138,
    anonymous=False,
    parameters=("status", "page", "page_size", "requested_fields"),
    optional=True,
)
"""`GET /api/mobile/v4/users/{username}/course_enrollments/`: active enrolments in courses that the apps can show.

Without `status`, the course that was used last is `primary` and not on any page.
`requested_fields=course_progress` adds numbers of assignments.
"""

MOBILE_ENROLLMENT = replace(MOBILE_ENROLLMENTS, batch=Batch(rows="enrollments.results", key="course.id"))
"""One enrolment by its course key, from the same list."""

MOBILE_UPDATES = Endpoint(
    name="mobile/updates",
    path="/api/mobile/v4/course_info/{course_key}/updates",
    weight=40,
    anonymous=False,
    array=True,
    forms={404: Form.ERROR | Form.ACCESS},
    optional=True,
)
"""`GET /api/mobile/v4/course_info/{course}/updates`: all updates, newest first; 404 if the viewer may not enter."""

MOBILE_POSITION = Endpoint(
    name="mobile/position",
    path="/api/mobile/v1/users/{username}/course_status_info/{course_key}",
    weight=77,
    anonymous=False,
    forms={404: Form.ERROR | Form.ACCESS},
    optional=True,
)
"""`GET /api/mobile/v1/users/{username}/course_status_info/{course}`: the path of the stored position, from the sequence
up, and the block that was completed last; 404 if the viewer may not enter.
"""

MOBILE_BLOCKS = Endpoint(
    name="mobile/blocks",
    path="/api/mobile/v4/course_info/blocks/",
    weight=144,
    anonymous=False,
    parameters=BLOCK_PARAMETERS,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
    forms={404: Form.ERROR | Form.ACCESS},
    optional=True,
)
"""`GET /api/mobile/v4/course_info/blocks/?course_id=&username=`: the blocks as the viewer sees them.

Only requested fields are computed. 500 for a learner in a course that has not started, and for a visitor.
"""
