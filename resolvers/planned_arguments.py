"""The arguments of a field, as its plan sees them: most values are known to a request only."""

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

from resolvers.arguments import is_global, kind_of
from resolvers.selection import Variables
from resolvers.step import Argument, constant

Via = Callable[[Any], str | None]

_PLAIN = frozenset({"CourseKey", "UsageKey", "String"})
"""Types of arguments whose values go into calls as they are. An `ID` may be a global one, which is taken apart; so is
a `String` that is one."""


class PlannedArguments:
    """The arguments that are given to a field."""

    def __init__(self, definition: GraphQLField, field_nodes: list[FieldNode], variables: Variables) -> None:
        self.definition = definition
        self.field_nodes = field_nodes
        self.variable_values = variables
        given = {argument.name.value: argument.value for argument in field_nodes[0].arguments or ()}
        self._given: dict[str, ValueNode] = {n: v for n, v in given.items() if not isinstance(v, NullValueNode)}

    def is_given(self, name: str) -> bool:
        """True when an argument is given and not null."""
        return self.value(name) is not None

    def argument(self, name: str, via: Via | None = None) -> Argument | None:
        """An argument that goes into calls; None where it is not given."""
        node = self._given.get(name)
        if not self.is_given(name):
            return None
        plain = get_named_type(self.definition.args[name].type).name in _PLAIN and not is_global(self.value(name))
        if isinstance(node, VariableNode):
            return Argument(f"${node.name.value}", variable=node.name.value if plain else None)
        return constant(str(self.value(name))) if plain else Argument(str(self.value(name)))

    def named(self, name: str, via: Via | None = None) -> Argument:
        """The same for an argument that is always given."""
        return self.argument(name) or Argument("null")

    def joined(self, name: str, via: Callable[[Any], Iterable[str]] | None = None) -> Argument | None:
        """A list of values as one."""
        [*found], _ = self.each(name)
        return Argument(found[0].text) if found else None

    def value(self, name: str) -> Any:
        """The value of an argument, its default where none is given. A plan may depend on it as far as it is a number,
        a flag, a type's name, or the length of a list."""
        argument = self.definition.args[name]
        node = self._given.get(name)
        if node is None:
            return _default(argument.default_value)
        if isinstance(node, VariableNode):
            return self.variable_values.get(node.name.value, _default(argument.default_value))
        return value_from_ast(node, argument.type, dict(self.variable_values))

    def each(self, name: str) -> tuple[list[Argument], int]:
        """A list of keys as one argument that stands for each of them, and how many different ones there are."""
        values = self.value(name)
        if values is None:
            return [], 0
        node = self._given.get(name)
        if isinstance(node, ListValueNode):
            # By how the items are written: a plan serves other values of the variables among them, too.
            written = {print_ast(item): item for item in node.values}
            only = next(iter(written.values())) if len(written) == 1 else None
            if isinstance(only, VariableNode):
                return [Argument(f"${only.name.value}", variable=only.name.value)], 1
            return [Argument(print_ast(node)) if only is None else constant(str(values[0]))], len(written)
        return [Argument(f"${node.name.value}" if isinstance(node, VariableNode) else name)], len(set(map(str, values)))

    def kind_of(self, name: str) -> str | None:
        """The type of the block or the object that an argument names, which its text says."""
        value = self.value(name)
        return kind_of(value) if isinstance(value, str) else None


def _default(value: Any) -> Any:
    return None if value is Undefined else value
