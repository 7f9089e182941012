"""The `/__*` controls for tests, and the index page. They are not counted, and faults do not apply to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from gateway.demo.http.pages import index_page
from gateway.demo.lms import DemoLMS
from gateway.demo.routes import ROUTES


class Controls:
    """The controls of one `DemoLMS`."""

    def __init__(self, lms: DemoLMS) -> None:
        self._lms = lms
        self.routes = [
            Route("/", self.index),
            Route("/__calls", self.calls, methods=["GET", "DELETE"]),
            Route("/__faults", self.faults, methods=["GET", "PUT", "OPTIONS"]),
            Route("/__features", self.features, methods=["GET", "PUT"]),
            Route("/__reset", self.reset, methods=["POST"]),
        ]

    async def index(self, request: Request) -> Response:
        return HTMLResponse(index_page(self._lms.world, ROUTES))

    async def calls(self, request: Request) -> Response:
        """GET lists the API calls since the last DELETE."""
        if request.method == "DELETE":
            self._lms.log.calls.clear()
            return Response(status_code=204)
        return _json(list(self._lms.log.calls))

    async def faults(self, request: Request) -> Response:
        """GET shows the faults, PUT replaces all of them; 400 for an invalid set of faults.

        Pages of the origins that the LMS trusts may use it.
        """
        response = Response(status_code=204)
        if request.method == "PUT":
            response = await _taking(request, self._lms.faults.replace) or response
        elif request.method == "GET":
            response = _json(self._lms.faults.state())
        origin = request.headers.get("origin", "")
        if self._lms.world.site.trusts(origin):
            response.headers.update({"access-control-allow-origin": origin, "access-control-allow-methods": "GET, PUT"})
        response.headers["vary"] = "origin"
        return response

    async def features(self, request: Request) -> Response:
        """GET shows what the installation has switched on; PUT switches by feature or route name."""
        refused = None
        if request.method == "PUT":
            names = {route.name for route in ROUTES}
            refused = await _taking(request, lambda raw: self._lms.world.features.choose(raw, names))
        return refused or _json(self._lms.world.features.state())

    async def reset(self, request: Request) -> Response:
        self._lms.reset()
        return Response(status_code=204)


async def _taking(request: Request, take: Callable[[Any], None]) -> Response | None:
    """Passes the JSON body to `take`. Returns the 400 answer if it is refused."""
    try:
        take(orjson.loads(await request.body()))
    except ValueError as error:
        return _json({"detail": str(error)}, 400)
    return None


def _json(body: object, status: int = 200) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")
