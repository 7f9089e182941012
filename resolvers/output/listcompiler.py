"""Compiles lists of objects: the rows of one source, joined with other sources."""

from collections.abc import Sequence

from graphql import (
    FieldNode,
    GraphQLObjectType,
    GraphQLOutputType,
    IntValueNode,
    ValueNode,
    VariableNode,
    is_non_null_type,
)

from resolvers.declare.source import Kind, Source
from resolvers.output.blockcompiler import BlockCompiler
from resolvers.output.cursor import Cursor
from resolvers.output.leafcompiler import Cursors, Facts, places
from resolvers.output.shape import Form
from resolvers.plan.parts import rows_of

_TURN = 2000
"""Number of values to build before yielding to other requests."""


class ListCompiler(BlockCompiler):
    """Writes the code for lists of objects."""

    def _list(
        self,
        output_type: GraphQLOutputType,
        named: GraphQLObjectType,
        sources: Sequence[Source],
        nodes: Sequence[FieldNode],
        cursors: Cursors,
        facts: Facts,
    ) -> str:
        spines = [source for source in sources if not source.join]
        if not spines:
            return self._null(output_type)
        spine = spines[0]
        endpoint, cursor = places(spine, cursors)[0]
        cursor = self._decided(cursor, spines)
        result, row = self.writer.name("l"), self.writer.name("r")
        joins = [(source, cursors[source.endpoint]) for source in sources if source.join and source.endpoint]
        carried = {source.endpoint: at for source, at in joins if source.kind is Kind.CARRIED and source.endpoint}
        keyed = [(source, at) for source, at in joins if source.kind is Kind.BY_KEY and source.endpoint is not endpoint]
        maps = [(source, at, *self._blocks(source.path, at)) for source, at in keyed]
        taken = self._taken(nodes, result)
        inner = self._spine(spine, cursor, result, row, output_type)
        place = self._next(taken, result)
        self.writer.line(f"if n > {_TURN}:")
        self.writer.line("    spend(n, t); n = t = 0")
        self.writer.line("    yield")
        found = {endpoint: inner, **carried}
        for source, at, variable, need in maps:
            found[source.endpoint or endpoint] = self._joined(inner, at, variable, need)
        self.path.append(place)
        expression = self.object(named, nodes, found, facts)
        self.path.pop()
        self.writer.line(f"{result}.append({expression})")
        self.writer.dedent()
        if not is_non_null_type(output_type):
            self.writer.dedent()
        return result

    def _taken(self, nodes: Sequence[FieldNode], result: str) -> tuple[str, str, str] | None:
        """Returns the rows to build: `to` or `from`, their number, and the variable that counts skipped rows."""
        rows = rows_of(nodes)
        if rows is None:
            return None
        word, count = rows
        number = _number(count)
        passed = self.writer.name("c")
        self.writer.line(f"{passed} = 0")
        return word, number, passed

    def _next(self, taken: tuple[str, str, str] | None, result: str) -> str:
        """Writes the code that skips rows and returns the expression of the next row's index."""
        if taken is None:
            return f"len({result})"
        word, number, passed = taken
        if word == "to":
            self.writer.line(f"if len({result}) >= {number}: break")
            return f"len({result})"
        self.writer.line(f"if {passed} < {number}: {passed} += 1; continue")
        return f"{passed} + len({result})"

    def _spine(self, source: Source, cursor: Cursor, result: str, row: str, output_type: GraphQLOutputType) -> Cursor:
        """Opens the loop over the rows and leaves its block open."""
        if source.kind is Kind.CHILD_BLOCKS:
            return self._children(source, cursor, result, row, output_type)
        expression, need = self._value(source, cursor)
        values = self.writer.name()
        self.writer.line(f"{values} = {expression}")
        item = None
        if need is not None:
            need.nullable = True
            item = need.each(Form.MAP if source.kind is Kind.ENTRIES else Form.LIST)
        self._open(values, result, output_type)
        if source.kind is Kind.ENTRIES:
            key = self.writer.name("k")
            self.writer.line(f"for {key}, {row} in {values}.items():")
            self.writer.indent()
            return Cursor(row, item, cursor.top, key=key)
        if need is None:
            self.writer.line(f"if type({values}) is not list: {self.surprise}")
        self.writer.line(f"for {row} in {values}:")
        self.writer.indent()
        return Cursor(row, item, cursor.top)

    def _open(self, values: str, result: str, output_type: GraphQLOutputType) -> None:
        if is_non_null_type(output_type):
            self.writer.line(f"if {values} is None: {self.surprise}")
        else:
            self.writer.line(f"if {values} is None:")
            self.writer.line(f"    {result} = None")
            self.writer.line("else:")
            self.writer.indent()
        self.writer.line(f"{result} = []")


def _number(node: ValueNode) -> str:
    """Returns the expression of a number in the query, or of the variable that holds it."""
    if isinstance(node, VariableNode):
        return f"variables[{node.name.value!r}]"
    assert isinstance(node, IntValueNode)
    return str(int(node.value))
