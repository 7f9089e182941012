"""The entry with the row's own key in the map of another answer: a join."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from loaders.answer import Payload
from resolvers.kinds.blocks import blocks_of
from resolvers.kinds.kind import Kind
from resolvers.kinds.presence import has_path
from resolvers.output.code import Code
from resolvers.output.cursor import Cursor, read
from resolvers.values.path import Path, View, walk


@dataclass(frozen=True, slots=True, eq=False)
class ByKey(Kind):
    """The entry with the row's `id` in the map at `entries`."""

    entries: Path

    @property
    def paths(self) -> tuple[Path, ...]:
        return (self.entries,)

    def describe(self) -> str:
        return ".".join(self.entries) + "[]"

    def is_in(self, payload: Payload) -> bool:
        return has_path(payload, self.entries)

    def joined(self, spine: View, view: View) -> Callable[[], Any]:
        key = walk(spine.value, ("id",))
        if not isinstance(key, str):
            raise TypeError("a key was expected")
        return partial(walk, view.root, (*self.entries, key))

    def compiled_join(self, code: Code, at: Cursor) -> Callable[[Cursor], Cursor]:
        entries, need = blocks_of(code, at, self.entries)

        def joined(spine: Cursor) -> Cursor:
            key, _ = read(code.writer, spine, ("id",))
            if spine.need is not None:
                spine.need.key("id").leaf = str
            variable = code.writer.name("j")
            code.writer.line(f"{variable} = {entries}.get({key}) if {entries} else None")
            return Cursor(variable, need, at.top, sure=False)

        return joined
