"""The blocks named by the parent block's `children`, found in the answer's flat map."""

from dataclasses import dataclass
from typing import Any

from loaders.answer import Payload
from resolvers.kinds.blocks import blocks_of
from resolvers.kinds.kind import Kind
from resolvers.kinds.presence import has_path
from resolvers.output.code import Code
from resolvers.output.cursor import Cursor, read
from resolvers.output.shape import Form
from resolvers.values.graph import children_of
from resolvers.values.path import Path, View, is_hollow, walk


@dataclass(frozen=True, slots=True, eq=False)
class ChildBlocks(Kind):
    """The parent block's children of these types, in order, from the flat map at `blocks`."""

    blocks: Path
    types: frozenset[str]

    @property
    def paths(self) -> tuple[Path, ...]:
        return (self.blocks,)

    def describe(self) -> str:
        return ".".join(self.blocks) + "[]"

    def is_in(self, payload: Payload) -> bool:
        return has_path(payload, self.blocks)

    def rows(self, view: View) -> list[Any] | None:
        try:
            blocks = walk(view.root, self.blocks)
            if type(blocks) is not dict and is_hollow(blocks):
                return None
            found = (blocks.get(key) for key in children_of(view.value))
            return [block for block in found if block is not None and block["type"] in self.types]
        except (LookupError, AttributeError) as error:
            raise TypeError("blocks were expected") from error

    def compiled_rows(self, code: Code, cursor: Cursor, result: str, row: str, *, required: bool) -> Cursor:
        blocks, need = blocks_of(code, cursor, self.blocks)
        kind = f"{row}['type']"
        if need is not None and cursor.need is not None:
            keys, _ = read(code.writer, cursor, ("children",))
            children = cursor.need.key("children")
            children.nullable = True
            children.each(Form.LIST).leaf = str
            need.key("type").leaf = str
            kind = f"{row}.k_type"
            keys = f"dict.fromkeys({keys} or ())"
        else:
            keys = f"{code.writer.constant(children_of)}({cursor.variable})"
        code.open_rows(blocks if cursor.sure else f"({cursor.variable} and {blocks})", result, required=required)
        child = code.writer.name("k")
        if not code.exact:
            keys = code.counted(keys)
        code.writer.line(f"for {child} in {keys}:")
        code.writer.indent()
        code.writer.line(f"{row} = {blocks}.get({child})")
        types = code.writer.constant(self.types)
        code.writer.line(f"if {row} is None or {kind} not in {types}: continue")
        return Cursor(row, need, cursor.top)
