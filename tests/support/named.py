"""Credentials that contain a username, like the tokens of a real LMS."""

import base64
import json
import time


def token(user: str, lasts: float | None = None) -> str:
    """A JWT of this user, good for so many seconds from now; None: it does not say."""
    claims: dict[str, object] = {"preferred_username": user}
    if lasts is not None:
        claims["exp"] = int(time.time() + lasts)
    payload = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"x.{payload}.demo"


def named(user: str, lasts: float | None = None) -> dict[str, str]:
    """The header of a JWT from which the gateway learns the username without asking."""
    return {"Authorization": f"JWT {token(user, lasts)}"}


def pair(user: str, lasts: float | None = None, *, signature: str = "demo") -> str:
    """The two cookies of a JWT, as a browser sends them."""
    return (
        f"edx-jwt-cookie-header-payload={token(user, lasts).rpartition('.')[0]}; edx-jwt-cookie-signature={signature}"
    )
