"""The learner's last position in a course."""

from loaders.endpoint import Auth, Endpoint

RESUME = Endpoint(
    name="courseware/resume",
    path="/api/courseware/resume/{course_key}",
    weight=22,
    auth=Auth.JS,
    anonymous=False,
)
"""`GET /api/courseware/resume/{course}`: keys of the last block, its sequence and its unit; 200 for any course."""
