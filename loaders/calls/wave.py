"""Which calls a call had to wait for.

A call's wave is one more than the greatest wave among the calls whose outcomes were known to the code that asked for
it. What is known travels with the code: whoever awaits an outcome (`Arrival`), or other work (`under_way`, `together`),
knows from then on what it depended on. Nothing is inferred from times: calls that do not need each other are of the
same wave, however long each of them takes.
"""

import asyncio
from collections.abc import Coroutine, Generator
from contextvars import ContextVar, copy_context
from typing import Any, TypeVar

T = TypeVar("T")

_known: ContextVar[int] = ContextVar("known_wave", default=0)


def known() -> int:
    """The greatest wave whose outcomes the running code depends on; 0 before any."""
    return _known.get()


def learn(wave: int) -> None:
    """Notes that the running code depends on an outcome of this wave."""
    if wave > _known.get():
        _known.set(wave)


def begin() -> None:
    """Notes that a request begins, which depends on nothing."""
    _known.set(0)


class Arrival(asyncio.Future[T]):
    """An outcome to come. Until it has come, `wave` is what was known to who asked for it.

    Whoever waits for it may be given up and takes nothing from others who wait too.
    """

    __slots__ = ("wave",)
    wave: int

    def __await__(self) -> Generator[Any, None, T]:
        return _heard(self)


class _UnderWay(asyncio.Task[T]):
    def __init__(self, work: Coroutine[Any, Any, T]) -> None:
        self._own = copy_context()
        super().__init__(work, loop=asyncio.get_running_loop(), context=self._own)
        self.add_done_callback(_take_note)

    @property
    def wave(self) -> int:
        return self._own.get(_known, 0)

    def __await__(self) -> Generator[Any, None, T]:
        return _heard(self)


def _take_note(work: "asyncio.Task[Any]") -> None:
    """Whoever waits is told of a failure; when they all have been given up, it is nobody's."""
    if not work.cancelled():
        work.exception()


def _heard(work: "Arrival[T] | _UnderWay[T]") -> Generator[Any, None, T]:
    """The outcome, for one who may be given up meanwhile and knows from then on what it depended on."""
    try:
        return work.result() if work.done() else (yield from asyncio.shield(work).__await__())
    finally:
        learn(work.wave)


def under_way(work: Coroutine[Any, Any, T]) -> "asyncio.Task[T]":
    """Starts work whose result is awaited later, once or several times."""
    return _UnderWay(work)


async def together(*works: Coroutine[Any, Any, T]) -> list[T]:
    """The results of works that go on at the same time, in order."""
    if len(works) == 1:
        return [await works[0]]
    tasks = [_UnderWay(work) for work in works]
    results = await asyncio.gather(*tasks)
    learn(max((task.wave for task in tasks), default=0))
    return results
