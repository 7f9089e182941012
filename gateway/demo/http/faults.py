"""Faults: the set of `PUT /__faults`, and how each one is sent to a client."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import orjson
from starlette.types import Receive, Send

from gateway.demo.http import pages

KINDS = frozenset(
    {
        "hang",
        "html",
        "truncate",
        "reset",
        "trickle",
        "empty",
        "redirect",
        "badjson",
        "wrongtype",
        "huge",
        "redirect_host",
    }
)
# These play with the real answer, so the view runs (and writes) first.
NEEDS_ANSWER = frozenset({"truncate", "reset", "trickle", "wrongtype"})
HUGE_BYTES = 20 * 1024 * 1024
TRICKLE_SECONDS = 0.01
HOLD_SECONDS = 2.0
"""Calls that wait for others are answered after this time at the latest."""
_FIELDS = frozenset({"latency_ms", "status", "kind", "retry_after", "times", "together"})


class Groups:
    """Holds calls back until as many have arrived as belong to their group."""

    def __init__(self, sizes: list[int]) -> None:
        self.sizes = sizes
        self._arrived = 0
        self._complete = asyncio.Event()

    async def arrive(self) -> None:
        """Waits for the other calls of the group. After `HOLD_SECONDS`, all calls are let go, now and later."""
        if not self.sizes:
            return
        self._arrived += 1
        if self._arrived == self.sizes[0]:
            self._let_go(self.sizes[1:])
            return
        complete = self._complete
        with suppress(TimeoutError):
            async with asyncio.timeout(HOLD_SECONDS):
                await complete.wait()
        if not complete.is_set():
            self.end()

    def end(self) -> None:
        """Lets all calls go."""
        self._let_go([])

    def _let_go(self, sizes: list[int]) -> None:
        self._complete.set()
        self.sizes, self._arrived, self._complete = sizes, 0, asyncio.Event()


@dataclass(slots=True)
class Fault:
    """One fault: after `latency_ms`, a `status` or a `kind` (see `KINDS`), for the first `times` calls.

    `together` has the sizes of groups of calls that are answered together.
    """

    latency_ms: int = 0
    status: int | None = None
    kind: str | None = None
    retry_after: int | None = None
    times: int | None = None
    together: Groups | None = None

    async def delay(self, more_ms: int = 0) -> None:
        """Waits for the group of the call, then for the latency."""
        if self.together is not None:
            await self.together.arrive()
        if self.latency_ms + more_ms:
            await asyncio.sleep((self.latency_ms + more_ms) / 1000)

    @property
    def replaces_answer(self) -> bool:
        return self.status is not None or (self.kind is not None and self.kind not in NEEDS_ANSWER)


@dataclass(slots=True)
class Faults:
    """Faults by path prefix; the longest matching prefix wins."""

    by_prefix: dict[str, Fault] = field(default_factory=dict)

    def replace(self, raw: Any) -> None:
        """Replaces all faults. Raises ValueError for an invalid set."""
        if not isinstance(raw, dict):
            raise ValueError("expected an object of path prefixes")
        faults: dict[str, Fault] = {}
        for prefix, spec in raw.items():
            if not isinstance(spec, dict) or not _FIELDS.issuperset(spec):
                raise ValueError(f"{prefix}: expected some of {', '.join(sorted(_FIELDS))}")
            if any(type(value) is not int for name, value in spec.items() if name not in ("kind", "together")):
                raise ValueError(f"{prefix}: everything but kind and together is a whole number")
            if spec.get("kind") is not None and spec["kind"] not in KINDS:
                raise ValueError(f"{prefix}: unknown kind {spec['kind']!r}")
            sizes = spec.get("together", [])
            if not isinstance(sizes, list) or any(type(size) is not int or size < 1 for size in sizes):
                raise ValueError(f"{prefix}: together is a list of positive whole numbers")
            faults[prefix] = Fault(**{**spec, "together": Groups(sizes) if sizes else None})
        for before in self.by_prefix.values():
            if before.together is not None:
                before.together.end()
        self.by_prefix = faults

    def state(self) -> dict[str, dict[str, Any]]:
        """The faults as `replace` takes them, with what is left of their counts."""
        unset = Fault()
        found: dict[str, dict[str, Any]] = {}
        for prefix, fault in self.by_prefix.items():
            spec = {name: getattr(fault, name) for name in sorted(_FIELDS)}
            spec["together"] = fault.together.sizes if fault.together is not None else None
            found[prefix] = {name: value for name, value in spec.items() if value != getattr(unset, name)}
        return found

    def take(self, path: str) -> Fault | None:
        """The fault of this call, counted."""
        prefixes = sorted((prefix for prefix in self.by_prefix if path.startswith(prefix)), key=len, reverse=True)
        for prefix in prefixes:
            fault = self.by_prefix[prefix]
            if fault.times is None:
                return fault
            if fault.times > 0:
                fault.times -= 1
                return fault
        return None


@dataclass(slots=True)
class Wire:
    """An answer as it goes out."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def start(self, length: int | None = None) -> dict[str, Any]:
        headers = [*self.headers, ("content-length", str(len(self.body) if length is None else length))]
        return {
            "type": "http.response.start",
            "status": self.status,
            "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers],
        }


def replacement(fault: Fault, path: str, message_key: str) -> Wire:
    """The answer of a fault that replaces the real one. `message_key` is the family's."""
    json_type, html_type = ("content-type", "application/json"), ("content-type", "text/html; charset=utf-8")
    extra = [("retry-after", str(fault.retry_after))] if fault.retry_after is not None else []
    status = fault.status or 200
    match fault.kind:
        case "html":
            return Wire(status, [html_type, *extra], pages.LOGIN.encode())
        case "empty":
            return Wire(status, extra, b"")
        case "redirect":
            return Wire(302, [html_type, ("location", f"/login?next={path}")], b"")
        case "redirect_host":
            return Wire(302, [html_type, ("location", "http://elsewhere.example/login")], b"")
        case "badjson":
            return Wire(status, [json_type, *extra], b'{"detail": "cut in the mid')
        case "huge":
            filler = b"x" * 1024
            rows = b'","'.join([filler] * (HUGE_BYTES // (len(filler) + 3)))
            return Wire(status, [json_type, *extra], b'{"huge":["' + rows + b'"]}')
    if status >= 500:
        return Wire(status, [html_type, *extra], pages.SERVER_ERROR.encode())
    text = "Request was throttled." if status == 429 else f"Fault {status}."
    if status == 429 and fault.retry_after is not None:
        text += f" Expected available in {fault.retry_after} seconds."
    return Wire(status, [json_type, *extra], orjson.dumps({message_key: text}))


async def send_with_fault(wire: Wire, fault: Fault, receive: Receive, send: Send) -> None:
    """Sends an answer with its fault."""
    body = wire.body
    match fault.kind:
        case "hang":
            while (await receive())["type"] != "http.disconnect":
                pass
        case "truncate":
            wire.body = body[: max(1, len(body) // 2)]
            await send_plain(wire, send)
        case "reset":
            await send(wire.start())
            # Half a body and no end: the server drops the connection.
            await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
        case "trickle":
            await send(wire.start())
            for place in range(len(body)):
                await send({"type": "http.response.body", "body": body[place : place + 1], "more_body": True})
                await asyncio.sleep(TRICKLE_SECONDS)
            await send({"type": "http.response.body", "body": b""})
        case "wrongtype":
            wire.body = b'{"unexpected": true}' if body[:1] == b"[" else b'["unexpected"]'
            await send_plain(wire, send)
        case _:
            await send_plain(wire, send)


async def send_plain(wire: Wire, send: Send) -> None:
    await send(wire.start())
    await send({"type": "http.response.body", "body": wire.body})
