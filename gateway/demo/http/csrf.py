"""Django's CSRF check: origin first, then the cookie against the header."""

from __future__ import annotations

import secrets
import string
from collections.abc import Mapping

from gateway.demo.world.site import Site

_ALPHABET = string.ascii_letters + string.digits


def csrf_failure(site: Site, headers: Mapping[str, str], cookies: dict[str, str]) -> str | None:
    """Why an unsafe request is refused, None when it passes. Any matching pair of 32 characters passes."""
    origin = headers.get("origin")
    own = {site.base_url, f"http://{headers.get('host', '')}"}
    if origin is not None and origin not in own and origin not in site.trusted_origins:
        return f"Origin checking failed - {origin} does not match any trusted origins."
    cookie = cookies.get("csrftoken")
    if not cookie:
        return "CSRF cookie not set."
    token = headers.get("x-csrftoken")
    if token is None:
        return "CSRF token missing."
    if len(token) not in (32, 64):
        return "CSRF token from the 'X-Csrftoken' HTTP header has incorrect length."
    if token != cookie:
        return "CSRF token from the 'X-Csrftoken' HTTP header incorrect."
    return None


def new_token() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(32))
