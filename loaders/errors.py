"""Error codes, and failures as values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Code(StrEnum):
    """All values of `extensions.code`."""

    UNAUTHENTICATED = "UNAUTHENTICATED"
    FORBIDDEN = "FORBIDDEN"
    NOT_FOUND = "NOT_FOUND"
    BAD_USER_INPUT = "BAD_USER_INPUT"
    CONFLICT = "CONFLICT"
    RATE_LIMITED = "RATE_LIMITED"
    OVERLOADED = "OVERLOADED"
    UPSTREAM_TIMEOUT = "UPSTREAM_TIMEOUT"
    UPSTREAM_UNAVAILABLE = "UPSTREAM_UNAVAILABLE"
    UPSTREAM_INVALID = "UPSTREAM_INVALID"
    UPSTREAM_NOT_SUPPORTED = "UPSTREAM_NOT_SUPPORTED"
    QUERY_TOO_COMPLEX = "QUERY_TOO_COMPLEX"
    PERSISTED_QUERY_NOT_FOUND = "PERSISTED_QUERY_NOT_FOUND"
    GRAPHQL_PARSE_FAILED = "GRAPHQL_PARSE_FAILED"
    GRAPHQL_VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED"
    INTERNAL = "INTERNAL"


@dataclass(frozen=True, slots=True)
class Failure:
    """A call without a usable answer. A value, not an exception: a batch returns one per key.

    `message` may be shown: it names the endpoint, and contains no URL, header or body. `retry_after` is in seconds.
    """

    code: Code
    message: str
    endpoint: str | None = None
    service: str = "lms"
    retry_after: float | None = None
    status: int | None = None

    def error(self) -> "UpstreamError":
        """The exception for this failure."""
        return UpstreamError(self)


class UpstreamError(Exception):
    """Raised for a field without a value. graphql-core copies `extensions` into the response."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure

    @property
    def extensions(self) -> dict[str, Any]:
        """The `extensions` of the GraphQL error."""
        failure = self.failure
        extensions: dict[str, Any] = {"code": failure.code.value}
        if failure.endpoint is not None:
            extensions["service"] = failure.service
            extensions["endpoint"] = failure.endpoint
        if failure.retry_after is not None:
            extensions["retryAfter"] = failure.retry_after
        return extensions
