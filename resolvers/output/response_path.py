"""Response paths: tuples of response names and list indices. graphql-core links the steps of a path instead."""

from graphql.pyutils import Path

Key = tuple[str | int, ...]
"""A response path. The root is `()`."""


def key_of(path: Path | None) -> Key:
    """Returns graphql-core's path as a tuple."""
    return () if path is None else tuple(path.as_list())


def path_of(key: Key) -> Path | None:
    """Returns a path as graphql-core uses it. None for the root."""
    path: Path | None = None
    for step in key:
        path = Path(path, step, None)
    return path
