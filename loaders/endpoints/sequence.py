"""A sequence with its units, for the unit page."""

from loaders.endpoint import Auth, Endpoint, Missing
from loaders.form import Form

SEQUENCE = Endpoint(
    name="courseware/sequence",
    path="/api/courseware/sequence/{usage_key}",
    weight=55,
    auth=Auth.JS,
    # 422: the key is not a sequence's.
    missing={404: Missing.ABSENT, 422: Missing.ABSENT},
    forms={422: Form.EMPTY},
)
"""`GET /api/courseware/sequence/{sequence}`: one sequence and its units; it does not check the enrolment."""
