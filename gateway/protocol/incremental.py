"""Incremental delivery: `@defer` and `@stream` as the parts of one `multipart/mixed` response."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any

from graphql import ExperimentalIncrementalExecutionResults, GraphQLError
from starlette.responses import StreamingResponse

from gateway.errors import format_error
from gateway.protocol.caching import PRIVATE
from gateway.protocol.response import encode

_HEADERS = b"\r\ncontent-type: application/json; charset=utf-8\r\n\r\n"
_BOUNDARY = b"\r\n---"  # sent right behind a part: only then does the client know that the part is whole


def parts_response(
    results: ExperimentalIncrementalExecutionResults,
    request_id: str,
    explained: Callable[[], Mapping[str, Any] | None],
    close: Callable[[], Awaitable[None]],
) -> StreamingResponse:
    """The response that sends each part as soon as it is there. `explained` gives the last part's extensions."""

    async def parts() -> AsyncIterator[bytes]:
        try:
            initial = results.initial_result
            yield _BOUNDARY + _HEADERS + encode(_formatted(initial.formatted, initial.errors, request_id)) + _BOUNDARY
            async for result in results.subsequent_results:
                body = _subsequent(result, request_id)
                extensions = None if result.has_next else explained()
                if extensions is not None:
                    body["extensions"] = extensions
                yield _HEADERS + encode(body) + _BOUNDARY
            yield b"--\r\n"
        finally:
            await results.subsequent_results.aclose()
            await close()

    headers = {"cache-control": PRIVATE, "x-accel-buffering": "no"}
    return StreamingResponse(parts(), 200, headers, media_type='multipart/mixed; boundary="-"')


def _formatted(body: Mapping[str, Any], errors: list[GraphQLError] | None, request_id: str) -> dict[str, Any]:
    formatted = dict(body)
    if errors:
        formatted["errors"] = [format_error(error, request_id) for error in errors]
    return formatted


def _subsequent(result: Any, request_id: str) -> dict[str, Any]:
    body = dict(result.formatted)
    for name, entries in (("incremental", result.incremental), ("completed", result.completed)):
        if entries:
            body[name] = [_formatted(entry.formatted, entry.errors, request_id) for entry in entries]
    return body
