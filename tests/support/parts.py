"""Joins the parts of an incremental response into one response."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import httpx

ACCEPTED = {"accept": "multipart/mixed, application/json"}
"""The header of a client that takes an answer in parts."""


def assembled(reply: httpx.Response) -> "Assembly":
    """A whole response, however it came: in parts, or in one piece."""
    if reply.headers["content-type"].startswith("application/json"):
        return Assembly({"data": None, "hasNext": False, **reply.json()})
    first, *others = [
        json.loads(part.partition(b"\r\n\r\n")[2])
        for part in reply.content.split(b"\r\n---")[:-1]
        if part.strip(b"-\r\n")
    ]
    assembly = Assembly(first)
    for part in others:
        assembly.add(part)
    return assembly


class Assembly:
    """An answer that comes in parts. `data` and `errors` are what it says so far; `open` has the ids still awaited.

    `extensions` are those of the last part that has some.
    """

    def __init__(self, initial: Mapping[str, Any]) -> None:
        self.data: Any = initial["data"]
        self.errors: list[Any] = list(initial.get("errors", ()))
        self.extensions: Mapping[str, Any] = initial.get("extensions", {})
        self.open: dict[str, list[Any]] = {}
        self.ended = not initial["hasNext"]
        self._announce(initial)

    def add(self, part: Mapping[str, Any]) -> None:
        """One more part. Fails on anything that was not announced, comes twice, or comes after the end."""
        assert not self.ended, "a part after the last one"
        self._announce(part)
        for entry in part.get("incremental", ()):
            target = self._at([*self.open[entry["id"]], *entry.get("subPath", ())])
            if "items" in entry:
                target += entry["items"]
            else:
                _merge(target, entry["data"])
            self.errors += entry.get("errors", ())
        for entry in part.get("completed", ()):
            del self.open[entry["id"]]
            self.errors += entry.get("errors", ())
        self.extensions = part.get("extensions", self.extensions)
        self.ended = not part["hasNext"]
        assert not (self.ended and self.open), f"never completed: {self.open}"

    def _announce(self, part: Mapping[str, Any]) -> None:
        for pending in part.get("pending", ()):
            assert pending["id"] not in self.open, "announced twice"
            self.open[pending["id"]] = pending["path"]

    def _at(self, path: Iterable[Any]) -> Any:
        found = self.data
        for step in path:
            found = found[step]
        return found


def _merge(target: dict[str, Any], given: Mapping[str, Any]) -> None:
    for name, value in given.items():
        if name in target and isinstance(value, dict):
            _merge(target[name], value)
            continue
        assert name not in target, f"{name} comes twice"
        target[name] = value
