"""Parts of a response that are not ready before the deadline."""

import asyncio
import json
import time
from types import SimpleNamespace
from typing import Any

from gateway.protocol.incremental import parts_response
from resolvers.output.delivery import Completed, Delivered


class Never:
    """Subsequent results of which only the first comes."""

    def __init__(self) -> None:
        self.given = 0
        self.closed = False

    def __aiter__(self) -> "Never":
        return self

    async def __anext__(self) -> Any:
        self.given += 1
        if self.given > 1:
            await asyncio.sleep(60)
        return Delivered(has_next=True, completed=[Completed("0")])

    async def aclose(self) -> None:
        self.closed = True


def test_a_part_that_is_never_ready_ends_with_an_error() -> None:
    """One error for each fragment that is awaited, and a proper end."""
    never = Never()
    pending = [{"id": "0", "path": ["a"]}, {"id": "1", "path": ["b"]}]
    first = Delivered(has_next=True, data={"a": {}, "b": {}}, pending=pending)
    delivery: Any = SimpleNamespace(others=lambda: never, aclose=never.aclose)
    closed = []

    def close() -> None:
        closed.append(True)

    async def read() -> bytes:
        response = parts_response(delivery, first, "an-id", lambda: None, close, time.monotonic() + 0.2, list)
        return b"".join([bytes(part) async for part in response.body_iterator])  # type: ignore[arg-type]

    content = asyncio.run(read())
    assert content.endswith(b"\r\n-----\r\n")
    *_, last = [json.loads(part.partition(b"\r\n\r\n")[2]) for part in content.split(b"\r\n---")[1:-1]]
    assert last["hasNext"] is False
    (given_up,) = last["completed"]
    assert given_up["id"] == "1"
    assert given_up["errors"][0]["extensions"]["code"] == "UPSTREAM_TIMEOUT"
    assert closed
    assert never.closed
