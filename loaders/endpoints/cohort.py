"""Cohorts of a course."""

from loaders.endpoint import Endpoint, Missing

COHORTS = Endpoint(
    name="cohorts/cohorts",
    path="/api/cohorts/v1/courses/{course_key}/cohorts/",
    weight=40,
    anonymous=False,
    array=True,
    query={"page_size": "100"},
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
)
"""`GET /api/cohorts/v1/courses/{course}/cohorts/`: a page of at most 100, as a plain array; 403 for learners and, in
most releases, for course staff without a role in the discussions."""
