"""The cache of a document's plans, selections and projections. It contains no learner data."""

from collections.abc import Iterable
from typing import Any

from cachetools import LRUCache
from graphql import FieldNode

from loaders.shapes import Expectations

_LIMIT = 100

_OPERATIONS = 4
"""Number of operation plans to cache. Each list size has its own plan of about 20 KB."""


class Memo(dict[Any, Any]):
    """A cache of at most 100 entries, cleared when full. Plans depend on the number of courses, so a document can have
    many.

    `made` holds the nodes and parts created for the document. Keys contain their ids, so they live as long as the memo.

    `expected` says how the answers of each endpoint are read.

    A memo serves one set of credential types, one set of values for the variables of `@skip` and `@include`, and one
    set of given arguments. `weight` is its estimated size in bytes.
    """

    __slots__ = ("_operations", "expected", "made", "weight")

    def __init__(self, weight: int = 0) -> None:
        super().__init__()
        self.weight = weight
        self.made: dict[Any, Any] = {}
        self.expected = Expectations()
        self._operations: LRUCache[Any, Any] | None = None

    @property
    def operations(self) -> LRUCache[Any, Any]:
        """The cached plans of whole operations."""
        if self._operations is None:
            self._operations = LRUCache(_OPERATIONS)
        return self._operations

    def __setitem__(self, key: Any, value: Any) -> None:
        if len(self) >= _LIMIT and key not in self:
            self.clear()
        super().__setitem__(key, value)


def identity(nodes: Iterable[FieldNode]) -> tuple[int, ...]:
    """Returns the key of a merged selection: the ids of all its nodes, as two selections can share some of them."""
    return tuple(map(id, nodes))
