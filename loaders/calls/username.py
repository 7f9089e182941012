"""The viewer's username, from the LMS."""

import orjson

from loaders.answer import Payload
from loaders.calls.judge import failure
from loaders.credentials import Username
from loaders.endpoint import Missing
from loaders.endpoints.viewer import ME
from loaders.errors import Code, Failure


def refused_sign_in() -> Failure:
    """The failure if `ME` identifies no user: the credentials have expired or are invalid."""
    return failure(ME, Code.UNAUTHENTICATED, "requires a valid sign-in", status=401)


def username_of(loaded: Payload | Missing | Failure) -> Username | Failure:
    """The username in an answer of `ME`, or the failure."""
    if isinstance(loaded, Failure):
        return loaded
    if not isinstance(loaded, Payload):
        return refused_sign_in()
    try:
        return Username(loaded.value["username"])
    except (orjson.JSONDecodeError, LookupError, TypeError, ValueError):
        return failure(ME, Code.UPSTREAM_INVALID, "returned JSON that cannot be read")
