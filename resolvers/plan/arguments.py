"""The arguments of a field during planning. Most values are only known during a request."""

from collections.abc import Callable, Iterable
from typing import Any

from graphql import (
    FieldNode,
    GraphQLField,
    ListValueNode,
    NullValueNode,
    Undefined,
    ValueNode,
    VariableNode,
    get_named_type,
    print_ast,
    value_from_ast,
)

from resolvers.declare.arguments import is_global, kind_of
from resolvers.plan.selection import Variables
from resolvers.plan.step import Argument, constant

Via = Callable[[Any], str | None]

_PLAIN = frozenset({"CourseKey", "UsageKey", "String"})
"""Argument types whose values go into calls unchanged. An `ID` is not one of them, as a global id is split into its
parts. A `String` that is a global id is split too."""


class PlannedArguments:
    """The given arguments of a field."""

    def __init__(self, definition: GraphQLField, field_nodes: list[FieldNode], variables: Variables) -> None:
        self.definition = definition
        self.field_nodes = field_nodes
        self.variable_values = variables
        given = {argument.name.value: argument.value for argument in field_nodes[0].arguments or ()}
        self._given: dict[str, ValueNode] = {n: v for n, v in given.items() if not isinstance(v, NullValueNode)}

    def is_given(self, name: str) -> bool:
        """True if an argument is given and not null."""
        return self.value(name) is not None

    def argument(self, name: str, via: Via | None = None) -> Argument | None:
        """Returns an argument for use in calls. None if it is not given."""
        node = self._given.get(name)
        if not self.is_given(name):
            return None
        plain = get_named_type(self.definition.args[name].type).name in _PLAIN and not is_global(self.value(name))
        if isinstance(node, VariableNode):
            return Argument(f"${node.name.value}", variable=node.name.value if plain else None)
        return constant(str(self.value(name))) if plain else Argument(str(self.value(name)))

    def named(self, name: str, via: Via | None = None) -> Argument:
        """Returns an argument that is always given, for use in calls."""
        return self.argument(name) or Argument("null")

    def joined(self, name: str, via: Callable[[Any], Iterable[str]] | None = None) -> Argument | None:
        """Returns a list of values as one argument. None if it is not given."""
        [*found], _ = self.each(name)
        return Argument(found[0].text) if found else None

    def value(self, name: str) -> Any:
        """Returns the value of an argument, or its default.

        A plan may only depend on numbers, flags, type names and list lengths."""
        argument = self.definition.args[name]
        node = self._given.get(name)
        if node is None:
            return _default(argument.default_value)
        if isinstance(node, VariableNode):
            return self.variable_values.get(node.name.value, _default(argument.default_value))
        return value_from_ast(node, argument.type, dict(self.variable_values))

    def each(self, name: str) -> tuple[list[Argument], int]:
        """Returns an argument that stands for each key of a list, and the number of distinct keys."""
        values = self.value(name)
        if values is None:
            return [], 0
        node = self._given.get(name)
        if isinstance(node, ListValueNode):
            # Items are compared by source text, as a plan also serves other values of their variables.
            written = {print_ast(item): item for item in node.values}
            only = next(iter(written.values())) if len(written) == 1 else None
            if isinstance(only, VariableNode):
                return [Argument(f"${only.name.value}", variable=only.name.value)], 1
            return [Argument(print_ast(node)) if only is None else constant(str(values[0]))], len(written)
        return [Argument(f"${node.name.value}" if isinstance(node, VariableNode) else name)], len(set(map(str, values)))

    def kind_of(self, name: str) -> str | None:
        """Returns the type of the block or object that an argument names, as encoded in its text."""
        value = self.value(name)
        return kind_of(value) if isinstance(value, str) else None


def _default(value: Any) -> Any:
    return None if value is Undefined else value
