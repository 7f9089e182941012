"""The GraphiQL page: its HTML, its static files and its security headers, as Starlette routes."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from html import escape
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from gateway.graphiql.assets import PACKAGES, STATIC_DIRECTORY, missing_files, stored_files

HERE = Path(__file__).parent
SCRIPTS = tuple(sorted(path.name for path in HERE.glob("*.js")))
OWN_FILES = (*SCRIPTS, "page.css")

# The nonce is for one style sheet: GraphiQL's dialogs lock scrolling with a <style> element of their own.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src {origins}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
PAGE_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
ASSET_HEADERS = {
    # Every URL names a version or a digest, so a changed file has another URL.
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
}
MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}


@dataclass(frozen=True, slots=True)
class DemoUser:
    """A user the page can act as. ``headers`` and ``cookies`` are sent with each request and readable in the page."""

    name: str
    label: str
    headers: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RestCall:
    """A REST call that a page makes without the gateway.

    ``after`` are the places, from 1, of the calls whose answers it waits for; ``ms`` is the median time of a live LMS;
    ``measured`` is false if that is only the least time of any call. ``times`` calls are made at once.
    """

    name: str
    ms: int
    after: tuple[int, ...] = ()
    times: int = 1
    measured: bool = True


@dataclass(frozen=True, slots=True)
class RestPage:
    """The calls that a client makes today for a page, in order, and the client's name."""

    client: str
    calls: tuple[RestCall, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """An operation in the examples menu, under the heading ``group``; ``variables`` are JSON values."""

    title: str
    group: str
    document: str
    operation_name: str
    variables: dict[str, Any] = field(default_factory=dict)
    today: RestPage | None = None


def graphiql_routes(
    endpoint: str = "/graphql",
    *,
    demo_users: Sequence[DemoUser] = (),
    examples: Sequence[Example] = (),
    faults: str | None = None,
    static: Path = STATIC_DIRECTORY,
) -> list[BaseRoute]:
    """Routes for ``/graphiql`` and ``/graphiql/assets/…``; ``/`` redirects to the page.

    ``endpoint`` is the GraphQL endpoint's path on this origin. The first demo user is the one chosen at the
    first visit (give one without headers for the anonymous visitor); the first example fills the first tab.
    ``faults`` is the URL of a service whose GET and PUT read and replace the faults of the upstream, by path prefix.
    When the third-party files are not installed in ``static``, the page answers 503 and says how to install
    them.
    """
    own = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in OWN_FILES)).hexdigest()[:16]
    files = {f"page-{own}/{name}": HERE / name for name in OWN_FILES}
    for package in PACKAGES:
        for path in stored_files(package, static):
            files[path.relative_to(static).as_posix()] = path
    config = {
        "endpoint": endpoint,
        "users": [asdict(user) for user in demo_users],
        "examples": [_tab(example) for example in examples],
        "faults": faults,
    }
    return [
        Route("/", _to_page, name="graphiql-root"),
        Route("/graphiql", partial(_page, own=f"page-{own}", config=config, static=static), name="graphiql"),
        Route("/graphiql/assets/{path:path}", partial(_asset, files=files), name="graphiql-assets"),
    ]


def _tab(example: Example) -> dict[str, Any]:
    # The editor shows text, so the variables are laid out here once.
    return {
        "title": example.title,
        "group": example.group,
        "document": example.document.rstrip() + "\n",
        "operationName": example.operation_name,
        "variables": json.dumps(example.variables, indent=2, ensure_ascii=False) if example.variables else "",
        "today": asdict(example.today) if example.today else None,
    }


async def _to_page(request: Request) -> Response:
    prefix = request.scope.get("root_path", "").rstrip("/")
    return RedirectResponse(f"{prefix}/graphiql", 302, headers={"Cache-Control": "no-store"})


async def _page(request: Request, *, own: str, config: Mapping[str, Any], static: Path) -> Response:
    if missing := missing_files(static=static):
        return PlainTextResponse(
            f"GraphiQL is not installed here: {len(missing)} of its files are missing.\n\n"
            "    run: python -m gateway.graphiql.assets\n\n"
            f"The GraphQL endpoint itself works without them: {config['endpoint']}\n",
            status_code=503,
            headers=PAGE_HEADERS,
        )
    nonce = secrets.token_urlsafe(16)
    prefix = request.scope.get("root_path", "").rstrip("/")
    urls = {package.name.rpartition("/")[2].replace("-", "_"): package.directory for package in PACKAGES}
    template = Template((HERE / "page.html").read_text(encoding="utf-8"))
    html = template.substitute(
        {name: escape(f"{prefix}/graphiql/assets/{directory}") for name, directory in urls.items()},
        own=escape(f"{prefix}/graphiql/assets/{own}"),
        config=_script_json({**config, "endpoint": prefix + config["endpoint"], "nonce": nonce}),
    )
    policy = CONTENT_SECURITY_POLICY.format(nonce=nonce, origins=_origins(config["faults"]))
    return HTMLResponse(html, headers={**PAGE_HEADERS, "Content-Security-Policy": policy})


def _origins(faults: str | None) -> str:
    """The origins that the page may connect to."""
    if faults is None:
        return "'self'"
    parts = urlsplit(faults)
    return f"'self' {parts.scheme}://{parts.netloc}"


async def _asset(request: Request, *, files: Mapping[str, Path]) -> Response:
    # A fixed table of names: no path from the request ever reaches the file system.
    path = files.get(request.path_params["path"])
    if path is None or not path.is_file():
        return PlainTextResponse("Not Found", status_code=404)
    return FileResponse(path, media_type=MEDIA_TYPES.get(path.suffix, "text/plain"), headers=ASSET_HEADERS)


def _script_json(value: Mapping[str, Any]) -> str:
    """JSON that cannot end the <script> element which holds it."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("\u2028", "\\u2028")
