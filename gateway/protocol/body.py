"""Reads the body of a POST request, with limits on media type, size and time."""

from starlette.requests import Request as HttpRequest
from starlette.types import Receive

from gateway.protocol.accept import JSON
from gateway.protocol.guard import Guard
from gateway.protocol.headers import Headers, remembered
from gateway.protocol.refusal import RefusedError

_CLOSE = {"connection": "close"}
"""The rest of an unread body must not be parsed as the next request."""


async def read_body(http: HttpRequest, headers: Headers, guard: Guard, *, limit: int, timeout: float) -> bytes:
    """The bytes of a JSON body of at most `limit` bytes that arrives within `timeout` seconds."""
    _check_content_type(headers.get("content-type"))
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding != "identity":
        raise RefusedError(415, "The request body must not be compressed.", headers={"accept-encoding": "identity"})
    length = headers.get("content-length")
    if length is not None and (not length.isdecimal() or int(length) > limit):
        raise _too_large(limit)
    try:
        return await guard.within(timeout, _read(http.receive, limit))
    except TimeoutError:
        raise RefusedError(408, f"The request body did not arrive within {timeout:g} s.", headers=_CLOSE) from None


async def _read(receive: Receive, limit: int) -> bytes:
    whole: bytes | bytearray = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise RefusedError(400, "The connection was closed before the body was complete.")
        chunk: bytes = message.get("body", b"")
        if not whole:
            whole = chunk
        elif chunk:
            whole = whole if isinstance(whole, bytearray) else bytearray(whole)
            whole += chunk
        if len(whole) > limit:
            raise _too_large(limit)
        if not message.get("more_body", False):
            return bytes(whole)


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
