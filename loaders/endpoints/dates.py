"""The dates of a course, as they apply to the learner."""

from loaders.endpoint import Endpoint, Missing, Precondition

NOT_ENROLLED = "User not enrolled."
"""The body of the 401 that means "not enrolled", not "not signed in"."""

DATES = Endpoint(
    name="course_home/dates",
    path="/api/course_home/dates/{course_key}",
    weight=101,
    preconditions=Precondition.COURSE | Precondition.ENROLLED,
    anonymous=False,
    missing={404: Missing.UNSEEN, 403: Missing.REFUSED},
    policy=(NOT_ENROLLED,),
)
"""`GET /api/course_home/dates/{course}`: past and future dates; enrolled learners and staff only."""
