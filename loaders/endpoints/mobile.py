"""The API of the mobile apps. An operator may have it switched off."""

from dataclasses import replace

from loaders.endpoint import Batch, Endpoint, Missing
from loaders.endpoints.block import BLOCK_PARAMETERS
from loaders.form import Form

MOBILE_PAGE_LIMIT = 50
"""The most enrolments that one page holds."""

MOBILE_ENROLLMENTS = Endpoint(
    name="mobile/course_enrollments",
    path="/api/mobile/v4/users/{username}/course_enrollments/",
    weight=138,
    anonymous=False,
    parameters=("status", "page", "page_size", "requested_fields"),
    optional=True,
)
"""`GET /api/mobile/v4/users/{username}/course_enrollments/`: active enrolments in courses that the apps can show.

Without `status` the course that was used last is `primary` and not on any page. `requested_fields=course_progress`
counts assignments.
"""

MOBILE_ENROLLMENT = replace(MOBILE_ENROLLMENTS, batch=Batch(rows="enrollments.results", key="course.id"))
"""One enrolment of those lists, by its course's key: asked for as a list, whose rows are told apart here."""

MOBILE_UPDATES = Endpoint(
    name="mobile/updates",
    path="/api/mobile/v4/course_info/{course_key}/updates",
    weight=40,
    anonymous=False,
    array=True,
    forms={404: Form.ERROR | Form.ACCESS},
    optional=True,
)
"""`GET /api/mobile/v4/course_info/{course}/updates`: every update, newest first; 404 for who may not enter."""

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

What is not asked for is not worked out. 500 for a learner in a course that has not begun, and for a visitor.
"""
