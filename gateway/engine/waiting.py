"""What is awaited."""

import asyncio
from collections.abc import Awaitable, Sequence
from types import CoroutineType
from typing import Any, TypeGuard

from loaders.calls.wave import under_way


def is_awaitable(value: Any) -> TypeGuard[Awaitable[Any]]:
    """True for what resolvers and the executor return to be awaited; much cheaper than the general test."""
    return type(value) in _AWAITABLE or isinstance(value, asyncio.Future)


_AWAITABLE = frozenset({CoroutineType, asyncio.Task, asyncio.Future})


async def given(value: Any) -> Any:
    """A value that is there, to be awaited."""
    return value


def task_of(work: Any) -> "asyncio.Task[Any]":
    """The task that does some work, begun where it is none yet."""
    return work if isinstance(work, asyncio.Task) else under_way(work)


async def all_of(tasks: Sequence["asyncio.Task[Any]"]) -> list[Any]:
    """What the tasks give. Where one of them fails, nobody waits for the others."""
    try:
        return await asyncio.gather(*tasks)
    except BaseException:
        for task in tasks:
            task.cancel()
        raise
