"""The schema and the application: `uvicorn benchmarks.naive.app:app`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import strawberry
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from strawberry.asgi import GraphQL
from strawberry.schema.config import StrawberryConfig

from benchmarks.naive.course import Course, Info, lms
from benchmarks.naive.dashboard import Viewer
from benchmarks.naive.lms import BASE_URL, Lms
from benchmarks.naive.parts import SCALARS, CourseKey, DateTime


@strawberry.type
class Query:
    @strawberry.field
    async def server_time(self, info: Info) -> DateTime:
        date = parsedate_to_datetime(await lms(info).date())
        return DateTime(date.strftime("%Y-%m-%dT%H:%M:%SZ"))

    @strawberry.field
    def viewer(self) -> Viewer:
        return Viewer()

    @strawberry.field
    async def course(self, info: Info, key: CourseKey) -> Course | None:
        return Course(key=key)


schema = strawberry.Schema(query=Query, config=StrawberryConfig(scalar_map=SCALARS))


class App(GraphQL[dict[str, Any], None]):
    """Gives each request its own loaders."""

    async def get_context(self, request: Request, response: Response) -> dict[str, Any]:  # type: ignore[override]
        return {"lms": Lms(request.app.state.client, request.headers.get("authorization", ""))}


@asynccontextmanager
async def lifespan(app: Starlette) -> AsyncIterator[None]:
    async with httpx.AsyncClient(base_url=BASE_URL, timeout=10) as client:
        app.state.client = client
        yield


app = Starlette(lifespan=lifespan)
app.add_route("/graphql", App(schema))  # type: ignore[arg-type]
