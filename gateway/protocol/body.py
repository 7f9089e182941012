"""Reads the body of a POST request, with limits on media type, size and time."""

import asyncio

from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest

from gateway.protocol.accept import JSON
from gateway.protocol.headers import Headers, remembered
from gateway.protocol.refusal import RefusedError

_CLOSE = {"connection": "close"}
"""The rest of an unread body must not be parsed as the next request."""


async def read_body(http: HttpRequest, headers: Headers, *, limit: int, timeout: float) -> bytes:
    """The bytes of a JSON body of at most `limit` bytes that arrives within `timeout` seconds."""
    _check_content_type(headers.get("content-type"))
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding != "identity":
        raise RefusedError(415, "The request body must not be compressed.", headers={"accept-encoding": "identity"})
    length = headers.get("content-length")
    if length is not None and (not length.isdecimal() or int(length) > limit):
        raise _too_large(limit)
    try:
        async with asyncio.timeout(timeout):
            return await _read(http, limit)
    except TimeoutError:
        raise RefusedError(408, f"The request body did not arrive within {timeout:g} s.", headers=_CLOSE) from None
    except ClientDisconnect:
        raise RefusedError(400, "The connection was closed before the body was complete.") from None


async def _read(http: HttpRequest, limit: int) -> bytes:
    whole = b""
    rest: bytearray | None = None
    async for chunk in http.stream():
        if not whole:
            whole = chunk
        elif chunk:
            rest = bytearray(whole) if rest is None else rest
            rest += chunk
        if len(whole if rest is None else rest) > limit:
            raise _too_large(limit)
    return whole if rest is None else bytes(rest)


def _too_large(limit: int) -> RefusedError:
    return RefusedError(413, f"The request body may have {limit} bytes at most.", headers=_CLOSE)


def _check_content_type(content_type: str | None) -> None:
    problem = _content_type_problem(content_type)
    if problem is not None:
        raise RefusedError(415, problem, headers={"accept-post": JSON})


@remembered(256)
def _content_type_problem(content_type: str | None) -> str | None:
    """Only JSON is accepted. A page of another origin cannot send it without a preflight."""
    if not content_type:
        return "A POST request needs a Content-Type: application/json."
    media_type, *parameters = (part.strip().lower() for part in content_type.split(";"))
    if media_type != JSON:
        return "The Content-Type must be application/json."
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset" and value.strip(' "') not in {"utf-8", "utf8", "us-ascii"}:
            return "The charset of the body must be utf-8."
    return None
