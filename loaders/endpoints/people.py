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
"""`GET /api/user/v1/accounts?username=a,b`: the data that the viewer may see of each. Unknown names are left out; an
empty 404 means that all names are unknown.
"""
