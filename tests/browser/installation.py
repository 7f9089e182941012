"""An Open edX installation for browsers: an LMS, front ends and the gateway, on hosts below one domain."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from gateway.app import create_app
from gateway.demo.app import create_app as create_demo_lms
from gateway.settings.settings import Mode, Settings
from tests.support.lms import DemoLms
from tests.support.servers import served

DOMAIN = "lectern.test"
"""Resolved to this machine by the browser alone, see `CHROMIUM_FLAGS`. Addresses have no domain to share cookies in."""

_HOP_BY_HOP = {"connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"}


@dataclass(frozen=True, slots=True)
class Installation:
    """Addresses as browsers use them: of the LMS, of the GraphQL endpoint, and of a page. `demo` controls the LMS."""

    lms: str
    endpoint: str
    page: str
    demo: DemoLms


@contextmanager
def two_origins(script: str) -> Iterator[Installation]:
    """The LMS, the gateway and the page have a host each, and share the LMS's cookies."""
    with contextlib.ExitStack() as stack:
        page = _public(stack.enter_context(served(lambda url: Starlette(routes=page_routes("/", script)))), "apps")
        lms = stack.enter_context(served(lambda url: _lms(_public(url, "lms"), page)))
        gateway = stack.enter_context(served(lambda url: _gateway(lms, _public(lms, "lms"), page)))
        demo = stack.enter_context(contextlib.closing(DemoLms(lms)))
        yield Installation(_public(lms, "lms"), f"{_public(gateway, 'graphql')}/graphql", f"{page}/", demo)


@contextmanager
def behind_proxy(script: str, *, same_host: bool) -> Iterator[Installation]:
    """A proxy gives `/graphql` of the LMS's host to the gateway. The page has that host too, or one of its own."""
    targets: dict[str, str] = {}
    with contextlib.ExitStack() as stack:
        front = stack.enter_context(served(lambda url: _proxy(targets, page_routes("/learning/", script))))
        public = _public(front, "lms")
        page = public
        if not same_host:
            page = _public(stack.enter_context(served(lambda url: Starlette(routes=page_routes("/", script)))), "apps")
        lms = stack.enter_context(served(lambda url: _lms(public, *([] if same_host else [page]))))
        gateway = stack.enter_context(served(lambda url: _gateway(lms, public, *([] if same_host else [page]))))
        targets |= {"/graphql": gateway, "": lms}
        demo = stack.enter_context(contextlib.closing(DemoLms(lms)))
        yield Installation(public, f"{public}/graphql", f"{page}/learning/" if same_host else f"{page}/", demo)


def page_routes(path: str, script: str) -> list[Route]:
    """An empty page with this script."""

    async def page(request: Request) -> Response:
        return HTMLResponse(f'<!doctype html><title>MFE</title><script src="{path}page.js"></script>')

    async def code(request: Request) -> Response:
        return Response(script, media_type="text/javascript")

    return [Route(path, page), Route(f"{path}page.js", code)]


def _lms(public: str, *pages: str) -> Starlette:
    return create_demo_lms(base_url=public, cookie_domain=f".{DOMAIN}", trusted_origins=pages)


def _gateway(lms: str, public: str, *pages: str) -> Starlette:
    given: dict[str, Any] = {
        "lms_base_url": lms,
        "lms_public_url": public,
        "cors_origins": pages,
        "trusted_proxies": ("127.0.0.1",),
    }
    return create_app(Settings(mode=Mode.PRODUCTION, shared_cache_bytes=0, **given))


def _public(url: str, host: str) -> str:
    return f"http://{host}.{DOMAIN}:{urlsplit(url).port}"


def _proxy(targets: dict[str, str], pages: list[Route]) -> Starlette:
    """Passes requests on as docs/operators.md says: to a target by their path, with the host that was asked for."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with httpx.AsyncClient() as app.state.client:
            yield

    async def forward(request: Request) -> Response:
        target = targets.get(request.url.path, targets[""])
        headers = [(name, value) for name, value in request.headers.raw if name.decode() not in _HOP_BY_HOP]
        client = request.client.host if request.client else ""
        sent = httpx.Request(
            request.method,
            f"{target}{request.url.path}?{request.url.query}".rstrip("?"),
            headers=[*headers, (b"x-forwarded-for", client.encode())],
            content=await request.body(),
        )
        answer = await request.app.state.client.send(sent, stream=True)
        body = b"".join([chunk async for chunk in answer.aiter_raw()])
        await answer.aclose()
        response = Response(body, answer.status_code)
        response.raw_headers = [row for row in answer.headers.raw if row[0].decode().lower() not in _HOP_BY_HOP]
        return response

    methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
    return Starlette(routes=[*pages, Route("/{path:path}", forward, methods=methods)], lifespan=lifespan)
