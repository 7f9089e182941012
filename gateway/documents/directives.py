"""Uses of variables in directives, and removal of `@defer` and `@stream`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    REMOVE,
    DirectiveNode,
    DocumentNode,
    FieldNode,
    GraphQLError,
    IntValueNode,
    Node,
    OperationDefinitionNode,
    VariableNode,
    Visitor,
    visit,
)

from gateway.limits.nodes import nodes_of
from loaders.errors import Code

_INCREMENTAL = frozenset({"defer", "stream"})


@dataclass(slots=True)
class Uses:
    """The variables of a document by their use.

    `flags` are used by the `if` of directives, `counts` by `initialCount`, `arguments` by fields. `incremental` says
    whether anything is deferred or streamed; `refused` is an error about an impossible directive.
    """

    flags: set[str] = field(default_factory=set)
    counts: set[str] = field(default_factory=set)
    arguments: set[str] = field(default_factory=set)
    incremental: bool = False
    refused: GraphQLError | None = None


def uses_of(document: DocumentNode) -> Uses:
    """Finds the uses of variables in a valid document."""
    uses = Uses()
    for node in nodes_of(document):
        if isinstance(node, FieldNode):
            for argument in node.arguments or ():
                if isinstance(argument.value, VariableNode):
                    uses.arguments.add(argument.value.name.value)
        elif isinstance(node, DirectiveNode):
            _note_directive(node, uses)
    return uses


def _note_directive(node: DirectiveNode, uses: Uses) -> None:
    if node.name.value in _INCREMENTAL:
        uses.incremental = True
    for argument in node.arguments or ():
        name, value = argument.name.value, argument.value
        if isinstance(value, VariableNode):
            if name == "if":
                uses.flags.add(value.name.value)
            elif name == "initialCount":
                uses.counts.add(value.name.value)
        elif name == "initialCount" and isinstance(value, IntValueNode) and int(value.value) < 0:
            uses.refused = _refused("'initialCount' must not be below 0.", argument)


def misuse(
    flags: tuple[str, ...], counts: tuple[str, ...], variables: Mapping[str, Any], operation: OperationDefinitionNode
) -> GraphQLError | None:
    """The error for invalid values of directives: a null `if`, or a negative `initialCount`.

    Validation does not find them, because a variable with a default may be null.
    """
    defined = {node.variable.name.value: node for node in operation.variable_definitions or ()}
    for name in flags:
        if name in variables and variables[name] is None:
            return _refused(f"The variable '${name}' is used by a directive: it must be true or false.", defined[name])
    for name in counts:
        if variables.get(name, 0) is None or variables.get(name, 0) < 0:
            return _refused(f"The variable '${name}' is an 'initialCount': it must not be below 0.", defined[name])
    return None


def without_incremental(document: DocumentNode) -> DocumentNode:
    """The document without `@defer` and `@stream`."""
    stripped: DocumentNode = visit(document, _WithoutIncremental())
    return stripped


def _refused(message: str, node: Node) -> GraphQLError:
    return GraphQLError(message, node, extensions={"code": Code.BAD_USER_INPUT.value})


class _WithoutIncremental(Visitor):
    def enter_directive(self, node: Any, *_: Any) -> Any:
        return REMOVE if node.name.value in _INCREMENTAL else None
