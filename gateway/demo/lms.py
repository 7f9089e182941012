"""The API of the stand-in LMS as an ASGI application, behind log, latency and faults."""

from __future__ import annotations

import time
from collections.abc import Callable

from starlette.types import Receive, Scope, Send

from gateway.demo.http.auth import identify
from gateway.demo.http.control import CallLog
from gateway.demo.http.dispatch import Dispatcher
from gateway.demo.http.errors import ApiError
from gateway.demo.http.faults import Fault, Faults, Wire, replacement, send_plain, send_with_fault
from gateway.demo.http.route import Call, Family
from gateway.demo.http.router import Redirect
from gateway.demo.http.throttle import Throttle
from gateway.demo.routes import ROUTES
from gateway.demo.world import World


class DemoLMS:
    """The API as an ASGI application: log, latency, faults, and a `Dispatcher` for the answer itself."""

    def __init__(
        self, build: Callable[[], World], *, latency: dict[str, int] | None = None, throttle: bool = False
    ) -> None:
        self._build = build
        self.latency = dict(latency or {})
        self.log = CallLog()
        self.faults = Faults()
        self.throttle = Throttle(enabled=throttle)
        self.dispatcher = Dispatcher(build(), ROUTES, self.throttle)

    @property
    def world(self) -> World:
        return self.dispatcher.world

    def reset(self) -> None:
        """Resets world, throttle counters and faults; the log of calls stays."""
        self.dispatcher.world = self._build()
        self.throttle.history.clear()
        self.faults.replace({})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.monotonic()
        method, path = scope["method"], scope["path"]
        query_string = scope["query_string"].decode("latin-1")
        raw_path = scope.get("raw_path", b"").decode("latin-1")
        headers = _headers(scope)
        body = await _read(receive)
        found = self.dispatcher.call_of(method, path, query_string, headers, body)
        call = found if isinstance(found, Call) else None
        entry = self.log.add(method, path, query_string, self._caller(call), headers, started, body, raw_path)
        status: int | None = None
        try:
            fault = self.faults.take(path)
            await (fault or Fault()).delay(self._latency(call))
            wire = self._wire(found, query_string, fault, headers, path)
            if method == "HEAD":
                await send(wire.start())
                await send({"type": "http.response.body", "body": b""})
            elif fault is None:
                await send_plain(wire, send)
            else:
                await send_with_fault(wire, fault, receive, send)
            status = None if fault is not None and fault.kind == "hang" else wire.status
        finally:
            self.log.finish(entry, status, (time.monotonic() - started) * 1000)

    def _wire(
        self, found: Call | Redirect | None, query: str, fault: Fault | None, headers: dict[str, str], path: str
    ) -> Wire:
        if fault is not None and fault.replaces_answer:
            family = found.route.family if isinstance(found, Call) else Family.A
            return replacement(fault, path, family.value)
        if isinstance(found, Call):
            return self.dispatcher.respond(found)
        if isinstance(found, Redirect):
            return self.dispatcher.redirect(found.location, query)
        return self.dispatcher.not_found(headers)

    def _latency(self, call: Call | None) -> int:
        if call is None or not self.latency:
            return 0
        name = call.route.name
        return self.latency.get(name, self.latency.get(name.rpartition(".")[2], 0))

    def _caller(self, call: Call | None) -> str | None:
        if call is None:
            return None
        try:
            identity = identify(
                self.world,
                call.route.schemes,
                call.method,
                call.headers,
                call.cookies,
                csrf=not call.route.page,
                session_first=call.route.session_first,
            )
        except ApiError:
            return None
        return identity.user.username if identity.user else None


def _headers(scope: Scope) -> dict[str, str]:
    headers: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        # Several Cookie lines are one list, as HTTP/2 clients send them.
        headers[name] = f"{headers[name]}; {value}" if name == "cookie" and name in headers else value
    return headers


async def _read(receive: Receive) -> bytes:
    chunks: list[bytes] = []
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return b"".join(chunks)
        chunks.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(chunks)
