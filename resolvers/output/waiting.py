"""Helpers for awaitables and tasks."""

import asyncio
from collections.abc import Awaitable, Coroutine, Sequence
from types import CoroutineType
from typing import Any, TypeGuard

from loaders.calls.wave import retrieve_exception


def is_awaitable(value: Any) -> TypeGuard[Awaitable[Any]]:
    """True for the awaitables that resolvers and the executor return. Much cheaper than the general test."""
    return type(value) in _AWAITABLE or isinstance(value, asyncio.Future)


_AWAITABLE = frozenset({CoroutineType, asyncio.Task, asyncio.Future})


async def given(value: Any) -> Any:
    """Returns the value, wrapped in a coroutine."""
    return value


def task_of(work: Any) -> "asyncio.Task[Any]":
    """Returns the work as a task, which is started if it is not one yet."""
    if isinstance(work, asyncio.Task):
        return work
    task = asyncio.get_running_loop().create_task(work)
    task.add_done_callback(retrieve_exception)
    return task


async def all_of(works: Sequence[Any], calls: Sequence[Coroutine[Any, Any, Any]] = ()) -> list[Any]:
    """Returns the results of works, which run concurrently. If one fails, the others are cancelled.

    `calls` only wait for calls in progress. They need no task, and are awaited last.
    """
    tasks = [task_of(work) for work in works[1:]]
    try:
        done = [await work for work in works[:1]]  # in this task: one less to start
        return [*done, *[await task for task in tasks], *[await call for call in calls]]
    except BaseException:
        for task in tasks:
            task.cancel()
        for call in calls:
            call.close()
        raise
