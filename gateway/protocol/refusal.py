"""A request that is refused before anything is executed."""

from collections.abc import Mapping
from typing import Any

from loaders.errors import Code

_NO_HEADERS: Mapping[str, str] = {}
_NOTHING: Mapping[str, Any] = {}


class RefusedError(Exception):
    """Why a request is refused, for the client to read, with its HTTP status.

    `well_formed` says that the HTTP request was sound and only its operation is refused: a client that reads
    `application/json` alone is then told with status 200, as the specification asks. `details` are further members
    of the error's `extensions`.
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
    """The answer to a fault of the gateway: the client learns nothing but the request's id."""
    return RefusedError(500, "Something went wrong in the gateway.", Code.INTERNAL)
