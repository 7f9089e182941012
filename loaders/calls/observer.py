"""Observers of upstream calls, for traces and metrics."""

import time
from collections.abc import Sequence
from contextvars import ContextVar
from typing import Any, NamedTuple, Protocol

from loaders.calls.public_cache import Result
from loaders.endpoint import Endpoint
from loaders.errors import Code, Failure


class Record(NamedTuple):
    """A record of one upstream call, for explain and telemetry. Times are seconds of the monotonic clock.

    `keys` is the batch size. `wave` is 1 for a call that waited for no other (`loaders/calls/wave.py`). `attempts` is 0
    for a call that was not sent. `cached`: the public cache had the answer. `cancelled`: nobody waited for the result.
    """

    endpoint: Endpoint
    method: str
    target: str
    started: float
    finished: float
    status: int | None
    size: int
    keys: int
    failure: Code | None
    wave: int = 1
    attempts: int = 1
    cached: bool = False
    cancelled: bool = False


class Observer(Protocol):
    """Receives each upstream call once, even if several requests wait for it. For answers from the cache, only `end` is
    called.
    """

    def begin(self, endpoint: Endpoint, keys: int, wave: int) -> Any:
        """A token to pass to `end`, such as a span, or None."""

    def traceparent(self, span: Any) -> str | None:
        """The `traceparent` header that makes the LMS's span a child of this one."""

    def end(self, span: Any, record: Record) -> None:
        """The call has ended."""


asked: ContextVar[tuple[int, int]] = ContextVar("asked", default=(1, 1))
"""Wave and batch size of the current public call, for the task that makes it."""

Headers = Sequence[tuple[str, str]]


def begin(
    observer: Observer | None, endpoint: Endpoint, headers: Headers, *, keys: int, wave: int
) -> tuple[Any, Headers]:
    """The observer's token, and the headers with the `traceparent` of its span."""
    if observer is None:
        return None, headers
    span = observer.begin(endpoint, keys, wave)
    parent = observer.traceparent(span) if span is not None else None
    if parent is None:
        return span, headers
    return span, (*(header for header in headers if header[0] != "traceparent"), ("traceparent", parent))


def record_of(
    endpoint: Endpoint, target: str, started: float, result: Result, *, keys: int, wave: int, cancelled: bool = False
) -> Record:
    """The record of a call that has just ended."""
    outcome = result.outcome
    return Record(
        endpoint,
        endpoint.method,
        target,
        started,
        time.monotonic(),
        result.status,
        result.size,
        keys,
        outcome.code if isinstance(outcome, Failure) else None,
        wave,
        result.attempts,
        result.cached,
        cancelled,
    )
