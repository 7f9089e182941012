"""What happened in the request at hand, for its log line, its span and the metrics."""

from collections import Counter
from contextvars import ContextVar
from dataclasses import dataclass, field

ABANDONED = 499
"""The status of a request whose client left before the answer."""

_LONGEST_NAME = 100

errors: Counter[str] = Counter()
"""Errors given to clients, by `extensions.code`."""

refusals: Counter[str] = Counter()
"""Requests that were refused before they reached a route, by status."""


@dataclass(slots=True)
class Story:
    """One request as telemetry sees it. Holds no variable, no credential and no answer.

    `codes` are the codes of its errors with how many there were of each: clients can cause any number of errors, the
    codes are a closed set. `calls` are the attempts of its upstream calls, `open` the calls that have not ended.
    """

    operation: str | None = None
    codes: dict[str, int] = field(default_factory=dict)
    calls: int = 0
    open: int = 0
    cached: int = 0


current: ContextVar[Story | None] = ContextVar("story", default=None)
"""The story of the request at hand; None when nobody listens."""


def note_error(code: str) -> None:
    """Counts an error that the client is given."""
    errors[code] += 1
    story = current.get()
    if story is not None:
        story.codes[code] = story.codes.get(code, 0) + 1


def note_refusal(status: int) -> None:
    """Counts a request that was refused before it reached a route."""
    refusals[str(status)] += 1


def note_operation(name: str | None) -> None:
    """Names the operation that is executed."""
    story = current.get()
    if story is not None:
        story.operation = name[:_LONGEST_NAME] if name is not None else None
