"""Finds the route of a path, with the rules for slashes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gateway.demo.http.route import Route, Slash


@dataclass(frozen=True, slots=True)
class Redirect:
    """The path exists with a slash only."""

    location: str


class Router:
    """Rows are grouped by the first two path segments; a row's first matching path wins."""

    def __init__(self, routes: Sequence[Route]) -> None:
        self.routes = tuple(routes)
        self._groups: dict[str, list[tuple[Route, int]]] = {}
        for route in self.routes:
            for place, path in enumerate(route.paths):
                self._groups.setdefault(_group(path), []).append((route, place))

    def find(self, path: str) -> tuple[Route, dict[str, str]] | Redirect | None:
        """The row and its path parameters, a redirect, or None when there is no such page."""
        slashed = path.endswith("/")
        bare = path[:-1] if slashed else path
        redirect: Redirect | None = None
        for route, place in self._groups.get(_group(path), ()):
            match = route.patterns[place].match(path if route.slash is Slash.NEVER else bare)
            if match is None:
                continue
            if route.slash is not Slash.MUST or slashed:
                return route, match.groupdict()
            redirect = redirect or Redirect(f"{path}/")
        return redirect


def _group(path: str) -> str:
    first, second = (*path.split("/", 3)[1:3], "", "")[:2]
    return "/courses" if first == "courses" else f"{first}/{second}"
