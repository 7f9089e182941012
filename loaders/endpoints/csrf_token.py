"""The LMS's CSRF token, whose cheap answer has a `Date` header too."""

from loaders.endpoint import Endpoint, Pace

CSRF_TOKEN = Endpoint(
    name="csrf/token", path="/csrf/api/v1/token", weight=5, pace=Pace.QUICK, cookies=frozenset({"csrftoken"})
)
"""`GET /csrf/api/v1/token`: answers anybody, without touching the database."""
