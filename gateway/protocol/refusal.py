"""A request that is refused before anything is executed."""

from collections.abc import Mapping
from typing import Any

from loaders.errors import Code

_NO_HEADERS: Mapping[str, str] = {}
_NOTHING: Mapping[str, Any] = {}


class RefusedError(Exception):
    """A refusal with a message for the client and an HTTP status.

    `well_formed` says that the HTTP request was valid and only its operation is refused. A client that accepts
    `application/json` only then gets status 200, as the specification requires. `details` are further members of the
    error's `extensions`.
    """

    def __init__(
        self,
        status: int,
        message: str,
        code: Code = Code.BAD_USER_INPUT,
        *,
        well_formed: bool = False,
        headers: Mapping[str, str] = _NO_HEADERS,
        details: Mapping[str, Any] = _NOTHING,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.well_formed = well_formed
        self.headers = headers
        self.details = details


def unforeseen() -> RefusedError:
    """The refusal after an unexpected error; the client gets only the request id."""
    return RefusedError(500, "An unexpected error occurred in the gateway.", Code.INTERNAL)
