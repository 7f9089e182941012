"""What happened in the request at hand, for its log line, its span and the metrics."""

from collections import Counter
from contextvars import ContextVar
from dataclasses import dataclass, field

errors: Counter[str] = Counter()
"""Errors given to clients, by `extensions.code`."""


@dataclass(slots=True)
class Story:
    """One request as telemetry sees it. Holds no variable, no credential and no answer."""

    operation: str | None = None
    codes: list[str] = field(default_factory=list)
    calls: int = 0
    cached: int = 0


current: ContextVar[Story | None] = ContextVar("story", default=None)
"""The story of the request at hand; None when nobody listens."""


def note_error(code: str) -> None:
    """Counts an error that the client is given."""
    errors[code] += 1
    story = current.get()
    if story is not None:
        story.codes.append(code)


def note_operation(name: str | None) -> None:
    """Names the operation that is executed."""
    story = current.get()
    if story is not None:
        story.operation = name
