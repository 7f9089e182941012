"""The application: routes, and what is opened at start and closed at the end."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from gateway.endpoint import GraphQLEndpoint
from gateway.graphiql.examples import load_examples
from gateway.graphiql.page import DemoUser, graphiql_routes
from gateway.settings import Settings
from loaders.client import Upstream
from schema.schema import build_schema


def create_app(settings: Settings, *, demo_users: Sequence[DemoUser] = ()) -> Starlette:
    """The ASGI application for these settings."""
    schema = build_schema()._schema

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        upstream = Upstream(
            settings.lms_url,
            max_connections=settings.max_connections,
            max_body=settings.max_upstream_body_bytes,
        )
        app.state.upstream = upstream
        app.state.endpoint = GraphQLEndpoint(schema, settings, upstream)
        try:
            yield
        finally:
            await upstream.aclose()

    async def graphql(request: HttpRequest) -> Response:
        endpoint: GraphQLEndpoint = request.app.state.endpoint
        return await endpoint(request)

    routes: list[BaseRoute] = [
        Route("/graphql", graphql, methods=["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]),
        Route("/healthz", _healthz),
        Route("/readyz", _readyz),
    ]
    if settings.allows(settings.graphiql):
        routes += graphiql_routes("/graphql", demo_users=demo_users, examples=load_examples())
    return Starlette(routes=routes, lifespan=lifespan)


async def _healthz(request: HttpRequest) -> Response:
    """The process is alive."""
    return JSONResponse({"status": "ok"})


async def _readyz(request: HttpRequest) -> Response:
    """The LMS answers; 503 when it does not, while the gateway itself goes on."""
    upstream: Upstream = request.app.state.upstream
    if await upstream.reachable():
        return JSONResponse({"status": "ready"})
    return JSONResponse({"status": "unavailable", "reason": "the LMS does not answer"}, 503)
