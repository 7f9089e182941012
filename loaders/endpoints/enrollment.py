"""Enrolments of the viewer."""

from loaders.endpoint import Batch, Endpoint, Missing, Pace
from loaders.form import Form

ENROLLMENTS = Endpoint(
    name="enrollment/enrollment",
    path="/api/enrollment/v1/enrollment",
    weight=63,
    anonymous=False,
    array=True,
    batch=Batch(rows="", key="course_details.course_id"),
    throttle="user",
    pace=Pace.QUICK,
    missing={404: Missing.ABSENT},
)
"""`GET /api/enrollment/v1/enrollment`: all active enrolments of the viewer in one answer."""

ENROLLMENT = Endpoint(
    name="enrollment/enrollment/course",
    path="/api/enrollment/v1/enrollment/{course_key}",
    weight=49,
    anonymous=False,
    throttle="user",
    pace=Pace.QUICK,
    missing={200: Missing.ABSENT, 404: Missing.ABSENT},
    forms={404: Form.ERROR | Form.EMPTY},
)
"""`GET /api/enrollment/v1/enrollment/{course}`: one enrolment, even if it is no longer active; an empty 200 if there
never was one."""
