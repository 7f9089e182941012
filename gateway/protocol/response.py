"""JSON responses with the negotiated media type and its status codes."""

import json
from collections.abc import Iterable
from functools import cache
from http import HTTPStatus
from typing import Any

import orjson
from graphql import GraphQLError
from starlette.responses import Response

from gateway.errors import Locate, format_error
from gateway.protocol.accept import GRAPHQL_JSON, JSON
from gateway.protocol.caching import PRIVATE, etag_of, is_known
from gateway.protocol.refusal import RefusedError

PARTIAL = 294
"""The specification's status for data with errors; older clients get 200."""


def encode(body: Any) -> bytes:
    """The body as JSON."""
    try:
        return orjson.dumps(body)
    except TypeError:
        return json.dumps(body).encode()  # integers of more than 64 bits, which orjson rejects


def encode_nothing(fields: Iterable[str], errors: list[GraphQLError], request_id: str) -> bytes:
    """The body if only errors can be returned for the root fields."""
    return encode({"data": dict.fromkeys(fields), "errors": [format_error(error, request_id) for error in errors]})


def respond(content: bytes, status: int, media_type: str) -> Response:
    """A response that must not be cached."""
    response = Response(content, status)
    response.raw_headers += _headers(media_type)
    return response


@cache
def _headers(media_type: str) -> tuple[tuple[bytes, bytes], ...]:
    # The media type as a header: Starlette adds a charset to text types only.
    return (b"cache-control", PRIVATE.encode()), (b"content-type", f"{media_type}; charset=utf-8".encode())


def refuse(refusal: RefusedError, media_type: str, request_id: str) -> Response:
    """The response to a request that was refused before execution."""
    extensions = {"code": refusal.code.value, **refusal.details}
    response = request_errors(
        [GraphQLError(str(refusal), extensions=extensions)],
        refusal.status,
        media_type,
        request_id,
        well_formed=refusal.well_formed,
    )
    response.headers.update(refusal.headers)
    return response


def refuse_raw(refusal: RefusedError, request_id: str, headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """The same as raw bytes, for a request that does not reach the application."""
    response = refuse(refusal, JSON, request_id)
    response.headers.update({"x-request-id": request_id, "x-content-type-options": "nosniff", "connection": "close"})
    lines = [f"HTTP/1.1 {refusal.status} {HTTPStatus(refusal.status).phrase}".encode()]
    lines += [name + b": " + value for name, value in (*headers, *response.raw_headers)]
    return b"\r\n".join([*lines, b"", bytes(response.body)])


def request_errors(
    errors: list[GraphQLError],
    status: int,
    media_type: str,
    request_id: str,
    *,
    well_formed: bool = True,
    locate: Locate | None = None,
) -> Response:
    """Errors that prevented execution; there is no `data`.

    With `application/json`, the status is 200, so that clients can distinguish the response from a proxy's error page.
    """
    if well_formed and media_type != GRAPHQL_JSON:
        status = 200
    return respond(
        encode({"errors": [format_error(error, request_id, locate) for error in errors]}), status, media_type
    )


def tagged(response: Response, content: bytes, cache_control: str, if_none_match: str | None) -> Response:
    """A response with an entity tag and this `Cache-Control`; 304 if the client already has it."""
    etag = etag_of(content)
    headers = {"cache-control": cache_control, "etag": etag, "vary": response.headers["vary"]}
    if is_known(etag, if_none_match):
        return Response(status_code=304, headers=headers)
    response.headers.update(headers)
    return response
