"""The application: `uvicorn benchmarks.floor.app:app`. It knows operations by their names, without any GraphQL."""

import gc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import msgspec
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from benchmarks.floor import dashboard, home, progress
from benchmarks.floor.lms import BASE_URL, Lms
from loaders.calls.client import Upstream


class Body(msgspec.Struct):
    """A GraphQL request as far as it is looked at."""

    query: str
    variables: dict[str, Any] = {}


decode = msgspec.json.Decoder(Body).decode


async def hello(lms: Lms, variables: dict[str, Any]) -> Any:
    """`{ __typename }`."""
    return {"__typename": "Query"}


PAGES: dict[str, Callable[[Lms, dict[str, Any]], Awaitable[Any]]] = {
    "{ __typename }": hello,
    "MeasuredCourseHomePage": home.page,
    "MeasuredProgressPage": progress.page,
    "MeasuredDashboardPage": dashboard.page,
}


async def graphql(request: Request) -> Response:
    """Answers one operation."""
    body = decode(await request.body())
    lms = Lms(request.app.state.upstream, request.headers.get("authorization", ""))
    page = next((page for name, page in PAGES.items() if name in body.query), None)
    if page is None:
        return Response(status_code=400)
    data = await page(lms, body.variables)
    return Response(orjson.dumps({"data": data}), media_type="application/json")


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    """Opens and closes the client."""
    app.state.upstream = Upstream(BASE_URL)
    gc.collect()
    gc.freeze()
    gc.set_threshold(20000, 20, 20)
    yield
    await app.state.upstream.aclose()


app = Starlette(routes=[Route("/graphql", graphql, methods=["POST"])], lifespan=lifespan)
