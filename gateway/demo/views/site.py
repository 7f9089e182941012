"""Endpoints of the installation: CSRF token, sign-in form, front-end configuration."""

from __future__ import annotations

from gateway.demo.http.auth import Schemes
from gateway.demo.http.body import fields
from gateway.demo.http.cookies import TWO_WEEKS, csrf_cookie, session_cookie
from gateway.demo.http.csrf import new_token
from gateway.demo.http.route import Answer, Call, Route, Slash
from gateway.demo.world.world import PASSWORD


def csrf_token(call: Call) -> Answer:
    """The token to send as `X-CSRFToken`, and the same as a cookie."""
    token = call.cookies.get("csrftoken") or new_token()
    call.set_cookies.append(csrf_cookie(token))
    return Answer({"csrfToken": token})


def login_session(call: Call) -> Answer:
    """Sign in with a form: username or e-mail, and the password everybody has."""
    form = fields(call)
    name = form.get("email_or_username") or form.get("email") or ""
    user = next((user for user in call.world.users.values() if name in (user.username, user.email)), None)
    if user is None or form.get("password") != PASSWORD:
        text = "Email or password is incorrect."
        return Answer({"success": False, "value": text, "error_code": "incorrect-email-or-password"}, 400)
    session_id = call.world.log_in(user)
    call.set_cookies.append(session_cookie(session_id, TWO_WEEKS))
    return Answer({"success": True, "redirect_url": f"{call.world.site.base_url}/dashboard"})


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
    Route("mfe_config", ("/api/mfe_config/v1",), {"GET": mfe_config}, Slash.NEVER, Schemes.NONE),
)
