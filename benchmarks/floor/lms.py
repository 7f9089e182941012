"""The client for the LMS that the hand-written pages share."""

import os
from collections.abc import Sequence

from loaders.calls.client import Upstream

BASE_URL = os.environ.get("LMS_BASE_URL", "http://127.0.0.1:18000")


class Lms:
    """The calls of one request."""

    def __init__(self, upstream: Upstream, authorization: str) -> None:
        self.upstream = upstream
        self.headers: Sequence[tuple[str, str]] = (
            ("accept", "application/json"),
            ("accept-encoding", "identity"),
            ("authorization", authorization),
        )
        self.date = ""
        self.base = BASE_URL

    async def get(self, target: str) -> bytes:
        """The body of a GET. Raises RuntimeError for anything but 200."""
        reply = await self.upstream.send("GET", target, self.headers, timeout=10)
        if reply.status != 200:
            raise RuntimeError(f"{target} answered {reply.status}")
        self.date = reply.headers.get("date", "")
        return reply.body
