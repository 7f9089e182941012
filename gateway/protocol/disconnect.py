"""Cancels the work for clients that disconnect before the response."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from starlette.requests import Request as HttpRequest

from gateway.protocol.refusal import RefusedError
from loaders.calls.batch import Loaders
from loaders.errors import Code

T = TypeVar("T")

_UNWATCHED = 0.05
"""Seconds before the watch starts. Most responses are sent by then and need no extra task."""


def is_cancelled() -> bool:
    """True if the current task was cancelled; otherwise a CancelledError belongs to another task."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


async def while_connected(http: HttpRequest, work: Awaitable[T], loaders: Loaders) -> T:
    """The result of `work`, which is cancelled with its upstream calls if the client disconnects.

    For queries only; a mutation that has started is completed.
    """
    task = asyncio.current_task()
    assert task is not None
    gone = False
    watcher: asyncio.Task[None] | None = None

    async def watch() -> None:
        nonlocal gone
        while (await http.receive())["type"] != "http.disconnect":
            pass
        gone = True
        task.cancel()

    def begin() -> None:
        nonlocal watcher
        watcher = asyncio.ensure_future(watch())

    timer = asyncio.get_running_loop().call_later(_UNWATCHED, begin)
    try:
        return await work
    except asyncio.CancelledError:
        loaders.abort()
        if not gone:
            raise
        task.uncancel()
        raise RefusedError(499, "The client has disconnected.", Code.UPSTREAM_TIMEOUT) from None
    finally:
        timer.cancel()
        if watcher is not None:
            watcher.cancel()
