"""Agreements that the learner signed."""

from loaders.endpoint import Auth, Endpoint, Missing, Pace
from loaders.form import Form

INTEGRITY_SIGNATURE = Endpoint(
    name="agreements/integrity_signature",
    path="/api/agreements/v1/integrity_signature/{course_key}",
    weight=30,
    auth=Auth.JS,
    anonymous=False,
    pace=Pace.QUICK,
    missing={404: Missing.ABSENT, 403: Missing.REFUSED},
    forms={404: Form.ERROR | Form.EMPTY, 403: Form.ERROR | Form.MESSAGE},
)
"""`GET /api/agreements/v1/integrity_signature/{course}`: 404 if it is not signed, or the LMS requires none."""
