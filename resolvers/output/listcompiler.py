"""Compiles lists of objects: the rows of one source, joined with other sources."""

from collections.abc import Sequence

from graphql import (
    FieldNode,
    IntValueNode,
    ValueNode,
    VariableNode,
)

from resolvers.output.code import Code
from resolvers.output.leafcompiler import places
from resolvers.output.nulls import Nulls
from resolvers.output.objectfield import ObjectField, WriteObject
from resolvers.plan.parts import rows_of

_TURN = 2000
"""Number of values to build before yielding to other requests."""


class Lists:
    """Writes the code for lists of objects."""

    def __init__(self, code: Code, nulls: Nulls) -> None:
        self._code = code
        self._nulls = nulls

    def rows(self, field: ObjectField, write_object: WriteObject) -> str:
        """Returns the variable of a list. `write_object` writes the code of one row."""
        spines = [source for source in field.sources if not source.join]
        if not spines:
            return self._nulls.null(field.output_type)
        spine = spines[0]
        code, writer = self._code, self._code.writer
        endpoint, cursor = places(spine, field.cursors)[0]
        cursor = self._nulls.decided(cursor, spines)
        result, row = writer.name("l"), writer.name("r")
        joins = [
            (source.endpoint, source.kind.compiled_join(code, field.cursors[source.endpoint]))
            for source in sorted(field.sources, key=lambda source: not source.kind.is_carried)
            if source.join and source.endpoint is not None and source.endpoint is not endpoint
        ]
        taken = self._taken(field.nodes, result)
        inner = spine.kind.compiled_rows(code, cursor, result, row, required=field.required)
        place = self._next(taken, result)
        writer.line(f"if n > {_TURN}:")
        writer.line("    spend(n, t); n = t = 0")
        writer.line("    yield")
        found = {endpoint: inner}
        for joined, cursor_from in joins:
            found[joined] = cursor_from(inner)
        self._nulls.path.append(place)
        expression = write_object(field.named, field.nodes, found, field.facts)
        self._nulls.path.pop()
        writer.line(f"{result}.append({expression})")
        code.close_rows(required=field.required)
        return result

    def _taken(self, nodes: Sequence[FieldNode], result: str) -> tuple[str, str, str] | None:
        """Returns the rows to build: `to` or `from`, their number, and the variable that counts skipped rows."""
        rows = rows_of(nodes)
        if rows is None:
            return None
        word, count = rows
        number = _number(count)
        passed = self._code.writer.name("c")
        self._code.writer.line(f"{passed} = 0")
        return word, number, passed

    def _next(self, taken: tuple[str, str, str] | None, result: str) -> str:
        """Writes the code that skips rows and returns the expression of the next row's index."""
        if taken is None:
            return f"len({result})"
        word, number, passed = taken
        if word == "to":
            self._code.writer.line(f"if len({result}) >= {number}: break")
            return f"len({result})"
        self._code.writer.line(f"if {passed} < {number}: {passed} += 1; continue")
        return f"{passed} + len({result})"


def _number(node: ValueNode) -> str:
    """Returns the expression of a number in the query, or of the variable that holds it."""
    if isinstance(node, VariableNode):
        return f"variables[{node.name.value!r}]"
    assert isinstance(node, IntValueNode)
    return str(int(node.value))
