"""Helpers for awaitables and tasks."""

import asyncio
from collections.abc import Awaitable, Sequence
from types import CoroutineType
from typing import Any, TypeGuard

from loaders.calls.wave import under_way


def is_awaitable(value: Any) -> TypeGuard[Awaitable[Any]]:
    """True for the awaitables that resolvers and the executor return. Much cheaper than the general test."""
    return type(value) in _AWAITABLE or isinstance(value, asyncio.Future)


_AWAITABLE = frozenset({CoroutineType, asyncio.Task, asyncio.Future})


async def given(value: Any) -> Any:
    """Returns the value, wrapped in a coroutine."""
    return value


def task_of(work: Any) -> "asyncio.Task[Any]":
    """Returns the work as a task, which is started if it is not one yet."""
    return work if isinstance(work, asyncio.Task) else under_way(work)


async def all_of(tasks: Sequence["asyncio.Task[Any]"]) -> list[Any]:
    """Returns the results of the tasks. If one fails, the others are cancelled."""
    try:
        return await asyncio.gather(*tasks)
    except BaseException:
        for task in tasks:
            task.cancel()
        raise
