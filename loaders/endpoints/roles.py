"""The viewer's roles in courses."""

from loaders.endpoint import Endpoint, Pace

ROLES = Endpoint(
    name="enrollment/roles",
    path="/api/enrollment/v1/roles/",
    weight=25,
    anonymous=False,
    throttle="user",
    pace=Pace.QUICK,
)
"""`GET /api/enrollment/v1/roles/`: the viewer's course and organisation roles, and whether they are global staff."""
