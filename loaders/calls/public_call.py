"""A call that cannot be private."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import final

from loaders.credentials import Credentials
from loaders.endpoint import Call, Endpoint, Scope

_TRACE = frozenset({"x-request-id", "x-forwarded-for", "traceparent"})


class PrivateAnswerError(TypeError):
    """Raised before a private answer would be shared."""


@final
@dataclass(frozen=True, slots=True, init=False)
class PublicCall:
    """A visitor's GET of a public endpoint. Calls are equal if URL and language are."""

    endpoint: Endpoint
    target: str
    language: str

    def __init__(self, call: Call, credentials: Credentials, extra: Mapping[str, str] | None = None) -> None:
        endpoint = call.endpoint
        if endpoint.scope is not Scope.PUBLIC or endpoint.method != "GET" or endpoint.effects:
            raise PrivateAnswerError(f"{endpoint.name} is not a public endpoint")
        if not credentials.anonymous:
            raise PrivateAnswerError("somebody is signed in")
        object.__setattr__(self, "endpoint", endpoint)
        object.__setattr__(self, "target", call.target(extra) if extra else call.target())
        object.__setattr__(self, "language", credentials.language)

    @staticmethod
    def of(call: Call, credentials: Credentials, extra: Mapping[str, str] | None = None) -> "PublicCall | None":
        """The public call, or None if this call is private."""
        if call.endpoint.scope is not Scope.PUBLIC or not credentials.anonymous:
            return None
        return PublicCall(call, credentials, extra)

    def headers(self, trace: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """All headers that are sent. Of the caller's headers, these are only language, address and request id."""
        language = (("accept-language", self.language),) if self.language else ()
        known = tuple(header for header in trace if header[0] in _TRACE)
        return (("accept", "application/json"), ("accept-encoding", "identity"), *language, *known)
