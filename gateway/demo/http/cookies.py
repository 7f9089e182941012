"""Cookies as the LMS reads and sets them."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from email.utils import format_datetime
from http.cookies import CookieError, SimpleCookie

from gateway.demo.http.jwt import SECONDS, encoded
from gateway.demo.world.people import User
from gateway.demo.world.site import Site

YEAR, FOUR_WEEKS, TWO_WEEKS = 31449600, 2419200, 1209600


def parse_cookies(header: str) -> dict[str, str]:
    """Cookies by name; empty if the header is invalid."""
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}


def csrf_cookie(token: str) -> str:
    """The secret of the CSRF pair. It is a cookie of the answering host only, even if the others are shared."""
    return f"csrftoken={token}; Max-Age={YEAR}; Path=/; SameSite=Lax"


def session_cookie(site: Site, session_id: str, seconds: int = FOUR_WEEKS) -> str:
    return f"sessionid={session_id}; {_domain(site)}HttpOnly; Max-Age={seconds}; Path=/; SameSite=Lax"


def language_cookie(site: Site, user: User) -> str:
    """The language preference; without one, the cookie is deleted."""
    language = user.preferences.get("pref-lang")
    if language is None:
        deleted = "expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax"
        return f'openedx-language-preference=""; {_domain(site)}{deleted}'
    return f"openedx-language-preference={language}; {_domain(site)}Max-Age={TWO_WEEKS}; Path=/; SameSite=Lax"


def jwt_cookies(site: Site, user: User, now: datetime) -> list[str]:
    """The token in two parts: scripts of the front ends can read the first one, but not the signature."""
    head, payload, signature = encoded(site, user).split(".")
    lasting = f"expires={http_date(now + timedelta(seconds=SECONDS))}; Max-Age={SECONDS}; Path=/"
    return [
        f"edx-jwt-cookie-header-payload={head}.{payload}; {_domain(site)}{lasting}",
        f"edx-jwt-cookie-signature={signature}; {_domain(site)}HttpOnly; {lasting}",
    ]


def login_cookies(site: Site, user: User, now: datetime) -> list[str]:
    """Cookies of a sign-in other than the session: two for other sites of the installation, and the token."""
    info = SimpleCookie({"edx-user-info": json.dumps({"version": 1, "username": user.username, "email": user.email})})
    lasting = f"expires={http_date(now + timedelta(seconds=TWO_WEEKS))}; Max-Age={TWO_WEEKS}; Path=/"
    return [
        f"edxloggedin=true; {_domain(site)}{lasting}",
        f"edx-user-info={info['edx-user-info'].coded_value}; {_domain(site)}{lasting}",
        *jwt_cookies(site, user, now),
    ]


def http_date(moment: datetime) -> str:
    """`Sat, 21 Nov 2026 06:21:19 GMT`."""
    return format_datetime(moment, usegmt=True)


def _domain(site: Site) -> str:
    return f"Domain={site.cookie_domain}; " if site.cookie_domain else ""
