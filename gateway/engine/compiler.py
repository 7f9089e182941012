"""Compiles a selection of a payload-backed object into one function from answers to the result's dict.

The function is optimistic: it expects sound answers and raises at the first surprise, after which the ordinary
executor does the work. So it never has to reproduce an error message, a path or the bubbling of nulls.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graphql import (
    FieldNode,
    GraphQLObjectType,
    GraphQLOutputType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)

from gateway.engine.blockcompiler import BlockCompiler
from gateway.engine.bounded import NAME_OVERHEAD
from gateway.engine.cursor import Cursor, read
from gateway.engine.leafcompiler import Cursors, Facts, NotCompilableError, places
from gateway.engine.relations import Hole, HoleCode
from gateway.engine.shape import Form
from gateway.engine.trouble import SelectedField
from loaders.endpoint import Endpoint
from resolvers.selection import Selection, collect, has_arguments
from resolvers.source import DECLARATION, RELATION, RESOLVER, Declaration, Kind, Source

_TURN = 2000
"""Values that are built before others may have a turn."""


class Compiler(BlockCompiler):
    """One pass over a selection. Passes are repeated until the needs are stable, then the last one's code is kept."""

    def object(self, object_type: GraphQLObjectType, nodes: Sequence[FieldNode], cursors: Cursors, facts: Facts) -> str:
        """Writes what an object needs, and gives the expression of its dict."""
        selection = collect(self._schema, object_type, nodes, self._fragments, self._variables)
        return self.selected(object_type, selection, cursors, facts)

    def selected(
        self,
        object_type: GraphQLObjectType,
        selection: Selection,
        cursors: Cursors,
        facts: Facts,
        *,
        top: bool = False,
    ) -> str:
        """The same for fields that are collected already."""
        parts = []
        below = self._below(object_type, cursors, facts)
        if all(nodes[0].name.value == "__typename" for nodes in selection.values()):
            self._require_object(cursors)
        texts: list[str] = []
        fixed = sum(len(name) + NAME_OVERHEAD for name in selection)
        holes: dict[str, HoleCode] = {}
        for name, field_nodes in selection.items():
            if top and name in self._skipped:
                parts.append(f"{name!r}: None")
                continue
            field_name = field_nodes[0].name.value
            if field_name == "__typename":
                parts.append(f"{name!r}: {object_type.name!r}")
                fixed += len(object_type.name)
                continue
            field = object_type.fields[field_name]
            self.coordinate = f"{object_type.name}.{field_name}"
            declaration: Declaration | None = field.extensions.get(DECLARATION)
            if declaration is None or (RESOLVER in field.extensions and has_arguments(field_nodes[0], self._variables)):
                raise NotCompilableError(f"{object_type.name}.{field_name}")
            self.path.append(repr(name))
            self.field = SelectedField.of(declaration.sources, field.type, field_nodes)
            key = field.extensions.get(RELATION)
            if key is not None:
                self._require_told((*declaration.sources, *key.sources), cursors)
                expression, hole = self._relation(field.type, declaration, key, field_nodes, cursors, facts)
                if hole is not None:
                    holes[name] = hole
            elif declaration.identity is not None:
                expression = self._id(declaration.identity, cursors, facts)
            else:
                known = facts if is_leaf_type(get_named_type(field.type)) else below
                expression = self._field(field.type, declaration, field_nodes, cursors, known, top=top)
            if is_leaf_type(get_named_type(field.type)):
                expression = self._weighed(field.type, expression, texts)
            parts.append(f"{name!r}: {expression}")
            self.path.pop()
        self.writer.line(f"n += {len(selection)}; t += {' + '.join([str(fixed), *texts])}")
        result = "{" + ", ".join(parts) + "}"
        return self._with_holes(result, holes) if holes else result

    def _require_object(self, cursors: Cursors) -> None:
        """Of an object of which nothing is read, it is looked at whether it is one."""
        spine = next(iter(cursors.values()), None)
        if spine is not None and spine.need is None and spine.sure:
            self.writer.line(f"if type({spine.variable}) is not dict: {self.surprise}")

    def _require_told(self, sources: Sequence[Source], cursors: Cursors) -> None:
        """Leaves it to the ordinary way what a failed call would have told of a related course."""
        others = frozenset(source.endpoint for source in sources if source.endpoint not in (None, *cursors))
        if others:
            failed = f"failed and not failed.keys().isdisjoint({self.writer.constant(others)})"
            self.writer.line(f"if {failed}: {self.surprise}")

    def _with_holes(self, result: str, holes: Mapping[str, HoleCode]) -> str:
        """The result in a variable, each of its holes noted with where it lies."""
        variable = self.writer.name("d")
        self.writer.line(f"{variable} = {result}")
        for name, hole in holes.items():
            place = f"{hole.site}, {variable}, {name!r}, {hole.key}, {hole.told}"
            self.writer.line(f"holes.append({self.writer.constant(Hole)}({place}))")
        return variable

    def _field(
        self,
        output_type: GraphQLOutputType,
        declaration: Declaration,
        nodes: Sequence[FieldNode],
        cursors: Cursors,
        facts: Facts,
        *,
        top: bool,
    ) -> str:
        named = get_named_type(output_type)
        sources = [source for source in declaration.sources if self._usable(source, cursors, top=top)]
        if not sources and declaration.further is not None and not self._is_silent(declaration):
            raise NotCompilableError(self.coordinate)
        if is_leaf_type(named):
            return self._leaf(output_type, declaration, sources, cursors, facts)
        if not is_object_type(named):
            raise NotCompilableError(named.name)
        if is_list_type(get_nullable_type(output_type)):
            return self._list(output_type, named, sources, nodes, cursors, facts)
        if declaration.standing and not sources:
            return self._standing(output_type, named, declaration, nodes, facts)
        result = self._object(output_type, named, sources, nodes, cursors, facts)
        if declaration.standing:
            self.writer.line(f"if {result} is None: {self.surprise}")
        return result

    def _is_silent(self, declaration: Declaration) -> bool:
        """True when a source of the field was asked in vain: then nothing further is."""
        return any(source.endpoint in self._silent for source in declaration.sources)

    def _usable(self, source: Source, cursors: Cursors, *, top: bool) -> bool:
        if source.kind is Kind.KNOWN:
            return True
        if source.endpoint is None:
            return bool(cursors)
        if source.endpoint not in cursors:
            return False
        return not top or self._is_usable(source)

    def _object(
        self,
        output_type: GraphQLOutputType,
        named: GraphQLObjectType,
        sources: Sequence[Source],
        nodes: Sequence[FieldNode],
        cursors: Cursors,
        facts: Facts,
    ) -> str:
        deciding = [source for source in sources if not source.join]
        if not deciding:
            return self._null(output_type)
        for _, cursor in places(deciding[0], cursors):
            self._decided(cursor, deciding[:1])
        result = self.writer.name("o")
        inner, absent = self._inner_cursors(deciding[0], sources, cursors)
        self.writer.line(f"if {absent}:")
        self.writer.indent()
        self.writer.line(self.surprise if is_non_null_type(output_type) else f"{result} = None")
        self.writer.dedent()
        self.writer.line("else:")
        self.writer.indent()
        expression = self.object(named, nodes, inner, facts)
        at = next(iter(inner.values()))
        if expression == "{}" and at.need is None:  # nothing is read of it that would show what it is
            self.writer.line(f"if type({at.variable}) is not dict: {self.surprise}")
        self.writer.line(f"{result} = {expression}")
        self.writer.dedent()
        return result

    def _inner_cursors(
        self, deciding: Source, sources: Sequence[Source], cursors: Cursors
    ) -> tuple[dict[Endpoint, Cursor], str]:
        """Where each endpoint tells of the inner object, and the condition under which there is none."""
        inner: dict[Endpoint, Cursor] = {}
        conditions: list[str] = []
        for source in sources:
            for endpoint, cursor in places(source, cursors):
                if endpoint in inner:
                    continue
                value = self._place(source, cursor)
                if source is deciding:
                    if source.gate is not None:
                        conditions.append(f"not {read(self.writer, cursor, source.gate, raw=True)[0]}")
                    if source.path or source.kind is not Kind.VALUE:
                        conditions.append(f"{value.variable} is None")
                    inner[endpoint] = replace(value, sure=True)  # the condition saw to it
                else:
                    inner[endpoint] = replace(value, sure=value.sure and not source.path)
        return inner, " or ".join(conditions) or "False"

    def _place(self, source: Source, cursor: Cursor) -> Cursor:
        """The cursor at the source's object."""
        if source.kind is Kind.ROOT_BLOCK:
            return self._root_block(source, cursor)
        if source.kind is not Kind.VALUE:
            raise NotCompilableError(source.describe())
        if not source.path and source.via is None:
            return cursor
        expression, need = self._value(source, cursor)
        variable = self.writer.name()
        self.writer.line(f"{variable} = {expression}")
        if need is not None:
            need.nullable = True
        return Cursor(variable, need, cursor.top)

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
        if any(directive.name.value == "stream" for node in nodes for directive in node.directives or ()):
            raise NotCompilableError("@stream")
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
        inner = self._spine(spine, cursor, result, row, output_type)
        self.writer.line(f"if n > {_TURN}:")
        self.writer.line("    spend(n, t); n = t = 0")
        self.writer.line("    yield")
        found = {endpoint: inner, **carried}
        for source, at, variable, need in maps:
            found[source.endpoint or endpoint] = self._joined(inner, at, variable, need)
        self.path.append(f"len({result})")
        expression = self.object(named, nodes, found, facts)
        self.path.pop()
        self.writer.line(f"{result}.append({expression})")
        self.writer.dedent()
        if not is_non_null_type(output_type):
            self.writer.dedent()
        return result

    def _spine(self, source: Source, cursor: Cursor, result: str, row: str, output_type: GraphQLOutputType) -> Cursor:
        """Opens the loop over the rows; leaves its block open."""
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
