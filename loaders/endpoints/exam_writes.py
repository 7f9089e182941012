"""Writes of special exams."""

from loaders.endpoint import Auth, Endpoint
from loaders.refusal import REFUSALS

CREATE_ATTEMPT = Endpoint(
    name="proctoring/create_attempt",
    path="/api/edx_proctoring/v1/proctored_exam/attempt",
    weight=80,
    method="POST",
    auth=Auth.JS,
    session_first=True,
    anonymous=False,
    answers=REFUSALS,
    unknown=("does not exist",),
)
"""`POST …/proctored_exam/attempt` `{exam_id, start_clock, attempt_proctored}`, the flags as texts: 200 with
`{exam_attempt_id}`; 403 after the due date."""

UPDATE_ATTEMPT = Endpoint(
    name="proctoring/update_attempt",
    path="/api/edx_proctoring/v1/proctored_exam/attempt/{attempt_id}",
    weight=80,
    method="PUT",
    auth=Auth.JS,
    session_first=True,
    anonymous=False,
    answers=REFUSALS,
    unknown=("does not exist",),
)
"""`PUT …/proctored_exam/attempt/{id}` `{action, detail?}`: 200 with `{exam_attempt_id}`, or with `false` if there was
nothing to do."""
