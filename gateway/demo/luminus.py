"""A stand-in for the LumiNUS edX Contents API, a service with another host, owner and credential than the LMS.

One endpoint, `GET /ExternalLinks/edXCourseruns`, for whoever sends the administrator's subscription key. Errors are
JSON strings; only the key check answers with an object, as the API gateway before the service does. `/__calls`,
`/__faults`, `/__features` and `/__reset` control it as they control the LMS.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send

from gateway.demo.http.control import CallLog
from gateway.demo.http.faults import Fault, Faults, Wire, replacement, send_plain, send_with_fault
from gateway.demo.luminus_catalog import course_runs
from gateway.demo.world import World

DEFAULT_PORT = 18001
PORT_VARIABLE = "GATEWAY_DEMO_LUMINUS_PORT"
PATH = "/ExternalLinks/edXCourseruns"
KEY_HEADER = "ocp-apim-subscription-key"
ADMIN_KEY = "demo-luminus-key"
READER_KEY = "demo-luminus-reader"

# The texts of the service; 401 comes from the gateway before it.
ERRORS = {
    400: "Bad Request",
    403: "Login user not authorized to perform this action",
    404: "the catalog is not found",
    500: "Server Error",
}
_KEY_ERRORS = {
    "missing": "Access denied due to missing subscription key."
    " Make sure to include subscription key when making requests to an API.",
    "invalid": "Access denied due to invalid subscription key."
    " Make sure to provide a valid key for an active subscription.",
}
_REALM = 'AzureApiManagementKey realm="/ExternalLinks",name="Ocp-Apim-Subscription-Key",type="header"'
_JSON = ("content-type", "application/json; charset=utf-8")
_FEATURES = {"single_object": False}


class Luminus:
    """The API as an ASGI application. `features["single_object"]` makes the answer one object, not an array."""

    def __init__(self, world: Callable[[], World]) -> None:
        self._world = world
        self.log = CallLog()
        self.faults = Faults()
        self.features = dict(_FEATURES)

    def reset(self) -> None:
        """Resets faults and features; the log of calls stays."""
        self.faults.replace({})
        self.features = dict(_FEATURES)

    def choose(self, raw: Any) -> None:
        """Raises ValueError for anything but `{"single_object": bool}`."""
        if not isinstance(raw, dict) or not _FEATURES.keys() >= raw.keys():
            raise ValueError(f"expected some of {', '.join(_FEATURES)}")
        if not all(isinstance(value, bool) for value in raw.values()):
            raise ValueError("expected true or false")
        self.features |= raw

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.monotonic()
        method, path, query = scope["method"], scope["path"], scope["query_string"].decode("latin-1")
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        entry = self.log.add(method, path, query, None, headers, started)
        status: int | None = None
        try:
            fault = self.faults.take(path)
            if fault is not None:
                await fault.delay()
            wire = self._wire(method, path, headers, fault)
            if fault is None:
                await send_plain(wire, send)
            else:
                await send_with_fault(wire, fault, receive, send)
            status = None if fault is not None and fault.kind == "hang" else wire.status
        finally:
            self.log.finish(entry, status, (time.monotonic() - started) * 1000)

    def _wire(self, method: str, path: str, headers: dict[str, str], fault: Fault | None) -> Wire:
        if fault is not None and fault.replaces_answer:
            if fault.kind is None and fault.status in ERRORS:
                return _error(fault.status)
            return replacement(fault, path, "message")
        if method != "GET" or path != PATH:
            return _wire(404, {"statusCode": 404, "message": "Resource not found"})
        key = headers.get(KEY_HEADER)
        if key not in (ADMIN_KEY, READER_KEY):
            refused = _wire(401, {"statusCode": 401, "message": _KEY_ERRORS["invalid" if key else "missing"]})
            refused.headers.append(("www-authenticate", _REALM))
            return refused
        if key == READER_KEY:
            return _error(403)
        rows = course_runs(self._world())
        if not rows:
            return _error(404)
        return _wire(200, rows[0] if self.features["single_object"] else rows)


def _wire(status: int, body: Any) -> Wire:
    return Wire(status, [_JSON], orjson.dumps(body))


def _error(status: int) -> Wire:
    return _wire(status, ERRORS[status])


def create_luminus_app(world: Callable[[], World] | World) -> Starlette:
    """The whole server; `app.state.luminus` is the `Luminus`. A function gives the world of the moment, so that the
    catalogue follows an LMS that is reset."""
    luminus = Luminus(world if callable(world) else lambda: world)

    async def calls(request: Request) -> Response:
        if request.method == "DELETE":
            luminus.log.calls.clear()
            return Response(status_code=204)
        return Response(orjson.dumps(list(luminus.log.calls)), media_type="application/json")

    async def faults(request: Request) -> Response:
        return await _take(request, luminus.faults.replace)

    async def features(request: Request) -> Response:
        return await _take(request, luminus.choose)

    async def reset(request: Request) -> Response:
        luminus.reset()
        return Response(status_code=204)

    app = Starlette(
        routes=[
            Route("/__calls", calls, methods=["GET", "DELETE"]),
            Route("/__faults", faults, methods=["PUT"]),
            Route("/__features", features, methods=["PUT"]),
            Route("/__reset", reset, methods=["POST"]),
            Mount("", app=luminus),
        ]
    )
    app.state.luminus = luminus
    return app


async def _take(request: Request, take: Callable[[Any], None]) -> Response:
    try:
        take(orjson.loads(await request.body()))
    except ValueError as error:
        return Response(orjson.dumps(str(error)), 400, media_type="application/json")
    return Response(status_code=204)


def luminus_port(given: int | None = None) -> int:
    """The port given, else `GATEWAY_DEMO_LUMINUS_PORT`, else 18001. Raises ValueError for no port."""
    if given is not None:
        return given
    text = os.environ.get(PORT_VARIABLE, str(DEFAULT_PORT))
    if not text.isdecimal() or int(text) > 65535:
        raise ValueError(f"{PORT_VARIABLE}: not a port: {text}")
    return int(text)
