"""Sign-in of the Django pages outside the REST framework."""

from __future__ import annotations

from urllib.parse import quote

from gateway.demo.http import pages
from gateway.demo.http.csrf import csrf_failure
from gateway.demo.http.route import Answer, Call

HTML = "text/html; charset=utf-8"


def login_page_guard(call: Call) -> Answer | None:
    """The refusal of a page that needs a session: 302 to sign-in, or 403 HTML without a CSRF pair. None passes."""
    if call.method not in ("GET", "HEAD", "OPTIONS") and csrf_failure(call.world.site, call.headers, call.cookies):
        return Answer(pages.FORBIDDEN, 403, content_type=HTML)
    if call.user is None:
        location = f"/login?next={quote(call.path, safe='/')}"
        return Answer("", 302, {"Location": location}, content_type=HTML)
    return None
