"""Answers a request: applies the rules of the route table around a view, in the LMS's order."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs, quote

import orjson

from gateway.demo.http import pages
from gateway.demo.http.auth import Identity, Schemes, identify, session_owner
from gateway.demo.http.cookies import TWO_WEEKS, csrf_cookie, language_cookie, parse_cookies, session_cookie
from gateway.demo.http.csrf import new_token
from gateway.demo.http.errors import (
    NOT_SIGNED_IN,
    ApiError,
    CrashError,
    FieldsError,
    NotFoundError,
    PermissionDeniedError,
    ThrottledError,
    not_signed_in,
)
from gateway.demo.http.faults import Wire
from gateway.demo.http.route import ABSENT, Answer, Call, Family, Route
from gateway.demo.http.router import Redirect, Router
from gateway.demo.http.throttle import Throttle
from gateway.demo.world.features import Off
from gateway.demo.world.people import User
from gateway.demo.world.world import World

_log = logging.getLogger(__name__)
HTML = "text/html; charset=utf-8"
_JSON_ACCEPTED = frozenset({"*/*", "application/*", "application/json"})
_CORS_HEADERS = (
    "accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with, cache-control, expires,"
    " pragma, use-jwt-cookie"
)
_VARY = "Accept-Language, origin, Cookie"
# Which of the three stands first shows what touched the cookie first: nothing special, the view, or a decorator.
_VARY_CSRF_IN_VIEW = "Accept-Language, Cookie, origin"
_VARY_CSRF_AROUND = "Cookie, Accept-Language, origin"


class Dispatcher:
    """Answers requests. Holds no transport: `app.py` reads and sends."""

    def __init__(self, world: World, routes: Sequence[Route], throttle: Throttle) -> None:
        self.world = world
        self.router = Router(routes)
        self.throttle = throttle

    def call_of(
        self, method: str, path: str, query_string: str, headers: dict[str, str], body: bytes
    ) -> Call | Redirect | None:
        """The call of a request, where to redirect to, or None when there is no such page."""
        found = self.router.find(path)
        if found is None or isinstance(found, Redirect):
            return found
        route, params = found
        if self.world.features.off(route.name) is Off.NO_PAGE:
            return None
        return Call(
            world=self.world,
            route=route,
            method=method,
            path=path,
            params=params,
            query=parse_qs(query_string, keep_blank_values=True),
            query_string=query_string,
            headers=headers,
            cookies=parse_cookies(headers.get("cookie", "")),
            body=body,
            identity=Identity(),
        )

    def respond(self, call: Call) -> Wire:
        """Answers the call by the rules of its route and by its view."""
        origin = call.headers.get("origin")
        if call.method == "OPTIONS" and origin and "access-control-request-method" in call.headers:
            return self._preflight(origin)
        try:
            answer = self._answer(call)
        except CrashError:
            return self.page(500, pages.SERVER_ERROR, call.user, origin)
        except FieldsError as error:
            answer = Answer(error.body, 400)
        except ApiError as error:
            if call.route.page:
                return self._refused_page(call, error)
            answer = _rendered(error, call.route)
        except Exception:  # noqa: BLE001 - the last resort of a server
            # As on the real one: input nobody thought of is an HTML page for the caller and a traceback in the log.
            _log.exception("%s %s", call.method, call.path)
            return self.page(500, pages.SERVER_ERROR, call.user, origin)
        return self._finish(call, answer)

    def _refused_page(self, call: Call, error: ApiError) -> Wire:
        """Views outside of the REST framework answer errors with a page, or without a body for a wrong method."""
        if error.status == 405:
            return Wire(405, [("content-type", HTML), ("allow", ", ".join(call.route.methods))], b"")
        return self.page(error.status, pages.NOT_FOUND, call.user, call.headers.get("origin"))

    def not_found(self, headers: dict[str, str]) -> Wire:
        user = session_owner(self.world, parse_cookies(headers.get("cookie", "")))
        return self.page(404, pages.NOT_FOUND, user, headers.get("origin"))

    def redirect(self, location: str, query_string: str) -> Wire:
        """The redirect to the path with a slash. Clients that follow it lose method and body."""
        target = quote(location, safe="/:@+,~%") + (f"?{query_string}" if query_string else "")
        return Wire(301, [("content-type", HTML), ("location", target)], b"")

    def page(self, status: int, html: str, user: User | None, origin: str | None) -> Wire:
        """An HTML page of the LMS itself; it carries a form, so a CSRF cookie comes with it."""
        headers = [
            ("content-type", HTML),
            ("x-frame-options", "DENY"),
            ("vary", _VARY_CSRF_IN_VIEW),
            ("content-language", "en"),
            *_cors(self.world, origin),
            *([("set-cookie", language_cookie(self.world.site, user))] if user is not None else []),
            ("set-cookie", csrf_cookie(new_token())),
        ]
        return Wire(status, headers, html.encode())

    def _answer(self, call: Call) -> Answer:
        route = call.route
        if not route.page:
            _negotiate(call)
        call.identity = identify(
            self.world,
            route.schemes,
            call.method,
            call.headers,
            call.cookies,
            csrf=not route.page,
            session_first=route.session_first,
        )
        if route.login and call.user is None:
            raise PermissionDeniedError(NOT_SIGNED_IN) if route.refuses else not_signed_in()
        if route.throttle is not None:
            self._count(call, route.throttle)
        handler = route.handler(call.method)
        if handler is None:
            if call.method == "OPTIONS" and "OPTIONS" in route.allow:
                return Answer(_metadata(route))
            raise ApiError(f'Method "{call.method}" not allowed.', status=405)
        off = self.world.features.off(route.name)
        answer = handler(call) if off is None else _switched_off(off)
        if route.sets_csrf and call.method in ("GET", "HEAD"):
            call.set_cookies.append(csrf_cookie(new_token()))
            answer.headers["Vary"] = _VARY_CSRF_AROUND
        return answer

    def _count(self, call: Call, bucket: str) -> None:
        address = call.headers.get("x-forwarded-for", "").partition(",")[0].strip() or "local"
        allowed, wait = self.throttle.check(bucket, call.user, address)
        if not allowed:
            raise ThrottledError(wait)

    def _finish(self, call: Call, answer: Answer) -> Wire:
        route, identity = call.route, call.identity
        body = b""
        headers: list[tuple[str, str]] = []
        if answer.body is not ABSENT:
            headers.append(("content-type", answer.content_type or "application/json"))
            body = orjson.dumps(answer.body) if answer.content_type is None else str(answer.body).encode()
        if not route.page and not (answer.status == 403 and answer.content_type):
            headers.append(("allow", route.allow))
        if route.expose_date:
            headers.append(("access-control-expose-headers", "Date"))
        if not route.framed:
            headers.append(("x-frame-options", "DENY"))
        csrf = any(cookie.startswith("csrftoken=") for cookie in call.set_cookies)
        headers.append(("vary", answer.headers.pop("Vary", _VARY_CSRF_IN_VIEW if csrf else _VARY)))
        headers.append(("content-language", "en"))
        headers += _cors(self.world, call.headers.get("origin"))
        headers += answer.headers.items()
        if identity.user is not None:
            call.set_cookies.append(language_cookie(self.world.site, identity.user))
            if identity.scheme in Schemes.JWT | Schemes.BEARER and not call.session_id:
                # A server session of its own that is not logged in: used alone it answers 401.
                call.set_cookies.append(session_cookie(self.world.site, new_token().lower(), TWO_WEEKS))
        headers += [("set-cookie", cookie) for cookie in call.set_cookies]
        return Wire(answer.status, headers, body)

    def _preflight(self, origin: str) -> Wire:
        headers = [("content-type", HTML), ("vary", "origin, Cookie")]
        if cors := _cors(self.world, origin):
            headers += [
                *cors,
                ("access-control-allow-headers", _CORS_HEADERS),
                ("access-control-allow-methods", "DELETE, GET, OPTIONS, PATCH, POST, PUT"),
                ("access-control-max-age", "86400"),
            ]
        return Wire(200, headers, b"")


def _rendered(error: ApiError, route: Route) -> Answer:
    """The framework's error in the family of its view; only family A says how to sign in and how long to wait."""
    if route.family is Family.B:
        code = {"error_code": error.code} if error.code else {}
        return Answer({"developer_message": error.detail, **code}, error.status)
    headers = {}
    if error.status == 401 and route.refuses:
        return Answer({"detail": error.detail}, 403)
    if error.status == 401:
        realm = "JWT" if Schemes.JWT in route.schemes else "Bearer"
        headers["WWW-Authenticate"] = f'{realm} realm="api"'
    if isinstance(error, ThrottledError) and error.wait is not None:
        headers["Retry-After"] = str(error.wait)
    return Answer(error.detail if isinstance(error.detail, dict) else {"detail": error.detail}, error.status, headers)


def _switched_off(off: Off) -> Answer:
    """The answer of a view whose feature is switched off."""
    if off is Off.NOT_FOUND:
        raise NotFoundError
    if off is Off.CRASH:
        raise CrashError
    return Answer(status=403 if off is Off.EMPTY_FORBIDDEN else 404)


def _negotiate(call: Call) -> None:
    accept = call.headers.get("accept", "*/*")
    if not any(part.partition(";")[0].strip() in _JSON_ACCEPTED for part in accept.split(",")):
        # Only the session is known by then: the view's own schemes come later.
        owner = session_owner(call.world, call.cookies)
        call.identity = Identity(owner, Schemes.SESSION, owner)
        raise ApiError("Could not satisfy the request Accept header.", status=406)


def _metadata(route: Route) -> dict[str, Any]:
    """The answer to OPTIONS: the view's name and media types."""
    title = route.name.replace(".", " ").replace("_", " ").title()
    return {"name": title, "description": "", "renders": ["application/json"], "parses": list(route.parses)}


def _cors(world: World, origin: str | None) -> list[tuple[str, str]]:
    if origin is None or not world.site.trusts(origin):
        return []
    return [("access-control-allow-origin", origin), ("access-control-allow-credentials", "true")]
