"""A client of the running demo LMS: its REST API, its call log and its faults."""

from dataclasses import dataclass
from typing import Any

import httpx

from tests.support.people import sign_in


@dataclass(frozen=True, slots=True)
class Call:
    """One call that reached the LMS.

    `at` is in seconds of a monotonic clock, `took_ms` None while it runs, `raw_path` the path before it was decoded.
    """

    method: str
    path: str
    query: str
    user: str | None
    status: int | None
    headers: dict[str, str]
    body: str
    at: float
    took_ms: float | None
    raw_path: str


@dataclass(frozen=True, slots=True)
class Rest:
    """One REST answer. `body` is the decoded JSON, None when there was none."""

    status: int
    body: Any
    date: str


def waves(calls: list[Call]) -> list[list[str]]:
    """The paths of the calls by wave: a call that began when another was over waits a wave longer.

    The log notes the end of a call after its answer was sent, so the last tenth of it counts as over.
    """
    numbers: list[int] = []
    for call in calls:
        before = [
            number
            for other, number in zip(calls, numbers, strict=False)
            if other.took_ms is not None and other.at + 0.9 * other.took_ms / 1000 <= call.at
        ]
        numbers.append(max(before, default=-1) + 1)
    found: list[list[str]] = [[] for _ in range(max(numbers, default=-1) + 1)]
    for call, number in zip(calls, numbers, strict=True):
        found[number].append(call.path)
    return [sorted(paths) for paths in found]


class DemoLms:
    """The demo LMS at `url`."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._http = httpx.Client(base_url=url, timeout=30)

    def close(self) -> None:
        self._http.close()

    def calls(self) -> list[Call]:
        """Every API call since `forget`, in the order of their start."""
        rows = self._http.get("/__calls").raise_for_status().json()
        return sorted((Call(**row) for row in rows), key=lambda call: call.at)

    def forget(self) -> None:
        """Empties the call log."""
        self._http.delete("/__calls").raise_for_status()

    def faults(self, faults: dict[str, dict[str, Any]]) -> None:
        """Replaces the faults by these, by path prefix; docs/demo.md has their keys."""
        self._http.put("/__faults", json=faults).raise_for_status()

    def hold(self, *sizes: int, latency_ms: int = 250) -> None:
        """Answers calls in groups of these sizes, the waves that a test expects, so that `waves` can tell them.

        Calls of one group overlap, however busy the machine is. A call that waits for another one is never in its
        group; then the groups end after two seconds, and there are more waves.
        """
        self.faults({"/": {"latency_ms": latency_ms, "together": [*sizes]}})

    def features(self, features: dict[str, bool]) -> None:
        """Switches features, or endpoints by the names of their routes, on or off until the next reset."""
        self._http.put("/__features", json=features).raise_for_status()

    def faulty(self) -> dict[str, dict[str, Any]]:
        """The faults as they are."""
        faults: dict[str, dict[str, Any]] = self._http.get("/__faults").raise_for_status().json()
        return faults

    def reset(self) -> None:
        """Back to the start: the world as it was, no faults, an empty log."""
        self._http.post("/__reset").raise_for_status()
        self.forget()

    def rest(self, path: str, user: str = "anonymous", scheme: str = "JWT", **query: str) -> Rest:
        """The LMS's response to a GET of this user."""
        headers = {"Accept": "application/json", **sign_in(user, scheme)}
        reply = self._http.get(path, params=query or None, headers=headers)
        self._http.cookies.clear()
        is_json = "json" in reply.headers.get("content-type", "")
        return Rest(reply.status_code, reply.json() if is_json and reply.content else None, reply.headers["date"])

    def post(self, path: str, body: Any, headers: dict[str, str]) -> Rest:
        """The LMS's response to a POST with these headers."""
        reply = self._http.post(path, json=body, headers=headers).raise_for_status()
        self._http.cookies.clear()
        return Rest(reply.status_code, reply.json() if reply.content else None, reply.headers["date"])

    def set_cookies(self, path: str, user: str) -> list[str]:
        """The cookies that the LMS hands out with a GET."""
        reply = self._http.get(path, headers=sign_in(user))
        self._http.cookies.clear()
        return reply.headers.get_list("set-cookie")
