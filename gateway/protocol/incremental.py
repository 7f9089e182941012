"""Incremental delivery: `@defer` and `@stream` as the parts of one `multipart/mixed` response."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

from graphql import ExperimentalIncrementalExecutionResults, GraphQLError
from starlette.responses import StreamingResponse

from gateway.errors import Locate, format_error
from gateway.protocol.caching import PRIVATE
from gateway.protocol.response import encode
from loaders.errors import Code

_HEADERS = b"\r\ncontent-type: application/json; charset=utf-8\r\n\r\n"
_BOUNDARY = b"\r\n---"  # sent right behind a part: only then does the client know that the part is whole


def parts_response(
    results: ExperimentalIncrementalExecutionResults,
    request_id: str,
    explained: Callable[[], Mapping[str, Any] | None],
    close: Callable[[], None],
    until: float,
    locate: Locate,
) -> StreamingResponse:
    """The response that sends each part as soon as it is there.

    `locate` finds in the client's text what the locations of errors tell, `explained` gives the last part's extensions.
    What is not there at `until` (monotonic seconds) ends with an error.
    """

    async def parts() -> AsyncIterator[bytes]:
        waiting: dict[str, None] = {}
        try:
            initial = results.initial_result
            first = _formatted(initial.formatted, initial.errors, request_id, locate)
            _note(first, waiting)
            yield _BOUNDARY + _HEADERS + encode(first) + _BOUNDARY
            while (result := await _next(results, until)) is not None:
                body = _subsequent(result, request_id, locate)
                _note(body, waiting)
                extensions = None if result.has_next else explained()
                if extensions is not None:
                    body["extensions"] = extensions
                yield _HEADERS + encode(body) + _BOUNDARY
            if waiting:
                yield _HEADERS + encode(_given_up(waiting, request_id)) + _BOUNDARY
            yield b"--\r\n"
        finally:
            close()
            await results.subsequent_results.aclose()

    headers = {"cache-control": PRIVATE, "x-accel-buffering": "no"}
    return StreamingResponse(parts(), 200, headers, media_type='multipart/mixed; boundary="-"')


async def _next(results: ExperimentalIncrementalExecutionResults, until: float) -> Any:
    """The next part; None when there is none, or none in time."""
    try:
        async with asyncio.timeout(max(0.0, until - time.monotonic())):
            return await anext(results.subsequent_results, None)
    except TimeoutError:
        return None


def _note(body: Mapping[str, Any], waiting: dict[str, None]) -> None:
    """Keeps in `waiting` the ids that were announced and are not complete."""
    waiting.update({pending["id"]: None for pending in body.get("pending", ())})
    for completed in body.get("completed", ()):
        waiting.pop(completed["id"], None)


def _given_up(waiting: Mapping[str, None], request_id: str) -> dict[str, Any]:
    """The last part of an answer whose time is used up."""
    error = GraphQLError("The request's time was used up.", extensions={"code": Code.UPSTREAM_TIMEOUT.value})
    completed = [{"id": name, "errors": [format_error(error, request_id)]} for name in waiting]
    return {"completed": completed, "hasNext": False}


def _formatted(
    body: Mapping[str, Any], errors: list[GraphQLError] | None, request_id: str, locate: Locate
) -> dict[str, Any]:
    formatted = dict(body)
    if errors:
        formatted["errors"] = [format_error(error, request_id, locate) for error in errors]
    return formatted


def _subsequent(result: Any, request_id: str, locate: Locate) -> dict[str, Any]:
    body = dict(result.formatted)
    for name, entries in (("incremental", result.incremental), ("completed", result.completed)):
        if entries:
            body[name] = [_formatted(entry.formatted, entry.errors, request_id, locate) for entry in entries]
    return body
