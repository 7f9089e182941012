"""Cookies as the LMS reads and sets them."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie

from gateway.demo.world.people import User

YEAR, FOUR_WEEKS, TWO_WEEKS = 31449600, 2419200, 1209600
_DELETED = 'openedx-language-preference=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax'


def parse_cookies(header: str) -> dict[str, str]:
    """Name to value; a header that is no cookie list reads as empty."""
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}


def csrf_cookie(token: str) -> str:
    return f"csrftoken={token}; Max-Age={YEAR}; Path=/; SameSite=Lax"


def session_cookie(session_id: str, seconds: int = FOUR_WEEKS) -> str:
    return f"sessionid={session_id}; HttpOnly; Max-Age={seconds}; Path=/; SameSite=Lax"


def language_cookie(user: User) -> str:
    """The language preference, or the deletion of the cookie for somebody without one."""
    language = user.preferences.get("pref-lang")
    if language is None:
        return _DELETED
    return f"openedx-language-preference={language}; Max-Age={TWO_WEEKS}; Path=/; SameSite=Lax"
