"""Ends the work for a request after a time limit, or when its client disconnects."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

from starlette.requests import Request as HttpRequest

from gateway.protocol.refusal import RefusedError
from loaders.calls.batch import Loaders
from loaders.errors import Code

T = TypeVar("T")

_UNGUARDED = 0.05
"""Seconds before a guard begins. Most responses are sent by then, and need no more than this timer."""


def is_cancelled() -> bool:
    """True if the current task was cancelled; otherwise a CancelledError belongs to another task."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


class Guard:
    """Limits the time of one request's work, which runs in the current task. `close` ends the guard."""

    def __init__(self, http: HttpRequest) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._http = http
        self._task = task
        self._loop = asyncio.get_running_loop()
        self._ends: float | None = None  # when the current work has to end
        self._watches = False
        self._reason: Exception | None = None
        self._watcher: asyncio.Task[None] | None = None
        self._started = False
        self._timer = self._loop.call_later(_UNGUARDED, self._begin)

    async def within(self, seconds: float, work: Awaitable[T], *, watch: bool = False) -> T:
        """The result of `work`. Raises TimeoutError after this time.

        With `watch`, the work is cancelled if the client disconnects. Raises RefusedError then.
        """
        self._ends, self._watches = self._loop.time() + seconds, watch
        if self._started:
            self._begin()
        try:
            return await work
        except asyncio.CancelledError:
            if self._reason is None or self._task.uncancel():
                raise
            raise self._reason from None
        finally:
            self._ends, self._reason = None, None
            if self._started:
                self.close()

    async def while_connected(self, seconds: float, work: Awaitable[T], loaders: Loaders) -> T:
        """The same with `watch`. The upstream calls of cancelled work are cancelled as well.

        For queries only; a mutation that has started is completed.
        """
        try:
            return await self.within(seconds, work, watch=True)
        except (asyncio.CancelledError, TimeoutError, RefusedError):
            loaders.abort()
            raise

    def close(self) -> None:
        """Stops the timer and the watch."""
        self._timer.cancel()
        if self._watcher is not None:
            self._watcher.cancel()
            self._watcher = None

    def _begin(self) -> None:
        self._started = True
        if self._ends is not None:
            self._timer = self._loop.call_at(self._ends, self._cancel, TimeoutError())
            if self._watches:
                self._watcher = self._loop.create_task(self._watch())

    def _cancel(self, reason: Exception) -> None:
        self._reason = reason
        self._task.cancel()

    async def _watch(self) -> None:
        while (await self._http.receive())["type"] != "http.disconnect":
            pass
        self._cancel(RefusedError(499, "The client has disconnected.", Code.UPSTREAM_TIMEOUT))
