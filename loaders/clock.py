"""A cheap answer for its `Date` header."""

from loaders.endpoint import Endpoint, Pace

CSRF_TOKEN = Endpoint(name="csrf/token", path="/csrf/api/v1/token", weight=5, pace=Pace.QUICK)
"""`GET /csrf/api/v1/token`: answers anybody, without touching the database."""
