"""What is worked out once per document: plans, selections, projections. It holds nothing of any learner."""

from collections.abc import Iterable
from typing import Any

from graphql import FieldNode

_LIMIT = 500


class Memo(dict[Any, Any]):
    """A dict that forgets everything when it is full: a document with many `@skip`s has many shapes."""

    def __setitem__(self, key: Any, value: Any) -> None:
        if len(self) >= _LIMIT and key not in self:
            self.clear()
        super().__setitem__(key, value)


def identity(nodes: Iterable[FieldNode]) -> tuple[int, ...]:
    """What tells a merged selection apart: all of its nodes. Two selections can share some, by a fragment."""
    return tuple([id(node) for node in nodes])
