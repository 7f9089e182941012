"""Compiles blocks: an answer's flat map of blocks, their children, and joins by block key."""

from typing import Any

from graphql import GraphQLOutputType

from resolvers.declare.source import Source
from resolvers.output.cursor import Cursor, read
from resolvers.output.holes import HoleCompiler
from resolvers.output.leaves import SurpriseError
from resolvers.output.shape import Form, Need
from resolvers.values.graph import children_of


def map_of(value: Any) -> Any:
    """Returns a map of decoded JSON, or None. Raises SurpriseError for anything else."""
    if value is not None and type(value) is not dict:
        raise SurpriseError
    return value


class BlockCompiler(HoleCompiler):
    """Writes the code that looks up blocks and map entries."""

    def _root_block(self, source: Source, cursor: Cursor) -> Cursor:
        blocks, need = self._blocks(source.paths[0], cursor)
        variable = self.writer.name()
        kind = "b['type']"
        if need is not None:
            need.key("type").leaf = str
            kind = "b.k_type"
        found = f"next((b for b in {blocks}.values() if {kind} == 'course'), None)"
        self.writer.line(f"{variable} = {found} if {blocks} else None")
        return Cursor(variable, need, cursor.top, sure=False)

    def _blocks(self, path: tuple[str, ...], cursor: Cursor) -> tuple[str, Need | None]:
        """Returns a variable with the answer's flat map of blocks, and the need for a block."""
        expression, need = read(self.writer, cursor.top, path)
        if need is None:
            return self.writer.once(f"{self.writer.constant(map_of)}({expression})", "m"), None
        need.nullable = True
        return self.writer.once(expression, "m"), need.each(Form.MAP)

    def _children(
        self, source: Source, cursor: Cursor, result: str, row: str, output_type: GraphQLOutputType
    ) -> Cursor:
        blocks, need = self._blocks(source.path, cursor)
        kind = f"{row}['type']"
        if need is not None and cursor.need is not None:
            keys, _ = read(self.writer, cursor, ("children",))
            children = cursor.need.key("children")
            children.nullable = True
            children.each(Form.LIST).leaf = str
            need.key("type").leaf = str
            kind = f"{row}.k_type"
            keys = f"dict.fromkeys({keys} or ())"
        else:
            keys = f"{self.writer.constant(children_of)}({cursor.variable})"
        self._open(blocks if cursor.sure else f"({cursor.variable} and {blocks})", result, output_type)
        child = self.writer.name("k")
        if not self.exact:
            keys = self._counted(keys)
        self.writer.line(f"for {child} in {keys}:")
        self.writer.indent()
        self.writer.line(f"{row} = {blocks}.get({child})")
        types = self.writer.constant(source.types)
        self.writer.line(f"if {row} is None or {kind} not in {types}: continue")
        return Cursor(row, need, cursor.top)

    def _counted(self, keys: str) -> str:
        """Returns a variable with the keys. Writes code that detects keys repeated across blocks."""
        found, seen, count = self.writer.name("k"), self.writer.name("s"), self.writer.name("c")
        self.beginnings.append(f"{seen} = set(); {count} = 0")
        self.repeats.append(f"{count} > len({seen})")
        self.writer.line(f"{found} = {keys}; {seen}.update({found}); {count} += len({found})")
        return found

    def _joined(self, spine: Cursor, at: Cursor, entries: str, need: Need | None) -> Cursor:
        key, _ = read(self.writer, spine, ("id",))
        if spine.need is not None:
            spine.need.key("id").leaf = str
        variable = self.writer.name("j")
        self.writer.line(f"{variable} = {entries}.get({key}) if {entries} else None")
        return Cursor(variable, need, at.top, sure=False)

    def _open(self, values: str, result: str, output_type: GraphQLOutputType) -> None:
        """Opens the loop over the rows and leaves its block open."""
        raise NotImplementedError
