"""Compiles a selection of a payload-backed object into one function from answers to the result's dict.

The function is optimistic: it expects sound answers and raises at the first surprise, after which the ordinary
executor does the work. So it never has to reproduce an error message, a path or the bubbling of nulls.
"""

from collections.abc import Mapping, Sequence

from graphql import (
    FieldNode,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)

from gateway.engine.cursor import Cursor, read
from gateway.engine.leaves import SurpriseError, checker, decoded_type
from gateway.engine.shape import Form, Need
from gateway.engine.writer import Writer
from loaders.endpoint import Endpoint
from resolvers.course import facts_of
from resolvers.row import absolute
from resolvers.selection import Fragments, Variables, collect, has_arguments
from resolvers.source import DECLARATION, RELATION, RESOLVER, Declaration, Kind, Source
from schema.scalars import date_time

Cursors = Mapping[Endpoint, Cursor]
_SURPRISE = "raise surprise"


class NotCompilableError(Exception):
    """The selection holds something that only the ordinary executor does."""


class Compiler:
    """One pass over a selection. Passes are repeated until the needs are stable, then the last one's code is kept."""

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Fragments,
        variables: Variables,
        asked: Mapping[Endpoint, frozenset[str]],
        skipped: frozenset[str],
    ) -> None:
        self._schema = schema
        self._fragments = fragments
        self._variables = variables
        self._asked = asked
        self._skipped = skipped
        self.writer = Writer()
        self.writer.constants["surprise"] = SurpriseError

    def object(
        self,
        object_type: GraphQLObjectType,
        nodes: Sequence[FieldNode],
        cursors: Cursors,
        facts: str | None,
        *,
        top: bool = False,
    ) -> str:
        """Writes what an object needs, and gives the expression of its dict."""
        parts = []
        for name, field_nodes in collect(self._schema, object_type, nodes, self._fragments, self._variables).items():
            if top and name in self._skipped:
                parts.append(f"{name!r}: None")
                continue
            field_name = field_nodes[0].name.value
            if field_name == "__typename":
                parts.append(f"{name!r}: {object_type.name!r}")
                continue
            field = object_type.fields[field_name]
            declaration: Declaration | None = field.extensions.get(DECLARATION)
            if declaration is None or (RESOLVER in field.extensions and has_arguments(field_nodes[0], self._variables)):
                raise NotCompilableError(f"{object_type.name}.{field_name}")
            key = field.extensions.get(RELATION)
            if key is not None:
                expression = self._relation(field.type, declaration, key, field_nodes, cursors)
            else:
                expression = self._field(field.type, declaration, field_nodes, cursors, facts, top=top)
            parts.append(f"{name!r}: {expression}")
        return "{" + ", ".join(parts) + "}"

    def _field(
        self,
        output_type: GraphQLOutputType,
        declaration: Declaration,
        nodes: Sequence[FieldNode],
        cursors: Cursors,
        facts: str | None,
        *,
        top: bool,
    ) -> str:
        named = get_named_type(output_type)
        sources = [source for source in declaration.sources if self._usable(source, cursors, top=top)]
        if is_leaf_type(named):
            return self._leaf(output_type, declaration, sources, cursors, facts)
        if not is_object_type(named):
            raise NotCompilableError(named.name)
        if is_list_type(get_nullable_type(output_type)):
            return self._list(output_type, named, sources, nodes, cursors, facts)
        return self._object(output_type, named, sources, nodes, cursors, facts)

    def _usable(self, source: Source, cursors: Cursors, *, top: bool) -> bool:
        if source.kind is Kind.KNOWN:
            return True
        if source.endpoint is None:
            return bool(cursors)
        if source.endpoint not in cursors:
            return False
        asked = self._asked.get(source.endpoint) if top else None
        return asked is None or source.field in asked

    def _leaf(
        self,
        output_type: GraphQLOutputType,
        declaration: Declaration,
        sources: Sequence[Source],
        cursors: Cursors,
        facts: str | None,
    ) -> str:
        if not sources:
            return self._null(output_type)
        source = sources[0]
        if source.kind is Kind.KNOWN:
            name = source.path[0]
            if facts is None:
                raise NotCompilableError(name)
            value = f"{facts}[{name!r}]"
            if len(sources) == 1:
                return value
            rest = self._leaf(output_type, declaration, sources[1:], cursors, facts)
            return f"({value} if {name!r} in {facts} else {rest})"
        cursor = _cursor(source, cursors)
        expression, need = self._value(source, cursor)
        return self._finished(output_type, declaration, expression, need)

    def _value(self, source: Source, cursor: Cursor) -> tuple[str, Need | None]:
        """The source's value, as `resolvers.row` reads it."""
        if source.kind is Kind.ROOT_BLOCK:
            block = self._root_block(source, cursor)
            return read(self.writer, block, source.paths[1]) if block.sure else self._below(block, source.paths[1])
        if not cursor.sure:
            return self._below(cursor, source.path) if source.via is None else self._unsure(cursor, source)
        if source.via is None:
            return read(self.writer, cursor, source.path)
        values = [read(self.writer, cursor, path, raw=True)[0] for path in source.paths]
        via = self.writer.constant(source.via)
        if len(values) > 1:
            return f"{via}({', '.join(values)})", None
        variable = self.writer.name()
        self.writer.line(f"{variable} = {values[0]}")
        return f"(None if {variable} is None else {via}({variable}))", None

    def _unsure(self, cursor: Cursor, source: Source) -> tuple[str, Need | None]:
        raise NotCompilableError(source.describe())

    def _below(self, cursor: Cursor, path: tuple[str, ...]) -> tuple[str, Need | None]:
        """The value below a variable that may be None."""
        if len(path) != 1:
            raise NotCompilableError(".".join(path))
        expression, need = read(self.writer, cursor, path)
        if need is not None:
            need.nullable = True
        return f"(None if {cursor.variable} is None else {expression})", need

    def _finished(
        self, output_type: GraphQLOutputType, declaration: Declaration, expression: str, need: Need | None
    ) -> str:
        """A leaf's expression, brought to its final form; a null where there must be none is a surprise."""
        required = is_non_null_type(output_type)
        inner = get_nullable_type(output_type)
        leaf = get_named_type(output_type)
        assert is_leaf_type(leaf)
        is_list = is_list_type(inner)
        known = decoded_type(leaf)
        if need is not None and (known is None or (need.leaf not in {None, known}) or need.keys):
            need.raw = True
            need = None
        if need is not None:
            need.leaf = known
            need.form = Form.LIST if is_list else Form.ONE
            need.nullable = need.nullable or not required
        plain = need is not None and leaf.name not in {"DateTime", "URL"}
        if plain and (not required or (need is not None and not need.nullable)):
            return expression
        variable = self.writer.name()
        self.writer.line(f"{variable} = {expression}")
        if declaration.is_url and not is_list:
            self.writer.line(f"if {variable} is not None and {variable}[:4] != 'http':")
            self.writer.line(f"    {variable} = {self.writer.constant(absolute)}({variable}, base)")
        if required:
            self.writer.line(f"if {variable} is None: {_SURPRISE}")
        if plain or (need is not None and leaf.name == "URL" and not is_list):
            return variable
        if leaf.name == "DateTime" and need is not None and not is_list:
            self.writer.line(
                f"if {variable} is not None and not (len({variable}) == 20 and {variable}[19] == 'Z'"
                f" and {variable}[10] == 'T'): {variable} = {self.writer.constant(date_time)}({variable})"
            )
            return variable
        check = self.writer.constant(checker(leaf))
        if is_list:
            return f"(None if {variable} is None else [{check}(item) for item in {variable}])"
        return f"(None if {variable} is None else {check}({variable}))"

    def _null(self, output_type: GraphQLOutputType) -> str:
        if is_non_null_type(output_type):
            self.writer.line(_SURPRISE)
        return "None"

    # objects

    def _object(
        self,
        output_type: GraphQLOutputType,
        named: GraphQLObjectType,
        sources: Sequence[Source],
        nodes: Sequence[FieldNode],
        cursors: Cursors,
        facts: str | None,
    ) -> str:
        deciding = [source for source in sources if not source.join]
        if not deciding:
            return self._null(output_type)
        result = self.writer.name("o")
        inner, absent = self._inner_cursors(deciding[0], sources, cursors)
        self.writer.line(f"if {absent}:")
        self.writer.indent()
        self.writer.line(_SURPRISE if is_non_null_type(output_type) else f"{result} = None")
        self.writer.dedent()
        self.writer.line("else:")
        self.writer.indent()
        expression = self.object(named, nodes, inner, facts)
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
            for endpoint, cursor in _places(source, cursors):
                if endpoint in inner:
                    continue
                value = self._place(source, cursor)
                if source is deciding:
                    if source.gate is not None:
                        conditions.append(f"not {read(self.writer, cursor, source.gate, raw=True)[0]}")
                    if source.path or source.kind is not Kind.VALUE:
                        conditions.append(f"{value.variable} is None")
                    inner[endpoint] = value
                else:
                    inner[endpoint] = Cursor(value.variable, value.need, value.top, sure=not source.path)
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
        """A variable with the answer's flat map of blocks."""
        expression, need = read(self.writer, cursor.top, path)
        if need is not None:
            need.form = Form.MAP
            need.nullable = True
        variable = self.writer.name("m")
        self.writer.line(f"{variable} = {expression}")
        return variable, need

    # lists

    def _list(
        self,
        output_type: GraphQLOutputType,
        named: GraphQLObjectType,
        sources: Sequence[Source],
        nodes: Sequence[FieldNode],
        cursors: Cursors,
        facts: str | None,
    ) -> str:
        spines = [source for source in sources if not source.join]
        if not spines:
            return self._null(output_type)
        spine = spines[0]
        endpoint, cursor = _places(spine, cursors)[0]
        if not cursor.sure:
            raise NotCompilableError(spine.describe())
        result, row = self.writer.name("l"), self.writer.name("r")
        joins = [(source, cursors[source.endpoint]) for source in sources if source.join and source.endpoint]
        maps = [(source, at, *self._blocks(source.path, at)) for source, at in joins]
        inner = self._spine(spine, cursor, result, row, output_type)
        found = {endpoint: inner}
        for source, at, variable, need in maps:
            found[source.endpoint or endpoint] = self._joined(inner, at, variable, need)
        expression = self.object(named, nodes, found, facts)
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
        if need is not None:
            need.form = Form.MAP if source.kind is Kind.ENTRIES else Form.LIST
            need.nullable = True
        self._open(values, result, output_type)
        if source.kind is Kind.ENTRIES:
            key = self.writer.name("k")
            self.writer.line(f"for {key}, {row} in {values}.items():")
            self.writer.indent()
            return Cursor(row, need, cursor.top, key=key)
        if need is None:
            self.writer.line(f"if type({values}) is not list: {_SURPRISE}")
        self.writer.line(f"for {row} in {values}:")
        self.writer.indent()
        return Cursor(row, need, cursor.top)

    def _open(self, values: str, result: str, output_type: GraphQLOutputType) -> None:
        if is_non_null_type(output_type):
            self.writer.line(f"if {values} is None: {_SURPRISE}")
        else:
            self.writer.line(f"if {values} is None:")
            self.writer.line(f"    {result} = None")
            self.writer.line("else:")
            self.writer.indent()
        self.writer.line(f"{result} = []")

    def _children(
        self, source: Source, cursor: Cursor, result: str, row: str, output_type: GraphQLOutputType
    ) -> Cursor:
        blocks, need = self._blocks(source.path, cursor)
        keys, _ = read(self.writer, cursor, ("children",))
        kind = f"{row}['type']"
        if need is not None and cursor.need is not None:
            children = cursor.need.key("children")
            children.leaf, children.form, children.nullable = str, Form.LIST, True
            need.key("type").leaf = str
            kind = f"{row}.k_type"
        self._open(blocks, result, output_type)
        child = self.writer.name("k")
        self.writer.line(f"for {child} in {keys} or ():")
        self.writer.indent()
        self.writer.line(f"{row} = {blocks}.get({child})")
        types = self.writer.constant(source.types)
        self.writer.line(f"if {row} is None or {kind} not in {types}: continue")
        return Cursor(row, need, cursor.top)

    def _joined(self, spine: Cursor, at: Cursor, entries: str, need: Need | None) -> Cursor:
        key, _ = read(self.writer, spine, ("id",))
        if spine.need is not None:
            spine.need.key("id").leaf = str
        variable = self.writer.name("j")
        self.writer.line(f"{variable} = {entries}.get({key}) if {entries} else None")
        return Cursor(variable, need, at.top, sure=False)

    def _relation(
        self,
        output_type: GraphQLOutputType,
        declaration: Declaration,
        key: Declaration,
        nodes: Sequence[FieldNode],
        cursors: Cursors,
    ) -> str:
        """A related course that the row's own answer tells of; one that needs calls is the executor's work."""
        course_type = get_named_type(output_type)
        assert isinstance(course_type, GraphQLObjectType)
        expression = self._leaf(course_type.fields["key"].type, key, _usable_here(key, cursors), cursors, None)
        facts = self.writer.name("f")
        self.writer.line(f"{facts} = {self.writer.constant(facts_of)}({expression})")
        sources = _usable_here(declaration, cursors)
        return self._object(output_type, course_type, sources, nodes, cursors, facts)


def _usable_here(declaration: Declaration, cursors: Cursors) -> list[Source]:
    return [source for source in declaration.sources if source.endpoint is None or source.endpoint in cursors]


def _places(source: Source, cursors: Cursors) -> list[tuple[Endpoint, Cursor]]:
    if source.endpoint is None:
        return list(cursors.items())[:1]
    return [(source.endpoint, cursors[source.endpoint])]


def _cursor(source: Source, cursors: Cursors) -> Cursor:
    return next(iter(cursors.values())) if source.endpoint is None else cursors[source.endpoint]
