"""What can go wrong upstream, as a closed set of codes and as values that travel in place of an answer."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Code(StrEnum):
    """Every value that `extensions.code` of an error can have."""

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
    """A call that gave no usable answer. A value, not an exception: a batch returns one per key.

    `message` is safe to show: it names the endpoint, never a URL, a header or a body.
    `retry_after` is in seconds.
    """

    code: Code
    message: str
    endpoint: str | None = None
    service: str = "lms"
    retry_after: float | None = None
    status: int | None = None

    def error(self) -> "UpstreamError":
        """The exception that carries this failure into the response."""
        return UpstreamError(self)


class UpstreamError(Exception):
    """Raised where a field cannot be given. graphql-core copies `extensions` into the response."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure

    @property
    def extensions(self) -> dict[str, Any]:
        """The `extensions` of the GraphQL error: `code`, and what else is known."""
        failure = self.failure
        extensions: dict[str, Any] = {"code": failure.code.value}
        if failure.endpoint is not None:
            extensions["service"] = failure.service
            extensions["endpoint"] = failure.endpoint
        if failure.retry_after is not None:
            extensions["retryAfter"] = failure.retry_after
        return extensions
