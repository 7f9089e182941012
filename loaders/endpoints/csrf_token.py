"""The LMS's CSRF token. Its cheap answer is also used for its `Date` header."""

from loaders.endpoint import Endpoint, Pace

CSRF_TOKEN = Endpoint(
    name="csrf/token", path="/csrf/api/v1/token", weight=5, pace=Pace.QUICK, cookies=frozenset({"csrftoken"})
)
"""`GET /csrf/api/v1/token`: for anybody, without a database query."""
