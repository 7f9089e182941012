"""The LMS's JSON Web Tokens. The demo's tokens are signed with a word."""

from __future__ import annotations

import base64
import binascii
import json
import time
from typing import Any

from gateway.demo.world.people import User
from gateway.demo.world.site import Site

SIGNATURE = "demo"
SECONDS = 3600
"""How long a token is valid."""


def encoded(site: Site, user: User) -> str:
    """A token with the claims of the LMS's cookie, issued now: its time is that of clocks, not the demo world's."""
    issued = int(time.time())
    claims = {
        "aud": "openedx",
        "exp": issued + SECONDS,
        "grant_type": "password",
        "iat": issued,
        "iss": f"{site.base_url}/oauth2",
        "preferred_username": user.username,
        "scopes": ["user_id", "email", "profile"],
        "version": "1.2.0",
        "sub": f"demo-{user.id}",
        "filters": ["user:me"],
        "is_restricted": False,
        "email_verified": True,
        "user_id": user.id,
        "email": user.email,
        "name": user.profile.get("name", ""),
        "administrator": user.is_staff,
        "superuser": False,
    }
    return f"{_part({'alg': 'RS512', 'typ': 'JWT'})}.{_part(claims)}.{SIGNATURE}"


def claims_of(payload: str) -> dict[str, Any] | None:
    """The claims in a token's payload; None when they cannot be read."""
    try:
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (binascii.Error, ValueError):
        return None
    return claims if isinstance(claims, dict) else None


def _part(value: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")
