"""Requests for academic credit."""

from loaders.endpoint import Endpoint
from loaders.refusal import REFUSALS

REQUEST_CREDIT = Endpoint(
    name="credit/request",
    path="/api/credit/v1/providers/{provider_id}/request/",
    weight=80,
    method="POST",
    anonymous=False,
    answers=REFUSALS,
)
"""`POST /api/credit/v1/providers/{provider}/request/` `{username, course_key}`: the form for the browser to send."""
