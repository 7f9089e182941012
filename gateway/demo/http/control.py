"""The calls log, which `GET /__calls` reads."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any

_KEPT = 10_000
_KEPT_BODY = 10_000


@dataclass(slots=True)
class CallLog:
    """The last API calls (at most 10,000), oldest first.

    `at` is a monotonic clock in seconds, `body` what was sent, `raw_path` the path as it came, before it was decoded.
    """

    calls: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=_KEPT))

    def add(
        self,
        method: str,
        path: str,
        query: str,
        user: str | None,
        headers: dict[str, str],
        at: float,
        body: bytes = b"",
        raw_path: str = "",
    ) -> dict[str, Any]:
        """Note a call when it starts; status (None while it runs) and `took_ms` follow with `finish`."""
        call: dict[str, Any] = {
            "method": method,
            "path": path,
            "raw_path": raw_path,
            "query": query,
            "user": user,
            "status": None,
            "headers": headers,
            "body": body[:_KEPT_BODY].decode("utf-8", "replace"),
            "at": at,
            "took_ms": None,
        }
        self.calls.append(call)
        return call

    @staticmethod
    def finish(call: dict[str, Any], status: int | None, took_ms: float) -> None:
        call["status"], call["took_ms"] = status, round(took_ms, 3)
