"""Inside a course: the open sequence and where the learner left off."""

from loaders.endpoint import Auth, Endpoint, Missing
from loaders.form import Form

SEQUENCE = Endpoint(
    name="courseware/sequence",
    path="/api/courseware/sequence/{usage_key}",
    weight=55,
    auth=Auth.JS,
    # 422: the key is of a unit or a problem, which no sequence is.
    missing={404: Missing.ABSENT, 422: Missing.ABSENT},
    forms={422: Form.EMPTY},
)
"""`GET /api/courseware/sequence/{sequence}`: one sequence and its units. Does not check the enrolment."""

RESUME = Endpoint(
    name="courseware/resume",
    path="/api/courseware/resume/{course_key}",
    weight=22,
    auth=Auth.JS,
    anonymous=False,
)
"""`GET /api/courseware/resume/{course}`: keys of the last block, its sequence and its unit; 200 for any course."""
