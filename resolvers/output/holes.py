"""Holes: fields with calls of their own below a compiled object, filled when their calls have answered.

No resolver runs per row. The generated code leaves a hole for each field with calls of its own, with the row that it
belongs to. All holes of an object are filled together, so that the loaders can batch their calls.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphql import FieldNode, GraphQLObjectType, GraphQLOutputType, get_named_type

from loaders.endpoint import Endpoint
from resolvers.declare.source import PARTS, Declaration, Parts, Source
from resolvers.output.cursor import Cursor
from resolvers.output.idcompiler import IdCompiler
from resolvers.output.leafcompiler import Cursors, Facts, places, usable_here
from resolvers.output.relation import is_readable
from resolvers.output.row import Row, View
from resolvers.output.sites import Site
from resolvers.output.writer import Slot
from resolvers.plan.demands import demands_of
from resolvers.plan.parts import Part
from resolvers.plan.selection import collect


@dataclass(slots=True)
class Hole:
    """The place of one field, `result[site.name]`. `row` is the object that it belongs to, at the relative `path`."""

    site: Site
    result: dict[str, Any]
    row: Row | None
    path: tuple[str | int, ...]


class NeedsRowsError(Exception):
    """A field below has calls of its own and needs the rows around it. Only plain decoded JSON provides them."""


@dataclass(slots=True)
class Level:
    """An object around the code being written. `row` is the variable of its row, set on first use."""

    cursors: Cursors
    parts: Parts
    slot: Slot
    row: str | None = None


def inside(row: Row, parts: Parts, views: Sequence[tuple[Endpoint, Any, Any]]) -> Row:
    """Returns the row of an object inside another one."""
    child = row.child({endpoint: View(value, root) for endpoint, value, root in views if value is not None})
    child.parts = parts
    return child


class HoleCompiler(IdCompiler):
    """Writes the code for fields with calls of their own, and for standing objects that no answer describes."""

    levels: list[Level]
    part: Part
    whole: Sequence[FieldNode]
    top_type: GraphQLObjectType
    names: list[str]

    def _hole(self, object_type: GraphQLObjectType, name: str, nodes: Sequence[FieldNode]) -> tuple[str, str]:
        """Returns the expressions of a hole's site and of the row that it belongs to."""
        site = Site(object_type, name, nodes, self._whole_nodes(name), self.part)
        return self.writer.constant(site), self._row()

    def _whole_nodes(self, name: str) -> Sequence[FieldNode]:
        """Returns the nodes of the whole operation for the field with this name in the current object."""
        nodes, object_type = self.whole, self.top_type
        for step in (*self.names, name):
            selected = collect(self._schema, object_type, nodes, self._fragments, self._variables)
            nodes = selected[step]
            below = get_named_type(object_type.fields[nodes[0].name.value].type)
            if isinstance(below, GraphQLObjectType):
                object_type = below
        return nodes

    def _row(self) -> str:
        """Returns a variable with the row of the current object."""
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
        """Returns the expression of a related course. None if it needs calls of its own."""
        course_type = get_named_type(output_type)
        assert isinstance(course_type, GraphQLObjectType)
        sources = usable_here(declaration, cursors)
        known = {endpoint for source in sources for endpoint, _ in places(source, cursors)}
        demands = demands_of(self._schema, course_type, nodes, self._fragments, self._variables)
        if not all(demand.options.keys() & known for demand in demands) or self._asks_more(course_type, nodes):
            return None
        self._require_told((*declaration.sources, *key.sources), cursors)
        expression = self._leaf(course_type.fields["key"].type, key, usable_here(key, cursors), cursors, facts)
        expression = self.writer.once(expression, "k")
        self.writer.line(f"if not {self.writer.constant(is_readable)}({expression}): {self.surprise}")

        def named(name: str) -> str:
            return expression if name == "key" else "None"

        if not sources:  # the row names the course, and no other field is selected
            return self.object(course_type, nodes, {}, named)
        return self._object(output_type, course_type, sources, nodes, cursors, named)

    def _require_told(self, sources: Sequence[Source], cursors: Cursors) -> None:
        """Falls back if a failed call could have described the related course."""
        others = frozenset(source.endpoint for source in sources if source.endpoint not in (None, *cursors))
        if others:
            failed = f"failed and not failed.keys().isdisjoint({self.writer.constant(others)})"
            self.writer.line(f"if {failed}: {self.surprise}")

    def _asks_more(self, course_type: GraphQLObjectType, nodes: Sequence[FieldNode]) -> bool:
        """True if a selected field of a course may need calls of its own."""
        raise NotImplementedError

    def _standing(
        self,
        output_type: GraphQLOutputType,
        named: GraphQLObjectType,
        declaration: Declaration,
        nodes: Sequence[FieldNode],
        facts: Facts,
    ) -> str:
        """Returns a standing object that no answer describes: null if a call failed, otherwise an object of nulls."""
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
        """Returns the expression of an object that is read from these cursors."""
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
    """Returns the expression of the JSON at a cursor."""
    if cursor.key is None:
        return cursor.variable
    return f"{{'key': {cursor.key}, 'value': {cursor.variable}}}"
