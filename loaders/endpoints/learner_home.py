"""The learner's dashboard: all courses of the viewer in one answer."""

from loaders.endpoint import Batch, Endpoint

LEARNER_HOME = Endpoint(
    name="learner_home/init",
    path="/api/learner_home/init",
    weight=90,
    anonymous=False,
    batch=Batch(rows="courses", key="courseRun.courseId"),
)
"""`GET /api/learner_home/init`: a card for each active enrolment, newest first, then one for each entitlement without a
run. Not paged."""
