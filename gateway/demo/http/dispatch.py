"""From a request to an answer: the route table's rules around a view, in the order the LMS applies them."""

from __future__ import annotations

from collections.abc import Sequence
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, quote

import orjson

from gateway.demo.http import pages
from gateway.demo.http.auth import Identity, Schemes, identify, session_owner
from gateway.demo.http.csrf import new_token
from gateway.demo.http.errors import ApiError, Crash, FieldErrors, PageNotFound, not_signed_in
from gateway.demo.http.faults import Wire
from gateway.demo.http.route import ABSENT, Answer, Call, Family, Route, Slash
from gateway.demo.http.throttle import Throttle
from gateway.demo.world.people import User
from gateway.demo.world.world import World

HTML = "text/html; charset=utf-8"
_JSON_ACCEPTED = ("*/*", "application/*", "application/json")
_CORS_HEADERS = (
    "accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with, cache-control, expires, pragma,"
    " use-jwt-cookie"
)
_ONE_YEAR, _TWO_WEEKS = 31449600, 1209600


class Router:
    """Finds the row of a path. Rows are grouped by the first two path segments."""

    def __init__(self, routes: Sequence[Route]) -> None:
        self.routes = tuple(routes)
        self._groups: dict[str, list[tuple[Route, int]]] = {}
        for route in self.routes:
            for place, path in enumerate(route.paths):
                self._groups.setdefault(_group(path), []).append((route, place))

    def find(self, path: str) -> tuple[Route, dict[str, str]] | str | None:
        """The row and path parameters; a path to redirect to; None when there is no such page."""
        bare = path[:-1] if path.endswith("/") else path
        slashed = path.endswith("/")
        redirect = None
        for group in (_group(path), ""):
            for route, place in self._groups.get(group, ()):
                pattern = route.patterns[place]
                if route.slash is Slash.NEVER:
                    match = pattern.match(path)
                else:
                    match = pattern.match(bare)
                    if match and route.slash is Slash.MUST and not slashed:
                        redirect, match = redirect or f"{path}/", None
                if match:
                    return route, match.groupdict()
        return redirect


def _group(path: str) -> str:
    segments = path.split("/", 3)
    group = "/".join(segments[1:3])
    return "" if "{" in group or segments[1] == "courses" else group


class Dispatcher:
    """Answers requests. Holds no transport: `app.py` reads and sends."""

    def __init__(self, world: World, routes: Sequence[Route], throttle: Throttle) -> None:
        self.world = world
        self.router = Router(routes)
        self.throttle = throttle

    def call_of(
        self, method: str, path: str, query_string: str, headers: dict[str, str], body: bytes
    ) -> tuple[Call | None, str | None]:
        """The call of a request, or None and where to redirect to (None again: no such page)."""
        found = self.router.find(path)
        if found is None or isinstance(found, str):
            return None, found
        route, params = found
        cookies = parse_cookies(headers.get("cookie", ""))
        query = parse_qs(query_string, keep_blank_values=True)
        call = Call(
            self.world,
            route,
            method,
            path,
            params,
            query,
            query_string,
            headers,
            cookies,
            body,
            Identity(),
            self.throttle,
        )
        return call, None

    def respond(self, call: Call) -> Wire:
        """Run the call through its row's rules and its view."""
        origin = call.headers.get("origin")
        if call.method == "OPTIONS" and origin and "access-control-request-method" in call.headers:
            return self._preflight(origin)
        try:
            answer = self._answer(call)
        except Crash:
            return self.page(500, pages.SERVER_ERROR, self._session_user(call.cookies), origin)
        except PageNotFound:
            return self.page(404, pages.NOT_FOUND, self._session_user(call.cookies), origin)
        except FieldErrors as error:
            answer = Answer(error.body, 400)
        except ApiError as error:
            answer = _rendered(error, call.route)
        return self._finish(call, answer)

    def not_found(self, headers: dict[str, str]) -> Wire:
        cookies = parse_cookies(headers.get("cookie", ""))
        return self.page(404, pages.NOT_FOUND, self._session_user(cookies), headers.get("origin"))

    def redirect(self, location: str, query_string: str) -> Wire:
        """The slash redirect: method and body are lost by whoever follows it."""
        target = quote(location, safe="/:@+,~%") + (f"?{query_string}" if query_string else "")
        return Wire(301, [("content-type", HTML), ("location", target)], b"")

    def page(self, status: int, html: str, user: User | None, origin: str | None) -> Wire:
        headers = [
            ("content-type", HTML),
            ("x-frame-options", "DENY"),
            ("vary", "Accept-Language, Cookie, origin"),
            ("content-language", "en"),
        ]
        if user is not None:
            headers.append(("set-cookie", _language_cookie(user)))
        headers.append(("set-cookie", _cookie("csrftoken", new_token(), _ONE_YEAR)))
        headers += _cors(self.world, origin)
        return Wire(status, headers, html.encode())

    def _session_user(self, cookies: dict[str, str]) -> User | None:
        return session_owner(self.world, cookies)

    def _answer(self, call: Call) -> Answer:
        route = call.route
        if not route.page:
            _negotiate(call)
        call.identity = identify(
            self.world, route.schemes, call.method, call.headers, call.cookies, csrf=not route.page
        )
        if route.login and call.user is None:
            raise not_signed_in()
        if route.throttle is not None:
            self._count(call, route.throttle)
        handler = route.handler(call.method)
        if handler is None:
            if call.method == "OPTIONS" and not route.page:
                return Answer(_metadata(route))
            raise ApiError(f'Method "{call.method}" not allowed.', status=405)
        return handler(call)

    def _count(self, call: Call, bucket: str) -> None:
        address = call.headers.get("x-forwarded-for", "").partition(",")[0].strip() or "local"
        allowed, wait = self.throttle.check(bucket, call.user, address)
        if not allowed:
            raise Throttled(wait)

    def _finish(self, call: Call, answer: Answer) -> Wire:
        route, identity = call.route, call.identity
        body = b""
        headers: list[tuple[str, str]] = []
        if answer.content_type is not None:
            headers.append(("content-type", answer.content_type))
            body = str(answer.body).encode() if answer.body is not ABSENT else b""
        elif answer.body is not ABSENT:
            headers.append(("content-type", "application/json"))
            body = orjson.dumps(answer.body)
        if answer.status == 401 and route.family is Family.A and not route.page:
            realm = "JWT" if Schemes.JWT in route.schemes else "Bearer"
            headers.append(("www-authenticate", f'{realm} realm="api"'))
        if not route.page:
            headers.append(("allow", route.allow))
        if route.expose_date:
            headers.append(("access-control-expose-headers", "Date"))
        sets_csrf = route.sets_csrf and answer.status < 400 and call.method in ("GET", "HEAD")
        headers += [
            ("x-frame-options", "DENY"),
            ("vary", "Cookie, Accept-Language, origin" if sets_csrf else "Accept-Language, origin, Cookie"),
            ("content-language", "en"),
        ]
        headers += _cors(self.world, call.headers.get("origin"))
        headers += answer.headers.items()
        if sets_csrf:
            call.set_cookies.append(_cookie("csrftoken", new_token(), _ONE_YEAR))
        user = identity.user or identity.session_user
        if user is not None and answer.status != 401:
            call.set_cookies.append(_language_cookie(user))
        if (
            identity.user is not None
            and identity.scheme in Schemes.JWT | Schemes.BEARER
            and not call.session_id
        ):
            # A server session of its own that is not logged in: used alone it answers 401.
            call.set_cookies.append(_cookie("sessionid", new_token().lower(), _TWO_WEEKS, http_only=True))
        headers += [("set-cookie", cookie) for cookie in call.set_cookies]
        return Wire(answer.status, headers, body)

    def _preflight(self, origin: str) -> Wire:
        headers = [("content-type", HTML), ("vary", "origin, Cookie"), *_cors(self.world, origin)]
        if len(headers) > 2:
            headers += [
                ("access-control-allow-headers", _CORS_HEADERS),
                ("access-control-allow-methods", "DELETE, GET, OPTIONS, PATCH, POST, PUT"),
                ("access-control-max-age", "86400"),
            ]
        return Wire(200, headers, b"")


class Throttled(ApiError):
    """429; `wait` is in seconds, None when the LMS cannot say."""

    status = 429

    def __init__(self, wait: int | None) -> None:
        unit = "second" if wait == 1 else "seconds"
        super().__init__(
            "Request was throttled." + (f" Expected available in {wait} {unit}." if wait else "")
        )
        self.wait = wait


def parse_cookies(header: str) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}


def _rendered(error: ApiError, route: Route) -> Answer:
    if route.family is Family.B:
        body = {"developer_message": error.detail} | ({"error_code": error.code} if error.code else {})
        return Answer(body, error.status)
    headers = {}
    if isinstance(error, Throttled) and error.wait is not None:
        headers["Retry-After"] = str(error.wait)
    body = error.detail if isinstance(error.detail, dict) else {"detail": error.detail}
    return Answer(body, error.status, headers)


def _negotiate(call: Call) -> None:
    accept = call.headers.get("accept", "*/*")
    kinds = [part.partition(";")[0].strip() for part in accept.split(",")]
    if not any(kind in _JSON_ACCEPTED for kind in kinds):
        # The framework looks at the session before it looks at the view's own schemes.
        call.identity = Identity(session_user=session_owner(call.world, call.cookies))
        raise ApiError("Could not satisfy the request Accept header.", status=406)


def _metadata(route: Route) -> dict[str, object]:
    title = route.name.replace(".", " ").replace("_", " ").title()
    return {"name": title, "description": "", "renders": ["application/json"], "parses": list(route.parses)}


def _cors(world: World, origin: str | None) -> list[tuple[str, str]]:
    if origin is None or origin not in world.site.trusted_origins:
        return []
    return [("access-control-allow-origin", origin), ("access-control-allow-credentials", "true")]


def _language_cookie(user: User) -> str:
    language = user.preferences.get("pref-lang")
    if language is None:
        return 'openedx-language-preference=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=Lax'
    return _cookie("openedx-language-preference", language, _TWO_WEEKS)


def _cookie(name: str, value: str, seconds: int, *, http_only: bool = False) -> str:
    return f"{name}={value};{' HttpOnly;' if http_only else ''} Max-Age={seconds}; Path=/; SameSite=Lax"
