"""The SDL of the schema, and its route `/schema.graphql` for builds of clients."""

from collections.abc import Mapping
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from strawberry import Schema

from gateway.protocol.caching import etag_of, is_known
from gateway.protocol.encoding import CODINGS, coding_for
from schema.schema import build_schema

PATH = "/schema.graphql"
_CODINGS = ("br", "gzip")
"""Not zstd: tools that accept it fail on releases of Node without it."""
_MEDIA_TYPE = "application/graphql; charset=utf-8"


def sdl(schema: Schema | None = None) -> str:
    """The schema in SDL, as committed in `schema.graphql`."""
    return (schema or build_schema()).as_str() + "\n"


def schema_route(schema: Schema, *, compression: bool) -> Route:
    """The route. The response is the same for all users. Caches may store it, but have to revalidate it each time."""
    content = sdl(schema).encode()
    packed = {name: CODINGS[name](content) for name in _CODINGS} if compression else {}
    return Route(PATH, partial(_answer, content=content, packed=packed, etag=etag_of(content)))


async def _answer(request: Request, *, content: bytes, packed: Mapping[str, bytes], etag: str) -> Response:
    headers = {"cache-control": "public, no-cache", "etag": etag, "vary": "Accept-Encoding"}
    if is_known(etag, request.headers.get("if-none-match")):
        return Response(status_code=304, headers=headers)
    headers |= {"content-type": _MEDIA_TYPE, "x-content-type-options": "nosniff"}
    coding = coding_for(f"{request.headers.get('accept-encoding', '')}, zstd;q=0") or ""
    if coding in packed:
        return Response(packed[coding], headers={**headers, "content-encoding": coding})
    return Response(content, headers=headers)
