"""The ASGI application: routes, middleware and lifespan."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from gateway.csrf_token import CsrfTokenRelay, csrf_token_route
from gateway.documents.store import DocumentStore
from gateway.documents.trusted import TrustedDocuments
from gateway.documents.watch import watched
from gateway.endpoint import GraphQLEndpoint
from gateway.graphiql.examples import load_examples
from gateway.graphiql.page import DemoUser, graphiql_routes
from gateway.protocol.accept import JSON
from gateway.protocol.compression import CompressionMiddleware
from gateway.protocol.cors import cors_middleware
from gateway.protocol.headers import headers_of
from gateway.protocol.refusal import unforeseen
from gateway.protocol.request_id import request_id_of
from gateway.protocol.response import refuse
from gateway.protocol.sniffing import NoSniffingMiddleware
from gateway.schema_text import schema_route
from gateway.settings.settings import Settings
from gateway.telemetry.middleware import TelemetryMiddleware
from gateway.telemetry.telemetry import Telemetry
from gateway.upstreams import open_upstreams
from loaders.calls.client import Upstream
from schema.schema import build_schema

if TYPE_CHECKING:
    from gateway.telemetry.metrics import Metrics


def create_app(
    settings: Settings,
    *,
    demo_users: Sequence[DemoUser] = (),
    faults: str | None = None,
    store: DocumentStore | None = None,
) -> Starlette:
    """The ASGI application for these settings.

    `demo_users` (the users to choose from) and `faults` (the URL for faults of the LMS) are for GraphiQL's page.
    `store` has the documents that clients register. Without a store, each worker keeps them in memory.
    """
    schema = build_schema()
    telemetry = Telemetry(settings)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        trusted = TrustedDocuments()
        async with telemetry, open_upstreams(settings) as upstreams:
            telemetry.watch(upstreams.lms)
            endpoint = GraphQLEndpoint(
                schema._schema, settings, upstreams.lms, store=store or upstreams.documents, trusted=trusted
            )
            app.state.upstream = upstreams.lms
            app.state.csrf_token = CsrfTokenRelay(settings, upstreams.lms)
            app.state.endpoint = endpoint
            async with watched(settings.trusted_documents, trusted, endpoint.documents.prepare_ahead):
                yield

    routes: list[BaseRoute] = [
        Route("/healthz", _healthz),
        Route("/readyz", _readyz),
        csrf_token_route(),
    ]
    if settings.allows(settings.graphiql):
        routes += graphiql_routes("/graphql", demo_users=demo_users, examples=load_examples(), faults=faults)
    if settings.allows(settings.schema):
        routes.append(schema_route(schema, compression=settings.compression))
    if telemetry.metrics is not None:
        routes.append(Route("/metrics", _metrics(telemetry.metrics)))
    middleware = _middleware(settings, telemetry)
    handlers = {Exception: _unforeseen}
    return Starlette(routes=routes, lifespan=lifespan, middleware=middleware, exception_handlers=handlers)


def _middleware(settings: Settings, telemetry: Telemetry) -> list[Middleware]:
    """The middleware, outermost first. Middleware that the settings do not need is left out."""
    middleware = [Middleware(NoSniffingMiddleware)]
    if telemetry.active:
        middleware.append(Middleware(TelemetryMiddleware, telemetry=telemetry))
    middleware += cors_middleware(settings.cors_origins, settings.cors_headers, local=settings.development)
    if settings.compression:
        middleware.append(Middleware(CompressionMiddleware, minimum=settings.compression_min_bytes))
    return [*middleware, Middleware(_GraphQL)]


class _GraphQL:
    """Handles `/graphql` before routing, because almost every request is for it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != "/graphql":
            await self._app(scope, receive, send)
            return
        endpoint: GraphQLEndpoint = scope["app"].state.endpoint
        response = await endpoint(HttpRequest(scope, receive, send))
        await response(scope, receive, send)


def _metrics(metrics: "Metrics") -> Callable[[HttpRequest], Awaitable[Response]]:
    """The endpoint for Prometheus."""

    async def page(request: HttpRequest) -> Response:
        return Response(await metrics.render(), headers={"content-type": metrics.media_type})

    return page


async def _unforeseen(request: HttpRequest, error: Exception) -> Response:
    """The response after an unexpected error outside of GraphQL. The server logs the error."""
    request_id = request_id_of(headers_of(request.scope))
    response = refuse(unforeseen(), JSON, request_id)
    response.headers.update({"x-request-id": request_id, "x-content-type-options": "nosniff"})
    return response


async def _healthz(request: HttpRequest) -> Response:
    """Liveness."""
    return JSONResponse({"status": "ok"})


async def _readyz(request: HttpRequest) -> Response:
    """Readiness: 503 if the LMS does not respond."""
    upstream: Upstream = request.app.state.upstream
    if await upstream.reachable():
        return JSONResponse({"status": "ready"})
    return JSONResponse({"status": "unavailable", "reason": "the LMS does not answer"}, 503)
