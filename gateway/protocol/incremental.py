"""Incremental delivery: `@defer` and `@stream` as the parts of one `multipart/mixed` response."""

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from typing import Any

from graphql import GraphQLError
from starlette.responses import StreamingResponse

from gateway.errors import Locate, format_error
from gateway.protocol.caching import PRIVATE
from gateway.protocol.response import encode
from gateway.reports import Reports
from loaders.errors import Code
from resolvers.output.delivery import Delivered, Delivery

_HEADERS = b"\r\ncontent-type: application/json; charset=utf-8\r\n\r\n"
_BOUNDARY = b"\r\n---"  # sent directly after a part, so that the client knows that it is complete


def parts_response(
    delivery: Delivery,
    first: Delivered,
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
        formatted = Formatter(request_id, locate)
        others = delivery.others()
        try:
            body = formatted.first(first)
            _note(body, waiting)
            yield _BOUNDARY + _HEADERS + encode(body) + _BOUNDARY
            while (delivered := await _next(others, until)) is not None:
                body = formatted.later(delivered)
                _note(body, waiting)
                extensions = None if delivered.has_next else explained()
                if extensions is not None:
                    body["extensions"] = extensions
                yield _HEADERS + encode(body) + _BOUNDARY
            if waiting:
                yield _HEADERS + encode(formatted.given_up(waiting)) + _BOUNDARY
            yield b"--\r\n"
        finally:
            close()
            await others.aclose()
            await delivery.aclose()

    headers = {"cache-control": PRIVATE, "x-accel-buffering": "no"}
    return StreamingResponse(parts(), 200, headers, media_type='multipart/mixed; boundary="-"')


async def _next(others: AsyncGenerator[Delivered], until: float) -> Delivered | None:
    """The next part; None when there is none, or none in time."""
    try:
        async with asyncio.timeout(max(0.0, until - time.monotonic())):
            return await anext(others, None)
    except TimeoutError:
        return None


def _note(body: Mapping[str, Any], waiting: dict[str, Any]) -> None:
    """Updates `waiting`, the announced and incomplete parts by id."""
    waiting.update({pending["id"]: pending for pending in body.get("pending", ())})
    for completed in body.get("completed", ()):
        waiting.pop(completed["id"], None)


class Formatter:
    """Formats the parts of one response. A failed call is reported in the first part that needs it."""

    def __init__(self, request_id: str, locate: Locate | None) -> None:
        self._request_id = request_id
        self._locate = locate
        self._reports = Reports()

    def first(self, delivered: Delivered) -> dict[str, Any]:
        """The first part."""
        body = {"data": delivered.data, "pending": delivered.pending, "hasNext": delivered.has_next}
        return self._with_errors(body, self._reports.choose(delivered.errors, delivered.data))

    def later(self, delivered: Delivered) -> dict[str, Any]:
        """A later part."""
        body: dict[str, Any] = {"hasNext": delivered.has_next}
        if delivered.pending:
            body["pending"] = delivered.pending
        if delivered.entries:
            body["incremental"] = [
                self._with_errors(entry.formatted, self._reports.choose(entry.errors)) for entry in delivered.entries
            ]
        # Without an error, a missing part would look delivered.
        body["completed"] = [
            self._with_errors({"id": one.id}, self._reports.choose(one.errors) or one.errors[:1])
            for one in delivered.completed
        ]
        return body

    def given_up(self, waiting: Mapping[str, Any]) -> dict[str, Any]:
        """The last part of a response that has exceeded its deadline."""
        completed = []
        for name, pending in waiting.items():
            code = Code.UPSTREAM_TIMEOUT.value
            error = GraphQLError(
                "The request exceeded its deadline.", path=pending.get("path"), extensions={"code": code}
            )
            completed.append({"id": name, "errors": [format_error(error, self._request_id)]})
        return {"completed": completed, "hasNext": False}

    def _with_errors(self, body: Mapping[str, Any], errors: Sequence[GraphQLError]) -> dict[str, Any]:
        formatted = dict(body)
        formatted.pop("errors", None)
        if errors:
            formatted["errors"] = [format_error(error, self._request_id, self._locate) for error in errors]
        return formatted
