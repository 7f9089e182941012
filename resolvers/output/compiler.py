"""Compiles a selection of a payload-backed object into one function from answers to the result's dict.

The function is optimistic. It expects well-formed answers and raises at the first unexpected value. The fallback
executor then takes over, so the function never reproduces error messages, paths or null propagation.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graphql import (
    FieldNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLOutputType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)

from loaders.endpoint import Endpoint
from resolvers.declare.source import DECLARATION, RELATION, Declaration, Kind, Source
from resolvers.output.bounded import NAME_OVERHEAD
from resolvers.output.cursor import Cursor, read
from resolvers.output.holes import Hole
from resolvers.output.leafcompiler import Cursors, Facts, NotCompilableError, places
from resolvers.output.listcompiler import ListCompiler
from resolvers.output.sites import asks, may_ask
from resolvers.output.trouble import SelectedField
from resolvers.plan.selection import Selection, collect

_TURN = 2000
"""Number of values to build before yielding to other requests."""


class Compiler(ListCompiler):
    """One pass over a selection. Passes repeat until the needs are stable. The code of the last pass is kept."""

    def object(self, object_type: GraphQLObjectType, nodes: Sequence[FieldNode], cursors: Cursors, facts: Facts) -> str:
        """Writes the code of an object and returns the expression of its dict."""
        selection = collect(self._schema, object_type, nodes, self._fragments, self._variables)
        self._enter(object_type, cursors)
        expression = self.selected(object_type, selection, cursors, facts)
        self.levels.pop()
        return expression

    def selected(
        self,
        object_type: GraphQLObjectType,
        selection: Selection,
        cursors: Cursors,
        facts: Facts,
        *,
        top: bool = False,
    ) -> str:
        """Does the same for fields that are already collected."""
        parts = []
        below = self._below(object_type, cursors, facts)
        if not top or all(nodes[0].name.value == "__typename" for nodes in selection.values()):
            self._require_object(cursors)
        texts: list[str] = []
        fixed = sum(len(name) + NAME_OVERHEAD for name in selection)
        holes: dict[str, tuple[str, str]] = {}
        for name, field_nodes in selection.items():
            field_name = field_nodes[0].name.value
            if field_name == "__typename":
                parts.append(f"{name!r}: {object_type.name!r}")
                fixed += len(object_type.name)
                continue
            field = object_type.fields[field_name]
            self.coordinate = f"{object_type.name}.{field_name}"
            declaration: Declaration | None = field.extensions.get(DECLARATION)
            expression: str | None = None
            self.names.append(name)
            if not asks(field, field_nodes, self._variables):
                if declaration is None:
                    raise NotCompilableError(self.coordinate)
                self.path.append(repr(name))
                self.field = SelectedField(declaration.sources, field.type, field_nodes)
                known = facts if is_leaf_type(get_named_type(field.type)) else below
                expression = self._declared(field, declaration, field_nodes, cursors, known, top=top)
                self.path.pop()
            self.names.pop()
            if expression is None:
                holes[name] = self._hole(object_type, name, field_nodes)
            elif is_leaf_type(get_named_type(field.type)):
                expression = self._weighed(field.type, expression, texts)
            parts.append(f"{name!r}: {expression}")
        self.writer.line(f"n += {len(selection)}; t += {' + '.join([str(fixed), *texts])}")
        result = "{" + ", ".join(parts) + "}"
        return self._with_holes(result, holes) if holes else result

    def _declared(
        self,
        field: GraphQLField,
        declaration: Declaration,
        nodes: Sequence[FieldNode],
        cursors: Cursors,
        facts: Facts,
        *,
        top: bool,
    ) -> str | None:
        """Returns the expression of a field that is read from answers. None if the field needs calls of its own."""
        key = field.extensions.get(RELATION)
        if key is not None:
            return self._relation(field.type, declaration, key, nodes, cursors, facts)
        if declaration.identity is not None:
            return self._id(declaration.identity, cursors, facts)
        return self._field(field.type, declaration, nodes, cursors, facts, top=top)

    def _asks_more(self, course_type: GraphQLObjectType, nodes: Sequence[FieldNode]) -> bool:
        """True if a selected field of a course may need calls of its own."""
        selected = collect(self._schema, course_type, nodes, self._fragments, self._variables)
        named = ((course_type.fields.get(group[0].name.value), group) for group in selected.values())
        return any(field is not None and may_ask(field, group, self._variables) for field, group in named)

    def _require_object(self, cursors: Cursors) -> None:
        """Writes a type check for an object of which no field is read."""
        spine = next(iter(cursors.values()), None)
        if spine is not None and spine.need is None and spine.sure and spine.key is None:
            self.writer.line(f"if type({spine.variable}) is not dict: {self.surprise}")

    def _with_holes(self, result: str, holes: Mapping[str, tuple[str, str]]) -> str:
        """Assigns the result to a variable and records each hole with its path."""
        variable = self.writer.name("d")
        self.writer.line(f"{variable} = {result}")
        path = "".join(f"{step}, " for step in self.path)
        for site, row in holes.values():
            self.writer.line(f"holes.append({self.writer.constant(Hole)}({site}, {variable}, {row}, ({path})))")
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
    ) -> str | None:
        named = get_named_type(output_type)
        sources = [source for source in declaration.sources if self._usable(source, cursors, top=top)]
        if not sources and declaration.further is not None and not self._is_silent(declaration):
            return None
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
        """True if a source of the field was asked without success. No further source is asked then."""
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
        if at.need is None:  # the fields that are read may not reveal its type
            self.writer.line(f"if type({at.variable}) is not dict: {self.surprise}")
        self.writer.line(f"{result} = {expression}")
        self.writer.dedent()
        return result

    def _inner_cursors(
        self, deciding: Source, sources: Sequence[Source], cursors: Cursors
    ) -> tuple[dict[Endpoint, Cursor], str]:
        """Returns the inner object's cursor for each endpoint, and the condition under which there is no object."""
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
                    inner[endpoint] = replace(value, sure=True)  # the condition ensures it
                else:
                    inner[endpoint] = replace(value, sure=value.sure and not source.path)
        return inner, " or ".join(conditions) or "False"

    def _place(self, source: Source, cursor: Cursor) -> Cursor:
        """Returns the cursor of the source's object."""
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
