"""Holes: fields with calls of their own below a compiled object, filled when their calls have answered.

No resolver runs per row. The generated code leaves a hole for each field with calls of its own, with the row that it
belongs to. All holes of an object are filled together, so that the loaders can batch their calls.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphql import FieldNode, GraphQLObjectType, get_named_type
from msgspec import Struct

from loaders.endpoint import Endpoint
from resolvers.declare.source import PARTS, Parts
from resolvers.output.code import Code
from resolvers.output.cursor import Cursor
from resolvers.output.leafcompiler import Cursors
from resolvers.output.row import Row
from resolvers.output.sites import Site
from resolvers.output.target import Target
from resolvers.output.writer import Slot
from resolvers.values.path import View


class Hole(Struct, eq=False):
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


class Holes:
    """Writes the code for fields with calls of their own.

    `names` are the response names that lead to the object being written.
    """

    def __init__(self, code: Code, target: Target) -> None:
        self._writer = code.writer
        self._target = target
        self._levels: list[Level] = []
        self.names: list[str] = []

    def enter(self, object_type: GraphQLObjectType, cursors: Cursors) -> None:
        """Begins an object."""
        self._levels.append(Level(cursors, object_type.extensions[PARTS], self._writer.slot()))

    def leave(self) -> None:
        """Ends it."""
        self._levels.pop()

    def hole(self, object_type: GraphQLObjectType, name: str, nodes: Sequence[FieldNode]) -> tuple[str, str]:
        """Returns the expressions of a hole's site and of the row that it belongs to."""
        site = Site(object_type, name, nodes, self._whole_nodes(name), self._target.part)
        return self._writer.constant(site), self._row()

    def _whole_nodes(self, name: str) -> Sequence[FieldNode]:
        """Returns the nodes of the whole operation for the field with this name in the current object."""
        nodes, object_type = self._target.whole, self._target.object_type
        for step in (*self.names, name):
            selected = self._target.collect(object_type, nodes)
            nodes = selected[step]
            below = get_named_type(object_type.fields[nodes[0].name.value].type)
            if isinstance(below, GraphQLObjectType):
                object_type = below
        return nodes

    def _row(self) -> str:
        """Returns a variable with the row of the current object."""
        around = "row"
        for level in self._levels:
            if level.row is None:
                if any(cursor.need is not None for cursor in level.cursors.values()):
                    raise NeedsRowsError
                level.row = self._writer.name("r")
                views = "".join(
                    f"({self._writer.constant(endpoint)}, {_value(cursor)}, {cursor.top.variable}), "
                    for endpoint, cursor in level.cursors.items()
                )
                made = f"{self._writer.constant(inside)}({around}, {self._writer.constant(level.parts)}, ({views}))"
                level.slot.fill(f"{level.row} = {made}")
            around = level.row
        return around


def _value(cursor: Cursor) -> str:
    """Returns the expression of the JSON at a cursor."""
    if cursor.key is None:
        return cursor.variable
    return f"{{'key': {cursor.key}, 'value': {cursor.variable}}}"
