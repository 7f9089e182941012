"""Compiles relations: courses that rows of another object refer to and describe in part."""

from collections.abc import Sequence

from graphql import FieldNode, GraphQLObjectType, GraphQLOutputType, get_named_type

from loaders.keys import is_course_key
from resolvers.declare.source import Declaration, Source
from resolvers.output.code import Code
from resolvers.output.leafcompiler import Cursors, Facts, Leaves, places, usable_here
from resolvers.output.objectfield import ObjectField, WriteOne
from resolvers.output.sites import may_ask
from resolvers.output.target import Target
from resolvers.plan.demands import demands_of
from resolvers.values.checked import Check


class Relations:
    """Writes the code of related courses."""

    def __init__(self, code: Code, target: Target, leaves: Leaves) -> None:
        self._code = code
        self._target = target
        self._leaves = leaves

    def course(
        self,
        output_type: GraphQLOutputType,
        declaration: Declaration,
        key: Declaration,
        nodes: Sequence[FieldNode],
        cursors: Cursors,
        facts: Facts,
        write_one: WriteOne,
    ) -> str | None:
        """Returns the expression of a related course, which `write_one` writes. None if it needs calls of its own."""
        course_type = get_named_type(output_type)
        assert isinstance(course_type, GraphQLObjectType)
        sources = usable_here(declaration, cursors)
        known = {endpoint for source in sources for endpoint, _ in places(source, cursors)}
        target, writer = self._target, self._code.writer
        demands = demands_of(target.schema, course_type, nodes, target.fragments, target.variables)
        if not all(demand.options.keys() & known for demand in demands) or self._asks_more(course_type, nodes):
            return None
        self._require_answers((*declaration.sources, *key.sources), cursors)
        expression = self._leaves.leaf(course_type.fields["key"].type, key, usable_here(key, cursors), cursors, facts)
        expression = writer.once(expression, "k")
        writer.line(f"if not {self._code.passes(_IS_KEY, expression)}: {self._code.fall_back}")

        def named(name: str) -> str:
            return expression if name == "key" else "None"

        return write_one(ObjectField(output_type, course_type, sources, nodes, cursors if sources else {}, named))

    def _asks_more(self, course_type: GraphQLObjectType, nodes: Sequence[FieldNode]) -> bool:
        """True if a selected field of a course may need calls of its own."""
        selected = self._target.collect(course_type, nodes)
        named = ((course_type.fields.get(group[0].name.value), group) for group in selected.values())
        return any(field is not None and may_ask(field, group, self._target.variables) for field, group in named)

    def _require_answers(self, sources: Sequence[Source], cursors: Cursors) -> None:
        """Falls back if a failed call could have described the related course."""
        others = frozenset(source.endpoint for source in sources if source.endpoint not in (None, *cursors))
        if others:
            failed = f"failed and not failed.keys().isdisjoint({self._code.writer.constant(others)})"
            self._code.writer.line(f"if {failed}: {self._code.fall_back}")


_IS_KEY = Check(is_course_key)


def is_readable(key: object) -> bool:
    """True for a valid course key. An invalid one is never sent, as it would fail a batch for many courses."""
    return isinstance(key, str) and is_course_key(key)
