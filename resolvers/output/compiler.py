"""Compiles a selection of a payload-backed object into one function from answers to the result's dict.

The function is optimistic. It expects well-formed answers and raises at the first unexpected value. The fallback
executor then takes over, so the function never reproduces error messages, paths or null propagation.
"""

from collections.abc import Callable, Mapping, Sequence
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
    is_object_type,
)

from loaders.endpoint import Endpoint
from resolvers.declare.source import DECLARATION, RELATION, Declaration, Source
from resolvers.output.bounded import NAME_OVERHEAD
from resolvers.output.code import Code, NotCompilableError
from resolvers.output.cursor import Cursor, read
from resolvers.output.field_failure import SelectedField
from resolvers.output.holes import Hole, Holes
from resolvers.output.idcompiler import Ids
from resolvers.output.leafcompiler import Cursors, Facts, Leaves, places
from resolvers.output.listcompiler import Lists
from resolvers.output.nulls import Nulls
from resolvers.output.objectfield import ObjectField
from resolvers.output.relationcompiler import Relations
from resolvers.output.sites import asks
from resolvers.output.target import Target
from resolvers.plan.selection import Selection


class Compiler:
    """One pass over a selection. Passes repeat until what the code assumes of the needs is true at its end.

    `usable` returns True for a source that was requested for this row. `silent` endpoints were called without success.
    """

    def __init__(
        self, code: Code, target: Target, usable: Callable[[Source], bool], silent: frozenset[Endpoint]
    ) -> None:
        self._code = code
        self._writer = code.writer
        self._target = target
        self._is_usable = usable
        self._silent = silent
        self._nulls = Nulls(code)
        self._leaves = Leaves(code, self._nulls)
        self._ids = Ids(code)
        self._holes = Holes(code, target)
        self._lists = Lists(code, self._nulls)
        self._relations = Relations(code, target, self._leaves)

    def _object(
        self, object_type: GraphQLObjectType, nodes: Sequence[FieldNode], cursors: Cursors, facts: Facts
    ) -> str:
        """Writes the code of an object and returns the expression of its dict."""
        selection = self._target.collect(object_type, nodes)
        self._holes.enter(object_type, cursors)
        expression = self.selected(object_type, selection, cursors, facts)
        self._holes.leave()
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
        """Does the same for fields that are already collected. `top`: the object is that of the projection."""
        parts = []
        below = self._ids.below(object_type, cursors, facts)
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
            self._code.coordinate = f"{object_type.name}.{field_name}"
            declaration: Declaration | None = field.extensions.get(DECLARATION)
            expression: str | None = None
            self._holes.names.append(name)
            if not asks(field, field_nodes, self._target.variables):
                if declaration is None:
                    raise NotCompilableError(self._code.coordinate)
                self._nulls.path.append(repr(name))
                self._nulls.field = SelectedField(declaration.sources, field.type, field_nodes)
                known = facts if is_leaf_type(get_named_type(field.type)) else below
                expression = self._declared(field, declaration, field_nodes, cursors, known, top=top)
                self._nulls.path.pop()
            self._holes.names.pop()
            if expression is None:
                holes[name] = self._holes.hole(object_type, name, field_nodes)
            elif is_leaf_type(get_named_type(field.type)):
                expression = self._leaves.weighed(field.type, expression, texts)
            parts.append(f"{name!r}: {expression}")
        self._writer.line(f"n += {len(selection)}; t += {' + '.join([str(fixed), *texts])}")
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
            return self._relations.course(field.type, declaration, key, nodes, cursors, facts, self._related)
        if declaration.identity is not None:
            return self._ids.of(declaration.identity, cursors, facts)
        return self._field(field.type, declaration, nodes, cursors, facts, top=top)

    def _require_object(self, cursors: Cursors) -> None:
        """Writes a type check for an object of which no field is read."""
        spine = next(iter(cursors.values()), None)
        if spine is not None and spine.need is None and spine.sure and spine.key is None:
            self._writer.line(f"if type({spine.variable}) is not dict: {self._code.fall_back}")

    def _with_holes(self, result: str, holes: Mapping[str, tuple[str, str]]) -> str:
        """Assigns the result to a variable and records each hole with its path."""
        variable = self._writer.name("d")
        self._writer.line(f"{variable} = {result}")
        path = "".join(f"{step}, " for step in self._nulls.path)
        for site, row in holes.values():
            self._writer.line(f"holes.append({self._writer.constant(Hole)}({site}, {variable}, {row}, ({path})))")
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
        usable = [source for source in declaration.sources if self._usable(source, cursors, top=top)]
        if not usable and declaration.further is not None and not self._is_silent(declaration):
            return None
        if is_leaf_type(named):
            return self._leaves.leaf(output_type, declaration, usable, cursors, facts)
        if not is_object_type(named):
            raise NotCompilableError(named.name)
        field = ObjectField(output_type, named, usable, nodes, cursors, facts)
        if is_list_type(get_nullable_type(output_type)):
            return self._lists.rows(field, self._object)
        if declaration.standing and not usable:
            return self._standing(field, declaration)
        result = self._one(field)
        if declaration.standing:
            self._writer.line(f"if {result} is None: {self._code.fall_back}")
        return result

    def _is_silent(self, declaration: Declaration) -> bool:
        """True if the endpoint of one of the field's sources was called without success. No further source is used
        then.
        """
        return any(source.endpoint in self._silent for source in declaration.sources)

    def _usable(self, source: Source, cursors: Cursors, *, top: bool) -> bool:
        if source.kind.fact is not None:
            return True
        if source.endpoint is None:
            return bool(cursors)
        if source.endpoint not in cursors:
            return False
        return not top or self._is_usable(source)

    def _standing(self, field: ObjectField, declaration: Declaration) -> str:
        """Returns a standing object that no answer describes: null if a call failed, otherwise an object of nulls."""
        result = self._writer.name("o")
        endpoints = self._writer.constant(frozenset(source.endpoint for source in declaration.sources))
        self._writer.line(f"if failed and not failed.keys().isdisjoint({endpoints}):")
        self._writer.indent()
        self._writer.line(f"{result} = {self._nulls.null(field.output_type)}")
        self._writer.dedent()
        self._writer.line("else:")
        self._writer.indent()
        self._writer.line(f"{result} = {self._object(field.named, field.nodes, {}, field.facts)}")
        self._writer.dedent()
        return result

    def _related(self, field: ObjectField) -> str:
        """Returns a related object. Without sources, its row has its key, and no other field is selected."""
        if not field.sources:
            return self._object(field.named, field.nodes, {}, field.facts)
        return self._one(field)

    def _one(self, field: ObjectField) -> str:
        """Returns the variable of an object, which is null if the deciding source lacks it."""
        deciding = [source for source in field.sources if not source.join]
        if not deciding:
            return self._nulls.null(field.output_type)
        for _, cursor in places(deciding[0], field.cursors):
            self._nulls.decided(cursor, deciding[:1])
        result = self._writer.name("o")
        inner, absent = self._inner_cursors(deciding[0], field.sources, field.cursors)
        self._writer.line(f"if {absent}:")
        self._writer.indent()
        self._writer.line(self._code.fall_back if field.required else f"{result} = None")
        self._writer.dedent()
        self._writer.line("else:")
        self._writer.indent()
        expression = self._object(field.named, field.nodes, inner, field.facts)
        at = next(iter(inner.values()))
        if at.need is None:  # the fields that are read may not reveal its type
            self._writer.line(f"if type({at.variable}) is not dict: {self._code.fall_back}")
        self._writer.line(f"{result} = {expression}")
        self._writer.dedent()
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
                value = source.kind.compiled_object(self._code, cursor)
                if source is deciding:
                    if source.gate is not None:
                        conditions.append(f"not {read(self._writer, cursor, source.gate, raw=True)[0]}")
                    if source.kind.is_below:
                        conditions.append(f"{value.variable} is None")
                    inner[endpoint] = replace(value, sure=True)  # the condition ensures it
                else:
                    inner[endpoint] = replace(value, sure=value.sure and not source.kind.is_below)
        return inner, " or ".join(conditions) or "False"
