"""Related courses inside long lists: told by the rows themselves, or asked for all rows together.

No resolver runs per row. The compiled projection leaves a hole where a row's course has to be asked for; all holes of
a list are filled by one plan, whose calls the loaders join.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    FieldNode,
    GraphQLObjectType,
    GraphQLOutputType,
    get_named_type,
    is_non_null_type,
)
from graphql.execution.collect_fields import FieldDetails

from gateway.engine.idcompiler import IdCompiler
from gateway.engine.leafcompiler import Cursors, Facts, NotCompilableError, places, usable_here
from loaders.endpoint import Endpoint
from resolvers.context import FieldInfo
from resolvers.course import course
from resolvers.demands import demands_of
from resolvers.relation import MANY, is_readable
from resolvers.row import Pending, Row, View
from resolvers.selection import collect, defers, has_arguments
from resolvers.source import DECLARATION, RELATION, RESOLVER, Declaration, Kind, Source


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """A field that leads to courses which have to be asked for."""

    details: list[FieldDetails]
    course_type: GraphQLObjectType
    required: bool
    told: tuple[Endpoint, ...]


@dataclass(frozen=True, slots=True)
class HoleCode:
    """Expressions of what a hole has to know."""

    site: str
    key: str
    told: str


@dataclass(slots=True)
class Hole:
    """The place of one row's course: `result[name]`, and what the row tells of that course already."""

    site: Site
    result: dict[str, Any]
    name: str
    key: str
    told: tuple[View, ...]

    def pending(self, info: FieldInfo, base: str) -> Pending:
        """The course, its calls started."""
        views = dict(zip(self.site.told, self.told, strict=True))
        told = Row(base=base, views=views) if views else None
        return course(info, self.key, told=told, count=MANY)


def info_of(executor: Any, site: Site) -> FieldInfo:
    """What `resolvers.course` has to know of a field that no resolver is called for, while the executor works."""
    return FieldInfo(
        field_nodes=[details.node for details in site.details],
        return_type=site.course_type,
        schema=executor.schema,
        fragments=executor.fragment_definitions,
        operation=executor.operation,
        variable_values=executor.variable_values.coerced,
        context=executor.context_value,
    )


class RelationCompiler(IdCompiler):
    """Writes the code for fields that lead to a course, and for objects that stand though no answer tells of them."""

    def _relation(
        self,
        output_type: GraphQLOutputType,
        declaration: Declaration,
        key: Declaration,
        nodes: Sequence[FieldNode],
        cursors: Cursors,
        facts: Facts,
    ) -> tuple[str, HoleCode | None]:
        """The expression of a related course, and the hole where it has to be asked for."""
        course_type = get_named_type(output_type)
        assert isinstance(course_type, GraphQLObjectType)
        expression = self._leaf(course_type.fields["key"].type, key, usable_here(key, cursors), cursors, facts)
        expression = self.writer.once(expression, "k")
        self.writer.line(f"if not {self.writer.constant(is_readable)}({expression}): {self.surprise}")
        sources = usable_here(declaration, cursors)
        told = {endpoint for source in sources for endpoint, _ in places(source, cursors)}
        demands = demands_of(self._schema, course_type, nodes, self._fragments, self._variables)
        if all(demand.options.keys() & told for demand in demands):

            def named(name: str) -> str:
                return expression if name == "key" else "None"

            if not sources:  # the row names the course, and no more was asked
                return self.object(course_type, nodes, {}, named), None
            return self._object(output_type, course_type, sources, nodes, cursors, named), None
        self._require_plain(course_type, nodes)
        views = self._views(sources, cursors)
        site = Site(
            [FieldDetails(node, None) for node in nodes], course_type, is_non_null_type(output_type), tuple(views)
        )
        told_views = "".join(f"{view}, " for view in views.values())
        return "None", HoleCode(self.writer.constant(site), expression, f"({told_views})")

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

    def _require_plain(self, course_type: GraphQLObjectType, nodes: Sequence[FieldNode]) -> None:
        """What has calls of its own or may come later is the executor's work, and so are relations below a relation."""
        if defers(nodes, self._fragments, self._variables):
            raise NotCompilableError(course_type.name)
        for field_nodes in collect(self._schema, course_type, nodes, self._fragments, self._variables).values():
            field = course_type.fields.get(field_nodes[0].name.value)
            if field is None:  # __typename
                continue
            own_calls = RESOLVER in field.extensions and has_arguments(field_nodes[0], self._variables)
            if DECLARATION not in field.extensions or RELATION in field.extensions or own_calls:
                raise NotCompilableError(course_type.name)

    def _views(self, sources: Sequence[Source], cursors: Cursors) -> dict[Endpoint, str]:
        """Expressions of what the row tells of the course. Only rows of decoded JSON can hand that on."""
        views: dict[Endpoint, str] = {}
        for source in sources:
            for endpoint, cursor in places(source, cursors):
                if cursor.need is not None or source.kind is not Kind.VALUE or source.gate is not None:
                    raise NotCompilableError(source.describe())
                value, _ = self._value(source, cursor)
                views[endpoint] = f"{self.writer.constant(View)}({value}, {cursor.top.variable})"
        return views

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
