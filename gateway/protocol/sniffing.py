"""Disables content sniffing in browsers."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

NO_SNIFFING = (b"x-content-type-options", b"nosniff")


class NoSniffingMiddleware:
    """Adds `X-Content-Type-Options: nosniff` to every response without it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wraps `send`."""

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message.get("headers", ())
                if NO_SNIFFING not in headers:
                    message = {**message, "headers": [*headers, NO_SNIFFING]}
            await send(message)

        await self._app(scope, receive, marked if scope["type"] == "http" else send)
