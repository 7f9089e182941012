"""Compression of responses."""

import asyncio
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.protocol.encoding import CODINGS, coding_for
from gateway.protocol.headers import headers_of

_LARGE = 128 * 1024
"""Larger bodies are compressed in a thread, so that other requests do not wait."""

_TEXTUAL = ("text/", "application/json", "application/graphql", "application/javascript", "image/svg")


class CompressionMiddleware:
    """Compresses textual bodies of at least `minimum` bytes that are sent in one piece.

    Streamed responses are not compressed, so that their parts arrive one by one.
    """

    def __init__(self, app: ASGIApp, minimum: int) -> None:
        self._app = app
        self._minimum = minimum

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wraps `send` if the client accepts a coding."""
        if scope["type"] == "http":
            accepted = headers_of(scope).get("accept-encoding")
            coding = None if accepted is None else coding_for(accepted)
            if coding is not None:
                send = _Compressed(send, coding, self._minimum)
        await self._app(scope, receive, send)


class _Compressed:
    """A `send` that delays the start of a response until the size of the body is known."""

    __slots__ = ("_coding", "_minimum", "_send", "_start")

    def __init__(self, send: Send, coding: str, minimum: int) -> None:
        self._send = send
        self._coding = coding
        self._minimum = minimum
        self._start: Message | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        start, self._start = self._start, None
        if start is not None:
            if message["type"] == "http.response.body" and self._suits(start, message):
                message = await self._compress(start, message)
            await self._send(start)
        await self._send(message)

    def _suits(self, start: Message, message: Message) -> bool:
        if message.get("more_body", False) or len(message.get("body", b"")) < self._minimum:
            return False
        headers = {name.lower(): value for name, value in start["headers"]}
        return b"content-encoding" not in headers and headers.get(b"content-type", b"").decode("latin-1").startswith(
            _TEXTUAL
        )

    async def _compress(self, start: Message, message: dict[str, Any] | Message) -> Message:
        body = message["body"]
        compress = CODINGS[self._coding]
        packed = await asyncio.to_thread(compress, body) if len(body) > _LARGE else compress(body)
        headers = MutableHeaders(raw=list(start["headers"]))
        headers["content-encoding"] = self._coding
        headers["content-length"] = str(len(packed))
        if "accept-encoding" not in headers.get("vary", "").lower():
            headers.add_vary_header("Accept-Encoding")
        start["headers"] = headers.raw
        return {**message, "body": packed}
