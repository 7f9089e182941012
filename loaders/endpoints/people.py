"""Accounts of several people at once."""

from loaders.endpoint import Batch, Endpoint, Missing, Pace
from loaders.form import Form

ACCOUNTS = Endpoint(
    name="user/accounts",
    path="/api/user/v1/accounts",
    weight=47,
    anonymous=False,
    array=True,
    pace=Pace.QUICK,
    batch=Batch(rows="", key="username", parameter="username", limit=100),
    missing={404: Missing.ABSENT},
    forms={404: Form.ERROR | Form.EMPTY},
)
"""`GET /api/user/v1/accounts?username=a,b`: what the viewer may see of each; unknown names are left out, and an empty
404 means that there is none of them."""
