"""Incremental delivery: `@defer` and `@stream` as the parts of one `multipart/mixed` response."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any

from graphql import ExperimentalIncrementalExecutionResults, GraphQLError
from starlette.responses import StreamingResponse

from gateway.errors import Locate, format_error
from gateway.protocol.caching import PRIVATE
from gateway.protocol.response import encode
from gateway.reports import Reports
from loaders.errors import Code

_HEADERS = b"\r\ncontent-type: application/json; charset=utf-8\r\n\r\n"
_BOUNDARY = b"\r\n---"  # sent directly after a part, so that the client knows that it is complete


def parts_response(
    results: ExperimentalIncrementalExecutionResults,
    request_id: str,
    explained: Callable[[], Mapping[str, Any] | None],
    close: Callable[[], None],
    until: float,
    locate: Locate,
) -> StreamingResponse:
    """The response, which sends each part as soon as it is ready.

    `locate` converts the locations of errors to those in the client's text. `explained` returns the extensions of the
    last part. Parts that are not ready at `until` (monotonic seconds) end with an error.
    """

    async def parts() -> AsyncIterator[bytes]:
        waiting: dict[str, Any] = {}
        formatted = _Formatter(request_id, locate)
        try:
            initial = results.initial_result
            first = formatted.whole(initial)
            _note(first, waiting)
            yield _BOUNDARY + _HEADERS + encode(first) + _BOUNDARY
            while (result := await _next(results, until)) is not None:
                body = formatted.subsequent(result)
                _note(body, waiting)
                extensions = None if result.has_next else explained()
                if extensions is not None:
                    body["extensions"] = extensions
                yield _HEADERS + encode(body) + _BOUNDARY
            if waiting:
                yield _HEADERS + encode(formatted.given_up(waiting)) + _BOUNDARY
            yield b"--\r\n"
        finally:
            close()
            await results.subsequent_results.aclose()

    headers = {"cache-control": PRIVATE, "x-accel-buffering": "no"}
    return StreamingResponse(parts(), 200, headers, media_type='multipart/mixed; boundary="-"')


async def _next(results: ExperimentalIncrementalExecutionResults, until: float) -> Any:
    """The next part; None if there is none, or none in time."""
    try:
        async with asyncio.timeout(max(0.0, until - time.monotonic())):
            return await anext(results.subsequent_results, None)
    except TimeoutError:
        return None


def _note(body: Mapping[str, Any], waiting: dict[str, Any]) -> None:
    """Updates `waiting`, the announced and incomplete parts by id."""
    waiting.update({pending["id"]: pending for pending in body.get("pending", ())})
    for completed in body.get("completed", ()):
        waiting.pop(completed["id"], None)


class _Formatter:
    """Formats the parts of one answer. The error of a failed call is in the first part that needs it."""

    def __init__(self, request_id: str, locate: Locate) -> None:
        self._request_id = request_id
        self._locate = locate
        self._reports = Reports()

    def whole(self, result: Any) -> dict[str, Any]:
        """The first part."""
        body = result.formatted
        return self._with_errors(body, self._reports.choose(result.errors or (), body.get("data")))

    def subsequent(self, result: Any) -> dict[str, Any]:
        """A later part."""
        body = dict(result.formatted)
        if result.incremental:
            body["incremental"] = [
                self._with_errors(entry.formatted, self._reports.choose(entry.errors or ()))
                for entry in result.incremental
            ]
        if result.completed:  # without an error, a missing part would look delivered
            body["completed"] = [
                self._with_errors(entry.formatted, self._reports.choose(entry.errors or ()) or (entry.errors or [])[:1])
                for entry in result.completed
            ]
        return body

    def given_up(self, waiting: Mapping[str, Any]) -> dict[str, Any]:
        """The last part of an answer that has exceeded its deadline."""
        completed = []
        for name, pending in waiting.items():
            code = Code.UPSTREAM_TIMEOUT.value
            error = GraphQLError("The request's time was used up.", path=pending.get("path"), extensions={"code": code})
            completed.append({"id": name, "errors": [format_error(error, self._request_id)]})
        return {"completed": completed, "hasNext": False}

    def _with_errors(self, body: Mapping[str, Any], errors: Sequence[GraphQLError]) -> dict[str, Any]:
        formatted = dict(body)
        formatted.pop("errors", None)
        if errors:
            formatted["errors"] = [format_error(error, self._request_id, self._locate) for error in errors]
        return formatted
