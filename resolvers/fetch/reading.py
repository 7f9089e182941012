"""Reading decoded answers: an unexpected shape is a failure of the endpoint that sent it."""

from collections.abc import Iterator
from contextlib import contextmanager

from loaders.endpoint import Endpoint
from loaders.errors import Code, Failure

SURPRISES = (LookupError, TypeError, ValueError, AttributeError)
"""The exceptions raised by reading a decoded answer of an unexpected shape."""


def unreadable(endpoint: Endpoint) -> Failure:
    """The failure for a body that is not complete JSON of the expected shape."""
    return Failure(
        Code.UPSTREAM_INVALID,
        f"The LMS's {endpoint.name} answered with JSON that cannot be read.",
        endpoint.name,
        endpoint.service,
    )


@contextmanager
def reading(endpoint: Endpoint) -> Iterator[None]:
    """A context for code that reads a decoded answer: an unexpected shape raises the endpoint's failure."""
    try:
        yield
    except SURPRISES:
        raise unreadable(endpoint).error() from None
