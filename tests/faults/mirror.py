"""An LMS that names the caller in every answer, so that an answer for the wrong person is detected.

It is slow and fails at random, sets cookies on every answer as the real one does, and notes a request in which two
people's credentials meet.
"""

import asyncio
import base64
import json
import random
import re
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

VISITOR = "visitor"


def token_of(user: str) -> str:
    """A JWT of this user, by shape."""
    payload = base64.urlsafe_b64encode(json.dumps({"preferred_username": user}).encode()).decode().rstrip("=")
    return f"x.{payload}.signature"


def user_of(token: str) -> str:
    """The user of such a JWT."""
    payload = token.split(".")[1]
    return str(json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))["preferred_username"])


class Mirror:
    """The state of the mirror: its chance, and what it has seen go wrong."""

    def __init__(self, seed: int, trouble: float) -> None:
        self.random = random.Random(seed)
        self.trouble = trouble
        self.calls = 0
        self.mixed: list[str] = []

    def caller(self, request: Request) -> str:
        """The caller; all credentials of the request must agree."""
        found: set[str] = set()
        authorization = request.headers.get("authorization")
        if authorization:
            found.add(user_of(authorization.split(" ", 1)[1]))
        cookies = request.cookies
        if "sessionid" in cookies:
            found.add(cookies["sessionid"].removeprefix("session-of-"))
        if "edx-jwt-cookie-header-payload" in cookies:
            found.add(user_of(cookies["edx-jwt-cookie-header-payload"] + ".s"))
        if len(found) > 1:
            self.mixed.append(str(sorted(found)))
        return found.pop() if found else VISITOR


def create_mirror(mirror: Mirror) -> Starlette:
    """The mirror as an application."""

    def course(key: str, who: str) -> dict[str, Any]:
        return {
            "id": key,
            "course_id": key,
            "name": f"title for {who}",
            "short_description": f"text for {who}",
            "number": "X",
            "org": "A",
            "media": {},
            "pacing": "self",
            "hidden": False,
        }

    async def me(request: Request) -> Response:
        who = mirror.caller(request)
        return JSONResponse({"username": who}) if who != VISITOR else JSONResponse({"detail": "no"}, 401)

    async def account(request: Request) -> Response:
        who = mirror.caller(request)
        if request.path_params["username"] != who:
            return Response(status_code=404)
        return JSONResponse({"username": who, "name": f"name of {who}", "email": f"{who}@example.com"})

    async def one(request: Request) -> Response:
        return JSONResponse(course(request.path_params["key"], mirror.caller(request)))

    async def many(request: Request) -> Response:
        who = mirror.caller(request)
        rows = [course(key, who) for key in request.query_params.get("course_keys", "").split(",")]
        return JSONResponse({"results": rows, "pagination": {"next": None, "previous": None, "count": len(rows)}})

    return Starlette(
        middleware=[Middleware(_Troubled, mirror=mirror)],
        routes=[
            Route("/api/user/v1/me", me),
            Route("/api/user/v1/accounts/{username}", account),
            Route("/api/courses/v1/courses/", many),
            Route("/api/courses/v1/courses/{key}", one),
        ],
    )


class _Troubled:
    """Delays, failures and cookies around the answers."""

    def __init__(self, app: ASGIApp, mirror: Mirror) -> None:
        self._app = app
        self._mirror = mirror

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        mirror = self._mirror
        mirror.calls += 1
        await asyncio.sleep(mirror.random.random() ** 3 * 0.04)
        chance = mirror.random.random() / mirror.trouble if mirror.trouble else 1.0
        if chance < 0.3:
            await _respond(send, mirror.random.choice((500, 502, 503)))
            return
        who = mirror.caller(Request(scope))

        async def cookie_send(message: Any) -> None:
            if message["type"] == "http.response.start":
                cookies = (f"sessionid=session-of-{who}; Path=/; HttpOnly", f"csrftoken={who}; Path=/")
                message["headers"] += [(b"set-cookie", cookie.encode()) for cookie in cookies]
                if chance > 3:
                    message["headers"].append((b"connection", b"close"))
            elif chance < 0.6:
                raise ConnectionAbortedError  # the head is out, the body never comes
            await send(message)

        await self._app(scope, receive, cookie_send)


async def _respond(send: Send, status: int) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"text/html")]})
    await send({"type": "http.response.body", "body": b"<h1>trouble</h1>"})


def people_in(text: str) -> set[str]:
    """Whoever a text names."""
    return set(re.findall(rf"user\d+|{VISITOR}", text))
