"""What may watch upstream calls. The gateway puts traces and metrics here; without them a call costs nothing more."""

import time
from collections.abc import Sequence
from contextvars import ContextVar
from typing import Any, NamedTuple, Protocol

from loaders.calls.public_cache import Result
from loaders.endpoint import Endpoint
from loaders.errors import Code, Failure


class Record(NamedTuple):
    """What one upstream call was, for explain and telemetry. Times are seconds of the monotonic clock.

    `keys` is the batch size. `wave` is 1 for a call that waited for no other (`loaders/calls/wave.py`). `attempts` is 0
    for a call that was not sent. `cached` is true when the public cache answered, `cancelled` when nobody waited for
    the end.
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
    """Told of every upstream call, once, however many wait for it; of answers from the cache only by `end`."""

    def begin(self, endpoint: Endpoint, keys: int, wave: int) -> Any:
        """Something to hand back to `end`, such as a span; None for nothing."""

    def traceparent(self, span: Any) -> str | None:
        """The `traceparent` header that makes the LMS's span a child of this one."""

    def end(self, span: Any, record: Record) -> None:
        """The call has ended, well or not."""


asked: ContextVar[tuple[int, int]] = ContextVar("asked", default=(1, 1))
"""Wave and batch size of the public call at hand, for the task that makes it: nobody who joins it changes them."""

Headers = Sequence[tuple[str, str]]


def begin(
    observer: Observer | None, endpoint: Endpoint, headers: Headers, *, keys: int, wave: int
) -> tuple[Any, Headers]:
    """What the observer wants back at the end, and the headers by which the upstream's trace is tied to this one."""
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
    """What a call was that ends now."""
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
