"""A gateway in front of an LMS whose responses a test changes on their way."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import httpx
import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from gateway.app import create_app
from gateway.settings.settings import Settings
from tests.support.lms import DemoLms
from tests.support.people import sign_in
from tests.support.servers import served

Change = Callable[[str, Any, dict[str, str]], Any]
_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]


@contextmanager
def changed(
    lms: DemoLms, change: Change, *, refuse: Callable[[str], int | None] = lambda query: None, **settings: Any
) -> Iterator[httpx.Client]:
    """A gateway before the demo LMS, whose answers (path, body, headers) pass through `change`.

    A `msgspec.Raw` in a changed body goes out as it is. `refuse` may give a status for a query string: then the LMS is
    not asked, and the answer is an error of that status.
    """

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with httpx.AsyncClient(base_url=lms.url) as app.state.http:
            yield

    async def relay(request: Request) -> Response:
        status = refuse(request.url.query)
        if status is not None:
            return Response('{"developer_message": "no"}', status, {"content-type": "application/json"})
        headers = {name: value for name, value in request.headers.items() if name not in {"host", "connection"}}
        answer = await request.app.state.http.request(
            request.method,
            request.scope["raw_path"].decode(),
            params=request.query_params,
            headers=headers,
            content=await request.body(),
        )
        request.app.state.http.cookies.clear()
        given = {"content-type": answer.headers.get("content-type", ""), "date": answer.headers["date"]}
        if "json" not in given["content-type"]:
            return Response(answer.content, answer.status_code, given)
        body = change(request.url.path, answer.json(), given)
        return Response(msgspec.json.encode(body), answer.status_code, given)

    with (
        served(
            lambda url: Starlette(routes=[Route("/{path:path}", relay, methods=_METHODS)], lifespan=lifespan),
            date_header=False,
        ) as url,
        served(lambda _: create_app(Settings(lms_base_url=url, **settings))) as gateway,  # type: ignore[arg-type]
        httpx.Client(base_url=gateway, timeout=30) as client,
    ):
        yield client


def ask(
    client: httpx.Client, query: str, variables: dict[str, Any] | None = None, *, user: str = "alex"
) -> dict[str, Any]:
    """The decoded answer to a query of this user."""
    body = {"query": query, "variables": variables or {}}
    answer: dict[str, Any] = client.post("/graphql", json=body, headers=sign_in(user)).json()
    return answer
