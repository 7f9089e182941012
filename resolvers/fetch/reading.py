"""Reading decoded answers: an unexpected shape is a failure of the endpoint that sent it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from loaders.endpoint import Endpoint
from loaders.errors import Code, Failure

UNEXPECTED = (LookupError, TypeError, ValueError, AttributeError)
"""The exceptions raised by reading a decoded answer of an unexpected shape."""


def unreadable(endpoint: Endpoint) -> Failure:
    """The failure for a body that is not complete JSON of the expected shape."""
    return Failure(
        Code.UPSTREAM_INVALID,
        f"The LMS's {endpoint.name} returned JSON that cannot be read.",
        endpoint.name,
        endpoint.service,
    )


def named(views: Mapping[Endpoint, object], endpoint: Endpoint, text: str, is_valid: Callable[[str], bool]) -> str:
    """A name of the object of these views, for use in a call. Raises for an invalid one, which the LMS has sent.

    It is the failure of the endpoint of the views, or of `endpoint` if there are none.
    """
    if not is_valid(text):
        raise unreadable(next(iter(views), endpoint)).error()
    return text


@contextmanager
def reading(endpoint: Endpoint) -> Iterator[None]:
    """A context for code that reads a decoded answer: an unexpected shape raises the endpoint's failure."""
    try:
        yield
    except UNEXPECTED:
        raise unreadable(endpoint).error() from None
