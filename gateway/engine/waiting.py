"""What is awaited."""

import asyncio
from collections.abc import Awaitable
from types import CoroutineType
from typing import Any, TypeGuard


def is_awaitable(value: Any) -> TypeGuard[Awaitable[Any]]:
    """True for what resolvers and the executor return to be awaited; much cheaper than the general test."""
    return type(value) in _AWAITABLE or isinstance(value, asyncio.Future)


_AWAITABLE = frozenset({CoroutineType, asyncio.Task, asyncio.Future})
