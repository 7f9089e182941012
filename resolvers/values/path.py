"""Paths into decoded JSON."""

from typing import Any, NamedTuple

Path = tuple[str, ...]


class View(NamedTuple):
    """An object in one answer: its value, and the root of the answer for joins."""

    value: Any
    root: Any


def split(path: str) -> Path:
    """A dotted path as its steps."""
    return tuple(path.split(".")) if path else ()


def is_hollow(value: Any) -> bool:
    """True for a value that stands for a missing object or list: null, or an empty value."""
    return value is None or value in ({}, [], "")


def walk(value: Any, path: Path) -> Any:
    """Returns the value at a path, or None if it is absent. `a[].b` is the list of all `b`s.

    Raises TypeError if a step is looked up in a value that is not an object."""
    for place, step in enumerate(path):
        if type(value) is not dict:
            if is_hollow(value):
                return None
            raise TypeError(f"an object was expected above {step!r}")
        if step.endswith("[]"):
            below = (walk(item, path[place + 1 :]) for item in value.get(step[:-2]) or ())
            deeper = any(rest.endswith("[]") for rest in path[place + 1 :])
            return [leaf for found in below for leaf in found or ()] if deeper else list(below)
        value = value.get(step)
    return value
