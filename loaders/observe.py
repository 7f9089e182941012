"""What may watch upstream calls. The gateway puts traces and metrics here; without them a call costs nothing more."""

from typing import Any, NamedTuple, Protocol

from loaders.endpoint import Endpoint
from loaders.errors import Code


class Record(NamedTuple):
    """What one upstream call was, for explain and telemetry. Times are seconds of the monotonic clock.

    `keys` is the batch size, `wave` is 1 for a call that waited for no other (`loaders/wave.py`), `attempts` is 0 for
    a call that was not sent, and `cached` is true when the public cache answered.
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


class Observer(Protocol):
    """Told of every upstream call, once: what many visitors waited for is one, and may end after they have gone."""

    def begin(self, endpoint: Endpoint, keys: int, wave: int) -> Any:
        """Something to hand back to `end`, such as a span; None for nothing."""

    def traceparent(self, span: Any) -> str | None:
        """The `traceparent` header that makes the LMS's span a child of this one."""

    def end(self, span: Any, record: Record) -> None:
        """The call has ended, well or not."""
