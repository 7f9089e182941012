"""Discussions of a course."""

from loaders.endpoint import Endpoint, Missing

DISCUSSION = Endpoint(
    name="discussion/courses",
    path="/api/discussion/v1/courses/{course_key}",
    weight=37,
    anonymous=False,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
)
"""`GET /api/discussion/v1/courses/{course}`: how discussions are set up; 404 when off or not enrolled."""

TOPICS = Endpoint(
    name="discussion/course_topics",
    path="/api/discussion/v2/course_topics/{course_key}",
    weight=212,
    array=True,
    anonymous=False,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
)
"""`GET /api/discussion/v2/course_topics/{course}`: every topic in one flat list."""
