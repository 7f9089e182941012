"""Statistics of the current request, for its log line, span and metrics."""

from collections import Counter
from contextvars import ContextVar
from dataclasses import dataclass, field

ABANDONED = 499
"""Status of a request whose client disconnected before the answer."""

_LONGEST_NAME = 100

errors: Counter[str] = Counter()
"""Errors in responses, by `extensions.code`."""

refusals: Counter[str] = Counter()
"""Requests that were refused before they reached a route, by status."""


@dataclass(slots=True)
class RequestStats:
    """Statistics of one request. They have no variables, credentials or answers.

    `codes` has the number of errors by code: clients can cause any number of errors, but the codes are a closed set.
    `calls` is the number of attempts of upstream calls, `open` the number of calls in progress.
    """

    operation: str | None = None
    codes: dict[str, int] = field(default_factory=dict)
    calls: int = 0
    open: int = 0
    cached: int = 0


current: ContextVar[RequestStats | None] = ContextVar("request_stats", default=None)
"""The statistics of the current request; None if telemetry is off."""


def note_error(code: str) -> None:
    """Counts an error in the response."""
    errors[code] += 1
    stats = current.get()
    if stats is not None:
        stats.codes[code] = stats.codes.get(code, 0) + 1


def note_refusal(status: int) -> None:
    """Counts a request that was refused before it reached a route."""
    refusals[str(status)] += 1


def note_operation(name: str | None) -> None:
    """Names the operation that is executed."""
    stats = current.get()
    if stats is not None:
        stats.operation = name[:_LONGEST_NAME] if name is not None else None
