"""The parts in which an operation's answer is delivered, each as a selection of its own.

A part's selection holds the fields that the part delivers and, around them, the fields that lead to them. So each part
is built like an operation, and the parts together have every selected field once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    FieldNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
)

from resolvers.selection import Variables

ROWS = "rows"
"""The directive by which a part's selection says which rows of a list it takes: those before `to`, or the others."""

Names = tuple[str, ...]


@dataclass(eq=False, slots=True)
class Part:
    """What is delivered together: the first answer, a deferred fragment, or the rest of a streamed list.

    `path` is where the fragment or the list lies, by response names. `parent` is the part that is delivered before.
    `selection` is what is built for the part; `owner` has, by the id of each of its nodes that other parts select too,
    the part that delivers the field itself. `roots` are the paths of the fields that this part delivers. `leaves` are
    the selected leaves, as dotted paths. A part waits for those in `after`, which deliver fields that both select.
    """

    path: Names = ()
    label: str | None = None
    parent: "Part | None" = None
    streamed: bool = False
    selection: SelectionSetNode = field(default_factory=SelectionSetNode)
    owner: dict[int, "Part"] = field(default_factory=dict)
    roots: set[Names] = field(default_factory=set)
    leaves: dict[str, None] = field(default_factory=dict)
    after: dict["Part", None] = field(default_factory=dict)

    def around(self) -> Iterator["Part"]:
        """The parts that are delivered before this one, the nearest first."""
        part = self.parent
        while part is not None:
            yield part
            part = part.parent

    def delivers(self, node: FieldNode) -> bool:
        """True when the field that this node of the selection stands for comes with this part."""
        return self.owner.get(id(node), self) is self

    def has(self, path: Iterable[str | int]) -> bool:
        """True when a response path lies in what this part delivers."""
        names = tuple([step for step in path if isinstance(step, str)])
        return any(names[:length] in self.roots for length in range(len(names) + 1))


def rows_of(nodes: Iterable[FieldNode]) -> tuple[str, ValueNode] | None:
    """Which rows of a list are selected: `to` or `from` with a number, as a node; None for all."""
    for node in nodes:
        for directive in node.directives or ():
            if directive.name.value == ROWS:
                [argument] = directive.arguments or ()
                return argument.name.value, argument.value
    return None


def taken(nodes: Iterable[FieldNode], values: Any, variables: Variables) -> tuple[int, Any]:
    """The rows of a list that these nodes select, and how many come before them."""
    rows = rows_of(nodes)
    if rows is None:
        return 0, values
    word, node = rows
    count = variables[node.name.value] if isinstance(node, VariableNode) else int(getattr(node, "value", 0))
    return (0, values[:count]) if word == "to" else (min(count, len(values)), values[count:])
