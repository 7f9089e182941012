"""Tracks which calls a call depends on.

The wave of a call is one more than the highest wave among the outcomes that its caller has awaited. A context variable
holds that number. Awaiting an outcome (`Arrival`) or other work (`start_task`, `together`) raises it to the wave of
what was awaited. Times play no role: independent calls have the same wave, however long they take.
"""

import asyncio
from collections.abc import Coroutine, Generator
from contextvars import ContextVar, copy_context
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")

_known: ContextVar[int] = ContextVar("known_wave", default=0)


def current_wave() -> int:
    """The highest wave that the running code depends on; 0 if it depends on no call."""
    return _known.get()


def depend_on(wave: int) -> None:
    """Records that the running code depends on an outcome of this wave."""
    if wave > _known.get():
        _known.set(wave)


def begin() -> None:
    """Resets the wave at the start of a request."""
    _known.set(0)


class Arrival(asyncio.Future[T]):
    """A future outcome. Until it is set, `wave` is the wave of the code that asked for it.

    Cancelling one waiter does not cancel it for others.
    """

    __slots__ = ("wave",)
    wave: int

    def __await__(self) -> Generator[Any, None, T]:
        return _heard(self)


class Work(asyncio.Task[T]):
    """Work in progress, with the `wave` that it has reached. Cancelling one waiter does not cancel it for others."""

    def __init__(self, work: Coroutine[Any, Any, T]) -> None:
        self._own = copy_context()
        super().__init__(work, loop=asyncio.get_running_loop(), context=self._own)

    @property
    def wave(self) -> int:
        return self._own.get(_known, 0)

    def __await__(self) -> Generator[Any, None, T]:
        return _heard(self)


def retrieve_exception(work: "asyncio.Task[Any]") -> None:
    """Retrieves the exception, so that asyncio does not log it if all waiters were cancelled."""
    if not work.cancelled():
        work.exception()


def _heard(work: "Arrival[T] | Work[T]") -> Generator[Any, None, T]:
    """Awaits the work without cancelling it when the waiter is cancelled, and records its wave."""
    try:
        if not work.done():  # what asyncio.shield does, without a second callback
            turn = work.get_loop().create_future()
            work.add_done_callback(partial(_wake, turn))
            yield from turn
        return work.result()
    finally:
        depend_on(work.wave)


def _wake(turn: "asyncio.Future[None]", work: "asyncio.Future[Any]") -> None:
    """Resumes a waiter."""
    if not turn.done():
        turn.set_result(None)


def start_task(work: Coroutine[Any, Any, T]) -> Work[T]:
    """Starts work that is awaited later, once or several times."""
    task = Work(work)
    task.add_done_callback(retrieve_exception)
    return task


async def together(*works: Coroutine[Any, Any, T]) -> list[T]:
    """Runs coroutines concurrently and returns their results in order."""
    if len(works) == 1:
        return [await works[0]]
    tasks = [start_task(work) for work in works]
    results = await asyncio.gather(*tasks)
    depend_on(max((task.wave for task in tasks), default=0))
    return results
