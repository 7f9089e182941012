"""Academic credit."""

from loaders.endpoint import Endpoint, Pace

CREDIT_ELIGIBILITY = Endpoint(
    name="credit/eligibility",
    path="/api/credit/v1/eligibility/",
    weight=25,
    anonymous=False,
    array=True,
    parameters=("username", "course_key"),
    pace=Pace.QUICK,
)
"""`GET /api/credit/v1/eligibility/?username=&course_key=`: at most one row; both parameters are needed."""

CREDIT_PROVIDERS = Endpoint(
    name="credit/providers",
    path="/api/credit/v1/providers/",
    weight=20,
    anonymous=False,
    array=True,
    parameters=("provider_ids",),
    pace=Pace.QUICK,
)
"""`GET /api/credit/v1/providers/?provider_ids=`: all providers, or those with these ids."""
