"""Fields with calls of their own below a compiled object: each is a hole, which is filled when its calls have answered.

No resolver runs per row. The generated code leaves a hole where a field has to be asked for, with the row that it
belongs to; all holes of an object are filled together, so that the loaders join their calls.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphql import FieldNode, GraphQLObjectType, GraphQLOutputType, get_named_type

from gateway.engine.cursor import Cursor
from gateway.engine.idcompiler import IdCompiler
from gateway.engine.leafcompiler import Cursors, Facts, places, usable_here
from gateway.engine.sites import Site
from gateway.engine.writer import Slot
from loaders.endpoint import Endpoint
from resolvers.demands import demands_of
from resolvers.parts import Part
from resolvers.relation import is_readable
from resolvers.row import Row, View
from resolvers.selection import collect
from resolvers.source import PARTS, Declaration, Parts, Source


@dataclass(slots=True)
class Hole:
    """The place of one field: `result[site.name]`. `row` is the object that it belongs to, `path` leads to that."""

    site: Site
    result: dict[str, Any]
    row: Row | None
    path: tuple[str | int, ...]


class NeedsRowsError(Exception):
    """A field below has calls of its own and needs the rows around it, which only decoded JSON has."""


@dataclass(slots=True)
class Level:
    """An object around the code being written. `row` is the variable of its row, once that is needed."""

    cursors: Cursors
    parts: Parts
    slot: Slot
    row: str | None = None


def inside(row: Row, parts: Parts, views: Sequence[tuple[Endpoint, Any, Any]]) -> Row:
    """The row of an object inside another one."""
    child = row.child({endpoint: View(value, root) for endpoint, value, root in views if value is not None})
    child.parts = parts
    return child


class HoleCompiler(IdCompiler):
    """Writes the code for fields with calls of their own, and for objects that stand though no answer tells of them."""

    levels: list[Level]
    part: Part
    whole: Sequence[FieldNode]
    top_type: GraphQLObjectType
    names: list[str]

    def _hole(self, object_type: GraphQLObjectType, name: str, nodes: Sequence[FieldNode]) -> tuple[str, str]:
        """Expressions of the site of a hole and of the row that it belongs to."""
        site = Site(object_type, name, nodes, self._whole_nodes(name), self.part)
        return self.writer.constant(site), self._row()

    def _whole_nodes(self, name: str) -> Sequence[FieldNode]:
        """What the whole operation selects of the field with this name in the object being written."""
        nodes, object_type = self.whole, self.top_type
        for step in (*self.names, name):
            selected = collect(self._schema, object_type, nodes, self._fragments, self._variables)
            nodes = selected[step]
            below = get_named_type(object_type.fields[nodes[0].name.value].type)
            if isinstance(below, GraphQLObjectType):
                object_type = below
        return nodes

    def _row(self) -> str:
        """A variable with the row of the object being written."""
        around = "row"
        for level in self.levels:
            if level.row is None:
                if any(cursor.need is not None for cursor in level.cursors.values()):
                    raise NeedsRowsError
                level.row = self.writer.name("r")
                views = "".join(
                    f"({self.writer.constant(endpoint)}, {_value(cursor)}, {cursor.top.variable}), "
                    for endpoint, cursor in level.cursors.items()
                )
                made = f"{self.writer.constant(inside)}({around}, {self.writer.constant(level.parts)}, ({views}))"
                level.slot.fill(f"{level.row} = {made}")
            around = level.row
        return around

    def _enter(self, object_type: GraphQLObjectType, cursors: Cursors) -> None:
        self.levels.append(Level(cursors, object_type.extensions[PARTS], self.writer.slot()))

    def _relation(
        self,
        output_type: GraphQLOutputType,
        declaration: Declaration,
        key: Declaration,
        nodes: Sequence[FieldNode],
        cursors: Cursors,
        facts: Facts,
    ) -> str | None:
        """The expression of a related course; None where it has to be asked for."""
        course_type = get_named_type(output_type)
        assert isinstance(course_type, GraphQLObjectType)
        sources = usable_here(declaration, cursors)
        told = {endpoint for source in sources for endpoint, _ in places(source, cursors)}
        demands = demands_of(self._schema, course_type, nodes, self._fragments, self._variables)
        if not all(demand.options.keys() & told for demand in demands) or self._asks_more(course_type, nodes):
            return None
        self._require_told((*declaration.sources, *key.sources), cursors)
        expression = self._leaf(course_type.fields["key"].type, key, usable_here(key, cursors), cursors, facts)
        expression = self.writer.once(expression, "k")
        self.writer.line(f"if not {self.writer.constant(is_readable)}({expression}): {self.surprise}")

        def named(name: str) -> str:
            return expression if name == "key" else "None"

        if not sources:  # the row names the course, and no more was asked
            return self.object(course_type, nodes, {}, named)
        return self._object(output_type, course_type, sources, nodes, cursors, named)

    def _require_told(self, sources: Sequence[Source], cursors: Cursors) -> None:
        """Leaves it to the ordinary way what a failed call would have told of a related course."""
        others = frozenset(source.endpoint for source in sources if source.endpoint not in (None, *cursors))
        if others:
            failed = f"failed and not failed.keys().isdisjoint({self.writer.constant(others)})"
            self.writer.line(f"if {failed}: {self.surprise}")

    def _asks_more(self, course_type: GraphQLObjectType, nodes: Sequence[FieldNode]) -> bool:
        """True when something is selected of a course that no answer about it tells by itself."""
        raise NotImplementedError

    def _standing(
        self,
        output_type: GraphQLOutputType,
        named: GraphQLObjectType,
        declaration: Declaration,
        nodes: Sequence[FieldNode],
        facts: Facts,
    ) -> str:
        """A standing object that no answer tells of: null for a call that failed, and else there, with nulls in it."""
        result = self.writer.name("o")
        endpoints = self.writer.constant(frozenset(source.endpoint for source in declaration.sources))
        self.writer.line(f"if failed and not failed.keys().isdisjoint({endpoints}):")
        self.writer.indent()
        self.writer.line(f"{result} = {self._null(output_type)}")
        self.writer.dedent()
        self.writer.line("else:")
        self.writer.indent()
        self.writer.line(f"{result} = {self.object(named, nodes, {}, facts)}")
        self.writer.dedent()
        return result

    def object(self, object_type: GraphQLObjectType, nodes: Sequence[FieldNode], cursors: Cursors, facts: Facts) -> str:
        """The expression of an object that is read from these cursors."""
        raise NotImplementedError

    def _object(
        self,
        output_type: GraphQLOutputType,
        named: GraphQLObjectType,
        sources: Sequence[Source],
        nodes: Sequence[FieldNode],
        cursors: Cursors,
        facts: Facts,
    ) -> str:
        raise NotImplementedError


def _value(cursor: Cursor) -> str:
    """The expression of the JSON that a cursor stands at."""
    if cursor.key is None:
        return cursor.variable
    return f"{{'key': {cursor.key}, 'value': {cursor.variable}}}"
