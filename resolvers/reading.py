"""Reading decoded answers: another shape than expected is the failure of the endpoint that sent it."""

from collections.abc import Iterator
from contextlib import contextmanager

from loaders.answer import Loaded, Payload
from loaders.endpoint import Endpoint
from loaders.errors import Code, Failure

SURPRISES = (LookupError, TypeError, ValueError, AttributeError)
"""What reading a decoded answer of another shape than expected raises."""


def unreadable(endpoint: Endpoint) -> Failure:
    """The failure for a body that is not whole JSON of the expected shape."""
    return Failure(
        Code.UPSTREAM_INVALID,
        f"The LMS's {endpoint.name} answered with JSON that cannot be read.",
        endpoint.name,
        endpoint.service,
    )


def payload_of(loaded: Loaded) -> Payload | None:
    """What was loaded; None where the answer is missing. Raises where the call failed."""
    if isinstance(loaded, Failure):
        raise loaded.error()
    return loaded if isinstance(loaded, Payload) else None


@contextmanager
def reading(endpoint: Endpoint) -> Iterator[None]:
    """Around whatever reads a decoded answer itself: another shape than expected is the endpoint's failure."""
    try:
        yield
    except SURPRISES:
        raise unreadable(endpoint).error() from None
