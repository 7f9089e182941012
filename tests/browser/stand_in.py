"""A small GraphQL server behind the GraphiQL page: known users, a deferred field and explain data.

It stands in for the gateway where a test needs an answer of a known shape; the page itself is the real one.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator, Sequence
from typing import Any

import strawberry
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import BaseRoute, Route
from strawberry.asgi import GraphQL
from strawberry.extensions import SchemaExtension
from strawberry.schema.config import StrawberryConfig

from gateway.graphiql.page import DemoUser, Example, RestCall, RestPage, graphiql_routes

DEFER_SECONDS = 0.2
USERS = (
    DemoUser("anonymous", "Anonymous visitor"),
    DemoUser("alex", "alex (verified)", {"Authorization": "Bearer alex"}, {"session": "of-alex"}),
    DemoUser("sam", "sam (audit)", {"Authorization": "Bearer sam"}, {"session": "of-sam"}),
)
EXAMPLES = (
    Example(
        title="Greeting",
        group="First page",
        document="query Greeting($name: String!) {\n  greeting(name: $name)\n}",
        operation_name="Greeting",
        variables={"name": "reader"},
        today=RestPage(
            "a front end",
            (
                RestCall("a", 100),
                RestCall("b", 30, times=2),
                RestCall("GET /c", 15, after=(1,), measured=False),
                RestCall("d", 40, after=(3,)),
            ),
        ),
    ),
    Example(
        title="Deferred greeting",
        group="Second page",
        document="query Deferred {\n  viewer { username }\n  ... @defer {\n    slow\n  }\n}",
        operation_name="Deferred",
    ),
    Example(
        title="Shout",
        group="Second page",
        document="query Shout($name: String!) {\n  greeting(name: $name, shout: true)\n}",
        operation_name="Shout",
        variables={"name": "again"},
    ),
)
COST = {"calls": 1, "lmsMs": 100, "writes": 0, "throttled": 0}
PLAN = {
    "steps": [
        {"step": 1, "after": [], "endpoint": "a", "lmsMs": 100, "calls": 1, "conditional": False},
        {"step": 2, "after": [1], "endpoint": "d", "lmsMs": 40, "calls": 1, "conditional": False},
        {"step": 3, "after": [], "endpoint": "e", "lmsMs": 500, "calls": 1, "conditional": True},
    ],
    "objects": [
        {
            "path": "viewer",
            "type": "Viewer",
            "endpoints": ["a"],
            "cost": COST,
            "alternatives": [{"endpoints": ["b", "d"], "cost": {**COST, "calls": 2, "lmsMs": 200, "writes": 1}}],
        },
        {"path": "greeting", "type": "String", "endpoints": ["a"], "cost": COST, "alternatives": []},
    ],
}
FIELDS = [f"field{number}" for number in range(12)]
EXPLAIN = {
    "ms": 41.5,
    "plan": PLAN,
    "calls": [
        {
            "wave": 1,
            "method": "GET",
            "endpoint": "a",
            "target": "/api/a?x=1",
            "status": 200,
            "startMs": 0,
            "ms": 12.25,
            "bytes": 2048,
            "batch": 2,
        },
        {
            "wave": 2,
            "method": "GET",
            "target": "/api/<b>",
            "status": 503,
            "failure": "UPSTREAM",
            "startMs": 12.5,
            "ms": 29,
            "bytes": 17,
            "fields": ["viewer.tour.id", "viewer.tour.showCoursewareTour", *FIELDS],
        },
        {"wave": 1, "method": "GET", "target": "/api/c", "cached": True, "fields": ["viewer.username"]},
    ],
}

Info = strawberry.Info[dict[str, Any], None]


@strawberry.type
class Viewer:
    username: str | None


def resolve_viewer(info: Info) -> Viewer:
    scheme, _, name = info.context["request"].headers.get("authorization", "").partition(" ")
    return Viewer(username=name if scheme == "Bearer" else None)


def resolve_greeting(name: str, shout: bool = False) -> str:
    text = f"Hello, {name}"
    return text.upper() if shout else text


async def resolve_slow() -> str:
    await asyncio.sleep(DEFER_SECONDS)
    return "arrived"


def resolve_accept(info: Info) -> str:
    accept: str = info.context["request"].headers["accept"]
    return accept


def resolve_session(info: Info) -> str | None:
    session: str | None = info.context["request"].cookies.get("session")
    return session


@strawberry.type
class Query:
    viewer: Viewer = strawberry.field(resolver=resolve_viewer, description="Whoever the Authorization header names.")
    greeting: str = strawberry.field(resolver=resolve_greeting, description="A greeting.")
    slow: str = strawberry.field(resolver=resolve_slow, description="Arrives late.")
    accept: str = strawberry.field(resolver=resolve_accept, description="The request's Accept header.")
    session: str | None = strawberry.field(resolver=resolve_session, description="The session's cookie.")


class Explain(SchemaExtension):
    """Responds with fixed explain data if the request asks for it."""

    def get_results(self) -> dict[str, Any]:
        request: Request = self.execution_context.context["request"]
        return {"explain": EXPLAIN} if request.headers.get("x-lectern-explain") == "1" else {}


def application() -> Starlette:
    """The page at /graphiql and the small schema at /graphql."""
    schema = strawberry.Schema(
        Query,
        extensions=[Explain],
        config=StrawberryConfig(enable_experimental_incremental_execution=True),
    )
    routes: Sequence[BaseRoute] = [
        Route("/graphql", GraphQL(schema, graphql_ide=None)),
        *graphiql_routes(demo_users=USERS, examples=EXAMPLES),
    ]
    return Starlette(routes=routes)


@contextlib.contextmanager
def serve(app: Starlette) -> Iterator[str]:
    """Run the application on a free port; yields its base URL, without a slash at the end."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise RuntimeError("the server did not start")
        thread.join(0.01)
    try:
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
