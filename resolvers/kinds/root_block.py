"""The block of type `course` in a flat map of blocks, or a value below it."""

from dataclasses import dataclass
from typing import Any

from loaders.answer import Payload
from resolvers.kinds.blocks import blocks_of
from resolvers.kinds.kind import Kind
from resolvers.kinds.presence import has_in_root_block
from resolvers.output.code import Code
from resolvers.output.cursor import Cursor, read
from resolvers.output.shape import Need
from resolvers.values.path import Path, View, is_hollow, walk


@dataclass(frozen=True, slots=True, eq=False)
class RootBlock(Kind):
    """The value at `path` in the block of type `course` in the map at `blocks`."""

    blocks: Path
    path: Path = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        return (self.blocks,)

    def describe(self) -> str:
        return ".".join((".".join(self.blocks) + "[]", *self.path))

    def is_in(self, payload: Payload) -> bool:
        return has_in_root_block(payload, self.blocks, self.path)

    def value(self, view: View) -> Any:
        try:
            blocks = walk(view.root, self.blocks)
            if is_hollow(blocks):
                return None
            return walk(next((block for block in blocks.values() if block["type"] == "course"), None), self.path)
        except (LookupError, AttributeError, ValueError) as error:
            raise TypeError("blocks were expected") from error

    def compiled(self, code: Code, cursor: Cursor) -> tuple[str, Need | None]:
        return read(code.writer, self.compiled_object(code, cursor), self.path)

    def compiled_object(self, code: Code, cursor: Cursor) -> Cursor:
        blocks, need = blocks_of(code, cursor, self.blocks)
        variable = code.writer.name()
        kind = "b['type']"
        if need is not None:
            need.key("type").leaf = str
            kind = "b.k_type"
        found = f"next((b for b in {blocks}.values() if {kind} == 'course'), None)"
        code.writer.line(f"{variable} = {found} if {blocks} else None")
        return Cursor(variable, need, cursor.top, sure=False)
