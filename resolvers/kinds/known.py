"""Known without a call: a fact that identified the object or one of its ancestors."""

from dataclasses import dataclass

from loaders.answer import Payload
from resolvers.kinds.kind import Kind
from resolvers.values.path import Path


@dataclass(frozen=True, slots=True, eq=False)
class Known(Kind):
    """The fact with this name."""

    name: str

    @property
    def fact(self) -> str:
        return self.name

    @property
    def paths(self) -> tuple[Path, ...]:
        return ()

    def is_in(self, payload: Payload) -> bool:
        return False
