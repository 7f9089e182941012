"""What is worked out once per document: plans, selections, projections. It holds nothing of any learner."""

from collections.abc import Iterable
from typing import Any

from cachetools import LRUCache
from graphql import FieldNode

_LIMIT = 100

_OPERATIONS = 4
"""Plans of whole operations that are kept beside: each size of a list has its own, of about 20 KB."""


class Memo(dict[Any, Any]):
    """Cache of at most 100 entries, cleared when full. A plan depends on how many courses are asked for, so one
    document can have many.

    `made` holds the nodes and parts that were made for the document. Keys name them by their ids, so they live as long
    as the memo.

    One memo serves one way to sign in and one set of choices: the values of the variables that `@skip` and `@include`
    read, and which arguments are given. `weight` are the bytes of memory it is taken to need.
    """

    __slots__ = ("_operations", "made", "weight")

    def __init__(self, weight: int = 0) -> None:
        super().__init__()
        self.weight = weight
        self.made: dict[Any, Any] = {}
        self._operations: LRUCache[Any, Any] | None = None

    @property
    def operations(self) -> LRUCache[Any, Any]:
        """The plans of whole operations."""
        if self._operations is None:
            self._operations = LRUCache(_OPERATIONS)
        return self._operations

    def __setitem__(self, key: Any, value: Any) -> None:
        if len(self) >= _LIMIT and key not in self:
            self.clear()
        super().__setitem__(key, value)


def identity(nodes: Iterable[FieldNode]) -> tuple[int, ...]:
    """What tells a merged selection apart: all of its nodes. Two selections can share some, by a fragment."""
    return tuple([id(node) for node in nodes])
