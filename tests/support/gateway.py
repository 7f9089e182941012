"""A client of the running gateway: sends a query as a user, and returns the answer with its calls."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

import httpx

from tests.support.lms import Call, DemoLms
from tests.support.people import sign_in


@dataclass(frozen=True, slots=True)
class Answer:
    """A GraphQL response and the calls it took. `data` is None when there was none."""

    status: int
    data: Any
    errors: list[dict[str, Any]]
    headers: httpx.Headers
    body: dict[str, Any]
    calls: list[Call]
    seconds: float

    @property
    def paths(self) -> list[str]:
        """The paths that were called, sorted."""
        return sorted(call.path for call in self.calls)

    @property
    def codes(self) -> list[str]:
        """`extensions.code` of each error, in order."""
        return [error["extensions"]["code"] for error in self.errors]

    def sound(self) -> Any:
        """The data of a response without errors."""
        assert self.errors == [], self.errors
        assert self.status == 200
        return self.data


class Gateway:
    """The gateway at `url`, in front of `lms`."""

    def __init__(self, url: str, lms: DemoLms) -> None:
        self.url = url
        self.lms = lms
        self.http = httpx.Client(base_url=url, timeout=30)

    def close(self) -> None:
        self.http.close()

    def ask(
        self,
        query: str,
        variables: dict[str, Any] | None = None,
        *,
        user: str = "alex",
        scheme: str = "JWT",
        operation: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """Posts one operation. Only the calls that it caused are in the answer."""
        self.lms.forget()
        body: dict[str, Any] = {"query": query}
        if variables is not None:
            body["variables"] = variables
        if operation is not None:
            body["operationName"] = operation
        reply = self.http.post("/graphql", json=body, headers={**sign_in(user, scheme), **(headers or {})})
        decoded = reply.json()
        return Answer(
            status=reply.status_code,
            data=decoded.get("data"),
            errors=decoded.get("errors", []),
            headers=reply.headers,
            body=decoded,
            calls=self.lms.calls(),
            seconds=reply.elapsed.total_seconds(),
        )


def ask_in_waves(gateway: Gateway, query: str, variables: dict[str, Any] | None = None, **given: Any) -> Answer:
    """Asks twice: first for the sizes of the waves, as explain reports them; then with the LMS holding these waves."""
    explained = gateway.ask(query, variables, **{**given, "headers": {"x-lectern-explain": "1"}})
    sizes = Counter(call["wave"] for call in explained.body["extensions"]["explain"]["calls"])
    gateway.lms.hold(*(sizes[wave] for wave in sorted(sizes)))
    return gateway.ask(query, variables, **given)
