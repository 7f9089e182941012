"""The whole of another answer, unchanged. Each row gets it, for joins further down."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from loaders.answer import Payload
from resolvers.kinds.kind import Kind
from resolvers.output.code import Code
from resolvers.output.cursor import Cursor
from resolvers.values.path import Path


@dataclass(frozen=True, slots=True, eq=False)
class Carried(Kind):
    """Another answer of the list's parent object."""

    is_carried: ClassVar[bool] = True

    @property
    def paths(self) -> tuple[Path, ...]:
        return ((),)

    def is_in(self, payload: Payload) -> bool:
        return True

    def compiled_join(self, code: Code, at: Cursor) -> Callable[[Cursor], Cursor]:
        return lambda spine: at
