"""Endpoints of the installation: CSRF token, sign-in form, renewal of the token, front-end configuration."""

from __future__ import annotations

from datetime import timedelta

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.cookies import (
    TWO_WEEKS,
    csrf_cookie,
    http_date,
    jwt_cookies,
    login_cookies,
    session_cookie,
)
from gateway.demo.http.csrf import masked, secret_in
from gateway.demo.http.jwt import SECONDS
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.world import PASSWORD


def csrf_token(call: Call) -> Answer:
    """The token to send as `X-CSRFToken`, and the same as a cookie."""
    secret = secret_in(call.cookies)
    call.set_cookies.append(csrf_cookie(secret))
    return Answer({"csrfToken": masked(secret)})


def login_session(call: Call) -> Answer:
    """Sign in with a form: username or e-mail, and the password everybody has."""
    form = fields(call)
    name = form.get("email_or_username") or form.get("email") or ""
    user = next((user for user in call.world.users.values() if name in (user.username, user.email)), None)
    if user is None or form.get("password") != PASSWORD:
        text = "Email or password is incorrect."
        return Answer({"success": False, "value": text, "error_code": "incorrect-email-or-password"}, 400)
    session_id = call.world.log_in(user)
    site = call.world.site
    call.set_cookies.append(session_cookie(site, session_id, TWO_WEEKS))
    call.set_cookies += login_cookies(site, user, call.world.now)
    return Answer({"success": True, "redirect_url": f"{site.base_url}/dashboard"})


def login_refresh(call: Call) -> Answer:
    """A new token for the owner of the session, as cookies. It needs no CSRF pair."""
    if call.user is None:
        return Answer("Unauthorized", 401)
    now = call.world.now
    expires = now + timedelta(seconds=SECONDS)
    call.set_cookies += jwt_cookies(call.world.site, call.user, now)
    return Answer(
        {
            "success": True,
            "user_id": call.user.id,
            "response_epoch_seconds": now.timestamp(),
            "response_http_date": http_date(now),
            "expires": http_date(expires),
            "expires_epoch_seconds": int(expires.timestamp()),
        }
    )


def mfe_config(call: Call) -> Answer:
    """The operator's map, as free as it is on the real one."""
    return Answer({"BASE_URL": "localhost"}, headers={"Cache-Control": "max-age=300"})


ROUTES = (
    Route("csrf.token", ("/csrf/api/v1/token",), {"GET": csrf_token}, Slash.NEVER, Schemes.JBS),
    Route(
        "user.login_session",
        ("/api/user/v1/account/login_session", "/api/user/v2/account/login_session"),
        {"POST": login_session},
        Slash.MUST,
        Schemes.NONE,
    ),
    Route("login_refresh", ("/login_refresh",), {"POST": login_refresh}, Slash.NEVER, Schemes.SESSION, page=True),
    Route("mfe_config", ("/api/mfe_config/v1",), {"GET": mfe_config}, Slash.NEVER, Schemes.NONE),
)
