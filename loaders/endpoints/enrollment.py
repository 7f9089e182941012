"""Enrolments of the viewer."""

from loaders.endpoint import Batch, Endpoint, Missing, Pace

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
