"""Writes of entitlements: choosing, leaving and refunding a course run."""

from loaders.endpoint import Auth, Endpoint
from loaders.form import WRITE, Form
from loaders.refusal import REFUSALS

_PATH = "/api/entitlements/v1/entitlements/{uuid}/enrollments"
_FORMS = {400: WRITE | Form.STRING | Form.MESSAGE}

CHOOSE_RUN = Endpoint(
    name="entitlements/choose",
    path=_PATH,
    weight=120,
    method="POST",
    auth=Auth.JS,
    anonymous=False,
    forms=_FORMS,
    answers=REFUSALS,
    unknown=("does not exist",),
)
"""`POST /api/entitlements/v1/entitlements/{uuid}/enrollments` `{course_run_id}`: 201; the first choice or a change."""

LEAVE_RUN = Endpoint(
    name="entitlements/leave",
    path=_PATH,
    weight=120,
    method="DELETE",
    auth=Auth.JS,
    anonymous=False,
    parameters=("is_refund",),
    forms=_FORMS,
    answers=REFUSALS,
    unknown=("does not exist",),
)
"""`DELETE /api/entitlements/v1/entitlements/{uuid}/enrollments?is_refund=`: 204; leaves the run, or refunds the
entitlement.
"""
